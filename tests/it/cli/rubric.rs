//! Rubrics by command line: looked at, exported, checked, written by a person, and used.

use std::fmt::Write;

use serde_json::json;

use super::Desk;

/// A desk with the template of a rubric in `mau.ron`, a council of three, and two products of its set 1.
fn desk_with_a_rubric_of_its_own() -> Desk {
    let desk = Desk::new();
    desk.done(&["rubric", "template", "mau.ron"]);
    desk.write("p.csv", "name,set\nMột,1\nHai,Thuc pham\n");
    desk.write("c.csv", "id,title,role\nct,Chủ tịch,chair\nm1,Một,\nm2,Hai,\n");
    desk
}

const NEW: [&str; 9] = ["new", "s", "--title", "T", "--products", "p.csv", "--council", "c.csv", "--rubric"];

fn new<'a>(rubric: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&NEW[..], &[rubric], more].concat()
}

#[test]
fn a_rubric_altogether_different_goes_from_the_template_to_the_seal() {
    let desk = desk_with_a_rubric_of_its_own();
    assert!(desk.done(&["rubric", "check", "mau.ron"]).contains("1 product set."));
    desk.done(&new("mau.ron", &[]));
    // 60 points in two parts: I 35, II 25; bands 15, 30, 42, 54. 5★ asks for 1.1 ≥ 6 and 2.1 = 8.
    let best = [("1.1", 10), ("1.2", 5), ("2.1", 8), ("2.2", 4), ("3.1", 5), ("3.2", 3), ("4", 10)];
    for (seat, sales, taste) in [("ct", 8, 10), ("m1", 5, 10), ("m2", 5, 6)] {
        let mut marks = String::from("product,criterion,points,level\n");
        for (code, points) in best {
            let points = if code == "2.1" {
                sales
            } else if code == "4" {
                taste
            } else {
                points
            };
            writeln!(marks, "p01,{code},{points},").unwrap();
        }
        // 15 is worth a level in either case: the letter says which.
        marks += "p01,5,15,d\n";
        desk.write("m.csv", &marks);
        desk.done(&["record", "s", "--seat", seat, "--marks", "m.csv", "--submit"]);
    }
    desk.done(&["desk", "s", "reveal", "p01"]);
    let results = desk.json(&["results", "s"]);
    let first = &results["products"][0];
    assert_eq!(first["sheets"][0]["parts"], json!({ "I": 35, "II": 25 }));
    // 60 + 57 + 53 = 170 of three sheets: a mean of 56⅔, over 54.
    assert_eq!((&first["sum"], &first["counted"]), (&json!(170), &json!(3)));
    // One of three reaches 2.1 = 8: by majority not met, so 4★.
    let star = json!({ "by_points": 5, "by_minima": 4, "final": 4, "outcome": "recognised", "because": ["2.1"], "recognised": true });
    assert_eq!(first["star"], star);
    let law = &results["session"]["law"];
    assert_eq!((&law["origin"], &law["decision"]), (&json!("file"), &json!("00/QĐ-UBND")));
    let digest = law["digest"].as_str().unwrap();
    assert!(desk.done(&["rubric", "show", "mau.ron"]).contains(digest));

    desk.done(&["desk", "s", "lock", "p01", "--forward", "no"]);
    desk.done(&["desk", "s", "close", "p02", "--as", "withdrawn", "--ground", "Rút hồ sơ"]);
    desk.done(&["desk", "s", "seal"]);
    let verified = desk.json(&["verify", "s"]);
    assert_eq!((&verified["ok"], &verified["sealed"]), (&json!(true), &json!(true)));
    assert!(std::fs::read_to_string(desk.path("s/charter.ron")).unwrap().contains(digest));
}

#[test]
fn what_is_exported_passes_its_check_and_is_never_written_over() {
    let desk = Desk::new();
    desk.done(&["rubric", "export", "qd26-2026", "cua-toi.ron"]);
    assert!(desk.done(&["rubric", "check", "cua-toi.ron"]).contains("26 product sets"));
    let again = desk.run(&["rubric", "export", "qd148-2023", "cua-toi.ron"]);
    assert_eq!(again.code, 3);
    assert!(again.err.contains("already exists"), "{}", again.err);
    let written = std::fs::read_to_string(desk.path("cua-toi.ron")).unwrap();
    assert_eq!(written, desk.done(&["rubric", "export", "qd26-2026"]), "printed and written are the same bytes");
    let (of_law, of_file) =
        (desk.json(&["rubric", "show", "qd26-2026"]), desk.json(&["rubric", "show", "cua-toi.ron"]));
    assert_eq!(of_law["sets"], of_file["sets"]);
}

#[test]
fn check_tells_every_fault_with_its_place() {
    let desk = desk_with_a_rubric_of_its_own();
    let mau = std::fs::read_to_string(desk.path("mau.ron")).unwrap();
    let broken = mau.replace("points: [3, 6, 10]", "points: [3, 6, 9]").replace("needs: \"3.1\"", "needs: \"3.9\"");
    desk.write("sai.ron", &broken);
    let told = desk.refused(&["rubric", "check", "sai.ron"]);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 3, "{told}");
    let line = 1 + broken.lines().position(|line| line.contains("[3, 6, 9]")).unwrap();
    assert!(lines[0].starts_with(&format!("sai.ron:{line}:")) && lines[0].contains("10") && lines[0].contains('9'));
    assert!(lines[2].contains("2 faults"), "{told}");
    let refused = desk.refused(&new("sai.ron", &[]));
    assert!(refused.starts_with("sai.ron:"), "{refused}");
    assert!(!desk.path("s").exists());
}

#[test]
fn a_sheet_is_shown_by_number_or_name_and_as_wide_as_the_terminal() {
    let desk = Desk::new();
    let nine = desk.done(&["rubric", "show", "qd26-2026", "9"]);
    assert_eq!(nine, desk.done(&["rubric", "show", "qd26-2026", "tuong, nuoc mam, gia vi dang long khac"]));
    assert!(nine.contains("The signed text prevails") && nine.lines().all(|line| line.chars().count() <= 80));
    let wide = desk.command().args(["rubric", "show", "qd26-2026", "9"]).env("COLUMNS", "100").output().unwrap();
    let wide = String::from_utf8(wide.stdout).unwrap();
    assert!(wide.lines().any(|line| line.chars().count() == 100) && wide.lines().count() < nine.lines().count());
    assert_eq!(desk.run(&["rubric", "show", "qd26-2026", "27"]).code, 2);
    assert!(desk.done(&["rubric", "show", "qd1048-2019", "10"]).contains("cannot be chosen"));
}

#[test]
fn a_lapsed_decision_is_used_knowingly_or_in_a_rehearsal() {
    let desk = desk_with_a_rubric_of_its_own();
    desk.write("p.csv", "name,set\nMột,1\n");
    let refused = desk.refused(&new("qd148-2023", &[]));
    assert!(refused.contains("21/07/2026") && refused.contains("--archived"), "{refused}");
    let made = desk.done(&new("qd148-2023", &["--archived"]));
    assert!(made.contains("lapsed since 21/07/2026"), "{made}");
    let law = &desk.json(&["status", "s"])["session"]["law"];
    assert_eq!(law["lapsed"], json!({ "on": "2026-07-21", "replaced_by": "26/2026/QĐ-TTg" }));
    assert!(std::fs::read_to_string(desk.path("s/charter.ron")).unwrap().contains("replaced_by"));
    std::fs::remove_dir_all(desk.path("s")).unwrap();

    let refused = desk.refused(&new("qd1048-2019", &["--archived"]));
    assert!(refused.contains("minima") && refused.contains("--rehearsal"), "{refused}");
    desk.done(&new("qd1048-2019", &["--rehearsal"]));
    assert_eq!(desk.json(&["status", "s"])["session"]["law"]["minima_known"], false);
}

#[test]
fn an_unsound_set_is_refused_by_every_way_in() {
    let desk = desk_with_a_rubric_of_its_own();
    desk.write("p.csv", "name,set\nMột,1\n");
    desk.write("bad.csv", "name,set\nMột,7\n");
    let list = NEW.map(|it| if it == "p.csv" { "bad.csv" } else { it });
    let refused = desk.refused(&[&list[..], &["qd148-2023", "--archived"]].concat());
    assert!(refused.starts_with("bad.csv:2:") && refused.contains("set 7 cannot be used"), "{refused}");
    desk.done(&new("qd148-2023", &["--archived"]));
    let refused = desk.refused(&["desk", "s", "add", "--products", "bad.csv", "--reason", "Muộn"]);
    assert!(refused.contains("set 7 cannot be used"), "{refused}");
    let refused = desk.refused(&["desk", "s", "set", "p01", "7", "--reason", "Nhầm bộ"]);
    assert!(refused.contains("set 7 cannot be used"), "{refused}");
    desk.done(&["desk", "s", "set", "p01", "8", "--reason", "Nhầm bộ"]);
}
