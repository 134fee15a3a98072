//! What counted sheets say, exactly: tally, minima, star, disputes, stability; the smallest change that flips the star,
//! and what each disagreement could do to it. Knows no phase, no clock, no log; which sheets count and which rulings
//! stand is decided in `session`.

mod disputes;
pub mod example;
pub mod flip;
mod grid;
mod mean;
mod minima;
pub mod outlook;
mod stability;
mod star;
mod tally;
#[cfg(test)]
mod tests;

pub use flip::{Flip, Flips, Move, flips};
pub use mean::Mean;
pub use outlook::{Interval, Outlook, Prospect};
pub use stability::{PAIRS_FROM, alike};
pub use star::{Outcome, rank};

use crate::council::{DisputeKey, Marks, MinimumId, Rules, SeatId};
use crate::rubric::{Bands, Code, ProductSet, Star};

/// A sheet that counts.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// Whose.
    pub seat: &'a SeatId,
    /// Its marks, complete.
    pub marks: &'a Marks,
}

/// A ruling that stands: whether one minimum is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// The minimum.
    pub minimum: MinimumId,
    /// Met or not.
    pub met: bool,
}

/// Everything a product is judged by, apart from the sheets.
#[derive(Clone, Copy, Debug)]
pub struct Measure<'a> {
    /// Its product set.
    pub set: &'a ProductSet,
    /// The decision's star bands.
    pub bands: &'a Bands,
    /// The charter's rules.
    pub rules: &'a Rules,
}

/// What the counted sheets of one product say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Totals of each counted sheet, in the order given.
    pub sheets: Vec<SheetTotal>,
    /// Sum of the totals over the number of sheets, not reduced.
    pub mean: Mean,
    /// Largest total less smallest, in points.
    pub spread: u16,
    /// Whether the spread is over the rules' limit.
    pub spread_over: bool,
    /// Every minimum of the set, lower stars first.
    pub minima: Vec<MinimumFinding>,
    /// The star by the mean.
    pub by_points: Star,
    /// The highest of 5, 4, 3 whose minima, with those of the stars below, are met; none if 3★'s are not.
    pub by_minima: Option<Star>,
    /// The final star: none when 3★ is reached by points but its minima are not met.
    pub star: Option<Star>,
    /// The outcome in the law's words.
    pub outcome: Outcome,
    /// The criteria whose missed minima hold the star where it is, below `by_points`: those of the next star up, and
    /// not those of stars further off. In the order printed.
    pub because: Vec<Code>,
    /// Disagreements among the sheets; those that block first.
    pub disputes: Vec<Dispute>,
    /// What happens without any one sheet, or two.
    pub stability: Stability,
}

/// Totals of one sheet, in points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTotal {
    /// Whose.
    pub seat: SeatId,
    /// Per part, in the order of the set.
    pub parts: Vec<u16>,
    /// The sum.
    pub total: u16,
}

/// How the sheets stand to one minimum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinimumFinding {
    /// Which.
    pub minimum: MinimumId,
    /// Points of the least level.
    pub points: u16,
    /// Sheets that reach it.
    pub met_by: usize,
    /// Sheets counted.
    pub of: usize,
    /// Whether the rule finds it met, before any ruling.
    pub by_rule: bool,
    /// Whether it is met, rulings applied.
    pub met: bool,
    /// Whether a ruling decided it: one on this minimum or, by implication, on another star of its criterion.
    pub ruled: bool,
}

/// A disagreement among counted sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// What it is about.
    pub key: DisputeKey,
    /// The seats on its smaller (or farther) side, in the order of the sheets.
    pub seats: Vec<SeatId>,
    /// Whether the lock waits for it.
    pub blocking: bool,
    /// Its size: points of spread or distance, sheets in the minority; for wording and order.
    pub size: u16,
}

/// What the star would be without any one sheet and, from [`PAIRS_FROM`] sheets on, without any two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stability {
    /// Sheets without which the outcome differs, in the order given.
    pub without: Vec<Without>,
    /// Pairs without which it differs, of sheets neither of which decides alone.
    pub pairs: Vec<Without>,
}

/// An outcome without some sheets, rulings standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// The one or two left out.
    pub seats: Vec<SeatId>,
    /// The star it would be.
    pub star: Option<Star>,
    /// What decides it: all that the lower of the two outcomes lacks for the next one up.
    pub by: Vec<Decider>,
}

/// What an outcome hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decider {
    /// The mean of the totals.
    Total,
    /// A minimum.
    Minimum(MinimumId),
}

/// Judges counted sheets by a measure, with the rulings that stand. Pure and exact; linear in cells times sheets.
pub fn judge(measure: Measure<'_>, sheets: &[Counted<'_>], rulings: &[Ruled]) -> Verdict {
    let table = tally::Table::of(measure.set, sheets);
    let totals = tally::totals(measure.set, &table);
    let mean = Mean::of(&totals);
    let minima = minima::find(measure.rules, &table, rulings);
    let decided = star::decide(measure, mean, &minima);
    let spread = tally::spread(&totals);
    let laid_down = (measure.rules, measure.bands);
    let stability = stability::leave_out(laid_down, &table, &totals, rulings, &minima);
    let disputes = disputes::find(measure, &table, &totals, &minima, &decided, &stability);
    Verdict {
        sheets: totals,
        mean,
        spread,
        spread_over: tally::spread_over(measure.rules, spread),
        minima,
        by_points: decided.by_points,
        by_minima: decided.by_minima,
        star: decided.star,
        outcome: decided.outcome,
        because: decided.because,
        disputes,
        stability,
    }
}
