//! How a rubric is written: the types of its RON files, reading them, and finding a place in their text.
//! Turning them into a [`super::Rubric`] is in `build`; whether it adds up is in [`super::check`].
//!
//! A rubric is one or more documents of the same shape, any piece of which may be left out. A decision of ours is
//! spread over files (head, wordings, one file per set); a province writes all of it in one. A decision may borrow the
//! words of another: from its files only the shared tables are taken, and the decision's own entries come first.

mod build;
mod entries;
mod read;
#[cfg(test)]
mod tests;

use serde::Deserialize;

use super::{Bands, Both, Consequence, Lapse, LevelId, Star};
use crate::text;
use crate::trouble::Place;

pub(super) use build::assemble;

/// The format of rubric files that this program reads.
const FORMAT: u32 = 1;

/// Faults of a rubric that are placed and reported; each costs a search of the text, and more would help nobody.
const MOST_FAULTS: usize = 100;

/// A file by the name a person knows it, and its text.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
}

/// The same words in Vietnamese, then English.
#[derive(Clone, Deserialize)]
struct Pair(String, String);

/// A key and its words in Vietnamese, then English.
#[derive(Deserialize)]
struct Named(String, String, String);

#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// One file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default)]
    head: Option<Head>,
    #[serde(default)]
    notes: Vec<NoteRow>,
    #[serde(default)]
    parts: Vec<Named>,
    #[serde(default)]
    industries: Vec<Named>,
    #[serde(default)]
    groups: Vec<Named>,
    #[serde(default)]
    agencies: Vec<Named>,
    #[serde(default)]
    headings: Vec<Named>,
    #[serde(default)]
    grounds: Vec<SharedGround>,
    #[serde(default)]
    criteria: Vec<Wording>,
    #[serde(default)]
    sets: Vec<Sheet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    title: Pair,
    decision: String,
    source: Pair,
    in_force: String,
    current: bool,
    #[serde(default)]
    lapsed: Option<Lapse>,
    #[serde(default)]
    minima_unknown: Option<Pair>,
    total: u16,
    bands: Bands,
}

/// A blemish of the source, and the places it is about: `"7"`, `"7/3.1"`, or `"5-14/2.1"` for sets in a row.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteRow {
    #[serde(default)]
    at: Vec<String>,
    text: Pair,
}

/// A ground written once for many sets.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SharedGround {
    id: String,
    leads_to: Consequence,
    text: Pair,
}

/// The words of a criterion, written once for many sets. Levels stand in `levels`, or case by case in `cases`; where
/// only name or note differ from another wording, `levels_of` is its key.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wording {
    key: String,
    name: Pair,
    #[serde(default)]
    note: Option<Pair>,
    #[serde(default)]
    levels_of: Option<String>,
    #[serde(default)]
    levels: Vec<Pair>,
    #[serde(default)]
    cases: Vec<Case>,
}

/// One of the alternative cases of a criterion.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: Pair,
    levels: Vec<Pair>,
}

/// A product set; industry, group, agencies and headings are keys of the shared tables. What of these is not known is
/// left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    no: u8,
    name: Pair,
    #[serde(default)]
    industry: Option<String>,
    #[serde(default)]
    group: Option<String>,
    #[serde(default)]
    agencies: Vec<String>,
    #[serde(default)]
    samples: bool,
    #[serde(default)]
    unsound: Option<Pair>,
    #[serde(default)]
    grounds: Vec<GroundRow>,
    #[serde(default)]
    parts: Vec<PartRows>,
}

/// A ground of one set: a shared one by its id, or one with its own consequence and words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroundRow {
    id: String,
    #[serde(default)]
    at: Option<String>,
    #[serde(default)]
    leads_to: Option<Consequence>,
    #[serde(default)]
    text: Option<Pair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartRows {
    code: String,
    max: u16,
    groups: Vec<Heading>,
}

/// A heading. One that is itself scored leaves its name out and takes that of its criterion.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    code: String,
    max: u16,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    criteria: Vec<Row>,
    #[serde(default)]
    groups: Vec<Heading>,
}

/// A criterion of one set: the words it uses (any of which it may write itself), its points level by level – all
/// cases one after another – and which level is the least for which star.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    max: u16,
    #[serde(default)]
    uses: Option<String>,
    #[serde(default)]
    name: Option<Pair>,
    #[serde(default)]
    note: Option<Pair>,
    #[serde(default)]
    levels: Vec<Pair>,
    #[serde(default)]
    cases: Vec<Case>,
    points: Vec<u16>,
    #[serde(default)]
    minima: Vec<(Star, LevelId)>,
    #[serde(default)]
    needs: Option<String>,
}

impl Pair {
    /// As the rest of the program knows it: text from a file passes the border here.
    fn both(&self) -> Both {
        Both { vi: text::clean(&self.0), en: text::clean(&self.1) }
    }
}

impl Named {
    fn both(&self) -> Both {
        Both { vi: text::clean(&self.1), en: text::clean(&self.2) }
    }
}

impl File<'_> {
    /// The first line and column after a line where `field: value` stands; comments do not count.
    fn field(&self, after: usize, field: &str, value: &str) -> Option<(usize, usize)> {
        self.lines().filter(|(line, _)| *line > after).find_map(|(at, line)| Some((at, column(line, field, value)?)))
    }

    /// The last line and column of an entry of a table that opens with this key.
    fn entry(&self, key: &str) -> Option<(usize, usize)> {
        let quoted = format!("{key:?}");
        let found = self.lines().filter_map(|(at, line)| {
            let opened = line.trim_start_matches([' ', '\t', '(']);
            let place = (at, line.chars().count() - opened.chars().count() + 1);
            if opened.starts_with(&quoted) {
                return Some(place);
            }
            let column = column(line, "key", &quoted).or_else(|| column(line, "id", &quoted))?;
            Some((at, column))
        });
        found.last()
    }

    /// Where a text in quotation marks first stands.
    fn quoted(&self, text: &str) -> Place {
        let quoted = format!("{text:?}");
        let found = self.lines().find_map(|(at, line)| Some((at, line[..line.find(&quoted)?].chars().count() + 1)));
        found.map_or_else(|| Place::file(self.name), |(line, column)| Place::at(self.name, line, column))
    }

    /// Where a set stands, or a code within it. `nth` counts sets of the same number in this file, from 0.
    fn locate(&self, no: u8, nth: usize, code: Option<&str>) -> Place {
        let number = no.to_string();
        let starts = self.lines().filter_map(|(at, line)| Some((at, column(line, "no", &number)?)));
        let Some((line, column)) = starts.into_iter().nth(nth) else { return Place::file(self.name) };
        let end = self.next_set(line);
        let within = code.and_then(|code| self.field(line, "code", &format!("{code:?}")));
        let (line, column) = within.filter(|(at, _)| *at < end).unwrap_or((line, column));
        Place::at(self.name, line, column)
    }

    fn next_set(&self, after: usize) -> usize {
        let opens = |line: &str| values(line, "no").any(|(_, value)| value.starts_with(|c: char| c.is_ascii_digit()));
        self.lines().find(|(at, line)| *at > after && opens(line)).map_or(usize::MAX, |(at, _)| at)
    }

    /// Lines, from 1, that are not comments.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// The column, in characters from 1, at which a line says `field: value`.
fn column(line: &str, field: &str, value: &str) -> Option<usize> {
    values(line, field).find_map(|(column, found)| {
        let whole = !found.strip_prefix(value)?.starts_with(part_of_a_word);
        whole.then_some(column)
    })
}

/// Every `field: …` of a line: its column, in characters from 1, and the rest of the line from the value on.
fn values<'a>(line: &'a str, field: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    line.match_indices(field).filter_map(move |(at, _)| {
        let (before, rest) = (&line[..at], &line[at + field.len()..]);
        let value = rest.trim_start().strip_prefix(':')?.trim_start();
        (!before.ends_with(part_of_a_word)).then(|| (before.chars().count() + 1, value))
    })
}

fn part_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
