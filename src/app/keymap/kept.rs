//! Keys of Kept: the copies that the program keeps on this machine.

use super::{Binding, Command, DOWN, END, ENTER, HOME, PAGE_DOWN, PAGE_UP, UP, bind};
use crate::app::cursor::Move;
use crate::app::key::Key;
use crate::i18n::{carry_screen as carry, keys};

/// Commands of Kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Moves the cursor in the list.
    Move(Move),
    /// Puts the copy back.
    Restore,
}

const fn c(command: Kept) -> Command {
    Command::Kept(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Kept::Move(Move::Up)), "up", &[UP, Key::char('k')], 2, keys::choose, keys::up_help),
    bind(c(Kept::Move(Move::Down)), "down", &[DOWN, Key::char('j')], 2, keys::choose, keys::down_help),
    bind(c(Kept::Move(Move::PageUp)), "page_up", &[PAGE_UP], 0, keys::page_up, keys::page_up_help),
    bind(c(Kept::Move(Move::PageDown)), "page_down", &[PAGE_DOWN], 0, keys::page_down, keys::page_down_help),
    bind(c(Kept::Move(Move::First)), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(Kept::Move(Move::Last)), "last", &[END], 0, keys::last, keys::last_help),
    bind(c(Kept::Restore), "restore", &[ENTER], 1, carry::restore, carry::restore_help),
];
