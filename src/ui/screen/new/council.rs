//! Page 2: the seats as a list, and the form of one.

use ratatui::layout::Rect;

use super::{Status, field_row, lacks, value_row};
use crate::app::screen::New;
use crate::app::screen::new::Step;
use crate::app::screen::new::council::Row;
use crate::council::draft::at_table;
use crate::i18n::{Lang, new as say, words};
use crate::text::{pad, pad_left};
use crate::ui::{Page, Role, widget};

/// Columns of number, role and whether it scores.
const NUMBER: usize = 3;
const ROLE: usize = 14;
const SCORES: usize = 11;

pub(super) fn draw(page: &mut Page<'_, '_>, lang: Lang, state: &New, area: Rect) -> Status {
    let seats = &state.council.seats;
    if seats.is_empty() {
        widget::paragraph(
            page,
            Rect { y: area.y + 1, height: area.height - 1, ..area },
            Role::Plain,
            say::no_seats(lang),
        );
        return lacks(lang, state, Step::Council, String::new());
    }
    let room = usize::from(area.width) - 2 - NUMBER - 1 - ROLE - SCORES;
    let title = if state.council.seats.iter().all(|seat| seat.name.is_empty()) { room } else { room * 3 / 5 };
    let line = |number: &str, office: &str, name: &str, role: &str, scores: &str| {
        let name = pad(name, room - title);
        format!("{} {}{name}{}{}", pad_left(number, NUMBER), pad(office, title), pad(role, ROLE), pad(scores, SCORES))
    };
    let name = if title < room { say::seat_name(lang) } else { "" };
    let heading = line("", say::seat_title(lang), name, say::seat_role(lang), say::seat_scores(lang));
    page.put(area, 0, &[(Role::Dim, "  "), (Role::Dim, &heading)]);
    let listed = Rect { y: area.y + 1, height: area.height - 3, ..area };
    let chosen = state.council.chosen();
    widget::list(page, listed, state.council.cursor, seats.len(), |page, at, row| {
        let seat = &seats[at];
        let sign = if chosen == Some(at) { "▸ " } else { "  " };
        let role = words::role(lang, seat.role);
        let shown = line(&(at + 1).to_string(), &seat.title, &seat.name, role, say::scores_is(lang, seat.scores));
        let colour = if seat.scores { Role::Plain } else { Role::Dim };
        page.put(listed, row, &[(Role::Plain, sign), (colour, &shown)]);
    });
    let below = Rect { y: area.bottom() - 1, height: 1, ..area };
    widget::paragraph(page, below, Role::Dim, say::seat_hint(lang));
    let scoring = seats.iter().filter(|seat| seat.scores).count();
    let of = at_table(seats);
    let needed = state.rules.rules().quorum.least(of);
    lacks(lang, state, Step::Council, say::council_is(lang, seats.len(), scoring, needed, of))
}

pub(super) fn draw_form(page: &mut Page<'_, '_>, lang: Lang, state: &New, area: Rect) -> Status {
    let Some(form) = &state.council.editor else { return Vec::new() };
    let heading = match form.line {
        None => say::new_seat(lang).to_owned(),
        Some(line) => say::seat_no(lang, line + 1),
    };
    page.put(area, 0, &[(Role::Heading, &heading)]);
    for (at, row) in Row::ALL.into_iter().enumerate() {
        let here = row == form.row();
        let label = match row {
            Row::Title => say::seat_title(lang),
            Row::Name => say::seat_name(lang),
            Row::Organisation => say::seat_organisation(lang),
            Row::Role => say::seat_role(lang),
            Row::Scores => say::seat_scores(lang),
        };
        match (row, form.field_of(row)) {
            (_, Some(field)) => field_row(page, area, at + 2, label, field, here),
            (Row::Role, None) => value_row(page, area, at + 2, label, words::role(lang, form.role), here),
            (_, None) => value_row(page, area, at + 2, label, say::scores_is(lang, form.scores), here),
        }
    }
    let rest = Rect { x: area.x + 2, y: area.y + 8, width: area.width - 4, height: area.height - 8 };
    widget::paragraph(page, rest, Role::Dim, say::role_hint(lang));
    Vec::new()
}
