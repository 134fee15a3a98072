//! What every screen shares: language, looks, the open session, the notice line; and how a screen asks for effects,
//! turns and questions without holding the program.

use super::dialog::Dialog;
use super::effect::Effect;
use super::looks::{Looks, Size};
use super::screen::{Asked, Screen};
use super::sitting::{Here, Sitting};
use crate::council::{DeskAct, SeatId};
use crate::i18n::{Lang, both, refusal as say_refusal};
use crate::rubric::Both;
use crate::session::Session;

/// What every screen shares.
#[derive(Debug)]
pub struct Common {
    /// The language.
    pub lang: Lang,
    /// Colours and signs.
    pub looks: Looks,
    /// The window.
    pub size: Size,
    /// The time of the machine, RFC 3339 with offset; stamped on acts, deciding nothing.
    pub now: String,
    /// What the last line says, until the next key.
    pub notice: Option<Notice>,
    /// The open session and who sits here.
    pub sitting: Option<Sitting>,
    /// The seat asked for on the command line, until the session is open.
    pub wants_seat: Option<SeatId>,
    effects: Vec<Effect>,
    turns: Vec<Turn>,
}

/// A sentence on the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it sounds.
    pub tone: Tone,
    /// What it says.
    pub words: Both,
}

/// How a notice sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Plain,
    /// It was done.
    Good,
    /// A rule says no.
    Warning,
    /// The machine says no.
    Danger,
}

/// What a screen asks the program to show next.
#[derive(Debug)]
pub enum Turn {
    /// This screen; the present one is behind it.
    To(Box<Screen>),
    /// This screen in place of the present one.
    Instead(Box<Screen>),
    /// This screen with nothing behind it and no question open.
    Alone(Box<Screen>),
    /// The screen behind.
    Back,
    /// A question; the answer comes back with what was asked.
    Ask(Asked, Box<Dialog>),
}

impl Common {
    /// As the program starts.
    pub fn new(lang: Lang, looks: Looks, size: Size, now: String) -> Common {
        Common {
            lang,
            looks,
            size,
            now,
            notice: None,
            sitting: None,
            wants_seat: None,
            effects: Vec::new(),
            turns: Vec::new(),
        }
    }

    /// The open session.
    pub fn session(&self) -> Option<&Session> {
        self.sitting.as_ref().map(Sitting::session)
    }

    /// Who sits here.
    pub fn here(&self) -> Option<&Here> {
        self.sitting.as_ref().and_then(Sitting::who)
    }

    /// An act of the desk: on its way to the disk, or refused with a notice.
    pub fn desk_act(&mut self, act: DeskAct) -> bool {
        self.desk_acts(vec![act])
    }

    /// Several acts of the desk: all on their way to the disk, or a notice.
    pub fn desk_acts(&mut self, acts: Vec<DeskAct>) -> bool {
        let Some(sitting) = &mut self.sitting else { return false };
        match sitting.desk_acts(&self.now, acts) {
            Ok(effect) => {
                self.effect(effect);
                true
            }
            Err(refusal) => {
                self.tell(Tone::Warning, both(|lang| say_refusal::refusal(lang, &refusal)));
                false
            }
        }
    }

    /// Has the session sealed.
    pub fn seal(&mut self) {
        self.effect(Effect::Seal);
    }

    /// Has something done outside.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Goes to a screen, the present one staying behind it.
    pub fn go(&mut self, screen: Screen) {
        self.turns.push(Turn::To(Box::new(screen)));
    }

    /// Goes to a screen in place of the present one.
    pub fn go_instead(&mut self, screen: Screen) {
        self.turns.push(Turn::Instead(Box::new(screen)));
    }

    /// Goes to a screen and forgets all others.
    pub fn go_alone(&mut self, screen: Screen) {
        self.turns.push(Turn::Alone(Box::new(screen)));
    }

    /// Goes to the screen behind.
    pub fn back(&mut self) {
        self.turns.push(Turn::Back);
    }

    /// Asks; the answer comes to the screen's `answered` with `asked`.
    pub fn ask(&mut self, asked: Asked, dialog: Dialog) {
        self.turns.push(Turn::Ask(asked, Box::new(dialog)));
    }

    /// Says something on the status line.
    pub fn tell(&mut self, tone: Tone, words: Both) {
        self.notice = Some(Notice { tone, words });
    }

    /// The other language from now on.
    pub fn speak_other(&mut self) {
        self.lang = self.lang.other();
    }

    /// Has language and looks kept.
    pub fn save_settings(&mut self) {
        self.effect(Effect::SaveSettings { lang: self.lang, looks: self.looks });
    }

    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    pub(super) fn take_turns(&mut self) -> Vec<Turn> {
        std::mem::take(&mut self.turns)
    }

    pub(super) fn has_turns(&self) -> bool {
        !self.turns.is_empty()
    }
}
