//! `disputes`: the things to discuss over all products, by what they could do to the star.

use clap::{ArgMatches, Command};

use super::args::{dir, format, path_of, text};
use super::context::Context;
use super::opened::Opened;
use super::stop::Done;
use crate::i18n::cli::{help, said};
use crate::i18n::{Lang, agenda, words};
use crate::report::json;
use crate::session::{Thing, ThingState};

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("disputes")
        .about(help::disputes(lang))
        .override_usage("ocop-council disputes DIR [--format text|json]")
        .arg(dir(lang))
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let opened = Opened::read(path_of(matches, "dir"))?;
    if text(matches, "format") == "json" {
        return context.print(&json::text(&json::disputes(lang, &opened.session)));
    }
    let matters = opened.session.agenda();
    if matters.is_empty() {
        return context.say(said::no_disputes(lang));
    }
    for matter in matters {
        let name = opened.session.product(&matter.product).map(|product| product.name).unwrap_or_default();
        let (rank, line) = (matter.rank, line(lang, &matter.thing));
        context.say(format!("{rank}. {} {name} · {} · {line}", matter.product, agenda::consequence(lang, &matter)))?;
        context.say(format!("   {}", agenda::why(lang, &matter)))?;
    }
    Ok(())
}

fn line(lang: Lang, thing: &Thing) -> String {
    let key = &thing.key;
    let mut what = words::dispute(lang, key.kind).to_owned();
    let criterion = key.criterion.as_ref().map(ToString::to_string);
    for about in [criterion, key.star.map(|star| star.to_string())].into_iter().flatten() {
        what = format!("{what} {about}");
    }
    let weight = if thing.blocking { said::blocking(lang) } else { said::advisory(lang) };
    let state = match thing.state {
        ThingState::Open => said::open(lang),
        ThingState::Rescored => said::rescored(lang),
        ThingState::Ruled => said::was_ruled(lang),
        ThingState::Accepted => said::was_accepted(lang),
    };
    let seats = thing.seats.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    // The key is what `desk accept --dispute` takes.
    let name = key
        .criterion
        .as_ref()
        .map_or_else(|| key.kind.key().to_owned(), |criterion| format!("{}:{criterion}", key.kind.key()));
    format!("{weight} · {what}: {seats} · {state} [{name}]")
}
