//! Keys of Verdict.

use super::{Binding, Command, DOWN, UP, bind};
use crate::app::key::Key;
use crate::i18n::keys;

/// Commands of Verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One up.
    Up,
    /// One down.
    Down,
}

const fn c(command: Verdict) -> Command {
    Command::Verdict(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Verdict::Up), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Verdict::Down), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
];
