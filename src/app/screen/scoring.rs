//! The state of Scoring and what its commands do. Drawing stands in `ui::screen::scoring`.

use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::dialog::Answer;
use crate::app::key::Key;
use crate::app::keymap::Scoring as Do;

/// The state of Scoring.
#[derive(Debug, Default)]
pub struct Scoring {
    cursor: Cursor,
}

/// What Scoring asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {}

impl Scoring {
    /// Whether a command can be given now.
    pub fn can(&self, _common: &Common, _command: Do) -> bool {
        true
    }

    /// Does a command.
    pub fn update(&mut self, _common: &mut Common, command: Do, _key: Key) {
        match command {
            Do::Up => self.cursor.step(-1, 1),
            Do::Down => self.cursor.step(1, 1),
        }
    }

    /// Takes an answer.
    pub fn answered(&mut self, _common: &mut Common, asked: Asked, _answer: Answer) {
        match asked {}
    }

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, _common: &mut Common) {}
}
