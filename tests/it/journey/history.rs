//! The record of the session, as far as who sits here may see it.

use insta::assert_snapshot;
use ocop_council::app::Msg;
use ocop_council::app::message::News;
use ocop_council::council::{Back, ClosedAs, DeskAct, Presence};

use crate::disputed::{at_the_desk, disputed, handed_in};
use crate::driver::{Driver, SMALL, WIDE};
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

#[test]
fn it_can_be_narrowed_to_the_product_or_the_seat_of_a_line_and_back() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<F9> Home").sees("điểm danh Sở Văn hóa").press("End <F4>").sees("lọc: Mắm tôm chua");
    program.sees_not("Nước mắm ruốc").press("<F5>").sees("lọc: Mắm tôm chua · Sở Y tế").sees("1/");
    program.press("<F5> <F4>").sees("Nước mắm ruốc").sees_not("lọc:");
}

#[test]
fn what_does_not_hold_waits_or_came_late_can_be_shown_alone() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<F9> Tab").sees("Mọi việc đều có hiệu lực");
    let mut sample = handed_in();
    let mut laptop = Sample { session: sample.session.clone(), pens: std::collections::BTreeMap::new() };
    let back = laptop.session.take_back(&product("p01"));
    laptop.seat("nn", back);
    let reveal = sample.session.reveal(&product("p01"), &[]).unwrap();
    sample.desk(reveal);
    for (entry, _) in laptop.session.history() {
        sample.session.apply((**entry).clone());
    }
    let mut program = at_the_desk(SMALL, sample);
    program.press("<F9> Tab").sees("rút lại phiếu").sees("đến muộn").sees("chỉ việc vướng");
    assert_snapshot!("history_odd_80", program.text());
    program.press("<C-l>").sees("took the sheet back").sees("late, in");
}

#[test]
fn the_board_as_it_stood_at_an_act_is_loudly_marked_and_takes_nothing() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<F9> <C-f> mam Space ruoc Space nop Enter").sees("lọc: mam ruoc nop").press("Enter");
    program.sees("NHƯ LÚC 28/11 14:05 · nộp phiếu").sees("CHỈ XEM, F3 VỀ HIỆN TẠI").sees_not("83,67");
    assert_snapshot!("history_then_80", program.screen());
    let held = program.app.common.sitting.as_ref().unwrap().session().len();
    program.press("<C-r>").sees_not("Mở phiếu").press("<F6>").sees_not("Mở phiếu").press("<C-t>").sees_not("biên bản:");
    program.press("<C-x> <C-e> <C-n> <C-k> <C-p> <C-o>").sees("CHỈ XEM");
    assert_eq!(program.app.common.sitting.as_ref().unwrap().session().len(), held);
    assert!(program.app.dialogs.is_empty());
    program.press("<F3>").sees("Lịch sử").sees_not("CHỈ XEM");
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<F9> <C-f> mo Space 6 Space phieu Enter Enter").sees("83,67").press("Enter");
    program.sees("CHỈ XEM").sees("CẦN THẢO LUẬN").press("<F5> <F6> <F7>").sees("CẦN THẢO LUẬN");
    assert!(program.app.dialogs.is_empty());
    let mut program = at_the_desk(WIDE, disputed());
    program.press("<C-l> <F9> End Enter");
    assert_snapshot!("history_then_120_en", program.text());
}

#[test]
fn passing_the_machine_on_ends_the_looking_back() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<F9> Enter").sees("CHỈ XEM").press("<F2>").sees_not("CHỈ XEM");
    assert!(program.app.common.past().is_none());
}

#[test]
fn what_becomes_hidden_while_one_looks_back_is_hidden_there_at_once() {
    let mut sample = disputed();
    let mut program =
        at_the_desk(SMALL, Sample { session: sample.session.clone(), pens: std::collections::BTreeMap::new() });
    program.press("<F9> End Enter").sees("83,67");
    let close = DeskAct::Close { product: product("p01"), how: ClosedAs::PutOff, ground: "nhầm".into() };
    sample.desk(close);
    let back = DeskAct::Reopen { product: product("p01"), to: Back::Blind(None), reason: "chấm lại".into() };
    sample.desk(back);
    let entries = sample.session.history().into_iter().map(|(entry, _)| (**entry).clone()).collect();
    program.tell(Msg::News(News { entries, problems: Vec::new() })).sees("CHỈ XEM").sees_not("83,67");
}
