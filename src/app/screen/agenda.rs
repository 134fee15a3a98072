//! The state of Agenda: the things to discuss over all products in one list, by what they could do. Drawing stands in
//! `ui::screen::agenda`; what comes before what, in `session`.

use super::{Readings, Reconcile, Screen};
use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::key::Key;
use crate::app::keymap::Agenda as Do;
use crate::council::{DisputeKey, ProductId};
use crate::session::{Class, Matter};

/// The state of Agenda.
#[derive(Debug, Default)]
pub struct Agenda {
    cursor: Cursor,
    filter: Filter,
    /// All there is, as of the last news.
    all: Vec<Matter>,
    /// What the cursor is on, so that it follows when lines move.
    chosen: Option<(ProductId, DisputeKey)>,
}

/// Which things show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Those that still want something done.
    #[default]
    Open,
    /// Those that a lock waits for.
    Blocking,
    /// Those that could flip a star.
    Deciding,
    /// All, what is settled too.
    All,
}

impl Filter {
    /// All, in the order of their key.
    pub const ALL: [Filter; 4] = [Filter::Open, Filter::Blocking, Filter::Deciding, Filter::All];

    fn step(self, by: usize) -> Filter {
        let at = Filter::ALL.iter().position(|filter| *filter == self).unwrap_or(0);
        Filter::ALL[(at + by) % Filter::ALL.len()]
    }

    /// Whether a thing shows.
    pub fn takes(self, matter: &Matter) -> bool {
        match self {
            Filter::Open => matter.class() != Class::Settled,
            Filter::Blocking => matches!(matter.class(), Class::Blocks | Class::LookedAtAgain),
            Filter::Deciding => matter.class() != Class::Settled && matter.decides(),
            Filter::All => true,
        }
    }
}

impl Agenda {
    /// As the session stands.
    pub fn of(common: &Common) -> Agenda {
        let all = common.session().map(crate::session::Session::agenda).unwrap_or_default();
        Agenda { all, ..Agenda::default() }
    }

    /// The things that show.
    pub fn rows(&self) -> Vec<&Matter> {
        self.all.iter().filter(|matter| self.filter.takes(matter)).collect()
    }

    /// How many things a filter takes.
    pub fn count(&self, filter: Filter) -> usize {
        self.all.iter().filter(|matter| filter.takes(matter)).count()
    }

    /// The filter.
    pub fn filter(&self) -> Filter {
        self.filter
    }

    /// The cursor, on the thing it was put on wherever that stands now.
    pub fn cursor(&self) -> Cursor {
        let mut cursor = self.cursor;
        if let Some((product, key)) = &self.chosen {
            let is = |matter: &&Matter| matter.product == *product && matter.thing.key == *key;
            if let Some(at) = self.rows().iter().position(is) {
                cursor.to(at);
            }
        }
        cursor
    }

    /// The thing the cursor is on.
    pub fn chosen(&self) -> Option<&Matter> {
        let rows = self.rows();
        rows.get(self.cursor().at(rows.len())?).copied()
    }

    /// Whether a command can be given now.
    pub fn can(&self, _common: &Common, command: Do) -> bool {
        let rows = self.rows().len();
        match command {
            Do::Move(_) => rows > 1,
            Do::Open => rows > 0,
            Do::Filter | Do::FilterBack | Do::Readings => true,
        }
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let lines = self.rows().len();
        match command {
            Do::Move(to) => self.move_to(|cursor| cursor.go(to, lines, common.size.body_rows() / 2)),
            Do::Filter => self.show(self.filter.step(1)),
            Do::FilterBack => self.show(self.filter.step(Filter::ALL.len() - 1)),
            Do::Open => {
                self.move_to(|_| {});
                if let Some(Matter { product, thing, .. }) = self.chosen().cloned() {
                    common.go(Screen::Reconcile(Reconcile::on_thing(common, product, &thing.key)));
                }
            }
            Do::Readings => {
                let readings = Readings::of(common);
                common.go(Screen::Readings(readings));
            }
        }
    }

    fn move_to(&mut self, step: impl FnOnce(&mut Cursor)) {
        self.cursor = self.cursor();
        step(&mut self.cursor);
        let rows = self.rows();
        let at = self.cursor.at(rows.len()).map(|at| rows[at]);
        self.chosen = at.map(|matter| (matter.product.clone(), matter.thing.key.clone()));
    }

    fn show(&mut self, filter: Filter) {
        self.filter = filter;
        self.cursor.to(0);
        self.chosen = None;
    }

    /// The session changed, or the screen is shown again. The cursor stays on its thing; once that has been dealt with,
    /// on its line: there the next one stands.
    pub fn news(&mut self, common: &mut Common) {
        self.cursor = self.cursor();
        let before = self.class_of_chosen();
        self.all = common.session().map(crate::session::Session::agenda).unwrap_or_default();
        if self.class_of_chosen() != before {
            self.chosen = None;
        }
        self.cursor = self.cursor();
        self.cursor.step(0, self.rows().len());
    }

    fn class_of_chosen(&self) -> Option<Class> {
        let (product, key) = self.chosen.as_ref()?;
        let is = |matter: &&Matter| matter.product == *product && matter.thing.key == *key;
        self.all.iter().find(is).map(Matter::class)
    }
}
