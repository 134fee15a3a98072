//! What every screen shares: language, looks, the open session, the notice line; and how a screen asks for effects,
//! turns and questions without holding the program.

use super::dialog::Dialog;
use super::effect::Effect;
use super::flips::Searches;
use super::looks::{Looks, Size};
use super::screen::{Asked, New, Screen};
use super::sitting::{No, Sitting};
use crate::council::{Act, DeskAct, EntryId, SeatAct, SeatId};
use crate::i18n::{Lang, both, home, refusal, saving, two_ways};
use crate::rubric::Both;
use crate::session::{Refusal, Session};
use crate::trouble::Trouble;

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
    /// The session as it stood earlier, while one looks back.
    past: Option<Past>,
    /// The seat asked for on the command line, until the session is open.
    pub wants_seat: Option<SeatId>,
    /// A new session left half made, to go on with.
    pub half_made: Option<Box<New>>,
    /// The smallest changes that flip a star, as far as they were worked out.
    pub searches: Searches,
    /// The session being opened is opened for what is carried in and out.
    pub(super) wants_carry: bool,
    /// What the machine said to the last write that failed, until the question about it is asked.
    pub(super) not_saved: Option<Trouble>,
    /// The program ends once everything is on disk; how many acts are not saved by the person's own leave.
    pub(super) quits: Option<usize>,
    effects: Vec<Effect>,
    turns: Vec<Turn>,
}

/// The session as it stood at an act. Nothing is recorded while it is looked at.
#[derive(Debug)]
pub struct Past {
    session: Session,
    /// The act, by its entry.
    last: EntryId,
    /// Entries the present held when it was made: with more, what is hidden may have changed.
    held: usize,
    /// Of which moment it is, in words.
    pub moment: Both,
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
    /// This screen with only Home behind it and no question open.
    Alone(Box<Screen>),
    /// The screen behind.
    Back,
    /// The screen of this kind that is behind, whatever lies between; else this one, as by `To`.
    BackTo(Box<Screen>),
    /// A question; the answer comes back with what was asked.
    Ask(Asked, Box<Dialog>),
}

/// Whether something came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is recorded, or on its way.
    Yes,
    /// It is not; the status line says why.
    No,
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
            past: None,
            wants_seat: None,
            half_made: None,
            searches: Searches::default(),
            wants_carry: false,
            not_saved: None,
            quits: None,
            effects: Vec::new(),
            turns: Vec::new(),
        }
    }

    /// The session that shows: the open one, or its past while one looks back.
    pub fn session(&self) -> Option<&Session> {
        match &self.past {
            Some(past) => Some(&past.session),
            None => self.sitting.as_ref().map(Sitting::session),
        }
    }

    /// The past that shows, while one looks back.
    pub fn past(&self) -> Option<&Past> {
        self.past.as_ref()
    }

    /// From now on the session shows as it stood at an act; nothing where there is no such act.
    pub fn look_back(&mut self, last: EntryId, moment: Both) {
        let Some(present) = self.sitting.as_ref().map(Sitting::session) else { return };
        let held = present.len();
        self.past = present.as_of(last).map(|session| Past { session, last, held, moment });
    }

    /// The present shows again.
    pub fn return_to_present(&mut self) {
        self.past = None;
    }

    /// What arrived may hide what the past shows: a product that is scored blind again, say. Says whether anything
    /// had to be looked at again.
    pub(super) fn looks_again(&mut self) -> bool {
        let present = self.sitting.as_ref().map_or(0, |sitting| sitting.session().len());
        let Some(past) = self.past.take_if(|past| past.held != present) else { return false };
        self.look_back(past.last, past.moment);
        true
    }

    /// Has something done outside.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Has several things done outside, in order.
    pub fn effects(&mut self, effects: Vec<Effect>) {
        self.effects.extend(effects);
    }

    /// Goes to a screen, the present one staying behind it.
    pub fn go(&mut self, screen: Screen) {
        self.turns.push(Turn::To(Box::new(screen)));
    }

    /// Goes to a screen in place of the present one.
    pub fn go_instead(&mut self, screen: Screen) {
        self.turns.push(Turn::Instead(Box::new(screen)));
    }

    /// Goes to a screen and forgets all others but Home.
    pub fn go_alone(&mut self, screen: Screen) {
        self.turns.push(Turn::Alone(Box::new(screen)));
    }

    /// Goes to the screen behind.
    pub fn back(&mut self) {
        self.turns.push(Turn::Back);
    }

    /// Goes back to the screen of this kind, or to this one where none is behind.
    pub fn back_to(&mut self, screen: Screen) {
        self.turns.push(Turn::BackTo(Box::new(screen)));
    }

    /// Asks; the answer comes to the screen's `answered` with `asked`.
    pub fn ask(&mut self, asked: Asked, dialog: Dialog) {
        self.turns.push(Turn::Ask(asked, Box::new(dialog)));
    }

    /// Says something on the status line.
    pub fn tell(&mut self, tone: Tone, words: Both) {
        self.notice = Some(Notice { tone, words });
    }

    /// Opens a session or a file, and says so meanwhile: a large one takes a moment.
    pub fn open(&mut self, effect: Effect) {
        self.tell_opening();
        self.effect(effect);
    }

    /// Says that a session is being opened.
    pub fn tell_opening(&mut self) {
        self.tell(Tone::Plain, both(|lang| home::opening(lang).to_owned()));
    }

    /// The other language from now on.
    pub fn speak_other(&mut self) {
        self.lang = self.lang.other();
    }

    /// Has language and looks kept.
    pub fn save_settings(&mut self) {
        self.effect(Effect::SaveSettings { lang: self.lang, looks: self.looks });
    }

    /// Records an act of the member who sits here. A mark shows at once; anything else when it is on disk.
    pub fn record(&mut self, act: SeatAct) -> Done {
        let now = self.now.clone();
        self.recorded(|sitting| sitting.record(&now, vec![Act::Seat(act)]))
    }

    /// Records acts of the desk, all or none; they show when they are on disk.
    pub fn record_desk(&mut self, acts: Vec<DeskAct>) -> Done {
        let now = self.now.clone();
        self.recorded(|sitting| sitting.record_desk(&now, acts))
    }

    fn recorded(&mut self, record: impl FnOnce(&mut Sitting) -> Result<Vec<Effect>, No>) -> Done {
        if self.past.is_some() {
            self.refuse(&Refusal::LookingBack);
            return Done::No;
        }
        let Some(sitting) = &mut self.sitting else { return Done::No };
        match record(sitting) {
            Ok(effects) => {
                self.effects.extend(effects);
                Done::Yes
            }
            Err(No::Refused(refused)) => {
                self.refuse(&refused);
                Done::No
            }
            Err(No::NotReady) => {
                self.tell(Tone::Warning, both(|lang| saving::not_ready(lang).to_owned()));
                Done::No
            }
            Err(No::NotSaved) => {
                self.tell(Tone::Danger, both(|lang| saving::settle_first(lang).to_owned()));
                Done::No
            }
        }
    }

    /// Says on the status line that a rule says no.
    pub fn refuse(&mut self, refused: &Refusal) {
        let words = match &self.sitting {
            Some(sitting) => both(|lang| match refused {
                Refusal::PresidingContested => two_ways::presiding_first(lang).to_owned(),
                refused => refusal::refusal_in(lang, sitting.session(), refused),
            }),
            None => both(|lang| refusal::refusal(lang, refused)),
        };
        self.tell(Tone::Warning, words);
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
