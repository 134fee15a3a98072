//! Keys of Scoring.

use super::{Binding, Command, DOWN, UP, bind};
use crate::app::key::Key;
use crate::i18n::keys;

/// Commands of Scoring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// One up.
    Up,
    /// One down.
    Down,
}

const fn c(command: Scoring) -> Command {
    Command::Scoring(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Scoring::Up), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Scoring::Down), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
];
