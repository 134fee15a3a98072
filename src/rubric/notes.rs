//! Blemishes of the source, each tied to the places in the sheets it is about. What was done about one stands in its
//! own words; nothing is decided here.

use std::fmt;

use super::{Both, Code, ProductSet, Rubric};

/// A blemish of the source and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The places it is about; none where it is about the whole decision.
    pub places: Vec<NotePlace>,
    /// In words.
    pub text: Both,
}

/// A set, or one criterion or heading of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotePlace {
    /// Number of the set.
    pub set: u8,
    /// Code of the criterion or heading, if it is about one.
    pub code: Option<Code>,
}

impl NotePlace {
    /// The places of `9`, `9/3.1` or, for several sets in a row, `5-14/2.1`; none if it is none of these.
    pub(super) fn parse(written: &str) -> Option<Vec<NotePlace>> {
        let (sets, code) = match written.split_once('/') {
            Some((sets, code)) => (sets, Some(Code::new(code))),
            None => (written, None),
        };
        let (first, last) = sets.split_once('-').unwrap_or((sets, sets));
        let (first, last) = (first.parse::<u8>().ok()?, last.parse::<u8>().ok()?);
        let sound = first <= last && code.as_ref().is_none_or(Code::is_well_formed);
        sound.then(|| (first..=last).map(|set| NotePlace { set, code: code.clone() }).collect())
    }

    /// Whether there is such a set, and in it such a criterion or heading.
    pub(super) fn exists_in(&self, sets: &[ProductSet]) -> bool {
        let has = |set: &ProductSet| self.code.as_ref().is_none_or(|code| set.has_code(code));
        sets.iter().any(|set| set.no == self.set && has(set))
    }
}

impl fmt::Display for NotePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.code {
            Some(code) => write!(f, "{}/{code}", self.set),
            None => write!(f, "{}", self.set),
        }
    }
}

impl Note {
    /// Whether it is about this set, or about something in it.
    pub fn is_about(&self, set: &ProductSet) -> bool {
        self.places.iter().any(|place| place.set == set.no)
    }

    /// Whether it is about this set, and about no criterion or heading of it.
    pub fn is_only_on(&self, set: &ProductSet) -> bool {
        self.is_about(set) && self.places.iter().all(|place| place.set != set.no || place.code.is_none())
    }

    /// Whether it is about this criterion or heading of the set.
    pub fn is_at(&self, set: &ProductSet, code: &Code) -> bool {
        self.places.iter().any(|place| place.set == set.no && place.code.as_ref() == Some(code))
    }
}

impl Rubric {
    /// The notes about a set or about something in it, in the order written.
    pub fn notes_about<'a>(&'a self, set: &'a ProductSet) -> impl Iterator<Item = &'a Note> {
        self.notes.iter().filter(|note| note.is_about(set))
    }

    /// The notes about the decision as a whole.
    pub fn notes_on_the_whole(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(|note| note.places.is_empty())
    }
}
