//! The heat map of Reconcile: who marked what, on which side of most it stands, which rows say nothing.

use crate::council::{Marks, ProductId, Scored, SeatId};
use crate::rubric::{Code, Criterion, ProductSet};
use crate::session::Session;

/// Criteria by seats, of the sheets that are open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatMap {
    /// The columns: every scoring seat in order of precedence.
    pub seats: Vec<SeatId>,
    /// The rows, in the order printed.
    pub rows: Vec<HeatRow>,
    /// Totals by seat; none without a sheet.
    pub totals: Vec<Option<u16>>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    /// Which.
    pub code: Code,
    /// Its place in the set.
    pub at: usize,
    /// Marks by seat; none without a sheet.
    pub cells: Vec<Option<HeatCell>>,
    /// Whether the sheets say different things.
    pub differs: bool,
}

/// A mark among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatCell {
    /// What it is.
    pub scored: Scored,
    /// On which side of most.
    pub side: Side,
    /// The level's letter, where two levels are worth the same.
    pub letter: Option<char>,
    /// What it was before the last round, where that changed it.
    pub before: Option<Scored>,
}

/// On which side of most marks a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// With most.
    With,
    /// Below.
    Below,
    /// Above.
    Above,
}

impl HeatMap {
    /// The map of a product's open sheets; empty while it has none.
    pub fn of(session: &Session, product: &ProductId) -> HeatMap {
        let counted = session.counted(product);
        let (false, Some(set)) = (counted.is_empty(), session.set(product)) else { return HeatMap::default() };
        let seats = session.scoring_seats();
        let sheets: Vec<Option<&Marks>> =
            seats.iter().map(|seat| counted.iter().find(|(other, _)| other == seat).map(|(_, marks)| *marks)).collect();
        let rows = set.criteria().into_iter().enumerate().map(|(at, criterion)| row(&set, at, criterion, &sheets));
        let totals = sheets.iter().map(|sheet| sheet.map(|marks| marks.total(&set))).collect();
        let mut map = HeatMap { rows: rows.collect(), seats, totals };
        map.remember(session, product);
        map
    }

    /// Puts what the last round changed beside what it is now.
    fn remember(&mut self, session: &Session, product: &ProductId) {
        for change in session.changes(product) {
            let column = self.seats.iter().position(|seat| *seat == change.seat);
            let row = self.rows.iter_mut().find(|row| row.code == change.criterion);
            let cell = row.zip(column).and_then(|(row, column)| row.cells.get_mut(column)?.as_mut());
            if let Some(cell) = cell {
                cell.before = Some(change.before);
            }
        }
    }

    /// The rows that show: all, or those that differ, those that the last round changed, and those asked for.
    pub fn shown(&self, all: bool, always: &[Code]) -> Vec<&HeatRow> {
        let changed = |row: &HeatRow| row.cells.iter().flatten().any(|cell| cell.before.is_some());
        let shows = |row: &&HeatRow| all || row.differs || changed(row) || always.contains(&row.code);
        self.rows.iter().filter(shows).collect()
    }
}

fn row(set: &ProductSet, at: usize, criterion: &Criterion, sheets: &[Option<&Marks>]) -> HeatRow {
    let marks: Vec<Option<Scored>> =
        sheets.iter().map(|sheet| sheet.map(|marks| marks.scored_on(set, criterion))).collect();
    let points: Vec<u16> = marks.iter().flatten().map(|scored| scored.points().unwrap_or(0)).collect();
    let middle = twice_most(&points);
    let mut known = marks.iter().flatten();
    let first = known.next();
    let differs = known.any(|scored| Some(scored) != first);
    let cells = marks
        .iter()
        .map(|scored| {
            scored.map(|scored| {
                let side = match (2 * scored.points().unwrap_or(0)).cmp(&middle) {
                    std::cmp::Ordering::Less => Side::Below,
                    std::cmp::Ordering::Equal => Side::With,
                    std::cmp::Ordering::Greater => Side::Above,
                };
                let letter = match scored {
                    Scored::Level(level, points) if criterion.worth(points).len() > 1 => Some(level.letter()),
                    _ => None,
                };
                HeatCell { scored, side, letter, before: None }
            })
        })
        .collect();
    HeatRow { code: criterion.code.clone(), at, cells, differs }
}

/// Twice the points most marks have; where two values are equally frequent, the middle between lowest and highest.
fn twice_most(points: &[u16]) -> u16 {
    let count = |value: u16| points.iter().filter(|other| **other == value).count();
    let most = points.iter().map(|value| count(*value)).max().unwrap_or(0);
    let modes = || points.iter().copied().filter(|value| count(*value) == most);
    modes().min().unwrap_or(0) + modes().max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::{Cell, Value};
    use crate::rubric::{LevelId, builtin};

    fn sheet(set: &ProductSet, code: &Code, value: Value) -> Marks {
        let mut marks = Marks::default();
        for criterion in set.criteria() {
            let level = LevelId::at(criterion.levels.len() - 1).unwrap();
            marks.set(criterion.code.clone(), Cell { value: Value::Level(level), ..Cell::default() });
        }
        marks.set(code.clone(), Cell { value, ..Cell::default() });
        marks
    }

    #[test]
    fn most_marks_are_the_measure_and_a_tie_has_two_sides() {
        assert_eq!(twice_most(&[5, 5, 3, 5]), 10);
        assert_eq!(twice_most(&[2, 1, 2, 1]), 3);
        assert_eq!(twice_most(&[]), 0);
    }

    #[test]
    fn a_mark_below_most_says_so_and_a_row_without_difference_is_folded() {
        let set = builtin::default().set(9).unwrap();
        let code = set.criteria()[0].code.clone();
        let best = Value::Level(LevelId::at(set.criteria()[0].levels.len() - 1).unwrap());
        let sheets = [sheet(set, &code, best), sheet(set, &code, best), sheet(set, &code, Value::NoneMet)];
        let columns: Vec<Option<&Marks>> = sheets.iter().map(Some).chain([None]).collect();
        let rows: Vec<HeatRow> =
            set.criteria().into_iter().enumerate().map(|(at, criterion)| row(set, at, criterion, &columns)).collect();
        assert!(rows[0].differs && rows[1..].iter().all(|row| !row.differs));
        let sides: Vec<Option<Side>> = rows[0].cells.iter().map(|cell| cell.as_ref().map(|cell| cell.side)).collect();
        assert_eq!(sides, [Some(Side::With), Some(Side::With), Some(Side::Below), None]);
        let map = HeatMap { rows, ..HeatMap::default() };
        assert_eq!(map.shown(false, &[]).len(), 1);
        assert_eq!(map.shown(false, &[set.criteria()[3].code.clone()]).len(), 2);
        assert_eq!(map.shown(true, &[]).len(), set.criteria().len());
    }
}
