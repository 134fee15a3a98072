//! A clock that is ten years off, either way, and one that jumps from act to act: the results are the same (G7).

use super::machine::{Machine, masked};
use super::tools::{Need, faketime, offers};

/// A whole sitting, from lists to the seal; each command by the next of the clocks given (`+0` is the right one).
fn sitting(clocks: &[&str]) -> (serde_json::Value, String) {
    let place = tempfile::tempdir().unwrap();
    Machine::at(place.path()).lists(2);
    let library = faketime().expect("it was found").display().to_string();
    let on = |number: usize| {
        let shift = clocks[number % clocks.len()];
        Machine::at(place.path()).with("LD_PRELOAD", &library).with("FAKETIME", shift)
    };
    let deeds: [&[&str]; 13] = [
        &Machine::NEW,
        &["record", "@s", "--seat", "m1", "--marks", "@all.csv", "--submit"],
        &["record", "@s", "--seat", "m2", "--marks", "@all.csv", "--submit"],
        &["take-back", "@s", "--seat", "m2", "--product", "p01"],
        &["record", "@s", "--seat", "m3", "--marks", "@split.csv", "--submit"],
        &["record", "@s", "--seat", "m2", "--marks", "@split.csv"],
        &["record", "@s", "--seat", "m2", "--marks", "@all.csv", "--submit"],
        &["desk", "@s", "attendance", "tk", "absent"],
        &["desk", "@s", "reveal", "p01"],
        &["desk", "@s", "accept", "p01", "--dispute", "spread", "--reason", "difference"],
        &["desk", "@s", "lock", "p01"],
        &["desk", "@s", "close", "p02", "--as", "put-off", "--ground", "Chờ hồ sơ"],
        &["desk", "@s", "seal"],
    ];
    for (number, deed) in deeds.iter().enumerate() {
        on(number).done(deed);
    }
    let results = on(0).json(&["results", "@s"]);
    assert_eq!(on(0).json(&["verify", "@s"])["ok"], true);
    let file = std::fs::read_to_string(place.path().join("s/session.ron")).unwrap();
    (masked(results), file.rsplit("\n  at: \"").next().unwrap_or_default()[..4].to_owned())
}

#[test]
fn a_clock_ten_years_off_changes_no_result() {
    if !offers("clocks", &[Need::Faketime]) {
        return;
    }
    let (now, year) = sitting(&["+0"]);
    assert_eq!(now["products"][0]["sum"], 288, "100, 100 and twelve points fewer");
    for clocks in [&["+3652d"][..], &["-3652d"], &["+3652d", "-3652d", "+0"]] {
        let (other, other_year) = sitting(clocks);
        assert_eq!(other, now, "{clocks:?}");
        assert!(clocks.len() > 1 || other_year != year, "the clock was not off");
    }
}
