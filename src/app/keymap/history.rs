//! Keys of History.

use super::{Binding, Command, DOWN, END, HOME, PAGE_DOWN, PAGE_UP, UP, bind};
use crate::app::key::Key;
use crate::i18n::{history, keys};

/// Commands of History.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// One up.
    Up,
    /// One down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Shows only what has some words.
    Filter,
}

const fn c(command: History) -> Command {
    Command::History(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(History::Up), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(History::Down), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
    bind(c(History::PageUp), "page_up", &[PAGE_UP], 3, keys::page, keys::page_up_help),
    bind(c(History::PageDown), "page_down", &[PAGE_DOWN], 3, keys::page, keys::page_down_help),
    bind(c(History::First), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(History::Last), "last", &[END], 0, keys::last, keys::last_help),
    bind(c(History::Filter), "filter", &[Key::ctrl('f'), Key::char('/')], 1, history::filter, history::filter_help),
];
