//! Disputes one by one: when each is there, whom it names, and whether the lock waits for it.

use super::*;
use crate::council::Fraction;

const MINIMUM: &[(&str, &str)] = &[("4.1", "0 1 2*** 3**** 5*****")];

#[test]
fn equal_sheets_dispute_nothing() {
    let verdict = Panel::on(MINIMUM).marked(92, "4.1", &[5, 5, 5]).verdict();
    assert!(verdict.disputes.is_empty() && verdict.stability.without.is_empty());
}

#[test]
fn a_split_blocks_when_fewer_than_two_thirds_agree_with_the_outcome() {
    for (points, splits) in [
        (&[5, 5, 3][..], "4.1/5"),
        (&[5, 5, 5, 3, 3], "4.1/5!"),
        (&[5, 5, 3, 3, 3], "4.1/5!"),
        (&[5, 5, 3, 3], "4.1/5!"),
        (&[5, 5, 5, 5, 3, 3], "4.1/5"),
        (&[5, 5, 3, 3, 3, 3], "4.1/5"),
        (&[5, 5, 5, 5, 3, 3, 3], "4.1/5!"),
        (&[5, 5, 5, 5, 5, 3, 3], "4.1/5"),
    ] {
        assert_eq!(Panel::on(MINIMUM).marked(92, "4.1", points).verdict().splits(), [splits], "{points:?}");
    }
}

#[test]
fn the_share_that_must_agree_is_the_rules() {
    let mut panel = Panel::on(MINIMUM).marked(92, "4.1", &[5, 5, 5, 5, 3]);
    assert_eq!(panel.verdict().splits(), ["4.1/5"]);
    panel.rules.minimum_agreement = Fraction(9, 10);
    assert_eq!(panel.verdict().splits(), ["4.1/5!"]);
}

#[test]
fn a_split_of_a_star_out_of_reach_by_points_does_not_block() {
    for (total, splits) in [(89, "4.1/5"), (90, "4.1/5!")] {
        assert_eq!(Panel::on(MINIMUM).marked(total, "4.1", &[5, 3]).verdict().splits(), [splits], "{total}");
    }
}

#[test]
fn a_split_at_two_stars_of_one_criterion_is_two_disputes() {
    let verdict = Panel::on(MINIMUM).marked(92, "4.1", &[5, 5, 3, 3, 2]).verdict();
    assert_eq!(verdict.splits(), ["4.1/5!", "4.1/4"]);
    let both = Panel::on(MINIMUM).marked(92, "4.1", &[5, 5, 2, 2]).verdict();
    assert_eq!(both.splits(), ["4.1/4!", "4.1/5!"]);
    assert_eq!(Panel::on(MINIMUM).marked(89, "4.1", &[5, 5, 2, 2]).verdict().splits(), ["4.1/4!", "4.1/5"]);
}

#[test]
fn nothing_blocks_at_or_above_a_star_that_fails_beyond_doubt() {
    let set: &[(&str, &str)] = &[("1", "0 1*** 2****"), ("2", "0 1 2**** 3*****"), ("3", "0 1*** 2 5*****")];
    let on = |one: [u16; 2], two: [u16; 2], three: [u16; 2]| {
        let sheet = |panel: Panel, at: usize| panel.sheet(92, &[("1", one[at]), ("2", two[at]), ("3", three[at])]);
        sheet(sheet(Panel::on(set), 0), 1).verdict().splits()
    };
    // 4★ and 5★ are split, all else met.
    assert_eq!(on([2, 2], [3, 2], [5, 2]), ["2/5!", "3/5!"]);
    assert_eq!(on([2, 2], [3, 0], [5, 2]), ["2/4!", "2/5!", "3/5!"]);
    // 4★ fails on criterion 1 for both: what is split at 4★ and 5★ can change nothing; 3★ still can.
    assert_eq!(on([1, 1], [3, 0], [5, 2]), ["2/4", "2/5", "3/5"]);
    assert_eq!(on([1, 1], [3, 0], [5, 0]), ["3/3!", "2/4", "2/5", "3/5"]);
    // 3★ fails for both: nothing blocks.
    assert_eq!(on([0, 0], [3, 0], [5, 0]), ["3/3", "2/4", "2/5", "3/5"]);
    // 5★ fails on criterion 2 for both: 4★ still blocks.
    assert_eq!(on([2, 1], [2, 2], [5, 0]), ["3/3!", "1/4!", "3/5"]);
}

#[test]
fn a_split_met_by_few_more_than_half_blocks_too_as_it_could_fall() {
    let verdict = Panel::on(MINIMUM).marked(92, "4.1", &[5, 5, 5, 3, 3]).verdict();
    assert_eq!((verdict.star, verdict.splits()), (Some(Star::FIVE), vec!["4.1/5!".to_owned()]));
}

#[test]
fn a_ruled_split_no_longer_blocks_and_failing_it_frees_the_stars_above() {
    let set: &[(&str, &str)] = &[("1", "0 1****"), ("2", "0 1*****")];
    let panel = || Panel::on(set).sheet(92, &[("1", 1), ("2", 1)]).sheet(92, &[("1", 0), ("2", 0)]);
    assert_eq!(panel().verdict().splits(), ["1/4!", "2/5!"]);
    assert_eq!(panel().ruled("1", 4, true).verdict().splits(), ["2/5!", "1/4"]);
    assert_eq!(panel().ruled("1", 4, false).verdict().splits(), ["1/4", "2/5"]);
    assert_eq!(panel().ruled("2", 5, false).verdict().splits(), ["1/4!", "2/5"]);
}

#[test]
fn a_split_names_the_smaller_side() {
    let names = |points: &[u16]| {
        let verdict = Panel::on(MINIMUM).marked(92, "4.1", points).verdict();
        let split = verdict.of_kind(DisputeKind::MinimumSplit)[0].clone();
        (split.names().join(" "), split.size)
    };
    assert_eq!(names(&[5, 3, 5]), ("m2".into(), 1));
    assert_eq!(names(&[3, 5, 3]), ("m2".into(), 1));
    assert_eq!(names(&[3, 5, 3, 5]), ("m1 m3".into(), 2));
}

#[test]
fn what_blocks_comes_first_then_the_order_of_the_list() {
    let verdict = Panel::on(MINIMUM)
        .sheet(92, &[("4.1", 5)])
        .sheet(92, &[("4.1", 0)])
        .sheet(70, &[("4.1", 5)])
        .sheet(92, &[("4.1", 5)])
        .verdict();
    let kinds: Vec<(&str, bool)> = verdict.disputes.iter().map(|d| (d.key.kind.key(), d.blocking)).collect();
    assert_eq!(kinds[0], ("spread", true));
    assert_eq!(kinds[1..4], [("minimum_split", false); 3]);
    let order: Vec<DisputeKind> = verdict.disputes[1..].iter().map(|dispute| dispute.key.kind).collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn star_differs_where_own_stars_differ_or_one_sheet_decides() {
    let named = |panel: Panel| {
        let verdict = panel.verdict();
        verdict.of_kind(DisputeKind::StarDiffers).first().map(|dispute| dispute.names().join(" "))
    };
    assert_eq!(named(Panel::on(&[]).sheets(&[72, 72, 68])), Some("m3".into()));
    assert_eq!(named(Panel::on(&[]).sheets(&[72, 72, 71])), None);
    // 71 + 69: without m1 it is 3★; m2's own star is 3.
    assert_eq!(named(Panel::on(&[]).sheets(&[71, 69])), Some("m1 m2".into()));
}

#[test]
fn own_stars_that_agree_against_the_final_one_do_not_differ() {
    // Each sheet misses another 5★ minimum and is 4★ alone; by majority all three are met and the product is 5★.
    let set: &[(&str, &str)] =
        &[("1", "0 1*****"), ("2", "0 1*****"), ("3", "0 1*****"), ("4", "0 1*****"), ("5", "0 1*****")];
    let codes = ["1", "2", "3", "4", "5"];
    let sheet = |panel: Panel, missed: usize| {
        let points: Vec<(&str, u16)> =
            codes.iter().enumerate().map(|(at, code)| (*code, u16::from(at != missed))).collect();
        panel.sheet(92, &points)
    };
    let verdict = (0..5).fold(Panel::on(set), sheet).verdict();
    assert_eq!((verdict.star, verdict.without()), (Some(Star::FIVE), vec![]));
    assert!(verdict.of_kind(DisputeKind::StarDiffers).is_empty());
}

#[test]
fn a_criterion_spread_takes_two_level_steps_and_forty_per_cent() {
    for (levels, points, spread) in [
        ("0 1 3 5", [1, 3], false),
        ("0 1 3 5", [0, 3], true),
        ("0 1 3 5", [1, 5], true),
        ("0 5", [0, 5], false),
        // Two steps of five are 40 %, two of six are not.
        ("0 1 2 3 4 5", [1, 3], true),
        ("0 1 2 3 4 5 6", [1, 3], false),
        // Levels worth the same are one step.
        ("1 1 3", [1, 3], false),
        ("0 3 3 5", [0, 3], false),
        // None met is the step below the lowest level.
        ("1 3 5", [0, 1], false),
        ("1 3 5", [0, 3], true),
    ] {
        let verdict = Panel::on(&[("1", levels)]).marked(60, "1", &points).verdict();
        let found = verdict.of_kind(DisputeKind::CriterionSpread);
        assert_eq!(found.len(), usize::from(spread), "{levels} {points:?}");
        assert!(found.iter().all(|dispute| !dispute.blocking));
    }
}

#[test]
fn a_criterion_spread_names_the_rarer_end() {
    let names = |points: &[u16]| {
        let verdict = Panel::on(&[("1", "0 1 3 5")]).marked(60, "1", points).verdict();
        verdict.of_kind(DisputeKind::CriterionSpread)[0].names().join(" ")
    };
    assert_eq!(names(&[5, 5, 0, 3]), "m3");
    assert_eq!(names(&[0, 5, 0, 3]), "m2");
}

#[test]
fn a_criterion_that_does_not_apply_on_a_sheet_is_no_mark_of_zero() {
    let mut conditional = criterion("5.2", "1 2 3 5");
    conditional.needs = Some(Code::new("5.1"));
    let set = set_of(vec![part("A", vec![criterion("5.1", "0 1"), conditional])]);
    let with = |chosen: &[(&str, char)]| {
        let panel = Panel::around(set.clone()).marks(marks(&[("5.1", 'b'), ("5.2", 'd')])).marks(marks(chosen));
        panel.verdict().of_kind(DisputeKind::CriterionSpread).len()
    };
    assert_eq!(with(&[("5.1", 'b'), ("5.2", '-')]), 1);
    assert_eq!(with(&[("5.1", 'a')]), 0);
}

#[test]
fn an_outlier_is_further_than_the_limit_from_the_median_of_the_others() {
    let outliers = |totals: &[u16]| {
        let verdict = Panel::on(&[]).sheets(totals).verdict();
        let found = verdict.of_kind(DisputeKind::Outlier);
        assert!(found.iter().all(|dispute| !dispute.blocking && dispute.key.seat.as_ref() == dispute.seats.first()));
        found.iter().map(|dispute| format!("{}:{}", dispute.names()[0], dispute.size)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(outliers(&[80, 80, 70]), "");
    assert_eq!(outliers(&[80, 80, 69]), "m3:11");
    assert_eq!(outliers(&[69, 80, 80]), "m1:11");
    assert_eq!(outliers(&[91, 80, 80, 80]), "m1:11");
    // The others' median is 80.5: half a point over the limit is over it.
    assert_eq!(outliers(&[80, 81, 80, 81, 70]), "m5:11");
    assert_eq!(outliers(&[80, 81, 80, 81, 71]), "");
    // Of two sheets each is the other's median: that is the spread, said once.
    assert_eq!(outliers(&[80, 60]), "");
}

#[test]
fn a_spread_names_the_fewest_sheets_without_which_it_would_be_within_the_limit() {
    let named = |totals: &[u16]| {
        let verdict = Panel::on(&[]).sheets(totals).verdict();
        let spread = verdict.of_kind(DisputeKind::Spread);
        spread.iter().flat_map(|dispute| dispute.names()).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(named(&[87, 87, 76, 87, 86]), ["m3"], "not the four that agree");
    assert_eq!(named(&[60, 65, 70, 75]), ["m1", "m4"], "without either one the others are within 10");
    assert_eq!(named(&[50, 71, 72, 90]), ["m1", "m4"], "it takes both");
    assert!(named(&[80, 90]).is_empty(), "10 apart is allowed");
}
