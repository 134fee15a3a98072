//! The record of the session, as far as who sits here may see it.

use insta::assert_snapshot;
use ocop_council::council::Presence;

use crate::driver::{Driver, SMALL};
use crate::sample::{Sample, product};

fn sample() -> Sample {
    let mut sample = Sample::new();
    sample.attendance("vh", Presence::Absent, "").hand_in("ct2", "p01").score("nn", "p01", 2, |_| 0);
    sample
}

#[test]
fn anothers_marks_are_not_on_anybodys_screen_before_the_reveal() {
    let mut program = Driver::opened(SMALL, sample());
    program.press("Down Down Down Down Enter Enter <F9>").sees("nộp phiếu").sees_not("chấm 1.1");
    assert_snapshot!("history_blind_80", program.screen());
    Driver::opened(SMALL, sample()).press("Down Down Down Enter Enter <F9>").sees("chấm").press("Home").sees("1.1");
    Driver::opened(SMALL, sample()).press("Enter 1 <F9>").sees("điểm danh Sở Văn hóa").sees_not("chấm 1.1");
}

#[test]
fn after_the_reveal_the_whole_history_of_every_score_shows_and_can_be_filtered() {
    let mut open = sample();
    for seat in ["ct", "yt", "kh", "htx", "cg"] {
        open.hand_in(seat, "p01");
    }
    let none = |_: &_| 0;
    open.score("nn", "p01", usize::MAX, none);
    let act = open.session.submit(&crate::sample::seat("nn"), &product("p01"));
    open.seat("nn", act);
    let act = open.session.reveal(&product("p01"), &[]).unwrap();
    open.desk(act);
    let mut program = Driver::opened(SMALL, open);
    program.press("Enter 1 <F9>").sees("mở 7 phiếu").press("<C-f> cong Space thuong Space 1.1 Enter");
    program.sees("lọc: cong thuong 1.1").sees("chấm 1.1");
    assert_snapshot!("history_filtered_80", program.text());
}
