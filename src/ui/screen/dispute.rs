//! Drawing of the dispute card. Its state stands in `app::screen::dispute`, what it says in its `card`.

use ratatui::layout::Rect;

use super::product_title;
use super::reconcile::totals;
use crate::app::screen::Dispute;
use crate::app::screen::dispute::card::{self, Kind, Line};
use crate::app::screen::reconcile::topics::Topic;
use crate::app::{App, desk};
use crate::council::{DisputeKind, SeatId};
use crate::i18n::{Lang, dispute as say};
use crate::session::ThingState;
use crate::ui::frame::Said;
use crate::ui::widget::strip;
use crate::ui::{Page, Role};

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Dispute, area: Rect) -> Said {
    let lang = app.common.lang;
    let header = product_title(app, state.product());
    let Some(session) = app.common.session() else { return Said { header, status: Vec::new() } };
    let topic = state.topic(session);
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let (at, of) = state.place(session);
    let (role, weight) = weight(lang, topic.as_ref());
    let number = at.map(|at| say::number(lang, at + 1, of)).unwrap_or_default();
    page.put(inner, 0, &[(Role::Heading, &number), (Role::Plain, "  "), (role, weight)]);
    page.put_right(inner, 0, &[(Role::Own, &say::clock(lang, state.minutes(&app.common)))]);
    page.rule(Rect { x: area.x, width: area.width, ..inner }, 1);

    let head = u16::try_from(card::HEAD).unwrap_or(2);
    let body = Rect { x: inner.x + 1, width: inner.width - 2, y: area.y + head, height: area.height - head };
    let rows = usize::from(body.height);
    let top = state.scrolled(rows);
    let right = u16::try_from(card::RIGHT).unwrap_or(0);
    let beside = !state.card().right.is_empty() && usize::from(area.width) >= card::ROOMY;
    if beside {
        let divide = body.right() - right - 2;
        put(page, Rect { width: divide - body.x - 1, ..body }, &state.card().left, top);
        page.divide(Rect { x: divide, width: 1, ..body }, 0);
        put(page, Rect { x: divide + 2, width: right, ..body }, &state.card().right, top);
    } else {
        put(page, body, &state.card().left, top);
    }
    draw_totals(page, app, state, topic.as_ref(), body);
    let lines = state.card().left.len().max(state.card().right.len());
    let edge = Rect { y: body.y, height: body.height, ..area };
    if top > 0 {
        page.put_right(edge, 0, &[(Role::Key, "▲")]);
    }
    if top + rows < lines {
        page.put_right(edge, rows.saturating_sub(1), &[(Role::Key, "▼")]);
    }
    let seats = topic.map(|topic| topic.seats()).unwrap_or_default();
    let status = match names(app, &seats) {
        who if who.is_empty() => Vec::new(),
        who => vec![(Role::Dim, say::rescore_who(lang, &who))],
    };
    Said { header, status }
}

/// The strip of the totals below the words, for what is about totals, where it has room.
fn draw_totals(page: &mut Page<'_, '_>, app: &App, state: &Dispute, topic: Option<&Topic>, body: Rect) {
    let Some(Topic::Thing(thing)) = topic else { return };
    let of_totals = matches!(thing.key.kind, DisputeKind::Spread | DisputeKind::Outlier | DisputeKind::StarDiffers);
    let used = u16::try_from(state.card().left.len()).unwrap_or(u16::MAX);
    let free = body.height.saturating_sub(used.saturating_add(1));
    let (true, true, Some(session)) = (of_totals, free >= strip::ROWS, app.common.session()) else { return };
    let rows = free.min(strip::TALL);
    if let Some(strip) = totals::strip(app.common.lang, session, state.product(), body.width, rows) {
        strip::draw(page, body, usize::from(body.height - strip.height()), &strip);
    }
}

fn names(app: &App, seats: &[SeatId]) -> String {
    let session = app.common.session();
    session.map(|session| desk::seats(app.common.lang, session, seats)).unwrap_or_default()
}

fn put(page: &mut Page<'_, '_>, area: Rect, lines: &[Line], top: usize) {
    for (row, line) in lines.iter().skip(top).take(usize::from(area.height)).enumerate() {
        let role = match line.kind {
            Kind::Question | Kind::Heading => Role::Heading,
            Kind::Outcome | Kind::Level => Role::Own,
            Kind::Edge => Role::Star,
            Kind::Words => Role::Plain,
            Kind::Aside => Role::Dim,
            Kind::Changed => Role::Good,
        };
        page.put(area, row, &[(role, &line.text)]);
    }
}

fn weight(lang: Lang, topic: Option<&Topic>) -> (Role, &'static str) {
    match topic {
        None => (Role::Good, say::settled(lang)),
        Some(Topic::Thing(thing)) if matches!(thing.state, ThingState::Ruled | ThingState::Accepted) => {
            (Role::Good, say::settled(lang))
        }
        Some(topic) if topic.holds_up() => (Role::Danger, say::to_settle(lang)),
        Some(_) => (Role::Dim, say::to_know(lang)),
    }
}
