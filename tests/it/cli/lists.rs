//! Lists that are wrong change nothing and say where; lists that are right are taken whole.

use super::{Desk, marks};

#[test]
fn a_bad_list_leaves_nothing_behind_and_names_every_place() {
    let desk = Desk::new();
    desk.write("p.csv", "name,set\nMật ong,99\n,9\n");
    desk.write("c.csv", "id,title,role\na,A,king\n");
    let before = desk.files(".");
    let said = desk.refused(&["new", "s", "--title", "T", "--products", "p.csv", "--council", "c.csv"]);
    let places: Vec<&str> = said.lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(places, ["p.csv:2:9", "p.csv:3:1", "c.csv:2:5", "c.csv"], "{said}");
    assert_eq!(desk.files("."), before);
    assert!(!desk.path("s").exists());
}

#[test]
fn too_few_members_for_the_rules_are_refused() {
    let desk = Desk::new();
    desk.write("p.csv", "name,set\nMật ong,9\n");
    desk.write("c.csv", "id,title,role\na,A,chair\nb,B,\n");
    let said = desk.refused(&["new", "s", "--title", "T", "--products", "p.csv", "--council", "c.csv"]);
    assert!(said.starts_with("c.csv: ") && said.contains('2') && said.contains('3'), "{said}");
    assert!(!desk.path("s").exists());
}

#[test]
fn rules_come_by_preset_or_by_file_and_a_slip_in_them_has_its_place() {
    let desk = Desk::with_session(5, 1, "Rules(decimals: 3)");
    let new = |name: &str, rules: &str| {
        desk.run(&[
            "new",
            name,
            "--title",
            "T",
            "--products",
            "products.csv",
            "--council",
            "seats.csv",
            "--rules",
            rules,
        ])
    };
    assert_eq!(new("central", "central").code, 0);
    let rules = desk.json(&["status", "central"])["session"]["rules"].clone();
    assert_eq!(rules["quorum"], serde_json::json!({ "seats": 5 }), "the central council: 5 of 7");
    assert_eq!(desk.json(&["status", "s"])["session"]["rules"]["decimals"], 3);
    desk.write("rules.ron", "Rules(\n  quorums: Seats(5),\n)");
    let slip = new("slip", "rules.ron");
    assert!(slip.code == 1 && slip.err.starts_with("rules.ron:2:"), "{}", slip.err);
}

#[test]
fn a_quorum_that_no_council_of_that_size_can_reach_is_refused() {
    let desk = Desk::with_session(3, 1, "()");
    let new =
        ["new", "x", "--title", "T", "--products", "products.csv", "--council", "seats.csv", "--rules", "central"];
    let said = desk.refused(&new);
    assert!(said.starts_with("seats.csv: 4 seats where the rules need 5 present"), "{said}");
}

#[test]
fn a_list_without_sets_is_refused_with_what_the_names_propose() {
    let desk = Desk::with_session(3, 1, "()");
    desk.write("p.csv", "name\nNước mắm Bến Mây\nRượu Đồi Sương\nXyz\n");
    let said = desk.refused(&["new", "x", "--title", "T", "--products", "p.csv", "--council", "seats.csv"]);
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with("p.csv:2:1: ") && lines[0].contains("perhaps 9 “"), "{said}");
    assert!(lines[1].contains("perhaps 14 “") && lines[1].contains(", 15 “"), "{said}");
    assert!(lines[2].starts_with("p.csv:4:1: ") && lines[2].contains("points to none"), "{said}");
    assert!(!desk.path("x").exists());
}

#[test]
fn marks_are_recorded_all_or_not_at_all() {
    let desk = Desk::with_session(3, 1, "()");
    desk.write("m.csv", "product,criterion,points\np01,1.1,1\np01,4.1,4\np01,9.9,1\np09,1.1,1\n");
    let before = desk.files("s");
    let said = desk.refused(&["record", "s", "--seat", "m1", "--marks", "m.csv"]);
    assert_eq!(said.lines().count(), 3, "{said}");
    assert!(said.contains("m.csv:3:9") && said.contains("1, 2, 3, 5, none"), "{said}");
    assert_eq!(desk.files("s"), before);
    // A list that reads well but that a rule refuses half way.
    desk.write("m.csv", &marks("p01", &[("5.1", "0"), ("5.2", "1")]));
    let said = desk.refused(&["record", "s", "--seat", "m1", "--marks", "m.csv", "--submit"]);
    assert!(said.starts_with("p01 5.2: "), "{said}");
    assert_eq!(desk.files("s"), before);
}

#[test]
fn equal_values_write_nothing() {
    let desk = Desk::with_session(3, 1, "()");
    desk.best_but("m1", "p01", &[]);
    let before = desk.files("s");
    let again = desk.done(&["record", "s", "--seat", "m1", "--marks", "marks.csv", "--submit"]);
    assert_eq!(again, "Nothing new to record.\n");
    assert_eq!(desk.files("s"), before);
}

#[test]
fn a_criterion_that_does_not_apply_takes_a_zero_without_a_mark() {
    let desk = Desk::with_session(3, 1, "()");
    desk.write("m.csv", &marks("p01", &[("5.1", "0"), ("5.2", "0")]));
    desk.done(&["record", "s", "--seat", "m1", "--marks", "m.csv", "--submit"]);
    let sheet = desk.json(&["sheet", "s", "--seat", "m1", "--product", "p01"]);
    assert_eq!((&sheet["state"], &sheet["marks"]["5.2"]["value"]), (&"submitted".into(), &"not_applicable".into()));
}

#[test]
fn products_that_come_later_are_added_with_their_set() {
    let desk = Desk::with_session(3, 1, "()");
    desk.write("late.csv", "name,set\nTương,7\nNước mắm nữa,9\n");
    desk.done(&["desk", "s", "add", "--products", "late.csv", "--reason", "Hồ sơ đến sau"]);
    let products = desk.json(&["results", "s"])["products"].clone();
    let found: Vec<(&str, u64)> = products
        .as_array()
        .unwrap()
        .iter()
        .map(|product| (product["id"].as_str().unwrap(), product["set"].as_u64().unwrap()))
        .collect();
    assert_eq!(found, [("p01", 9), ("p02", 7), ("p03", 9)]);
}
