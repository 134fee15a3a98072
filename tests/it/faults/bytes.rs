//! Broken bytes: every byte of a small sealed session changed, a log cut off at every byte.

use ocop_council::council::Charter;
use ocop_council::rubric::{Both, Code, Criterion, Group, Level, Part, Star};
use ocop_council::store;

use super::machine::{Machine, acts, is_log, whole};
use super::tools::{is_release, say};

/// The smallest charter there is: three seats, one product, a set of two criteria. What is small can be tried at every
/// byte.
fn charter() -> Charter {
    let both = |text: &str| Both { vi: text.to_owned(), en: text.to_owned() };
    let criterion = |code: &str, max: u16| Criterion {
        code: Code::new(code),
        max,
        name: both("t"),
        note: None,
        needs: None,
        cases: Vec::new(),
        levels: vec![
            Level { points: max / 2, text: both("m"), minimum_for: Star::new(3), case: None },
            Level { points: max, text: both("m"), minimum_for: Star::new(5), case: None },
        ],
    };
    let part = |part: &str, code: &str, max: u16| Part {
        code: part.to_owned(),
        max,
        name: both("p"),
        groups: vec![Group {
            code: Code::new(code),
            max,
            name: both("n"),
            criteria: vec![criterion(code, max)],
            groups: Vec::new(),
        }],
    };
    let mut charter = crate::sample::charter();
    charter.products.truncate(1);
    charter.seats.truncate(3);
    let mut set = charter.sets.iter().find(|set| set.no == 9).unwrap().clone();
    set.parts = vec![part("A", "1", 60), part("B", "2", 40)];
    set.grounds.clear();
    charter.sets = vec![set];
    charter
}

/// A session of it in which all sheets are handed in.
fn open(machine: &Machine) {
    store::create(&machine.path("s"), &charter()).unwrap();
    machine.write("marks.csv", "product,criterion,points\np01,1,60\np01,2,40\n");
    for seat in ["ct", "nn", "ct2"] {
        machine.done(&["record", "@s", "--seat", seat, "--marks", "@marks.csv", "--submit"]);
    }
}

/// And sealed.
fn sealed(machine: &Machine) {
    open(machine);
    for act in [&["reveal", "p01"][..], &["lock", "p01"], &["seal"]] {
        machine.done(&[&["desk", "@s"], act].concat());
    }
    assert_eq!(machine.json(&["verify", "@s"])["ok"], true);
}

#[test]
fn every_changed_byte_of_a_sealed_session_is_found_and_named() {
    let place = tempfile::tempdir().unwrap();
    let machine = Machine::at(place.path());
    sealed(&machine);
    // Unoptimised every 23rd byte, else every single one.
    let step = if is_release() { 1 } else { 23 };
    let files = machine.files();
    let (mut flips, mut bytes) = (0, 0);
    for (name, old) in
        files.iter().filter(|(name, _)| name.starts_with("s") && !name.to_string_lossy().ends_with(".lock"))
    {
        bytes += old.len();
        for at in (0..old.len()).step_by(step) {
            let mut new = old.clone();
            new[at] ^= 1 << (at % 7);
            std::fs::write(place.path().join(name), &new).unwrap();
            let ran = machine.run(&["verify", "@s", "--format", "json"]);
            let place = name.strip_prefix("s").unwrap().display().to_string();
            assert_eq!((ran.code, ran.err.as_str()), (1, ""), "byte {at} of {place}: {}", ran.out);
            // Without its `\n` a log's last line was never finished: where it is the seal, the file it sealed is named.
            let is_unfinished = at + 1 == old.len() && place.contains("/desk-") && ran.out.contains("session.ron");
            assert!(ran.out.contains(&place) || is_unfinished, "byte {at} of {place} is not named: {}", ran.out);
            flips += 1;
        }
        std::fs::write(place.path().join(name), old).unwrap();
    }
    assert_eq!(machine.json(&["verify", "@s"])["ok"], true);
    say(&format!("changed bytes: {flips} of {bytes} of a sealed session, 0 missed"));
}

#[test]
fn a_log_cut_off_at_any_byte_gives_its_whole_lines_and_its_member_goes_on() {
    let place = tempfile::tempdir().unwrap();
    let machine = Machine::at(place.path());
    open(&machine);
    let files = machine.files();
    let (name, old) = files.iter().find(|(name, _)| is_log(name) && name.to_string_lossy().contains("/nn-")).unwrap();
    let step = if is_release() { 1 } else { 37 };
    let others = acts(&files, "s").len() - 3;
    let mut cuts = 0;
    for at in (0..old.len()).step_by(step) {
        machine.restore(&files);
        std::fs::write(place.path().join(name), &old[..at]).unwrap();
        let lines = whole(&old[..at]).split_inclusive(|byte| *byte == b'\n').count().saturating_sub(1);
        let ran = machine.run(&["record", "@s", "--seat", "nn", "--marks", "@marks.csv", "--submit"]);
        assert_eq!(ran.code, 0, "cut at {at}: {}{}", ran.out, ran.err);
        let now = machine.files();
        assert!(now[name].starts_with(whole(&old[..at])), "cut at {at}: a whole line is gone");
        let status = machine.json(&["status", "@s"]);
        assert_eq!(status["products"][0]["sheets"][1]["state"], "submitted", "cut at {at}: {status:#}");
        assert!(acts(&now, "s").len() >= others + lines.max(3), "cut at {at}");
        cuts += 1;
    }
    say(&format!("logs cut off: at {cuts} of {} bytes, 0 lines lost", old.len()));
}
