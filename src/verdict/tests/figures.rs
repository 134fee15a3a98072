//! Figures with known answers: those published with the oracles, and the edges of the bands.

use super::*;
use crate::council::AtLimit;

#[test]
fn star_stability_five_totals_around_seventy() {
    let verdict = Panel::on(&[]).sheets(&[72, 71, 70, 69, 68]).verdict();
    assert_eq!(verdict.mean, Mean { num: 350, den: 5 });
    assert_eq!(verdict.star, Some(Star::FOUR));
    assert_eq!(verdict.without(), [("m1", Some(3)), ("m2", Some(3))]);
    assert_eq!(verdict.of_kind(DisputeKind::StarDiffers)[0].names(), ["m1", "m2", "m4", "m5"]);
}

/// QĐ 26 set 1, criterion 4.1, and seven members of whom the seventh gives it 3.
fn minimum_and_mean(rule: MinimaRule) -> Panel {
    let totals = [91, 92, 90, 91, 93, 92, 90];
    let points = [5, 5, 5, 5, 5, 5, 3];
    let panel = Panel::on(&[("4.1", "0 1 2*** 3**** 5*****")]).under(rule);
    totals.into_iter().zip(points).fold(panel, |panel, (total, points)| panel.sheet(total, &[("4.1", points)]))
}

#[test]
fn minimum_and_averaging_one_member_decides_under_mean_and_every_but_not_majority() {
    for (rule, star, without) in [
        (MinimaRule::Mean, Star::FOUR, vec![("m7", Some(5))]),
        (MinimaRule::Majority, Star::FIVE, vec![]),
        (MinimaRule::Every, Star::FOUR, vec![("m7", Some(5))]),
    ] {
        let verdict = minimum_and_mean(rule).verdict();
        assert_eq!(verdict.mean, Mean { num: 639, den: 7 }, "{rule:?}");
        assert_eq!(verdict.mean.text(2, &LAW), "91.29", "{rule:?}");
        assert_eq!(verdict.by_points, Star::FIVE, "{rule:?}");
        assert_eq!(verdict.by_minima, Some(star), "{rule:?}");
        assert_eq!(verdict.star, Some(star), "{rule:?}");
        assert_eq!((verdict.spread, verdict.spread_over), (3, false), "{rule:?}");
        // Of the seven, m7 alone decides; the law's own star is 5 without it under every rule.
        assert_eq!(verdict.without(), without, "{rule:?}");
        let finding = verdict.by_name("4.1", 5);
        assert_eq!((finding.met_by, finding.of, finding.ruled), (6, 7, false), "{rule:?}");
        assert_eq!(verdict.because(), if star == Star::FIVE { vec![] } else { vec!["4.1"] }, "{rule:?}");
        let mut alone = minimum_and_mean(rule);
        alone.sheets.pop();
        assert_eq!(alone.verdict().star, Some(Star::FIVE), "{rule:?}");
    }
}

#[test]
fn a_minimum_missed_by_one_of_seven_blocks_where_the_rule_lets_the_one_decide() {
    // One of seven agrees with the outcome "not met", fewer than two thirds; under majority six of seven do.
    assert_eq!(minimum_and_mean(MinimaRule::Mean).verdict().splits(), ["4.1/5!"]);
    assert_eq!(minimum_and_mean(MinimaRule::Every).verdict().splits(), ["4.1/5!"]);
    assert_eq!(minimum_and_mean(MinimaRule::Majority).verdict().splits(), ["4.1/5"]);
}

#[test]
fn a_spread_of_exactly_the_limit_is_allowed_or_flagged_as_the_rules_say() {
    for (at_limit, over) in [(AtLimit::Allowed, false), (AtLimit::Flagged, true)] {
        let mut panel = Panel::on(&[]).sheets(&[80, 75, 70]);
        panel.rules.spread_at_limit = at_limit;
        let verdict = panel.verdict();
        assert_eq!((verdict.spread, verdict.spread_over), (10, over), "{at_limit:?}");
        assert_eq!(verdict.of_kind(DisputeKind::Spread).len(), usize::from(over), "{at_limit:?}");
    }
    let eleven = Panel::on(&[]).sheets(&[81, 75, 70]).verdict();
    assert!(eleven.spread_over, "11 is over a limit of 10");
    assert_eq!(eleven.of_kind(DisputeKind::Spread)[0].names(), ["m1", "m3"]);
}

#[test]
fn a_mean_that_prints_as_the_threshold_does_not_reach_it() {
    let verdict = Panel::on(&[]).sheets(&[70, 70, 70, 70, 69]).verdict();
    assert_eq!((verdict.mean, verdict.by_points), (Mean { num: 349, den: 5 }, Star::THREE));
    let nine = Panel::on(&[]).sheets(&[90, 90, 90, 90, 90, 90, 90, 90, 89]).verdict();
    assert_eq!((nine.mean.num, nine.by_points), (809, Star::FOUR));
    assert_eq!(nine.mean.text(2, &LAW), "89.89");
}

#[test]
fn bands_are_half_open_at_every_edge() {
    for (totals, star) in [
        (&[0, 0][..], 1),
        (&[29, 30], 1),
        (&[30, 30], 2),
        (&[49, 50], 2),
        (&[50, 50], 3),
        (&[49, 51], 3),
        (&[69, 70], 3),
        (&[70, 70], 4),
        (&[89, 90], 4),
        (&[90, 90, 89], 4),
        (&[90, 90], 5),
        (&[89, 91], 5),
        (&[100], 5),
    ] {
        assert_eq!(Panel::on(&[]).sheets(totals).verdict().by_points.number(), star, "{totals:?}");
    }
}

#[test]
fn the_parts_add_up_to_the_total() {
    let verdict = Panel::on(&[("1", "0 3"), ("2", "1 5")]).sheet(60, &[("1", 3), ("2", 5)]).verdict();
    let sheet = &verdict.sheets[0];
    assert_eq!((&sheet.parts[..], sheet.total), (&[8, 52][..], 60));
}

#[test]
fn a_rubric_of_the_largest_points_is_judged_without_overflow() {
    let huge = u16::MAX.to_string();
    let bands = Bands { two: 10_000, three: 20_000, four: 40_000, five: u16::MAX };
    let with = |criteria: Vec<Criterion>| {
        let mut panel = Panel::around(set_of(vec![part("A", criteria)]));
        panel.bands = bands.clone();
        panel
    };
    let mut panel = with(vec![criterion("1", &format!("0*** {huge}*****"))]);
    panel = panel.marks(marks(&[("1", 'b')])).marks(marks(&[("1", 'b')])).marks(marks(&[("1", 'a')]));
    let verdict = panel.verdict();
    assert_eq!((verdict.mean, verdict.spread), (Mean { num: 131_070, den: 3 }, 65_535));
    assert_eq!(verdict.by_points, Star::FOUR);
    assert_eq!(
        verdict.of_kind(DisputeKind::Outlier).iter().map(|d| d.size).collect::<Vec<_>>(),
        [32_768, 32_768, 65_535]
    );
    // A limit beyond half of u16 is compared, not doubled into nonsense.
    panel.rules.spread_limit = 40_000;
    let far = panel.verdict();
    assert_eq!(far.of_kind(DisputeKind::Outlier).iter().map(|d| d.names()[0]).collect::<Vec<_>>(), ["m3"]);
    // An unchecked set whose sums pass u16 stops at the end.
    let over = with(vec![criterion("1", &huge), criterion("2", &huge)]).marks(marks(&[("1", 'a'), ("2", 'a')]));
    assert_eq!(over.verdict().sheets[0].total, u16::MAX);
    assert_eq!(over.sheets[0].total(&over.set), u16::MAX);
}
