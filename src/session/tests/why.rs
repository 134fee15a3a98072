//! Why this star: what the page says of each stretch of a product's way, figures by plain addition.

use super::table::{Table, code, level, minimum, product, seat, slip};
use crate::council::{Author, Back, ClosedAs, DisputeKey, DisputeKind, Left, Presence, Scored, SeatId};
use crate::rubric::Star;
use crate::session::{Chapter, Event, Firmness, Lateness, Standing, Statement, What};
use crate::verdict::{Decider, Interval, Mean, Outcome};

fn why(table: &Table) -> Vec<Statement> {
    table.session.why(&product("p1"))
}

fn events(table: &Table) -> Vec<Event> {
    let event = |statement| match statement {
        Statement::Event(event) => Some(event),
        _ => None,
    };
    why(table).into_iter().filter_map(event).collect()
}

/// The events by name.
fn course(table: &Table) -> Vec<&'static str> {
    events(table).iter().map(|event| event.what.key()).collect()
}

/// Three of five at the second level of 4.1 (2 of 5 points): 97 + 97 + 97 + 100 + 100.
fn split() -> Table {
    let mut table = Table::new();
    table.revealed("p1", &[("m1", &[("4.1", 'b')]), ("m2", &[("4.1", 'b')]), ("pct", &[("4.1", 'b')])]);
    table
}

#[test]
fn of_a_blind_product_the_page_says_that_it_is_blind_and_nothing_else() {
    let mut table = Table::new();
    assert_eq!(why(&table), [Statement::Blind]);
    table.all_best("p1");
    assert_eq!(why(&table), [Statement::Blind]);
    table.reveal("p1").unwrap();
    assert_ne!(why(&table), [Statement::Blind]);
    table.lock("p1").unwrap();
    table.reopen_to("p1", Back::Blind(None)).unwrap();
    assert_eq!(why(&table), [Statement::Blind]);
}

#[test]
fn the_page_adds_the_totals_up_and_names_the_band_and_what_holds_the_star() {
    let told = why(&split());
    let totals = [("ct", 100), ("pct", 97), ("m1", 97), ("m2", 97), ("m3", 100)];
    let totals = totals.into_iter().map(|(id, total)| (seat(id), total)).collect();
    assert!(told.contains(&Statement::Mean { totals, mean: Mean { num: 491, den: 5 } }));
    assert!(told.contains(&Statement::Band { star: Star::FIVE, least: 90, under: None }));
    assert!(told.contains(&Statement::Spread { spread: 3, limit: 10, over: false }));
    // Level b of 4.1 is the least for 3★; 4★ asks for 3 points, 5★ for 5.
    let held = told.iter().find_map(|statement| match statement {
        Statement::HeldBy { by_points, star, because } => Some((*by_points, *star, because.clone())),
        _ => None,
    });
    assert_eq!(held, Some((Star::FIVE, Some(Star::THREE), vec![code("4.1")])));
    let outcome =
        Statement::Outcome { outcome: Outcome::Recognised, star: Some(Star::THREE), firmness: Firmness::Open };
    assert_eq!(told[0], outcome, "the answer comes first");
}

#[test]
fn the_minima_that_not_every_sheet_meets_are_told_one_by_one_with_the_ruling() {
    let mut table = split();
    let find = |table: &Table, star| {
        why(table).into_iter().find_map(|statement| match statement {
            Statement::Minimum { found, sum, ruled_because } if found.minimum == minimum("4.1", star) => {
                Some((found.met_by, found.of, found.met, sum, ruled_because))
            }
            _ => None,
        })
    };
    // 2 + 2 + 2 + 5 + 5 points.
    assert_eq!(find(&table, 5), Some((2, 5, false, 16, None)));
    table.rule("p1", ("4.1", 5), true).unwrap();
    assert_eq!(find(&table, 5), Some((2, 5, true, 16, Some(slip()))));
    table.lock("p1").unwrap();
    assert_eq!(find(&table, 5), Some((2, 5, true, 16, Some(slip()))), "the lock names the ruling");
    let all = why(&table).into_iter().filter(|statement| matches!(statement, Statement::AllMeet { .. })).count();
    assert_eq!(all, 3, "the rest in one line a star");
}

#[test]
fn what_the_star_hangs_on_is_told_with_what_decides_it_and_what_is_open_until_the_lock() {
    let mut table = Table::new();
    table.revealed("p1", &[("m1", &[("4.1", 'b')]), ("m2", &[("4.1", 'b')])]);
    let safety = |table: &Table| -> Vec<Statement> {
        why(table).into_iter().filter(|statement| statement.chapter() == Chapter::Safety).collect()
    };
    // Three of five reach 4.1's minima of 4★ and 5★; without one of the three, two of four: no majority.
    let hangs = Statement::Without {
        seats: vec![seat("ct"), seat("pct"), seat("m3")],
        star: Some(Star::THREE),
        by: vec![Decider::Minimum(minimum("4.1", 4))],
    };
    let open = Statement::StillOpen(Interval { lowest: Some(Star::THREE), highest: Some(Star::FIVE) });
    assert_eq!(safety(&table), [open, hangs]);
    table.rule("p1", ("4.1", 4), true).unwrap();
    table.rule("p1", ("4.1", 5), true).unwrap();
    for key in table.blocking("p1") {
        table.accept("p1", key).unwrap();
    }
    table.lock("p1").unwrap();
    assert_eq!(safety(&table), [Statement::Stable { pairs: false }]);
}

#[test]
fn a_round_is_told_as_before_and_after_once_it_is_open_and_not_sooner() {
    let mut table = split();
    table.rescore("p1", &["m1"], &["4.1"]).unwrap();
    table.mark("m1", "p1", "4.1", level('d')).unwrap();
    table.submit("m1", "p1").unwrap();
    let answered = |table: &Table| {
        events(table).into_iter().find_map(|event| match event.what {
            What::Answered { seat, opened } => Some((seat, opened)),
            _ => None,
        })
    };
    assert_eq!(answered(&table), Some((seat("m1"), None)));
    assert_eq!(table.session.changes(&product("p1")), []);
    table.reveal("p1").unwrap();
    let (who, opened) = answered(&table).unwrap();
    let (changes, totals) = opened.unwrap();
    assert_eq!((who, totals), (seat("m1"), (97, 100)));
    let points = |scored: Scored| scored.points().unwrap();
    let change: Vec<_> = changes.iter().map(|c| (c.criterion.clone(), points(c.before), points(c.after))).collect();
    assert_eq!(change, [(code("4.1"), 2, 5)]);
    assert_eq!(table.session.changes(&product("p1")), changes);
    assert_eq!(table.session.verdict_before(&product("p1")).unwrap().mean.num, 491);
    let rounds: Vec<u16> = events(&table)
        .into_iter()
        .filter_map(|event| match event.what {
            What::Opened { round, .. } => Some(round),
            _ => None,
        })
        .collect();
    assert_eq!(rounds, [1, 2]);
}

#[test]
fn the_course_runs_from_the_first_mark_to_the_lock_and_names_who_presided() {
    let mut table = split();
    table.hand_over("pct").unwrap();
    table.rule("p1", ("4.1", 5), true).unwrap();
    table.lock("p1").unwrap();
    table.reopen("p1").unwrap();
    let table = table;
    assert_eq!(course(&table), ["began", "handed_in", "opened", "rule", "lock", "reopen"]);
    let events = events(&table);
    let seats: Vec<&str> = match &events[1].what {
        What::HandedIn(seats) => seats.iter().map(SeatId::as_str).collect(),
        _ => Vec::new(),
    };
    assert_eq!(seats, ["ct", "pct", "m1", "m2", "m3"]);
    let presided = |event: &Event| event.signed.as_ref().map(|by| by.presiding.clone());
    assert_eq!(
        events.iter().map(presided).collect::<Vec<_>>()[2..],
        ["ct", "pct", "pct", "pct"].map(|id| Some(seat(id)))
    );
    assert!(events.iter().all(|event| event.standing == Standing::Effective && event.late == Lateness::No));
}

#[test]
fn what_came_late_is_told_with_what_became_of_it() {
    let mut table = Table::new();
    table.all_best("p1");
    let mut laptop = table.another(2);
    laptop.take_back("m1", "p1").unwrap();
    laptop.mark("m1", "p1", "1.2", level('a')).unwrap();
    let late = laptop.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    table.meet(&mut laptop);
    let lateness =
        |table: &Table| events(table).into_iter().find(|event| event.entry == late.id).map(|event| event.late).unwrap();
    assert_eq!(lateness(&table), Lateness::Open);
    let key = DisputeKey {
        kind: DisputeKind::Late,
        criterion: None,
        star: None,
        seat: Some(seat("m1")),
        entry: Some(late.id),
    };
    table.accept("p1", key).unwrap();
    assert_eq!(lateness(&table), Lateness::LeftOut(slip()));
    assert_eq!(table.session.lateness(&product("p1")), [(late.id, Lateness::LeftOut(slip()))]);
}

#[test]
fn of_several_late_sheets_each_is_said_to_have_been_left_out() {
    let mut table = Table::new();
    table.best_of(&["ct", "pct", "m1"], "p1");
    for id in ["m2", "m3"] {
        table.attend(id, Presence::Left).unwrap();
    }
    let mut laptop = table.another(2);
    let mut late = vec![laptop.sheet("m2", "p1", &[]).id, laptop.sheet("m3", "p1", &[]).id];
    let mut other = laptop.another(3);
    table.reveal("p1").unwrap();
    table.meet(&mut laptop);
    for key in table.blocking("p1") {
        table.accept("p1", key).unwrap();
    }
    // On a third machine one of them took its sheet back and handed in another, which is left out as well.
    let laptop = &mut other;
    laptop.take_back("m2", "p1").unwrap();
    laptop.mark("m2", "p1", "1.2", level('a')).unwrap();
    late.push(laptop.submit("m2", "p1").unwrap().id);
    table.meet(laptop);
    for key in table.blocking("p1") {
        table.accept("p1", key).unwrap();
    }
    let left_out = |table: &Table| -> Vec<_> {
        events(table).iter().filter(|event| event.late == Lateness::LeftOut(slip())).map(|event| event.entry).collect()
    };
    assert_eq!(left_out(&table), late);
    table.lock("p1").unwrap();
    assert_eq!(left_out(&table), late, "the lock changes nothing of it");
}

#[test]
fn who_has_no_sheet_is_named_with_the_members_own_reason() {
    let mut table = Table::new();
    table.recuse("m3", "p1").unwrap();
    table.best_of(&["ct", "pct", "m1", "m2"], "p1");
    table.reveal("p1").unwrap();
    let left = Statement::LeftOut { seat: seat("m3"), why: Left::Recused, reason: "người nhà".into() };
    assert!(why(&table).contains(&left));
}

#[test]
fn a_product_that_ended_without_a_star_says_on_what_ground() {
    let mut table = split();
    table.close("p1", ClosedAs::Rejected).unwrap();
    assert_eq!(why(&table)[0], Statement::Closed { how: ClosedAs::Rejected, ground: "giấy tờ".into() });
    assert_eq!(course(&table), ["began", "handed_in", "opened", "close"]);
}

#[test]
fn two_decisions_side_by_side_have_no_figures_on_the_page() {
    let mut table = Table::new();
    table.all_best("p1");
    let mut other = table.another(2);
    table.reveal("p1").unwrap();
    other.change_set("p1").unwrap();
    table.meet(&mut other);
    assert_eq!(why(&table)[0], Statement::Contested(2));
    assert!(why(&table).iter().all(|statement| matches!(statement.chapter(), Chapter::Result | Chapter::Course)));
}

#[test]
fn an_act_that_did_not_take_effect_is_told_as_one() {
    let mut table = split();
    let lock = crate::council::Act::Desk(
        table.session.by(&seat("ct")),
        crate::council::DeskAct::Reopen { product: product("p1"), to: Back::Blind(None), reason: "thử".into() },
    );
    let forced = table.force(Author::Desk, Vec::new(), lock);
    assert!(matches!(table.standing(&forced), Standing::Void(_)));
    let told = events(&table).into_iter().find(|event| event.entry == forced.id).unwrap();
    assert!(matches!(told.standing, Standing::Void(_)));
}
