//! What is scored: points, stars, bands; product sets with their parts, groups, criteria, levels and minima.
//! Nothing here knows a council, a member or a mark. The decisions themselves are data (`rubric/decisions`).

pub mod builtin;
pub mod check;
pub mod choose;
mod code;
mod head;
pub mod json;
mod notes;
mod source;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::serde::note;

pub use code::{Code, LevelId};
pub use head::{Bands, Lapse, Origin, RubricHead};
pub use notes::{Note, NotePlace};

/// The same words in the two languages of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    /// Vietnamese.
    #[serde(deserialize_with = "note")]
    pub vi: String,
    /// English.
    #[serde(deserialize_with = "note")]
    pub en: String,
}

impl Both {
    /// Whether it says nothing in either language.
    pub fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}

/// A star, 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Star(u8);

impl Star {
    /// All stars, lowest first.
    pub const ALL: [Star; 5] = [Star(1), Star(2), Star(3), Star(4), Star(5)];
    /// The least star that is recognised.
    pub const THREE: Star = Star(3);
    /// Recognised by the province.
    pub const FOUR: Star = Star(4);
    /// Proposed to the Ministry.
    pub const FIVE: Star = Star(5);

    /// The star of this number, if it is one.
    pub fn new(number: u8) -> Option<Star> {
        (1..=5).contains(&number).then_some(Star(number))
    }

    /// Its number, 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Star {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, String> {
        Star::new(number).ok_or_else(|| format!("a star is 1 to 5, not {number}"))
    }
}

impl From<Star> for u8 {
    fn from(star: Star) -> u8 {
        star.0
    }
}

impl fmt::Display for Star {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}★", self.0)
    }
}

/// A decision with its sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rubric {
    /// What identifies it.
    pub head: RubricHead,
    /// Its product sets, by number.
    pub sets: Vec<ProductSet>,
    /// Blemishes of the source and what was done about each.
    pub notes: Vec<Note>,
}

impl Rubric {
    /// The set of this number.
    pub fn set(&self, no: u8) -> Option<&ProductSet> {
        self.sets.iter().find(|set| set.no == no)
    }
}

/// A product set (bộ sản phẩm): the sheet of one kind of product, whole and self-contained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductSet {
    /// Number in the decision.
    pub no: u8,
    /// Name.
    pub name: Both,
    /// Industry (ngành); empty where it is not known.
    pub industry: Both,
    /// Group within the industry (nhóm); empty where it is not known.
    pub group: Both,
    /// Managing agency; empty where it is not known.
    pub agency: Both,
    /// Whether samples are known to be handed in.
    pub samples: bool,
    /// Its parts, such as A, B, C.
    pub parts: Vec<Part>,
    /// Grounds on which a dossier is rejected or its assessment stops.
    #[serde(default)]
    pub grounds: Vec<Ground>,
    /// Why the data it was taken from are not sound, where they are not. Such a set may fail to add up or lack its
    /// criteria; it can be shown and never chosen (see [`choose`]).
    #[serde(default)]
    pub unsound: Option<Both>,
}

/// A part of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Such as `A`.
    pub code: String,
    /// Maximum in points.
    pub max: u16,
    /// Name.
    pub name: Both,
    /// Its groups.
    pub groups: Vec<Group>,
}

/// A heading with criteria, or with further headings. One that is itself scored holds one criterion with its own code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// `3`, `6.1`.
    pub code: Code,
    /// Maximum in points.
    pub max: u16,
    /// Name.
    pub name: Both,
    /// Criteria right below.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    /// Headings right below; never together with criteria.
    #[serde(default)]
    pub groups: Vec<Group>,
}

/// One choice among levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Code as printed.
    pub code: Code,
    /// Maximum in points: that of its best level.
    pub max: u16,
    /// Name.
    pub name: Both,
    /// What a member has to know to choose: requirement, remark.
    #[serde(default)]
    pub note: Option<Both>,
    /// Scored only if that criterion is worth more than 0 on the same sheet (5.2 needs a story, 5.1).
    #[serde(default)]
    pub needs: Option<Code>,
    /// Alternative cases, by letter: choose the case, then the level. Empty for all but three criteria of set 26.
    #[serde(default)]
    pub cases: Vec<Both>,
    /// Levels in the order printed.
    pub levels: Vec<Level>,
}

/// One level of a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Worth, in points.
    pub points: u16,
    /// What a product must show.
    pub text: Both,
    /// The star for which this is the least level.
    #[serde(default)]
    pub minimum_for: Option<Star>,
    /// The place of the case it belongs to, from 0.
    #[serde(default)]
    pub case: Option<u8>,
}

/// A ground on which a dossier is rejected or the assessment stops: a recorded decision, never a silent zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Short id within the set, `forged`.
    pub id: String,
    /// What follows from it.
    pub leads_to: Consequence,
    /// The criterion at which it shows, if at one.
    #[serde(default)]
    pub at: Option<Code>,
    /// In words.
    pub text: Both,
}

/// What follows from a ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Consequence {
    /// The dossier is rejected (bị loại).
    Reject,
    /// The assessment stops (dừng đánh giá).
    Stop,
}

/// A star minimum: the least level of one criterion for one star.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minimum {
    /// The criterion.
    pub criterion: Code,
    /// The star.
    pub star: Star,
    /// Points of the least level.
    pub points: u16,
}

impl ProductSet {
    /// Every criterion, in the order printed.
    pub fn criteria(&self) -> Vec<&Criterion> {
        self.parts.iter().flat_map(Part::criteria).collect()
    }

    /// The criterion with this code.
    pub fn criterion(&self, code: &Code) -> Option<&Criterion> {
        self.criteria().into_iter().find(|criterion| criterion.code == *code)
    }

    /// Whether a criterion or a heading has this code.
    pub fn has_code(&self, code: &Code) -> bool {
        fn has(group: &Group, code: &Code) -> bool {
            group.code == *code || group.groups.iter().any(|inner| has(inner, code))
        }
        let headings = || self.parts.iter().flat_map(|part| &part.groups);
        self.criterion(code).is_some() || headings().any(|group| has(group, code))
    }

    /// The ground with this id.
    pub fn ground(&self, id: &str) -> Option<&Ground> {
        self.grounds.iter().find(|ground| ground.id == id)
    }

    /// Every minimum: lower stars first, then in the order printed.
    pub fn minima(&self) -> Vec<Minimum> {
        let mut minima: Vec<Minimum> = self
            .criteria()
            .into_iter()
            .flat_map(|criterion| {
                criterion.levels.iter().filter_map(|level| {
                    Some(Minimum { criterion: criterion.code.clone(), star: level.minimum_for?, points: level.points })
                })
            })
            .collect();
        minima.sort_by_key(|minimum| minimum.star);
        minima
    }
}

impl Part {
    /// Every criterion of the part, in the order printed.
    pub fn criteria(&self) -> Vec<&Criterion> {
        self.groups.iter().flat_map(Group::criteria_below).collect()
    }
}

impl Group {
    /// Every criterion of the group and of the groups within it, in the order printed.
    pub fn criteria_below(&self) -> Vec<&Criterion> {
        self.criteria.iter().chain(self.groups.iter().flat_map(Group::criteria_below)).collect()
    }
}

impl Criterion {
    /// The level with this id.
    pub fn level(&self, id: LevelId) -> Option<&Level> {
        self.levels.get(id.place())
    }

    /// The levels worth so many points, in the order printed.
    pub fn worth(&self, points: u16) -> Vec<LevelId> {
        (0..self.levels.len()).filter(|at| self.levels[*at].points == points).filter_map(LevelId::at).collect()
    }

    /// Whether a level is worth 0; where none is, 0 means *none met*.
    pub fn has_zero(&self) -> bool {
        self.levels.iter().any(|level| level.points == 0)
    }
}
