//! From sheets to numbers and back: which values a cell can take, what each is worth to the search, and which cell a
//! way found stands for.

use super::Change;
use super::search::{self, Block};
use crate::council::{MinimaRule, Scored};
use crate::rubric::{Criterion, LevelId};
use crate::verdict::grid::{Chosen, Grid};

/// Which way marks move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

/// What a column must reach: so much more (or less) of sheets at the bar, or under the mean rule of points.
#[derive(Clone, Debug)]
pub(super) struct Want {
    /// The bar.
    pub(super) least: u16,
    /// Sheets that must cross it; under the mean rule points that must move in the column.
    pub(super) more: usize,
}

/// The values that cells may take.
pub(in crate::verdict) struct Reach {
    /// By column: points, ascending.
    values: Vec<Vec<u16>>,
    /// By row and column; none: every cell.
    within: Option<Vec<Vec<bool>>>,
}

/// Combinations of one row of a block beyond which only the farthest values are tried.
const MOST: usize = 4096;

impl Reach {
    /// Every cell, any level of its criterion or *none met*.
    pub(in crate::verdict) fn any(grid: &Grid<'_>) -> Reach {
        let values = |criterion: &&Criterion| {
            let mut values: Vec<u16> = criterion.levels.iter().map(|level| level.points).chain([0]).collect();
            values.sort_unstable();
            values.dedup();
            values
        };
        Reach { values: grid.criteria.iter().map(values).collect(), within: None }
    }

    /// Some cells, to any of these values.
    pub(in crate::verdict) fn within(values: Vec<Vec<u16>>, within: Vec<Vec<bool>>) -> Reach {
        Reach { values, within: Some(within) }
    }

    /// Whether any cell of a column may change.
    fn is_within(&self, column: usize) -> bool {
        self.within.as_ref().is_none_or(|within| within.iter().any(|row| row[column]))
    }

    /// Whether a cell may change.
    fn is_open(&self, row: usize, column: usize) -> bool {
        self.within.as_ref().is_none_or(|within| within[row][column])
    }

    /// Values that a cell can go to.
    fn of(&self, way: Way, row: usize, column: usize, chosen: Chosen) -> Vec<u16> {
        if !self.is_open(row, column) {
            return Vec::new();
        }
        let here = chosen.unwrap_or(0);
        let goes = |points: &u16| match way {
            Way::Up => *points > here,
            Way::Down => *points < here,
        };
        self.values[column].iter().copied().filter(goes).collect()
    }
}

/// The least change in one way that moves so many points and meets the wants.
pub(super) fn search(
    grid: &Grid<'_>,
    reach: &Reach,
    way: Way,
    wants: &[Option<Want>],
    points: usize,
) -> Option<Change> {
    let mut columns: Vec<Vec<usize>> = Vec::new();
    for linked in &grid.linked {
        let wanted = linked.iter().any(|column| wants[*column].is_some());
        let moves = linked.iter().any(|column| reach.is_within(*column));
        match (wanted, moves) {
            // Wanted, and none of its cells may change.
            (true, false) => return None,
            // Without points to move, only what is wanted matters.
            (false, _) if points == 0 || !moves => continue,
            _ => {}
        }
        let shut = |row: &Vec<Chosen>| linked.iter().any(|column| !grid.applies(row, *column));
        // Where all apply and marks only rise, none depends on another.
        if way == Way::Up && linked.len() > 1 && !grid.chosen.iter().any(shut) {
            columns.extend(linked.iter().map(|column| vec![*column]));
        } else {
            columns.push(linked.clone());
        }
    }
    let blocks: Vec<Block> = columns.iter().map(|columns| block(grid, reach, way, wants, columns)).collect();
    let found = search::least(&blocks, points)?;
    let cells = found
        .taken
        .iter()
        .flat_map(|(at, row, code)| {
            let choices = choices(grid, reach, way, *row, &columns[*at]);
            let chosen = decode(&choices, *code);
            let row = *row;
            columns[*at].iter().zip(chosen).filter_map(move |(column, points)| Some((row, *column, points?)))
        })
        .collect();
    let whole = |columns: &Vec<usize>| (0..grid.sheets()).all(|row| !too_many(grid, reach, way, row, columns));
    Some(Change { cells, points: found.points, exact: found.exact && columns.iter().all(whole) })
}

/// Cells without which so many points cannot be taken away, whatever they are: never more than are needed.
pub(super) fn at_least(grid: &Grid<'_>, reach: &Reach, points: usize) -> usize {
    let mut most: Vec<usize> = Vec::new();
    for (row, counted) in grid.points.iter().enumerate() {
        for linked in &grid.linked {
            // A cell that others depend on can take all of theirs along.
            let all: usize = linked.iter().map(|column| usize::from(counted[*column])).sum();
            let open = linked.iter().filter(|column| all > 0 && reach.is_open(row, **column));
            most.extend(open.map(|_| all));
        }
    }
    most.sort_unstable_by(|a, b| b.cmp(a));
    let mut moved = 0;
    let needed = most.iter().take_while(|more| {
        let short = moved < points;
        moved += **more;
        short
    });
    needed.count()
}

fn block(grid: &Grid<'_>, reach: &Reach, way: Way, wants: &[Option<Want>], columns: &[usize]) -> Block {
    let mean = grid.rule() == MinimaRule::Mean;
    let wanted: Vec<(usize, &Want)> =
        columns.iter().filter_map(|column| Some((*column, wants[*column].as_ref()?))).collect();
    // Points wanted of a lone column are the points it moves: nothing has to be counted twice.
    let alone = mean && columns.len() == 1;
    let rows = (0..grid.sheets())
        .map(|row| {
            let before = &grid.points[row];
            if let [column] = columns {
                return lone(grid, reach, way, (row, *column), wanted.first().map(|(_, want)| *want));
            }
            let choices = choices(grid, reach, way, row, columns);
            let codes: usize = choices.iter().map(|values| values.len() + 1).product();
            let found = (1..codes).filter_map(|code| {
                let picked = decode(&choices, code);
                let mut chosen = grid.chosen[row].clone();
                for (column, points) in columns.iter().zip(&picked) {
                    if points.is_some() {
                        chosen[*column] = *points;
                    }
                }
                let counted = |column: usize| match chosen[column] {
                    Some(points) if grid.applies(&chosen, column) => points,
                    _ => 0,
                };
                let moved = |column: usize| usize::from(before[column].abs_diff(counted(column)));
                let points: usize = columns.iter().map(|column| moved(*column)).sum();
                let towards = |(column, want): &(usize, &Want)| match mean {
                    true => moved(*column),
                    false => usize::from((before[*column] >= want.least) != (counted(*column) >= want.least)),
                };
                let towards = if alone { Vec::new() } else { wanted.iter().map(towards).collect() };
                let cells = picked.iter().flatten().count();
                (points > 0).then_some(search::Way { cells, points, towards, code })
            });
            found.collect()
        })
        .collect();
    let sum = |wanted: &[(usize, &Want)]| wanted.iter().map(|(_, want)| want.more).sum();
    match alone {
        true => Block { rows, wants: Vec::new(), points: sum(&wanted) },
        false => Block { rows, wants: wanted.iter().map(|(_, want)| want.more).collect(), points: 0 },
    }
}

/// The ways of one cell that no other cell of its row depends on.
fn lone(
    grid: &Grid<'_>,
    reach: &Reach,
    way: Way,
    (row, column): (usize, usize),
    want: Option<&Want>,
) -> Vec<search::Way> {
    let chosen = &grid.chosen[row];
    if !grid.applies(chosen, column) {
        return Vec::new();
    }
    let before = grid.points[row][column];
    // Under the mean rule the points wanted of a lone column are the points it moves.
    let want = want.filter(|_| grid.rule() != MinimaRule::Mean);
    let to = reach.of(way, row, column, chosen[column]).into_iter().enumerate();
    to.filter(|(_, after)| *after != before)
        .map(|(at, after)| search::Way {
            cells: 1,
            points: usize::from(before.abs_diff(after)),
            towards: want.iter().map(|want| usize::from((before >= want.least) != (after >= want.least))).collect(),
            code: at + 1,
        })
        .collect()
}

/// Whether a block's row can change in more ways than are tried.
fn too_many(grid: &Grid<'_>, reach: &Reach, way: Way, row: usize, columns: &[usize]) -> bool {
    let most = |column: &usize| reach.of(way, row, *column, grid.chosen[row][*column]).len() + 1;
    columns.len() > 1 && columns.iter().map(most).fold(1, usize::saturating_mul) > MOST
}

/// What each cell of a block's row can go to.
fn choices(grid: &Grid<'_>, reach: &Reach, way: Way, row: usize, columns: &[usize]) -> Vec<Vec<u16>> {
    let of = |column: &usize| reach.of(way, row, *column, grid.chosen[row][*column]);
    let mut choices: Vec<Vec<u16>> = columns.iter().map(of).collect();
    if too_many(grid, reach, way, row, columns) {
        for values in &mut choices {
            let farthest = if way == Way::Up { values.last() } else { values.first() };
            *values = farthest.copied().into_iter().collect();
        }
        choices.iter_mut().skip(MOST.ilog2() as usize).for_each(Vec::clear);
    }
    choices
}

/// The choice of each cell that a code stands for: mixed radix, 0 for a cell that stays.
fn decode(choices: &[Vec<u16>], mut code: usize) -> Vec<Option<u16>> {
    choices
        .iter()
        .map(|values| {
            let digit = code % (values.len() + 1);
            code /= values.len() + 1;
            digit.checked_sub(1).map(|at| values[at])
        })
        .collect()
}

/// The value of a criterion that is worth so many points: a level of the case chosen before, else the first as printed;
/// *none met* for 0 where no level is worth that.
pub(super) fn worth(criterion: &Criterion, from: Scored, points: u16) -> Scored {
    let case = match from {
        Scored::Level(level, _) => criterion.level(level).and_then(|level| level.case),
        _ => None,
    };
    let fits = criterion.worth(points);
    let same = |level: &&LevelId| criterion.level(**level).is_some_and(|found| found.case == case);
    fits.iter().find(same).or(fits.first()).map_or(Scored::NoneMet, |level| Scored::Level(*level, points))
}
