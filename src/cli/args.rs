//! Arguments: the ones several commands share, and reading them.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::stop::Stop;
use crate::council::{ProductId, SeatId};
use crate::i18n::Lang;
use crate::i18n::cli::{help, usage};
use crate::rubric::Code;
use crate::text::clean;

/// The layout of help, headings in the language.
const TEMPLATE: &str = "{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}\n";

/// Gives a command and all below it our own headings and help flag.
pub(super) fn worded(command: Command, lang: Lang) -> Command {
    let template = TEMPLATE.replace("{usage-heading}", help::usage(lang));
    let heading = |arg: Arg| {
        let group = if arg.is_positional() { help::arguments(lang) } else { help::options(lang) };
        let worded = arg.help_heading(group);
        let takes_value = worded.is_positional() || matches!(worded.get_action(), ArgAction::Set | ArgAction::Append);
        if takes_value { worded.hide_possible_values(true).hide_default_value(true) } else { worded }
    };
    command
        .help_template(template)
        .subcommand_help_heading(help::commands(lang))
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(help::help_flag(lang)))
        .mut_args(heading)
        .mut_subcommands(|below| worded(below.disable_help_subcommand(true), lang))
}

/// A word that has to stand there.
pub(super) fn positional(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).value_name(value).required(true).help(help)
}

/// A file or folder that has to stand there.
pub(super) fn path(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    positional(name, value, help).value_parser(value_parser!(PathBuf))
}

/// The session's folder.
pub(super) fn dir(lang: Lang) -> Arg {
    path("dir", "DIR", help::dir(lang))
}

/// An option with a value.
pub(super) fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// An option that has to be given.
pub(super) fn needed(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    option(name, value, help).required(true)
}

/// An option that names a file.
pub(super) fn file(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    option(name, value, help).value_parser(value_parser!(PathBuf))
}

/// An option without a value.
pub(super) fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// `--format`.
pub(super) fn format(lang: Lang, formats: &'static [&'static str]) -> Arg {
    option("format", "FORMAT", help::format(lang)).value_parser(formats.to_vec()).default_value("text")
}

/// `--at`: the session as it stood at an entry.
pub(super) fn at(lang: Lang) -> Arg {
    option("at", "ENTRY", help::at(lang))
}

pub(super) fn version(lang: Lang) -> Arg {
    Arg::new("version").short('V').long("version").action(ArgAction::Version).help(help::version_flag(lang))
}

pub(super) fn lang(lang: Lang) -> Arg {
    option("lang", "LANG", help::lang(lang)).value_parser(["vi", "en"]).global(true)
}

pub(super) fn sessions(lang: Lang) -> Arg {
    file("sessions", "DIR", help::sessions(lang)).global(true)
}

/// A value that the grammar promises to be there.
pub(super) fn text<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    given(matches, name).unwrap_or_default()
}

/// A value, if it is given.
pub(super) fn given<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// Words for the record, cleaned; empty if not given.
pub(super) fn words(matches: &ArgMatches, name: &str) -> String {
    crate::text::clean_note(text(matches, name))
}

/// A path that the grammar promises to be there.
pub(super) fn path_of<'a>(matches: &'a ArgMatches, name: &str) -> &'a PathBuf {
    matches.get_one(name).expect("the grammar requires it")
}

/// A seat's id.
pub(super) fn seat(lang: Lang, matches: &ArgMatches, name: &str) -> Result<SeatId, Stop> {
    seat_id(lang, name, text(matches, name))
}

/// A seat's id from its text.
pub(super) fn seat_id(lang: Lang, name: &str, found: &str) -> Result<SeatId, Stop> {
    SeatId::new(found).ok_or_else(|| bad(lang, name, found, "a-z 0-9 (1–16)"))
}

/// A product's id.
pub(super) fn product(lang: Lang, matches: &ArgMatches, name: &str) -> Result<ProductId, Stop> {
    product_id(lang, name, text(matches, name))
}

/// A product's id from its text.
pub(super) fn product_id(lang: Lang, name: &str, found: &str) -> Result<ProductId, Stop> {
    ProductId::new(found).ok_or_else(|| bad(lang, name, found, "a-z 0-9 (1–16)"))
}

/// Seats with commas between them.
pub(super) fn seats(lang: Lang, matches: &ArgMatches, name: &str) -> Result<Vec<SeatId>, Stop> {
    list(text(matches, name)).map(|found| seat_id(lang, name, found)).collect()
}

/// Criteria with commas between them.
pub(super) fn codes(matches: &ArgMatches, name: &str) -> Vec<Code> {
    list(text(matches, name)).map(|code| Code::new(&clean(code))).collect()
}

fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// A whole number.
pub(super) fn number<N: std::str::FromStr>(lang: Lang, matches: &ArgMatches, name: &str) -> Result<Option<N>, Stop> {
    let Some(found) = given(matches, name) else { return Ok(None) };
    found.parse().map(Some).map_err(|_| bad(lang, name, found, usage::a_whole_number(lang)))
}

/// A value of the wrong shape.
pub(super) fn bad(lang: Lang, name: &str, found: &str, expected: &str) -> Stop {
    Stop::Usage(usage::bad_value(lang, name, &clean(found), expected))
}

/// The language asked for by `--lang`, before anything else is read: help and usage speak it too.
pub(super) fn language_asked(arguments: &[OsString]) -> Option<Lang> {
    option_value(arguments, "--lang").and_then(|code| Lang::parse(code.to_str()?))
}

/// The folder asked for by `--sessions`.
pub(super) fn sessions_asked(arguments: &[OsString]) -> Option<PathBuf> {
    option_value(arguments, "--sessions").map(PathBuf::from)
}

fn option_value(arguments: &[OsString], option: &str) -> Option<OsString> {
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        if argument == option {
            return rest.next().cloned();
        }
        let value = argument.to_str().and_then(|text| text.strip_prefix(option)?.strip_prefix('='));
        if let Some(value) = value {
            return Some(value.into());
        }
    }
    None
}
