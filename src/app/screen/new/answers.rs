//! What New asks – choices, the paths of files –, what comes of an answer, and what the disk brings to it.

use std::path::PathBuf;
use std::sync::Arc;

use super::New;
use super::files::Faulty;
use crate::app::bring::{Brought, Planned, Wanted};
use crate::app::common::{Common, Tone};
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::app::message::Msg;
use crate::council::CouncilPreset;
use crate::council::draft::{Lapsed, may_use};
use crate::i18n::{Lang, both, new as say, trouble};
use crate::rubric::Rubric;
use crate::trouble::Trouble;

/// What New asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Whether to leave what is half made.
    Leave,
    /// Which council to start from.
    Preset,
    /// As [`Asked::Preset`], although there are seats.
    PresetAnew,
    /// How the first products come in.
    FirstProducts,
    /// Which rubric.
    Rubric(Vec<Arc<Rubric>>),
    /// Which file to read.
    Path(Kind),
    /// What to do with the products there are.
    Into(Vec<crate::council::Listed>),
    /// Which of the proposals hold: the line of each, and its set.
    Proposals(Vec<(usize, u8)>),
    /// Whether to remove the seat of this line.
    RemoveSeat(usize),
    /// Whether to remove the product of this line.
    RemoveProduct(usize),
    /// In which folder to put the session.
    Below,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the file it names")]
pub enum Kind {
    Products,
    Council,
    Rules,
    Rubric,
}

impl New {
    /// Takes what came from the disk.
    pub fn receive(&mut self, common: &mut Common, msg: Msg) {
        match msg {
            Msg::Brought(brought) => self.take(common, brought),
            Msg::NotBrought(wanted, Trouble::Faults(faults)) => self.faulty = Some(Faulty::new(wanted, faults)),
            Msg::NotBrought(_, found) => common.tell(Tone::Danger, both(|lang| trouble::trouble(lang, &found))),
            Msg::Planned(Planned { path, temporary }) => self.review.planned(path, temporary),
            Msg::NotCreated(found) => {
                self.review.not_created(common, &self.particulars.title.value());
                common.tell(Tone::Danger, both(|lang| trouble::trouble(lang, &found)));
            }
            _ => {}
        }
    }

    fn take(&mut self, common: &mut Common, brought: Brought) {
        self.faulty = None;
        match brought {
            Brought::Products(listed) => self.products.take(common, listed, &self.particulars.rubric),
            Brought::Council(seats) => {
                let n = seats.len();
                self.council.replace(seats);
                common.tell(Tone::Good, both(|lang| say::council_read(lang, n)));
            }
            Brought::Rules(rules) => {
                let before = self.rules.rules().secretary_scores;
                self.rules.take(rules);
                self.follow_rules(common, before);
            }
            Brought::Rubric(rubric) => self.take_rubric(common, rubric),
        }
    }

    /// Another rubric; products keep their set where it has one of that number and name.
    fn take_rubric(&mut self, common: &mut Common, rubric: Arc<Rubric>) {
        let lost = self.products.change_rubric(&self.particulars.rubric, &rubric);
        self.particulars.rubric = rubric;
        if lost > 0 {
            common.tell(Tone::Warning, both(|lang| say::sets_lost(lang, lost)));
        }
    }

    /// Takes an answer.
    pub fn answered(&mut self, common: &mut Common, asked: Asked, answer: Answer) {
        match (asked, answer) {
            (Asked::Leave, Answer::Choice(0)) => {
                let kept = std::mem::replace(self, New::begin(common));
                common.half_made = Some(Box::new(kept));
                common.back();
            }
            (Asked::Leave, Answer::Choice(1)) => {
                *self = New::begin(common);
                common.back();
            }
            (Asked::Preset | Asked::PresetAnew, Answer::Choice(chosen)) => match CouncilPreset::ALL.get(chosen) {
                Some(preset) => self.council.replace(preset.seats()),
                None if chosen == CouncilPreset::ALL.len() => ask_path(common, Kind::Council),
                None => self.council.add(),
            },
            (Asked::FirstProducts, Answer::Choice(0)) => self.products.add(),
            (Asked::FirstProducts, Answer::Choice(1)) => ask_path(common, Kind::Products),
            (Asked::Rubric(known), Answer::Choice(chosen)) => match known.into_iter().nth(chosen) {
                None => ask_path(common, Kind::Rubric),
                Some(rubric) if may_use(&rubric.head, self.particulars.purpose, Lapsed::Refused).is_ok() => {
                    self.take_rubric(common, rubric);
                }
                Some(rubric) => {
                    let decision = rubric.head.decision.clone();
                    common.tell(Tone::Warning, both(|lang| say::archived(lang, &decision)));
                }
            },
            (Asked::Path(kind), Answer::Text(path)) => common.effect(Effect::Bring(self.wanted(kind, path.into()))),
            (Asked::Into(listed), Answer::Choice(chosen @ (0 | 1))) => {
                if chosen == 1 {
                    self.products.lines.clear();
                }
                self.products.append(common, listed, &self.particulars.rubric);
            }
            (Asked::Proposals(proposed), Answer::Picks(picks)) => {
                let taken = picks.into_iter().filter_map(|at| proposed.get(at).copied()).collect();
                self.products.place(common, taken);
            }
            (Asked::RemoveSeat(line), Answer::Yes) => self.council.remove(line),
            (Asked::RemoveProduct(line), Answer::Yes) => self.products.remove(line),
            (Asked::Below, Answer::Text(path)) => {
                self.review.put_below(common, path.into(), &self.particulars.title.value());
            }
            _ => {}
        }
    }

    fn wanted(&self, kind: Kind, path: PathBuf) -> Wanted {
        match kind {
            Kind::Products => Wanted::Products { path, rubric: Arc::clone(&self.particulars.rubric) },
            Kind::Council => Wanted::Council { path, rules: self.rules.rules() },
            Kind::Rules => Wanted::Rules(path),
            Kind::Rubric => Wanted::Rubric(path),
        }
    }
}

type Say = fn(Lang) -> &'static str;

/// Asks for the path of a file; one can be pasted or dropped.
pub(super) fn ask_path(common: &mut Common, kind: Kind) {
    let (title, body): (Say, Say) = match kind {
        Kind::Products => (say::path_products, say::body_products),
        Kind::Council => (say::path_council, say::body_council),
        Kind::Rules => (say::path_rules, say::body_rules),
        Kind::Rubric => (say::path_rubric, say::body_rubric),
    };
    let (title, body) = (both(|lang| title(lang).to_owned()), both(|lang| body(lang).to_owned()));
    common.ask(
        crate::app::screen::Asked::New(Asked::Path(kind)),
        Dialog::text(title, body, Field::line(""), Blank::Refused),
    );
}
