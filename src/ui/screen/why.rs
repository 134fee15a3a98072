//! Drawing of the page "why this star". Its state stands in `app::screen::why`.

use ratatui::layout::Rect;

use super::product_title;
use crate::app::App;
use crate::app::screen::Why;
use crate::app::screen::why::Line;
use crate::i18n::why as say;
use crate::ui::frame::Said;
use crate::ui::{Page, Role};

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Why, area: Rect) -> Said {
    let lang = app.common.lang;
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let rows = usize::from(inner.height);
    let top = state.scrolled(rows);
    for (row, line) in state.lines().iter().skip(top).take(rows).enumerate() {
        match line {
            Line::Gap => {}
            Line::Chapter(chapter) => page.put(inner, row, &[(Role::Heading, say::chapter(lang, *chapter))]),
            Line::Says(text) => page.put(inner, row, &[(Role::Dim, "· "), (Role::Plain, text)]),
            Line::GoesOn(text) => page.put(inner, row, &[(Role::Plain, "  "), (Role::Plain, text)]),
        }
    }
    let of = state.lines().len();
    let edge = Rect { x: area.x, width: area.width, ..area };
    if top > 0 {
        page.put_right(edge, 0, &[(Role::Key, "▲")]);
    }
    if top + rows < of {
        page.put_right(edge, rows.saturating_sub(1), &[(Role::Key, "▼")]);
    }
    let status = format!("{} · {}", say::title(lang), say::status(lang, (top + 1).min(of), (top + rows).min(of), of));
    Said { header: product_title(app, state.product()), status: vec![(Role::Dim, status)] }
}
