//! What crosses on one seat's sheet: handing in, taking back, marks, recusals, grounds. The desk's decisions stand above.

use super::*;

#[test]
fn a_sheet_taken_back_while_it_is_opened_counts_and_is_late() {
    let mut table = cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
        _ = table.take_back("m1", "p1").unwrap();
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
        _ = table.take_back("m1", "p1").unwrap();
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
            table.best_of(&["ct", "pct", "m1", "m2"], "p1");
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
        &|table| table.best_of(&["ct", "pct", "m1", "m2"], "p1"),
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
        _ = table.recuse("m1", "p1").unwrap();
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
            table.best_of(&["ct", "pct", "m2", "m3"], "p1");
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
    assert_eq!(kinds(&table), [ProblemKind::Late(After::Lock)]);
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
fn a_sheet_handed_in_two_ways_waits_for_the_choice_of_what_differs_though_one_copy_marked_it() {
    let mut table = cross(
        &|table| _ = table.sheet("m1", "p1", &[("1.2", 'a')]),
        &|table| {
            table.take_back("m1", "p1").unwrap();
            table.mark("m1", "p1", "1.2", level('b')).unwrap();
            table.submit("m1", "p1").unwrap();
        },
        &|table| {
            table.take_back("m1", "p1").unwrap();
            table.submit("m1", "p1").unwrap();
        },
    );
    // The draft holds one mark, the later one; the sheet that was handed in beside it says otherwise.
    let mut versions = table.session.own_conflicts(&seat("m1"), &product("p1")).pop().unwrap().1;
    versions.sort();
    assert_eq!(versions, [level('a'), level('b')]);
    assert_eq!(table.submit("m1", "p1"), Err(Refusal::Conflict(seat("m1"))));
    // To stay with what stands in the draft is a choice too, and has to be made.
    table.mark("m1", "p1", "1.2", level('b')).unwrap();
    assert_eq!(table.session.own_conflicts(&seat("m1"), &product("p1")), []);
    table.submit("m1", "p1").unwrap();
    assert_eq!(table.session.progress(&seat("m1"), &product("p1")).state, SheetState::Submitted);
}

#[test]
fn what_a_condition_shuts_out_is_no_choice() {
    let handed_in = |table: &mut Table, story: char, structure: char| {
        table.take_back("m1", "p1").unwrap();
        table.mark("m1", "p1", "5.2", level(structure)).unwrap();
        table.mark("m1", "p1", "5.1", level(story)).unwrap();
        table.submit("m1", "p1").unwrap();
    };
    let mut table = cross(&|table| _ = table.sheet("m1", "p1", &[]), &|table| handed_in(table, 'a', 'a'), &|table| {
        handed_in(table, 'b', 'b');
    });
    let torn = |table: &Table| -> Vec<String> {
        let torn = table.session.own_conflicts(&seat("m1"), &product("p1"));
        torn.iter().map(|(code, _)| code.to_string()).collect()
    };
    assert_eq!(torn(&table), ["5.1", "5.2"]);
    // No story after all: its structure cannot be marked any more, so it must not hold the sheet up.
    table.mark("m1", "p1", "5.1", level('a')).unwrap();
    assert!(matches!(table.mark("m1", "p1", "5.2", level('b')), Err(Refusal::NotApplicable { .. })));
    assert_eq!(torn(&table), Vec::<String>::new());
    table.submit("m1", "p1").unwrap();
    assert_eq!(table.session.progress(&seat("m1"), &product("p1")).state, SheetState::Submitted);
}

#[test]
fn a_new_reveal_does_not_choose_between_late_sheets_though_one_says_what_is_open() {
    let mut opened = Table::new();
    opened.all_best("p1");
    let (mut changed, mut same) = (opened.another(2), opened.another(3));
    opened.reveal("p1").unwrap();
    for (copy, mark) in [(&mut changed, Some('a')), (&mut same, None)] {
        copy.take_back("m1", "p1").unwrap();
        mark.map(|letter| copy.mark("m1", "p1", "1.2", level(letter)).unwrap());
        copy.submit("m1", "p1").unwrap();
        opened.take(copy);
    }
    assert!(is_late(&opened, "m1"));
    assert_eq!(opened.reveal("p1"), Err(Refusal::Conflict(seat("m1"))));
    // Either the desk leaves the late one out, or the member looks again and says which it is.
    let mut left_out = opened.another(4);
    leave_out_what_is_late(&mut left_out);
    left_out.lock("p1").unwrap();
    opened.rescore("p1", &["m1"], &["1.2"]).unwrap();
    opened.mark("m1", "p1", "1.2", level('b')).unwrap();
    opened.submit("m1", "p1").unwrap();
    opened.reveal("p1").unwrap();
    assert!(opened.session.late(&product("p1")).is_empty());
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
            table.best_of(&["ct", "pct", "m2", "m3"], "p1");
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
    assert_eq!(table.submit("m1", "p1"), Err(Refusal::Conflict(seat("m1"))), "the later mark is no choice");
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
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
        _ = table.seat("m1", raise.clone()).unwrap();
    });
    assert_eq!(table.lock("p1"), Err(Refusal::GroundOpen(seat("m1"))));
    let raised = table.session.open_grounds(&product("p1"))[0].1;
    table.desk(DeskAct::Dismiss { product: product("p1"), raised, reason: "đã xem".into() }).unwrap();
    table.lock("p1").unwrap();
}

#[test]
fn what_a_late_thing_was_left_out_for_is_on_the_record() {
    let mut table = cross(&|table| table.all_best("p1"), &|table| _ = table.reveal("p1").unwrap(), &|table| {
        _ = table.take_back("m1", "p1").unwrap();
    });
    leave_out_what_is_late(&mut table);
    let things = table.session.things(&product("p1"));
    assert!(things.iter().any(|thing| thing.key.kind == DisputeKind::Late && thing.state == ThingState::Accepted));
}

#[test]
fn a_mark_made_elsewhere_after_the_reveal_stays_a_draft() {
    let mut table = cross(
        &|table| {
            table.best_of(&["ct", "pct", "m1", "m2"], "p1");
            table.attend("m3", Presence::Absent).unwrap();
        },
        &|table| _ = table.reveal("p1").unwrap(),
        &|table| _ = table.mark("m3", "p1", "1.2", level('a')).unwrap(),
    );
    assert_eq!(table.session.late(&product("p1")), []);
    table.lock("p1").unwrap();
}
