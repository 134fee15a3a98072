//! What the disagreements of a product could do to its star: the outcomes between which it lies when every cell in
//! dispute comes to any of the values given. How things to discuss are ordered over all products stands in `session`.
//!
//! Cells in dispute are: for a criterion (a minimum split, far marks) that column on every sheet, and where a criterion
//! that needs it does not apply, that cell too; for totals (spread,
//! an outlier, stars that differ) every cell of the sheets named on which the sheets differ. Each may stay or come to any
//! value that some sheet gives that criterion, whatever happens to the others; sheets and rulings stand otherwise. A mark
//! that a condition shuts out is not given, but stands on its sheet and counts again once the condition lets it in. A
//! better mark never makes the outcome worse (see `flip`), so the lowest outcome is that of the least values and the
//! highest that of the most. This covers a ruling either way, which moves no points.

use super::flip::{self, Change, Reach};
use super::grid::{Chosen, Grid};
use super::star::rank;
use super::{Counted, Dispute, Measure, Ruled, Verdict};
use crate::council::{DisputeKind, SeatId};
use crate::rubric::{Code, Star};

/// The outcomes between which a product lies; none stands for "not recognised for missed minima", between 2★ and 3★.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The worst.
    pub lowest: Option<Star>,
    /// The best.
    pub highest: Option<Star>,
}

impl Interval {
    /// Whether the star is the same whatever comes of it.
    pub fn is_settled(self) -> bool {
        self.lowest == self.highest
    }

    /// How much hangs on it: 3 recognition itself, 2 the way to the Ministry (5★), 1 another star, 0 nothing.
    pub fn weight(self) -> u8 {
        let (low, high) = (rank(self.lowest), rank(self.highest));
        let crosses = |star: Star| low < rank(Some(star)) && high >= rank(Some(star));
        match () {
            () if self.is_settled() => 0,
            () if crosses(Star::THREE) => 3,
            () if crosses(Star::FIVE) => 2,
            () => 1,
        }
    }
}

/// What one disagreement could do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// The outcomes it could lead to.
    pub outcomes: Interval,
    /// The least of it that would flip the star; none if nothing of it does.
    pub nearest: Option<Nearest>,
}

/// How close a disagreement is to flipping the star.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nearest {
    /// Cells that would have to change to a value given.
    pub cells: usize,
    /// Points moved by that, all sheets together.
    pub points: u32,
}

/// What the disagreements of one product could do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Every cell on which the sheets differ, together.
    pub whole: Interval,
    /// Each disagreement of the verdict, in its order.
    pub disputes: Vec<Prospect>,
}

/// What each disagreement of a verdict could do; `verdict` is that of the same sheets and rulings.
pub fn outlook(measure: Measure<'_>, sheets: &[Counted<'_>], rulings: &[Ruled], verdict: &Verdict) -> Outlook {
    let given = Given::of(measure, sheets, rulings);
    Outlook {
        whole: given.interval(&given.everything()),
        disputes: verdict.disputes.iter().map(|dispute| given.prospect(&given.cells(dispute))).collect(),
    }
}

/// What each criterion on which the sheets differ could do alone, in the order printed.
pub fn criteria(measure: Measure<'_>, sheets: &[Counted<'_>], rulings: &[Ruled]) -> Vec<(Code, Prospect)> {
    let given = Given::of(measure, sheets, rulings);
    let differing = given.grid.criteria.iter().enumerate().filter(|(column, _)| given.differs(*column));
    differing.map(|(column, criterion)| (criterion.code.clone(), given.prospect(&given.column(column)))).collect()
}

/// The outcomes that some disagreements could lead to together.
pub fn together<'d>(
    measure: Measure<'_>,
    sheets: &[Counted<'_>],
    rulings: &[Ruled],
    disputes: impl IntoIterator<Item = &'d Dispute>,
) -> Interval {
    let given = Given::of(measure, sheets, rulings);
    let mut cells = given.none();
    for dispute in disputes {
        for (row, other) in cells.iter_mut().zip(given.cells(dispute)) {
            row.iter_mut().zip(other).for_each(|(cell, also)| *cell |= also);
        }
    }
    given.interval(&cells)
}

/// Cells, by row and column.
type Cells = Vec<Vec<bool>>;

/// The sheets with the values given on each criterion.
struct Given<'a> {
    grid: Grid<'a>,
    seats: Vec<&'a SeatId>,
    /// By column: the points given where it applies, ascending.
    values: Vec<Vec<u16>>,
    /// By row and column: the least of what stands there and is given.
    least: Vec<Vec<Chosen>>,
    /// By row and column: the most.
    most: Vec<Vec<Chosen>>,
}

impl<'a> Given<'a> {
    fn of(measure: Measure<'a>, sheets: &[Counted<'a>], rulings: &[Ruled]) -> Given<'a> {
        let mut sheets = sheets.to_vec();
        sheets.sort_by_key(|sheet| sheet.seat);
        let grid = Grid::of(measure, &sheets, rulings);
        let values: Vec<Vec<u16>> = (0..grid.criteria.len())
            .map(|column| {
                let applies = grid.chosen.iter().filter(|row| grid.applies(row, column));
                let mut values: Vec<u16> = applies.map(|row| row[column].unwrap_or(0)).collect();
                values.sort_unstable();
                values.dedup();
                values
            })
            .collect();
        let ends = |given: fn(&[u16]) -> Option<&u16>, end: fn(u16, u16) -> u16| -> Vec<Vec<Chosen>> {
            let cell = |(chosen, values): (&Chosen, &Vec<u16>)| match given(values) {
                Some(given) => Some(chosen.map_or(*given, |chosen| end(chosen, *given))),
                None => *chosen,
            };
            grid.chosen.iter().map(|row| row.iter().zip(&values).map(cell).collect()).collect()
        };
        let (least, most) = (ends(<[u16]>::first, u16::min), ends(<[u16]>::last, u16::max));
        Given { seats: sheets.iter().map(|sheet| sheet.seat).collect(), grid, values, least, most }
    }

    /// Whether the sheets differ on a criterion: in points, or in whether it applies.
    fn differs(&self, column: usize) -> bool {
        let applies = |row: &&Vec<Option<u16>>| self.grid.applies(row, column);
        let count = self.grid.chosen.iter().filter(applies).count();
        self.values[column].len() > 1 || (count > 0 && count < self.grid.sheets())
    }

    fn none(&self) -> Cells {
        vec![vec![false; self.values.len()]; self.grid.sheets()]
    }

    fn everything(&self) -> Cells {
        let row: Vec<bool> = (0..self.values.len()).map(|column| self.differs(column)).collect();
        vec![row; self.grid.sheets()]
    }

    /// A column, and what hangs on it where that does not apply yet: whoever lets it in has to mark it as well.
    fn column(&self, column: usize) -> Cells {
        let mut cells = self.none();
        for (row, chosen) in cells.iter_mut().zip(&self.grid.chosen) {
            row[column] = true;
            for other in self.grid.hanging_on(column) {
                row[other] = !self.grid.applies(chosen, other);
            }
        }
        cells
    }

    /// The cells in dispute.
    fn cells(&self, dispute: &Dispute) -> Cells {
        let of_criterion = matches!(dispute.key.kind, DisputeKind::MinimumSplit | DisputeKind::CriterionSpread);
        if let Some(code) = dispute.key.criterion.as_ref().filter(|_| of_criterion) {
            let column = self.grid.criteria.iter().position(|criterion| criterion.code == *code);
            return column.map_or_else(|| self.none(), |column| self.column(column));
        }
        let mut cells = self.everything();
        for (row, seat) in cells.iter_mut().zip(&self.seats) {
            if !dispute.seats.contains(seat) {
                row.fill(false);
            }
        }
        cells
    }

    /// The star when each of the cells comes to what is at one end.
    fn star(&self, cells: &Cells, ends: &[Vec<Chosen>]) -> Option<Star> {
        let rows = self.grid.chosen.iter().zip(ends).zip(cells).map(|((row, ends), cells)| {
            let cells = row.iter().zip(ends).zip(cells);
            let chosen: Vec<Chosen> = cells.map(|((chosen, end), open)| if *open { *end } else { *chosen }).collect();
            self.grid.counted(&chosen)
        });
        self.grid.star(&rows.collect::<Vec<_>>())
    }

    fn interval(&self, cells: &Cells) -> Interval {
        Interval { lowest: self.star(cells, &self.least), highest: self.star(cells, &self.most) }
    }

    fn prospect(&self, cells: &Cells) -> Prospect {
        let outcomes = self.interval(cells);
        if outcomes.is_settled() {
            return Prospect { outcomes, nearest: None };
        }
        let reach = Reach::within(self.values.clone(), cells.clone());
        let size = |change: Change| Nearest {
            cells: change.count(),
            points: u32::try_from(change.points).unwrap_or(u32::MAX),
        };
        let here = rank(self.grid.star(&self.grid.points));
        let up = (rank(outcomes.highest) > here).then(|| flip::up(&self.grid, &reach)).flatten();
        let down = (rank(outcomes.lowest) < here).then(|| flip::down(&self.grid, &reach)).flatten();
        Prospect { outcomes, nearest: up.into_iter().chain(down).map(size).min() }
    }
}
