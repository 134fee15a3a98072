//! The list of Reconcile: raised grounds, things to discuss by weight, splits without weight folded into one line.

use std::sync::Arc;

use crate::council::{DisputeKind, EntryId, MinimumId, ProductId, SeatId};
use crate::rubric::Code;
use crate::session::{Matter, Session, Thing, ThingState};

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
            // A ruling made in two ways is about its minimum as well.
            let asks = matches!(thing.key.kind, DisputeKind::MinimumSplit | DisputeKind::Contested);
            asks.then_some(MinimumId { criterion, star })
        };
        match self {
            Topic::Ground { .. } => Vec::new(),
            Topic::Thing(thing) => of(thing).into_iter().collect(),
            Topic::Splits(things) => things.iter().filter_map(of).collect(),
        }
    }
}

impl Topic {
    /// The decisions or rulings that differ, an entry for each way; nothing for any other topic.
    pub fn ways(&self, session: &Session, product: &ProductId) -> Vec<EntryId> {
        match self {
            Topic::Thing(thing) if thing.key.kind == DisputeKind::Contested => match self.minima().first() {
                Some(minimum) => session.ruled_two_ways(product, minimum),
                None => session.decided_two_ways(product),
            },
            _ => Vec::new(),
        }
    }
}

/// Everything to discuss on a product: grounds, then the rest in the order of the list over all products.
pub fn list(session: &Session, product: &ProductId) -> Vec<Topic> {
    let grounds = session.open_grounds(product).into_iter().map(|(seat, raised, ground, words)| Topic::Ground {
        seat,
        raised,
        ground: ground.to_owned(),
        words: words.to_owned(),
    });
    grounds.chain(fold(session.agenda_of(product))).collect()
}

/// Folds the open splits that change no star into one line, after the others that are open.
fn fold(matters: Vec<Matter>) -> Vec<Topic> {
    let is_done = |matter: &Matter| matches!(matter.thing.state, ThingState::Accepted | ThingState::Ruled);
    let idle = |matter: &Matter| {
        matter.thing.key.kind == DisputeKind::MinimumSplit && !matter.thing.blocking && !matter.decides()
    };
    let (done, open): (Vec<Matter>, Vec<Matter>) = matters.into_iter().partition(is_done);
    let (splits, open): (Vec<Matter>, Vec<Matter>) = open.into_iter().partition(idle);
    let thing = |matter: Matter| Arc::unwrap_or_clone(matter.thing);
    let single = |matter: Matter| Topic::Thing(thing(matter));
    let folded: Vec<Topic> = match splits.len() {
        0 | 1 => splits.into_iter().map(single).collect(),
        _ => vec![Topic::Splits(splits.into_iter().map(thing).collect())],
    };
    open.into_iter().map(single).chain(folded).chain(done.into_iter().map(single)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::DisputeKey;
    use crate::rubric::Star;
    use crate::verdict::{Interval, Prospect};

    fn matter(criterion: &str, blocking: bool, state: ThingState, highest: Star) -> Matter {
        let kind = DisputeKind::MinimumSplit;
        let (criterion, star) = (Some(Code::new(criterion)), Some(Star::FOUR));
        let key = DisputeKey { kind, criterion, star, seat: None, entry: None };
        let outcomes = Interval { lowest: Some(Star::THREE), highest: Some(highest) };
        Matter {
            rank: 0,
            product: ProductId::new("p1").unwrap(),
            thing: Arc::new(Thing { key, seats: Vec::new(), blocking, size: 1, state }),
            star: Some(Star::THREE),
            by_points: Some(Star::FIVE),
            locked: false,
            prospect: Some(Prospect { outcomes, nearest: None }),
        }
    }

    #[test]
    fn splits_that_change_no_star_share_a_line_after_what_is_open_and_before_what_is_done() {
        use ThingState::{Accepted, Open, Rescored, Ruled};
        let topics = fold(vec![
            matter("1.1", true, Open, Star::FOUR),
            matter("1.2", true, Rescored, Star::FOUR),
            matter("1.3", false, Open, Star::THREE),
            matter("1.4", false, Open, Star::FOUR),
            matter("1.5", false, Open, Star::THREE),
            matter("1.6", true, Ruled, Star::FOUR),
            matter("1.7", false, Accepted, Star::THREE),
        ]);
        let seen: Vec<String> = topics
            .iter()
            .map(|topic| topic.criteria().iter().map(Code::as_str).collect::<Vec<_>>().join("+"))
            .collect();
        assert_eq!(seen, ["1.1", "1.2", "1.4", "1.3+1.5", "1.6", "1.7"]);
    }
}
