//! Drawing of Help. Its state stands in `app::screen::help`.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::screen::Help;
use crate::app::screen::help::{KEYS_WIDTH, Line, Page as HelpPage, content};
use crate::i18n::{help as say, keys};
use crate::text::pad;
use crate::ui::frame::Said;
use crate::ui::{Page, Role};

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Help, area: Rect) -> Said {
    let lang = app.common.lang;
    let lines = content(state, &app.common);
    let rows = usize::from(area.height);
    let top = state.top(lines.len(), rows);
    let inner = Rect { x: area.x + 2, width: area.width - 4, ..area };
    for (row, line) in lines.iter().skip(top).take(rows).enumerate() {
        match line {
            Line::Heading(text) => page.put(inner, row, &[(Role::Heading, text)]),
            Line::Key(keys, text) => {
                page.put(inner, row, &[(Role::Key, &pad(keys, KEYS_WIDTH)), (Role::Plain, text)]);
            }
            Line::Text(text) => page.put(inner, row, &[(Role::Plain, text)]),
            Line::Blank => {}
        }
    }
    let goes_on = top + rows < lines.len();
    let which = match state.page() {
        HelpPage::Keys => say::page_keys(lang),
        HelpPage::Guide => say::page_guide(lang),
    };
    Said {
        header: vec![(Role::Heading, keys::help(lang).to_owned()), (Role::Dim, format!(" · {which}"))],
        status: vec![(Role::Dim, if goes_on { say::more(lang) } else { say::end(lang) }.to_owned())],
    }
}
