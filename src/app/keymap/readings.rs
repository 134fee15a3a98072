//! Keys of Readings, how the council reads each criterion.

use super::{Binding, Command, DOWN, END, ENTER, HOME, PAGE_DOWN, PAGE_UP, UP, bind};
use crate::app::cursor::Move;
use crate::app::key::Key;
use crate::i18n::{keys, readings};

/// Commands of Readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readings {
    /// Moves the cursor in the list.
    Move(Move),
    /// Records the reading agreed.
    Agree,
}

const fn c(command: Readings) -> Command {
    Command::Readings(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Readings::Agree), "agree", &[ENTER, Key::f(6)], 1, readings::agree, readings::agree_help),
    bind(c(Readings::Move(Move::Up)), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Readings::Move(Move::Down)), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
    bind(c(Readings::Move(Move::PageUp)), "page_up", &[PAGE_UP], 3, keys::page, keys::page_up_help),
    bind(c(Readings::Move(Move::PageDown)), "page_down", &[PAGE_DOWN], 3, keys::page, keys::page_down_help),
    bind(c(Readings::Move(Move::First)), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(Readings::Move(Move::Last)), "last", &[END], 0, keys::last, keys::last_help),
];
