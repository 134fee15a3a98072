//! Programs that race for one session, and a machine that was copied while it was in use: nobody waits, nothing that
//! was acknowledged is lost, and what cannot both be is refused to one of them.

use std::path::Path;
use std::process::Stdio;

use super::machine::{Machine, acts};
use super::tools::say;
use crate::cli::Ran;

/// Starts all commands at once; what each did.
fn at_once(machine: &Machine, commands: &[Vec<String>]) -> Vec<Ran> {
    let started: Vec<_> = commands
        .iter()
        .map(|command| {
            let words: Vec<&str> = command.iter().map(String::as_str).collect();
            machine.command(&words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    started.into_iter().map(|one| Ran::of(one.wait_with_output().unwrap())).collect()
}

fn words(command: &[&str]) -> Vec<String> {
    command.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn programs_racing_for_one_log_lose_nothing() {
    let place = tempfile::tempdir().unwrap();
    let machine = Machine::at(place.path());
    machine.lists(8);
    machine.done(&Machine::NEW);
    let (mut said, rounds) = (0, 6);
    for round in 0..rounds {
        let commands: Vec<_> = (1..=8)
            .map(|product| {
                let (product, opinion) = (format!("p0{product}"), format!("lần-{round}-{product}-xong"));
                words(&["opinion", "@s", "--seat", "m2", "--product", &product, "--words", &opinion])
            })
            .collect();
        let ran = at_once(&machine, &commands);
        let lines = acts(&machine.files(), "s");
        for (command, ran) in commands.iter().zip(&ran) {
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command:?}");
            assert!(lines.iter().any(|line| line.contains(&command[7])), "acknowledged and not there: {command:?}");
            said += 1;
        }
    }
    let status = machine.json(&["status", "@s"]);
    assert_eq!(status["problems"], serde_json::json!([]), "no branch, no conflict");
    assert_eq!(acts(&machine.files(), "s").len(), said);
    assert!(machine.run(&["verify", "@s"]).code == 0);
    say(&format!("races for a log: {said} acknowledged acts, 0 lost"));
}

#[test]
fn of_those_who_make_one_session_at_once_one_makes_it() {
    for _ in 0..8 {
        let place = tempfile::tempdir().unwrap();
        let machine = Machine::at(place.path());
        machine.lists(1);
        let ran = at_once(&machine, &vec![words(&Machine::NEW); 4]);
        let made = ran.iter().filter(|ran| ran.code == 0).count();
        let said: Vec<_> = ran.iter().map(|ran| (ran.code, &ran.err)).collect();
        assert_eq!(made, 1, "{said:?}");
        assert!(ran.iter().all(|ran| matches!(ran.code, 0 | 3) && !ran.err.contains("panicked")), "{said:?}");
        let verified = machine.run(&["verify", "@s"]);
        assert_eq!(verified.code, 0, "{said:?}\n{}{}", verified.out, verified.err);
        machine.done(&["desk", "@s", "remark", "--words", "một"]);
        assert!(ran.iter().all(|ran| ran.code == 0 || ran.err.contains("already exists")), "{said:?}");
    }
}

#[test]
fn of_those_who_seal_at_once_one_seals_and_the_seal_holds() {
    for _ in 0..12 {
        let place = tempfile::tempdir().unwrap();
        let machine = Machine::at(place.path());
        machine.lists(1);
        machine.done(&Machine::NEW);
        machine.done(&["desk", "@s", "close", "p01", "--as", "withdrawn", "--ground", "Rút"]);
        let ran = at_once(&machine, &vec![words(&["desk", "@s", "seal"]); 4]);
        let said: Vec<_> = ran.iter().map(|ran| (ran.code, &ran.out, &ran.err)).collect();
        let verified = machine.json(&["verify", "@s"]);
        assert_eq!((&verified["ok"], &verified["sealed"]), (&true.into(), &true.into()), "{verified:#}\n{said:#?}");
        let seal = verified["seal"].as_str().unwrap();
        for ran in &ran {
            assert!(matches!(ran.code, 0 | 1 | 3) && !ran.err.contains("panicked"), "{said:#?}");
            assert!(ran.code != 0 || ran.out.contains(seal), "another seal was told: {said:#?}\n{verified:#}");
        }
        assert!(ran.iter().any(|ran| ran.code == 0), "{said:#?}");
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (path, into) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy(&path, &into) } else { _ = std::fs::copy(&path, &into).unwrap() }
    }
}

#[test]
fn a_cloned_machine_and_its_original_write_on_and_a_merge_loses_nothing() {
    let place = tempfile::tempdir().unwrap();
    let (one, other) = (place.path().join("one"), place.path().join("other"));
    std::fs::create_dir(&one).unwrap();
    let machine = Machine::at(&one);
    machine.lists(3);
    machine.done(&Machine::NEW);
    machine.done(&["record", "@s", "--seat", "m2", "--marks", "@one.csv"]);
    // Everything: the session, and what the machine remembers of the logs it writes.
    copy(&one, &other);
    let clone = Machine::at(&other);
    let opinion = |machine: &Machine, product: &str, words: &str| {
        machine.done(&["opinion", "@s", "--seat", "m2", "--product", product, "--words", words]);
    };
    for number in 0..4 {
        opinion(&machine, "p01", &format!("gốc-{number}-"));
        opinion(&clone, "p03", &format!("bản-sao-{number}-"));
    }
    machine.write("more.csv", "product,criterion,points\np01,1.2,2\n");
    machine.done(&["record", "@s", "--seat", "m2", "--marks", "@more.csv"]);
    let all: Vec<String> = acts(&machine.files(), "s").into_iter().chain(acts(&clone.files(), "s")).collect();
    for (here, there) in [(&machine, &other), (&clone, &one)] {
        here.done(&["merge", "@s", &there.join("s").display().to_string()]);
        let have = acts(&here.files(), "s");
        assert!(all.iter().all(|line| have.contains(line)), "lost in the merge");
        assert_eq!(here.run(&["verify", "@s"]).code, 0);
    }
    let said = |machine: &Machine| ["results", "status"].map(|command| machine.json(&[command, "@s"]));
    assert_eq!(said(&machine), said(&clone));
    // Both go on, each from where it stands, and once more together.
    opinion(&machine, "p02", "sau-");
    opinion(&clone, "p02", "sau-nữa-");
    machine.done(&["merge", "@s", &clone.name("s")]);
    let lines = acts(&machine.files(), "s");
    assert!(["sau-", "sau-nữa-"].iter().all(|words| lines.iter().any(|line| line.contains(words))));
}
