//! What a rehearsal may show and a sitting may not: a product under other rules than the charter's. In a sitting the
//! charter's rule alone is shown, so that nobody shops for a star.

use super::Session;
use crate::council::{MinimaRule, ProductId, Purpose, Rules};
use crate::verdict::Verdict;

impl Session {
    /// What the open sheets of a product say under each rule about minima, the other rules being the charter's.
    /// Nothing in a sitting, and nothing while the product is blind, closed or contested.
    pub fn under_each_rule(&self, product: &ProductId) -> Option<Vec<(MinimaRule, Verdict)>> {
        if self.charter.purpose != Purpose::Rehearsal {
            return None;
        }
        MinimaRule::ALL
            .into_iter()
            .map(|minima| {
                let rules = Rules { minima, ..self.charter.rules.clone() };
                Some((minima, self.judged_by(product, &rules)?))
            })
            .collect()
    }
}
