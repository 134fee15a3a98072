//! Drawing of questions: a box over the screen. What they mean stands in `app::dialog`.

use ratatui::layout::Rect;

use super::{Page, Role};
use crate::app::App;
use crate::app::cursor::Cursor;
use crate::app::dialog::{Complaint, Dialog, Kind, matching};
use crate::app::field::{Field, Lines};
use crate::council::ReasonKind;
use crate::i18n::{Lang, dialog as say, words};
use crate::text::{cut, pad, width, wrap};

/// Most rows of a list in a box.
const LIST: usize = 14;
/// Rows of a note.
const NOTE: usize = 5;

/// A path as one looks on this system.
const EXAMPLE: &str = if cfg!(windows) { "E:\\OCOP" } else { "/media/usb/ocop" };

/// A row of a box before it is drawn.
enum Row<'a> {
    Blank,
    Text(Role, String),
    /// A line of a list: chosen or not, its key, its words.
    Item(Item, String, String),
    Field(&'a Field, usize),
}

#[derive(PartialEq)]
enum Item {
    Chosen,
    Other,
}

/// Draws a dialog in the middle of the page.
pub fn draw(page: &mut Page<'_, '_>, app: &App, dialog: &Dialog) {
    let lang = app.common.lang;
    let whole = page.area();
    let wide = whole.width.saturating_sub(8).min(76);
    let inner = usize::from(wide) - 4;
    let rows = rows(dialog, lang, inner);
    let height = rows.iter().map(Row::height).sum::<usize>() + 4;
    let height = u16::try_from(height).unwrap_or(whole.height).min(whole.height - 2);
    let area =
        Rect { x: whole.x + (whole.width - wide) / 2, y: whole.y + (whole.height - height) / 2, width: wide, height };
    page.clear(area);
    border(page, area, lang.of(&dialog.title));
    let inside = Rect { x: area.x + 2, y: area.y + 2, width: area.width - 4, height: area.height - 4 };
    let mut at = 0;
    for row in &rows {
        row.draw(page, inside, at);
        at += row.height();
    }
}

fn border(page: &mut Page<'_, '_>, area: Rect, title: &str) {
    let across = "─".repeat(usize::from(area.width).saturating_sub(2));
    let last = usize::from(area.height) - 1;
    for row in 1..last {
        page.put(area, row, &[(Role::Rule, "│")]);
        page.put_right(area, row, &[(Role::Rule, "│")]);
    }
    page.put(area, 0, &[(Role::Rule, &format!("┌{across}┐"))]);
    page.put(area, last, &[(Role::Rule, &format!("└{across}┘"))]);
    let title = format!(" {} ", cut(title, usize::from(area.width).saturating_sub(6)));
    page.put(Rect { x: area.x + 2, ..area }, 0, &[(Role::Heading, &title)]);
}

fn rows<'a>(dialog: &'a Dialog, lang: Lang, width: usize) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let body = lang.of(&dialog.body);
    if !body.is_empty() {
        rows.extend(wrap(body, width).into_iter().map(|line| Row::Text(Role::Plain, line)));
        rows.push(Row::Blank);
    }
    match &dialog.kind {
        Kind::Message => rows.push(Row::Text(Role::Key, format!("Enter {}", say::accept(lang)))),
        Kind::Confirm => {
            rows.push(Row::Text(Role::Key, format!("Enter {} · Esc {}", say::accept(lang), say::dismiss(lang))));
        }
        Kind::Choose { choices, at } => {
            let items = choices.iter().map(|choice| lang.of(choice).to_owned()).collect();
            rows.extend(list(numbered(items), *at));
        }
        Kind::Pick { choices, ticked, at, .. } => {
            let tick = |on: &bool| if *on { "[x]" } else { "[ ]" }.to_owned();
            let items = ticked.iter().map(tick).zip(choices.iter().map(|choice| lang.of(choice).to_owned())).collect();
            let count = ticked.iter().filter(|tick| **tick).count();
            rows.extend(list(items, *at));
            // A list that is confirmed as a whole says how much of it is out of sight.
            let below = ticked.len().saturating_sub(top(ticked.len(), *at) + LIST);
            rows.push(if below > 0 { Row::Text(Role::Key, say::more_below(lang, below)) } else { Row::Blank });
            rows.push(Row::Text(Role::Dim, say::ticked(lang, count, ticked.len())));
        }
        Kind::Reason { at, words } => {
            let items = ReasonKind::ALL.iter().map(|kind| words::reason(lang, *kind).to_owned()).collect();
            rows.extend(list(numbered(items), *at));
            if let Some(field) = words {
                rows.push(Row::Blank);
                rows.push(Row::Text(Role::Plain, say::reason_words(lang).to_owned()));
                rows.push(Row::Field(field, 1));
            }
        }
        Kind::Count { want, field } => {
            rows.push(Row::Text(Role::Plain, say::count_prompt(lang, *want)));
            rows.push(Row::Field(field, 1));
        }
        Kind::Text { field, .. } => {
            rows.push(Row::Field(field, if field.lines() == Lines::One { 1 } else { NOTE }));
        }
        Kind::Menu { rows: all, at, filter } => {
            rows.push(Row::Text(Role::Dim, say::menu_filter(lang).to_owned()));
            rows.push(Row::Field(filter, 1));
            rows.push(Row::Blank);
            let items: Vec<(String, String)> = matching(all, filter, lang)
                .into_iter()
                .map(|binding| (binding.shown(), (binding.help)(lang).to_owned()))
                .collect();
            if items.is_empty() {
                rows.push(Row::Text(Role::Dim, say::nothing_found(lang).to_owned()));
            }
            rows.extend(list(items, *at));
        }
    }
    if let Some(complaint) = &dialog.complaint {
        let said = match complaint {
            Complaint::Count(want) => say::count_wrong(lang, *want),
            Complaint::Words => say::words_needed(lang).to_owned(),
            Complaint::Pick => say::tick_needed(lang).to_owned(),
            Complaint::Text => say::text_needed(lang).to_owned(),
            Complaint::Path => say::path_needed(lang, EXAMPLE),
            Complaint::Failed(why) => lang.of(why).to_owned(),
        };
        rows.push(Row::Blank);
        rows.extend(wrap(&said, width).into_iter().map(|line| Row::Text(Role::Warning, line)));
    }
    rows
}

fn numbered(items: Vec<String>) -> Vec<(String, String)> {
    items.into_iter().enumerate().map(|(at, item)| ((at + 1).to_string(), item)).collect()
}

/// The first line of a list that shows.
fn top(lines: usize, at: usize) -> usize {
    let mut cursor = Cursor::default();
    cursor.to(at);
    cursor.top(lines, LIST)
}

fn list<'a>(items: Vec<(String, String)>, at: usize) -> Vec<Row<'a>> {
    let top = top(items.len(), at);
    items
        .into_iter()
        .enumerate()
        .skip(top)
        .take(LIST)
        .map(|(line, (key, words))| Row::Item(if line == at { Item::Chosen } else { Item::Other }, key, words))
        .collect()
}

impl Row<'_> {
    fn height(&self) -> usize {
        match self {
            Row::Field(_, rows) => *rows,
            _ => 1,
        }
    }

    fn draw(&self, page: &mut Page<'_, '_>, area: Rect, at: usize) {
        match self {
            Row::Blank => {}
            Row::Text(role, text) => page.put(area, at, &[(*role, text)]),
            Row::Item(item, key, words) => {
                let sign = if *item == Item::Chosen { "▸ " } else { "  " };
                let cells = match key.len() {
                    0..=1 => 2,
                    3 if key.starts_with('[') => 4,
                    _ => 8,
                };
                let key = pad(key, cells);
                let words = cut(words, usize::from(area.width).saturating_sub(2 + width(&key)));
                page.put(area, at, &[(Role::Plain, sign), (Role::Key, &key), (Role::Plain, &words)]);
                if *item == Item::Chosen {
                    page.paint(area, at, Role::Focus);
                }
            }
            Row::Field(field, rows) => draw_field(page, area, at, field, *rows),
        }
    }
}

/// A field over `rows` rows of an area, with the terminal's cursor in it.
pub fn draw_field(page: &mut Page<'_, '_>, area: Rect, at: usize, field: &Field, rows: usize) {
    let cells = usize::from(area.width);
    for row in at..at + rows {
        page.put(area, row, &[(Role::Field, &" ".repeat(cells))]);
    }
    if rows == 1 {
        let (shown, column) = field.window(cells);
        page.put(area, at, &[(Role::Field, &shown)]);
        page.cursor(area, at, column);
        return;
    }
    let (lines, (line, column)) = field.wrapped(cells);
    let top = line.saturating_sub(rows - 1);
    for (row, text) in lines.iter().skip(top).take(rows).enumerate() {
        page.put(area, at + row, &[(Role::Field, text)]);
    }
    page.cursor(area, at + line - top, column);
}
