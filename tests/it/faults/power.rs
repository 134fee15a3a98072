//! Power cuts on a real ext4, in both ways a disk can end: everything not synced is lost, or names are kept and data
//! is lost. After each cut every acknowledged act is there, every document is an old or a new one, and the session
//! goes on. That this finds a missing sync is shown by cutting a program whose syncs are faked.
//!
//! Acknowledged is what was said before the cut began. A real cut ends the program as well; this one does not, and Linux
//! answers a sync that it overtakes with success now and then (a bare append and `fdatasync`: 13 of 150 cuts, each
//! answered milliseconds after the cut began, none of those answered before it lost).

use std::process::Stdio;
use std::time::Duration;

use super::disk::{Cut, Disk};
use super::machine::{Machine, acts};
use super::tools::{Dice, Need, asked, offers, say};
use crate::cli::Ran;

/// How often the power is cut; `OCOP_COUNCIL_CUTS` asks for another number.
const CUTS: usize = 60;

/// What is done until the power goes. A note, a remark or a file name tells each from the others.
const DEEDS: [&[&str]; 10] = [
    &Machine::NEW,
    &["opinion", "@s", "--seat", "m1", "--product", "p01", "--words", "việc-1"],
    &["opinion", "@s", "--seat", "m1", "--product", "p01", "--words", "việc-2"],
    &["record", "@s", "--seat", "m2", "--marks", "@all.csv", "--submit"],
    &["hand-out", "@s", "@m1.hand", "--seat", "m1"],
    &["desk", "@s", "remark", "--words", "việc-5"],
    &["hand-out", "@s", "@m1.hand", "--seat", "m1"],
    &["desk", "@s", "close", "p01", "--as", "withdrawn", "--ground", "việc-7"],
    &["desk", "@s", "seal"],
    &["hand-out", "@s", "@m1.hand", "--seat", "m1"],
];

/// Whether what a deed acknowledged is there.
fn is_there(machine: &Machine, deed: usize, hand_outs: &[Vec<u8>]) -> bool {
    let files = machine.files();
    let lines = acts(&files, "s");
    match DEEDS[deed][0] {
        "new" => machine.run(&["verify", "@s"]).code == 0,
        "record" => {
            lines.iter().filter(|line| line.contains("Mark(")).count() >= 30
                && lines.iter().any(|line| line.contains("Submit("))
        }
        "hand-out" => files.get(std::path::Path::new("m1.hand")).is_some_and(|bytes| hand_outs.contains(bytes)),
        _ if deed == 8 => {
            files.contains_key(std::path::Path::new("s/session.ron")) && machine.run(&["verify", "@s"]).code == 0
        }
        _ => lines.iter().any(|line| line.contains(&format!("việc-{deed}"))),
    }
}

/// What a cut found.
#[derive(Default)]
struct Found {
    acknowledged: usize,
    /// Said in the middle of the last deed, and before the cut.
    in_time: usize,
    /// Said after the cut began, and not there.
    too_late: usize,
    lost: Vec<String>,
}

/// Does so many deeds, cuts the power at once or in the middle of the next deed, and looks the next morning.
fn cut(disk: &Disk, cut: Cut, machine: &Machine, deeds: usize, into_next: Option<Duration>, found: &mut Found) {
    std::fs::create_dir(machine.path("")).unwrap();
    machine.lists(1);
    let hand_out = || std::fs::read(machine.path("m1.hand")).unwrap_or_default();
    let mut hand_outs = Vec::new();
    for deed in &DEEDS[..deeds - 1] {
        machine.done(deed);
        hand_outs.push(hand_out());
    }
    let armed = disk.arm(cut);
    machine.done(DEEDS[deeds - 1]);
    hand_outs.push(hand_out());
    let (mut done, mut said_too_late) = (deeds, false);
    if let (Some(after), Some(next)) = (into_next, DEEDS.get(deeds)) {
        let mut command = machine.command(next);
        let mut running = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(after);
        let was_said = running.try_wait().unwrap().is_some_and(|status| status.success());
        armed.cut();
        let ran = Ran::of(running.wait_with_output().unwrap());
        assert!(matches!(ran.code, 0 | 3) && !ran.err.contains("panicked"), "{next:?}: {} {}", ran.code, ran.err);
        done += usize::from(was_said);
        found.in_time += usize::from(was_said);
        said_too_late = !was_said && ran.code == 0;
    } else {
        armed.cut();
    }
    disk.next_morning();
    // The hand-out that stands there is the last one, or the one that was being made: what is made now is the same.
    let last = DEEDS[..deeds].iter().rposition(|deed| deed[0] == "hand-out");
    let mut may: Vec<_> = last.map(|last| hand_outs[last].clone()).into_iter().collect();
    machine.run(&["hand-out", "@s", "@now.hand", "--seat", "m1"]);
    may.extend(std::fs::read(machine.path("now.hand")));
    found.too_late += usize::from(said_too_late && !is_there(machine, done, &may));
    for (deed, words) in DEEDS.iter().enumerate().take(done) {
        found.acknowledged += 1;
        if !is_there(machine, deed, &may) {
            found.lost.push(format!("{cut:?} after {done}, into the next by {into_next:?}: {words:?}"));
        }
    }
    let verified = machine.run(&["verify", "@s"]);
    if verified.code == 0 && done < 9 && !machine.path("s/session.ron").exists() {
        machine.done(&["desk", "@s", "remark", "--words", "Sáng hôm sau"]);
        assert_eq!(machine.run(&["verify", "@s"]).code, 0);
    } else if verified.code != 0 {
        found.lost.push(format!("{cut:?} after {done}: verify says {}{}", verified.out, verified.err));
    }
    // With syncs faked not even that may be left.
    let _ = std::fs::remove_dir_all(machine.path(""));
}

#[test]
fn no_power_cut_loses_what_was_acknowledged() {
    if !offers("power cuts", &[Need::Mount, Need::Python]) {
        return;
    }
    let cuts = asked("OCOP_COUNCIL_CUTS", CUTS);
    let mut dice = Dice::new("power cuts");
    let disk = Disk::ext4(32);
    let mut found = Found::default();
    for number in 0..cuts {
        let mode = if number % 3 == 2 { Cut::KeepsNames } else { Cut::LosesAll };
        let deeds = 1 + number % DEEDS.len();
        let into_next = (number % 2 == 1).then(|| Duration::from_micros(dice.roll(30_000)));
        let machine = Machine::at(&disk.path().join(format!("c{number}")));
        cut(&disk, mode, &machine, deeds, into_next, &mut found);
    }
    let Found { acknowledged, in_time, too_late, lost } = &found;
    say(&format!(
        "power cuts: {cuts}, {acknowledged} acknowledged acts ({in_time} of them just before the cut), {} lost; {too_late} \
         answered by the system after the cut and not there",
        lost.len()
    ));
    assert!(found.lost.is_empty(), "{}", found.lost.join("\n"));
}

/// A sync that is said to be done and is not: the call of this name on these paths (on any, if none are named).
fn faked(call: &str, paths: &[String]) -> Vec<String> {
    let mut words: Vec<String> = ["strace", "-f", "-qq", "-o", "/dev/null"].map(str::to_owned).into();
    words.extend(paths.iter().flat_map(|path| ["-P".to_owned(), path.clone()]));
    words.extend(["-e".to_owned(), format!("trace={call}"), "-e".to_owned(), format!("inject={call}:retval=0")]);
    words.push("--".to_owned());
    words
}

#[test]
fn a_missing_sync_of_a_file_or_of_a_folder_is_found() {
    if !offers("power cuts without syncs", &[Need::Mount, Need::Python, Need::Strace]) {
        return;
    }
    let disk = Disk::ext4(32);
    let run = |name: &str, deeds: usize, prefix: &dyn Fn(&Machine) -> Vec<String>| {
        let machine = Machine::at(&disk.path().join(name));
        let prefix = prefix(&machine);
        let mut found = Found::default();
        cut(&disk, Cut::LosesAll, &machine.by(prefix), deeds, None, &mut found);
        say(&format!("power cut, {name}: {} acknowledged acts, {} found lost", found.acknowledged, found.lost.len()));
        found.lost.len()
    };
    let folders = |names: &'static [&str]| {
        move |machine: &Machine| faked("fsync", &names.iter().map(|name| machine.name(name)).collect::<Vec<_>>())
    };
    assert_eq!(run("all-syncs-as-they-are", 9, &|_| faked("fsync", &["/none".to_owned()])), 0);
    assert!(run("append-not-synced", 3, &|_| faked("fdatasync", &[])) > 0);
    assert!(run("file-not-synced", 2, &|_| faked("fsync,fdatasync", &[])) > 0);
    assert!(run("session-folder-name-not-synced", 1, &folders(&[""])) > 0);
    assert!(run("log-folder-not-synced", 2, &folders(&["s/logs"])) > 0);
}
