//! The check that needs none of our code (`tests/verify_session.py`): it agrees with `verify` and with the stars of
//! `results`, on sound sessions and on broken ones.

use std::path::Path;
use std::process::Command;

use super::machine::Machine;
use super::tools::{Need, offers, python, say};
use crate::cli::Ran;

fn checked(folder: &Path, seal: Option<&str>) -> Ran {
    let mut script = Command::new(python());
    script.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/verify_session.py")).arg(folder).args(seal);
    script.env("PYTHONUTF8", "1");
    Ran::of(script.output().unwrap())
}

/// Stars as the script says them and as `results` says them.
#[track_caller]
fn agrees(machine: &Machine, session: &str) -> usize {
    let folder = machine.path(&session[1..]);
    let verified = machine.json(&["verify", session]);
    assert_eq!(verified["ok"], true);
    let ran = checked(&folder, verified["seal"].as_str());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let results = machine.json(&["results", session]);
    let products = results["products"].as_array().unwrap();
    for product in products {
        let figure = |of: &str| product["mean"][of].to_string();
        let (mean, star) = match &product["star"]["final"] {
            _ if !product["closed"].is_null() => ("closed".to_owned(), "-".to_owned()),
            star => {
                let star = star.as_u64().map_or("-".to_owned(), |star| format!("{star}*"));
                (format!("{}/{}", figure("num"), figure("den")), star)
            }
        };
        let line = format!("{} {mean} {star}", product["id"].as_str().unwrap());
        assert!(ran.out.lines().any(|said| said == line), "{line} is not in\n{}", ran.out);
    }
    products.len()
}

fn copied(session: &str) -> (tempfile::TempDir, Machine) {
    let place = tempfile::tempdir().unwrap();
    let machine = Machine::at(place.path());
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(session);
    for folder in [from.clone(), from.join("logs")] {
        let to = place.path().join("s").join(folder.strip_prefix(&from).unwrap());
        std::fs::create_dir_all(&to).unwrap();
        for entry in std::fs::read_dir(&folder).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
    (place, machine)
}

#[test]
fn the_independent_check_agrees_on_the_shipped_sample_and_on_rehearsals() {
    if !offers("third-party check", &[Need::Python]) {
        return;
    }
    let (_place, machine) = copied("tap-duot-da-niem-phong");
    let mut products = agrees(&machine, "@s");
    for (seed, seats) in [("1", "5"), ("2", "8"), ("3", "9"), ("4", "7")] {
        let session = format!("@r{seed}");
        let size = ["--products", "26", "--seats", seats, "--seed", seed, "--state", "locked"];
        machine.done(&[&["rehearse", &session], &size[..]].concat());
        machine.done(&["desk", &session, "seal"]);
        products += agrees(&machine, &session);
    }
    say(&format!("third-party check: agrees on {products} products"));
}

#[test]
fn the_independent_check_agrees_under_other_rules_with_rulings_rounds_and_corrections() {
    if !offers("third-party check of other rules", &[Need::Python]) {
        return;
    }
    for rules in ["mean", "every", "default"] {
        let place = tempfile::tempdir().unwrap();
        let machine = Machine::at(place.path());
        machine.lists(4);
        machine.done(&[&Machine::NEW[..], &["--rules", rules]].concat());
        for (product, low) in [("p01", "1"), ("p02", "2"), ("p03", "3")] {
            for seat in ["m1", "m2", "m3"] {
                let but = if seat == "m3" { &[("4.1", low), ("3.5", "1"), ("5.1", "0")][..] } else { &[] };
                record(&machine, seat, product, but);
            }
            machine.done(&["desk", "@s", "reveal", product]);
        }
        // One is scored again, one loses its lock and gets another, one is closed; and one came late to the list.
        machine.done(&["desk", "@s", "rescore", "p01", "--seats", "m3", "--criteria", "3.5", "--reason", "slip"]);
        machine.write("again.csv", "product,criterion,points\np01,3.5,3\n");
        machine.done(&["record", "@s", "--seat", "m3", "--marks", "@again.csv", "--submit"]);
        machine.done(&["desk", "@s", "reveal", "p01"]);
        for product in ["p01", "p02", "p03"] {
            settle(&machine, product);
        }
        machine.done(&["desk", "@s", "reopen", "p02", "--reason", "Xem lại"]);
        settle(&machine, "p02");
        machine.write("late.csv", "id,name,set\nq1,Trà vả,7\n");
        machine.done(&["desk", "@s", "add", "--products", "@late.csv", "--reason", "Bổ sung"]);
        for id in ["p04", "q1"] {
            machine.done(&["desk", "@s", "close", id, "--as", "put-off", "--ground", "Chờ hồ sơ"]);
        }
        machine.done(&["desk", "@s", "seal"]);
        assert_eq!(agrees(&machine, "@s"), 5, "{rules}");
    }
}

fn record(machine: &Machine, seat: &str, product: &str, but: &[(&str, &str)]) {
    let no_story = but.iter().any(|(code, _)| *code == "5.1");
    let list = crate::cli::marks(product, but);
    let list: Vec<&str> = list.lines().filter(|line| !no_story || !line.contains(",5.2,")).collect();
    machine.write("marks.csv", &list.join("\n"));
    machine.done(&["record", "@s", "--seat", seat, "--marks", "@marks.csv", "--submit"]);
}

/// Settles whatever stands in the way of a lock, every second minimum one way, the others the other; and locks.
fn settle(machine: &Machine, product: &str) {
    let results = machine.json(&["results", "@s"]);
    let found = results["products"].as_array().unwrap().iter().find(|one| one["id"] == product).unwrap().clone();
    for (number, dispute) in found["disputes"].as_array().unwrap().iter().enumerate() {
        if dispute["blocking"] != true || dispute["state"] != "open" {
            continue;
        }
        let kind = dispute["kind"].as_str().unwrap();
        if kind == "minimum_split" {
            let (code, star) = (dispute["criterion"].as_str().unwrap(), dispute["star"].to_string());
            let met = if number % 2 == 0 { "yes" } else { "no" };
            let rest = ["--criterion", code, "--star", &star, "--met", met, "--reason", "slip"];
            machine.done(&[&["desk", "@s", "rule", product], &rest[..]].concat());
        } else {
            machine.done(&["desk", "@s", "accept", product, "--dispute", kind, "--reason", "difference"]);
        }
    }
    let asks = machine.run(&["desk", "@s", "lock", product]);
    if asks.code != 0 {
        machine.done(&["desk", "@s", "lock", product, "--forward", "yes"]);
    }
}

#[test]
fn the_independent_check_finds_what_was_tampered_with() {
    if !offers("third-party check of broken sessions", &[Need::Python]) {
        return;
    }
    let (place, machine) = copied("tap-duot-da-niem-phong");
    let folder = place.path().join("s");
    let files = machine.files();
    let other = "0".repeat(64);
    assert_eq!(checked(&folder, Some(&other)).code, 1, "another seal on paper");
    let mut broken = 0;
    let mut fails = |what: &str| {
        let ours = machine.run(&["verify", "@s"]);
        let theirs = checked(&folder, None);
        assert_eq!((ours.code, theirs.code), (1, 1), "{what}\n{}{}{}", ours.out, theirs.out, theirs.err);
        assert!(theirs.err.starts_with("DOES NOT HOLD: "), "{what}: {}", theirs.err);
        broken += 1;
    };
    for (name, bytes) in files.iter().filter(|(name, _)| !name.ends_with("SAMPLE") && name.starts_with("s")) {
        let path = place.path().join(name);
        for part in [1, 3, 5, 8, 9] {
            let mut changed = bytes.clone();
            changed[bytes.len() * part / 10] ^= 2;
            std::fs::write(&path, changed).unwrap();
            fails(&format!("a byte of {} at {part} tenths", name.display()));
        }
        std::fs::write(&path, &bytes[..bytes.len() - 1]).unwrap();
        fails(&format!("the last byte of {}", name.display()));
        std::fs::write(&path, bytes).unwrap();
        if super::machine::is_log(name) {
            std::fs::remove_file(&path).unwrap();
            fails(&format!("without {}", name.display()));
            std::fs::write(&path, bytes).unwrap();
        }
    }
    // A result altered and sealed again, chains and all: only computing the star finds it.
    let session_file = String::from_utf8(files[Path::new("s/session.ron")].clone()).unwrap();
    let forged = session_file.replacen("star: Some(3)", "star: Some(4)", 1);
    std::fs::write(folder.join("session.ron"), &forged).unwrap();
    let (name, log) = files.iter().find(|(name, _)| name.to_string_lossy().contains("/desk-")).unwrap();
    std::fs::write(place.path().join(name), sealed_again(log, &forged)).unwrap();
    fails("a star that does not follow");
    assert!(checked(&folder, None).err.contains("star"), "{}", checked(&folder, None).err);
    say(&format!("third-party check: finds {broken} of {broken} broken copies, as verify does"));
}

/// The desk's log with its last line, the seal, naming another session file, and chained as if it were sound.
fn sealed_again(log: &[u8], session_file: &str) -> String {
    use ocop_council::council::Hash;
    let text = String::from_utf8(log.to_vec()).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    let last = lines.pop().unwrap();
    let before = Hash::parse(&lines.last().unwrap()[..64]).unwrap();
    let (start, rest) = last[65..].split_once("Seal(file:\"").unwrap();
    let record = format!("{start}Seal(file:\"{}{}", Hash::of(session_file.as_bytes()), &rest[64..]);
    format!("{}\n{} {record}\n", lines.join("\n"), before.then(record.as_bytes()))
}
