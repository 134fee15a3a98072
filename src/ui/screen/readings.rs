//! Drawing of Readings: a bar a criterion, and below what lies between which levels. Its state stands in
//! `app::screen::readings`.

use ratatui::layout::Rect;

use super::session_title;
use crate::app::App;
use crate::app::screen::Readings;
use crate::i18n::{Lang, readings as say};
use crate::session::{Reading, Session};
use crate::text::{cut, pad, pad_left, wrap};
use crate::ui::frame::Said;
use crate::ui::{Page, Role, widget};

/// Columns of the code, of the percentage, of how many products; most of a name and of a bar.
const CODE: usize = 6;
const PERCENT: usize = 5;
const PRODUCTS: usize = 8;
const NAME: usize = 46;
/// From so many columns on levels are written out below.
const ROOMY: u16 = 100;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Readings, area: Rect) -> Said {
    let lang = app.common.lang;
    let mut header = session_title(app);
    header.push((Role::Heading, format!(" · {}", say::title(lang))));
    let said = Said { header, status: vec![(Role::Dim, say::status(lang).to_owned())] };
    let Some(session) = app.common.session() else { return said };
    let rows = state.rows();
    let details = if area.width >= ROOMY { 12 } else { 7 }.min(area.height / 2);
    let inner = Rect { x: area.x + 1, width: area.width - 2, height: area.height - details, ..area };
    if rows.is_empty() {
        widget::paragraph(page, inner, Role::Plain, say::nothing(lang));
        return said;
    }
    let room = usize::from(inner.width).saturating_sub(CODE + PERCENT + PRODUCTS + 5);
    let name = (room * 3 / 5).min(NAME);
    let bar = room.saturating_sub(name);
    let heading = pad(say::head_criterion(lang), CODE + name + 1)
        + &pad(say::head_share(lang), bar + PERCENT + 2)
        + &pad_left(say::head_products(lang), PRODUCTS);
    page.put(inner, 0, &[(Role::Dim, &heading)]);
    let listed = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    // The longest bar is the room; the others stand to it as their figures do.
    let most = rows.iter().map(|reading| reading.carried).max().unwrap_or(0).max(1);
    widget::list(page, listed, state.cursor(), rows.len(), |page, line, row| {
        let reading = &rows[line];
        let agreed = if reading.agreed.is_empty() { " " } else { say::has_agreed(lang) };
        let pieces = [
            (Role::Own, pad(reading.code.as_str(), CODE)),
            (Role::Plain, pad(&cut(lang.of(&reading.name), name), name)),
            (Role::Good, agreed.to_owned()),
            (Role::Star, drawn(reading.carried, most, bar)),
            (Role::Plain, format!("{:>1$} ", format!("{}%", reading.percent()), PERCENT)),
            (Role::Dim, pad_left(&say::differ(lang, reading.differ, reading.products), PRODUCTS)),
        ];
        let pieces: Vec<(Role, &str)> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
        page.put(Rect { width: listed.width - 1, ..listed }, row, &pieces);
    });
    if let Some(reading) = state.chosen() {
        let below = Rect { y: area.bottom() - details, height: details, ..area };
        page.rule(below, 0);
        let words = Rect { x: area.x + 1, y: below.y + 1, width: area.width - 2, height: details - 1 };
        explain(page, lang, session, reading, words);
    }
    said
}

/// A bar of whole cells, and a thin end where less than a cell is left: seen without colour, and in plain signs.
fn drawn(carried: u64, most: u64, cells: usize) -> String {
    let halves = usize::try_from(carried * 2 * cells as u64 / most).unwrap_or(0);
    let halves = if carried > 0 { halves.max(1) } else { 0 };
    let mut bar = "█".repeat(halves / 2);
    if halves % 2 == 1 {
        bar.push('▌');
    }
    pad(&bar, cells)
}

/// How far the sheets differ, between which levels, with their words where there is room; what was agreed.
fn explain(page: &mut Page<'_, '_>, lang: Lang, session: &Session, reading: &Reading, area: Rect) {
    let cells = usize::from(area.width);
    let sets = reading.sets.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
    let title = format!("{} {} · {}", reading.code, lang.of(&reading.name), say::sets(lang, &sets));
    let mut lines: Vec<(Role, String)> = vec![(Role::Heading, cut(&title, cells))];
    let figures = say::differ_long(lang, reading.differ, reading.products, reading.carried, reading.of);
    lines.extend(wrap(&figures, cells).into_iter().map(|line| (Role::Plain, line)));
    let mut agreed: Vec<(Role, String)> = Vec::new();
    for one in &reading.agreed {
        agreed.extend(wrap(&say::agreed(lang, &one.words), cells).into_iter().map(|line| (Role::Good, line)));
    }
    if agreed.is_empty() {
        agreed.push((Role::Dim, say::none_agreed(lang).to_owned()));
    }
    agreed.truncate(2);
    let room = usize::from(area.height).saturating_sub(lines.len() + agreed.len());
    let criterion = session.criterion_of(reading);
    let mut between: Vec<(Role, String)> = Vec::new();
    if let Some(criterion) = criterion {
        for (low, high, pairs) in &reading.between {
            let end = |place| say::level_or_none(lang, criterion, place);
            let mut group = vec![(Role::Star, say::between(lang, &end(*low), &end(*high), *pairs))];
            if area.width >= ROOMY {
                for place in [*low, *high].into_iter().flatten() {
                    if let Some(level) = criterion.level(place) {
                        group
                            .push((Role::Plain, cut(&format!("  {} {}", place.letter(), lang.of(&level.text)), cells)));
                    }
                }
            }
            if between.len() + group.len() > room {
                break;
            }
            between.extend(group);
        }
    }
    lines.extend(between);
    lines.extend(agreed);
    for (row, (role, line)) in lines.iter().enumerate() {
        page.put(area, row, &[(*role, line)]);
    }
}
