//! Cells and the marks of a sheet: six kinds of "no points" kept apart. No totals across members (see `verdict`).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::rubric::{Code, Criterion, LevelId, Part, ProductSet};
use crate::text::serde::note;

/// What a member chose for one criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Value {
    /// Nothing yet, or cleared.
    #[default]
    Unscored,
    /// None of the levels is met: 0 points, a decision.
    NoneMet,
    /// A level, by its place.
    Level(LevelId),
}

/// A whole cell of a sheet; a mark always carries all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// The choice.
    pub value: Value,
    /// A note, in words.
    #[serde(default, skip_serializing_if = "String::is_empty", deserialize_with = "note")]
    pub note: String,
    /// Where the evidence stands in the dossier.
    #[serde(default, skip_serializing_if = "String::is_empty", deserialize_with = "note")]
    pub evidence: String,
    /// The member wants to look again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsure: bool,
}

/// What a cell means on its sheet, conditions applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scored {
    /// Nothing chosen yet.
    Unscored,
    /// None of the levels is met: 0 points.
    NoneMet,
    /// A level and its points.
    Level(LevelId, u16),
    /// Its condition fails (5.2 without a story): 0 points, nothing to choose.
    NotApplicable,
}

impl Scored {
    /// Points; nothing while unscored.
    pub fn points(self) -> Option<u16> {
        match self {
            Scored::Unscored => None,
            Scored::NoneMet | Scored::NotApplicable => Some(0),
            Scored::Level(_, points) => Some(points),
        }
    }
}

/// The cells of one sheet, by criterion. Cells at their default are not held, so equal sheets are equal values.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Vec<(Code, Cell)>", into = "Vec<(Code, Cell)>")]
pub struct Marks(BTreeMap<Code, Cell>);

impl TryFrom<Vec<(Code, Cell)>> for Marks {
    type Error = String;
    fn try_from(cells: Vec<(Code, Cell)>) -> Result<Self, String> {
        let mut marks = Marks::default();
        let mut seen = BTreeSet::new();
        for (code, cell) in cells {
            if !seen.insert(code.clone()) {
                return Err(format!("criterion {code} stands twice on one sheet"));
            }
            marks.set(code, cell);
        }
        Ok(marks)
    }
}

impl From<Marks> for Vec<(Code, Cell)> {
    fn from(marks: Marks) -> Self {
        marks.0.into_iter().collect()
    }
}

impl Marks {
    /// The cell of a criterion, as marked.
    pub fn cell(&self, code: &Code) -> Cell {
        self.0.get(code).cloned().unwrap_or_default()
    }

    /// Puts a cell in its place.
    pub fn set(&mut self, code: Code, cell: Cell) {
        if cell == Cell::default() {
            self.0.remove(&code);
        } else {
            self.0.insert(code, cell);
        }
    }

    /// Cells that are not at their default, by criterion.
    pub fn iter(&self) -> impl Iterator<Item = (&Code, &Cell)> {
        self.0.iter()
    }

    /// What the criterion's cell means, conditions applied. A level the criterion lacks reads as unscored.
    pub fn scored(&self, set: &ProductSet, code: &Code) -> Scored {
        set.criterion(code).map_or(Scored::Unscored, |criterion| self.scored_on(set, criterion))
    }

    /// As [`Marks::scored`], where the criterion is at hand.
    pub fn scored_on(&self, set: &ProductSet, criterion: &Criterion) -> Scored {
        if criterion.needs.is_some() && !self.applies(set, criterion) {
            return Scored::NotApplicable;
        }
        self.chosen(criterion)
    }

    /// Whether all that the criterion needs, and all that those need, is worth more than 0 (or not chosen yet).
    /// Goes no further than the set has criteria, so needs that run in a circle come to an end.
    fn applies(&self, set: &ProductSet, criterion: &Criterion) -> bool {
        let criteria = set.criteria();
        let needed = |of: &&Criterion| criteria.iter().copied().find(|other| of.needs.as_ref() == Some(&other.code));
        std::iter::successors(needed(&criterion), needed)
            .take(criteria.len())
            .all(|needed| self.chosen(needed).points() != Some(0))
    }

    /// What was chosen, conditions aside.
    pub fn chosen(&self, criterion: &Criterion) -> Scored {
        Marks::worth(self.0.get(&criterion.code), criterion)
    }

    /// What was chosen on each of some criteria, conditions aside. Where they stand in the order of their codes, as
    /// printed ones do, this is one walk over the sheet.
    pub fn all_chosen(&self, criteria: &[&Criterion]) -> Vec<Scored> {
        let mut cells = self.0.iter().peekable();
        let chosen = criteria.iter().map(|criterion| {
            let next = cells.next_if(|(code, _)| **code == criterion.code);
            Marks::worth(next.map_or_else(|| self.0.get(&criterion.code), |(_, cell)| Some(cell)), criterion)
        });
        chosen.collect()
    }

    /// What a cell means on its criterion.
    fn worth(cell: Option<&Cell>, criterion: &Criterion) -> Scored {
        match cell.map_or(Value::Unscored, |cell| cell.value) {
            Value::Unscored => Scored::Unscored,
            Value::NoneMet => Scored::NoneMet,
            Value::Level(level) => {
                criterion.level(level).map_or(Scored::Unscored, |found| Scored::Level(level, found.points))
            }
        }
    }

    /// Points on every criterion of the set, in the order printed; nothing where unscored. One pass over the set.
    pub fn points(&self, set: &ProductSet) -> Vec<Option<u16>> {
        set.criteria().into_iter().map(|criterion| self.scored_on(set, criterion).points()).collect()
    }

    /// Criteria of the set that still want a choice, in the order printed.
    pub fn missing(&self, set: &ProductSet) -> Vec<Code> {
        set.criteria()
            .into_iter()
            .filter(|criterion| self.scored_on(set, criterion) == Scored::Unscored)
            .map(|criterion| criterion.code.clone())
            .collect()
    }

    /// Sum of a part, in points; unscored criteria add nothing (they are *missing*, not 0). A checked set stays within
    /// `u16`; one that does not stops at its end.
    pub fn part_total(&self, set: &ProductSet, part: &Part) -> u16 {
        let points = part.criteria().into_iter().filter_map(|criterion| self.scored_on(set, criterion).points());
        points.fold(0, u16::saturating_add)
    }

    /// Sum of the sheet, in points, as [`Marks::part_total`].
    pub fn total(&self, set: &ProductSet) -> u16 {
        set.parts.iter().map(|part| self.part_total(set, part)).fold(0, u16::saturating_add)
    }
}
