//! Two machines act at once, neither knowing of the other. When they meet, both see the same, whatever came first;
//! what crossed is shown, blocks, and is settled by a person.

use super::table::{Table, code, level, new_product, new_seat, product, seat};
use crate::council::{
    Act, Author, Back, ClosedAs, DeskAct, DisputeKind, Forward, Presence, ProductField, Role, SeatAct,
};
use crate::session::{Phase, PhaseName, ProblemKind, Refusal, SheetState, ThingState, Waiting};

type Step<'a> = &'a dyn Fn(&mut Table);

/// Both machines hold what happened `before`; then each does one thing; then they meet.
fn cross(before: Step<'_>, here: Step<'_>, there: Step<'_>) -> Table {
    let mut table = Table::new();
    before(&mut table);
    let mut other = table.another(2);
    here(&mut table);
    there(&mut other);
    table.meet(&mut other);
    table
}

fn phase(table: &Table) -> PhaseName {
    table.session.phase(&product("p1")).name()
}

fn is_late(table: &Table, who: &str) -> bool {
    let blocks =
        table.blocking("p1").into_iter().any(|key| key.kind == DisputeKind::Late && key.seat == Some(seat(who)));
    let reported = table.session.problems().into_iter().any(|problem| problem.kind == ProblemKind::Late);
    assert_eq!(blocks, reported);
    blocks
}

fn leave_out_what_is_late(table: &mut Table) {
    for key in table.blocking("p1") {
        table.accept("p1", key).unwrap();
    }
    assert_eq!(table.blocking("p1"), []);
}

#[test]
fn a_sheet_taken_back_while_it_is_opened_counts_and_is_late() {
    let mut table = cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
        _ = table.take_back("m1", "p1").unwrap()
    });
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 5);
    assert!(is_late(&table, "m1"));
    assert_eq!(table.lock("p1"), Err(Refusal::Blocked(1)));
    leave_out_what_is_late(&mut table);
    table.lock("p1").unwrap();
}

#[test]
fn a_sheet_taken_back_while_it_is_opened_can_be_looked_at_again() {
    let mut table = cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
        _ = table.take_back("m1", "p1").unwrap()
    });
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    assert!(!is_late(&table, "m1"), "it is being taken in");
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.num, 498);
    table.lock("p1").unwrap();
}

#[test]
fn a_sheet_handed_in_while_the_product_is_opened_without_its_absent_member_is_late() {
    let mut table = cross(
        &|table| {
            ["ct", "pct", "m1", "m2"].into_iter().for_each(|who| _ = table.best(who, "p1"));
            table.attend("m3", Presence::Absent).unwrap();
        },
        &|table| _ = table.reveal("p1").unwrap(),
        &|table| _ = table.sheet("m3", "p1", &[("1.2", 'a')]),
    );
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 4);
    assert!(is_late(&table, "m3"));
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 5, "a new reveal takes it in");
    assert!(!is_late(&table, "m3"));
    table.lock("p1").unwrap();
}

#[test]
fn a_sheet_handed_in_while_its_seat_is_set_aside_is_late() {
    let mut table = cross(
        &|table| ["ct", "pct", "m1", "m2"].into_iter().for_each(|who| _ = table.best(who, "p1")),
        &|table| _ = table.reveal_without("p1", &["m3"]).unwrap(),
        &|table| _ = table.best("m3", "p1"),
    );
    assert!(is_late(&table, "m3"));
    leave_out_what_is_late(&mut table);
    table.lock("p1").unwrap();
}

#[test]
fn a_sheet_known_and_set_aside_is_not_late() {
    let mut table = Table::new();
    table.all_best("p1");
    table.reveal_without("p1", &["m3"]).unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 4);
    assert_eq!(table.session.late(&product("p1")), []);
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 4, "it stays set aside");
}

#[test]
fn a_member_who_recuses_while_its_sheet_is_opened_is_late() {
    let mut table = cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
        _ = table.recuse("m1", "p1").unwrap()
    });
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 5);
    assert!(is_late(&table, "m1"));
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 4, "a new reveal takes it in");
    assert_eq!(table.session.progress(&seat("m1"), &product("p1")).state, SheetState::Recused);
    table.lock("p1").unwrap();
}

#[test]
fn a_recusal_taken_back_while_the_product_is_opened_is_late_and_can_be_left_out() {
    let mut table = cross(
        &|table| {
            table.recuse("m1", "p1").unwrap();
            ["ct", "pct", "m2", "m3"].into_iter().for_each(|who| _ = table.best(who, "p1"));
        },
        &|table| _ = table.reveal("p1").unwrap(),
        &|table| _ = table.seat("m1", SeatAct::Unrecuse { product: product("p1") }).unwrap(),
    );
    assert!(is_late(&table, "m1"));
    assert_eq!(table.reveal("p1"), Err(Refusal::NothingNew), "there is no sheet to take in");
    leave_out_what_is_late(&mut table);
    table.lock("p1").unwrap();
}

#[test]
fn a_recusal_told_two_ways_blocks_the_reveal_until_its_member_says_it_again() {
    let mut table = cross(
        &|table| {
            table.all_best("p1");
            table.recuse("m1", "p1").unwrap();
        },
        &|table| _ = table.seat("m1", SeatAct::Unrecuse { product: product("p1") }).unwrap(),
        &|table| {
            table.seat("m1", SeatAct::Unrecuse { product: product("p1") }).unwrap();
            table.recuse("m1", "p1").unwrap();
        },
    );
    assert!(table.session.recusal_contested(&seat("m1"), &product("p1")));
    assert_eq!(table.session.waiting_for(&product("p1")), [Waiting::Choice(seat("m1"))]);
    assert_eq!(table.reveal("p1"), Err(Refusal::Conflict(seat("m1"))));
    table.recuse("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 4);
}

#[test]
fn a_sheet_handed_in_again_while_the_product_is_locked_is_late_and_blocks_the_seal() {
    let mut table = cross(
        &|table| {
            table.close("p2", ClosedAs::Withdrawn).unwrap();
            table.all_best("p1");
        },
        &|table| {
            table.reveal("p1").unwrap();
            table.lock("p1").unwrap();
        },
        &|table| {
            table.take_back("m1", "p1").unwrap();
            table.mark("m1", "p1", "1.2", level('a')).unwrap();
            table.submit("m1", "p1").unwrap();
        },
    );
    assert_eq!(phase(&table), PhaseName::Locked);
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.num, 500, "the lock keeps its figures");
    assert_eq!(table.session.waiting_for(&product("p1")), [Waiting::Late(seat("m1"))]);
    assert_eq!(table.seal(), Err(Refusal::Unsettled(vec![product("p1")])));
    leave_out_what_is_late(&mut table);
    table.seal().unwrap();
}

#[test]
fn an_equal_sheet_handed_in_again_is_nothing_new() {
    let table = cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
        table.take_back("m1", "p1").unwrap();
        table.submit("m1", "p1").unwrap();
    });
    assert_eq!(table.session.late(&product("p1")), []);
}

#[test]
fn two_equal_locks_are_one() {
    let table = cross(&|table| _ = table.revealed("p1", &[]), &|table| _ = table.lock("p1").unwrap(), &|table| {
        _ = table.lock("p1").unwrap()
    });
    assert_eq!(phase(&table), PhaseName::Locked);
    assert_eq!(table.session.decisions(&product("p1")).len(), 2);
    assert!(table.session.settled(&product("p1")));
}

#[test]
fn two_different_locks_are_contested_until_the_desk_reopens_over_both() {
    // 91 points with the 5★ minimum of 4.1 missing: the two desks answer the Ministry's question differently.
    let low: &[(&str, char)] = &[("4.1", 'c'), ("1.2", 'a')];
    let mut table = cross(
        &|table| _ = table.revealed("p1", &[("ct", low), ("pct", low), ("m1", low), ("m2", low), ("m3", low)]),
        &|table| _ = table.lock_and_say("p1", Forward::Yes).unwrap(),
        &|table| _ = table.lock_and_say("p1", Forward::No).unwrap(),
    );
    assert_eq!(phase(&table), PhaseName::Contested);
    assert_eq!(table.session.verdict(&product("p1")), None, "no final star");
    assert_eq!(table.session.waiting_for(&product("p1")), [Waiting::Settling]);
    assert_eq!(table.session.decisions(&product("p1")).len(), 2, "both are shown to the desk");
    assert_eq!(table.reveal("p1"), Err(Refusal::WrongPhase(product("p1"), PhaseName::Contested)));
    assert_eq!(table.change_set("p1"), Err(Refusal::WrongPhase(product("p1"), PhaseName::Contested)));
    table.reopen("p1").unwrap();
    table.lock_and_say("p1", Forward::No).unwrap();
    assert_eq!(table.session.decisions(&product("p1")).len(), 1);
}

#[test]
fn a_reopening_that_crosses_a_lock_is_contested() {
    let mut table = cross(
        &|table| _ = table.revealed("p1", &[]),
        &|table| {
            table.lock("p1").unwrap();
            table.reopen("p1").unwrap();
        },
        &|table| _ = table.lock("p1").unwrap(),
    );
    assert_eq!(phase(&table), PhaseName::Contested);
    table.reopen("p1").unwrap();
    assert_eq!(phase(&table), PhaseName::Revealed);
    table.lock("p1").unwrap();
}

#[test]
fn a_rescoring_that_crosses_a_lock_is_contested() {
    let mut table = cross(
        &|table| _ = table.revealed("p1", &[]),
        &|table| _ = table.rescore("p1", &["m1"], &[]).unwrap(),
        &|table| _ = table.lock("p1").unwrap(),
    );
    assert_eq!(phase(&table), PhaseName::Contested);
    assert_eq!(table.mark("m1", "p1", "1.2", level('a')), Err(Refusal::Contested(product("p1"))));
    table.reopen("p1").unwrap();
    assert_eq!(phase(&table), PhaseName::Revealed);
}

#[test]
fn equal_rescorings_are_one_and_either_can_be_answered() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    let mut other = table.another(2);
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    other.rescore("p1", &["m1"], &["1.2"]).unwrap();
    for (answering, waiting) in [(0, 1), (1, 0)] {
        let mut tables = [table.another(3), other.another(4)];
        tables[answering].mark("m1", "p1", "1.2", level('a')).unwrap();
        tables[answering].submit("m1", "p1").unwrap();
        let [here, there] = &mut tables;
        here.meet(there);
        let met = &mut tables[waiting];
        assert_eq!(phase(met), PhaseName::Rescoring);
        assert_eq!(met.session.progress(&seat("m1"), &product("p1")).state, SheetState::Submitted);
        met.reveal("p1").unwrap();
        assert_eq!(met.session.verdict(&product("p1")).unwrap().mean.num, 498);
        assert_eq!(met.blocking("p1"), []);
    }
}

#[test]
fn equal_reveals_are_one_and_their_rulings_meet() {
    let split: &[(&str, char)] = &[("4.1", 'c')];
    let mut table = cross(
        &|table| {
            ["ct", "pct", "m1", "m2", "m3"].iter().enumerate().for_each(|(at, who)| {
                table.sheet(who, "p1", if at < 2 { split } else { &[] });
            })
        },
        &|table| {
            table.reveal("p1").unwrap();
            table.rule("p1", ("4.1", 5), true).unwrap();
        },
        &|table| {
            table.reveal("p1").unwrap();
            table.rule("p1", ("4.1", 5), false).unwrap();
        },
    );
    assert_eq!(phase(&table), PhaseName::Revealed);
    let contested = table.blocking("p1");
    assert!(contested.iter().any(|key| key.kind == DisputeKind::Contested && key.criterion == Some(code("4.1"))));
    assert!(table.session.problems().iter().any(|problem| problem.kind == ProblemKind::Contested));
    assert!(matches!(table.lock("p1"), Err(Refusal::Blocked(_))));
    table.rule("p1", ("4.1", 5), true).unwrap();
    assert_eq!(table.blocking("p1"), []);
    table.lock("p1").unwrap();
}

#[test]
fn a_ruling_that_crosses_a_lock_is_late_and_changes_nothing() {
    let split: &[(&str, char)] = &[("4.1", 'c')];
    let mut table = cross(
        &|table| {
            table.close("p2", ClosedAs::Withdrawn).unwrap();
            table.revealed("p1", &[("m1", split)]);
        },
        &|table| _ = table.lock("p1").unwrap(),
        &|table| _ = table.rule("p1", ("4.1", 5), false).unwrap(),
    );
    assert_eq!(phase(&table), PhaseName::Locked);
    assert_eq!(table.session.verdict(&product("p1")).unwrap().star.unwrap().number(), 5);
    assert_eq!(table.session.waiting_for(&product("p1")), [Waiting::Things(1)]);
    assert_eq!(table.seal(), Err(Refusal::Unsettled(vec![product("p1")])));
    leave_out_what_is_late(&mut table);
    table.seal().unwrap();
}

#[test]
fn a_field_corrected_two_ways_shows_both_and_blocks_the_seal() {
    let correct = |table: &mut Table, value: &str| {
        let (field, reason) = (ProductField::Name, "sai tên".into());
        table.desk(DeskAct::Correct { product: product("p1"), field, value: value.into(), reason }).unwrap();
    };
    let mut table = cross(
        &|table| ["p1", "p2"].iter().for_each(|id| _ = table.close(id, ClosedAs::PutOff).unwrap()),
        &|table| correct(table, "Nước mắm"),
        &|table| correct(table, "Mắm ruốc"),
    );
    assert_eq!(table.session.product(&product("p1")).unwrap().name, "Mắm ruốc / Nước mắm");
    assert_eq!(table.session.problems().len(), 1);
    assert_eq!(table.seal(), Err(Refusal::FieldContested));
    correct(&mut table, "Nước mắm");
    assert_eq!(table.session.product(&product("p1")).unwrap().name, "Nước mắm");
    table.seal().unwrap();
}

#[test]
fn a_conclusion_given_two_ways_shows_both_and_blocks_the_seal() {
    let conclude = |table: &mut Table, words: &str| {
        table.desk(DeskAct::Conclude { product: product("p1"), words: words.into() }).unwrap();
    };
    let mut table = cross(
        &|table| ["p1", "p2"].iter().for_each(|id| _ = table.close(id, ClosedAs::PutOff).unwrap()),
        &|table| conclude(table, "nhất trí"),
        &|table| conclude(table, "còn ý kiến"),
    );
    assert_eq!(table.session.conclusion(&product("p1")).unwrap(), "còn ý kiến\nnhất trí");
    assert_eq!(table.seal(), Err(Refusal::FieldContested));
    conclude(&mut table, "nhất trí");
    table.seal().unwrap();
}

#[test]
fn of_two_hand_overs_neither_holds_until_the_chair_settles_it() {
    let mut table = Table::new();
    table.add_seat(new_seat("pct2", Role::Deputy, true)).unwrap();
    let mut other = table.another(2);
    table.hand_over("pct").unwrap();
    other.hand_over("pct2").unwrap();
    table.meet(&mut other);
    assert_eq!(table.session.presiding(), None);
    assert_eq!(table.attend("m1", Presence::Left), Err(Refusal::PresidingContested));
    assert_eq!(table.session.ready_to_seal(), Err(Refusal::PresidingContested));
    table.hand_over("pct2").unwrap();
    assert_eq!(table.session.presiding(), Some(seat("pct2")));
    table.attend("m1", Presence::Left).unwrap();
}

#[test]
fn two_equal_hand_overs_are_one() {
    let mut table =
        cross(&|_| {}, &|table| _ = table.hand_over("pct").unwrap(), &|table| _ = table.hand_over("pct").unwrap());
    assert_eq!(table.session.presiding(), Some(seat("pct")));
    table.attend("m1", Presence::Left).unwrap();
}

#[test]
fn attendance_told_two_ways_counts_as_the_less_present_until_the_desk_says_it_again() {
    let mut table = cross(
        &|table| {
            ["p1", "p2"].iter().for_each(|id| _ = table.close(id, ClosedAs::PutOff).unwrap());
            table.attend("m1", Presence::Absent).unwrap();
        },
        &|table| _ = table.attend("m1", Presence::Present).unwrap(),
        &|table| _ = table.attend("m1", Presence::Left).unwrap(),
    );
    assert_eq!(table.session.attendance(&seat("m1")).presence, Presence::Left);
    assert_eq!(table.session.problems().len(), 1);
    assert_eq!(table.seal(), Err(Refusal::FieldContested));
    table.attend("m1", Presence::Left).unwrap();
    assert_eq!(table.session.problems(), []);
    table.seal().unwrap();
}

#[test]
fn a_set_changed_while_the_product_is_opened_is_contested_and_the_desk_chooses() {
    let crossed = || {
        cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
            _ = table.change_set("p1").unwrap()
        })
    };
    let mut table = crossed();
    assert_eq!(phase(&table), PhaseName::Contested);
    let ways = table.session.ways_back(&product("p1"));
    assert!(matches!(ways[..], [Back::Revealed(_), Back::Blind(Some(_))]));
    table.reopen_to("p1", ways[0].clone()).unwrap();
    assert_eq!(table.session.set(&product("p1")).unwrap().no, 9);
    table.lock("p1").unwrap();

    let mut table = crossed();
    table.reopen_to("p1", ways_to_score(&table)).unwrap();
    assert_eq!(table.session.product(&product("p1")).unwrap().set, 7);
    assert_eq!(table.session.progress(&seat("m1"), &product("p1")).state, SheetState::Missing);
    table.all_best("p1");
    table.reveal("p1").unwrap();
}

fn ways_to_score(table: &Table) -> Back {
    table.session.ways_back(&product("p1")).into_iter().find(|way| matches!(way, Back::Blind(_))).unwrap()
}

#[test]
fn two_changes_of_set_are_contested_and_a_third_settles_them() {
    let mut table = cross(&|_| {}, &|table| _ = table.change_set("p1").unwrap(), &|table| {
        table.change_set("p1").unwrap();
        let back = DeskAct::ChangeSet { product: product("p1"), no: 9, set: None, reason: "đúng bộ cũ".into() };
        table.desk(back).unwrap();
    });
    assert_eq!(phase(&table), PhaseName::Contested);
    table.change_set("p1").unwrap();
    assert_eq!((phase(&table), table.session.set(&product("p1")).unwrap().no), (PhaseName::Blind, 7));
}

#[test]
fn a_product_added_twice_is_contested_and_becomes_the_one_the_desk_takes() {
    let add = |table: &mut Table, name: &str| {
        let product = Box::new(crate::council::Product { name: name.into(), ..new_product("p9") });
        table.desk(DeskAct::AddProduct { product, set: None, reason: "đến sau".into() }).unwrap();
    };
    let mut table = cross(&|_| {}, &|table| add(table, "Chè"), &|table| add(table, "Mật ong"));
    let p9 = product("p9");
    assert!(matches!(table.session.phase(&p9), Phase::Contested(_)));
    let ways = table.session.ways_back(&p9);
    assert_eq!(ways.len(), 2);
    let mut names = Vec::new();
    for way in ways {
        let mut table = table.another(3);
        table.reopen_to("p9", way).unwrap();
        names.push(table.session.product(&p9).unwrap().name);
        table.all_best("p9");
        table.reveal("p9").unwrap();
    }
    names.sort();
    assert_eq!(names, ["Chè", "Mật ong"]);
    assert_eq!(table.lock("p9"), Err(Refusal::Contested(p9)));
}

#[test]
fn a_seat_added_twice_blocks_the_seal_until_the_desk_adds_it_again() {
    let mut table = cross(
        &|table| ["p1", "p2"].iter().for_each(|id| _ = table.close(id, ClosedAs::PutOff).unwrap()),
        &|table| _ = table.add_seat(new_seat("m9", Role::Member, true)).unwrap(),
        &|table| _ = table.add_seat(new_seat("m9", Role::Advisory, false)).unwrap(),
    );
    assert_eq!(table.seal(), Err(Refusal::FieldContested));
    table.add_seat(new_seat("m9", Role::Advisory, false)).unwrap();
    assert_eq!(table.session.role(&seat("m9")), Some(Role::Advisory));
    assert_eq!(table.add_seat(new_seat("m9", Role::Member, true)), Err(Refusal::TakenId("m9".into())));
    table.seal().unwrap();
}

#[test]
fn a_cell_marked_two_ways_is_its_members_choice_and_blocks_handing_in() {
    let mut table = cross(
        &|table| table.fill("m1", "p1", &[]),
        &|table| _ = table.mark("m1", "p1", "1.2", level('a')).unwrap(),
        &|table| _ = table.mark("m1", "p1", "1.2", level('b')).unwrap(),
    );
    let mut versions = table.session.own_conflicts(&seat("m1"), &product("p1")).pop().unwrap().1;
    versions.sort();
    assert_eq!(versions, [level('a'), level('b')]);
    assert_eq!(table.session.progress(&seat("m1"), &product("p1")).state, SheetState::Conflict);
    assert_eq!(table.submit("m1", "p1"), Err(Refusal::Conflict(seat("m1"))));
    table.mark("m1", "p1", "1.2", level('b')).unwrap();
    assert_eq!(table.session.own_conflicts(&seat("m1"), &product("p1")), []);
    table.submit("m1", "p1").unwrap();
}

#[test]
fn two_different_sheets_of_a_seat_are_its_members_choice_and_block_the_reveal() {
    let mut table = cross(
        &|table| {
            ["ct", "pct", "m2", "m3"].into_iter().for_each(|who| _ = table.best(who, "p1"));
            table.fill("m1", "p1", &[]);
        },
        &|table| _ = table.submit("m1", "p1").unwrap(),
        &|table| {
            table.mark("m1", "p1", "1.2", level('a')).unwrap();
            table.submit("m1", "p1").unwrap();
        },
    );
    assert_eq!(table.session.own_versions(&seat("m1"), &product("p1")).len(), 2);
    assert_eq!(table.session.waiting_for(&product("p1")), [Waiting::Choice(seat("m1"))]);
    assert_eq!(table.reveal("p1"), Err(Refusal::Conflict(seat("m1"))));
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.num, 498);
}

#[test]
fn two_different_answers_to_a_rescoring_are_its_members_choice() {
    let mut table = cross(
        &|table| {
            table.revealed("p1", &[]);
            table.rescore("p1", &["m1"], &["1.2"]).unwrap();
        },
        &|table| {
            table.mark("m1", "p1", "1.2", level('a')).unwrap();
            table.submit("m1", "p1").unwrap();
        },
        &|table| {
            table.mark("m1", "p1", "1.2", level('b')).unwrap();
            table.submit("m1", "p1").unwrap();
        },
    );
    assert_eq!(table.session.progress(&seat("m1"), &product("p1")).state, SheetState::Conflict);
    assert_eq!(table.session.own_versions(&seat("m1"), &product("p1")).len(), 2);
    let blocking = table.blocking("p1").pop().unwrap();
    assert_eq!((blocking.kind, blocking.seat.clone()), (DisputeKind::Conflict, Some(seat("m1"))));
    assert_eq!(table.accept("p1", blocking), Err(Refusal::UnknownDispute));
    assert_eq!(table.reveal("p1"), Err(Refusal::Conflict(seat("m1"))));
    table.mark("m1", "p1", "1.2", level('b')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.num, 499);
}

#[test]
fn a_ground_raised_while_the_product_is_opened_waits_for_the_desk() {
    let raise = SeatAct::Raise { product: product("p1"), ground: "forged".into(), words: String::new() };
    let mut table = cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
        _ = table.seat("m1", raise.clone()).unwrap()
    });
    assert_eq!(table.lock("p1"), Err(Refusal::GroundOpen(seat("m1"))));
    let raised = table.session.open_grounds(&product("p1"))[0].1;
    table.desk(DeskAct::Dismiss { product: product("p1"), raised, reason: "đã xem".into() }).unwrap();
    table.lock("p1").unwrap();
}

#[test]
fn a_close_that_crosses_a_close_of_the_same_kind_is_one() {
    for (how, contested) in [(ClosedAs::Withdrawn, false), (ClosedAs::Rejected, true)] {
        let table = cross(&|_| {}, &|table| _ = table.close("p1", ClosedAs::Withdrawn).unwrap(), &|table| {
            _ = table.close("p1", how).unwrap()
        });
        assert_eq!(matches!(table.session.phase(&product("p1")), Phase::Contested(_)), contested);
    }
}

#[test]
fn what_a_late_thing_was_left_out_for_is_on_the_record() {
    let mut table = cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
        _ = table.take_back("m1", "p1").unwrap()
    });
    leave_out_what_is_late(&mut table);
    let things = table.session.things(&product("p1"));
    assert!(things.iter().any(|thing| thing.key.kind == DisputeKind::Late && thing.state == ThingState::Accepted));
}

#[test]
fn a_mark_made_elsewhere_after_the_reveal_stays_a_draft() {
    let mut table = cross(
        &|table| {
            ["ct", "pct", "m1", "m2"].into_iter().for_each(|who| _ = table.best(who, "p1"));
            table.attend("m3", Presence::Absent).unwrap();
        },
        &|table| _ = table.reveal("p1").unwrap(),
        &|table| _ = table.mark("m3", "p1", "1.2", level('a')).unwrap(),
    );
    assert_eq!(table.session.late(&product("p1")), []);
    table.lock("p1").unwrap();
}

#[test]
fn a_desk_that_did_not_know_of_the_hand_over_still_holds() {
    let table = cross(&|table| table.all_best("p1"), &|table| _ = table.hand_over("pct").unwrap(), &|table| {
        _ = table.reveal("p1").unwrap()
    });
    assert_eq!(phase(&table), PhaseName::Revealed);
    assert_eq!(table.session.presiding(), Some(seat("pct")));
    let desk = Author::Desk;
    let stale = Act::Desk(
        crate::council::By { presiding: seat("ct"), entered: seat("ct"), under: None },
        DeskAct::Remark { product: None, words: "ghi chú".into() },
    );
    assert_eq!(table.session.allows(&desk, &stale), Err(Refusal::NotPresiding(seat("pct"))));
}
