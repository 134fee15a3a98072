//! Things to discuss over all products: what comes before what, and that no seat's place at the table decides it.

use super::table::{Table, charter, level, product, seat};
use crate::council::{DisputeKey, DisputeKind, SeatAct};
use crate::rubric::{ProductSet, Star};
use crate::session::{Class, Matter, ThingState};

/// A criterion that is no star's minimum and has room to be far apart.
fn harmless(set: &ProductSet) -> String {
    let fits = |criterion: &&crate::rubric::Criterion| {
        criterion.needs.is_none()
            && criterion.levels.len() >= 3
            && criterion.max >= 3
            && criterion.levels.iter().all(|level| level.minimum_for.is_none())
    };
    set.criteria().into_iter().find(fits).map(|criterion| criterion.code.to_string()).unwrap()
}

fn seen(matters: &[Matter]) -> Vec<(usize, String, DisputeKind, Class, u8)> {
    let line = |m: &Matter| (m.rank, m.product.to_string(), m.thing.key.kind, m.class(), m.weight());
    matters.iter().map(line).collect()
}

/// On p1 one sheet is three points off where nothing hangs on it; on p2 one sheet is two off at a minimum of 5★.
fn two_products(mut table: Table) -> Table {
    let set = table.session.set(&product("p1")).unwrap();
    table.revealed("p1", &[("m1", &[(&harmless(&set), 'a')])]);
    table.revealed("p2", &[("m2", &[("4.1", 'c')])]);
    table
}

#[test]
fn what_can_flip_a_star_stands_above_a_wider_gap_that_cannot() {
    let table = two_products(Table::new());
    let matters = table.session.agenda();
    let wide = matters.iter().find(|m| m.thing.key.kind == DisputeKind::CriterionSpread).unwrap();
    let split = matters.iter().find(|m| m.thing.key.kind == DisputeKind::MinimumSplit).unwrap();
    assert!(wide.thing.size > split.thing.size && !wide.thing.blocking && !split.thing.blocking);
    assert_eq!((wide.product.as_str(), split.product.as_str()), ("p1", "p2"));
    assert!(split.rank < wide.rank, "{:?}", seen(&matters));
    let outcomes = split.prospect.unwrap().outcomes;
    assert_eq!((outcomes.lowest, outcomes.highest), (Some(Star::FOUR), Some(Star::FIVE)));
    // Five sheets, four meet it: two more would have to fall for a majority to miss it, by two points each.
    let nearest = split.prospect.unwrap().nearest.unwrap();
    assert_eq!((nearest.cells, nearest.points), (2, 4));
    assert!(!wide.decides());
}

#[test]
fn what_blocks_stays_above_everything() {
    let mut table = two_products(Table::new());
    table.add_product("p3").unwrap();
    // Three of five meet 4.1: fewer than two thirds agree.
    table.revealed("p3", &[("m1", &[("4.1", 'c')]), ("m2", &[("4.1", 'c')])]);
    let first = &table.session.agenda()[0];
    assert_eq!((first.product.as_str(), first.class(), first.rank), ("p3", Class::Blocks, 1));
    assert_eq!(first.prospect.unwrap().nearest.unwrap().cells, 1);
}

#[test]
fn what_is_settled_sinks_and_ranks_count_on() {
    let mut table = two_products(Table::new());
    let split = table.session.agenda()[0].clone();
    table.accept(split.product.as_str(), split.thing.key.clone()).unwrap();
    let matters = table.session.agenda();
    let last = matters.last().unwrap();
    assert_eq!((&last.thing.key, last.class()), (&split.thing.key, Class::Settled));
    assert_eq!(matters.iter().map(|m| m.rank).collect::<Vec<_>>(), (1..=matters.len()).collect::<Vec<_>>());
}

#[test]
fn nothing_open_can_change_the_star_once_what_could_is_let_stand() {
    let mut table = two_products(Table::new());
    assert!(table.session.open_outcomes(&product("p1")).unwrap().is_settled());
    assert!(!table.session.open_outcomes(&product("p2")).unwrap().is_settled());
    let open: Vec<DisputeKey> = table.session.things(&product("p2")).into_iter().map(|thing| thing.key).collect();
    for key in open {
        table.accept("p2", key).unwrap();
    }
    assert!(table.session.open_outcomes(&product("p2")).unwrap().is_settled());
}

#[test]
fn what_a_lock_left_as_it_was_is_open_no_longer() {
    let mut table = two_products(Table::new());
    table.lock("p1").unwrap();
    table.lock("p2").unwrap();
    let matters = table.session.agenda();
    assert!(!matters.is_empty());
    assert!(matters.iter().all(|matter| matter.locked && matter.class() == Class::Settled), "{:?}", seen(&matters));
    assert!(table.session.open_outcomes(&product("p2")).unwrap().is_settled());
    table.reopen("p2").unwrap();
    let again = table.session.agenda_of(&product("p2"));
    assert!(again.iter().any(|matter| matter.class() == Class::Advisory && matter.decides()));
}

#[test]
fn what_a_star_could_come_to_is_not_said_while_its_figures_are_open() {
    let open = |table: &Table| table.session.open_outcomes(&product("p1")).map(crate::verdict::Interval::is_settled);
    let calm = || two_products(Table::new());
    assert_eq!(open(&calm()), Some(true));

    let mut table = calm();
    table.rescore("p1", &["m2"], &["4.1"]).unwrap();
    assert_eq!(open(&table), None, "a seat scores again");
    // What names other sheets than the one asked is not looked at again by it.
    let state = |table: &Table, kind| {
        let things = table.session.things(&product("p1"));
        things.into_iter().find(|thing| thing.key.kind == kind).map(|thing| (thing.seats, thing.state))
    };
    let (seats, stands) = state(&table, DisputeKind::CriterionSpread).unwrap();
    assert_eq!((seats, stands), (vec![seat("m1")], ThingState::Open));

    let mut table = calm();
    let raise = SeatAct::Raise { product: product("p1"), ground: "forged".into(), words: String::new() };
    table.seat("m1", raise).unwrap();
    assert_eq!(open(&table), None, "a ground is unanswered");

    let mut table = Table::new();
    for who in ["ct", "pct", "m1", "m2", "m3"] {
        table.sheet(who, "p1", &[]);
    }
    let mut other = table.another(2);
    table.reveal("p1").unwrap();
    other.take_back("m1", "p1").unwrap();
    other.mark("m1", "p1", "1.2", level('a')).unwrap();
    other.submit("m1", "p1").unwrap();
    table.meet(&mut other);
    assert_eq!(open(&table), None, "a sheet came late");
    for key in table.blocking("p1") {
        table.accept("p1", key).unwrap();
    }
    assert_eq!(open(&table), Some(true), "it was left out, for a reason");
}

#[test]
fn the_list_of_one_product_keeps_the_order_of_the_list_over_all() {
    let table = two_products(Table::new());
    let all = table.session.agenda();
    for id in ["p1", "p2"] {
        let of: Vec<_> = all.iter().filter(|matter| matter.product.as_str() == id).map(|m| &m.thing.key).collect();
        let own = table.session.agenda_of(&product(id));
        assert_eq!(own.iter().map(|matter| &matter.thing.key).collect::<Vec<_>>(), of);
        assert_eq!(own.iter().map(|matter| matter.rank).collect::<Vec<_>>(), (1..=own.len()).collect::<Vec<_>>());
    }
}

#[test]
fn the_order_of_the_seats_at_the_table_does_not_change_the_list() {
    let mut turned = charter();
    turned.seats.reverse();
    let (one, other) = (two_products(Table::new()), two_products(Table::of(turned)));
    let with = |table: &Table| -> Vec<_> {
        table.session.agenda().into_iter().map(|m| (m.rank, m.product, m.thing.key.clone(), m.prospect)).collect()
    };
    assert_eq!(with(&one), with(&other));
}

#[test]
fn a_blind_product_is_not_on_the_list() {
    let mut table = Table::new();
    table.sheet("m1", "p1", &[("4.1", 'a')]);
    table.best("m2", "p1");
    assert_eq!(table.session.agenda(), []);
    assert!(table.session.outlook(&product("p1")).is_none() && table.session.docket(&product("p1")).is_none());
}

#[test]
fn the_list_follows_a_ruling_and_a_re_scoring() {
    let mut table = two_products(Table::new());
    table.rule("p2", ("4.1", 5), true).unwrap();
    let split = |table: &Table| {
        let is = |m: &Matter| m.product.as_str() == "p2" && m.thing.key.kind == DisputeKind::MinimumSplit;
        table.session.agenda().into_iter().find(is).unwrap()
    };
    assert_eq!((split(&table).class(), split(&table).decides()), (Class::Settled, false));
    let mut again = two_products(Table::new());
    again.rescore("p2", &["m2"], &["4.1"]).unwrap();
    assert_eq!(split(&again).thing.state, crate::session::ThingState::Rescored);
}
