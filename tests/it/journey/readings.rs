//! How the council reads each criterion, by keys: a bar a criterion, no names, and a reading agreed that is shown to
//! every member who scores it from then on.

use insta::assert_snapshot;

use crate::disputed::{at_the_desk, disputed, handed_in};
use crate::driver::{Driver, SMALL, WIDE};

#[test]
fn each_criterion_has_a_bar_and_says_between_which_levels() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<C-d> <F4>").sees("Cách hiểu tiêu chí").sees("█");
    assert_snapshot!("readings_80", program.screen());
    program.press("<C-l>");
    assert_snapshot!("readings_80_en", program.text());
    let mut program = at_the_desk(WIDE, disputed());
    program.press("<C-d> <F4>");
    assert_snapshot!("readings_120", program.screen());
}

#[test]
fn no_seat_is_named() {
    let mut program = at_the_desk(WIDE, disputed());
    program.press("<C-d> <F4>");
    for _ in 0..8 {
        let text = program.text();
        let below = text.split_once('\n').unwrap().1;
        for title in ["Sở Y tế", "YT", "Sở Công Thương", "HTX", "Chuyên gia"] {
            assert!(!below.contains(title), "{title} is named:\n{text}");
        }
        program.press("Down");
    }
}

#[test]
fn a_reading_agreed_is_shown_on_the_criterion_while_scoring() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<C-d> <F4> Enter").sees("Cách hiểu thống nhất cho tiêu chí");
    program.press("chỉ Space tính Space giấy Space đã Space cấp Enter").sees("Thống nhất: chỉ tính giấy đã cấp");
    program.press("<C-l>").sees("Agreed: chỉ tính giấy đã cấp").press("<C-l>");
    let code = first_criterion(&program);
    // A member sees it on that criterion, on the product opened and on a blind one of the same set.
    program.press("<F2>");
    scores(&mut program);
    go_to(&mut program, &code);
    program.sees("Thống nhất: chỉ tính giấy đã cấp");
    assert_snapshot!("scoring_with_a_reading_80", program.text());
    program.press("<C-p> Down Enter").sees("2/3 Mắm tôm chua");
    go_to(&mut program, &code);
    program.sees("Thống nhất: chỉ tính giấy đã cấp");
}

#[test]
fn nothing_is_compared_before_a_reveal() {
    let mut program = at_the_desk(SMALL, handed_in());
    program.press("<C-d> <F4>").sees("Chưa mở phiếu sản phẩm nào");
}

fn first_criterion(program: &Driver) -> String {
    let session = program.app.common.session().unwrap();
    session.agreed_readings()[0].criterion.code.to_string()
}

/// The first member takes the seat and goes to the blind product.
fn scores(program: &mut Driver) {
    program.press("Home Down Down Down Enter Enter");
}

fn go_to(program: &mut Driver, code: &str) {
    for _ in 0..40 {
        if program.text().lines().any(|line| line.contains('▸') && line.contains(code)) {
            return;
        }
        program.press("<PgDn>");
    }
}
