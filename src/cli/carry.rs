//! Carrying between machines: `hand-out`, `hand-in`, `merge`.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::args::{dir, format, given, needed, option, path, path_of, positional, seat, seat_id, text};
use super::context::Context;
use super::opened::Opened;
use super::problems;
use super::stop::{Done, Stop};
use crate::council::Handed;
use crate::i18n::carry::{self as say, Line};
use crate::i18n::cli::help;
use crate::i18n::{Lang, saving};
use crate::report::json;
use crate::session::Session;
use crate::store;

pub(super) fn hand_out_grammar(lang: Lang) -> Command {
    Command::new("hand-out")
        .about(help::hand_out(lang))
        .override_usage("ocop-council hand-out DIR FILE [--seat ID] [--format text|json]")
        .arg(dir(lang))
        .arg(path("file", "FILE", help::file(lang)))
        .arg(option("seat", "ID", help::seat(lang)))
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn hand_out(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let (folder, file) = (path_of(matches, "dir"), path_of(matches, "file"));
    let seat = given(matches, "seat").map(|found| seat_id(context.lang, "--seat", found)).transpose()?;
    let opened = Opened::read(folder)?;
    if let Some(seat) = &seat {
        opened.seat(seat)?;
    }
    let handed = store::hand_out(folder, file, seat.as_ref())?;
    say_handed(context, matches, &opened.session, &handed)
}

pub(super) fn hand_in_grammar(lang: Lang) -> Command {
    Command::new("hand-in")
        .about(help::hand_in(lang))
        .override_usage("ocop-council hand-in DIR FILE --seat ID [--format text|json]")
        .arg(dir(lang))
        .arg(path("file", "FILE", help::file(lang)))
        .arg(needed("seat", "ID", help::seat(lang)))
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn hand_in(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let (folder, file) = (path_of(matches, "dir"), path_of(matches, "file"));
    let seat = seat(context.lang, matches, "seat")?;
    let opened = Opened::read(folder)?;
    opened.seat(&seat)?;
    let handed = store::hand_in(folder, file, &seat)?;
    say_handed(context, matches, &opened.session, &handed)
}

fn say_handed(context: &mut Context<'_>, matches: &ArgMatches, session: &Session, handed: &Handed) -> Done {
    if text(matches, "format") == "json" {
        return context.print(&json::text(&json::handed(handed)));
    }
    say_lines(context, &say::handed(context.lang, session, handed))
}

pub(super) fn merge_grammar(lang: Lang) -> Command {
    Command::new("merge")
        .about(help::merge(lang))
        .override_usage("ocop-council merge DIR FILE|DIR… [--format text|json]")
        .arg(dir(lang))
        .arg(positional("source", "FILE|DIR", help::sources(lang)).num_args(1..).value_parser(value_parser!(PathBuf)))
        .arg(format(lang, &["text", "json"]))
}

/// What could not be taken is listed. Nothing at all of this session in what was given is a "no". A shipped sample
/// stays as it is: its working copy takes them in, and the program says so.
pub(super) fn merge(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let sources: Vec<PathBuf> = matches.get_many("source").unwrap_or_default().cloned().collect();
    let mut session = path_of(matches, "dir").to_owned();
    if store::is_sample(&session) {
        session = store::working_copy(&session, context.places()?)?;
        Context::remark(&saving::copied(lang, &session.display().to_string()));
    }
    let merged = store::merge(&session, &sources)?;
    let opened = Opened::read(&session)?;
    if text(matches, "format") == "json" {
        let problems = problems::all(lang, &opened);
        context.print(&json::text(&json::merged(lang, &opened.session, &merged, &problems)))?;
        return if merged.is_nothing() { Err(Stop::Checked) } else { Ok(()) };
    }
    if merged.is_nothing() {
        say_lines(context, &say::refused(lang, &merged.refused))?;
        return Err(Stop::Check(say::nothing(lang).to_owned()));
    }
    say_lines(context, &say::merged(lang, &opened.session, &merged))
}

/// Prints the lines of a report.
pub(super) fn say_lines(context: &mut Context<'_>, lines: &[Line]) -> Done {
    lines.iter().try_for_each(|(_, line)| context.say(line))
}
