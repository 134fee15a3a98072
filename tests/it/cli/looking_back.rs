//! `why`, `history` and `--at`: how a result came about, and the session as it stood at any act.

use serde_json::Value;

use super::Desk;

/// Three sheets, the third with one point of five on 4.1 and three of five on 1.1; opened, scored again, locked.
fn two_rounds() -> Desk {
    let desk = Desk::with_session(3, 1, "()");
    desk.best_but("m1", "p01", &[]);
    desk.best_but("m2", "p01", &[]);
    desk.best_but("m3", "p01", &[("4.1", "1"), ("1.1", "3")]);
    desk.done(&["desk", "s", "reveal", "p01"]);
    let asked = ["desk", "s", "rescore", "p01", "--seats", "m3", "--criteria", "4.1", "--reason", "2: trang 12"];
    desk.done(&asked);
    desk.write("again.csv", "product,criterion,points\np01,4.1,5\n");
    desk.done(&["record", "s", "--seat", "m3", "--marks", "again.csv", "--submit"]);
    desk.done(&["desk", "s", "reveal", "p01"]);
    desk.done(&["desk", "s", "lock", "p01"]);
    desk
}

/// The codes of the entries with an act of this name.
fn codes(desk: &Desk, act: &str) -> Vec<String> {
    let history = desk.json(&["history", "s"]);
    let entries = history["entries"].as_array().unwrap();
    let of = entries.iter().filter(|entry| entry["act"] == act);
    of.map(|entry| entry["entry"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn why_adds_up_what_the_marks_say_and_tells_the_round_as_before_and_after() {
    let desk = two_rounds();
    let said = desk.done(&["why", "s", "p01"]);
    // 100 + 100 + (100 - 2): the second round gave back the four points of 4.1.
    assert!(said.contains("= 298 points. The mean is 298/3 = 99.33."), "{said}");
    assert!(said.contains("scored again: 4.1: 1 → 5; total 94 → 98."), "{said}");
    assert!(said.contains("further evidence – trang 12") && said.contains("The result is locked"), "{said}");
    let vi = desk.done(&["why", "s", "p01", "--lang", "vi"]);
    assert!(vi.contains("= 298 điểm. Trung bình 298/3 = 99,33.") && vi.contains("DIỄN BIẾN"), "{vi}");
    let json = desk.json(&["why", "s", "p01"]);
    let kinds: Vec<&str> =
        json["statements"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[0], "outcome");
    let course = ["began", "handed_in", "opened", "rescore", "answered", "opened", "lock"];
    assert_eq!(kinds[kinds.len() - course.len()..], course);
    assert!(json["statements"][0]["text"]["vi"].as_str().unwrap().starts_with("Kết quả đã khóa"));
}

#[test]
fn results_and_status_go_back_to_any_entry_and_say_so() {
    let desk = two_rounds();
    let first = codes(&desk, "reveal")[0].clone();
    let then = desk.json(&["results", "s", "--at", &first]);
    assert_eq!(then["session"]["as_of"]["entry"], first.as_str());
    let product = &then["products"][0];
    // 100 + 100 + 94.
    assert_eq!((&product["phase"], &product["sum"]), (&Value::from("revealed"), &Value::from(294)));
    assert_eq!(desk.json(&["results", "s"])["products"][0]["sum"], 298);
    assert_eq!(desk.json(&["results", "s"])["session"]["as_of"], Value::Null);
    let said = desk.done(&["status", "s", "--at", &first[..8]]);
    assert!(said.starts_with("AS OF ") && said.contains("NOT THE PRESENT"), "{said}");
    let before = codes(&desk, "submit")[1].clone();
    let blind = desk.json(&["results", "s", "--at", &before]);
    assert_eq!((&blind["products"][0]["phase"], &blind["products"][0]["sum"]), (&Value::from("blind"), &Value::Null));
    assert_eq!(desk.json(&["why", "s", "p01", "--at", &before])["statements"][0]["kind"], "blind");
}

#[test]
fn a_code_that_names_nothing_is_refused_and_so_is_a_table_without_room_for_the_mark() {
    let desk = two_rounds();
    assert!(desk.refused(&["results", "s", "--at", "zz"]).contains("no entry"));
    assert!(desk.refused(&["status", "s", "--at", ""]).contains("more digits"));
    let first = codes(&desk, "reveal")[0].clone();
    let csv = desk.run(&["results", "s", "--at", &first, "--format", "csv"]);
    assert_eq!((csv.code, csv.out.as_str()), (2, ""));
}

#[test]
fn history_lists_marks_once_they_are_open_and_can_be_narrowed() {
    let desk = two_rounds();
    let all = desk.json(&["history", "s"])["entries"].as_array().unwrap().len();
    // 31 marks of each of three sheets, one more in the second round; five of them hand-ins and acts of the desk.
    assert_eq!(all, 31 * 3 + 1 + 4 + 4);
    let of_desk = desk.json(&["history", "s", "--seat", "desk"]);
    assert_eq!(of_desk["entries"].as_array().unwrap().len(), 4);
    assert!(of_desk["entries"].as_array().unwrap().iter().all(|one| one["standing"] == "effective"));
    let of_third = desk.done(&["history", "s", "--seat", "m3", "--product", "p01"]);
    assert!(of_third.contains("p01 · scored 4.1: 1 point") && of_third.contains("p01 · scored 4.1: 5 points"));
    assert_eq!(desk.run(&["history", "s", "--product", "p99"]).code, 1);
}

#[test]
fn a_mark_of_the_second_round_is_not_in_the_history_before_it_is_opened() {
    let desk = Desk::with_session(3, 1, "()");
    for seat in ["m1", "m2", "m3"] {
        desk.best_but(seat, "p01", &[]);
    }
    desk.done(&["desk", "s", "reveal", "p01"]);
    desk.done(&["desk", "s", "rescore", "p01", "--seats", "m3", "--criteria", "4.1", "--reason", "1"]);
    desk.write("again.csv", "product,criterion,points\np01,4.1,1\n");
    desk.done(&["record", "s", "--seat", "m3", "--marks", "again.csv", "--submit"]);
    assert!(!desk.done(&["history", "s"]).contains("4.1: 1 point"));
    desk.done(&["desk", "s", "reveal", "p01"]);
    assert!(desk.done(&["history", "s"]).contains("4.1: 1 point"));
}
