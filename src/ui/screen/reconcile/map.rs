//! Drawing of the heat map: signs before colours, so that nothing is lost without them.

use ratatui::layout::Rect;

use super::View;
use crate::app::cursor::Cursor;
use crate::app::screen::reconcile::Rows;
use crate::app::screen::reconcile::map::{HeatCell, HeatMap, HeatRow, Side as At};
use crate::council::{MinimumId, Scored};
use crate::i18n::reconcile as say;
use crate::rubric::Code;
use crate::text::pad;
use crate::ui::widget::{Side, cell};
use crate::ui::{Page, Role, widget};

/// Columns of the cursor's sign with the code, and of a seat.
const CODE: usize = 7;
const SEAT: usize = 3;
/// A criterion's name is shown from this many columns.
const NAME: usize = 14;

/// Columns of a criterion's bar: from none of its points to all.
const BAR: usize = 9;

/// Columns the names and bars would like to have.
pub(super) const NAME_WANTED: u16 = 28;

/// Columns the map would like to have.
pub(super) fn wanted(map: &HeatMap) -> u16 {
    u16::try_from(CODE + map.seats.len() * (SEAT + 1) + 1).unwrap_or(u16::MAX)
}

pub(super) fn draw(page: &mut Page<'_, '_>, view: &View<'_>, map: &HeatMap, area: Rect) {
    let about = view.chosen().map(super::Topic::criteria).unwrap_or_default();
    let all = view.state.rows() == Rows::All;
    let rows = map.shown(all, &about);
    let room = usize::from(area.width).saturating_sub(CODE);
    let fits = (room / (SEAT + 1)).min(map.seats.len());
    let skipped = view.state.across().min(map.seats.len() - fits);
    let free = room.saturating_sub(fits * (SEAT + 1) + 1);
    let bar = free >= NAME + BAR + 2;
    let name = if bar { free - BAR - 2 } else { free };
    let columns = Columns { skipped, fits, name: if name >= NAME { name } else { 0 }, bar };

    let heads = map.seats.iter().zip(&map.totals).map(|(seat, total)| {
        let role = if total.is_some() { Role::Own } else { Role::Dim };
        cell(role, &view.who(std::slice::from_ref(seat)), SEAT, Side::Right)
    });
    // Signs say that there are seats beyond the edge.
    let before = if skipped > 0 { "   ◂" } else { "" };
    let bar = (Role::Dim, say::bar_heading(view.lang).to_owned());
    widget::row(page, area, 0, &columns.line((Role::Key, before.to_owned()), "", heads, bar));
    if skipped + fits < map.seats.len() {
        page.put_right(area, 0, &[(Role::Key, "▸")]);
    }

    // Head and totals have their rows, and one says what is folded away.
    let window = usize::from(area.height).saturating_sub(3);
    let at = rows.iter().position(|row| about.contains(&row.code)).unwrap_or(0);
    let top = if all && view.state.scrolled() > 0 {
        view.state.scrolled().min(rows.len().saturating_sub(window))
    } else {
        let mut cursor = Cursor::default();
        cursor.to(at);
        cursor.top(rows.len(), window)
    };
    let set = view.session.set(view.product);
    for (line, row) in rows.iter().enumerate().skip(top).take(window) {
        let chosen = about.contains(&row.code);
        let code = format!("{}{}", if chosen { "▸" } else { " " }, row.code);
        let words = set.as_ref().and_then(|set| set.criterion(&row.code)).map(|found| view.lang.of(&found.name));
        let code = (if chosen { Role::Heading } else { Role::Plain }, code);
        let max = set.as_ref().and_then(|set| set.criterion(&row.code)).map_or(0, |found| found.max);
        let cells = cells(row, in_question(view, &row.code));
        let line_cells = columns.line(code, words.unwrap_or_default(), cells, (Role::Plain, bar_of(row, max)));
        widget::row(page, area, 1 + line - top, &line_cells);
    }
    let shown = rows.len().min(window);
    let hidden = rows.len() - shown;
    let same = map.rows.len() - rows.len();
    let fold = match (all, hidden) {
        (true, 0) => say::all_rows(view.lang, map.rows.len()),
        (true, n) => say::all_more(view.lang, n),
        (false, 0) => say::same_rows(view.lang, same),
        (false, n) => say::same_more(view.lang, n, same),
    };
    page.put(area, 1 + shown, &[(Role::Dim, &fold)]);
    let label = (Role::Heading, say::total(view.lang).to_owned());
    let none = (Role::Plain, String::new());
    widget::row(page, area, 2 + shown, &columns.line(label, "", totals(view, map), none));
}

/// Which columns show.
struct Columns {
    skipped: usize,
    fits: usize,
    name: usize,
    bar: bool,
}

/// The marks of a criterion on a line from none of its points to all: `●` what most have, `○` what others have.
fn bar_of(row: &HeatRow, max: u16) -> String {
    let points: Vec<u16> = row.cells.iter().flatten().map(|cell| cell.scored.points().unwrap_or(0)).collect();
    let (Some(least), Some(most)) = (points.iter().min(), points.iter().max()) else { return String::new() };
    let last = u16::try_from(BAR - 1).unwrap_or(1);
    let at = |points: u16| usize::from((points * last + max / 2).checked_div(max).unwrap_or(0).min(last));
    let count = |value: u16| points.iter().filter(|other| **other == value).count();
    let mode = points.iter().map(|value| count(*value)).max().unwrap_or(0);
    let mut bar = ['·'; BAR];
    bar[at(*least)..=at(*most)].fill('━');
    for value in &points {
        bar[at(*value)] = '○';
    }
    for value in points.iter().filter(|value| count(**value) == mode) {
        bar[at(*value)] = '●';
    }
    bar.iter().collect()
}

impl Columns {
    fn line(
        &self,
        (role, code): (Role, String),
        name: &str,
        cells: impl Iterator<Item = (Role, String)>,
        (bar_role, bar): (Role, String),
    ) -> Vec<(Role, String)> {
        let mut line = vec![(role, pad(&code, CODE - 1))];
        if self.name > 0 {
            line.push((Role::Dim, pad(name, self.name - 1)));
        }
        if self.bar {
            line.push((bar_role, pad(&bar, BAR + 1)));
        }
        line.extend(cells.skip(self.skipped).take(self.fits));
        line
    }
}

/// The points of the minimum that holds a criterion up, if one does.
fn in_question(view: &View<'_>, code: &Code) -> Option<u16> {
    let minima = view.topics.iter().filter(|topic| topic.holds_up()).flat_map(super::Topic::minima);
    let held: Vec<MinimumId> = minima.filter(|minimum| minimum.criterion == *code).collect();
    let found = view.verdict?.minima.iter().filter(|found| held.contains(&found.minimum));
    found.map(|found| found.points).max()
}

/// The marks of a row: points with their side. Where a minimum is in question, the sign is whether a mark reaches it.
fn cells(row: &HeatRow, minimum: Option<u16>) -> impl Iterator<Item = (Role, String)> {
    row.cells.iter().map(move |mark| match mark {
        None => cell(Role::Dim, "– ", SEAT, Side::Right),
        Some(HeatCell { before: Some(before), scored, .. }) => {
            let (before, after) = (value(*before, None), value(*scored, None));
            let change =
                if before.len() + after.len() > 2 { format!("→{after}") } else { format!("{before}→{after}") };
            cell(Role::Good, &change, SEAT, Side::Right)
        }
        Some(mark) => {
            let (role, sign) = match (minimum, mark.side) {
                (Some(least), _) if mark.scored.points().unwrap_or(0) < least => (Role::Differs, "!"),
                (Some(_), _) | (None, At::With) => (Role::Plain, " "),
                (None, At::Below) => (Role::Below, "▼"),
                (None, At::Above) => (Role::Above, "▲"),
            };
            cell(role, &format!("{}{sign}", value(mark.scored, mark.letter)), SEAT, Side::Right)
        }
    })
}

fn value(scored: Scored, letter: Option<char>) -> String {
    match scored {
        Scored::Unscored => "·".to_owned(),
        Scored::NoneMet => "✗".to_owned(),
        Scored::NotApplicable => "o".to_owned(),
        Scored::Level(_, points) => format!("{points}{}", letter.map(String::from).unwrap_or_default()),
    }
}

/// Totals; where they are too far apart the ends carry their side.
fn totals(view: &View<'_>, map: &HeatMap) -> impl Iterator<Item = (Role, String)> {
    let over = view.verdict.is_some_and(|verdict| verdict.spread_over);
    let least = map.totals.iter().flatten().min().copied();
    let most = map.totals.iter().flatten().max().copied();
    map.totals.iter().map(move |total| {
        let Some(total) = *total else { return cell(Role::Dim, "– ", SEAT, Side::Right) };
        let (role, sign) = match over {
            true if Some(total) == least => (Role::Below, "▼"),
            true if Some(total) == most => (Role::Above, "▲"),
            _ => (Role::Own, if total < 100 { " " } else { "" }),
        };
        cell(role, &format!("{total}{sign}"), SEAT, Side::Right)
    })
}
