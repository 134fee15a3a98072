//! Every system call of a scripted sitting that touches its disk, struck by every error a medium can answer and by
//! SIGKILL. Afterwards: what was acknowledged is there, nothing that was there is gone or torn, the exit code is a
//! documented one with one sentence, `verify` is content, and doing it again comes to what an undisturbed run comes to.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;

use super::machine::{Files, Machine, acts, is_log, masked, whole};
use super::tools::{Need, offers, say};
use super::trace::{Fault, calls, struck};

/// A command of the script.
struct Step {
    arguments: &'static [&'static str],
    /// The session folder it works on.
    session: &'static str,
}

const fn on(session: &'static str, arguments: &'static [&'static str]) -> Step {
    Step { arguments, session }
}

/// A folder in memory: nothing here depends on a real disk, and the sweep is long.
fn place() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.unwrap()
}

/// What a command that nothing disturbs leaves.
struct Clean {
    out: String,
    files: Files,
    acts: usize,
    results: Option<Value>,
}

fn looked_at(machine: &Machine, step: &Step) -> Option<Value> {
    let ran = machine.run(&["results", step.session, "--format", "json"]);
    serde_json::from_str(&ran.out).ok().map(masked)
}

/// How many times the program was struck, how many acts it acknowledged meanwhile.
#[derive(Default)]
struct Count {
    struck: usize,
    killed: usize,
    acknowledged: usize,
    lost: usize,
}

/// Disks that were looked at whole already; of many strikes nothing at all remains, and looking again tells nothing.
type Seen = BTreeSet<Vec<(PathBuf, Vec<u8>)>>;

/// A disk, but for locks, which carry nothing.
fn disk(files: &Files) -> Vec<(PathBuf, Vec<u8>)> {
    files.iter().filter(|(_, bytes)| !bytes.is_empty()).map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

/// Strikes one command at each of its calls, from the disk as it is now, and leaves the disk as after a clean run.
fn sweep(machine: &Machine, root: &Path, step: &Step, count: &mut Count, found: &mut String) {
    let begun = std::time::Instant::now();
    let before = machine.files();
    let (output, calls) = calls(machine, root, step.arguments);
    assert_eq!(output.status.code(), Some(0), "{:?}\n{}", step.arguments, String::from_utf8_lossy(&output.stderr));
    let files = machine.files();
    let clean = Clean {
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        acts: acts(&files, &step.session[1..]).len(),
        results: looked_at(machine, step),
        files,
    };
    let mut seen = Seen::new();
    for call in &calls {
        for fault in call.faults() {
            machine.restore(&before);
            let output = struck(machine, step.arguments, call, *fault);
            count.struck += 1;
            count.killed += usize::from(*fault == Fault::Kill);
            if let Err(what) = judge(machine, step, &before, &clean, &output, count, &mut seen) {
                let _ = writeln!(found, "{} {fault:?} at {} {}: {what}", step.arguments.join(" "), call.name, call.nth);
            }
        }
    }
    machine.restore(&clean.files);
    say(&format!("  {}: {} calls, {:?}", step.arguments.join(" "), calls.len(), begun.elapsed()));
}

/// What must hold after a command that was struck.
fn judge(
    machine: &Machine,
    step: &Step,
    before: &Files,
    clean: &Clean,
    output: &Output,
    count: &mut Count,
    seen: &mut Seen,
) -> Result<(), String> {
    let say = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (say(&output.stdout), say(&output.stderr));
    let ensure = |holds: bool, what: &str| if holds { Ok(()) } else { Err(format!("{what}\n  {out}  {err}")) };
    let killed = output.status.signal() == Some(9);
    let code = output.status.code();
    ensure(killed || matches!(code, Some(0 | 1 | 3)), "the exit code")?;
    ensure(!err.contains("panicked"), "a panic")?;
    if !killed && code != Some(0) {
        let sentence = err.trim_end();
        ensure(!sentence.is_empty() || !out.is_empty(), "nothing is said")?;
        ensure(sentence.lines().count() <= 1, "more than one sentence")?;
    }
    let files = machine.files();
    ensure_kept(before, &files)?;
    // A command that only shows something shows all of it, or fails.
    let had = acts(before, &step.session[1..]).len();
    let has = acts(&files, &step.session[1..]).len();
    let acknowledged = code == Some(0) || killed && !out.is_empty();
    if acknowledged {
        count.acknowledged += clean.acts - had;
        count.lost += clean.acts - has.min(clean.acts);
        ensure(has == clean.acts, "acknowledged, and not all of it is there")?;
    } else {
        ensure((had..=clean.acts).contains(&has), "neither what was there nor what was to be")?;
    }
    if code == Some(0) && clean.acts == had {
        ensure(out == clean.out, "it says something else")?;
    }
    for (name, bytes) in files.iter().filter(|(name, _)| is_document(name)) {
        let is_known = [before.get(name), clean.files.get(name)].contains(&Some(bytes));
        ensure(is_known || !clean.files.contains_key(name), &format!("{} is neither old nor new", name.display()))?;
    }
    if !seen.insert(disk(&files)) {
        return Ok(());
    }
    let there = machine.path(&step.session[1..]).exists();
    ensure(there || before.keys().all(|name| !name.starts_with(&step.session[1..])), "the session is gone")?;
    if there {
        let verified = machine.run(&["verify", step.session]);
        ensure(verified.code == 0, &format!("verify: {}{}", verified.out, verified.err))?;
    }
    let again = machine.run(step.arguments);
    let is_done = acts(&files, &step.session[1..]).len() == clean.acts && there;
    ensure(again.code == 0 || is_done && matches!(again.code, 1 | 3), &format!("again: {}{}", again.out, again.err))?;
    ensure(looked_at(machine, step) == clean.results, "doing it again comes to something else")?;
    ensure_kept(&files, &machine.files())
}

/// Nothing that was there is gone: a document stands as it was or is replaced whole, a log only grows, and a torn tail
/// that a log had is cut off only once it lies aside.
fn ensure_kept(before: &Files, after: &Files) -> Result<(), String> {
    // What is hidden is not part of a session: locks, and what a program that was killed was building aside.
    let is_shown = |name: &Path| !name.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    for (name, old) in before.iter().filter(|(name, _)| is_shown(name)) {
        let new = after.get(name);
        if is_log(name) {
            let new = new.ok_or(format!("{} is gone", name.display()))?;
            let kept = new.starts_with(whole(old));
            let torn = &old[whole(old).len()..];
            let aside =
                after.iter().any(|(name, bytes)| name.to_string_lossy().contains("quarantine") && bytes == torn);
            let cut = new.starts_with(old) || aside;
            if !kept || !cut {
                return Err(format!("{} is not what it was", name.display()));
            }
        } else if matches!(
            name.file_name().and_then(|name| name.to_str()),
            Some("charter.ron" | "session.ron" | "SAMPLE")
        ) && new != Some(old)
        {
            return Err(format!("{} is not what it was", name.display()));
        }
    }
    Ok(())
}

/// Whether a file is a document that is the same for everybody who makes it: one that was handed out or in.
fn is_document(name: &Path) -> bool {
    name.extension().is_some_and(|ending| ending == "hand")
}

/// Runs a script from the disk as it is, sweeping each of its steps.
fn run(test: &str, prepare: impl Fn(&Machine), steps: &[Step]) {
    if !offers(test, &[Need::Strace]) {
        return;
    }
    let place = place();
    let machine = Machine::at(place.path());
    prepare(&machine);
    let (mut count, mut found) = (Count::default(), String::new());
    for step in steps {
        sweep(&machine, place.path(), step, &mut count, &mut found);
    }
    let Count { struck, killed, acknowledged, lost } = count;
    say(&format!("{test}: {struck} injections ({killed} kills), {acknowledged} acknowledged acts, {lost} lost"));
    assert!(found.is_empty(), "{found}");
}

#[test]
fn every_call_of_making_and_scoring_a_session_may_fail() {
    run(
        "sweep, scoring",
        |machine| machine.lists(2),
        &[
            on("@s", &Machine::NEW),
            on("@s", &["record", "@s", "--seat", "m1", "--marks", "@all.csv", "--submit"]),
            on("@s", &["record", "@s", "--seat", "m1", "--marks", "@one.csv"]),
            on("@s", &["take-back", "@s", "--seat", "m1", "--product", "p01"]),
            on("@s", &["hand-out", "@s", "@m2.hand", "--seat", "m2"]),
            on("@s", &["hand-in", "@s", "@m1.hand", "--seat", "m1"]),
        ],
    );
}

/// All sheets of the first product handed in, two of them far apart; the second product withdrawn.
fn scored(machine: &Machine) {
    machine.lists(2);
    machine.done(&Machine::NEW);
    for (seat, marks) in [("m1", "@all.csv"), ("m2", "@all.csv"), ("m3", "@split.csv")] {
        machine.done(&["record", "@s", "--seat", seat, "--marks", marks, "--submit"]);
    }
    machine.done(&["desk", "@s", "close", "p02", "--as", "withdrawn", "--ground", "Chủ thể rút"]);
}

const REVEAL: &[&str] = &["desk", "@s", "reveal", "p01"];
const ACCEPT: &[&str] = &["desk", "@s", "accept", "p01", "--dispute", "spread", "--reason", "difference"];
const LOCK: &[&str] = &["desk", "@s", "lock", "p01"];
const SEAL: &[&str] = &["desk", "@s", "seal"];

#[test]
fn every_call_of_the_desk_may_fail_up_to_the_seal() {
    let steps = [REVEAL, ACCEPT, LOCK, SEAL, &["verify", "@s"], &["results", "@s"]];
    run("sweep, desk", scored, &steps.map(|arguments| on("@s", arguments)));
}

/// Two copies that went on apart, and what a member hands in.
fn apart(machine: &Machine) {
    scored(machine);
    let copy = machine.files();
    for (name, bytes) in copy.iter().filter(|(name, _)| name.starts_with("s")) {
        let path = machine.path("t").join(name.strip_prefix("s").unwrap());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    machine.done(REVEAL);
    machine.done(&["opinion", "@s", "--seat", "m3", "--product", "p01", "--words", "Nên bổ sung"]);
    machine.done(&["desk", "@t", "remark", "--words", "Ghi ở bản kia"]);
    machine.done(&["hand-in", "@s", "@m3.hand", "--seat", "m3"]);
}

#[test]
fn every_call_of_merging_may_fail() {
    run(
        "sweep, merge",
        apart,
        &[on("@t", &["merge", "@t", "@m3.hand"]), on("@t", &["merge", "@t", "@s"]), on("@t", &["status", "@t"])],
    );
}

/// A small session, and a stick with an older copy of it.
fn sticks(machine: &Machine) {
    let remark = |words| _ = machine.done(&["desk", "@s", "remark", "--words", words]);
    machine.lists(1);
    machine.done(&Machine::NEW);
    remark("Ghi trước");
    std::fs::create_dir(machine.path("usb")).unwrap();
    machine.write("usb/photo.jpg", "not ours");
    machine.done(&["copy", "@s", "@usb"]);
    remark("Ghi sau");
}

#[test]
fn every_call_of_copying_to_a_stick_and_putting_back_may_fail() {
    run(
        "sweep, copies",
        sticks,
        &[on("@usb/s", &["copy", "@s", "@usb"]), on("@back", &["restore", "@usb/s", "@back"])],
    );
}

/// What a machine that stopped in the middle leaves: half a line in a log, and a session file that has no name yet.
fn broken_off(machine: &Machine) {
    scored(machine);
    for command in [REVEAL, ACCEPT, LOCK] {
        machine.done(command);
    }
    let files = machine.files();
    let log = files.keys().find(|name| is_log(name) && name.to_string_lossy().contains("/desk-")).unwrap();
    let mut bytes = files[log].clone();
    bytes.extend(b"3f2a half a li");
    std::fs::write(machine.path("").join(log), bytes).unwrap();
}

#[test]
fn every_call_of_mending_what_broke_off_may_fail() {
    run("sweep, torn tail", broken_off, &[on("@s", &["desk", "@s", "remark", "--words", "Họp lại"])]);
    let unnamed = |machine: &Machine| {
        broken_off(machine);
        machine.done(SEAL);
        std::fs::rename(machine.path("s/session.ron"), machine.path("s/session.ron.new")).unwrap();
    };
    run("sweep, seal without a name", unnamed, &[on("@s", &["status", "@s"])]);
}
