//! Whether the counted sheets meet each star minimum, under the charter's rule and the rulings that stand.

use super::tally::Table;
use super::{MinimumFinding, Ruled};
use crate::council::{MinimaRule, MinimumId, Rules};

/// Every minimum of the set with its finding, lower stars first.
pub(super) fn find(rules: &Rules, table: &Table<'_>, rulings: &[Ruled]) -> Vec<MinimumFinding> {
    table
        .minima
        .iter()
        .map(|(minimum, column)| {
            let points = table.column(*column);
            let met_by = points.clone().filter(|points| *points >= minimum.points).count();
            let of = points.clone().count();
            let by_rule = by_rule(rules.minima, minimum.points, met_by, of, points.map(usize::from).sum());
            let id = MinimumId { criterion: minimum.criterion.clone(), star: minimum.star };
            let ruling = ruling_on(&id, rulings);
            let split = met_by > 0 && met_by < of;
            MinimumFinding {
                points: minimum.points,
                met_by,
                of,
                by_rule,
                met: ruling.unwrap_or(by_rule),
                // What the sheets agree on anyway is not said to be ruled: a ruling is made only where they differ.
                ruled: ruling.is_some_and(|met| split || met != by_rule),
                minimum: id,
            }
        })
        .collect()
}

/// Whether a rule finds a minimum of so many points met: by how many of how many sheets, with what sum.
pub(super) fn by_rule(rule: MinimaRule, least: u16, met_by: usize, of: usize, sum: usize) -> bool {
    of > 0
        && match rule {
            MinimaRule::Every => met_by == of,
            MinimaRule::Majority => 2 * met_by > of,
            MinimaRule::Mean => sum >= usize::from(least) * of,
        }
}

/// What the rulings say of one minimum: the rulings on itself or, without any, those on other stars of its criterion
/// ("met" also meets the lower stars, so "not met" also fails the higher ones). Rulings that contradict each other
/// decide nothing, so their order never shows.
pub(super) fn ruling_on(id: &MinimumId, rulings: &[Ruled]) -> Option<bool> {
    let same = rulings.iter().filter(|ruled| ruled.minimum.criterion == id.criterion);
    let own = same.clone().filter(|ruled| ruled.minimum.star == id.star);
    if own.clone().next().is_some() {
        return unanimous(own);
    }
    let higher = same.clone().filter(|ruled| ruled.met && ruled.minimum.star > id.star);
    let lower = same.filter(|ruled| !ruled.met && ruled.minimum.star < id.star);
    unanimous(higher.chain(lower))
}

fn unanimous<'a>(mut rulings: impl Iterator<Item = &'a Ruled>) -> Option<bool> {
    let first = rulings.next()?.met;
    rulings.all(|ruled| ruled.met == first).then_some(first)
}
