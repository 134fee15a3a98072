//! Drawing of the screens, one file each, same names as in `app::screen`.

mod agenda;
mod board;
mod carry;
mod dispute;
mod help;
mod history;
mod home;
mod kept;
mod new;
mod readings;
mod reconcile;
mod scoring;
mod seats;
mod settings;
mod told;
mod verdict;
mod why;

use ratatui::layout::Rect;

use super::frame::{Said, right_of_header};
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
    // The phase and who sits here always show. The session's title gives way first, then the name, to its least.
    let room = usize::from(app.common.size.width).saturating_sub(right_of_header(app) + 2);
    let needs = width(&no) + width(&stands);
    let wide = |pieces: &[(Role, String)]| pieces.iter().map(|(_, text)| width(text)).sum::<usize>();
    let least = width(&found.name).min(LEAST_NAME);
    if wide(&pieces) + needs + least > room {
        pieces.retain(|(role, _)| *role == Role::Warning);
    }
    let no = if pieces.is_empty() { no.trim_start_matches([' ', '·']).to_owned() } else { no };
    let left = room.saturating_sub(wide(&pieces) + width(&no) + width(&stands));
    let name = cut(&found.name, left.max(LEAST_NAME.min(6)));
    let set = format!(" · {}", words::product_set(lang, found.set));
    let fits = left.saturating_sub(width(&name)) >= width(&set);
    pieces.push((Role::Heading, no));
    pieces.push((Role::Heading, name));
    pieces.push((Role::Plain, stands));
    if fits {
        pieces.push((Role::Plain, set));
    }
    pieces
}

/// The least columns that a product's name gets before other things give way.
const LEAST_NAME: usize = 12;

/// Draws the screen in its area; gives what it says in the frame.
pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, area: Rect) -> Said {
    match &app.screen {
        Screen::Home(state) => home::draw(page, app, state, area),
        Screen::New(state) => new::draw(page, app, state, area),
        Screen::Seats(state) => seats::draw(page, app, state, area),
        Screen::Scoring(state) => scoring::draw(page, app, state, area),
        Screen::Board(state) => board::draw(page, app, state, area),
        Screen::Agenda(state) => agenda::draw(page, app, state, area),
        Screen::Readings(state) => readings::draw(page, app, state, area),
        Screen::Reconcile(state) => reconcile::draw(page, app, state, area),
        Screen::Dispute(state) => dispute::draw(page, app, state, area),
        Screen::Verdict(state) => verdict::draw(page, app, state, area),
        Screen::Why(state) => why::draw(page, app, state, area),
        Screen::History(state) => history::draw(page, app, state, area),
        Screen::Help(state) => help::draw(page, app, state, area),
        Screen::Settings(state) => settings::draw(page, app, state, area),
        Screen::Carry(state) => carry::draw(page, app, state, area),
        Screen::Kept(state) => kept::draw(page, app, state, area),
        Screen::Told(state) => told::draw(page, app, state, area),
    }
}
