//! What the whole sitting waits for: the first line of the Board, as figures without words.

use super::rows::{Row, Stage};
use crate::council::SeatId;
use crate::session::{Phase, Session, Waiting};

/// What the sitting waits for; what holds up most comes first when it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    /// Grounds raised and unanswered: number of the product and who raised it.
    pub grounds: Vec<(usize, SeatId)>,
    /// Products with two different decisions.
    pub contested: usize,
    /// Fields, conclusions and attendance recorded in two ways.
    pub two_ways: usize,
    /// Locked products for which something came after the lock.
    pub late: usize,
    /// Seats that owe sheets, in order of precedence: how many, and how far the first of them is.
    pub sheets: Vec<Owed>,
    /// Seats that have to choose between two versions.
    pub choices: Vec<SeatId>,
    /// Products with something to settle.
    pub to_discuss: usize,
    /// Products whose sheets can be opened.
    pub to_reveal: usize,
    /// Products that can be locked.
    pub to_lock: usize,
    /// Products settled.
    pub done: usize,
    /// Products.
    pub of: usize,
}

/// What one seat owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Whose.
    pub seat: SeatId,
    /// Sheets.
    pub sheets: usize,
    /// Criteria scored on the first of them; none where nothing of the seat is here, so that nobody can tell.
    pub scored: Option<usize>,
    /// Criteria of that sheet.
    pub of: usize,
}

/// Reads it off the lines of the Board.
pub fn of(session: &Session, rows: &[Row]) -> Waits {
    let mut waits = Waits { of: rows.len(), two_ways: session.told_two_ways(), ..Waits::default() };
    for row in rows {
        match row.stage {
            Stage::Done => waits.done += 1,
            Stage::ReadyToReveal => waits.to_reveal += 1,
            Stage::ReadyToLock => waits.to_lock += 1,
            Stage::ToDiscuss => waits.to_discuss += 1,
            Stage::Waiting => {}
        }
        waits.contested += usize::from(matches!(row.phase, Phase::Contested(_)));
        waits.late += usize::from(row.waiting.iter().any(|waiting| matches!(waiting, Waiting::Late(_))));
        for waiting in &row.waiting {
            match waiting {
                Waiting::Ground { seat, .. } => waits.grounds.push((row.no, seat.clone())),
                Waiting::Choice(seat) if !waits.choices.contains(seat) => waits.choices.push(seat.clone()),
                Waiting::Sheet { seat, scored, of } => {
                    owe(&mut waits.sheets, seat, session.hears_of(seat).then_some(*scored), *of);
                }
                _ => {}
            }
        }
    }
    let order = session.scoring_seats();
    waits.sheets.sort_by_key(|owed| order.iter().position(|seat| *seat == owed.seat));
    waits
}

fn owe(sheets: &mut Vec<Owed>, seat: &SeatId, scored: Option<usize>, of: usize) {
    match sheets.iter_mut().find(|owed| owed.seat == *seat) {
        Some(owed) => owed.sheets += 1,
        None => sheets.push(Owed { seat: seat.clone(), sheets: 1, scored, of }),
    }
}
