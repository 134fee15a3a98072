//! What the record gives back of a decision, and what a ruling would do.

use super::table::{Table, product, seat};
use crate::council::{Cell, Forward, SeatAct, Value};
use crate::rubric::{Code, LevelId, Star};

/// Five sheets at their best, but that three miss the 5★ minimum of one criterion.
fn split() -> (Table, Code) {
    let mut table = Table::new();
    let p1 = product("p1");
    let set = table.session.set(&p1).unwrap();
    let minimum = set.minima().into_iter().find(|minimum| minimum.star == Star::FIVE).unwrap();
    for who in ["ct", "pct", "m1", "m2", "m3"] {
        table.best(who, "p1");
    }
    let criterion = set.criterion(&minimum.criterion).unwrap();
    let least = criterion.levels.iter().position(|level| level.minimum_for == Some(Star::FIVE)).unwrap();
    for who in ["m1", "m2", "m3"] {
        let back = table.session.take_back(&p1);
        table.seat(who, back).unwrap();
        let cell = Cell { value: Value::Level(LevelId::at(least - 1).unwrap()), ..Cell::default() };
        let mark = table.session.mark(&p1, &minimum.criterion, cell);
        table.seat(who, mark).unwrap();
        let submit = table.session.submit(&seat(who), &p1);
        table.seat(who, submit).unwrap();
    }
    let reveal = table.session.reveal(&p1, &[]).unwrap();
    table.desk(reveal).unwrap();
    (table, minimum.criterion)
}

#[test]
fn a_hypothetical_ruling_shows_its_star_and_changes_nothing() {
    let (table, criterion) = split();
    let p1 = product("p1");
    let minimum = crate::council::MinimumId { criterion, star: Star::FIVE };
    assert_eq!(table.session.verdict(&p1).unwrap().star, Some(Star::FOUR));
    assert_eq!(table.session.with_ruling(&p1, &minimum, true).unwrap().star, Some(Star::FIVE));
    assert_eq!(table.session.with_ruling(&p1, &minimum, false).unwrap().star, Some(Star::FOUR));
    assert_eq!(table.session.verdict(&p1).unwrap().star, Some(Star::FOUR));
    assert!(table.session.with_ruling(&product("p2"), &minimum, true).is_none());
}

#[test]
fn the_record_gives_back_conclusion_forward_and_who_was_left_out() {
    let mut table = Table::new();
    let p1 = product("p1");
    table.seat("m3", SeatAct::Recuse { product: p1.clone(), reason: "họ hàng".into() }).unwrap();
    for who in ["ct", "pct", "m1", "m2"] {
        table.best(who, "p1");
    }
    let reveal = table.session.reveal(&p1, &[]).unwrap();
    table.desk(reveal).unwrap();
    assert_eq!(table.session.left_out(&p1), [(seat("m3"), crate::council::Left::Recused)]);
    table.desk(crate::council::DeskAct::Conclude { product: p1.clone(), words: "Đề nghị 5 sao".into() }).unwrap();
    assert_eq!(table.session.conclusion(&p1).as_deref(), Some("Đề nghị 5 sao"));
    assert_eq!(table.session.forwarded(&p1), None::<Forward>);
}
