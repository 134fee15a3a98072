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
use crate::app::{App, Screen, desk};
use crate::council::{ProductId, Purpose};
use crate::i18n::words;
use crate::session::Phase;
use crate::text::{cut, width};

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

/// A product in the header, after the session's title: its number of how many, name, set and phase.
fn product_title(app: &App, product: &ProductId) -> Vec<(Role, String)> {
    let (lang, mut pieces) = (app.common.lang, session_title(app));
    // In a narrow window the session's title gives way first; that it is a rehearsal never does.
    let narrow = app.common.size.width < 100;
    if let Some((_, title)) = pieces.last_mut().filter(|_| narrow) {
        *title = cut(title, LEAST_NAME);
    }
    if narrow && pieces.len() > 1 {
        pieces = vec![(Role::Warning, words::rehearsal(lang).to_owned())];
    }
    let Some(session) = app.common.session() else { return pieces };
    let Some(found) = session.product(product) else { return pieces };
    let phase = session.phase(product);
    let round = match &phase {
        Phase::Revealed { round, .. } | Phase::Rescoring { round, .. } => {
            format!(", {}", words::round(lang, usize::from(*round)))
        }
        _ => String::new(),
    };
    let no = format!(" · {}/{} ", desk::number(session, product), session.products().len());
    let stands = format!(" · {}{round}", words::phase(lang, &phase));
    // The name gives way before the phase does; the right of the header takes what it needs.
    let taken: usize = pieces.iter().map(|(_, text)| width(text)).sum::<usize>() + width(&no) + width(&stands);
    let room = usize::from(app.common.size.width).saturating_sub(taken + RIGHT).max(LEAST_NAME);
    pieces.push((Role::Heading, no));
    pieces.push((Role::Heading, cut(&found.name, room)));
    pieces.push((Role::Plain, stands));
    pieces.push((Role::Plain, format!(" · {}", words::product_set(lang, found.set))));
    pieces
}

/// Columns that the right of the header wants, and the least that a product's name gets.
const RIGHT: usize = 25;
const LEAST_NAME: usize = 12;

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
