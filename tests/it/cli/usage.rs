//! Exit codes, languages, help, and what happens when nobody listens.

use std::process::Stdio;

use super::{Desk, Ran};

#[test]
fn each_kind_of_no_has_its_exit_code() {
    let desk = Desk::with_session(3, 1, "()");
    assert_eq!(desk.run(&["status", "s"]).code, 0);
    assert_eq!(desk.run(&["submit", "s", "--seat", "m1", "--product", "p01"]).code, 1, "a rule");
    assert_eq!(desk.run(&["submit", "s", "--seat", "nobody", "--product", "p01"]).code, 1, "no such seat");
    assert_eq!(desk.run(&["status"]).code, 2, "no folder named");
    assert_eq!(desk.run(&["statsu", "s"]).code, 2, "no such command");
    assert_eq!(desk.run(&["submit", "s", "--seat", "M 1", "--product", "p01"]).code, 2, "no id at all");
    assert_eq!(desk.run(&["status", "nowhere"]).code, 3, "no such folder");
    assert_eq!(desk.run(&["new", "s", "--title", "T", "--products", "products.csv", "--council", "seats.csv"]).code, 3);
}

#[test]
fn one_sentence_in_the_language_asked_for_says_what_is_wrong() {
    let desk = Desk::with_session(3, 1, "()");
    let say = |arguments: &[&str]| {
        let ran = desk.run(arguments);
        assert!(ran.out.is_empty() && ran.err.lines().count() == 1, "{} {}", ran.out, ran.err);
        ran.err
    };
    assert!(say(&["submit", "s", "--seat", "m1", "--product", "p01"]).contains("not scored"));
    assert!(say(&["submit", "s", "--seat", "m1", "--product", "p01", "--lang", "vi"]).contains("chưa chấm"));
    assert!(say(&["--lang=vi", "statsu"]).contains("có phải “status”?"));
    assert!(say(&["results", "s", "--format", "xml"]).contains("text, json, csv"));
    assert!(say(&["status", "nowhere", "--lang", "vi"]).starts_with("không đọc được nowhere: không có ở đó"));
    // A wrong value is told once, wherever it stands; nothing of it is said in other words again.
    for arguments in [&["--lang", "eng", "status", "s"][..], &["status", "s", "--lang=eng"], &["--lang", "eng"]] {
        assert_eq!(say(arguments), "--lang says “eng” where vi, en is needed; see: ocop-council --help\n");
    }
    assert!(say(&["--lang", "en", "--lang", "vi", "status", "s"]).contains("“--lang” is too many or given twice"));
}

#[test]
fn the_language_is_the_one_asked_for_then_the_settings_then_the_systems_then_vietnamese() {
    let desk = Desk::new();
    let vietnamese = |ran: Ran| ran.out.contains("Chưa có phiên nào");
    let with = |locale: &str| Ran::of(desk.command().env("LC_ALL", locale).output().unwrap());
    assert!(vietnamese(with("vi_VN.UTF-8")) && !vietnamese(with("en_US.UTF-8")) && vietnamese(with("C")));
    std::fs::create_dir_all(desk.path("home")).unwrap();
    desk.write("home/settings.ron", "(format: 1, lang: Some(\"vi\"))");
    assert!(vietnamese(with("en_US.UTF-8")), "settings come before the system");
    assert!(!vietnamese(desk.run(&["--lang", "en"])));
}

#[test]
fn help_is_in_both_languages_and_names_the_usage_of_the_manual() {
    let desk = Desk::new();
    let english = desk.done(&["record", "--help"]);
    assert!(english.contains("Usage: ocop-council record DIR --seat ID --marks FILE [--submit]"), "{english}");
    let vietnamese = desk.done(&["record", "--help", "--lang", "vi"]);
    assert!(vietnamese.contains("Cách dùng: ocop-council record DIR"), "{vietnamese}");
    assert!(desk.done(&["--version"]).starts_with("ocop-council "));
    assert!(desk.done(&["desk", "s", "reveal", "--help"]).contains("--ready"));
}

#[test]
fn without_a_terminal_the_sessions_are_listed_as_text() {
    let desk = Desk::new();
    desk.done(&["rehearse", "sessions/mot", "--products", "2", "--seats", "3"]);
    let list = desk.done(&[]);
    assert!(list.contains("sessions/mot") && list.contains("0 of 2") && list.contains("ocop-council open"), "{list}");
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let desk = Desk::new();
    let mut child = desk
        .command()
        .args(["rubric", "show", "qd26-2026", "--format", "json"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn no_control_character_of_a_list_reaches_the_terminal() {
    let desk = Desk::new();
    desk.write("p.csv", "name,set\n\u{1b}[31mMật\u{202e} ong\u{7},\u{1b}[2J9x\n");
    desk.write("c.csv", "id,title,role\na,A,chair\nb,B,\nc,C,\n");
    let said = desk.refused(&["new", "s", "--title", "T", "--products", "p.csv", "--council", "c.csv"]);
    assert!(said.chars().all(|c| c == '\n' || !c.is_control()), "{said:?}");
}
