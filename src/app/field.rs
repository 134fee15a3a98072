//! A text field: one grapheme per backspace, one normal form, a real cursor position, horizontal scroll.
//! Drawing is `ui::dialog`'s.

use tui_input::{Input, InputRequest};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::key::{Key, KeyCode};
use crate::text::{clean, clean_note, is_clean, width};

/// How many lines a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One; Enter is not the field's.
    One,
    /// Several: Alt-Enter and Ctrl-J break the line.
    Several,
}

/// A text field.
#[derive(Clone, Debug)]
pub struct Field {
    input: Input,
    lines: Lines,
    limit: usize,
    is_path: bool,
}

/// Whether a key meant anything to the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The field took it.
    Yes,
    /// It is for whoever holds the field.
    No,
}

impl Field {
    /// Most graphemes a field takes.
    pub const LIMIT: usize = 2000;

    /// A field of one line holding some text, the cursor behind it.
    pub fn line(text: &str) -> Field {
        Field { input: Input::new(text.nfc().collect()), lines: Lines::One, limit: 300, is_path: false }
    }

    /// A field of one line for a path, which may be long.
    pub fn path(text: &str) -> Field {
        Field { limit: Field::LIMIT, is_path: true, ..Field::line(text) }
    }

    /// A field of several lines, as [`Field::line`].
    pub fn note(text: &str) -> Field {
        Field { lines: Lines::Several, limit: Field::LIMIT, ..Field::line(text) }
    }

    /// Whether the path of a file or folder belongs in it.
    pub fn is_path(&self) -> bool {
        self.is_path
    }

    /// How many lines it takes.
    pub fn lines(&self) -> Lines {
        self.lines
    }

    /// The text as it stands, for drawing.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The text as it enters the record: clean, ends trimmed.
    pub fn value(&self) -> String {
        match self.lines {
            Lines::One => clean(self.text()),
            Lines::Several => clean_note(self.text()),
        }
    }

    /// Whether nothing but blanks stands in it.
    pub fn is_blank(&self) -> bool {
        self.value().is_empty()
    }

    /// Empties it.
    pub fn clear(&mut self) {
        self.input.reset();
    }

    /// A key pressed in the field.
    pub fn press(&mut self, key: Key) -> Taken {
        let request = match (key.code, key.ctrl, key.alt) {
            (KeyCode::Char('j'), true, false) | (KeyCode::Enter, _, true) if self.lines == Lines::Several => {
                self.insert("\n");
                return Taken::Yes;
            }
            (KeyCode::Char(c), false, false) => {
                self.insert(c.encode_utf8(&mut [0; 4]));
                return Taken::Yes;
            }
            (KeyCode::Backspace, false, false) => InputRequest::DeletePrevChar,
            (KeyCode::Backspace, ..) | (KeyCode::Char('w'), true, false) => InputRequest::DeletePrevWord,
            (KeyCode::Delete, false, false) => InputRequest::DeleteNextChar,
            (KeyCode::Left, false, false) => InputRequest::GoToPrevChar,
            (KeyCode::Right, false, false) => InputRequest::GoToNextChar,
            (KeyCode::Left, ..) => InputRequest::GoToPrevWord,
            (KeyCode::Right, ..) => InputRequest::GoToNextWord,
            (KeyCode::Home, ..) => InputRequest::GoToStart,
            (KeyCode::End, ..) => InputRequest::GoToEnd,
            (KeyCode::Char('u'), true, false) => InputRequest::DeleteLine,
            _ => return Taken::No,
        };
        self.input.handle(request);
        Taken::Yes
    }

    /// Text pasted in; line breaks become spaces in a field of one line.
    pub fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        match self.lines {
            Lines::One => self.insert(&text.replace('\n', " ")),
            Lines::Several => self.insert(&text),
        }
    }

    /// Inserts at the cursor and keeps the whole in one normal form: a mark typed after its letter joins it.
    fn insert(&mut self, text: &str) {
        let (before, after) = self.halves();
        let head: String = format!("{before}{text}").nfc().filter(|c| is_clean(c.encode_utf8(&mut [0; 4]))).collect();
        let room = self.limit.saturating_sub(after.graphemes(true).count());
        let head: String = head.graphemes(true).take(room).collect();
        let cursor = head.chars().count();
        self.input = Input::new(head + &after).with_cursor(cursor);
    }

    fn halves(&self) -> (String, String) {
        let at = self.input.cursor();
        let chars = self.text().chars();
        (chars.clone().take(at).collect(), chars.skip(at).collect())
    }

    /// What shows of a one-line field in `cells` cells, and the cursor's column there, from 0.
    pub fn window(&self, cells: usize) -> (String, usize) {
        let (before, after) = self.halves();
        let cells = cells.max(2);
        let mut head: Vec<&str> = before.graphemes(true).collect();
        let mut used = width(&before);
        let mut hidden = 0;
        while used + 1 > cells {
            used -= width(head[hidden]);
            hidden += 1;
        }
        let mut shown: String = head.split_off(hidden).concat();
        let mut room = cells - used;
        for grapheme in after.graphemes(true) {
            let wide = width(grapheme);
            if wide > room {
                break;
            }
            shown.push_str(grapheme);
            room -= wide;
        }
        (shown, used)
    }

    /// The lines of a field of several, wrapped hard at `cells` cells, and the cursor's line and column, from 0.
    pub fn wrapped(&self, cells: usize) -> (Vec<String>, (usize, usize)) {
        let (before, _) = self.halves();
        let cells = cells.max(2);
        let mut lines = vec![String::new()];
        let mut cursor = (0, 0);
        let mut read = 0;
        for grapheme in self.text().graphemes(true) {
            if read == before.len() {
                cursor = (lines.len() - 1, lines.last().map_or(0, |line| width(line)));
            }
            read += grapheme.len();
            if grapheme == "\n" {
                lines.push(String::new());
                continue;
            }
            if lines.last().is_some_and(|line| width(line) + width(grapheme) > cells - 1) {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push_str(grapheme);
            }
        }
        if read == before.len() {
            cursor = (lines.len() - 1, lines.last().map_or(0, |line| width(line)));
        }
        (lines, cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(field: &mut Field, keys: &str) {
        for key in Key::parse(keys).unwrap() {
            field.press(key);
        }
    }

    #[test]
    fn an_input_method_that_rewrites_by_backspaces_leaves_the_right_word() {
        let mut field = Field::line("");
        typed(&mut field, "tieengs Backspace Backspace Backspace Backspace Backspace ếng");
        assert_eq!(field.value(), "tiếng");
    }

    #[test]
    fn a_mark_typed_after_its_letter_joins_it_and_one_backspace_takes_both() {
        let mut field = Field::line("ti");
        typed(&mut field, "e \u{302} \u{301} ng");
        assert_eq!(field.text(), "tiếng");
        typed(&mut field, "Backspace Backspace Backspace");
        assert_eq!(field.text(), "ti");
    }

    #[test]
    fn the_window_follows_the_cursor_in_cells() {
        let field = Field::line("Hội đồng đánh giá");
        assert_eq!(field.window(40), ("Hội đồng đánh giá".to_owned(), 17));
        assert_eq!(field.window(5), (" giá".to_owned(), 4));
    }

    #[test]
    fn a_note_breaks_lines_and_a_line_does_not() {
        let mut note = Field::note("");
        note.paste("một\r\nhai");
        typed(&mut note, "<C-j> ba");
        assert_eq!(note.value(), "một\nhai\nba");
        assert_eq!(note.wrapped(10), (vec!["một".into(), "hai".into(), "ba".into()], (2, 2)));
        let mut line = Field::line("");
        line.paste("một\nhai");
        assert_eq!(line.value(), "một hai");
    }
}
