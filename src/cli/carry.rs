//! Carrying between machines: `hand-out`, `hand-in`, `merge`.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::args::{dir, given, needed, option, path, path_of, positional, seat, seat_id};
use super::context::Context;
use super::create::name;
use super::opened::Opened;
use super::problems::line_fault;
use super::stop::{Done, Stop};
use crate::i18n::cli::{files, help, said};
use crate::i18n::{Lang, saving, trouble};
use crate::store::{self, Merged, NotTaken};

pub(super) fn hand_out_grammar(lang: Lang) -> Command {
    Command::new("hand-out")
        .about(help::hand_out(lang))
        .override_usage("ocop-council hand-out DIR FILE [--seat ID]")
        .arg(dir(lang))
        .arg(path("file", "FILE", help::file(lang)))
        .arg(option("seat", "ID", help::seat(lang)))
}

pub(super) fn hand_out(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let (session, file) = (path_of(matches, "dir"), path_of(matches, "file"));
    let seat = given(matches, "seat").map(|found| seat_id(context.lang, "--seat", found)).transpose()?;
    if let Some(seat) = &seat {
        Opened::read(session)?.seat(seat)?;
    }
    store::hand_out(session, file, seat.as_ref())?;
    context.say(said::handed_out(context.lang, &name(file)))
}

pub(super) fn hand_in_grammar(lang: Lang) -> Command {
    Command::new("hand-in")
        .about(help::hand_in(lang))
        .override_usage("ocop-council hand-in DIR FILE --seat ID")
        .arg(dir(lang))
        .arg(path("file", "FILE", help::file(lang)))
        .arg(needed("seat", "ID", help::seat(lang)))
}

pub(super) fn hand_in(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let (session, file) = (path_of(matches, "dir"), path_of(matches, "file"));
    let seat = seat(context.lang, matches, "seat")?;
    Opened::read(session)?.seat(&seat)?;
    store::hand_in(session, file, &seat)?;
    context.say(said::handed_in(context.lang, &name(file)))
}

pub(super) fn merge_grammar(lang: Lang) -> Command {
    Command::new("merge")
        .about(help::merge(lang))
        .override_usage("ocop-council merge DIR FILE|DIR…")
        .arg(dir(lang))
        .arg(positional("source", "FILE|DIR", help::sources(lang)).num_args(1..).value_parser(value_parser!(PathBuf)))
}

/// What could not be taken is listed. Nothing at all of this session in what was given is a "no". A shipped sample
/// stays as it is: its working copy takes them in, and the program says so.
pub(super) fn merge(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let sources: Vec<PathBuf> = matches.get_many("source").unwrap_or_default().cloned().collect();
    let mut session = path_of(matches, "dir").to_owned();
    if store::is_sample(&session) {
        session = store::working_copy(&session, context.places()?)?;
        Context::remark(&saving::copied(context.lang, &session.display().to_string()));
    }
    let merged = store::merge(&session, &sources)?;
    say_merged(context, &merged)?;
    if merged.logs.is_empty() {
        return Err(Stop::Check(said::merged_nothing(context.lang).to_owned()));
    }
    Ok(())
}

/// What merging took and what it did not.
pub(super) fn say_merged(context: &mut Context<'_>, merged: &Merged) -> Done {
    let lang = context.lang;
    for (log, counted) in &merged.logs {
        context.say(said::merged(lang, log.as_str(), counted.new, counted.known))?;
    }
    if merged.sealed && merged.new_entries() > 0 {
        context.say(said::merged_sealed(lang))?;
    }
    for refused in &merged.refused {
        context.say(format!("  {}: {}", refused.place, not_taken(lang, &refused.why)))?;
    }
    Ok(())
}

fn not_taken(lang: Lang, why: &NotTaken) -> String {
    match why {
        NotTaken::Foreign => files::foreign(lang).to_owned(),
        NotTaken::NoLog => files::stray(lang).to_owned(),
        NotTaken::Damage(fault) => line_fault(lang, *fault).to_owned(),
        NotTaken::BehindDamage(count) => files::behind_damage(lang, *count),
        NotTaken::Torn => files::torn(lang).to_owned(),
        NotTaken::NotTheirs(log) => files::not_theirs(lang, log.as_str()),
        NotTaken::Unread(why) => trouble::kind(lang, why),
    }
}
