//! The sheet looked over before it is handed in: totals, star by points, what is unsure or below a minimum.

use ratatui::layout::Rect;

use super::put;
use crate::app::cursor::Cursor;
use crate::app::screen::Scoring;
use crate::app::screen::scoring::{Item, Sheet};
use crate::i18n::{Lang, scoring as say};
use crate::rubric::Code;
use crate::ui::{Page, Role};

/// Rows before the list.
const HEAD: u16 = 9;

pub(super) fn draw(page: &mut Page<'_, '_>, state: &Scoring, sheet: &Sheet<'_>, area: Rect, cursor: Cursor) {
    let lang = page.lang();
    let area = Rect { x: area.x + 2, width: area.width - 4, ..area };
    let products = sheet.session().products();
    let number = products.iter().position(|product| product.id == *sheet.product()).map_or(0, |at| at + 1);
    let name = sheet.session().product(sheet.product()).map(|product| product.name).unwrap_or_default();
    page.put(area, 0, &[(Role::Heading, say::review_title(lang))]);
    page.put(area, 1, &[(Role::Own, &say::review_product(lang, number, &name))]);
    let sum = sheet.sum();
    let parts: Vec<String> =
        sum.parts.iter().map(|(code, got, most)| say::review_part(lang, code, *got, *most)).collect();
    page.put(area, 3, &[(Role::Plain, &parts.join("   "))]);
    page.put(area, 4, &[(Role::Own, &say::complete(lang, sum.total, sum.star))]);
    page.put(area, 5, &[(Role::Dim, say::review_note(lang))]);
    let items = state.review(sheet);
    let at = cursor.at(items.len()).unwrap_or(0);
    let sign = if at == 0 { "▸ " } else { "  " };
    page.put(area, 7, &[(Role::Key, sign), (Role::Key, say::review_send(lang))]);
    if at == 0 {
        page.paint(area, 7, Role::Focus);
    }
    let Some((_, looks)) = items.split_first() else { return };
    let heading = if looks.is_empty() { say::review_nothing(lang) } else { say::review_look(lang) };
    page.put(area, usize::from(HEAD), &[(if looks.is_empty() { Role::Good } else { Role::Dim }, heading)]);
    let listed = Rect { y: area.y + HEAD + 1, height: area.height.saturating_sub(HEAD + 1), ..area };
    let mut below = Cursor::default();
    below.to(at.saturating_sub(1));
    let top = below.top(looks.len(), usize::from(listed.height));
    for (row, item) in looks.iter().skip(top).take(usize::from(listed.height)).enumerate() {
        let chosen = at == top + row + 1;
        let sign = if chosen { "▸ " } else { "  " };
        put(page, listed, row, &vec![(Role::Plain, sign.to_owned()), (Role::Warning, item_words(lang, sheet, item))]);
        if chosen {
            page.paint(listed, row, Role::Focus);
        }
    }
    if top + usize::from(listed.height) < looks.len() {
        page.put_right(listed, usize::from(listed.height) - 1, &[(Role::Dim, "▼")]);
    }
}

fn item_words(lang: Lang, sheet: &Sheet<'_>, item: &Item) -> String {
    let named = |code: &Code| {
        let name = sheet.set().criterion(code).map(|criterion| lang.of(&criterion.name)).unwrap_or_default();
        format!("{code} {name}")
    };
    match item {
        Item::HandIn => say::review_send(lang).to_owned(),
        Item::Unsure(code) => say::review_unsure(lang, &named(code)),
        Item::Lack(star, lack) => {
            say::review_lack(lang, &named(&lack.criterion), lack.points, lack.have.unwrap_or(0), *star)
        }
    }
}
