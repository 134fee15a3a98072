//! `results`: what the open sheets say.

use clap::{ArgMatches, Command};

use super::args::{at, dir, flag, format, given, path_of, text};
use super::context::Context;
use super::opened::Opened;
use super::problems;
use super::status::{say_problems, say_session};
use super::stop::{Done, Stop};
use crate::council::{Product, Purpose};
use crate::i18n::cli::{help, said, usage};
use crate::i18n::refusal::phase_name;
use crate::i18n::report::csv::of_outcome;
use crate::i18n::{Lang, number, training, words};
use crate::report::{csv, json};
use crate::session::{Phase, Session};
use crate::verdict::Verdict;

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("results")
        .about(help::results(lang))
        .override_usage("ocop-council results DIR [--at ENTRY] [--under-rules] [--format text|json|csv]")
        .arg(dir(lang))
        .arg(at(lang))
        .arg(flag("under-rules", help::under_rules(lang)))
        .arg(format(lang, &["text", "json", "csv"]))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let mut opened = Opened::read(path_of(matches, "dir"))?;
    let past = match (given(matches, "at"), text(matches, "format")) {
        (Some(_), "csv") => return Err(Stop::Usage(said::no_past_csv(lang).to_owned())),
        (Some(code), _) => Some(opened.look_back(lang, code)?),
        (None, _) => None,
    };
    let problems = problems::all(lang, &opened);
    let under = matches.get_flag("under-rules");
    if under && opened.session.charter().purpose != Purpose::Rehearsal {
        return Err(Stop::Check(said::one_rule(lang).to_owned()));
    }
    match text(matches, "format") {
        "json" if under => return context.print(&json::text(&json::results_under_rules(&opened.session, &problems))),
        "json" => return context.print(&json::text(&json::results(&opened.session, &problems))),
        "csv" if under => return Err(Stop::Usage(usage::conflict(lang, "--under-rules"))),
        "csv" => return context.print(&csv::results(lang, &opened.session)),
        _ => {}
    }
    if let Some(past) = past {
        context.say(past)?;
    }
    say_session(context, &opened.session)?;
    for product in opened.session.products() {
        context.say(line(lang, &opened.session, &product))?;
        if under && let Some(found) = opened.session.under_each_rule(&product.id) {
            let own = opened.session.charter().rules.minima;
            context.say(format!("    {}", training::under_each(lang, own, &found).join(" · ")))?;
        }
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
