//! Keys of Help.

use super::{Binding, Command, DOWN, END, HOME, PAGE_DOWN, PAGE_UP, TAB, UP, bind};
use crate::app::key::Key;
use crate::i18n::{help, keys};

/// Commands of Help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the top.
    First,
    /// To the end.
    Last,
    /// From the keys to the guide and back.
    Turn,
}

const fn c(command: Help) -> Command {
    Command::Help(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Help::Up), "up", &[UP, Key::char('k')], 2, keys::scroll, keys::up_help),
    bind(c(Help::Down), "down", &[DOWN, Key::char('j')], 2, keys::scroll, keys::down_help),
    bind(c(Help::PageUp), "page_up", &[PAGE_UP], 3, keys::page, keys::page_up_help),
    bind(c(Help::PageDown), "page_down", &[PAGE_DOWN, Key::char(' ')], 3, keys::page, keys::page_down_help),
    bind(c(Help::First), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(Help::Last), "last", &[END], 0, keys::last, keys::last_help),
    bind(c(Help::Turn), "turn", &[TAB], 1, help::turn, help::turn_help),
];
