//! Rounds: looking again, ruling, accepting, reopening; the question of the Ministry; what a minimum does to the star.

use super::table::{Table, code, level, minimum, new_seat, product, seat, slip};
use crate::council::{ClosedAs, DeskAct, DisputeKey, DisputeKind, Forward, Presence, Role, Value};
use crate::rubric::Star;
use crate::session::{PhaseName, Refusal, SheetState, Standing, ThingState, Waiting};
use crate::verdict::Outcome;

fn p1_num(table: &Table) -> u32 {
    table.session.verdict(&product("p1")).unwrap().mean.num
}

fn value(table: &Table, who: &str, criterion: &str) -> Value {
    table.session.own_marks(&seat(who), &product("p1")).cell(&code(criterion)).value
}

#[test]
fn a_sheet_comes_back_filled_in_and_only_what_was_asked_can_change() {
    let mut table = Table::new();
    table.revealed("p1", &[("m1", &[("1.2", 'a'), ("1.3", 'a')])]);
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    assert_eq!(value(&table, "m1", "1.3"), level('a').value);
    let progress = table.session.progress(&seat("m1"), &product("p1"));
    assert_eq!((progress.state, progress.scored, progress.of), (SheetState::Returned, 31, 31));
    assert_eq!(table.mark("m1", "p1", "1.3", level('c')), Err(Refusal::NotAsked(seat("m1"))));
    assert_eq!(table.mark("m2", "p1", "1.2", level('a')), Err(Refusal::NotAsked(seat("m2"))));
    table.mark("m1", "p1", "1.2", level('c')).unwrap();
    assert_eq!(p1_num(&table), 496, "figures are those of the last reveal");
    table.submit("m1", "p1").unwrap();
    assert_eq!(p1_num(&table), 496);
    assert_eq!(table.lock("p1"), Err(Refusal::WrongPhase(product("p1"), PhaseName::Rescoring)));
    assert_eq!(table.session.waiting_for(&product("p1")), [Waiting::Reveal]);
    table.reveal("p1").unwrap();
    assert_eq!(p1_num(&table), 498);
    assert!(matches!(table.session.phase(&product("p1")), crate::session::Phase::Revealed { round: 2, .. }));
}

#[test]
fn who_is_asked_about_a_story_can_also_score_its_structure() {
    let mut table = Table::new();
    table.revealed("p1", &[("m1", &[("5.1", 'a')])]);
    assert_eq!(value(&table, "m1", "5.2"), Value::Unscored);
    table.rescore("p1", &["m1"], &["5.1"]).unwrap();
    table.mark("m1", "p1", "5.1", level('e')).unwrap();
    assert_eq!(table.submit("m1", "p1"), Err(Refusal::Incomplete(vec![code("5.2")])));
    table.mark("m1", "p1", "5.2", level('c')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(p1_num(&table), 500);
}

#[test]
fn marks_that_never_stood_on_the_opened_sheet_do_not_slip_into_an_answer() {
    let mut table = Table::new();
    table.all_best("p1");
    let mut laptop = table.another(2);
    laptop.take_back("m1", "p1").unwrap();
    laptop.mark("m1", "p1", "1.3", level('a')).unwrap();
    table.reveal("p1").unwrap();
    table.meet(&mut laptop);
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    table.mark("m1", "p1", "1.2", level('b')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(p1_num(&table), 499, "1.3 was not asked");
}

#[test]
fn a_seat_asked_again_after_its_answer_keeps_what_it_changed() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.rescore("p1", &["m1"], &["1.3"]).unwrap();
    assert_eq!(table.session.progress(&seat("m1"), &product("p1")).state, SheetState::Returned);
    assert_eq!(table.session.late(&product("p1")), []);
    assert_eq!(value(&table, "m1", "1.2"), level('a').value);
    table.mark("m1", "p1", "1.3", level('a')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(p1_num(&table), 496);
}

#[test]
fn an_answer_can_be_taken_back_before_the_next_reveal() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    assert_eq!(table.take_back("m1", "p1"), Err(Refusal::NotHandedIn));
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    table.submit("m1", "p1").unwrap();
    assert_eq!(table.submit("m1", "p1"), Err(Refusal::HandedIn));
    table.take_back("m1", "p1").unwrap();
    assert_eq!(table.reveal("p1"), Err(Refusal::WaitsFor(vec![seat("m1")])));
    table.mark("m1", "p1", "1.2", level('b')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(p1_num(&table), 499);
}

#[test]
fn a_rescoring_withdrawn_leaves_the_opened_sheet() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    table.rescore("p1", &["m1", "m2"], &["1.2"]).unwrap();
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    table.withdraw("p1", &["m1"]).unwrap();
    assert_eq!(table.session.phase(&product("p1")).name(), PhaseName::Rescoring);
    assert_eq!(value(&table, "m1", "1.2"), level('c').value);
    table.withdraw("p1", &["m2"]).unwrap();
    assert_eq!(table.session.phase(&product("p1")).name(), PhaseName::Revealed);
    assert_eq!(table.withdraw("p1", &["m2"]), Err(Refusal::WrongPhase(product("p1"), PhaseName::Revealed)));
    assert_eq!(p1_num(&table), 500);
    table.lock("p1").unwrap();
}

#[test]
fn an_answer_to_a_withdrawn_rescoring_is_late_and_a_new_reveal_takes_it_in() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    let mut laptop = table.another(2);
    laptop.mark("m1", "p1", "1.2", level('a')).unwrap();
    let answer = laptop.submit("m1", "p1").unwrap();
    table.withdraw("p1", &["m1"]).unwrap();
    table.meet(&mut laptop);
    assert_eq!(table.session.late(&product("p1")), [(seat("m1"), answer.id)]);
    assert_eq!(p1_num(&table), 500);
    assert_eq!(table.lock("p1"), Err(Refusal::Blocked(1)));
    table.reveal("p1").unwrap();
    assert_eq!(p1_num(&table), 498);
}

#[test]
fn who_has_answered_is_opened_not_withdrawn() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    table.rescore("p1", &["m1"], &[]).unwrap();
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    table.submit("m1", "p1").unwrap();
    assert_eq!(table.withdraw("p1", &["m1"]), Err(Refusal::HandedIn));
}

#[test]
fn a_member_asked_who_has_left_keeps_its_opened_sheet() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    table.rescore("p1", &["m1", "m2"], &["1.2"]).unwrap();
    table.attend("m1", Presence::Left).unwrap();
    table.mark("m2", "p1", "1.2", level('a')).unwrap();
    table.submit("m2", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(p1_num(&table), 498);
}

#[test]
fn an_absent_member_who_comes_after_the_reveal_does_not_hold_up_the_next_round() {
    let mut table = Table::new();
    ["ct", "pct", "m1", "m2"].into_iter().for_each(|who| _ = table.best(who, "p1"));
    table.attend("m3", Presence::Absent).unwrap();
    table.reveal("p1").unwrap();
    table.attend("m3", Presence::Present).unwrap();
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(p1_num(&table), 398);
    table.lock("p1").unwrap();
}

#[test]
fn a_seat_added_after_the_reveal_does_not_hold_up_the_next_round() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    table.add_seat(new_seat("m9", Role::Member, true)).unwrap();
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(p1_num(&table), 498);
    table.lock("p1").unwrap();
}

const SPLIT: &[(&str, char)] = &[("4.1", 'c')];

#[test]
fn a_ruling_belongs_to_one_reveal() {
    let mut table = Table::new();
    table.revealed("p1", &[("m1", SPLIT), ("m2", SPLIT)]);
    assert_eq!(table.lock("p1"), Err(Refusal::Blocked(1)), "three of five is less than two thirds");
    table.rule("p1", ("4.1", 5), false).unwrap();
    let verdict = table.session.verdict(&product("p1")).unwrap();
    assert_eq!(verdict.star, Some(Star::FOUR));
    assert_eq!(verdict.because, [code("4.1")]);
    assert_eq!(table.session.things(&product("p1")).iter().filter(|t| t.state == ThingState::Ruled).count(), 1);
    table.rescore("p1", &["m3"], &["1.2"]).unwrap();
    table.mark("m3", "p1", "1.2", level('a')).unwrap();
    table.submit("m3", "p1").unwrap();
    table.reveal("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().star, Some(Star::FIVE), "ruled on again, or not at all");
    assert_eq!(table.lock("p1"), Err(Refusal::Blocked(1)));
}

#[test]
fn a_later_ruling_replaces_an_earlier_one() {
    let mut table = Table::new();
    table.revealed("p1", &[("m1", SPLIT), ("m2", SPLIT)]);
    table.rule("p1", ("4.1", 5), false).unwrap();
    let second = table.rule("p1", ("4.1", 5), true).unwrap();
    let reveal = table.session.phase(&product("p1")).reveal().unwrap();
    assert_eq!(table.session.rulings(reveal), [(second.id, minimum("4.1", 5))]);
    table.lock("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")).unwrap().outcome, Outcome::Proposed);
}

#[test]
fn a_file_of_90_points_with_a_5_star_minimum_missing_asks_about_the_ministry() {
    let mut table = Table::new();
    let everyone = ["ct", "pct", "m1", "m2", "m3"].map(|who| (who, SPLIT));
    table.revealed("p1", &everyone);
    assert!(table.session.asks_forward(&product("p1")));
    assert_eq!(table.lock("p1"), Err(Refusal::ForwardNeeded));
    let lock = table.lock_and_say("p1", Forward::No).unwrap();
    assert_eq!(table.standing(&lock), Standing::Effective);
    assert_eq!(table.session.verdict(&product("p1")).unwrap().star, Some(Star::FOUR));
}

#[test]
fn a_failed_3_star_minimum_is_not_recognised_and_never_2_stars() {
    let mut table = Table::new();
    let low: &[(&str, char)] = &[("4.1", 'a')];
    let everyone = ["ct", "pct", "m1", "m2", "m3"].map(|who| (who, low));
    table.revealed("p1", &everyone);
    let verdict = table.session.verdict(&product("p1")).unwrap();
    assert_eq!((verdict.star, verdict.by_minima), (None, None));
    assert!(matches!(verdict.outcome, Outcome::MinimaMissed));
    table.lock_and_say("p1", Forward::No).unwrap();
}

#[test]
fn a_spread_over_the_limit_blocks_until_it_is_accepted_or_looked_at_again() {
    let far: &[(&str, char)] = &[("1.1", 'b'), ("4.2", 'a'), ("4.3", 'a'), ("6.2", 'a')];
    let mut table = Table::new();
    table.revealed("p1", &[("m1", far)]);
    let spread = DisputeKey { kind: DisputeKind::Spread, criterion: None, star: None, seat: None, entry: None };
    assert_eq!(table.blocking("p1"), std::slice::from_ref(&spread));
    table.rescore("p1", &["m1"], &[]).unwrap();
    let things = table.session.things(&product("p1"));
    assert_eq!(things.iter().find(|thing| thing.key == spread).unwrap().state, ThingState::Rescored);
    table.withdraw("p1", &["m1"]).unwrap();
    table.accept("p1", spread.clone()).unwrap();
    assert_eq!(table.accept("p1", spread), Err(Refusal::AlreadySo));
    table.lock("p1").unwrap();
}

#[test]
fn a_locked_product_goes_back_to_its_sheets_and_a_closed_one_to_where_it_was() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    let before = table.session.verdict(&product("p1"));
    table.lock("p1").unwrap();
    assert_eq!(table.close("p1", ClosedAs::Rejected), Err(Refusal::WrongPhase(product("p1"), PhaseName::Locked)));
    table.reopen("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")), before);
    table.close("p1", ClosedAs::Rejected).unwrap();
    assert_eq!(table.session.verdict(&product("p1")), None);
    table.reopen("p1").unwrap();
    assert_eq!(table.session.verdict(&product("p1")), before);
    table.close("p2", ClosedAs::PutOff).unwrap();
    table.reopen("p2").unwrap();
    assert_eq!(table.session.phase(&product("p2")).name(), PhaseName::Blind);
    table.best("m1", "p2");
}

#[test]
fn a_ruling_on_sheets_no_longer_shown_is_refused() {
    let mut table = Table::new();
    let first = table.revealed("p1", &[("m1", SPLIT), ("m2", SPLIT)]);
    table.rescore("p1", &["m3"], &["1.2"]).unwrap();
    table.mark("m3", "p1", "1.2", level('a')).unwrap();
    table.submit("m3", "p1").unwrap();
    table.reveal("p1").unwrap();
    let minimum = minimum("4.1", 5);
    let stale = DeskAct::Rule { product: product("p1"), reveal: first.id, minimum, met: true, reason: slip() };
    assert_eq!(table.desk(stale), Err(Refusal::RestsOnVoid));
}
