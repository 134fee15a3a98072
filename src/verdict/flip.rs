//! The smallest change that flips the star, up and down.
//!
//! A *change* gives one cell of a counted sheet another value: any level of its criterion, or *none met* where no level
//! is worth 0. A cell that a condition shuts out (5.2 without a story) can change only together with what it needs;
//! until it is marked it counts 0. Sheets that do not count are never touched, and rulings stand: a minimum that is
//! ruled on stays as ruled whatever the marks.
//!
//! Outcomes in order, the worst first: 1★, 2★, not recognised for missed minima, 3★, 4★, 5★. In this order, and in no
//! other, a better mark never makes the outcome worse, under every rule. Hence a flip up raises marks only and a flip
//! down lowers them only; to reach a star is to reach a mean and some minima, to lose it is to fall below the mean or
//! miss any one minimum. From 2★, where a better outcome would first be "not recognised for missed minima", *up* is to 3★.
//!
//! Least is: fewest cells changed; of those, fewest points moved, all sheets together (with what a condition takes
//! along); of those, by place: the mean before minima, minima of lower stars before higher, criteria as printed, seats
//! by their ids – never by their order at the table.

mod search;
mod ways;

use super::grid::Grid;
use super::{Counted, Measure, Ruled};
use crate::council::{MinimaRule, Scored, SeatId};
use crate::rubric::{Code, Star};
pub(super) use ways::Reach;
use ways::Way;

/// The smallest changes that flip the star of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flips {
    /// To a better outcome, from 2★ to a star; none from 5★, or where a ruling stands in the way.
    pub up: Option<Flip>,
    /// To a lower outcome; none from 1★.
    pub down: Option<Flip>,
}

/// A smallest change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The star it leads to; none where a minimum of 3★ is missed.
    pub to: Option<Star>,
    /// The cells changed, by criterion as printed, then by seat id.
    pub moves: Vec<Move>,
    /// Points moved, all sheets together.
    pub points: u32,
    /// Whether it is proven to be the smallest; else it is a bound: it flips the star, and a smaller one may.
    pub exact: bool,
}

/// One cell changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Whose sheet.
    pub seat: SeatId,
    /// On which criterion.
    pub criterion: Code,
    /// What stands there.
    pub from: Scored,
    /// What it would be.
    pub to: Scored,
}

/// The smallest changes that flip the star that counted sheets give; none where nothing is counted.
pub fn flips(measure: Measure<'_>, sheets: &[Counted<'_>], rulings: &[Ruled]) -> Flips {
    let mut sheets = sheets.to_vec();
    sheets.sort_by_key(|sheet| sheet.seat);
    let grid = Grid::of(measure, &sheets, rulings);
    let reach = Reach::any(&grid);
    let told = |change: Change| change.told(&grid, &sheets);
    Flips { up: up(&grid, &reach).map(told), down: down(&grid, &reach).map(told) }
}

/// A change by row and column.
pub(super) struct Change {
    /// Row, column and points chosen there.
    cells: Vec<(usize, usize, u16)>,
    /// Points moved.
    pub(super) points: usize,
    exact: bool,
}

impl Change {
    /// Cells changed.
    pub(super) fn count(&self) -> usize {
        self.cells.len()
    }

    /// The star it leads to.
    pub(super) fn leads_to(&self, grid: &Grid<'_>) -> Option<Star> {
        let mut chosen = grid.chosen.clone();
        for (row, column, points) in &self.cells {
            chosen[*row][*column] = Some(*points);
        }
        let points: Vec<Vec<u16>> = chosen.iter().map(|row| grid.counted(row)).collect();
        grid.star(&points)
    }

    fn told(self, grid: &Grid<'_>, sheets: &[Counted<'_>]) -> Flip {
        let to = self.leads_to(grid);
        let mut cells = self.cells;
        cells.sort_unstable_by_key(|(row, column, _)| (*column, *row));
        let moves = cells
            .into_iter()
            .map(|(row, column, points)| {
                let criterion = grid.criteria[column];
                let from = sheets[row].marks.scored_on(grid.measure.set, criterion);
                let to = ways::worth(criterion, from, points);
                Move { seat: sheets[row].seat.clone(), criterion: criterion.code.clone(), from, to }
            })
            .collect();
        Flip { to, moves, points: u32::try_from(self.points).unwrap_or(u32::MAX), exact: self.exact }
    }
}

/// The least change to the next star up, within reach.
pub(super) fn up(grid: &Grid<'_>, reach: &Reach) -> Option<Change> {
    if grid.sheets() == 0 {
        return None;
    }
    let target = match grid.star(&grid.points) {
        None => Star::THREE,
        Some(star) => Star::new(star.number() + 1)?,
    };
    let missed = grid.bars.iter().filter(|bar| target >= Star::THREE && bar.id.star <= target);
    let mut wants: Vec<Option<ways::Want>> = grid.criteria.iter().map(|_| None).collect();
    for bar in missed.filter(|bar| !grid.holds(bar, &grid.points)) {
        if bar.ruled == Some(false) {
            return None;
        }
        // The highest bar of a column holds only with those below it.
        let want = &mut wants[bar.column];
        if want.as_ref().is_none_or(|other| other.least < bar.least) {
            let (met_by, sum) = Grid::at(bar, &grid.points);
            let of = grid.sheets();
            let more = match grid.rule() {
                MinimaRule::Majority => of / 2 + 1 - met_by,
                MinimaRule::Every => of - met_by,
                MinimaRule::Mean => usize::from(bar.least) * of - sum,
            };
            *want = Some(ways::Want { least: bar.least, more });
        }
    }
    let threshold = usize::from(grid.measure.bands.least(target)) * grid.sheets();
    let points = threshold.saturating_sub(Grid::sum(&grid.points) as usize);
    ways::search(grid, reach, Way::Up, &wants, points)
}

/// The least change to anything less, within reach: below the mean of the star, or past one of its minima.
pub(super) fn down(grid: &Grid<'_>, reach: &Reach) -> Option<Change> {
    if grid.sheets() == 0 {
        return None;
    }
    let star = grid.star(&grid.points);
    let threshold = usize::from(grid.measure.bands.least(star.unwrap_or(Star::THREE))) * grid.sheets();
    let nothing: Vec<Option<ways::Want>> = grid.criteria.iter().map(|_| None).collect();
    let mut least: Option<Change> = None;
    let held = star.filter(|star| *star >= Star::THREE);
    for bar in grid.bars.iter().filter(|bar| bar.ruled.is_none() && held.is_some_and(|star| bar.id.star <= star)) {
        let (met_by, sum) = Grid::at(bar, &grid.points);
        let of = grid.sheets();
        let more = match grid.rule() {
            MinimaRule::Majority => met_by - of / 2,
            MinimaRule::Every => 1,
            MinimaRule::Mean => sum + 1 - usize::from(bar.least) * of,
        };
        // One cell takes one sheet below at most: more cells than were found need not be looked for.
        let crosses = grid.rule() != MinimaRule::Mean;
        if crosses && least.as_ref().is_some_and(|least| least.count() < more) {
            continue;
        }
        let mut wants = nothing.clone();
        wants[bar.column] = Some(ways::Want { least: bar.least, more });
        let Some(found) = ways::search(grid, reach, Way::Down, &wants, 0) else { continue };
        if least.as_ref().is_none_or(|least| (found.count(), found.points) < (least.count(), least.points)) {
            least = Some(found);
        }
    }
    // The mean takes more cells, mostly; where it takes no more, it comes first.
    let under = (threshold > 0).then(|| (Grid::sum(&grid.points) as usize + 1).checked_sub(threshold)).flatten();
    let by_mean = under
        .filter(|points| least.as_ref().is_none_or(|least| ways::at_least(grid, reach, *points) <= least.count()))
        .and_then(|points| ways::search(grid, reach, Way::Down, &nothing, points));
    match (by_mean, least) {
        (Some(mean), Some(bar)) if (bar.count(), bar.points) < (mean.count(), mean.points) => Some(bar),
        (mean, bar) => mean.or(bar),
    }
}
