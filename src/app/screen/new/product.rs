//! The form of one product: its fields, and its set – searched for by number or words, proposed by the name, taken only
//! by Enter on it.

use crate::app::common::{Common, Tone};
use crate::app::cursor::Cursor;
use crate::app::field::Field;
use crate::app::keymap::New as Do;
use crate::council::{Listed, ProductKind};
use crate::i18n::{Lang, both, new as say, trouble};
use crate::rubric::{ProductSet, Rubric, choose};

/// The form of one product.
#[derive(Debug)]
pub struct ProductForm {
    line: Option<usize>,
    then: Then,
    fields: [Field; 7],
    /// Why it is assessed.
    pub kind: ProductKind,
    /// The set chosen.
    pub set: Option<u8>,
    /// What is searched for among the sets.
    pub search: Field,
    /// Where the cursor was put among the sets; nothing: where the proposal or the search puts it.
    moved: Option<usize>,
    cursor: Cursor,
    warned: bool,
}

/// What follows once the form is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The form of another product.
    Another,
    /// The next product without a set.
    NextOpen,
    /// The list.
    Close,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the row it names")]
pub enum Row {
    Name,
    Producer,
    Set,
    Address,
    Phone,
    Code,
    Kind,
    SelfTotal,
    AdvisoryTotal,
}

/// Why a form cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incomplete {
    /// No name.
    Name,
    /// A total that is no number of points up to this one.
    Total(u16),
}

impl Incomplete {
    /// In words.
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Incomplete::Name => say::form_name(lang).to_owned(),
            Incomplete::Total(most) => say::form_total(lang, *most),
        }
    }
}

/// A set in the list beside the form.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The set.
    pub set: &'a ProductSet,
    /// Whether the product's name proposes it.
    pub proposed: bool,
}

impl Row {
    /// All, in the order shown.
    pub const ALL: [Row; 9] = [
        Row::Name,
        Row::Producer,
        Row::Set,
        Row::Address,
        Row::Phone,
        Row::Code,
        Row::Kind,
        Row::SelfTotal,
        Row::AdvisoryTotal,
    ];

    /// Where its field stands, if it has one of its own.
    fn field(self) -> Option<usize> {
        let fields =
            [Row::Name, Row::Producer, Row::Address, Row::Phone, Row::Code, Row::SelfTotal, Row::AdvisoryTotal];
        fields.iter().position(|row| *row == self)
    }
}

const KINDS: [ProductKind; 3] = [ProductKind::First, ProductKind::Upgrade, ProductKind::Reassess];

impl ProductForm {
    pub(super) fn new() -> ProductForm {
        ProductForm { line: None, ..ProductForm::of(0, &Listed::default(), Then::Another) }
    }

    pub(super) fn of(line: usize, listed: &Listed, then: Then) -> ProductForm {
        let total = |total: Option<u16>| total.map(|points| points.to_string()).unwrap_or_default();
        let (own, advisory) = (total(listed.self_total), total(listed.advisory_total));
        let texts = [&listed.name, &listed.producer, &listed.address, &listed.phone, &listed.code, &own, &advisory];
        ProductForm {
            line: Some(line),
            then,
            fields: texts.map(|text| Field::line(text)),
            kind: listed.kind,
            set: listed.set,
            search: Field::line(""),
            moved: None,
            cursor: Cursor::default(),
            warned: false,
        }
    }

    /// With the cursor at the set.
    pub(super) fn at_set(mut self) -> ProductForm {
        self.go_to(Row::Set);
        self
    }

    /// The line it is of; nothing for a new product.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    pub(super) fn then(&self) -> Then {
        self.then
    }

    /// The row the cursor is on.
    pub fn row(&self) -> Row {
        Row::ALL[self.cursor.at(Row::ALL.len()).unwrap_or(0)]
    }

    fn go_to(&mut self, row: Row) {
        self.cursor.to(Row::ALL.iter().position(|known| *known == row).unwrap_or(0));
    }

    /// The field of a row, if it has one.
    pub fn field(&self, row: Row) -> Option<&Field> {
        match row {
            Row::Set => Some(&self.search),
            row => row.field().map(|at| &self.fields[at]),
        }
    }

    pub(super) fn field_mut(&mut self) -> Option<&mut Field> {
        match self.row() {
            Row::Set => Some(&mut self.search),
            row => row.field().map(|at| &mut self.fields[at]),
        }
    }

    /// Something was typed: the list beside starts again from what it proposes or finds.
    pub(super) fn typed(&mut self) {
        self.warned = false;
        self.moved = None;
    }

    fn value(&self, row: Row) -> String {
        self.field(row).map(Field::value).unwrap_or_default()
    }

    /// Whether nothing is typed.
    pub(super) fn is_blank(&self) -> bool {
        self.fields.iter().all(Field::is_blank) && self.search.is_blank()
    }

    /// Whether leaving now loses what a new form holds, said for the first time.
    pub(super) fn warn_of_loss(&mut self) -> bool {
        let warns = self.line.is_none() && !self.is_blank() && !self.warned;
        self.warned = warns;
        warns
    }

    /// The sets beside the form: those that the search finds; without one, those that the name proposes, then all.
    pub fn choices<'a>(&self, sets: &'a [ProductSet]) -> Vec<Choice<'a>> {
        let proposed: Vec<&ProductSet> = choose::proposed(sets, &self.value(Row::Name)).collect();
        let is_proposed = |set: &ProductSet| proposed.iter().any(|known| known.no == set.no);
        let search = self.search.value();
        if !search.is_empty() {
            let found = choose::search(sets, &search);
            return found.into_iter().map(|set| Choice { set, proposed: is_proposed(set) }).collect();
        }
        let first = proposed.iter().map(|set| Choice { set, proposed: true });
        let rest = sets.iter().filter(|set| !is_proposed(set)).map(|set| Choice { set, proposed: false });
        first.chain(rest).collect()
    }

    /// Which of the choices Enter would take: where the cursor was put, else the set that is chosen, else the first
    /// that is proposed or found. Nothing where nothing proposes.
    pub fn at(&self, choices: &[Choice<'_>]) -> Option<usize> {
        let chosen = || choices.iter().position(|choice| Some(choice.set.no) == self.set);
        let searched = !self.search.is_blank();
        let first = || choices.first().filter(|choice| searched || choice.proposed).map(|_| 0);
        self.moved.filter(|at| *at < choices.len()).or_else(|| if searched { first() } else { chosen().or_else(first) })
    }

    pub(super) fn can(&self, command: Do) -> bool {
        match command {
            Do::Change | Do::ChangeBack => self.row() == Row::Kind,
            _ => true,
        }
    }

    /// Whether the form is done with.
    pub(super) fn update(&mut self, common: &mut Common, command: Do, rubric: &Rubric) -> bool {
        self.warned = false;
        match command {
            Do::Up | Do::Down if self.row() == Row::Set => self.move_among(command, rubric),
            Do::Up | Do::PreviousField => self.cursor.step(-1, Row::ALL.len()),
            Do::Down | Do::NextField => self.cursor.step(1, Row::ALL.len()),
            Do::Change | Do::ChangeBack => {
                let at = KINDS.iter().position(|kind| *kind == self.kind).unwrap_or(0);
                let by = if command == Do::Change { 1 } else { KINDS.len() - 1 };
                self.kind = KINDS[(at + by) % KINDS.len()];
            }
            Do::Accept => return self.accept(common, rubric),
            Do::Done => return true,
            _ => {}
        }
        false
    }

    fn move_among(&mut self, command: Do, rubric: &Rubric) {
        let choices = self.choices(&rubric.sets);
        let last = choices.len().saturating_sub(1);
        self.moved = match (self.at(&choices), command) {
            (None, _) => Some(0),
            (Some(at), Do::Up) => Some(at.saturating_sub(1)),
            (Some(at), _) => Some((at + 1).min(last)),
        };
    }

    /// Enter: an empty form is done with; the set is taken and ends the form; elsewhere to the next row.
    fn accept(&mut self, common: &mut Common, rubric: &Rubric) -> bool {
        match self.row() {
            Row::Name if self.is_blank() => return true,
            Row::Set => {
                let choices = self.choices(&rubric.sets);
                let taken = self.at(&choices).map(|at| choices[at].set);
                match taken.map(|set| (set.no, choose::may(set))) {
                    Some((no, Ok(()))) => {
                        self.set = Some(no);
                        self.search.clear();
                        self.moved = None;
                        return true;
                    }
                    Some((_, Err(why))) => common.tell(Tone::Warning, both(|lang| trouble::sentence(lang, &why))),
                    None => common.tell(Tone::Warning, both(|lang| say::set_needed(lang).to_owned())),
                }
            }
            Row::AdvisoryTotal => return true,
            _ => self.cursor.step(1, Row::ALL.len()),
        }
        false
    }

    /// The product as the form has it, over the one there was.
    pub(super) fn listed(&mut self, known: Listed, most: u16) -> Result<Listed, Incomplete> {
        let name = self.value(Row::Name);
        if name.is_empty() {
            self.go_to(Row::Name);
            return Err(Incomplete::Name);
        }
        Ok(Listed {
            id: known.id,
            name,
            set: self.set,
            code: self.value(Row::Code),
            producer: self.value(Row::Producer),
            address: self.value(Row::Address),
            phone: self.value(Row::Phone),
            kind: self.kind,
            self_total: self.total(Row::SelfTotal, most)?,
            advisory_total: self.total(Row::AdvisoryTotal, most)?,
        })
    }

    fn total(&mut self, row: Row, most: u16) -> Result<Option<u16>, Incomplete> {
        match self.value(row) {
            text if text.is_empty() => Ok(None),
            text => match text.parse() {
                Ok(points) if points <= most => Ok(Some(points)),
                _ => {
                    self.go_to(row);
                    Err(Incomplete::Total(most))
                }
            },
        }
    }
}
