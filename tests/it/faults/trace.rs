//! System calls of the program, as strace sees them: which of them touch a folder, and one of them made to fail.

use std::path::Path;
use std::process::{Command, Output};

use super::machine::Machine;

/// One system call: its name, and the how-manieth of that name it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Call {
    pub(super) name: String,
    pub(super) nth: usize,
    /// Whether it changes anything on disk.
    pub(super) writes: bool,
    /// Whether it touches the folder; others are the words said and the end.
    pub(super) touches: bool,
}

/// What happens at a system call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It fails with this error.
    Error(&'static str),
    /// The program is killed as it makes it.
    Kill,
}

/// What a medium that is written to can answer.
const WRITING: [Fault; 6] = [
    Fault::Error("EIO"),
    Fault::Kill,
    Fault::Error("ENOSPC"),
    Fault::Error("EROFS"),
    Fault::Error("EDQUOT"),
    Fault::Error("ESTALE"),
];

/// What one that is only read can.
const READING: [Fault; 4] = [Fault::Error("EIO"), Fault::Kill, Fault::Error("ESTALE"), Fault::Error("EACCES")];

impl Call {
    /// What can happen here. An error and a kill everywhere, and a full disk where something is written; which other
    /// error it is makes no difference but in the sentence, so those are tried only if `OCOP_COUNCIL_SWEEP=all` asks.
    pub(super) fn faults(&self) -> &'static [Fault] {
        let every = std::env::var("OCOP_COUNCIL_SWEEP").is_ok_and(|which| which == "all");
        match (self.touches, self.writes) {
            // What was synced is on disk whatever closing answers; and Rust's library panics where a folder's does.
            _ if self.name == "close" => &[Fault::Kill],
            (false, _) => &[Fault::Kill],
            (true, true) if every => &WRITING,
            (true, true) => &WRITING[..3],
            (true, false) if every => &READING,
            (true, false) => &READING[..2],
        }
    }
}

const CHANGING: [&str; 14] = [
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "mkdir",
    "mkdirat",
    "ftruncate",
    "unlink",
    "unlinkat",
    "rmdir",
    "flock",
];

/// Runs a command undisturbed and lists its calls that touch the machine's disk, with those that say something and the
/// end: every place at which it can be stopped.
pub(super) fn calls(machine: &Machine, folder: &Path, arguments: &[&str]) -> (Output, Vec<Call>) {
    let notes = tempfile::NamedTempFile::new().unwrap();
    let output = traced(machine, notes.path(), &["-y", "-e", "trace=%file,%desc,exit_group"], arguments);
    let folder = folder.display().to_string();
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    let mut calls = Vec::new();
    for line in std::fs::read_to_string(notes.path()).unwrap().lines() {
        let Some((_, call)) = line.split_once(' ') else { continue };
        let Some((name, rest)) = call.trim_start().split_once('(') else { continue };
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            continue;
        }
        let nth = seen.entry(name.to_owned()).or_default();
        *nth += 1;
        let touches = rest.contains(&folder) && name != "execve";
        let says = name == "exit_group" || name == "write" && rest.starts_with("1<");
        if touches || says {
            let opens_to_write = ["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| rest.contains(flag));
            let writes = CHANGING.contains(&name) || opens_to_write;
            calls.push(Call { name: name.to_owned(), nth: *nth, writes, touches });
        }
    }
    (output, calls)
}

/// Runs a command with one call made to fail. That the call was made at all is made sure of.
pub(super) fn struck(machine: &Machine, arguments: &[&str], call: &Call, fault: Fault) -> Output {
    let notes = tempfile::NamedTempFile::new().unwrap();
    let what = match fault {
        Fault::Error(error) => format!("error={error}"),
        Fault::Kill => "signal=SIGKILL".to_owned(),
    };
    let trace = format!("trace={}", call.name);
    let inject = format!("inject={}:{what}:when={}", call.name, call.nth);
    let mut options = vec!["-e", &trace, "-e", &inject];
    if fault != Fault::Kill {
        // Stops at the calls in question only, which is faster; signals are not injected then.
        options.push("--seccomp-bpf");
    }
    let output = traced(machine, notes.path(), &options, arguments);
    let text = std::fs::read_to_string(notes.path()).unwrap();
    let hit = text.contains("(INJECTED)") || text.contains("killed by SIGKILL");
    assert!(hit, "{arguments:?}: {fault:?} at {call:?} never came\n{text}{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn traced(machine: &Machine, notes: &Path, options: &[&str], arguments: &[&str]) -> Output {
    let program = machine.command(arguments);
    let mut strace = Command::new("strace");
    strace.args(["-f", "-o"]).arg(notes).args(options).arg("--").arg(program.get_program()).args(program.get_args());
    strace.current_dir("/").env_clear().envs(machine.environment());
    strace.output().unwrap()
}
