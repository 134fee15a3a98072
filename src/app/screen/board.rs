//! The state of Board and what its commands do. Drawing stands in `ui::screen::board`, the procedure in `app::desk`.

pub mod rows;
pub mod waits;

use std::cell::RefCell;
use std::rc::Rc;

use super::{Agenda, Reconcile, Screen, Verdict, Why};
use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::desk;
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::field::{Field, Taken};
use crate::app::key::{Key, KeyCode};
use crate::app::keymap::Board as Do;
use crate::council::ProductId;
use crate::i18n::{board as say, both};
use crate::session::{Phase, Session, Waiting};
use rows::{Filter, Row, Sort};

/// The state of Board.
#[derive(Debug, Default)]
pub struct Board {
    cursor: Cursor,
    /// The product the cursor is on, so that the cursor follows it when lines move.
    chosen: Option<ProductId>,
    filter: Filter,
    sort: Sort,
    find: Option<Field>,
    across: usize,
    memo: RefCell<Memo>,
}

/// Lines worked out before, for as long as the session and the question stay the same: the footer alone asks for them
/// once a command.
#[derive(Debug, Default)]
struct Memo {
    /// Entries the session held.
    held: usize,
    all: Option<Rc<[Row]>>,
    shown: Option<(Question, Rc<[Row]>)>,
}

/// What decides which lines show: filter, order, search.
type Question = (Filter, Sort, String);

impl Board {
    /// With the cursor on a product.
    pub fn on(product: Option<ProductId>) -> Board {
        Board { chosen: product, ..Board::default() }
    }

    /// Every product as a line, in the order of presentation.
    pub fn all(&self, session: &Session) -> Rc<[Row]> {
        let memo = &mut *self.memo.borrow_mut();
        if memo.held != session.len() {
            *memo = Memo { held: session.len(), ..Memo::default() };
        }
        Rc::clone(memo.all.get_or_insert_with(|| rows::all(session).into()))
    }

    /// The lines that show.
    pub fn rows(&self, session: &Session) -> Rc<[Row]> {
        let all = self.all(session);
        let question = (self.filter, self.sort, self.search());
        let memo = &mut *self.memo.borrow_mut();
        match &memo.shown {
            Some((asked, shown)) if *asked == question => Rc::clone(shown),
            _ => {
                let shown: Rc<[Row]> = rows::shown(&all, question.0, question.1, &question.2).into();
                memo.shown = Some((question, Rc::clone(&shown)));
                shown
            }
        }
    }

    /// What is searched for; may be empty.
    fn search(&self) -> String {
        self.find.as_ref().map(Field::value).unwrap_or_default()
    }

    /// The field of the search, while one goes on.
    pub fn finding(&self) -> Option<&Field> {
        self.find.as_ref()
    }

    /// Which products show.
    pub fn filter(&self) -> Filter {
        self.filter
    }

    /// In which order.
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// Columns of seats scrolled past.
    pub fn across(&self) -> usize {
        self.across
    }

    /// The cursor among the lines that show: on the product chosen, or near where it was.
    pub fn cursor(&self, rows: &[Row]) -> Cursor {
        let mut cursor = self.cursor;
        if let Some(at) = rows.iter().position(|row| Some(&row.id) == self.chosen.as_ref()) {
            cursor.to(at);
        }
        cursor
    }

    /// The line the cursor is on.
    pub fn chosen<'a>(&self, rows: &'a [Row]) -> Option<&'a Row> {
        rows.get(self.cursor(rows).at(rows.len())?)
    }

    fn move_to(&mut self, rows: &[Row], step: impl FnOnce(&mut Cursor)) {
        let mut cursor = self.cursor(rows);
        step(&mut cursor);
        self.cursor = cursor;
        self.chosen = cursor.at(rows.len()).map(|at| rows[at].id.clone());
    }

    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        let Some(session) = common.session() else { return false };
        let rows = self.rows(session);
        let chosen = self.chosen(&rows);
        let at_work = desk::at_work(common);
        let phase = |fits: fn(&Phase) -> bool| chosen.is_some_and(|row| fits(&row.phase));
        match command {
            Do::Move(_) => rows.len() > 1,
            Do::SeatsLeft => self.across > 0,
            Do::SeatsRight => self.across + 1 < session.scoring_seats().len(),
            Do::Open | Do::Verdict | Do::Why => chosen.is_some(),
            Do::Agenda
            | Do::Find
            | Do::FindNumber
            | Do::Filter
            | Do::FilterBack
            | Do::Sort
            | Do::Refresh
            | Do::Seal => true,
            Do::Carry => common.past().is_none(),
            Do::Reveal | Do::SetAside => {
                at_work && phase(|phase| matches!(phase, Phase::Blind { .. } | Phase::Rescoring { .. }))
            }
            Do::ChangeSet => at_work && chosen.is_some_and(|row| can_change_set(session, row)),
            Do::RevealMany => at_work && self.all(session).iter().any(|row| row.waiting == [Waiting::Reveal]),
            Do::LockMany => at_work && self.all(session).iter().any(|row| row.waiting == [Waiting::Lock]),
            Do::Answer => at_work && self.ground(session).is_some(),
            Do::Close => at_work && phase(|phase| !matches!(phase, Phase::Locked { .. } | Phase::Closed { .. })),
            Do::Reopen => at_work && phase(can_reopen),
            Do::Correct => at_work && chosen.is_some(),
            Do::Add | Do::Remark => at_work,
            Do::HandOver => desk::at_table(common),
        }
    }

    /// The ground to answer first: of the product chosen, else of the first that has one.
    fn ground(&self, session: &Session) -> Option<(ProductId, crate::council::EntryId)> {
        let raised = |row: &Row| {
            row.waiting.iter().find_map(|waiting| match waiting {
                Waiting::Ground { raised, .. } => Some((row.id.clone(), *raised)),
                _ => None,
            })
        };
        let shown = self.rows(session);
        self.chosen(&shown).and_then(raised).or_else(|| rows::all(session).iter().find_map(raised))
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, key: Key) {
        let Some(session) = common.session() else { return };
        let rows = self.rows(session);
        let (lines, seats) = (rows.len(), session.scoring_seats().len());
        match command {
            Do::Move(to) => {
                self.move_to(&rows, |cursor| cursor.go(to, lines, common.size.body_rows().saturating_sub(4)));
            }
            Do::SeatsLeft => self.across = self.across.saturating_sub(1),
            Do::SeatsRight => self.across = (self.across + 1).min(seats.saturating_sub(1)),
            Do::Find => self.find = Some(Field::line("")),
            Do::FindNumber => self.find = Some(Field::line(&key.typed().map(String::from).unwrap_or_default())),
            Do::Filter => self.filter = self.filter.step(1),
            Do::FilterBack => self.filter = self.filter.step(Filter::ALL.len() - 1),
            Do::Sort => self.sort = self.sort.next(),
            Do::Refresh => common.effect(Effect::Follow),
            Do::Carry => super::carry::open(common),
            Do::RevealMany => desk::reveal_many(common),
            Do::LockMany => desk::lock_many(common),
            Do::Add => desk::add(common),
            Do::HandOver => desk::hand_over(common),
            Do::Remark => desk::remark(common, None),
            Do::Agenda => {
                let agenda = Agenda::of(common);
                common.go(Screen::Agenda(agenda));
            }
            Do::Seal => common.go(Screen::Verdict(Verdict::sealing())),
            Do::Answer => {
                if let Some((product, raised)) = self.ground(session) {
                    desk::ground(common, &product, raised);
                }
            }
            Do::Open
            | Do::Verdict
            | Do::Why
            | Do::Reveal
            | Do::SetAside
            | Do::Close
            | Do::Reopen
            | Do::Correct
            | Do::ChangeSet => {
                if let Some(row) = self.chosen(&rows) {
                    self.chosen = Some(row.id.clone());
                    of_product(common, command, row);
                }
            }
        }
    }

    /// Keys of the search: what is typed narrows, Enter opens, Esc ends it.
    pub fn types(&mut self, common: &mut Common, key: Key) -> Taken {
        let Some(field) = &mut self.find else { return Taken::No };
        match key.code {
            KeyCode::Esc => {
                self.find = None;
                return Taken::Yes;
            }
            KeyCode::Enter => {
                let Some(session) = common.session() else { return Taken::Yes };
                let rows = self.rows(session);
                self.move_to(&rows, |_| {});
                self.find = None;
                if let Some(row) = self.chosen.as_ref().and_then(|id| rows.iter().find(|row| row.id == *id)) {
                    of_product(common, Do::Open, row);
                }
                return Taken::Yes;
            }
            KeyCode::Home | KeyCode::End => return Taken::No,
            _ => {}
        }
        let taken = field.press(key);
        if taken == Taken::Yes {
            self.cursor.to(0);
            self.chosen = None;
        }
        taken
    }

    /// Pasted text goes to the search, while one goes on.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = &mut self.find {
            field.paste(text);
            self.cursor.to(0);
            self.chosen = None;
        }
    }

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, common: &mut Common) {
        self.memo.take();
        let Some(session) = common.session() else { return };
        let rows = self.rows(session);
        self.cursor = self.cursor(&rows);
    }
}

/// Whether a product can be given another set: it is scored blind, or one of the decisions that differ says so.
fn can_change_set(session: &Session, row: &Row) -> bool {
    let is_blind = |phase: &Phase| matches!(phase, Phase::Blind { .. });
    match &row.phase {
        Phase::Contested(_) => session.decisions(&row.id).iter().any(|(_, phase)| is_blind(phase)),
        phase => is_blind(phase),
    }
}

/// Whether a product can be taken back: it is locked or ended, or two decisions differ.
pub(super) fn can_reopen(phase: &Phase) -> bool {
    matches!(phase, Phase::Locked { .. } | Phase::Closed { .. } | Phase::Contested(_))
}

/// A command on one product.
fn of_product(common: &mut Common, command: Do, row: &Row) {
    match command {
        Do::Open => match &row.phase {
            Phase::Blind { .. } => missing(common, row),
            Phase::Revealed { .. } | Phase::Rescoring { .. } | Phase::Contested(_) => {
                common.go(Screen::Reconcile(Reconcile::on(row.id.clone())));
            }
            Phase::Locked { .. } | Phase::Closed { .. } => {
                common.go(Screen::Verdict(Verdict::on(row.id.clone())));
            }
        },
        Do::Verdict => common.go(Screen::Verdict(Verdict::on(row.id.clone()))),
        Do::Why => common.go(Screen::Why(Why::on(common, row.id.clone()))),
        Do::Reveal => desk::reveal(common, &row.id, Vec::new()),
        Do::SetAside => desk::set_aside(common, &row.id),
        Do::Close => desk::close(common, &row.id),
        Do::Reopen => desk::reopen(common, &row.id),
        Do::Correct => desk::correct(common, &row.id),
        Do::ChangeSet => desk::change_set(common, &row.id),
        _ => {}
    }
}

/// Says who has not handed in a blind product: progress only, never a mark.
fn missing(common: &mut Common, row: &Row) {
    let Some(session) = common.session() else { return };
    let title = both(|lang| say::missing_title(lang, row.no, &row.name));
    let body = both(|lang| say::missing(lang, session, &row.id));
    common.ask(super::Asked::Nothing, Dialog::message(title, body));
}
