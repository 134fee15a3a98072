//! The least change, in numbers alone: of many sheets and cells, the fewest that change and then the fewest points
//! moved, so that a sum and the wants of some columns are reached. Knows no star and no seat.
//!
//! Columns that depend on each other form a *block*; a row of a block can change in a few *ways*, each so many cells,
//! so many points, so much towards each want. Within a block, sheet by sheet, the sums of points that can be reached
//! are kept as bits, by cells changed and wants met. Blocks meet only in the total: the most that every number of
//! cells can move gives the least number; among choices of that number the sums are again kept as bits, and the least
//! that suffices is followed back. Choices that are equal in both are told apart by place: changes stand in the blocks
//! and rows given first.

/// One way a row of a block can change.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// Cells it changes.
    pub(super) cells: usize,
    /// Points it moves.
    pub(super) points: usize,
    /// What it adds to each want of the block.
    pub(super) towards: Vec<usize>,
    /// What it is, for who asked.
    pub(super) code: usize,
}

/// Columns that depend on each other, or one alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// The ways of each row, besides staying as it is.
    pub(super) rows: Vec<Vec<Way>>,
    /// What must be reached, besides points.
    pub(super) wants: Vec<usize>,
    /// Points that must be moved within the block.
    pub(super) points: usize,
}

/// The least change found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Block, row and the code of the way taken, in the order given.
    pub(super) taken: Vec<(usize, usize, usize)>,
    /// Cells changed.
    cells: usize,
    /// Points moved.
    pub(super) points: usize,
    /// Whether none is less; else only a bound.
    pub(super) exact: bool,
}

/// Word operations after which exactness is given up: about a second, and some hundred megabytes. Every set of the
/// decision in force, under every rule and with thirty sheets, stays below (tested).
const EFFORT: usize = 1 << 27;

/// The least change that moves at least so many points and meets every want; nothing if none does.
pub(super) fn least(blocks: &[Block], points: usize) -> Option<Found> {
    least_within(blocks, points, EFFORT)
}

pub(super) fn least_within(blocks: &[Block], points: usize, effort: usize) -> Option<Found> {
    // A change that does shows that there is one, and that the least has no more cells than it.
    let bound = bound(blocks, points)?;
    let cap = bound.cells;
    if blocks.iter().map(|block| block.effort(cap)).fold(0, usize::saturating_add) > effort {
        return Some(bound);
    }
    let tables: Vec<Table> = blocks.iter().map(|block| Table::of(block, cap)).collect();
    // The most points of the blocks from one on, by cells changed: nothing where their wants cannot be met so.
    let mut onward: Vec<Vec<Option<usize>>> = vec![vec![Some(0)]];
    for table in tables.iter().rev() {
        let after = onward.last().map_or(&[][..], Vec::as_slice);
        let mut here = vec![None; (after.len() + table.most_cells).min(cap + 1)];
        for (cells, most) in table.most().enumerate() {
            let Some(most) = most else { continue };
            for (further, rest) in after.iter().enumerate().take((cap + 1).saturating_sub(cells)) {
                let sum = rest.map(|rest| rest + most);
                here[cells + further] = here[cells + further].max(sum);
            }
        }
        onward.push(here);
    }
    onward.reverse();
    let Some(cells) = onward[0].iter().position(|most| most.is_some_and(|most| most >= points)) else {
        return Some(bound);
    };
    let top = onward[0][cells].unwrap_or(points);
    let sums = (top - points + 1).saturating_mul(top / 64 + 1);
    if blocks.len().saturating_mul(cells * cells).saturating_mul(sums) > effort {
        return Some(bound);
    }
    Some(follow_back(&tables, &onward, cells, points, top))
}

/// Among the choices of so many cells the least sum of points that suffices, and how it comes about.
fn follow_back(tables: &[Table], onward: &[Vec<Option<usize>>], cells: usize, points: usize, top: usize) -> Found {
    let words = top / 64 + 1;
    let mut first = vec![vec![0; words]; cells + 1];
    first[0][0] = 1;
    let mut reached: Vec<Vec<Vec<u64>>> = vec![first];
    for (at, table) in tables.iter().enumerate() {
        let before = &reached[at];
        let mut here = vec![vec![0; words]; cells + 1];
        for (used, sums) in before.iter().enumerate() {
            let Some(most_so_far) = highest(sums) else { continue };
            for more in 0..=table.most_cells.min(cells - used) {
                let rest = onward[at + 1].get(cells - used - more).copied().flatten();
                let (Some(rest), Some(bits)) = (rest, table.sums(more)) else { continue };
                // Less than this here, and the total cannot be reached any more.
                let least = points.saturating_sub(rest + most_so_far);
                for sum in bits.from(least) {
                    add(&mut here[used + more], sums, sum);
                }
            }
        }
        reached.push(here);
    }
    let total = reached.last().and_then(|last| from(&last[cells], points).next()).unwrap_or(top);
    let mut taken = Vec::new();
    let (mut used, mut sum) = (cells, total);
    for (at, table) in tables.iter().enumerate().rev() {
        let before = &reached[at];
        let choice = (0..=table.most_cells.min(used)).find_map(|more| {
            let bits = table.sums(more)?;
            let here = bits.from(0).find(|here| *here <= sum && has(&before[used - more], sum - here))?;
            Some((more, here))
        });
        let Some((more, here)) = choice else { continue };
        taken.extend(table.follow_back(more, here).into_iter().map(|(row, code)| (at, row, code)));
        (used, sum) = (used - more, sum - here);
    }
    taken.sort_unstable();
    Found { taken, cells, points: total, exact: true }
}

/// A change that does, not known to be the least: everything moved as far as it goes, then put back where it can be,
/// what moves least first.
fn bound(blocks: &[Block], points: usize) -> Option<Found> {
    let far = |way: &&Way| (way.towards.iter().sum::<usize>(), way.points, usize::MAX - way.cells);
    let mut taken: Vec<(usize, usize, &Way)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let rows = block.rows.iter().enumerate();
        taken.extend(rows.filter_map(|(row, ways)| Some((at, row, ways.iter().max_by_key(far)?))));
    }
    let mut total: usize = taken.iter().map(|(.., way)| way.points).sum();
    let mut moved = vec![0; blocks.len()];
    let mut towards: Vec<Vec<usize>> = blocks.iter().map(|block| vec![0; block.wants.len()]).collect();
    for (at, _, way) in &taken {
        moved[*at] += way.points;
        towards[*at].iter_mut().zip(&way.towards).for_each(|(sum, more)| *sum += more);
    }
    let met = |at: usize, moved: usize, towards: &[usize]| {
        moved >= blocks[at].points && towards.iter().zip(&blocks[at].wants).all(|(sum, want)| sum >= want)
    };
    if total < points || !(0..blocks.len()).all(|at| met(at, moved[at], &towards[at])) {
        return None;
    }
    taken.sort_by_key(|(at, row, way)| (way.points / way.cells.max(1), usize::MAX - at, usize::MAX - row));
    taken.retain(|(at, _, way)| {
        let left: Vec<usize> = towards[*at].iter().zip(&way.towards).map(|(sum, less)| sum - less).collect();
        let stays = total - way.points < points || !met(*at, moved[*at] - way.points, &left);
        if !stays {
            total -= way.points;
            moved[*at] -= way.points;
            towards[*at] = left;
        }
        stays
    });
    let cells = taken.iter().map(|(.., way)| way.cells).sum();
    let mut taken: Vec<_> = taken.into_iter().map(|(at, row, way)| (at, row, way.code)).collect();
    taken.sort_unstable();
    Some(Found { taken, cells, points: total, exact: false })
}

impl Block {
    fn most_points(&self) -> usize {
        self.rows.iter().map(|ways| ways.iter().map(|way| way.points).max().unwrap_or(0)).sum()
    }

    fn most_cells(&self) -> usize {
        self.rows.iter().map(|ways| ways.iter().map(|way| way.cells).max().unwrap_or(0)).sum()
    }

    /// States of the wants: how far each is met.
    fn states(&self) -> usize {
        self.wants.iter().fold(1, |states, want| states.saturating_mul(want + 1))
    }

    /// Words that hold every sum of so many cells.
    fn words(&self, cap: usize) -> usize {
        let most = self.rows.iter().flatten().map(|way| way.points).max().unwrap_or(0);
        self.most_points().min(most.saturating_mul(cap)) / 64 + 1
    }

    /// Word operations its table takes, up to so many cells.
    fn effort(&self, cap: usize) -> usize {
        let ways: usize = self.rows.iter().map(|ways| ways.len() + 1).sum();
        let cells = self.most_cells().min(cap) + 1;
        ways.saturating_mul(cells).saturating_mul(self.states()).saturating_mul(self.words(cap))
    }

    /// The state after a way, from the state before.
    fn after(&self, mut state: usize, way: &Way) -> usize {
        let (mut next, mut place) = (0, 1);
        for (want, more) in self.wants.iter().zip(&way.towards) {
            next += (state % (want + 1) + more).min(*want) * place;
            state /= want + 1;
            place *= want + 1;
        }
        next
    }
}

/// What a block can do: by rows taken in, cells changed and wants met, the sums of points.
struct Table<'a> {
    block: &'a Block,
    most_cells: usize,
    states: usize,
    /// Words of one set of sums.
    words: usize,
    /// After no row, one, two, …; each by cells and state, one set of sums after another.
    layers: Vec<Vec<u64>>,
}

impl<'a> Table<'a> {
    fn of(block: &'a Block, cap: usize) -> Table<'a> {
        let (most_cells, states, words) = (block.most_cells().min(cap), block.states(), block.words(cap));
        let mut first = vec![0; (most_cells + 1) * states * words];
        first[0] = 1;
        let mut layers = vec![first];
        // Cells that the rows so far can change: nothing lies beyond.
        let mut reached = 0;
        for ways in &block.rows {
            let before = &layers[layers.len() - 1];
            let mut here = before.clone();
            for at in 0..(reached + 1) * states {
                let sums = &before[at * words..(at + 1) * words];
                if sums.iter().all(|word| *word == 0) {
                    continue;
                }
                let (cells, state) = (at / states, at % states);
                for way in ways.iter().filter(|way| cells + way.cells <= most_cells) {
                    let to = ((cells + way.cells) * states + block.after(state, way)) * words;
                    add(&mut here[to..to + words], sums, way.points);
                }
            }
            layers.push(here);
            reached = (reached + ways.iter().map(|way| way.cells).max().unwrap_or(0)).min(most_cells);
        }
        Table { block, most_cells, states, words, layers }
    }

    fn at(&self, layer: usize, cells: usize, state: usize) -> &[u64] {
        let from = (cells * self.states + state) * self.words;
        &self.layers[layer][from..from + self.words]
    }

    /// The sums of points with so many cells changed and every want met, those too small for the block included.
    fn met(&self, cells: usize) -> &[u64] {
        self.at(self.block.rows.len(), cells, self.states - 1)
    }

    /// The sums of points with so many cells changed that meet everything; none if there are none.
    fn sums(&self, cells: usize) -> Option<Sums<'_>> {
        let sums = Sums { bits: self.met(cells), least: self.block.points };
        let any = sums.from(0).next().is_some();
        any.then_some(sums)
    }

    /// The most points by cells changed.
    fn most(&self) -> impl Iterator<Item = Option<usize>> {
        (0..=self.most_cells).map(|cells| highest(self.met(cells)).filter(|most| *most >= self.block.points))
    }

    /// Rows and codes that change so many cells and move so many points, every want met.
    fn follow_back(&self, mut cells: usize, mut points: usize) -> Vec<(usize, usize)> {
        let mut state = self.states - 1;
        let mut taken = Vec::new();
        for (row, ways) in self.block.rows.iter().enumerate().rev() {
            if has(self.at(row, cells, state), points) {
                continue;
            }
            let step = ways.iter().filter(|way| way.cells <= cells && way.points <= points).find_map(|way| {
                let from = (0..self.states).find(|from| {
                    self.block.after(*from, way) == state
                        && has(self.at(row, cells - way.cells, *from), points - way.points)
                })?;
                Some((way, from))
            });
            let Some((way, from)) = step else { continue };
            taken.push((row, way.code));
            (cells, points, state) = (cells - way.cells, points - way.points, from);
        }
        taken
    }
}

/// Sums from the least that counts.
struct Sums<'a> {
    bits: &'a [u64],
    least: usize,
}

impl Sums<'_> {
    fn from(&self, least: usize) -> impl Iterator<Item = usize> {
        from(self.bits, least.max(self.least))
    }
}

// Sets of small numbers, one bit each.

fn has(bits: &[u64], number: usize) -> bool {
    bits.get(number / 64).is_some_and(|word| word & (1 << (number % 64)) != 0)
}

fn highest(bits: &[u64]) -> Option<usize> {
    let at = bits.iter().rposition(|word| *word != 0)?;
    Some(at * 64 + 63 - bits[at].leading_zeros() as usize)
}

/// Takes in another's numbers, each larger by so much; those beyond the end are left out.
fn add(bits: &mut [u64], other: &[u64], more: usize) {
    let (words, shift) = (more / 64, more % 64);
    for (from, to) in bits.iter_mut().skip(words).enumerate() {
        let low = other.get(from).map_or(0, |word| word << shift);
        let below = if shift > 0 && from > 0 { other.get(from - 1).map_or(0, |word| word >> (64 - shift)) } else { 0 };
        *to |= low | below;
    }
}

/// The numbers from one on, the least first.
fn from(bits: &[u64], least: usize) -> impl Iterator<Item = usize> {
    let words = bits.iter().enumerate().skip(least / 64);
    words.flat_map(move |(at, word)| {
        let mut left = if at == least / 64 { word & (u64::MAX << (least % 64)) } else { *word };
        std::iter::from_fn(move || {
            (left != 0).then(|| {
                let bit = left.trailing_zeros() as usize;
                left &= left - 1;
                at * 64 + bit
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(points: usize, code: usize) -> Way {
        Way { cells: 1, points, towards: Vec::new(), code }
    }

    /// Two columns of three rows, each cell to move by 2 or 3.
    fn blocks() -> Vec<Block> {
        let rows = vec![vec![way(2, 1), way(3, 2)]; 3];
        vec![Block { rows, ..Block::default() }; 2]
    }

    #[test]
    fn a_search_cut_short_gives_a_change_that_does_and_says_so() {
        let bound = least_within(&blocks(), 7, 0).unwrap();
        assert!(!bound.exact && bound.points >= 7);
        let least = least_within(&blocks(), 7, usize::MAX).unwrap();
        // Three cells at least; seven points of 2 + 2 + 3.
        assert_eq!((least.cells, least.points, least.exact), (3, 7, true));
        assert!(bound.cells >= least.cells);
        assert!(least_within(&blocks(), 19, usize::MAX).is_none(), "six cells move eighteen points");
    }

    #[test]
    fn sums_are_shifted_across_words() {
        let mut sums = vec![0_u64; 3];
        add(&mut sums, &[1 << 63, 1], 2);
        assert_eq!(from(&sums, 0).collect::<Vec<_>>(), [65, 66]);
        assert_eq!((highest(&sums), has(&sums, 65), has(&sums, 64)), (Some(66), true, false));
        assert_eq!(from(&sums, 66).collect::<Vec<_>>(), [66]);
    }
}
