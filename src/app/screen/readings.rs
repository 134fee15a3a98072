//! The state of Readings: how much of the disagreement each criterion carries, and the reading agreed on it. Drawing
//! stands in `ui::screen::readings`; what is measured, in `session`.

use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::desk;
use crate::app::key::Key;
use crate::app::keymap::Readings as Do;
use crate::session::{Reading, Session};

/// The state of Readings.
#[derive(Debug, Default)]
pub struct Readings {
    cursor: Cursor,
    rows: Vec<Reading>,
}

impl Readings {
    /// As the session stands.
    pub fn of(common: &Common) -> Readings {
        Readings { rows: read(common), ..Readings::default() }
    }

    /// The criteria, the most disputed first.
    pub fn rows(&self) -> &[Reading] {
        &self.rows
    }

    /// The cursor.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The criterion the cursor is on.
    pub fn chosen(&self) -> Option<&Reading> {
        self.rows.get(self.cursor.at(self.rows.len())?)
    }

    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        match command {
            Do::Agree => desk::at_work(common) && !self.rows.is_empty(),
            Do::Move(_) => self.rows.len() > 1,
        }
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let lines = self.rows.len();
        match command {
            Do::Move(to) => self.cursor.go(to, lines, common.size.body_rows() / 2),
            Do::Agree => {
                if let Some(reading) = self.chosen() {
                    desk::agree(common, reading);
                }
            }
        }
    }

    /// The session changed, or the screen is shown again: the cursor stays on its criterion.
    pub fn news(&mut self, common: &mut Common) {
        let chosen = self.chosen().map(Reading::id);
        self.rows = read(common);
        if let Some(at) = chosen.and_then(|chosen| self.rows.iter().position(|reading| reading.id() == chosen)) {
            self.cursor.to(at);
        }
    }
}

fn read(common: &Common) -> Vec<Reading> {
    common.session().map(Session::criterion_readings).unwrap_or_default()
}
