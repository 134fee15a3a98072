//! What stands side by side on one seat's sheet of a product – marks made on two copies, sheets handed in twice – and what
//! of it the member still has to choose. For that seat's eyes only.

use std::collections::BTreeSet;

use super::sheets::{Draft, HandedIn, agree};
use super::standing::is_asked;
use super::{Phase, Session};
use crate::council::{Act, Cell, EntryId, Marks, ProductId, Scored, SeatAct, SeatId};
use crate::rubric::Code;

impl Session {
    /// A seat's own cells between which it has to choose before it can hand in; for that seat's eyes only.
    pub fn own_conflicts(&self, seat: &SeatId, product: &ProductId) -> Vec<(Code, Vec<Cell>)> {
        let mut conflicts = self.torn_cells(seat, product);
        for (code, cells) in self.unchosen(seat, product) {
            if !conflicts.iter().any(|(torn, _)| *torn == code) {
                conflicts.push((code, cells));
            }
        }
        // What a condition shuts out cannot be marked and counts nothing: there is nothing to choose.
        if let Some(set) = self.set(product).filter(|_| !conflicts.is_empty()) {
            let marks = self.own_marks(seat, product);
            conflicts.retain(|(code, _)| marks.scored(&set, code) != Scored::NotApplicable);
        }
        conflicts
    }

    /// Cells on which the sheets that a seat handed in side by side differ, and that it has not marked since.
    fn unchosen(&self, seat: &SeatId, product: &ProductId) -> Vec<(Code, Vec<Cell>)> {
        let versions = self.own_versions(seat, product);
        let sheets: Vec<&Marks> = versions.iter().filter_map(|(_, sheet)| *sheet).collect();
        if sheets.len() < 2 {
            return Vec::new();
        }
        let handed_in: BTreeSet<EntryId> = versions
            .iter()
            .filter_map(|(id, _)| match self.act(*id) {
                Some(Act::Seat(SeatAct::Submit { from, .. })) => Some(from),
                _ => None,
            })
            .flatten()
            .copied()
            .collect();
        let draft = self.own_draft(seat, product);
        let is_marked_since = |code: &Code| {
            let cells = draft.map(Draft::by_code).unwrap_or_default();
            cells.iter().any(|(of, cells)| *of == code && cells.iter().any(|(id, _)| !handed_in.contains(id)))
        };
        let codes: BTreeSet<&Code> = sheets.iter().flat_map(|sheet| sheet.iter().map(|(code, _)| code)).collect();
        let versions_of = |code: &Code| sheets.iter().map(|sheet| sheet.cell(code)).collect::<Vec<Cell>>();
        codes
            .into_iter()
            .map(|code| (code.clone(), versions_of(code)))
            .filter(|(code, cells)| cells.iter().any(|cell| *cell != cells[0]) && !is_marked_since(code))
            .collect()
    }

    /// Cells whose marks stand side by side.
    fn torn_cells(&self, seat: &SeatId, product: &ProductId) -> Vec<(Code, Vec<Cell>)> {
        let phase = self.phase(product);
        match &phase {
            Phase::Rescoring { .. } => self
                .newer_cells(seat, product, &phase)
                .into_iter()
                .filter(|(_, cells)| !agree(cells))
                .map(|(code, cells)| (code.clone(), cells.into_iter().map(|(_, cell)| cell.clone()).collect()))
                .collect(),
            _ => self.own_draft(seat, product).map(Draft::conflicts).unwrap_or_default(),
        }
    }

    /// The different versions of a handed-in sheet that stand side by side; for that seat's eyes only.
    pub fn own_versions(&self, seat: &SeatId, product: &ProductId) -> Vec<(EntryId, Option<&Marks>)> {
        let phase = self.phase(product);
        let handed_in = match &phase {
            Phase::Rescoring { .. } => self.answer_of(seat, product, &phase),
            _ => self.handed_in(seat, product, self.basis(product)),
        };
        match handed_in {
            HandedIn::Several(ids) => ids.into_iter().map(|id| (id, self.sheet(id))).collect(),
            HandedIn::No | HandedIn::Sheet(_) => Vec::new(),
        }
    }

    /// A seat's cells that its opened sheet was not made from, where it is asked to look again.
    pub(super) fn newer_cells(
        &self,
        seat: &SeatId,
        product: &ProductId,
        phase: &Phase,
    ) -> Vec<(&Code, Vec<(EntryId, &Cell)>)> {
        let basis = self.basis(product);
        let (Some(draft), Some(scored_by), Some(criteria), Some(Act::Seat(SeatAct::Submit { from, .. }))) = (
            self.draft(seat, product, basis),
            self.set_of(product, basis),
            phase.asked_about(seat),
            self.named_in(phase, seat).and_then(|id| self.act(id)),
        ) else {
            return Vec::new();
        };
        let newer = |(code, cells): &(&Code, Vec<(EntryId, &Cell)>)| {
            is_asked(scored_by, criteria, code) && cells.iter().any(|(id, _)| !from.contains(id))
        };
        draft.by_code().into_iter().filter(newer).collect()
    }
}
