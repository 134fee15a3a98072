//! The state of Settings: language, colours, signs. Drawing stands in `ui::screen::settings`.

use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::key::Key;
use crate::app::keymap::Settings as Do;
use crate::app::looks::{Signs, ThemeName};

/// The state of Settings.
#[derive(Debug, Default)]
pub struct Settings {
    cursor: Cursor,
}

/// A setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The language.
    Language,
    /// Colours.
    Theme,
    /// Signs.
    Signs,
}

impl Row {
    /// All, in the order shown.
    pub const ALL: [Row; 3] = [Row::Language, Row::Theme, Row::Signs];
}

impl Settings {
    /// The setting the cursor is on.
    pub fn chosen(&self) -> Row {
        Row::ALL[self.cursor.at(Row::ALL.len()).unwrap_or(0)]
    }

    /// Whether a command can be given now.
    pub fn can(&self, _common: &Common, _command: Do) -> bool {
        true
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        match command {
            Do::Up => self.cursor.step(-1, Row::ALL.len()),
            Do::Down => self.cursor.step(1, Row::ALL.len()),
            Do::Next => self.change(common, 1),
            Do::Previous => self.change(common, ThemeName::ALL.len() - 1),
        }
    }

    fn change(&mut self, common: &mut Common, by: usize) {
        match self.chosen() {
            Row::Language => common.speak_other(),
            Row::Theme => {
                let at = ThemeName::ALL.iter().position(|theme| *theme == common.looks.theme).unwrap_or(0);
                common.looks.theme = ThemeName::ALL[(at + by) % ThemeName::ALL.len()];
            }
            Row::Signs => {
                common.looks.signs = match common.looks.signs {
                    Signs::Full => Signs::Plain,
                    Signs::Plain => Signs::Full,
                };
            }
        }
        common.save_settings();
    }
}
