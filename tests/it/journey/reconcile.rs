//! Reconcile, by keys: what there is to discuss, what it would do to the star, and how it is settled.

use insta::assert_snapshot;
use ocop_council::app::Screen;
use ocop_council::council::{ClosedAs, DeskAct, MinimumId, Presence, Reason, ReasonKind, SeatAct};
use ocop_council::rubric::{Code, Star};
use ocop_council::session::{PhaseName, Session};

use crate::disputed::{answer, at_the_desk, disputed, handed_in};
use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::{Sample, product, seat};

fn session(program: &Driver) -> &Session {
    program.app.common.session().unwrap()
}

/// As disputed, with three seats asked to look at 3.5 again.
fn rescoring() -> Sample {
    let mut sample = disputed();
    let codes = vec![Code::new("3.5")];
    let seats = ["nn", "yt", "kh"].map(seat).to_vec();
    let reason = Reason { kind: ReasonKind::Evidence, words: String::new() };
    let ask = sample.session.rescore(&product("p01"), seats, codes, reason).unwrap();
    sample.desk(ask);
    sample
}

#[test]
fn it_shows_who_differs_what_is_to_be_settled_and_what_it_would_do() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter");
    assert_snapshot!("reconcile_80", program.screen());
    program.press("<C-l>");
    assert_snapshot!("reconcile_80_en", program.text());
    let mut program = at_the_desk(WIDE, disputed());
    program.press("Enter");
    assert_snapshot!("reconcile_120", program.screen());
    program.press("<C-l> Tab Down");
    assert_snapshot!("reconcile_120_en_all", program.text());
}

#[test]
fn a_ruling_takes_a_digit_for_met_and_a_digit_for_why() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter <F6>").sees("Đạt → công nhận 4★").sees("Không đạt → công nhận 3★");
    program.press("1").sees("3.5: đạt. Lý do").press("2");
    program.sees("1 phải xử lý").sees("→ công nhận 4★").sees("✓ 3.5 ≥ 2 (4★)");
    assert_eq!(session(&program).verdict(&product("p01")).unwrap().mean.num, 502);
    program.press("<C-l>").sees("recognised, 4★");
}

#[test]
fn what_stands_is_accepted_with_a_reason_and_then_the_lock_is_free() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter <F6> 2 4 <F7> 5 trang Space 12 Enter").sees("không còn việc ✓");
    program.press("Down Down").sees("✓");
    program.press("<F8>").sees("Khóa được: Enter").press("Enter").sees("ĐÃ KHÓA");
    assert_eq!(session(&program).phase(&product("p01")).name(), PhaseName::Locked);
}

#[test]
fn a_re_scoring_asks_the_seats_on_the_thing_about_its_criterion() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter <F5>").sees("[x] Sở Y tế").sees("[ ] Chủ tịch");
    program.press("Enter").sees("[x] 3.5 Sở hữu trí tuệ").sees("[ ] 1.1").press("Enter 1");
    program.sees("Chấm lại: NN, YT, KH").sees("83,67");
    program.press("<F4> Down Space Space Enter đã Space rõ Enter").sees("Chấm lại: YT, KH");
}

#[test]
fn figures_stay_until_the_sheets_open_again() {
    let mut sample = rescoring();
    answer(&mut sample, "nn", "p01", "3.5", 2);
    let mut program = at_the_desk(SMALL, sample);
    program.press("Enter").sees("đã nộp: NN · số liệu lần mở phiếu trước").sees("83,67").sees("3 đạt, 3 không");
    assert_snapshot!("reconcile_rescoring_80", program.text());
    program.press("<C-r>").sees("83,67").sees_not("Mở phiếu sản phẩm 1?");
    let mut sample = rescoring();
    for id in ["nn", "yt", "kh"] {
        answer(&mut sample, id, "p01", "3.5", 2);
    }
    let mut program = at_the_desk(SMALL, sample);
    program.press("Enter <C-r> Enter").sees("vòng 2").sees("84,17").sees("→ công nhận 4★");
}

#[test]
fn what_came_late_is_taken_in_or_left_out_on_the_record() {
    let late = || {
        let mut sample = disputed();
        sample.attendance("vh", Presence::Present, "");
        // Scored on another machine before it knew of the reveal.
        let behind = handed_in();
        let mut other = Sample { session: behind.session, pens: std::collections::BTreeMap::new() };
        other.attendance("vh", Presence::Present, "");
        other.hand_in("vh", "p01");
        for (entry, _) in other.session.history() {
            if entry.author == ocop_council::council::Author::Seat(seat("vh")) {
                sample.session.apply((**entry).clone());
            }
        }
        sample
    };
    let mut program = at_the_desk(SMALL, late());
    program.press("Enter").sees("VH: đến sau khi mở phiếu").sees("3 phải xử lý");
    program.press("<F7> 6 đến Space muộn Enter").sees("2 phải xử lý").sees("83,67");
    let mut program = at_the_desk(SMALL, late());
    program.press("Enter <F6>").sees("Số phiếu được mở: 7").press("Enter").sees("vòng 2");
}

#[test]
fn two_decisions_that_met_are_settled_by_the_desk() {
    let mut sample = disputed();
    let mut other = Sample { session: sample.session.clone(), pens: std::collections::BTreeMap::new() };
    let close = |how, ground: &str| DeskAct::Close { product: product("p01"), how, ground: ground.into() };
    sample.desk(close(ClosedAs::Withdrawn, "rút"));
    other.desk(close(ClosedAs::PutOff, "để lại"));
    for (entry, _) in other.session.history() {
        sample.session.apply((**entry).clone());
    }
    let mut program = at_the_desk(SMALL, sample);
    program.sees("1 sản phẩm có hai quyết định khác nhau").press("Enter").sees("hai quyết định khác nhau về sản phẩm");
    assert_snapshot!("reconcile_contested_80", program.text());
    program.press("<F6>").sees("Về chấm kín").press("2 gộp Space bản Enter");
    assert_eq!(session(&program).phase(&product("p01")).name(), PhaseName::Blind);
}

#[test]
fn a_ruling_made_in_two_ways_is_settled_by_ruling_once_more() {
    let mut sample = disputed();
    let mut other = Sample { session: sample.session.clone(), pens: std::collections::BTreeMap::new() };
    for (copy, met) in [(&mut sample, true), (&mut other, false)] {
        let minimum = MinimumId { criterion: Code::new("3.5"), star: Star::FOUR };
        let reason = Reason { kind: ReasonKind::Evidence, words: String::new() };
        let act = copy.session.rule(&product("p01"), minimum, met, reason).unwrap();
        copy.desk(act);
    }
    for (entry, _) in other.session.history() {
        sample.session.apply((**entry).clone());
    }
    let mut program = at_the_desk(SMALL, sample);
    program.press("Enter").sees("3.5 (4★): hai kết luận khác nhau").sees("F6 kết luận lại");
    program.press("<C-l>").sees("3.5 (4★): two rulings differ").sees("F6 rules once more").press("<C-l>");
    program.press("<F8>").sees("hai kết luận khác nhau").sees("kết luận lại một lần").press("<F6>");
    program.press("<F6>").sees("Đạt → công nhận 4★").press("1 2");
    program.sees_not("hai kết luận khác nhau").sees("→ công nhận 4★");
}

#[test]
fn a_ground_raised_on_open_sheets_comes_first_and_holds_the_lock_up() {
    let mut sample = disputed();
    let ground = SeatAct::Raise { product: product("p01"), ground: String::new(), words: "nhãn giả".into() };
    sample.seat("yt", ground);
    let mut program = at_the_desk(SMALL, sample);
    program.press("Enter").sees("▸! căn cứ loại do YT nêu").sees("3 phải xử lý").sees("nhãn giả");
    program.press("<F6> 1 đã Space rõ Enter").sees("2 phải xử lý").sees_not("căn cứ loại");
}

#[test]
fn the_conclusion_and_a_remark_are_written_down() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter <C-e> Đề Space nghị Space 3 Space sao Enter <C-t> ghi Enter");
    assert_eq!(session(&program).conclusion(&product("p01")).as_deref(), Some("Đề nghị 3 sao"));
    program.press("<C-n>").sees("Không còn sản phẩm nào có việc").press("<F8>").sees("Kết luận: Đề nghị 3 sao");
    assert!(matches!(program.app.screen, Screen::Verdict(_)));
}

#[test]
fn nothing_on_the_screen_judges_a_member() {
    let mut program = at_the_desk(WIDE, rescoring());
    program.press("Enter");
    for _ in 0..8 {
        for word in ["khắt khe", "dễ dãi", "nghiêm", "nhượng", "sai", "severe", "lenient"] {
            program.sees_not(word);
        }
        program.press("Down");
    }
}
