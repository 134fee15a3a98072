//! A machine in a folder: the program's home, sessions and lists, the program run on them, and everything on its disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::tools::program;
use crate::cli::{Ran, marks};

/// Every file below a folder with its bytes, by its path from there.
pub(super) type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A machine in a folder.
pub(super) struct Machine {
    root: PathBuf,
    /// What the program is run by, if by something.
    prefix: Vec<String>,
    env: Vec<(String, String)>,
}

impl Machine {
    /// The machine whose disk is this folder.
    pub(super) fn at(root: &Path) -> Machine {
        Machine { root: root.to_path_buf(), prefix: Vec::new(), env: Vec::new() }
    }

    /// A machine that runs the program by another one.
    pub(super) fn by(self, prefix: Vec<String>) -> Machine {
        Machine { prefix, ..self }
    }

    /// A machine with something more in the environment.
    pub(super) fn with(mut self, name: &str, value: &str) -> Machine {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A path on its disk.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// A path on its disk as text.
    pub(super) fn name(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// Writes a list.
    pub(super) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// The program with arguments; one that begins with `@` is a path on this machine's disk.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let program = program().display().to_string();
        let mut words = self.prefix.iter().cloned().chain([program]);
        let mut command = Command::new(words.next().expect("at least the program"));
        command
            .args(words)
            .args(arguments.iter().map(|one| one.strip_prefix('@').map_or((*one).into(), |at| self.name(at))));
        // Not in its own folder, so that every path that is touched is seen in full.
        command.current_dir("/").env_clear();
        command.envs(self.environment());
        command
    }

    /// The program's environment.
    pub(super) fn environment(&self) -> Vec<(String, String)> {
        // A zone without a file keeps the program from looking through all that the system knows.
        let own = [("OCOP_COUNCIL_HOME", &*self.name("home")), ("LC_ALL", "en_GB.UTF-8"), ("TZ", "<+07>-7")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        own.into_iter().chain(self.env.iter().cloned()).collect()
    }

    /// Runs the program.
    pub(super) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }

    /// Runs a command that has to succeed; what it printed.
    #[track_caller]
    pub(super) fn done(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}\n{}{}", ran.out, ran.err);
        ran.out
    }

    /// What a command prints as JSON; no figure of it may depend on who ran it when: see [`masked`].
    #[track_caller]
    pub(super) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.done(&[arguments, &["--format", "json"]].concat())).unwrap()
    }

    /// Three members, a chair among them, and a secretary; products of set 9.
    pub(super) fn lists(&self, products: usize) {
        self.write("seats.csv", "id,title,role\nm1,Chủ tịch,chair\nm2,Sở Y tế,member\nm3,Sở Công Thương,member\ntk,Văn phòng điều phối,secretary\n");
        let list: Vec<String> = (1..=products).map(|number| format!("Nước mắm {number},9")).collect();
        self.write("products.csv", &format!("name,set\n{}\n", list.join("\n")));
        self.write("all.csv", &marks("p01", &[]));
        self.write("split.csv", &marks("p01", &[("4.1", "1"), ("4.2", "0"), ("7", "0")]));
        self.write("one.csv", "product,criterion,points,note\np02,1.2,2,một\n");
    }

    /// The arguments that make session `s` of the lists.
    pub(super) const NEW: [&str; 8] =
        ["new", "@s", "--title", "Phiên thử", "--products", "@products.csv", "--council", "@seats.csv"];

    /// Every file on its disk.
    pub(super) fn files(&self) -> Files {
        let mut files = Files::new();
        collect(&self.root, &self.root, &mut files);
        files
    }

    /// Makes its disk what it was: files that came since are removed.
    pub(super) fn restore(&self, files: &Files) {
        for entry in std::fs::read_dir(&self.root).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) }.unwrap();
        }
        for (name, bytes) in files {
            let path = self.root.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
}

fn collect(root: &Path, folder: &Path, into: &mut Files) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, into);
        } else {
            match std::fs::read(&path) {
                Ok(bytes) => _ = into.insert(path.strip_prefix(root).unwrap().to_path_buf(), bytes),
                // A program that runs meanwhile puts its own aside and in place.
                Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{}", path.display()),
            }
        }
    }
}

/// A document without what is a session's own: ids, seals and claimed times.
pub(super) fn masked(mut document: Value) -> Value {
    fn mask(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (name, field) in fields {
                    let is_own = matches!(name.as_str(), "at" | "entry" | "seal" | "log");
                    if is_own && !field.is_object() { *field = Value::Null } else { mask(field) }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(mask),
            _ => {}
        }
    }
    if let Some(session) = document.get_mut("session").and_then(Value::as_object_mut) {
        session.remove("id");
    }
    mask(&mut document);
    document
}

/// The whole lines of every log below a folder that stand behind the first of their log: the acts on record.
pub(super) fn acts(files: &Files, below: &str) -> Vec<String> {
    let logs = files.iter().filter(|(name, _)| is_log(name) && name.starts_with(below));
    logs.flat_map(|(_, bytes)| whole(bytes).split_inclusive(|byte| *byte == b'\n').skip(1))
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect()
}

/// Whether a file is a log.
pub(super) fn is_log(name: &Path) -> bool {
    let of = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
    of(name.parent().and_then(Path::file_name)) == "logs" && !of(name.file_name()).starts_with('.')
}

/// The whole lines of a log.
pub(super) fn whole(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1)]
}
