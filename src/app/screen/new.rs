//! The state of New: a session being made, page by page – what it is called, who sits, what is scored, by which rules –
//! and the last page, which makes it. Nothing typed is lost by going back and forth, or by leaving and coming again.
//! Drawing stands in `ui::screen::new`; what a charter is made of in `council::draft`.

mod answers;
pub mod council;
pub mod files;
pub mod particulars;
pub mod product;
pub mod products;
pub mod review;
pub mod rules;

use std::sync::Arc;

use crate::app::common::{Common, Tone};
use crate::app::dialog::Dialog;
use crate::app::field::{Field, Taken};
use crate::app::key::Key;
use crate::app::keymap::{New as Do, NewPlace};
use crate::council::draft::Lapsed;
use crate::council::{Draft, Lack, Product};
use crate::i18n::{Lang, both, new as say};
use crate::text::capital;

use answers::ask_path;
pub use answers::{Asked, Kind};
use council::Council;
use files::Faulty;
use particulars::Particulars;
use products::Products;
use review::Review;
use rules::RulesPage;

/// The state of New.
#[derive(Debug)]
pub struct New {
    step: Step,
    /// The page gone farthest to: what lacks on the pages before is said.
    reached: Step,
    /// Page 1.
    pub particulars: Particulars,
    /// Page 2.
    pub council: Council,
    /// Page 3.
    pub products: Products,
    /// Page 4.
    pub rules: RulesPage,
    /// Page 5.
    pub review: Review,
    /// A file that is wrong, over the page.
    pub faulty: Option<Faulty>,
}

/// A page, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the page it names")]
pub enum Step {
    Session,
    Council,
    Products,
    Rules,
    Review,
}

/// Something that is missing before the session can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// What the draft lacks.
    Lack(Lack),
    /// So many products have no set yet.
    NoSet(usize),
}

impl Step {
    /// All, in their order.
    pub const ALL: [Step; 5] = [Step::Session, Step::Council, Step::Products, Step::Rules, Step::Review];

    fn after(self) -> Step {
        Step::ALL[(self as usize + 1).min(Step::ALL.len() - 1)]
    }

    fn before(self) -> Option<Step> {
        (self as usize).checked_sub(1).map(|at| Step::ALL[at])
    }
}

impl New {
    /// A new session with nothing in it but today's date and the decision in force.
    pub fn begin(common: &Common) -> New {
        New {
            step: Step::Session,
            reached: Step::Session,
            particulars: Particulars::on(&common.now),
            council: Council::default(),
            products: Products::default(),
            rules: RulesPage::default(),
            review: Review::default(),
            faulty: None,
        }
    }

    /// The page shown.
    pub fn step(&self) -> Step {
        self.step
    }

    /// Whether this page was reached.
    pub fn has_reached(&self, step: Step) -> bool {
        step <= self.reached
    }

    /// Whether this page was done with once: only then what it lacks is said.
    pub fn has_passed(&self, step: Step) -> bool {
        step < self.reached
    }

    /// Its place in the keymap.
    pub fn place(&self) -> NewPlace {
        if self.faulty.is_some() {
            return NewPlace::Faults;
        }
        match self.step {
            Step::Session => NewPlace::Session,
            Step::Council if self.council.editor.is_some() => NewPlace::Seat,
            Step::Council => NewPlace::Council,
            Step::Products if self.products.editor.is_some() => NewPlace::Product,
            Step::Products => NewPlace::Products,
            Step::Rules => NewPlace::Rules,
            Step::Review => NewPlace::Review,
        }
    }

    /// Whether a person has put anything into it.
    pub fn is_touched(&self) -> bool {
        self.particulars.is_touched()
            || !self.council.seats.is_empty()
            || !self.products.lines.is_empty()
            || self.products.editor.is_some()
    }

    /// The session as it stands; products without a set are not in it.
    pub fn draft(&self) -> Draft {
        let placed: Vec<Product> = self.products.placed();
        Draft {
            title: self.particulars.title.value(),
            place: self.particulars.place.value(),
            date: self.particulars.date.value(),
            decision: self.particulars.decision.value(),
            purpose: self.particulars.purpose,
            lapsed: Lapsed::Refused,
            rubric: Arc::clone(&self.particulars.rubric),
            rules: self.rules.rules(),
            seats: self.council.seats.clone(),
            products: placed,
        }
    }

    /// Everything that is missing, with the page where it is put right.
    pub fn missing(&self) -> Vec<(Step, Missing)> {
        let page = |lack: &Lack| match lack {
            Lack::Title | Lack::Date(_) | Lack::Rubric(_) => Step::Session,
            Lack::ChairCount(_) | Lack::TooFewScorers { .. } | Lack::QuorumOver { .. } => Step::Council,
            Lack::Products | Lack::Set(_) => Step::Products,
        };
        let unplaced = self.products.unplaced();
        let mut missing: Vec<(Step, Missing)> = self
            .draft()
            .lacks()
            .into_iter()
            .filter(|lack| *lack != Lack::Products || unplaced == 0)
            .map(|lack| (page(&lack), Missing::Lack(lack)))
            .collect();
        if unplaced > 0 {
            missing.push((Step::Products, Missing::NoSet(unplaced)));
        }
        missing
    }

    /// Whether a command can be given now.
    pub fn can(&self, command: Do) -> bool {
        if let Some(faulty) = &self.faulty {
            return faulty.can(command);
        }
        match self.step {
            Step::Session => self.particulars.can(command),
            Step::Council => self.council.can(command),
            Step::Products => self.products.can(command, &self.particulars.rubric.sets),
            Step::Rules => true,
            Step::Review => self.review.can(command),
        }
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do) {
        if self.faulty.is_some() {
            self.of_faulty(common, command);
            return;
        }
        match (self.step, command) {
            (_, Do::Next) => self.go_on(common),
            (Step::Session, command) => self.particulars.update(common, command),
            (Step::Council, Do::File) => ask_path(common, Kind::Council),
            (Step::Products, Do::File) => ask_path(common, Kind::Products),
            (Step::Rules, Do::File) => ask_path(common, Kind::Rules),
            (Step::Council, command) => self.council.update(common, command, &self.rules.rules()),
            (Step::Products, command) => self.products.update(common, command, &self.particulars.rubric),
            (Step::Rules, Do::Use) if self.rules.wants_file() => ask_path(common, Kind::Rules),
            (Step::Rules, Do::Use) => self.go_on(common),
            (Step::Rules, command) => self.move_rules(common, command),
            (Step::Review, Do::Create) => self.create(common),
            (Step::Review, Do::Elsewhere) => self.review.ask_below(common),
            (Step::Review, _) => {}
        }
    }

    /// Other rules; a secretary scores as they say, and that is told.
    fn move_rules(&mut self, common: &mut Common, command: Do) {
        let before = self.rules.rules().secretary_scores;
        self.rules.update(command);
        self.follow_rules(common, before);
    }

    fn follow_rules(&mut self, common: &mut Common, before: bool) {
        let rules = self.rules.rules();
        if rules.secretary_scores != before && self.council.follow(&rules) {
            let says = rules.secretary_scores;
            common.tell(Tone::Plain, both(|lang| say::secretary_follows(lang, say::scores_is(lang, says))));
        }
    }

    /// To the next page; the first time on a page of lists, asks how to begin.
    fn go_on(&mut self, common: &mut Common) {
        self.step = self.step.after();
        self.reached = self.reached.max(self.step);
        match self.step {
            Step::Council if self.council.seats.is_empty() => council::ask_preset(common, Asked::Preset),
            Step::Products if self.products.lines.is_empty() => products::ask_first(common),
            Step::Review => self.review.plan(common, &self.particulars.title.value()),
            _ => {}
        }
    }

    /// Goes back within the screen: closes a list of faults or a form, else to the page before, else asks before it
    /// leaves something half made.
    pub fn goes_back(&mut self, common: &mut Common) -> bool {
        if self.faulty.take().is_some() {
            return true;
        }
        if self.council.editor.take().is_some() || self.products.leave_editor(common) {
            return true;
        }
        if let Some(before) = self.step.before() {
            self.step = before;
            return true;
        }
        if !self.is_touched() {
            return false;
        }
        let title = both(|lang| say::leave_title(lang).to_owned());
        let choices = [say::leave_keep, say::leave_drop, say::leave_stay];
        let choices = choices.map(|choice| both(|lang| choice(lang).to_owned())).to_vec();
        common.ask(super::Asked::New(Asked::Leave), Dialog::choose(title, both(|_| String::new()), choices));
        true
    }

    /// Makes the session, or goes to what is missing.
    fn create(&mut self, common: &mut Common) {
        if let Some((step, missing)) = self.missing().into_iter().next() {
            self.step = step;
            self.particulars.go_to(&missing);
            common.tell(Tone::Warning, both(|lang| capital(&missing.words(lang))));
            return;
        }
        self.review.create(common, self.draft());
    }

    /// A key for a field; `No` where none has the cursor or the key is a command.
    pub fn types(&mut self, key: Key) -> Taken {
        let taken = self.field_mut().map_or(Taken::No, |field| field.press(key));
        if taken == Taken::Yes {
            self.typed();
        }
        taken
    }

    fn typed(&mut self) {
        if let Some(form) = &mut self.products.editor {
            form.typed();
        }
    }

    /// Pasted text for the field that has the cursor.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.field_mut() {
            field.paste(text);
            self.typed();
        }
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        match self.place() {
            NewPlace::Session => self.particulars.field_mut(),
            NewPlace::Seat => self.council.editor.as_mut()?.field_mut(),
            NewPlace::Product => self.products.editor.as_mut()?.field_mut(),
            _ => None,
        }
    }
}

impl Missing {
    /// In words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Missing::Lack(lack) => say::lack(lang, lack),
            Missing::NoSet(n) => say::lacks_sets(lang, *n),
        }
    }
}
