//! Keys of the page "why this star".

use super::{Binding, Command, DOWN, END, HOME, PAGE_DOWN, PAGE_UP, UP, bind};
use crate::app::key::Key;
use crate::i18n::{keys, why};

/// Commands of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To its head.
    First,
    /// To its end.
    Last,
    /// The next product.
    Next,
    /// The one before.
    Previous,
}

const fn c(command: Why) -> Command {
    Command::Why(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Why::PageDown), "page_down", &[PAGE_DOWN, Key::char(' ')], 1, why::read, keys::page_down_help),
    bind(c(Why::PageUp), "page_up", &[PAGE_UP], 0, keys::page_up, keys::page_up_help),
    bind(c(Why::Up), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Why::Down), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
    bind(c(Why::Next), "next", &[Key::ctrl('n'), Key::char('n')], 3, why::next, why::next_help),
    bind(c(Why::Previous), "previous", &[Key::ctrl('p'), Key::char('p')], 0, why::previous, why::previous_help),
    bind(c(Why::First), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(Why::Last), "last", &[END], 0, keys::last, keys::last_help),
];
