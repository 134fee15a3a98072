//! Page 4: the rules, from a preset or a file. The line of the cursor is the one that will hold.

use crate::app::cursor::Cursor;
use crate::app::keymap::New as Do;
use crate::council::Rules;

/// The state of page 4.
#[derive(Debug, Default)]
pub struct RulesPage {
    cursor: Cursor,
    own: Option<Rules>,
}

/// A line of page 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The preset of this name.
    Preset(&'static str),
    /// A file of one's own, read or not.
    Own,
}

impl RulesPage {
    /// Every line.
    pub fn lines() -> Vec<Line> {
        Rules::presets().into_iter().map(|(name, _)| Line::Preset(name)).chain([Line::Own]).collect()
    }

    /// The line of the cursor.
    pub fn at(&self) -> usize {
        self.cursor.at(RulesPage::lines().len()).unwrap_or(0)
    }

    /// The line that holds.
    pub fn line(&self) -> Line {
        RulesPage::lines()[self.at()]
    }

    /// The rules that hold: those of the line, or the default while a file is not read.
    pub fn rules(&self) -> Rules {
        match self.line() {
            Line::Preset(name) => Rules::preset(name).unwrap_or_default(),
            Line::Own => self.own.clone().unwrap_or_default(),
        }
    }

    /// Whether the line is a file that is not read yet.
    pub fn wants_file(&self) -> bool {
        self.line() == Line::Own && self.own.is_none()
    }

    pub(super) fn update(&mut self, command: Do) {
        let lines = RulesPage::lines().len();
        match command {
            Do::Up => self.cursor.step(-1, lines),
            Do::Down => self.cursor.step(1, lines),
            _ => {}
        }
    }

    pub(super) fn take(&mut self, rules: Rules) {
        self.own = Some(rules);
        self.cursor.to(RulesPage::lines().len() - 1);
    }
}
