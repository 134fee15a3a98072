//! The state of Seats: who sits here, who is present. Drawing stands in `ui::screen::seats`.

use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::dialog::Answer;
use crate::app::key::Key;
use crate::app::keymap::Seats as Do;
use crate::app::sitting::Here;
use crate::council::SeatId;

/// The state of Seats.
#[derive(Debug, Default)]
pub struct Seats {
    cursor: Cursor,
    /// Whether the machine is between two people: nothing but the list of seats shows.
    hidden: bool,
}

/// What Seats asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {}

impl Seats {
    /// With the cursor on a seat.
    pub fn at(_seat: Option<&SeatId>) -> Seats {
        Seats::default()
    }

    /// Sits down at a seat.
    pub(in crate::app) fn sit_at(common: &mut Common, seat: &SeatId) {
        if let Some(sitting) = &mut common.sitting
            && let Some(effect) = sitting.sit_down(Here::Seat(seat.clone()))
        {
            common.effect(effect);
        }
    }

    /// Between two people.
    pub fn hidden() -> Seats {
        Seats { hidden: true, ..Seats::default() }
    }

    /// Whether the machine is between two people.
    pub fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// Whether a command can be given now.
    pub fn can(&self, _common: &Common, _command: Do) -> bool {
        true
    }

    /// Does a command.
    pub fn update(&mut self, _common: &mut Common, command: Do, _key: Key) {
        match command {
            Do::Up => self.cursor.step(-1, 1),
            Do::Down => self.cursor.step(1, 1),
            _ => {}
        }
    }

    /// Takes an answer.
    pub fn answered(&mut self, _common: &mut Common, asked: Asked, _answer: Answer) {
        match asked {}
    }

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, _common: &mut Common) {}
}
