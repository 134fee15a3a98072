//! Drawing of Scoring. Its state stands in `app::screen::scoring`.
//!
//! ```text
//! header    12/71 · name of the product · its set · its phase
//! banner    why the sheet cannot be changed, or what is asked of it
//! sheet     all criteria as rows │ pane: the focused criterion, what is missing   (or the card: the pane alone)
//! status    how far · total · the last mark in words
//! ```

mod banner;
mod levels;
mod pane;
mod products;
mod review;
mod sheet;

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::screen::Scoring;
use crate::app::screen::scoring::{Did, Last, Over, Sheet, Stands, View, pick};
use crate::council::Value;
use crate::i18n::{Lang, keys, number, scoring as say, words};
use crate::text::{cut, width};
use crate::ui::frame::{Said, right_of_header};
use crate::ui::{Page, Role, widget};

/// A line before it is drawn.
type Pieces = Vec<(Role, String)>;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Scoring, area: Rect) -> Said {
    let lang = app.common.lang;
    let Some(shown) = state.sheet(&app.common) else {
        let seat = app.common.sitting.as_ref().and_then(|sitting| sitting.seat());
        let nothing = if seat.is_some() { say::no_products(lang) } else { say::no_seat(lang) };
        widget::paragraph(page, area, Role::Dim, nothing);
        return Said { header: vec![(Role::Heading, keys::scoring(lang).to_owned())], status: Vec::new() };
    };
    let status = match state.over() {
        Over::Products(cursor, typed) => {
            products::draw(page, &shown, area, cursor);
            let said = typed.map_or_else(|| say::list_status(lang).to_owned(), |typed| say::list_typed(lang, typed));
            vec![(Role::Plain, said)]
        }
        Over::Review(cursor) => {
            review::draw(page, state, &shown, area, cursor);
            vec![(Role::Plain, say::review_status(lang).to_owned())]
        }
        Over::Nothing => {
            let body = banner::draw(page, &shown, area);
            match state.view() {
                View::Sheet => {
                    let left = sheet::width_of(body.width);
                    let beside = Rect { x: body.x + left + 2, width: body.width - left - 3, ..body };
                    sheet::draw(page, app, state, &shown, Rect { width: left, ..body });
                    page.divide(body, left);
                    pane::draw(page, app, state, &shown, beside);
                }
                View::Card => {
                    let inner = Rect { x: body.x + 2, width: body.width - 4, ..body };
                    pane::draw(page, app, state, &shown, inner);
                }
            }
            status(app, state, &shown)
        }
    };
    Said { header: header(app, &shown), status }
}

/// Number and name of the product first of all; the session's day only where there is room for it. The name is cut
/// before set and phase give way.
fn header(app: &App, sheet: &Sheet<'_>) -> Pieces {
    let lang = app.common.lang;
    let session = sheet.session();
    let products = session.products();
    let number = products.iter().position(|product| product.id == *sheet.product()).map_or(0, |at| at + 1);
    let name = session.product(sheet.product()).map(|product| product.name).unwrap_or_default();
    let day = number::day(&session.charter().date);
    let day = if day.is_empty() { String::new() } else { format!("{} {day} · ", words::session(lang)) };
    let number = format!("{number}/{} ", products.len());
    let phase = banner::phase_word(lang, session.phase(sheet.product()).name());
    let rest = format!(" · {} · {phase}", words::product_set(lang, sheet.set().no));
    let room = usize::from(app.common.size.width).saturating_sub(right_of_header(app) + 2);
    let left = room.saturating_sub(width(&number) + width(&rest));
    let mut pieces = Vec::new();
    if width(&day) + width(&name) <= left {
        pieces.push((Role::Dim, day));
    }
    pieces.push((Role::Heading, format!("{number}{}", cut(&name, left))));
    pieces.push((Role::Dim, rest));
    pieces
}

/// How far the sheet is, and the last act in words.
fn status(app: &App, state: &Scoring, sheet: &Sheet<'_>) -> Pieces {
    let lang = app.common.lang;
    let sum = sheet.sum();
    let mut pieces = vec![(Role::Plain, say::done_so_far(lang, sum.scored, sum.of, sum.total))];
    let Some(last) = state.last(sheet.product()) else { return pieces };
    let (what, text) = in_words(lang, sheet, last);
    let what = match last.stands {
        Stands::TakenBack => say::last_undone(lang, &what),
        Stands::Yes => say::last_mark(lang, &what),
    };
    let can_undo = state.can_undo(sheet.product()) && sheet.is_open();
    let undo = if can_undo { format!(" {}", say::take_it_back(lang)) } else { String::new() };
    let taken = 2 + width(&pieces[0].1) + 3 + width(&what) + width(&undo);
    let room = usize::from(app.common.size.width).saturating_sub(taken + 2);
    pieces.push((Role::Dim, " · ".to_owned()));
    pieces.push((Role::Own, what));
    if !text.is_empty() && room > 8 {
        pieces.push((Role::Plain, format!(": {}", cut(&text, room))));
    }
    pieces.push((Role::Dim, undo));
    pieces
}

/// The last act: `3.4 = 2` and the level's words, in full.
fn in_words(lang: Lang, sheet: &Sheet<'_>, last: &Last) -> (String, String) {
    let code = last.criterion.as_str();
    let Some(criterion) = sheet.set().criterion(&last.criterion) else { return (code.to_owned(), String::new()) };
    let cell = sheet.marks().cell(&last.criterion);
    let value = match (last.did, last.stands) {
        (Did::Marked(value), Stands::Yes) => value,
        (Did::Marked(_), Stands::TakenBack) => cell.value,
        (Did::Noted, _) => return (format!("{code}: {}", say::noted(lang)), cell.note.replace('\n', " ")),
        (Did::Evidenced, _) => return (format!("{code}: {}", say::evidence_noted(lang)), cell.evidence),
        (Did::Doubted, _) => {
            let doubt = if cell.unsure { words::unsure(lang) } else { say::sure_again(lang) };
            return (format!("{code}: {doubt}"), String::new());
        }
    };
    match value {
        Value::Unscored => (format!("{code}: {}", words::not_scored(lang)), String::new()),
        Value::NoneMet => (format!("{code}: {}", say::none_met_zero(lang)), String::new()),
        Value::Level(level) => {
            let points = pick::points(criterion, value).unwrap_or(0);
            let text = criterion.level(level).map(|level| lang.of(&level.text).to_owned()).unwrap_or_default();
            (format!("{code} = {points}"), text)
        }
    }
}

fn put(page: &mut Page<'_, '_>, area: Rect, row: usize, pieces: &Pieces) {
    let pieces: Vec<(Role, &str)> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
    page.put(area, row, &pieces);
}
