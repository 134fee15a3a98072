//! Drawing of Home. Its state stands in `app::screen::home`.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::message::{ShelfState, Shelved};
use crate::app::screen::Home;
use crate::i18n::{Lang, frame, home as say, number};
use crate::text::{cut, pad, width};
use crate::ui::frame::Said;
use crate::ui::{Page, Role, widget};

/// Columns of the date.
const DATE: usize = 11;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Home, area: Rect) -> Said {
    let lang = app.common.lang;
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 };
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
                    (Role::Dim, &pad(say::session(lang), title_width(area))),
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
    let status = state.chosen().map(|session| path_line(lang, session, usize::from(area.width) - 2));
    Said { header: vec![(Role::Heading, frame::program(lang).to_owned())], status: status.into_iter().collect() }
}

fn title_width(area: Rect) -> usize {
    usize::from(area.width).saturating_sub(DATE + 4 + 28)
}

fn draw_session(page: &mut Page<'_, '_>, area: Rect, row: usize, lang: Lang, sign: &str, session: &Shelved) {
    let (role, state) = match &session.state {
        ShelfState::Open { settled, of } => (Role::Plain, say::at_work(lang, *settled, *of)),
        ShelfState::Sealed => (Role::Good, say::sealed(lang).to_owned()),
        ShelfState::Failing(wrong) => (Role::Danger, say::failing(lang, *wrong)),
        ShelfState::Sample => (Role::Dim, say::sample(lang).to_owned()),
        ShelfState::Damaged(_) => (Role::Danger, say::damaged(lang).to_owned()),
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

/// The whole path, its beginning cut where it does not fit: its end tells sessions apart.
fn path_line(lang: Lang, session: &Shelved, cells: usize) -> (Role, String) {
    if let ShelfState::Damaged(why) = &session.state {
        return (Role::Warning, cut(lang.of(why), cells));
    }
    let label = match session.state {
        ShelfState::Sample => say::sample_copied(lang).to_owned(),
        _ => String::new(),
    };
    let path = session.path.display().to_string();
    let room = cells.saturating_sub(width(&label));
    (Role::Dim, label + &cut_front(&path, room))
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
