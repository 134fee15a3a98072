//! Keys of every dialog. While a dialog is open no other place has keys.

use super::{BACK_TAB, Binding, Command, DIGITS, DOWN, ENTER, ESC, TAB, UP, bind};
use crate::app::key::Key;
use crate::i18n::{dialog, keys};

/// Commands of a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Answers.
    Accept,
    /// Leaves without an answer.
    Dismiss,
    /// One up.
    Up,
    /// One down.
    Down,
    /// Chooses by number.
    Digit,
    /// Ticks a line of a list, or takes the tick away.
    Tick,
    /// Ticks every line.
    TickAll,
    /// The other language, the dialog staying open.
    Language,
}

const fn c(command: Dialog) -> Command {
    Command::Dialog(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Dialog::Accept), "accept", &[ENTER], 1, dialog::accept, dialog::accept_help),
    bind(c(Dialog::Dismiss), "dismiss", &[ESC], 2, dialog::dismiss, dialog::dismiss_help),
    bind(c(Dialog::Up), "up", &[UP, BACK_TAB], 3, keys::choose, keys::up_help),
    bind(c(Dialog::Down), "down", &[DOWN, TAB], 3, keys::choose, keys::down_help),
    bind(c(Dialog::Digit), "digit", DIGITS, 4, dialog::digit, dialog::digit_help),
    bind(c(Dialog::Tick), "tick", &[Key::char(' ')], 3, dialog::tick, dialog::tick_help),
    bind(c(Dialog::TickAll), "tick_all", &[Key::ctrl('a')], 4, dialog::tick_all, dialog::tick_all_help),
    bind(c(Dialog::Language), "language", &[Key::ctrl('l')], 5, keys::language, keys::language_help),
];
