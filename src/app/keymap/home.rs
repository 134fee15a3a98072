//! Keys of Home: the sessions there are.

use super::{Binding, Command, DOWN, END, ENTER, HOME, PAGE_DOWN, PAGE_UP, UP, bind};
use crate::app::cursor::Move;
use crate::app::key::Key;
use crate::i18n::{carry_screen, home, keys};

/// Commands of Home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// Moves the cursor in the list.
    Move(Move),
    /// Opens the session chosen; a sample is copied first.
    Open,
    /// Opens a folder or file by its path.
    OpenPath,
    /// Starts a new session.
    New,
    /// Looks at the folders again.
    Refresh,
    /// Opens the session chosen at what is carried in and out.
    Carry,
    /// The copies kept on this machine.
    Kept,
}

const fn c(command: Home) -> Command {
    Command::Home(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Home::Move(Move::Up)), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Home::Move(Move::Down)), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
    bind(c(Home::Move(Move::PageUp)), "page_up", &[PAGE_UP], 0, keys::page_up, keys::page_up_help),
    bind(c(Home::Move(Move::PageDown)), "page_down", &[PAGE_DOWN], 0, keys::page_down, keys::page_down_help),
    bind(c(Home::Move(Move::First)), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(Home::Move(Move::Last)), "last", &[END], 0, keys::last, keys::last_help),
    bind(c(Home::Open), "open", &[ENTER], 1, home::open, home::open_help),
    bind(c(Home::New), "new", &[Key::f(4), Key::char('n')], 3, home::new, home::new_help),
    bind(c(Home::OpenPath), "open_path", &[Key::ctrl('o')], 4, home::open_path, home::open_path_help),
    bind(c(Home::Refresh), "refresh", &[Key::f(5)], 5, home::refresh, home::refresh_help),
    bind(c(Home::Carry), "carry", &[Key::ctrl('y')], 6, carry_screen::carry, carry_screen::carry_help),
    bind(c(Home::Kept), "kept", &[Key::f(7)], 7, carry_screen::kept, carry_screen::kept_help),
];
