//! Keys of Reconcile.

use super::{Binding, Command, DOWN, UP, bind};
use crate::app::key::Key;
use crate::i18n::keys;

/// Commands of Reconcile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reconcile {
    /// One up.
    Up,
    /// One down.
    Down,
}

const fn c(command: Reconcile) -> Command {
    Command::Reconcile(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Reconcile::Up), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Reconcile::Down), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
];
