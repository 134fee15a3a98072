//! Drawing of Told. Its state stands in `app::screen::told`.

use ratatui::layout::Rect;

use super::session_title;
use crate::app::App;
use crate::app::screen::Told;
use crate::i18n::carry::Weight;
use crate::i18n::carry_screen as say;
use crate::ui::frame::Said;
use crate::ui::{Page, Role};

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Told, area: Rect) -> Said {
    let lang = app.common.lang;
    let inner = Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 1 };
    let rows = state.wrapped(lang, usize::from(inner.width));
    let window = usize::from(inner.height);
    let top = state.top(rows.len(), window);
    for (row, (weight, line)) in rows.iter().skip(top).take(window).enumerate() {
        let role = match weight {
            Weight::Heading => Role::Heading,
            Weight::Plain => Role::Plain,
            Weight::Good => Role::Good,
            Weight::Warning | Weight::Alarm => Role::Warning,
            Weight::Quiet => Role::Dim,
        };
        page.put(inner, row, &[(role, line)]);
    }
    if top > 0 {
        page.put_right(inner, 0, &[(Role::Dim, "▲")]);
    }
    if top + window < rows.len() {
        page.put_right(inner, window - 1, &[(Role::Dim, "▼")]);
    }
    let mut header = session_title(app);
    let gap = if header.is_empty() { "" } else { " · " };
    header.push((Role::Heading, format!("{gap}{}", say::told_title(lang))));
    Said { header, status: Vec::new() }
}
