//! Exact tables of the built-in sets, in one notation: `code maximum` for a part or heading, and for a criterion
//! `code maximum: points of each level`, with as many asterisks as the star a level is the least for, the letter of
//! its case before it, and the criterion it needs at the end.

use super::*;
use crate::rubric::{Group, ProductSet};

#[test]
fn every_decision_is_sound_and_listed() {
    for decision in &DECISIONS {
        let rubric = assemble(decision.files).unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(rubric.head.id, decision.id);
    }
    assert_eq!(ids(), DECISIONS.iter().map(|decision| decision.id).collect::<Vec<_>>());
    assert!(default().head.current);
    assert_eq!(rubric("qd0-1999"), None);
}

#[test]
fn the_sets_are_as_the_decision_prints_them() {
    for (no, table) in [(7, SET_7), (9, SET_9), (26, SET_26)] {
        let set = default().set(no).unwrap_or_else(|| panic!("set {no}"));
        let (printed, written) = (table.trim(), notation(set));
        for (printed, written) in printed.lines().zip(written.lines()) {
            assert_eq!(printed, written, "set {no}");
        }
        assert_eq!(printed.lines().count(), written.lines().count(), "set {no}");
    }
}

#[test]
fn the_parts_of_every_set_add_up_to_forty_twenty_five_and_thirty_five() {
    for set in &default().sets {
        let sums: Vec<u16> = set.parts.iter().map(|part| part.criteria().iter().map(|c| c.max).sum()).collect();
        assert_eq!(sums, [40, 25, 35], "set {}", set.no);
    }
}

#[test]
fn food_names_its_grounds_and_tourism_prints_none() {
    let ids = |no| default().set(no).expect("built in").grounds.iter().map(|g| g.id.as_str()).collect::<Vec<_>>();
    let food = ["forged", "food-safety", "registration", "raw-material", "identical", "impurities"];
    assert_eq!(ids(7), food);
    assert_eq!(ids(9), food);
    assert_eq!(ids(26), [""; 0]);
}

#[test]
fn no_wording_is_left_unused() {
    let text: String = DECISIONS[0].files.iter().map(|file| file.text).collect();
    for line in text.lines() {
        let Some(key) = line.trim().strip_prefix("key: ").and_then(|rest| rest.strip_suffix(',')) else { continue };
        assert!(text.contains(&format!("uses: {key}")), "{key} is used by no set");
    }
}

fn notation(set: &ProductSet) -> String {
    let mut lines = Vec::new();
    for part in &set.parts {
        lines.push(format!("{} {}", part.code, part.max));
        part.groups.iter().for_each(|group| group_notation(group, &mut lines));
    }
    lines.join("\n")
}

fn group_notation(group: &Group, lines: &mut Vec<String>) {
    if group.criteria.iter().all(|criterion| criterion.code != group.code) {
        lines.push(format!("{} {}", group.code, group.max));
    }
    for criterion in &group.criteria {
        let mut line = format!("{} {}:", criterion.code, criterion.max);
        for level in &criterion.levels {
            let case = level.case.map_or("", |case| ["a", "b"][usize::from(case)]);
            let stars = "*".repeat(level.minimum_for.map_or(0, |star| usize::from(star.number())));
            line.extend([" ", case, &level.points.to_string(), &stars]);
        }
        line.extend(criterion.needs.iter().map(|code| format!(" needs {code}")));
        lines.push(line);
    }
    group.groups.iter().for_each(|inner| group_notation(inner, lines));
}

const SET_7: &str = "
A 40
1 18
1.1 3: 1*** 2 3
1.2 2: 0 1 2
1.3 3: 1 2 3
1.4 3: 1 2 3
1.5 3: 0 1 2**** 3*****
1.6 3: 1**** 2 3
1.7 1: 0 1
2 10
2.1 3: 0 1 2 3****
2.2 3: 0 1 2*** 3
2.3 3: 1*** 2 3****
2.4 1: 0 1
3 12
3.1 3: 1 1 3
3.2 1: 0 1
3.3 3: 1 2 3
3.4 2: 1 2****
3.5 3: 1*** 2**** 3
B 25
4 13
4.1 5: 1 2*** 3**** 5*****
4.2 3: 0 1 2 3
4.3 5: 0 1 2 3 5
5 12
5.1 5: 0 1 2 3 5****
5.2 2: 0 1 2 needs 5.1
5.3 5: 0 1*** 3 5
C 35
6 15
6.1 2: 0 1 2****
6.2 2: 0 1 2
6.3 3: 0 1 2**** 3*****
6.4 3: 1 2**** 3*****
6.5 5: 0 1 3**** 5*****
7 5: 0 1 3**** 5*****
8 5: 2*** 4 5
9 5: 1*** 3**** 5
10 2: 1 2
11 3: 1 2 3
";

const SET_9: &str = "
A 40
1 18
1.1 5: 1*** 3 5
1.2 3: 1 2 3
1.3 3: 1 2 3
1.4 3: 0 1 2**** 3*****
1.5 3: 1**** 2 3
1.6 1: 0 1
2 10
2.1 3: 0 1 2 3****
2.2 3: 0 1 2*** 3
2.3 3: 1*** 2 3****
2.4 1: 0 1
3 12
3.1 3: 1 2 3
3.2 1: 0 1
3.3 3: 1 2 3
3.4 2: 1 2****
3.5 3: 1*** 2**** 3
B 25
4 13
4.1 5: 1 2*** 3**** 5*****
4.2 3: 0 1 2 3
4.3 5: 0 1 2 3 5
5 12
5.1 5: 0 1 2 3 5****
5.2 2: 0 1 2 needs 5.1
5.3 5: 0 1*** 3 5
C 35
6 15
6.1 2: 0 1 2****
6.2 3: 0 1 2 3
6.3 3: 0 1 2**** 3*****
6.4 3: 0 1 2**** 3*****
6.5 4: 0 1 2**** 4*****
7 5: 0 1 3**** 5*****
8 5: 2*** 4 5
9 5: 1*** 3**** 5
10 2: 1 2
11 3: 1 2 3
";

const SET_26: &str = "
A 40
1 14
1.1 3: 1 3
1.2 5: 1 3 5
1.3 4: 1 2 3 4
1.4 2: 1 2
2 12
2.1 5: 1 3 5
2.2 2: 1 2
2.3 5: 1 3 5
3 14
3.1 3: 1 2 3
3.2 1: 0 1
3.3 4: 1 2 4
3.4 3: 1 3****
3.5 3: 1*** 2**** 3
B 25
4 17
4.1 5: 1 3 5
4.2 3: 1 2 3
4.3 2: 1 2
4.4 4: 1 2 3 4
4.5 3: 1 2 3
5 8
5.1 4: 1 2 4
5.2 2: 1 2
5.3 2: 1 2
C 35
6 3: 1 2 3
7 3: 1 2 3
8 3: a1 a3 b1 b3
9 2: a1 a2 b1 b2
10 3: 1 2 3
11 2: 1 2
12 3: 1 2 3
13 4: 1 2 3 4
14 4: 1 2 4
15 3: a1 a3 b1 b3
16 3: 1 2 3
17 2: 1 2
";
