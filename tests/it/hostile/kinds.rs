//! The kinds of file that come from outside: honest samples of each, and what the program does with one.

use std::path::{Path, PathBuf};

use ocop_council::cli;
use ocop_council::council::{Hash, SessionId};
use ocop_council::store::Settings;
use ocop_council::trouble::Trouble;

use super::dice::Dice;
use crate::cli::{Desk, marks};

/// What the program said about a file.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// The greatest exit code.
    pub(super) code: u8,
    pub(super) out: String,
    pub(super) err: String,
}

/// A machine with an open session `s` and a sealed one `sealed`, and the files of both.
pub(super) struct Bench {
    desk: Desk,
    id: SessionId,
}

/// A kind of file.
pub(super) struct Kind {
    pub(super) name: &'static str,
    /// Honest files of the kind.
    pub(super) samples: fn(&Bench) -> Vec<Vec<u8>>,
    /// What a bent one gets to be fit for, such as a chain that holds.
    pub(super) mend: fn(&Bench, &mut Dice, Vec<u8>) -> Vec<u8>,
    /// Gives a file to the program.
    pub(super) give: fn(&Bench, &[u8]) -> Said,
}

pub(super) const KINDS: &[Kind] = &[
    Kind { name: "log", samples: logs, mend: chained, give: give_log },
    Kind { name: "charter", samples: charters, mend: as_it_is, give: give_charter },
    Kind { name: "rubric", samples: rubrics, mend: as_it_is, give: give_rubric },
    Kind { name: "rules", samples: rules, mend: as_it_is, give: give_rules },
    Kind { name: "products", samples: products, mend: as_it_is, give: give_products },
    Kind { name: "council", samples: councils, mend: as_it_is, give: give_council },
    Kind { name: "marks", samples: mark_lists, mend: as_it_is, give: give_marks },
    Kind { name: "hand file", samples: hand_files, mend: closed, give: give_hand_file },
    Kind { name: "session file", samples: session_files, mend: as_it_is, give: give_session_file },
    Kind { name: "settings", samples: settings, mend: as_it_is, give: give_settings },
];

impl Bench {
    pub(super) fn new() -> Bench {
        let desk = Desk::new();
        let rehearse = |name, state| {
            let size = ["--products", "2", "--seats", "4", "--seed", "7", "--state", state];
            desk.done(&[&["rehearse", name][..], &size].concat());
        };
        rehearse("s", "locked");
        rehearse("sealed", "locked");
        desk.done(&["desk", "sealed", "seal"]);
        desk.done(&["hand-out", "s", "out"]);
        desk.done(&["hand-out", "s", "out-m1", "--seat", &desk.seat_with_a_log("s")]);
        desk.done(&["hand-in", "s", "in", "--seat", &desk.seat_with_a_log("s")]);
        let id = Hash::of(&std::fs::read(desk.path("s/charter.ron")).unwrap());
        // The session keeps what it had aside, to be begun with again.
        std::fs::rename(desk.path("s/logs"), desk.path("logs")).unwrap();
        std::fs::create_dir(desk.path("s/logs")).unwrap();
        let bench = Bench { desk, id };
        bench.desk.write("products.csv", &text(&products(&bench)[0]));
        bench.desk.write("seats.csv", &text(&councils(&bench)[0]));
        let lists = ["--products", "products.csv", "--council", "seats.csv"];
        bench.desk.done(&[&["new", "m", "--title", "T"][..], &lists].concat());
        bench
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.desk.path(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    fn read_all(&self, folder: &str) -> Vec<Vec<u8>> {
        self.desk.files(folder).into_iter().map(|(_, bytes)| bytes).filter(|bytes| !bytes.is_empty()).collect()
    }

    /// Runs a command of the program within this one. Words that begin with `@` are files of this machine.
    fn say(&self, said: &mut Said, arguments: &[&str]) {
        let here = |word: &&str| word.strip_prefix('@').map_or_else(|| word.into(), |name| self.path(name).into());
        let arguments = ["ocop-council"].iter().chain(arguments).map(here).collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        said.code = said.code.max(cli::run(arguments, &mut out, &mut err));
        // Tables for spreadsheets begin with a byte order mark.
        said.out += String::from_utf8(out).expect("the program prints UTF-8").trim_start_matches('\u{feff}');
        said.err += &String::from_utf8(err).expect("the program prints UTF-8");
    }

    fn fresh(&self, folder: &str) {
        let path = self.path(folder);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(path).unwrap();
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).unwrap();
    }
}

/// Everything that reads a session folder and prints.
fn look_at(bench: &Bench, said: &mut Said, folder: &str) {
    for (command, format) in [("status", "text"), ("results", "json"), ("disputes", "text"), ("verify", "json")] {
        bench.say(said, &[command, folder, "--format", format]);
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn as_it_is(_: &Bench, _: &mut Dice, bytes: Vec<u8>) -> Vec<u8> {
    bytes
}

fn logs(bench: &Bench) -> Vec<Vec<u8>> {
    bench.read_all("logs")
}

/// Three times out of four the chain is made to hold again, entries named by the ids they have now: past the border
/// stands whoever has the session's files.
fn chained(bench: &Bench, dice: &mut Dice, bytes: Vec<u8>) -> Vec<u8> {
    if dice.below(4) == 0 { bytes } else { chain(bench.id, &bytes) }
}

/// The records of a log chained anew, one after another.
pub(super) fn chain(session: SessionId, bytes: &[u8]) -> Vec<u8> {
    let mut head = session;
    let mut renamed: Vec<(Vec<u8>, String)> = Vec::new();
    let mut chained = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let (old, record) = line.split_at(line.len().min(65));
        let mut record = record.to_vec();
        for (before, now) in &renamed {
            if let Some(at) = record.windows(32).position(|window| window == before) {
                record.splice(at..at + 32, now.bytes());
            }
        }
        head = head.then(&record);
        if old.len() > 32 {
            renamed.push((old[..32].to_vec(), head.to_string()[..32].to_owned()));
        }
        chained.extend(format!("{head} ").into_bytes());
        chained.extend(record);
        chained.push(b'\n');
    }
    chained
}

fn give_log(bench: &Bench, bytes: &[u8]) -> Said {
    bench.fresh("s/logs");
    for (at, log) in logs(bench).iter().enumerate() {
        bench.put(&format!("s/logs/whole {at}.log"), log);
    }
    bench.put("s/logs/desk-aaaaaaaa.log", bytes);
    let mut said = Said::default();
    look_at(bench, &mut said, "@s");
    bench.put("brought.log", bytes);
    bench.say(&mut said, &["merge", "@s", "@brought.log"]);
    said
}

fn charters(bench: &Bench) -> Vec<Vec<u8>> {
    vec![bench.read("s/charter.ron"), bench.read("sealed/charter.ron")]
}

fn give_charter(bench: &Bench, bytes: &[u8]) -> Said {
    bench.fresh("c/logs");
    bench.put("c/charter.ron", bytes);
    let mut said = Said::default();
    look_at(bench, &mut said, "@c");
    said
}

fn rubrics(_: &Bench) -> Vec<Vec<u8>> {
    vec![RUBRIC.as_bytes().to_vec()]
}

fn give_rubric(bench: &Bench, bytes: &[u8]) -> Said {
    bench.put("rubric.ron", bytes);
    let mut said = Said::default();
    let path = bench.path("rubric.ron");
    bench.say(&mut said, &["rubric", "check", "@rubric.ron"]);
    bench.say(&mut said, &["rubric", "show", path.to_str().unwrap(), "1"]);
    bench.say(&mut said, &["rubric", "show", path.to_str().unwrap(), "--format", "json"]);
    said
}

fn rules(_: &Bench) -> Vec<Vec<u8>> {
    let whole = "Rules(quorum: Fraction(2, 3), min_sheets: 3, spread_limit: 10, spread_at_limit: Allowed, minima: \
                 Majority, minimum_agreement: Fraction(2, 3), secretary_scores: false, secretary_records: true, \
                 decimals: 2)";
    vec![whole.as_bytes().to_vec(), b"\xef\xbb\xbfRules(\r\n  quorum: Seats(5),\r\n  minima: Mean)\r\n".to_vec()]
}

fn new(bench: &Bench, more: &[&str]) -> Said {
    let _ = std::fs::remove_dir_all(bench.path("made"));
    let mut said = Said::default();
    let lists = ["new", "@made", "--title", "Phiên thử", "--products", "@products.csv", "--council", "@seats.csv"];
    let kept = lists.chunks(2).filter(|pair| !more.contains(&pair[0])).flatten().copied();
    let all: Vec<&str> = kept.chain(more.iter().copied()).collect();
    bench.say(&mut said, &all);
    if said.code == 0 {
        look_at(bench, &mut said, "@made");
    }
    said
}

fn give_rules(bench: &Bench, bytes: &[u8]) -> Said {
    bench.put("rules.ron", bytes);
    new(bench, &["--rules", bench.path("rules.ron").to_str().unwrap()])
}

fn products(_: &Bench) -> Vec<Vec<u8>> {
    let list = "name,set,id,code,producer,address,phone,kind,self_total,advisory_total\n\
                Mật ong,9,p01,(T)-(X)-(1)-2026,HTX Ba Na,\"Thôn 1, xã A\",0900,first,80,75\n\
                \"Tên \"\"trong\"\" ngoặc\nhai dòng\",26,,,,,,upgrade,,\nCà phê,7,,,,,,reassess,100,0\n";
    vec![list.as_bytes().to_vec(), "\u{feff}Name;SET\r\nMật ong;9\r\nTrà;11\r\n;;\r\n".as_bytes().to_vec()]
}

fn give_products(bench: &Bench, bytes: &[u8]) -> Said {
    bench.put("list.csv", bytes);
    new(bench, &["--products", "@list.csv"])
}

fn councils(_: &Bench) -> Vec<Vec<u8>> {
    let list = "id,title,name,organisation,role,scores\nct,Chủ tịch,Ông A,UBND,chair,\nm1,Sở Công Thương,,,member,yes\n\
                m2,Sở Y tế,,,phó chủ tịch,\nm3,Sở KH&CN,,,,có\ntk,Thư ký,,,secretary,no\ntt,Tổ tư vấn,,,advisory,\n";
    vec![list.as_bytes().to_vec(), list.replace(',', ";").replace('\n', "\r\n").into_bytes()]
}

fn give_council(bench: &Bench, bytes: &[u8]) -> Said {
    bench.put("list.csv", bytes);
    new(bench, &["--council", "@list.csv"])
}

fn mark_lists(_: &Bench) -> Vec<Vec<u8>> {
    let full = "product,criterion,points,level,case,note,evidence\np01,1.2,1,,,\"một\nhai\",tr. 4\np01,1.1,none,,,,\n";
    vec![marks("p01", &[("4.1", "3")]).into_bytes(), full.as_bytes().to_vec()]
}

/// Read within this program and never written: writing would remember the log in this person's own home.
fn give_marks(bench: &Bench, bytes: &[u8]) -> Said {
    use ocop_council::i18n::{Lang, trouble};
    use ocop_council::session::Session;
    let (charter, id) = ocop_council::store::read_charter(&bench.path("m/charter.ron")).unwrap();
    let session = Session::new(id, charter.into());
    match ocop_council::intake::marks::read("list.csv", bytes, &session) {
        Ok(read) => Said { code: 0, out: read.into_iter().filter_map(|mark| mark.note).collect(), err: String::new() },
        Err(faults) => {
            let lines = faults.iter().take(20).map(|fault| trouble::fault(Lang::Vi, fault) + "\n");
            Said { code: 1, out: String::new(), err: lines.collect() }
        }
    }
}

fn hand_files(bench: &Bench) -> Vec<Vec<u8>> {
    vec![bench.read("out"), bench.read("out-m1"), bench.read("in")]
}

/// Every second time the file says the right hash of itself.
fn closed(_: &Bench, dice: &mut Dice, bytes: Vec<u8>) -> Vec<u8> {
    if dice.below(2) == 0 { bytes } else { close(bytes) }
}

/// A hand-out or hand-in file with the right last line.
pub(super) fn close(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.windows(5).rposition(|window| window == b"\nend ").map_or(bytes.len(), |at| at + 1);
    bytes.truncate(end);
    let hash = Hash::of(&bytes);
    bytes.extend(format!("end {hash}\n").into_bytes());
    bytes
}

fn give_hand_file(bench: &Bench, bytes: &[u8]) -> Said {
    bench.fresh("s/logs");
    bench.put("brought", bytes);
    let mut said = Said::default();
    bench.say(&mut said, &["merge", "@s", "@brought"]);
    bench.say(&mut said, &["status", "@s"]);
    said
}

fn session_files(bench: &Bench) -> Vec<Vec<u8>> {
    vec![bench.read("sealed/session.ron")]
}

fn give_session_file(bench: &Bench, bytes: &[u8]) -> Said {
    let whole = bench.read("sealed/session.ron");
    bench.put("sealed/session.ron", bytes);
    let mut said = Said::default();
    look_at(bench, &mut said, "@sealed");
    bench.put("sealed/session.ron", &whole);
    said
}

fn settings(_: &Bench) -> Vec<Vec<u8>> {
    vec![
        b"(\n  format: 1,\n  lang: Some(\"en\"),\n  theme: Some(\"dark\"),\n  plain: true,\n  recent: [\n    \"/a\",\n    \
          \"b/c\",\n  ],\n)\n"
            .to_vec(),
    ]
}

fn give_settings(bench: &Bench, bytes: &[u8]) -> Said {
    use ocop_council::i18n::{Lang, trouble};
    bench.put("settings.ron", bytes);
    let (settings, found) = Settings::read(Path::new(&bench.path("settings.ron")));
    let lang = Lang::parse(settings.lang.as_deref().unwrap_or_default());
    match found {
        None => Said { code: 0, out: format!("{lang:?} {}", settings.recent.len()), err: String::new() },
        Some(found @ Trouble::Faults(_)) => {
            Said { code: 1, out: String::new(), err: trouble::trouble(Lang::Vi, &found) }
        }
        Some(found) => Said { code: 3, out: String::new(), err: trouble::trouble(Lang::Vi, &found) },
    }
}

/// A small rubric as a province would write one.
const RUBRIC: &str = r#"(
  format: 1,
  head: Some((
    id: "thu-nghiem", title: ("Bộ thử nghiệm", "A trial set"), decision: "1/QĐ", source: ("Phụ lục", "Annex"),
    in_force: "2026-05-22", current: true, total: 100,
    bands: (two: 30, three: 50, four: 70, five: 90),
  )),
  notes: [(at: ["1/2"], text: ("Ghi chú", "A note"))],
  parts: [("A", "Phần A", "Part A")],
  headings: [("h", "Mục", "Heading")],
  grounds: [(id: "forged", leads_to: Reject, text: ("Giả mạo", "Forged"))],
  criteria: [
    (key: "k", name: ("Tiêu chí", "Criterion"), levels: [("Không", "No"), ("Có", "Yes")]),
    (key: "c", name: ("Hai trường hợp", "Two cases"), cases: [
      (name: ("Một", "One"), levels: [("a", "a"), ("b", "b")]),
      (name: ("Hai", "Two"), levels: [("c", "c"), ("d", "d")]),
    ]),
  ],
  sets: [(
    no: 1, name: ("Bộ một", "Set one"), samples: true,
    grounds: [(id: "forged"), (id: "own", at: Some("1"), leads_to: Some(Stop), text: Some(("Dừng", "Stop")))],
    parts: [(code: "A", max: 100, groups: [
      (code: "1", max: 60, criteria: [(code: "1", max: 60, uses: Some("k"), points: [0, 60], minima: [(3, 'b')])]),
      (code: "2", max: 40, name: Some("h"), groups: [
        (code: "2.1", max: 40, criteria: [(code: "2.1", max: 40, uses: Some("c"), points: [0, 40, 10, 40], needs: Some("1"))]),
      ]),
    ])],
  )],
)
"#;
