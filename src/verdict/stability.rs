//! Is this star safe? What it would be without any one sheet, without any two from seven on, and what decides that.
//! The smallest change of marks that flips it stands in `flip`.

use super::star::at_rank;
use super::tally::Table;
use super::{Decider, MinimumFinding, Ruled, SheetTotal, Stability, Without, minima, star};
use crate::council::{MinimumId, Rules, SeatId};
use crate::rubric::{Bands, Star};

/// Sheets from which on pairs are left out too: with fewer, two are no small part.
pub const PAIRS_FROM: usize = 7;

/// Sheets left out with the same end for the same reason, together: the end, what decides it, the sheets.
pub fn alike(without: &[Without]) -> Vec<(Option<Star>, &[Decider], Vec<SeatId>)> {
    let mut found: Vec<(Option<Star>, &[Decider], Vec<SeatId>)> = Vec::new();
    for out in without {
        match found.iter_mut().find(|(star, by, _)| *star == out.star && *by == out.by) {
            Some((.., seats)) => seats.extend(out.seats.iter().cloned()),
            None => found.push((out.star, &out.by, out.seats.clone())),
        }
    }
    found
}

/// The sheets as numbers from which some can be taken away.
struct Whole<'a> {
    rules: &'a Rules,
    bands: &'a Bands,
    totals: &'a [SheetTotal],
    sum: u32,
    bars: Vec<Bar>,
    /// The lowest star of which a minimum is missed whichever sheets are left out.
    missed: Option<Star>,
    /// The minima that may be met or missed, by which sheets are left out; lower stars first.
    loose: Vec<usize>,
}

/// A minimum with what each sheet says of it.
struct Bar {
    minimum: MinimumId,
    least: u16,
    ruled: Option<bool>,
    points: Vec<u16>,
    met_by: usize,
    sum: usize,
}

/// Leaves each sheet out in turn, rulings standing, and keeps those without which the star differs; from seven sheets
/// on each two, and keeps the pairs neither of which decides alone.
pub(super) fn leave_out(
    (rules, bands): (&Rules, &Bands),
    table: &Table<'_>,
    totals: &[SheetTotal],
    rulings: &[Ruled],
    found: &[MinimumFinding],
) -> Stability {
    if totals.len() < 2 {
        return Stability::default();
    }
    let bars = table.minima.iter().zip(found).map(|((minimum, column), found)| {
        let points: Vec<u16> = table.column(*column).collect();
        Bar {
            ruled: minima::ruling_on(&found.minimum, rulings),
            minimum: found.minimum.clone(),
            least: minimum.points,
            met_by: found.met_by,
            sum: points.iter().map(|points| usize::from(*points)).sum(),
            points,
        }
    });
    let sum = totals.iter().map(|sheet| u32::from(sheet.total)).sum();
    let mut whole = Whole { rules, bands, totals, sum, bars: bars.collect(), missed: None, loose: Vec::new() };
    whole.part_bars(if totals.len() < PAIRS_FROM { 1 } else { 2 });
    let star = whole.star(&[]);
    let seats = |rows: &[usize]| rows.iter().map(|row| totals[*row].seat.clone()).collect();
    let differs = |rows: &[usize]| {
        let other = whole.star(rows);
        (other != star).then(|| Without { seats: seats(rows), star: other, by: whole.deciders(star, other, rows) })
    };
    let alone: Vec<Option<Without>> = (0..totals.len()).map(|row| differs(&[row])).collect();
    let mut pairs = Vec::new();
    if totals.len() >= PAIRS_FROM {
        for one in (0..totals.len()).filter(|row| alone[*row].is_none()) {
            let others = (one + 1..totals.len()).filter(|row| alone[*row].is_none());
            pairs.extend(others.filter_map(|other| differs(&[one, other])));
        }
    }
    Stability { without: alone.into_iter().flatten().collect(), pairs }
}

impl Whole<'_> {
    /// Sum and number of sheets without some.
    fn mean(&self, without: &[usize]) -> (u32, u32) {
        let less: u32 = without.iter().map(|row| u32::from(self.totals[*row].total)).sum();
        (self.sum - less, u32::try_from(self.totals.len() - without.len()).unwrap_or(u32::MAX))
    }

    fn holds(&self, bar: &Bar, without: &[usize]) -> bool {
        bar.ruled.unwrap_or_else(|| {
            let left = without.iter().map(|row| bar.points[*row]);
            let met = bar.met_by - left.clone().filter(|points| *points >= bar.least).count();
            let sum = bar.sum - left.map(usize::from).sum::<usize>();
            minima::by_rule(self.rules.minima, bar.least, met, self.totals.len() - without.len(), sum)
        })
    }

    /// Tells the minima that leaving out up to so many sheets can change from those it cannot: it cannot where leaving
    /// out as many of the highest and of the lowest marks comes to the same, for each number of sheets.
    fn part_bars(&mut self, most: usize) {
        let (mut loose, mut missed) = (Vec::new(), None);
        for (at, bar) in self.bars.iter().enumerate() {
            let mut rows: Vec<usize> = (0..bar.points.len()).collect();
            rows.sort_by_key(|row| bar.points[*row]);
            let holds = self.holds(bar, &[]);
            let most = most.min(rows.len() - 1);
            let same = |out: usize| {
                let (lowest, highest) = (&rows[..out], &rows[rows.len() - out..]);
                self.holds(bar, lowest) == holds && self.holds(bar, highest) == holds
            };
            if !(1..=most).all(same) {
                loose.push(at);
            } else if !holds && missed.is_none() {
                missed = Some(bar.minimum.star);
            }
        }
        (self.loose, self.missed) = (loose, missed);
    }

    fn star(&self, without: &[usize]) -> Option<Star> {
        let (num, den) = self.mean(without);
        let by_points = self.bands.star(num, den);
        let missed = || {
            let mut loose = self.loose.iter().map(|at| &self.bars[*at]);
            let first = loose.find(|bar| !self.holds(bar, without)).map(|bar| bar.minimum.star);
            first.into_iter().chain(self.missed).min()
        };
        star::capped(by_points, missed)
    }

    /// What keeps the lower of two outcomes from the next one up, of what the higher one meets.
    fn deciders(&self, star: Option<Star>, other: Option<Star>, without: &[usize]) -> Vec<Decider> {
        let lower = if star::rank(other) < star::rank(star) { without } else { &[] };
        let least = star::rank(other).min(star::rank(star));
        let next = at_rank(least + 1);
        let (num, den) = self.mean(lower);
        let by_points = self.bands.star(num, den);
        let mut deciders = Vec::new();
        if by_points < next.unwrap_or(Star::THREE) {
            deciders.push(Decider::Total);
        }
        let needs = |bar: &&Bar| next.is_some_and(|next| next >= Star::THREE && bar.minimum.star <= next);
        let missed = self.bars.iter().filter(needs).filter(|bar| !self.holds(bar, lower));
        deciders.extend(missed.map(|bar| Decider::Minimum(bar.minimum.clone())));
        deciders
    }
}
