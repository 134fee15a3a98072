//! The open session as this machine sits in it: who sits here, pens, what is saved and what is not.

use std::path::PathBuf;

use super::common::Tone;
use super::message::Msg;
use super::{App, Screen};
use crate::council::SeatId;
use crate::i18n::{Lang, both, trouble, words};

/// The open session and who sits here.
#[derive(Debug)]
pub struct Sitting {
    /// Its folder.
    pub path: PathBuf,
    who: Option<Here>,
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
    pub fn open(path: PathBuf) -> Sitting {
        Sitting { path, who: None }
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
        Msg::Pen(..) | Msg::Wrote { .. } | Msg::Key(_) | Msg::Paste(_) | Msg::Resize(_) | Msg::Clock(_) => {}
    }
}
