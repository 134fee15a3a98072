//! The open session as this machine sits in it: who sits here, pens, what is saved and what is not.

use std::path::PathBuf;

use super::common::Tone;
use super::effect::Effect;
use super::message::Msg;
use super::{App, Screen};
use crate::council::{Act, Author, DeskAct, Entry, Pen, SeatId};
use crate::i18n::{Lang, both, trouble, words};
use crate::session::{Refusal, Session};

/// The open session and who sits here.
#[derive(Debug)]
pub struct Sitting {
    /// Its folder.
    pub path: PathBuf,
    session: Session,
    who: Option<Here>,
    desk_pen: Option<Pen>,
    pending: Vec<Entry>,
}

/// Who sits at this machine now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Here {
    /// A member, at their own sheets.
    Seat(SeatId),
    /// The presiding table; the seat that enters its acts.
    Desk(SeatId),
}

impl Sitting {
    /// A session just opened: nobody sits here yet.
    pub fn open(path: PathBuf, session: Session) -> Sitting {
        Sitting { path, session, who: None, desk_pen: None, pending: Vec::new() }
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Admits acts of the desk; gives what has to be written.
    pub(super) fn desk_acts(&mut self, at: &str, acts: Vec<DeskAct>) -> Result<Effect, Refusal> {
        let (Some(Here::Desk(seat)), Some(pen)) = (&self.who, &mut self.desk_pen) else {
            return Err(Refusal::BadValue("desk"));
        };
        let (mut lines, mut entries) = (Vec::new(), Vec::new());
        for act in acts {
            let admitted = self.session.admit(pen, at, Act::Desk(self.session.by(seat), act))?;
            lines.push(admitted.line);
            entries.push(admitted.entry);
        }
        let last = entries.last().map(|entry| entry.id).ok_or(Refusal::AlreadySo)?;
        self.pending.extend(entries);
        Ok(Effect::Append { author: Author::Desk, lines, last })
    }

    /// Who sits here.
    pub fn who(&self) -> Option<&Here> {
        self.who.as_ref()
    }

    /// Somebody sits down.
    pub fn sit_down(&mut self, here: Here) {
        self.who = Some(here);
    }

    /// Nobody sits here any more.
    pub fn stand_up(&mut self) {
        self.who = None;
    }

    /// The name of who sits here, for the header.
    pub fn here_name(&self, lang: Lang) -> Option<String> {
        self.who.as_ref().map(|here| match here {
            Here::Seat(seat) => seat.to_string(),
            Here::Desk(_) => words::desk(lang).to_owned(),
        })
    }

    /// Whether something is being written.
    pub fn is_saving(&self) -> bool {
        false
    }

    /// Acts on screen that are not on disk.
    pub fn unsaved(&self) -> usize {
        0
    }
}

/// Takes what came from outside for the session.
pub(super) fn receive(app: &mut App, msg: Msg) {
    match msg {
        Msg::Library(sessions) => {
            for screen in app.behind.iter_mut().chain(std::iter::once(&mut app.screen)) {
                if let Screen::Home(home) = screen {
                    home.shelve(sessions.clone());
                }
            }
        }
        Msg::Failed(found) | Msg::NotWritten { trouble: found, .. } => {
            app.common.tell(Tone::Danger, both(|lang| trouble::trouble(lang, &found)));
        }
        Msg::Pen(Author::Desk, pen) => {
            if let Some(sitting) = &mut app.common.sitting {
                sitting.desk_pen = Some(pen);
            }
        }
        Msg::Wrote { author: Author::Desk, .. } => {
            if let Some(sitting) = &mut app.common.sitting {
                for entry in std::mem::take(&mut sitting.pending) {
                    sitting.session.apply(entry);
                }
            }
            app.screen.news(&mut app.common);
        }
        Msg::Pen(..) | Msg::Wrote { .. } | Msg::Key(_) | Msg::Paste(_) | Msg::Resize(_) | Msg::Clock(_) => {}
    }
}
