//! Page 1: the particulars, a field a row, and what the row is for.

use ratatui::layout::Rect;

use super::{Status, field_row, lacks, right_of_label, value_row};
use crate::app::screen::New;
use crate::app::screen::new::Step;
use crate::app::screen::new::particulars::Row;
use crate::i18n::{Lang, new as say};
use crate::ui::{Page, Role, widget};

pub(super) fn draw(page: &mut Page<'_, '_>, lang: Lang, state: &New, area: Rect) -> Status {
    let form = &state.particulars;
    let mut at = 1;
    for row in Row::ALL {
        let here = row == form.row();
        let label = match row {
            Row::Title => say::title(lang),
            Row::Place => say::place(lang),
            Row::Date => say::date(lang),
            Row::Decision => say::decision(lang),
            Row::Purpose => say::purpose(lang),
            Row::Rubric => say::rubric(lang),
        };
        match (row, form.field(row)) {
            (_, Some(field)) => field_row(page, area, at, label, field, here),
            (Row::Purpose, None) => value_row(page, area, at, label, say::purpose_is(lang, form.purpose), here),
            (_, None) => {
                let value = right_of_label(page, area, at, label, here);
                let role = if here { Role::Focus } else { Role::Plain };
                page.put(value, at, &[(role, &say::rubric_choice(lang, &form.rubric.head))]);
            }
        }
        at += if matches!(row, Row::Decision) { 2 } else { 1 };
    }
    let hint = match form.row() {
        Row::Title => say::hint_title(lang),
        Row::Place => say::hint_place(lang),
        Row::Date => say::hint_date(lang),
        Row::Decision => say::hint_decision(lang),
        Row::Purpose => say::hint_purpose(lang),
        Row::Rubric => say::hint_rubric(lang),
    };
    let below = u16::try_from(at + 1).unwrap_or(area.height).min(area.height);
    let rest = Rect { x: area.x + 2, y: area.y + below, width: area.width - 4, height: area.height - below };
    widget::paragraph(page, rest, Role::Dim, hint);
    if state.has_passed(Step::Session) {
        return lacks(lang, state, Step::Session, String::new());
    }
    Vec::new()
}
