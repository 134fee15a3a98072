//! One's own last acts on a sheet in this sitting, to be taken back by new acts. Nothing is ever removed from a log.

use super::Did;
use crate::council::{Cell, ProductId};
use crate::rubric::Code;

/// A change of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The product.
    pub(super) product: ProductId,
    /// The criterion.
    pub(super) criterion: Code,
    /// The cell before.
    pub(super) before: Cell,
    /// The cell after.
    pub(super) after: Cell,
    /// What was done.
    pub(super) did: Did,
}

/// The changes that can be taken back, the last one last.
#[derive(Debug, Default)]
pub(super) struct Undo(Vec<Step>);

impl Undo {
    /// Remembers a change.
    pub(super) fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    /// The last change on a product's sheet.
    pub(super) fn last(&self, product: &ProductId) -> Option<&Step> {
        self.0.iter().rev().find(|step| step.product == *product)
    }

    /// Forgets the last change on a product's sheet: it was taken back, or no longer stands.
    pub(super) fn forget_last(&mut self, product: &ProductId) {
        if let Some(at) = self.0.iter().rposition(|step| step.product == *product) {
            self.0.remove(at);
        }
    }
}
