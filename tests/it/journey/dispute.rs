//! The dispute card: one thing to discuss, fit to be read aloud, and what settles it.

use insta::assert_snapshot;
use ocop_council::app::{Msg, Signs, ThemeName};
use ocop_council::council::{Cell, Reason, ReasonKind, Value};
use ocop_council::rubric::Code;

use crate::disputed::{at_the_desk, disputed};
use crate::driver::{SMALL, WIDE};
use crate::sample::{Sample, product, seat};

/// Further evidence, with words.
pub(crate) fn evidence(words: &str) -> Reason {
    Reason { kind: ReasonKind::Evidence, words: words.to_owned() }
}

/// As disputed, and a second round in which one seat gave 3.5 two points, with a note and the page.
pub(crate) fn second_round() -> Sample {
    let mut sample = disputed();
    let (on, code) = (product("p01"), Code::new("3.5"));
    let ask = sample.session.rescore(&on, vec![seat("nn")], vec![code.clone()], evidence("giấy chứng nhận"));
    sample.desk(ask.unwrap());
    let set = sample.session.set(&on).unwrap();
    let level = set.criterion(&code).unwrap().worth(2)[0];
    let cell = Cell {
        value: Value::Level(level),
        note: "đã xem giấy chứng nhận nhãn hiệu".into(),
        evidence: "trang 12".into(),
        unsure: false,
    };
    let mark = sample.session.mark(&on, &code, cell);
    sample.seat("nn", mark);
    let submit = sample.session.submit(&seat("nn"), &on);
    sample.seat("nn", submit);
    let reveal = sample.session.reveal(&on, &[]).unwrap();
    sample.desk(reveal);
    sample
}

#[test]
fn the_card_asks_the_question_and_says_what_each_answer_does_to_the_star() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter Enter");
    program.sees("3.5 Sở hữu trí tuệ: có đạt yêu cầu tối thiểu của 4★, từ 2 điểm, không?");
    program.sees("Nếu đạt: công nhận 4★").sees("Nếu không: công nhận 3★").sees("PHẢI XỬ LÝ");
    assert_snapshot!("dispute_80", program.screen());
    program.press("<C-l>").sees("is the minimum of 4★, 2 points or more, met?");
    assert_snapshot!("dispute_80_en", program.text());
    let mut program = at_the_desk(WIDE, second_round());
    program
        .press("Enter Down Down Enter")
        .sees("3.5 Sở hữu trí tuệ: các phiếu cách nhau 2 điểm")
        .sees("trang 12")
        .sees("đã xem giấy chứng nhận nhãn hiệu");
    assert_snapshot!("dispute_120", program.screen());
}

#[test]
fn the_clock_counts_the_minutes_and_decides_nothing() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter Enter").sees("đã thảo luận 0 phút");
    program.tell(Msg::Clock("2026-11-28T14:12:59+07:00".into())).sees("đã thảo luận 7 phút");
    program.press("<C-n>").sees("NỘI DUNG 2/").sees("đã thảo luận 0 phút");
}

#[test]
fn re_score_rule_and_accept_are_the_flows_of_the_discussion() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter Enter <F5>").sees("[x] Sở Y tế").sees("[ ] Chủ tịch").press("Enter Enter 1");
    program.press("<F3>").sees("Chấm lại: NN, YT, KH");
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter Enter <F6>").sees("Đạt → công nhận 4★").press("1 2").sees("đã xử lý ✓");
    program.press("<C-n>").sees("Tổng điểm các phiếu cách nhau 14 điểm").press("<F7> 5 trang Space 12 Enter");
    program.press("<F3>").sees("không còn việc ✓");
}

#[test]
fn after_a_round_the_card_and_the_map_show_before_and_after() {
    let mut program = at_the_desk(SMALL, second_round());
    program.press("Enter");
    program.sees("1→2").sees("Trung bình 83,67 → 83,83");
    assert_snapshot!("reconcile_second_round_80", program.screen());
    program.press("Enter PgDn").sees("Sở Nông nghiệp và Môi trường, 3.5: 1 → 2").sees("Trung bình 83,67 → 83,83");
    let mut program = at_the_desk(WIDE, second_round());
    program.press("Enter").sees("1→2");
    assert_snapshot!("reconcile_second_round_120", program.screen());
}

#[test]
fn the_pictures_keep_their_meaning_in_plain_signs_and_without_colour() {
    let mut program = at_the_desk(WIDE, disputed());
    program.app.common.looks.signs = Signs::Plain;
    program.app.common.looks.theme = ThemeName::NoColour;
    program.press("Enter");
    assert_snapshot!("reconcile_120_plain", program.text());
    assert!(program.text().lines().all(|line| !line.contains(['●', '▲', '═', '─', '★'])), "{}", program.text());
}

#[test]
fn a_thing_that_is_gone_says_so_and_the_next_one_is_a_key_away() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter Down Enter").sees("14 điểm");
    let mut later = second_round();
    for id in ["yt", "htx"] {
        let ask = later.session.rescore(&product("p01"), vec![seat(id)], vec![], evidence("")).unwrap();
        later.desk(ask);
    }
    for (entry, _) in later.session.history() {
        program.tell(Msg::News(ocop_council::app::message::News {
            entries: vec![(**entry).clone()],
            problems: Vec::new(),
        }));
    }
    program.sees("NỘI DUNG").press("<C-n>").sees("NỘI DUNG");
}
