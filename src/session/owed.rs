//! Whose sheets are still not in: what everybody may know while products are scored.

use super::sheets::SheetState;
use super::{Phase, Session, Waiting};
use crate::council::SeatId;

/// Sheets a seat owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Whose.
    pub seat: SeatId,
    /// Sheets that are waited for.
    pub missing: usize,
    /// Sheets the seat has to do in all: closed products and those it does not score aside.
    pub of: usize,
}

impl Session {
    /// The seats whose sheets are waited for, in order of precedence.
    pub fn owed(&self) -> Vec<Owed> {
        let mut all: Vec<Owed> =
            self.scoring_seats().into_iter().map(|seat| Owed { seat, missing: 0, of: 0 }).collect();
        for product in self.product_ids() {
            let phase = self.phase(&product);
            if matches!(phase, Phase::Closed { .. }) {
                continue;
            }
            let waiting = self.waiting_for(&product);
            for owed in &mut all {
                // A sheet in two versions is not in either.
                let waited = |one: &Waiting| matches!(one, Waiting::Sheet { seat, .. } | Waiting::Choice(seat) if *seat == owed.seat);
                let state = self.progress(&owed.seat, &product).state;
                let scores = !matches!(state, SheetState::Recused | SheetState::SetAside | SheetState::Absent);
                owed.of += usize::from(scores);
                owed.missing += usize::from(waiting.iter().any(waited));
            }
        }
        all.retain(|owed| owed.missing > 0);
        all
    }
}
