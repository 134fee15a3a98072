//! What is on disk, what is not, and the ways out.

use insta::assert_snapshot;
use ocop_council::app::message::{News, Reread};
use ocop_council::app::{Effect, Msg};
use ocop_council::council::Author;
use ocop_council::session::Session;
use ocop_council::trouble::{Doing, Failure};

use crate::driver::{Driver, SMALL};
use crate::sample::{Sample, pen};

fn full_disk() -> Failure {
    Failure::new(Doing::Writing, "/usb/phien/logs/desk.log", std::io::ErrorKind::StorageFull.into())
}

fn fresh() -> Session {
    Sample::new().session
}

/// The desk sits here, and one act of it was refused by a full disk.
fn with_an_act_not_written() -> Driver {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("Enter 1 <F3> Down").hold().press("<F6>").sees("đang lưu");
    fail(&mut program, full_disk());
    assert_eq!(program.take_effects(), [Effect::Reread(Vec::new())], "the folder is read before anything is said");
    program
}

/// What was handed out for one log is not written; gives the log.
fn fail(program: &mut Driver, failure: Failure) {
    let log = |effect| match effect {
        Effect::Append { author, log, .. } => Some((author, log)),
        _ => None,
    };
    let (author, log) = program.take_effects().into_iter().find_map(log).unwrap();
    program.tell(Msg::NotWritten { author, log, trouble: failure.into() });
}

fn reread(program: &mut Driver, session: Session, pens: Vec<Author>) {
    let pens = pens.into_iter().map(|author| (author.clone(), pen(session.id(), &author, 77))).collect();
    program.tell(Msg::Reread(Box::new(Reread { session, problems: Vec::new(), pens, path: None })));
}

#[test]
fn what_is_found_on_disk_after_a_failed_write_is_saved() {
    let mut program = with_an_act_not_written();
    let mut found = program.app.common.sitting.as_ref().unwrap().session().clone();
    for entry in program.app.common.sitting.as_ref().unwrap().unsaved_entries() {
        found.apply(entry.clone());
    }
    reread(&mut program, found, Vec::new());
    program.sees("đã lưu").sees("vắng mặt").sees_not("CHƯA LƯU");
}

#[test]
fn what_is_not_on_disk_is_shouted_until_it_is_saved() {
    let mut program = with_an_act_not_written();
    reread(&mut program, fresh(), Vec::new());
    program.sees("CHƯA LƯU 1 việc").sees("đĩa đầy");
    assert_snapshot!("not_saved_80", program.screen());
    program.press("3").sees("CHƯA LƯU 1 việc !");
    program.press("<F6>").sees("Còn việc chưa lưu");
    program.press("<C-q>").sees("CÒN 1 VIỆC CHƯA LƯU").press("Esc").take_effects();
    program.press("<C-s>");
    assert_eq!(program.take_effects(), [Effect::Reread(vec![Author::Desk])]);
    reread(&mut program, fresh(), vec![Author::Desk]);
    program.save().sees("đã lưu").sees("vắng mặt");
}

#[test]
fn the_session_can_be_taken_to_another_folder() {
    let mut program = with_an_act_not_written();
    reread(&mut program, fresh(), Vec::new());
    program.press("2 /home/thu-ky/phien Enter");
    let copy = Effect::CopyTo { path: "/home/thu-ky/phien".into(), authors: vec![Author::Desk] };
    assert_eq!(program.take_effects(), [copy]);
}

#[test]
fn acts_wait_for_the_one_that_is_being_written_and_each_is_told_when_a_rule_says_no() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("Enter 1 <F3> Down").hold().press("<F6> <F6> Down <F7>");
    let appends = |effects: &[Effect]| effects.iter().filter(|e| matches!(e, Effect::Append { .. })).count();
    let effects = program.take_effects();
    assert_eq!(appends(&effects), 1, "one at a time");
    program.give_back(effects).save();
    program.sees("vắng mặt").sees("về sớm").sees("đã lưu");
}

#[test]
fn what_others_did_shows_as_it_comes() {
    let mut program = Driver::opened(SMALL, Sample::new());
    let mut elsewhere = Sample::new();
    elsewhere.hand_in("ct2", "p01");
    let entries = elsewhere.session.history().into_iter().map(|(entry, _)| (**entry).clone()).collect();
    program.sees_not("1/3").tell(Msg::News(News { entries, problems: Vec::new() }));
    program.sees("1/3");
}

fn seat_pens(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::TakePen(_))).count()
}

fn quits(effects: &[Effect]) -> bool {
    effects.contains(&Effect::Quit)
}

fn session_of(program: &Driver) -> Session {
    program.app.common.sitting.as_ref().unwrap().session().clone()
}

/// What was handed out, as it would be found in the folder.
fn with_unsaved(program: &Driver) -> Session {
    let mut found = session_of(program);
    for entry in program.app.common.sitting.as_ref().unwrap().unsaved_entries() {
        found.apply(entry.clone());
    }
    found
}

#[test]
fn one_author_has_one_pen_on_its_way() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.hold().press("Down Down Down Enter Enter <F2> Down Down Down Enter Enter");
    let effects = program.take_effects();
    assert_eq!(seat_pens(&effects), 1);
    program.give_back(effects).save().press("2").save().sees("đã lưu");
}

#[test]
fn what_is_done_before_the_log_is_open_waits_for_it() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.hold().press("Enter 1 <F3> Down <F6> Down <F7>").sees("đang lưu").sees_not("vắng mặt");
    program.press("<C-q> Enter");
    let effects = program.take_effects();
    assert!(!quits(&effects), "two acts still wait");
    program.give_back(effects).save().sees("vắng mặt").sees("về sớm").sees("đã lưu");
}

#[test]
fn what_was_done_before_a_log_that_does_not_open_is_not_saved_and_can_be_tried_again() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.hold().press("Enter 1 <F3> Down <F6>").take_effects();
    program.tell(Msg::NoPen { author: Author::Desk, trouble: full_disk().into() });
    program.sees("CHƯA LƯU 1 việc").sees("đĩa đầy").press("1");
    assert_eq!(program.take_effects(), [Effect::Reread(vec![Author::Desk])]);
    reread(&mut program, fresh(), vec![Author::Desk]);
    program.save().sees("đã lưu").sees("vắng mặt");
}

#[test]
fn a_log_that_did_not_open_is_asked_for_again_by_the_next_act() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.hold().press("Enter 1").take_effects();
    program.tell(Msg::NoPen { author: Author::Desk, trouble: full_disk().into() });
    program.sees("đĩa đầy").sees_not("CHƯA LƯU").press("<F3> Down <F6>");
    assert!(program.take_effects().iter().any(|effect| matches!(effect, Effect::TakePen(Author::Desk))));
}

#[test]
fn what_waits_is_written_before_the_program_ends() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("Enter 1 <F3> Down").hold().press("<F6> <F6> Down <F7>");
    program.press("<C-s>").sees_not("Mọi việc đã được lưu");
    program.press("<C-q> Enter");
    let effects = program.take_effects();
    assert!(!quits(&effects), "two acts still wait");
    program.give_back(effects).save();
    assert!(quits(&program.take_effects()));
    program.sees("vắng mặt").sees("về sớm").sees("đã lưu");
}

#[test]
fn what_waited_for_a_failed_write_is_counted_and_saved_with_it() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("Enter 1 <F3> Down").hold().press("<F6> Down <F7> <C-q> Enter");
    fail(&mut program, full_disk());
    assert!(!quits(&program.take_effects()), "not while something is unsaved that was not told");
    reread(&mut program, fresh(), Vec::new());
    program.sees("CHƯA LƯU 2 việc").press("Esc <C-s> <C-s>");
    assert_eq!(program.take_effects(), [Effect::Reread(vec![Author::Desk])], "once");
    reread(&mut program, fresh(), vec![Author::Desk]);
    program.save().sees("đã lưu").sees("vắng mặt").sees("về sớm");
}

#[test]
fn what_a_failed_sync_left_readable_is_not_saved_until_it_is_written_again() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("Enter 1 <F3> Down").hold().press("<F6>");
    fail(&mut program, Failure::new(Doing::Syncing, "desk.log", std::io::ErrorKind::Other.into()));
    let found = with_unsaved(&program);
    reread(&mut program, found.clone(), Vec::new());
    program.sees("CHƯA LƯU 1 việc").press("Esc").take_effects();
    program.press("<C-s>").take_effects();
    reread(&mut program, found, vec![Author::Desk]);
    let effects = program.take_effects();
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Append { .. })), "written again: {effects:?}");
    program.sees("đang lưu").give_back(effects).save().sees("đã lưu").sees("vắng mặt");
    program.press("<F5>").save().sees("đã lưu").sees_not("vắng mặt");
}

#[test]
fn a_seat_can_go_on_after_a_failure_that_lost_nothing() {
    let mut program = with_an_act_not_written();
    let found = with_unsaved(&program);
    reread(&mut program, found, Vec::new());
    let effects = program.take_effects();
    assert_eq!(seat_pens(&effects), 1);
    program.give_back(effects).save().press("<F5>").save().sees_not("vắng mặt").sees("đã lưu");
}

#[test]
fn a_folder_read_too_early_hides_nothing_that_was_written_since() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("Enter 1 <F3> Down <F6>").sees("vắng mặt").sees("đã lưu");
    reread(&mut program, fresh(), Vec::new());
    program.sees("vắng mặt").sees("đã lưu");
}
