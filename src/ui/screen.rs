//! Drawing of the screens, one file each, same names as in `app::screen`.

mod board;
mod help;
mod history;
mod home;
mod reconcile;
mod scoring;
mod seats;
mod settings;
mod verdict;

use ratatui::layout::Rect;

use super::frame::Said;
use super::{Page, Role};
use crate::app::{App, Screen};
use crate::council::Purpose;
use crate::i18n::words;

/// The session's title for the header, a rehearsal marked as one.
fn session_title(app: &App) -> Vec<(Role, String)> {
    let Some(sitting) = &app.common.sitting else { return Vec::new() };
    let charter = sitting.session().charter();
    let mut pieces = vec![(Role::Plain, charter.title.clone())];
    if charter.purpose == Purpose::Rehearsal {
        pieces.insert(0, (Role::Warning, format!("{} ", words::rehearsal(app.common.lang))));
    }
    pieces
}

/// Draws the screen in its area; gives what it says in the frame.
pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, area: Rect) -> Said {
    match &app.screen {
        Screen::Home(state) => home::draw(page, app, state, area),
        Screen::Seats(state) => seats::draw(page, app, state, area),
        Screen::Scoring(state) => scoring::draw(page, app, state, area),
        Screen::Board(state) => board::draw(page, app, state, area),
        Screen::Reconcile(state) => reconcile::draw(page, app, state, area),
        Screen::Verdict(state) => verdict::draw(page, app, state, area),
        Screen::History(state) => history::draw(page, app, state, area),
        Screen::Help(state) => help::draw(page, app, state, area),
        Screen::Settings(state) => settings::draw(page, app, state, area),
    }
}
