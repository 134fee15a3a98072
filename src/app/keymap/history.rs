//! Keys of History.

use super::{Binding, Command, DOWN, END, ENTER, HOME, PAGE_DOWN, PAGE_UP, TAB, UP, bind};
use crate::app::cursor::Move;
use crate::app::key::Key;
use crate::i18n::{history, keys, why};

/// Commands of History.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// Moves the cursor in the list.
    Move(Move),
    /// The board as it stood at the act.
    BoardThen,
    /// Shows only what has some words.
    Filter,
    /// Shows only the product of the act, or all again.
    OnlyProduct,
    /// Shows only the author of the act, or all again.
    OnlySeat,
    /// Shows only what does not hold, waits or came late, or all again.
    OnlyOdd,
    /// Why the product of the act has its star.
    Why,
}

const fn c(command: History) -> Command {
    Command::History(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(History::Move(Move::Up)), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(History::Move(Move::Down)), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
    bind(c(History::Move(Move::PageUp)), "page_up", &[PAGE_UP], 3, keys::page, keys::page_up_help),
    bind(c(History::Move(Move::PageDown)), "page_down", &[PAGE_DOWN], 3, keys::page, keys::page_down_help),
    bind(c(History::Move(Move::First)), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(History::Move(Move::Last)), "last", &[END], 0, keys::last, keys::last_help),
    bind(c(History::BoardThen), "board_then", &[ENTER], 1, history::board_then, history::board_then_help),
    bind(c(History::Filter), "filter", &[Key::ctrl('f'), Key::char('/')], 1, history::filter, history::filter_help),
    bind(c(History::OnlyProduct), "only_product", &[Key::f(4)], 1, history::only_product, history::only_product_help),
    bind(c(History::OnlySeat), "only_seat", &[Key::f(5)], 1, history::only_seat, history::only_seat_help),
    bind(c(History::OnlyOdd), "only_odd", &[TAB], 4, history::only_odd, history::only_odd_help),
    bind(c(History::Why), "why", &[Key::ctrl('w')], 5, why::why, why::why_help),
];
