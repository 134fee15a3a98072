//! Keys of Seats: who sits here, who is present.

use super::{Binding, Command, DOWN, END, ENTER, HOME, PAGE_DOWN, PAGE_UP, UP, bind};
use crate::app::cursor::Move;
use crate::app::key::Key;
use crate::i18n::{carry_screen, keys, seats};

/// Commands of Seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seats {
    /// Moves the cursor in the list.
    Move(Move),
    /// Sits down at the seat chosen, or at the presiding table.
    Sit,
    /// Marks the seat present.
    Present,
    /// Marks it absent.
    Absent,
    /// Marks it gone early.
    Left,
    /// Names who sits for the seat.
    StandIn,
    /// Goes on to the sheets or the board.
    Continue,
    /// To what is carried in and out.
    Carry,
}

const fn c(command: Seats) -> Command {
    Command::Seats(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Seats::Move(Move::Up)), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Seats::Move(Move::Down)), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
    bind(c(Seats::Move(Move::PageUp)), "page_up", &[PAGE_UP], 0, keys::page_up, keys::page_up_help),
    bind(c(Seats::Move(Move::PageDown)), "page_down", &[PAGE_DOWN], 0, keys::page_down, keys::page_down_help),
    bind(c(Seats::Move(Move::First)), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(Seats::Move(Move::Last)), "last", &[END], 0, keys::last, keys::last_help),
    bind(c(Seats::Sit), "sit", &[ENTER], 1, seats::sit, seats::sit_help),
    bind(c(Seats::Present), "present", &[Key::f(5)], 4, seats::present, seats::present_help),
    bind(c(Seats::Absent), "absent", &[Key::f(6)], 4, seats::absent, seats::absent_help),
    bind(c(Seats::Left), "left", &[Key::f(7)], 4, seats::left, seats::left_help),
    bind(c(Seats::StandIn), "stand_in", &[Key::f(4)], 5, seats::stand_in, seats::stand_in_help),
    bind(c(Seats::Continue), "continue", &[Key::f(8)], 3, seats::go_on, seats::go_on_help),
    bind(c(Seats::Carry), "carry", &[Key::ctrl('y')], 6, carry_screen::carry, carry_screen::carry_help),
];
