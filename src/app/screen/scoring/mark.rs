//! Marking: digits, levels, notes, doubts, and taking one's own last act back. Each is one act with the whole cell.

use super::pick::{self, Typed, choices};
use super::undo::Step;
use super::{Asked, Did, Last, Pick, Scoring, Sheet, Stands};
use crate::app::common::{Common, Done, Tone};
use crate::app::dialog::{Blank, Dialog};
use crate::app::field::Field;
use crate::council::{Cell, ProductId, Scored, Value};
use crate::i18n::{Lang, both, scoring as say};
use crate::rubric::{Code, Criterion};

fn tell(common: &mut Common, tone: Tone, words: impl Fn(Lang) -> String) {
    common.tell(tone, both(words));
}

impl Scoring {
    /// The focused criterion, if it can be marked now; else the status line says why not.
    fn markable(&self, common: &mut Common) -> Option<Criterion> {
        let sheet = self.sheet(common)?;
        let criterion = (*sheet.criteria().get(self.at(&sheet))?).clone();
        let asked = sheet.is_asked(&criterion.code);
        let applies = sheet.scored(&criterion) != Scored::NotApplicable;
        let code = criterion.code.as_str();
        if !asked {
            tell(common, Tone::Warning, |lang| say::not_asked(lang, code));
            return None;
        }
        if !applies {
            let needed = criterion.needs.as_ref().map(Code::as_str).unwrap_or_default();
            tell(common, Tone::Warning, |lang| say::needs(lang, needed));
            return None;
        }
        Some(criterion)
    }

    /// A digit: of the points, or of the version where there are two.
    pub(super) fn digit(&mut self, common: &mut Common, digit: u8) {
        let Some(criterion) = self.markable(common) else { return };
        let versions = self.sheet(common).map(|sheet| sheet.versions(&criterion.code).to_vec()).unwrap_or_default();
        if !versions.is_empty() {
            self.choose_version(common, &criterion, &versions, usize::from(digit));
            return;
        }
        let number = match self.pick {
            Pick::Digits(typed) => typed.saturating_mul(10).saturating_add(u16::from(digit)),
            _ => u16::from(digit),
        };
        match pick::typed(&criterion, number) {
            Typed::Waits => {
                self.pick = Pick::Digits(number);
                let longer: Vec<String> = pick::longer(&criterion, number).iter().map(u16::to_string).collect();
                let takes = pick::worth(&criterion, number) != Typed::Nothing;
                tell(common, Tone::Plain, |lang| {
                    let rest = if takes { say::waits_or(lang, number) } else { ".".to_owned() };
                    say::waits(lang, number, &longer.join(", ")) + &rest
                });
            }
            settled => self.settle(common, &criterion, number, settled),
        }
    }

    /// What a number that is typed to its end comes to.
    fn settle(&mut self, common: &mut Common, criterion: &Criterion, number: u16, typed: Typed) {
        match typed {
            Typed::One(value) => self.choose(common, criterion, value),
            Typed::Several(among) => {
                // The same digit again goes to the next of them.
                let next = match &self.pick {
                    Pick::Highlighted(value, known) if *known == among => {
                        let at = among.iter().position(|other| other == value).map_or(0, |at| at + 1);
                        among[at % among.len()]
                    }
                    _ => among[0],
                };
                tell(common, Tone::Plain, |lang| say::several_fit(lang, among.len(), number));
                self.pick = Pick::Highlighted(next, among);
            }
            Typed::Waits | Typed::Nothing => {
                self.pick = Pick::Nothing;
                let known: Vec<String> = pick::worths(criterion).iter().map(u16::to_string).collect();
                let known = known.join(" ");
                let zero = criterion.has_zero();
                tell(common, Tone::Warning, |lang| {
                    let known = if zero { known.clone() } else { say::or_none_met(lang, &known) };
                    say::no_such_worth(lang, criterion.code.as_str(), number, &known)
                });
            }
        }
    }

    /// Enter: the number typed so far, or the level highlighted.
    pub(super) fn choose_highlighted(&mut self, common: &mut Common) {
        let Some(criterion) = self.markable(common) else { return };
        match self.pick.clone() {
            Pick::Digits(number) => {
                let worth = pick::worth(&criterion, number);
                self.settle(common, &criterion, number, worth);
            }
            Pick::Highlighted(value, _) => self.choose(common, &criterion, value),
            Pick::Nothing => {
                let versions = self.sheet(common).map_or(0, |sheet| sheet.versions(&criterion.code).len());
                tell(common, Tone::Plain, |lang| match versions {
                    0 => say::nothing_chosen(lang).to_owned(),
                    n => say::no_version_chosen(lang, n),
                });
            }
        }
    }

    /// ↑↓: between levels; between criteria where nothing can be marked.
    pub(super) fn step(&mut self, common: &Common, by: isize) {
        let Some(sheet) = self.sheet(common) else { return };
        let at = self.at(&sheet);
        let criteria = sheet.criteria();
        let Some(criterion) = criteria.get(at) else { return };
        let markable =
            sheet.is_open() && sheet.is_asked(&criterion.code) && sheet.scored(criterion) != Scored::NotApplicable;
        if !markable {
            self.pick = Pick::Nothing;
            self.at = Some(at.saturating_add_signed(by).min(criteria.len().saturating_sub(1)));
            return;
        }
        let among = match &self.pick {
            Pick::Highlighted(_, among) => among.clone(),
            _ => choices(criterion),
        };
        let from = self.highlighted(&sheet, criterion);
        let next = match from.and_then(|value| among.iter().position(|other| *other == value)) {
            Some(place) => place.saturating_add_signed(by).min(among.len() - 1),
            None if by < 0 => among.len() - 1,
            None => 0,
        };
        self.pick = Pick::Highlighted(among[next], among);
    }

    /// Marks a criterion and goes on to the next.
    fn choose(&mut self, common: &mut Common, criterion: &Criterion, value: Value) {
        let Some(sheet) = self.sheet(common) else { return };
        let product = sheet.product().clone();
        let kept = sheet.versions(&criterion.code).first().cloned();
        let cell = Cell { value, ..kept.unwrap_or_else(|| sheet.marks().cell(&criterion.code)) };
        if self.write(common, &product, &criterion.code, cell, Did::Marked(value)) == Done::Yes {
            self.go_on(common);
        }
    }

    /// One of the versions that stand side by side, by its number: a new mark over all of them.
    fn choose_version(&mut self, common: &mut Common, criterion: &Criterion, versions: &[Cell], number: usize) {
        let Some(cell) = number.checked_sub(1).and_then(|at| versions.get(at)) else {
            tell(common, Tone::Warning, |lang| say::no_such_version(lang, versions.len()));
            return;
        };
        let Some(product) = self.product(common) else { return };
        let did = Did::Marked(cell.value);
        if self.write(common, &product, &criterion.code, cell.clone(), did) == Done::Yes {
            self.go_on(common);
        }
    }

    /// Changes something of a cell other than its value.
    pub(super) fn change(
        &mut self,
        common: &mut Common,
        product: &ProductId,
        code: &Code,
        did: Did,
        change: impl FnOnce(&mut Cell),
    ) {
        let Some(sheet) = sheet_of(common, product) else { return };
        let mut cell = sheet.versions(code).first().cloned().unwrap_or_else(|| sheet.marks().cell(code));
        change(&mut cell);
        self.write(common, product, code, cell, did);
    }

    /// Writes a cell, unless it stands so already, and remembers how it was.
    fn write(&mut self, common: &mut Common, product: &ProductId, code: &Code, cell: Cell, did: Did) -> Done {
        let Some(sheet) = sheet_of(common, product) else { return Done::No };
        let before = sheet.marks().cell(code);
        let is_torn = sheet.torn().contains(&code);
        self.pick = Pick::Nothing;
        if before == cell && !is_torn {
            self.last = Some(Last { product: product.clone(), criterion: code.clone(), did, stands: Stands::Yes });
            return Done::Yes;
        }
        let act = sheet.session().mark(product, code, cell.clone());
        let done = common.record(act);
        if done == Done::Yes {
            // A choice between two versions has no single value to go back to.
            if !is_torn {
                let step = Step { product: product.clone(), criterion: code.clone(), before, after: cell, did };
                self.undo.push(step);
            }
            self.last = Some(Last { product: product.clone(), criterion: code.clone(), did, stands: Stands::Yes });
        }
        done
    }

    /// On to the next criterion that can be marked; at the end says what is left.
    fn go_on(&mut self, common: &mut Common) {
        let Some(sheet) = self.sheet(common) else { return };
        let at = self.at(&sheet);
        let criteria = sheet.criteria();
        let next =
            criteria.iter().enumerate().skip(at + 1).find(|(_, criterion)| {
                sheet.is_asked(&criterion.code) && sheet.scored(criterion) != Scored::NotApplicable
            });
        if let Some((next, _)) = next {
            self.at = Some(next);
            return;
        }
        let left = criteria.iter().filter(|criterion| sheet.scored(criterion) == Scored::Unscored).count();
        self.at = Some(at);
        tell(common, Tone::Good, |lang| match left {
            0 => say::all_scored(lang).to_owned(),
            n => say::still_unscored(lang, n),
        });
    }

    /// Del: not scored again.
    pub(super) fn clear(&mut self, common: &mut Common) {
        let Some(criterion) = self.markable(common) else { return };
        let Some(sheet) = self.sheet(common) else { return };
        let (product, cell) = (sheet.product().clone(), sheet.marks().cell(&criterion.code));
        if cell.value == Value::Unscored {
            tell(common, Tone::Plain, |lang| say::nothing_to_clear(lang, criterion.code.as_str()));
            return;
        }
        let cell = Cell { value: Value::Unscored, ..cell };
        self.write(common, &product, &criterion.code, cell, Did::Marked(Value::Unscored));
    }

    /// F7: unsure, or sure again.
    pub(super) fn doubt(&mut self, common: &mut Common) {
        let Some(criterion) = self.markable(common) else { return };
        if let Some(product) = self.product(common) {
            self.change(common, &product, &criterion.code, Did::Doubted, |cell| cell.unsure = !cell.unsure);
        }
    }

    /// F5.
    pub(super) fn ask_note(&mut self, common: &mut Common) {
        let Some((product, criterion, cell)) = self.focused(common) else { return };
        let title = both(|lang| say::note_title(lang, criterion.code.as_str(), lang.of(&criterion.name)));
        let body = both(|lang| say::note_body(lang).to_owned());
        let dialog = Dialog::text(title, body, Field::note(&cell.note), Blank::Allowed);
        common.ask(super::super::Asked::Scoring(Asked::Note(product, criterion.code)), dialog);
    }

    /// F6.
    pub(super) fn ask_evidence(&mut self, common: &mut Common) {
        let Some((product, criterion, cell)) = self.focused(common) else { return };
        let title = both(|lang| say::evidence_title(lang, criterion.code.as_str(), lang.of(&criterion.name)));
        let body = both(|lang| say::evidence_body(lang).to_owned());
        let dialog = Dialog::text(title, body, Field::line(&cell.evidence), Blank::Allowed);
        common.ask(super::super::Asked::Scoring(Asked::Evidence(product, criterion.code)), dialog);
    }

    fn focused(&self, common: &mut Common) -> Option<(ProductId, Criterion, Cell)> {
        let criterion = self.markable(common)?;
        let sheet = self.sheet(common)?;
        let kept = sheet.versions(&criterion.code).first().cloned();
        let cell = kept.unwrap_or_else(|| sheet.marks().cell(&criterion.code));
        Some((sheet.product().clone(), criterion, cell))
    }

    /// Ctrl-Z: the cell as it was before one's own last act on this sheet, by a new act.
    pub(super) fn take_back_last(&mut self, common: &mut Common) {
        let Some(sheet) = self.sheet(common) else { return };
        let Some(step) = self.undo.last(sheet.product()).cloned() else { return };
        self.move_to_code(&sheet, &step.criterion);
        self.undo.forget_last(&step.product);
        if sheet.marks().cell(&step.criterion) != step.after {
            tell(common, Tone::Warning, |lang| say::changed_since(lang, step.criterion.as_str()));
            return;
        }
        let act = sheet.session().mark(&step.product, &step.criterion, step.before.clone());
        if common.record(act) == Done::Yes {
            self.last = Some(Last {
                product: step.product,
                criterion: step.criterion,
                did: step.did,
                stands: Stands::TakenBack,
            });
        } else {
            self.undo.push(step);
        }
    }
}

fn sheet_of<'c>(common: &'c Common, product: &ProductId) -> Option<Sheet<'c>> {
    let sitting = common.sitting.as_ref()?;
    Sheet::of(sitting.session(), sitting.seat()?, product)
}
