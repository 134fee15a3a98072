//! The screens, one file each, all of one shape: a state, `can`, `update`, `answered`. This file only hands on.
//!
//! A screen gets `&mut Common` and its own state; it asks for effects, turns and questions through `Common` and holds
//! no other screen.

pub mod agenda;
pub mod board;
pub mod carry;
pub mod dispute;
pub mod help;
pub mod history;
pub mod home;
pub mod kept;
pub mod new;
pub mod readings;
pub mod reconcile;
pub mod scoring;
pub mod seats;
pub mod settings;
pub mod told;
pub mod verdict;
pub mod why;

pub use agenda::Agenda;
pub use board::Board;
pub use carry::Carry;
pub use dispute::Dispute;
pub use help::Help;
pub use history::History;
pub use home::Home;
pub use kept::Kept;
pub use new::New;
pub use readings::Readings;
pub use reconcile::Reconcile;
pub use scoring::Scoring;
pub use seats::Seats;
pub use settings::Settings;
pub use told::Told;
pub use verdict::Verdict;
pub use why::Why;

use super::common::Common;
use super::desk;
use super::dialog::Answer;
use super::field::Taken;
use super::key::Key;
use super::keymap::{Binding, Command, Place};
use super::message::Carrying;
use crate::rubric::Both;
use crate::session::Refusal;

/// The screen shown, with its state.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is the screen it names")]
pub enum Screen {
    Home(Home),
    New(Box<New>),
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
}

/// What a question was about, so that its answer finds the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the screen that asked")]
pub enum Asked {
    /// Nothing follows from the answer.
    Nothing,
    /// The menu under Esc.
    Menu,
    /// Whether to end the program.
    Quit,
    /// What to do about acts that are not saved.
    Unsaved,
    /// What to do about a session in a temporary folder.
    Temporary,
    /// The folder to copy the session to.
    CopyTo,
    Home(home::Asked),
    New(new::Asked),
    Seats(seats::Asked),
    Scoring(scoring::Asked),
    History(history::Asked),
    Carry(carry::Asked),
    Kept(kept::Asked),
    /// The procedure of the presiding table, which goes on by itself.
    Desk(super::desk::Step),
}

impl Asked {
    /// Whether an answer sends the program to the disk with a path that may be wrong.
    pub(super) fn is_for_the_disk(&self, answer: &Answer) -> bool {
        match self {
            Asked::Home(home::Asked::Path) | Asked::Kept(kept::Asked::Where(_)) => matches!(answer, Answer::Text(_)),
            Asked::Carry(asked) => asked.carrying(answer).is_some(),
            _ => false,
        }
    }

    /// What is being carried by an answer to this, while the disk has not answered.
    pub(super) fn is_about(&self, carrying: Carrying) -> bool {
        match self {
            Asked::Carry(carry::Asked::Path) => carrying == Carrying::Merge,
            Asked::Carry(carry::Asked::Where(parcel, _) | carry::Asked::Elsewhere(parcel)) => {
                carrying == parcel.carrying()
            }
            Asked::Kept(kept::Asked::Where(_)) => carrying == Carrying::Restore,
            _ => false,
        }
    }
}

impl Screen {
    /// Its place in the keymap.
    pub fn place(&self) -> Place {
        match self {
            Screen::Home(_) => Place::Home,
            Screen::New(screen) => Place::New(screen.place()),
            Screen::Seats(_) => Place::Seats,
            Screen::Scoring(_) => Place::Scoring,
            Screen::Board(_) => Place::Board,
            Screen::Agenda(_) => Place::Agenda,
            Screen::Readings(_) => Place::Readings,
            Screen::Reconcile(_) => Place::Reconcile,
            Screen::Dispute(_) => Place::Dispute,
            Screen::Verdict(_) => Place::Verdict,
            Screen::Why(_) => Place::Why,
            Screen::History(_) => Place::History,
            Screen::Help(_) => Place::Help,
            Screen::Settings(_) => Place::Settings,
            Screen::Carry(_) => Place::Carry,
            Screen::Kept(_) => Place::Kept,
            Screen::Told(_) => Place::Told,
        }
    }

    /// Whether a command of this screen can be given now. Commands of other places cannot.
    pub(super) fn can(&self, common: &Common, command: Command) -> bool {
        match (self, command) {
            (Screen::Home(screen), Command::Home(command)) => screen.can(common, command),
            (Screen::New(screen), Command::New(command)) => screen.can(command),
            (Screen::Seats(screen), Command::Seats(command)) => screen.can(common, command),
            (Screen::Scoring(screen), Command::Scoring(command)) => screen.can(common, command),
            (Screen::Board(screen), Command::Board(command)) => screen.can(common, command),
            (Screen::Agenda(screen), Command::Agenda(command)) => screen.can(common, command),
            (Screen::Readings(screen), Command::Readings(command)) => screen.can(common, command),
            (Screen::Reconcile(screen), Command::Reconcile(command)) => screen.can(common, command),
            (Screen::Dispute(screen), Command::Dispute(command)) => screen.can(common, command),
            (Screen::Verdict(screen), Command::Verdict(command)) => screen.can(common, command),
            (Screen::Why(screen), Command::Why(command)) => screen.can(common, command),
            (Screen::History(screen), Command::History(command)) => screen.can(common, command),
            (Screen::Help(screen), Command::Help(command)) => screen.can(common, command),
            (Screen::Settings(screen), Command::Settings(command)) => screen.can(common, command),
            (Screen::Carry(screen), Command::Carry(command)) => screen.can(common, command),
            (Screen::Kept(screen), Command::Kept(command)) => screen.can(common, command),
            (Screen::Told(screen), Command::Told(command)) => screen.can(common, command),
            _ => false,
        }
    }

    /// Why a command cannot be given now, where the screen has words for it.
    pub(super) fn why_not(&self, common: &Common, command: Command) -> Option<Both> {
        match (self, command) {
            (Screen::Carry(screen), Command::Carry(command)) => screen.why_not(common, command),
            (Screen::Kept(screen), Command::Kept(command)) => screen.why_not(command),
            (Screen::Told(_), Command::Told(command)) => Told::why_not(command),
            _ => None,
        }
    }

    /// What a command does now in two or three words, where that depends on more than the place.
    pub(super) fn label(&self, common: &Common, command: Command) -> Option<&'static str> {
        match (self, command) {
            (Screen::Scoring(screen), Command::Scoring(command)) => screen.label(common, command),
            (Screen::Reconcile(screen), Command::Reconcile(command)) => screen.label(common, command),
            (Screen::Dispute(screen), Command::Dispute(command)) => screen.label(common, command),
            _ => None,
        }
    }

    /// The rule by which a command cannot be given now, where one says so.
    pub(super) fn refuses(&self, common: &Common, row: &Binding) -> Option<Refusal> {
        if matches!(row.command, Command::Everywhere(_)) || row.only_moves() {
            return None;
        }
        let undecided = desk::at_table(common) && !desk::at_work(common);
        match (self, row.command) {
            _ if undecided => Some(Refusal::PresidingContested),
            (Screen::Verdict(screen), Command::Verdict(command)) => screen.refuses(common, command),
            _ => None,
        }
    }

    /// Gives the screen a command that it can do now; `key` is the key it came by.
    pub(super) fn command(&mut self, common: &mut Common, command: Command, key: Key) {
        match (self, command) {
            (Screen::Home(screen), Command::Home(command)) => screen.update(common, command, key),
            (Screen::New(screen), Command::New(command)) => screen.update(common, command),
            (Screen::Seats(screen), Command::Seats(command)) => screen.update(common, command, key),
            (Screen::Scoring(screen), Command::Scoring(command)) => screen.update(common, command, key),
            (Screen::Board(screen), Command::Board(command)) => screen.update(common, command, key),
            (Screen::Agenda(screen), Command::Agenda(command)) => screen.update(common, command, key),
            (Screen::Readings(screen), Command::Readings(command)) => screen.update(common, command, key),
            (Screen::Reconcile(screen), Command::Reconcile(command)) => screen.update(common, command, key),
            (Screen::Dispute(screen), Command::Dispute(command)) => screen.update(common, command, key),
            (Screen::Verdict(screen), Command::Verdict(command)) => screen.update(common, command, key),
            (Screen::Why(screen), Command::Why(command)) => screen.update(common, command, key),
            (Screen::History(screen), Command::History(command)) => screen.update(common, command, key),
            (Screen::Help(screen), Command::Help(command)) => screen.update(common, command, key),
            (Screen::Settings(screen), Command::Settings(command)) => screen.update(common, command, key),
            (Screen::Carry(screen), Command::Carry(command)) => screen.update(common, command, key),
            (Screen::Kept(screen), Command::Kept(command)) => screen.update(common, command, key),
            (Screen::Told(screen), Command::Told(command)) => screen.update(common, command, key),
            _ => {}
        }
    }

    /// The answer to a question this screen asked.
    pub(super) fn answered(&mut self, common: &mut Common, asked: Asked, answer: Answer) {
        match (self, asked) {
            (Screen::Home(screen), Asked::Home(asked)) => screen.answered(common, asked, answer),
            (Screen::New(screen), Asked::New(asked)) => screen.answered(common, asked, answer),
            (Screen::Seats(screen), Asked::Seats(asked)) => screen.answered(common, asked, answer),
            (Screen::Scoring(screen), Asked::Scoring(asked)) => screen.answered(common, asked, answer),
            (Screen::History(screen), Asked::History(asked)) => screen.answered(common, asked, answer),
            (Screen::Carry(screen), Asked::Carry(asked)) => screen.answered(common, asked, answer),
            (Screen::Kept(screen), Asked::Kept(asked)) => screen.answered(common, asked, answer),
            _ => {}
        }
    }

    /// A key for a field of the screen itself; `No` where it has none or the key is a command.
    pub(super) fn types(&mut self, common: &mut Common, key: Key) -> Taken {
        match self {
            Screen::Board(screen) => screen.types(common, key),
            Screen::New(screen) => screen.types(key),
            _ => Taken::No,
        }
    }

    /// Pasted text for a field of the screen itself.
    pub(super) fn paste(&mut self, common: &mut Common, text: &str) {
        match self {
            Screen::Board(screen) => screen.paste(text),
            Screen::Carry(screen) => screen.paste(common, text),
            Screen::New(screen) => screen.paste(text),
            _ => {}
        }
    }

    /// Goes back within the screen; not where the screen before is meant.
    pub(super) fn goes_back(&mut self, common: &mut Common) -> bool {
        match self {
            Screen::New(screen) => screen.goes_back(common),
            _ => false,
        }
    }

    /// Whether leaving the program now would lose a session that is being made.
    pub(super) fn is_half_made(&self) -> bool {
        matches!(self, Screen::New(screen) if screen.is_touched())
    }

    /// The screen is shown (for the first time or again), the session changed beneath it, or the language did.
    pub(super) fn news(&mut self, common: &mut Common) {
        match self {
            Screen::Help(_)
            | Screen::Settings(_)
            | Screen::Carry(_)
            | Screen::Kept(_)
            | Screen::Told(_)
            | Screen::New(_) => {}
            Screen::Home(screen) => screen.news(common),
            Screen::Seats(screen) => screen.news(common),
            Screen::Scoring(screen) => screen.news(common),
            Screen::Board(screen) => screen.news(common),
            Screen::Agenda(screen) => screen.news(common),
            Screen::Readings(screen) => screen.news(common),
            Screen::Reconcile(screen) => screen.news(common),
            Screen::Dispute(screen) => screen.news(common),
            Screen::Verdict(screen) => screen.news(common),
            Screen::Why(screen) => screen.news(common),
            Screen::History(screen) => screen.news(common),
        }
    }
}
