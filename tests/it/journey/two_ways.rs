//! What stands in two ways since copies met: on every screen where it matters, the matter in words, each way, and the
//! key that settles it; nothing is offered there that a rule refuses.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use ocop_council::council::{
    Author, ClosedAs, DeskAct, MinimumId, Presence, ProductField, Reason, ReasonKind, Role, Seat, SeatAct,
};
use ocop_council::i18n::Lang;
use ocop_council::i18n::refusal::refusal_in;
use ocop_council::rubric::{Code, Star};
use ocop_council::session::{PhaseName, Refusal};

use crate::disputed::{at_the_desk, disputed};
use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::{Sample, pen, product, seat};

/// Two machines go on apart from a sample, each with logs of its own; then they meet.
fn apart(mut here: Sample, on_here: impl Fn(&mut Sample), on_there: impl Fn(&mut Sample)) -> Sample {
    let mut there = Sample { session: here.session.clone(), pens: BTreeMap::new() };
    let id = here.session.id();
    there.pens.insert(Author::Desk, pen(id, &Author::Desk, 100));
    on_here(&mut here);
    on_there(&mut there);
    for (entry, _) in there.session.history() {
        here.session.apply((**entry).clone());
    }
    here
}

fn rule(met: bool) -> impl Fn(&mut Sample) {
    move |copy| {
        let minimum = MinimumId { criterion: Code::new("3.5"), star: Star::FOUR };
        let reason = Reason { kind: ReasonKind::Evidence, words: String::new() };
        let act = copy.session.rule(&product("p01"), minimum, met, reason).unwrap();
        copy.desk(act);
    }
}

fn ruled_apart() -> Sample {
    apart(disputed(), rule(true), rule(false))
}

fn close(how: ClosedAs, ground: &'static str) -> impl Fn(&mut Sample) {
    move |copy| _ = copy.desk(DeskAct::Close { product: product("p01"), how, ground: ground.into() })
}

fn closed_apart() -> Sample {
    apart(disputed(), close(ClosedAs::Withdrawn, "chủ thể rút"), close(ClosedAs::PutOff, "chờ hồ sơ"))
}

/// p03 can be locked, but for what is told in two ways.
fn clear() -> Sample {
    let mut sample = disputed();
    let reveal = sample.session.reveal(&product("p03"), &[]).unwrap();
    sample.desk(reveal);
    sample
}

fn named_apart() -> Sample {
    let correct = |copy: &mut Sample, value: &str, words: &str| {
        let (field, reason) = (ProductField::Name, "sai tên".into());
        copy.desk(DeskAct::Correct { product: product("p03"), field, value: value.into(), reason });
        copy.desk(DeskAct::Conclude { product: product("p03"), words: words.into() });
    };
    apart(clear(), |here| correct(here, "Trà vả khô", "nhất trí"), |there| correct(there, "Trà vả Huế", "còn ý kiến"))
}

fn handed_over_apart() -> Sample {
    let mut sample = clear();
    let deputy = Seat { id: seat("pct"), title: "Phó Chủ tịch".into(), role: Role::Deputy, ..chair(&sample) };
    sample.desk(DeskAct::AddSeat { seat: Box::new(deputy), reason: "bổ sung".into() });
    let to = |id: &'static str| move |copy: &mut Sample| _ = copy.desk(DeskAct::HandOver { to: seat(id) });
    apart(sample, to("nn"), to("pct"))
}

fn chair(sample: &Sample) -> Seat {
    sample.session.seat(&seat("ct")).unwrap()
}

/// The keys offered at the foot of the screen.
fn footer(program: &Driver) -> String {
    program.text().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_ruling_made_in_two_ways_is_told_with_both_and_the_key_wherever_it_matters() {
    let mut program = at_the_desk(SMALL, ruled_apart());
    program.press("<F8>").sees("3.5 Sở hữu trí tuệ (4★): hai kết luận khác nhau").sees("F6 (thảo luận), rồi F6");
    program
        .sees("· đạt: có thêm minh chứng (Chủ tịch, 14:05)")
        .sees("· chưa đạt: có thêm minh chứng (Chủ tịch, 14:05)")
        .sees_not("Khóa được");
    assert!(!footer(&program).contains("Enter khóa"), "{}", footer(&program));
    assert_snapshot!("ruling_verdict_80", program.text());
    assert_snapshot!("ruling_verdict_80_en", program.press("<C-l>").text());
    program.press("<C-l> Enter").sees("Còn 3 việc phải xử lý trước khi khóa");
    program
        .press("<F12>")
        .sees("1 việc được ghi theo hai cách khác nhau")
        .sees("· chưa đạt: có thêm minh chứng (Chủ tịch, 14:05)");
    program.sees("1 Nước mắm ruốc · 3.5").sees("Enter, rồi F6");

    program.press("<F3> Enter").sees("· đạt: có thêm minh chứng (CT").sees("· chưa đạt: có thêm minh chứng");
    assert!(footer(&program).contains("F6 chọn kết luận"), "{}", footer(&program));
    program
        .press("Enter")
        .sees("· đạt: có thêm minh chứng (Chủ tịch, 14:05)")
        .sees("· chưa đạt: có thêm minh chứng (Chủ tịch, 14:05)");
    assert!(footer(&program).contains("F6 chọn kết luận"), "{}", footer(&program));
    program.sees("Nếu đạt: công nhận 4★").sees("Nếu không: công nhận 3★");
    assert_snapshot!("ruling_card_80", program.text());
    assert_snapshot!("ruling_card_80_en", program.press("<C-l>").text());
    program.press("<C-l> <F6> 1 2").sees("đã xử lý ✓").press("<F3>").sees_not("hai kết luận");
}

#[test]
fn two_decisions_are_told_with_both_and_nothing_is_offered_that_is_refused() {
    let mut program = at_the_desk(SMALL, closed_apart());
    program.press("Enter").sees("· rút hồ sơ: chủ thể rút (CT, 14:05)");
    assert!(footer(&program).contains("F6 chọn quyết định"), "{}", footer(&program));
    assert!(!footer(&program).contains("mở phiếu lại"), "a closed product is reopened first: {}", footer(&program));
    program.press("<C-r>").sees("Lúc này chưa làm được: mở phiếu lại");
    program.press("<C-d>").sees("1. rút hồ sơ: chủ thể rút (CT, 14:05) – hay – để lại kỳ sau: chờ hồ sơ (CT");
    program.press("Enter");
    program.press("Enter").sees("· rút hồ sơ: chủ thể rút (Chủ tịch, 14:05)").sees("· để lại kỳ sau: chờ hồ sơ");
    assert!(!footer(&program).contains("mở phiếu lại"), "{}", footer(&program));
    assert_snapshot!("decisions_card_80", program.text());
    assert_snapshot!("decisions_card_80_en", program.press("<C-l>").text());
    program.press("<C-l> <F3> <F8>").sees("hai quyết định khác nhau, chưa có kết quả").sees("· rút hồ sơ: chủ thể rút");
    program.sees_not("Khóa được");
    assert_snapshot!("decisions_verdict_80", program.text());
    assert_snapshot!("decisions_verdict_80_en", program.press("<C-l>").text());
    program.press("<C-l> <F12>").sees("1 Nước mắm ruốc · hai quyết định khác nhau").sees("· để lại kỳ sau: chờ hồ sơ");
    program.press("<F12>").sees("Còn 3 sản phẩm chưa khóa hoặc còn việc: 1 Nước mắm ruốc, 2 Mắm tôm chua");
    program
        .press("<F3> <F8> <C-o>")
        .sees("· để lại kỳ sau: chờ hồ sơ (Chủ tịch, 14:05)")
        .press("1 gộp Space bản Enter");
    let phase = program.app.common.session().unwrap().phase(&product("p01")).name();
    assert_eq!(phase, PhaseName::Revealed);
}

#[test]
fn what_bars_only_the_seal_does_not_bar_the_lock_and_both_are_said() {
    let mut program = at_the_desk(SMALL, named_apart());
    program.press("End <F8>").sees("“tên” được đính chính theo hai cách khác nhau");
    program
        .sees("· “Trà vả khô” (Chủ tịch, 14:05)")
        .sees("· “Trà vả Huế” (Chủ tịch, 14:05)")
        .sees("Bảng theo dõi, Ctrl-E");
    program
        .sees("hai lời kết luận khác nhau")
        .sees("· “nhất trí”")
        .sees("· “còn ý kiến”")
        .sees("Ctrl-E: ghi lại kết luận");
    program.sees("Khóa được: Enter; nhưng mục ghi hai cách ở trên còn cản niêm phong");
    assert_snapshot!("field_verdict_80", program.text());
    assert_snapshot!("field_verdict_80_en", program.press("<C-l>").text());
    program.press("<C-l> <C-e> <C-a> <C-k> nhất Space trí Enter").sees_not("hai lời kết luận");
    program.press("Enter").sees("ĐÃ KHÓA").press("<F3> <C-e> 1 <C-a> <C-k> Trà Space vả Enter gộp Space bản Enter");
    program.press("<F8>").sees_not("hai cách khác nhau");
}

#[test]
fn of_two_hand_overs_every_page_says_so_and_only_the_handing_over_is_offered() {
    let mut program = Driver::opened(SMALL, handed_over_apart());
    program.press("Home Enter").sees("1 Chủ tịch Trần Văn Bình (chủ trì)").press("1");
    program.sees("hai lần giao khác nhau").press("End <F8>").sees("giao quyền chủ trì cho hai người khác nhau");
    program.sees("· Sở Nông nghiệp và Môi trường (Chủ tịch, 14:05)").sees("· Phó Chủ tịch (Chủ tịch, 14:05)");
    program.sees("Bảng theo dõi, Ctrl-P").sees_not("Khóa được");
    assert_snapshot!("presiding_verdict_80", program.text());
    assert_snapshot!("presiding_verdict_80_en", program.press("<C-l>").text());
    program.press("<C-l> Enter").sees("Giao chủ trì hai cách khác nhau: giao lại ở Bảng theo dõi, Ctrl-P");
    for key in ["Enter khóa", "Ctrl-K", "Ctrl-E"] {
        assert!(!footer(&program).contains(key), "{}", footer(&program));
    }
    program.press("<F12>").sees("· Phó Chủ tịch (Chủ tịch, 14:05)").press("<F3> <C-p> 2").sees_not("hai lần giao");
}

#[test]
fn a_roll_taken_in_two_ways_is_told_on_the_page_of_the_seal() {
    let attend = |presence| move |copy: &mut Sample| _ = copy.attendance("yt", presence, "");
    let sample = apart(disputed(), attend(Presence::Left), attend(Presence::Absent));
    let mut program = at_the_desk(SMALL, sample);
    program.press("<F12>").sees("Sở Y tế: điểm danh theo hai cách khác nhau").sees("Ghế ngồi, F5–F7");
    program.sees("· về sớm (Chủ tịch, 14:05)").sees("· vắng mặt (Chủ tịch, 14:05)");
    program.press("<F3> <F3> Home Down Down Down Down").sees("2 cách !");
    program.sees("F5–F7 điểm danh lại: về sớm (CT, 14:05) – hay – vắng mặt (CT, 14:05)");
    assert_snapshot!("roll_seats_80", program.text());
    assert_snapshot!("roll_seats_80_en", program.press("<C-l>").text());
    program.press("<C-l> <F7>").sees("về sớm").sees_not("2 cách !").press("<F8> <F12>").sees_not("hai cách khác nhau");
}

#[test]
fn a_recusal_made_and_not_made_is_chosen_between_by_its_member() {
    let recuse = |copy: &mut Sample| {
        copy.seat("yt", SeatAct::Recuse { product: product("p02"), reason: "người nhà".into() });
    };
    let unrecuse = |copy: &mut Sample| {
        copy.seat("yt", SeatAct::Unrecuse { product: product("p02") });
    };
    let sample = || {
        let mut sample = Sample::new();
        recuse(&mut sample);
        apart(sample, unrecuse, |there| {
            let author = Author::Seat(seat("yt"));
            there.pens.insert(author.clone(), pen(there.session.id(), &author, 101));
            unrecuse(there);
            recuse(there);
        })
    };
    let mut program = at_the_desk(SMALL, sample());
    program.press("Down <F8>").sees("Sở Y tế: vừa không tham gia chấm, vừa tham gia");
    program.sees("· không tham gia chấm: người nhà (Sở Y tế, 14:05)").sees("· tham gia chấm trở lại (Sở Y tế, 14:05)");
    for (keys, recused) in [("1 người Space nhà Enter", true), ("2", false)] {
        let mut program = Driver::opened(SMALL, sample());
        program.press("Home Down Down Down Down Enter Enter <C-p> 2 Enter").sees("GHI HAI CÁCH, Ctrl-R chọn một");
        program.sees_not("KHÔNG THAM GIA CHẤM sản phẩm này");
        if recused {
            assert_snapshot!("recusal_sheet_80", program.text());
            assert_snapshot!("recusal_sheet_80_en", program.press("<C-l>").text());
            program.press("<C-l>");
        }
        program.press("<C-r>").sees("Có tham gia chấm sản phẩm này không?").press(keys).sees_not("GHI HAI CÁCH");
        let session = program.app.common.session().unwrap();
        assert_eq!(session.recused(&seat("yt"), &product("p02")).is_some(), recused);
    }
}

#[test]
fn two_reveals_that_differ_are_followed_by_one_more() {
    let reveal = |aside: &'static [&'static str]| {
        move |copy: &mut Sample| {
            let aside: Vec<_> = aside.iter().copied().map(seat).collect();
            let act = copy.session.reveal(&product("p03"), &aside).unwrap();
            copy.desk(act);
        }
    };
    let mut program = at_the_desk(SMALL, apart(disputed(), reveal(&[]), reveal(&["cg"])));
    program.press("End Enter").sees("· mở 7 phiếu, không có VH").sees("· mở 6 phiếu, không có VH; CG");
    assert!(footer(&program).contains("Ctrl-R mở phiếu lại"), "{}", footer(&program));
    program.press("<C-r>").sees("Số phiếu được mở: 7").press("Enter").sees("đã mở phiếu, vòng 2");
}

#[test]
fn a_refusal_on_screen_names_seats_and_products_and_no_id() {
    let sample = disputed();
    let (on, who) = (product("p02"), seat("htx"));
    let refusals = [
        Refusal::WrongPhase(on.clone(), PhaseName::Contested),
        Refusal::Contested(on.clone()),
        Refusal::Unsettled(vec![on.clone()]),
        Refusal::Conflict(who.clone()),
        Refusal::IsRecused(who.clone()),
        Refusal::WaitsFor(vec![who.clone()]),
        Refusal::GroundOpen(who.clone()),
        Refusal::NotPresiding(who),
        Refusal::BadValue("title"),
    ];
    for lang in [Lang::Vi, Lang::En] {
        for refused in &refusals {
            let said = refusal_in(lang, &sample.session, refused);
            for id in ["p02", "htx", "title”"] {
                assert!(lang == Lang::En && id == "title”" || !said.contains(id), "{said}");
            }
        }
        let said = refusal_in(lang, &sample.session, &refusals[0]);
        assert!(said.contains("2 Mắm tôm chua"), "{said}");
    }
}

#[test]
fn a_member_reads_both_decisions_and_both_rulings_on_the_own_sheet() {
    let at_the_seat = |sample| {
        let mut program = Driver::opened(SMALL, sample);
        program.press("Home Down Down Down Down Enter Enter <C-p> 1 Enter");
        program
    };
    let mut program = at_the_seat(closed_apart());
    program.sees("rút hồ sơ: chủ thể rút (Chủ tịch, 14:05) – hay – để lại kỳ sau");
    assert_snapshot!("decisions_sheet_80", program.text());
    assert_snapshot!("decisions_sheet_80_en", program.press("<C-l>").text());
    let mut program = at_the_seat(ruled_apart());
    program.sees("3.5 Sở hữu trí tuệ (4★): hai kết luận khác nhau").sees("– hay – chưa đạt");
    assert_snapshot!("ruling_sheet_80", program.text());
}

#[test]
fn between_versions_the_digits_choose_one_and_every_line_says_so() {
    let hand_in = |place: usize| {
        move |copy: &mut Sample| {
            copy.score("yt", "p03", 2, |_| place);
            copy.hand_in("yt", "p03");
        }
    };
    let sample = || {
        apart(Sample::new(), hand_in(0), |there| {
            there.pens.insert(Author::Seat(seat("yt")), pen(there.session.id(), &Author::Seat(seat("yt")), 101));
            hand_in(1)(there);
        })
    };
    let mut program = Driver::opened(SMALL, sample());
    program.press("Home Down Down Down Down Enter Enter <C-p> 3 Enter").sees("2 BẢN KHÁC NHAU: gõ 1–2 để chọn");
    assert!(footer(&program).contains("0–9 chọn bản"), "{}", footer(&program));
    assert_snapshot!("versions_80", program.text());
    program.press("Enter").sees("Gõ 1–2 để chọn bản đúng").sees_not("Gõ số điểm");
    program.press("<C-l> Enter").sees("Type 1–2 for the right version").sees_not("Type the points");
    assert!(footer(&program).contains("0–9 version"), "{}", footer(&program));
    assert_snapshot!("versions_80_en", program.press("Esc Esc").text());
    let mut program = Driver::opened(WIDE, sample());
    program.press("Home Down Down Down Down Enter Enter <C-p> 3 Enter").sees("2 BẢN KHÁC NHAU: gõ 1–2 để chọn");
    program.press("2 2").sees_not("BẢN KHÁC NHAU: gõ");
    assert!(footer(&program).contains("0–9 số"), "{}", footer(&program));
}
