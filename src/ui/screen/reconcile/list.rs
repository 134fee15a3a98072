//! Drawing of the list of things to discuss: one line each, its weight as a sign, its state in words.

use ratatui::layout::Rect;

use super::{Topic, View};
use crate::app::cursor::Cursor;
use crate::i18n::reconcile as say;
use crate::session::ThingState;
use crate::text::{cut, width};
use crate::ui::{Page, Role, widget};

/// Draws heading, list and the rule below; gives the rows used.
pub(super) fn draw(page: &mut Page<'_, '_>, view: &View<'_>, area: Rect) -> u16 {
    let lang = view.lang;
    let open = view.topics.iter().filter(|topic| topic.holds_up()).count();
    page.put(area, 0, &[(Role::Heading, say::heading(lang))]);
    let (role, count) = match open {
        0 => (Role::Good, say::none_to_settle(lang).to_owned()),
        n => (Role::Danger, say::to_settle(lang, n)),
    };
    let edge = Rect { width: area.width - 1, ..area };
    page.put_right(edge, 0, &[(role, &count)]);
    let most = usize::from(area.height).saturating_sub(1) * 2 / 5;
    let rows = view.topics.len().clamp(1, most.max(3));
    let listed = Rect { y: area.y + 1, height: u16::try_from(rows).unwrap_or(1), ..edge };
    if view.topics.is_empty() {
        widget::paragraph(page, listed, Role::Dim, say::nothing(lang));
    }
    let mut cursor = Cursor::default();
    cursor.to(view.state.cursor().at(view.topics.len()).unwrap_or(0));
    widget::list(page, listed, cursor, view.topics.len(), |page, line, row| {
        let topic = &view.topics[line];
        let (role, sign) = weight(topic);
        let chosen = if cursor.at(view.topics.len()) == Some(line) { "▸" } else { " " };
        // The sign tells the state; words do too where they fit.
        let room = usize::from(listed.width).saturating_sub(4);
        let words = cut(&line_of(view, topic), room);
        let state = state(view, topic).map(|state| format!(" ({state})"));
        let state = state.filter(|state| width(&words) + width(state) <= room).unwrap_or_default();
        page.put(
            listed,
            row,
            &[(Role::Own, chosen), (role, sign), (Role::Plain, " "), (Role::Plain, &words), (Role::Dim, &state)],
        );
    });
    let used = listed.height + 1;
    page.rule(Rect { y: area.y + used, height: 1, ..area }, 0);
    used + 1
}

/// A topic in one line.
fn line_of(view: &View<'_>, topic: &Topic) -> String {
    match topic {
        Topic::Ground { seat, .. } => say::ground(view.lang, &view.who(std::slice::from_ref(seat))),
        Topic::Splits(things) => say::splits(view.lang, things.len()),
        Topic::Thing(thing) => say::thing(view.lang, thing, view.verdict, |seats| view.who(seats)),
    }
}

fn weight(topic: &Topic) -> (Role, &'static str) {
    match topic {
        Topic::Thing(thing) if thing.state == ThingState::Rescored => {
            (if thing.blocking { Role::Warning } else { Role::Dim }, "?")
        }
        topic if topic.holds_up() => (Role::Danger, "!"),
        Topic::Thing(thing) if matches!(thing.state, ThingState::Ruled | ThingState::Accepted) => (Role::Good, "✓"),
        _ => (Role::Dim, "·"),
    }
}

fn state(view: &View<'_>, topic: &Topic) -> Option<&'static str> {
    match topic {
        Topic::Thing(thing) if thing.state != ThingState::Open => Some(say::state(view.lang, thing.state)),
        _ => None,
    }
}
