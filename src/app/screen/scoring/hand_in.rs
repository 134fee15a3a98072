//! Looking a sheet over, handing it in, taking it back.

use super::{Asked, Lack, Over, Scoring, Sheet, Stand};
use crate::app::common::{Common, Done, Tone};
use crate::app::cursor::Cursor;
use crate::app::dialog::Dialog;
use crate::app::keymap::Scoring as Do;
use crate::council::ProductId;
use crate::i18n::{both, scoring as say};
use crate::rubric::{Code, Star};

/// A line of the review that Enter takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Hands the sheet in.
    HandIn,
    /// A criterion marked unsure.
    Unsure(Code),
    /// A criterion below the minimum of a star.
    Lack(Star, Lack),
}

/// What is on its way to the disk, to be told when it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Awaits {
    HandIn(ProductId),
    TakeBack(ProductId),
}

/// The lines of the review of a sheet, in order: handing in first, as nothing is left to score.
fn review(sheet: &Sheet<'_>) -> Vec<Item> {
    let lacks = sheet.lacks().map(|(star, lacks)| lacks.into_iter().map(move |lack| Item::Lack(star, lack)));
    let mut items = vec![Item::HandIn];
    items.extend(sheet.unsure().into_iter().map(Item::Unsure));
    items.extend(lacks.into_iter().flatten());
    items
}

impl Scoring {
    /// The lines of the review of the sheet shown.
    pub fn review(&self, sheet: &Sheet<'_>) -> Vec<Item> {
        review(sheet)
    }

    /// F8: looks the sheet over, or names what is still to do and goes there; asks before taking a sheet back.
    pub(super) fn hand_in(&mut self, common: &mut Common) {
        let Some(sheet) = self.sheet(common) else { return };
        if *sheet.stand() == Stand::HandedIn {
            let product = sheet.product().clone();
            let name = sheet.session().product(&product).map(|product| product.name).unwrap_or_default();
            let title = both(|lang| say::take_back_title(lang).to_owned());
            let body = both(|lang| say::take_back_body(lang, &name));
            common.ask(super::super::Asked::Scoring(Asked::TakeBack(product)), Dialog::confirm(title, body));
            return;
        }
        let torn: Vec<Code> = sheet.torn().into_iter().cloned().collect();
        let missing = sheet.marks().missing(sheet.set());
        let (codes, is_torn) = if torn.is_empty() { (missing, false) } else { (torn, true) };
        if let Some(first) = codes.first() {
            self.move_to_code(&sheet, first);
            let (n, listed) = (codes.len(), codes.iter().map(Code::as_str).collect::<Vec<_>>().join(" · "));
            let name = if is_torn { say::names_torn } else { say::names_unscored };
            common.tell(Tone::Warning, both(|lang| name(lang, n, &listed)));
            return;
        }
        self.over = Over::Review(Cursor::default());
    }

    /// A command while the review shows.
    pub(super) fn in_review(&mut self, common: &mut Common, command: Do, mut cursor: Cursor) {
        let Some(sheet) = self.sheet(common) else { return };
        let items = review(&sheet);
        match command {
            Do::Up => cursor.step(-1, items.len()),
            Do::Down => cursor.step(1, items.len()),
            Do::First => cursor.to(0),
            Do::Last => cursor.to(items.len() - 1),
            Do::Products => {
                self.list_products(common);
                return;
            }
            Do::Choose => {
                self.over = Over::Nothing;
                match cursor.at(items.len()).and_then(|at| items.get(at)) {
                    Some(Item::Unsure(code)) => self.move_to_code(&sheet, code),
                    Some(Item::Lack(_, lack)) => self.move_to_code(&sheet, &lack.criterion),
                    Some(Item::HandIn) => {
                        let product = sheet.product().clone();
                        let act = sheet.session().submit(sheet.seat(), &product);
                        if common.record(act) == Done::Yes {
                            self.awaits = Some(Awaits::HandIn(product));
                        }
                    }
                    None => {}
                }
                return;
            }
            _ => {
                self.over = Over::Nothing;
                return;
            }
        }
        self.over = Over::Review(cursor);
    }

    /// Takes the sheet back.
    pub(super) fn take_back(&mut self, common: &mut Common, product: ProductId) {
        let Some(act) = common.sitting.as_ref().map(|sitting| sitting.session().take_back(&product)) else { return };
        if common.record(act) == Done::Yes {
            self.awaits = Some(Awaits::TakeBack(product));
        }
    }

    /// Says that a sheet is handed in, or taken back, once it is on disk.
    pub(super) fn hear_of_hand_in(&mut self, common: &mut Common) {
        let Some(sitting) = &common.sitting else { return };
        let (session, Some(seat)) = (sitting.session(), sitting.seat()) else { return };
        let stand = |product: &ProductId| Stand::of(session, seat, product);
        let words = match &self.awaits {
            Some(Awaits::HandIn(product)) if stand(product) == Stand::HandedIn => {
                let number = session.products().iter().position(|other| other.id == *product).map_or(0, |at| at + 1);
                let total = Sheet::of(session, seat, product).map_or(0, |sheet| sheet.sum().total);
                both(|lang| say::handed_in_now(lang, number, total))
            }
            Some(Awaits::TakeBack(product)) if stand(product).is_open() => {
                both(|lang| say::taken_back(lang).to_owned())
            }
            _ => return,
        };
        self.awaits = None;
        common.tell(Tone::Good, words);
    }
}
