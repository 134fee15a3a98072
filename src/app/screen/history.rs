//! The state of History: everything on the record of the session. Drawing stands in `ui::screen::history`.

use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::key::Key;
use crate::app::keymap::History as Do;

/// The state of History.
#[derive(Debug, Default)]
pub struct History {
    cursor: Cursor,
}

impl History {
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

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, _common: &mut Common) {}
}
