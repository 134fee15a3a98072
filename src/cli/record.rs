//! `record`: marks from a list onto one seat's sheets, all or nothing. Values that stand already are not written.

use std::collections::BTreeSet;

use clap::{ArgMatches, Command};

use super::args::{dir, file, flag, needed, path_of, seat};
use super::context::Context;
use super::create::name;
use super::opened::{Opened, Recording};
use super::stop::{Done, Stop};
use crate::council::{Author, ProductId, Scored, SeatId, Value};
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};
use crate::intake::marks::{self, Mark};
use crate::session::{Refusal, SheetState};
use crate::store;

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("record")
        .about(help::record(lang))
        .override_usage("ocop-council record DIR --seat ID --marks FILE [--submit]")
        .arg(dir(lang))
        .arg(needed("seat", "ID", help::seat(lang)))
        .arg(file("marks", "FILE", help::marks_file(lang)).required(true))
        .arg(flag("submit", help::and_submit(lang)))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let seat = seat(lang, matches, "seat")?;
    let list = path_of(matches, "marks");
    let mut opened = Opened::read(path_of(matches, "dir"))?;
    opened.seat(&seat)?;
    let marks = marks::read(&name(list), &store::read_document(list)?, &opened.session)?;
    let submits = matches.get_flag("submit");
    let (recorded, sheets) = opened.record(context, &Author::Seat(seat.clone()), |recording| {
        let mut changed = BTreeSet::new();
        for mark in &marks {
            if take(recording, &seat, mark).map_err(|why| at(mark, why))? {
                changed.insert(mark.product.clone());
            }
        }
        let recorded = recording.len();
        let named: BTreeSet<&ProductId> = marks.iter().map(|mark| &mark.product).collect();
        for product in named.into_iter().filter(|_| submits) {
            // What is handed in and stands as the list says is handed in already.
            let handed_in = recording.session.progress(&seat, product).state == SheetState::Submitted;
            if changed.contains(product) || !handed_in {
                let submit = recording.session.submit(&seat, product);
                recording.seat(submit).map_err(|why| Stop::RefusedAt(product.to_string(), why))?;
            }
        }
        Ok((recorded, recording.len() - recorded))
    })?;
    match (recorded, sheets) {
        (0, 0) => context.say(said::nothing_new(lang)),
        _ => context.say(said::recorded(lang, recorded, sheets)),
    }
}

/// Writes one mark, unless it stands already. A criterion that does not apply takes no points and needs no mark.
fn take(recording: &mut Recording<'_>, seat: &SeatId, mark: &Mark) -> Result<bool, Refusal> {
    let own = recording.session.own_marks(seat, &mark.product);
    let now = own.cell(&mark.criterion);
    let cell = mark.over(now.clone());
    let torn = || {
        let draft = recording.session.own_draft(seat, &mark.product);
        draft.is_some_and(|draft| draft.conflicts().iter().any(|(code, _)| *code == mark.criterion))
    };
    if cell == now && !torn() {
        return Ok(false);
    }
    if let Some(set) = recording.session.set(&mark.product) {
        let worth = match mark.value {
            Value::Level(level) => {
                set.criterion(&mark.criterion).and_then(|c| c.level(level)).map(|level| level.points)
            }
            Value::NoneMet | Value::Unscored => Some(0),
        };
        if own.scored(&set, &mark.criterion) == Scored::NotApplicable && worth == Some(0) {
            return Ok(false);
        }
    }
    let act = recording.session.mark(&mark.product, &mark.criterion, cell);
    recording.seat(act)?;
    Ok(true)
}

fn at(mark: &Mark, why: Refusal) -> Stop {
    Stop::RefusedAt(format!("{} {}", mark.product, mark.criterion), why)
}
