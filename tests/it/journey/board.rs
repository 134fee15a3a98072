//! The Board, by keys: what is waited for, finding, opening and locking many, the matters of the sitting.

use insta::assert_snapshot;
use ocop_council::app::{Effect, Screen};
use ocop_council::council::{ClosedAs, DeskAct, ProductKind, Role, Seat, SeatAct};
use ocop_council::session::PhaseName;

use crate::disputed::{at_the_desk, disputed, handed_in};
use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::{Sample, product, seat};

fn phase(program: &Driver, id: &str) -> PhaseName {
    program.app.common.session().unwrap().phase(&product(id)).name()
}

#[test]
fn it_says_what_is_waited_for_a_raised_ground_first() {
    let mut program = at_the_desk(SMALL, disputed());
    assert_snapshot!("board_80", program.screen());
    program.press("<C-l>");
    assert_snapshot!("board_80_en", program.text());
    assert_snapshot!("board_120", at_the_desk(WIDE, disputed()).screen());
}

#[test]
fn a_blind_product_tells_who_is_missing_and_no_marks() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Down Enter").sees("Đã nộp 4/8 phiếu").sees("Chủ tịch: đang chấm 10/31").sees("chưa chấm");
    program.press("Enter").sees_not("Đã nộp");
}

#[test]
fn a_product_is_found_without_marks_or_by_its_number() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<C-f> nuoc Space mam").sees("Nước mắm").sees_not("Trà vả");
    program.press("Esc").sees("Trà vả");
    program.press("3").sees("Trà vả").sees_not("Nước mắm");
    program.press("Enter").sees("Đã nộp 7/8 phiếu");
    program.press("Enter").sees("Nước mắm").sees("▸   3");
}

#[test]
fn filters_and_orders_go_round() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Tab Tab").sees("cần thảo luận: 2").sees_not("Trà vả");
    program.press("<S-Tab>").sees("đang chờ phiếu: 0").sees("Không có sản phẩm");
    program.press("<S-Tab> <F4> <F4>").sees("xếp theo số sao").press("<F5>");
    assert!(program.take_effects().contains(&Effect::Follow));
}

#[test]
fn nothing_on_screen_depends_on_hidden_sheets() {
    let hidden = |level: usize| {
        let mut sample = Sample::new();
        for id in ["ct", "nn", "ct2"] {
            sample.score(id, "p02", usize::MAX, |criterion| level.min(criterion.levels.len() - 1));
            let act = sample.session.submit(&seat(id), &product("p02"));
            sample.seat(id, act);
        }
        sample
    };
    let (mut high, mut low) = (at_the_desk(WIDE, hidden(9)), at_the_desk(WIDE, hidden(0)));
    for keys in ["Home", "<F4>", "<F4>", "<F4>", "Down Enter", "Enter <F8>", "Tab", "<F3>"] {
        assert_eq!(high.press(keys).screen(), low.press(keys).screen(), "after {keys}");
    }
}

#[test]
fn all_that_are_ready_open_after_a_list_and_their_number_in_digits() {
    let mut program = at_the_desk(SMALL, handed_in());
    program.press("<C-r>").sees("[x] 1 Nước mắm ruốc").sees("[x] 3 Trà vả").sees_not("[x] 2");
    program.press("Enter 3 Enter").sees("Chưa khớp");
    assert_eq!(phase(&program, "p01"), PhaseName::Blind);
    program.press("Backspace 2 Enter");
    assert_eq!([phase(&program, "p01"), phase(&program, "p03")], [PhaseName::Revealed; 2]);
    program.press("<C-k>").sees("100,00  5★  3 Trà vả").press("Enter 1 Enter");
    assert_eq!(phase(&program, "p03"), PhaseName::Locked);
}

#[test]
fn one_product_opens_after_a_look_at_who_has_no_sheet() {
    let mut program = at_the_desk(SMALL, handed_in());
    program.press("<F6>").sees("Số phiếu được mở: 6").sees("Chuyên gia (không tham gia chấm)");
    program.press("Esc");
    assert_eq!(phase(&program, "p01"), PhaseName::Blind);
    program.press("<F6> Enter");
    assert_eq!(phase(&program, "p01"), PhaseName::Revealed);
    program.press("Down <F6>").sees("!").sees_not("Số phiếu được mở");
}

#[test]
fn a_raised_ground_is_dismissed_or_closes_the_product() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<F7>").sees("Sở Y tế nêu").sees("có sạn").press("1 da Space rua Enter");
    assert!(program.app.common.session().unwrap().open_grounds(&product("p02")).is_empty());
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<F7> 3").sees("có sạn trong mẫu thử").press("Enter");
    let session = program.app.common.session().unwrap();
    assert_eq!(session.closing(&product("p02")).unwrap().0, ClosedAs::Stopped);
}

#[test]
fn seats_that_hold_a_reveal_up_can_be_set_aside_once() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<F7> 1 x Enter Down <C-u>").sees("[x] Chủ tịch").sees("[x] Sở Y tế").sees("[ ] Sở Công Thương");
    program.press("Enter").sees("Số phiếu được mở: 4").sees("để riêng").press("Enter");
    assert_eq!(phase(&program, "p02"), PhaseName::Revealed);
}

#[test]
fn particulars_sets_products_and_the_presiding_are_changed_on_the_record() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("<C-e> 1 <C-u> Mắm Space nêm Enter nhầm Enter").sees("Mắm nêm");
    program.press("<C-e> 6 2 hồ Space sơ Enter");
    let session = program.app.common.session().unwrap();
    assert_eq!(session.product(&product("p01")).unwrap().kind, ProductKind::Upgrade);
    program.press("<C-n> Bánh Space ép Enter Enter 26 Enter nộp Space muộn Enter").sees("Bánh ép");
    program.press("End <C-g> <C-u> 99 Enter").sees("Không có bộ sản phẩm “99”");
    program.press("<C-g> <C-u> 7 Enter nhầm Space bộ Enter");
    let session = program.app.common.session().unwrap();
    assert_eq!(session.products().last().map(|product| product.set), Some(7));
    program.press("<C-x> 3 chủ Space thể Space rút Enter");
    assert_eq!(phase(&program, "p04"), PhaseName::Closed);
    program.press("<C-o> nộp Space lại Enter");
    assert_eq!(phase(&program, "p04"), PhaseName::Blind);
    program.press("<C-t> Họp Space lại Space lúc Space 14 Enter <C-p> 1");
    assert_eq!(program.app.common.session().unwrap().presiding(), Some(seat("nn")));
}

#[test]
fn enter_leads_to_where_the_product_stands() {
    let mut program = at_the_desk(SMALL, disputed());
    program.press("Enter");
    assert!(matches!(program.app.screen, Screen::Reconcile(_)));
    program.press("<F3> <F8>");
    assert!(matches!(program.app.screen, Screen::Verdict(_)));
}

#[test]
fn many_seats_scroll_sideways() {
    let mut sample = disputed();
    for id in ["h1", "h2", "h3"] {
        let title = format!("Hội {}", id.to_uppercase());
        let (name, organisation) = (String::new(), String::new());
        let added = Seat { id: seat(id), title, name, organisation, role: Role::Member, scores: true };
        sample.desk(DeskAct::AddSeat { seat: Box::new(added), reason: "bổ sung".into() });
    }
    let mut program = at_the_desk(SMALL, sample);
    program.sees("CT  NN CT2").sees_not("HH3").press("Right Right Right").sees_not("CT  NN CT2").sees("HH3");
    program.press("Left Left Left").sees("CT  NN CT2");
}

#[test]
fn a_late_ground_of_a_member_shows_at_once() {
    let mut sample = handed_in();
    sample.seat("kh", SeatAct::Raise { product: product("p03"), ground: String::new(), words: "nhãn giả".into() });
    at_the_desk(SMALL, sample).sees("! SP 3: KH nêu căn cứ");
}
