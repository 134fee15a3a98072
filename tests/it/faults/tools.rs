//! What the machine offers, and what was skipped for want of it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Once, OnceLock};

use crate::program::is_ci;
pub(super) use crate::program::is_release;

/// Something a test needs of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// To run as root on Linux and to mount.
    Mount,
    /// `strace`, and leave to trace.
    Strace,
    /// `python3`.
    Python,
    /// The library that shifts the clock.
    Faketime,
}

/// Says something past the test runner's capture: figures and what was skipped belong in the log of every run.
pub(super) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "faults: {line}");
}

/// Whether the machine offers all that a test needs. If not, it is said, and where `CI` is set the test fails.
pub(super) fn offers(test: &str, needs: &[Need]) -> bool {
    let Some(missing) = needs.iter().find(|need| !is_there(**need)) else { return true };
    assert!(!is_ci(), "{test}: no {missing:?} on this machine, and under CI nothing is skipped");
    say(&format!("skipped {test}: no {missing:?} on this machine"));
    false
}

fn is_there(need: Need) -> bool {
    let runs = |program: &str, arguments: &[&str]| {
        let quiet = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
        quiet.is_ok_and(|status| status.success())
    };
    match need {
        Need::Mount => {
            cfg!(target_os = "linux")
                && Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n")
                && runs("mkfs.ext4", &["-V"])
                && mounts()
        }
        Need::Strace => runs("strace", &["-qq", "-o", "/dev/null", "true"]),
        Need::Python => runs(python(), &["-c", ""]),
        Need::Faketime => faketime().is_some(),
    }
}

fn mounts() -> bool {
    static MOUNTS: OnceLock<bool> = OnceLock::new();
    *MOUNTS.get_or_init(|| {
        let place = tempfile::tempdir().unwrap();
        let done = |program: &str, arguments: &[&str]| {
            Command::new(program).args(arguments).arg(place.path()).output().is_ok_and(|out| out.status.success())
        };
        done("mount", &["-t", "tmpfs", "tmpfs"]) && done("umount", &[])
    })
}

/// Python: the system's own where there is one, since wrappers cost time at every start.
pub(super) fn python() -> &'static str {
    if Path::new("/usr/bin/python3").exists() { "/usr/bin/python3" } else { "python3" }
}

/// The library that shifts the clock of a program, wherever the system keeps it.
pub(super) fn faketime() -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let mut places = libraries.chain([PathBuf::from("/usr/lib"), PathBuf::from("/usr/local/lib")]);
    places.find_map(|place| {
        let library = place.join("faketime/libfaketime.so.1");
        library.exists().then_some(library)
    })
}

/// The program under test; it is said once which build that is.
pub(super) fn program() -> &'static Path {
    static SAID: Once = Once::new();
    if !is_release() {
        SAID.call_once(|| say("the program is the debug build; OCOP_COUNCIL_RELEASE=1 takes the release build"));
    }
    crate::program::program()
}

/// A number that may be asked for by a variable of the environment.
pub(super) fn asked(variable: &str, otherwise: usize) -> usize {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

/// Whole numbers without a pattern, from a seed that is said (`OCOP_COUNCIL_SEED` asks for it again).
pub(super) struct Dice(u64);

impl Dice {
    /// New ones; the seed is said.
    pub(super) fn new(test: &str) -> Dice {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let fresh = now.map_or(1, |now| u64::from(now.subsec_nanos()));
        let seed = std::env::var("OCOP_COUNCIL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(fresh);
        say(&format!("{test}: seed {seed}"));
        Dice(seed | 1 << 40)
    }

    /// A number below `sides`.
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}
