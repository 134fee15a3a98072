//! The state of Help: which page, how far down. Drawing stands in `ui::screen::help`.

use crate::app::common::Common;
use crate::app::key::Key;
use crate::app::keymap::{Help as Do, Place};

/// The state of Help.
#[derive(Debug)]
pub struct Help {
    /// The place it was asked from: its keys come first.
    from: Place,
    page: Page,
    top: usize,
}

/// A page of Help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The keys, by place.
    Keys,
    /// The course of a session.
    Guide,
}

impl Help {
    /// Help asked from a place.
    pub fn at(from: Place) -> Help {
        Help { from, page: Page::Keys, top: 0 }
    }

    /// The places in the order shown: the one it was asked from, every screen's, the others.
    pub fn places(&self) -> Vec<Place> {
        let first = [self.from, Place::Everywhere];
        first.into_iter().chain(Place::ALL.into_iter().filter(|place| !first.contains(place))).collect()
    }

    /// The page.
    pub fn page(&self) -> Page {
        self.page
    }

    /// The first line shown of so many, in a window of `rows`.
    pub fn top(&self, lines: usize, rows: usize) -> usize {
        self.top.min(lines.saturating_sub(rows))
    }

    /// Whether a command can be given now.
    pub fn can(&self, _common: &Common, _command: Do) -> bool {
        true
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let page = common.size.body_rows().saturating_sub(2).max(1);
        let last = lines(self, common).saturating_sub(common.size.body_rows());
        self.top = self.top.min(last);
        match command {
            Do::Up => self.top = self.top.saturating_sub(1),
            Do::Down => self.top = (self.top + 1).min(last),
            Do::PageUp => self.top = self.top.saturating_sub(page),
            Do::PageDown => self.top = (self.top + page).min(last),
            Do::First => self.top = 0,
            Do::Last => self.top = last,
            Do::Turn => {
                self.page = match self.page {
                    Page::Keys => Page::Guide,
                    Page::Guide => Page::Keys,
                };
                self.top = 0;
            }
        }
    }
}

/// A line of Help, before it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading.
    Heading(String),
    /// Keys and what they do.
    Key(String, String),
    /// Text.
    Text(String),
    /// Nothing.
    Blank,
}

/// Columns of a line's keys.
pub const KEYS_WIDTH: usize = 22;

/// The lines of a page, wrapped to the window.
pub fn content(help: &Help, common: &Common) -> Vec<Line> {
    let width = usize::from(common.size.width).saturating_sub(4);
    let mut lines = Vec::new();
    match help.page {
        Page::Keys => {
            for place in help.places() {
                lines.push(Line::Heading(place.title(common.lang).to_owned()));
                for binding in place.bindings() {
                    let said = crate::text::wrap((binding.help)(common.lang), width - KEYS_WIDTH);
                    let mut keys = binding.all_shown();
                    for line in said {
                        lines.push(Line::Key(std::mem::take(&mut keys), line));
                    }
                }
                lines.push(Line::Blank);
            }
        }
        Page::Guide => {
            for (heading, text) in crate::i18n::help::guide(common.lang) {
                lines.push(Line::Heading(heading.to_owned()));
                lines.extend(crate::text::wrap(text, width).into_iter().map(Line::Text));
                lines.push(Line::Blank);
            }
        }
    }
    lines
}

fn lines(help: &Help, common: &Common) -> usize {
    content(help, common).len()
}
