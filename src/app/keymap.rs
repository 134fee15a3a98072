//! The one table of keys: place, command, keys, footer label and rank, help line. Footer, help, the menu under Esc and
//! `ocop-council keys` all read it. What a command does is its screen's business.

mod agenda;
mod board;
mod carry;
mod dialog;
mod dispute;
mod everywhere;
mod help;
mod history;
mod home;
mod kept;
mod new;
mod readings;
mod reconcile;
mod scoring;
mod seats;
mod settings;
mod told;
mod verdict;
mod why;

pub use agenda::Agenda;
pub use board::Board;
pub use carry::Carry;
pub use dialog::Dialog;
pub use dispute::Dispute;
pub use everywhere::Everywhere;
pub use help::Help;
pub use history::History;
pub use home::Home;
pub use kept::Kept;
pub use new::{New, NewPlace};
pub use readings::Readings;
pub use reconcile::Reconcile;
pub use scoring::Scoring;
pub use seats::Seats;
pub use settings::Settings;
pub use told::Told;
pub use verdict::Verdict;
pub use why::Why;

use super::key::{Key, KeyCode};
use crate::i18n::{Lang, carry_screen, dispute as dispute_words, keys, why as why_words};

/// Where a key means something. A dialog hides every other place; a screen's keys and those of everywhere never clash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the screen it names")]
pub enum Place {
    /// Every screen.
    Everywhere,
    Home,
    /// A page of the screen that makes a session.
    New(NewPlace),
    Seats,
    Scoring,
    Board,
    Agenda,
    Readings,
    Reconcile,
    Dispute,
    Verdict,
    Why,
    History,
    Help,
    Settings,
    Carry,
    Kept,
    Told,
    /// Any dialog.
    Dialog,
}

impl Place {
    /// All, in the order Help shows them.
    pub const ALL: [Place; 26] = [
        Place::Everywhere,
        Place::Home,
        Place::New(NewPlace::Session),
        Place::New(NewPlace::Council),
        Place::New(NewPlace::Seat),
        Place::New(NewPlace::Products),
        Place::New(NewPlace::Product),
        Place::New(NewPlace::Rules),
        Place::New(NewPlace::Review),
        Place::New(NewPlace::Faults),
        Place::Seats,
        Place::Scoring,
        Place::Board,
        Place::Agenda,
        Place::Readings,
        Place::Reconcile,
        Place::Dispute,
        Place::Verdict,
        Place::Why,
        Place::History,
        Place::Carry,
        Place::Kept,
        Place::Told,
        Place::Settings,
        Place::Help,
        Place::Dialog,
    ];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Place::Everywhere => "everywhere",
            Place::Home => "home",
            Place::New(page) => page.name(),
            Place::Seats => "seats",
            Place::Scoring => "scoring",
            Place::Board => "board",
            Place::Agenda => "agenda",
            Place::Readings => "readings",
            Place::Reconcile => "reconcile",
            Place::Dispute => "dispute",
            Place::Verdict => "verdict",
            Place::Why => "why",
            Place::History => "history",
            Place::Help => "help",
            Place::Settings => "settings",
            Place::Carry => "carry",
            Place::Kept => "kept",
            Place::Told => "told",
            Place::Dialog => "dialog",
        }
    }

    /// Its heading in Help.
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Place::Everywhere => keys::everywhere(lang),
            Place::Home => keys::home(lang),
            Place::New(page) => page.title(lang),
            Place::Seats => keys::seats(lang),
            Place::Scoring => keys::scoring(lang),
            Place::Board => keys::board(lang),
            Place::Agenda => keys::agenda(lang),
            Place::Readings => keys::readings(lang),
            Place::Reconcile => keys::reconcile(lang),
            Place::Dispute => dispute_words::title(lang),
            Place::Verdict => keys::verdict(lang),
            Place::Why => why_words::title(lang),
            Place::History => keys::history(lang),
            Place::Help => keys::help(lang),
            Place::Settings => keys::settings(lang),
            Place::Carry => carry_screen::title(lang),
            Place::Kept => carry_screen::kept_title(lang),
            Place::Told => carry_screen::told_title(lang),
            Place::Dialog => keys::dialog(lang),
        }
    }

    /// Its part of the table.
    pub fn bindings(self) -> &'static [Binding] {
        match self {
            Place::Everywhere => everywhere::KEYS,
            Place::Home => home::KEYS,
            Place::New(page) => page.bindings(),
            Place::Seats => seats::KEYS,
            Place::Scoring => scoring::KEYS,
            Place::Board => board::KEYS,
            Place::Agenda => agenda::KEYS,
            Place::Readings => readings::KEYS,
            Place::Reconcile => reconcile::KEYS,
            Place::Dispute => dispute::KEYS,
            Place::Verdict => verdict::KEYS,
            Place::Why => why::KEYS,
            Place::History => history::KEYS,
            Place::Help => help::KEYS,
            Place::Settings => settings::KEYS,
            Place::Carry => carry::KEYS,
            Place::Kept => kept::KEYS,
            Place::Told => told::KEYS,
            Place::Dialog => dialog::KEYS,
        }
    }
}

/// A command, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a command of the place it names")]
pub enum Command {
    Everywhere(Everywhere),
    Home(Home),
    New(New),
    Seats(Seats),
    Scoring(Scoring),
    Board(Board),
    Agenda(Agenda),
    Readings(Readings),
    Reconcile(Reconcile),
    Dispute(Dispute),
    Verdict(Verdict),
    Why(Why),
    History(History),
    Help(Help),
    Settings(Settings),
    Carry(Carry),
    Kept(Kept),
    Told(Told),
    Dialog(Dialog),
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// What it does.
    pub command: Command,
    /// Its name in JSON, unique in its place.
    pub name: &'static str,
    /// The keys, the first one shown; never empty.
    pub keys: &'static [Key],
    /// Its place in the footer: 1 first, and last to be cut; 0 is not in the footer.
    pub rank: u8,
    /// Two or three words, for the footer and the menu.
    pub label: fn(Lang) -> &'static str,
    /// One sentence, for Help.
    pub help: fn(Lang) -> &'static str,
}

const fn bind(
    command: Command,
    name: &'static str,
    keys: &'static [Key],
    rank: u8,
    label: fn(Lang) -> &'static str,
    help: fn(Lang) -> &'static str,
) -> Binding {
    Binding { command, name, keys, rank, label, help }
}

const UP: Key = Key::plain(KeyCode::Up);
const DOWN: Key = Key::plain(KeyCode::Down);
const LEFT: Key = Key::plain(KeyCode::Left);
const RIGHT: Key = Key::plain(KeyCode::Right);
const PAGE_UP: Key = Key::plain(KeyCode::PageUp);
const PAGE_DOWN: Key = Key::plain(KeyCode::PageDown);
const HOME: Key = Key::plain(KeyCode::Home);
const END: Key = Key::plain(KeyCode::End);
const ENTER: Key = Key::plain(KeyCode::Enter);
const ESC: Key = Key::plain(KeyCode::Esc);
const TAB: Key = Key::plain(KeyCode::Tab);
const BACK_TAB: Key = Key::plain(KeyCode::Tab).shifted();

/// Every digit: one command that reads which from the key.
pub const DIGITS: &[Key] = &[
    Key::char('0'),
    Key::char('1'),
    Key::char('2'),
    Key::char('3'),
    Key::char('4'),
    Key::char('5'),
    Key::char('6'),
    Key::char('7'),
    Key::char('8'),
    Key::char('9'),
];

impl Binding {
    /// The keys as shown in the footer: the first, or `0–9`.
    pub fn shown(&self) -> String {
        match self.keys {
            keys if keys == DIGITS => "0–9".to_owned(),
            [first, ..] => first.to_string(),
            [] => String::new(),
        }
    }

    /// Whether it only moves a cursor, by its first key.
    pub fn only_moves(&self) -> bool {
        let first = self.keys.first().map(|key| key.code);
        matches!(
            first,
            Some(
                KeyCode::Up
                    | KeyCode::Down
                    | KeyCode::Left
                    | KeyCode::Right
                    | KeyCode::Home
                    | KeyCode::End
                    | KeyCode::PageUp
                    | KeyCode::PageDown
            )
        )
    }

    /// All keys, as shown in Help.
    pub fn all_shown(&self) -> String {
        if self.keys == DIGITS {
            return self.shown();
        }
        self.keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
    }
}

/// The row of a key at a place; letters are compared without case.
pub fn find(place: Place, key: Key) -> Option<&'static Binding> {
    let key = match key.code {
        KeyCode::Char(c) => Key { code: KeyCode::Char(c.to_ascii_lowercase()), ..key },
        _ => key,
    };
    place.bindings().iter().find(|binding| binding.keys.contains(&key))
}

/// The row of a command.
pub fn row(command: Command) -> Option<&'static Binding> {
    Place::ALL.into_iter().flat_map(Place::bindings).find(|binding| binding.command == command)
}

/// The whole table, place by place.
pub fn table() -> impl Iterator<Item = (Place, &'static Binding)> {
    Place::ALL.into_iter().flat_map(|place| place.bindings().iter().map(move |binding| (place, binding)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_commands_share_a_key_in_one_place() {
        for place in Place::ALL {
            let mut taken: Vec<(Key, &str)> = Vec::new();
            let above = if place == Place::Dialog || place == Place::Everywhere { &[] } else { everywhere::KEYS };
            for binding in place.bindings().iter().chain(above) {
                for key in binding.keys {
                    let clash = taken.iter().find(|(known, _)| known == key);
                    assert!(clash.is_none(), "{place:?}: {key} is {} and {}", clash.unwrap().1, binding.name);
                    taken.push((*key, binding.name));
                }
            }
        }
    }

    #[test]
    fn every_key_parses_back_from_its_notation() {
        for (place, binding) in table() {
            assert!(!binding.keys.is_empty(), "{place:?} {}", binding.name);
            for key in binding.keys {
                assert_eq!(Key::parse(&key.notation()), Some(vec![*key]), "{place:?} {}", binding.name);
            }
        }
    }

    #[test]
    fn every_command_is_reached_without_a_letter_and_never_by_backspace() {
        for (place, binding) in table() {
            let primary = binding.keys[0];
            assert!(
                !matches!(primary, Key { code: KeyCode::Char(c), ctrl: false, alt: false, .. } if c.is_alphabetic()),
                "{place:?} {} needs a key other than a letter",
                binding.name
            );
            assert!(binding.keys.iter().all(|key| key.code != KeyCode::Backspace), "{place:?} {}", binding.name);
        }
    }

    #[test]
    fn names_are_unique_in_their_place_and_every_row_speaks_both_languages() {
        let mut names = BTreeSet::new();
        for (place, binding) in table() {
            assert!(names.insert((place, binding.name)), "{place:?} {}", binding.name);
            for lang in [Lang::Vi, Lang::En] {
                assert!(!(binding.label)(lang).is_empty() && !(binding.help)(lang).is_empty());
            }
        }
    }
}
