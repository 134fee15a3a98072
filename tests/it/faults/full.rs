//! Media that are full, that can only be read, or that are pulled out and put back, under the commands and under the
//! screen: "NOT saved" is said, nothing acknowledged is lost, nothing is left half made, and afterwards it goes on.

use std::time::{Duration, Instant};

use super::disk::{Disk, is_empty};
use super::machine::{Machine, acts};
use super::tools::{Need, offers, program, say};
use crate::pty::Pty;

/// A session on this disk, with a mark of the second member.
fn session(machine: &Machine) {
    machine.lists(3);
    machine.done(&Machine::NEW);
    machine.done(&["record", "@s", "--seat", "m2", "--marks", "@one.csv"]);
}

/// The second member's seat on screen, at the first product.
fn screen(machine: &Machine) -> Pty {
    let own = machine.environment();
    let own = own.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    // Elsewhere than where temporary files are, so that nobody is warned of that.
    let env: Vec<_> = own.chain([("TMPDIR", "/nowhere")]).collect();
    let mut pty = Pty::run(program().as_os_str(), &["open", &machine.name("s"), "--seat", "m2", "--lang", "vi"], &env);
    pty.wait_for("chấm kín").wait_for("đã lưu ✓");
    pty
}

/// What the second member's screen says of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Saved,
    NotSaved,
}

/// Marks the next criterion without a mark by its first level, once more if the keys came too early to count; what the
/// screen says when the mark is told to be on disk, or not.
fn mark(pty: &mut Pty, machine: &Machine) -> Said {
    let before = marks_on_disk(machine);
    let begun = Instant::now();
    loop {
        pty.send("\x1bOS").send("\x1b[B").send("\r");
        let pressed = Instant::now();
        while pressed.elapsed() < Duration::from_secs(3) {
            let text = pty.look(vt100::Screen::contents);
            if text.contains("CHƯA LƯU") {
                return Said::NotSaved;
            }
            if text.contains("đã lưu ✓") && marks_on_disk(machine) > before {
                return Said::Saved;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "nothing is said:\n{}", pty.look(vt100::Screen::contents));
    }
}

/// Marks of the second member on the first product that are on disk.
fn marks_on_disk(machine: &Machine) -> usize {
    let is_mark = |line: &&String| line.contains("Mark(product:\"p01\"");
    acts(&machine.files(), "s").iter().filter(is_mark).count()
}

/// Marks until a mark is not saved.
fn mark_until_not_saved(pty: &mut Pty, machine: &Machine) {
    for _ in 0..28 {
        if mark(pty, machine) == Said::NotSaved {
            return;
        }
    }
    panic!("everything was called saved:\n{}", pty.look(vt100::Screen::contents));
}

/// Saves what was not saved, once the medium is back: just that comes to disk beside what was there.
fn save_again(pty: &mut Pty, machine: &Machine) {
    pty.wait_for("1 Thử ghi lại");
    let text = pty.look(vt100::Screen::contents);
    let unsaved = text.split("CHƯA LƯU ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    let (before, unsaved) = (marks_on_disk(machine), unsaved.parse::<usize>().unwrap_or_default());
    pty.send("1").wait_until("saved on asking", |screen| {
        screen.contents().contains("đã lưu ✓") && !screen.contents().contains("CHƯA LƯU")
    });
    assert_eq!(marks_on_disk(machine), before + unsaved, "{text}");
    assert!(unsaved > 0, "{text}");
    pty.kill();
    assert_eq!(machine.run(&["verify", "@s"]).code, 0);
}

#[test]
fn a_full_disk_loses_nothing_and_says_so() {
    if !offers("full disks", &[Need::Mount]) {
        return;
    }
    let mut all = 0;
    for (name, disk) in [("tmpfs", Disk::tmpfs(2048)), ("ext4", Disk::ext4(16))] {
        let machine = Machine::at(&disk.path());
        session(&machine);
        disk.fill_but(6000);
        let words = "nội dung ".repeat(30);
        let mut acknowledged = Vec::new();
        let refusal = loop {
            assert!(acknowledged.len() < 200, "{name} never got full");
            let opinion = format!("việc-{}- {words}", acknowledged.len());
            let ran = machine.run(&["opinion", "@s", "--seat", "m2", "--product", "p01", "--words", &opinion]);
            if ran.code != 0 {
                break ran;
            }
            acknowledged.push(format!("việc-{}-", acknowledged.len()));
        };
        assert_eq!(refusal.code, 3, "{name}: {}", refusal.err);
        assert!(refusal.err.contains("the disk is full") && refusal.err.lines().count() == 1, "{}", refusal.err);
        let lines = acts(&machine.files(), "s");
        for act in &acknowledged {
            assert!(lines.iter().any(|line| line.contains(act)), "{name}: {act} was acknowledged and is not there");
        }
        all += acknowledged.len();
        disk.free();
        disk.fill_but(0);
        for (command, target) in [
            (&["new", "@t", "--title", "T", "--products", "@products.csv", "--council", "@seats.csv"][..], "t"),
            (&["hand-out", "@s", "@out.hand", "--seat", "m2"], "out.hand"),
            (&["hand-in", "@s", "@in.hand", "--seat", "m2"], "in.hand"),
        ] {
            let ran = machine.run(command);
            assert_eq!(ran.code, 3, "{name}: {command:?} {}{}", ran.out, ran.err);
            assert!(ran.err.contains("the disk is full"), "{}", ran.err);
            assert!(!machine.path(target).exists(), "{name}: {target} is left half made");
        }
        for command in ["status", "results", "verify"] {
            machine.done(&[command, "@s"]);
        }
        disk.free();
        for product in ["p01", "p02", "p03"] {
            machine.done(&["desk", "@s", "close", product, "--as", "withdrawn", "--ground", "Rút"]);
        }
        disk.fill_but(0);
        let ran = machine.run(&["desk", "@s", "seal"]);
        assert_eq!((ran.code, machine.path("s/session.ron").exists()), (3, false), "{name}: {}{}", ran.out, ran.err);
        disk.free();
        machine.done(&["desk", "@s", "seal"]);
        assert_eq!(machine.json(&["verify", "@s"])["ok"], true);
    }
    say(&format!("full disks: {all} acknowledged acts, 0 lost"));
}

#[test]
fn a_screen_on_a_full_disk_says_not_saved_and_saves_when_there_is_room() {
    if !offers("a screen on full disks", &[Need::Mount]) {
        return;
    }
    for disk in [Disk::tmpfs(2048), Disk::ext4(16)] {
        let machine = Machine::at(&disk.path());
        session(&machine);
        let mut pty = screen(&machine);
        disk.fill_but(0);
        mark_until_not_saved(&mut pty, &machine);
        pty.wait_for("đĩa đầy");
        disk.free();
        save_again(&mut pty, &machine);
    }
}

#[test]
fn a_disk_that_can_only_be_read_is_shown_and_not_written() {
    if !offers("read-only disks", &[Need::Mount]) {
        return;
    }
    let disk = Disk::ext4(16);
    let machine = Machine::at(&disk.path());
    session(&machine);
    disk.allow("ro");
    let before = machine.files();
    let ran = machine.run(&["opinion", "@s", "--seat", "m2", "--product", "p01", "--words", "Tốt"]);
    assert_eq!((ran.code, ran.err.contains("read-only")), (3, true), "{}", ran.err);
    for command in ["status", "results", "disputes", "verify"] {
        machine.done(&[command, "@s"]);
    }
    let mut pty = screen(&machine);
    assert_eq!(mark(&mut pty, &machine), Said::NotSaved);
    pty.wait_for("chỉ cho đọc");
    assert_eq!(machine.files(), before);
    disk.allow("rw");
    save_again(&mut pty, &machine);
}

#[test]
fn a_disk_that_is_pulled_out_is_missed_and_nothing_is_made_in_its_place() {
    if !offers("vanished disks", &[Need::Mount]) {
        return;
    }
    let disk = Disk::ext4(16);
    // The session is on a stick, the program's own folder on the laptop.
    let laptop = tempfile::tempdir().unwrap();
    let machine = Machine::at(&disk.path()).with("OCOP_COUNCIL_HOME", &laptop.path().display().to_string());
    session(&machine);
    let mut pty = screen(&machine);
    assert_eq!(mark(&mut pty, &machine), Said::Saved);
    let saved = marks_on_disk(&machine);
    disk.pull_out();
    assert_eq!(mark(&mut pty, &machine), Said::NotSaved);
    assert!(is_empty(&disk.path()), "something was made where the disk was");
    let ran = machine.run(&["opinion", "@s", "--seat", "m2", "--product", "p01", "--words", "Tốt"]);
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    assert!(!machine.path("s").exists());
    disk.plug_in();
    assert_eq!(marks_on_disk(&machine), saved, "what was called saved");
    save_again(&mut pty, &machine);
}

#[test]
fn a_session_that_is_moved_away_is_missed_and_found_again() {
    let place = tempfile::tempdir().unwrap();
    let machine = Machine::at(place.path());
    session(&machine);
    let mut pty = screen(&machine);
    assert_eq!(mark(&mut pty, &machine), Said::Saved);
    let saved = marks_on_disk(&machine);
    std::fs::rename(machine.path("s"), machine.path("moved")).unwrap();
    assert_eq!(mark(&mut pty, &machine), Said::NotSaved);
    assert!(!machine.path("s").exists(), "a phantom folder");
    std::fs::rename(machine.path("moved"), machine.path("s")).unwrap();
    assert_eq!(marks_on_disk(&machine), saved, "what was called saved");
    save_again(&mut pty, &machine);
}
