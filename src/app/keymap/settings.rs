//! Keys of Settings.

use super::{Binding, Command, DOWN, ENTER, LEFT, RIGHT, UP, bind};
use crate::app::key::Key;
use crate::i18n::{keys, settings};

/// Commands of Settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settings {
    /// One up.
    Up,
    /// One down.
    Down,
    /// The next value.
    Next,
    /// The value before.
    Previous,
}

const fn c(command: Settings) -> Command {
    Command::Settings(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Settings::Up), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Settings::Down), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
    bind(c(Settings::Next), "next", &[ENTER, RIGHT, Key::char(' ')], 1, settings::change, settings::next_help),
    bind(c(Settings::Previous), "previous", &[LEFT], 0, settings::change, settings::previous_help),
];
