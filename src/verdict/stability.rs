//! Is this star safe? What it would be without any one sheet. (The smallest change that flips it has its place here.)

use super::star::decide;
use super::tally::Table;
use super::{Mean, Measure, Ruled, SheetTotal, Stability, minima};
use crate::rubric::Star;

/// Leaves each sheet out in turn, rulings standing, and keeps those without which the star differs.
pub(super) fn leave_one_out(
    measure: Measure<'_>,
    table: &Table<'_>,
    totals: &[SheetTotal],
    rulings: &[Ruled],
    star: Option<Star>,
) -> Stability {
    let whole = Mean::of(totals);
    if whole.den < 2 {
        return Stability::default();
    }
    let without = totals
        .iter()
        .enumerate()
        .filter_map(|(row, left_out)| {
            let mean = Mean { num: whole.num - u32::from(left_out.total), den: whole.den - 1 };
            let minima = minima::find(measure.rules, table, rulings, Some(row));
            let other = decide(measure, mean, &minima).star;
            (other != star).then(|| (left_out.seat.clone(), other))
        })
        .collect();
    Stability { without }
}
