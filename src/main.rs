//! Arguments in, exit code out.

use std::io::{IsTerminal, Write, stderr, stdin, stdout};
use std::process::ExitCode;

use ocop_council::i18n::{Lang, trouble};
use ocop_council::shell::{self, Start, StartAt};

fn main() -> ExitCode {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return ExitCode::from(2);
    }
    match shell::run(Start { at: StartAt::Home, lang: None, sessions: None }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(stderr(), "{}", trouble::failure(Lang::Vi, &failure));
            ExitCode::from(3)
        }
    }
}
