//! Two copies that went on apart and met: `status`, `results` and `sheet` say what came late, what stands in two
//! versions and what was decided twice, each with the way to settle it; and the ways that are named lead out.

use serde_json::{Value, json};

use super::Desk;

/// What a person reads about each, by language: kind, whose matter, and the sentence.
const SAID: [(&str, &str, &str, &str); 6] = [
    (
        "late",
        "p01 m4",
        "đến sau khi mở phiếu, chưa tính vào kết quả nào; bàn chủ trì cho chấm lại hoặc mở phiếu lần nữa để tính, hay giữ \
         nguyên có lý do",
        "came after the reveal and is in no figure; the desk takes it in by a re-scoring or a new reveal, or lets it \
         stand with a reason",
    ),
    (
        "conflict",
        "p02 m1",
        "có hai bản khác nhau; thành viên ấy mở phiếu của mình và chọn một bản",
        "two versions differ; that member opens the sheet and chooses one",
    ),
    (
        "contested",
        "p03",
        "có hai quyết định khác nhau, chưa có kết quả; bàn chủ trì mở lại, rồi quyết định một lần",
        "two decisions differ, so there is no result; the desk reopens it and decides once",
    ),
    (
        "late",
        "p04 m4",
        "đến sau khi khóa, không đổi kết quả đã khóa; bàn chủ trì mở lại để tính, hay giữ nguyên có lý do",
        "came after the lock and changes no locked figure; the desk reopens the product to take it in, or lets it stand \
         with a reason",
    ),
    (
        "contested",
        "m4",
        "được điểm danh theo hai cách khác nhau; bàn chủ trì điểm danh lại ghế này",
        "stands in two ways on the roll; the desk takes this seat's attendance once more",
    ),
    (
        "contested",
        "p05",
        "được đính chính theo hai cách khác nhau; bàn chủ trì đính chính lại một lần (tên)",
        "was corrected in two ways; the desk corrects it once more (name)",
    ),
];

/// A machine that holds both copies: m4's sheets came after the reveal of p01 and the lock of p04, m1 handed p02 in twice,
/// p03 was closed in two ways, p05 renamed in two ways, m4 put on the roll in two ways.
fn met() -> Desk {
    let (here, there) = (Desk::with_session(4, 5, "()"), Desk::new());
    here.done(&["copy", "s", there.path("s").to_str().unwrap()]);
    for product in ["p01", "p04"] {
        for seat in ["m1", "m2", "m3"] {
            here.best_but(seat, product, &[]);
        }
        there.best_but("m4", product, &[("4.1", "3")]);
    }
    here.done(&["desk", "s", "attendance", "m4", "absent"]);
    here.done(&["desk", "s", "reveal", "p01", "p04"]);
    here.done(&["desk", "s", "lock", "p04"]);
    there.done(&["desk", "s", "attendance", "m4", "left"]);
    here.best_but("m1", "p02", &[]);
    there.best_but("m1", "p02", &[("7", "0")]);
    for (desk, how, name) in [(&here, "withdrawn", "Nước mắm"), (&there, "put-off", "Mắm ruốc")] {
        desk.done(&["desk", "s", "close", "p03", "--as", how, "--ground", "x"]);
        desk.done(&["desk", "s", "correct", "p05", "--field", "name", "--value", name, "--reason", "sai tên"]);
    }
    here.done(&["merge", "s", there.path("s").to_str().unwrap()]);
    here
}

/// Kind, and product and seat, of every problem of a document.
fn problems(document: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let about = |problem: &Value| {
        let of = [&problem["product"], &problem["seat"]].into_iter().filter_map(Value::as_str).collect::<Vec<_>>();
        of.join(" ")
    };
    let all = document["problems"].as_array().unwrap().iter();
    all.map(|problem| (text(&problem["kind"]), about(problem), text(&problem["what"]))).collect()
}

#[test]
fn what_crossed_is_said_in_status_and_results_with_the_way_to_settle_it() {
    let desk = met();
    for command in ["status", "results"] {
        for lang in ["vi", "en"] {
            let sentence = |vi: &str, en: &str| if lang == "vi" { vi.to_owned() } else { en.to_owned() };
            let text = desk.done(&[command, "s", "--lang", lang]);
            for (_, about, vi, en) in SAID {
                let line = format!("  {about}: {}\n", sentence(vi, en));
                assert_eq!(text.matches(&line).count(), 1, "{command}: {line}{text}");
            }
            let document = desk.json(&[command, "s", "--lang", lang]);
            let said = SAID.map(|(kind, about, vi, en)| (kind.to_owned(), about.to_owned(), sentence(vi, en)));
            assert_eq!(problems(&document), said, "{command}");
        }
    }
    let text = desk.done(&["status", "s", "--lang", "vi"]);
    for way in
        ["rút hồ sơ: x (Chủ tịch, ", "để lại kỳ sau: x (Chủ tịch, ", "“Nước mắm” (Chủ tịch, ", "về sớm (Chủ tịch, "]
    {
        assert_eq!(text.matches(&format!("\n    · {way}")).count(), 1, "{way}: {text}");
    }
    let ways = |at: usize| desk.json(&["status", "s"])["problems"][at]["ways"].as_array().unwrap().len();
    assert_eq!((ways(0), ways(1), ways(2), ways(5)), (0, 0, 2, 2), "a sheet's versions are its member's alone");
    let results = desk.json(&["results", "s"]);
    let product = |at: usize| &results["products"][at];
    assert_eq!((&product(0)["sum"], &product(3)["sum"]), (&json!(300), &json!(300)), "what is late is in no figure");
    assert_eq!((&product(2)["phase"], &product(2)["star"]["final"]), (&json!("contested"), &Value::Null));
}

#[test]
fn verify_says_how_many_matters_stand_in_two_ways_and_that_the_files_are_sound() {
    let desk = met();
    // m1's two sheets of p02, p03 closed and p05 renamed in two ways, m4 put on the roll in two ways.
    let document = desk.json(&["verify", "s"]);
    assert_eq!((&document["ok"], &document["contested"]), (&json!(true), &json!(4)));
    let listed = problems(&desk.json(&["status", "s"])).into_iter();
    assert_eq!(listed.filter(|(kind, ..)| matches!(&kind[..], "contested" | "conflict")).count(), 4);
    for (lang, said) in [
        ("vi", "Còn 4 việc được ghi theo hai cách khác nhau, chờ giải quyết; xem danh sách bằng lệnh status.\n"),
        ("en", "4 matters stand in two ways and wait to be settled; status lists them.\n"),
    ] {
        let text = desk.done(&["verify", "s", "--lang", lang]);
        assert_eq!(text.matches(said).count(), 1, "{text}");
    }
    let quiet = Desk::with_session(3, 1, "()");
    assert_eq!(quiet.json(&["verify", "s"])["contested"], 0);
    assert!(!quiet.done(&["verify", "s"]).contains("two ways"));
}

#[test]
fn a_member_reads_on_its_own_sheet_what_is_to_be_settled_on_it() {
    let desk = met();
    let sheet = |seat, product| desk.done(&["sheet", "s", "--seat", seat, "--product", product]);
    for (seat, product, said) in [("m4", "p01", 0), ("m1", "p02", 1), ("m2", "p03", 2), ("m4", "p04", 3)] {
        assert!(sheet(seat, product).contains(&format!("\n! {}\n", SAID[said].3)), "{}", sheet(seat, product));
    }
    assert!(!sheet("m1", "p01").contains("\n! "), "another seat's matter is not this one's");
}

#[test]
fn the_ways_that_are_named_lead_out() {
    let desk = met();
    let table = |words: &[&str]| _ = desk.done(&[&["desk", "s"], words].concat());
    let why = ["--reason", "difference"];
    table(&["attendance", "m4", "left"]);
    table(&["correct", "p05", "--field", "name", "--value", "Nước mắm", "--reason", "gộp bản"]);
    table(&[&["accept", "p01", "--dispute", "late:m4"], &why[..]].concat());
    table(&[&["accept", "p04", "--dispute", "late:m4"], &why[..]].concat());
    table(&["reopen", "p03", "--reason", "gộp bản"]);
    desk.best_but("m1", "p02", &[]);
    let left = problems(&desk.json(&["status", "s"]));
    assert_eq!(left, [], "{}", desk.done(&["status", "s"]));
}
