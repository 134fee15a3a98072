//! `results`: what the open sheets say.

use clap::{ArgMatches, Command};

use super::args::{dir, format, path_of, text};
use super::context::Context;
use super::opened::Opened;
use super::problems;
use super::status::{say_problems, say_session};
use super::stop::Done;
use crate::council::Product;
use crate::i18n::cli::{help, said};
use crate::i18n::refusal::phase_name;
use crate::i18n::report::csv::of_outcome;
use crate::i18n::{Lang, number, words};
use crate::report::{csv, json};
use crate::session::{Phase, Session};
use crate::verdict::Verdict;

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("results")
        .about(help::results(lang))
        .override_usage("ocop-council results DIR [--format text|json|csv]")
        .arg(dir(lang))
        .arg(format(lang, &["text", "json", "csv"]))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let opened = Opened::read(path_of(matches, "dir"))?;
    let problems = problems::all(lang, &opened);
    match text(matches, "format") {
        "json" => return context.print(&json::text(&json::results(&opened.session, &problems))),
        "csv" => return context.print(&csv::results(lang, &opened.session)),
        _ => {}
    }
    say_session(context, &opened.session)?;
    for product in opened.session.products() {
        context.say(line(lang, &opened.session, &product))?;
    }
    say_problems(context, &problems)
}

fn line(lang: Lang, session: &Session, product: &Product) -> String {
    let phase = session.phase(&product.id);
    let state = match &phase {
        Phase::Closed { how, .. } => words::closed_as(lang, *how),
        other => phase_name(lang, other.name()),
    };
    let head = format!("{} {} · {state}", product.id, product.name);
    match session.verdict(&product.id) {
        None => head,
        Some(verdict) => {
            let charter = session.charter();
            let mean = verdict.mean.text(charter.rules.decimals, &charter.rubric.bands);
            let because = joined(&verdict);
            let mut parts = vec![
                head,
                number::decimal(lang, &mean),
                outcome(lang, &verdict),
                said::sheets(lang, verdict.mean.den),
                said::spread(lang, verdict.spread),
            ];
            if !because.is_empty() {
                parts.push(said::by_points(lang, verdict.by_points.number()));
                parts.push(said::because(lang, &because));
            }
            parts.join(" · ")
        }
    }
}

fn joined(verdict: &Verdict) -> String {
    verdict.because.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn outcome(lang: Lang, verdict: &Verdict) -> String {
    let words = of_outcome(lang, verdict.outcome);
    verdict.star.map_or_else(|| words.to_owned(), |star| format!("{star} {words}"))
}
