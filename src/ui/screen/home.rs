//! Drawing of Home. Its state stands in `app::screen::home`.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::message::{Origin, ShelfState, Shelved};
use crate::app::screen::Home;
use crate::i18n::{Lang, frame, home as say, number};
use crate::text::{pad, width};
use crate::ui::frame::Said;
use crate::ui::{Page, Role, widget};

/// Rows below the list: a rule, the title, the path.
const DETAILS: u16 = 5;
/// Columns of the date.
const DATE: usize = 11;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Home, area: Rect) -> Said {
    let lang = app.common.lang;
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 1 - DETAILS };
    match state.sessions() {
        None => page.put(inner, 0, &[(Role::Dim, say::looking(lang))]),
        Some([]) => {
            widget::paragraph(page, inner, Role::Plain, say::nothing(lang));
        }
        Some(sessions) => {
            page.put(
                inner,
                0,
                &[
                    (Role::Dim, "  "),
                    (Role::Dim, &pad(say::date(lang), DATE)),
                    (Role::Dim, &pad(say::session(lang), title_width(inner))),
                    (Role::Dim, say::state(lang)),
                ],
            );
            let listed = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
            let chosen = state.cursor().at(sessions.len());
            widget::list(page, listed, state.cursor(), sessions.len(), |page, line, row| {
                let sign = if chosen == Some(line) { "▸ " } else { "  " };
                draw_session(page, listed, row, lang, sign, &sessions[line]);
            });
        }
    }
    if let Some(session) = state.chosen() {
        draw_details(page, area, lang, session);
    }
    Said { header: vec![(Role::Heading, frame::program(lang).to_owned())], status: status(lang, state) }
}

fn status(lang: Lang, state: &Home) -> Vec<(Role, String)> {
    match state.chosen().map(|session| session.origin) {
        Some(Origin::Sample) => vec![(Role::Dim, say::sample_copied(lang).to_owned())],
        _ => Vec::new(),
    }
}

/// Below the list: the whole title and the whole path of the session chosen.
fn draw_details(page: &mut Page<'_, '_>, area: Rect, lang: Lang, session: &Shelved) {
    let below = Rect { x: area.x + 1, y: area.bottom() - DETAILS, width: area.width - 2, height: DETAILS };
    page.rule(Rect { x: area.x, width: area.width, ..below }, 0);
    let words = Rect { y: below.y + 1, height: below.height - 1, ..below };
    let used = widget::paragraph(page, words, Role::Heading, &session.title).min(2);
    let path = session.path.display().to_string();
    let room = usize::from(words.width) * (usize::from(words.height) - used);
    let folder = format!("{} {}", say::folder(lang), cut_front(&path, room.saturating_sub(16)));
    let rest = Rect { y: words.y + u16::try_from(used).unwrap_or(1), height: words.height.saturating_sub(2), ..words };
    widget::paragraph(page, rest, Role::Dim, &folder);
}

fn title_width(area: Rect) -> usize {
    usize::from(area.width).saturating_sub(DATE + 4 + 28)
}

fn draw_session(page: &mut Page<'_, '_>, area: Rect, row: usize, lang: Lang, sign: &str, session: &Shelved) {
    let (role, state) = match &session.state {
        ShelfState::Open { settled, of } => (Role::Plain, say::at_work(lang, *settled, *of)),
        ShelfState::Sealed => (Role::Good, say::sealed(lang).to_owned()),
        ShelfState::Failing(wrong) => (Role::Danger, say::failing(lang, *wrong)),
        ShelfState::Damaged(_) => (Role::Danger, say::damaged(lang).to_owned()),
    };
    let state = match session.origin {
        Origin::Sample => format!("{} · {state}", say::sample(lang)),
        Origin::Own => state,
    };
    page.put(
        area,
        row,
        &[
            (Role::Plain, sign),
            (Role::Dim, &pad(&number::date(&session.date), DATE)),
            (Role::Plain, &pad(&session.title, title_width(area) - 1)),
            (Role::Plain, " "),
            (role, &state),
        ],
    );
}

/// At most `cells` cells of the end of a text; a cut text begins with `…`.
fn cut_front(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut rest = text.chars();
    while width(rest.as_str()) + 1 > cells {
        if rest.next().is_none() {
            break;
        }
    }
    format!("…{}", rest.as_str())
}
