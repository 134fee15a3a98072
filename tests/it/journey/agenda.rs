//! Things to discuss over all products, by keys: what comes first, why, and the way to the discussion of each; the
//! smallest change that flips a star, which comes later.

use insta::assert_snapshot;
use ocop_council::app::{Effect, Msg, Screen};
use ocop_council::session::Class;

use crate::disputed::{at_the_desk, disputed};
use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::{Sample, product};

/// As disputed, with a second product open on which little is at stake.
fn two_open() -> Sample {
    let mut sample = disputed();
    let reveal = sample.session.reveal(&product("p03"), &[]).unwrap();
    sample.desk(reveal);
    sample
}

fn chosen(program: &Driver) -> String {
    let Screen::Reconcile(screen) = &program.app.screen else { panic!("not in Reconcile:\n{}", program.text()) };
    screen.product().unwrap().to_string()
}

#[test]
fn the_list_over_all_products_begins_with_what_blocks_and_says_why() {
    let mut program = at_the_desk(SMALL, two_open());
    program.press("<C-d>").sees("3★ ↔ 4★").sees("Phải xử lý trước khi khóa");
    assert_snapshot!("agenda_80", program.screen());
    program.press("<C-l>");
    assert_snapshot!("agenda_80_en", program.text());
    let mut program = at_the_desk(WIDE, two_open());
    program.press("<C-d>");
    assert_snapshot!("agenda_120", program.screen());
}

#[test]
fn enter_goes_to_the_product_on_that_very_thing() {
    let mut program = at_the_desk(SMALL, two_open());
    program.press("<C-d> Enter").sees("▸! 3.5");
    assert_eq!(chosen(&program), "p01");
    program.press("<F3> Down Enter").sees("▸! lệch tổng 14");
}

#[test]
fn the_filter_shows_what_blocks_what_decides_and_all() {
    let mut program = at_the_desk(SMALL, two_open());
    program.press("<C-d>").sees("còn mở]");
    program.press("Tab").sees("phải xử lý]").sees_not("Không chặn khóa");
    program.press("Tab").sees("đổi được sao]");
    program.press("Tab").sees("tất cả]");
    program.press("<S-Tab>").sees("đổi được sao]");
}

#[test]
fn a_ruling_takes_a_thing_off_the_list_of_open_ones() {
    let mut program = at_the_desk(SMALL, two_open());
    program.press("<C-d>").sees("3.5 ≥ 2 (4★)");
    program.press("Enter <F6> 1 2 <F3>").sees_not("3.5 ≥ 2 (4★)");
    program.press("Tab Tab Tab").sees("✓");
}

#[test]
fn a_session_without_open_products_has_nothing_to_discuss() {
    let mut program = at_the_desk(SMALL, crate::disputed::handed_in());
    program.press("<C-d>").sees("Không có nội dung nào");
    program.press("Tab Tab Tab").sees("ở các sản phẩm đã mở phiếu");
}

#[test]
fn the_smallest_change_is_said_to_be_worked_out_and_then_shown() {
    let mut program = at_the_desk(WIDE, two_open());
    program.hold().press("<F8>").sees("Đang tính thay đổi nhỏ nhất");
    let effects = program.take_effects();
    assert!(matches!(effects.as_slice(), [Effect::Flips(..)]), "{effects:?}");
    program.give_back(effects).save().sees("Lên 4★ khi:").sees("Không được công nhận khi:").sees_not("Đang tính");
}

#[test]
fn an_answer_made_for_an_older_state_is_dropped() {
    let mut program = at_the_desk(WIDE, two_open());
    program.hold().press("Enter");
    let stale = program.take_effects();
    let [Effect::Flips(judged, docket)] = stale.as_slice() else { panic!("{stale:?}") };
    let old = docket.flips();
    // A ruling comes to be before the answer: the star is 4★ now, and another search is on its way.
    program.press("<F6> 1 2").save().sees("→ công nhận 4★");
    program.tell(Msg::Flips(judged.clone(), old)).sees_not("Lên 4★ khi:");
    program.save().sees("Xuống 3★ khi:");
}

#[test]
fn what_was_dealt_with_gives_way_to_the_next_one_and_the_list_is_one_key_away() {
    let mut program = at_the_desk(SMALL, two_open());
    // All of them show: what is settled goes to the end.
    program.press("<C-d> Tab Tab Tab Enter").sees("▸! 3.5");
    // The card, a ruling on it, and back over both screens at once.
    program.press("Enter <F6> 1 2 <C-d>").sees("tất cả]");
    let Screen::Agenda(list) = &program.app.screen else { panic!("not the list:\n{}", program.text()) };
    assert_eq!(list.cursor().at(9), Some(0), "the next one stands where the other one stood");
    assert_ne!(list.chosen().unwrap().class(), Class::Settled);
    // Nothing lies between the list and the board any more.
    program.press("<F3>");
    assert!(matches!(program.app.screen, Screen::Board(_)), "{}", program.text());
}
