//! Keys of Carry: what people bring, what is handed out and in, the copy on a stick.

use super::{Binding, Command, DOWN, END, ENTER, HOME, PAGE_DOWN, PAGE_UP, UP, bind};
use crate::app::cursor::Move;
use crate::app::key::Key;
use crate::i18n::{carry_screen as carry, keys};

/// Commands of Carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carry {
    /// Moves the cursor in the list.
    Move(Move),
    /// Takes in what the cursor is on.
    Take,
    /// Takes in everything that brings something new.
    TakeAll,
    /// Takes in a file or folder by its path.
    Path,
    /// Looks around again.
    Look,
    /// Writes files for members' own machines.
    HandOut,
    /// Writes the file for the presiding table.
    HandIn,
    /// Copies the session to a stick.
    Stick,
    /// The copies kept on this machine.
    Kept,
}

const fn c(command: Carry) -> Command {
    Command::Carry(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Carry::Move(Move::Up)), "up", &[UP, Key::char('k')], 8, keys::choose, keys::up_help),
    bind(c(Carry::Move(Move::Down)), "down", &[DOWN, Key::char('j')], 8, keys::choose, keys::down_help),
    bind(c(Carry::Move(Move::PageUp)), "page_up", &[PAGE_UP], 0, keys::page_up, keys::page_up_help),
    bind(c(Carry::Move(Move::PageDown)), "page_down", &[PAGE_DOWN], 0, keys::page_down, keys::page_down_help),
    bind(c(Carry::Move(Move::First)), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(Carry::Move(Move::Last)), "last", &[END], 0, keys::last, keys::last_help),
    bind(c(Carry::Take), "take", &[ENTER], 1, carry::take, carry::take_help),
    bind(c(Carry::Path), "path", &[Key::f(4)], 2, carry::path, carry::path_help),
    bind(c(Carry::HandIn), "hand_in", &[Key::f(8)], 3, carry::hand_in, carry::hand_in_help),
    bind(c(Carry::HandOut), "hand_out", &[Key::f(7)], 4, carry::hand_out, carry::hand_out_help),
    bind(c(Carry::Stick), "stick", &[Key::ctrl('u')], 5, carry::stick, carry::stick_help),
    bind(c(Carry::TakeAll), "take_all", &[Key::f(6)], 6, carry::take_all, carry::take_all_help),
    bind(c(Carry::Look), "look", &[Key::f(5)], 7, carry::look, carry::look_help),
    bind(c(Carry::Kept), "kept", &[Key::ctrl('b')], 9, carry::kept, carry::kept_help),
];
