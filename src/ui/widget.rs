//! Small pieces that several screens draw: wrapped text, lists with a cursor, tables of cells.

pub mod strip;

use ratatui::layout::Rect;

use super::{Page, Role};
use crate::app::cursor::Cursor;
use crate::text::{pad, pad_left, wrap};

/// Text wrapped into an area; gives the rows used, cut at the area's end.
pub fn paragraph(page: &mut Page<'_, '_>, area: Rect, role: Role, text: &str) -> usize {
    let lines = wrap(text, usize::from(area.width));
    for (row, line) in lines.iter().enumerate() {
        page.put(area, row, &[(role, line)]);
    }
    lines.len().min(usize::from(area.height))
}

/// A list that scrolls with its cursor; `draw` draws one line on one row. The cursor's row is painted.
pub fn list(
    page: &mut Page<'_, '_>,
    area: Rect,
    cursor: Cursor,
    lines: usize,
    mut draw: impl FnMut(&mut Page<'_, '_>, usize, usize),
) {
    let rows = usize::from(area.height);
    let top = cursor.top(lines, rows);
    let at = cursor.at(lines);
    for line in top..lines.min(top + rows) {
        draw(page, line, line - top);
        if at == Some(line) {
            page.paint(area, line - top, Role::Focus);
        }
    }
    if top > 0 {
        page.put_right(area, 0, &[(Role::Dim, "▲")]);
    }
    if top + rows < lines {
        page.put_right(area, rows.saturating_sub(1), &[(Role::Dim, "▼")]);
    }
}

/// On which side the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// A cell of a table row: its text in a role, filled to so many cells.
pub fn cell(role: Role, text: &str, cells: usize, side: Side) -> (Role, String) {
    (
        role,
        match side {
            Side::Left => pad(text, cells),
            Side::Right => pad_left(text, cells),
        },
    )
}

/// Draws the cells of a table row, one space apart.
pub fn row(page: &mut Page<'_, '_>, area: Rect, row: usize, cells: &[(Role, String)]) {
    let mut pieces: Vec<(Role, &str)> = Vec::new();
    for (role, text) in cells {
        if !pieces.is_empty() {
            pieces.push((Role::Plain, " "));
        }
        pieces.push((*role, text));
    }
    page.put(area, row, &pieces);
}
