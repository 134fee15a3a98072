//! Whether the counted sheets meet each star minimum, under the charter's rule and the rulings that stand.

use super::tally::Table;
use super::{MinimumFinding, Ruled};
use crate::council::{MinimaRule, MinimumId, Rules};

/// Every minimum of the set with its finding, lower stars first; `without` leaves one sheet out.
/// A ruling "met" at a star also meets the lower stars of the criterion; "not met" also fails the higher ones.
pub(super) fn find(rules: &Rules, table: &Table<'_>, rulings: &[Ruled], without: Option<usize>) -> Vec<MinimumFinding> {
    table
        .minima
        .iter()
        .map(|(minimum, column)| {
            let points = table.column(*column, without);
            let met_by = points.clone().filter(|points| *points >= minimum.points).count();
            let of = points.clone().count();
            let by_rule = of > 0
                && match rules.minima {
                    MinimaRule::Every => met_by == of,
                    MinimaRule::Majority => 2 * met_by > of,
                    MinimaRule::Mean => points.map(usize::from).sum::<usize>() >= usize::from(minimum.points) * of,
                };
            let id = MinimumId { criterion: minimum.criterion.clone(), star: minimum.star };
            let ruling = ruling_on(&id, rulings);
            MinimumFinding {
                points: minimum.points,
                met_by,
                of,
                by_rule,
                met: ruling.unwrap_or(by_rule),
                ruled: ruling.is_some(),
                minimum: id,
            }
        })
        .collect()
}

/// What the rulings say of one minimum. The ruling on the minimum itself comes before one on another star.
fn ruling_on(id: &MinimumId, rulings: &[Ruled]) -> Option<bool> {
    let same = |ruled: &&Ruled| ruled.minimum.criterion == id.criterion;
    rulings.iter().filter(same).find(|ruled| ruled.minimum.star == id.star).map(|ruled| ruled.met).or_else(|| {
        rulings.iter().filter(same).find_map(|ruled| match ruled.met {
            true if ruled.minimum.star > id.star => Some(true),
            false if ruled.minimum.star < id.star => Some(false),
            _ => None,
        })
    })
}
