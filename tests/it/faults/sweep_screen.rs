//! The full-screen program struck at its system calls on a session, while a member makes one mark: what the screen
//! calls saved is on disk, what is not is called NOT SAVED, and nothing panics.

use std::time::{Duration, Instant};

use super::machine::{Machine, acts};
use super::tools::{Need, offers, program, say};
use super::trace::Fault;
use crate::pty::Pty;

/// The calls by which a session is opened, read, locked and written.
const CALLS: [(&str, bool); 10] = [
    ("openat", true),
    ("read", false),
    ("statx", false),
    ("getdents64", false),
    ("lseek", false),
    ("flock", true),
    ("write", true),
    ("fdatasync", true),
    ("fsync", true),
    ("rename", true),
];

/// How long the program may take to show, or end.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the screen came to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Saved,
    NotSaved,
    Ended,
    /// The session, or one's own record in it, could not be opened.
    Refused,
}

fn wait(pty: &mut Pty, saved: &str) -> Said {
    let begun = Instant::now();
    loop {
        let text = pty.look(vt100::Screen::contents);
        assert!(!text.contains("panicked"), "{text}");
        if text.contains("CHƯA LƯU") {
            return Said::NotSaved;
        }
        if text.contains(saved) && text.contains("đã lưu ✓") {
            return Said::Saved;
        }
        if pty.has_ended() {
            return Said::Ended;
        }
        if text.contains("không đọc được") || text.contains("không ghi được") || text.contains("Sổ ghi của ghế này")
        {
            return Said::Refused;
        }
        assert!(begun.elapsed() < PATIENCE, "nothing is said:\n{text}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Marks of the second member on the first product.
fn marks(machine: &Machine) -> usize {
    acts(&machine.files(), "s").iter().filter(|line| line.contains("Mark(product:\"p01\"")).count()
}

#[test]
fn every_call_of_a_mark_on_screen_may_fail() {
    if !offers("sweep, screen", &[Need::Strace]) {
        return;
    }
    let place = tempfile::tempdir_in(if std::path::Path::new("/dev/shm").is_dir() {
        "/dev/shm".into()
    } else {
        std::env::temp_dir()
    });
    let place = place.unwrap();
    let machine = Machine::at(place.path());
    machine.lists(3);
    machine.done(&Machine::NEW);
    machine.done(&["record", "@s", "--seat", "m2", "--marks", "@one.csv"]);
    let before = machine.files();
    let session = machine.name("s");
    let inside = before.keys().map(|name| machine.path("").join(name).display().to_string());
    let paths: Vec<String> = inside
        .filter(|path| path.contains("/s/") || path.contains("/local/"))
        .chain([session.clone(), machine.name("s/logs")])
        .flat_map(|path| ["-P".to_owned(), path])
        .collect();
    let home = machine.name("home");
    let env = [("OCOP_COUNCIL_HOME", &*home), ("TMPDIR", "/nowhere"), ("TZ", "<+07>-7")];
    let (mut struck, mut saved, mut not_saved) = (0, 0, 0);
    for (call, writes) in CALLS {
        let faults: &[Fault] = if writes {
            &[Fault::Error("EIO"), Fault::Error("ENOSPC"), Fault::Kill]
        } else {
            &[Fault::Error("EIO"), Fault::Kill]
        };
        for fault in faults {
            for nth in 1.. {
                machine.restore(&before);
                let notes = tempfile::NamedTempFile::new().unwrap();
                let what = match fault {
                    Fault::Error(error) => format!("error={error}"),
                    Fault::Kill => "signal=SIGKILL".to_owned(),
                };
                let (trace, inject) = (format!("trace={call}"), format!("inject={call}:{what}:when={nth}"));
                let mut words: Vec<&str> = vec!["-f", "-o", notes.path().to_str().unwrap()];
                words.extend(paths.iter().map(String::as_str));
                words.extend(["-e", &trace, "-e", &inject, "--", program().to_str().unwrap()]);
                words.extend(["open", &session, "--seat", "m2", "--lang", "vi"]);
                let mut pty = Pty::run("strace".as_ref(), &words, &env);
                let mut said = wait(&mut pty, "Đã chấm 0/");
                if said == Said::Saved {
                    pty.send("\x1bOS").send("\x1b[B").send("\r");
                    said = wait(&mut pty, "Đã chấm 1/");
                }
                let on_disk = marks(&machine);
                if said == Said::NotSaved {
                    not_saved += 1;
                    // The fault passes: what was not saved is saved on asking.
                    pty.wait_for("1 Thử ghi lại").send("1");
                    assert_eq!(wait_again(&mut pty), Said::Saved, "{fault:?} at {call} {nth}: asked again");
                    assert!(marks(&machine) >= 1, "{fault:?} at {call} {nth}: saved on asking, and not there");
                }
                if said == Said::Saved {
                    saved += 1;
                    assert_eq!(on_disk, 1, "{fault:?} at {call} {nth}: called saved, and not there");
                }
                let hit = hit(notes.path());
                end(&mut pty);
                let verified = machine.run(&["verify", "@s"]);
                assert_eq!(verified.code, 0, "{fault:?} at {call} {nth}: {}{}", verified.out, verified.err);
                if !hit {
                    break;
                }
                struck += 1;
            }
        }
    }
    say(&format!(
        "sweep, screen: {struck} injections, {saved} marks called saved, 0 lost, {not_saved} called NOT saved"
    ));
    assert!(struck > 30 && not_saved > 2, "hardly anything was struck");
}

fn wait_again(pty: &mut Pty) -> Said {
    pty.wait_until("saved", |screen| {
        let text = screen.contents();
        // Where a notice – of a backup that could not be kept – stands over the count, the sum of its part says it.
        text.contains("đã lưu ✓") && (text.contains("Đã chấm 1/") || text.contains("A 1/40"))
    });
    Said::Saved
}

fn hit(notes: &std::path::Path) -> bool {
    let text = std::fs::read_to_string(notes).unwrap();
    text.contains("(INJECTED)") || text.contains("killed by SIGKILL")
}

/// Ends the program; strace lets go of it then.
fn end(pty: &mut Pty) {
    if !pty.has_ended() {
        pty.send("\x11\r");
        let begun = Instant::now();
        while !pty.has_ended() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}
