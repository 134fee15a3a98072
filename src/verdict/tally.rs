//! Counted sheets as one table of points, and their sums. The table is made once; all else reads it.

use super::{Counted, SheetTotal};
use crate::council::{AtLimit, Rules, Scored, SeatId};
use crate::rubric::{Code, Criterion, Minimum, ProductSet};

/// What every counted sheet says of every criterion.
pub(super) struct Table<'a> {
    /// The sheets' seats: the rows.
    pub(super) seats: Vec<&'a SeatId>,
    /// The set's criteria in the order printed: the columns.
    pub(super) criteria: Vec<&'a Criterion>,
    /// The set's minima, lower stars first, each with its column.
    pub(super) minima: Vec<(Minimum, usize)>,
    cells: Vec<Vec<Scored>>,
}

impl<'a> Table<'a> {
    /// Reads the sheets.
    pub(super) fn of(set: &'a ProductSet, sheets: &[Counted<'a>]) -> Table<'a> {
        let criteria = set.criteria();
        let column = |code: &Code| criteria.iter().position(|criterion| criterion.code == *code);
        let minima = set
            .minima()
            .into_iter()
            .filter_map(|minimum| column(&minimum.criterion).map(|column| (minimum, column)))
            .collect();
        let cells = sheets
            .iter()
            .map(|sheet| {
                let mut row = sheet.marks.all_chosen(&criteria);
                for (cell, criterion) in
                    row.iter_mut().zip(&criteria).filter(|(_, criterion)| criterion.needs.is_some())
                {
                    *cell = sheet.marks.scored_on(set, criterion);
                }
                row
            })
            .collect();
        Table { seats: sheets.iter().map(|sheet| sheet.seat).collect(), criteria, minima, cells }
    }

    /// Points of one column, sheet by sheet.
    pub(super) fn column(&self, column: usize) -> impl Iterator<Item = u16> + Clone {
        self.cells.iter().map(move |row| points(row[column]))
    }

    /// Points of one cell.
    pub(super) fn points(&self, row: usize, column: usize) -> u16 {
        points(self.cells[row][column])
    }

    /// Points of one column with their seats, of the sheets on which the criterion applies.
    pub(super) fn applicable(&self, column: usize) -> impl Iterator<Item = (u16, &'a SeatId)> + Clone {
        let rows = self.cells.iter().zip(&self.seats);
        rows.filter(move |(row, _)| row[column] != Scored::NotApplicable)
            .map(move |(row, seat)| (points(row[column]), *seat))
    }
}

/// Points of a cell; one without a choice (a sheet that counts has none) reads as 0.
fn points(cell: Scored) -> u16 {
    cell.points().unwrap_or_default()
}

/// Totals of each sheet, in the order given. A checked set stays within `u16`; one that does not stops at its end.
pub(super) fn totals(set: &ProductSet, table: &Table<'_>) -> Vec<SheetTotal> {
    let lengths: Vec<usize> = set.parts.iter().map(|part| part.criteria().len()).collect();
    let sum = |points: &mut dyn Iterator<Item = u16>| points.fold(0, u16::saturating_add);
    let sheets = table.cells.iter().zip(&table.seats);
    sheets
        .map(|(row, seat)| {
            let mut points = row.iter().copied().map(points);
            let parts: Vec<u16> = lengths.iter().map(|length| sum(&mut points.by_ref().take(*length))).collect();
            SheetTotal { seat: (*seat).clone(), total: sum(&mut parts.iter().copied()), parts }
        })
        .collect()
}

/// Largest total less smallest; 0 of fewer than two sheets.
pub(super) fn spread(sheets: &[SheetTotal]) -> u16 {
    let totals = || sheets.iter().map(|sheet| sheet.total);
    totals().max().unwrap_or(0) - totals().min().unwrap_or(0)
}

/// Whether a spread has to be discussed ("không quá 10": more than the limit; or the limit itself).
pub(super) fn spread_over(rules: &Rules, spread: u16) -> bool {
    match rules.spread_at_limit {
        AtLimit::Allowed => spread > rules.spread_limit,
        AtLimit::Flagged => spread >= rules.spread_limit,
    }
}
