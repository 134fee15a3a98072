//! A blind product leaks nothing.

use std::fmt::Write;

use super::table::{Table, code, level, product, seat};
use crate::council::{Author, ClosedAs, Entry, SeatAct};
use crate::session::{Session, Sight};

/// What anyone at the table can see of a session: everything but the seats' own eyes.
fn shown(session: &Session) -> String {
    let mut seen = String::new();
    for product in session.products() {
        let id = &product.id;
        let phase = session.phase(id).name();
        _ = writeln!(seen, "{product:?} {phase:?} {:?} {:?}", session.verdict(id), session.things(id));
        _ = writeln!(seen, "{:?} {:?} {}", session.waiting_for(id), session.counted(id), session.asks_forward(id));
        _ = writeln!(seen, "{:?} {:?}", session.outlook(id), session.open_outcomes(id));
        _ = writeln!(seen, "{:?} {:?}", session.judged(id), session.docket(id));
        _ = writeln!(seen, "{:?}", session.criterion_prospects(id));
        _ = writeln!(seen, "{:?} {} {:?}", session.late(id), session.blockers(id), session.why(id));
        _ = writeln!(seen, "{:?} {:?}", session.changes(id), session.verdict_before(id));
        for seat in session.scoring_seats() {
            _ = writeln!(seen, "{:?}", session.progress(&seat, id));
        }
    }
    _ = writeln!(seen, "{:?} {:?}", session.agenda(), session.criterion_readings());
    _ = writeln!(seen, "{:?} {:?}", session.problems(), session.ready_to_seal());
    let table = session.reader(None);
    for (entry, standing) in session.history() {
        let sight = table.sees(entry);
        _ = writeln!(seen, "{} {} {standing:?} {sight:?}", entry.log, entry.t);
        if sight == Sight::Whole {
            _ = writeln!(seen, "{:?}", entry.content);
        }
    }
    seen
}

/// Whether a reader (none: the table) is kept from what an entry says.
fn hides(session: &Session, entry: &Entry, from: Option<&str>) -> bool {
    session.reader(from.map(seat).as_ref()).sees(entry) != Sight::Whole
}

/// The past up to the last entry.
fn as_it_stands(table: &Table) -> Session {
    let last = table.session.history().last().unwrap().0.id;
    table.session.as_of(last).unwrap()
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
        assert_eq!(shown(&as_it_stands(&one)), shown(&as_it_stands(&two)), "looked back on, after {}", criterion.code);
    }
    assert_eq!(one.session.progress(&seat("m1"), &product("p1")).scored, set.criteria().len());
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
        assert!(hides(&table.session, entry, None));
        assert!(hides(&table.session, entry, Some("ct")));
        assert!(!hides(&table.session, entry, Some("m1")));
    }
    table.best_of(&["ct", "pct", "m2", "m3"], "p1");
    table.reveal("p1").unwrap();
    assert!(!hides(&table.session, &submit, None) && !hides(&table.session, &opinion, None));
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    let again = table.mark("m1", "p1", "1.2", level('a')).unwrap();
    let answer = table.submit("m1", "p1").unwrap();
    assert!(hides(&table.session, &again, None) && hides(&table.session, &answer, Some("ct")), "not opened yet");
    assert!(!hides(&table.session, &submit, None), "figures are those of the last reveal");
    table.close("p1", ClosedAs::Rejected).unwrap();
    assert!(!hides(&table.session, &submit, None), "what was opened stays open");
    assert!(hides(&table.session, &again, None), "what never was opened stays with its author");
    let draft = table.mark("m1", "p2", "1.2", level('a')).unwrap();
    table.close("p2", ClosedAs::Withdrawn).unwrap();
    assert!(hides(&table.session, &draft, None));
    assert_eq!(draft.author, Author::Seat(seat("m1")));
}

#[test]
fn a_contested_product_that_was_partly_opened_shows_no_figures() {
    let mut table = Table::new();
    let submit = table.best("m1", "p1");
    table.best_of(&["ct", "pct", "m2", "m3"], "p1");
    let mut other = table.another(2);
    table.reveal("p1").unwrap();
    other.change_set("p1").unwrap();
    table.meet(&mut other);
    assert!(table.session.verdict(&product("p1")).is_none());
    assert!(hides(&table.session, &submit, None));
    assert_eq!(table.session.counted(&product("p1")), []);
}
