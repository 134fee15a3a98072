//! Registers: what has one current value, or several that stand side by side. Current are the effective entries that
//! no effective entry of the same register replaced; never the last one written.

use std::collections::BTreeSet;

use super::{Session, phase};
use crate::council::{
    Act, Author, Corrected, CriterionId, DeskAct, DisputeKey, Entry, EntryId, Hash, Left, MinimumId, ProductId,
    SeatAct, SeatId,
};

/// The current entries of a register.
pub(super) type Heads = BTreeSet<EntryId>;

static NONE: Heads = BTreeSet::new();

/// What an act speaks of. Marks are held by cell instead (`sheets`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Register {
    Sheet(SeatId, ProductId, Option<EntryId>),
    Recusal(SeatId, ProductId),
    Opinion(SeatId, ProductId),
    Raised(EntryId),
    Attendance(SeatId),
    Presiding,
    Corrected(Corrected),
    Seat(SeatId),
    Phase(ProductId),
    Ruling(Hash, MinimumId),
    Acceptance(Hash, DisputeKey),
    Conclusion(ProductId),
    Reading(CriterionId),
}

impl Session {
    pub(super) fn heads(&self, register: &Register) -> &Heads {
        self.registers.get(register).unwrap_or(&NONE)
    }

    /// The register an act speaks of; none for marks and for what only adds to the record.
    fn register(&self, author: &Author, act: &Act, this: EntryId) -> Option<Register> {
        Some(match (author, act) {
            (
                Author::Seat(seat),
                Act::Seat(SeatAct::Submit { product, basis, .. } | SeatAct::TakeBack { product, basis }),
            ) => Register::Sheet(seat.clone(), product.clone(), *basis),
            (Author::Seat(seat), Act::Seat(SeatAct::Recuse { product, .. } | SeatAct::Unrecuse { product })) => {
                Register::Recusal(seat.clone(), product.clone())
            }
            (Author::Seat(seat), Act::Seat(SeatAct::Opinion { product, .. })) => {
                Register::Opinion(seat.clone(), product.clone())
            }
            (_, Act::Seat(SeatAct::Raise { .. })) => Register::Raised(this),
            (_, Act::Seat(SeatAct::Unraise { raised, .. }) | Act::Desk(_, DeskAct::Dismiss { raised, .. })) => {
                Register::Raised(*raised)
            }
            (_, Act::Seat(_)) => return None,
            (_, Act::Desk(_, act)) => match act {
                DeskAct::Attendance { seat, .. } => Register::Attendance(seat.clone()),
                DeskAct::HandOver { .. } => Register::Presiding,
                DeskAct::Correct { product, field, .. } => {
                    Register::Corrected(Corrected::Product(product.clone(), *field))
                }
                DeskAct::CorrectSeat { seat, field, .. } => Register::Corrected(Corrected::Seat(seat.clone(), *field)),
                DeskAct::AddSeat { seat, .. } => Register::Seat(seat.id.clone()),
                DeskAct::Rule { reveal, minimum, .. } => Register::Ruling(*self.openings.get(reveal)?, minimum.clone()),
                DeskAct::Accept { reveal, dispute, .. } => {
                    Register::Acceptance(*self.openings.get(reveal)?, dispute.clone())
                }
                DeskAct::Conclude { product, .. } => Register::Conclusion(product.clone()),
                // What is agreed anew on a criterion replaces what was agreed on it before.
                DeskAct::Remark { criterion: Some(criterion), .. } => Register::Reading(criterion.clone()),
                _ => Register::Phase(phase::product_of(act)?.clone()),
            },
        })
    }

    /// The current values an act replaces: the heads of its register. A reveal also names the sheets it sets aside, so
    /// that one handed in later is seen to be late.
    pub(super) fn current(&self, author: &Author, act: &Act) -> Vec<EntryId> {
        if let (Author::Seat(seat), Act::Seat(SeatAct::Mark { product, basis, criterion, .. })) = (author, act) {
            return self.draft(seat, product, *basis).map(|draft| draft.heads(criterion)).unwrap_or_default();
        }
        let nobody = EntryId::from(self.id);
        let mut over: Vec<EntryId> = self
            .register(author, act, nobody)
            .map(|register| self.heads(&register).iter().copied().collect())
            .unwrap_or_default();
        if let Act::Desk(_, DeskAct::Reveal { product, basis, without, .. }) = act {
            for (seat, _) in without.iter().filter(|(_, left)| *left == Left::SetAside) {
                over.extend(self.heads(&Register::Sheet(seat.clone(), product.clone(), *basis)));
            }
        }
        over
    }

    pub(super) fn put_in_register(&mut self, entry: &Entry, act: &Act) {
        let Some(register) = self.register(&entry.author, act, entry.id) else { return };
        let known = self.registers.contains_key(&register);
        let heads = self.registers.entry(register.clone()).or_default();
        match act {
            // An answer replaces the ground it names, whatever else it says.
            Act::Seat(SeatAct::Unraise { raised, .. }) | Act::Desk(_, DeskAct::Dismiss { raised, .. }) => {
                heads.remove(raised);
            }
            _ => entry.over.iter().for_each(|replaced| _ = heads.remove(replaced)),
        }
        heads.insert(entry.id);
        match heads.len() {
            1 => _ = self.several.remove(&register),
            _ => _ = self.several.insert(register.clone()),
        }
        if let (false, Register::Ruling(opening, _) | Register::Acceptance(opening, _)) = (known, &register) {
            self.on_opening.entry(*opening).or_default().push(register);
        }
    }

    /// Whether two entries of one register say the same.
    pub(super) fn say_the_same(&self, a: EntryId, b: EntryId) -> bool {
        match (self.act(a), self.act(b)) {
            (Some(Act::Desk(_, a)), Some(Act::Desk(_, b))) => match (a, b) {
                (
                    DeskAct::Attendance { presence, sits, .. },
                    DeskAct::Attendance { presence: other, sits: sitter, .. },
                ) => (presence, sits) == (other, sitter),
                (DeskAct::HandOver { to }, DeskAct::HandOver { to: other }) => to == other,
                (
                    DeskAct::Correct { value, .. } | DeskAct::CorrectSeat { value, .. },
                    DeskAct::Correct { value: other, .. } | DeskAct::CorrectSeat { value: other, .. },
                ) => value == other,
                (DeskAct::AddSeat { seat, .. }, DeskAct::AddSeat { seat: other, .. }) => seat == other,
                (DeskAct::Rule { met, .. }, DeskAct::Rule { met: other, .. }) => met == other,
                (DeskAct::Conclude { words, .. }, DeskAct::Conclude { words: other, .. }) => words == other,
                (a, b) => a == b,
            },
            (Some(Act::Seat(a)), Some(Act::Seat(b))) => match (a, b) {
                (SeatAct::Recuse { .. }, SeatAct::Recuse { .. }) => true,
                (SeatAct::Submit { sheet, .. }, SeatAct::Submit { sheet: other, .. }) => sheet == other,
                (a, b) => a == b,
            },
            _ => false,
        }
    }

    /// Whether a register stands in versions that differ.
    pub(super) fn is_contested(&self, register: &Register) -> bool {
        let heads = self.heads(register);
        heads.first().is_some_and(|first| heads.iter().skip(1).any(|head| !self.say_the_same(*first, *head)))
    }

    /// Attendance, corrections, added seats and conclusions that stand in versions that differ. The desk settles each
    /// by saying it again.
    pub(super) fn contested_fields(&self) -> Vec<Register> {
        let mut contested: Vec<Register> = self
            .several
            .iter()
            .filter(|register| {
                matches!(
                    register,
                    Register::Attendance(_) | Register::Corrected(_) | Register::Seat(_) | Register::Conclusion(_)
                )
            })
            .filter(|register| self.is_contested(register))
            .cloned()
            .collect();
        contested.sort_unstable();
        contested
    }

    /// How many things the desk has recorded in two ways beside phases and rulings.
    pub fn told_two_ways(&self) -> usize {
        self.contested_fields().len()
    }

    /// The registers of rulings and acceptances on what a reveal opened.
    pub(super) fn registers_on(&self, reveal: EntryId) -> &[Register] {
        let opening = self.openings.get(&reveal);
        opening.and_then(|opening| self.on_opening.get(opening)).map_or(&[], Vec::as_slice)
    }
}
