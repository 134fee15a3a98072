//! The course of a product as the page "why this star" tells it: from the first mark on, in reading order. Marks one by
//! one are the history's; here a sheet is an event, and a round of scoring again says what it changed.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::rounds::{Change, changed};
use super::super::{Session, Standing};
use crate::council::{
    Act, Author, By, Content, DeskAct, DisputeKind, Entry, EntryId, Left, MinimumId, ProductId, Reason, SeatAct, SeatId,
};

/// Something that happened on a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The entry; of several in one, the first.
    pub entry: EntryId,
    /// Its claimed time.
    pub at: String,
    /// Who signed it, of an act of the desk.
    pub signed: Option<By>,
    /// What it was.
    pub what: What,
    /// How the entry stands.
    pub standing: Standing,
    /// Whether it came after a decision that it could have changed.
    pub late: Lateness,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The first mark on the product.
    Began,
    /// These seats handed their sheets in, one after the other.
    HandedIn(Vec<SeatId>),
    /// A seat that was asked to look again handed in again.
    Answered {
        /// Who.
        seat: SeatId,
        /// What it changed, and its total before and after; nothing while the sheet is not open.
        opened: Option<(Vec<Change>, (u16, u16))>,
    },
    /// The sheets were opened.
    Opened {
        /// The number of the round, from 1.
        round: u16,
        /// Sheets opened.
        sheets: usize,
        /// Scoring seats without a sheet in it.
        without: Vec<(SeatId, Left)>,
    },
    /// Any other act.
    Done {
        /// Whose.
        author: Author,
        /// The act.
        act: Arc<Act>,
    },
}

impl What {
    /// Its name in JSON.
    pub fn key(&self) -> &'static str {
        match self {
            What::Began => "began",
            What::HandedIn(_) => "handed_in",
            What::Answered { .. } => "answered",
            What::Opened { .. } => "opened",
            What::Done { act, .. } => act.key(),
        }
    }
}

/// Whether something came too late to count, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lateness {
    /// It did not.
    No,
    /// It did; the desk has not answered.
    Open,
    /// It did, and was left out for this reason.
    LeftOut(Reason),
}

/// Everything that happened on a product, marks but the first left out.
pub(super) fn events(session: &Session, product: &ProductId) -> Vec<Event> {
    let late = session.lateness(product);
    let opened = session.sheets_opened(product);
    let mut events: Vec<Event> = Vec::new();
    let mut began = false;
    for (entry, standing) in session.history() {
        let Content::Known(act) = &entry.content else { continue };
        if act.product() != Some(product) {
            continue;
        }
        if let Act::Seat(SeatAct::Mark { .. }) = &**act {
            if !began && *standing == Standing::Effective {
                began = true;
                events.push(event(entry, standing, What::Began));
            }
            continue;
        }
        if let (Act::Seat(SeatAct::Opinion { .. }), None) = (&**act, session.opened(product)) {
            continue;
        }
        let what = what(session, entry, act, standing, &opened);
        let late = late.iter().find(|(id, _)| *id == entry.id).map_or(Lateness::No, |(_, late)| late.clone());
        if let (What::HandedIn(seats), Some(Event { what: What::HandedIn(before), standing: same, late: on_time, .. })) =
            (&what, events.last_mut())
            && *same == *standing
            && (&*on_time, &late) == (&Lateness::No, &Lateness::No)
        {
            before.extend(seats.iter().cloned());
            continue;
        }
        events.push(Event { late, ..event(entry, standing, what) });
    }
    events
}

fn event(entry: &Entry, standing: &Standing, what: What) -> Event {
    let signed = match &entry.content {
        Content::Known(act) => match &**act {
            Act::Desk(by, _) => Some(by.clone()),
            Act::Seat(_) => None,
        },
        Content::Unknown => None,
    };
    Event { entry: entry.id, at: entry.at.clone(), signed, what, standing: standing.clone(), late: Lateness::No }
}

fn what(session: &Session, entry: &Entry, act: &Arc<Act>, standing: &Standing, opened: &HashSet<EntryId>) -> What {
    match (&entry.author, &**act) {
        (Author::Seat(seat), Act::Seat(SeatAct::Submit { answers: None, .. })) => What::HandedIn(vec![seat.clone()]),
        (Author::Seat(seat), Act::Seat(SeatAct::Submit { answers: Some(ask), .. })) => What::Answered {
            seat: seat.clone(),
            opened: opened.contains(&entry.id).then(|| session.answer(seat, *ask, entry.id)).flatten(),
        },
        (_, Act::Desk(_, DeskAct::Reveal { sheets, without, .. })) if *standing == Standing::Effective => {
            What::Opened {
                round: match session.phase_by(entry.id) {
                    Some(super::super::Phase::Revealed { round, .. }) => *round,
                    _ => 1,
                },
                sheets: sheets.len(),
                without: without.clone(),
            }
        }
        (author, _) => What::Done { author: author.clone(), act: Arc::clone(act) },
    }
}

impl Session {
    /// Everything late on a product – sheets, recusals, rulings after the lock –, with what became of it. What was left
    /// out stays said to have been, though its member replaced it since.
    pub fn lateness(&self, product: &ProductId) -> Vec<(EntryId, Lateness)> {
        let phase = self.phase(product);
        let accepted = self.opened(product).map(|reveal| self.acceptances(reveal)).unwrap_or_default();
        let left_out = accepted.iter().filter(|(_, key)| key.kind == DisputeKind::Late);
        let mut told: Vec<(EntryId, Lateness)> = left_out
            .filter_map(|(accept, key)| Some((key.entry?, Lateness::LeftOut(self.reason_of(*accept)?.clone()))))
            .collect();
        let of_seats = self.late_in(product, &phase).into_iter().map(|(_, id)| id);
        for id in of_seats.chain(self.late_rulings(&phase).into_iter().map(|(_, id)| id)) {
            if !told.iter().any(|(known, _)| *known == id) {
                told.push((id, Lateness::Open));
            }
        }
        told
    }

    /// The sheets that any reveal of a product opened, while they are open to everyone.
    fn sheets_opened(&self, product: &ProductId) -> HashSet<EntryId> {
        if self.opened(product).is_none() {
            return HashSet::new();
        }
        let reveals = self.decided.keys().filter_map(|id| match self.desk_act(*id) {
            Some(DeskAct::Reveal { product: other, sheets, .. }) if other == product => Some(sheets),
            _ => None,
        });
        reveals.flatten().map(|(_, sheet)| *sheet).collect()
    }

    /// What an answer to a re-scoring changed, and its total before and after.
    fn answer(&self, seat: &SeatId, ask: EntryId, answer: EntryId) -> Option<(Vec<Change>, (u16, u16))> {
        let Some(DeskAct::Rescore { product, reveal, .. }) = self.desk_act(ask) else { return None };
        let (sheets, _) = self.roll_of(*reveal)?;
        let before = sheets.iter().find(|(other, _)| other == seat).and_then(|(_, id)| self.sheet(*id))?;
        let Some(DeskAct::Reveal { basis, .. }) = self.desk_act(*reveal) else { return None };
        let (set, after) = (self.set_of(product, *basis)?, self.sheet(answer)?);
        Some((changed(set, seat, before, after), (before.total(set), after.total(set))))
    }

    /// The rulings that the figures of a product rest on, with their reasons.
    pub(super) fn rulings_named(&self, product: &ProductId) -> Vec<(MinimumId, Reason)> {
        let phase = self.phase(product);
        let ids: Vec<EntryId> = match (&phase, phase.reveal()) {
            (super::super::Phase::Locked { lock, .. }, _) => match self.desk_act(*lock) {
                Some(DeskAct::Lock { rulings, .. }) => rulings.clone(),
                _ => Vec::new(),
            },
            (_, Some(reveal)) => self.rulings(reveal).into_iter().map(|(id, _)| id).collect(),
            (_, None) => Vec::new(),
        };
        let ruling = |id: EntryId| match self.desk_act(id) {
            Some(DeskAct::Rule { minimum, reason, .. }) => Some((minimum.clone(), reason.clone())),
            _ => None,
        };
        ids.into_iter().filter_map(ruling).collect()
    }
}
