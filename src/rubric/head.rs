//! What identifies a rubric: decision, dates, bands, whose text it is. What is scored is in [`super`].

use serde::{Deserialize, Serialize};

use super::{Both, Star};
use crate::text::serde::line;

/// Least mean total, in points, of the stars 2, 3, 4 and 5. Half-open: the next threshold is not reached (Art. 3.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// Least total for 2★.
    pub two: u16,
    /// Least total for 3★.
    pub three: u16,
    /// Least total for 4★.
    pub four: u16,
    /// Least total for 5★.
    pub five: u16,
}

impl Bands {
    /// Least mean total of a star; 0 for 1★.
    pub fn least(&self, star: Star) -> u16 {
        [0, self.two, self.three, self.four, self.five][usize::from(star.number()) - 1]
    }

    /// The star of a mean `sum / count`, compared exactly; 1★ when nothing is counted.
    pub fn star(&self, sum: u32, count: u32) -> Star {
        Star::ALL
            .into_iter()
            .rev()
            .find(|star| count > 0 && sum >= u32::from(self.least(*star)) * count)
            .unwrap_or(Star::ALL[0])
    }
}

/// What identifies a decision: printed, frozen into every charter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RubricHead {
    /// `qd26-2026`.
    pub id: String,
    /// Full title.
    pub title: Both,
    /// Decision number as printed, `26/2026/QĐ-TTg`.
    pub decision: String,
    /// Where in the decision, in words.
    pub source: Both,
    /// Date in force, `2026-05-22`.
    pub in_force: String,
    /// Whether it is in force: a lapsed decision is for rehearsals and for whoever asks for it knowingly.
    pub current: bool,
    /// Since when it no longer applies, and what replaced it.
    #[serde(default)]
    pub lapsed: Option<Lapse>,
    /// Why the star minima of its sets are not known, where none are. The star then follows from the mean alone, and
    /// only in a rehearsal.
    #[serde(default)]
    pub minima_unknown: Option<Both>,
    /// Maximum of a sheet, in points.
    pub total: u16,
    /// Star bands.
    pub bands: Bands,
    /// Whose text it is.
    #[serde(default)]
    pub origin: Origin,
    /// SHA-256, in hex digits, of the rubric's text with `\n` at line ends: for a rubric in one file what `sha256sum`
    /// prints, for a built-in decision that of its files one after another. Empty in the oldest charters.
    #[serde(default, deserialize_with = "line")]
    pub digest: String,
}

/// When a decision lapsed and what replaced it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lapse {
    /// The first day on which it no longer applied, `2026-07-21`.
    #[serde(deserialize_with = "line")]
    pub on: String,
    /// The number of the decision that replaced it, `26/2026/QĐ-TTg`.
    #[serde(deserialize_with = "line")]
    pub replaced_by: String,
}

/// Where a rubric comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// Built into the program.
    #[default]
    BuiltIn,
    /// A file of a person's own, such as a province's with the official wording.
    File,
}
