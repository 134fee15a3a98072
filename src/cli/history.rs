//! `history`: everything on record that the table may see, in reading order.

use std::collections::HashMap;

use clap::{ArgMatches, Command};

use super::args::{bad, dir, format, given, option, path_of, product_id, seat_id, text};
use super::context::Context;
use super::opened::{Opened, code_of};
use super::stop::{Done, Stop};
use crate::council::{Author, Content, EntryId};
use crate::i18n::cli::{help, said};
use crate::i18n::{Lang, history as say};
use crate::report::json;
use crate::session::{Lateness, Sight};

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("history")
        .about(help::history(lang))
        .override_usage("ocop-council history DIR [--product ID] [--seat ID|desk] [--format text|json]")
        .arg(dir(lang))
        .arg(option("product", "ID", help::only_product(lang)))
        .arg(option("seat", "ID", help::only_seat(lang)))
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let product = given(matches, "product").map(|found| product_id(lang, "product", found)).transpose()?;
    let author = given(matches, "seat").map(|found| author(lang, found)).transpose()?;
    let opened = Opened::read(path_of(matches, "dir"))?;
    if let Some(product) = &product {
        opened.product(product)?;
    }
    if let Some(Author::Seat(seat)) = &author {
        opened.seat(seat)?;
    }
    let session = &opened.session;
    if text(matches, "format") == "json" {
        return context.print(&json::text(&json::history(session, product.as_ref(), author.as_ref())));
    }
    let reader = session.reader(None);
    let late: HashMap<EntryId, Lateness> = session.product_ids().iter().flat_map(|one| session.lateness(one)).collect();
    let mut said_any = false;
    for (entry, standing) in session.history() {
        let about = match &entry.content {
            Content::Known(act) => act.product(),
            Content::Unknown => None,
        };
        if reader.sees(entry) == Sight::Hidden
            || product.is_some() && about != product.as_ref()
            || author.as_ref().is_some_and(|author| entry.author != *author)
        {
            continue;
        }
        said_any = true;
        let told = say::told(lang, session, entry, standing, late.get(&entry.id));
        let on = about.map(|id| format!("{id} · ")).unwrap_or_default();
        let standing = told.standing.map(|why| format!(" [{why}]")).unwrap_or_default();
        let what = told.what.replace('\n', " ");
        context.say(format!("{}  {}  {}  {on}{what}{standing}", code_of(entry.id), told.time, told.who))?;
    }
    if said_any { Ok(()) } else { context.say(said::no_history(lang)) }
}

/// A seat, or the presiding table.
fn author(lang: Lang, found: &str) -> Result<Author, Stop> {
    match found {
        "desk" => Ok(Author::Desk),
        "" => Err(bad(lang, "seat", found, "a-z 0-9 (1–16), desk")),
        found => seat_id(lang, "seat", found).map(Author::Seat),
    }
}
