//! The command line: one table of commands, each with its grammar and its deed in one file. What is allowed is the
//! session's to say, every word is `i18n`'s; here arguments become acts, and documents become lines.
//!
//! Exit codes: 0 done · 1 a rule or a check says no · 2 wrong usage · 3 the machine says no.

mod args;
mod carry;
mod context;
mod copies;
mod create;
mod desk;
mod disputes;
mod history;
mod home;
mod keys;
mod opened;
mod problems;
mod record;
mod rehearse;
mod results;
mod rubric;
mod seat;
mod sheet;
mod status;
mod stop;
mod usage;
mod verify;
mod why;

use std::ffi::OsString;
use std::io::{Write, stderr, stdout};

use clap::{ArgMatches, Command};

use crate::i18n::Lang;
use crate::i18n::cli::help;
use context::Context;
use stop::Done;

/// The program's name, as typed.
const PROGRAM: &str = "ocop-council";

/// A command: its grammar in a language, and what it does.
type Entry = (fn(Lang) -> Command, fn(&mut Context<'_>, &ArgMatches) -> Done);

/// Every command, in the order help lists them.
const COMMANDS: &[Entry] = &[
    (home::grammar, home::open),
    (create::grammar, create::run),
    (record::grammar, record::run),
    (seat::submit_grammar, seat::submit),
    (seat::take_back_grammar, seat::take_back),
    (seat::recuse_grammar, seat::recuse),
    (seat::raise_grammar, seat::raise),
    (seat::opinion_grammar, seat::opinion),
    (sheet::grammar, sheet::run),
    (desk::grammar, desk::run),
    (status::grammar, status::run),
    (results::grammar, results::run),
    (disputes::grammar, disputes::run),
    (why::grammar, why::run),
    (history::grammar, history::run),
    (verify::grammar, verify::run),
    (carry::hand_out_grammar, carry::hand_out),
    (carry::hand_in_grammar, carry::hand_in),
    (carry::merge_grammar, carry::merge),
    (copies::copy_grammar, copies::copy),
    (copies::backups_grammar, copies::backups),
    (copies::restore_grammar, copies::restore),
    (rubric::grammar, rubric::run),
    (rehearse::grammar, rehearse::run),
    (keys::grammar, keys::run),
];

/// Runs the program with the arguments it was given. The exit code.
pub fn main() -> u8 {
    run(std::env::args_os().collect(), &mut stdout().lock(), &mut stderr().lock())
}

/// Runs the program. The exit code.
pub fn run(arguments: Vec<OsString>, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let asked = args::language_asked(&arguments);
    let sessions = args::sessions_asked(&arguments);
    let mut context = Context::new(asked, sessions, out);
    let lang = context.lang;
    let done = match grammar(lang).try_get_matches_from(arguments) {
        Ok(matches) => dispatch(&mut context, &matches),
        Err(error) if !error.use_stderr() => context.print(&error.render().to_string()),
        Err(error) => Err(usage::stop(lang, &error)),
    }
    .and_then(|()| context.flush());
    match done {
        Ok(()) => 0,
        Err(stop) => {
            // Nobody is left to tell where telling fails.
            for line in stop.lines(lang) {
                let _ = writeln!(err, "{}", crate::text::shown(&line));
            }
            stop.code()
        }
    }
}

fn dispatch(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    match matches.subcommand() {
        None => home::run(context),
        Some((name, matches)) => {
            let entry = COMMANDS.iter().find(|(grammar, _)| grammar(context.lang).get_name() == name);
            let (_, deed) = entry.expect("clap knows only the commands of the table");
            deed(context, matches)
        }
    }
}

/// The whole grammar in a language.
pub fn grammar(lang: Lang) -> Command {
    let program = Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .about(help::program(lang))
        .after_help(help::exit_codes(lang))
        .override_usage("ocop-council [COMMAND]")
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(args::version(lang))
        .arg(args::lang(lang))
        .arg(args::sessions(lang))
        .subcommands(COMMANDS.iter().map(|(grammar, _)| grammar(lang)));
    args::worded(program, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_holds_together_in_both_languages() {
        grammar(Lang::Vi).debug_assert();
        grammar(Lang::En).debug_assert();
    }

    #[test]
    fn help_is_wholly_in_the_language_asked_for() {
        let mut everything = vec![(String::new(), grammar(Lang::Vi))];
        while let Some((path, mut command)) = everything.pop() {
            let text = command.render_help().to_string();
            for english in ["Usage", "Options:", "Commands:", "Arguments:", "Print ", "[default", "[possible"] {
                assert!(!text.contains(english), "{path}: {english}\n{text}");
            }
            everything.extend(command.get_subcommands().map(|sub| (format!("{path} {}", sub.get_name()), sub.clone())));
        }
    }
}
