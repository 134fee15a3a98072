//! What a round of scoring again changed: the sheets of one reveal beside those of the reveal before.

use super::Session;
use crate::council::{DeskAct, EntryId, Marks, ProductId, Scored, SeatId};
use crate::rubric::{Code, ProductSet};
use crate::verdict::Verdict;

/// A mark that a round changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whose.
    pub seat: SeatId,
    /// On which criterion.
    pub criterion: Code,
    /// What it was.
    pub before: Scored,
    /// What it is.
    pub after: Scored,
}

impl Session {
    /// What the last round changed on a product, sheet by sheet, in the order printed; nothing in the first round.
    pub fn changes(&self, product: &ProductId) -> Vec<Change> {
        self.phase(product).reveal().map(|reveal| self.changes_by(reveal)).unwrap_or_default()
    }

    /// What the sheets of the round before said of a product, under the rulings made then; nothing in the first round.
    pub fn verdict_before(&self, product: &ProductId) -> Option<Verdict> {
        let before = self.reveal_before(self.phase(product).reveal()?)?;
        let rulings: Vec<EntryId> = self.rulings(before).into_iter().map(|(id, _)| id).collect();
        self.judge(before, &self.ruled(&rulings))
    }

    /// The reveal whose sheets were open when another opened them again.
    pub(super) fn reveal_before(&self, reveal: EntryId) -> Option<EntryId> {
        self.phase_before_entry(reveal).reveal()
    }

    /// What a reveal shows otherwise than the one before it.
    pub(super) fn changes_by(&self, reveal: EntryId) -> Vec<Change> {
        let Some(DeskAct::Reveal { product, basis, sheets, .. }) = self.desk_act(reveal) else { return Vec::new() };
        let (Some(before), Some(set)) = (self.reveal_before(reveal), self.set_of(product, *basis)) else {
            return Vec::new();
        };
        let Some((earlier, _)) = self.roll_of(before) else { return Vec::new() };
        let sheet_of = |roll: &[(SeatId, EntryId)], seat: &SeatId| {
            roll.iter().find(|(other, _)| other == seat).and_then(|(_, id)| self.sheet(*id))
        };
        let both = sheets.iter().filter_map(|(seat, id)| Some((seat, sheet_of(earlier, seat)?, self.sheet(*id)?)));
        both.flat_map(|(seat, before, after)| changed(set, seat, before, after)).collect()
    }
}

/// Where two sheets of one seat differ.
pub(super) fn changed(set: &ProductSet, seat: &SeatId, before: &Marks, after: &Marks) -> Vec<Change> {
    let criteria = set.criteria().into_iter();
    criteria
        .map(|criterion| Change {
            seat: seat.clone(),
            criterion: criterion.code.clone(),
            before: before.scored_on(set, criterion),
            after: after.scored_on(set, criterion),
        })
        .filter(|change| change.before != change.after)
        .collect()
}
