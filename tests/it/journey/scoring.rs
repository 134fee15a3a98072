//! A member's own sheet, from the first digit to handing in, and everything that can stand in the way.

use insta::assert_snapshot;
use ocop_council::app::{Signs, Size, ThemeName};
use ocop_council::council::{Cell, ClosedAs, DeskAct, Presence, Reason, ReasonKind, Value};
use ocop_council::rubric::{Code, LevelId, ProductSet, builtin};

use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::{Sample, best, product, seat};

/// The program with `ct2` (Sở Công Thương) at their sheets.
fn seated(size: Size, sample: Sample) -> Driver {
    let mut program = Driver::opened(size, sample);
    program.press("Down Down Down Enter Enter");
    program
}

/// Fourteen criteria scored, as in the picture of the design.
fn at_work() -> Sample {
    let mut sample = Sample::new();
    sample.hand_in("ct2", "p02").score("ct2", "p01", 14, |criterion| criterion.levels.len() / 2);
    sample
}

fn value(program: &Driver, code: &str) -> Value {
    let session = program.app.common.sitting.as_ref().unwrap().session();
    session.own_marks(&seat("ct2"), &product("p01")).cell(&Code::new(code)).value
}

#[test]
fn the_sheet_at_work() {
    let mut program = seated(SMALL, at_work());
    program.press("Down Down");
    assert_snapshot!("sheet_80", program.screen());
    program.press("<C-l>");
    assert_snapshot!("sheet_80_en", program.screen());
    let mut program = seated(WIDE, at_work());
    program.press("2");
    assert_snapshot!("sheet_120", program.screen());
    program.press("<C-l>");
    assert_snapshot!("sheet_120_en", program.text());
}

#[test]
fn the_card_for_reading_aloud() {
    let mut program = seated(SMALL, at_work());
    program.press("Tab Down");
    assert_snapshot!("card_80", program.screen());
    program.press("<C-l>");
    assert_snapshot!("card_80_en", program.text());
    let mut program = seated(WIDE, at_work());
    program.press("Tab");
    assert_snapshot!("card_120", program.screen());
}

#[test]
fn a_digit_marks_and_goes_on_and_the_mark_is_said_in_words() {
    let mut program = seated(SMALL, at_work());
    program.sees("Đã chấm 14/31").sees("▸ 3.5");
    program.press("2").sees("Đã chấm 15/31").sees("vừa chấm 3.5 = 2: ").sees("(Ctrl-Z lấy lại)").sees("▸ 4.1");
    program.press("4").sees("4.1 không có mức 4 điểm. Các mức: 1 2 3 5; 0 = không đạt mức nào.").sees("▸ 4.1");
    program.press("0").sees("vừa chấm 4.1: không đạt mức nào – 0 điểm").sees("▸ 4.2");
    assert_eq!(value(&program, "4.1"), Value::NoneMet);
}

#[test]
fn a_pending_mark_shows_its_sign_until_it_is_on_disk() {
    let mut program = seated(SMALL, at_work());
    program.hold().press("2").sees("2 …│").sees("đang lưu");
    program.save().sees_not("2 …│").sees("đã lưu ✓");
}

#[test]
fn the_last_acts_are_taken_back_one_by_one() {
    let mut program = seated(SMALL, at_work());
    program.press("2 5 <C-z>").sees("đã lấy lại 4.1: chưa chấm").sees("▸ 4.1");
    program.press("<C-z>").sees("đã lấy lại 3.5: chưa chấm").sees("▸ 3.5");
    assert_eq!((value(&program, "3.5"), value(&program, "4.1")), (Value::Unscored, Value::Unscored));
    program.press("<C-z>").sees("Lúc này chưa làm được: lấy lại");
}

#[test]
fn del_clears_and_backspace_does_nothing() {
    let mut program = seated(SMALL, at_work());
    program.press("2 PgUp Backspace").sees("không dùng ở đây");
    assert_ne!(value(&program, "3.5"), Value::Unscored);
    program.press("Del").sees("vừa chấm 3.5: chưa chấm").sees("Đã chấm 14/31");
    program.press("Del").sees("3.5 chưa có điểm");
}

#[test]
fn a_level_is_moved_to_and_chosen() {
    let mut program = seated(SMALL, at_work());
    program.press("Enter").sees("Gõ số điểm, hoặc ↑↓");
    program.press("Down Down Down Enter").sees("vừa chấm 3.5 = 3");
    program.press("Up Enter").sees("vừa chấm 4.1: không đạt mức nào");
}

#[test]
fn two_levels_of_equal_points_ask_which() {
    let mut program = seated(SMALL, Sample::new());
    program.press("<C-p> 3 Enter").sees("3/3 Trà vả").press("PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn");
    while !program.text().contains("▸ 3.1") {
        program.press("PgDn");
    }
    program.press("1").sees("2 mức cùng 1 điểm").sees("▸ 1");
    assert_snapshot!("two_levels_80", program.screen());
    program.press("Down Enter").sees("vừa chấm 3.1 = 1");
    let session = program.app.common.sitting.as_ref().unwrap().session();
    let cell = session.own_marks(&seat("ct2"), &product("p03")).cell(&Code::new("3.1"));
    assert_eq!(cell.value, Value::Level('b'.try_into().unwrap()));
}

#[test]
fn without_a_story_its_structure_does_not_apply() {
    let mut program = seated(SMALL, at_work());
    program.press("2 5 3 5 0").sees("vừa chấm 5.1 = 0").sees("▸ 5.3");
    program.press("PgUp 1").sees("Không áp dụng: 5.1 đang là 0 điểm.");
}

#[test]
fn notes_evidence_and_doubts_stand_with_the_mark() {
    let mut program = seated(SMALL, at_work());
    program.press("<F5>").sees("Ghi chú cho 3.5");
    program.press("đơn Space đã Space nộp Enter").sees("vừa chấm 3.5: ghi chú: đơn đã nộp").sees("Ghi chú: đơn đã nộp");
    program.press("<F6> tr.12 Enter").sees("Minh chứng: tr.12");
    program.press("<F7>").sees("? Chưa chắc");
    program.press("<F5>").sees("đơn đã nộp").press("Esc 2 PgUp").sees("Ghi chú: đơn đã nộp").sees("2?");
    program.press("<F7>").sees("hết chưa chắc");
}

#[test]
fn the_next_criterion_without_a_mark_wraps_and_says_when_there_is_none() {
    let mut program = seated(SMALL, at_work());
    program.press("End <F4>").sees("▸ 3.5");
    let mut done = Sample::new();
    done.score("ct2", "p01", usize::MAX, best);
    seated(SMALL, done).press("<F4>").sees("Đã chấm đủ mọi tiêu chí");
}

#[test]
fn handing_in_names_what_is_missing_and_goes_there() {
    let mut program = seated(SMALL, at_work());
    program.press("End <F8>").sees("còn 17 tiêu chí chưa chấm: 3.5 · 4.1").sees("▸ 3.5");
}

#[test]
fn a_whole_sheet_is_looked_over_handed_in_and_taken_back() {
    let mut sample = Sample::new();
    sample.score("ct2", "p01", usize::MAX, |criterion| criterion.levels.len() / 2);
    let mut program = seated(SMALL, sample);
    program.press("<F7> <F8>");
    assert_snapshot!("review_80", program.screen());
    program.press("Down Enter").sees_not("XEM LẠI");
    program.press("<F8> <C-l>");
    assert_snapshot!("review_80_en", program.text());
    program.press("<C-l> Enter").sees("Đã nộp phiếu sản phẩm 1: 64 điểm").sees("ĐÃ NỘP PHIẾU – chỉ xem");
    assert_snapshot!("handed_in_80", program.screen());
    program.press("1").sees("Lúc này chưa làm được");
    program.press("<F8>").sees("Rút lại phiếu đã nộp?").press("Enter").sees("Đã rút lại phiếu").sees_not("ĐÃ NỘP");
    program.press("1").sees("vừa chấm");
}

#[test]
fn a_sheet_is_handed_in_only_when_it_is_on_disk() {
    let mut sample = Sample::new();
    sample.score("ct2", "p01", usize::MAX, best);
    let mut program = seated(SMALL, sample);
    program.hold().press("<F8> Enter").sees_not("ĐÃ NỘP").sees("đang lưu");
    program.save().sees("ĐÃ NỘP PHIẾU");
}

#[test]
fn another_product_by_its_number_or_the_next_key() {
    let mut program = seated(SMALL, at_work());
    program.press("<C-p>");
    assert_snapshot!("products_80", program.screen());
    program.press("9").sees("Không có sản phẩm số 9: có từ 1 đến 3.");
    program.press("3 Enter").sees("3/3 Trà vả").sees("bộ 7");
    program.press("]").sees("Đây là sản phẩm cuối cùng.");
    program.press("<C-PgUp>").sees("2/3 Mắm tôm chua").sees("ĐÃ NỘP PHIẾU");
}

#[test]
fn a_member_recuses_with_a_reason_and_comes_back() {
    let mut program = seated(SMALL, at_work());
    program.press("<C-r>").sees("Không tham gia chấm sản phẩm này?").press("Enter").sees("Ô còn trống");
    program.press("người Space nhà Enter").sees("KHÔNG THAM GIA CHẤM sản phẩm này: người nhà");
    assert_snapshot!("recused_80", program.screen());
    program.press("2").sees("Lúc này chưa làm được");
    program.press("<C-r> Enter").sees_not("KHÔNG THAM GIA").press("2").sees("vừa chấm 3.5 = 2");
}

#[test]
fn a_ground_is_raised_by_its_digit_or_in_words_and_taken_back() {
    let mut program = seated(SMALL, at_work());
    program.press("<C-g>");
    assert_snapshot!("grounds_80", program.text());
    program.press("1").sees("Tôi đã nêu: ");
    program.press("<C-g> 8 Enter").sees_not("Tôi đã nêu");
    program.press("<C-g> 7 nhãn Space sai Enter").sees("Tôi đã nêu: nhãn sai – chờ bàn chủ trì");
}

#[test]
fn an_opinion_is_kept_and_comes_back_to_be_changed() {
    let mut program = seated(SMALL, at_work());
    program.press("<C-o> ngon Enter <C-o>").sees("ngon");
}

fn returned() -> Sample {
    let mut sample = Sample::new();
    for id in ["ct", "nn", "ct2", "yt", "kh", "vh", "htx", "cg"] {
        sample.hand_in(id, "p01");
    }
    let reveal = sample.session.reveal(&product("p01"), &[]).unwrap();
    sample.desk(reveal);
    let reason = Reason { kind: ReasonKind::Evidence, words: "giấy chứng nhận mới".to_owned() };
    let asked = vec![Code::new("3.5"), Code::new("4.1")];
    let rescore = sample.session.rescore(&product("p01"), vec![seat("ct2")], asked, reason).unwrap();
    sample.desk(rescore);
    sample
}

#[test]
fn a_returned_sheet_comes_back_filled_and_only_what_was_asked_can_change() {
    let mut program = seated(SMALL, returned());
    program.sees("CHẤM LẠI 3.5 · 4.1").sees("có thêm minh chứng – giấy chứng nhận mới").sees("▸ 3.5");
    program.press("2").sees("▸ 4.1").sees("3→2");
    assert_snapshot!("returned_80", program.screen());
    program.press("Home 1").sees("Không chấm lại 1.1: điểm giữ nguyên.");
    program.press("<F4> 3 <F8> Enter").sees("ĐÃ NỘP PHIẾU");
}

#[test]
fn a_returned_sheet_shows_nobody_elses_marks() {
    let mut other = returned();
    let act = other.session.mark(
        &product("p02"),
        &Code::new("3.5"),
        ocop_council::council::Cell { value: Value::Level('a'.try_into().unwrap()), ..Default::default() },
    );
    other.seat("yt", act);
    assert_eq!(seated(WIDE, returned()).screen(), seated(WIDE, other).screen());
}

#[test]
fn every_phase_that_is_not_for_scoring_says_why() {
    let mut sample = Sample::new();
    for id in ["ct", "nn", "ct2", "yt", "kh", "vh", "htx", "cg"] {
        sample.hand_in(id, "p01");
    }
    let reveal = sample.session.reveal(&product("p01"), &[]).unwrap();
    sample.desk(reveal);
    let close = sample.session.close(&product("p02"), ClosedAs::Withdrawn, "chủ thể rút".to_owned());
    sample.desk(close);
    let mut program = seated(SMALL, sample);
    program.press("<C-p> 1 Enter").sees("CHỈ XEM: đã mở phiếu").press("1").sees("Lúc này chưa làm được");
    program.press("]").sees("CHỈ XEM: sản phẩm đã kết thúc");
}

#[test]
fn a_seat_marked_absent_is_told_so() {
    let mut sample = at_work();
    sample.attendance("ct2", Presence::Absent, "");
    seated(SMALL, sample).sees("Ghế này đang ghi là không có mặt");
}

/// A level by its place.
fn at_level(place: usize) -> Cell {
    Cell { value: LevelId::at(place).map_or(Value::NoneMet, Value::Level), ..Cell::default() }
}

/// Takes in everything of another machine's copy.
fn take(sample: &mut Sample, other: &Sample) {
    for (entry, _) in other.session.history() {
        sample.session.apply((**entry).clone());
    }
}

/// Another machine's copy, on which the member has another log.
fn copy() -> Sample {
    let mut copy = Sample::new();
    copy.attendance("ct2", Presence::Present, "Lê Văn Tư");
    copy
}

/// 3.5 was marked on two machines, differently.
fn torn() -> Sample {
    let (mut sample, mut copy) = (at_work(), copy());
    for (place, sample) in [(0, &mut sample), (2, &mut copy)] {
        let act = sample.session.mark(&product("p01"), &Code::new("3.5"), at_level(place));
        sample.seat("ct2", act);
    }
    take(&mut sample, &copy);
    sample
}

#[test]
fn a_mark_in_two_versions_is_chosen_by_the_member() {
    let mut program = seated(SMALL, torn());
    program.sees("1 ô có hai bản khác nhau").sees("2 BẢN KHÁC NHAU: gõ 1–2 để chọn").sees("·!");
    assert_snapshot!("torn_80", program.screen());
    program.press("End <F8>").sees("1 ô có hai bản khác nhau, hãy chọn: 3.5").sees("▸ 3.5");
    program.press("3").sees("Chỉ có bản 1 đến 2.");
    program.press("2").sees("vừa chấm 3.5 = 3").sees_not("BẢN KHÁC NHAU: gõ");
}

#[test]
fn a_sheet_handed_in_on_two_machines_is_settled_by_the_member() {
    let (mut sample, mut copy) = (Sample::new(), copy());
    sample.hand_in("ct2", "p01");
    copy.score("ct2", "p01", 1, |_| 0).hand_in("ct2", "p01");
    take(&mut sample, &copy);
    let mut program = seated(SMALL, sample);
    program.sees("PHIẾU ĐÃ NỘP Ở HAI NƠI, KHÁC NHAU").sees("▸ 1.1").sees("·!");
    program.press("<F8>").sees("1 ô có hai bản khác nhau, hãy chọn: 1.1");
    program.press("2").sees("vừa chấm 1.1 = 5");
    program.press("<F8> Enter").sees("ĐÃ NỘP PHIẾU").sees_not("HAI NƠI");
}

#[test]
fn sheets_that_differ_are_shown_even_where_the_marks_themselves_agree() {
    let (mut sample, mut copy) = (Sample::new(), copy());
    sample.score("ct2", "p01", usize::MAX, best);
    take(&mut copy, &sample);
    let later = copy.session.mark(&product("p01"), &Code::new("1.1"), at_level(0));
    copy.seat("ct2", later).hand_in("ct2", "p01");
    sample.hand_in("ct2", "p01");
    take(&mut sample, &copy);
    let mut program = seated(SMALL, sample);
    program.sees("HAI NƠI").sees("▸ 1.1").sees("1!").press("2").sees("vừa chấm 1.1 = 5");
    program.press("<F8> Enter").sees("ĐÃ NỘP PHIẾU").sees_not("HAI NƠI");
}

/// The sample with a fourth product, scored by this set.
fn with_product(name: &str, set: ProductSet) -> Sample {
    let mut sample = Sample::new();
    let mut fourth = sample.session.product(&product("p01")).unwrap();
    (fourth.id, fourth.name, fourth.set) = (product("p04"), name.to_owned(), set.no);
    let reason = "nộp thêm".to_owned();
    sample.desk(DeskAct::AddProduct { product: Box::new(fourth), set: Some(Box::new(set)), reason });
    sample
}

/// A product of set 26, whose criterion 8 offers two cases.
fn tourism() -> Sample {
    with_product("Làng du lịch Thủy Biều", builtin::default().set(26).unwrap().clone())
}

/// A product of a set whose criterion 7 has levels worth 1 and 10, as set 25 has.
fn with_a_level_of_ten() -> Sample {
    let mut set = builtin::default().set(9).unwrap().clone();
    set.no = 25;
    let last = &mut set.parts[2].groups;
    last.retain(|group| group.code != Code::new("8"));
    let group = last.iter_mut().find(|group| group.code == Code::new("7")).unwrap();
    (group.max, group.criteria[0].max) = (10, 10);
    group.criteria[0].levels[3].points = 10;
    with_product("Hoa lan", set)
}

#[test]
fn the_first_digit_of_ten_waits_for_the_second_and_says_so() {
    let mut program = seated(SMALL, with_a_level_of_ten());
    program.press("<C-p> 4 Enter");
    while !program.text().contains("▸ 7 ") {
        program.press("PgDn");
    }
    program.press("1").sees("Đã gõ 1: gõ tiếp cho 10 điểm, hoặc Enter lấy 1 điểm.").sees("▸ 7 ");
    program.press("0").sees("vừa chấm 7 = 10").sees("▸ 9 ");
    program.press("PgUp 1 Enter").sees("vừa chấm 7 = 1");
    program.press("PgUp 1 5").sees("7 không có mức 15 điểm. Các mức: 0 1 3 10.").sees("▸ 7 ");
    program.press("1 PgDn PgUp 3").sees("vừa chấm 7 = 3");
}

#[test]
fn a_case_is_chosen_with_its_level() {
    let mut program = seated(SMALL, tourism());
    program.press("<C-p> 4 Enter").sees("4/4 Làng du lịch Thủy Biều");
    while !program.text().contains("▸ 8 ") {
        program.press("PgDn");
    }
    program.press("3").sees("2 mức cùng 3 điểm").sees("Trường hợp a");
    assert_snapshot!("cases_80", program.screen());
    program.press("3 Enter").sees("vừa chấm 8 = 3");
    let session = program.app.common.sitting.as_ref().unwrap().session();
    let cell = session.own_marks(&seat("ct2"), &product("p04")).cell(&Code::new("8"));
    assert_eq!(cell, at_level(3));
}

#[test]
fn without_colour_and_with_plain_signs_everything_is_still_said() {
    let mut program = seated(SMALL, at_work());
    program.app.common.looks.signs = Signs::Plain;
    program.app.common.looks.theme = ThemeName::NoColour;
    program.press("<F7> Down").sees("> 3.5").sees("****").sees_not("★").sees_not("▸");
}

#[test]
fn nothing_of_anothers_sheet_shows_on_ones_own() {
    let hidden = |place: usize| {
        let mut sample = at_work();
        sample.score("yt", "p01", usize::MAX, |_| place);
        let act = sample.session.submit(&seat("yt"), &product("p01"));
        sample.seat("yt", act);
        sample
    };
    for keys in ["2", "Tab", "<C-p>", "<F8>", "<C-p> 2 Enter"] {
        let seen = |place| seated(WIDE, hidden(place)).press(keys).screen();
        assert_eq!(seen(0), seen(1), "{keys}");
    }
}

#[test]
fn a_large_window_has_room_for_the_headings_of_groups() {
    let large = Size { width: 160, height: 50 };
    seated(large, at_work()).sees("6.5 Vị").sees("  6    ").sees("  2    ").sees_not("▼");
    seated(SMALL, at_work()).sees_not("  2    ").sees("▼");
}

#[test]
fn a_note_taken_back_is_said_to_be_a_note() {
    let mut program = seated(SMALL, at_work());
    program.press("<F5> a Enter <C-z>").sees("đã lấy lại 3.5: ghi chú").sees_not("Ghi chú: a");
}

#[test]
fn the_footer_and_the_menu_name_what_can_be_done() {
    let mut program = seated(SMALL, at_work());
    program
        .press("Esc khong Space tham Space gia")
        .sees("Ctrl-R")
        .press("Enter")
        .sees("Không tham gia chấm sản phẩm này?");
}

#[test]
fn once_the_sheets_are_open_a_members_own_screen_shows_the_result_and_where_the_own_sheet_stands() {
    let mut program = Driver::opened(SMALL, crate::disputed::disputed());
    program.press("Home Down Down Enter Enter <C-PgUp>");
    // 84 + 83 + 86 + 77 + 81 + 91 = 502 points of six sheets; this is the seat with 83.
    program.sees("Trung bình 83,67: công nhận 3★. Phiếu này 83, thấp nhất 77, cao nhất 91.");
    assert_snapshot!("opened_80", program.screen());
    program.press("<C-l>").sees("Mean 83.67: recognised, 3★. This sheet 83, lowest 77, highest 91.");
    // On the blind product beside it there is nothing of the kind.
    program.press("<C-PgDn>").sees("2/3").sees_not("Mean").sees_not("lowest");
}
