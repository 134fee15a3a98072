//! Sheets: drafts cell by cell, what is handed in, and what others may know of it before the reveal.
//! A seat's own marks are for that seat's eyes; everyone else sees [`Progress`] until the sheets are open.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Phase, Refusal, Register, Session};
use crate::council::{Cell, DeskAct, Entry, EntryId, Left, Marks, Presence, ProductId, SeatAct, SeatId};
use crate::rubric::{Code, ProductSet};

pub(super) type DraftKey = (SeatId, ProductId, Option<EntryId>);

/// One seat's cells on one product, each with its current value or values.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    cells: BTreeMap<Code, Vec<(EntryId, Cell)>>,
    scored: OnceCell<usize>,
}

impl Draft {
    pub(super) fn take(&mut self, entry: &Entry, code: &Code, cell: &Cell) {
        let heads = self.cells.entry(code.clone()).or_default();
        heads.retain(|(head, _)| !entry.over.contains(head));
        heads.push((entry.id, cell.clone()));
        heads.sort_unstable_by_key(|(id, _)| *id);
        self.scored = OnceCell::new();
    }

    /// The current entries of one cell.
    pub(super) fn heads(&self, code: &Code) -> Vec<EntryId> {
        self.cells.get(code).into_iter().flatten().map(|(id, _)| *id).collect()
    }

    /// The current entries of all cells.
    pub(super) fn all_heads(&self) -> Vec<EntryId> {
        self.cells.values().flatten().map(|(id, _)| *id).collect()
    }

    /// Cells that stand in several versions, with each version. The member chooses.
    pub fn conflicts(&self) -> Vec<(Code, Vec<Cell>)> {
        self.cells
            .iter()
            .filter(|(_, heads)| heads.iter().any(|(_, cell)| *cell != heads[0].1))
            .map(|(code, heads)| (code.clone(), heads.iter().map(|(_, cell)| cell.clone()).collect()))
            .collect()
    }

    /// The marks; a cell in conflict reads as unscored.
    pub fn marks(&self) -> Marks {
        let mut marks = Marks::default();
        for (code, heads) in &self.cells {
            if heads.iter().all(|(_, cell)| *cell == heads[0].1) {
                marks.set(code.clone(), heads[0].1.clone());
            }
        }
        marks
    }

    fn scored(&self, set: &ProductSet) -> usize {
        *self.scored.get_or_init(|| {
            let marks = self.marks();
            marks.points(set).into_iter().flatten().count()
        })
    }
}

/// How one seat stands to one product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetState {
    /// Nothing scored yet.
    Missing,
    /// Being scored.
    Draft,
    /// Handed in.
    Submitted,
    /// Asked to look again, not handed in again.
    Returned,
    /// Does not score this product.
    Recused,
    /// Absent or gone, without a sheet.
    Absent,
    /// Set aside by the desk.
    SetAside,
    /// Two versions; the member chooses.
    Conflict,
}

impl SheetState {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            SheetState::Missing => "missing",
            SheetState::Draft => "draft",
            SheetState::Submitted => "submitted",
            SheetState::Returned => "returned",
            SheetState::Recused => "recused",
            SheetState::Absent => "absent",
            SheetState::SetAside => "set_aside",
            SheetState::Conflict => "conflict",
        }
    }
}

/// What everyone may know of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Its state.
    pub state: SheetState,
    /// Criteria with a choice (or not applicable).
    pub scored: usize,
    /// Criteria of the set.
    pub of: usize,
}

/// A seat's handed-in sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HandedIn {
    /// None, or taken back.
    No,
    /// This one (of equal ones, the first by id).
    Sheet(EntryId),
    /// Several that differ.
    Several(Vec<EntryId>),
}

impl Session {
    /// A seat's cells on a product under a basis.
    pub(super) fn draft(&self, seat: &SeatId, product: &ProductId, basis: Option<EntryId>) -> Option<&Draft> {
        self.drafts.get(&(seat.clone(), product.clone(), basis))
    }

    /// A seat's own cells on a product as it is scored now; for that seat's eyes only.
    pub fn own_draft(&self, seat: &SeatId, product: &ProductId) -> Option<&Draft> {
        self.draft(seat, product, self.basis(product))
    }

    /// A seat's own marks on a product as it is scored now; for that seat's eyes only.
    pub fn own_marks(&self, seat: &SeatId, product: &ProductId) -> Marks {
        self.own_draft(seat, product).map(Draft::marks).unwrap_or_default()
    }

    /// The different versions of a handed-in sheet that stand side by side; for that seat's eyes only.
    pub fn own_versions(&self, seat: &SeatId, product: &ProductId) -> Vec<(EntryId, Option<&Marks>)> {
        match self.handed_in(seat, product, self.basis(product)) {
            HandedIn::Several(ids) => ids.into_iter().map(|id| (id, self.sheet(id))).collect(),
            _ => Vec::new(),
        }
    }

    /// The marks of a submitted sheet.
    pub(super) fn sheet(&self, submit: EntryId) -> Option<&Marks> {
        match self.act(submit) {
            Some(crate::council::Act::Seat(SeatAct::Submit { sheet, .. })) => Some(sheet),
            _ => None,
        }
    }

    /// What a seat has handed in for a product under a basis.
    pub(super) fn handed_in(&self, seat: &SeatId, product: &ProductId, basis: Option<EntryId>) -> HandedIn {
        let heads = self.heads(&Register::Sheet(seat.clone(), product.clone(), basis));
        let Some(first) = heads.first() else { return HandedIn::No };
        match heads.iter().all(|head| self.sheet(*head) == self.sheet(*first)) {
            true if self.sheet(*first).is_some() => HandedIn::Sheet(*first),
            true => HandedIn::No,
            false => HandedIn::Several(heads.to_vec()),
        }
    }

    /// Whether a seat does not score a product, and why. Told two ways, it stays recused until the seat settles it.
    pub fn recused(&self, seat: &SeatId, product: &ProductId) -> Option<&str> {
        self.heads(&Register::Recusal(seat.clone(), product.clone())).iter().find_map(|id| match self.act(*id) {
            Some(crate::council::Act::Seat(SeatAct::Recuse { reason, .. })) => Some(reason.as_str()),
            _ => None,
        })
    }

    /// A seat's opinion on a product.
    pub fn opinion(&self, seat: &SeatId, product: &ProductId) -> Option<String> {
        let mut words: Vec<&str> = self
            .heads(&Register::Opinion(seat.clone(), product.clone()))
            .iter()
            .filter_map(|id| match self.act(*id) {
                Some(crate::council::Act::Seat(SeatAct::Opinion { words, .. })) => Some(words.as_str()),
                _ => None,
            })
            .collect();
        words.sort_unstable();
        words.dedup();
        (!words.is_empty()).then(|| words.join("\n"))
    }

    /// The sheets and the seats left out by a reveal.
    pub(super) fn roll_of(&self, reveal: EntryId) -> Option<(&[(SeatId, EntryId)], &[(SeatId, Left)])> {
        match self.desk_act(reveal) {
            Some(DeskAct::Reveal { sheets, without, .. }) => Some((sheets, without)),
            _ => None,
        }
    }

    /// The seats counted by the product's reveal, each with its marks as opened; nothing while blind.
    pub fn counted(&self, product: &ProductId) -> Vec<(SeatId, &Marks)> {
        let Some((sheets, _)) = self.phase(product).reveal().and_then(|reveal| self.roll_of(reveal)) else {
            return Vec::new();
        };
        sheets.iter().filter_map(|(seat, id)| Some((seat.clone(), self.sheet(*id)?))).collect()
    }

    /// What everyone may know of a seat's sheet.
    pub fn progress(&self, seat: &SeatId, product: &ProductId) -> Progress {
        let phase = self.phase(product);
        let basis = self.basis_of(&phase, product);
        let Some(set) = self.set_of(product, basis) else {
            return Progress { state: SheetState::Missing, scored: 0, of: 0 };
        };
        self.progress_in(seat, product, &phase, basis, &set)
    }

    fn progress_in(
        &self,
        seat: &SeatId,
        product: &ProductId,
        phase: &Phase,
        basis: Option<EntryId>,
        set: &Arc<ProductSet>,
    ) -> Progress {
        let of = set.parts.iter().map(|part| part.criteria().len()).sum();
        let scored = self.draft(seat, product, basis).map_or(0, |draft| draft.scored(set));
        let progress = |state, scored| Progress { state, scored, of };
        if let Some((sheets, without)) = phase.reveal().and_then(|reveal| self.roll_of(reveal)) {
            if let Some((_, left)) = without.iter().find(|(other, _)| other == seat) {
                return match left {
                    Left::Absent => progress(SheetState::Absent, 0),
                    Left::Recused => progress(SheetState::Recused, 0),
                    Left::SetAside => progress(SheetState::SetAside, 0),
                };
            }
            if sheets.iter().any(|(other, _)| other == seat) {
                let back = matches!(phase, Phase::Rescoring { asked, .. } if asked.contains_key(seat))
                    && !self.has_answered(seat, product, phase);
                return match back {
                    true => progress(SheetState::Returned, scored),
                    false => progress(SheetState::Submitted, of),
                };
            }
        }
        if self.recused(seat, product).is_some() {
            return progress(SheetState::Recused, 0);
        }
        match self.handed_in(seat, product, basis) {
            HandedIn::Several(_) => progress(SheetState::Conflict, scored),
            HandedIn::Sheet(_) => progress(SheetState::Submitted, of),
            HandedIn::No if self.attendance(seat).presence != Presence::Present => progress(SheetState::Absent, scored),
            HandedIn::No if self.draft(seat, product, basis).is_some_and(|draft| !draft.conflicts().is_empty()) => {
                progress(SheetState::Conflict, scored)
            }
            HandedIn::No if scored == 0 => progress(SheetState::Missing, 0),
            HandedIn::No => progress(SheetState::Draft, scored),
        }
    }

    /// Whether a seat asked to look again has handed in its answer.
    pub(super) fn has_answered(&self, seat: &SeatId, product: &ProductId, phase: &Phase) -> bool {
        let Phase::Rescoring { asked, .. } = phase else { return false };
        let Some((ask, _)) = asked.get(seat) else { return false };
        match self.handed_in(seat, product, self.basis_of(phase, product)) {
            HandedIn::Sheet(id) => self.answers(id) == Some(*ask),
            _ => false,
        }
    }

    /// The re-scoring that a submitted sheet answers.
    pub(super) fn answers(&self, submit: EntryId) -> Option<EntryId> {
        match self.act(submit) {
            Some(crate::council::Act::Seat(SeatAct::Submit { answers, .. })) => *answers,
            _ => None,
        }
    }

    /// Whether a seat may change a criterion of its sheet now (`None`: any criterion at all).
    pub fn may_mark(&self, seat: &SeatId, product: &ProductId, criterion: Option<&Code>) -> Result<(), Refusal> {
        if self.seal.is_some() {
            return Err(Refusal::Sealed);
        }
        let known = self.first_seat(seat).ok_or_else(|| Refusal::UnknownSeat(seat.clone()))?;
        if !known.scores {
            return Err(Refusal::DoesNotScore(seat.clone()));
        }
        let phase = self.phase(product);
        match &phase {
            Phase::Blind { basis } => {
                if self.recused(seat, product).is_some() {
                    return Err(Refusal::IsRecused(seat.clone()));
                }
                match self.handed_in(seat, product, *basis) {
                    HandedIn::Sheet(_) => Err(Refusal::HandedIn),
                    // Two versions handed in: the member marks what is meant and hands in again over both.
                    HandedIn::No | HandedIn::Several(_) => Ok(()),
                }
            }
            Phase::Rescoring { asked, .. } => {
                let (_, criteria) = asked.get(seat).ok_or_else(|| Refusal::NotAsked(seat.clone()))?;
                if criterion.is_some_and(|code| !criteria.is_empty() && !criteria.contains(code)) {
                    return Err(Refusal::NotAsked(seat.clone()));
                }
                match self.has_answered(seat, product, &phase) {
                    true => Err(Refusal::HandedIn),
                    false => Ok(()),
                }
            }
            Phase::Contested(_) => Err(Refusal::Contested(product.clone())),
            other => Err(Refusal::WrongPhase(product.clone(), other.name())),
        }
    }
}
