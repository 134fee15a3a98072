//! Things to discuss over all products in one list, by what they could do; and a product's counted sheets on their own,
//! for long searches apart from the session. Nothing here reads a product that is blind (invariant 7): what is not
//! opened has no verdict, hence no outlook, and of it only what `things` gives is listed.

use std::cmp::Reverse;
use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use super::discuss::OpenSheets;
use super::{Phase, Session, Thing, ThingState};
use crate::council::{Charter, DisputeKey, DisputeKind, EntryId, Marks, ProductId, SeatId};
use crate::rubric::{Code, ProductSet, Star};
use crate::verdict::outlook::{self, Nearest};
use crate::verdict::{Counted, Dispute, Flips, Interval, Measure, Outlook, Prospect, Ruled, Verdict, flips, judge};

/// Products from which on several threads judge a session that was just read.
const MANY: usize = 16;

/// A thing to discuss, with its product and what it could do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Its place in the list, from 1.
    pub rank: usize,
    /// The product.
    pub product: ProductId,
    /// The thing; shared, as lists of it are made anew after every act.
    pub thing: Arc<Thing>,
    /// The star as it stands; none also where the minima of 3★ are missed.
    pub star: Option<Star>,
    /// The star of the points alone; minima of higher ones are out of reach. None where there are no figures.
    pub by_points: Option<Star>,
    /// Whether the product is locked: then only what came after the lock is still open.
    pub locked: bool,
    /// What it could do; none of what stands side by side or came late, whose figures are not these.
    pub prospect: Option<Prospect>,
}

/// Where a matter stands in the list, before what it could do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The lock waits for it.
    Blocks,
    /// The lock waits for the seats that look at it again.
    LookedAtAgain,
    /// To know.
    Advisory,
    /// Ruled, let stand, or left as it was by the lock.
    Settled,
}

impl Class {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Class::Blocks => "blocks",
            Class::LookedAtAgain => "looked_at_again",
            Class::Advisory => "advisory",
            Class::Settled => "settled",
        }
    }
}

impl Matter {
    /// Where it stands, before what it could do.
    pub fn class(&self) -> Class {
        match (self.thing.state, self.thing.blocking) {
            (ThingState::Ruled | ThingState::Accepted, _) => Class::Settled,
            (ThingState::Open, true) => Class::Blocks,
            (ThingState::Rescored, true) => Class::LookedAtAgain,
            (ThingState::Open | ThingState::Rescored, false) if self.locked => Class::Settled,
            (ThingState::Open | ThingState::Rescored, false) => Class::Advisory,
        }
    }

    /// How much hangs on it, as [`Interval::weight`]; 4 where nothing can be said before it is settled.
    pub fn weight(&self) -> u8 {
        self.prospect.map_or(4, |prospect| prospect.outcomes.weight())
    }

    /// Whether it could flip the star.
    pub fn decides(&self) -> bool {
        self.weight() > 0
    }

    /// What comes before what: what blocks; of that, what leaves the figures open, then a minimum within reach by points
    /// on which the star hangs; what hangs on it; how close it is; its size; then, by the order it comes in, its product, kind and
    /// criterion. Seats come last, by id: never by their order at the table.
    fn order(&self) -> impl Ord + use<> {
        let far = Nearest { cells: usize::MAX, points: u32::MAX };
        let nearest = self.prospect.and_then(|prospect| prospect.nearest).unwrap_or(far);
        let first = match self.thing.key.kind {
            _ if self.prospect.is_none() => 0,
            DisputeKind::MinimumSplit if self.decides() && self.thing.key.star <= self.by_points => 1,
            _ => 2,
        };
        (self.class(), first, Reverse(self.weight()), nearest, Reverse(self.thing.size))
    }
}

/// What a verdict rests on: as long as it is the same, so are the figures and all that follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The product.
    pub product: ProductId,
    reveal: EntryId,
    rulings: Vec<EntryId>,
}

/// A product's counted sheets and what judges them, apart from the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docket {
    set: Arc<ProductSet>,
    charter: Arc<Charter>,
    sheets: Vec<(SeatId, Marks)>,
    rulings: Vec<Ruled>,
}

impl Docket {
    fn with<T>(&self, judged: impl FnOnce(Measure<'_>, &[Counted<'_>], &[Ruled]) -> T) -> T {
        let counted: Vec<Counted<'_>> = self.sheets.iter().map(|(seat, marks)| Counted { seat, marks }).collect();
        let measure = Measure { set: &self.set, bands: &self.charter.rubric.bands, rules: &self.charter.rules };
        judged(measure, &counted, &self.rulings)
    }

    /// The smallest changes that flip the star: a long search, for the worker.
    pub fn flips(&self) -> Flips {
        self.with(flips)
    }

    /// What the sheets say.
    pub fn verdict(&self) -> Verdict {
        self.with(judge)
    }
}

impl Session {
    /// What the figures of a product rest on; nothing while it is blind, closed or contested (invariant 7).
    pub fn judged(&self, product: &ProductId) -> Option<Judged> {
        let (reveal, rulings) = self.resting_on(product)?;
        Some(Judged { product: product.clone(), reveal, rulings })
    }

    /// A product's counted sheets on their own; nothing while it is blind, closed or contested (invariant 7).
    pub fn docket(&self, product: &ProductId) -> Option<Docket> {
        let ((sheets, set), rulings) = self.counted_with(product)?;
        let sheets = sheets.into_iter().map(|(seat, marks)| (seat.clone(), marks.clone())).collect();
        Some(Docket { set: Arc::clone(set), charter: Arc::clone(&self.charter), sheets, rulings })
    }

    /// What each disagreement on a product could do; nothing while it is blind, closed or contested (invariant 7).
    pub fn outlook(&self, product: &ProductId) -> Option<Arc<Outlook>> {
        if let Some(known) = self.outlooks.borrow().get(product) {
            return known.clone();
        }
        let verdict = self.verdict(product);
        let found = verdict.and_then(|verdict| {
            self.judging(product, |measure, sheets, rulings| {
                Arc::new(outlook::outlook(measure, sheets, rulings, &verdict))
            })
        });
        self.outlooks.borrow_mut().insert(product.clone(), found.clone());
        found
    }

    /// What each criterion on which a product's sheets differ could do alone, in the order printed; nothing while it is
    /// blind, closed or contested (invariant 7).
    pub fn criterion_prospects(&self, product: &ProductId) -> Vec<(Code, Prospect)> {
        self.judging(product, outlook::criteria).unwrap_or_default()
    }

    /// Whether the figures of a product rest on something that is not settled: seats score again, a ground is unanswered,
    /// something came late or stands in two ways. Then nobody can say what its star could come to.
    pub fn figures_are_open(&self, product: &ProductId) -> bool {
        let unknown = |matter: &Matter| matter.prospect.is_none() && matter.class() != Class::Settled;
        matches!(self.phase(product), Phase::Rescoring { .. })
            || !self.open_grounds(product).is_empty()
            || self.matters(product).iter().any(unknown)
    }

    /// The outcomes that everything still open on a product could lead to together; a single one where nothing open can
    /// change its star. Nothing while it is blind, closed or contested, or its figures are open.
    pub fn open_outcomes(&self, product: &ProductId) -> Option<Interval> {
        let verdict = self.verdict(product)?;
        if self.figures_are_open(product) {
            return None;
        }
        let matters = self.matters(product);
        let open = |dispute: &&Dispute| {
            matters.iter().any(|matter| matter.thing.key == dispute.key && matter.class() != Class::Settled)
        };
        let disputes = verdict.disputes.iter().filter(open);
        self.judging(product, |measure, sheets, rulings| outlook::together(measure, sheets, rulings, disputes))
    }

    /// Everything to discuss over all products, by what it could do.
    pub fn agenda(&self) -> Vec<Matter> {
        self.judge_all();
        let mut matters: Vec<Matter> = Vec::new();
        for product in self.product_ids() {
            matters.extend(self.matters(&product).iter().cloned());
        }
        ranked(matters)
    }

    /// The things to discuss on one product, by what they could do; ranks are those on the product.
    pub fn agenda_of(&self, product: &ProductId) -> Vec<Matter> {
        ranked(self.matters(product).to_vec())
    }

    /// What one thing to discuss could do; nothing of what stands side by side or came late.
    pub fn prospect(&self, product: &ProductId, key: &DisputeKey) -> Option<Prospect> {
        self.matters(product).iter().find(|matter| matter.thing.key == *key)?.prospect
    }

    /// The things to discuss on one product with what they could do, by kind and criterion; kept until something
    /// happens to the product.
    fn matters(&self, product: &ProductId) -> Arc<Vec<Matter>> {
        if let Some(known) = self.matters.borrow().get(product) {
            return Arc::clone(known);
        }
        let (verdict, outlook) = (self.verdict(product), self.outlook(product));
        let star = verdict.as_ref().and_then(|verdict| verdict.star);
        let by_points = verdict.as_ref().map(|verdict| verdict.by_points);
        let locked = matches!(self.phase(product), Phase::Locked { .. });
        let prospect = |thing: &Thing| {
            let (verdict, outlook) = (verdict.as_ref()?, outlook.as_ref()?);
            if matches!(thing.key.kind, DisputeKind::Conflict | DisputeKind::Late | DisputeKind::Contested) {
                return None;
            }
            let at = verdict.disputes.iter().position(|dispute| dispute.key == thing.key)?;
            outlook.disputes.get(at).copied()
        };
        let things = self.things(product).into_iter();
        let mut found: Vec<Matter> = things
            .map(|thing| {
                let (product, prospect) = (product.clone(), prospect(&thing));
                Matter { rank: 0, product, star, by_points, locked, prospect, thing: Arc::new(thing) }
            })
            .collect();
        found.sort_by(|a, b| a.thing.key.cmp(&b.thing.key));
        let found = Arc::new(found);
        self.matters.borrow_mut().insert(product.clone(), Arc::clone(&found));
        found
    }

    /// Judges every product that was not judged yet, where they are many: by as many threads as the machine has.
    fn judge_all(&self) {
        let known = |product: &ProductId| self.outlooks.borrow().contains_key(product);
        let cold: Vec<ProductId> = self.product_ids().into_iter().filter(|product| !known(product)).collect();
        if cold.len() < MANY {
            return;
        }
        let cases: Vec<_> =
            cold.into_iter().filter_map(|product| Some((self.counted_with(&product)?, product))).collect();
        let charter = &*self.charter;
        let judge_each = |cases: &[(CountedWith<'_>, ProductId)]| -> Vec<(ProductId, Verdict, Outlook)> {
            let judge_one = |(counted, product): &(CountedWith<'_>, ProductId)| {
                let (verdict, outlook) = hand_to(charter, counted, |measure, sheets, rulings| {
                    let verdict = judge(measure, sheets, rulings);
                    let outlook = outlook::outlook(measure, sheets, rulings, &verdict);
                    (verdict, outlook)
                });
                (product.clone(), verdict, outlook)
            };
            cases.iter().map(judge_one).collect()
        };
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let judged = thread::scope(|scope| {
            let shares = cases.chunks(cases.len().div_ceil(threads).max(1));
            let workers: Vec<_> = shares.map(|share| scope.spawn(|| judge_each(share))).collect();
            // What a thread could not do is done when it is asked for.
            workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect::<Vec<_>>()
        });
        for (product, verdict, outlook) in judged {
            self.verdicts.borrow_mut().insert(product.clone(), Some(Arc::new(verdict)));
            self.outlooks.borrow_mut().insert(product, Some(Arc::new(outlook)));
        }
    }

    /// Hands the counted sheets of a product and its standing rulings to a judge.
    fn judging<T>(
        &self,
        product: &ProductId,
        judged: impl FnOnce(Measure<'_>, &[Counted<'_>], &[Ruled]) -> T,
    ) -> Option<T> {
        Some(hand_to(&self.charter, &self.counted_with(product)?, judged))
    }

    /// The counted sheets of a product and its set; nothing while it is blind, closed or contested (invariant 7).
    pub(super) fn counted_by_set(&self, product: &ProductId) -> Option<(Vec<&Marks>, &Arc<ProductSet>)> {
        let (sheets, set) = self.opened_by(self.phase(product).reveal()?)?;
        Some((sheets.into_iter().map(|(_, marks)| marks).collect(), set))
    }

    /// The counted sheets of a product, its set and the rulings that stand.
    fn counted_with(&self, product: &ProductId) -> Option<CountedWith<'_>> {
        let (reveal, rulings): (EntryId, Vec<EntryId>) = self.resting_on(product)?;
        Some((self.opened_by(reveal)?, self.ruled(&rulings)))
    }
}

/// The counted sheets of a product, its set and the rulings that stand.
type CountedWith<'a> = (OpenSheets<'a>, Vec<Ruled>);

/// Hands counted sheets to a judge, by what the charter lays down.
fn hand_to<T>(
    charter: &Charter,
    ((sheets, set), rulings): &CountedWith<'_>,
    judged: impl FnOnce(Measure<'_>, &[Counted<'_>], &[Ruled]) -> T,
) -> T {
    let counted: Vec<Counted<'_>> = sheets.iter().map(|(seat, marks)| Counted { seat, marks }).collect();
    judged(Measure { set, bands: &charter.rubric.bands, rules: &charter.rules }, &counted, rulings)
}

/// In their order, with their ranks. Products stand in their order of presentation, and a stable sort keeps it where all
/// else is equal.
fn ranked(mut matters: Vec<Matter>) -> Vec<Matter> {
    matters.sort_by_cached_key(Matter::order);
    for (at, matter) in matters.iter_mut().enumerate() {
        matter.rank = at + 1;
    }
    matters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minimum_out_of_reach_by_points_has_no_precedence() {
        let two = Star::new(2).unwrap();
        let matter = |kind, star, by_points, size| {
            let key = DisputeKey { kind, criterion: None, star, seat: None, entry: None };
            let outcomes = Interval { lowest: Some(two), highest: Some(Star::THREE) };
            Matter {
                rank: 0,
                product: ProductId::new("p1").unwrap(),
                thing: Arc::new(Thing { key, seats: Vec::new(), blocking: false, size, state: ThingState::Open }),
                star: Some(two),
                by_points: Some(by_points),
                locked: false,
                prospect: Some(Prospect { outcomes, nearest: None }),
            }
        };
        let first = |by_points| {
            let split = matter(DisputeKind::MinimumSplit, Some(Star::FOUR), by_points, 1);
            let differ = matter(DisputeKind::StarDiffers, None, by_points, 2);
            ranked(vec![split, differ])[0].thing.key.kind
        };
        assert_eq!([first(Star::FOUR), first(two)], [DisputeKind::MinimumSplit, DisputeKind::StarDiffers]);
    }
}
