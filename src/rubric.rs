//! What is scored: points, stars, bands; product sets with their parts, groups, criteria, levels and minima.
//! Nothing here knows a council, a member or a mark. The decisions themselves are data (`rubric/decisions`).

pub mod builtin;
pub mod check;
pub mod json;
mod source;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::text::serde::note;

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

/// The code of a criterion as the law prints it: `3.5`, `7`, `6.1.2`. Ordered by its numbers, so 9 comes before 10.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Code {
    /// The first four numbers, packed, so that ordering needs no parsing. Decides the order before the text.
    order: u64,
    text: Arc<str>,
}

impl Code {
    /// A code from its printed form.
    pub fn new(code: &str) -> Code {
        let number = |part: Option<&str>| part.map_or(0, |part| u64::from(part.parse::<u16>().unwrap_or(u16::MAX)));
        let mut parts = code.split('.');
        let order = (0..4).fold(0, |order, _| order << 16 | number(parts.next()));
        Code { order, text: code.into() }
    }

    /// As printed.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<String> for Code {
    fn from(text: String) -> Code {
        Code::new(&crate::text::clean(&text))
    }
}

impl From<Code> for String {
    fn from(code: Code) -> String {
        code.as_str().to_owned()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

/// A level by its place on the criterion as printed: `a` is the first. Never by points: two levels may be worth the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "char", into = "char")]
pub struct LevelId(u8);

impl LevelId {
    /// The level at a place counted from 0; at most 26 places.
    pub fn at(place: usize) -> Option<LevelId> {
        u8::try_from(place).ok().filter(|place| *place < 26).map(LevelId)
    }

    /// Its place, from 0.
    pub fn place(self) -> usize {
        usize::from(self.0)
    }

    /// Its letter, from `a`.
    pub fn letter(self) -> char {
        char::from(b'a' + self.0)
    }
}

impl TryFrom<char> for LevelId {
    type Error = String;
    fn try_from(letter: char) -> Result<Self, String> {
        match letter {
            'a'..='z' => Ok(LevelId(letter as u8 - b'a')),
            _ => Err(format!("a level is a letter a to z, not {letter:?}")),
        }
    }
}

impl From<LevelId> for char {
    fn from(level: LevelId) -> char {
        level.letter()
    }
}

impl fmt::Display for LevelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.letter())
    }
}

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
        [0, self.two, self.three, self.four, self.five][usize::from(star.0) - 1]
    }

    /// The star of a mean `sum / count`, compared exactly; 1★ when nothing is counted.
    pub fn star(&self, sum: u32, count: u32) -> Star {
        Star::ALL
            .into_iter()
            .rev()
            .find(|star| count > 0 && sum >= u32::from(self.least(*star)) * count)
            .unwrap_or(Star(1))
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
    /// Whether a new session may choose it.
    pub current: bool,
    /// Maximum of a sheet, in points.
    pub total: u16,
    /// Star bands.
    pub bands: Bands,
}

/// A decision with its sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rubric {
    /// What identifies it.
    pub head: RubricHead,
    /// Its product sets, by number.
    pub sets: Vec<ProductSet>,
    /// Blemishes of the source and what was done about each.
    pub notes: Vec<Both>,
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
    /// Industry (ngành).
    pub industry: Both,
    /// Group within the industry (nhóm).
    pub group: Both,
    /// Managing agency.
    pub agency: Both,
    /// Whether samples are handed in.
    pub samples: bool,
    /// Parts A, B, C.
    pub parts: Vec<Part>,
    /// Grounds on which a dossier is rejected or its assessment stops.
    #[serde(default)]
    pub grounds: Vec<Ground>,
}

/// A part of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// `A`, `B`, `C`.
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
