//! Page 1: what the session is called, where and when it is, and by which rubric it scores.

use std::sync::Arc;

use super::{Asked, Missing};
use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::dialog::Dialog;
use crate::app::field::Field;
use crate::app::keymap::New as Do;
use crate::council::{Lack, Purpose};
use crate::i18n::{both, new as say, number};
use crate::rubric::{Rubric, builtin};

/// The state of page 1.
#[derive(Debug)]
pub struct Particulars {
    /// Title.
    pub title: Field,
    /// Where the council sits.
    pub place: Field,
    /// The date, as typed.
    pub date: Field,
    /// The decision that set up the council.
    pub decision: Field,
    /// A sitting or a rehearsal.
    pub purpose: Purpose,
    /// The rubric.
    pub rubric: Arc<Rubric>,
    cursor: Cursor,
}

/// A row of page 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the row it names")]
pub enum Row {
    Title,
    Place,
    Date,
    Decision,
    Purpose,
    Rubric,
}

impl Row {
    /// All, in the order shown.
    pub const ALL: [Row; 6] = [Row::Title, Row::Place, Row::Date, Row::Decision, Row::Purpose, Row::Rubric];
}

impl Particulars {
    /// Nothing but the date of a moment.
    pub(super) fn on(now: &str) -> Particulars {
        Particulars {
            title: Field::line(""),
            place: Field::line(""),
            date: Field::line(&number::date(now)),
            decision: Field::line(""),
            purpose: Purpose::Sitting,
            rubric: Arc::new(builtin::default().clone()),
            cursor: Cursor::default(),
        }
    }

    pub(super) fn is_touched(&self) -> bool {
        [&self.title, &self.place, &self.decision].iter().any(|field| !field.is_blank())
    }

    /// The row the cursor is on.
    pub fn row(&self) -> Row {
        Row::ALL[self.cursor.at(Row::ALL.len()).unwrap_or(0)]
    }

    /// To the row where something missing is put right.
    pub(super) fn go_to(&mut self, missing: &Missing) {
        let row = match missing {
            Missing::Lack(Lack::Title) => Row::Title,
            Missing::Lack(Lack::Date(_)) => Row::Date,
            Missing::Lack(Lack::Rubric(_)) => Row::Rubric,
            _ => return,
        };
        self.cursor.to(row as usize);
    }

    /// The field of a row, if it has one.
    pub fn field(&self, row: Row) -> Option<&Field> {
        match row {
            Row::Title => Some(&self.title),
            Row::Place => Some(&self.place),
            Row::Date => Some(&self.date),
            Row::Decision => Some(&self.decision),
            Row::Purpose | Row::Rubric => None,
        }
    }

    pub(super) fn field_mut(&mut self) -> Option<&mut Field> {
        match self.row() {
            Row::Title => Some(&mut self.title),
            Row::Place => Some(&mut self.place),
            Row::Date => Some(&mut self.date),
            Row::Decision => Some(&mut self.decision),
            Row::Purpose | Row::Rubric => None,
        }
    }

    pub(super) fn can(&self, command: Do) -> bool {
        match command {
            Do::Change | Do::ChangeBack => self.row() == Row::Purpose,
            _ => true,
        }
    }

    pub(super) fn update(&mut self, common: &mut Common, command: Do) {
        match command {
            Do::Up => self.cursor.step(-1, Row::ALL.len()),
            Do::Change | Do::ChangeBack => {
                self.purpose = match self.purpose {
                    Purpose::Sitting => Purpose::Rehearsal,
                    Purpose::Rehearsal => Purpose::Sitting,
                };
            }
            Do::Accept if self.row() == Row::Rubric => ask_rubric(common),
            Do::Down | Do::Accept => self.cursor.step(1, Row::ALL.len()),
            _ => {}
        }
    }
}

/// Every rubric there is, archived ones shown as such, and a file of one's own.
fn ask_rubric(common: &mut Common) {
    let known: Vec<Arc<Rubric>> =
        builtin::ids().into_iter().filter_map(builtin::rubric).map(|rubric| Arc::new(rubric.clone())).collect();
    let mut choices: Vec<_> = known.iter().map(|rubric| both(|lang| say::rubric_choice(lang, &rubric.head))).collect();
    choices.push(both(|lang| say::rubric_own(lang).to_owned()));
    let title = both(|lang| say::rubric_title(lang).to_owned());
    common.ask(
        crate::app::screen::Asked::New(Asked::Rubric(known)),
        Dialog::choose(title, both(|lang| say::rubric_body(lang).to_owned()), choices),
    );
}
