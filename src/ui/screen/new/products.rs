//! Page 3: the products as a list; one without a set says so, and what its name proposes.

use ratatui::layout::Rect;

use super::{Status, lacks};
use crate::app::screen::New;
use crate::app::screen::new::Step;
use crate::council::Listed;
use crate::i18n::{Lang, new as say};
use crate::rubric::choose;
use crate::text::{cut, pad, pad_left, width};
use crate::ui::{Page, Role, widget};

/// Columns of the number.
const NUMBER: usize = 3;

pub(super) fn draw(page: &mut Page<'_, '_>, lang: Lang, state: &New, area: Rect) -> Status {
    let lines = &state.products.lines;
    if lines.is_empty() {
        let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
        widget::paragraph(page, below, Role::Plain, say::no_products(lang));
        return lacks(lang, state, Step::Products, String::new());
    }
    let room = usize::from(area.width) - 2 - NUMBER - 1 - 2;
    let (name, producer) = (room * 2 / 5, room * 3 / 10);
    let heading = [say::column_name(lang), say::producer(lang), say::column_set(lang)];
    let heading =
        format!("{} {} {} {}", " ".repeat(NUMBER), pad(heading[0], name), pad(heading[1], producer), heading[2]);
    page.put(area, 0, &[(Role::Dim, "  "), (Role::Dim, &heading)]);
    let listed = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let chosen = state.products.chosen();
    widget::list(page, listed, state.products.cursor, lines.len(), |page, at, row| {
        let line = &lines[at];
        let sign = if chosen == Some(at) { "▸ " } else { "  " };
        let head = format!(
            "{} {} {} ",
            pad_left(&(at + 1).to_string(), NUMBER),
            pad(&line.name, name),
            pad(&line.producer, producer)
        );
        let (role, set) = set_words(lang, state, line);
        let set = cut(&set, usize::from(area.width).saturating_sub(width(&head) + 3));
        page.put(listed, row, &[(Role::Plain, sign), (Role::Plain, &head), (role, &set)]);
    });
    lacks(lang, state, Step::Products, say::products_all(lang, lines.len()))
}

/// The set chosen, or that there is none, with what the name proposes marked as only that.
fn set_words(lang: Lang, state: &New, line: &Listed) -> (Role, String) {
    match line.set {
        Some(no) => (Role::Plain, format!("{no:>2} {}", state.set_name(lang, no))),
        None => match choose::proposal(&state.particulars.rubric.sets, &line.name) {
            Some(set) => (Role::Warning, say::maybe(lang, set.no)),
            None => (Role::Warning, format!("? {}", say::no_set_yet(lang))),
        },
    }
}
