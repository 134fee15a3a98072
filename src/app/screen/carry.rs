//! The state of Carry: what people bring, what is handed out and in, the copy on a stick. Drawing stands in
//! `ui::screen::carry`, the doing outside.

use std::path::PathBuf;

use super::{Kept, Screen};
use crate::app::common::{Common, Tone};
use crate::app::cursor::Cursor;
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::effect::{Effect, Sources};
use crate::app::field::Field;
use crate::app::key::Key;
use crate::app::keymap::Carry as Do;
use crate::app::message::Carrying;
use crate::council::{Found, SeatId, Spot, Way};
use crate::i18n::{both, carry as words, carry_screen as say};
use crate::rubric::Both;

/// The state of Carry.
#[derive(Debug, Default)]
pub struct Carry {
    found: Option<Vec<Found>>,
    /// Where files may be written to: sticks, downloads, the desktop.
    spots: Vec<(Spot, PathBuf)>,
    cursor: Cursor,
}

/// What Carry asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The path of what to take in.
    Path,
    /// Which of these to hand out to; first all of them.
    Whom(Vec<SeatId>),
    /// Which of these folders; last another one.
    Where(Parcel, Vec<PathBuf>),
    /// The path of the folder.
    Elsewhere(Parcel),
}

/// What is to be written somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parcel {
    /// Handed files.
    Files(Vec<Way>),
    /// The whole session.
    Session,
}

impl Parcel {
    /// What writing it is.
    pub(super) fn carrying(&self) -> Carrying {
        match self {
            Parcel::Files(_) => Carrying::Hand,
            Parcel::Session => Carrying::Copy,
        }
    }
}

impl Asked {
    /// What an answer sets going at the disk, if anything.
    pub(super) fn carrying(&self, answer: &Answer) -> Option<Carrying> {
        match (self, answer) {
            (Asked::Path, Answer::Text(_)) => Some(Carrying::Merge),
            (Asked::Where(parcel, folders), Answer::Choice(chosen)) if *chosen < folders.len() => {
                Some(parcel.carrying())
            }
            (Asked::Elsewhere(parcel), Answer::Text(_)) => Some(parcel.carrying()),
            _ => None,
        }
    }
}

impl Carry {
    /// The screen, and a look around.
    pub fn of(common: &mut Common) -> Carry {
        common.effect(Effect::LookAround);
        Carry::default()
    }

    /// What was found around; none while it is looked for.
    pub fn found(&self) -> Option<&[Found]> {
        self.found.as_deref()
    }

    /// Where the cursor is.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// What the cursor is on.
    pub fn chosen(&self) -> Option<&Found> {
        let found = self.found.as_ref()?;
        found.get(self.cursor.at(found.len())?)
    }

    /// Takes what was found; the cursor stays on the same thing.
    pub(in crate::app) fn take(&mut self, found: Vec<Found>, spots: Vec<(Spot, PathBuf)>) {
        let chosen = self.chosen().map(|found| found.path.clone());
        let at = found.iter().position(|found| Some(&found.path) == chosen.as_ref());
        self.cursor.to(at.unwrap_or(0));
        self.found = Some(found);
        self.spots = spots;
    }

    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        let Some(sitting) = &common.sitting else { return false };
        let found = self.found.as_deref().unwrap_or_default();
        match command {
            Do::Move(_) => found.len() > 1,
            Do::Take => !found.is_empty(),
            Do::TakeAll => found.iter().any(|found| found.new > 0),
            Do::Path | Do::Look | Do::Stick | Do::Kept => true,
            Do::HandOut => sitting.desk().is_some(),
            Do::HandIn => sitting.seat().is_some(),
        }
    }

    /// Why a command cannot be given now.
    pub(super) fn why_not(&self, common: &Common, command: Do) -> Option<Both> {
        let sits = common.sitting.as_ref().is_some_and(|sitting| sitting.who().is_some());
        let why = match (command, self.found.as_deref()) {
            (Do::Move(_), Some([_])) => say::why_one_line,
            (Do::HandOut, _) => say::why_desk_only,
            (Do::HandIn, _) if sits => say::why_member_only,
            (Do::HandIn, _) => say::why_nobody,
            (_, None) => say::why_looking,
            (_, Some([])) => say::why_none_around,
            (Do::TakeAll, _) => say::why_nothing_new,
            _ => return None,
        };
        Some(both(|lang| why(lang).to_owned()))
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let lines = self.found.as_ref().map_or(0, Vec::len);
        match command {
            Do::Move(to) => self.cursor.go(to, lines, common.size.body_rows() / 2),
            Do::Take => {
                if let Some(found) = self.chosen() {
                    merge(common, Sources::Found(vec![found.path.clone()]));
                }
            }
            Do::TakeAll => {
                let found = self.found.iter().flatten().filter(|found| found.new > 0);
                merge(common, Sources::Found(found.map(|found| found.path.clone()).collect()));
            }
            Do::Path => ask_path(common, ""),
            Do::Look => {
                self.found = None;
                common.effect(Effect::LookAround);
            }
            Do::HandOut => hand_out(common),
            Do::HandIn => {
                if let Some(seat) = common.sitting.as_ref().and_then(|sitting| sitting.seat().cloned()) {
                    self.ask_where(common, Parcel::Files(vec![Way::In(seat)]));
                }
            }
            Do::Stick => self.ask_where(common, Parcel::Session),
            Do::Kept => {
                let kept = Kept::of(common);
                common.go(Screen::Kept(kept));
            }
        }
    }

    /// Takes an answer.
    pub fn answered(&mut self, common: &mut Common, asked: Asked, answer: Answer) {
        match (asked, answer) {
            (Asked::Path, Answer::Text(typed)) => merge(common, Sources::Typed(typed)),
            (Asked::Whom(seats), Answer::Choice(chosen)) => {
                let ways = |seats: &[SeatId]| seats.iter().map(|seat| Way::Out(Some(seat.clone()))).collect();
                let ways = match chosen.checked_sub(1) {
                    None => ways(&seats),
                    Some(at) => ways(seats.get(at..=at).unwrap_or_default()),
                };
                self.ask_where(common, Parcel::Files(ways));
            }
            (Asked::Where(parcel, folders), Answer::Choice(chosen)) => match folders.get(chosen) {
                Some(folder) => write(common, parcel, folder.display().to_string()),
                None => ask_elsewhere(common, parcel),
            },
            (Asked::Elsewhere(parcel), Answer::Text(typed)) => write(common, parcel, typed),
            (Asked::Path | Asked::Whom(_) | Asked::Where(..) | Asked::Elsewhere(_), _) => {}
        }
    }

    /// A path dragged or pasted onto the screen.
    pub fn paste(&mut self, common: &mut Common, text: &str) {
        ask_path(common, text.trim());
    }

    /// Asks where to write: one of the places there are, or a folder by its path. Nothing that is not on disk yet
    /// would be in it, so that has to be settled first.
    fn ask_where(&mut self, common: &mut Common, parcel: Parcel) {
        let settled = common.sitting.as_ref().is_none_or(|sitting| !sitting.is_saving() && sitting.unsaved() == 0);
        if !settled {
            return common.tell(Tone::Warning, both(|lang| say::wait_for_saving(lang).to_owned()));
        }
        if self.spots.is_empty() {
            return ask_elsewhere(common, parcel);
        }
        let folders: Vec<PathBuf> = self.spots.iter().map(|(_, path)| path.clone()).collect();
        let mut choices: Vec<Both> = self
            .spots
            .iter()
            .map(|(spot, path)| both(|lang| format!("{}: {}", words::spot(lang, *spot), path.display())))
            .collect();
        choices.push(both(|lang| say::elsewhere(lang).to_owned()));
        let title = both(|lang| say::where_title(lang).to_owned());
        let body = both(|lang| {
            let say = match &parcel {
                Parcel::Session => say::where_stick,
                Parcel::Files(ways) if matches!(ways[..], [Way::In(_)]) => say::where_in,
                Parcel::Files(_) => say::where_out,
            };
            say(lang).to_owned()
        });
        common.ask(super::Asked::Carry(Asked::Where(parcel, folders)), Dialog::choose(title, body, choices));
    }
}

/// To the screen of carrying.
pub(in crate::app) fn open(common: &mut Common) {
    let carry = Carry::of(common);
    common.go(Screen::Carry(carry));
}

fn merge(common: &mut Common, sources: Sources) {
    common.effect(Effect::Merge(sources));
    common.tell(Tone::Plain, both(|lang| say::taking(lang).to_owned()));
}

fn write(common: &mut Common, parcel: Parcel, folder: String) {
    common.effect(match parcel {
        Parcel::Files(ways) => Effect::Hand { ways, folder },
        Parcel::Session => Effect::CopyOut(folder),
    });
    common.tell(Tone::Plain, both(|lang| say::writing(lang).to_owned()));
}

fn ask_path(common: &mut Common, typed: &str) {
    let title = both(|lang| say::path_title(lang).to_owned());
    let body = both(|lang| say::path_body(lang).to_owned());
    common.ask(super::Asked::Carry(Asked::Path), Dialog::text(title, body, Field::path(typed), Blank::Refused));
}

fn ask_elsewhere(common: &mut Common, parcel: Parcel) {
    let title = both(|lang| say::elsewhere_title(lang).to_owned());
    let body = both(|lang| say::elsewhere_body(lang).to_owned());
    let asked = super::Asked::Carry(Asked::Elsewhere(parcel));
    common.ask(asked, Dialog::text(title, body, Field::path(""), Blank::Refused));
}

fn hand_out(common: &mut Common) {
    let Some(session) = common.session() else { return };
    let seats = session.scoring_seats();
    let title = both(|lang| say::who_title(lang).to_owned());
    let body = both(|lang| say::who_body(lang).to_owned());
    let mut choices = vec![both(|lang| say::who_all(lang, seats.len()))];
    choices.extend(seats.iter().map(|seat| {
        let title = session.seat(seat).map_or_else(|| seat.to_string(), |seat| seat.title);
        both(|lang| say::who_seat(lang, &title))
    }));
    common.ask(super::Asked::Carry(Asked::Whom(seats)), Dialog::choose(title, body, choices));
}
