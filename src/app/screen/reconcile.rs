//! The state of Reconcile and what its commands do. Drawing stands in `ui::screen::reconcile`.

use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::dialog::Answer;
use crate::app::key::Key;
use crate::app::keymap::Reconcile as Do;

/// The state of Reconcile.
#[derive(Debug, Default)]
pub struct Reconcile {
    cursor: Cursor,
}

/// What Reconcile asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {}

impl Reconcile {
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
