//! Keys of Agenda, the things to discuss over all products.

use super::{BACK_TAB, Binding, Command, DOWN, END, ENTER, HOME, PAGE_DOWN, PAGE_UP, TAB, UP, bind};
use crate::app::cursor::Move;
use crate::app::key::Key;
use crate::i18n::{agenda, keys};

/// Commands of Agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agenda {
    /// Moves the cursor in the list.
    Move(Move),
    /// To the discussion of the product, on this thing.
    Open,
    /// The next filter.
    Filter,
    /// The filter before.
    FilterBack,
    /// How criteria are read.
    Readings,
}

const fn c(command: Agenda) -> Command {
    Command::Agenda(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Agenda::Open), "open", &[ENTER], 1, agenda::open_key, agenda::open_help),
    bind(c(Agenda::Filter), "filter", &[TAB], 2, agenda::filter, agenda::filter_help),
    bind(c(Agenda::FilterBack), "filter_back", &[BACK_TAB], 0, agenda::filter, agenda::filter_help),
    bind(c(Agenda::Readings), "readings", &[Key::f(4)], 3, agenda::readings, agenda::readings_help),
    bind(c(Agenda::Move(Move::Up)), "up", &[UP, Key::char('k')], 4, keys::choose, keys::up_help),
    bind(c(Agenda::Move(Move::Down)), "down", &[DOWN, Key::char('j')], 4, keys::choose, keys::down_help),
    bind(c(Agenda::Move(Move::PageUp)), "page_up", &[PAGE_UP], 5, keys::page, keys::page_up_help),
    bind(c(Agenda::Move(Move::PageDown)), "page_down", &[PAGE_DOWN], 5, keys::page, keys::page_down_help),
    bind(c(Agenda::Move(Move::First)), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(Agenda::Move(Move::Last)), "last", &[END], 0, keys::last, keys::last_help),
];
