//! New: a session made wholly on screen, by keys alone.

use insta::assert_snapshot;
use ocop_council::app::bring::{Brought, Planned, Wanted};
use ocop_council::app::key::Key;
use ocop_council::app::message::{HowOpened, Opened};
use ocop_council::app::{Effect, Msg, Size};
use ocop_council::council::{Charter, Draft, Purpose};
use ocop_council::intake::charter::{self, Called};
use ocop_council::intake::{council, products, rules};
use ocop_council::store;

use crate::cli::Desk;
use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::Sample;

const CALLED: Called<'_> = Called { title: "t", date: "d", rubric: "r", council: "c", products: "p" };

/// Home, then F4.
fn begun(size: Size) -> Driver {
    let mut program = Driver::start(size);
    program.tell(Msg::Library(Vec::new())).press("F4").take_effects();
    program
}

/// Types text as it is, blanks and all.
fn typed<'a>(program: &'a mut Driver, text: &str) -> &'a mut Driver {
    for c in text.chars() {
        program.tell(Msg::Key(Key::char(c)));
    }
    program
}

/// Page 1 filled in, on page 2 with the preset of nine.
fn with_council(size: Size) -> Driver {
    let mut program = begun(size);
    typed(&mut program, "Phiên đợt 2 năm 2026").press("Enter");
    typed(&mut program, "Huế").press("F8 1");
    program
}

/// Types products: name, producer, and what is pressed at the set.
fn type_products(program: &mut Driver, products: &[(&str, &str, &str)]) {
    for (name, producer, at_set) in products {
        typed(program, name).press("Enter");
        typed(program, producer).press("Enter").press(at_set);
    }
}

const TYPED: [(&str, &str, &str); 3] = [
    ("Nước mắm Bến Mây", "HTX Bến Mây", "Enter"),
    ("Rượu Đồi Sương", "", "14 Enter"),
    ("Mít sấy Rẫy Xanh", "", "Enter"),
];

/// On page 3 with three products typed.
fn with_products(size: Size) -> Driver {
    let mut program = with_council(size);
    program.press("F8 1");
    type_products(&mut program, &TYPED);
    program.press("Enter");
    program
}

/// Answers the last question for a file as the shell does, from the bytes given.
fn bring(program: &mut Driver, text: &str) {
    let wanted = program
        .take_effects()
        .into_iter()
        .find_map(|effect| if let Effect::Bring(wanted) = effect { Some(wanted) } else { None })
        .expect("a file is asked for");
    let read = match &wanted {
        Wanted::Products { path, rubric } => {
            let against = products::Against { sets: &rubric.sets, total: 100, taken: &[] };
            products::read_listed(path.to_str().unwrap(), text.as_bytes(), against).map(Brought::Products)
        }
        Wanted::Council { path, rules } => {
            council::read(path.to_str().unwrap(), text.as_bytes(), rules).map(Brought::Council)
        }
        Wanted::Rules(path) => rules::read(path.to_str().unwrap(), text.as_bytes()).map(Brought::Rules),
        Wanted::Rubric(_) => panic!("no rubric is read here"),
    };
    program.tell(match read {
        Ok(brought) => Msg::Brought(brought),
        Err(faults) => Msg::NotBrought(wanted, faults.into()),
    });
}

/// Finds the folder that is asked for.
fn plan(program: &mut Driver) -> &mut Driver {
    let title = program
        .take_effects()
        .into_iter()
        .find_map(|effect| if let Effect::Plan { title, .. } = effect { Some(title) } else { None })
        .expect("a folder is asked for");
    let path = format!("/home/thu-ky/.local/share/ocop-council/sessions/{}", store::file_name(&title)).into();
    program.tell(Msg::Planned(Planned { path, temporary: false }))
}

/// The session that Enter asked for.
fn created(program: &mut Driver) -> Draft {
    let made = program.take_effects().into_iter().find_map(|effect| match effect {
        Effect::Create { draft, .. } => Some(*draft),
        _ => None,
    });
    made.unwrap_or_else(|| panic!("nothing was made:\n{}", program.text()))
}

fn charter_of(draft: Draft) -> Charter {
    charter::build(draft, "00".to_owned(), CALLED).unwrap()
}

#[test]
fn every_page_at_both_sizes_and_in_both_languages() {
    let mut program = begun(SMALL);
    typed(&mut program, "Phiên đợt 2 năm 2026");
    assert_snapshot!("new_session_80", program.screen());
    assert_snapshot!("new_session_80_en", program.press("Down Down Down Down Down <C-l>").text());
    program.press("<C-l> F8");
    assert_snapshot!("new_presets_80", program.text());
    let mut program = with_council(SMALL);
    assert_snapshot!("new_council_80", program.screen());
    assert_snapshot!("new_council_80_en", program.press("<C-l>").text());
    assert_snapshot!("new_seat_80", program.press("<C-l> F4").text());
    let mut program = with_council(SMALL);
    program.press("F8 1");
    typed(&mut program, "Nước mắm Bến Mây").press("Enter Enter");
    assert_snapshot!("new_product_80", program.screen());
    assert_snapshot!("new_product_80_en", program.press("<C-l>").text());
    let mut program = with_products(SMALL);
    assert_snapshot!("new_products_80", program.text());
    program.press("F8");
    assert_snapshot!("new_rules_80", program.screen());
    assert_snapshot!("new_rules_80_en", program.press("<C-l>").text());
    program.press("<C-l> F8");
    assert_snapshot!("new_review_80", plan(&mut program).text());
    assert_snapshot!("new_review_80_en", program.press("<C-l>").text());
    let mut program = with_products(WIDE);
    assert_snapshot!("new_products_120", program.press("F4").text());
    assert_snapshot!("new_rules_120", program.press("F3 F8 Down Down Down").text());
}

/// The screen and the command line make one and the same charter, but for its random digits.
#[test]
fn a_session_made_by_keys_has_the_charter_that_the_command_line_makes() {
    let mut program = begun(SMALL);
    typed(&mut program, "Phiên đợt 2").press("Enter");
    typed(&mut program, "Huế").press("Enter <C-u> 1/12/2026 Enter");
    typed(&mut program, "1204/QĐ-UBND").press("F8 1");
    // The third seat goes; the next but one gets a name and a role, the secretary scores, an expert is added.
    program.press("Down Down Del Enter Down Enter Tab");
    typed(&mut program, "Trần Văn Bình").press("Tab Tab Left Left F8 End Space F4");
    typed(&mut program, "Chuyên gia thị trường").press("F8 F8 1");
    type_products(&mut program, &TYPED);
    program.press("Enter Up F6 F8 Down F8");
    plan(&mut program).sees("Đủ mọi thứ").press("Enter");
    let by_keys = charter_of(created(&mut program));

    let desk = Desk::new();
    desk.write(
        "p.csv",
        "name,set,producer\nRượu Đồi Sương,14,\nNước mắm Bến Mây,bo 9,HTX Bến Mây\nMít sấy Rẫy Xanh,7,\n",
    );
    desk.write(
        "c.csv",
        "id,title,role,name,scores\nct,Lãnh đạo UBND tỉnh,chair,,\nnn,Sở Nông nghiệp và Môi trường,deputy,,\n\
         yt,Sở Y tế,member,,\nkh,Sở Khoa học và Công nghệ,deputy,Trần Văn Bình,\n\
         vh,\"Sở Văn hóa, Thể thao và Du lịch\",member,,\natp,Chi cục An toàn thực phẩm,member,,\n\
         cg,Chuyên gia mời,member,,\ntk,Văn phòng điều phối OCOP,secretary,,yes\n\
         cgtt,Chuyên gia thị trường,member,,\n",
    );
    let command = [
        "new",
        "s",
        "--title",
        "Phiên đợt 2",
        "--place",
        "Huế",
        "--date",
        "2026-12-01",
        "--decision",
        "1204/QĐ-UBND",
        "--products",
        "p.csv",
        "--council",
        "c.csv",
        "--rules",
        "tay-ninh",
    ];
    desk.done(&command);
    let (mut by_command, _) = store::read_charter(&desk.path("s/charter.ron")).unwrap();
    assert_ne!(by_command.nonce, by_keys.nonce);
    by_command.nonce.clone_from(&by_keys.nonce);
    assert_eq!(by_keys, by_command);
}

#[test]
fn a_proposed_set_is_never_taken_without_a_persons_word() {
    let mut program = with_council(SMALL);
    program.press("F8 1");
    typed(&mut program, "Nước mắm Bến Mây").sees("Đề nghị bộ 9").press("F8");
    typed(&mut program, "Trà rau má").press("Enter Enter F3 F3");
    program.sees("? có thể 9").sees_not("Trà rau má").press("F8 F8");
    plan(&mut program).sees("1 sản phẩm chưa có bộ").press("Enter").sees("3 Sản phẩm");
    assert!(!program.take_effects().iter().any(|effect| matches!(effect, Effect::Create { .. })));
    // Enter at the set is that word.
    program.press("Enter Tab Tab Enter").sees("9 Tương").sees_not("có thể");
}

#[test]
fn sets_that_a_list_lacks_are_proposed_in_one_look_and_the_rest_is_asked() {
    let list = "name,producer\nNước mắm Bến Mây,A\nRượu Đồi Sương,B\nXyz,C\nMít sấy Rẫy Xanh,D\n";
    let mut program = with_council(SMALL);
    program.press("F8 2 sp.csv Enter");
    bring(&mut program, list);
    assert_snapshot!("new_proposals_80", program.text());
    // Left unanswered, nothing is taken.
    program.press("Esc").sees("? có thể 9").sees("? có thể 7").press("F7 Down Space Enter");
    // Mít sấy was unticked: it is asked about like the two for which nothing stands alone.
    program.sees("Sản phẩm thứ 2").press("14 Enter").sees("Sản phẩm thứ 3").sees("chưa gợi ra bộ nào").press("Enter");
    program.sees("Chưa có bộ nào được chọn").press("26 Enter").sees("Sản phẩm thứ 4").press("Enter");
    program.sees("4 sản phẩm, đều đã có bộ").press("F8 F8");
    plan(&mut program).press("Enter");
    let sets: Vec<u8> = created(&mut program).products.iter().map(|product| product.set).collect();
    assert_eq!(sets, [9, 14, 26, 7]);
}

#[test]
fn a_wrong_list_shows_every_place_and_what_is_on_screen_stays() {
    let mut program = with_products(SMALL);
    program.press("F5 sp.csv Enter");
    bring(&mut program, "name,set,self_total\nA,99,\n,9,\nB,7,101\n");
    assert_snapshot!("new_faults_80", program.text());
    program.press("Down Down").sees("self_total").press("F5");
    bring(&mut program, "name,set\nA,9\n");
    program.sees("Đã có sản phẩm").press("1").sees("3 Sản phẩm 4").sees("Nước mắm Bến Mây");
    program.press("F5 sp.csv Enter");
    bring(&mut program, "nothing");
    program.press("F3").sees("3 Sản phẩm 4").sees("Nước mắm Bến Mây");
}

#[test]
fn a_set_is_found_by_number_by_either_name_and_without_marks() {
    let mut program = with_council(SMALL);
    program.press("F8 1");
    typed(&mut program, "Sản phẩm lạ").press("Enter Enter");
    for (search, set) in [("26", " 26 "), ("nuoc mam", "  9 Tương"), ("NƯỚC MẮM", "  9 Tương"), ("Coffee", " 13 ")]
    {
        program.press("<C-u>");
        typed(&mut program, search);
        program.press("").sees(&format!("▸{set}"));
    }
    program.press("<C-u>");
    typed(&mut program, "qqq").sees("Không có bộ nào khớp").press("Enter").sees("Chưa có bộ nào");
}

#[test]
fn going_back_and_forth_and_away_loses_nothing() {
    let mut program = with_products(SMALL);
    program.press("F8 Down Down F3 F3 F3").sees("Phiên đợt 2 năm 2026").press("F8 F8 F8").sees("có mặt 5/9");
    program.press("F3 F3 F3 F3").sees("Phiên đang lập dở").press("3").sees("Tên phiên họp");
    program.press("F3 1").sees("Chưa có phiên họp nào").press("F4").sees("3 Sản phẩm 3").sees("Huế");
    program.press("<C-q>").sees("PHIÊN ĐANG LẬP DỞ SẼ MẤT").press("Esc F1").sees("Phiên mới: phiên họp").press("F3");
    program.press("F3 2 F4").sees("3 Sản phẩm 0").sees_not("Huế").press("F3").sees("Chưa có phiên họp nào");
}

#[test]
fn a_form_with_something_in_it_is_not_left_by_accident() {
    let mut program = with_council(SMALL);
    program.press("F8 1");
    typed(&mut program, "Mật ong").press("F3").sees("F3 lần nữa: bỏ").sees("Mật ong").press("F3");
    program.sees("3 Sản phẩm 0").sees_not("Mật ong");
}

#[test]
fn typing_with_an_input_method_and_pasting_arrive_whole() {
    let mut program = begun(SMALL);
    program.press("tieengs Backspace Backspace Backspace Backspace Backspace ếng").sees("tiếng");
    program.press("<C-u> Pho e \u{302} \u{309}").sees("Phoể").press("<C-u>");
    program.tell(Msg::Paste(" Phiên\r\nđợt 2\t".to_owned())).sees("Phiên đợt 2").press("F8 4");
    program.tell(Msg::Paste("/tai lieu/hội đồng.csv".to_owned())).press("Enter");
    let effects = program.take_effects();
    assert!(matches!(&effects[..], [Effect::Bring(wanted)] if wanted.path().ends_with("hội đồng.csv")), "{effects:?}");
}

#[test]
fn the_cursor_stands_where_the_next_letter_goes() {
    let mut program = begun(SMALL);
    let empty = program.cursor().unwrap();
    typed(&mut program, "Phiên");
    assert_eq!(program.cursor(), Some((empty.0 + 5, empty.1)));
    program.press("Down Down Down Down");
    assert_eq!(program.cursor(), None, "a row of a few values has no field");
}

#[test]
fn an_archived_rubric_is_shown_as_such_and_taken_only_for_a_rehearsal() {
    let mut program = begun(SMALL);
    program.press("Up Down Down Down Down Down Enter").sees("148/QĐ-TTg – lưu trữ, chỉ để tập dượt");
    assert_snapshot!("new_rubrics_80", program.text());
    program.press("2").sees("đã hết hiệu lực").sees("26/2026/QĐ-TTg, hiệu lực từ");
    program.press("Up Space").sees("tập dượt ▸").press("Down Enter 2").sees("148/QĐ-TTg – lưu trữ");
    program.press("Up Space F8 1 F8 1");
    typed(&mut program, "Gạo").press("Enter Enter 3 Enter Enter F8 F8");
    plan(&mut program).sees("bộ tiêu chí đã hết hiệu lực");
}

#[test]
fn what_is_missing_is_named_and_enter_goes_there() {
    let mut program = begun(SMALL);
    program.press("Down Down <C-u> 31/02/2026 F8 5");
    typed(&mut program, "Sở Y tế").press("F8 F8 Esc F8 Down Down F8");
    plan(&mut program);
    for missing in
        ["chưa có tên", "“31/02/2026” không phải ngày", "chưa có chủ tịch", "1 ghế chấm điểm", "chưa có sản phẩm"]
    {
        program.sees(missing);
    }
    program.press("Enter").sees("Tên phiên họp").sees("Chưa có tên phiên họp").take_effects();
}

#[test]
fn rules_of_ones_own_are_read_and_a_secretary_follows_them() {
    let mut program = with_products(SMALL);
    program.press("F8 End Down Down Down Down Down Enter quy-che.ron Enter");
    bring(&mut program, "Rules(spread_limit: 8, spread_at_limit: Flagged, secretary_scores: true)");
    program.sees("từ 8 điểm").sees("80 · 76 · 72: cách nhau 8, phải thảo luận").sees("Thư ký chấm theo quy chế này");
    program.press("F8");
    plan(&mut program).sees("9 ghế, 9 chấm").press("Enter");
    assert!(created(&mut program).rules.secretary_scores);
}

#[test]
fn the_session_made_opens_with_home_behind_it() {
    let mut program = with_products(SMALL);
    program.press("F8 F8");
    plan(&mut program).press("Enter").press("Enter");
    let made: Vec<Effect> = program.take_effects();
    assert_eq!(made.len(), 1, "a second Enter makes no second session: {made:?}");
    let session = Sample::new().session;
    let opened = Opened { path: "/p/phien".into(), session, problems: Vec::new(), how: HowOpened::Created };
    program.tell(Msg::Opened(Box::new(opened))).sees("Đã lập phiên, lưu ở /p/phien").sees("Ghế ngồi");
    program.press("F3").sees("Chưa có phiên họp nào").press("F4").sees("3 Sản phẩm 0");
}

#[test]
fn a_rehearsal_can_be_made_on_screen() {
    let mut program = begun(SMALL);
    typed(&mut program, "Thử").press("Down Down Down Down Space F8 1 F8 1");
    type_products(&mut program, &TYPED[..1]);
    program.press("Enter F8 F8");
    plan(&mut program).sees("tập dượt").press("Enter");
    assert_eq!(created(&mut program).purpose, Purpose::Rehearsal);
}

/// What the figures of the manual rest on: every key but the letters of names.
#[test]
fn twelve_products_and_nine_seats_take_few_keys() {
    let mut keys = 0;
    let mut count = |program: &mut Driver, string: &str| {
        keys += Key::parse(string).unwrap().len();
        program.press(string);
    };
    let mut program = begun(SMALL);
    typed(&mut program, "Phiên");
    count(&mut program, "F8 Enter F8 Enter");
    for number in 0..12 {
        typed(&mut program, &format!("Nước mắm {number}"));
        count(&mut program, "Enter");
        typed(&mut program, "HTX");
        count(&mut program, "Enter Enter");
    }
    count(&mut program, "Enter F8 F8");
    plan(&mut program).sees("Đủ mọi thứ");
    count(&mut program, "Enter");
    let draft = created(&mut program);
    assert_eq!((draft.seats.len(), draft.products.len()), (9, 12));
    assert_eq!(keys, 44, "beside F4 and the letters: 3 a product, 8 for all else");
}
