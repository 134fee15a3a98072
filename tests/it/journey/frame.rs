//! What every screen has around it.

use insta::assert_snapshot;
use ocop_council::app::{Effect, Msg, Size};
use ocop_council::council::{DeskAct, ProductField};
use ocop_council::i18n::Lang;

use crate::disputed::disputed;
use crate::driver::{Driver, SMALL};
use crate::sample::product;

#[test]
fn a_window_too_small_says_which_size_is_needed() {
    Driver::start(Size { width: 60, height: 20 }).sees("60×20").sees("80×24");
}

#[test]
fn one_key_switches_the_language_everywhere() {
    let mut program = Driver::start(SMALL);
    program.press("<C-l>").sees("Looking for sessions");
    assert_eq!(program.app.common.lang, Lang::En);
    program.press("Esc <C-l>").sees("Làm được lúc này");
}

#[test]
fn the_menu_lists_what_can_be_done_now_and_does_it() {
    let mut program = Driver::start(SMALL);
    program.press("Esc").sees("Làm được lúc này");
    assert_snapshot!(program.screen());
    program.press("tro Space giup Enter").sees("Mọi màn hình");
    // The keys that stand in it do what they say there, too.
    Driver::start(SMALL).press("Esc <F1>").sees("Mọi màn hình");
    Driver::start(SMALL).press("Esc <C-o>").sees("Đường dẫn");
}

#[test]
fn a_letter_of_an_input_method_is_answered_by_a_hint() {
    Driver::start(SMALL).press("ư").sees("Bộ gõ tiếng Việt đang bật");
    Driver::start(SMALL).press("Backspace").sees("không dùng ở đây");
}

#[test]
fn a_field_shows_the_terminals_cursor_where_the_next_letter_goes() {
    let mut program = Driver::start(SMALL);
    assert_eq!(program.cursor(), None);
    program.press("<C-o> tieengs");
    let (column, row) = program.cursor().expect("a field has the cursor");
    program.press("Backspace Backspace Backspace Backspace Backspace ếng").sees("tiếng");
    assert_eq!(program.cursor(), Some((column - 2, row)));
    program.tell(Msg::Paste(" Việt\n".to_owned())).press("Enter");
    assert!(program.take_effects().contains(&Effect::Open("tiếng Việt".into())));
}

#[test]
fn leaving_asks_once() {
    let mut program = Driver::start(SMALL);
    program.press("<C-q>").sees("Đóng chương trình?");
    program.press("Esc");
    assert!(!program.take_effects().contains(&Effect::Quit));
    program.press("<C-q> Enter");
    assert!(program.take_effects().contains(&Effect::Quit));
}

#[test]
fn however_long_the_names_the_phase_and_who_sits_here_always_show() {
    let mut sample = disputed();
    let name = "Nước mắm ruốc đặc biệt ủ chum sành ba năm của làng nghề truyền thống ven phá Tam Giang";
    let long = |product, value: &str| DeskAct::Correct {
        product,
        field: ProductField::Name,
        value: value.into(),
        reason: "ghi đủ tên".into(),
    };
    sample.desk(long(product("p01"), name)).desk(long(product("p02"), name));
    let mut program = Driver::opened(SMALL, sample);
    program.press("Home Down Down Down Down Down Down Enter Enter");
    program.sees("Sở Văn hóa").sees("đã lưu ✓").sees("1/3 Nước mắm").sees("đã mở phiếu");
    program.press("<C-PgDn>").sees("2/3 Nước mắm").sees("chấm kín").sees("đã lưu ✓");
    program.press("<F2> Home Enter 1 Enter").sees("1/3 Nước mắm").sees("đã mở phiếu, vòng 1").sees("Bàn chủ trì");
    program.press("<F8>").sees("đã mở phiếu, vòng 1 ").sees("Bàn chủ trì").sees("đã lưu ✓");
    assert_snapshot!("long_names_80", program.text().lines().next().unwrap());
}
