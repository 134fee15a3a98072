//! Keys of Told: what came of carrying, to be read.

use super::{Binding, Command, DOWN, ENTER, PAGE_DOWN, PAGE_UP, UP, bind};
use crate::app::key::Key;
use crate::i18n::{carry_screen as carry, keys};

/// Commands of Told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// Read; to the screen before.
    Read,
}

const fn c(command: Told) -> Command {
    Command::Told(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Told::Read), "read", &[ENTER], 1, carry::read, carry::read_help),
    bind(c(Told::Up), "up", &[UP, Key::char('k')], 2, keys::scroll, keys::up_help),
    bind(c(Told::Down), "down", &[DOWN, Key::char('j')], 2, keys::scroll, keys::down_help),
    bind(c(Told::PageUp), "page_up", &[PAGE_UP], 3, keys::page, keys::page_up_help),
    bind(c(Told::PageDown), "page_down", &[PAGE_DOWN], 3, keys::page, keys::page_down_help),
];
