//! What the record says of one decision: hypothetical rulings, words and reasons, who was left out, the seal.
//! Reads only; no rule is applied here.

use super::register::Register;
use super::{Phase, Session};
use crate::council::{Act, ClosedAs, Content, DeskAct, EntryId, Forward, Left, MinimumId, ProductId, Reason, SeatId};
use crate::verdict::{Ruled, Verdict};

impl Session {
    /// What the open sheets would say if the presiding seat ruled so on one minimum, the other rulings standing.
    /// Nothing where there is no verdict.
    pub fn with_ruling(&self, product: &ProductId, minimum: &MinimumId, met: bool) -> Option<Verdict> {
        let reveal = self.phase(product).reveal()?;
        let standing: Vec<EntryId> = self.rulings(reveal).into_iter().map(|(id, _)| id).collect();
        let mut rulings = self.ruled(&standing);
        rulings.retain(|ruled| ruled.minimum != *minimum);
        rulings.push(Ruled { minimum: minimum.clone(), met });
        self.judge(reveal, &rulings)
    }

    /// The scoring seats that a product's reveal left out, and why; nothing while blind.
    pub fn left_out(&self, product: &ProductId) -> Vec<(SeatId, Left)> {
        let roll = self.phase(product).reveal().and_then(|reveal| self.roll_of(reveal));
        roll.map(|(_, without)| without.to_vec()).unwrap_or_default()
    }

    /// The council's conclusion on a product, in words. Written two ways, both.
    pub fn conclusion(&self, product: &ProductId) -> Option<String> {
        let mut words: Vec<&str> = self
            .heads(&Register::Conclusion(product.clone()))
            .iter()
            .filter_map(|id| match self.desk_act(*id)? {
                DeskAct::Conclude { words, .. } => Some(words.as_str()),
                _ => None,
            })
            .collect();
        words.sort_unstable();
        words.dedup();
        let joined = words.join("\n");
        (!joined.is_empty()).then_some(joined)
    }

    /// How a closed product ended, and on what ground.
    pub fn closing(&self, product: &ProductId) -> Option<(ClosedAs, &str)> {
        let Phase::Closed { close, .. } = self.phase(product) else { return None };
        match self.desk_act(close)? {
            DeskAct::Close { how, ground, .. } => Some((*how, ground)),
            _ => None,
        }
    }

    /// What the lock of a product says about the file going to the Ministry, where it was asked.
    pub fn forwarded(&self, product: &ProductId) -> Option<Forward> {
        let Phase::Locked { lock, .. } = self.phase(product) else { return None };
        match self.desk_act(lock)? {
            DeskAct::Lock { forward, .. } => *forward,
            _ => None,
        }
    }

    /// The reason given by a ruling, an acceptance or a request to score again.
    pub fn reason_of(&self, id: EntryId) -> Option<&Reason> {
        match self.desk_act(id)? {
            DeskAct::Rule { reason, .. } | DeskAct::Accept { reason, .. } | DeskAct::Rescore { reason, .. } => {
                Some(reason)
            }
            _ => None,
        }
    }

    /// The seal: the 64 hex digits of the session file, once the session is sealed.
    pub fn seal_digits(&self) -> Option<&str> {
        let entry = &self.held.get(&self.seal?)?.entry;
        match &entry.content {
            Content::Known(act) => match &**act {
                Act::Desk(_, DeskAct::Seal { file }) => Some(file),
                _ => None,
            },
            Content::Unknown => None,
        }
    }
}
