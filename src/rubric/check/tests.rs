//! One small sound set, and the flaw found when one thing in it is changed.

use super::*;
use crate::rubric::{Bands, Level, Origin, RubricHead};

fn both(words: &str) -> Both {
    Both { vi: words.into(), en: words.into() }
}

fn criterion(code: &str, points: &[u16]) -> Criterion {
    let level = |points: &u16| Level { points: *points, text: both("x"), minimum_for: None, case: None };
    Criterion {
        code: Code::new(code),
        max: points.iter().copied().max().unwrap_or_default(),
        name: both("x"),
        note: None,
        needs: None,
        cases: Vec::new(),
        levels: points.iter().map(level).collect(),
    }
}

/// A set of 10 points: 1 (1.1 worth 0 to 3, 1.2 worth 1 to 5) and 2, itself scored, worth 0 to 2.
fn set() -> ProductSet {
    let group = |code: &str, criteria: Vec<Criterion>| Group {
        code: Code::new(code),
        max: criteria.iter().map(|criterion| criterion.max).sum(),
        name: both("x"),
        criteria,
        groups: Vec::new(),
    };
    let groups = vec![
        group("1", vec![criterion("1.1", &[0, 1, 3]), criterion("1.2", &[1, 1, 5])]),
        group("2", vec![criterion("2", &[0, 2])]),
    ];
    ProductSet {
        no: 7,
        name: both("x"),
        industry: both("x"),
        group: both("x"),
        agency: both("x"),
        samples: true,
        parts: vec![Part { code: "A".into(), max: 10, name: both("x"), groups }],
        grounds: Vec::new(),
        unsound: None,
    }
}

fn rubric() -> Rubric {
    Rubric {
        head: RubricHead {
            id: "r-1".into(),
            title: both("x"),
            decision: "1".into(),
            source: both("x"),
            in_force: "2026-05-22".into(),
            current: true,
            lapsed: None,
            minima_unknown: None,
            total: 10,
            bands: Bands { two: 3, three: 5, four: 7, five: 9 },
            origin: Origin::BuiltIn,
            digest: String::new(),
        },
        sets: vec![set()],
        notes: Vec::new(),
    }
}

/// What is wrong once the set is changed.
fn found(change: impl FnOnce(&mut ProductSet)) -> Vec<FaultKind> {
    let mut set = set();
    change(&mut set);
    set_flaws(&set, 10).into_iter().map(|flaw| flaw.what).collect()
}

/// What is wrong once criterion 1.1 is changed.
fn found_at_1_1(change: impl FnOnce(&mut Criterion)) -> Vec<FaultKind> {
    found(|set| change(&mut set.parts[0].groups[0].criteria[0]))
}

fn unsound(rule: Rule, path: &str) -> Vec<FaultKind> {
    vec![FaultKind::Unsound(format!("{} {path}", rule.word()))]
}

#[test]
fn a_sound_set_has_no_flaw() {
    assert_eq!(set_flaws(&set(), 10), []);
    assert_eq!(check(&rubric()), []);
}

#[test]
fn every_sum_is_checked_from_the_level_up() {
    let sum = |what: &str, printed, added| FaultKind::DoesNotAddUp { what: what.into(), printed, added };
    assert_eq!(found_at_1_1(|c| c.levels[2].points = 2), [sum("7/A/1/1.1", 3, 2)]);
    assert_eq!(found(|s| s.parts[0].groups[0].max = 9), [sum("7/A", 10, 11), sum("7/A/1", 9, 8)]);
    assert_eq!(found(|s| s.parts[0].max = 9), [sum("7", 10, 9), sum("7/A", 9, 10)]);
}

#[test]
fn codes_are_distinct_numbers() {
    assert_eq!(found_at_1_1(|c| c.code = Code::new("1.2")), [FaultKind::RepeatedId("7/1.2".into())]);
    assert_eq!(found_at_1_1(|c| c.code = Code::new("1.x")), unsound(Rule::CodeOfNumbers, "7/A/1/1.x"));
    let mut rubric = rubric();
    rubric.sets.push(set());
    let place = Place::file("r-1");
    assert_eq!(check(&rubric), [Fault { place, what: FaultKind::RepeatedId("7".into()) }]);
}

#[test]
fn a_star_has_one_least_level_and_a_higher_star_not_a_lower_one() {
    let star = |number| Star::new(number);
    assert_eq!(found_at_1_1(|c| (c.levels[1].minimum_for, c.levels[2].minimum_for) = (star(3), star(4))), []);
    assert_eq!(
        found_at_1_1(|c| (c.levels[1].minimum_for, c.levels[2].minimum_for) = (star(4), star(4))),
        unsound(Rule::OneMinimumPerStar, "7/A/1/1.1")
    );
    assert_eq!(
        found_at_1_1(|c| (c.levels[1].minimum_for, c.levels[2].minimum_for) = (star(5), star(4))),
        unsound(Rule::MinimaIncrease, "7/A/1/1.1")
    );
}

#[test]
fn points_do_not_decrease_within_a_case() {
    assert_eq!(found_at_1_1(|c| c.levels.swap(1, 2)), unsound(Rule::PointsIncrease, "7/A/1/1.1"));
    let cases = |c: &mut Criterion, places: [Option<u8>; 3]| {
        c.cases = vec![both("x"), both("y")];
        c.levels.swap(1, 2);
        c.levels.iter_mut().zip(places).for_each(|(level, case)| level.case = case);
    };
    assert_eq!(found_at_1_1(|c| cases(c, [Some(0), Some(0), Some(1)])), []);
    for broken in [[Some(0), Some(0), None], [Some(0), Some(0), Some(2)], [Some(1), Some(1), Some(0)]] {
        assert_eq!(found_at_1_1(|c| cases(c, broken)), unsound(Rule::CasesWhole, "7/A/1/1.1"), "{broken:?}");
    }
    assert_eq!(
        found_at_1_1(|c| c.levels.iter_mut().for_each(|l| l.case = Some(0))),
        unsound(Rule::CasesWhole, "7/A/1/1.1")
    );
}

#[test]
fn a_criterion_needs_an_earlier_one_that_can_be_worth_0() {
    let needs = |group: usize, at: usize, code: &str| {
        found(|set| set.parts[0].groups[group].criteria[at].needs = Some(Code::new(code)))
    };
    assert_eq!(needs(0, 1, "1.1"), []);
    assert_eq!(needs(0, 0, "1.2"), unsound(Rule::NeedsEarlier, "7/1.1"));
    assert_eq!(needs(0, 1, "1.2"), unsound(Rule::NeedsEarlier, "7/1.2"));
    assert_eq!(needs(1, 0, "1.2"), unsound(Rule::NeedsEarlier, "7/2"), "1.2 has no level worth 0");
}

#[test]
fn both_languages_are_given_and_clean() {
    assert_eq!(found_at_1_1(|c| c.levels[0].text.en.clear()), unsound(Rule::TextGiven, "7/A/1/1.1"));
    assert_eq!(found_at_1_1(|c| c.name.vi = "tie\u{302}ng".into()), unsound(Rule::TextClean, "7/A/1/1.1"));
    assert_eq!(found_at_1_1(|c| c.note = Some(both("a\nb")))[0], unsound(Rule::TextClean, "7/A/1/1.1")[0]);
    assert_eq!(found(|s| s.agency.vi = "\u{202e}x".into()), unsound(Rule::TextClean, "7"));
}

#[test]
fn a_heading_holds_criteria_or_headings_and_a_criterion_levels() {
    let inner = set().parts[0].groups[1].clone();
    let both = found(|s| {
        s.parts[0].groups[0].groups.push(inner.clone());
        s.parts[0].groups.remove(1);
        s.parts[0].groups[0].max = 10;
    });
    assert_eq!(both, unsound(Rule::CriteriaOrGroups, "7/A/1"));
    let empty = found(|s| {
        s.parts[0].groups[0].max = 10;
        s.parts[0].groups[0].criteria[1].levels[2].points = 7;
        s.parts[0].groups[0].criteria[1].max = 7;
        s.parts[0].groups[1].criteria.clear();
        s.parts[0].groups[1].max = 0;
    });
    assert_eq!(empty, unsound(Rule::CriteriaOrGroups, "7/A/2"));
    assert_eq!(found(|s| s.parts[0].groups[1].criteria[0].levels.clear())[0], unsound(Rule::NotEmpty, "7/A/2")[0]);
    let long = |n: u16| found_at_1_1(|c| *c = criterion("1.1", &(0..n).map(|at| at.min(3)).collect::<Vec<_>>()));
    assert_eq!(long(26), []);
    assert_eq!(long(27), unsound(Rule::AtMost26Levels, "7/A/1/1.1"));
}

#[test]
fn grounds_have_distinct_ids_and_stand_at_criteria_that_exist() {
    use crate::rubric::{Consequence, Ground};
    let ground = |id: &str, at: &str| Ground {
        id: id.into(),
        leads_to: Consequence::Reject,
        at: Some(Code::new(at)),
        text: both("x"),
    };
    assert_eq!(found(|s| s.grounds = vec![ground("a", "1.1"), ground("b", "2")]), []);
    let twice = found(|s| s.grounds = vec![ground("a", "1.1"), ground("a", "2")]);
    assert_eq!(twice, [FaultKind::RepeatedId("7/a".into())]);
    assert_eq!(found(|s| s.grounds = vec![ground("a", "1")]), [FaultKind::UnknownReference("1".into())]);
    assert_eq!(found(|s| s.grounds = vec![ground("A b", "2")]), unsound(Rule::PlainId, "7"));
}

#[test]
fn the_head_is_sound() {
    let found = |change: fn(&mut Rubric)| {
        let mut rubric = rubric();
        change(&mut rubric);
        check(&rubric).into_iter().map(|fault| fault.what).collect::<Vec<_>>()
    };
    assert_eq!(found(|r| r.head.bands.four = 5), unsound(Rule::BandsIncrease, "r-1"));
    assert_eq!(found(|r| r.head.bands.five = 11), unsound(Rule::BandsIncrease, "r-1"));
    assert_eq!(found(|r| r.head.in_force = "22/5/2026".into()), unsound(Rule::RealDate, "r-1"));
    assert_eq!(found(|r| r.head.id = "R 1".into()), unsound(Rule::PlainId, "R 1"));
    assert_eq!(found(|r| r.sets.clear()), unsound(Rule::NotEmpty, "r-1"));
}
