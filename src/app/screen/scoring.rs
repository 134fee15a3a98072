//! The state of Scoring: one's own sheet of one product, and what its commands do. Drawing stands in
//! `ui::screen::scoring`.
//!
//! One cursor (a criterion), two views of it. What is typed on a criterion until it means a level is a [`Pick`]; the
//! list of products and the review lie over the sheet. Nothing of another seat is ever read here.

mod can;
mod declare;
mod hand_in;
mod jump;
mod mark;
pub mod pick;
mod products;
pub mod sheet;
mod undo;

pub use declare::GroundChoice;
pub use hand_in::Item;
pub use sheet::{Lack, Sheet, Stand, Sum};

use super::{Screen, Why};
use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::dialog::Answer;
use crate::app::key::Key;
use crate::app::keymap::Scoring as Do;
use crate::council::{ProductId, Scored, Value};
use crate::i18n::scoring as say;
use crate::rubric::{Code, Criterion};
use crate::session::SheetState;

use hand_in::Awaits;
use undo::Undo;

/// The state of Scoring.
#[derive(Debug, Default)]
pub struct Scoring {
    /// The product; none until a key is pressed: then the first that wants work.
    product: Option<ProductId>,
    /// The criterion's place; none until it was moved: then the first without a mark.
    at: Option<usize>,
    view: View,
    over: Over,
    pick: Pick,
    last: Option<Last>,
    undo: Undo,
    awaits: Option<Awaits>,
}

/// How the sheet shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// All criteria as rows, the focused one's levels beside.
    #[default]
    Sheet,
    /// One criterion across the whole width.
    Card,
}

/// What lies over the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The list of products; the number typed so far.
    Products(Cursor, Option<usize>),
    /// The sheet looked over before it is handed in.
    Review(Cursor),
}

/// What was typed or highlighted on the criterion and is not decided yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Pick {
    /// Nothing.
    #[default]
    Nothing,
    /// The first digits of a number that may be longer.
    Digits(u16),
    /// A level highlighted, among those that ↑↓ move between.
    Highlighted(Value, Vec<Value>),
}

/// One's own last act here, for the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// The product.
    pub product: ProductId,
    /// The criterion.
    pub criterion: Code,
    /// What was done.
    pub did: Did,
    /// Whether it stands.
    pub stands: Stands,
}

/// Whether one's own last act stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It does.
    Yes,
    /// It was taken back by another.
    TakenBack,
}

/// What was done to a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// Its value was set; unscored: cleared.
    Marked(Value),
    /// Its note was written.
    Noted,
    /// Its evidence was written.
    Evidenced,
    /// Marked unsure, or no longer.
    Doubted,
}

/// What Scoring asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The note on a criterion.
    Note(ProductId, Code),
    /// Where its evidence stands.
    Evidence(ProductId, Code),
    /// The opinion on a product.
    Opinion(ProductId),
    /// Why the member does not score a product.
    Recuse(ProductId),
    /// Whether the member scores it after all.
    Unrecuse(ProductId),
    /// Which of the two holds, where the member did both.
    Recusal(ProductId),
    /// Which ground.
    Ground(ProductId, Vec<GroundChoice>),
    /// Another ground, in words.
    GroundWords(ProductId),
    /// Whether to take the sheet back.
    TakeBack(ProductId),
}

impl Scoring {
    /// On a product's sheet.
    pub fn on(product: ProductId) -> Scoring {
        Scoring { product: Some(product), ..Scoring::default() }
    }

    /// How the sheet shows.
    pub fn view(&self) -> View {
        self.view
    }

    /// What lies over it.
    pub fn over(&self) -> Over {
        self.over
    }

    /// What is typed or highlighted.
    pub fn pick(&self) -> &Pick {
        &self.pick
    }

    /// One's own last act on the sheet shown.
    pub fn last(&self, product: &ProductId) -> Option<&Last> {
        self.last.as_ref().filter(|last| last.product == *product)
    }

    /// Whether Ctrl-Z has something to take back on the sheet shown.
    pub fn can_undo(&self, product: &ProductId) -> bool {
        self.undo.last(product).is_some()
    }

    /// The product shown.
    pub fn product(&self, common: &Common) -> Option<ProductId> {
        let sitting = common.sitting.as_ref()?;
        let (session, seat) = (sitting.session(), sitting.seat()?);
        if let Some(product) = self.product.as_ref().filter(|product| session.set(product).is_some()) {
            return Some(product.clone());
        }
        let products = session.products();
        let wants_work = |product: &ProductId| {
            matches!(
                session.progress(seat, product).state,
                SheetState::Missing | SheetState::Draft | SheetState::Returned | SheetState::Conflict
            )
        };
        let first = products.iter().find(|product| wants_work(&product.id)).or(products.first())?;
        Some(first.id.clone())
    }

    /// The sheet shown; none without a seat or a product.
    pub fn sheet<'c>(&self, common: &'c Common) -> Option<Sheet<'c>> {
        let sitting = common.sitting.as_ref()?;
        Sheet::of(sitting.session(), sitting.seat()?, &self.product(common)?)
    }

    /// The place of the focused criterion on a sheet.
    pub fn at(&self, sheet: &Sheet<'_>) -> usize {
        let criteria = sheet.criteria();
        let first = || {
            let wants = |criterion: &&Criterion| match sheet.stand() {
                Stand::Asked(..) => sheet.is_asked(&criterion.code),
                _ => sheet.scored(criterion) == Scored::Unscored,
            };
            criteria.iter().position(wants).unwrap_or(0)
        };
        self.at.unwrap_or_else(first).min(criteria.len().saturating_sub(1))
    }

    /// The level highlighted on the focused criterion, else one's own choice; none where neither is.
    pub fn highlighted(&self, sheet: &Sheet<'_>, criterion: &Criterion) -> Option<Value> {
        match &self.pick {
            Pick::Highlighted(value, _) => Some(*value),
            _ => Some(sheet.marks().cell(&criterion.code).value).filter(|value| *value != Value::Unscored),
        }
    }

    /// What a key does now, where it depends on the criterion: between versions a digit chooses one.
    pub fn label(&self, common: &Common, command: Do) -> Option<&'static str> {
        let choosing = command == Do::Digit && self.over == Over::Nothing;
        let sheet = self.sheet(common).filter(|sheet| choosing && sheet.is_open())?;
        let code = &sheet.criteria().get(self.at(&sheet))?.code;
        (!sheet.versions(code).is_empty()).then(|| say::digit_version(common.lang))
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, key: Key) {
        // From the first key on the product and the criterion stay what they were, whatever is scored meanwhile.
        self.product = self.product(common);
        self.at = self.sheet(common).map(|sheet| self.at(&sheet));
        match self.over {
            Over::Products(..) => self.in_products(common, command, key),
            Over::Review(cursor) => self.in_review(common, command, cursor),
            Over::Nothing => self.on_sheet(common, command, key),
        }
    }

    fn on_sheet(&mut self, common: &mut Common, command: Do, key: Key) {
        if !matches!(command, Do::Digit | Do::Choose | Do::Up | Do::Down) {
            self.pick = Pick::Nothing;
        }
        match command {
            Do::Up => self.step(common, -1),
            Do::Down => self.step(common, 1),
            Do::Previous => self.move_to(common, |at, _| at.saturating_sub(1)),
            Do::Next => self.move_to(common, |at, _| at + 1),
            Do::First => self.move_to(common, |_, _| 0),
            Do::Last => self.move_to(common, |_, criteria| criteria.saturating_sub(1)),
            Do::Digit => self.digit(common, key.digit().unwrap_or(0)),
            Do::Choose => self.choose_highlighted(common),
            Do::Clear => self.clear(common),
            Do::NextUnscored => self.next_unscored(common),
            Do::NextMinimum => self.next_minimum(common),
            Do::Note => self.ask_note(common),
            Do::Evidence => self.ask_evidence(common),
            Do::Unsure => self.doubt(common),
            Do::HandIn => self.hand_in(common),
            Do::Carry => super::carry::open(common),
            Do::Undo => self.take_back_last(common),
            Do::Turn => {
                self.view = match self.view {
                    View::Sheet => View::Card,
                    View::Card => View::Sheet,
                };
            }
            Do::Products => self.list_products(common),
            Do::NextProduct => self.step_product(common, 1),
            Do::PreviousProduct => self.step_product(common, -1),
            Do::Recuse => self.ask_recuse(common),
            Do::Ground => self.ask_ground(common),
            Do::Opinion => self.ask_opinion(common),
            Do::Why => {
                if let Some(product) = self.product(common) {
                    common.go(Screen::Why(Why::on(common, product)));
                }
            }
        }
    }

    /// The product shown from now on.
    fn open(&mut self, product: ProductId) {
        self.product = Some(product);
        self.at = None;
        self.pick = Pick::Nothing;
        self.over = Over::Nothing;
    }

    /// Takes an answer.
    pub fn answered(&mut self, common: &mut Common, asked: Asked, answer: Answer) {
        match (asked, answer) {
            (Asked::Note(product, code), Answer::Text(text)) => {
                self.change(common, &product, &code, Did::Noted, |cell| cell.note = text);
            }
            (Asked::Evidence(product, code), Answer::Text(text)) => {
                self.change(common, &product, &code, Did::Evidenced, |cell| cell.evidence = text);
            }
            (Asked::TakeBack(product), Answer::Yes) => self.take_back(common, product),
            (asked, answer) => declare::answered(common, asked, answer),
        }
    }

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, common: &mut Common) {
        self.hear_of_hand_in(common);
    }
}

impl Stand {
    /// Whether anything on the sheet can be changed now.
    pub fn is_open(&self) -> bool {
        matches!(self, Stand::Open | Stand::Torn | Stand::Asked(..))
    }
}
