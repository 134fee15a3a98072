//! Page 3: the products, typed one by one or read from a list. A set is proposed by the product's name and never taken
//! without a person's word.

use super::product::{ProductForm, Then};
use super::{Asked, New};
use crate::app::common::{Common, Tone};
use crate::app::cursor::Cursor;
use crate::app::dialog::{Blank, Dialog};
use crate::app::keymap::New as Do;
use crate::council::draft::ids;
use crate::council::{Listed, Product, ProductId};
use crate::i18n::{both, new as say};
use crate::rubric::{ProductSet, Rubric, choose};

/// The state of page 3.
#[derive(Debug, Default)]
pub struct Products {
    /// The products, in order of presentation.
    pub lines: Vec<Listed>,
    /// The line the cursor is on.
    pub cursor: Cursor,
    /// The form of one product, while it is open.
    pub editor: Option<ProductForm>,
}

impl Products {
    /// The line the cursor is on.
    pub fn chosen(&self) -> Option<usize> {
        self.cursor.at(self.lines.len())
    }

    /// Products without a set.
    pub fn unplaced(&self) -> usize {
        self.lines.iter().filter(|line| line.set.is_none()).count()
    }

    /// Products without a set for which one stands alone as a proposal: line and set.
    pub fn proposals(&self, sets: &[ProductSet]) -> Vec<(usize, u8)> {
        let open = self.lines.iter().enumerate().filter(|(_, line)| line.set.is_none());
        open.filter_map(|(at, line)| Some((at, choose::proposal(sets, &line.name)?.no))).collect()
    }

    /// The products whose set is chosen, as the charter will have them.
    pub(super) fn placed(&self) -> Vec<Product> {
        let given: Vec<Option<ProductId>> = self.lines.iter().map(|line| line.id.clone()).collect();
        self.lines.iter().cloned().zip(ids(&given, &[])).filter_map(|(line, id)| line.placed(id)).collect()
    }

    pub(super) fn can(&self, command: Do, sets: &[ProductSet]) -> bool {
        if let Some(form) = &self.editor {
            return form.can(command);
        }
        match command {
            Do::Next | Do::Add | Do::File => true,
            Do::Proposals => !self.proposals(sets).is_empty(),
            Do::Raise => self.chosen().is_some_and(|line| line > 0),
            _ => !self.lines.is_empty(),
        }
    }

    pub(super) fn update(&mut self, common: &mut Common, command: Do, rubric: &Rubric) {
        if let Some(form) = &mut self.editor {
            if form.update(common, command, rubric) {
                self.finish(common, rubric);
            }
            return;
        }
        let lines = self.lines.len();
        let page = isize::try_from(common.size.body_rows().saturating_sub(3)).unwrap_or(1).max(1);
        match command {
            Do::Up => self.cursor.step(-1, lines),
            Do::Down => self.cursor.step(1, lines),
            Do::PageUp => self.cursor.step(-page, lines),
            Do::PageDown => self.cursor.step(page, lines),
            Do::First => self.cursor.to(0),
            Do::Last => self.cursor.to(lines.saturating_sub(1)),
            Do::Add => self.add(),
            Do::Proposals => self.ask_proposals(common, &rubric.sets),
            Do::Edit => {
                if let Some(line) = self.chosen() {
                    self.editor = Some(ProductForm::of(line, &self.lines[line], Then::Close));
                }
            }
            Do::Raise => {
                if let Some(line) = self.chosen().filter(|line| *line > 0) {
                    self.lines.swap(line, line - 1);
                    self.cursor.to(line - 1);
                }
            }
            Do::Remove => {
                if let Some(line) = self.chosen() {
                    let title = both(|lang| say::remove_title(lang).to_owned());
                    let body = both(|lang| say::remove_body(lang, &self.lines[line].name));
                    let asked = crate::app::screen::Asked::New(Asked::RemoveProduct(line));
                    common.ask(asked, Dialog::confirm(title, body));
                }
            }
            _ => {}
        }
    }

    pub(super) fn remove(&mut self, line: usize) {
        if line < self.lines.len() {
            self.lines.remove(line);
        }
    }

    /// Opens the form of a new product; one after the other until it is left.
    pub(super) fn add(&mut self) {
        self.editor = Some(ProductForm::new());
    }

    /// Closes the form. Something typed in it is asked for twice: the first time it only warns.
    pub(super) fn leave_editor(&mut self, common: &mut Common) -> bool {
        let Some(form) = &mut self.editor else { return false };
        if form.warn_of_loss() {
            common.tell(Tone::Warning, both(|lang| say::form_not_taken(lang).to_owned()));
        } else {
            self.editor = None;
        }
        true
    }

    /// Takes the form's product into the list, and goes on as the form was opened for.
    fn finish(&mut self, common: &mut Common, rubric: &Rubric) {
        let Some(form) = &mut self.editor else { return };
        if form.is_blank() && form.line().is_none() {
            self.editor = None;
            return;
        }
        let known = form.line().and_then(|line| self.lines.get(line)).cloned().unwrap_or_default();
        let listed = match form.listed(known, rubric.head.total) {
            Ok(listed) => listed,
            Err(why) => {
                common.tell(Tone::Warning, both(|lang| why.words(lang)));
                return;
            }
        };
        let (line, then) = (form.line().unwrap_or(self.lines.len()), form.then());
        match self.lines.get_mut(line) {
            Some(known) => *known = listed,
            None => self.lines.push(listed),
        }
        self.cursor.to(line);
        self.editor = None;
        match then {
            Then::Another => self.add(),
            Then::NextOpen => self.ask_next_open(line),
            Then::Close => {}
        }
    }

    /// Opens the form of the next product without a set, at its set: from a line on, then from the top; never the same
    /// line twice running.
    fn ask_next_open(&mut self, from: usize) {
        let open = |line: &usize| self.lines[*line].set.is_none();
        let next = (from + 1..self.lines.len()).chain(0..from.min(self.lines.len())).find(open);
        if let Some(line) = next {
            self.cursor.to(line);
            self.editor = Some(ProductForm::of(line, &self.lines[line], Then::NextOpen).at_set());
        }
    }

    /// Products from a file: where some are there already, asks what becomes of them.
    pub(super) fn take(&mut self, common: &mut Common, listed: Vec<Listed>, rubric: &Rubric) {
        if self.lines.is_empty() {
            self.append(common, listed, rubric);
            return;
        }
        let title = both(|lang| say::into_title(lang).to_owned());
        let (new, old) = (listed.len(), self.lines.len());
        let body = both(|lang| say::into_body(lang, new, old));
        let choices = [say::into_append, say::into_replace].map(|choice| both(|lang| choice(lang).to_owned())).to_vec();
        common.ask(crate::app::screen::Asked::New(Asked::Into(listed)), Dialog::choose(title, body, choices));
    }

    /// Adds products; an id that is taken is made anew. Then the proposals are looked at.
    pub(super) fn append(&mut self, common: &mut Common, listed: Vec<Listed>, rubric: &Rubric) {
        let n = listed.len();
        for mut line in listed {
            if line.id.is_some() && self.lines.iter().any(|known| known.id == line.id) {
                line.id = None;
            }
            self.lines.push(line);
        }
        let open = self.unplaced();
        common.tell(Tone::Good, both(|lang| say::products_read(lang, n, open)));
        if open > 0 {
            self.ask_proposals(common, &rubric.sets);
        }
    }

    /// One list of everything proposed, to look at and take; where nothing is, the products are asked about one by one.
    fn ask_proposals(&mut self, common: &mut Common, sets: &[ProductSet]) {
        let proposed = self.proposals(sets);
        if proposed.is_empty() {
            self.ask_next_open(usize::MAX - 1);
            return;
        }
        let title = both(|lang| say::proposals_title(lang).to_owned());
        let (with, without) = (proposed.len(), self.unplaced() - proposed.len());
        let body = both(|lang| say::proposals_body(lang, with, without));
        let line = |(line, no): &(usize, u8)| {
            let set = sets.iter().find(|set| set.no == *no);
            let said = both(|lang| {
                say::proposal_line(
                    lang,
                    &self.lines[*line].name,
                    *no,
                    set.map(|set| lang.of(&set.name)).unwrap_or_default(),
                )
            });
            (said, true)
        };
        let lines = proposed.iter().map(line).collect();
        let asked = crate::app::screen::Asked::New(Asked::Proposals(proposed));
        common.ask(asked, Dialog::pick(title, body, lines, Blank::Allowed));
    }

    /// Takes the proposals that a person confirmed, then asks about the rest one by one.
    pub(super) fn place(&mut self, common: &mut Common, taken: Vec<(usize, u8)>) {
        let n = taken.len();
        for (line, no) in taken {
            if let Some(line) = self.lines.get_mut(line) {
                line.set = Some(no);
            }
        }
        let open = self.unplaced();
        common.tell(Tone::Good, both(|lang| say::proposals_taken(lang, n, open)));
        self.ask_next_open(usize::MAX - 1);
    }

    /// The rubric changed: sets that it has not, or has under another name, have to be chosen again; how many.
    pub(super) fn change_rubric(&mut self, from: &Rubric, to: &Rubric) -> usize {
        let name = |rubric: &Rubric, no: u8| rubric.set(no).map(|set| set.name.vi.clone());
        let mut lost = 0;
        for line in &mut self.lines {
            if line.set.is_some_and(|no| to.set(no).is_none() || name(from, no) != name(to, no)) {
                line.set = None;
                lost += 1;
            }
        }
        lost
    }
}

impl New {
    /// The name of a set of the rubric chosen.
    pub fn set_name(&self, lang: crate::i18n::Lang, no: u8) -> &str {
        self.particulars.rubric.set(no).map_or("", |set| lang.of(&set.name))
    }
}

/// Asks how the first products come in.
pub(super) fn ask_first(common: &mut Common) {
    let title = both(|lang| say::first_title(lang).to_owned());
    let choices = [say::first_type, say::from_file].map(|choice| both(|lang| choice(lang).to_owned())).to_vec();
    let asked = crate::app::screen::Asked::New(Asked::FirstProducts);
    common.ask(asked, Dialog::choose(title, both(|_| String::new()), choices));
}
