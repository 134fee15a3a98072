//! Why this star: one page in plain sentences, by one key from Board, Reconcile, Verdict and a member's own sheet.

use insta::assert_snapshot;
use ocop_council::app::Screen;
use ocop_council::council::{Back, DeskAct};

use crate::disputed::{answer, at_the_desk, disputed};
use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::{Sample, product, seat};

/// Two rounds, a ruling, an acceptance, the lock.
fn settled() -> Sample {
    let mut sample = crate::journey::dispute::second_round();
    for key in sample.session.things(&product("p01")).into_iter().filter(|thing| thing.blocking).map(|thing| thing.key)
    {
        let reason = crate::journey::dispute::evidence("trang 12");
        let act = sample.session.accept(&product("p01"), key, reason).unwrap();
        sample.desk(act);
    }
    let lock = sample.session.lock(&product("p01"), None).unwrap();
    sample.desk(lock);
    sample
}

#[test]
fn the_page_answers_first_and_then_tells_everything_from_the_first_mark_to_the_lock() {
    let mut program = at_the_desk(SMALL, settled());
    program.press("<C-w>");
    // 84 + 84 + 86 + 77 + 81 + 91 = 503 points of six sheets.
    program.sees("Kết quả đã khóa").sees("= 503 điểm. Trung bình 503/6 = 83,83.");
    assert_snapshot!("why_80", program.screen());
    program.press("End").sees("3.5: 1 → 2; tổng 83 → 84").sees("Khóa kết quả");
    assert_snapshot!("why_end_80", program.text());
    program.press("<C-l>").sees("scored again: 3.5: 1 → 2");
    assert_snapshot!("why_80_en", program.text());
    let mut program = at_the_desk(WIDE, settled());
    program.press("<C-w>");
    assert_snapshot!("why_120", program.text());
}

#[test]
fn of_a_blind_product_the_page_says_only_that_it_is_blind() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Down <C-w>").sees("đang chấm kín").sees_not("phiếu").sees_not("Nộp");
    let mut again = settled();
    let back = DeskAct::Reopen { product: product("p01"), to: Back::Blind(None), reason: "chấm lại cả".into() };
    again.desk(back);
    let mut program = at_the_desk(SMALL, again);
    program.press("<C-w>").sees("đang chấm kín").sees_not("503").sees_not("DIỄN BIẾN");
}

#[test]
fn one_key_opens_the_page_from_every_screen_of_a_product() {
    let mut program = at_the_desk(SMALL, disputed());
    let on_it = |program: &Driver| matches!(program.app.screen, Screen::Why(_));
    program.press("Enter <C-w>");
    assert!(on_it(&program), "from Reconcile");
    program.press("<F3> Enter <C-w>");
    assert!(on_it(&program), "from the card");
    program.press("<F3> <F3> <F8> <C-w>");
    assert!(on_it(&program), "from Verdict");
    program.press("<C-n> <C-n> <C-p>").sees("2/3 Mắm tôm chua");
    let mut member = Driver::opened(SMALL, disputed());
    member.press("Home Down Down Enter Enter <C-PgUp> <C-w>");
    assert!(on_it(&member), "from a member's own sheet");
}

#[test]
fn an_answer_that_is_not_open_yet_shows_no_points() {
    let mut sample = disputed();
    let reason = crate::journey::dispute::evidence("");
    let codes = vec![ocop_council::rubric::Code::new("3.5")];
    let ask = sample.session.rescore(&product("p01"), vec![seat("nn")], codes, reason).unwrap();
    sample.desk(ask);
    answer(&mut sample, "nn", "p01", "3.5", 2);
    let mut program = at_the_desk(SMALL, sample);
    program.press("<C-w> End").sees("phiếu này chưa mở").sees_not("1 → 2");
}
