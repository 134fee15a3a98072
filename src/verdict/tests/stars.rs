//! From minima and points to the star: no sheets and one, sets without minima, rulings, what a star is held back by,
//! and the kinds of "no points".

use super::*;
use crate::council::Scored;

const STORY: &[(&str, &str)] = &[("4.1", "0 1 2*** 3**** 5*****"), ("8", "0 1 3**** 5*****")];

#[test]
fn without_a_sheet_nothing_is_met_and_nothing_disputed() {
    for rule in [MinimaRule::Mean, MinimaRule::Majority, MinimaRule::Every] {
        let verdict = Panel::on(STORY).under(rule).verdict();
        assert_eq!((verdict.mean, verdict.spread), (Mean { num: 0, den: 0 }, 0));
        assert_eq!((verdict.by_points.number(), verdict.by_minima), (1, None), "{rule:?}");
        assert_eq!(verdict.outcome, Outcome::TooFewPoints);
        assert!(verdict.minima.iter().all(|finding| !finding.met && finding.of == 0), "{rule:?}");
        assert!(verdict.disputes.is_empty() && verdict.stability.without.is_empty());
    }
}

#[test]
fn one_sheet_decides_alone_and_disputes_nothing() {
    for rule in [MinimaRule::Mean, MinimaRule::Majority, MinimaRule::Every] {
        let verdict = Panel::on(STORY).under(rule).sheet(95, &[("4.1", 5), ("8", 3)]).verdict();
        assert_eq!((verdict.star, verdict.because()), (Some(Star::FOUR), vec!["8"]), "{rule:?}");
        assert!(verdict.disputes.is_empty() && verdict.stability.without.is_empty(), "{rule:?}");
    }
}

#[test]
fn a_missed_three_star_minimum_is_not_recognised_and_never_two_stars() {
    let verdict = Panel::on(STORY).sheet(95, &[("4.1", 1), ("8", 1)]).verdict();
    assert_eq!((verdict.by_points, verdict.by_minima, verdict.star), (Star::FIVE, None, None));
    assert_eq!((verdict.outcome, verdict.outcome.key()), (Outcome::MinimaMissed, "not_recognised_minima"));
    assert!(!verdict.outcome.recognised());
    // Criterion 8 is in the way of 4★, which is further off.
    assert_eq!(verdict.because(), ["4.1"]);
}

#[test]
fn too_few_points_is_the_star_by_points_whatever_the_minima() {
    for (points, met) in [(1, None), (5, Some(Star::THREE))] {
        let verdict = Panel::on(STORY).sheet(49, &[("4.1", points)]).verdict();
        assert_eq!((verdict.star, verdict.by_minima), (Star::new(2), met));
        assert_eq!((verdict.outcome, verdict.because()), (Outcome::TooFewPoints, vec![]));
    }
}

#[test]
fn the_lower_of_points_and_minima_decides() {
    for (total, points, star, because) in [
        (95, [5, 5], 5, vec![]),
        (95, [5, 3], 4, vec!["8"]),
        (95, [3, 3], 4, vec!["4.1", "8"]),
        (95, [2, 5], 3, vec!["4.1"]),
        (75, [5, 5], 4, vec![]),
        (75, [3, 1], 3, vec!["8"]),
        (60, [2, 0], 3, vec![]),
    ] {
        let verdict = Panel::on(STORY).sheet(total, &[("4.1", points[0]), ("8", points[1])]).verdict();
        assert_eq!((verdict.star, verdict.because()), (Star::new(star), because), "{total} {points:?}");
        let proposed = star == 5;
        assert_eq!(verdict.outcome == Outcome::Proposed, proposed);
        assert!(verdict.outcome.recognised());
    }
}

#[test]
fn a_set_without_five_star_minima_asks_for_those_below() {
    let set: &[(&str, &str)] = &[("1", "0 1*** 2****")];
    assert_eq!(Panel::on(set).sheet(95, &[("1", 2)]).verdict().star, Some(Star::FIVE));
    assert_eq!(Panel::on(set).sheet(95, &[("1", 1)]).verdict().star, Some(Star::THREE));
    assert_eq!(Panel::on(&[]).sheet(95, &[]).verdict().star, Some(Star::FIVE));
}

#[test]
fn majority_is_more_than_half_mean_is_exact_and_every_is_every() {
    let minimum: &[(&str, &str)] = &[("1", "0 1 2 3*** 5")];
    for (points, mean, majority, every) in [
        (&[3, 3, 2, 2][..], false, false, false),
        (&[3, 3, 3, 2], false, true, false),
        (&[5, 5, 1, 1], true, false, false),
        (&[5, 5, 0, 2, 2], false, false, false),
        (&[5, 5, 0, 3, 2], true, true, false),
        (&[3, 3, 3], true, true, true),
    ] {
        for (rule, met) in [(MinimaRule::Mean, mean), (MinimaRule::Majority, majority), (MinimaRule::Every, every)] {
            let verdict = Panel::on(minimum).under(rule).marked(60, "1", points).verdict();
            assert_eq!(verdict.by_name("1", 3).met, met, "{rule:?} {points:?}");
        }
    }
}

#[test]
fn a_ruling_decides_its_minimum_and_no_mark_or_total() {
    let panel = || Panel::on(STORY).sheet(92, &[("4.1", 5), ("8", 5)]).sheet(92, &[("4.1", 3), ("8", 5)]);
    let open = panel().verdict();
    let met = panel().ruled("4.1", 5, true).verdict();
    let not = panel().ruled("4.1", 5, false).verdict();
    assert_eq!([open.star, met.star, not.star], stars(&[4, 5, 4])[..]);
    assert_eq!((&met.sheets, met.mean), (&open.sheets, open.mean));
    assert!(!met.by_name("4.1", 5).by_rule && met.by_name("4.1", 5).ruled);
    assert_eq!(
        (open.splits(), met.splits(), not.splits()),
        (vec!["4.1/5!".into()], vec!["4.1/5".into()], vec!["4.1/5".into()])
    );
}

#[test]
fn ruled_met_at_a_star_is_met_below_and_not_met_fails_above() {
    let split = || Panel::on(STORY).sheet(92, &[("4.1", 5), ("8", 5)]).sheet(92, &[("4.1", 1), ("8", 5)]);
    let met = split().ruled("4.1", 5, true).verdict();
    assert!([3, 4, 5].into_iter().all(|star| met.by_name("4.1", star).met && met.by_name("4.1", star).ruled));
    let middle = split().ruled("4.1", 4, true).verdict();
    assert_eq!([3, 4, 5].map(|star| middle.by_name("4.1", star).met), [true, true, false]);
    assert!(!middle.by_name("4.1", 5).ruled);
    let three = || split().sheet(92, &[("4.1", 5), ("8", 5)]).ruled("4.1", 3, false).verdict();
    assert_eq!([3, 4, 5].map(|star| three().by_name("4.1", star).met), [false; 3]);
    assert_eq!(three().star, None);
}

#[test]
fn a_ruling_on_one_criterion_says_nothing_of_another() {
    let verdict = Panel::on(STORY)
        .sheet(92, &[("4.1", 5), ("8", 5)])
        .sheet(92, &[("4.1", 3), ("8", 3)])
        .ruled("4.1", 5, true)
        .verdict();
    assert!(verdict.by_name("4.1", 5).met && !verdict.by_name("8", 5).met && !verdict.by_name("8", 5).ruled);
}

#[test]
fn what_all_sheets_agree_on_is_not_said_to_be_ruled() {
    let verdict = Panel::on(STORY)
        .sheet(92, &[("4.1", 5), ("8", 5)])
        .sheet(92, &[("4.1", 3), ("8", 5)])
        .ruled("4.1", 5, true)
        .verdict();
    assert_eq!([3, 4, 5].map(|star| verdict.by_name("4.1", star).ruled), [false, false, true]);
}

#[test]
fn rulings_that_contradict_each_other_decide_nothing_in_any_order() {
    let split = || Panel::on(STORY).sheet(92, &[("4.1", 5), ("8", 5)]).sheet(92, &[("4.1", 1), ("8", 5)]);
    for (first, second) in [(true, false), (false, true)] {
        let same = split().ruled("4.1", 5, first).ruled("4.1", 5, second).verdict();
        assert!(!same.by_name("4.1", 5).ruled, "{first}");
    }
    // 5★ met says that 4★ is met, 3★ not met that it is not: 4★ is left to the sheets, the others stand as ruled.
    for order in [[(5, true), (3, false)], [(3, false), (5, true)]] {
        let verdict = order.iter().fold(split(), |panel, (star, met)| panel.ruled("4.1", *star, *met)).verdict();
        assert_eq!([3, 4, 5].map(|star| verdict.by_name("4.1", star).met), [false, false, true], "{order:?}");
        assert_eq!([3, 4, 5].map(|star| verdict.by_name("4.1", star).ruled), [true, false, true], "{order:?}");
        assert_eq!(verdict.star, None, "{order:?}");
    }
}

#[test]
fn rulings_stand_when_a_sheet_is_left_out() {
    let panel = || Panel::on(STORY).under(MinimaRule::Every).marked(92, "4.1", &[5, 5, 3]);
    let eight = |mut panel: Panel| {
        panel.set.parts[0].groups[0].criteria.pop();
        panel
    };
    assert_eq!(eight(panel()).verdict().without(), [("m3", Some(5))]);
    assert_eq!(eight(panel()).ruled("4.1", 5, false).verdict().without(), []);
}

/// Recused and absent have no sheet at all: they are not here but in what is not counted.
#[test]
fn the_kinds_of_no_points_are_kept_apart() {
    let mut conditional = criterion("5.2", "1*** 2");
    conditional.needs = Some(Code::new("5.1"));
    let set = set_of(vec![part("A", vec![criterion("5.1", "0 3"), conditional])]);
    let sheets = [
        (marks(&[]), Scored::Unscored, Scored::Unscored),
        (marks(&[("5.1", 'b'), ("5.2", '-')]), Scored::Level(LevelId::at(1).unwrap(), 3), Scored::NoneMet),
        (marks(&[("5.1", 'a')]), Scored::Level(LevelId::at(0).unwrap(), 0), Scored::NotApplicable),
        (marks(&[("5.1", '-')]), Scored::NoneMet, Scored::NotApplicable),
        // What was chosen before the condition failed gives no points any more.
        (marks(&[("5.1", 'a'), ("5.2", 'b')]), Scored::Level(LevelId::at(0).unwrap(), 0), Scored::NotApplicable),
        // A level the criterion does not have is no choice.
        (marks(&[("5.1", 'c')]), Scored::Unscored, Scored::Unscored),
    ];
    for (sheet, story, structure) in &sheets {
        assert_eq!(
            (sheet.scored(&set, &Code::new("5.1")), sheet.scored(&set, &Code::new("5.2"))),
            (*story, *structure)
        );
    }
    assert_eq!(sheets[0].0.points(&set), [None, None]);
    assert_eq!(sheets[0].0.missing(&set).len(), 2);
    assert_eq!(sheets[2].0.points(&set), [Some(0), Some(0)]);
    assert!(sheets[2].0.missing(&set).is_empty());
    // None of them meets a minimum; nothing and 0 both weigh nothing in a total.
    for (sheet, ..) in &sheets {
        let verdict = Panel::around(set.clone()).marks(sheet.clone()).verdict();
        assert_eq!(verdict.by_name("5.2", 3).met_by, 0, "{sheet:?}");
    }
    // A sheet that does not count is not one of 0 points: two of 60 are a mean of 60.
    assert_eq!(Panel::on(&[]).sheets(&[60, 60]).verdict().mean, Mean { num: 120, den: 2 });
    assert_eq!(Panel::on(&[]).sheets(&[60, 60, 0]).verdict().mean, Mean { num: 120, den: 3 });
}

#[test]
fn levels_worth_the_same_count_the_same() {
    let equal: &[(&str, &str)] = &[("6.2", "1 1 3**** 5*****")];
    let panel = |letter| Panel::on(equal).marks(marks(&[("6.2", letter)])).verdict();
    assert_eq!(panel('a').sheets, panel('b').sheets);
    assert_ne!(panel('b').sheets, panel('c').sheets);
}

#[test]
fn needs_that_run_in_a_circle_come_to_an_end() {
    let needing = |code: &str, needed: &str| {
        let mut criterion = criterion(code, "0 1");
        criterion.needs = Some(Code::new(needed));
        criterion
    };
    let set = set_of(vec![part("A", vec![needing("1", "2"), needing("2", "1"), needing("3", "3"), needing("4", "9")])]);
    let all = [("1", 'b'), ("2", 'b'), ("3", 'b'), ("4", 'b')];
    assert_eq!(marks(&all).total(&set), 4);
    assert_eq!(marks(&[("1", 'a'), ("2", 'b')]).total(&set), 0);
    assert_eq!(marks(&[("3", 'a')]).scored(&set, &Code::new("3")), Scored::NotApplicable);
}

#[test]
fn a_condition_reaches_through_a_chain() {
    let needing = |code: &str, needed: &str| {
        let mut criterion = criterion(code, "0 1");
        criterion.needs = Some(Code::new(needed));
        criterion
    };
    let set = set_of(vec![part("A", vec![criterion("1", "0 1"), needing("2", "1"), needing("3", "2")])]);
    let third = |chosen: &[(&str, char)]| marks(chosen).scored(&set, &Code::new("3"));
    assert_eq!(third(&[("1", 'a'), ("2", 'b'), ("3", 'b')]), Scored::NotApplicable);
    assert_eq!(third(&[("1", 'a'), ("3", 'b')]), Scored::NotApplicable);
    assert_eq!(third(&[("2", 'b'), ("3", 'b')]).points(), Some(1));
    assert_eq!(third(&[("1", 'b'), ("2", 'a'), ("3", 'b')]), Scored::NotApplicable);
}
