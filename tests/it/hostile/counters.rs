//! Counters at their ends, on disk: whoever comes next can still write, and every sum is right.

use super::forge::Forged;
use crate::cli::Desk;

#[test]
fn the_last_moment_of_time_does_not_stop_the_next_writer() {
    let desk = Desk::with_session(4, 2, "()");
    for (author, t) in [("m2", u64::MAX), ("m3", u64::MAX - 1), ("desk", u64::MAX)] {
        let mut log = Forged::in_folder(&desk.path("s"), author);
        let act = match author {
            "desk" => "Desk((presiding:\"m1\",entered:\"m1\",under:None),Remark(product:None,words:\"x\"))",
            _ => "Seat(Opinion(product:\"p01\",words:\"x\"))",
        };
        log.record(&format!("(t:{t},at:\"9999-12-31T23:59:59+00:00\",over:[],act:{act})"));
        log.write(&desk.path("s"));
    }
    for seat in ["m1", "m2", "m3", "m4"] {
        desk.best_but(seat, "p01", &[]);
    }
    desk.done(&["desk", "s", "reveal", "p01"]);
    desk.done(&["desk", "s", "lock", "p01"]);
    desk.done(&["desk", "s", "close", "p02", "--as", "put-off", "--ground", "x"]);
    desk.done(&["desk", "s", "seal"]);
    let found = desk.json(&["verify", "s"]);
    assert_eq!((&found["ok"], &found["sealed"]), (&true.into(), &true.into()), "{found}");
    assert_eq!(desk.json(&["results", "s"])["products"][0]["sum"], 400);
}

#[test]
fn numbers_that_are_too_large_for_their_place_are_damage_and_nothing_worse() {
    let desk = Desk::with_session(3, 1, "()");
    let mut log = Forged::in_folder(&desk.path("s"), "m2");
    log.record("(t:18446744073709551616,at:\"\",over:[],act:Seat(Opinion(product:\"p01\",words:\"x\")))");
    log.record("(t:-1,at:\"\",over:[],act:Seat(Opinion(product:\"p01\",words:\"x\")))");
    log.seat("Opinion(product:\"p01\",words:\"còn đây\")");
    log.write(&desk.path("s"));
    let status = desk.json(&["status", "s"]);
    assert_eq!(status["problems"].as_array().unwrap().len(), 2, "{status}");
    desk.best_but("m2", "p01", &[]);
}

#[test]
fn the_largest_sheet_there_can_be_is_added_up_exactly() {
    let desk = Desk::new();
    let most = u32::from(u16::MAX);
    desk.write(
        "r.ron",
        &format!(
            "(format:1,head:Some((id:\"x\",title:(\"a\",\"a\"),decision:\"a\",source:(\"a\",\"a\"),in_force:\"2026-01-01\",current:true,\
             total:{most},bands:(two:1,three:2,four:3,five:{most}))),parts:[(\"A\",\"a\",\"a\")],sets:[(no:255,name:(\"a\",\"a\"),parts:[(code:\"A\",\
             max:{most},groups:[(code:\"1\",max:{most},criteria:[(code:\"1\",max:{most},name:Some((\"a\",\"a\")),levels:[(\"b\",\"b\"),(\"c\",\"c\")],\
             points:[0,{most}])])])])])"
        ),
    );
    desk.write("products.csv", "name,set,self_total\nMật ong,255,65535\n");
    let seats = (1..12).map(|at| format!("m{at},Ghế {at},\n")).collect::<Vec<_>>().concat();
    desk.write("seats.csv", &format!("id,title,role\nct,Chủ tịch,chair\n{seats}"));
    desk.write("rules.ron", "Rules(min_sheets: 12, spread_limit: 65535, decimals: 4, quorum: Fraction(65535, 65535))");
    let lists = ["--products", "products.csv", "--council", "seats.csv", "--rubric", "r.ron", "--rules", "rules.ron"];
    desk.done(&[&["new", "s", "--title", "T"][..], &lists].concat());
    desk.write("marks.csv", &format!("product,criterion,points\np01,1,{most}\n"));
    desk.write("least.csv", "product,criterion,points\np01,1,0\n");
    let (mut chair, mut last) = (vec!["ct".to_owned()], "least.csv");
    chair.extend((1..12).map(|at| format!("m{at}")));
    for seat in &chair {
        desk.done(&["record", "s", "--seat", seat, "--marks", last, "--submit"]);
        last = "marks.csv";
    }
    desk.done(&["desk", "s", "reveal", "p01"]);
    let product = &desk.json(&["results", "s"])["products"][0];
    assert_eq!((&product["sum"], &product["counted"]), (&(11 * most).into(), &12.into()), "{product}");
    // 11 × 65535 / 12 = 60073.75
    assert_eq!((product["mean"]["text"].as_str().unwrap(), &product["spread"]), ("60073.7500", &most.into()));
    assert_eq!(product["star"]["by_points"], 4);
}
