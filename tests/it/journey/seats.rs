//! Choosing a seat, calling the roll, passing the machine on.

use insta::assert_snapshot;
use ocop_council::app::Screen;
use ocop_council::app::sitting::Here;
use ocop_council::council::Presence;

use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::{Sample, seat};

fn sample() -> Sample {
    let mut sample = Sample::new();
    sample.attendance("vh", Presence::Absent, "").attendance("yt", Presence::Present, "Trương Công Định");
    sample.hand_in("ct2", "p01").score("nn", "p01", 5, |_| 0);
    sample
}

fn who(program: &Driver) -> Option<Here> {
    program.app.common.sitting.as_ref().unwrap().who().cloned()
}

#[test]
fn everybody_sees_who_is_here_and_how_far_each_is() {
    let mut program = Driver::opened(SMALL, sample());
    assert_snapshot!("seats_80", program.screen());
    program.press("<C-l>");
    assert_snapshot!("seats_80_en", program.text());
    assert_snapshot!("seats_120", Driver::opened(WIDE, sample()).text());
}

#[test]
fn sitting_down_asks_who_it_is_and_leads_to_the_sheets() {
    let mut program = Driver::opened(SMALL, sample());
    program.press("Down Down Down Enter").sees("Ngồi vào ghế Sở Công Thương?").sees("Nguyễn Đức An");
    assert_eq!(who(&program), None);
    program.press("Enter");
    assert_eq!(who(&program), Some(Here::Seat(seat("ct2"))));
    assert!(matches!(program.app.screen, Screen::Scoring(_)));
    program.press("<F3>").sees("●");
}

#[test]
fn the_desk_is_taken_by_who_may_and_leads_to_the_board() {
    let mut program = Driver::opened(SMALL, sample());
    program
        .press("Enter")
        .sees("ai ghi việc")
        .sees("Thư ký Ngô Thanh Tâm (ghi theo lệnh)")
        .sees_not("(ghi theo lệnh) Sở");
    program.press("2");
    assert_eq!(who(&program), Some(Here::Desk(seat("tk"))));
    assert!(matches!(program.app.screen, Screen::Board(_)));
}

#[test]
fn only_the_desk_calls_the_roll_and_it_shows_once_it_is_saved() {
    let mut program = Driver::opened(SMALL, sample());
    program.press("End <F6>").sees("Lúc này chưa làm được");
    program.press("Home Enter 1 <F3> Down Down").hold();
    program.press("<F6>").sees("có mặt 8/9".replace("có", "Có").as_str()).sees("đang lưu");
    program.save().sees("Có mặt 7/9").sees("đã lưu");
    program.press("<F4> Hoàng Space Long Enter").save().sees("Hoàng Long").sees("đi thay").sees("Có mặt 8/9");
}

#[test]
fn passing_on_hides_everything_until_somebody_has_said_who_they_are() {
    let mut program = Driver::opened(SMALL, sample());
    program.press("Down Down Down Enter Enter <F2>").sees("Màn hình đang được che").sees_not("1/3");
    assert_eq!(who(&program), None);
    assert_snapshot!("seats_hidden_80", program.text());
    program.press("<F1>").sees_not("1/3").press("<F3> <F9>").sees("Lúc này chưa làm được");
    program.press("End Enter Esc").sees("Màn hình đang được che");
    program.press("Enter Enter");
    assert_eq!(who(&program), Some(Here::Seat(seat("tk"))));
    program.sees("không chấm điểm");
}

#[test]
fn a_session_is_left_only_when_everything_is_on_disk() {
    let mut program = Driver::opened(SMALL, sample());
    program.press("Enter 1 <F3> Down").hold().press("<F7> <F3>").sees("Lúc này chưa làm được: quay lại");
    program.save().press("<F3>").sees("OCOP");
    assert!(program.app.common.sitting.is_none());
}
