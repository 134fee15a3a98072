//! The state of Told: what came of carrying, in sentences. Drawing stands in `ui::screen::told`.

use crate::app::common::Common;
use crate::app::key::Key;
use crate::app::keymap::Told as Do;
use crate::i18n::carry::{Line, Weight};
use crate::i18n::{Lang, both, carry_screen as say};
use crate::rubric::Both;
use crate::text::wrap;

/// The state of Told.
#[derive(Debug)]
pub struct Told {
    lines: Vec<(Weight, Both)>,
    top: usize,
}

impl Told {
    /// Sentences, the same ones in every language.
    pub fn of(say: impl Fn(Lang) -> Vec<Line>) -> Told {
        let mut others = say(Lang::En).into_iter();
        let lines = say(Lang::Vi).into_iter().map(|(weight, vi)| {
            let en = others.next().map(|(_, en)| en).unwrap_or_default();
            (weight, Both { vi, en })
        });
        Told { lines: lines.collect(), top: 0 }
    }

    /// The sentences wrapped to so many cells; one that begins with spaces hangs.
    pub fn wrapped(&self, lang: Lang, cells: usize) -> Vec<(Weight, String)> {
        let mut rows = Vec::new();
        for (weight, words) in &self.lines {
            let words = lang.of(words);
            let indent = words.len() - words.trim_start().len();
            if matches!(weight, Weight::Heading | Weight::Alarm) && !rows.is_empty() {
                rows.push((Weight::Plain, String::new()));
            }
            let lines = wrap(words.trim_start(), cells.saturating_sub(indent + 2));
            rows.extend(lines.into_iter().enumerate().map(|(at, line)| {
                let hang = if at > 0 { indent + 2 } else { indent };
                (*weight, format!("{}{line}", " ".repeat(hang)))
            }));
        }
        rows
    }

    /// The first row shown of so many, in a window of `window` rows.
    pub fn top(&self, rows: usize, window: usize) -> usize {
        self.top.min(rows.saturating_sub(window))
    }

    fn last(&self, common: &Common) -> usize {
        let cells = usize::from(common.size.width).saturating_sub(4);
        self.wrapped(common.lang, cells).len().saturating_sub(common.size.body_rows().saturating_sub(1))
    }

    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        match command {
            Do::Read => true,
            Do::Up | Do::PageUp => self.top > 0,
            Do::Down | Do::PageDown => self.top < self.last(common),
        }
    }

    /// Why a command cannot be given now.
    pub(super) fn why_not(command: Do) -> Option<Both> {
        let why = match command {
            Do::Read => return None,
            Do::Up | Do::PageUp => say::why_at_the_top,
            Do::Down | Do::PageDown => say::why_at_the_end,
        };
        Some(both(|lang| why(lang).to_owned()))
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let last = self.last(common);
        let page = common.size.body_rows().saturating_sub(2).max(1);
        match command {
            Do::Read => common.back(),
            Do::Up => self.top = self.top.min(last).saturating_sub(1),
            Do::Down => self.top = (self.top + 1).min(last),
            Do::PageUp => self.top = self.top.min(last).saturating_sub(page),
            Do::PageDown => self.top = (self.top + page).min(last),
        }
    }
}
