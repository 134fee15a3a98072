//! The command line from outside: the program itself, a folder of its own, arguments in, exit code and text out.

mod blind;
mod carry;
mod contract;
mod lists;
mod looking_back;
mod machine;
mod queue;
mod rubric;
mod settling;
mod sitting;
mod usage;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ocop_council::rubric::{Criterion, builtin};
use serde_json::Value;

/// A machine of its own: a home folder, a session in it, and lists beside.
pub(crate) struct Desk {
    home: tempfile::TempDir,
}

/// What a command did.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    /// A machine on which nothing happened yet.
    pub(crate) fn new() -> Desk {
        Desk { home: tempfile::tempdir().unwrap() }
    }

    /// A council of a chair, members up to `m7`'s number and a secretary who records; products `p01` … of set 9.
    pub(crate) fn with_session(members: usize, products: usize, rules: &str) -> Desk {
        let desk = Desk::new();
        let seats: Vec<String> = (2..=members).map(|number| format!("m{number},Thành viên {number},")).collect();
        desk.write(
            "seats.csv",
            &format!("id,title,role\nm1,Chủ tịch,chair\n{}\ntk,Thư ký,secretary\n", seats.join("\n")),
        );
        let list: Vec<String> = (1..=products).map(|number| format!("Nước mắm {number};9")).collect();
        desk.write("products.csv", &format!("\u{feff}name;set\r\n{}\n", list.join("\n")));
        desk.write("rules.ron", rules);
        let made = desk.run(&[
            "new",
            "s",
            "--title",
            "Phiên thử",
            "--products",
            "products.csv",
            "--council",
            "seats.csv",
            "--rules",
            "rules.ron",
        ]);
        assert_eq!((made.code, made.err.as_str()), (0, ""));
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(crate::program::program());
        command.current_dir(self.home.path()).env_clear();
        command.env("OCOP_COUNCIL_HOME", self.home.path().join("home")).env("LC_ALL", "en_GB.UTF-8");
        command
    }

    /// Runs the program in English, in this machine's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command().args(arguments).output().unwrap())
    }

    /// Runs a command that has to succeed; what it printed.
    #[track_caller]
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}\n{}", ran.out);
        ran.out
    }

    /// Runs a command that a rule or check refuses; its one sentence.
    #[track_caller]
    pub(crate) fn refused(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 1, "{arguments:?}\n{}\n{}", ran.out, ran.err);
        ran.err
    }

    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let text = self.done(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// The best level everywhere on a sheet, but for the lines given; handed in.
    pub(crate) fn best_but(&self, seat: &str, product: &str, but: &[(&str, &str)]) {
        self.write("marks.csv", &marks(product, but));
        self.done(&["record", "s", "--seat", seat, "--marks", "marks.csv", "--submit"]);
    }

    /// The first seat that has a log in a session.
    pub(crate) fn seat_with_a_log(&self, session: &str) -> String {
        let names = self.files(&format!("{session}/logs")).into_iter();
        let mut seats =
            names.filter_map(|(path, _)| path.file_name()?.to_str()?.split_once('-').map(|(seat, _)| seat.to_owned()));
        seats.find(|seat| seat != "desk" && !seat.starts_with('.')).unwrap()
    }

    /// Every file below a folder with its bytes, by name.
    pub(crate) fn files(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.path(folder), &mut files);
        files.sort();
        files
    }
}

impl Ran {
    pub(crate) fn of(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// A list of marks: the most points everywhere, but for the criteria given.
pub(crate) fn marks(product: &str, but: &[(&str, &str)]) -> String {
    let set = builtin::default().set(9).unwrap();
    let line = |criterion: &Criterion| {
        let code = criterion.code.as_str();
        let points = but.iter().find(|(other, _)| *other == code).map(|(_, points)| (*points).to_owned());
        format!("{product},{code},{}\n", points.unwrap_or_else(|| criterion.max.to_string()))
    };
    set.criteria().into_iter().fold(String::from("product,criterion,points\n"), |list, one| list + &line(one))
}

fn collect(folder: &Path, into: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => collect(&path, into),
            path => into.push((path.clone(), std::fs::read(&path).unwrap())),
        }
    }
}
