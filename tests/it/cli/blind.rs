//! A blind product leaks nothing: what is printed is the same whatever the hidden sheets say.

use serde_json::{Value, json};

use super::Desk;

/// Everything that may be read of a session, its identity and time masked.
fn everything(desk: &Desk) -> String {
    let id = desk.json(&["results", "s"])["session"]["id"].as_str().unwrap().to_owned();
    let commands: [&[&str]; 8] = [
        &["results", "s", "--format", "json"],
        &["results", "s", "--format", "csv"],
        &["results", "s"],
        &["status", "s", "--format", "json"],
        &["status", "s", "--format", "csv"],
        &["status", "s"],
        &["disputes", "s", "--format", "json"],
        &["disputes", "s"],
    ];
    commands.iter().map(|command| desk.done(command)).collect::<String>().replace(&id, "ID")
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
    let product = desk.json(&["results", "s"])["products"][0].clone();
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
    assert_eq!(product["stability"], json!({ "stable": null, "without": [], "flip": { "up": null, "down": null } }));
    assert_eq!(product["sheets"][0], json!({ "seat": "m1", "state": "submitted" }));
}
