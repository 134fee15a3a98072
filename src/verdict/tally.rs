//! Counted sheets as one table of points, and their sums. The table is made once; all else reads it.

use super::{Counted, SheetTotal};
use crate::council::{AtLimit, Rules, SeatId};
use crate::rubric::{Code, Criterion, Minimum, ProductSet};

/// Points of every counted sheet on every criterion.
pub(super) struct Table<'a> {
    /// The sheets' seats: the rows.
    pub(super) seats: Vec<&'a SeatId>,
    /// The set's criteria in the order printed: the columns.
    pub(super) criteria: Vec<&'a Criterion>,
    /// The set's minima, lower stars first, each with its column.
    pub(super) minima: Vec<(Minimum, usize)>,
    points: Vec<Vec<u16>>,
}

impl<'a> Table<'a> {
    /// Reads the sheets; a criterion without points (a sheet that counts has none) reads as 0.
    pub(super) fn of(set: &'a ProductSet, sheets: &[Counted<'a>]) -> Table<'a> {
        let criteria = set.criteria();
        let column = |code: &Code| criteria.iter().position(|criterion| criterion.code == *code);
        let minima = set
            .minima()
            .into_iter()
            .filter_map(|minimum| column(&minimum.criterion).map(|column| (minimum, column)))
            .collect();
        let points = sheets
            .iter()
            .map(|sheet| sheet.marks.points(set).into_iter().map(Option::unwrap_or_default).collect())
            .collect();
        Table { seats: sheets.iter().map(|sheet| sheet.seat).collect(), criteria, minima, points }
    }

    /// Points of one column, sheet by sheet; `without` leaves one row out.
    pub(super) fn column(&self, column: usize, without: Option<usize>) -> impl Iterator<Item = u16> + Clone {
        self.points.iter().enumerate().filter(move |(row, _)| Some(*row) != without).map(move |(_, row)| row[column])
    }

    /// The table of one sheet alone.
    pub(super) fn only(&self, row: usize) -> Table<'a> {
        Table {
            seats: vec![self.seats[row]],
            criteria: self.criteria.clone(),
            minima: self.minima.clone(),
            points: vec![self.points[row].clone()],
        }
    }

    /// Points of one sheet.
    pub(super) fn row(&self, row: usize) -> &[u16] {
        &self.points[row]
    }
}

/// Totals of each sheet, in the order given.
pub(super) fn totals(set: &ProductSet, table: &Table<'_>) -> Vec<SheetTotal> {
    (0..table.seats.len())
        .map(|row| {
            let mut points = table.row(row).iter();
            let parts: Vec<u16> =
                set.parts.iter().map(|part| points.by_ref().take(part.criteria().len()).sum()).collect();
            SheetTotal { seat: table.seats[row].clone(), total: parts.iter().sum(), parts }
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
