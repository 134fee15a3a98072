//! Counted sheets as plain points that can be tried out: what the star would be if cells were other than they are.
//! What is tried, and why, stands in `flip` and `outlook`.

use super::{Counted, Measure, Ruled, minima, star};
use crate::council::{MinimaRule, MinimumId, Scored};
use crate::rubric::{Code, Criterion, Star};

/// Points of a cell as marked, conditions aside; nothing where nothing is chosen.
pub(super) type Chosen = Option<u16>;

/// The sheets, by row, and what they are judged by.
pub(super) struct Grid<'a> {
    pub(super) measure: Measure<'a>,
    /// The set's criteria in the order printed: the columns.
    pub(super) criteria: Vec<&'a Criterion>,
    /// The set's minima, lower stars first.
    pub(super) bars: Vec<Bar>,
    /// The column that each column needs, if one.
    needs: Vec<Option<usize>>,
    /// Columns that hang together: a criterion, those it needs and those that need it. Alone, mostly.
    pub(super) linked: Vec<Vec<usize>>,
    /// What is marked, row by row.
    pub(super) chosen: Vec<Vec<Chosen>>,
    /// What it counts, row by row.
    pub(super) points: Vec<Vec<u16>>,
}

/// A minimum as a bar in a column.
pub(super) struct Bar {
    pub(super) id: MinimumId,
    pub(super) column: usize,
    /// Points of the least level.
    pub(super) least: u16,
    /// What the rulings say of it; then the sheets decide nothing.
    pub(super) ruled: Option<bool>,
}

impl<'a> Grid<'a> {
    /// Reads the sheets.
    pub(super) fn of(measure: Measure<'a>, sheets: &[Counted<'_>], rulings: &[Ruled]) -> Grid<'a> {
        let criteria = measure.set.criteria();
        let column = |code: &Code| criteria.iter().position(|criterion| criterion.code == *code);
        let needs: Vec<Option<usize>> =
            criteria.iter().map(|criterion| criterion.needs.as_ref().and_then(column)).collect();
        let bars = measure.set.minima().into_iter().filter_map(|minimum| {
            let column = column(&minimum.criterion)?;
            let id = MinimumId { criterion: minimum.criterion, star: minimum.star };
            Some(Bar { column, least: minimum.points, ruled: minima::ruling_on(&id, rulings), id })
        });
        let bars = bars.collect();
        let chosen = sheets
            .iter()
            .map(|sheet| sheet.marks.all_chosen(&criteria).into_iter().map(Scored::points).collect())
            .collect();
        let linked = linked(&needs);
        let mut grid = Grid { measure, criteria, bars, needs, linked, chosen, points: Vec::new() };
        grid.points = grid.chosen.iter().map(|row| grid.counted(row)).collect();
        grid
    }

    /// Number of sheets.
    pub(super) fn sheets(&self) -> usize {
        self.chosen.len()
    }

    /// Whether a column applies on a sheet: all it needs, and all that those need, is worth more than 0.
    pub(super) fn applies(&self, chosen: &[Chosen], column: usize) -> bool {
        self.needed(column).all(|needed| chosen[needed] != Some(0))
    }

    /// The columns that hang on a column, directly or not.
    pub(super) fn hanging_on(&self, column: usize) -> impl Iterator<Item = usize> + use<'_, 'a> {
        self.linked
            .iter()
            .filter(move |group| group.contains(&column))
            .flatten()
            .copied()
            .filter(move |other| self.needed(*other).any(|needed| needed == column))
    }

    /// The columns that a column needs, directly or not.
    fn needed(&self, column: usize) -> impl Iterator<Item = usize> + use<'_, 'a> {
        std::iter::successors(self.needs[column], |needed| self.needs[*needed]).take(self.needs.len())
    }

    /// What a sheet counts, column by column.
    pub(super) fn counted(&self, chosen: &[Chosen]) -> Vec<u16> {
        let count = |column: usize| match chosen[column] {
            Some(points) if self.needs[column].is_none() || self.applies(chosen, column) => points,
            _ => 0,
        };
        (0..chosen.len()).map(count).collect()
    }

    /// Sum of all totals.
    pub(super) fn sum(points: &[Vec<u16>]) -> u32 {
        points.iter().flatten().map(|points| u32::from(*points)).sum()
    }

    /// Sheets that reach a bar, and the sum of its column.
    pub(super) fn at(bar: &Bar, points: &[Vec<u16>]) -> (usize, usize) {
        let column = points.iter().map(|row| row[bar.column]);
        column.fold((0, 0), |(met, sum), points| (met + usize::from(points >= bar.least), sum + usize::from(points)))
    }

    /// Whether a bar is reached, by ruling or by the charter's rule.
    pub(super) fn holds(&self, bar: &Bar, points: &[Vec<u16>]) -> bool {
        bar.ruled.unwrap_or_else(|| {
            let (met_by, sum) = Grid::at(bar, points);
            self.by_rule(bar, met_by, points.len(), sum)
        })
    }

    pub(super) fn by_rule(&self, bar: &Bar, met_by: usize, of: usize, sum: usize) -> bool {
        minima::by_rule(self.rule(), bar.least, met_by, of, sum)
    }

    pub(super) fn rule(&self) -> MinimaRule {
        self.measure.rules.minima
    }

    /// The star of some points.
    pub(super) fn star(&self, points: &[Vec<u16>]) -> Option<Star> {
        let sheets = u32::try_from(points.len()).unwrap_or(u32::MAX);
        let by_points = self.measure.bands.star(Grid::sum(points), sheets);
        // Lower stars come first: the first missed decides.
        let missed = || self.bars.iter().find(|bar| !self.holds(bar, points)).map(|bar| bar.id.star);
        star::capped(by_points, missed)
    }
}

/// Columns in groups by the first that they need, directly or not.
fn linked(needs: &[Option<usize>]) -> Vec<Vec<usize>> {
    let root =
        |column: usize| std::iter::successors(Some(column), |at| needs[*at]).take(needs.len()).last().unwrap_or(column);
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    for column in 0..needs.len() {
        let root = root(column);
        match groups.iter_mut().find(|(other, _)| *other == root) {
            Some((_, group)) => group.push(column),
            None => groups.push((root, vec![column])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
