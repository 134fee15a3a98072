//! The copies that opening a session keeps on this machine, in a real terminal: rotating, whole, and put back without
//! ever making two writers of one log.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ocop_council::store::{self, Places};

use crate::cli::Desk;
use crate::pty::Pty;

/// Copies kept of a session.
const KEPT: usize = 5;

/// Logs by name, with their bytes.
type Logs = BTreeMap<String, Vec<u8>>;

/// A machine with a session `s` of the sample's council.
fn machine() -> Desk {
    let desk = Desk::new();
    store::create(&desk.path("s"), &crate::sample::charter()).unwrap();
    desk
}

/// A member's seat on screen.
fn open(desk: &Desk, session: &str) -> Pty {
    let (home, path) = (desk.path("home"), desk.path(session));
    // Elsewhere than where temporary files are, so that nobody is warned of that.
    let env = [("OCOP_COUNCIL_HOME", home.to_str().unwrap()), ("TMPDIR", "/nowhere")];
    let mut program = Pty::start(&["open", path.to_str().unwrap(), "--seat", "yt", "--lang", "vi"], &env);
    program.wait_for("chấm kín").wait_for("đã lưu ✓");
    program
}

/// Marks the next criterion without a mark, once more if the keys came before the member's record was open; waits until
/// so many are scored and saved.
fn mark(program: &mut Pty, scored: usize) {
    let done = format!("Đã chấm {scored}/");
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(20) {
        program.send("\x1bOS").send("\x1b[B").send("\r");
        let pressed = Instant::now();
        while pressed.elapsed() < Duration::from_secs(3) {
            let text = program.look(vt100::Screen::contents);
            if text.contains(&done) && text.contains("đã lưu ✓") {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
    panic!("never came: {done}\n{}", program.look(vt100::Screen::contents));
}

/// The copies kept, the latest first.
fn kept(desk: &Desk) -> Vec<PathBuf> {
    let places = Places::find(None, Some(&desk.path("home"))).unwrap();
    store::kept(&places).unwrap().into_iter().map(|kept| kept.path).collect()
}

/// Waits until the latest copy is another one than before: it is made beside everything else.
fn wait_for_a_copy(desk: &Desk, before: &[PathBuf]) -> Vec<PathBuf> {
    let begun = Instant::now();
    loop {
        let now = kept(desk);
        if now.first() != before.first() && now.len() <= KEPT {
            return now;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "no copy was kept: {now:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn logs(session: &Path) -> Logs {
    let entries = std::fs::read_dir(session.join("logs")).unwrap().flatten();
    let named = entries.map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()));
    named.filter(|(name, _)| !name.starts_with('.')).collect()
}

/// Every act on record: the lines of every log but its first, which only says whose it is.
fn acts(session: &Path) -> BTreeSet<Vec<u8>> {
    let of =
        |bytes: &Vec<u8>| bytes.split_inclusive(|byte| *byte == b'\n').skip(1).map(<[u8]>::to_vec).collect::<Vec<_>>();
    logs(session).values().flat_map(of).collect()
}

/// A log has one writer: of two copies of it one is the beginning of the other.
#[track_caller]
fn one_writer_each(sessions: &[&Path]) {
    let all: Vec<Logs> = sessions.iter().map(|session| logs(session)).collect();
    for (name, bytes) in all.iter().flatten() {
        for other in all.iter().filter_map(|logs| logs.get(name)) {
            assert!(bytes.starts_with(other) || other.starts_with(bytes), "{name} was written in two ways");
        }
    }
}

#[test]
fn opening_a_session_keeps_a_copy_of_what_is_new_and_the_last_few_stay() {
    let desk = machine();
    let mut copies = Vec::new();
    for round in 1..=7 {
        let was = acts(&desk.path("s"));
        let mut program = open(&desk, "s");
        copies = wait_for_a_copy(&desk, &copies);
        assert_eq!((copies.len(), acts(&copies[0])), (round.min(KEPT), was), "as it was when it was opened");
        mark(&mut program, round);
        program.kill();
    }
    let numbers: Vec<String> =
        copies.iter().map(|copy| copy.file_name().unwrap().to_string_lossy()[..4].to_owned()).collect();
    assert_eq!(numbers, ["0007", "0006", "0005", "0004", "0003"], "the oldest made room");
}

#[test]
fn an_older_copy_put_back_beside_or_over_the_session_makes_no_second_writer() {
    let desk = machine();
    let mut program = open(&desk, "s");
    mark(&mut program, 1);
    program.kill();
    let first = kept(&desk);
    let mut program = open(&desk, "s");
    let copies = wait_for_a_copy(&desk, &first);
    let older = copies[0].to_str().unwrap();
    mark(&mut program, 2);
    // Over the session, while it is open and written.
    let said = desk.done(&["restore", older, "s"]);
    assert!(said.contains("is back and checked"), "{said}");
    mark(&mut program, 3);
    program.kill();
    assert_eq!(desk.json(&["status", "s"])["problems"], serde_json::json!([]));
    // Beside it, and both go on: the copy knows one mark of three.
    desk.done(&["restore", older, "back"]);
    let mut program = open(&desk, "back");
    mark(&mut program, 2);
    program.kill();
    let mut program = open(&desk, "s");
    mark(&mut program, 4);
    program.kill();
    let (here, back) = (desk.path("s"), desk.path("back"));
    one_writer_each(&[&here, &back, &copies[0]]);
    assert!(logs(&back).len() > logs(&copies[0]).len(), "in doubt a log of its own");
    // As a file manager does it, asking nobody.
    let all = acts(&here);
    let fuller = desk.path("fuller");
    desk.done(&["copy", "s", fuller.to_str().unwrap()]);
    for (name, bytes) in logs(&copies[0]) {
        std::fs::write(here.join("logs").join(name), bytes).unwrap();
    }
    assert!(acts(&here).len() < all.len());
    let mut program = open(&desk, "s");
    mark(&mut program, 2);
    program.kill();
    one_writer_each(&[&here, &back, &fuller]);
    // Together again: nothing is lost, and no log goes on in two ways.
    desk.done(&["merge", "s", back.to_str().unwrap(), fuller.to_str().unwrap()]);
    assert!(all.is_subset(&acts(&here)) && acts(&back).is_subset(&acts(&here)));
    let problems = desk.json(&["status", "s"])["problems"].clone();
    assert!(problems.as_array().unwrap().iter().all(|problem| problem["kind"] != "branch"), "{problems}");
    assert_eq!(desk.json(&["verify", "s"])["ok"], true);
}
