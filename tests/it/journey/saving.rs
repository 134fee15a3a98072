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
