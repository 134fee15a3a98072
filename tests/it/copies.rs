//! Two copies of a session folder that went on apart: merged either way, in any order, as often as one likes, they say
//! the same, and nothing of either is lost.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use crate::cli::Desk;

/// Copies a session folder as a file manager would.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (path, into) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &into);
        } else {
            std::fs::copy(&path, &into).unwrap();
        }
    }
}

/// Two machines, each with a copy `s` of one session of four members and three products, on which m1 has handed in a
/// sheet before they parted.
fn two_copies() -> [Desk; 2] {
    let (a, b) = (Desk::with_session(4, 3, "()"), Desk::new());
    a.best_but("m1", "p01", &[]);
    copy(&a.path("s"), &b.path("s"));
    [a, b]
}

/// The desk and two members at A; two others, one of them m1 who goes on, at B.
fn go_on_apart(a: &Desk, b: &Desk) {
    a.best_but("m2", "p01", &[("4.1", "3")]);
    a.best_but("m2", "p02", &[]);
    a.best_but("m3", "p01", &[("3.5", "2")]);
    a.done(&["desk", "s", "attendance", "m4", "absent"]);
    a.done(&["desk", "s", "reveal", "p01"]);
    a.done(&["desk", "s", "lock", "p01"]);
    a.done(&["desk", "s", "close", "p03", "--as", "withdrawn", "--ground", "Chủ thể rút"]);
    b.best_but("m1", "p02", &[("7", "0")]);
    b.best_but("m4", "p01", &[("1.2", "1")]);
    b.best_but("m4", "p02", &[]);
    b.done(&["recuse", "s", "--seat", "m1", "--product", "p03", "--reason", "Người nhà"]);
    b.done(&["raise", "s", "--seat", "m4", "--product", "p02", "--words", "Thiếu giấy"]);
}

/// What two machines are compared by.
fn said(desk: &Desk) -> [Value; 3] {
    ["results", "status", "disputes"].map(|command| desk.json(&[command, "s"]))
}

/// The lines of every log, wherever they stand.
fn lines(desk: &Desk) -> BTreeSet<String> {
    let logs = desk.files("s/logs").into_iter();
    logs.flat_map(|(_, bytes)| String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Takes the other machine's folder, as it lies on a stick.
fn merge(desk: &Desk, other: &Desk) -> String {
    desk.done(&["merge", "s", other.path("s").to_str().unwrap()])
}

#[test]
fn copies_merged_either_way_and_twice_say_the_same_and_lose_nothing() {
    let mut outcomes = Vec::new();
    for b_first in [false, true] {
        let [a, b] = two_copies();
        go_on_apart(&a, &b);
        let apart: BTreeSet<String> = &lines(&a) | &lines(&b);
        assert!(lines(&a).len() < apart.len() && lines(&b).len() < apart.len());
        let (first, second) = if b_first { (&b, &a) } else { (&a, &b) };
        merge(first, second);
        merge(second, first);
        assert_eq!(said(&a), said(&b), "b first: {b_first}");
        assert_eq!((lines(&a), lines(&b)), (apart.clone(), apart.clone()));
        for _ in 0..2 {
            for again in [merge(&a, &b), merge(&b, &a)] {
                assert!(again.contains("0 new entries: all "), "{again}");
            }
        }
        assert_eq!(said(&a), said(&b));
        assert_eq!((lines(&a), lines(&b)), (apart.clone(), apart));
        assert!(a.json(&["verify", "s"])["ok"].as_bool().unwrap() && b.json(&["verify", "s"])["ok"].as_bool().unwrap());

        let [results, status, disputes] = said(&a);
        let product = |at: usize| results["products"][at].clone();
        // What is decided stays decided, with its figures; the sheet that came late is named beside it.
        assert_eq!((&product(0)["phase"], &product(0)["counted"]), (&json!("locked"), &json!(3)));
        assert_eq!(product(0)["lock"]["result"]["sum"], json!(100 + 98 + 99));
        let late = disputes["disputes"].as_array().unwrap().iter().find(|one| one["kind"] == "late").unwrap();
        assert_eq!((&late["product"], &late["seat"]), (&json!("p01"), &json!("m4")));
        let sheets: Vec<&Value> = status["products"][1]["sheets"].as_array().unwrap().iter().collect();
        let states: Vec<&str> = sheets.iter().map(|sheet| sheet["state"].as_str().unwrap()).collect();
        assert_eq!(states[..3], ["submitted", "submitted", "missing"]);
        assert_eq!(product(2)["closed"]["as"], "withdrawn");
        outcomes.push(masked([results, status, disputes]));
    }
    assert_eq!(outcomes[0], outcomes[1], "the order of merging does not show");
}

/// The documents without what is each session's own: its identity, the hashes of its entries, the times.
fn masked(mut documents: [Value; 3]) -> [Value; 3] {
    fn mask(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|key, _| !matches!(key.as_str(), "at" | "entry"));
                fields.values_mut().for_each(mask);
            }
            Value::Array(values) => values.iter_mut().for_each(mask),
            _ => {}
        }
    }
    for document in &mut documents {
        document["session"]["id"].take();
        mask(document);
    }
    documents
}

#[test]
fn two_desks_that_decided_apart_contest_on_both_machines_alike() {
    let [a, b] = two_copies();
    a.done(&["desk", "s", "close", "p03", "--as", "withdrawn", "--ground", "Chủ thể rút"]);
    b.done(&["desk", "s", "close", "p03", "--as", "put-off", "--ground", "Chờ hồ sơ"]);
    merge(&b, &a);
    merge(&a, &b);
    merge(&a, &b);
    assert_eq!(said(&a), said(&b));
    assert_eq!(a.json(&["status", "s"])["products"][2]["phase"], "contested");
    a.done(&["desk", "s", "reopen", "p03", "--reason", "Gộp hai bản"]);
    merge(&b, &a);
    assert_eq!(said(&a), said(&b));
    assert_eq!(b.json(&["status", "s"])["products"][2]["phase"], "blind");
}
