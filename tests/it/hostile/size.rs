//! The largest files there may be, each made to be the worst of its kind: what they cost in time and memory.
//!
//! The cost is measured on the program itself, from outside. A file four times as large may cost some four times as
//! much: anything that compares everything with everything costs sixteen times. `OCOP_COUNCIL_BIG` (in MiB) asks for
//! another size than the small one that is tried every time; 12 is the largest the program reads.

use std::time::{Duration, Instant};

use super::forge::Forged;
use super::fuzz::harm;
use super::kinds::close;
use crate::cli::Desk;

/// The larger of the two sizes tried, in bytes.
const BIG: usize = 1 << 19;

/// What is too little to be compared.
const NOISE: Duration = Duration::from_millis(400);

/// What one run of the program cost.
#[derive(Clone, Copy, Debug)]
struct Cost {
    /// Time on the processor.
    time: Duration,
    /// The most memory it held, in KiB; 0 where the system does not say.
    memory: u64,
}

/// A worst case: what it is called, the file, and the command that reads it.
type Worst = (&'static str, fn(&Desk, usize) -> Vec<u8>, &'static str, &'static [&'static str]);

const NEW: [&str; 9] =
    ["new", "made", "--title", "T", "--products", "products.csv", "--council", "seats.csv", "--rules"];
const CSV: &[&str] = &["new", "made", "--title", "T", "--products", "list.csv", "--council", "seats.csv"];
const COUNCIL: &[&str] = &["new", "made", "--title", "T", "--products", "products.csv", "--council", "list.csv"];
const RULES: &[&str] = &[NEW[0], NEW[1], NEW[2], NEW[3], NEW[4], NEW[5], NEW[6], NEW[7], NEW[8], "rules.ron"];
const RECORD: &[&str] = &["record", "s", "--seat", "m2", "--marks", "list.csv"];
const STATUS: &[&str] = &["status", "s"];
const VERIFY: &[&str] = &["verify", "s"];
const CHECK: &[&str] = &["rubric", "check", "rubric.ron"];

const WORST: &[Worst] = &[
    (
        "log: one cell marked over and over",
        |desk, size| {
            log(desk, size, "m1", |log, at| {
                let level = ["a", "b"][at % 2];
                log.seat(&format!("Mark(product:\"p01\",basis:None,criterion:\"1.2\",cell:(value:Level('{level}')))"));
            })
        },
        "s/logs/a.log",
        STATUS,
    ),
    (
        "log: acts nobody knows",
        |desk, size| log(desk, size, "m1", |log, at| _ = log.record(&format!("(t:{at},at:\"\",over:[],act:X)"))),
        "s/logs/a.log",
        STATUS,
    ),
    (
        "log: attendance over and over",
        |desk, size| {
            log(desk, size, "desk", |log, at| {
                let presence = ["Present", "Absent"][at % 2];
                log.desk("m1", &format!("Attendance(seat:\"m2\",presence:{presence},sits:\"\")"));
            })
        },
        "s/logs/a.log",
        STATUS,
    ),
    (
        "log: products added over and over",
        |desk, size| {
            log(desk, size, "desk", |log, at| {
                log.desk("m1", &format!("AddProduct(product:(id:\"q{at}\",name:\"x\",set:9),set:None,reason:\"x\")"));
            })
        },
        "s/logs/a.log",
        STATUS,
    ),
    (
        "log: lines that follow from nothing",
        |desk, size| log(desk, size, "m1", |log, _| log.loose("(t:1)")),
        "s/logs/a.log",
        STATUS,
    ),
    (
        "log: long lines that follow from nothing",
        |desk, size| {
            let pad = "x".repeat(size / 200);
            log(desk, size, "m1", |log, _| log.loose(&pad))
        },
        "s/logs/a.log",
        STATUS,
    ),
    (
        "log: one act over everything",
        |desk, size| {
            let over = vec!["\"0123456789abcdef0123456789abcdef\""; size / 35].join(",");
            let mut log = Forged::in_folder(&desk.path("s"), "m1");
            log.record(&format!("(t:1,at:\"\",over:[{over}],act:Seat(TakeBack(product:\"p01\",basis:None)))"));
            log.into_bytes()
        },
        "s/logs/a.log",
        STATUS,
    ),
    (
        "log: one endless note",
        |desk, size| {
            let mut log = Forged::in_folder(&desk.path("s"), "m1");
            let words = "ữ\u{301}\u{301}\u{323}".repeat(size / 9);
            log.seat(&format!("Opinion(product:\"p01\",words:\"{words}\")"));
            log.into_bytes()
        },
        "s/logs/a.log",
        STATUS,
    ),
    ("log: nothing but line ends", |_, size| vec![b'\n'; size], "s/logs/m1-aaaaaaaa.log", STATUS),
    ("log: no line end", |_, size| vec![b'x'; size], "s/logs/m1-aaaaaaaa.log", VERIFY),
    ("charter: brackets in brackets", |_, size| vec![b'('; size], "s/charter.ron", STATUS),
    (
        "charter: products over and over",
        |desk, size| charter(desk, "products: [", &"(id:\"x\",name:\"\",set:9),".repeat(size / 23)),
        "s/charter.ron",
        STATUS,
    ),
    (
        "charter: sets without anything",
        |desk, size| {
            charter(desk, "sets: [", &"(no:1,name:(vi:\"\",en:\"\"),industry:(vi:\"\",en:\"\"),group:(vi:\"\",en:\"\"),agency:(vi:\"\",en:\"\"),samples:true,parts:[]),".repeat(size / 118))
        },
        "s/charter.ron",
        STATUS,
    ),
    (
        "charter: one set of a million criteria",
        |desk, size| {
            let criteria = "(code:\"1\",max:1,name:(vi:\"\",en:\"\"),needs:Some(\"2\"),levels:[]),".repeat(size / 66);
            charter(
                desk,
                "sets: [",
                &format!(
                    "(no:1,name:(vi:\"a\",en:\"a\"),industry:(vi:\"\",en:\"\"),group:(vi:\"\",en:\"\"),agency:(vi:\"\",en:\"\"),samples:true,parts:[(code:\"A\",max:1,name:(vi:\"a\",en:\"a\"),groups:[(code:\"1\",max:1,name:(vi:\"a\",en:\"a\"),criteria:[{criteria}])])]),"
                ),
            )
        },
        "s/charter.ron",
        STATUS,
    ),
    (
        "charter: an endless title",
        |desk, size| charter(desk, "title: \"", &"a\u{301}\u{323}".repeat(size / 5)),
        "s/charter.ron",
        STATUS,
    ),
    ("charter: an endless number", |desk, size| charter(desk, "format: ", &"9".repeat(size)), "s/charter.ron", STATUS),
    (
        "charter: an endless word nobody knows",
        |desk, size| charter(desk, "place: \"\",", &"x".repeat(size)),
        "s/charter.ron",
        STATUS,
    ),
    (
        "session file: results over and over",
        |_, size| {
            let result = "(no:1,product:\"p01\",name:\"\",producer:\"\",star:None,outcome:\"\",mean:None,by_points:None,by_minima:None,forward:None,set:9,entry:None,ground:\"\",sheets:[],without:[],rulings:[],accepted:[]),";
            session_file("results", &result.repeat(size / result.len()))
        },
        "s/session.ron",
        VERIFY,
    ),
    (
        "session file: heads over and over",
        |_, size| {
            let head = format!("(log:\"m1-aaaaaaaa\",entries:1,head:\"{}\"),", "0".repeat(64));
            session_file("logs", &head.repeat(size / head.len()))
        },
        "s/session.ron",
        VERIFY,
    ),
    (
        "hand file: no end of empty logs",
        |desk, size| hand_file(desk, &"log 0\n\n".repeat(size / 7)),
        "brought",
        &["merge", "s", "brought"],
    ),
    (
        "hand file: a charter that is everything",
        |_, size| {
            close(
                format!("format: 1\nocop-council hand-out\ncharter.ron {size}\n{}\nend 0\n", "x".repeat(size))
                    .into_bytes(),
            )
        },
        "brought",
        &["merge", "s", "brought"],
    ),
    (
        "settings: sessions opened lately",
        |_, size| format!("(format:1,recent:[{}])", "\"/a\",".repeat(size / 5)).into_bytes(),
        "home/settings.ron",
        &["rubric", "list"],
    ),
    (
        "rubric: places over and over",
        |_, size| rubric("notes", &format!("(at:[{}],text:(\"a\",\"a\"))", "\"1-255/1\",".repeat(size / 10))),
        "rubric.ron",
        CHECK,
    ),
    ("rubric: entries that are none", |_, size| rubric("sets", &"x,".repeat(size / 2)), "rubric.ron", CHECK),
    (
        "rubric: sets over and over",
        |_, size| rubric("sets", &"(no:1,name:(\"\",\"\")),".repeat(size / 20)),
        "rubric.ron",
        CHECK,
    ),
    (
        "rubric: wordings over and over",
        |_, size| rubric("criteria", &"(key:\"k\",name:(\"\",\"\")),".repeat(size / 23)),
        "rubric.ron",
        CHECK,
    ),
    (
        "rubric: one set of a million criteria",
        |_, size| {
            let row = "(code:\"1\",max:1,uses:Some(\"x\"),points:[1,2]),";
            let rows = row.repeat(size / row.len());
            rubric(
                "sets",
                &format!(
                    "(no:1,name:(\"a\",\"a\"),parts:[(code:\"A\",max:1,groups:[(code:\"1\",max:1,criteria:[{rows}])])]),"
                ),
            )
        },
        "rubric.ron",
        CHECK,
    ),
    ("rules: brackets in brackets", |_, size| "Rules(quorum:(".repeat(size / 14).into_bytes(), "rules.ron", RULES),
    ("products: every line wrong", |_, size| list("name,set,id,kind\n", "a,x,?,?\n", size), "list.csv", CSV),
    (
        "products: half the ids given",
        |_, size| {
            let lines = size / 24;
            let given = (1..lines).map(|at| format!("a,9,p{at:02}\n")).collect::<Vec<_>>().concat();
            format!("name,set,id\n{given}{}", "b,9,\n".repeat(lines)).into_bytes()
        },
        "list.csv",
        CSV,
    ),
    ("products: columns without end", |_, size| list("name,set", ",x", size), "list.csv", CSV),
    ("products: a cell too many on every line", |_, size| list("name,set\n", "a,9,9\n", size), "list.csv", CSV),
    ("products: a quote that never ends", |_, size| list("name,set\n\"", "a,9\n", size), "list.csv", CSV),
    ("products: a name without end", |_, size| list("name,set\n", "ữ\u{301}", size), "list.csv", CSV),
    ("council: every line a chair", |_, size| list("id,title,role\n", "ct,x,chair\n", size), "list.csv", COUNCIL),
    ("marks: every line wrong", |_, size| list("product,criterion,points\n", "p01,1.2,x\n", size), "list.csv", RECORD),
];

fn log(desk: &Desk, size: usize, author: &str, mut line: impl FnMut(&mut Forged, usize)) -> Vec<u8> {
    let mut log = Forged::in_folder(&desk.path("s"), author);
    for at in 0.. {
        if log.len() >= size {
            break;
        }
        line(&mut log, at);
    }
    log.into_bytes()
}

/// The session's charter with something added after a word of it.
fn charter(desk: &Desk, after: &str, added: &str) -> Vec<u8> {
    let text = std::fs::read_to_string(desk.path("s/charter.ron")).unwrap();
    let at = text.find(after).unwrap() + after.len();
    [&text[..at], added, &text[at..]].concat().into_bytes()
}

fn session_file(field: &str, added: &str) -> Vec<u8> {
    let fields = ["results", "attendance", "presided", "logs"];
    let lists: String = fields.map(|name| format!("{name}:[{}],", if name == field { added } else { "" })).concat();
    let hash = "0".repeat(64);
    format!("(format:1,session:\"{hash}\",title:\"\",purpose:Sitting,rubric:\"\",{lists}at:\"\",program:\"\")")
        .into_bytes()
}

fn hand_file(desk: &Desk, logs: &str) -> Vec<u8> {
    let charter = std::fs::read_to_string(desk.path("s/charter.ron")).unwrap();
    let head = format!("format: 1\nocop-council hand-out\ncharter.ron {}\n{charter}\n", charter.len());
    close(format!("{head}{logs}end 0\n").into_bytes())
}

fn rubric(field: &str, added: &str) -> Vec<u8> {
    let head = "head:Some((id:\"x\",title:(\"a\",\"a\"),decision:\"a\",source:(\"a\",\"a\"),in_force:\"2026-01-01\",current:true,\
                total:100,bands:(two:30,three:50,four:70,five:90))),";
    format!("(format:1,{head}{field}:[{added}])").into_bytes()
}

fn list(head: &str, line: &str, size: usize) -> Vec<u8> {
    (head.to_owned() + &line.repeat(size / line.len())).into_bytes()
}

/// Runs the program and watches what it takes. Its answer must be short and clean, and no crash.
fn cost(desk: &Desk, name: &str, arguments: &[&str]) -> Cost {
    let printed = |name: &str| std::fs::File::create(desk.path(name)).unwrap();
    let mut command = desk.command();
    let mut child = command
        .args(arguments)
        .stdout(printed("said.out"))
        .stderr(printed("said.err"))
        .spawn()
        .expect("the program starts");
    let begun = Instant::now();
    let mut cost = Cost { time: Duration::ZERO, memory: 0 };
    let proc = format!("/proc/{}", child.id());
    loop {
        let status = std::fs::read_to_string(format!("{proc}/status")).unwrap_or_default();
        let figure = |field: &str| status.lines().find_map(|line| line.strip_prefix(field)).unwrap_or_default().trim();
        cost.memory = cost.memory.max(figure("VmHWM:").trim_end_matches(" kB").parse().unwrap_or(0));
        let ended =
            if status.is_empty() { child.try_wait().unwrap().is_some() } else { figure("State:").starts_with('Z') };
        if ended {
            break;
        }
        assert!(begun.elapsed() < Duration::from_mins(5), "{name}: does not end");
        std::thread::sleep(Duration::from_millis(2));
    }
    // User and system time, in hundredths of a second, as long as nobody asked how it ended.
    let stat = std::fs::read_to_string(format!("{proc}/stat")).unwrap_or_default();
    let fields: Vec<u64> =
        stat.rsplit(')').next().unwrap_or_default().split(' ').skip(12).take(2).flat_map(str::parse).collect();
    cost.time =
        if fields.is_empty() { begun.elapsed() } else { Duration::from_millis(fields.iter().sum::<u64>() * 10) };
    let code = child.wait().unwrap().code();
    let said = ["said.out", "said.err"].map(|name| std::fs::read_to_string(desk.path(name)).expect("it prints UTF-8"));
    assert!(code.is_some_and(|code| code < 2), "{name}: {code:?} {}", said[1]);
    for said in said {
        assert!(harm(&said).is_none(), "{name} prints {:?}", harm(&said));
    }
    cost
}

/// A machine with a session, set aside to be begun with again.
fn bench() -> Desk {
    let desk = Desk::with_session(3, 2, "()");
    desk.write("seats.csv", "id,title,role\nct,Chủ tịch,chair\nm1,Một,\nm2,Hai,\n");
    std::fs::copy(desk.path("s/charter.ron"), desk.path("charter.ron")).unwrap();
    desk
}

fn clear(desk: &Desk) {
    for folder in ["s", "made", "home"] {
        let _ = std::fs::remove_dir_all(desk.path(folder));
    }
    std::fs::create_dir_all(desk.path("s/logs")).unwrap();
    std::fs::create_dir_all(desk.path("home")).unwrap();
    std::fs::copy(desk.path("charter.ron"), desk.path("s/charter.ron")).unwrap();
}

#[test]
fn the_worst_file_of_every_kind_costs_what_its_size_costs() {
    let asked = std::env::var("OCOP_COUNCIL_BIG").ok().and_then(|size| size.parse::<usize>().ok());
    let big = asked.map_or(BIG, |size| size << 20);
    let only = std::env::var("OCOP_COUNCIL_KIND").unwrap_or_default();
    let desk = bench();
    let mut wrong = Vec::new();
    println!("{} KiB and {} KiB", big >> 12, big >> 10);
    for (name, make, file, arguments) in WORST.iter().filter(|worst| worst.0.starts_with(&only)) {
        let [small, large] = [big / 4, big].map(|size| {
            clear(&desk);
            let bytes = make(&desk, size);
            std::fs::write(desk.path(file), bytes).unwrap();
            cost(&desk, name, arguments)
        });
        let ratio = large.time.as_secs_f64() / small.time.max(Duration::from_millis(10)).as_secs_f64();
        println!("{:>7.2?} {:>6} MiB  ×{ratio:<5.1} {name}", large.time, large.memory >> 10);
        if large.time > NOISE && ratio > 8.0 {
            wrong.push(format!("{name}: {small:?}, four times as large {large:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
