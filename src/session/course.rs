//! The course of a product: the phase it is in, from the heads of its phase register, and the set it is scored by.
//! What may follow what stands in `phase`.

use std::sync::Arc;

use super::phase::{self, Phase};
use super::refusal::ensure;
use super::register::{Heads, Register};
use super::{Refusal, Session};
use crate::council::{Back, DeskAct, EntryId, Hash, Left, ProductId, SeatId};
use crate::rubric::{Code, ProductSet};

/// What an effective phase entry led to. Kept with it, so that no question walks the record.
#[derive(Clone, Debug)]
pub(super) struct Decided {
    /// The phase.
    pub(super) phase: Phase,
    /// What sets the product's set in it.
    basis: Option<EntryId>,
    /// The reveal whose sheets are open: the phase's own, or the one before a close.
    reveal: Option<EntryId>,
}

/// What a reveal opened, the order of its lists aside: equal for reveals that opened the same sheets.
pub(super) fn opening(
    product: &ProductId,
    basis: Option<EntryId>,
    sheets: &[(SeatId, EntryId)],
    without: &[(SeatId, Left)],
) -> Hash {
    let (mut sheets, mut without): (Vec<_>, Vec<_>) = (sheets.iter().collect(), without.iter().collect());
    sheets.sort_unstable();
    without.sort_unstable();
    Hash::of(format!("{product} {basis:?} {sheets:?} {without:?}").as_bytes())
}

impl Session {
    /// The phase of a product.
    pub fn phase(&self, product: &ProductId) -> Phase {
        self.veil(product, self.phase_of_heads(self.heads(&Register::Phase(product.clone()))))
    }

    /// What stands side by side on a product: each current decision with the phase it led to. One, unless contested.
    pub fn decisions(&self, product: &ProductId) -> Vec<(EntryId, &Phase)> {
        self.heads(&Register::Phase(product.clone()))
            .iter()
            .filter_map(|id| Some((*id, &self.decided.get(id)?.phase)))
            .collect()
    }

    fn phase_of_heads(&self, heads: &Heads) -> Phase {
        let decided = |id: &EntryId| Some((*id, self.decided.get(id)?));
        let mut phases = heads
            .iter()
            .filter_map(decided)
            .filter(|one| !heads.iter().filter_map(decided).any(|other| self.went_on_from(*one, other.1)))
            .map(|(_, decided)| &decided.phase);
        let Some(first) = phases.next() else { return Phase::Blind { basis: None } };
        if phases.all(|other| self.same_decision(first, other)) {
            first.clone()
        } else {
            Phase::Contested(heads.iter().copied().collect())
        }
    }

    /// Whether a decision went on from sheets that another, a reveal, opened on another copy just so: then the two do
    /// not differ, one only knows more.
    fn went_on_from(&self, (id, one): (EntryId, &Decided), other: &Decided) -> bool {
        let opens = matches!(one.phase, Phase::Revealed { reveal, .. } if reveal == id);
        let went_on = matches!(other.phase, Phase::Rescoring { .. } | Phase::Locked { .. } | Phase::Closed { .. });
        opens && went_on && other.reveal.is_some_and(|reveal| self.same_reveal(reveal, id))
    }

    /// The phase that an effective phase entry led to.
    pub fn phase_by(&self, id: EntryId) -> Option<&Phase> {
        self.decided.get(&id).map(|decided| &decided.phase)
    }

    /// The phase that an effective phase entry replaced.
    pub fn phase_before_entry(&self, id: EntryId) -> Phase {
        match (self.held.get(&id), self.desk_act(id).and_then(phase::product_of)) {
            (Some(held), Some(product)) => self.phase_of_heads(&self.replaced(product, &held.entry.over)),
            _ => Phase::Blind { basis: None },
        }
    }

    /// The phase entries of a product among those an entry names in `over`.
    fn replaced(&self, product: &ProductId, over: &[EntryId]) -> Heads {
        over.iter().filter(|id| self.desk_act(**id).and_then(phase::product_of) == Some(product)).copied().collect()
    }

    /// What a phase act leads to over what it replaces; nothing for other acts.
    pub(super) fn lead(&self, this: EntryId, over: &[EntryId], act: &DeskAct) -> Result<Option<Decided>, Refusal> {
        let Some(product) = phase::product_of(act) else { return Ok(None) };
        let heads = self.replaced(product, over);
        let before = self.phase_of_heads(&heads);
        let phase = phase::follow(act, this, &before, |id| self.phase_by(id))?;
        let earlier = heads.first().and_then(|head| self.decided.get(head));
        let basis = match (&phase, act) {
            (Phase::Blind { basis }, _) | (_, DeskAct::Reveal { basis, .. }) => *basis,
            (Phase::Closed { .. }, _) => earlier.and_then(|decided| decided.basis),
            (other, _) => other.reveal().and_then(|reveal| self.decided.get(&reveal)?.basis),
        };
        if let (DeskAct::Reveal { .. }, Phase::Revealed { .. } | Phase::Rescoring { .. }) = (act, &before) {
            ensure(earlier.is_some_and(|decided| decided.basis == basis), Refusal::RestsOnVoid)?;
        }
        let reveal = phase.reveal().or_else(|| match (&phase, &before) {
            (Phase::Closed { .. }, before) => before.reveal(),
            _ => None,
        });
        Ok(Some(Decided { phase, basis, reveal }))
    }

    /// Whether two phases say the same, though by different entries.
    fn same_decision(&self, a: &Phase, b: &Phase) -> bool {
        match (a, b) {
            (Phase::Revealed { reveal: a, .. }, Phase::Revealed { reveal: b, .. }) => self.same_reveal(*a, *b),
            (Phase::Rescoring { reveal: a, asked: x, .. }, Phase::Rescoring { reveal: b, asked: y, .. }) => {
                let named = |(seat, (_, codes)): (&SeatId, &(EntryId, Vec<Code>))| (seat.clone(), codes.clone());
                self.same_reveal(*a, *b) && x.iter().map(named).eq(y.iter().map(named))
            }
            (Phase::Locked { lock: a, .. }, Phase::Locked { lock: b, .. }) => {
                let says = |lock: &EntryId| match self.desk_act(*lock) {
                    Some(DeskAct::Lock { reveal, result, forward, .. }) => {
                        Some((self.openings.get(reveal), result, forward))
                    }
                    _ => None,
                };
                says(a) == says(b)
            }
            (Phase::Closed { how: a, .. }, Phase::Closed { how: b, .. }) => a == b,
            (a, b) => a == b,
        }
    }

    /// Whether two phase entries led to the same.
    pub(super) fn decide_the_same(&self, a: EntryId, b: EntryId) -> bool {
        matches!((self.phase_by(a), self.phase_by(b)), (Some(a), Some(b)) if self.same_decision(a, b))
    }

    /// Whether two reveals opened the same sheets.
    pub(super) fn same_reveal(&self, a: EntryId, b: EntryId) -> bool {
        a == b || self.openings.get(&a).is_some_and(|opening| self.openings.get(&b) == Some(opening))
    }

    /// Where the desk can take a locked, closed or contested product back to: open sheets first, then scoring.
    pub fn ways_back(&self, product: &ProductId) -> Vec<Back> {
        let mut ways: Vec<Back> = Vec::new();
        for head in self.heads(&Register::Phase(product.clone())) {
            let Some(Decided { phase, basis, reveal }) = self.decided.get(head) else { continue };
            ways.extend(reveal.map(Back::Revealed));
            if matches!(phase, Phase::Blind { .. } | Phase::Locked { .. } | Phase::Closed { .. }) {
                ways.push(Back::Blind(*basis));
            }
        }
        ways.sort_unstable_by(|a, b| {
            let blind = |way: &Back| matches!(way, Back::Blind(_));
            blind(a).cmp(&blind(b)).then_with(|| a.cmp(b))
        });
        ways.dedup_by(|a, b| self.same_way(a, b));
        ways
    }

    /// Whether two ways back lead to the same sheets.
    pub(super) fn same_way(&self, a: &Back, b: &Back) -> bool {
        match (a, b) {
            (Back::Revealed(a), Back::Revealed(b)) => self.same_reveal(*a, *b),
            (a, b) => a == b,
        }
    }

    /// The reveal of a product whose sheets are open to everyone; a close keeps them open.
    pub(super) fn opened(&self, product: &ProductId) -> Option<EntryId> {
        match self.phase(product) {
            Phase::Closed { .. } if self.veiled.contains(product) => None,
            Phase::Closed { close, .. } => self.decided.get(&close)?.reveal,
            other => other.reveal(),
        }
    }

    /// The set a product is scored by now; of a contested one, that of its first head.
    pub fn set(&self, product: &ProductId) -> Option<Arc<ProductSet>> {
        self.set_of(product, self.basis(product)).cloned()
    }

    /// The set a product is scored by under a basis.
    pub(super) fn set_of(&self, product: &ProductId, basis: Option<EntryId>) -> Option<&Arc<ProductSet>> {
        match basis {
            Some(basis) => self.bases.get(&basis),
            None => self.first_sets.get(product)?.as_ref(),
        }
    }

    /// What sets the product's set now; of a contested one, that of its first head.
    pub fn basis(&self, product: &ProductId) -> Option<EntryId> {
        self.decided.get(self.heads(&Register::Phase(product.clone())).first()?)?.basis
    }
}
