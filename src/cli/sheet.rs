//! `sheet`: one seat's own marks on one product.

use clap::{ArgMatches, Command};

use super::args::{dir, format, needed, path_of, product, seat, text};
use super::context::Context;
use super::opened::Opened;
use super::stop::Done;
use crate::council::Scored;
use crate::i18n::cli::{help, said};
use crate::i18n::{Lang, carry, words};
use crate::report::json;

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("sheet")
        .about(help::sheet(lang))
        .override_usage("ocop-council sheet DIR --seat ID --product ID [--format text|json]")
        .arg(dir(lang))
        .arg(needed("seat", "ID", help::seat(lang)))
        .arg(needed("product", "ID", help::product(lang)))
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let seat = seat(lang, matches, "seat")?;
    let product = product(lang, matches, "product")?;
    let opened = Opened::read(path_of(matches, "dir"))?;
    opened.seat(&seat)?;
    let product = opened.product(&product)?;
    if text(matches, "format") == "json" {
        return context.print(&json::text(&json::sheet(&opened.session, &seat, &product)));
    }
    let Some(criteria) = opened.session.set(&product.id) else { return Ok(()) };
    let progress = opened.session.progress(&seat, &product.id);
    let marks = opened.session.own_marks(&seat, &product.id);
    let state = words::sheet_state(lang, progress.state);
    let scored = said::scored_of(lang, progress.scored, progress.of);
    context.say(format!(
        "{} {} · {} · {seat} · {state}, {scored}",
        product.id,
        product.name,
        words::product_set(lang, criteria.no)
    ))?;
    for said in carry::to_settle_on_sheet(lang, &opened.session, &seat, &product.id) {
        context.say(said)?;
    }
    for criterion in criteria.criteria() {
        let mark = match marks.scored_on(&criteria, criterion) {
            Scored::Unscored => words::not_scored(lang).to_owned(),
            Scored::NoneMet => words::none_met(lang).to_owned(),
            Scored::NotApplicable => words::not_applicable(lang).to_owned(),
            Scored::Level(level, points) => format!("{points} ({level})"),
        };
        let cell = marks.cell(&criterion.code);
        let note = if cell.note.is_empty() { String::new() } else { format!(" – {}", cell.note.replace('\n', " ")) };
        context.say(format!("{:<6} {mark:<8} {}{note}", criterion.code, lang.of(&criterion.name)))?;
    }
    context.say(said::total(lang, marks.total(&criteria)))
}
