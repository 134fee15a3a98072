//! Drawing of Kept. Its state stands in `app::screen::kept`.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::message::KeptCopy;
use crate::app::screen::Kept;
use crate::i18n::{Lang, carry as words, carry_screen as say, number};
use crate::text::{cut, pad, width};
use crate::ui::frame::Said;
use crate::ui::{Page, Role, widget};

/// Columns of the time and of the entries: what tells copies apart stands before their titles.
const AT: usize = 18;
const HELD: usize = 14;
/// Rows below the list: a rule, the path.
const DETAILS: u16 = 3;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Kept, area: Rect) -> Said {
    let lang = app.common.lang;
    let inner = Rect { x: area.x + 1, width: area.width - 2, height: area.height - DETAILS, ..area };
    match state.copies() {
        None => page.put(inner, 0, &[(Role::Dim, say::kept_looking(lang))]),
        Some([]) => page.put(inner, 1, &[(Role::Plain, say::kept_none(lang))]),
        Some(copies) => {
            let heading =
                format!("  {}{}{}", pad(say::kept_at(lang), AT), pad(say::held(lang), HELD), say::session(lang));
            page.put(inner, 0, &[(Role::Dim, &heading)]);
            let listed = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
            let chosen = state.cursor().at(copies.len());
            widget::list(page, listed, state.cursor(), copies.len(), |page, line, row| {
                let sign = if chosen == Some(line) { "▸ " } else { "  " };
                draw_copy(page, listed, row, lang, sign, &copies[line]);
            });
        }
    }
    let below = Rect { x: area.x + 1, y: inner.bottom(), width: area.width - 2, height: DETAILS };
    page.rule(Rect { x: area.x, width: area.width, ..below }, 0);
    if let Some(copy) = state.chosen() {
        let path = Rect { y: below.y + 1, height: DETAILS - 1, ..below };
        widget::paragraph(page, path, Role::Dim, &copy.kept.path.display().to_string());
    }
    let header = vec![(Role::Heading, say::kept_title(lang).to_owned())];
    Said { header, status: vec![(Role::Dim, say::kept_body(lang).to_owned())] }
}

fn draw_copy(page: &mut Page<'_, '_>, area: Rect, row: usize, lang: Lang, sign: &str, copy: &KeptCopy) {
    let kept = &copy.kept;
    let at = format!("{} {}", number::date(&kept.at), number::clock(&kept.at));
    let sealed = if kept.sealed { format!("{} · ", words::kept_sealed(lang)) } else { String::new() };
    let used = width(sign) + AT + HELD + width(&sealed);
    let title = cut(&kept.title, usize::from(area.width).saturating_sub(used));
    page.put(
        area,
        row,
        &[
            (Role::Plain, sign),
            (Role::Plain, &pad(&at, AT)),
            (Role::Plain, &pad(&say::entries(lang, kept.entries), HELD)),
            (Role::Good, &sealed),
            (Role::Plain, &title),
        ],
    );
}
