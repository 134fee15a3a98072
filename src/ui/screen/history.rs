//! Drawing of History. Its state stands in `app::screen::history`.

use ratatui::layout::Rect;

use super::session_title;
use crate::app::App;
use crate::app::screen::History;
use crate::i18n::{history as say, keys};
use crate::text::pad;
use crate::ui::frame::Said;
use crate::ui::{Page, Role, widget};

/// Columns of time and of who.
const TIME: usize = 12;
const WHO: usize = 18;
/// Rows below the list: a rule, the whole sentence.
const DETAILS: u16 = 4;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &History, area: Rect) -> Said {
    let lang = app.common.lang;
    let inner = Rect { x: area.x + 1, width: area.width - 2, height: area.height - DETAILS, ..area };
    if state.rows().is_empty() {
        widget::paragraph(page, inner, Role::Plain, say::nothing(lang));
    } else {
        let heading = pad(say::when(lang), TIME) + &pad(say::whose(lang), WHO) + " " + say::what(lang);
        page.put(inner, 0, &[(Role::Dim, &heading)]);
        let listed = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
        widget::list(page, listed, state.cursor(), state.rows().len(), |page, line, row| {
            let line = &state.rows()[line];
            let role = if line.standing.is_some() { Role::Blocked } else { Role::Plain };
            let sign = if line.standing.is_some() { "✗ " } else { "" };
            let (time, who) = (pad(&line.time, TIME), pad(&line.who, WHO));
            let pieces = [(Role::Dim, time.as_str()), (Role::Plain, &who), (Role::Plain, " "), (role, sign)];
            page.put(listed, row, &pieces);
            let used = u16::try_from(TIME + WHO + 1 + crate::text::width(sign)).unwrap_or_default();
            let rest = Rect { x: listed.x + used, width: listed.width.saturating_sub(used + 1), ..listed };
            page.put(rest, row, &[(role, &crate::text::cut(&line.what, usize::from(rest.width)))]);
        });
    }
    if let Some(line) = state.chosen() {
        let below = Rect { x: area.x + 1, y: area.bottom() - DETAILS, width: area.width - 2, height: DETAILS };
        page.rule(Rect { x: area.x, width: area.width, ..below }, 0);
        let words = Rect { y: below.y + 1, height: DETAILS - 1, ..below };
        let whole = match &line.standing {
            Some(standing) => format!("{} – {standing}", line.what),
            None => line.what.clone(),
        };
        widget::paragraph(page, words, Role::Plain, &whole);
    }
    let mut header = session_title(app);
    header.push((Role::Heading, format!(" · {}", keys::history(lang))));
    if !state.search().is_empty() {
        header.push((Role::Warning, format!(" · {}", say::filtered(lang, state.search()))));
    }
    Said { header, status: vec![(Role::Dim, say::shown(lang, state.rows().len(), state.of_all()))] }
}
