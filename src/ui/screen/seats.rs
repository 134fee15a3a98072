//! Drawing of Seats. Its state stands in `app::screen::seats`.

use ratatui::layout::Rect;

use super::session_title;
use crate::app::App;
use crate::app::screen::Seats;
use crate::app::screen::seats::{Listed, Row, Sheets, View};
use crate::app::sitting::{Here, Sitting};
use crate::council::Presence;
use crate::i18n::{Lang, frame, keys, seats as say, two_ways, words};
use crate::text::pad;
use crate::ui::frame::Said;
use crate::ui::widget::{Side, cell};
use crate::ui::{Page, Role, widget};

/// Columns of role, presence and sheets.
const ROLE: usize = 12;
const PRESENCE: usize = 9;
const SHEETS: usize = 7;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Seats, area: Rect) -> Said {
    let lang = app.common.lang;
    let Some(sitting) = &app.common.sitting else { return Said::default() };
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 1 };
    let columns = Columns::of(inner, state.view());
    widget::row(page, Rect { x: inner.x + 2, ..inner }, 0, &columns.heading(lang));
    let listed = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    let chosen = state.cursor().at(state.rows().len());
    widget::list(page, listed, state.cursor(), state.rows().len(), |page, line, row| {
        let sign = match (&state.rows()[line], sitting.who()) {
            (Row::Seat(listed), Some(Here::Seat(seat))) if listed.seat.id == *seat => "●",
            (Row::Desk(_), Some(Here::Desk(_))) => "●",
            _ if chosen == Some(line) => "▸",
            _ => " ",
        };
        page.put(listed, row, &[(Role::Own, sign)]);
        let cells = match &state.rows()[line] {
            Row::Desk(presiding) => {
                let who = presiding.as_ref().map(|seat| sitting.seat_name(seat));
                columns.desk(lang, who)
            }
            Row::Seat(seat) => columns.seat(lang, seat),
        };
        widget::row(page, Rect { x: listed.x + 2, width: listed.width - 2, ..listed }, row, &cells);
    });
    let mut header = session_title(app);
    match state.view() {
        View::Hidden => header.push((Role::Warning, format!(" · {}", frame::hidden(lang)))),
        View::Whole => header.push((Role::Heading, format!(" · {}", keys::seats(lang)))),
    }
    Said { header, status: status(lang, state, sitting) }
}

fn status(lang: Lang, state: &Seats, sitting: &Sitting) -> Vec<(Role, String)> {
    if state.view() == View::Hidden {
        return vec![(Role::Plain, say::choose_next(lang).to_owned())];
    }
    if let Some(seat) = state.chosen_seat().filter(|seat| !seat.ways.is_empty()) {
        let ways = two_ways::in_short(lang, sitting.session(), &seat.ways);
        return vec![(Role::Danger, say::presence_ways(lang, &ways))];
    }
    let quorum = sitting.session().quorum();
    let role = if quorum.reached() { Role::Good } else { Role::Warning };
    let sign = if quorum.reached() { "✓" } else { "!" };
    let mut said = vec![(role, format!("{} {sign}", say::quorum(lang, quorum.present, quorum.of, quorum.needed)))];
    let unheard = |row: &Row| matches!(row, Row::Seat(listed) if listed.sheets == Sheets::NothingHere);
    if state.rows().iter().any(unheard) {
        said.push((Role::Dim, format!(" · {}", say::nothing_here_means(lang))));
    }
    said
}

/// Widths of the columns that share what room there is.
struct Columns {
    title: usize,
    name: usize,
    view: View,
}

impl Columns {
    fn of(area: Rect, view: View) -> Columns {
        let fixed = match view {
            View::Whole => 2 + ROLE + PRESENCE + SHEETS + 4,
            View::Hidden => 2 + ROLE + 2,
        };
        let room = usize::from(area.width).saturating_sub(fixed);
        let title = room * 4 / 7;
        Columns { title, name: room - title, view }
    }

    fn cells(&self, cells: [(Role, String); 5]) -> Vec<(Role, String)> {
        let [title, name, role, presence, sheets] = cells;
        let mut row = vec![(title.0, pad(&title.1, self.title)), (name.0, pad(&name.1, self.name))];
        row.push((role.0, pad(&role.1, ROLE)));
        if self.view == View::Whole {
            row.push((presence.0, pad(&presence.1, PRESENCE)));
            row.push(cell(sheets.0, &sheets.1, SHEETS, Side::Right));
        }
        row
    }

    fn heading(&self, lang: Lang) -> Vec<(Role, String)> {
        let words = [say::seat(lang), say::holder(lang), say::role(lang), say::presence(lang), say::sheets(lang)];
        self.cells(words.map(|word| (Role::Dim, word.to_owned())))
    }

    fn desk(&self, lang: Lang, presiding: Option<String>) -> Vec<(Role, String)> {
        let who = match presiding {
            Some(who) => (Role::Plain, say::presided_by(lang, &who)),
            None => (Role::Danger, say::presiding_contested(lang).to_owned()),
        };
        let none = (Role::Plain, String::new());
        self.cells([(Role::Heading, words::desk(lang).to_owned()), who, none.clone(), none.clone(), none])
    }

    fn seat(&self, lang: Lang, listed: &Listed) -> Vec<(Role, String)> {
        let Listed { seat, attendance, sheets, ways } = listed;
        let stands_in = !attendance.sits.is_empty();
        let name = if stands_in { &attendance.sits } else { &seat.name };
        let presence = match attendance.presence {
            Presence::Present if stands_in => (Role::Own, words::stands_in(lang)),
            Presence::Present => (Role::Plain, words::present(lang)),
            left => (Role::Warning, words::presence(lang, left)),
        };
        let sheets = match sheets {
            Sheets::In(handed_in, of) if handed_in == of => (Role::Good, format!("{handed_in}/{of}")),
            Sheets::In(handed_in, of) => (Role::Plain, format!("{handed_in}/{of}")),
            Sheets::NothingHere => (Role::Dim, say::nothing_here(lang).to_owned()),
            Sheets::None => (Role::Dim, "–".to_owned()),
        };
        self.cells([
            (Role::Plain, seat.title.clone()),
            (Role::Plain, name.clone()),
            (Role::Dim, words::role(lang, seat.role).to_owned()),
            match &ways[..] {
                [] => (presence.0, presence.1.to_owned()),
                _ => (Role::Danger, say::presence_two_ways(lang).to_owned()),
            },
            sheets,
        ])
    }
}
