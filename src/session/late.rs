//! What arrived after a decision that it could have changed: it changes no figure, is listed and blocks, until the desk
//! takes it in by a re-scoring or a new reveal, or leaves it out with a reason.

use super::register::Register;
use super::sheets::HandedIn;
use super::{Phase, Session};
use crate::council::{Act, Author, DeskAct, EntryId, Left, Marks, MinimumId, ProductId, SeatAct, SeatId};

impl Session {
    /// What arrived after the reveal of a product and is not in its figures: seat and entry.
    pub fn late(&self, product: &ProductId) -> Vec<(SeatId, EntryId)> {
        self.late_in(product, &self.phase(product))
    }

    pub(super) fn late_in(&self, product: &ProductId, phase: &Phase) -> Vec<(SeatId, EntryId)> {
        let Some(reveal) = phase.reveal() else { return Vec::new() };
        let Some((sheets, without)) = self.roll_of(reveal) else { return Vec::new() };
        let set_aside = self.held.get(&reveal).map_or(&[][..], |held| &held.entry.over);
        let basis = self.basis(product);
        let mut late = Vec::new();
        for seat in &self.roster().scoring {
            let says_the_same = |id: EntryId, sheet: &Marks| {
                self.author(id) == Some(&Author::Seat(seat.clone())) && self.sheet(id) == Some(sheet)
            };
            let named = sheets.iter().find(|(other, _)| other == seat).map(|(_, id)| *id);
            let left = without.iter().find(|(other, _)| other == seat).map(|(_, left)| *left);
            let asked = phase.asked_about(seat).is_some();
            let answer = self.answer_of(seat, product, phase);
            for head in self.heads(&Register::Sheet(seat.clone(), product.clone(), basis)) {
                let looked_at_again = asked
                    && match &answer {
                        // The answer will replace whatever stands here.
                        HandedIn::No => true,
                        HandedIn::Sheet(id) => self.sheet(*id) == self.sheet(*head),
                        HandedIn::Several(ids) => ids.contains(head),
                    };
                let expected = match self.sheet(*head) {
                    None => named.is_none(),
                    Some(sheet) => {
                        Some(*head) == named
                            || named.and_then(|named| self.sheet(named)) == Some(sheet)
                            || (left == Some(Left::SetAside) && set_aside.iter().any(|id| says_the_same(*id, sheet)))
                            || (left == Some(Left::Recused) && self.recused(seat, product).is_some())
                    }
                };
                if !expected && !looked_at_again {
                    late.push((seat.clone(), *head));
                }
            }
            if left != Some(Left::SetAside) {
                let recusals = self.heads(&Register::Recusal(seat.clone(), product.clone())).iter();
                let recuses = |id: &EntryId| matches!(self.act(*id), Some(Act::Seat(SeatAct::Recuse { .. })));
                let differ = recusals.filter(|id| recuses(id) != (left == Some(Left::Recused)));
                late.extend(differ.map(|id| (seat.clone(), *id)));
            }
        }
        late
    }

    /// Rulings on what a lock's reveal opened that say other than those the lock names.
    pub(super) fn late_rulings(&self, phase: &Phase) -> Vec<(MinimumId, EntryId)> {
        let Phase::Locked { lock, reveal } = phase else { return Vec::new() };
        let Some(DeskAct::Lock { rulings: named, .. }) = self.desk_act(*lock) else { return Vec::new() };
        let mut late = Vec::new();
        for register in self.registers_on(*reveal) {
            let Register::Ruling(_, minimum) = register else { continue };
            for head in self.heads(register) {
                let known = |id: &EntryId| {
                    matches!(self.desk_act(*id), Some(DeskAct::Rule { minimum: other, .. }) if other == minimum)
                        && self.say_the_same(*id, *head)
                };
                if !named.iter().any(known) {
                    late.push((minimum.clone(), *head));
                }
            }
        }
        late.sort_unstable();
        late
    }

    /// The minima of what a reveal opened that are ruled on in two ways.
    pub(super) fn contested_rulings(&self, reveal: EntryId) -> Vec<MinimumId> {
        let mut contested: Vec<MinimumId> = self
            .registers_on(reveal)
            .iter()
            .filter_map(|register| match register {
                Register::Ruling(_, minimum) if self.is_contested(register) => Some(minimum.clone()),
                _ => None,
            })
            .collect();
        contested.sort_unstable();
        contested
    }

    /// What is late on a product and was not left out with a reason.
    pub(super) fn late_and_open(&self, product: &ProductId, phase: &Phase) -> Vec<(SeatId, EntryId)> {
        let accepted = phase.reveal().map(|reveal| self.acceptances(reveal)).unwrap_or_default();
        let mut late = self.late_in(product, phase);
        late.retain(|(_, id)| !accepted.iter().any(|(_, key)| key.entry == Some(*id)));
        late
    }
}
