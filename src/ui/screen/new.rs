//! Drawing of New: the pages as tabs, and the page. Its state stands in `app::screen::new`.

mod council;
mod faults;
mod particulars;
mod product;
mod products;
mod review;
mod rules;

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::field::Field;
use crate::app::keymap::NewPlace;
use crate::app::screen::New;
use crate::app::screen::new::Step;
use crate::i18n::{Lang, new as say};
use crate::text::{capital, pad, width};
use crate::ui::dialog::draw_field;
use crate::ui::frame::Said;
use crate::ui::{Page, Role};

/// Columns of a field's name.
const LABEL: usize = 22;

/// What a page says on the status line.
type Status = Vec<(Role, String)>;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &New, area: Rect) -> Said {
    let lang = app.common.lang;
    tabs(page, lang, state, area);
    page.rule(area, 1);
    let inner = Rect { x: area.x + 1, y: area.y + 2, width: area.width - 2, height: area.height - 2 };
    let status = match state.place() {
        NewPlace::Session => particulars::draw(page, lang, state, inner),
        NewPlace::Council => council::draw(page, lang, state, inner),
        NewPlace::Seat => council::draw_form(page, lang, state, inner),
        NewPlace::Products => products::draw(page, lang, state, inner),
        NewPlace::Product => product::draw(page, lang, state, inner),
        NewPlace::Rules => rules::draw(page, lang, state, inner),
        NewPlace::Review => review::draw(page, lang, state, inner),
        NewPlace::Faults => faults::draw(page, lang, state, inner),
    };
    let mut header = vec![(Role::Heading, say::heading(lang).to_owned())];
    let title = state.particulars.title.value();
    if !title.is_empty() {
        header.push((Role::Plain, format!(" · {title}")));
    }
    Said { header, status }
}

/// The pages, the present one marked, each that was reached with whether it is whole.
fn tabs(page: &mut Page<'_, '_>, lang: Lang, state: &New, area: Rect) {
    let missing = state.missing();
    let mut pieces: Vec<(Role, String)> = vec![(Role::Plain, " ".to_owned())];
    for step in Step::ALL {
        let words = match step {
            Step::Session => say::tab_session(lang).to_owned(),
            Step::Council => say::tab_council(lang, state.council.seats.len()),
            Step::Products => say::tab_products(lang, state.products.lines.len()),
            Step::Rules => say::tab_rules(lang).to_owned(),
            Step::Review => say::tab_review(lang).to_owned(),
        };
        let here = step == state.step();
        let whole = missing.iter().all(|(at, _)| *at != step);
        let sign = match step {
            Step::Review => "",
            _ if !state.has_reached(step) => "",
            _ if whole => " ✓",
            _ if state.has_passed(step) => " !",
            _ => "",
        };
        let role = match (here, state.has_reached(step)) {
            (true, _) => Role::Focus,
            (false, true) if !whole && state.has_passed(step) => Role::Warning,
            (false, true) => Role::Plain,
            (false, false) => Role::Dim,
        };
        if step != Step::Session {
            pieces.push((Role::Rule, "│".to_owned()));
        }
        let mark = if here { "▸" } else { " " };
        pieces.push((role, format!("{mark}{words}{sign} ")));
    }
    let pieces: Vec<(Role, &str)> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
    page.put(area, 0, &pieces);
}

/// A row with a name and a field; the field that has the cursor gets the terminal's.
fn field_row(page: &mut Page<'_, '_>, area: Rect, row: usize, label: &str, field: &Field, here: bool) {
    let field_area = right_of_label(page, area, row, label, here);
    if here {
        draw_field(page, field_area, row, field, 1);
    } else {
        let shown = crate::text::cut(field.text(), usize::from(field_area.width));
        let rest = " ".repeat(usize::from(field_area.width).saturating_sub(width(&shown)));
        page.put(field_area, row, &[(Role::Plain, &shown), (Role::Field, &rest)]);
    }
}

/// A row with a name and a value that keys change.
fn value_row(page: &mut Page<'_, '_>, area: Rect, row: usize, label: &str, value: &str, here: bool) {
    let value_area = right_of_label(page, area, row, label, here);
    let shown = if here { format!("◂ {value} ▸") } else { value.to_owned() };
    let role = if here { Role::Focus } else { Role::Plain };
    page.put(value_area, row, &[(role, &shown)]);
}

fn right_of_label(page: &mut Page<'_, '_>, area: Rect, row: usize, label: &str, here: bool) -> Rect {
    let sign = if here { "▸ " } else { "  " };
    let role = if here { Role::Own } else { Role::Dim };
    page.put(area, row, &[(Role::Plain, sign), (role, &pad(label, LABEL))]);
    let taken = u16::try_from(LABEL + 2).unwrap_or(area.width);
    Rect { x: area.x + taken, width: area.width.saturating_sub(taken), ..area }
}

/// What the page lacks, or that it is whole.
fn lacks(lang: Lang, state: &New, step: Step, whole: String) -> Status {
    match state.missing().into_iter().find(|(at, _)| *at == step) {
        Some((_, missing)) => vec![(Role::Warning, capital(&missing.words(lang)))],
        None => vec![(Role::Good, whole)],
    }
}
