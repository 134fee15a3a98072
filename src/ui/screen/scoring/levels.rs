//! Text that has to fit: blocks of lines, of which those that may be shortened lose lines until all of it fits.

use crate::text::{cut, wrap};
use crate::ui::Role;

use super::Pieces;

/// Some lines that belong together: the same text behind the same margin.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Before the first line.
    head: Pieces,
    /// Cells of the margin.
    margin: usize,
    role: Role,
    lines: Vec<String>,
    cells: usize,
    keep: Keep,
}

/// Whether a block may lose lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// It stays whole as long as anything else can give way.
    Whole,
    /// It may be cut, to one line at least.
    Some,
}

impl Block {
    /// Text wrapped to `cells`, without a margin.
    pub(super) fn text(role: Role, text: &str, cells: usize, keep: Keep) -> Block {
        Block::hanging(Vec::new(), 0, role, text, cells, keep)
    }

    /// Text behind a head of `margin` cells, within `cells` in all.
    pub(super) fn hanging(head: Pieces, margin: usize, role: Role, text: &str, cells: usize, keep: Keep) -> Block {
        let cells = cells.saturating_sub(margin).max(2);
        Block { head, margin, role, lines: wrap(text, cells), cells, keep }
    }

    /// One line as it stands.
    pub(super) fn line(pieces: Pieces) -> Block {
        Block { head: pieces, margin: 0, role: Role::Plain, lines: vec![String::new()], cells: 2, keep: Keep::Whole }
    }

    fn rows(&self, most: usize) -> usize {
        match self.keep {
            Keep::Whole => self.lines.len(),
            Keep::Some => self.lines.len().min(most),
        }
    }

    /// The first `most` lines; the last of a cut block ends in `…`.
    fn draw(&self, most: usize) -> Vec<Pieces> {
        let is_cut = self.lines.len() > most;
        let mut drawn = Vec::new();
        for (at, line) in self.lines.iter().take(most).enumerate() {
            let mut pieces = match at {
                0 => self.head.clone(),
                _ => vec![(Role::Plain, " ".repeat(self.margin))],
            };
            let text = match self.lines.get(at + 1) {
                Some(next) if is_cut && at + 1 == most => ending_open(line, next, self.cells),
                _ => line.clone(),
            };
            pieces.push((self.role, text));
            drawn.push(pieces);
        }
        drawn
    }
}

/// A line that goes on where nothing more is drawn: as much of the next one as fits, and `…`.
fn ending_open(line: &str, next: &str, cells: usize) -> String {
    let text = cut(&format!("{line} {next}"), cells);
    if text.ends_with('…') { text } else { format!("{text}…") }
}

/// The blocks in so many rows: the longest lose lines first, and room left over goes to the first of those that were
/// cut. What still does not fit is left out from the end.
pub(super) fn fit(blocks: &[Block], rows: usize) -> Vec<Pieces> {
    let longest = blocks.iter().map(|block| block.lines.len()).max().unwrap_or(0);
    let within = |shares: &Vec<usize>| shares.iter().sum::<usize>() <= rows;
    let even = |most: usize| -> Vec<usize> { blocks.iter().map(|block| block.rows(most)).collect() };
    // Where even the whole ones have no room, they too give way.
    let all_cut = |most: usize| -> Vec<usize> { blocks.iter().map(|block| block.rows(1).min(most)).collect() };
    let shares = (1..=longest).rev().map(even).find(within);
    let mut shares = shares.or_else(|| (1..=longest).rev().map(all_cut).find(within)).unwrap_or_else(|| all_cut(1));
    let mut left = rows.saturating_sub(shares.iter().sum());
    for (share, block) in shares.iter_mut().zip(blocks) {
        let more = (block.lines.len() - *share).min(left);
        *share += more;
        left -= more;
    }
    let mut drawn: Vec<Pieces> = blocks.iter().zip(shares).flat_map(|(block, share)| block.draw(share)).collect();
    drawn.truncate(rows);
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &[Pieces]) -> Vec<String> {
        lines.iter().map(|pieces| pieces.iter().map(|(_, text)| text.as_str()).collect()).collect()
    }

    #[test]
    fn what_may_be_cut_gives_way_to_what_may_not() {
        let whole = Block::text(Role::Plain, "một hai ba bốn", 7, Keep::Whole);
        let some = Block::text(Role::Plain, "năm sáu bảy tám chín", 8, Keep::Some);
        assert_eq!(text(&fit(&[whole.clone(), some.clone()], 9)), ["một hai", "ba bốn", "năm sáu", "bảy tám", "chín"]);
        assert_eq!(text(&fit(&[whole.clone(), some.clone()], 3)), ["một hai", "ba bốn", "năm sáu…"]);
        assert_eq!(text(&fit(&[whole.clone(), some.clone()], 2)), ["một ha…", "năm sáu…"]);
        assert_eq!(text(&fit(&[whole, some], 1)), ["một ha…"]);
    }

    #[test]
    fn a_head_stands_once_and_the_rest_hangs_below_it() {
        let head = vec![(Role::Own, "2 ".to_owned())];
        let block = Block::hanging(head, 2, Role::Plain, "một hai", 6, Keep::Some);
        assert_eq!(text(&fit(&[block], 4)), ["2 một", "  hai"]);
    }
}
