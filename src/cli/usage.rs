//! Wrong usage as one sentence of ours, from what the argument parser found.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::PROGRAM;
use super::stop::Stop;
use crate::i18n::Lang;
use crate::i18n::cli::usage;
use crate::text::clean;

/// What is wrong with a command line, and where to look.
pub(super) fn stop(lang: Lang, error: &Error) -> Stop {
    let argument = said(error, ContextKind::InvalidArg);
    // `--lang <LANG>` reads as if it were said twice: what stands in it is the value that was given.
    let name = argument.split(' ').next().unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::MissingRequiredArgument | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            usage::missing(lang, &argument)
        }
        ErrorKind::UnknownArgument => usage::unknown_argument(lang, &argument),
        ErrorKind::InvalidSubcommand => usage::unknown_command(lang, &said(error, ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let found = said(error, ContextKind::InvalidValue);
            match said(error, ContextKind::ValidValue) {
                _ if found.is_empty() => usage::missing(lang, &argument),
                known if known.is_empty() => usage::bad(lang, name, &found),
                known => usage::bad_value(lang, name, &found, &known),
            }
        }
        // An option given twice is in conflict with itself.
        ErrorKind::ArgumentConflict if said(error, ContextKind::PriorArg) == argument => usage::too_many(lang, name),
        ErrorKind::ArgumentConflict => usage::conflict(lang, &argument),
        ErrorKind::TooManyValues => usage::too_many(lang, &argument),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            usage::choose(lang).to_owned()
        }
        _ => usage::other(lang).to_owned(),
    };
    // Of values all that would do are named already.
    let guesses = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg];
    let guess = guesses.into_iter().map(|kind| said(error, kind)).find(|guess| !guess.is_empty());
    let mut sentence = what;
    if let Some(guess) = guess {
        sentence = format!("{sentence}; {}", usage::did_you_mean(lang, &guess));
    }
    Stop::Usage(format!("{sentence}; {}", usage::see_help(lang, PROGRAM)))
}

fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => clean(one),
        Some(ContextValue::Strings(several)) => clean(&several.join(", ")),
        _ => String::new(),
    }
}
