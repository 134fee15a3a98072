//! Carrying on screen: what lies around, merging, handing out and in, the stick, the copies kept on this machine.

use std::collections::BTreeMap;
use std::path::PathBuf;

use insta::assert_snapshot;
use ocop_council::app::effect::Sources;
use ocop_council::app::message::{
    Carried, Carrying, FileProblem, FileProblemKind, HowOpened, KeptCopy, News, Opened, Origin, ShelfState, Shelved,
};
use ocop_council::app::{Effect, Msg, Screen, Size};
use ocop_council::council::{
    Author, ClosedAs, Copied, CopyHow, Counted, DeskAct, Found, FoundKind, Handed, Hash, Kept, LineFault, LogName,
    Merged, NotTaken, Presence, ProductField, Refused, Spot, Way,
};
use ocop_council::trouble::{Doing, Failure, Place};

use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::{Sample, product, seat};

fn found() -> Vec<Found> {
    let found = |path: &str, what, spot, bytes, new, known| {
        let latest = format!("2026-11-28T{:02}:15:02+07:00", 9 + new % 7);
        Found { path: path.into(), what, spot, bytes, latest, new, known }
    };
    let (yt, nn) = (seat("yt"), seat("nn"));
    let downloads = "/home/thu-ky/Downloads";
    vec![
        found("/media/thu-ky/USB/phien-28-11", FoundKind::Folder, Spot::Removable, 48_220, 41, 12),
        found(
            &format!("{downloads}/phien-28-11-yt-nop.ocop"),
            FoundKind::Hand(Way::In(yt)),
            Spot::Downloads,
            14_630,
            32,
            0,
        ),
        found(
            &format!("{downloads}/nn-mfrggzdf.sync-conflict-20261128-101502.log"),
            FoundKind::Log(Author::Seat(nn)),
            Spot::Downloads,
            9_118,
            0,
            28,
        ),
    ]
}

fn spots() -> Vec<(Spot, PathBuf)> {
    vec![(Spot::Removable, "/media/thu-ky/USB".into()), (Spot::Downloads, "/home/thu-ky/Downloads".into())]
}

fn merged() -> Merged {
    let log = |name: &str| LogName::try_from(name.to_owned()).unwrap();
    let mut merged = Merged::default();
    let products = [("p01", 32), ("p02", 9)].map(|(id, count)| (product(id), count)).into_iter().collect();
    merged.logs.insert(log("yt-mfrggzdf"), Counted { new: 41, known: 0, products });
    merged.logs.insert(log("nn-mfrggzdf"), Counted { new: 0, known: 28, ..Counted::default() });
    merged.logs.insert(log("desk-mfrggzdf"), Counted { new: 0, known: 3, ..Counted::default() });
    let at = |file: &str, line| Place { file: file.to_owned(), line, column: 0 };
    merged.refused = (1..=6)
        .map(|n| Refused { place: at(&format!("/media/thu-ky/USB/logs/anh-{n}.jpg"), 0), why: NotTaken::NoLog })
        .collect();
    merged.refused.extend([
        Refused { place: at("/media/thu-ky/USB/logs/vh-mfrggzdf.log", 14), why: NotTaken::Damage(LineFault::Chain) },
        Refused { place: at("/media/thu-ky/USB/charter.ron", 0), why: NotTaken::OtherCharter },
    ]);
    merged
}

fn handed(way: Way, name: &str, own: u64) -> Handed {
    Handed { way, path: format!("/media/thu-ky/USB/{name}").into(), bytes: 14_630, desk: 3, own }
}

fn copied(how: CopyHow) -> Copied {
    let path = "/media/thu-ky/USB/phien-28-11".into();
    Copied { path, files: 11, bytes: 148_220, how, refused: Vec::new(), damaged: Vec::new() }
}

fn carried(program: &mut Driver, what: Carried) {
    program.tell(Msg::Carried(Box::new(what)));
}

/// Two copies that went on apart and were merged: on p01 a sheet came after the reveal, on p02 one member handed in
/// twice, on p03 two desks decided differently.
fn apart() -> Sample {
    let mut here = Sample::new();
    for id in ["ct", "nn", "ct2"] {
        here.hand_in(id, "p01");
    }
    let mut there = Sample { session: here.session.clone(), pens: BTreeMap::new() };
    // Other logs than here: another machine.
    there.score("htx", "p03", 1, |_| 0).score("cg", "p03", 1, |_| 0).score("kh", "p03", 1, |_| 0);
    there.score("vh", "p03", 1, |_| 0);
    let aside = ["yt", "kh", "vh", "htx", "cg"].map(seat);
    let reveal = here.session.reveal(&product("p01"), &aside).unwrap();
    here.desk(reveal).hand_in("yt", "p02");
    there.hand_in("yt", "p01").score("yt", "p02", 1, |_| 0).hand_in("yt", "p02");
    let close = |how| DeskAct::Close { product: product("p03"), how, ground: "chủ thể xin rút".into() };
    here.desk(close(ClosedAs::Withdrawn));
    there.desk(close(ClosedAs::PutOff));
    for (entry, _) in there.session.history() {
        here.session.apply((**entry).clone());
    }
    here
}

/// The desk sits here and has looked around.
fn at_the_table(size: Size) -> Driver {
    let mut program = Driver::opened(size, Sample::new());
    program.press("Enter 1 <C-y>").take_effects();
    program.tell(Msg::Around { found: found(), spots: spots() });
    program
}

/// The member of the health office sits here and has looked around.
fn at_the_seat(sample: Sample) -> Driver {
    let mut program = Driver::opened(SMALL, sample);
    program.press("Down Down Down Down Enter Enter").sees("Sở Y tế").press("<C-y>").take_effects();
    program.tell(Msg::Around { found: Vec::new(), spots: spots() });
    program
}

#[test]
fn one_key_leads_to_carrying_from_seats_board_sheets_and_home() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("<C-y>").sees("Nhập, giao, chép").sees("Đang tìm ở USB");
    assert!(program.take_effects().contains(&Effect::LookAround));
    program.press("<F3> Enter 1 <C-y>").sees("Nhập, giao, chép").press("<F3>");
    assert!(matches!(program.app.screen, Screen::Board(_)));
    at_the_seat(Sample::new()).sees("Không thấy tệp nào của phiên này").press("<F3>").sees("bộ");

    let mut program = Driver::start(SMALL);
    program.take_effects();
    let path: PathBuf = "/phien/28-11".into();
    program.tell(Msg::Library(vec![Shelved {
        path: path.clone(),
        title: "Phiên 28/11".into(),
        date: "2026-11-28".into(),
        origin: Origin::Own,
        state: ShelfState::Open { settled: 0, of: 3 },
    }]));
    program.press("<C-y>");
    assert_eq!(program.take_effects(), [Effect::Open(path.clone())]);
    let opened = Opened { path, session: Sample::new().session, problems: Vec::new(), how: HowOpened::AsIs };
    program.tell(Msg::Opened(Box::new(opened))).sees("Nhập, giao, chép");
}

#[test]
fn nothing_is_carried_while_the_screen_is_hidden() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("Enter 1 <F2> <C-y>").sees("Lúc này chưa làm được").sees_not("Nhập, giao, chép");
}

#[test]
fn what_lies_around_is_listed_with_what_it_would_bring() {
    assert_snapshot!("carry_80", at_the_table(SMALL).screen());
    assert_snapshot!("carry_80_en", at_the_table(SMALL).press("<C-l> Down").text());
    assert_snapshot!("carry_120", at_the_table(WIDE).text());
    assert_snapshot!("carry_nothing_80", at_the_seat(Sample::new()).text());
}

#[test]
fn a_merge_says_what_it_brought_refused_and_left_missing() {
    let mut program = Driver::opened(SMALL, apart());
    program.press("Enter 1 <C-y>").take_effects();
    program.tell(Msg::Around { found: found(), spots: spots() }).press("Enter").sees("Đang nhập");
    assert_eq!(program.take_effects(), [Effect::Merge(Sources::Found(vec![found()[0].path.clone()]))]);
    program.press("<F6>");
    let new = found().into_iter().take(2).map(|found| found.path).collect();
    assert_eq!(program.take_effects(), [Effect::Merge(Sources::Found(new))]);
    carried(&mut program, Carried::Merged(merged()));
    assert!(program.take_effects().contains(&Effect::LookAround), "the list is looked at again");
    assert_snapshot!("merged_80", program.screen());
    assert_snapshot!("merged_80_en", program.press("<C-l>").text());
    assert_snapshot!("merged_80_below", program.press("<C-l> PgDn").text());
    program.press("Enter").sees("Tệp hoặc thư mục");
    let mut program = at_the_table(WIDE);
    carried(&mut program, Carried::Merged(merged()));
    assert_snapshot!("merged_120", program.text());
}

#[test]
fn late_torn_and_contested_show_where_they_matter_with_the_way_to_settle_them() {
    let mut program = Driver::opened(SMALL, apart());
    program.press("Enter 1").sees("1 sản phẩm có hai quyết định khác nhau (Enter, F6)");
    assert_snapshot!("apart_board_80", program.text());
    program.press("<F8>").sees("đến sau khi mở phiếu").sees("giữ nguyên có lý do").press("<F3>");
    program.press("Down <F8>").sees("có hai bản khác nhau").sees("chọn một").press("<F3>");
    program.press("Down <F8>").sees("có hai quyết định khác nhau").sees("mở lại").sees_not("Phiếu chưa mở");
    assert_snapshot!("apart_verdict_contested_80", program.text());
    let mut program = at_the_seat(apart());
    program.press("<F3> <C-PgUp> <C-PgUp> <C-PgUp>");
    let mut screens = vec![program.text()];
    screens.extend((0..2).map(|_| program.press("<C-PgDn>").text()));
    for sentence in ["đến sau khi mở phiếu nên chưa tính", "PHIẾU ĐÃ NỘP Ở HAI NƠI", "có hai quyết định khác nhau"]
    {
        assert!(screens.iter().any(|screen| screen.contains(sentence)), "{sentence}: {}", screens.join("\n"));
    }
}

#[test]
fn what_the_desk_recorded_in_two_ways_is_in_the_first_line_and_on_the_page_of_the_seal() {
    let mut here = Sample::new();
    let mut there = Sample { session: here.session.clone(), pens: BTreeMap::new() };
    // Another log than here: another machine.
    there.score("htx", "p02", 1, |_| 0).attendance("vh", Presence::Absent, "");
    for (desk, name, presence) in [(&mut here, "Mắm ruốc", Presence::Left), (&mut there, "Mắm nêm", Presence::Absent)]
    {
        let (field, reason) = (ProductField::Name, "sai tên".into());
        desk.desk(DeskAct::Correct { product: product("p01"), field, value: name.into(), reason });
        desk.attendance("yt", presence, "");
    }
    for (entry, _) in there.session.history() {
        here.session.apply((**entry).clone());
    }
    let mut program = Driver::opened(SMALL, here);
    program.press("Enter 1").sees("! 2 mục ghi hai cách khác nhau (F12)");
    program.press("<C-l>").sees("! 2 recorded in two ways (F12)").press("<C-l> <F12>");
    assert_snapshot!("two_ways_seal_80", program.text());
    assert_snapshot!("two_ways_seal_80_en", program.press("<C-l>").text());
}

#[test]
fn a_path_dragged_into_the_window_is_taken_in() {
    let mut program = at_the_table(SMALL);
    program.tell(Msg::Paste("'/media/thu-ky/USB/tệp nộp.ocop'\n".into())).sees("Nhập theo đường dẫn").press("Enter");
    let typed = Sources::Typed("'/media/thu-ky/USB/tệp nộp.ocop'".into());
    assert_eq!(program.take_effects(), [Effect::Merge(typed)]);
    program.press("<F4>").tell(Msg::Paste("/a".into())).press("Enter");
    assert_eq!(program.take_effects(), [Effect::Merge(Sources::Typed("/a".into()))]);
}

#[test]
fn the_table_hands_out_to_one_seat_or_to_all_and_says_what_the_file_holds() {
    let mut program = at_the_table(SMALL);
    program.press("<F8>").sees("Chưa nộp tệp được: thành viên tự nộp tệp ở ghế của mình");
    program.press("<F7>");
    assert_snapshot!("hand_out_whom_80", program.text());
    program.press("Down Down Down Down Enter");
    assert_snapshot!("hand_out_where_80", program.text());
    program.press("1");
    let hand = |ways: Vec<Way>| Effect::Hand { ways, folder: "/media/thu-ky/USB".into() };
    let yt = Way::Out(Some(seat("yt")));
    assert_eq!(program.take_effects(), [hand(vec![yt.clone()])]);
    carried(&mut program, Carried::Handed(vec![handed(yt, "phien-28-11-yt-giao.ocop", 0)]));
    assert_snapshot!("handed_out_80", program.text());
    assert_snapshot!("handed_out_80_en", program.press("<C-l>").text());

    let mut program = at_the_table(SMALL);
    program.press("<F7> 1 1");
    let Some(Effect::Hand { ways, .. }) = program.take_effects().pop() else { panic!("nothing is written") };
    assert_eq!(ways.len(), program.app.common.session().unwrap().scoring_seats().len());
    let files = ways.into_iter().map(|way| {
        let Way::Out(Some(seat)) = &way else { panic!("{way:?}") };
        let name = format!("phien-28-11-{seat}-giao.ocop");
        handed(way.clone(), &name, 0)
    });
    let files = files.collect();
    carried(&mut program, Carried::Handed(files));
    assert_snapshot!("handed_out_all_80", program.text());
}

#[test]
fn a_wrong_path_leaves_the_question_with_what_was_typed_and_says_why() {
    let not_there = || Failure::new(Doing::Creating, "/media/usb", std::io::ErrorKind::NotFound.into()).into();
    let failed = |program: &mut Driver, doing| carried(program, Carried::Failed(doing, not_there()));
    let mut program = at_the_table(SMALL);
    // Handed out: the folder is asked for again, mended and written to.
    program.press("<F7> 1 3 Enter").sees("gõ đường dẫn (như /media/usb/ocop)").press("/media/usb Enter").take_effects();
    failed(&mut program, Carrying::Hand);
    assert_snapshot!("wrong_folder_80", program.text());
    program.sees_not("Kết quả").press("b Enter");
    let Some(Effect::Hand { folder, .. }) = program.take_effects().pop() else { panic!("nothing is written") };
    assert_eq!(folder, "/media/usbb");
    carried(&mut program, Carried::Handed(vec![handed(Way::Out(Some(seat("yt"))), "a.ocop", 0)]));
    program.sees("Kết quả").press("Enter");
    // A place of the list that is gone; a copy; what was to be taken in.
    program.press("<C-u> 1").take_effects();
    failed(&mut program, Carrying::Copy);
    program.sees("Ghi vào đâu?").sees_not("CHƯA chép được").sees("kiểm tra lại đường dẫn").press("Esc");
    program.press("<F4> /x Enter").take_effects();
    failed(&mut program, Carrying::Merge);
    assert_snapshot!("wrong_path_80_en", program.press("<C-l>").text());
    // Something chosen in the list has no question to go back to.
    program.press("<C-l> Esc Enter").take_effects();
    failed(&mut program, Carrying::Merge);
    program.sees("Kết quả");
}

#[test]
fn a_member_hands_a_file_in_and_hears_what_is_not_in_it() {
    let mut sample = Sample::new();
    sample.hand_in("yt", "p01");
    let mut program = at_the_seat(sample);
    program.press("<F7>").sees("Chưa giao tệp được: chỉ bàn chủ trì giao tệp").press("<F6>").sees("chưa thấy tệp nào");
    program.press("<F8>").sees("Ghi vào đâu?").press("3").sees("Đường dẫn");
    program.press("/home/yt Enter");
    let way = Way::In(seat("yt"));
    assert_eq!(program.take_effects(), [Effect::Hand { ways: vec![way.clone()], folder: "/home/yt".into() }]);
    carried(&mut program, Carried::Handed(vec![handed(way, "phien-28-11-yt-nop.ocop", 32)]));
    assert_snapshot!("handed_in_80", program.text());
    assert_snapshot!("handed_in_80_en", program.press("<C-l>").text());
}

#[test]
fn nothing_is_handed_in_or_copied_before_all_of_it_is_on_disk() {
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("Down Down Down Down Enter Enter").hold().press("1 <C-y> <F8>").sees("chưa nằm trên đĩa");
    program.press("<C-u>").sees("chưa nằm trên đĩa");
    program.save().press("<F8>").sees_not("chưa nằm trên đĩa");
}

#[test]
fn a_copy_on_a_stick_is_said_to_be_checked_and_never_guaranteed() {
    let mut program = at_the_table(SMALL);
    program.press("<C-u>").sees("USB: /media/thu-ky/USB").press("1").sees("Đang ghi và kiểm tra");
    assert_eq!(program.take_effects(), [Effect::CopyOut("/media/thu-ky/USB".into())]);
    carried(&mut program, Carried::Copied(copied(CopyHow::Updated { new: 41, ahead: 2 })));
    assert_snapshot!("copied_80", program.text());
    assert_snapshot!("copied_80_en", program.press("<C-l>").text());
    program.sees("may be taken out").sees_not("guarantee");
    let failure = Failure::new(Doing::Syncing, "/media/thu-ky/USB/.phien.new", std::io::ErrorKind::StorageFull.into());
    carried(&mut program, Carried::Failed(Carrying::Copy, failure.into()));
    assert_snapshot!("not_copied_80", program.press("<C-l>").text());
}

#[test]
fn a_copy_kept_on_this_machine_is_put_back_into_a_new_folder() {
    let mut program = Driver::start(SMALL);
    program.take_effects();
    program.tell(Msg::Library(Vec::new())).press("<F7>").sees("Đang đọc các bản lưu");
    assert_eq!(program.take_effects(), [Effect::LoadKept]);
    let copy = |no: u32, at: &str, entries, sealed| KeptCopy {
        kept: Kept {
            path: format!("/home/thu-ky/.local/share/ocop-council/local/backups/9f2c/{no:04}-20261128-1405-3fa9c1d2")
                .into(),
            no,
            session: Hash::of(b"charter"),
            title: "Phiên 28/11".into(),
            at: at.into(),
            entries,
            sealed,
        },
        target: "/home/thu-ky/.local/share/ocop-council/sessions/phien-28-11-lay-lai".into(),
    };
    let copies = vec![copy(4, "2026-11-28T16:40", 2957, true), copy(3, "2026-11-28T14:05", 1220, false)];
    program.tell(Msg::Kept(copies.clone()));
    assert_snapshot!("kept_80", program.screen());
    assert_snapshot!("kept_80_en", program.press("<C-l>").text());
    program.press("<C-l> Down Enter").sees("phần thiếu, không bỏ gì").press("Enter").take_effects();
    let denied = Failure::new(Doing::Creating, "/root", std::io::ErrorKind::PermissionDenied.into());
    carried(&mut program, Carried::Failed(Carrying::Restore, denied.into()));
    program.sees("phien-28-11-lay-lai").sees("không được phép").press("Enter");
    let to = copies[1].target.display().to_string();
    assert_eq!(program.take_effects().pop(), Some(Effect::Restore { copy: copies[1].kept.path.clone(), to }));
    carried(&mut program, Carried::Restored(copied(CopyHow::Fresh)));
    assert_snapshot!("restored_80", program.text());
}

#[test]
fn a_file_that_was_handed_out_says_whose_it_is_and_what_to_do_next() {
    let open = |way: Way| {
        let mut program = Driver::start(SMALL);
        program.tell(Msg::Opened(Box::new(Opened {
            path: "/home/yt/sessions/phien-28-11".into(),
            session: Sample::new().session,
            problems: Vec::new(),
            how: HowOpened::TakenIn { new: 3, way, temporary: false },
        })));
        program
    };
    let mut program = open(Way::Out(Some(seat("yt"))));
    assert_snapshot!("opened_hand_out_80", program.text());
    program.press("Enter Enter").sees("Ngồi vào ghế Sở Y tế?");
    open(Way::In(seat("yt"))).sees("Sở Y tế nộp về bàn chủ trì").press("<C-l>").sees("handed this file in");
}

#[test]
fn damaged_and_foreign_files_stand_in_the_first_line_of_the_board_and_are_listed() {
    let problem =
        |file: &str, line, what| FileProblem { what, log: None, place: Place { file: file.into(), line, column: 0 } };
    let problems = vec![
        problem("logs/yt-mfrggzdf.log", 14, FileProblemKind::Damage),
        problem("logs/khac.log", 0, FileProblemKind::Foreign),
    ];
    let mut program = Driver::opened(SMALL, Sample::new());
    program.press("Enter 1").tell(Msg::News(News { entries: Vec::new(), problems }));
    assert_snapshot!("board_files_80", program.text());
    program.press("<C-y>").tell(Msg::Around { found: found(), spots: spots() });
    assert_snapshot!("carry_files_80", program.text());
    // A session sealed in two ways says so first thing, and which seal the other one is.
    let seal = Hash::of(b"another session.ron");
    let problems = vec![problem("logs/desk-mfrggzdf.log", 2, FileProblemKind::OtherSeal(seal))];
    program
        .press("<F3>")
        .tell(Msg::News(News { entries: Vec::new(), problems }))
        .sees("có hai dấu niêm phong khác nhau");
    program.press("<C-y>").tell(Msg::Around { found: found(), spots: spots() }).sees(&seal.to_string()[..8]);
}

#[test]
fn a_backup_that_could_not_be_kept_is_a_notice_and_stops_nothing() {
    let mut program = Driver::opened(SMALL, Sample::new());
    let failure = Failure::new(Doing::Creating, "/local/backups", std::io::ErrorKind::StorageFull.into());
    program
        .tell(Msg::NotKept(failure.into()))
        .sees("Chưa lưu được bản dự phòng")
        .press("Enter 1")
        .sees("Bảng theo dõi");
}
