//! The built-in sets against the tables of what the decisions print (`qd26-2026.table` explains their notation).

use super::*;
use crate::rubric::{Both, Code, Criterion, Group, ProductSet};

#[test]
fn every_decision_is_sound_and_listed() {
    for decision in &DECISIONS {
        let rubric =
            assemble(decision.files, decision.lent, Origin::BuiltIn).unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(rubric.head.id, decision.id);
    }
    assert_eq!(ids(), ["qd26-2026", "qd148-2023", "qd1048-2019"]);
    assert!(default().head.current && default().head.lapsed.is_none());
    assert_eq!(rubric("qd0-1999"), None);
}

/// What each decision prints, and whether that tells what a criterion needs.
const TABLES: [(&str, &str, bool); 3] = [
    ("qd26-2026", include_str!("qd26-2026.table"), true),
    ("qd148-2023", include_str!("qd148-2023.table"), false),
    ("qd1048-2019", include_str!("qd1048-2019.table"), false),
];

#[test]
fn the_sets_are_as_the_decisions_print_them() {
    for (id, table, tells_needs) in TABLES {
        let sets = &rubric(id).expect("built in").sets;
        let printed: Vec<&str> = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
        let written: Vec<String> = sets.iter().flat_map(|set| notation(set, tells_needs)).collect();
        let mut set = "";
        for (printed, written) in printed.iter().zip(&written) {
            set = if printed.starts_with("set") { printed } else { set };
            assert_eq!(printed, written, "{id} {set}");
        }
        assert_eq!(printed.len(), written.len(), "{id}");
        assert_eq!(sets.iter().map(|set| set.no).collect::<Vec<_>>(), (1..=26).collect::<Vec<_>>(), "{id}");
    }
}

#[test]
fn every_set_adds_up_but_for_those_said_to_be_unsound() {
    let unsound: [(&str, [u16; 3], &[u8]); 3] = [
        ("qd26-2026", [40, 25, 35], &[]),
        ("qd148-2023", [40, 25, 35], &[7, 11, 12, 13, 24, 25]),
        ("qd1048-2019", [35, 25, 40], &[10, 21, 23, 24]),
    ];
    for (id, parts, unsound) in unsound {
        let rubric = rubric(id).expect("built in");
        let said = rubric.sets.iter().filter(|set| set.unsound.is_some()).map(|set| set.no);
        assert_eq!(said.collect::<Vec<_>>(), unsound, "{id}");
        for set in rubric.sets.iter().filter(|set| set.unsound.is_none()) {
            let best = |criterion: &Criterion| criterion.levels.iter().map(|level| level.points).max().unwrap_or(0);
            let sums: Vec<u16> = set.parts.iter().map(|part| part.criteria().into_iter().map(best).sum()).collect();
            assert_eq!(sums, parts, "{id} set {}", set.no);
            for minimum in set.minima() {
                let criterion = set.criterion(&minimum.criterion).expect("its criterion");
                assert!(!criterion.worth(minimum.points).is_empty(), "{id} {}/{}", set.no, minimum.criterion);
            }
        }
    }
}

#[test]
fn no_star_minimum_of_1048_is_known_and_of_the_others_every_set_has_some() {
    let old = rubric("qd1048-2019").expect("built in");
    assert!(old.head.minima_unknown.is_some() && old.sets.iter().all(|set| set.minima().is_empty()));
    for id in ["qd26-2026", "qd148-2023"] {
        let rubric = rubric(id).expect("built in");
        assert!(rubric.head.minima_unknown.is_none() && rubric.sets.iter().all(|set| !set.minima().is_empty()), "{id}");
    }
}

#[test]
fn grounds_stand_where_the_decision_prints_them() {
    let printed = [
        ("forged", 1..=25, &[][..]),
        ("food-safety", 1..=17, &[]),
        ("production-licence", 15..=15, &[17]),
        ("production-certificate", 18..=18, &[]),
        ("declaration-rules", 18..=18, &[]),
        ("health-ministry-conditions", 19..=19, &[]),
        ("production-conditions", 20..=20, &[]),
        ("no-declaration", 19..=20, &[]),
        ("registration", 1..=25, &[]),
        ("raw-material", 7..=15, &[18, 19, 20]),
        ("common-product", 1..=4, &[]),
        ("identical", 5..=14, &[]),
        ("impurities", 1..=13, &[15, 17]),
        ("sensory-zero", 16..=16, &[]),
        ("declaration-missing", 19..=20, &[]),
        ("infringement", 21..=22, &[]),
    ];
    for (id, run, others) in &printed {
        let sets = default().sets.iter().filter(|set| set.ground(id).is_some()).map(|set| set.no);
        assert_eq!(sets.collect::<Vec<_>>(), run.clone().chain(others.iter().copied()).collect::<Vec<u8>>(), "{id}");
    }
    let known = |id: &str| printed.iter().any(|(printed, ..)| *printed == id);
    assert!(default().sets.iter().flat_map(|set| &set.grounds).all(|ground| known(&ground.id)));
}

#[test]
fn a_ground_at_a_criterion_stands_at_the_one_it_is_about() {
    let at = |no, id| default().set(no).and_then(|set| set.ground(id)?.at.as_ref()).map(Code::as_str);
    assert_eq!(at(9, "raw-material"), Some("1.1"));
    assert_eq!(at(11, "impurities"), Some("6.1.1"), "one heading deeper");
    assert_eq!(at(19, "declaration-missing"), Some("6"));
    assert_eq!(at(19, "no-declaration"), None);
}

#[test]
fn both_languages_of_a_text_carry_the_same_numbers() {
    let numbers = |text: &str| {
        let runs = text.split(|c: char| !c.is_ascii_digit()).map(|run| run.trim_start_matches('0').to_owned());
        let mut runs: Vec<String> = runs.filter(|run| !run.is_empty()).collect();
        runs.sort_unstable();
        runs
    };
    for set in every_set() {
        for criterion in set.criteria() {
            for text in criterion.note.iter().chain(criterion.levels.iter().map(|level| &level.text)) {
                assert_eq!(numbers(&text.vi), numbers(&text.en), "{}/{}: {}", set.no, criterion.code, text.vi);
            }
        }
    }
}

#[test]
fn the_levels_of_a_criterion_read_differently() {
    for set in every_set().filter(|set| set.unsound.is_none()) {
        for criterion in set.criteria() {
            for words in [|text: &Both| text.vi.clone(), |text: &Both| text.en.clone()] {
                let mut texts: Vec<_> = criterion.levels.iter().map(|level| (level.case, words(&level.text))).collect();
                texts.sort_unstable();
                texts.dedup();
                assert_eq!(texts.len(), criterion.levels.len(), "{}/{}", set.no, criterion.code);
            }
        }
    }
}

#[test]
fn no_wording_is_left_unused() {
    for decision in &DECISIONS {
        let text: String = decision.files.iter().map(|file| file.text).collect();
        for line in text.lines() {
            let Some(key) = line.trim().strip_prefix("key: ").and_then(|rest| rest.strip_suffix(',')) else { continue };
            let used = ["uses", "levels_of"].iter().any(|field| text.contains(&format!("{field}: {key}")));
            assert!(used, "{key} is used by no set of {}", decision.id);
        }
    }
}

/// The sets of every decision, in force and lapsed.
fn every_set() -> impl Iterator<Item = &'static ProductSet> {
    ids().into_iter().filter_map(rubric).flat_map(|rubric| &rubric.sets)
}

fn notation(set: &ProductSet, needs: bool) -> Vec<String> {
    let mut lines = vec![format!("set {}", set.no)];
    for part in &set.parts {
        lines.push(format!("{} {}", part.code, part.max));
        part.groups.iter().for_each(|group| group_notation(group, needs, &mut lines));
    }
    lines
}

fn group_notation(group: &Group, needs: bool, lines: &mut Vec<String>) {
    let scored = group.criteria.iter().any(|criterion| criterion.code == group.code);
    let heading = (!scored).then(|| format!("{} {}", group.code, group.max));
    let line: Vec<String> =
        heading.into_iter().chain(group.criteria.iter().map(|it| criterion_notation(it, needs))).collect();
    lines.push(line.join(" | "));
    group.groups.iter().for_each(|inner| group_notation(inner, needs, lines));
}

fn criterion_notation(criterion: &Criterion, needs: bool) -> String {
    let mut line = format!("{} {}:", criterion.code, criterion.max);
    for level in &criterion.levels {
        let case = level.case.map_or("", |case| ["a", "b"][usize::from(case)]);
        let stars = "*".repeat(level.minimum_for.map_or(0, |star| usize::from(star.number())));
        line.extend([" ", case, &level.points.to_string(), &stars]);
    }
    line.extend(criterion.needs.iter().filter(|_| needs).map(|code| format!(" needs {code}")));
    line
}
