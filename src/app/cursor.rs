//! A cursor in a list whose length may change, and which lines of it show.

/// A way to move in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the move it names")]
pub enum Move {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

/// A cursor in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    at: usize,
}

impl Cursor {
    /// The line the cursor is on, from 0; `None` in an empty list.
    pub fn at(self, lines: usize) -> Option<usize> {
        (lines > 0).then(|| self.at.min(lines - 1))
    }

    /// To a line.
    pub fn to(&mut self, line: usize) {
        self.at = line;
    }

    /// So many lines down (up, if negative), staying within the list.
    pub fn step(&mut self, by: isize, lines: usize) {
        self.at = self.at(lines).unwrap_or(0).saturating_add_signed(by).min(lines.saturating_sub(1));
    }

    /// As somebody moves, by so many lines a page.
    pub fn go(&mut self, to: Move, lines: usize, page: usize) {
        let page = isize::try_from(page).unwrap_or(1).max(1);
        match to {
            Move::Up => self.step(-1, lines),
            Move::Down => self.step(1, lines),
            Move::PageUp => self.step(-page, lines),
            Move::PageDown => self.step(page, lines),
            Move::First => self.to(0),
            Move::Last => self.to(lines.saturating_sub(1)),
        }
    }

    /// The first line that shows in a window of `rows`: the cursor stays inside, in the middle where it can.
    pub fn top(self, lines: usize, rows: usize) -> usize {
        let at = self.at(lines).unwrap_or(0);
        at.saturating_sub(rows / 2).min(lines.saturating_sub(rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_a_list_that_shrinks() {
        let mut cursor = Cursor::default();
        assert_eq!(cursor.at(0), None);
        cursor.step(9, 5);
        assert_eq!(cursor.at(5), Some(4));
        assert_eq!(cursor.at(2), Some(1));
        cursor.step(-1, 2);
        assert_eq!(cursor.at(2), Some(0));
        let ends = [Move::Last, Move::PageUp, Move::Up, Move::First, Move::PageDown, Move::Down].map(|to| {
            cursor.go(to, 20, 6);
            cursor.at(20)
        });
        assert_eq!(ends, [19, 13, 12, 0, 6, 7].map(Some));
        cursor.to(10);
        assert_eq!(cursor.top(20, 6), 7);
        assert_eq!(Cursor::default().top(20, 6), 0);
    }
}
