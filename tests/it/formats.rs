//! Files of every released format are opened for ever, and say what they said; those of a newer program are left byte
//! for byte as they are, and nothing is decided over what this one cannot read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ocop_council::store::Settings;
use serde_json::Value;

use crate::cli::Desk;

fn frozen(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1").join(name)
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        std::fs::copy(from, to).unwrap();
        return;
    }
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// A machine with the frozen files in its folder.
fn thawed() -> Desk {
    let desk = Desk::new();
    for name in ["open", "sealed", "out.ocop", "in.ocop", "rubric.ron", "rules.ron", "inputs"] {
        copy(&frozen(name), &desk.path(name));
    }
    desk
}

fn expected(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(frozen("expected").join(name)).unwrap()).unwrap()
}

/// What was said then and is not said now. A later program may say more.
fn unsaid(then: &Value, now: &Value, at: &str, found: &mut Vec<String>) {
    match (then, now) {
        (Value::Object(then), Value::Object(now)) => {
            for (key, value) in then {
                unsaid(value, now.get(key).unwrap_or(&Value::Null), &format!("{at}/{key}"), found);
            }
        }
        (Value::Array(then), Value::Array(now)) if then.len() == now.len() => {
            for (place, (then, now)) in then.iter().zip(now).enumerate() {
                unsaid(then, now, &format!("{at}/{place}"), found);
            }
        }
        _ if then == now => {}
        _ => found.push(format!("{at}: {then} then, {now} now")),
    }
}

/// A list of things to discuss as the record has it: which there are, of whom, how each stands. Their order and the
/// sentence why are advice, which a later program may better.
fn as_recorded(mut list: Value) -> Value {
    let disputes = list["disputes"].as_array_mut().unwrap();
    for dispute in disputes.iter_mut() {
        let fields = dispute.as_object_mut().unwrap();
        fields.remove("rank");
        fields.remove("why");
    }
    let name = |dispute: &Value| ["product", "kind", "criterion", "star", "seat"].map(|key| dispute[key].to_string());
    disputes.sort_by_key(name);
    list
}

#[test]
fn the_sessions_of_format_1_say_what_they_said() {
    let desk = thawed();
    let before = desk.files(".");
    let mut found = Vec::new();
    for session in ["open", "sealed"] {
        for command in ["results", "status", "disputes", "verify"] {
            let name = format!("{session}-{command}.json");
            let (then, now) = (expected(&name), desk.json(&[command, session]));
            let (then, now) = match command {
                "disputes" => (as_recorded(then), as_recorded(now)),
                _ => (then, now),
            };
            unsaid(&then, &now, &name, &mut found);
        }
    }
    unsaid(&expected("rubric.json"), &desk.json(&["rubric", "show", "rubric.ron"]), "rubric", &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(desk.files("."), before, "reading writes nothing");
}

/// Totals by product and seat, added up from the lists that the sessions were made of.
fn totals() -> BTreeMap<(String, String), u64> {
    let list = std::fs::read_to_string(frozen("inputs/marks.csv")).unwrap();
    let lines = list.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let total = |line: &[&str]| line[2..].iter().map(|points| points.parse::<u64>().unwrap()).sum();
    lines.map(|line| ((line[1].to_owned(), line[0].to_owned()), total(&line))).collect()
}

#[test]
fn the_figures_of_format_1_are_those_of_its_lists() {
    let desk = thawed();
    // Star bands as in rubric.ron; what the re-scoring of p02 added to one sheet; the star by the minima, from the
    // marks by hand: p01 all at 1.1 = 40 and 2.1 = 40; p02 two of four at 1.1 = 40 and ruled, then three; p03 two of three.
    let star =
        |sum: u64, of: u64| [90, 70, 50, 30, 0].iter().position(|least| sum >= least * of).map(|at| 5 - at as u64);
    for (session, rescored, minima) in
        [("open", 20, [("p01", 5), ("p02", 4), ("p03", 4)].as_slice()), ("sealed", 0, &[("p01", 5), ("p02", 3)])]
    {
        let results = desk.json(&["results", session]);
        for (id, by_minima) in minima {
            let totals: Vec<u64> =
                totals().into_iter().filter(|((product, _), _)| product == id).map(|(_, total)| total).collect();
            let sum = totals.iter().sum::<u64>() + if *id == "p02" { rescored } else { 0 };
            let of = totals.len() as u64;
            let product = results["products"].as_array().unwrap().iter().find(|one| one["id"] == *id).unwrap();
            let by_points = star(sum, of).unwrap();
            assert_eq!((&product["sum"], &product["counted"]), (&sum.into(), &of.into()), "{session} {id}");
            assert_eq!(product["mean"]["num"], sum);
            assert_eq!(product["star"]["by_points"], by_points, "{session} {id}");
            assert_eq!(product["star"]["final"], by_points.min(*by_minima), "{session} {id}");
        }
    }
}

#[test]
fn the_open_session_of_format_1_goes_on_and_the_sealed_one_takes_no_more() {
    let desk = thawed();
    desk.done(&["opinion", "open", "--seat", "m1", "--product", "p04", "--words", "Thêm"]);
    desk.done(&["desk", "open", "lock", "p02"]);
    assert!(desk.json(&["verify", "open"])["ok"].as_bool().unwrap());
    assert!(
        desk.refused(&["opinion", "sealed", "--seat", "m1", "--product", "p04", "--words", "Thêm"]).contains("sealed")
    );
}

#[test]
fn the_files_of_format_1_are_taken_in() {
    let desk = thawed();
    std::fs::create_dir_all(desk.path("other/logs")).unwrap();
    std::fs::copy(desk.path("open/charter.ron"), desk.path("other/charter.ron")).unwrap();
    desk.done(&["merge", "other", "out.ocop", "in.ocop"]);
    let other = desk.json(&["status", "other"]);
    assert_eq!(
        other["problems"].as_array().unwrap().iter().filter(|one| one["kind"] == "damage").count(),
        0,
        "{other}"
    );
    desk.done(&["merge", "other", "open"]);
    let mut found = Vec::new();
    unsaid(&expected("open-results.json"), &desk.json(&["results", "other"]), "results", &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
    let lists = ["--products", "inputs/products.csv", "--council", "inputs/seats.csv"];
    let more = ["--rubric", "rubric.ron", "--rules", "rules.ron"];
    desk.done(&[&["new", "made", "--title", "T"][..], &lists, &more].concat());
    let (settings, trouble) = Settings::read(&frozen("settings.ron"));
    assert!(trouble.is_none() && settings.plain);
    let kept = (settings.lang.as_deref(), settings.theme.as_deref(), settings.recent);
    assert_eq!(kept, (Some("en"), Some("dark"), vec![PathBuf::from("/phien/a")]));
}

/// Every command on a session, whatever it says.
fn try_everything(desk: &Desk, session: &str) -> Vec<String> {
    std::fs::write(desk.path("marks.csv"), "product,criterion,points\np04,1.1,20\n").unwrap();
    let desk_acts = ["reveal p04", "lock p02", "seal", "reopen p01 --reason x"];
    let reads = ["status", "results", "disputes", "verify"];
    let reads = reads.iter().map(|command| format!("{command} {session}"));
    let acts = desk_acts.iter().map(|act| format!("desk {session} {act}"));
    let others = ["hand-out {} out2.ocop --seat m1", "hand-in {} in2.ocop --seat m1", "merge {} in.ocop out.ocop"];
    let others = others.iter().map(|command| command.replace("{}", session));
    reads
        .chain(acts)
        .chain(others)
        .map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            let ran = desk.run(&words);
            assert!((0..=1).contains(&ran.code), "{line}: {} {}{}", ran.code, ran.out, ran.err);
            format!("{line}: {}{}", ran.out, ran.err)
        })
        .collect()
}

fn change(desk: &Desk, name: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(desk.path(name)).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    desk.write(name, &text.replacen(from, to, 1));
}

#[test]
fn a_charter_of_a_newer_format_is_named_as_such_and_left_as_it_is() {
    let desk = thawed();
    change(&desk, "open/charter.ron", "format: 1,", "format: 2,\n  novelty: Some((1, \"x\")),");
    let before = desk.files("open");
    for said in try_everything(&desk, "open") {
        assert!(said.contains("format 2 of a newer program"), "{said}");
    }
    assert_eq!(desk.files("open"), before);
}

#[test]
fn a_session_file_of_a_newer_format_is_named_as_such_and_left_as_it_is() {
    let desk = thawed();
    change(&desk, "sealed/session.ron", "format: 1,", "format: 2,\n  novelty: 1,");
    let before = desk.files("sealed");
    let said = try_everything(&desk, "sealed").join("\n");
    assert!(said.contains("format 2 of a newer program"), "{said}");
    assert_eq!(desk.files("sealed"), before);
}

#[test]
fn files_of_a_newer_format_are_named_as_such_and_nothing_is_taken_from_them() {
    let desk = thawed();
    change(&desk, "in.ocop", "format: 1\n", "format: 2\n");
    change(&desk, "rubric.ron", "format: 1,", "format: 2, novelty: 1,");
    std::fs::create_dir_all(desk.path("home")).unwrap();
    desk.write("home/settings.ron", "(format: 2, lang: \"en\", novelty: [1])");
    let before = desk.files(".");
    let merged = desk.run(&["merge", "open", "in.ocop"]);
    assert!(merged.code == 1 && merged.out.contains("format 2 of a newer program"), "{}{}", merged.out, merged.err);
    let checked = desk.refused(&["rubric", "check", "rubric.ron"]);
    assert!(checked.starts_with("rubric.ron:2:3: format 2 of a newer program"), "{checked}");
    desk.done(&["status", "open"]);
    assert_eq!(desk.files("."), before);
}

/// A session in which somebody used a newer program: an act this one does not know, and a known one with a new field.
fn with_newer_acts() -> (Desk, Vec<String>) {
    let desk = thawed();
    let mut newer = Vec::new();
    for (author, acts) in [
        (
            "desk",
            [
                "Desk((presiding:\"ct\",entered:\"ct\",under:None),Sign(key:\"x\",words:[1,(a:2)]))",
                "Desk((presiding:\"ct\",entered:\"ct\",under:None),Remark(product:None,words:\"x\",colour:Red))",
            ],
        ),
        ("m2", ["Seat(Hidden(product:\"p04\",of:\"x\"))", "Seat(Opinion(product:\"p04\",words:\"x\",mood:7))"]),
    ] {
        let mut log = crate::hostile::Forged::in_folder(&desk.path("open"), author);
        for act in acts {
            log.record(&format!("(t:900,at:\"\",over:[],act:{act})"));
        }
        log.write(&desk.path("open"));
        newer.extend(String::from_utf8(log.into_bytes()).unwrap().lines().map(str::to_owned));
    }
    (desk, newer)
}

fn lines(desk: &Desk, folder: &str) -> Vec<String> {
    let logs = desk.files(&format!("{folder}/logs")).into_iter().map(|(_, bytes)| String::from_utf8(bytes).unwrap());
    logs.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn acts_of_a_newer_program_are_shown_and_stand_in_the_way_of_every_decision() {
    let (desk, _) = with_newer_acts();
    // Nothing but the newer program stands in the way of a reveal.
    std::fs::write(desk.path("marks.csv"), "product,criterion,points\np04,1.1,0\np04,2.1,10\n").unwrap();
    for seat in ["ct", "pct", "m1", "m2"] {
        desk.done(&["record", "open", "--seat", seat, "--marks", "marks.csv", "--submit"]);
    }
    let before = desk.files("open");
    let status = desk.json(&["status", "open"]);
    let unknown = status["problems"].as_array().unwrap().iter().filter(|one| one["kind"] == "unknown_act").count();
    assert_eq!(unknown, 4, "{status}");
    assert!(desk.json(&["verify", "open"])["ok"].as_bool().unwrap(), "the chain holds");
    for act in [&["reveal", "p04"][..], &["lock", "p02"], &["seal"]] {
        let said = desk.refused(&[&["desk", "open"], act].concat());
        assert!(said.contains("newer program"), "{act:?}: {said}");
    }
    for command in ["results", "disputes", "status"] {
        desk.done(&[command, "open"]);
    }
    let kept = |files: Vec<(PathBuf, Vec<u8>)>| {
        files.into_iter().filter(|(path, bytes)| !is_lock(path, bytes)).collect::<Vec<_>>()
    };
    assert_eq!(kept(desk.files("open")), kept(before), "refused acts write nothing");
}

/// Taking a pen may leave its lock file behind.
fn is_lock(path: &Path, bytes: &[u8]) -> bool {
    bytes.is_empty() && path.extension().is_some_and(|ending| ending == "lock")
}

#[test]
fn acts_of_a_newer_program_are_carried_on_word_for_word() {
    let (desk, newer) = with_newer_acts();
    std::fs::create_dir_all(desk.path("other/logs")).unwrap();
    std::fs::copy(desk.path("open/charter.ron"), desk.path("other/charter.ron")).unwrap();
    desk.done(&["merge", "other", "open"]);
    let carried = lines(&desk, "other");
    assert!(newer.iter().all(|line| carried.contains(line)), "by folder");
    desk.done(&["hand-out", "other", "next.ocop", "--seat", "m2"]);
    let file = std::fs::read_to_string(desk.path("next.ocop")).unwrap();
    assert!(newer.iter().all(|line| file.lines().any(|other| other == line)), "by file");
    desk.done(&["opinion", "other", "--seat", "m2", "--product", "p04", "--words", "Vẫn ghi được"]);
    desk.done(&["merge", "open", "other"]);
    assert!(newer.iter().all(|line| lines(&desk, "open").contains(line)), "and back");
    assert_eq!(desk.json(&["status", "open"])["problems"], desk.json(&["status", "other"])["problems"]);
}
