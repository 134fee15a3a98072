//! Keys of History.

use super::{Binding, Command, DOWN, UP, bind};
use crate::app::key::Key;
use crate::i18n::keys;

/// Commands of History.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// One up.
    Up,
    /// One down.
    Down,
}

const fn c(command: History) -> Command {
    Command::History(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(History::Up), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(History::Down), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
];
