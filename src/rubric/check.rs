//! Whether a rubric is sound: everything adds up, every reference leads somewhere, every text can be shown.
//! No files here: where a flaw stands in a file is found by `source`; a charter's own sets are placed by their reader.

use std::collections::BTreeSet;

use super::{Both, Code, Criterion, Group, LevelId, Part, ProductSet, Rubric, Star, choose};
use crate::text;
use crate::trouble::{Fault, FaultKind, Place};

/// Most flaws noted; a rubric that is wrong from top to bottom says so without the rest.
const MOST_FLAWS: usize = 1000;

/// Most criteria of one set. The largest there is has 34.
const MOST_CRITERIA: usize = 500;

/// Something a rubric must not be, by place in the rubric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The set, by its place in the list of sets; none for the head.
    pub set: Option<usize>,
    /// Codes from the set down: `9`, `A`, `3`, `3.1`.
    pub path: Vec<String>,
    /// What is wrong.
    pub what: FaultKind,
}

impl Flaw {
    /// The flaw as a fault at a place in a file.
    pub fn at(self, place: Place) -> Fault {
        Fault { place, what: self.what }
    }
}

/// The rules of soundness that are not sums, repetitions or references. A broken one becomes
/// [`FaultKind::Unsound`] with its word, a space, and the codes from the set down: `points-decrease 9/A/3/3.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// No text is empty, in either language.
    TextGiven,
    /// Every text is one clean line.
    TextClean,
    /// A code is whole numbers joined by dots, each of which a small letter may follow.
    CodeOfNumbers,
    /// An id is lower-case ASCII letters, digits and `-`.
    PlainId,
    /// The date in force is a date, `2026-05-22`.
    RealDate,
    /// Star bands increase and none is beyond the total.
    BandsIncrease,
    /// A rubric has sets, a set has parts, a part has groups, a criterion has levels.
    NotEmpty,
    /// A heading holds criteria or headings: never both, never neither.
    CriteriaOrGroups,
    /// A criterion has at most 26 levels, `a` to `z`.
    AtMost26Levels,
    /// As many points as levels.
    OnePointsPerLevel,
    /// Points do not decrease from level to level within a case.
    PointsIncrease,
    /// A level is the least for at most one star.
    OneMinimumPerLevel,
    /// A star has at most one least level on a criterion.
    OneMinimumPerStar,
    /// The least level of a higher star is not worth less.
    MinimaIncrease,
    /// With cases every level belongs to one, every case has levels, and they stand case by case; without, none does.
    CasesWhole,
    /// A criterion needs only an earlier one of its set, and one that can be worth 0.
    NeedsEarlier,
    /// A digest is empty or 64 lower-case hex digits.
    Digest,
    /// A decision that has lapsed is not current.
    LapsedIsNotCurrent,
    /// Where the star minima are said to be unknown, no level is one.
    UnknownMinima,
}

impl Rule {
    /// The word for a broken rule; `i18n` turns it into a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Rule::TextGiven => "empty-text",
            Rule::TextClean => "unclean-text",
            Rule::CodeOfNumbers => "bad-code",
            Rule::PlainId => "bad-id",
            Rule::RealDate => "bad-date",
            Rule::BandsIncrease => "bands-out-of-order",
            Rule::NotEmpty => "nothing-inside",
            Rule::CriteriaOrGroups => "criteria-or-groups",
            Rule::AtMost26Levels => "too-many-levels",
            Rule::OnePointsPerLevel => "points-and-levels-differ",
            Rule::PointsIncrease => "points-decrease",
            Rule::OneMinimumPerLevel => "two-minima-on-a-level",
            Rule::OneMinimumPerStar => "two-minima-for-a-star",
            Rule::MinimaIncrease => "minima-out-of-order",
            Rule::CasesWhole => "cases-broken",
            Rule::NeedsEarlier => "needs-no-earlier-zero",
            Rule::Digest => "bad-digest",
            Rule::LapsedIsNotCurrent => "lapsed-yet-current",
            Rule::UnknownMinima => "minima-of-unknown",
        }
    }

    /// The fault of breaking it at a place in the rubric.
    pub(crate) fn broken(self, path: &[String]) -> FaultKind {
        FaultKind::Unsound(format!("{} {}", self.word(), path.join("/")))
    }
}

/// Everything wrong with a rubric; the place of a fault is the rubric's id, as no file is known here.
pub fn check(rubric: &Rubric) -> Vec<Fault> {
    flaws(rubric).into_iter().map(|flaw| flaw.at(Place::file(&rubric.head.id))).collect()
}

/// Everything wrong with a rubric: its head, then set by set.
pub fn flaws(rubric: &Rubric) -> Vec<Flaw> {
    let mut checker = Checker::default();
    checker.head(rubric);
    let mut numbers = BTreeSet::new();
    for (at, set) in rubric.sets.iter().enumerate() {
        checker.set = Some(at);
        if !numbers.insert(set.no) {
            checker.flaw(&[set.no.to_string()], FaultKind::RepeatedId(set.no.to_string()));
        }
        checker.set(set, rubric.head.total);
    }
    checker.flaws
}

/// Everything wrong with the set at a place in the list of sets; where the total is not known, it may be any.
pub(super) fn flaws_of(at: usize, set: &ProductSet, total: Option<u16>) -> Vec<Flaw> {
    let mut checker = Checker { set: Some(at), flaws: Vec::new() };
    let parts = set.parts.iter().fold(0, |sum: u16, part| sum.saturating_add(part.max));
    checker.set(set, total.unwrap_or(parts));
    checker.flaws
}

/// Everything wrong with one set of a rubric of `total` points, as a charter carries it; an unsound set is in none.
pub fn set_flaws(set: &ProductSet, total: u16) -> Vec<Flaw> {
    let mut flaws = flaws_of(0, set, Some(total));
    let refused = choose::may(set).err();
    flaws.extend(refused.map(|what| Flaw { set: Some(0), path: vec![set.no.to_string()], what }));
    flaws
}

#[derive(Default)]
struct Checker {
    set: Option<usize>,
    flaws: Vec<Flaw>,
}

impl Checker {
    fn head(&mut self, rubric: &Rubric) {
        let head = &rubric.head;
        let path = [head.id.clone()];
        self.rule(is_plain(&head.id), Rule::PlainId, &path);
        self.words(&head.title, &path);
        self.words(&head.source, &path);
        self.text(&head.decision, &path);
        let lapsed = head.lapsed.as_ref();
        for date in [&head.in_force].into_iter().chain(lapsed.map(|lapse| &lapse.on)) {
            self.rule(date.parse::<jiff::civil::Date>().is_ok(), Rule::RealDate, &path);
        }
        if let Some(lapse) = lapsed {
            self.text(&lapse.replaced_by, &path);
            self.rule(!head.current, Rule::LapsedIsNotCurrent, &path);
        }
        if let Some(why) = &head.minima_unknown {
            self.words(why, &path);
            let marked = rubric.sets.iter().any(|set| !set.minima().is_empty());
            self.rule(!marked, Rule::UnknownMinima, &path);
        }
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let digest = &head.digest;
        self.rule(digest.is_empty() || (digest.len() == 64 && digest.bytes().all(hex)), Rule::Digest, &path);
        let bands = [0, head.bands.two, head.bands.three, head.bands.four, head.bands.five];
        self.rule(bands.is_sorted_by(|a, b| a < b) && head.bands.five <= head.total, Rule::BandsIncrease, &path);
        self.rule(!rubric.sets.is_empty(), Rule::NotEmpty, &path);
        for note in &rubric.notes {
            self.words(&note.text, &path);
        }
    }

    fn set(&mut self, set: &ProductSet, total: u16) {
        let path = vec![set.no.to_string()];
        if set.criteria().len() > MOST_CRITERIA {
            let what = FaultKind::TooManyEntries { field: "criteria".into(), most: MOST_CRITERIA };
            return self.flaw(&path, what);
        }
        self.words(&set.name, &path);
        for words in [&set.industry, &set.group, &set.agency].into_iter().filter(|words| !words.is_empty()) {
            self.words(words, &path);
        }
        if let Some(why) = &set.unsound {
            return self.shown_only(set, why, &path);
        }
        self.sum(u32::from(total), set.parts.iter().map(|part| part.max), &path);
        self.distinct(set.parts.iter().map(|part| part.code.as_str()), &path);
        for part in &set.parts {
            self.part(part, &path);
        }
        self.distinct(set.parts.iter().flat_map(|part| codes(&part.groups)), &path);
        self.needs(set, &path);
        self.grounds(set, &path);
    }

    /// An unsound set is shown, never scored: its texts have to be fit for that, and nothing has to add up.
    fn shown_only(&mut self, set: &ProductSet, why: &Both, path: &[String]) {
        let headings = set.parts.iter().flat_map(|part| &part.groups).flat_map(headings).map(|heading| &heading.name);
        let parts = set.parts.iter().map(|part| &part.name);
        let grounds = set.grounds.iter().map(|ground| &ground.text);
        for words in [why].into_iter().chain(parts).chain(headings).chain(grounds) {
            self.words(words, path);
        }
        for criterion in set.criteria() {
            self.criterion_texts(criterion, &below(path, criterion.code.as_str()));
        }
    }

    fn part(&mut self, part: &Part, path: &[String]) {
        let path = below(path, &part.code);
        self.text(&part.code, &path);
        self.words(&part.name, &path);
        self.rule(!part.groups.is_empty(), Rule::NotEmpty, &path);
        self.sum(u32::from(part.max), part.groups.iter().map(|group| group.max), &path);
        for group in &part.groups {
            self.group(group, &path);
        }
    }

    fn group(&mut self, group: &Group, path: &[String]) {
        let path = below(path, group.code.as_str());
        self.rule(group.code.is_well_formed(), Rule::CodeOfNumbers, &path);
        self.words(&group.name, &path);
        self.rule(group.criteria.is_empty() != group.groups.is_empty(), Rule::CriteriaOrGroups, &path);
        let inner = group.criteria.iter().map(|criterion| criterion.max);
        self.sum(u32::from(group.max), inner.chain(group.groups.iter().map(|group| group.max)), &path);
        for criterion in &group.criteria {
            if criterion.code == group.code {
                self.criterion(criterion, &path);
            } else {
                self.criterion(criterion, &below(&path, criterion.code.as_str()));
            }
        }
        for inner in &group.groups {
            self.group(inner, &path);
        }
    }

    fn criterion(&mut self, criterion: &Criterion, path: &[String]) {
        self.rule(criterion.code.is_well_formed(), Rule::CodeOfNumbers, path);
        self.criterion_texts(criterion, path);
        let levels = &criterion.levels;
        self.rule(!levels.is_empty(), Rule::NotEmpty, path);
        self.sum(u32::from(criterion.max), levels.iter().map(|level| level.points).max(), path);
        let within_a_case = |pair: &[super::Level]| pair[0].case != pair[1].case || pair[0].points <= pair[1].points;
        self.rule(levels.windows(2).all(within_a_case), Rule::PointsIncrease, path);
        self.minima(criterion, path);
        // Cases in the order listed, each once: the run of case numbers is then 0, 1, … without a gap.
        let mut cases: Vec<Option<u8>> = levels.iter().map(|level| level.case).collect();
        cases.dedup();
        let expected: Vec<Option<u8>> =
            if criterion.cases.is_empty() { vec![None] } else { (0..).map(Some).take(criterion.cases.len()).collect() };
        self.rule(levels.is_empty() || cases == expected, Rule::CasesWhole, path);
    }

    fn criterion_texts(&mut self, criterion: &Criterion, path: &[String]) {
        let levels = &criterion.levels;
        let texts = levels.iter().map(|level| &level.text);
        for words in [&criterion.name].into_iter().chain(&criterion.note).chain(&criterion.cases).chain(texts) {
            self.words(words, path);
        }
        self.rule(levels.last().is_none() || LevelId::at(levels.len() - 1).is_some(), Rule::AtMost26Levels, path);
    }

    fn minima(&mut self, criterion: &Criterion, path: &[String]) {
        let mut minima: Vec<(Star, u16)> =
            criterion.levels.iter().filter_map(|level| Some((level.minimum_for?, level.points))).collect();
        minima.sort_unstable();
        self.rule(minima.windows(2).all(|pair| pair[0].0 != pair[1].0), Rule::OneMinimumPerStar, path);
        self.rule(minima.windows(2).all(|pair| pair[0].1 <= pair[1].1), Rule::MinimaIncrease, path);
    }

    fn needs(&mut self, set: &ProductSet, path: &[String]) {
        let mut earlier = BTreeSet::new();
        for criterion in set.criteria() {
            let sound = criterion.needs.as_ref().is_none_or(|needed| earlier.contains(needed));
            self.rule(sound, Rule::NeedsEarlier, &below(path, criterion.code.as_str()));
            earlier.extend(criterion.has_zero().then_some(&criterion.code));
        }
    }

    fn grounds(&mut self, set: &ProductSet, path: &[String]) {
        let known: BTreeSet<&Code> = set.criteria().into_iter().map(|criterion| &criterion.code).collect();
        self.distinct(set.grounds.iter().map(|ground| ground.id.as_str()), path);
        for ground in &set.grounds {
            self.rule(is_plain(&ground.id), Rule::PlainId, path);
            self.words(&ground.text, path);
            if let Some(code) = ground.at.as_ref().filter(|code| !known.contains(code)) {
                self.flaw(path, FaultKind::UnknownReference(code.to_string()));
            }
        }
    }

    fn sum(&mut self, printed: u32, addends: impl IntoIterator<Item = u16>, path: &[String]) {
        let added = addends.into_iter().map(u32::from).sum();
        if printed != added {
            self.flaw(path, FaultKind::DoesNotAddUp { what: path.join("/"), printed, added });
        }
    }

    fn distinct<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>, path: &[String]) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.flaw(path, FaultKind::RepeatedId(below(path, id).join("/")));
            }
        }
    }

    fn words(&mut self, words: &Both, path: &[String]) {
        self.text(&words.vi, path);
        self.text(&words.en, path);
    }

    fn text(&mut self, words: &str, path: &[String]) {
        self.rule(!words.trim().is_empty(), Rule::TextGiven, path);
        self.rule(text::is_clean(words) && text::clean(words) == words, Rule::TextClean, path);
    }

    fn rule(&mut self, kept: bool, rule: Rule, path: &[String]) {
        if !kept {
            self.flaw(path, rule.broken(path));
        }
    }

    fn flaw(&mut self, path: &[String], what: FaultKind) {
        if self.flaws.len() < MOST_FLAWS {
            self.flaws.push(Flaw { set: self.set, path: path.to_vec(), what });
        }
    }
}

/// Codes of headings and criteria, in the order printed; a heading that is itself scored counts once.
fn codes(groups: &[Group]) -> Vec<&str> {
    let mut found = Vec::new();
    for group in groups {
        found.push(group.code.as_str());
        let scored = group.criteria.len() == 1 && group.criteria[0].code == group.code;
        found.extend(group.criteria.iter().filter(|_| !scored).map(|criterion| criterion.code.as_str()));
        found.extend(codes(&group.groups));
    }
    found
}

/// A heading and every heading within it.
fn headings(group: &Group) -> Vec<&Group> {
    [group].into_iter().chain(group.groups.iter().flat_map(headings)).collect()
}

fn is_plain(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A code is cut where nobody would read on: everything below it carries it along.
fn below(path: &[String], code: &str) -> Vec<String> {
    [path, &[text::cut(code, 40)]].concat()
}

#[cfg(test)]
mod tests;
