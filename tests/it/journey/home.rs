//! Home: the sessions there are, samples, what cannot be read.

use insta::assert_snapshot;
use ocop_council::app::message::{HowOpened, Opened, Origin, ShelfState, Shelved};
use ocop_council::app::{Effect, Msg};
use ocop_council::rubric::Both;

use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::Sample;

fn shelved(name: &str, title: &str, state: ShelfState) -> Shelved {
    let path = format!("/home/thu-ky/.local/share/ocop-council/sessions/{name}").into();
    let origin = if name == "mau" { Origin::Sample } else { Origin::Own };
    Shelved { path, title: title.to_owned(), date: "2026-11-28".to_owned(), origin, state }
}

fn shelf() -> Vec<Shelved> {
    let why =
        Both { vi: "charter.ron:1:14: không đọc được".into(), en: "charter.ron:1:14: cannot be read".into() };
    let long = "Phiên đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026 của thành phố Huế";
    vec![
        shelved("phien-28-11", long, ShelfState::Open { settled: 12, of: 71 }),
        shelved("phien-dot-1", "Phiên đợt 1", ShelfState::Sealed),
        shelved("phien-thu", "Phiên thử", ShelfState::Failing(2)),
        shelved("mau", "Phiên mẫu 40 sản phẩm", ShelfState::Open { settled: 1, of: 40 }),
        shelved("hong", "hong", ShelfState::Damaged(why)),
    ]
}

fn home(size: ocop_council::app::Size) -> Driver {
    let mut program = Driver::start(size);
    assert_eq!(program.take_effects(), [Effect::LoadLibrary]);
    program.tell(Msg::Library(shelf()));
    program
}

#[test]
fn the_shelf_says_how_each_session_stands_and_where_it_lies() {
    assert_snapshot!("home_80", home(SMALL).screen());
    assert_snapshot!("home_80_en", home(SMALL).press("<C-l>").text());
    assert_snapshot!("home_120", home(WIDE).press("Down Down Down").text());
    assert_snapshot!("home_nothing_80", Driver::start(SMALL).tell(Msg::Library(Vec::new())).text());
}

#[test]
fn a_session_opens_and_a_sample_is_copied_first() {
    let mut program = home(SMALL);
    program.press("Enter");
    assert_eq!(program.take_effects(), [Effect::Open(shelf()[0].path.clone())]);
    program.press("Down Down Down").sees("sao ra một bản").press("Enter");
    assert_eq!(program.take_effects(), [Effect::CopySample(shelf()[3].path.clone())]);
    let copied = Opened {
        path: "/phien/mau".into(),
        session: Sample::new().session,
        problems: Vec::new(),
        how: HowOpened::Copied,
    };
    program.tell(Msg::Opened(Box::new(copied))).sees("Đã sao mẫu").sees("/phien/mau").sees("Ghế ngồi");
}

#[test]
fn what_cannot_be_read_says_why_and_stays_closed() {
    let mut program = home(SMALL);
    program.press("End Enter").sees("charter.ron:1:14").press("Enter");
    assert_eq!(program.take_effects(), []);
}

#[test]
fn a_session_in_a_temporary_folder_is_copied_elsewhere_on_demand() {
    let mut program = home(SMALL);
    let opened = Opened {
        path: "/tmp/phien.zip/phien".into(),
        session: Sample::new().session,
        problems: Vec::new(),
        how: HowOpened::Temporary,
    };
    program.tell(Msg::Opened(Box::new(opened))).sees("thư mục tạm").press("1 /tai-lieu/phien Enter");
    let copy = Effect::CopyTo { path: "/tai-lieu/phien".into(), authors: Vec::new() };
    assert_eq!(program.take_effects(), [copy]);
}

#[test]
fn the_cursor_stays_on_its_session_when_the_shelf_is_read_again() {
    let mut program = home(SMALL);
    program.press("Down <F5>");
    assert_eq!(program.take_effects(), [Effect::LoadLibrary]);
    let mut later = shelf();
    later.rotate_right(1);
    program.tell(Msg::Library(later)).press("Enter");
    assert_eq!(program.take_effects(), [Effect::Open(shelf()[1].path.clone())]);
}
