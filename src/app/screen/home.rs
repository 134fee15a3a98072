//! The state of Home: the sessions there are. Drawing stands in `ui::screen::home`.

use super::{New, Screen};
use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::app::key::Key;
use crate::app::keymap::Home as Do;
use crate::app::message::{Origin, ShelfState, Shelved};
use crate::i18n::{both, home as say};

/// The state of Home.
#[derive(Debug, Default)]
pub struct Home {
    sessions: Option<Vec<Shelved>>,
    cursor: Cursor,
}

/// What Home asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Which folder or file to open.
    Path,
}

impl Home {
    /// The sessions found; none while they are looked for.
    pub fn sessions(&self) -> Option<&[Shelved]> {
        self.sessions.as_deref()
    }

    /// The line the cursor is on.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The session the cursor is on.
    pub fn chosen(&self) -> Option<&Shelved> {
        let sessions = self.sessions.as_ref()?;
        sessions.get(self.cursor.at(sessions.len())?)
    }

    /// Takes the sessions found; the cursor stays on the same one.
    pub(in crate::app) fn shelve(&mut self, sessions: Vec<Shelved>) {
        let chosen = self.chosen().map(|session| session.path.clone());
        if let Some(at) = sessions.iter().position(|session| Some(&session.path) == chosen.as_ref()) {
            self.cursor.to(at);
        }
        self.sessions = Some(sessions);
    }

    /// Shown again: the session is let go of and the shelf looked at.
    pub fn news(&mut self, common: &mut Common) {
        let saved = common.sitting.as_ref().is_some_and(|sitting| !sitting.is_saving() && sitting.unsaved() == 0);
        if saved {
            common.sitting = None;
            common.effect(Effect::Close);
            common.effect(Effect::LoadLibrary);
        }
    }

    fn lines(&self) -> usize {
        self.sessions.as_ref().map_or(0, Vec::len)
    }

    /// Whether a command can be given now.
    pub fn can(&self, _common: &Common, command: Do) -> bool {
        match command {
            Do::Move(_) => self.lines() > 1,
            Do::Open => self.chosen().is_some(),
            Do::Carry => self.chosen().is_some_and(|session| !matches!(session.state, ShelfState::Damaged(_))),
            Do::New | Do::OpenPath | Do::Refresh | Do::Kept => true,
        }
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let lines = self.lines();
        match command {
            Do::Move(to) => self.cursor.go(to, lines, common.size.body_rows() / 2),
            Do::Open => self.open(common),
            Do::OpenPath => {
                let title = both(|lang| say::path_title(lang).to_owned());
                let body = both(|lang| say::path_body(lang).to_owned());
                common.ask(super::Asked::Home(Asked::Path), Dialog::text(title, body, Field::path(""), Blank::Refused));
            }
            Do::Refresh => common.effect(Effect::LoadLibrary),
            Do::Carry => {
                common.wants_carry = true;
                self.open(common);
            }
            Do::Kept => {
                let kept = super::Kept::of(common);
                common.go(super::Screen::Kept(kept));
            }
            Do::New => {
                let new = common.half_made.take().unwrap_or_else(|| Box::new(New::begin(common)));
                common.go(Screen::New(new));
            }
        }
    }

    /// Opens the session chosen; one that cannot be read says why.
    fn open(&self, common: &mut Common) {
        let Some(session) = self.chosen() else { return };
        let path = session.path.clone();
        match (&session.state, session.origin) {
            (ShelfState::Damaged(why), _) => {
                let title = both(|lang| say::damaged_title(lang, &session.title));
                common.ask(super::Asked::Nothing, Dialog::message(title, why.clone()));
            }
            (_, Origin::Own) => common.open(Effect::Open(path)),
            (_, Origin::Sample) => common.open(Effect::CopySample(path)),
        }
    }

    /// Takes an answer.
    pub fn answered(&mut self, common: &mut Common, asked: Asked, answer: Answer) {
        match (asked, answer) {
            (Asked::Path, Answer::Text(path)) => common.open(Effect::Open(path.into())),
            (Asked::Path, _) => {}
        }
    }
}
