//! A second reckoning, written another way from the raw choices, that the verdict must agree with on random councils:
//! stars by rational comparison in `i128`, blocking splits by trying every set of them, stability by judging anew.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::council::{AtLimit, Fraction};

/// A random council. A choice is 0 for *none met*, else a level by its place from 1.
#[derive(Clone, Debug)]
pub(super) struct Council {
    /// Per criterion its levels: points, and the star it is the least level for (0: none).
    pub(super) criteria: Vec<Vec<(u16, u8)>>,
    /// Whether each criterion needs the one before it.
    pub(super) needs: Vec<bool>,
    /// Choices, sheet by sheet.
    pub(super) sheets: Vec<Vec<usize>>,
    /// Criterion, star, met; at most one a criterion.
    pub(super) rulings: Vec<(usize, u8, bool)>,
    pub(super) rule: MinimaRule,
    pub(super) limit: u16,
    pub(super) at_limit: AtLimit,
    pub(super) agreement: (u16, u16),
}

fn levels() -> impl Strategy<Value = Vec<(u16, u8)>> {
    prop::collection::vec((0u16..4, 0u8..6), 1..=5).prop_map(|steps| {
        let (mut worth, mut least) = (0, 2);
        steps
            .into_iter()
            .map(|(step, star)| {
                worth += step;
                // Stars rise with the levels, each at most once.
                let star = if star > least { star } else { 0 };
                least = least.max(star);
                (worth, star)
            })
            .collect()
    })
}

pub(super) fn council() -> impl Strategy<Value = Council> {
    let criterion = (levels(), prop::bool::weighted(0.2), any::<(Index, Index)>());
    let cells = prop::collection::vec(prop::collection::vec((prop::bool::weighted(0.75), any::<Index>()), 5), 0..=9);
    let ruling = prop::option::weighted(0.3, (3u8..=5, any::<bool>()));
    let rule = prop::sample::select(vec![MinimaRule::Mean, MinimaRule::Majority, MinimaRule::Every]);
    let at_limit = prop::sample::select(vec![AtLimit::Allowed, AtLimit::Flagged]);
    let agreement = prop::sample::select(vec![(1, 2), (2, 3), (3, 4), (9, 10), (1, 1)]);
    let criteria = prop::collection::vec((criterion, ruling), 1..=5);
    (criteria, cells, rule, 1u16..12, at_limit, agreement).prop_map(
        |(drawn, cells, rule, limit, at_limit, agreement)| {
            // Most sheets follow a common opinion near the top: stars come to be reached, and missed by few.
            let common: Vec<usize> = drawn
                .iter()
                .map(|((levels, _, (one, other)), _)| one.index(levels.len() + 1).max(other.index(levels.len() + 1)))
                .collect();
            let choice = |at: usize, (follows, free): &(bool, Index)| match follows {
                true => common[at],
                false => free.index(drawn[at].0.0.len() + 1),
            };
            let sheets = cells.iter().map(|row| (0..drawn.len()).map(|at| choice(at, &row[at])).collect()).collect();
            let rulings = drawn
                .iter()
                .enumerate()
                .filter_map(|(at, (_, ruling))| ruling.map(|(star, met)| (at, star, met)))
                .collect();
            let needs = drawn.iter().enumerate().map(|(at, ((_, needs, _), _))| *needs && at > 0).collect();
            let criteria = drawn.into_iter().map(|((levels, ..), _)| levels).collect();
            Council { criteria, needs, sheets, rulings, rule, limit, at_limit, agreement }
        },
    )
}

pub(super) fn code(at: usize) -> String {
    (at + 1).to_string()
}

impl Council {
    pub(super) fn panel(&self) -> Panel {
        let mut criteria: Vec<Criterion> = self
            .criteria
            .iter()
            .enumerate()
            .map(|(at, levels)| {
                let printed: Vec<String> =
                    levels.iter().map(|(points, star)| format!("{points}{}", "*".repeat(usize::from(*star)))).collect();
                criterion(&code(at), &printed.join(" "))
            })
            .collect();
        for at in (0..criteria.len()).filter(|at| self.needs[*at]) {
            criteria[at].needs = Some(Code::new(code(at - 1).as_str()));
        }
        let split = criteria.len() / 2;
        let rest = criteria.split_off(split);
        let mut panel = Panel::around(set_of(vec![part("A", criteria), part("B", rest)])).under(self.rule);
        panel.bands = self.bands();
        panel.rules.spread_limit = self.limit;
        panel.rules.spread_at_limit = self.at_limit;
        panel.rules.minimum_agreement = Fraction(self.agreement.0, self.agreement.1);
        for sheet in &self.sheets {
            let mut marks = Marks::default();
            for (at, choice) in sheet.iter().enumerate() {
                let value = choice.checked_sub(1).map_or(Value::NoneMet, |at| Value::Level(LevelId::at(at).unwrap()));
                marks.set(Code::new(code(at).as_str()), Cell { value, ..Cell::default() });
            }
            panel = panel.marks(marks);
        }
        self.rulings.iter().fold(panel, |panel, (at, star, met)| panel.ruled(&code(*at), *star, *met))
    }

    pub(super) fn verdict(&self) -> Verdict {
        self.panel().verdict()
    }

    fn max(&self, at: usize) -> u16 {
        self.criteria[at].iter().map(|(points, _)| *points).max().unwrap_or(0)
    }

    fn bands(&self) -> Bands {
        let total: u16 = (0..self.criteria.len()).map(|at| self.max(at)).sum();
        let share = |percent: u16| total * percent / 100;
        Bands { two: share(30), three: share(50), four: share(70), five: share(90) }
    }

    /// Points by sheet and criterion; none where the criterion does not apply.
    pub(super) fn points(&self, sheet: &[usize]) -> Vec<Option<i128>> {
        let mut points: Vec<Option<i128>> = Vec::new();
        for (at, choice) in sheet.iter().enumerate() {
            let applies = !self.needs[at] || points[at - 1].unwrap_or(0) > 0;
            let worth = if *choice == 0 { 0 } else { i128::from(self.criteria[at][choice - 1].0) };
            points.push(applies.then_some(worth));
        }
        points
    }

    fn totals(&self) -> Vec<i128> {
        self.sheets.iter().map(|sheet| self.points(sheet).into_iter().flatten().sum()).collect()
    }

    /// Criterion, star and points of every minimum.
    pub(super) fn minima(&self) -> Vec<(usize, u8, i128)> {
        let all = self.criteria.iter().enumerate();
        let mut minima: Vec<(usize, u8, i128)> = all
            .flat_map(|(at, levels)| levels.iter().map(move |(points, star)| (at, *star, i128::from(*points))))
            .filter(|(_, star, _)| *star > 0)
            .collect();
        minima.sort_by_key(|(at, star, _)| (*star, *at));
        minima
    }

    fn meeting(&self, (at, _, least): (usize, u8, i128)) -> usize {
        self.sheets.iter().filter(|sheet| self.points(sheet)[at].unwrap_or(0) >= least).count()
    }

    /// The ruling that reaches a minimum: met reaches down, not met reaches up.
    fn ruling(&self, (at, star, _): (usize, u8, i128)) -> Option<bool> {
        let (_, ruled, met) = self.rulings.iter().find(|(criterion, ..)| *criterion == at)?;
        (star == *ruled || (star < *ruled) == *met).then_some(*met)
    }

    pub(super) fn met(&self, minimum: (usize, u8, i128)) -> bool {
        let (met, of) = (self.meeting(minimum), self.sheets.len());
        self.ruling(minimum).unwrap_or_else(|| match self.rule {
            _ if of == 0 => false,
            MinimaRule::Every => met == of,
            MinimaRule::Majority => met > of - met,
            MinimaRule::Mean => {
                let (at, _, least) = minimum;
                let over: i128 = self.sheets.iter().map(|sheet| self.points(sheet)[at].unwrap_or(0) - least).sum();
                over >= 0
            }
        })
    }

    pub(super) fn by_points(&self) -> u8 {
        let sum: i128 = self.totals().iter().sum();
        let count = self.sheets.len() as i128;
        let bands = self.bands();
        let reached =
            [bands.two, bands.three, bands.four, bands.five].map(|least| sum - i128::from(least) * count >= 0);
        match reached {
            _ if count == 0 => 1,
            [.., true] => 5,
            [.., true, _] => 4,
            [_, true, ..] => 3,
            [true, ..] => 2,
            _ => 1,
        }
    }

    pub(super) fn star(&self) -> Option<u8> {
        let fails = self.minima().into_iter().filter(|minimum| !self.met(*minimum)).map(|(_, star, _)| star).min();
        match (self.by_points(), fails.unwrap_or(6)) {
            (points @ ..3, _) => Some(points),
            (_, ..=3) => None,
            (points, fails) => Some(points.min(fails - 1)),
        }
    }

    /// Minima that block: the union of every set of doubtful splits that satisfies the rule in its own words.
    fn blocking(&self) -> Vec<bool> {
        let (minima, of) = (self.minima(), self.sheets.len());
        let may_block = |minimum: (usize, u8, i128)| {
            let meeting = self.meeting(minimum);
            let agree = if self.met(minimum) { meeting } else { of - meeting };
            let (num, den) = (usize::from(self.agreement.0), usize::from(self.agreement.1));
            minimum.1 <= self.by_points()
                && self.ruling(minimum).is_none()
                && (1..of).contains(&meeting)
                && agree * den < num * of
        };
        let mut blocks = vec![false; minima.len()];
        for chosen in 0u32..1 << minima.len() {
            let within = |at: usize| chosen & (1 << at) != 0;
            let holds = (0..minima.len()).filter(|at| within(*at)).all(|at| {
                let others = (0..minima.len()).filter(|other| *other != at && minima[*other].1 <= minima[at].1);
                may_block(minima[at]) && others.into_iter().all(|other| self.met(minima[other]) || within(other))
            });
            if holds {
                (0..minima.len()).filter(|at| within(*at)).for_each(|at| blocks[at] = true);
            }
        }
        blocks
    }

    pub(super) fn without(&self, left_out: usize) -> Council {
        let mut others = self.clone();
        others.sheets.remove(left_out);
        others
    }
}

/// The place of an outcome, the worst first.
pub(super) fn place(star: Option<u8>) -> u8 {
    match star {
        Some(1) => 0,
        Some(2) => 1,
        None => 2,
        Some(star) => star,
    }
}

fn named(without: &[Without]) -> Vec<(Vec<SeatId>, Option<u8>)> {
    without.iter().map(|out| (out.seats.clone(), out.star.map(Star::number))).collect()
}

/// Sorted, so that what is left does not depend on the order of the sheets.
fn kinds(verdict: &Verdict) -> Vec<(DisputeKey, bool, u16)> {
    let mut kinds: Vec<_> = verdict.disputes.iter().map(|d| (d.key.clone(), d.blocking, d.size)).collect();
    kinds.sort();
    kinds
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_minima_and_star_are_those_of_the_naive_reckoning(council in council()) {
        let verdict = council.verdict();
        let totals = council.totals();
        prop_assert_eq!(verdict.sheets.iter().map(|s| i128::from(s.total)).collect::<Vec<_>>(), totals.clone());
        prop_assert_eq!(i128::from(verdict.mean.num), totals.iter().sum::<i128>());
        let spread = totals.iter().flat_map(|one| totals.iter().map(move |other| one - other)).max().unwrap_or(0);
        prop_assert_eq!(i128::from(verdict.spread), spread);
        prop_assert_eq!(verdict.by_points.number(), council.by_points());
        prop_assert_eq!(verdict.star.map(Star::number), council.star());
        let finding = |f: &MinimumFinding| (f.minimum.criterion.to_string(), f.minimum.star.number(), f.met_by, f.met);
        let findings: Vec<_> = verdict.minima.iter().map(finding).collect();
        let minima = council.minima().into_iter();
        let naive: Vec<_> = minima.map(|m| (code(m.0), m.1, council.meeting(m), council.met(m))).collect();
        prop_assert_eq!(findings, naive);
    }

    #[test]
    fn outcome_and_reasons_follow_from_the_star(council in council()) {
        let verdict = council.verdict();
        let outcome = match (council.by_points(), council.star()) {
            (..3, _) => Outcome::TooFewPoints,
            (_, None) => Outcome::MinimaMissed,
            (_, Some(5)) => Outcome::Proposed,
            _ => Outcome::Recognised,
        };
        prop_assert_eq!(verdict.outcome, outcome);
        // Named are the criteria with a missed minimum up to the next star, and no others.
        let held = council.by_points() >= 3 && council.star() != Some(council.by_points());
        let next = council.star().map_or(3, |star| star + 1);
        let missed: Vec<_> = council.minima().into_iter().filter(|m| m.1 <= next && !council.met(*m)).collect();
        let in_the_way = |at: &usize| missed.iter().any(|minimum| minimum.0 == *at);
        let naive: Vec<String> = (0..council.criteria.len()).filter(|at| held && in_the_way(at)).map(code).collect();
        prop_assert_eq!(verdict.because(), naive);
        prop_assert_eq!(held, !verdict.because.is_empty());
    }

    #[test]
    fn stability_is_judging_anew_without_each_sheet(council in council()) {
        let verdict = council.verdict();
        let sheets = council.sheets.len();
        let star = council.star();
        let alone: Vec<_> = (0..sheets)
            .filter(|_| sheets > 1)
            .map(|at| (vec![seat(at + 1)], council.without(at).star()))
            .filter(|(_, other)| *other != star)
            .collect();
        prop_assert_eq!(named(&verdict.stability.without), alone.clone());
        // From seven on, each two of which neither decides alone.
        let decides = |at: usize| alone.iter().any(|(seats, _)| seats[0] == seat(at + 1));
        let twos = (0..sheets).flat_map(|one| (one + 1..sheets).map(move |other| (one, other)));
        let twos: Vec<_> = twos
            .filter(|(one, other)| sheets >= 7 && !decides(*one) && !decides(*other))
            .map(|(one, other)| (vec![seat(one + 1), seat(other + 1)], council.without(other).without(one).star()))
            .filter(|(_, other)| *other != star)
            .collect();
        prop_assert_eq!(named(&verdict.stability.pairs), twos);
    }

    #[test]
    fn what_decides_is_what_the_lower_outcome_lacks_for_the_next(council in council()) {
        let verdict = council.verdict();
        for out in &verdict.stability.without {
            let at = (1..=council.sheets.len()).find(|at| seat(*at) == out.seats[0]).unwrap();
            let without = council.without(at - 1);
            let lower = if place(without.star()) < place(council.star()) { &without } else { &council };
            let next = match lower.star() {
                Some(1) => 2,
                Some(2) | None => 3,
                Some(star) => star + 1,
            };
            let mut naive: Vec<String> = Vec::new();
            if lower.by_points() < next {
                naive.push("total".to_owned());
            }
            // Below the points of 3★ no minimum decides anything.
            if next >= 3 && lower.star() != Some(2) {
                let missed = lower.minima().into_iter().filter(|m| m.1 <= next && !lower.met(*m));
                naive.extend(missed.map(|m| format!("{}/{}", code(m.0), m.1)));
            }
            let said = out.by.iter().map(|decider| match decider {
                Decider::Total => "total".to_owned(),
                Decider::Minimum(MinimumId { criterion, star }) => format!("{criterion}/{}", star.number()),
            });
            prop_assert_eq!(said.collect::<Vec<_>>(), naive.clone());
            prop_assert!(!naive.is_empty());
        }
    }

    #[test]
    fn splits_block_as_every_subset_tried_says(council in council()) {
        let verdict = council.verdict();
        let of = council.sheets.len();
        let mut splits: Vec<_> = council
            .minima()
            .into_iter()
            .zip(council.blocking())
            .filter(|(minimum, _)| (1..of).contains(&council.meeting(*minimum)))
            .map(|(minimum, blocks)| format!("{}/{}{}", code(minimum.0), minimum.1, if blocks { "!" } else { "" }))
            .collect();
        splits.sort_by_key(|split| !split.ends_with('!'));
        prop_assert_eq!(verdict.splits(), splits);
    }

    #[test]
    fn spreads_and_outliers_are_those_of_the_naive_reckoning(council in council()) {
        let verdict = council.verdict();
        let totals = council.totals();
        let many = totals.len() > 1;
        let limit = i128::from(council.limit) + i128::from(council.at_limit == AtLimit::Allowed);
        let wide = many && i128::from(verdict.spread) >= limit;
        prop_assert_eq!(!verdict.of_kind(DisputeKind::Spread).is_empty(), wide);
        // Named is every sheet of any smallest set without which the others are not too far apart.
        for dispute in verdict.of_kind(DisputeKind::Spread) {
            let left = |out: u32| (0..totals.len()).filter(move |at| out & (1 << at) == 0).map(|at| totals[at]);
            let near = |out: &u32| left(*out).max().unwrap_or(0) - left(*out).min().unwrap_or(0) < limit;
            let outs: Vec<u32> = (0..1 << totals.len()).filter(near).collect();
            let fewest = outs.iter().map(|out| out.count_ones()).min().unwrap();
            let named = outs.iter().filter(|out| out.count_ones() == fewest).fold(0, |all, out| all | out);
            let named: Vec<SeatId> = (0..totals.len()).filter(|at| named & (1 << at) != 0).map(|at| seat(at + 1)).collect();
            prop_assert_eq!(&dispute.seats, &named);
        }

        let spread_on = |at: &usize| {
            let marks: Vec<i128> = council.sheets.iter().filter_map(|sheet| council.points(sheet)[*at]).collect();
            marks.iter().any(|low| marks.iter().any(|high| {
                let mut between: Vec<u16> = council.criteria[*at].iter().map(|level| level.0).collect();
                between.dedup();
                between.retain(|points| i128::from(*points) > *low && i128::from(*points) <= *high);
                between.len() >= 2 && (high - low) * 5 >= i128::from(council.max(*at)) * 2
            }))
        };
        let naive: Vec<String> = (0..council.criteria.len()).filter(|at| many && spread_on(at)).map(code).collect();
        let found: Vec<String> = verdict
            .of_kind(DisputeKind::CriterionSpread)
            .iter()
            .map(|dispute| dispute.key.criterion.as_ref().unwrap().to_string())
            .collect();
        prop_assert_eq!(found, naive);

        // The median of the others: as many of them at or below as at or above, halfway where two qualify.
        let far = |at: &usize| {
            let others: Vec<i128> = (0..totals.len()).filter(|other| other != at).map(|other| totals[other]).collect();
            let half = others.len().div_ceil(2);
            let low = others.iter().filter(|x| others.iter().filter(|y| y <= x).count() >= half).min().unwrap();
            let high = others.iter().filter(|x| others.iter().filter(|y| y >= x).count() >= half).max().unwrap();
            (totals[*at] * 2 - low - high).abs() > i128::from(council.limit) * 2
        };
        let rows = (0..totals.len()).filter(|at| totals.len() > 2 && far(at));
        let naive: Vec<SeatId> = rows.map(|at| seat(at + 1)).collect();
        let found: Vec<SeatId> = verdict.of_kind(DisputeKind::Outlier).iter().map(|d| d.seats[0].clone()).collect();
        prop_assert_eq!(found, naive);
    }

    #[test]
    fn stars_differ_where_sheets_judged_alone_differ(council in council()) {
        let verdict = council.verdict();
        let alone = |at: usize| {
            let sheets = vec![council.sheets[at].clone()];
            Council { sheets, rulings: Vec::new(), ..council.clone() }.star()
        };
        let own: Vec<Option<u8>> = (0..council.sheets.len()).map(alone).collect();
        let there = own.iter().any(|star| *star != own[0]) || !verdict.stability.without.is_empty();
        prop_assert_eq!(!verdict.of_kind(DisputeKind::StarDiffers).is_empty(), there);
    }

    #[test]
    fn the_order_of_the_seats_changes_nothing(council in council(), seed in any::<prop::sample::Selector>()) {
        let verdict = council.verdict();
        let mut left: Vec<usize> = (0..council.sheets.len()).collect();
        let mut turned = council.clone();
        turned.sheets.clear();
        turned.rulings.reverse();
        while !left.is_empty() {
            let next = *seed.select(&left);
            left.retain(|at| *at != next);
            turned.sheets.push(council.sheets[next].clone());
        }
        let other = turned.verdict();
        prop_assert_eq!((other.mean, other.spread, other.star), (verdict.mean, verdict.spread, verdict.star));
        prop_assert_eq!((other.by_minima, other.outcome), (verdict.by_minima, verdict.outcome));
        prop_assert_eq!((&other.minima, &other.because), (&verdict.minima, &verdict.because));
        prop_assert_eq!(other.stability.without.len(), verdict.stability.without.len());
        let unseated = |verdict: &Verdict| {
            let mut kinds = kinds(verdict);
            for (key, ..) in &mut kinds {
                key.seat = None;
            }
            kinds.sort();
            kinds
        };
        prop_assert_eq!(unseated(&other), unseated(&verdict));
    }

    #[test]
    fn sheets_that_all_agree_dispute_nothing(mut council in council(), copies in 1usize..8) {
        council.sheets.truncate(1);
        council.rulings.clear();
        let Some(sheet) = council.sheets.first().cloned() else { return Ok(()) };
        council.sheets = vec![sheet; copies];
        let verdict = council.verdict();
        prop_assert!(verdict.disputes.is_empty() && verdict.stability.without.is_empty());
    }

    #[test]
    fn a_better_mark_never_takes_recognition_away(council in council(), (sheet, cell) in any::<(Index, Index)>()) {
        prop_assume!(!council.sheets.is_empty());
        let mut better = council.clone();
        let row = &mut better.sheets[sheet.index(council.sheets.len())];
        let at = cell.index(row.len());
        row[at] = (row[at] + 1).min(council.criteria[at].len());
        let (before, after) = (council.verdict(), better.verdict());
        prop_assert!(!before.outcome.recognised() || after.star >= before.star);
    }
}
