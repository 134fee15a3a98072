//! Who is here, who presides, who enters it, whose sheet counts.

use super::table::{Table, charter, level, new_seat, product, seat};
use crate::council::{Act, Author, ClosedAs, Presence, Quorum, Role, Rules, SeatAct};
use crate::session::{PhaseName, Refusal, SheetState, Waiting};

#[test]
fn recused_members_count_in_the_quorum() {
    let mut table = Table::new();
    ["ct", "m1", "m2"].into_iter().for_each(|who| _ = table.best(who, "p1"));
    table.recuse("pct", "p1").unwrap();
    table.attend("m3", Presence::Absent).unwrap();
    table.attend("tk", Presence::Absent).unwrap();
    assert_eq!((table.session.quorum().present, table.session.quorum().needed), (4, 4));
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 3);
}

#[test]
fn advisory_seats_stand_outside_the_quorum() {
    let mut charter = charter();
    charter.seats.push(new_seat("tv", Role::Advisory, false));
    let mut table = Table::of(charter);
    assert_eq!(table.session.quorum().of, 6);
    table.all_best("p1");
    table.reveal("p1").unwrap();
}

#[test]
fn added_seats_count_in_the_quorum_and_their_sheets_count() {
    let mut charter = charter();
    charter.rules = Rules { quorum: Quorum::Seats(7), ..Rules::default() };
    let mut table = Table::of(charter);
    table.all_best("p1");
    table.all_best("p2");
    assert_eq!(table.reveal("p1"), Err(Refusal::NoQuorum { present: 6, needed: 7 }));
    table.add_seat(new_seat("m9", Role::Member, true)).unwrap();
    assert_eq!(table.reveal("p1"), Err(Refusal::WaitsFor(vec![seat("m9")])));
    table.best("m9", "p1");
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().mean.den, 6);
}

#[test]
fn a_departed_members_sheet_counts_and_its_draft_does_not() {
    let mut table = Table::new();
    ["ct", "pct", "m1"].into_iter().for_each(|who| _ = table.best(who, "p1"));
    table.best("m2", "p1");
    table.fill("m3", "p1", &[]);
    assert_eq!(table.reveal("p1"), Err(Refusal::WaitsFor(vec![seat("m3")])));
    table.attend("m2", Presence::Left).unwrap();
    table.attend("m3", Presence::Left).unwrap();
    table.reveal("p1").unwrap();
    let counted: Vec<_> = table.session.counted(&product("p1")).into_iter().map(|(seat, _)| seat).collect();
    assert_eq!(counted, ["ct", "pct", "m1", "m2"].map(seat));
    assert_eq!(table.session.progress(&seat("m3"), &product("p1")).state, SheetState::Absent);
}

#[test]
fn a_late_comer_scores_what_is_still_blind() {
    let mut table = Table::new();
    table.attend("m3", Presence::Absent).unwrap();
    ["ct", "pct", "m1", "m2"].into_iter().for_each(|who| _ = table.best(who, "p1"));
    table.reveal("p1").unwrap();
    table.attend("m3", Presence::Present).unwrap();
    let refused = Err(Refusal::WrongPhase(product("p1"), PhaseName::Revealed));
    assert_eq!(table.mark("m3", "p1", "1.2", level('a')), refused);
    table.all_best("p2");
    table.reveal("p2").unwrap();
    assert_eq!(table.session.verdict(&product("p2")).unwrap().mean.den, 5);
}

#[test]
fn a_recused_chair_hands_over_to_the_deputy_who_then_presides() {
    let mut table = Table::new();
    table.recuse("ct", "p1").unwrap();
    ["pct", "m1", "m2", "m3"].into_iter().for_each(|who| _ = table.best(who, "p1"));
    table.hand_over("pct").unwrap();
    assert!(table.session.may_enter(&seat("pct")) && !table.session.may_enter(&seat("ct")));
    assert_eq!(table.entered_by("ct", table.session.close(&product("p1"), ClosedAs::PutOff, "x".into())), {
        Err(Refusal::NotPresiding(seat("pct")))
    });
    let reveal = table.reveal("p1").unwrap();
    assert!(format!("{:?}", reveal.content).contains("presiding: SeatId(\"pct\")"));
    table.lock("p1").unwrap();
    table.hand_over("ct").unwrap();
    assert_eq!(table.session.presiding(), Some(seat("ct")));
    table.close("p2", ClosedAs::Withdrawn).unwrap();
}

#[test]
fn the_secretary_enters_by_order_where_the_rules_say_so() {
    let mut table = Table::new();
    table.all_best("p1");
    let reveal = table.session.reveal(&product("p1"), &[]).unwrap();
    table.entered_by("tk", reveal).unwrap();
    let mut charter = charter();
    charter.rules = Rules { secretary_records: false, ..Rules::default() };
    let mut table = Table::of(charter);
    table.all_best("p1");
    let reveal = table.session.reveal(&product("p1"), &[]).unwrap();
    assert_eq!(table.entered_by("tk", reveal.clone()), Err(Refusal::NotPresiding(seat("ct"))));
    assert_eq!(table.entered_by("m1", reveal.clone()), Err(Refusal::NotPresiding(seat("ct"))));
    table.entered_by("ct", reveal).unwrap();
}

#[test]
fn an_open_ground_is_shown_at_once_and_taken_back_by_its_member() {
    let mut table = Table::new();
    table.all_best("p1");
    let raise = SeatAct::Raise { product: product("p1"), ground: String::new(), words: "lẫn tạp chất".into() };
    let raised = table.seat("m2", raise).unwrap().id;
    assert!(
        matches!(&table.session.waiting_for(&product("p1"))[..], [Waiting::Ground { seat, .. }] if seat.as_str() == "m2")
    );
    assert_eq!(table.reveal("p1"), Err(Refusal::GroundOpen(seat("m2"))));
    let unraise = SeatAct::Unraise { product: product("p1"), raised };
    assert_eq!(table.seat("m1", unraise.clone()), Err(Refusal::UnknownGround));
    table.seat("m2", unraise).unwrap();
    table.reveal("p1").unwrap();
}

#[test]
fn who_sits_for_a_seat_is_told_with_the_attendance() {
    let mut table = Table::new();
    let attendance = |presence| crate::council::DeskAct::Attendance { seat: seat("m1"), presence, sits: "Lan".into() };
    table.desk(attendance(Presence::Present)).unwrap();
    assert_eq!(table.session.attendance(&seat("m1")).sits, "Lan");
    assert_eq!(table.desk(attendance(Presence::Present)), Err(Refusal::AlreadySo));
}

#[test]
fn text_is_written_in_its_normal_form() {
    let mut table = Table::new();
    let reason = "nga\u{300}y\u{202e} mai".to_owned();
    table.seat("m1", SeatAct::Recuse { product: product("p1"), reason }).unwrap();
    assert_eq!(table.session.recused(&seat("m1"), &product("p1")), Some("ngày mai"));
    let again = SeatAct::Recuse { product: product("p2"), reason: "\u{200b}".into() };
    assert_eq!(table.seat("m1", again), Err(Refusal::ReasonNeeded));
    let act = Act::Seat(SeatAct::Unrecuse { product: product("p1") });
    assert_eq!(table.session.allows(&Author::Seat(seat("m1")), &act), Ok(()));
}
