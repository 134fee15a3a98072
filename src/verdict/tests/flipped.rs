//! The smallest change that flips the star: against every change tried out, and on councils worked out by hand.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::naive::{Council, council, place};
use super::*;
use crate::council::Scored;

/// Fewest cells, then fewest points moved, over every change of so many cells, then more; from 2★ up is to a star.
fn by_trying(council: &Council, up: bool) -> Option<(usize, i128)> {
    let cells: Vec<(usize, usize)> =
        (0..council.sheets.len()).flat_map(|row| (0..council.criteria.len()).map(move |at| (row, at))).collect();
    let before: Vec<Vec<i128>> = council.sheets.iter().map(|sheet| counted(council, sheet)).collect();
    let here = council.star();
    (1..=cells.len()).find_map(|count| {
        let mut least: Option<i128> = None;
        each(council, &cells, count, &mut council.clone(), &mut |tried| {
            let star = tried.star();
            let flipped = match up {
                true => place(star) > place(here) && (here, star) != (Some(2), None),
                false => place(star) < place(here),
            };
            if flipped {
                let after = tried.sheets.iter().map(|sheet| counted(tried, sheet));
                let moved = before.iter().zip(after).map(|(before, after)| distance(before, &after)).sum();
                least = Some(least.map_or(moved, |least: i128| least.min(moved)));
            }
        });
        least.map(|moved| (count, moved))
    })
}

fn counted(council: &Council, sheet: &[usize]) -> Vec<i128> {
    council.points(sheet).into_iter().map(|points| points.unwrap_or(0)).collect()
}

fn distance(one: &[i128], other: &[i128]) -> i128 {
    one.iter().zip(other).map(|(one, other)| (one - other).abs()).sum()
}

/// Every council in which exactly so many of the cells have another value.
fn each(of: &Council, cells: &[(usize, usize)], count: usize, tried: &mut Council, see: &mut impl FnMut(&Council)) {
    let Some(rest) = count.checked_sub(1) else { return see(tried) };
    for (at, (row, column)) in cells.iter().enumerate() {
        let was = tried.sheets[*row][*column];
        for choice in (0..=of.criteria[*column].len()).filter(|choice| *choice != was) {
            tried.sheets[*row][*column] = choice;
            each(of, &cells[at + 1..], rest, tried, see);
        }
        tried.sheets[*row][*column] = was;
    }
}

/// A council small enough to try everything: at most eight cells.
fn small() -> impl Strategy<Value = Council> {
    let sizes = prop::sample::select(vec![(1, 4), (2, 4), (2, 3), (4, 2), (3, 2), (7, 1), (8, 1)]);
    (council(), sizes).prop_map(|(mut council, (sheets, criteria))| {
        council.sheets.truncate(sheets);
        council.criteria.truncate(criteria);
        council.criteria.iter_mut().for_each(|levels| levels.truncate(3));
        council.needs.truncate(criteria);
        council.rulings.retain(|(at, ..)| *at < criteria);
        for sheet in &mut council.sheets {
            sheet.truncate(criteria);
            for (choice, levels) in sheet.iter_mut().zip(&council.criteria) {
                *choice = (*choice).min(levels.len());
            }
        }
        council
    })
}

fn all(panel: &Panel) -> Flips {
    let seats: Vec<SeatId> = (1..=panel.sheets.len()).map(seat).collect();
    let sheets: Vec<Counted<'_>> =
        seats.iter().zip(&panel.sheets).map(|(seat, marks)| Counted { seat, marks }).collect();
    flips(Measure { set: &panel.set, bands: &panel.bands, rules: &panel.rules }, &sheets, &panel.rulings)
}

/// The panel with the cells of a flip changed.
fn changed(council: &Council, flip: &Flip) -> Panel {
    let mut panel = council.panel();
    for one in &flip.moves {
        let at = (1..=panel.sheets.len()).find(|at| seat(*at) == one.seat).unwrap() - 1;
        let value = match one.to {
            Scored::Level(level, _) => Value::Level(level),
            _ => Value::NoneMet,
        };
        panel.sheets[at].set(one.criterion.clone(), Cell { value, ..Cell::default() });
    }
    panel
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_is_smaller_than_the_one_found(council in small()) {
        prop_assume!(!council.sheets.is_empty());
        let found = all(&council.panel());
        for (up, flip) in [(true, &found.up), (false, &found.down)] {
            let said = flip.as_ref().map(|flip| (flip.moves.len(), i128::from(flip.points)));
            prop_assert_eq!(said, by_trying(&council, up), "up: {}", up);
        }
    }

    #[test]
    fn the_change_found_leads_where_it_says(council in council()) {
        let found = all(&council.panel());
        let here = rank(council.verdict().star);
        for (up, flip) in [(true, &found.up), (false, &found.down)] {
            let Some(flip) = flip else { continue };
            prop_assert!(flip.exact);
            prop_assert_eq!(changed(&council, flip).verdict().star, flip.to);
            let right = if up { rank(flip.to) > here } else { rank(flip.to) < here };
            prop_assert!(right, "up: {}", up);
            prop_assert!(flip.moves.iter().all(|one| one.from != one.to));
        }
    }

    #[test]
    fn the_change_found_does_not_depend_on_the_order_of_the_seats(council in council()) {
        let panel = council.panel();
        let seats: Vec<SeatId> = (1..=panel.sheets.len()).map(seat).collect();
        let mut sheets: Vec<Counted<'_>> =
            seats.iter().zip(&panel.sheets).map(|(seat, marks)| Counted { seat, marks }).collect();
        let measure = Measure { set: &panel.set, bands: &panel.bands, rules: &panel.rules };
        let found = flips(measure, &sheets, &panel.rulings);
        sheets.reverse();
        prop_assert_eq!(&flips(measure, &sheets, &panel.rulings), &found);
        let half = sheets.len() / 2;
        sheets.rotate_left(half);
        prop_assert_eq!(&flips(measure, &sheets, &panel.rulings), &found);
    }
}

/// Moves as `m1 4.1 3>5`, by seat and criterion.
fn moves(flip: Option<&Flip>) -> Vec<String> {
    let points = |scored: Scored| match scored {
        Scored::NotApplicable => "x".to_owned(),
        other => other.points().map_or("?".to_owned(), |points| points.to_string()),
    };
    let line = |one: &Move| format!("{} {} {}>{}", one.seat, one.criterion, points(one.from), points(one.to));
    flip.map_or_else(Vec::new, |flip| flip.moves.iter().map(line).collect())
}

#[test]
fn one_member_s_slip_under_the_mean_rule_is_the_smallest_change_up() {
    let panel = Panel::on(&[("4.1", "0 1 2*** 3**** 5*****")]).under(MinimaRule::Mean);
    let points = [5, 5, 5, 5, 5, 5, 3];
    let panel = points.into_iter().fold(panel, |panel, points| panel.sheet(91, &[("4.1", points)]));
    let found = all(&panel);
    assert_eq!(moves(found.up.as_ref()), ["m7 4.1 3>5"]);
    assert_eq!((found.up.as_ref().unwrap().to, found.up.as_ref().unwrap().points), (Some(Star::FIVE), 2));
    // Down from 4★: seven means of 91 are far from 70, but 4.1 stands at 33 of 21 wanted: 13 points less.
    assert_eq!(moves(found.down.as_ref()), ["m1 4.1 5>2", "m2 4.1 5>0", "m3 4.1 5>0"]);
}

#[test]
fn fewest_points_are_moved_and_no_more() {
    // 349 of 350 for 4★: one cell, one point; 350 needs one point less.
    let four = all(&Panel::on(&[]).sheets(&[70, 70, 70, 70, 69]));
    assert_eq!((moves(four.up.as_ref()).len(), four.up.unwrap().points), (1, 1));
    let down = all(&Panel::on(&[]).sheets(&[70, 70, 70, 70, 70])).down.unwrap();
    assert_eq!((down.moves.len(), down.points, down.to), (1, 1, Some(Star::THREE)));
}

#[test]
fn a_ruling_stands_in_the_way_or_holds_the_star() {
    let split = |met| {
        let panel = Panel::on(&[("4.1", "0 1 2*** 3**** 5*****")]);
        [5, 5, 3, 3].into_iter().fold(panel, |panel, points| panel.sheet(91, &[("4.1", points)])).ruled("4.1", 5, met)
    };
    let no = all(&split(false));
    assert_eq!((split(false).verdict().star, no.up), (Some(Star::FOUR), None));
    let yes = all(&split(true));
    assert_eq!((split(true).verdict().star, yes.up.is_none()), (Some(Star::FIVE), true));
    // With 4.1 settled only the mean is left: 364 of 360, five points less.
    let down = yes.down.unwrap();
    assert_eq!((down.moves.len(), down.points, down.to), (1, 5, Some(Star::FOUR)));
}

#[test]
fn from_too_few_points_up_is_the_next_star_never_no_star() {
    // 49 of 50 points, and the minimum of 3★ missed: both have to be mended.
    let panel = Panel::on(&[("4.1", "0 1 2***")]).sheet(49, &[("4.1", 1)]).sheet(49, &[("4.1", 1)]);
    let found = all(&panel);
    assert_eq!(panel.verdict().star, Star::new(2));
    assert_eq!(found.up.as_ref().unwrap().to, Some(Star::THREE));
    assert_eq!(moves(found.up.as_ref()), ["m1 4.1 1>2", "m2 4.1 1>2"]);
    let none = Panel::on(&[("4.1", "0 1 2***")]).sheet(60, &[("4.1", 1)]).sheet(50, &[("4.1", 1)]);
    assert_eq!(none.verdict().star, None);
    assert_eq!(all(&none).up.unwrap().to, Some(Star::THREE));
}

#[test]
fn a_story_opens_and_shuts_its_structure() {
    let mut built = set(&[("5.1", "0 1 2***"), ("5.2", "0 2 5")]);
    built.parts[0].groups[0].criteria[1].needs = Some(Code::new("5.1"));
    let panel = |five: &[(char, char)], rest: u16| {
        let mut panel = Panel::around(built.clone());
        for (story, structure) in five {
            panel = panel.sheet(rest, &[]);
            let sheet = panel.sheets.last_mut().unwrap();
            for (code, letter) in [("5.1", *story), ("5.2", *structure)] {
                if letter != ' ' {
                    let value = Value::Level(LevelId::try_from(letter).unwrap());
                    sheet.set(Code::new(code), Cell { value, ..Cell::default() });
                }
            }
        }
        panel
    };
    // Without a story 50 points are missed by six: two for the story and four of the structure it opens.
    let up = all(&panel(&[('a', ' ')], 44)).up.unwrap();
    assert_eq!((up.to, up.moves.len(), up.points), (Some(Star::THREE), 2, 6));
    // One cell more takes seven away: its own two points and the five of the structure.
    let down = all(&panel(&[('c', 'c')], 56)).down.unwrap();
    assert_eq!((moves(Some(&down)), down.points, down.to), (vec!["m1 5.1 2>1".to_owned()], 1, None));
}

#[test]
fn the_cases_of_a_criterion_keep_to_the_case_chosen_where_the_points_are_the_same() {
    let mut built = set(&[("8", "1 2*** 1 2***")]);
    let criterion = &mut built.parts[0].groups[0].criteria[0];
    criterion.cases = vec![Both::default(), Both::default()];
    for (at, level) in criterion.levels.iter_mut().enumerate() {
        level.case = Some(u8::from(at >= 2));
    }
    let mut panel = Panel::around(built).sheet(60, &[]);
    let mark = |letter| Cell { value: Value::Level(LevelId::try_from(letter).unwrap()), ..Cell::default() };
    panel.sheets[0].set(Code::new("8"), mark('c'));
    let up = all(&panel).up.unwrap();
    assert_eq!(up.moves[0].to, Scored::Level(LevelId::try_from('d').unwrap(), 2));
}

/// Councils of every set in force, as large as they come: exact, under every rule.
#[test]
fn it_is_exact_for_every_set_in_force_with_thirty_sheets() {
    let rubric = crate::rubric::builtin::default();
    for set in rubric.sets.iter().filter(|set| [1, 9, 26].contains(&set.no)) {
        for rule in [MinimaRule::Majority, MinimaRule::Mean, MinimaRule::Every] {
            let mut panel = Panel::around(set.clone()).under(rule);
            for sheet in 0..30_usize {
                let mut marks = Marks::default();
                for (at, criterion) in set.criteria().into_iter().enumerate() {
                    let place = (sheet * 7 + at * 5 + sheet * at) % (criterion.levels.len() + 1);
                    let value =
                        place.checked_sub(1).map_or(Value::NoneMet, |at| Value::Level(LevelId::at(at).unwrap()));
                    marks.set(criterion.code.clone(), Cell { value, ..Cell::default() });
                }
                panel = panel.marks(marks);
            }
            let found = all(&panel);
            let seen: BTreeMap<bool, usize> =
                [found.up, found.down].into_iter().flatten().fold(BTreeMap::new(), |mut seen, flip| {
                    *seen.entry(flip.exact).or_default() += 1;
                    seen
                });
            assert!(!seen.contains_key(&false) && seen.contains_key(&true), "set {} {rule:?}: {seen:?}", set.no);
        }
    }
}
