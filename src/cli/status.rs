//! `status`: what each product waits for.

use clap::{ArgMatches, Command};

use super::args::{at, dir, format, given, path_of, text};
use super::context::Context;
use super::opened::Opened;
use super::problems;
use super::stop::{Done, Stop};
use crate::council::{Purpose, SeatId};
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};
use crate::i18n::refusal::phase_name;
use crate::report::{Problem, csv, json};
use crate::session::{Session, Waiting};

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("status")
        .about(help::status(lang))
        .override_usage("ocop-council status DIR [--at ENTRY] [--format text|json|csv]")
        .arg(dir(lang))
        .arg(at(lang))
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
    match text(matches, "format") {
        "json" => return context.print(&json::text(&json::status(&opened.session, &problems))),
        "csv" => return context.print(&csv::status(lang, &opened.session)),
        _ => {}
    }
    if let Some(past) = past {
        context.say(past)?;
    }
    say_session(context, &opened.session)?;
    for product in opened.session.products() {
        let phase = phase_name(lang, opened.session.phase(&product.id).name());
        let waiting = waits_for(lang, &opened.session, &opened.session.waiting_for(&product.id));
        let waiting = if waiting.is_empty() { said::settled(lang).to_owned() } else { said::waits_for(lang, &waiting) };
        context.say(format!("{} {} · {phase} · {waiting}", product.id, product.name))?;
    }
    say_problems(context, &problems)
}

/// The session in one line.
pub(super) fn say_session(context: &mut Context<'_>, session: &Session) -> Done {
    let lang = context.lang;
    let charter = session.charter();
    let products = session.products();
    let settled = products.iter().filter(|product| session.settled(&product.id)).count();
    let mut line = said::session_line(lang, &charter.title, products.len(), settled);
    let notes = [
        (charter.purpose == Purpose::Rehearsal, said::rehearsal(lang)),
        (session.sealed().is_some(), said::sealed_note(lang)),
    ];
    for (_, note) in notes.iter().filter(|(holds, _)| *holds) {
        line = format!("{line} · {note}");
    }
    context.say(line)
}

/// The list of problems, if there are any.
pub(super) fn say_problems(context: &mut Context<'_>, problems: &[Problem]) -> Done {
    if problems.is_empty() {
        return Ok(());
    }
    context.say(said::problems(context.lang, problems.len()))?;
    for problem in problems {
        let about = [&problem.product, &problem.seat, &problem.log].into_iter().flatten();
        let about = about.map(String::as_str).collect::<Vec<_>>().join(" ");
        let gap = if about.is_empty() { "" } else { ": " };
        context.say(format!("  {about}{gap}{}", problem.what))?;
        problem.ways.iter().try_for_each(|way| context.say(format!("    · {way}")))?;
    }
    Ok(())
}

/// What a product waits for; the seats of which nothing is here together, at the end: how far they are
/// cannot be told.
fn waits_for(lang: Lang, session: &Session, waiting: &[Waiting]) -> String {
    let (known, unheard) = session.told_apart(waiting);
    let known = known.into_iter().map(|one| wait(lang, one)).collect::<Vec<_>>().join(", ");
    let unheard = unheard.into_iter().map(SeatId::as_str).collect::<Vec<_>>().join(", ");
    let unheard = if unheard.is_empty() { unheard } else { said::waits_unheard(lang, &unheard) };
    [known, unheard].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn wait(lang: Lang, waiting: &Waiting) -> String {
    match waiting {
        Waiting::Sheet { seat, scored, of } => said::waits_sheet(lang, seat.as_str(), *scored, *of),
        Waiting::Choice(seat) => said::waits_choice(lang, seat.as_str()),
        Waiting::Ground { seat, .. } => said::waits_ground(lang, seat.as_str()),
        Waiting::Reveal => said::waits_reveal(lang).to_owned(),
        Waiting::Things(count) => said::waits_things(lang, *count),
        Waiting::Lock => said::waits_lock(lang).to_owned(),
        Waiting::Settling => said::waits_settling(lang).to_owned(),
        Waiting::Late(seat) => said::waits_late(lang, seat.as_str()),
    }
}
