//! A whole small sitting by command line, from lists to a sealed session that verifies.

use serde_json::json;

use super::Desk;

#[test]
fn three_members_take_two_products_to_a_seal() {
    let desk = Desk::with_session(3, 2, "()");
    // 4.1 of p01: 5, 5 and 3: two of three meet the 5★ minimum, a majority and just two thirds: nothing blocks.
    desk.best_but("m1", "p01", &[]);
    desk.best_but("m2", "p01", &[]);
    let left = desk.done(&["desk", "s", "reveal", "--ready"]);
    assert!(left.contains("Left p01: ") && left.contains("m3") && left.contains("Left p02: "), "{left}");
    desk.best_but("m3", "p01", &[("4.1", "3")]);
    desk.done(&["take-back", "s", "--seat", "m3", "--product", "p01"]);
    desk.done(&["submit", "s", "--seat", "m3", "--product", "p01"]);
    desk.done(&["raise", "s", "--seat", "m2", "--product", "p01", "--words", "Thiếu giấy"]);
    assert!(desk.refused(&["desk", "s", "reveal", "p01"]).contains("m2"));
    desk.done(&["desk", "s", "dismiss", "p01", "--seat", "m2", "--reason", "Đã bổ sung"]);
    let revealed = desk.done(&["desk", "s", "reveal", "--ready"]);
    assert!(revealed.contains("sheets open for p01") && revealed.contains("Left p02"), "{revealed}");

    desk.done(&["desk", "s", "rescore", "p01", "--seats", "m3", "--criteria", "4.1", "--reason", "evidence: tr. 12"]);
    desk.write("again.csv", "product,criterion,points\np01,4.1,5\n");
    desk.done(&["record", "s", "--seat", "m3", "--marks", "again.csv", "--submit"]);
    desk.done(&["desk", "s", "reveal", "p01"]);
    let product = desk.json(&["results", "s"])["products"][0].clone();
    assert_eq!((&product["round"], &product["sum"]), (&json!(2), &json!(300)), "three sheets of 100");

    desk.done(&["desk", "s", "conclude", "p01", "--words", "Nhất trí"]);
    desk.done(&["desk", "s", "remark", "--words", "Họp đúng giờ"]);
    desk.done(&["opinion", "s", "--seat", "m2", "--product", "p02", "--words", "Bao bì đẹp"]);
    desk.done(&["desk", "s", "correct", "p02", "--field", "producer", "--value", "HTX Ba Na", "--reason", "Ghi sót"]);
    let locked = desk.done(&["desk", "s", "lock", "--clear", "--as", "tk"]);
    assert!(locked.contains("locked p01"), "{locked}");
    assert!(desk.refused(&["desk", "s", "seal"]).contains("p02"));
    desk.done(&["desk", "s", "close", "p02", "--as", "put-off", "--ground", "Chờ bổ sung hồ sơ"]);

    let sealed = desk.done(&["desk", "s", "seal"]);
    let seal = sealed.trim().rsplit(' ').next().unwrap().to_owned();
    assert_eq!(seal.len(), 64);
    assert!(desk.refused(&["desk", "s", "remark", "--words", "Muộn"]).contains("sealed"));
    let found = desk.json(&["verify", "s"]);
    assert_eq!((&found["ok"], &found["sealed"], &found["proves"]), (&json!(true), &json!(true), &json!("consistency")));
    assert_eq!(found["seal"], json!(seal));
    assert_eq!(desk.json(&["verify", "s", "--against", &seal])["proves"], "identity");
    let other = "0".repeat(64);
    let against = desk.run(&["verify", "s", "--against", &other, "--format", "json"]);
    assert_eq!(against.code, 1);
    assert!(against.out.contains("\"ok\": false"));
}

#[test]
fn one_changed_letter_in_a_sealed_session_is_found() {
    let desk = Desk::with_session(3, 1, "()");
    desk.done(&["desk", "s", "close", "p01", "--as", "rejected", "--ground", "forged"]);
    desk.done(&["desk", "s", "seal"]);
    let session = std::fs::read_to_string(desk.path("s/session.ron")).unwrap();
    std::fs::write(desk.path("s/session.ron"), session.replacen("Phiên", "Phien", 1)).unwrap();
    let found = desk.run(&["verify", "s"]);
    assert_eq!((found.code, found.err.as_str()), (1, ""));
    assert!(found.out.contains("session.ron"), "{}", found.out);
}

#[test]
fn a_ground_of_the_set_goes_on_record_in_its_words() {
    let desk = Desk::with_session(3, 1, "()");
    desk.done(&["desk", "s", "close", "p01", "--as", "rejected", "--ground", "forged", "--lang", "vi"]);
    let ground = desk.json(&["results", "s"])["products"][0]["closed"]["ground"].as_str().unwrap().to_owned();
    assert!(ground.contains(' ') && ground != "forged", "{ground}");
    desk.done(&["desk", "s", "reopen", "p01", "--reason", "Đã có giấy"]);
    assert_eq!(desk.json(&["status", "s"])["products"][0]["phase"], "blind");
}

#[test]
fn a_wide_spread_is_ruled_on_or_accepted_before_the_lock() {
    let desk = Desk::with_session(3, 1, "Rules(minima: Mean)");
    desk.best_but("m1", "p01", &[]);
    desk.best_but("m2", "p01", &[]);
    // 4.1 from 5 to 1, 4.2 from 3 to 0, 7 from 5 to 0: twelve points fewer, over the limit of ten.
    desk.best_but("m3", "p01", &[("4.1", "1"), ("4.2", "0"), ("7", "0")]);
    desk.done(&["desk", "s", "reveal", "p01"]);
    let product = desk.json(&["results", "s"])["products"][0].clone();
    assert_eq!((&product["spread"], &product["sum"]), (&json!(12), &json!(288)));
    let left = desk.done(&["desk", "s", "lock", "--clear"]);
    assert!(left.contains("Left p01: "), "{left}");
    for dispute in product["disputes"].as_array().unwrap() {
        let kind = dispute["kind"].as_str().unwrap();
        match (kind, dispute["blocking"].as_bool().unwrap()) {
            ("minimum_split", true) => {
                let (code, star) = (dispute["criterion"].as_str().unwrap(), dispute["star"].to_string());
                let arguments =
                    ["desk", "s", "rule", "p01", "--criterion", code, "--star", &star, "--met", "yes", "--reason", "1"];
                desk.done(&arguments);
            }
            (_, true) => {
                desk.done(&["desk", "s", "accept", "p01", "--dispute", kind, "--reason", "difference"]);
            }
            _ => {}
        }
    }
    let states = desk.json(&["disputes", "s"]);
    let open = |one: &&serde_json::Value| one["blocking"] == true && one["state"] == "open";
    assert_eq!(states["disputes"].as_array().unwrap().iter().filter(open).count(), 0);
    assert!(desk.refused(&["desk", "s", "accept", "p01", "--dispute", "late", "--reason", "slip"]).contains("no such"));
}

#[test]
fn a_member_scores_on_another_machine_and_hands_in() {
    let (desk, member) = (Desk::with_session(3, 1, "()"), Desk::new());
    desk.done(&["hand-out", "s", "m2.out", "--seat", "m2"]);
    std::fs::copy(desk.path("m2.out"), member.path("m2.out")).unwrap();
    // Without a terminal the file is taken in, and then the program says that it has no screen.
    let opened = member.run(&["open", "m2.out", "--seat", "m2"]);
    assert_eq!(opened.code, 3);
    assert!(opened.out.contains("handed out to Thành viên 2") && opened.out.contains("Next: take your seat"));
    let session = std::fs::read_dir(member.path("home/sessions")).unwrap().next().unwrap().unwrap().path();
    let session = session.to_str().unwrap();
    member.write("marks.csv", &super::marks("p01", &[]));
    member.done(&["record", session, "--seat", "m2", "--marks", "marks.csv", "--submit"]);
    member.done(&["hand-in", session, "m2.in", "--seat", "m2"]);
    std::fs::copy(member.path("m2.in"), desk.path("m2.in")).unwrap();
    assert!(desk.done(&["merge", "s", "m2.in"]).contains("32 new"), "31 marks and the sheet");
    assert!(desk.done(&["merge", "s", "m2.in"]).contains("0 new entries: all 32"));
    assert_eq!(desk.json(&["status", "s"])["products"][0]["sheets"][1]["state"], "submitted");
    desk.write("junk.txt", "no log\n");
    assert!(desk.refused(&["merge", "s", "junk.txt"]).contains("Nothing of this session"));
}

#[test]
fn the_desk_moves_with_attendance_and_hand_over() {
    let desk = Desk::new();
    desk.write("c.csv", "id,title,role\nct,Chủ tịch,chair\npct,Phó,deputy\nm1,Một,\nm2,Hai,\ntk,Thư ký,thư ký\n");
    desk.write("p.csv", "name,set\nMật ong,9\n");
    desk.done(&["new", "s", "--title", "T", "--products", "p.csv", "--council", "c.csv", "--date", "2026-11-28"]);
    assert!(desk.refused(&["desk", "s", "attendance", "m1", "absent", "--as", "m2"]).contains("ct"));
    desk.done(&["desk", "s", "attendance", "m1", "absent"]);
    desk.done(&["desk", "s", "hand-over", "pct", "--as", "tk"]);
    assert_eq!(desk.json(&["status", "s"])["session"]["presiding"], "pct");
    assert!(desk.refused(&["desk", "s", "hand-over", "m2"]).contains("m2"));
    desk.done(&["desk", "s", "attendance", "m1", "present", "--name", "Bà Lan"]);
}

#[test]
fn what_a_seat_said_it_can_take_back() {
    let desk = Desk::with_session(3, 1, "()");
    let state = || desk.json(&["status", "s"])["products"][0].clone();
    desk.done(&["recuse", "s", "--seat", "m2", "--product", "p01", "--reason", "Người nhà"]);
    assert_eq!(state()["sheets"][1]["state"], "recused");
    desk.done(&["recuse", "s", "--seat", "m2", "--product", "p01", "--undo"]);
    assert_eq!(state()["sheets"][1]["state"], "missing");
    desk.done(&["raise", "s", "--seat", "m2", "--product", "p01", "--ground", "forged"]);
    assert_eq!(state()["waiting_for"][0], json!({ "kind": "ground", "seat": "m2", "ground": "forged", "words": "" }));
    desk.done(&["raise", "s", "--seat", "m2", "--product", "p01", "--undo"]);
    assert_eq!(state()["waiting_for"][0]["kind"], "sheet");
}

#[test]
fn who_enters_a_close_stands_before_the_command() {
    let desk = Desk::with_session(3, 1, "()");
    desk.done(&["desk", "s", "--as", "tk", "close", "p01", "--as", "stopped", "--ground", "Có tạp chất"]);
    let closed = desk.json(&["results", "s"])["products"][0]["closed"].clone();
    assert_eq!((&closed["by"], &closed["entered"]), (&json!("m1"), &json!("tk")));
}
