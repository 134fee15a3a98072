//! Keys of Board.

use super::{Binding, Command, DOWN, UP, bind};
use crate::app::key::Key;
use crate::i18n::keys;

/// Commands of Board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Board {
    /// One up.
    Up,
    /// One down.
    Down,
}

const fn c(command: Board) -> Command {
    Command::Board(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Board::Up), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Board::Down), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
];
