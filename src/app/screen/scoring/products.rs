//! The list of products over the sheet, and going from one product's sheet to another's.

use super::{Over, Scoring};
use crate::app::common::{Common, Tone};
use crate::app::cursor::Cursor;
use crate::app::key::Key;
use crate::app::keymap::Scoring as Do;
use crate::council::ProductId;
use crate::i18n::{both, scoring as say};

fn ids(common: &Common) -> Vec<ProductId> {
    let products = common.sitting.as_ref().map(|sitting| sitting.session().products()).unwrap_or_default();
    products.into_iter().map(|product| product.id).collect()
}

impl Scoring {
    /// Shows the list, the cursor on the product shown before.
    pub(super) fn list_products(&mut self, common: &Common) {
        let mut cursor = Cursor::default();
        let shown = self.product(common);
        if let Some(at) = ids(common).iter().position(|id| Some(id) == shown.as_ref()) {
            cursor.to(at);
        }
        self.over = Over::Products(cursor, None);
    }

    /// A command while the list shows.
    pub(super) fn in_products(&mut self, common: &mut Common, command: Do, key: Key) {
        let Over::Products(mut cursor, before) = self.over else { return };
        let ids = ids(common);
        let page = isize::try_from(common.size.body_rows().saturating_sub(2)).unwrap_or(1).max(1);
        let mut typed = None;
        match command {
            Do::Up => cursor.step(-1, ids.len()),
            Do::Down => cursor.step(1, ids.len()),
            Do::Previous => cursor.step(-page, ids.len()),
            Do::Next => cursor.step(page, ids.len()),
            Do::First => cursor.to(0),
            Do::Last => cursor.to(ids.len().saturating_sub(1)),
            Do::Digit => {
                typed = number(before, key, ids.len());
                if let Some(typed) = typed {
                    cursor.to(typed - 1);
                } else {
                    let tried = key.digit().map_or(0, usize::from);
                    common.tell(Tone::Warning, both(|lang| say::list_missing(lang, tried, ids.len())));
                }
            }
            Do::Choose => {
                if let Some(id) = cursor.at(ids.len()).and_then(|at| ids.get(at)) {
                    self.open_if_other(common, id);
                }
                return;
            }
            _ => {
                self.over = Over::Nothing;
                return;
            }
        }
        self.over = Over::Products(cursor, typed);
    }

    /// Opens a product; the one shown keeps its cursor.
    fn open_if_other(&mut self, common: &Common, id: &ProductId) {
        if self.product(common).as_ref() == Some(id) {
            self.over = Over::Nothing;
        } else {
            self.open(id.clone());
        }
    }

    /// The product before or after; the ends are said, never passed.
    pub(super) fn step_product(&mut self, common: &mut Common, by: isize) {
        let ids = ids(common);
        let Some(at) = self.product(common).and_then(|shown| ids.iter().position(|id| *id == shown)) else { return };
        if let Some(id) = at.checked_add_signed(by).and_then(|next| ids.get(next)) {
            self.open(id.clone());
            return;
        }
        let end = if by > 0 { say::last_product } else { say::first_product };
        common.tell(Tone::Plain, both(|lang| end(lang).to_owned()));
    }
}

/// The number typed so far with one digit more; the digit alone where that is too large; none where that is too.
fn number(before: Option<usize>, key: Key, products: usize) -> Option<usize> {
    let digit = usize::from(key.digit()?);
    let longer = before.map(|before| before * 10 + digit);
    longer.filter(|number| (1..=products).contains(number)).or(Some(digit)).filter(|n| (1..=products).contains(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_make_a_product_number_as_far_as_there_are_products() {
        let typed = |before, c| number(before, Key::char(c), 71);
        assert_eq!(typed(None, '1'), Some(1));
        assert_eq!(typed(Some(1), '2'), Some(12));
        assert_eq!(typed(Some(12), '3'), Some(3));
        assert_eq!(typed(None, '0'), None);
        assert_eq!(typed(Some(7), '0'), Some(70));
    }
}
