//! What disagreements could do: against every resolution tried out, and on councils worked out by hand.

use proptest::prelude::*;

use super::naive::{Council, council, place};
use super::*;
use crate::verdict::outlook::{Outlook, criteria, outlook};

fn of(panel: &Panel) -> (Verdict, Outlook, Vec<(Code, Prospect)>) {
    let seats: Vec<SeatId> = (1..=panel.sheets.len()).map(seat).collect();
    let sheets: Vec<Counted<'_>> =
        seats.iter().zip(&panel.sheets).map(|(seat, marks)| Counted { seat, marks }).collect();
    let measure = Measure { set: &panel.set, bands: &panel.bands, rules: &panel.rules };
    let verdict = judge(measure, &sheets, &panel.rulings);
    let outlook = outlook(measure, &sheets, &panel.rulings, &verdict);
    (verdict, outlook, criteria(measure, &sheets, &panel.rulings))
}

/// Every outcome when the cells of a column come to any value that some sheet gives it; where a criterion that needs it
/// does not apply, that one stays or comes to any value given to it.
fn outcomes(council: &Council, column: usize) -> Vec<Option<u8>> {
    let applies = |sheet: &Vec<usize>, column: usize| council.points(sheet)[column].is_some();
    let given = |column: usize| -> Vec<usize> {
        let mut given: Vec<usize> =
            council.sheets.iter().filter(|sheet| applies(sheet, column)).map(|sheet| sheet[column]).collect();
        given.sort_unstable();
        given.dedup();
        given
    };
    let hanging = (column + 1..council.needs.len()).take_while(|other| council.needs[*other]);
    let hanging: Vec<usize> = hanging.collect();
    let mut tried = vec![council.clone()];
    for (row, sheet) in council.sheets.iter().enumerate() {
        let mut cells = vec![(column, given(column))];
        for other in hanging.iter().copied().filter(|other| !applies(sheet, *other)) {
            cells.push((other, given(other).into_iter().chain([sheet[other]]).collect()));
        }
        for (at, choices) in cells {
            let with = |council: &Council, choice: &usize| {
                let mut other = council.clone();
                other.sheets[row][at] = *choice;
                other
            };
            tried = tried.iter().flat_map(|council| choices.iter().map(|choice| with(council, choice))).collect();
        }
    }
    tried.iter().map(Council::star).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_criterion_leads_no_further_than_every_resolution_tried(mut council in council()) {
        council.sheets.truncate(if council.needs.contains(&true) { 3 } else { 4 });
        prop_assume!(!council.sheets.is_empty());
        let (verdict, outlook, criteria) = of(&council.panel());
        for (code, prospect) in &criteria {
            let column = code.as_str().parse::<usize>().unwrap() - 1;
            let all = outcomes(&council, column);
            let least = all.iter().copied().min_by_key(|star| place(*star)).unwrap();
            let most = all.iter().copied().max_by_key(|star| place(*star)).unwrap();
            let Interval { lowest, highest } = prospect.outcomes;
            prop_assert_eq!((lowest.map(Star::number), highest.map(Star::number)), (least, most), "{}", code);
            prop_assert!(rank(lowest) <= rank(verdict.star) && rank(verdict.star) <= rank(highest));
            prop_assert!(rank(outlook.whole.lowest) <= rank(lowest) && rank(highest) <= rank(outlook.whole.highest));
        }
    }

    #[test]
    fn what_disagreements_could_do_does_not_depend_on_the_order_of_the_seats(council in council()) {
        let mut turned = council.clone();
        turned.sheets.reverse();
        let ((_, one, by_one), (_, other, by_other)) = (of(&council.panel()), of(&turned.panel()));
        prop_assert_eq!((one.whole, by_one), (other.whole, by_other));
        let sizes = |outlook: &Outlook| {
            let mut all: Vec<_> = outlook.disputes.iter().map(|p| (p.outcomes.weight(), p.nearest)).collect();
            all.sort();
            all
        };
        prop_assert_eq!(sizes(&one), sizes(&other));
    }
}

#[test]
fn a_point_that_flips_outweighs_three_that_cannot() {
    // 3.5 asks for 2 at 4★: three of six reach it, one more makes a majority. 6.5 is far apart, and nothing hangs on it.
    let panel = Panel::on(&[("3.5", "0 1*** 2****"), ("6.5", "0 1 2 3 4")]);
    let panel = [(2, 4), (2, 4), (2, 4), (1, 1), (1, 4), (1, 4)]
        .into_iter()
        .fold(panel, |panel, (one, other)| panel.sheet(80, &[("3.5", one), ("6.5", other)]));
    let (verdict, outlook, _) = of(&panel);
    let at = |kind| verdict.disputes.iter().position(|dispute| dispute.key.kind == kind).unwrap();
    let split = outlook.disputes[at(DisputeKind::MinimumSplit)];
    assert_eq!((split.outcomes.lowest, split.outcomes.highest), (Some(Star::THREE), Some(Star::FOUR)));
    let nearest = split.nearest.unwrap();
    assert_eq!((nearest.cells, nearest.points), (1, 1));
    let far = outlook.disputes[at(DisputeKind::CriterionSpread)];
    assert!(far.outcomes.is_settled() && far.nearest.is_none());
}

#[test]
fn a_mark_that_a_condition_shuts_out_counts_again_when_the_condition_lets_it_in() {
    // 69 and 68: the second sheet has 2 points on 5.2 that do not count without 5.1. With it they do: 69 and 71.
    let panel = Panel::on(&[("5.1", "0 1"), ("5.2", "0 2")]);
    let mut panel = panel.sheet(69, &[("5.1", 1), ("5.2", 0)]).sheet(70, &[("5.1", 0), ("5.2", 2)]);
    panel.set.parts[0].groups[0].criteria[1].needs = Some(Code::new("5.1"));
    let (_, outlook, criteria) = of(&panel);
    let alone = criteria.iter().find(|(code, _)| code.as_str() == "5.1").unwrap().1.outcomes;
    assert_eq!(alone.highest, Some(Star::FOUR));
    assert_eq!(outlook.whole, alone);
}

#[test]
fn who_lets_a_criterion_in_has_to_mark_it_as_well() {
    // 69, 69 and 66: the third sheet has nothing on 5.2, which does not apply without 5.1. With both it is 69, 69, 72.
    let panel = Panel::on(&[("5.1", "0 1 3"), ("5.2", "0 3")]);
    let with = |panel: Panel, total, story, structure| panel.sheet(total, &[("5.1", story), ("5.2", structure)]);
    let mut panel = with(with(with(panel, 69, 3, 3), 69, 3, 3), 66, 0, 0);
    panel.set.parts[0].groups[0].criteria[1].needs = Some(Code::new("5.1"));
    let (_, outlook, criteria) = of(&panel);
    let alone = criteria.iter().find(|(code, _)| code.as_str() == "5.1").unwrap().1;
    assert_eq!(alone.outcomes.highest, Some(Star::FOUR));
    assert_eq!(alone.nearest.map(|nearest| (nearest.cells, nearest.points)), Some((2, 6)));
    assert_eq!(outlook.whole.highest, Some(Star::FOUR));
}

#[test]
fn a_ruling_takes_a_split_out_of_the_question() {
    let panel = Panel::on(&[("3.5", "0 1*** 2****")]).marked(80, "3.5", &[2, 2, 1, 1]).ruled("3.5", 4, true);
    let (_, outlook, _) = of(&panel);
    assert!(outlook.whole.is_settled());
}

#[test]
fn recognition_weighs_more_than_the_ministry_and_that_more_than_another_star() {
    let weight = |lowest: Option<u8>, highest: Option<u8>| {
        let star = |star: Option<u8>| star.map(|star| Star::new(star).unwrap());
        Interval { lowest: star(lowest), highest: star(highest) }.weight()
    };
    assert_eq!([weight(None, Some(3)), weight(Some(2), Some(5)), weight(Some(4), Some(5))], [3, 3, 2]);
    assert_eq!([weight(Some(3), Some(4)), weight(Some(1), Some(2)), weight(Some(2), None)], [1, 1, 1]);
    assert_eq!([weight(Some(4), Some(4)), weight(None, None)], [0, 0]);
}
