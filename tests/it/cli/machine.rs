//! Rehearsals: invented, the same for the same seed, and marked as such.

use serde_json::Value;

use super::Desk;

/// The results without what is a session's own: identity and times.
fn figures(desk: &Desk, session: &str) -> Value {
    let mut document = desk.json(&["results", session]);
    document["session"]["id"].take();
    for product in document["products"].as_array_mut().unwrap() {
        if product["lock"].is_object() {
            product["lock"]["at"].take();
        }
    }
    document
}

#[test]
fn a_seed_gives_the_same_sitting_and_another_seed_another() {
    let desk = Desk::new();
    let make = |name: &str, seed: &str| {
        desk.done(&["rehearse", name, "--products", "3", "--seats", "5", "--seed", seed, "--state", "locked"]);
        figures(&desk, name)
    };
    let (one, again, other) = (make("one", "7"), make("again", "7"), make("other", "8"));
    assert_eq!(one, again);
    assert_ne!(one["products"], other["products"]);
    assert_eq!(one["session"]["purpose"], "rehearsal");
    assert!(one["products"].as_array().unwrap().iter().all(|product| product["phase"] == "locked"));
    assert!(desk.json(&["verify", "one"])["ok"].as_bool().unwrap());
}

#[test]
fn a_rehearsal_goes_as_far_as_asked() {
    let desk = Desk::new();
    desk.done(&["rehearse", "scored", "--products", "3", "--seats", "4", "--state", "scored"]);
    let status = desk.json(&["status", "scored"]);
    for product in status["products"].as_array().unwrap() {
        assert_eq!((&product["phase"], &product["waiting_for"][0]["kind"]), (&"blind".into(), &"reveal".into()));
    }
    desk.done(&["rehearse", "open", "--products", "3", "--seats", "4"]);
    let states: Vec<String> = desk.json(&["status", "open"])["products"]
        .as_array()
        .unwrap()
        .iter()
        .map(|product| product["sheets"][0]["state"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!((states[0].as_str(), states[2].as_str()), ("submitted", "missing"));
    assert_eq!(desk.run(&["rehearse", "x", "--seats", "2"]).code, 2);
}
