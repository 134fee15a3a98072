//! Sheets: drafts cell by cell, what is handed in, and what others may know of it before the reveal.
//! A seat's own marks are for that seat's eyes; everyone else sees [`Progress`] until the sheets are open.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::propose::Roll;
use super::refusal::ensure;
use super::register::{Heads, Register};
use super::standing::{chain, is_asked};
use super::{Phase, Refusal, Session};
use crate::council::{Act, Cell, DeskAct, Entry, EntryId, Left, Marks, ProductId, SeatAct, SeatId, Value};
use crate::rubric::{Code, Group, ProductSet};

pub(super) type DraftKey = (SeatId, ProductId, Option<EntryId>);

/// One seat's cells on one product, each with its current value or values.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    cells: BTreeMap<(Code, EntryId), Cell>,
    scored: OnceCell<usize>,
    torn: OnceCell<bool>,
}

impl Draft {
    pub(super) fn take(&mut self, entry: &Entry, code: &Code, cell: &Cell) {
        for replaced in &entry.over {
            self.cells.remove(&(code.clone(), *replaced));
        }
        self.cells.insert((code.clone(), entry.id), cell.clone());
        (self.scored, self.torn) = (OnceCell::new(), OnceCell::new());
    }

    /// The current entries of one cell.
    pub(super) fn heads(&self, code: &Code) -> Vec<EntryId> {
        let all = (code.clone(), EntryId::FIRST)..=(code.clone(), EntryId::LAST);
        self.cells.range(all).map(|((_, id), _)| *id).collect()
    }

    /// The current entries of all cells.
    pub(super) fn all_heads(&self) -> Vec<EntryId> {
        self.cells.keys().map(|(_, id)| *id).collect()
    }

    /// Each cell's code and its versions, one or several.
    pub(super) fn by_code(&self) -> Vec<(&Code, Vec<(EntryId, &Cell)>)> {
        let all: Vec<_> = self.cells.iter().collect();
        all.chunk_by(|((a, _), _), ((b, _), _)| a == b)
            .map(|cells| (&cells[0].0.0, cells.iter().map(|((_, id), cell)| (*id, *cell)).collect()))
            .collect()
    }

    /// Cells that stand in several versions, with each version. The member chooses.
    pub fn conflicts(&self) -> Vec<(Code, Vec<Cell>)> {
        if !self.is_torn() {
            return Vec::new();
        }
        self.by_code()
            .into_iter()
            .filter(|(_, cells)| !agree(cells))
            .map(|(code, cells)| (code.clone(), cells.into_iter().map(|(_, cell)| cell.clone()).collect()))
            .collect()
    }

    fn is_torn(&self) -> bool {
        *self.torn.get_or_init(|| self.by_code().iter().any(|(_, cells)| !agree(cells)))
    }

    /// The marks; a cell in conflict reads as unscored.
    pub fn marks(&self) -> Marks {
        let mut marks = Marks::default();
        for (code, cells) in self.by_code().into_iter().filter(|(_, cells)| agree(cells)) {
            marks.set(code.clone(), cells[0].1.clone());
        }
        marks
    }

    /// Criteria with a choice. One that depends on another counts when that one does, so that the number tells which
    /// cells were chosen and nothing of what was chosen.
    fn scored(&self, set: &ProductSet) -> usize {
        *self.scored.get_or_init(|| {
            let chosen: BTreeSet<&Code> = self
                .by_code()
                .into_iter()
                .filter(|(_, cells)| agree(cells) && cells[0].1.value != Value::Unscored)
                .map(|(code, _)| code)
                .collect();
            let root = |code| chain(set, code).last().unwrap_or(code);
            set.criteria().into_iter().filter(|criterion| chosen.contains(root(&criterion.code))).count()
        })
    }
}

pub(super) fn agree(cells: &[(EntryId, &Cell)]) -> bool {
    cells.iter().skip(1).all(|(_, cell)| *cell == cells[0].1)
}

/// How many criteria stand in some groups and below.
fn count(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.criteria.len() + count(&group.groups)).sum()
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
    /// Criteria with a choice; one that depends on another counts with that one.
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

    /// A seat's own sheet on a product as it stands now; for that seat's eyes only. Handed in or opened: that sheet.
    /// Asked to look again: the opened sheet, with what it marked anew where it was asked. Else its draft.
    pub fn own_marks(&self, seat: &SeatId, product: &ProductId) -> Marks {
        let phase = self.phase(product);
        let basis = self.basis(product);
        let drafted = || self.draft(seat, product, basis).map(Draft::marks).unwrap_or_default();
        let opened = self.named_in(&phase, seat);
        match (&phase, opened) {
            (Phase::Rescoring { .. }, Some(_)) if phase.asked_about(seat).is_some() => {
                match self.answer_of(seat, product, &phase) {
                    HandedIn::Sheet(id) => self.sheet(id).cloned().unwrap_or_default(),
                    HandedIn::No | HandedIn::Several(_) => self.looked_at_again(seat, product, &phase),
                }
            }
            (_, Some(opened)) => self.sheet(opened).cloned().unwrap_or_default(),
            (_, None) => match self.handed_in(seat, product, basis) {
                HandedIn::Sheet(id) => self.sheet(id).cloned().unwrap_or_default(),
                HandedIn::No | HandedIn::Several(_) => drafted(),
            },
        }
    }

    /// The opened sheet of a seat that is asked to look again, with its newer cells where it is asked.
    fn looked_at_again(&self, seat: &SeatId, product: &ProductId, phase: &Phase) -> Marks {
        let opened = self.named_in(phase, seat);
        let mut marks = opened.and_then(|id| self.sheet(id)).cloned().unwrap_or_default();
        for (code, cells) in self.newer_cells(seat, product, phase) {
            let cell = if agree(&cells) { cells[0].1.clone() } else { Cell::default() };
            marks.set(code.clone(), cell);
        }
        marks
    }

    /// The marks of a submitted sheet.
    pub(super) fn sheet(&self, submit: EntryId) -> Option<&Marks> {
        match self.act(submit) {
            Some(Act::Seat(SeatAct::Submit { sheet, .. })) => Some(sheet),
            _ => None,
        }
    }

    /// What a seat has handed in for a product under a basis.
    pub(super) fn handed_in(&self, seat: &SeatId, product: &ProductId, basis: Option<EntryId>) -> HandedIn {
        let heads = self.heads(&Register::Sheet(seat.clone(), product.clone(), basis));
        let Some(first) = heads.first() else { return HandedIn::No };
        match heads.iter().skip(1).all(|head| self.sheet(*head) == self.sheet(*first)) {
            true if self.sheet(*first).is_some() => HandedIn::Sheet(*first),
            true => HandedIn::No,
            false => HandedIn::Several(heads.iter().copied().collect()),
        }
    }

    /// Whether a seat does not score a product, and why. Told two ways, it stays recused until the seat settles it.
    pub fn recused(&self, seat: &SeatId, product: &ProductId) -> Option<&str> {
        self.heads(&Register::Recusal(seat.clone(), product.clone())).iter().find_map(|id| match self.act(*id) {
            Some(Act::Seat(SeatAct::Recuse { reason, .. })) => Some(reason.as_str()),
            _ => None,
        })
    }

    /// Whether a seat's recusal is told two ways; the seat settles it by saying it again.
    pub fn recusal_contested(&self, seat: &SeatId, product: &ProductId) -> bool {
        self.is_contested(&Register::Recusal(seat.clone(), product.clone()))
    }

    /// A seat's opinion on a product; for that seat's eyes only until the sheets are open.
    pub fn opinion(&self, seat: &SeatId, product: &ProductId) -> Option<String> {
        let mut words: Vec<&str> = self
            .heads(&Register::Opinion(seat.clone(), product.clone()))
            .iter()
            .filter_map(|id| match self.act(*id) {
                Some(Act::Seat(SeatAct::Opinion { words, .. })) => Some(words.as_str()),
                _ => None,
            })
            .collect();
        words.sort_unstable();
        words.dedup();
        (!words.is_empty()).then(|| words.join("\n"))
    }

    /// The sheets and the seats left out by a reveal.
    pub(super) fn roll_of(&self, reveal: EntryId) -> Option<Roll<'_>> {
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

    /// The sheet of a seat that a phase's reveal named.
    pub(super) fn named_in(&self, phase: &Phase, seat: &SeatId) -> Option<EntryId> {
        let (sheets, _) = self.roll_of(phase.reveal()?)?;
        sheets.iter().find(|(other, _)| other == seat).map(|(_, id)| *id)
    }

    /// What everyone may know of a seat's sheet.
    pub fn progress(&self, seat: &SeatId, product: &ProductId) -> Progress {
        self.progress_in(seat, product, &self.phase(product))
    }

    pub(super) fn progress_in(&self, seat: &SeatId, product: &ProductId, phase: &Phase) -> Progress {
        let basis = self.basis(product);
        let Some(scored_by) = self.set_of(product, basis) else {
            return Progress { state: SheetState::Missing, scored: 0, of: 0 };
        };
        let of = scored_by.parts.iter().map(|part| count(&part.groups)).sum();
        let draft = self.draft(seat, product, basis);
        let scored = draft.map_or(0, |draft| draft.scored(scored_by));
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
                return match (phase.asked_about(seat), self.answer_of(seat, product, phase)) {
                    (Some(_), HandedIn::Several(_)) => progress(SheetState::Conflict, of),
                    (Some(_), HandedIn::No) => {
                        let missing = self.looked_at_again(seat, product, phase).missing(scored_by).len();
                        progress(SheetState::Returned, of - missing)
                    }
                    (None, _) | (Some(_), HandedIn::Sheet(_)) => progress(SheetState::Submitted, of),
                };
            }
        }
        if self.recusal_contested(seat, product) {
            return progress(SheetState::Conflict, scored);
        }
        if self.recused(seat, product).is_some() {
            return progress(SheetState::Recused, 0);
        }
        match self.handed_in(seat, product, basis) {
            HandedIn::Several(_) => progress(SheetState::Conflict, scored),
            HandedIn::Sheet(_) => progress(SheetState::Submitted, of),
            HandedIn::No if !self.is_present(seat) => progress(SheetState::Absent, scored),
            HandedIn::No if draft.is_some_and(Draft::is_torn) => progress(SheetState::Conflict, scored),
            HandedIn::No if scored == 0 => progress(SheetState::Missing, 0),
            HandedIn::No => progress(SheetState::Draft, scored),
        }
    }

    /// What a seat that is asked to look again has handed in as its answer. Equal requests of two desks are one.
    pub(super) fn answer_of(&self, seat: &SeatId, product: &ProductId, phase: &Phase) -> HandedIn {
        if phase.asked_about(seat).is_none() {
            return HandedIn::No;
        }
        let asks: Vec<EntryId> = self
            .decisions(product)
            .into_iter()
            .filter_map(|(_, phase)| match phase {
                Phase::Rescoring { asked, .. } => asked.get(seat).map(|(ask, _)| *ask),
                _ => None,
            })
            .collect();
        let heads = self.heads(&Register::Sheet(seat.clone(), product.clone(), self.basis(product)));
        let answers: Heads =
            heads.iter().filter(|head| self.answers(**head).is_some_and(|ask| asks.contains(&ask))).copied().collect();
        match answers.first() {
            None => HandedIn::No,
            Some(first) if answers.iter().skip(1).all(|other| self.sheet(*other) == self.sheet(*first)) => {
                HandedIn::Sheet(*first)
            }
            Some(_) => HandedIn::Several(answers.into_iter().collect()),
        }
    }

    /// Whether a seat asked to look again has handed in its answer, and one only.
    pub(super) fn has_answered(&self, seat: &SeatId, product: &ProductId, phase: &Phase) -> bool {
        matches!(self.answer_of(seat, product, phase), HandedIn::Sheet(_))
    }

    /// The re-scoring that a submitted sheet answers.
    fn answers(&self, submit: EntryId) -> Option<EntryId> {
        match self.act(submit) {
            Some(Act::Seat(SeatAct::Submit { answers, .. })) => *answers,
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
            Phase::Rescoring { .. } => {
                let not_asked = || Refusal::NotAsked(seat.clone());
                let criteria = phase.asked_about(seat).ok_or_else(not_asked)?;
                if let (Some(code), Some(scored_by)) = (criterion, self.set_of(product, self.basis(product))) {
                    ensure(is_asked(scored_by, criteria, code), not_asked())?;
                }
                ensure(!self.has_answered(seat, product, &phase), Refusal::HandedIn)
            }
            Phase::Contested(_) => Err(Refusal::Contested(product.clone())),
            other => Err(Refusal::WrongPhase(product.clone(), other.name())),
        }
    }
}
