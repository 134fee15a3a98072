//! The session as it stood: a fold of the entries up to one, in reading order. To be looked at only.
//!
//! The blind rule holds there too. A product that was blind then is blind in its past, like any other blind product;
//! one that is blind *now* – reopened for scoring, or contested – shows nothing of the sheets once opened on it either.

use super::{Phase, Session};
use crate::council::{Entry, EntryId, ProductId};

impl Session {
    /// The session as it stood once this entry was there, in reading order; nothing where the entry is not held.
    pub fn as_of(&self, last: EntryId) -> Option<Session> {
        self.held.get(&last)?;
        let mut past = Session::new(self.id, self.charter.clone());
        for (entry, _) in self.history() {
            past.apply(Entry::clone(entry));
            if entry.id == last {
                break;
            }
        }
        let closed_to_eyes = |product: &ProductId| self.opened(product).is_none();
        past.veiled = self.product_ids().into_iter().filter(closed_to_eyes).collect();
        past.until = Some(last);
        Some(past)
    }

    /// The last entry of a past; nothing where this is the present.
    pub fn until(&self) -> Option<EntryId> {
        self.until
    }

    /// A phase as it may be seen: open sheets of a product that is hidden now are blind in its past.
    pub(super) fn veil(&self, product: &ProductId, phase: Phase) -> Phase {
        match phase.reveal() {
            Some(_) if self.veiled.contains(product) => Phase::Blind { basis: self.basis(product) },
            _ => phase,
        }
    }
}
