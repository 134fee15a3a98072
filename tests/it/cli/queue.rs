//! `disputes`: one list over all products by what each thing could do; and readings agreed on a criterion.

use serde_json::{Value, json};

use super::Desk;

/// Three products open: p01 with a wide gap that can do nothing, p02 with a split that decides, p03 blind and torn.
fn three(rules: &str) -> Desk {
    let desk = Desk::with_session(5, 3, rules);
    for number in 1..=5 {
        let seat = format!("m{number}");
        desk.best_but(&seat, "p01", if number == 1 { &[("1.2", "none")] } else { &[] });
        desk.best_but(&seat, "p02", if number == 2 { &[("4.1", "3")] } else { &[] });
        if number < 5 {
            desk.best_but(&seat, "p03", if number == 3 { &[("4.1", "1")] } else { &[] });
        }
    }
    desk.done(&["desk", "s", "reveal", "p01", "p02"]);
    desk
}

fn disputes(desk: &Desk) -> Vec<Value> {
    desk.json(&["disputes", "s"])["disputes"].as_array().unwrap().clone()
}

#[test]
fn every_thing_has_its_rank_its_outcomes_and_one_sentence_why() {
    let desk = three("()");
    let all = disputes(&desk);
    assert!(!all.is_empty());
    for (at, one) in all.iter().enumerate() {
        assert_eq!(one["rank"], json!(at + 1));
        let why = one["why"].as_str().unwrap();
        assert!(why.ends_with('.') && why.matches(". ").count() == 0, "{why}");
        assert_ne!(one["product"], "p03", "a blind product is not on the list");
    }
    let split = all.iter().find(|one| one["kind"] == "minimum_split").unwrap();
    assert_eq!((&split["product"], &split["criterion"]), (&json!("p02"), &json!("4.1")));
    assert_eq!(split["outcomes"], json!({ "lowest": 4, "highest": 5 }));
    assert_eq!(split["nearest"], json!({ "cells": 2, "points": 4 }));
}

#[test]
fn the_list_reads_in_the_same_order_as_text_in_both_languages() {
    let desk = three("()");
    let products: Vec<String> = disputes(&desk).iter().map(|one| one["product"].as_str().unwrap().to_owned()).collect();
    for (lang, enough) in [("vi", "là đủ"), ("en", "is enough")] {
        let text = desk.done(&["disputes", "s", "--lang", lang]);
        let ranked: Vec<&str> = text.lines().filter(|line| !line.starts_with(' ')).collect();
        let named: Vec<&str> = ranked.iter().map(|line| line.split(' ').nth(1).unwrap()).collect();
        assert_eq!(named, products, "{text}");
        assert!(text.contains(enough), "{text}");
    }
}

#[test]
fn a_reading_agreed_goes_on_record_with_its_criterion() {
    let desk = three("()");
    desk.done(&["desk", "s", "remark", "--criterion", "4.1", "--set", "9", "--words", "tính cả bán qua mạng"]);
    let document = desk.json(&["results", "s"]);
    assert_eq!(document["agreed"], json!([{ "criterion": "4.1", "set": 9, "words": "tính cả bán qua mạng" }]));
    let reading = document["readings"].as_array().unwrap().iter().find(|one| one["criterion"] == "4.1").unwrap();
    // On p02 one sheet of five stands two points from four others.
    assert_eq!((&reading["products"], &reading["differ"], &reading["carried"]), (&json!(2), &json!(1), &json!(8)));
    assert_eq!(reading["between"], json!([{ "low": "c", "high": "d", "pairs": 4 }]));
    let text = document["readings"].to_string();
    assert!(!text.contains("\"m1\"") && !text.contains("\"m2\""), "no seat is named: {text}");
    assert!(desk.refused(&["desk", "s", "remark", "--criterion", "99", "--words", "x"]).contains("99"));
    let usage = desk.run(&["desk", "s", "remark", "--set", "9", "--words", "x"]);
    assert_eq!(usage.code, 2);
}
