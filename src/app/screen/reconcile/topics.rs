//! The list of Reconcile: raised grounds, things to discuss by weight, splits without weight folded into one line.

use crate::council::{DisputeKind, EntryId, MinimumId, ProductId, SeatId};
use crate::rubric::Code;
use crate::session::{Session, Thing, ThingState};

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A ground for rejection or stopping, raised and unanswered.
    Ground {
        /// Who raised it.
        seat: SeatId,
        /// The entry.
        raised: EntryId,
        /// The set's ground by id, or empty.
        ground: String,
        /// In words.
        words: String,
    },
    /// A thing to discuss.
    Thing(Thing),
    /// Splits on minima that change no star, in one line.
    Splits(Vec<Thing>),
}

impl Topic {
    /// Whether the lock waits for it.
    pub fn holds_up(&self) -> bool {
        match self {
            Topic::Ground { .. } => true,
            Topic::Thing(thing) => thing.blocking && !matches!(thing.state, ThingState::Accepted | ThingState::Ruled),
            Topic::Splits(_) => false,
        }
    }

    /// The criteria it is about.
    pub fn criteria(&self) -> Vec<Code> {
        match self {
            Topic::Ground { .. } => Vec::new(),
            Topic::Thing(thing) => thing.key.criterion.iter().cloned().collect(),
            Topic::Splits(things) => things.iter().filter_map(|thing| thing.key.criterion.clone()).collect(),
        }
    }

    /// The seats on its smaller side.
    pub fn seats(&self) -> Vec<SeatId> {
        match self {
            Topic::Ground { seat, .. } => vec![seat.clone()],
            Topic::Thing(thing) => thing.seats.clone(),
            Topic::Splits(things) => {
                let mut seats: Vec<SeatId> = things.iter().flat_map(|thing| thing.seats.clone()).collect();
                seats.sort_unstable();
                seats.dedup();
                seats
            }
        }
    }

    /// The minima it asks about.
    pub fn minima(&self) -> Vec<MinimumId> {
        let of = |thing: &Thing| {
            let (Some(criterion), Some(star)) = (thing.key.criterion.clone(), thing.key.star) else { return None };
            (thing.key.kind == DisputeKind::MinimumSplit).then_some(MinimumId { criterion, star })
        };
        match self {
            Topic::Ground { .. } => Vec::new(),
            Topic::Thing(thing) => of(thing).into_iter().collect(),
            Topic::Splits(things) => things.iter().filter_map(of).collect(),
        }
    }
}

/// Everything to discuss on a product: grounds, then what blocks, then what is good to know, then what is settled.
pub fn list(session: &Session, product: &ProductId) -> Vec<Topic> {
    let grounds = session.open_grounds(product).into_iter().map(|(seat, raised, ground, words)| Topic::Ground {
        seat,
        raised,
        ground: ground.to_owned(),
        words: words.to_owned(),
    });
    grounds.chain(fold(session.things(product))).collect()
}

/// Orders things and folds the splits that change no star.
fn fold(things: Vec<Thing>) -> Vec<Topic> {
    let (settled, open): (Vec<Thing>, Vec<Thing>) =
        things.into_iter().partition(|thing| matches!(thing.state, ThingState::Accepted | ThingState::Ruled));
    let (mut blocking, advisory): (Vec<Thing>, Vec<Thing>) = open.into_iter().partition(|thing| thing.blocking);
    blocking.sort_by_key(|thing| thing.state == ThingState::Rescored);
    let (splits, advisory): (Vec<Thing>, Vec<Thing>) =
        advisory.into_iter().partition(|thing| thing.key.kind == DisputeKind::MinimumSplit);
    let folded = match splits.len() {
        0 | 1 => splits.into_iter().map(Topic::Thing).collect(),
        _ => vec![Topic::Splits(splits)],
    };
    let singles = |things: Vec<Thing>| things.into_iter().map(Topic::Thing);
    singles(blocking).chain(singles(advisory)).chain(folded).chain(singles(settled)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::DisputeKey;
    use crate::rubric::Star;

    fn thing(kind: DisputeKind, criterion: Option<&str>, blocking: bool, state: ThingState) -> Thing {
        let star = criterion.map(|_| Star::FOUR);
        let key = DisputeKey { kind, criterion: criterion.map(Code::new), star, seat: None, entry: None };
        Thing { key, seats: Vec::new(), blocking, size: 1, state }
    }

    #[test]
    fn what_blocks_comes_first_and_splits_without_weight_share_a_line() {
        use DisputeKind::{MinimumSplit, Spread, StarDiffers};
        use ThingState::{Accepted, Open, Rescored, Ruled};
        let topics = fold(vec![
            thing(MinimumSplit, Some("1.1"), false, Open),
            thing(MinimumSplit, Some("2.1"), false, Ruled),
            thing(MinimumSplit, Some("3.5"), true, Rescored),
            thing(Spread, None, true, Open),
            thing(MinimumSplit, Some("4.1"), false, Open),
            thing(StarDiffers, None, false, Open),
            thing(Spread, None, true, Accepted),
        ]);
        let seen: Vec<(bool, usize)> = topics.iter().map(|topic| (topic.holds_up(), topic.minima().len())).collect();
        assert_eq!(seen, [(true, 0), (true, 1), (false, 0), (false, 2), (false, 1), (false, 0)]);
    }
}
