//! A blind product leaks nothing: what is printed is the same whatever the hidden sheets say.

use serde_json::{Value, json};

use super::Desk;

/// Everything that may be read of a session, its identity and time masked.
fn everything(desk: &Desk) -> String {
    let id = desk.json(&["results", "s"])["session"]["id"].as_str().unwrap().to_owned();
    // The last entry that may be seen: both sheets are handed in by then.
    let history = desk.json(&["history", "s"]);
    let last = history["entries"].as_array().unwrap().last().unwrap()["entry"].as_str().unwrap().to_owned();
    let commands: [&[&str]; 18] = [
        &["results", "s", "--format", "json"],
        &["results", "s", "--format", "csv"],
        &["results", "s"],
        &["status", "s", "--format", "json"],
        &["status", "s", "--format", "csv"],
        &["status", "s"],
        &["disputes", "s", "--format", "json"],
        &["disputes", "s"],
        &["history", "s", "--format", "json"],
        &["history", "s"],
        &["history", "s", "--product", "p01"],
        &["why", "s", "p01", "--format", "json"],
        &["why", "s", "p01"],
        &["why", "s", "p01", "--at", &last],
        &["status", "s", "--at", &last],
        &["status", "s", "--at", &last, "--format", "json"],
        &["results", "s", "--at", &last],
        &["results", "s", "--at", &last, "--format", "json"],
    ];
    masked(&commands.iter().map(|command| desk.done(command)).collect::<String>().replace(&id, "ID"))
}

/// Codes of entries and times masked: the first are salted by each log's nonce, the second are the machine's.
fn masked(text: &str) -> String {
    let word = |word: &str| {
        let is_code = word.len() >= 10 && word.chars().all(|c| c.is_ascii_hexdigit());
        let is_time = word.len() >= 5 && word.as_bytes()[2] == b':' || word.starts_with("20") && word.contains('T');
        if is_code || is_time { "#".to_owned() } else { word.to_owned() }
    };
    let apart = |c: char| c.is_whitespace() || matches!(c, '"' | ',' | '(' | ')');
    let mut masked = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(apart) {
        let gap = rest[at..].chars().next().unwrap();
        masked += &word(&rest[..at]);
        masked.push(gap);
        rest = &rest[at + gap.len_utf8()..];
    }
    masked + &word(rest)
}

#[test]
fn the_history_of_a_blind_product_names_who_handed_in_and_not_a_single_mark() {
    let desk = Desk::with_session(3, 2, "()");
    desk.best_but("m1", "p01", &[("4.1", "1")]);
    let entries = desk.json(&["history", "s"])["entries"].as_array().unwrap().clone();
    let acts: Vec<&str> = entries.iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    assert_eq!(acts, ["submit"]);
    assert!(!desk.done(&["history", "s"]).contains("4.1"));
    let why = desk.json(&["why", "s", "p01"]);
    assert_eq!(why["statements"].as_array().unwrap().len(), 1);
    assert_eq!(why["statements"][0]["kind"], "blind");
}

#[test]
fn two_different_hidden_sheets_print_the_same() {
    let (high, low) = (Desk::with_session(3, 1, "()"), Desk::with_session(3, 1, "()"));
    for seat in ["m1", "m2"] {
        high.best_but(seat, "p01", &[]);
        low.best_but(seat, "p01", &[("4.1", "1"), ("1.1", "none"), ("7", "0")]);
    }
    assert_eq!(everything(&high), everything(&low));
}

#[test]
fn a_blind_product_has_the_same_keys_and_nothing_in_them() {
    let desk = Desk::with_session(3, 1, "()");
    desk.best_but("m1", "p01", &[]);
    let document = desk.json(&["results", "s"]);
    let product = document["products"][0].clone();
    assert_eq!(product["phase"], "blind");
    for scalar in ["round", "counted", "sum", "spread", "closed", "lock"] {
        assert_eq!(product.get(scalar), Some(&Value::Null), "{scalar}");
    }
    assert_eq!(product["mean"], json!({ "num": null, "den": null, "text": null }));
    let star = json!({
        "by_points": null, "by_minima": null, "final": null, "outcome": null, "because": [], "recognised": null
    });
    assert_eq!(product["star"], star);
    assert_eq!((&product["minima"], &product["disputes"]), (&json!([]), &json!([])));
    let stability = json!({ "stable": null, "without": [], "pairs": [], "flip": { "up": null, "down": null } });
    assert_eq!((&product["stability"], &product["open"]), (&stability, &Value::Null));
    assert_eq!((&document["readings"], &document["agreed"]), (&json!([]), &json!([])));
    assert_eq!(product["sheets"][0], json!({ "seat": "m1", "state": "submitted" }));
}
