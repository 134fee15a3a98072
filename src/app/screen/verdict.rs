//! The state of Verdict and what its commands do. Drawing stands in `ui::screen::verdict`.

use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::dialog::Answer;
use crate::app::key::Key;
use crate::app::keymap::Verdict as Do;

/// The state of Verdict.
#[derive(Debug, Default)]
pub struct Verdict {
    cursor: Cursor,
}

/// What Verdict asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {}

impl Verdict {
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
