//! Two machines act at once, neither knowing of the other. When they meet, both see the same, whatever came first;
//! what crossed is shown, blocks, and is settled by a person.

mod sheets;

use super::table::{Table, code, level, new_product, new_seat, product, seat};
use crate::council::{
    Act, Author, Back, ClosedAs, DeskAct, DisputeKind, Forward, Presence, ProductField, Role, SeatAct,
};
use crate::session::{After, Phase, PhaseName, ProblemKind, Refusal, SheetState, ThingState, TwoWays, Waiting};

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
    let reported = table.session.problems().into_iter().any(|problem| matches!(problem.kind, ProblemKind::Late(_)));
    assert_eq!(blocks, reported);
    blocks
}

/// What has to be settled, each thing once.
fn kinds(table: &Table) -> Vec<ProblemKind> {
    table.session.problems().into_iter().map(|problem| problem.kind).collect()
}

fn leave_out_what_is_late(table: &mut Table) {
    for key in table.blocking("p1") {
        table.accept("p1", key).unwrap();
    }
    assert_eq!(table.blocking("p1"), []);
}

#[test]
fn two_equal_locks_are_one() {
    let table = cross(&|table| _ = table.revealed("p1", &[]), &|table| _ = table.lock("p1").unwrap(), &|table| {
        _ = table.lock("p1").unwrap();
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
    assert_eq!(kinds(&table), [ProblemKind::Contested(TwoWays::Phase)]);
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
            for (at, who) in ["ct", "pct", "m1", "m2", "m3"].into_iter().enumerate() {
                table.sheet(who, "p1", if at < 2 { split } else { &[] });
            }
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
    assert_eq!(kinds(&table), [ProblemKind::Contested(TwoWays::Ruling)]);
    assert!(matches!(table.lock("p1"), Err(Refusal::Blocked(_))));
    table.rule("p1", ("4.1", 5), true).unwrap();
    assert_eq!(table.blocking("p1"), []);
    table.lock("p1").unwrap();
}

#[test]
fn who_went_on_from_the_same_sheets_knows_more_and_nothing_differs() {
    let all_in = |table: &mut Table| {
        for who in ["ct", "pct", "m1", "m2", "m3"] {
            table.sheet(who, "p1", &[]);
        }
    };
    let reveal = |table: &mut Table| _ = table.reveal("p1").unwrap();
    let on: [(Step<'_>, PhaseName); 3] = [
        (&|table| _ = table.lock("p1").unwrap(), PhaseName::Locked),
        (&|table| _ = table.rescore("p1", &["m1"], &["1.2"]).unwrap(), PhaseName::Rescoring),
        (&|table| _ = table.close("p1", ClosedAs::Withdrawn).unwrap(), PhaseName::Closed),
    ];
    for (go_on, then) in on {
        let mut table = cross(
            &all_in,
            &|table| {
                reveal(table);
                go_on(table);
            },
            &reveal,
        );
        assert_eq!((phase(&table), kinds(&table)), (then, Vec::new()));
        if then != PhaseName::Rescoring {
            let ways = table.session.ways_back(&product("p1"));
            assert_eq!(ways.iter().filter(|way| matches!(way, Back::Revealed(_))).count(), 1, "{ways:?}");
            table.reopen("p1").unwrap();
            assert_eq!(phase(&table), PhaseName::Revealed);
        }
    }
    // A reopening is a decision of its own; here it leads to the same sheets.
    let table = cross(
        &all_in,
        &|table| {
            reveal(table);
            _ = table.lock("p1").unwrap();
            _ = table.reopen("p1").unwrap();
        },
        &reveal,
    );
    assert_eq!(phase(&table), PhaseName::Revealed);
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
    let mut table = cross(&|table| table.put_all_off(), &|table| correct(table, "Nước mắm"), &|table| {
        correct(table, "Mắm ruốc");
    });
    assert_eq!(table.session.product(&product("p1")).unwrap().name, "Mắm ruốc / Nước mắm");
    assert_eq!(kinds(&table), [ProblemKind::Contested(TwoWays::Field)]);
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
    let mut table = cross(&|table| table.put_all_off(), &|table| conclude(table, "nhất trí"), &|table| {
        conclude(table, "còn ý kiến");
    });
    assert_eq!(table.session.conclusion(&product("p1")).unwrap(), "còn ý kiến\nnhất trí");
    assert_eq!(kinds(&table), [ProblemKind::Contested(TwoWays::Conclusion)]);
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
    assert_eq!(kinds(&table), [ProblemKind::Contested(TwoWays::Presiding)]);
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
            table.put_all_off();
            table.attend("m1", Presence::Absent).unwrap();
        },
        &|table| _ = table.attend("m1", Presence::Present).unwrap(),
        &|table| _ = table.attend("m1", Presence::Left).unwrap(),
    );
    assert_eq!(table.session.attendance(&seat("m1")).presence, Presence::Left);
    assert_eq!(kinds(&table), [ProblemKind::Contested(TwoWays::Attendance)]);
    assert_eq!(table.seal(), Err(Refusal::FieldContested));
    table.attend("m1", Presence::Left).unwrap();
    assert_eq!(table.session.problems(), []);
    table.seal().unwrap();
}

#[test]
fn a_set_changed_while_the_product_is_opened_is_contested_and_the_desk_chooses() {
    let crossed = || {
        cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
            _ = table.change_set("p1").unwrap();
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
        &|table| table.put_all_off(),
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
fn a_close_that_crosses_a_close_of_the_same_kind_is_one() {
    for (how, contested) in [(ClosedAs::Withdrawn, false), (ClosedAs::Rejected, true)] {
        let table = cross(&|_| {}, &|table| _ = table.close("p1", ClosedAs::Withdrawn).unwrap(), &|table| {
            _ = table.close("p1", how).unwrap();
        });
        assert_eq!(matches!(table.session.phase(&product("p1")), Phase::Contested(_)), contested);
    }
}

#[test]
fn a_desk_that_did_not_know_of_the_hand_over_still_holds() {
    let table = cross(&|table| table.all_best("p1"), &|table| _ = table.hand_over("pct").unwrap(), &|table| {
        _ = table.reveal("p1").unwrap();
    });
    assert_eq!(phase(&table), PhaseName::Revealed);
    assert_eq!(table.session.presiding(), Some(seat("pct")));
    let desk = Author::Desk;
    let stale = Act::Desk(
        crate::council::By { presiding: seat("ct"), entered: seat("ct"), under: None },
        DeskAct::Remark { product: None, criterion: None, words: "ghi chú".into() },
    );
    assert_eq!(table.session.allows(&desk, &stale), Err(Refusal::NotPresiding(seat("pct"))));
}
