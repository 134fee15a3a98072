//! Keys that mean the same on every screen.

use super::{Binding, Command, ESC, bind};
use crate::app::key::Key;
use crate::i18n::{keys, saving};

/// Commands of every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Everywhere {
    /// The menu of what can be done now.
    Menu,
    /// Help.
    Help,
    /// Hides everything until the next person has chosen a seat.
    PassOn,
    /// The screen before.
    Back,
    /// What happened.
    History,
    /// Settings.
    Settings,
    /// The other language.
    Language,
    /// Saves what could not be saved.
    Save,
    /// Ends the program.
    Quit,
}

const fn everywhere(command: Everywhere) -> Command {
    Command::Everywhere(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(everywhere(Everywhere::Menu), "menu", &[ESC], 90, keys::menu, keys::menu_help),
    bind(everywhere(Everywhere::Help), "help", &[Key::f(1)], 91, keys::help, keys::help_help),
    bind(everywhere(Everywhere::PassOn), "pass_on", &[Key::f(2)], 80, keys::pass_on, keys::pass_on_help),
    bind(everywhere(Everywhere::Back), "back", &[Key::f(3)], 85, keys::back, keys::back_help),
    bind(everywhere(Everywhere::History), "history", &[Key::f(9)], 0, keys::history, keys::history_help),
    bind(everywhere(Everywhere::Settings), "settings", &[Key::f(10)], 0, keys::settings, keys::settings_help),
    bind(everywhere(Everywhere::Language), "language", &[Key::ctrl('l')], 92, keys::language, keys::language_help),
    bind(everywhere(Everywhere::Save), "save", &[Key::ctrl('s')], 0, saving::save, saving::save_help),
    bind(everywhere(Everywhere::Quit), "quit", &[Key::ctrl('q'), Key::ctrl('c')], 0, keys::quit, keys::quit_help),
];
