//! What a saved mark costs, beside a commit of `SQLite` on the same disk in the same run: `cargo bench --bench saving`.
//!
//! Each mark is one line through the store's own writer, synced, as on screen; the yardstick is Python's `sqlite3` with
//! WAL and FULL, one row and one commit each. Then: reading and checking a sealed session of 115 products × 15 seats.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints, and stops where it cannot go on")]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use ocop_council::council::{Act, Author, Cell, SeatId, Value};
use ocop_council::rubric::LevelId;
use ocop_council::session::Session;
use ocop_council::store::{Folder, Places, verify};

/// Marks saved, rows committed.
const MARKS: usize = 2_000;

const SQLITE: &str = "
import sqlite3, sys, time
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute('pragma journal_mode=wal'), base.execute('pragma synchronous=full')
base.execute('create table mark(id integer primary key, record text)')
times = []
for number in range(int(sys.argv[2])):
    begun = time.perf_counter()
    base.execute('insert into mark(record) values (?)', ('x' * 200,))
    times.append(time.perf_counter() - begun)
times.sort()
print(*(round(times[int(len(times) * part)] * 1e6) for part in (.5, .99, .9999)))
";

fn main() {
    // Where the build lies, rather than where temporary files do: those may be in memory.
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    marks(place.path());
    sealed(place.path());
}

/// Runs the program, in a home of the bench's own.
fn council(place: &Path, arguments: &[&str]) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_ocop-council"));
    program.args(arguments).env("OCOP_COUNCIL_HOME", place.join("home")).stdout(std::process::Stdio::null());
    assert!(program.status().unwrap().success());
}

fn marks(place: &Path) {
    let path = place.join("open");
    council(place, &["rehearse", path.to_str().unwrap(), "--products", "71", "--seats", "9", "--state", "open"]);
    let places = Places::find(None, Some(&place.join("home"))).unwrap();
    let mut folder = Folder::open(&path).unwrap();
    let reading = folder.read().unwrap();
    let mut session = Session::new(reading.id, reading.charter);
    reading.entries.into_iter().for_each(|entry| session.apply(entry));
    let seat = SeatId::new("m1").unwrap();
    let mut drawn = 0u8;
    let mut random = |bytes: &mut [u8]| {
        drawn = drawn.wrapping_add(1);
        bytes.fill(drawn);
    };
    let (mut pen, mut writer) = folder.writer(&Author::Seat(seat), &places, &mut random).unwrap();
    let product = session.products().last().unwrap().id.clone();
    let set = session.set(&product).unwrap();
    // Those that can be scored whatever else was.
    let criteria: Vec<_> = set.criteria().into_iter().filter(|criterion| criterion.needs.is_none()).collect();
    let (mut whole, mut disk) = (Vec::new(), Vec::new());
    for number in 0..MARKS {
        let criterion = criteria[number % criteria.len()];
        let level = LevelId::at(number / criteria.len() % criterion.levels.len()).unwrap();
        let begun = Instant::now();
        let act = session.mark(&product, &criterion.code, Cell { value: Value::Level(level), ..Cell::default() });
        let admitted = session.admit(&mut pen, "2026-11-28T09:00:00+07:00", Act::Seat(act)).unwrap();
        session.apply(admitted.entry);
        let written = Instant::now();
        writer.append(&[admitted.line]).unwrap();
        whole.push(begun.elapsed());
        disk.push(written.elapsed());
    }
    println!("saved mark, µs (p50, p99, max):     {}", quantiles(&mut whole));
    println!("  of that on the disk:              {}", quantiles(&mut disk));
    let base = place.join("base.sqlite");
    let sqlite = Command::new("python3").args(["-c", SQLITE]).arg(base).arg(MARKS.to_string()).output().unwrap();
    println!("SQLite commit, µs (p50, p99, max):  {}", String::from_utf8_lossy(&sqlite.stdout).trim());
}

fn quantiles(times: &mut [Duration]) -> String {
    times.sort();
    let at = |part: usize| times[(times.len() * part / 1000).min(times.len() - 1)].as_micros().to_string();
    [500, 990, 1000].map(at).join(" ")
}

fn sealed(place: &Path) {
    let path = place.join("sealed");
    let name = path.to_str().unwrap();
    council(place, &["rehearse", name, "--products", "115", "--seats", "15", "--state", "locked"]);
    council(place, &["desk", name, "seal"]);
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let begun = Instant::now();
            assert!(verify(&path, None).unwrap().ok);
            begun.elapsed()
        })
        .collect();
    times.sort();
    println!("verify of a sealed 115 × 15, ms:    {}", times[2].as_millis());
}
