//! The JSON that scripts rely on, field by field. Figures worked out by hand from QĐ 26/2026: a set's best levels add
//! up to A 40, B 25, C 35; on 4.1 of set 9 the best level (5) is the least for 5★ and the one below (3) for 4★.

use serde_json::{Value, json};

use super::Desk;

/// Seven sheets at the maximum, but for the last member's 4.1: 5 5 5 5 5 5 3. Sum 6 × 100 + 98.
fn seven_sheets(rules: &str) -> Desk {
    let desk = Desk::with_session(7, 2, rules);
    for number in 1..=7 {
        let but: &[(&str, &str)] = if number == 7 { &[("4.1", "3")] } else { &[] };
        desk.best_but(&format!("m{number}"), "p01", but);
    }
    desk.done(&["desk", "s", "reveal", "p01"]);
    desk
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn results_have_the_fields_of_the_contract_in_its_order() {
    let desk = seven_sheets("Rules(minima: Mean)");
    let document = desk.json(&["results", "s"]);
    assert_eq!(keys(&document), ["session", "products", "readings", "agreed", "problems"]);
    let session = &document["session"];
    for key in ["id", "title", "rubric", "sealed", "rules"] {
        assert!(!session[key].is_null(), "{key}");
    }
    assert_eq!((&session["rubric"], &session["sealed"]), (&json!("qd26-2026"), &json!(false)));
    assert_eq!((&session["rules"]["minima"], &session["rules"]["spread_limit"]), (&json!("mean"), &json!(10)));
    let product = &document["products"][0];
    let fields = [
        "id",
        "name",
        "set",
        "phase",
        "round",
        "sheets",
        "counted",
        "sum",
        "mean",
        "spread",
        "star",
        "minima",
        "disputes",
        "stability",
        "open",
        "closed",
        "lock",
    ];
    assert_eq!(keys(product), fields);
    assert_eq!(product["phase"], "revealed");
    assert_eq!((&product["set"], &product["round"], &product["counted"]), (&json!(9), &json!(1), &json!(7)));
    assert_eq!((&product["sum"], &product["spread"]), (&json!(698), &json!(2)));
    assert_eq!(product["mean"], json!({ "num": 698, "den": 7, "text": "99.71" }));
    assert_eq!((&product["closed"], &product["lock"], &document["problems"]), (&json!(null), &json!(null), &json!([])));
}

#[test]
fn a_sheet_says_its_parts_its_total_and_every_mark() {
    let desk = seven_sheets("Rules(minima: Mean)");
    let document = desk.json(&["results", "s"]);
    let sheet = &document["products"][0]["sheets"][6];
    assert_eq!(keys(sheet), ["seat", "state", "parts", "total", "marks"]);
    assert_eq!((&sheet["seat"], &sheet["state"], &sheet["total"]), (&json!("m7"), &json!("submitted"), &json!(98)));
    assert_eq!(sheet["parts"], json!({ "A": 40, "B": 23, "C": 35 }));
    assert_eq!(sheet["marks"]["4.1"], json!({ "value": "level", "level": "c", "points": 3, "case": null }));
    let first = &document["products"][0]["sheets"][0]["marks"]["4.1"];
    assert_eq!(*first, json!({ "value": "level", "level": "d", "points": 5, "case": null }));
}

#[test]
fn under_the_mean_rule_one_slip_costs_the_fifth_star_and_the_json_says_whose() {
    let desk = seven_sheets("Rules(minima: Mean)");
    let product = desk.json(&["results", "s"])["products"][0].clone();
    let star = json!({
        "by_points": 5, "by_minima": 4, "final": 4, "outcome": "recognised", "because": ["4.1"], "recognised": true
    });
    assert_eq!(product["star"], star);
    let minima = product["minima"].as_array().unwrap();
    let find = |star: u8| minima.iter().find(|one| one["criterion"] == "4.1" && one["star"] == star).unwrap();
    let five = json!({
        "criterion": "4.1", "star": 5, "points": 5, "met_by": 6, "of": 7, "met": false, "ruled": false
    });
    assert_eq!(*find(5), five);
    assert_eq!((&find(4)["points"], &find(4)["met"]), (&json!(3), &json!(true)));
    // Only one of seven agrees with "not met", fewer than two thirds, and 5★ is in reach by points: it blocks.
    let split = json!({
        "kind": "minimum_split", "criterion": "4.1", "star": 5, "seats": ["m7"], "blocking": true, "state": "open"
    });
    assert_eq!(product["disputes"][0], split);
    let stability = &product["stability"];
    assert_eq!(keys(stability), ["stable", "without", "pairs", "flip"]);
    let by = json!([{ "kind": "minimum", "criterion": "4.1", "star": 5 }]);
    assert_eq!(stability["without"], json!([{ "seat": "m7", "star": 5, "by": by }]));
    assert_eq!((&stability["stable"], &stability["pairs"]), (&json!(false), &json!([])));
    // The one slip, put right, is the smallest change up.
    let up = json!({
        "to": 5,
        "moves": [{
            "seat": "m7", "criterion": "4.1", "from": 3, "to": 5, "from_level": "c", "to_level": "d"
        }],
        "points": 2,
        "exact": true,
    });
    assert_eq!(stability["flip"]["up"], up);
    // Under the mean rule one mark below a 4★ minimum that is its criterion's top level takes that star as well.
    let down = &stability["flip"]["down"];
    assert_eq!((&down["to"], &down["exact"]), (&json!(3), &json!(true)));
    assert_eq!(down["moves"].as_array().unwrap().len(), 1);
    assert_eq!(product["open"], json!({ "lowest": 4, "highest": 5 }));
}

#[test]
fn under_the_majority_rule_the_same_sheets_are_five_stars() {
    let desk = seven_sheets("()");
    let product = desk.json(&["results", "s"])["products"][0].clone();
    assert_eq!((&product["star"]["final"], &product["star"]["outcome"]), (&json!(5), &json!("proposed")));
    assert_eq!(product["disputes"][0]["blocking"], false);
}

#[test]
fn a_lock_states_its_result_and_a_close_its_ground() {
    let desk = seven_sheets("()");
    desk.done(&["desk", "s", "lock", "p01", "--as", "tk"]);
    desk.done(&["desk", "s", "close", "p02", "--as", "withdrawn", "--ground", "Chủ thể xin rút"]);
    let document = desk.json(&["results", "s"]);
    let lock = &document["products"][0]["lock"];
    assert_eq!((&lock["by"], &lock["entered"], &lock["forward"]), (&json!("m1"), &json!("tk"), &json!(null)));
    let result = json!({ "sum": 698, "counted": 7, "by_points": 5, "by_minima": 5, "final": 5 });
    assert_eq!(lock["result"], result);
    assert_eq!(document["products"][0]["round"], 1);
    let closed = &document["products"][1];
    assert_eq!((&closed["phase"], &closed["closed"]["as"]), (&json!("closed"), &json!("withdrawn")));
    assert_eq!(closed["closed"]["ground"], "Chủ thể xin rút");
}

#[test]
fn a_file_of_ninety_points_that_misses_a_minimum_asks_about_the_ministry() {
    let desk = Desk::with_session(3, 1, "()");
    for seat in ["m1", "m2", "m3"] {
        desk.best_but(seat, "p01", &[("4.1", "3")]);
    }
    desk.done(&["desk", "s", "reveal", "p01"]);
    assert!(desk.refused(&["desk", "s", "lock", "p01"]).contains("Ministry"));
    desk.done(&["desk", "s", "lock", "p01", "--forward", "yes"]);
    let product = desk.json(&["results", "s"])["products"][0].clone();
    assert_eq!((&product["star"]["by_points"], &product["star"]["final"]), (&json!(5), &json!(4)));
    assert_eq!(product["lock"]["forward"], true);
}

#[test]
fn status_says_what_each_product_waits_for() {
    let desk = Desk::with_session(3, 2, "()");
    desk.best_but("m1", "p01", &[]);
    desk.write("part.csv", "product,criterion,points\np01,1.1,1\n");
    desk.done(&["record", "s", "--seat", "m2", "--marks", "part.csv"]);
    desk.done(&["recuse", "s", "--seat", "m3", "--product", "p01", "--reason", "Người nhà"]);
    let product = desk.json(&["status", "s"])["products"][0].clone();
    assert_eq!(keys(&product), ["id", "phase", "waiting_for", "sheets"]);
    let sheets = json!([
        { "seat": "m1", "state": "submitted", "scored": 31, "of": 31 },
        { "seat": "m2", "state": "draft", "scored": 1, "of": 31 },
        { "seat": "m3", "state": "recused", "scored": 0, "of": 31 },
    ]);
    assert_eq!(product["sheets"], sheets);
    assert_eq!(product["waiting_for"], json!([{ "kind": "sheet", "seat": "m2", "scored": 1, "of": 31 }]));
}

#[test]
fn a_seat_reads_its_own_sheet() {
    let desk = Desk::with_session(3, 1, "()");
    desk.write("part.csv", "product,criterion,points,note\np01,4.1,none,\"xem\ntrang 4\"\np01,1.1,1,\n");
    desk.done(&["record", "s", "--seat", "m2", "--marks", "part.csv"]);
    let sheet = desk.json(&["sheet", "s", "--seat", "m2", "--product", "p01"]);
    assert_eq!((&sheet["state"], &sheet["scored"], &sheet["total"]), (&json!("draft"), &json!(2), &json!(1)));
    let none_met = &sheet["marks"]["4.1"];
    assert_eq!((&none_met["value"], &none_met["points"]), (&json!("none_met"), &json!(0)));
    assert_eq!(none_met["note"], "xem\ntrang 4");
    assert_eq!(sheet["marks"]["4.2"]["value"], "unscored");
}

#[test]
fn rubrics_and_keys_are_listed_for_manuals_and_scripts() {
    let desk = Desk::new();
    let list = desk.json(&["rubric", "list"]);
    assert_eq!(keys(&list["rubrics"][0])[..3], ["id", "title", "in_force"]);
    let ids: Vec<&str> = list["rubrics"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["qd26-2026", "qd148-2023", "qd1048-2019"], "in force first");
    assert_eq!(list["rubrics"][2]["minima_known"], false);
    let rubric = desk.json(&["rubric", "show", "qd26-2026"]);
    let sets = rubric["sets"].as_array().unwrap();
    let nine = desk.json(&["rubric", "show", "qd26-2026", "9"]);
    assert!(sets.contains(&nine));
    let parts: Vec<u64> = nine["parts"].as_array().unwrap().iter().map(|part| part["max"].as_u64().unwrap()).collect();
    assert_eq!(parts, [40, 25, 35], "QĐ 26/2026");
    let level = &nine["parts"][0]["groups"][0]["criteria"][0]["levels"][0];
    assert_eq!(keys(level), ["level", "points", "text", "minimum_for", "case"]);
    let bindings = desk.json(&["keys"]);
    let bindings = bindings.as_array().unwrap();
    assert!(bindings.len() > 20);
    for binding in bindings {
        assert_eq!(keys(binding), ["place", "command", "keys", "label"]);
        assert!(!binding["keys"].as_array().unwrap().is_empty());
        assert_eq!(keys(&binding["label"]), ["vi", "en"]);
    }
}

#[test]
fn spreadsheets_get_a_mark_semicolons_and_the_language() {
    let desk = seven_sheets("Rules(minima: Mean)");
    let text = desk.done(&["results", "s", "--format", "csv", "--lang", "vi"]);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("\u{feff}Mã;Tên sản phẩm;") && !text.contains('\r'));
    assert!(lines[1].starts_with("p01;Nước mắm 1;") && lines[1].contains(";99,71;2;5;4;4;"), "{}", lines[1]);
    assert!(lines[2].ends_with(";;;;;;;;;"), "a blind product shows no figure: {}", lines[2]);
    let english = desk.done(&["status", "s", "--format", "csv"]);
    assert!(english.starts_with("\u{feff}Id;Product;Phase;Seat;Sheet;Scored;Of\n"));
    assert_eq!(english.lines().count(), 1 + 2 * 7);
}
