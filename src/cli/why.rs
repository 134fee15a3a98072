//! `why`: why a product has the star it has, on one page.

use clap::{ArgMatches, Command};

use super::args::{at, dir, format, given, path_of, positional, product, text};
use super::context::Context;
use super::opened::Opened;
use super::stop::Done;
use crate::i18n::cli::help;
use crate::i18n::refusal::phase_name;
use crate::i18n::{Lang, why as say, words};
use crate::report::json;

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("why")
        .about(help::why(lang))
        .override_usage("ocop-council why DIR PRODUCT [--at ENTRY] [--format text|json]")
        .arg(dir(lang))
        .arg(positional("product", "PRODUCT", help::product(lang)))
        .arg(at(lang))
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let id = product(lang, matches, "product")?;
    let mut opened = Opened::read(path_of(matches, "dir"))?;
    let past = given(matches, "at").map(|code| opened.look_back(lang, code)).transpose()?;
    let product = opened.product(&id)?;
    let session = &opened.session;
    if text(matches, "format") == "json" {
        return context.print(&json::text(&json::why(session, &id)));
    }
    if let Some(past) = past {
        context.say(past)?;
    }
    let phase = phase_name(lang, session.phase(&id).name());
    let set = words::product_set(lang, product.set);
    context.say(format!("{} {} · {set} · {phase}", product.id, product.name))?;
    let mut chapter = None;
    for statement in session.why(&id) {
        if chapter.replace(statement.chapter()) != Some(statement.chapter()) {
            context.say("")?;
            context.say(say::chapter(lang, statement.chapter()))?;
        }
        context.say(format!("  {}", say::sentence(lang, session, &id, &statement).replace('\n', " ")))?;
    }
    Ok(())
}
