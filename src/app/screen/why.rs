//! The state of the page "why this star": one product, its statements as lines, how far it is read. Drawing stands in
//! `ui::screen::why`, what it says in `session::why`.

use super::reconcile::{Direction, other};
use crate::app::common::Common;
use crate::app::key::Key;
use crate::app::keymap::Why as Do;
use crate::council::ProductId;
use crate::i18n::why as say;
use crate::session::{Chapter, Session, Statement};
use crate::text::wrap;

/// The state of the page.
#[derive(Debug)]
pub struct Why {
    product: ProductId,
    scrolled: usize,
    lines: Vec<Line>,
}

/// A line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Between chapters.
    Gap,
    /// A chapter begins.
    Chapter(Chapter),
    /// A sentence begins.
    Says(String),
    /// It goes on.
    GoesOn(String),
}

/// The widest line that reads well.
const WIDEST: usize = 96;

impl Why {
    /// On a product.
    pub fn on(common: &Common, product: ProductId) -> Why {
        let mut page = Why { product, scrolled: 0, lines: Vec::new() };
        page.read(common);
        page
    }

    /// The product.
    pub fn product(&self) -> &ProductId {
        &self.product
    }

    /// The page's lines, wrapped for the window.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Lines scrolled past.
    pub fn scrolled(&self, rows: usize) -> usize {
        self.scrolled.min(self.lines.len().saturating_sub(rows))
    }

    fn read(&mut self, common: &Common) {
        let Some(session) = common.session() else { return };
        let cells = usize::from(common.size.width).saturating_sub(6).min(WIDEST);
        self.lines = lines(common, session, &self.product, cells);
    }

    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        let long = self.lines.len() > common.size.body_rows();
        match command {
            Do::Up | Do::Down | Do::PageUp | Do::PageDown | Do::First | Do::Last => long,
            Do::Next | Do::Previous => common.session().is_some_and(|session| session.product_ids().len() > 1),
        }
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let rows = common.size.body_rows();
        let end = self.lines.len().saturating_sub(rows);
        let at = self.scrolled(rows);
        let page = rows.saturating_sub(2).max(1);
        match command {
            Do::Up => self.scrolled = at.saturating_sub(1),
            Do::Down => self.scrolled = (at + 1).min(end),
            Do::PageUp => self.scrolled = at.saturating_sub(page),
            Do::PageDown => self.scrolled = (at + page).min(end),
            Do::First => self.scrolled = 0,
            Do::Last => self.scrolled = end,
            Do::Next => self.turn(common, Direction::Next),
            Do::Previous => self.turn(common, Direction::Previous),
        }
    }

    fn turn(&mut self, common: &Common, direction: Direction) {
        let next = common.session().and_then(|session| other(session, &self.product, direction, |_, _| true));
        if let Some(product) = next {
            *self = Why::on(common, product);
        }
    }

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, common: &mut Common) {
        self.read(common);
    }
}

fn lines(common: &Common, session: &Session, product: &ProductId, cells: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut chapter = None;
    for statement in session.why(product) {
        if chapter.replace(statement.chapter()) != Some(statement.chapter()) {
            if !lines.is_empty() {
                lines.push(Line::Gap);
            }
            lines.push(Line::Chapter(statement.chapter()));
        }
        lines.extend(said(common, session, product, &statement, cells));
    }
    lines
}

fn said(common: &Common, session: &Session, product: &ProductId, statement: &Statement, cells: usize) -> Vec<Line> {
    let sentence = say::sentence(common.lang, session, product, statement);
    let line = |(at, text)| if at == 0 { Line::Says(text) } else { Line::GoesOn(text) };
    wrap(&sentence, cells).into_iter().enumerate().map(line).collect()
}
