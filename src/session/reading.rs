//! Reading a criterion alike: how much of the disagreement over the opened products each criterion carries, between
//! which levels, without names; and the readings that the council agreed on.
//!
//! The measure is whole points: for any two counted sheets of a product, by how many points they differ on the
//! criterion; summed over all pairs of sheets and all opened products. Criteria of several sets count as one where they
//! stand word for word the same under the same code.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Session;
use super::register::Register;
use crate::council::{CriterionId, DeskAct, EntryId, Marks, Scored};
use crate::rubric::{Both, Code, Criterion, LevelId, ProductSet};

/// What one criterion carries of the disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Both,
    /// The sets it stands in, of products opened.
    pub sets: Vec<u8>,
    /// Opened products it was scored on.
    pub products: usize,
    /// Of them, those on which the sheets differ.
    pub differ: usize,
    /// Points by which any two sheets of a product differ on it, all pairs together.
    pub carried: u64,
    /// The same of all criteria together.
    pub of: u64,
    /// Between which levels, the commonest first: how many pairs of sheets stand so. The lower level first; none for
    /// *none met*.
    pub between: Vec<(Option<LevelId>, Option<LevelId>, usize)>,
    /// What was agreed on it.
    pub agreed: Vec<Agreed>,
}

impl Reading {
    /// Its share of all disagreement, in whole percent, rounded half up.
    pub fn percent(&self) -> u64 {
        (self.carried * 200 + self.of).checked_div(2 * self.of).unwrap_or(0)
    }

    /// What a remark on it names: this criterion in the first of its sets, and wherever it stands the same.
    pub fn id(&self) -> CriterionId {
        CriterionId { code: self.code.clone(), set: self.sets.first().copied() }
    }
}

/// A reading that the council agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// The remark that records it.
    pub entry: EntryId,
    /// On which criterion.
    pub criterion: CriterionId,
    /// In words.
    pub words: String,
}

/// A criterion while its figures come in.
struct Sums<'a> {
    criterion: &'a Criterion,
    sets: Vec<u8>,
    products: usize,
    differ: usize,
    carried: u64,
    between: BTreeMap<(Option<LevelId>, Option<LevelId>), usize>,
}

impl Session {
    /// What each criterion carries of the disagreement over the opened products, the most first; those on which no
    /// sheets differ last. Nothing of a product that is blind, closed or contested (invariant 7).
    pub fn criterion_readings(&self) -> Vec<Reading> {
        let opened: Vec<_> = self.product_ids().iter().filter_map(|product| self.counted_by_set(product)).collect();
        let mut found: Vec<Sums<'_>> = Vec::new();
        let mut by_code: BTreeMap<&Code, Vec<usize>> = BTreeMap::new();
        for (sheets, set) in &opened {
            for criterion in set.criteria() {
                let known = by_code.entry(&criterion.code).or_default();
                let at = known.iter().copied().find(|at| same(found[*at].criterion, criterion)).unwrap_or_else(|| {
                    known.push(found.len());
                    let (sets, between) = (Vec::new(), BTreeMap::new());
                    found.push(Sums { criterion, sets, products: 0, differ: 0, carried: 0, between });
                    found.len() - 1
                });
                found[at].take(set, sheets);
            }
        }
        let of = found.iter().map(|sums| sums.carried).sum();
        let mut readings: Vec<Reading> = found.into_iter().map(|sums| self.told(sums, of)).collect();
        readings.sort_by(|a, b| Reverse(a.carried).cmp(&Reverse(b.carried)).then_with(|| a.code.cmp(&b.code)));
        readings
    }

    /// The readings agreed on a criterion of a set: on it, on the same words in another set, or on its code anywhere.
    pub fn agreed_on(&self, set: &ProductSet, code: &Code) -> Vec<Agreed> {
        if self.readings.iter().all(|about| about.code != *code) {
            return Vec::new();
        }
        let Some(criterion) = set.criterion(code) else { return Vec::new() };
        let meant = |about: &&CriterionId| {
            about.code == *code
                && about.set.is_none_or(|no| {
                    no == set.no
                        || self.any_set(no).and_then(|other| other.criterion(code)).is_some_and(|o| same(o, criterion))
                })
        };
        self.readings.iter().filter(meant).flat_map(|about| self.agreed_under(about)).collect()
    }

    /// Every reading agreed that stands, by criterion; for the minutes.
    pub fn agreed_readings(&self) -> Vec<Agreed> {
        self.readings.iter().flat_map(|about| self.agreed_under(about)).collect()
    }

    /// The current words on a criterion; where two were agreed apart, both.
    fn agreed_under(&self, about: &CriterionId) -> Vec<Agreed> {
        let heads = self.heads(&Register::Reading(about.clone())).iter();
        heads
            .filter_map(|id| match self.desk_act(*id)? {
                DeskAct::Remark { words, .. } => {
                    Some(Agreed { entry: *id, criterion: about.clone(), words: words.clone() })
                }
                _ => None,
            })
            .collect()
    }

    /// Whether some set of the session has the criterion.
    pub(super) fn knows_criterion(&self, about: &CriterionId) -> bool {
        let sets = self.sets.iter().chain(self.bases.values());
        sets.filter(|set| about.set.is_none_or(|no| no == set.no)).any(|set| set.criterion(&about.code).is_some())
    }

    /// The criterion that a reading is of, with its levels.
    pub fn criterion_of(&self, reading: &Reading) -> Option<&Criterion> {
        self.any_set(*reading.sets.first()?)?.criterion(&reading.code)
    }

    fn any_set(&self, no: u8) -> Option<&ProductSet> {
        let carried =
            || self.bases.iter().filter(|(_, set)| set.no == no).min_by_key(|(id, _)| **id).map(|(_, set)| set);
        self.sets.iter().find(|set| set.no == no).or_else(carried).map(AsRef::as_ref)
    }

    fn told(&self, sums: Sums<'_>, of: u64) -> Reading {
        let mut between: Vec<_> = sums.between.into_iter().map(|((low, high), count)| (low, high, count)).collect();
        between.sort_by_key(|(low, high, count)| (Reverse(*count), *low, *high));
        let agreed = sums.sets.first().and_then(|no| self.any_set(*no));
        Reading {
            code: sums.criterion.code.clone(),
            name: sums.criterion.name.clone(),
            agreed: agreed.map_or_else(Vec::new, |set| self.agreed_on(set, &sums.criterion.code)),
            sets: sums.sets,
            products: sums.products,
            differ: sums.differ,
            carried: sums.carried,
            of,
            between,
        }
    }
}

impl Sums<'_> {
    /// Takes in the sheets of one product.
    fn take(&mut self, set: &ProductSet, sheets: &[&Marks]) {
        if !self.sets.contains(&set.no) {
            self.sets.push(set.no);
            self.sets.sort_unstable();
        }
        let marks = sheets.iter().map(|sheet| sheet.scored_on(set, self.criterion));
        let marks: Vec<Scored> = marks.filter(|mark| *mark != Scored::NotApplicable).collect();
        self.products += 1;
        let before = self.between.values().sum::<usize>();
        for (at, one) in marks.iter().enumerate() {
            for other in &marks[at + 1..] {
                if one == other {
                    continue;
                }
                let points = |mark: &Scored| mark.points().unwrap_or(0);
                self.carried += u64::from(points(one).abs_diff(points(other)));
                let mut ends = [(points(one), level(*one)), (points(other), level(*other))];
                ends.sort_unstable();
                *self.between.entry((ends[0].1, ends[1].1)).or_default() += 1;
            }
        }
        self.differ += usize::from(self.between.values().sum::<usize>() > before);
    }
}

fn level(mark: Scored) -> Option<LevelId> {
    match mark {
        Scored::Level(level, _) => Some(level),
        _ => None,
    }
}

/// Whether two criteria read the same: code, name, and every level in worth and words.
fn same(one: &Criterion, other: &Criterion) -> bool {
    one.code == other.code
        && one.name == other.name
        && one.levels.len() == other.levels.len()
        && one
            .levels
            .iter()
            .zip(&other.levels)
            .all(|(a, b)| a.points == b.points && a.text == b.text && a.case == b.case)
}
