//! Every refusal there is, each at its gate.

use super::table::{Table, charter, code, level, minimum, new_product, new_seat, product, seat, set_7, slip};
use crate::council::{
    Act, Author, Back, By, Cell, ClosedAs, Content, DeskAct, DisputeKey, DisputeKind, Forward, Left, Presence,
    ProductField, Reason, ReasonKind, Role, Rules, SeatAct, SeatField, Value,
};
use crate::rubric::LevelId;
use crate::session::{PhaseName, Refusal};

fn p1() -> crate::council::ProductId {
    product("p1")
}

/// A table where an act of a newer program stands in the desk's log.
fn with_an_unknown_act(mut table: Table) -> Table {
    let act = DeskAct::Remark { product: None, criterion: None, words: "x".into() };
    let mut entry = table.forge(Author::Desk, Vec::new(), Act::Desk(table.session.by(&seat("ct")), act));
    entry.content = Content::Unknown;
    table.session.apply(entry);
    table
}

#[test]
fn sealed_then_nothing_more() {
    let mut table = Table::new();
    table.put_all_off();
    table.seal().unwrap();
    assert_eq!(table.seal(), Err(Refusal::Sealed));
    assert_eq!(table.mark("m1", "p1", "1.2", level('a')), Err(Refusal::Sealed));
    assert_eq!(table.reopen("p1"), Err(Refusal::Sealed));
    assert_eq!(table.recuse("m1", "p1"), Err(Refusal::Sealed));
    assert_eq!(table.hand_over("pct"), Err(Refusal::Sealed));
    assert_eq!(table.session.ready_to_seal(), Err(Refusal::Sealed));
    assert_eq!(table.session.may_mark(&seat("m1"), &p1(), None), Err(Refusal::Sealed));
}

#[test]
fn newer_program_is_needed_for_reveal_lock_and_seal() {
    let mut table = Table::new();
    table.all_best("p1");
    let mut table = with_an_unknown_act(table);
    assert_eq!(table.reveal("p1"), Err(Refusal::NewerProgram));
    let mut revealed = Table::new();
    revealed.revealed("p1", &[]);
    assert_eq!(with_an_unknown_act(revealed).lock("p1"), Err(Refusal::NewerProgram));
    table.put_all_off();
    assert_eq!(table.seal(), Err(Refusal::NewerProgram));
    assert_eq!(table.session.problems().len(), 1);
    table.attend("m1", Presence::Left).unwrap();
}

#[test]
fn unknown_seat() {
    let mut table = Table::new();
    assert_eq!(table.recuse("zz", "p1"), Err(Refusal::UnknownSeat(seat("zz"))));
    assert_eq!(table.attend("zz", Presence::Left), Err(Refusal::UnknownSeat(seat("zz"))));
    assert_eq!(table.hand_over("zz"), Err(Refusal::UnknownSeat(seat("zz"))));
}

#[test]
fn unknown_product() {
    let mut table = Table::new();
    assert_eq!(table.mark("m1", "zz", "1.2", level('a')), Err(Refusal::UnknownProduct(product("zz"))));
    assert_eq!(table.close("zz", ClosedAs::PutOff), Err(Refusal::UnknownProduct(product("zz"))));
}

#[test]
fn unknown_criterion() {
    let mut table = Table::new();
    assert_eq!(table.mark("m1", "p1", "99", level('a')), Err(Refusal::UnknownCriterion(code("99"))));
    table.revealed("p1", &[]);
    assert_eq!(table.rescore("p1", &["m1"], &["99"]), Err(Refusal::UnknownCriterion(code("99"))));
    assert_eq!(table.rule("p1", ("1.2", 5), true), Err(Refusal::UnknownCriterion(code("1.2"))));
}

#[test]
fn unknown_level() {
    let mut table = Table::new();
    assert_eq!(table.mark("m1", "p1", "1.1", level('d')), Err(Refusal::UnknownLevel(code("1.1"))));
    let none_met = Cell { value: Value::NoneMet, ..Cell::default() };
    assert_eq!(table.mark("m1", "p1", "1.4", none_met.clone()), Err(Refusal::UnknownLevel(code("1.4"))));
    table.mark("m1", "p1", "1.1", none_met).unwrap();
}

#[test]
fn unknown_set() {
    let mut table = Table::new();
    let change = |no, set| DeskAct::ChangeSet { product: p1(), no, set, reason: "nhầm".into() };
    assert_eq!(table.desk(change(7, None)), Err(Refusal::UnknownSet(7)));
    assert_eq!(table.desk(change(8, Some(set_7()))), Err(Refusal::UnknownSet(8)));
    let mut light = charter().sets[0].clone();
    light.parts[0].max -= 1;
    let set = Some(Box::new(light.clone()));
    let add = DeskAct::AddProduct { product: Box::new(new_product("p9")), set, reason: "mới".into() };
    assert_eq!(table.desk(add), Err(Refusal::UnknownSet(9)), "not the charter's");
    light.no = 26;
    assert_eq!(table.desk(change(26, Some(Box::new(light)))), Err(Refusal::UnknownSet(26)), "does not add up");
    let other = crate::council::Product { set: 7, ..new_product("p9") };
    let add = DeskAct::AddProduct { product: Box::new(other), set: None, reason: "mới".into() };
    assert_eq!(table.desk(add), Err(Refusal::UnknownSet(7)));
}

#[test]
fn unknown_ground() {
    let mut table = Table::new();
    let raise =
        |ground: &str, words: &str| SeatAct::Raise { product: p1(), ground: ground.into(), words: words.into() };
    assert_eq!(table.seat("m1", raise("zz", "chữ")), Err(Refusal::UnknownGround));
    assert_eq!(table.seat("m1", raise("", " ")), Err(Refusal::UnknownGround));
    let raised = table.seat("m1", raise("forged", "")).unwrap().id;
    table.desk(DeskAct::Dismiss { product: p1(), raised, reason: "đã xem".into() }).unwrap();
    let again = DeskAct::Dismiss { product: p1(), raised, reason: "đã xem".into() };
    assert_eq!(table.desk(again), Err(Refusal::UnknownGround));
}

#[test]
fn taken_id() {
    let mut table = Table::new();
    table.add_product("p9").unwrap();
    assert_eq!(table.add_product("p9"), Err(Refusal::TakenId("p9".into())));
    assert_eq!(table.add_product("p1"), Err(Refusal::TakenId("p1".into())));
    assert_eq!(table.add_seat(new_seat("m1", Role::Member, true)), Err(Refusal::TakenId("m1".into())));
}

#[test]
fn bad_value() {
    let mut table = Table::new();
    let correct =
        |field, value: &str| DeskAct::Correct { product: p1(), field, value: value.into(), reason: "sai".into() };
    assert_eq!(table.desk(correct(ProductField::Name, " ")), Err(Refusal::BadValue("name")));
    assert_eq!(table.desk(correct(ProductField::Kind, "mới")), Err(Refusal::BadValue("kind")));
    let title =
        DeskAct::CorrectSeat { seat: seat("m1"), field: SeatField::Title, value: String::new(), reason: "x".into() };
    assert_eq!(table.desk(title), Err(Refusal::BadValue("title")));
    let nameless = crate::council::Product { name: String::new(), ..new_product("p9") };
    let add = DeskAct::AddProduct { product: Box::new(nameless), set: None, reason: "mới".into() };
    assert_eq!(table.desk(add), Err(Refusal::BadValue("name")));
    let untitled = crate::council::Seat { title: String::new(), ..new_seat("m9", Role::Member, true) };
    assert_eq!(table.add_seat(untitled), Err(Refusal::BadValue("title")));
    table.revealed("p1", &[]);
    assert_eq!(table.rescore("p1", &[], &[]), Err(Refusal::BadValue("seats")));
    table.put_all_off();
    assert_eq!(table.desk(DeskAct::Seal { file: "00".into() }), Err(Refusal::BadValue("file")));
    let act = Act::Seat(SeatAct::Unrecuse { product: p1() });
    assert_eq!(table.session.allows(&Author::Desk, &act), Err(Refusal::BadValue("author")));
}

#[test]
fn reason_needed() {
    let mut table = Table::new();
    let recuse = SeatAct::Recuse { product: p1(), reason: " ".into() };
    assert_eq!(table.seat("m1", recuse), Err(Refusal::ReasonNeeded));
    let close = DeskAct::Close { product: p1(), how: ClosedAs::Stopped, ground: String::new() };
    assert_eq!(table.desk(close), Err(Refusal::ReasonNeeded));
    assert_eq!(
        table.desk(DeskAct::Remark { product: None, criterion: None, words: String::new() }),
        Err(Refusal::ReasonNeeded)
    );
    table.revealed("p1", &[]);
    for kind in [ReasonKind::Other, ReasonKind::DossierPage] {
        let reason = Reason { kind, words: String::new() };
        let rescore = table.session.rescore(&p1(), vec![seat("m1")], Vec::new(), reason).unwrap();
        assert_eq!(table.desk(rescore), Err(Refusal::ReasonNeeded));
    }
}

#[test]
fn already_so() {
    let mut table = Table::new();
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    assert_eq!(table.mark("m1", "p1", "1.2", level('a')), Err(Refusal::AlreadySo));
    table.recuse("m1", "p1").unwrap();
    assert_eq!(table.recuse("m1", "p1"), Err(Refusal::AlreadySo));
    assert_eq!(table.seat("m2", SeatAct::Unrecuse { product: p1() }), Err(Refusal::AlreadySo));
    assert_eq!(table.attend("m1", Presence::Present), Err(Refusal::AlreadySo));
    assert_eq!(table.hand_over("ct"), Err(Refusal::AlreadySo));
    let same = DeskAct::ChangeSet { product: p1(), no: 9, set: None, reason: "x".into() };
    assert_eq!(table.desk(same), Err(Refusal::AlreadySo));
    assert_eq!(table.seat("m1", SeatAct::Opinion { product: p1(), words: String::new() }), Err(Refusal::AlreadySo));
}

#[test]
fn does_not_score() {
    let mut table = Table::new();
    let refused = Err(Refusal::DoesNotScore(seat("tk")));
    assert_eq!(table.mark("tk", "p1", "1.2", level('a')), refused);
    assert_eq!(table.recuse("tk", "p1"), refused);
    assert_eq!(table.submit("tk", "p1"), refused);
}

#[test]
fn is_recused() {
    let mut table = Table::new();
    table.recuse("m1", "p1").unwrap();
    assert_eq!(table.mark("m1", "p1", "1.2", level('a')), Err(Refusal::IsRecused(seat("m1"))));
    table.seat("m1", SeatAct::Unrecuse { product: p1() }).unwrap();
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
}

#[test]
fn handed_in() {
    let mut table = Table::new();
    table.best("m1", "p1");
    assert_eq!(table.mark("m1", "p1", "1.2", level('a')), Err(Refusal::HandedIn));
    assert_eq!(table.submit("m1", "p1"), Err(Refusal::HandedIn));
}

#[test]
fn not_handed_in() {
    let mut table = Table::new();
    assert_eq!(table.take_back("m1", "p1"), Err(Refusal::NotHandedIn));
}

#[test]
fn incomplete() {
    let mut table = Table::new();
    table.fill("m1", "p1", &[]);
    table.mark("m1", "p1", "1.2", Cell { note: "chưa rõ".into(), ..Cell::default() }).unwrap();
    assert_eq!(table.submit("m1", "p1"), Err(Refusal::Incomplete(vec![code("1.2")])));
}

#[test]
fn not_applicable() {
    let mut table = Table::new();
    table.mark("m1", "p1", "5.1", level('a')).unwrap();
    let refused = Err(Refusal::NotApplicable { criterion: code("5.2"), needs: code("5.1") });
    assert_eq!(table.mark("m1", "p1", "5.2", level('b')), refused);
}

#[test]
fn conflict() {
    let mut table = Table::new();
    table.fill("m1", "p1", &[]);
    let mut other = table.another(2);
    table.mark("m1", "p1", "1.2", level('a')).unwrap();
    other.mark("m1", "p1", "1.2", level('b')).unwrap();
    table.meet(&mut other);
    assert_eq!(table.submit("m1", "p1"), Err(Refusal::Conflict(seat("m1"))));
}

#[test]
fn not_asked() {
    let mut table = Table::new();
    table.best_of(&["ct", "pct", "m1"], "p1");
    table.reveal_without("p1", &["m2", "m3"]).unwrap();
    assert_eq!(table.rescore("p1", &["m3"], &[]), Err(Refusal::NotAsked(seat("m3"))));
    table.rescore("p1", &["m1"], &["1.2"]).unwrap();
    assert_eq!(table.withdraw("p1", &["ct"]), Err(Refusal::NotAsked(seat("ct"))));
    assert_eq!(table.mark("m1", "p1", "1.3", level('a')), Err(Refusal::NotAsked(seat("m1"))));
    assert_eq!(table.submit("ct", "p1"), Err(Refusal::NotAsked(seat("ct"))));
}

#[test]
fn wrong_phase() {
    let mut table = Table::new();
    assert_eq!(table.lock("p1"), Err(Refusal::WrongPhase(p1(), PhaseName::Blind)));
    assert_eq!(table.reopen("p1"), Err(Refusal::WrongPhase(p1(), PhaseName::Blind)));
    table.revealed("p1", &[]);
    assert_eq!(table.recuse("m1", "p1"), Err(Refusal::WrongPhase(p1(), PhaseName::Revealed)));
    assert_eq!(table.change_set("p1"), Err(Refusal::WrongPhase(p1(), PhaseName::Revealed)));
    table.lock("p1").unwrap();
    assert_eq!(table.take_back("m1", "p1"), Err(Refusal::WrongPhase(p1(), PhaseName::Locked)));
    let opinion = SeatAct::Opinion { product: p1(), words: "x".into() };
    assert_eq!(table.seat("m1", opinion), Err(Refusal::WrongPhase(p1(), PhaseName::Locked)));
    assert_eq!(table.rule("p1", ("4.1", 5), true), Err(Refusal::WrongPhase(p1(), PhaseName::Locked)));
}

#[test]
fn contested() {
    let mut table = Table::new();
    table.all_best("p1");
    let mut other = table.another(2);
    table.reveal("p1").unwrap();
    other.close("p1", ClosedAs::Rejected).unwrap();
    table.meet(&mut other);
    assert_eq!(table.lock("p1"), Err(Refusal::Contested(p1())));
    assert_eq!(table.recuse("m1", "p1"), Err(Refusal::Contested(p1())));
    assert_eq!(table.rule("p1", ("4.1", 5), true), Err(Refusal::Contested(p1())));
    table.close("p1", ClosedAs::Rejected).unwrap();
    assert_eq!(table.session.phase(&p1()).name(), PhaseName::Closed);
}

#[test]
fn not_presiding() {
    let mut table = Table::new();
    let close = table.session.close(&p1(), ClosedAs::PutOff, "x".into());
    assert_eq!(table.entered_by("m1", close.clone()), Err(Refusal::NotPresiding(seat("ct"))));
    let by = By { presiding: seat("pct"), entered: seat("pct"), under: None };
    assert_eq!(table.act(Author::Desk, Act::Desk(by.clone(), close.clone())), Err(Refusal::NotPresiding(seat("ct"))));
    let act = Act::Desk(by, close);
    assert_eq!(table.act(Author::Seat(seat("ct")), act), Err(Refusal::NotPresiding(seat("ct"))));
}

#[test]
fn presiding_contested() {
    let mut table = Table::new();
    table.hand_over("pct").unwrap();
    let mut other = table.another(2);
    table.hand_over("ct").unwrap();
    other.add_seat(new_seat("pct2", Role::Deputy, true)).unwrap();
    other.hand_over("pct2").unwrap();
    table.meet(&mut other);
    assert_eq!(table.close("p1", ClosedAs::PutOff), Err(Refusal::PresidingContested));
}

#[test]
fn cannot_preside() {
    let mut table = Table::new();
    assert_eq!(table.hand_over("m1"), Err(Refusal::CannotPreside(seat("m1"))));
    assert_eq!(table.add_seat(new_seat("ct2", Role::Chair, true)), Err(Refusal::CannotPreside(seat("ct2"))));
    table.add_seat(new_seat("m9", Role::Member, true)).unwrap();
    assert_eq!(table.hand_over("m9"), Err(Refusal::CannotPreside(seat("m9"))));
}

#[test]
fn presiding_absent() {
    let mut table = Table::new();
    table.all_best("p1");
    table.attend("ct", Presence::Left).unwrap();
    assert_eq!(table.reveal("p1"), Err(Refusal::PresidingAbsent(seat("ct"))));
}

#[test]
fn no_quorum() {
    let mut table = Table::new();
    table.all_best("p1");
    for who in ["m1", "m2", "m3"] {
        table.attend(who, Presence::Left).unwrap();
    }
    assert_eq!(table.reveal("p1"), Err(Refusal::NoQuorum { present: 3, needed: 4 }));
}

#[test]
fn too_few_sheets() {
    let mut table = Table::new();
    table.best_of(&["ct", "pct"], "p1");
    let refused = Err(Refusal::TooFewSheets { have: 2, needed: 3 });
    assert_eq!(table.reveal_without("p1", &["m1", "m2", "m3"]), refused);
}

#[test]
fn waits_for() {
    let mut table = Table::new();
    table.best_of(&["ct", "pct", "m1"], "p1");
    assert_eq!(table.reveal("p1"), Err(Refusal::WaitsFor(vec![seat("m2"), seat("m3")])));
}

#[test]
fn ground_open() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    let raise = SeatAct::Raise { product: p1(), ground: "forged".into(), words: String::new() };
    table.seat("m1", raise).unwrap();
    assert_eq!(table.lock("p1"), Err(Refusal::GroundOpen(seat("m1"))));
}

#[test]
fn nothing_new() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    assert_eq!(table.reveal("p1"), Err(Refusal::NothingNew));
}

#[test]
fn no_disagreement() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    assert_eq!(table.rule("p1", ("4.1", 5), false), Err(Refusal::NoDisagreement(code("4.1"))));
}

#[test]
fn rulings_contradict() {
    let mut table = Table::new();
    table.revealed("p1", &[("m1", &[("4.1", 'a')])]);
    table.rule("p1", ("4.1", 4), true).unwrap();
    let four = minimum("4.1", 4);
    assert_eq!(table.rule("p1", ("4.1", 3), false), Err(Refusal::RulingsContradict(four)));
    table.rule("p1", ("4.1", 5), false).unwrap();
    table.rule("p1", ("4.1", 4), false).unwrap();
    table.rule("p1", ("4.1", 3), false).unwrap();
    // Two machines can come to it without knowing of each other; the lock waits until one of them rules again.
    let mut table = Table::new();
    table.revealed("p1", &[("m1", &[("4.1", 'a')])]);
    let mut other = table.another(2);
    table.rule("p1", ("4.1", 4), true).unwrap();
    other.rule("p1", ("4.1", 3), false).unwrap();
    table.meet(&mut other);
    assert!(matches!(table.lock("p1"), Err(Refusal::RulingsContradict(_))));
    table.rule("p1", ("4.1", 3), true).unwrap();
    table.lock("p1").unwrap();
}

#[test]
fn unknown_dispute() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    let key = DisputeKey { kind: DisputeKind::Spread, criterion: None, star: None, seat: None, entry: None };
    assert_eq!(table.accept("p1", key), Err(Refusal::UnknownDispute));
}

#[test]
fn blocked() {
    let mut table = Table::new();
    table.revealed("p1", &[("m1", &[("4.1", 'c')]), ("m2", &[("4.1", 'c')])]);
    assert_eq!(table.lock("p1"), Err(Refusal::Blocked(1)));
}

#[test]
fn forward_needed_and_forward_not_asked() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    assert_eq!(table.lock_and_say("p1", Forward::Yes), Err(Refusal::ForwardNotAsked));
    let missing: &[(&str, char)] = &[("4.1", 'c')];
    table.revealed("p2", &["ct", "pct", "m1", "m2", "m3"].map(|who| (who, missing)));
    assert_eq!(table.lock("p2"), Err(Refusal::ForwardNeeded));
}

#[test]
fn wrong_result() {
    let mut table = Table::new();
    table.revealed("p1", &[]);
    let mut lock = table.session.lock(&p1(), None).unwrap();
    if let DeskAct::Lock { result, .. } = &mut lock {
        result.sum -= 1;
    }
    assert_eq!(table.desk(lock), Err(Refusal::WrongResult));
}

#[test]
fn unsettled() {
    let mut table = Table::new();
    table.close("p1", ClosedAs::PutOff).unwrap();
    assert_eq!(table.seal(), Err(Refusal::Unsettled(vec![product("p2")])));
}

#[test]
fn field_contested() {
    let mut table = Table::new();
    let mut other = table.another(2);
    let title = |value: &str| DeskAct::CorrectSeat {
        seat: seat("m1"),
        field: SeatField::Title,
        value: value.into(),
        reason: "sai".into(),
    };
    table.desk(title("Sở A")).unwrap();
    other.desk(title("Sở B")).unwrap();
    table.meet(&mut other);
    assert_eq!(table.session.seat(&seat("m1")).unwrap().title, "Sở A / Sở B");
    assert_eq!(table.session.seats()[2].title, "Sở A / Sở B");
    assert_eq!(table.seal(), Err(Refusal::FieldContested));
}

#[test]
fn rests_on_void() {
    let mut table = Table::new();
    table.revealed("p1", &[("m1", &[("4.1", 'c')]), ("m2", &[("4.1", 'c')])]);
    table.rule("p1", ("4.1", 5), true).unwrap();
    let mut lock = table.session.lock(&p1(), None).unwrap();
    if let DeskAct::Lock { rulings, .. } = &mut lock {
        rulings.clear();
    }
    assert_eq!(table.desk(lock), Err(Refusal::RestsOnVoid), "a lock names every ruling that holds");
    table.lock("p1").unwrap();
    assert_eq!(table.reopen_to("p1", Back::Blind(Some(crate::council::EntryId::FIRST))), Err(Refusal::RestsOnVoid));
    table.fill("m1", "p2", &[]);
    let mut submit = table.session.submit(&seat("m1"), &product("p2"));
    if let SeatAct::Submit { sheet, .. } = &mut submit {
        sheet.set(code("1.2"), Cell { value: Value::Level(LevelId::at(0).unwrap()), ..Cell::default() });
    }
    assert_eq!(table.seat("m1", submit), Err(Refusal::RestsOnVoid), "a sheet is what its member marked");
}

#[test]
fn wrong_roll() {
    let mut table = Table::new();
    table.all_best("p1");
    let DeskAct::Reveal { product, basis, mut sheets, mut without, present } =
        table.session.reveal(&p1(), &[]).unwrap()
    else {
        panic!("a reveal is a reveal")
    };
    let (left_out, _) = sheets.pop().unwrap();
    without.push((left_out, Left::Absent));
    assert_eq!(table.desk(DeskAct::Reveal { product, basis, sheets, without, present }), Err(Refusal::WrongRoll));
}

#[test]
fn a_rule_that_needs_a_full_reason_says_so() {
    let mut table = Table::of(crate::council::Charter { rules: Rules::default(), ..charter() });
    table.revealed("p1", &[("m1", &[("4.1", 'c')]), ("m2", &[("4.1", 'c')])]);
    let reason = Reason { kind: ReasonKind::Other, words: String::new() };
    let rule = table.session.rule(&p1(), minimum("4.1", 5), true, reason).unwrap();
    assert_eq!(table.desk(rule), Err(Refusal::ReasonNeeded));
    let rule = table.session.rule(&p1(), minimum("4.1", 5), true, slip()).unwrap();
    table.desk(rule).unwrap();
}
