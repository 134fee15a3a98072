//! What screens draw on: lines of roles at places, one text cursor.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::theme::{Role, Theme};
use crate::app::App;
use crate::i18n::Lang;
use crate::text;

/// A frame with its theme and language.
pub struct Page<'a, 'f> {
    frame: &'a mut Frame<'f>,
    theme: Theme,
    lang: Lang,
}

impl<'a, 'f> Page<'a, 'f> {
    /// The page of a frame.
    pub fn new(frame: &'a mut Frame<'f>, app: &App) -> Page<'a, 'f> {
        Page { frame, theme: Theme::new(app.common.looks.theme), lang: app.common.lang }
    }

    /// The whole of it.
    pub fn area(&self) -> Rect {
        self.frame.area()
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// What a role looks like.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// A piece of a line.
    pub fn span(&self, role: Role, text: impl Into<String>) -> Span<'static> {
        Span::styled(text.into(), self.style(role))
    }

    /// Draws pieces on a row of an area; what does not fit ends in an ellipsis at the right edge. A row outside draws
    /// nothing.
    pub fn put(&mut self, area: Rect, row: usize, pieces: &[(Role, &str)]) {
        let mut left = usize::from(area.width);
        let mut spans = Vec::new();
        for (at, (role, piece)) in pieces.iter().enumerate() {
            let rest: String = pieces[at..].iter().map(|(_, piece)| *piece).collect();
            let cells = text::width(piece);
            if text::width(rest.trim_end()) > left && cells >= left {
                spans.push(self.span(*role, text::cut(&rest, left)));
                break;
            }
            left -= cells.min(left);
            spans.push(self.span(*role, *piece));
        }
        self.line(area, row, &spans.into_iter().collect());
    }

    /// Draws a line on a row of an area, as [`Page::put`].
    pub fn line(&mut self, area: Rect, row: usize, line: &Line<'_>) {
        if let Some(y) = row_of(area, row) {
            self.frame.buffer_mut().set_line(area.x, y, line, area.width);
        }
    }

    /// Draws text of one role on a row of an area, ending at its right edge.
    pub fn put_right(&mut self, area: Rect, row: usize, pieces: &[(Role, &str)]) {
        let wide: usize = pieces.iter().map(|(_, piece)| text::width(piece)).sum();
        let wide = u16::try_from(wide).unwrap_or(u16::MAX).min(area.width);
        let right = Rect { x: area.right() - wide, width: wide, ..area };
        self.put(right, row, pieces);
    }

    /// Fills a whole row with a role, over what is drawn there: the focused row.
    pub fn paint(&mut self, area: Rect, row: usize, role: Role) {
        if let Some(y) = row_of(area, row) {
            let style = self.style(role);
            self.frame.buffer_mut().set_style(Rect { y, height: 1, ..area }, style);
        }
    }

    /// A horizontal rule over a row.
    pub fn rule(&mut self, area: Rect, row: usize) {
        self.put(area, row, &[(Role::Rule, &"─".repeat(usize::from(area.width)))]);
    }

    /// A vertical rule down an area, at a column counted from its left.
    pub fn divide(&mut self, area: Rect, column: u16) {
        let thin = Rect { x: area.x + column.min(area.width), width: 1, ..area };
        for row in 0..usize::from(area.height) {
            self.put(thin, row, &[(Role::Rule, "│")]);
        }
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect) {
        let plain = self.style(Role::Plain);
        let blank = " ".repeat(usize::from(area.width));
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                if let Some(cell) = self.frame.buffer_mut().cell_mut(Position { x, y }) {
                    cell.reset();
                }
            }
            self.frame.buffer_mut().set_string(area.x, y, &blank, plain);
        }
    }

    /// Puts the terminal's own cursor: input methods open their window there.
    pub fn cursor(&mut self, area: Rect, row: usize, column: usize) {
        if let (Some(y), Ok(column)) = (row_of(area, row), u16::try_from(column)) {
            let x = area.x.saturating_add(column).min(area.right().saturating_sub(1));
            self.frame.set_cursor_position(Position { x, y });
        }
    }
}

fn row_of(area: Rect, row: usize) -> Option<u16> {
    u16::try_from(row).ok().filter(|row| *row < area.height).map(|row| area.y + row)
}
