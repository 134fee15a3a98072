//! A cursor in a list whose length may change, and which lines of it show.

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
        cursor.to(10);
        assert_eq!(cursor.top(20, 6), 7);
        assert_eq!(Cursor::default().top(20, 6), 0);
    }
}
