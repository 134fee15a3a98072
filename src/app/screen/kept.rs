//! The state of Kept: the copies that the program keeps on this machine by itself. Drawing stands in `ui::screen::kept`.

use crate::app::common::{Common, Tone};
use crate::app::cursor::Cursor;
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::app::key::Key;
use crate::app::keymap::Kept as Do;
use crate::app::message::KeptCopy;
use crate::i18n::{both, carry_screen as say};
use crate::rubric::Both;

/// The state of Kept.
#[derive(Debug, Default)]
pub struct Kept {
    copies: Option<Vec<KeptCopy>>,
    cursor: Cursor,
}

/// What Kept asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Where to put the copy back.
    Where(std::path::PathBuf),
}

impl Kept {
    /// Has the copies listed.
    pub fn of(common: &mut Common) -> Kept {
        common.effect(Effect::LoadKept);
        Kept::default()
    }

    /// The copies; none while they are read.
    pub fn copies(&self) -> Option<&[KeptCopy]> {
        self.copies.as_deref()
    }

    /// Where the cursor is.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The copy the cursor is on.
    pub fn chosen(&self) -> Option<&KeptCopy> {
        let copies = self.copies.as_ref()?;
        copies.get(self.cursor.at(copies.len())?)
    }

    /// Takes what was found: those of the open session first.
    pub(in crate::app) fn take(&mut self, common: &Common, mut copies: Vec<KeptCopy>) {
        let open = common.session().map(crate::session::Session::id);
        copies.sort_by_key(|copy| Some(copy.kept.session) != open);
        self.copies = Some(copies);
    }

    /// Whether a command can be given now.
    pub fn can(&self, _common: &Common, command: Do) -> bool {
        match command {
            Do::Move(_) => self.copies.as_ref().is_some_and(|copies| copies.len() > 1),
            Do::Restore => self.chosen().is_some(),
        }
    }

    /// Why a command cannot be given now.
    pub(super) fn why_not(&self, command: Do) -> Option<Both> {
        let why = match (command, self.copies.as_deref()) {
            (_, None) => say::why_reading_kept,
            (_, Some([])) => say::why_no_kept,
            (Do::Restore, _) => return None,
            _ => say::why_one_line,
        };
        Some(both(|lang| why(lang).to_owned()))
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let lines = self.copies.as_ref().map_or(0, Vec::len);
        match command {
            Do::Move(to) => self.cursor.go(to, lines, common.size.body_rows() / 2),
            Do::Restore => {
                let Some(copy) = self.chosen() else { return };
                let title = both(|lang| say::restore_title(lang).to_owned());
                let body = both(|lang| say::restore_body(lang).to_owned());
                let field = Field::path(&copy.target.display().to_string());
                let asked = super::Asked::Kept(Asked::Where(copy.kept.path.clone()));
                common.ask(asked, Dialog::text(title, body, field, Blank::Refused));
            }
        }
    }

    /// Takes an answer.
    pub fn answered(&mut self, common: &mut Common, asked: Asked, answer: Answer) {
        if let (Asked::Where(copy), Answer::Text(to)) = (asked, answer) {
            common.effect(Effect::Restore { copy, to });
            common.tell(Tone::Plain, both(|lang| say::writing(lang).to_owned()));
        }
    }
}
