//! Entries that no honest program writes: they stand as what they are and do no harm, in whatever order they come.

use super::table::{Table, digest, level, new_product, new_seat, product, seat, set_7, slip};
use crate::council::{
    Act, Author, Back, By, ClosedAs, Content, DeskAct, Entry, EntryId, Left, Marks, Presence, Role, SeatAct,
};
use crate::session::{Phase, PhaseName, Refusal, Session, Standing};

fn ct() -> By {
    By { presiding: seat("ct"), entered: seat("ct"), under: None }
}

fn desk(act: DeskAct) -> Act {
    Act::Desk(ct(), act)
}

fn close(how: ClosedAs) -> Act {
    desk(DeskAct::Close { product: product("p1"), how, ground: "x".into() })
}

/// Whatever order they come in, the same session.
fn in_both_orders(table: &Table) {
    let empty = || Session::new(table.session.id(), table.session.charter().clone());
    let (mut forward, mut backward) = (empty(), empty());
    let entries = table.entries();
    entries.iter().for_each(|entry| forward.apply(entry.clone()));
    entries.iter().rev().for_each(|entry| backward.apply(entry.clone()));
    assert_eq!(digest(&forward), digest(&table.session));
    assert_eq!(digest(&backward), digest(&table.session));
}

fn void(table: &Table, entry: &Entry) -> Refusal {
    match table.standing(entry) {
        Standing::Void(refusal) => refusal,
        other => panic!("{:?} is {other:?}", entry.content),
    }
}

#[test]
fn a_seat_added_twice_with_different_offices_holds_both_in_any_order() {
    let mut table = Table::new();
    let add = |seat| desk(DeskAct::AddSeat { seat: Box::new(seat), reason: "x".into() });
    let silent = table.force(Author::Desk, Vec::new(), add(new_seat("m9", Role::Advisory, false)));
    let mark = table.session.mark(&product("p1"), &super::table::code("1.2"), level('a'));
    let mark = table.force(Author::Seat(seat("m9")), Vec::new(), Act::Seat(mark));
    assert_eq!(table.standing(&mark), Standing::Waiting, "nobody let it score yet");
    table.force(Author::Desk, Vec::new(), add(new_seat("m9", Role::Member, true)));
    assert_eq!(table.standing(&mark), Standing::Effective);
    assert_eq!(table.standing(&silent), Standing::Effective);
    in_both_orders(&table);
}

#[test]
fn closes_over_closes_over_closes_are_read_in_no_time() {
    let mut table = Table::new();
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for _ in 0..3000 {
        let over = [a, b].concat();
        a = vec![table.force(Author::Desk, over.clone(), close(ClosedAs::Rejected)).id];
        b = vec![table.force(Author::Desk, over, close(ClosedAs::PutOff)).id];
    }
    assert!(matches!(table.session.phase(&product("p1")), Phase::Contested(_)));
    assert!(table.session.set(&product("p1")).is_some());
    let back = table.session.reopen(&product("p1"), "x".into());
    assert!(matches!(back, DeskAct::Reopen { to: Back::Blind(None), .. }));
}

#[test]
fn a_thousand_versions_of_one_cell_are_a_conflict_and_one_mark_settles_it() {
    let mut table = Table::new();
    let mark = |letter| {
        let (basis, criterion) = (None, super::table::code("1.2"));
        Act::Seat(SeatAct::Mark { product: product("p1"), basis, criterion, cell: level(letter) })
    };
    for at in 0..1000 {
        table.force(Author::Seat(seat("m1")), Vec::new(), mark(['a', 'b'][at % 2]));
    }
    assert_eq!(table.session.own_conflicts(&seat("m1"), &product("p1"))[0].1.len(), 1000);
    let mut other = table.another(2);
    other.mark("m1", "p1", "1.2", level('c')).unwrap();
    assert_eq!(other.session.own_conflicts(&seat("m1"), &product("p1")), []);
}

#[test]
fn the_end_of_time_does_not_stop_the_clock() {
    let mut table = Table::new();
    let mut entry = table.forge(Author::Desk, Vec::new(), close(ClosedAs::PutOff));
    entry.t = u64::MAX;
    table.session.apply(entry);
    table.best("m1", "p2");
}

#[test]
fn an_entry_that_names_what_never_comes_waits_and_is_reported() {
    let mut table = Table::new();
    let entry = table.force(Author::Desk, vec![EntryId::LAST], close(ClosedAs::PutOff));
    assert_eq!(table.standing(&entry), Standing::Waiting);
    let after = table.force(Author::Desk, vec![entry.id, entry.id], close(ClosedAs::PutOff));
    assert_eq!(table.standing(&after), Standing::Waiting);
    assert_eq!(table.session.phase(&product("p1")).name(), PhaseName::Blind);
    assert_eq!(table.session.problems().len(), 2);
    in_both_orders(&table);
}

#[test]
fn what_rests_on_a_void_entry_is_void() {
    let mut table = Table::new();
    table.all_best("p1");
    let DeskAct::Reveal { product: id, basis, mut sheets, without, present } =
        table.session.reveal(&product("p1"), &[]).unwrap()
    else {
        panic!("a reveal is a reveal")
    };
    let twice = sheets[0].clone();
    sheets.push(twice);
    let reveal = DeskAct::Reveal { product: id.clone(), basis, sheets, without, present };
    let reveal = table.force(Author::Desk, Vec::new(), desk(reveal));
    assert_eq!(void(&table, &reveal), Refusal::WrongRoll);
    let rescore = DeskAct::Rescore {
        product: id.clone(),
        reveal: reveal.id,
        seats: vec![seat("m1")],
        criteria: Vec::new(),
        reason: slip(),
    };
    let rescore = table.force(Author::Desk, vec![reveal.id], desk(rescore));
    assert_eq!(void(&table, &rescore), Refusal::RestsOnVoid);
    let back = DeskAct::Reopen { product: id, to: Back::Revealed(reveal.id), reason: "x".into() };
    let back = table.force(Author::Desk, vec![reveal.id], desk(back));
    assert_eq!(void(&table, &back), Refusal::RestsOnVoid);
    in_both_orders(&table);
}

#[test]
fn a_reveal_cannot_take_sheets_of_other_products_seats_or_sets() {
    let mut table = Table::new();
    table.all_best("p1");
    let foreign = table.best("m1", "p2");
    let whole = table.session.reveal(&product("p1"), &[]).unwrap();
    let with = |change: &dyn Fn(&mut DeskAct)| {
        let mut reveal = whole.clone();
        change(&mut reveal);
        desk(reveal)
    };
    let sheets = |change: &dyn Fn(&mut Vec<(crate::council::SeatId, EntryId)>)| {
        with(&|act| {
            if let DeskAct::Reveal { sheets, .. } = act {
                change(sheets)
            }
        })
    };
    let other_product = sheets(&|sheets| sheets[2].1 = foreign.id);
    let other_seat = sheets(&|sheets| sheets[2].1 = sheets[1].1);
    let nobody = with(&|act| {
        if let DeskAct::Reveal { present, .. } = act {
            present.truncate(1)
        }
    });
    let crowd = with(&|act| {
        if let DeskAct::Reveal { present, .. } = act {
            *present = vec![seat("ct"); 9];
        }
    });
    let unscoring = with(&|act| {
        if let DeskAct::Reveal { without, .. } = act {
            without.push((seat("tk"), Left::Absent));
        }
    });
    for (act, refusal) in [
        (other_product, Refusal::RestsOnVoid),
        (other_seat, Refusal::RestsOnVoid),
        (nobody, Refusal::NoQuorum { present: 1, needed: 4 }),
        (crowd, Refusal::NoQuorum { present: 1, needed: 4 }),
        (unscoring, Refusal::DoesNotScore(seat("tk"))),
    ] {
        let entry = table.force(Author::Desk, Vec::new(), act);
        assert_eq!(void(&table, &entry), refusal);
    }
    assert_eq!(table.session.phase(&product("p1")).name(), PhaseName::Blind);
}

#[test]
fn acts_that_cannot_be_are_void() {
    let mut table = Table::new();
    let m1 = || Author::Seat(seat("m1"));
    let submit =
        |sheet| SeatAct::Submit { product: product("p1"), basis: None, sheet, from: Vec::new(), answers: None };
    let mut foreign = Marks::default();
    foreign.set(super::table::code("99"), level('a'));
    let nameless = crate::council::Product { name: " ".into(), ..new_product("p9") };
    let add = |product| desk(DeskAct::AddProduct { product: Box::new(product), set: None, reason: "x".into() });
    let by_m1 = By { presiding: seat("m1"), entered: seat("m1"), under: None };
    let hand_over = |to: &str| DeskAct::HandOver { to: seat(to) };
    let cases = [
        (m1(), Act::Seat(submit(foreign)), Refusal::UnknownCriterion(super::table::code("99"))),
        (m1(), close(ClosedAs::PutOff), Refusal::NotPresiding(seat("m1"))),
        (Author::Desk, Act::Seat(SeatAct::Unrecuse { product: product("p1") }), Refusal::BadValue("author")),
        (Author::Desk, add(nameless), Refusal::BadValue("name")),
        (Author::Desk, add(new_product("p1")), Refusal::TakenId("p1".into())),
        (Author::Desk, Act::Desk(by_m1, hand_over("pct")), Refusal::NotPresiding(seat("m1"))),
        (Author::Desk, desk(hand_over("m1")), Refusal::CannotPreside(seat("m1"))),
    ];
    for (author, act, refusal) in cases {
        let entry = table.force(author, Vec::new(), act);
        assert_eq!(void(&table, &entry), refusal);
    }
    in_both_orders(&table);
}

#[test]
fn a_product_cannot_be_added_over_what_was_decided() {
    let mut table = Table::new();
    let added = table.add_product("p9").unwrap();
    table.all_best("p9");
    table.reveal("p9").unwrap();
    let lock = table.lock("p9").unwrap();
    let again = desk(DeskAct::AddProduct { product: Box::new(new_product("p9")), set: None, reason: "x".into() });
    let again = table.force(Author::Desk, vec![added.id, lock.id], again);
    assert!(matches!(void(&table, &again), Refusal::WrongPhase(..)));
    assert_eq!(table.session.phase(&product("p9")).name(), PhaseName::Locked);
}

#[test]
fn a_lock_over_what_is_not_its_reveal_is_void() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    let lock = table.session.lock(&product("p1"), None).unwrap();
    let entry = table.force(Author::Desk, Vec::new(), desk(lock.clone()));
    assert!(matches!(void(&table, &entry), Refusal::WrongPhase(..)));
    let DeskAct::Lock { product: id, reveal, rulings, accepted, mut result, forward } = lock else {
        panic!("a lock is a lock")
    };
    result.sum += 1;
    let wrong = DeskAct::Lock { product: id, reveal, rulings, accepted, result, forward };
    let entry = table.force(Author::Desk, vec![reveal], desk(wrong));
    assert_eq!(void(&table, &entry), Refusal::WrongResult);
}

#[test]
fn over_may_name_anything_and_replaces_only_what_is_of_its_own_kind() {
    let mut table = Table::new();
    let sheet = table.best("m1", "p1");
    let absent = table.attend("m2", Presence::Absent).unwrap();
    let mark = table.mark("m2", "p1", "1.2", level('a')).unwrap();
    let all = vec![sheet.id, absent.id, mark.id];
    table.force(Author::Seat(seat("m3")), all, Act::Seat(SeatAct::Unrecuse { product: product("p1") }));
    assert_eq!(table.session.progress(&seat("m1"), &product("p1")).state.key(), "submitted");
    assert_eq!(table.session.attendance(&seat("m2")).presence, Presence::Absent);
    assert_eq!(table.session.own_marks(&seat("m2"), &product("p1")).iter().count(), 1);
}

#[test]
fn an_unknown_act_is_kept_and_named_without_harm() {
    let mut table = Table::new();
    let mut entry = table.forge(Author::Desk, vec![EntryId::LAST], close(ClosedAs::PutOff));
    entry.content = Content::Unknown;
    table.session.apply(entry.clone());
    assert_eq!(table.standing(&entry), Standing::Unknown);
    let after = table.force(Author::Desk, vec![entry.id], close(ClosedAs::PutOff));
    assert_eq!(table.standing(&after), Standing::Effective);
    in_both_orders(&table);
}

#[test]
fn a_set_that_an_act_carries_must_add_up_to_hold() {
    let mut table = Table::new();
    let mut set = set_7();
    set.parts.pop();
    let change = DeskAct::ChangeSet { product: product("p1"), no: 7, set: Some(set), reason: "x".into() };
    let entry = table.force(Author::Desk, Vec::new(), desk(change));
    assert_eq!(void(&table, &entry), Refusal::UnknownSet(7));
}
