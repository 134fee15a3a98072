//! Carrying by commands: what is handed over, merged, copied and put back, in words and as JSON.

use ocop_council::store::{self, Places};
use serde_json::json;

use super::Desk;

#[test]
fn a_merge_says_whose_entries_it_brought_on_what_and_what_is_still_missing() {
    let desk = Desk::with_session(3, 2, "()");
    std::fs::create_dir(desk.path("copy")).unwrap();
    desk.done(&["copy", "s", "copy"]);
    desk.best_but("m2", "p01", &[]);
    std::fs::create_dir(desk.path("rubbish")).unwrap();
    desk.write("rubbish/m2-aaaaaaaa.log", "no log\n");
    let text = desk.done(&["merge", "copy/s", "s", "rubbish/m2-aaaaaaaa.log"]);
    assert!(text.contains("32 new entries were taken in."), "{text}");
    assert!(text.contains("Thành viên 2: 32 new (product 1)"), "{text}");
    assert!(
        text.contains("Left alone, not of this session (1):") && text.contains("rubbish/m2-aaaaaaaa.log: is no log"),
        "{text}"
    );
    assert!(text.contains("Thành viên 2: 1 of 2 sheets not in"), "{text}");
    assert!(text.contains("Chủ tịch: 2 of 2 sheets not in"), "{text}");

    let again = desk.json(&["merge", "copy/s", "s"]);
    assert_eq!((&again["new"], &again["known"]), (&json!(0), &json!(32)));
    let from = json!([{ "seat": "m2", "title": "Thành viên 2", "new": 0, "known": 32, "products": [] }]);
    assert_eq!(again["brought"], from);
    let missing = json!({ "seat": "m2", "title": "Thành viên 2", "missing": 1, "of": 2 });
    assert!(again["missing"].as_array().unwrap().contains(&missing), "{again}");
    let nothing = desk.run(&["merge", "copy/s", "rubbish", "--format", "json"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.out.contains("\"why\": \"no_log\"") || nothing.out.contains("\"why\": \"nothing_there\""));
}

#[test]
fn a_handed_file_says_what_is_in_it_and_never_lands_on_another_file() {
    let desk = Desk::with_session(3, 1, "()");
    let text = desk.done(&["hand-out", "s", "m2.out", "--seat", "m2"]);
    let size = std::fs::metadata(desk.path("m2.out")).unwrap().len();
    assert!(text.contains("File to hand out to Thành viên 2: m2.out ("), "{text}");
    assert!(text.contains("Does not contain: anyone else's marks."), "{text}");
    let document = desk.json(&["hand-out", "s", "m2.out", "--seat", "m2"]);
    assert_eq!(document, json!({ "file": "m2.out", "bytes": size, "way": "out", "seat": "m2", "desk": 0, "own": 0 }));
    desk.write("precious.txt", "mine\n");
    assert_eq!(desk.run(&["hand-out", "s", "precious.txt"]).code, 3);
    assert_eq!(std::fs::read(desk.path("precious.txt")).unwrap(), b"mine\n");
    let empty = desk.done(&["hand-in", "s", "m2.in", "--seat", "m2"]);
    assert!(empty.contains("There are no marks in it yet"), "{empty}");
}

#[test]
fn a_copy_on_a_stick_is_checked_brought_up_to_date_and_put_back() {
    let desk = Desk::with_session(3, 1, "()");
    std::fs::create_dir(desk.path("usb")).unwrap();
    let text = desk.done(&["copy", "s", "usb"]);
    assert!(text.contains("Copied and checked: usb/s") && text.contains("the stick may be taken out"), "{text}");
    assert!(!text.contains("guarantee"), "{text}");
    desk.best_but("m2", "p01", &[]);
    let document = desk.json(&["copy", "s", "usb"]);
    assert_eq!((&document["how"], &document["new"], &document["ahead"]), (&json!("updated"), &json!(32), &json!(0)));
    assert_eq!(desk.run(&["copy", "s", "no-stick/there"]).code, 3);
    assert!(!desk.path("no-stick").exists());
    desk.done(&["restore", "usb/s", "back"]);
    assert_eq!(desk.json(&["status", "back"])["products"], desk.json(&["status", "s"])["products"]);
    desk.done(&["rehearse", "other", "--products", "1", "--seats", "3"]);
    assert!(desk.refused(&["copy", "s", "other"]).contains("another session lies there"));
    assert!(desk.done(&["backups"]).contains("No copies are kept"));
}

#[test]
fn a_copy_of_a_damaged_session_is_written_and_is_no_success() {
    let desk = Desk::with_session(3, 1, "()");
    desk.best_but("m2", "p01", &[]);
    std::fs::create_dir(desk.path("usb")).unwrap();
    desk.done(&["copy", "s", "sound"]);
    let (log, bytes) =
        desk.files("s/logs").into_iter().find(|(log, _)| log.extension().is_some_and(|end| end == "log")).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let damaged = text.replacen("Mark(", "Merk(", 1);
    assert_ne!(damaged, text);
    std::fs::write(&log, &damaged).unwrap();
    for (target, how) in [("usb", "fresh"), ("usb", "updated")] {
        let ran = desk.run(&["copy", "s", target, "--format", "json"]);
        let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((ran.code, &document["how"], &document["checked"]), (1, &json!(how), &json!(true)));
        assert!(!document["damaged"].as_array().unwrap().is_empty(), "{document}");
    }
    let ran = desk.run(&["copy", "s", "elsewhere"]);
    assert!(ran.code == 1 && ran.out.contains("the stick may be taken out"), "{}", ran.out);
    assert!(ran.out.contains("find a sound copy on another machine") && ran.err.is_empty(), "{}{}", ran.out, ran.err);
    assert_eq!(desk.run(&["restore", "usb/s", "back"]).code, 1);
    // Made good here, it is a copy like any other, in words and in figures.
    desk.done(&["merge", "s", "sound"]);
    let fresh = desk.json(&["copy", "s", "whole"]);
    let again = desk.json(&["copy", "s", "whole"]);
    assert_eq!((&again["refused"], &again["damaged"]), (&json!([]), &json!([])));
    assert_eq!((&again["files"], &again["bytes"]), (&fresh["files"], &fresh["bytes"]));
}

#[test]
fn of_a_seat_of_which_nothing_is_here_no_count_is_told() {
    let desk = Desk::with_session(3, 1, "()");
    desk.best_but("m1", "p01", &[]);
    desk.done(&["hand-out", "s", "m2.out", "--seat", "m2"]);
    assert!(desk.done(&["status", "s"]).contains("waits for: nothing here from: m2, m3"));
    let places = Places::find(None, Some(&desk.path("home"))).unwrap();
    let (folder, _) = store::take_in(&desk.path("m2.out"), &places).unwrap();
    let folder = folder.to_str().unwrap();
    assert!(desk.done(&["status", folder]).contains("waits for: nothing here from: m1, m2, m3"));
    desk.done(&["opinion", folder, "--seat", "m2", "--product", "p01", "--words", "Ngon"]);
    assert!(desk.done(&["status", folder, "--lang", "vi"]).contains("chờ: m2 0/31; chưa thấy gì ở đây: m1, m3"));
    assert_eq!(desk.json(&["status", folder])["products"][0]["sheets"][0]["scored"], 0, "the figures stay");
}

#[test]
fn what_lies_among_the_logs_and_is_none_is_no_damage() {
    let desk = Desk::with_session(3, 1, "()");
    desk.write("s/logs/note.txt", "hello\n");
    desk.write("s/logs/m1-aaaaaaaa.log", "hello\n");
    let status = desk.json(&["status", "s"]);
    let kinds: Vec<_> = status["problems"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(kinds, ["damage", "stray"]);
    let verify = desk.run(&["verify", "s", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&verify.out).unwrap();
    assert_eq!((verify.code, found["problems"].as_array().unwrap().len()), (1, 1));
    assert_eq!(found["problems"][0]["file"], "logs/m1-aaaaaaaa.log");
    assert_eq!(found["ignored"], json!([{ "file": "logs/note.txt", "what": "no log, ignored" }]));
    std::fs::remove_file(desk.path("s/logs/m1-aaaaaaaa.log")).unwrap();
    assert!(desk.json(&["verify", "s"])["ok"].as_bool().unwrap(), "a stray file takes no part");
}

#[test]
fn a_folder_that_is_no_session_is_refused_as_such() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("photos")).unwrap();
    desk.write("photos/a.txt", "x");
    for path in ["photos", "photos/a.txt"] {
        assert!(desk.refused(&["open", path]).contains("no session lies here"), "{path}");
    }
    assert!(desk.refused(&["status", "photos"]).contains("no session lies here"));
    assert_eq!(desk.run(&["open", "nowhere"]).code, 3, "what is not there may be a stick that is not plugged in");
}
