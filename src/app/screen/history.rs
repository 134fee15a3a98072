//! The state of History: everything on the record of the session that who sits here may see, latest last; and the way
//! back to the board as it stood at any of it. Drawing stands in `ui::screen::history`.

use std::collections::HashMap;

use super::{Board, Screen, Why};
use crate::app::common::{Common, Tone};
use crate::app::cursor::Cursor;
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::field::Field;
use crate::app::key::Key;
use crate::app::keymap::History as Do;
use crate::council::{Author, Content, Entry, EntryId, ProductId};
use crate::i18n::{both, history as say, number};
use crate::session::{Lateness, Sight};

/// The state of History.
#[derive(Debug, Default)]
pub struct History {
    cursor: Cursor,
    only: Only,
    rows: Vec<Line>,
    of: usize,
}

/// What the acts shown have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Only {
    /// Words they have; may be empty.
    pub search: String,
    /// Their product.
    pub product: Option<ProductId>,
    /// Whose they are.
    pub author: Option<Author>,
    /// How they stand.
    pub standing: Stands,
}

/// Which acts show, by how they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stands {
    /// All.
    #[default]
    Any,
    /// Those that do not hold, wait, or came late.
    Odd,
}

/// An act on the record, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The entry.
    pub entry: EntryId,
    /// Whose act.
    pub author: Author,
    /// The product it is about.
    pub product: Option<ProductId>,
    /// Claimed day and time.
    pub time: String,
    /// Whose act, by name.
    pub who: String,
    /// The act.
    pub act: String,
    /// The product by name; empty where it is about none.
    pub about: String,
    /// Product and act.
    pub what: String,
    /// Why it does not hold, not yet, or not in the figures.
    pub standing: Option<String>,
}

/// What History asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What to show only.
    Filter,
}

impl History {
    /// The history as it is now, the cursor on the latest act.
    pub fn of(common: &Common) -> History {
        let mut history = History::default();
        history.read(common);
        history.cursor.to(history.rows.len().saturating_sub(1));
        history
    }

    /// The acts shown.
    pub fn rows(&self) -> &[Line] {
        &self.rows
    }

    /// The act the cursor is on.
    pub fn chosen(&self) -> Option<&Line> {
        self.rows.get(self.cursor.at(self.rows.len())?)
    }

    /// Where the cursor is.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Acts that may be seen, filtered or not.
    pub fn of_all(&self) -> usize {
        self.of
    }

    /// What the acts shown have in common.
    pub fn only(&self) -> &Only {
        &self.only
    }

    fn read(&mut self, common: &Common) {
        let Some(sitting) = &common.sitting else { return };
        let (session, lang) = (sitting.session(), common.lang);
        let reader = session.reader(sitting.seat());
        let late: HashMap<EntryId, Lateness> =
            session.product_ids().iter().flat_map(|product| session.lateness(product)).collect();
        let seen = session.history().into_iter().filter(|(entry, _)| reader.sees(entry) != Sight::Hidden);
        let all: Vec<Line> = seen
            .map(|(entry, standing)| {
                let told = say::told(lang, session, entry, standing, late.get(&entry.id));
                let about = told.product.unwrap_or_default();
                let what = if about.is_empty() { told.what.clone() } else { format!("{about} · {}", told.what) };
                Line {
                    entry: entry.id,
                    author: entry.author.clone(),
                    product: product_of(entry),
                    time: told.time,
                    who: told.who,
                    act: told.what,
                    about,
                    what,
                    standing: told.standing,
                }
            })
            .collect();
        self.of = all.len();
        self.rows = all.into_iter().filter(|line| self.only.lets(line)).collect();
    }

    /// Reads anew with other conditions; the cursor stays on its act, or goes to the latest shown.
    fn show(&mut self, common: &Common, only: Only) {
        let on = self.chosen().map(|line| line.entry);
        self.only = only;
        self.read(common);
        let at = on.and_then(|on| self.rows.iter().position(|line| line.entry == on));
        self.cursor.to(at.unwrap_or(self.rows.len().saturating_sub(1)));
    }

    /// Whether a command can be given now.
    pub fn can(&self, _common: &Common, command: Do) -> bool {
        let chosen = self.chosen();
        match command {
            Do::Filter | Do::OnlyOdd => self.of > 0,
            Do::BoardThen => chosen.is_some(),
            Do::OnlyProduct => self.only.product.is_some() || chosen.is_some_and(|line| line.product.is_some()),
            Do::OnlySeat => self.only.author.is_some() || chosen.is_some(),
            Do::Why => chosen.is_some_and(|line| line.product.is_some()),
            Do::Move(_) => self.rows.len() > 1,
        }
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let lines = self.rows.len();
        match command {
            Do::Move(to) => self.cursor.go(to, lines, common.size.body_rows() / 2),
            Do::BoardThen => self.look_back(common),
            Do::OnlyProduct => {
                let product = match self.only.product {
                    Some(_) => None,
                    None => self.chosen().and_then(|line| line.product.clone()),
                };
                self.show(common, Only { product, ..self.only.clone() });
            }
            Do::OnlySeat => {
                let author = match self.only.author {
                    Some(_) => None,
                    None => self.chosen().map(|line| line.author.clone()),
                };
                self.show(common, Only { author, ..self.only.clone() });
            }
            Do::OnlyOdd => {
                let standing = match self.only.standing {
                    Stands::Any => Stands::Odd,
                    Stands::Odd => Stands::Any,
                };
                self.show(common, Only { standing, ..self.only.clone() });
                if self.rows.is_empty() && standing == Stands::Odd {
                    self.show(common, Only { standing: Stands::Any, ..self.only.clone() });
                    self.cursor.to(self.rows.len().saturating_sub(1));
                    common.tell(Tone::Good, both(|lang| say::no_odd(lang).to_owned()));
                }
            }
            Do::Why => {
                if let Some(product) = self.chosen().and_then(|line| line.product.clone()) {
                    common.go(Screen::Why(Why::on(common, product)));
                }
            }
            Do::Filter => {
                let title = both(|lang| say::filter_title(lang).to_owned());
                let body = both(|lang| say::filter_body(lang).to_owned());
                let field = Field::line(&self.only.search);
                let dialog = Dialog::text(title, body, field, Blank::Allowed);
                common.ask(super::Asked::History(Asked::Filter), dialog);
            }
        }
    }

    /// To the board as it stood at the act chosen, its product chosen there.
    fn look_back(&self, common: &mut Common) {
        let Some(line) = self.chosen() else { return };
        let moment = both(|lang| say::as_of(lang, &line.time, &line.act, &line.who));
        common.look_back(line.entry, moment);
        common.go(Screen::Board(Board::on(line.product.clone())));
    }

    /// Takes an answer.
    pub fn answered(&mut self, common: &mut Common, asked: Asked, answer: Answer) {
        if let (Asked::Filter, Answer::Text(search)) = (asked, answer) {
            self.only.search = search;
            self.read(common);
            self.cursor.to(self.rows.len().saturating_sub(1));
        }
    }

    /// The session changed, or the screen is shown again: the present shows.
    pub fn news(&mut self, common: &mut Common) {
        common.return_to_present();
        self.show(common, self.only.clone());
    }
}

impl Only {
    /// Whether an act shows.
    fn lets(&self, line: &Line) -> bool {
        number::finds(&self.search, &format!("{} {}", line.who, line.what))
            && (self.product.is_none() || line.product == self.product)
            && self.author.as_ref().is_none_or(|author| line.author == *author)
            && (self.standing == Stands::Any || line.standing.is_some())
    }
}

fn product_of(entry: &Entry) -> Option<ProductId> {
    match &entry.content {
        Content::Known(act) => act.product().cloned(),
        Content::Unknown => None,
    }
}
