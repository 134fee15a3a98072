//! A blind product leaks nothing.

use super::table::{Table, code, level, product, seat};
use crate::council::{Author, ClosedAs, SeatAct};
use crate::session::Session;

/// What anyone at the table can see of a session: everything but the seats' own eyes.
fn shown(session: &Session) -> String {
    let mut seen = String::new();
    for product in session.products() {
        let id = &product.id;
        let phase = session.phase(id).name();
        seen += &format!("{product:?} {phase:?} {:?} {:?}\n", session.verdict(id), session.things(id));
        seen += &format!("{:?} {:?} {}\n", session.waiting_for(id), session.counted(id), session.asks_forward(id));
        seen += &format!("{:?} {}\n", session.late(id), session.blockers(id));
        for seat in session.scoring_seats() {
            seen += &format!("{:?}\n", session.progress(&seat, id));
        }
    }
    seen += &format!("{:?} {:?}\n", session.problems(), session.ready_to_seal());
    for (entry, standing) in session.history() {
        let hidden = session.is_hidden(entry, None);
        seen += &format!("{} {} {standing:?} {hidden}\n", entry.log, entry.t);
        if !hidden {
            seen += &format!("{:?}\n", entry.content);
        }
    }
    seen
}

/// Two councils act alike but for what their members choose; after each step the table sees the same.
#[test]
fn two_different_hidden_sheets_look_alike() {
    let (mut one, mut two) = (Table::new(), Table::new());
    let set = one.session.set(&product("p1")).unwrap();
    for (at, criterion) in set.criteria().into_iter().enumerate() {
        if criterion.needs.is_some() {
            continue;
        }
        let worst = criterion.code.as_str();
        one.mark("m1", "p1", worst, level('a')).unwrap();
        let other = if at % 2 == 0 { 'b' } else { 'a' };
        two.mark("m1", "p1", worst, level(other)).unwrap();
        assert_eq!(shown(&one.session), shown(&two.session), "after {}", criterion.code);
    }
    // Without a story its structure is not applicable; with one, a cell more is marked than the other table has.
    assert_eq!(one.session.own_marks(&seat("m1"), &product("p1")).missing(&set), []);
    assert_eq!(two.session.own_marks(&seat("m1"), &product("p1")).missing(&set), [code("5.2")]);
}

#[test]
fn a_handed_in_sheet_and_an_opinion_are_hidden_from_others_until_opened() {
    let mut table = Table::new();
    let submit = table.best("m1", "p1");
    let opinion = SeatAct::Opinion { product: product("p1"), words: "ngon".into() };
    let opinion = table.seat("m1", opinion).unwrap();
    for entry in [&submit, &opinion] {
        assert!(table.session.is_hidden(entry, None));
        assert!(table.session.is_hidden(entry, Some(&seat("ct"))));
        assert!(!table.session.is_hidden(entry, Some(&seat("m1"))));
    }
    ["ct", "pct", "m2", "m3"].into_iter().for_each(|who| _ = table.best(who, "p1"));
    table.reveal("p1").unwrap();
    assert!(!table.session.is_hidden(&submit, None) && !table.session.is_hidden(&opinion, None));
    table.close("p1", ClosedAs::Rejected).unwrap();
    assert!(!table.session.is_hidden(&submit, None), "what was opened stays open");
    let draft = table.mark("m1", "p2", "1.2", level('a')).unwrap();
    table.close("p2", ClosedAs::Withdrawn).unwrap();
    assert!(table.session.is_hidden(&draft, None));
    assert_eq!(draft.author, Author::Seat(seat("m1")));
}

#[test]
fn a_contested_product_that_was_partly_opened_shows_no_figures() {
    let mut table = Table::new();
    let submit = table.best("m1", "p1");
    ["ct", "pct", "m2", "m3"].into_iter().for_each(|who| _ = table.best(who, "p1"));
    let mut other = table.another(2);
    table.reveal("p1").unwrap();
    other.change_set("p1").unwrap();
    table.meet(&mut other);
    assert!(table.session.verdict(&product("p1")).is_none());
    assert!(table.session.is_hidden(&submit, None));
    assert_eq!(table.session.counted(&product("p1")), []);
}
