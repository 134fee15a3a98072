//! Merging: what is taken, what is not, and that it is a union.

use std::collections::BTreeSet;
use std::fs;

use super::*;
use crate::council::{ClosedAs, DeskAct, LineFault, ProductId, SeatId};
use crate::store::fixture::{Bench, Sitting, ids, other, write};
use crate::store::{ProblemKind, create};

#[test]
fn merging_either_way_gives_the_same_and_twice_gives_nothing_new() {
    let bench = Bench::new();
    let (a, b) = (bench.path.clone(), other(&bench, "b"));
    write(&bench, &a, "m1", 3);
    write(&bench, &b, "m2", 2);
    write(&bench, &b, "desk", 1);
    let merged = merge(&a, std::slice::from_ref(&b)).unwrap();
    assert_eq!((merged.new_entries(), merged.refused.len()), (3, 0));
    assert_eq!(merge(&b, std::slice::from_ref(&a)).unwrap().new_entries(), 3);
    assert_eq!(ids(&a), ids(&b));
    let files = files::list(&a.join(LOGS)).unwrap();
    let again = merge(&a, &[b, a.clone()]).unwrap();
    assert_eq!(again.new_entries(), 0);
    assert_eq!(again.logs.values().map(|counted| counted.known).sum::<u64>(), 6);
    assert_eq!(files::list(&a.join(LOGS)).unwrap(), files, "nothing was written");
}

#[test]
fn a_copy_grows_in_place_of_its_beginning_and_a_stale_one_adds_nothing() {
    let bench = Bench::new();
    let desk = other(&bench, "desk");
    let log = write(&bench, &bench.path, "m1", 2);
    let stale = fs::read(&log).unwrap();
    merge(&desk, std::slice::from_ref(&log)).unwrap();
    write(&bench, &bench.path, "m1", 2);
    let stale_file = bench.place.path().join("m1.sync-conflict-1.log");
    fs::write(&stale_file, stale).unwrap();
    let merged = merge(&desk, &[stale_file, log]).unwrap();
    assert_eq!(merged.new_entries(), 2);
    assert_eq!((ids(&desk).len(), files::list(&desk.join(LOGS)).unwrap().len()), (4, 1));
}

#[test]
fn only_checked_lines_are_taken_and_the_rest_is_named() {
    let bench = Bench::new();
    let log = write(&bench, &bench.path, "m1", 4);
    let text = fs::read_to_string(&log).unwrap().replacen("lần 1", "lần 9", 1) + "half a line";
    let bad = bench.place.path().join("bad.log");
    fs::write(&bad, text).unwrap();
    let junk = bench.place.path().join("junk.txt");
    fs::write(&junk, "no log\n").unwrap();
    let target = other(&bench, "b");
    let merged = merge(&target, &[bad, junk]).unwrap();
    let why: Vec<&NotTaken> = merged.refused.iter().map(|refused| &refused.why).collect();
    let expected = [&NotTaken::Damage(LineFault::Chain), &NotTaken::BehindDamage(2), &NotTaken::Torn, &NotTaken::NoLog];
    assert_eq!(why, expected);
    assert_eq!((merged.refused[0].place.line, ids(&target).len()), (3, 1));
}

#[test]
fn another_sessions_logs_are_named_as_such() {
    let bench = Bench::new();
    let log = write(&bench, &bench.path, "m1", 1);
    let stranger = bench.place.path().join("stranger");
    create::create_from(&stranger, b"(format: 1)").unwrap();
    let mut charter = crate::store::fixture::charter();
    charter.nonce = "f".repeat(32);
    fs::write(stranger.join(CHARTER), charter::charter_text(&charter)).unwrap();
    let merged = merge(&stranger, &[log]).unwrap();
    assert_eq!(merged.refused[0].why, NotTaken::Foreign);
}

/// What somebody brings, and the lines that are good in it.
struct Source {
    name: &'static str,
    path: PathBuf,
    lines: BTreeSet<String>,
}

/// How the session stands that takes it in.
#[derive(Clone, Copy, Debug)]
enum State {
    Empty,
    Behind,
    Same,
    Apart,
    Sealed,
}

impl State {
    const ALL: [State; 5] = [State::Empty, State::Behind, State::Same, State::Apart, State::Sealed];
}

fn text_lines(bytes: &[u8]) -> BTreeSet<String> {
    String::from_utf8(bytes.to_vec()).unwrap().lines().map(str::to_owned).collect()
}

/// The lines of every log in a folder, as plain text: what a merge must not lose, read without our reader.
fn lines_of(session: &Path) -> BTreeSet<String> {
    let logs = fs::read_dir(session.join(LOGS)).unwrap().flatten().map(|entry| entry.path());
    let logs = logs.filter(|path| path.is_file() && !path.file_name().unwrap().to_string_lossy().starts_with('.'));
    logs.flat_map(|path| text_lines(&fs::read(path).unwrap())).collect()
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (path, into) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy_all(&path, &into) } else { _ = fs::copy(&path, &into).unwrap() }
    }
}

fn log_of(session: &Path, author: &str) -> PathBuf {
    let name = files::list(&session.join(LOGS)).unwrap().into_keys().find(|name| name.starts_with(author)).unwrap();
    session.join(LOGS).join(name)
}

/// Everything people bring of one sitting: whole, single, renamed, stale, torn, damaged, handed, dressed up, sealed.
fn sources(sitting: &mut Sitting, at: &Path) -> Vec<Source> {
    let session = sitting.bench.path.clone();
    let mut all: Vec<Source> = Vec::new();
    let file = |name: &str, bytes: &[u8]| {
        let path = at.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    };
    let mut add = |name, path: PathBuf, lines: BTreeSet<String>| all.push(Source { name, path, lines });
    let whole = lines_of(&session);
    let folder = |name: &str| {
        copy_all(&session, &at.join(name));
        at.join(name)
    };
    add("whole folder", folder("whole"), whole.clone());
    copy_all(&session, &at.join("stick/phien"));
    add("stick with the folder on it", at.join("stick"), whole.clone());
    copy_all(&session, &at.join("deep/Tháng 11/từ Sở/phien"));
    add("folder deep on a stick", at.join("deep"), whole.clone());

    let m1 = fs::read(log_of(&session, "m1-")).unwrap();
    add("single log", file("one/m1-aaaaaaaa.log", &m1), text_lines(&m1));
    add("renamed copy", file("one/m1-aaaaaaaa (1).log", &m1), text_lines(&m1));
    add("copy of a synchroniser", file("one/m1-aaaaaaaa.sync-conflict-20261128-1.log", &m1), text_lines(&m1));
    let ends: Vec<usize> = (0..m1.len()).filter(|at| m1[*at] == b'\n').map(|at| at + 1).collect();
    let stale = &m1[..ends[1]];
    add("stale copy", file("one/stale.log", stale), text_lines(stale));
    add("torn copy", file("one/torn.log", &m1[..ends[2] + 40]), text_lines(&m1[..ends[2]]));
    let mut damaged = m1.clone();
    damaged[ends[1] + 80] ^= 1;
    add("damaged copy", file("one/damaged.log", &damaged), text_lines(stale));
    add("empty file", file("one/empty.log", b""), BTreeSet::new());
    add("no log at all", file("one/photo.jpg", b"\xff\xd8\xff\xe0 no log\n"), BTreeSet::new());

    let seat = SeatId::new("m1").unwrap();
    let desk = text_lines(&fs::read(log_of(&session, "desk-")).unwrap());
    let handed = |name: &str| at.join(name);
    crate::store::hand_in(&session, &handed("m1.nop"), &seat).unwrap();
    add("file handed in", handed("m1.nop"), text_lines(&m1));
    crate::store::hand_out(&session, &handed("m1.giao"), Some(&seat)).unwrap();
    add("file handed out to a seat", handed("m1.giao"), &text_lines(&m1) | &desk);
    crate::store::hand_out(&session, &handed("giao"), None).unwrap();
    add("file handed out to all", handed("giao"), desk.clone());
    let cut = fs::read(handed("m1.nop")).unwrap();
    add("file handed in, cut short", file("m1.cut", &cut[..cut.len() / 2]), BTreeSet::new());

    let edited = folder("edited");
    let text = fs::read_to_string(edited.join(CHARTER)).unwrap().replace("Phiên 28/11", "Phiên khác");
    fs::write(edited.join(CHARTER), text).unwrap();
    add("folder with an edited charter", edited, whole.clone());
    let dressed = folder("dressed");
    fs::write(dressed.join("rules.ron"), "Rules()").unwrap();
    fs::write(dressed.join(LOGS).join("note.txt"), "hello\n").unwrap();
    fs::create_dir_all(dressed.join("quarantine")).unwrap();
    fs::write(dressed.join("quarantine/m2.tail"), &m1).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(log_of(&session, "m2-"), dressed.join(LOGS).join("m2-link.log")).unwrap();
    add("folder with stray files, links and a quarantine", dressed, whole.clone());
    let stranger = folder("stranger");
    let mut other = crate::store::fixture::charter();
    other.nonce = "f".repeat(32);
    fs::write(stranger.join(CHARTER), charter::charter_text(&other)).unwrap();
    fs::remove_dir_all(stranger.join(LOGS)).unwrap();
    write(&sitting.bench, &stranger, "m1", 2);
    add("folder of another session", stranger, BTreeSet::new());

    let unsealed = at.join("unsealed");
    copy_all(&session, &unsealed);
    sitting.seal_now();
    let sealed = lines_of(&session);
    copy_all(&session, &at.join("sealed"));
    add("sealed folder", at.join("sealed"), sealed);
    add("session file alone", file("alone/session.ron", &fs::read(session.join(SESSION)).unwrap()), BTreeSet::new());
    let forged = at.join("forged");
    copy_all(&session, &forged);
    let text = fs::read_to_string(forged.join(SESSION)).unwrap().replacen("star: Some(5)", "star: Some(4)", 1);
    fs::write(forged.join(SESSION), text).unwrap();
    add("sealed folder with a forged session file", forged.clone(), lines_of(&forged));
    all
}

fn target(state: State, bench: &Bench, sources: &Path, name: &str) -> PathBuf {
    let path = other(bench, name);
    let unsealed = sources.join("unsealed");
    match state {
        State::Empty => {}
        State::Behind => _ = merge(&path, &[sources.join("one/stale.log")]).unwrap(),
        State::Same => _ = merge(&path, &[unsealed]).unwrap(),
        State::Apart => {
            merge(&path, &[log_of(&unsealed, "m2-"), log_of(&unsealed, "desk-")]).unwrap();
            write(bench, &path, "m1", 2);
            write(bench, &path, "ct", 1);
        }
        State::Sealed => {
            merge(&path, &[sources.join("sealed")]).unwrap();
            assert!(path.join(SESSION).is_file());
        }
    }
    path
}

/// Everything in a session folder but its logs.
fn beside_logs(session: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(session).unwrap().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

#[test]
fn whatever_is_brought_to_whatever_state_is_united_and_nothing_else_is_taken() {
    let mut sitting = Sitting::ready();
    let place = tempfile::tempdir().unwrap();
    let sources = sources(&mut sitting, place.path());
    let seal = sitting.seal();
    let mut cases = 0;
    for source in &sources {
        for state in State::ALL {
            let case = format!("{} into {state:?}", source.name);
            let bench = Bench::new();
            let path = target(state, &bench, place.path(), "here");
            let (before, files) = (lines_of_or_none(&path), beside_logs(&path));
            let merged = merge(&path, std::slice::from_ref(&source.path)).unwrap();
            let after = lines_of_or_none(&path);
            assert_eq!(after, &before | &source.lines, "{case}: the union");
            let begun = |lines: &BTreeSet<String>| lines.iter().filter(|line| line.contains("(session:")).count();
            let new = (after.len() - begun(&after)) - (before.len() - begun(&before));
            assert_eq!(merged.new_entries(), new as u64, "{case}: what is said to be new");
            let mut expected = files;
            let takes_seal = source.name == "sealed folder" && !matches!(state, State::Sealed);
            if takes_seal {
                assert_eq!(merged.seal.unwrap().seal, seal, "{case}");
                expected.push((path.join(SESSION), fs::read(place.path().join("sealed/session.ron")).unwrap()));
                let apart = matches!(state, State::Apart);
                let found = verify::verify(&path, None).unwrap();
                assert_eq!((found.ok, found.after_seal.len()), (true, if apart { 3 } else { 0 }), "{case}: {found:?}");
                assert_eq!(merged.seal.unwrap().after, found.after_seal.len(), "{case}");
            } else {
                assert_eq!(merged.seal, None, "{case}");
            }
            assert_eq!(beside_logs(&path), expected, "{case}: nothing but entries");
            let names: Vec<String> = files::list(&path.join(LOGS)).unwrap().into_keys().collect();
            assert!(names.iter().all(|name| files::is_named_as_log(name) && name.is_ascii()), "{case}: {names:?}");
            let again = merge(&path, std::slice::from_ref(&source.path)).unwrap();
            assert_eq!((again.new_entries(), again.seal, lines_of_or_none(&path)), (0, None, after), "{case}: twice");
            cases += 1;
        }
    }
    println!("merge cases: {cases} ({} sources × {} states)", sources.len(), State::ALL.len());
    assert_eq!(cases, 21 * 5);
}

fn lines_of_or_none(session: &Path) -> BTreeSet<String> {
    if session.join(LOGS).is_dir() { lines_of(session) } else { BTreeSet::new() }
}

#[test]
fn each_thing_refused_is_named_with_its_reason() {
    let mut sitting = Sitting::ready();
    let place = tempfile::tempdir().unwrap();
    let sources = sources(&mut sitting, place.path());
    let why = |name: &str| -> Vec<&'static str> {
        let bench = Bench::new();
        let source = sources.iter().find(|source| source.name == name).unwrap();
        let merged = merge(&bench.path, std::slice::from_ref(&source.path)).unwrap();
        assert!(merged.refused.iter().all(|refused| refused.place.file.contains(place.path().to_str().unwrap())));
        merged.refused.iter().map(|refused| refused.why.key()).collect()
    };
    for silent in ["whole folder", "stick with the folder on it", "stale copy", "file handed in", "sealed folder"] {
        assert!(why(silent).is_empty(), "{silent}");
    }
    assert_eq!(why("torn copy"), ["torn"]);
    assert_eq!(why("damaged copy")[..1], ["damage"]);
    assert_eq!((why("empty file"), why("no log at all")), (vec!["no_log"], vec!["no_log"]));
    assert_eq!(why("file handed in, cut short"), ["unread"]);
    assert_eq!(why("folder with an edited charter"), ["other_charter"]);
    assert_eq!(why("folder of another session"), ["foreign"], "said once, not for each log");
    let dressed = why("folder with stray files, links and a quarantine");
    assert_eq!(dressed, if cfg!(unix) { vec!["link", "no_log"] } else { vec!["no_log"] });
    assert_eq!(why("session file alone"), ["seal_unnamed"], "before the logs that name it are here");
    assert_eq!(why("sealed folder with a forged session file"), ["seal_unnamed"]);
}

#[test]
fn a_session_file_waits_for_the_logs_it_covers_and_another_one_is_never_written_over() {
    let mut sitting = Sitting::ready();
    let mut copy = sitting.unsealed_copy();
    sitting.seal_now();
    let product = ProductId::new("p01").unwrap();
    copy.reopen(&product);
    copy.desk(&DeskAct::Close { product, how: ClosedAs::Withdrawn, ground: "Rút sau".into() });
    copy.seal_now();
    let place = tempfile::tempdir().unwrap();
    let parts = place.path().join("parts");
    copy_all(&sitting.bench.path, &parts);
    fs::remove_file(log_of(&parts, "m2-")).unwrap();
    let bench = Bench::new();
    let merged = merge(&bench.path, std::slice::from_ref(&parts)).unwrap();
    let m2 = log_of(&sitting.bench.path, "m2-");
    let name = LogName::try_from(m2.file_stem().unwrap().to_string_lossy().into_owned()).unwrap();
    assert!(merged.refused.iter().any(|refused| refused.why == NotTaken::SealIncomplete(name.clone())), "{merged:?}");
    assert!(!bench.path.join(SESSION).exists());
    let merged = merge(&bench.path, &[m2, parts]).unwrap();
    assert_eq!(merged.seal.map(|brought| brought.seal), Some(sitting.seal()), "{merged:?}");

    let merged = merge(&bench.path, std::slice::from_ref(&copy.bench.path)).unwrap();
    assert!(merged.refused.iter().any(|refused| refused.why == NotTaken::OtherSeal(copy.seal())), "{merged:?}");
    assert_eq!(Hash::of(&fs::read(bench.path.join(SESSION)).unwrap()), sitting.seal());

    // It is not forgotten: every look at the files says that there is another seal, until somebody compares the two.
    let found = verify::verify(&bench.path, None).unwrap();
    assert_eq!((found.ok, found.other_seals), (true, vec![copy.seal()]), "{:?}", found.problems);
    let mut folder = bench.folder();
    let problems = folder.read().unwrap().problems;
    assert!(problems.iter().any(|problem| problem.what == ProblemKind::OtherSeal(copy.seal())), "{problems:?}");
    assert_eq!(folder.problems(), problems);
}

#[test]
fn the_sealed_part_that_was_missing_is_told_from_what_came_after_the_seal() {
    let sitting = Sitting::sealed();
    let place = tempfile::tempdir().unwrap();
    let part = place.path().join("part");
    copy_all(&sitting.bench.path, &part);
    let m2 = log_of(&part, "m2-");
    let whole = fs::read(&m2).unwrap();
    let ends: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] == b'\n').map(|at| at + 1).collect();
    fs::write(&m2, &whole[..ends[2]]).unwrap();
    let found = verify::verify(&part, None).unwrap();
    assert_eq!((found.ok, &found.after_seal[..]), (false, &[][..]), "what is left of a sealed log did not come later");
    let merged = merge(&part, std::slice::from_ref(&sitting.bench.path)).unwrap();
    assert_eq!((merged.new_entries(), merged.sealed_part), (ends.len() as u64 - 3, ends.len() as u64 - 3));
    assert!(verify::verify(&part, None).unwrap().ok);
}

#[test]
fn without_its_session_file_a_sealed_session_says_what_to_bring() {
    let sitting = Sitting::sealed();
    let place = tempfile::tempdir().unwrap();
    let part = place.path().join("part");
    copy_all(&sitting.bench.path, &part);
    fs::remove_file(part.join(SESSION)).unwrap();
    let what = |part: &Path| -> Vec<ProblemKind> {
        let problems = Folder::open(part).unwrap().read().unwrap().problems;
        problems.into_iter().map(|problem| problem.what).collect()
    };
    assert_eq!(what(&part), [ProblemKind::NoSessionFile]);
    merge(&part, std::slice::from_ref(&sitting.bench.path)).unwrap();
    assert_eq!(what(&part), []);
}

#[test]
fn how_deep_is_looked_is_said() {
    let mut sitting = Sitting::ready();
    let place = tempfile::tempdir().unwrap();
    let sources = sources(&mut sitting, place.path());
    let whole = &sources.iter().find(|source| source.name == "whole folder").unwrap().path;
    let why = |deep: &str| -> (u64, Vec<&'static str>) {
        let stick = tempfile::tempdir().unwrap();
        copy_all(whole, &stick.path().join(deep));
        let merged = merge(&Bench::new().path, &[stick.path().to_path_buf()]).unwrap();
        (merged.new_entries(), merged.refused.iter().map(|refused| refused.why.key()).collect())
    };
    let (new, refused) = why("1/2/3/phien");
    assert!(new > 0 && refused.is_empty(), "{new} {refused:?}");
    assert_eq!(why("1/2/3/4/phien"), (0, vec!["not_looked", "nothing_there"]));
}

#[test]
fn a_program_that_has_the_session_open_learns_of_the_seal_that_was_merged() {
    let mut sitting = Sitting::ready();
    let copy = sitting.unsealed_copy();
    let mut follower = copy.bench.folder();
    follower.read().unwrap();
    sitting.seal_now();
    merge(&copy.bench.path, std::slice::from_ref(&sitting.bench.path)).unwrap();
    let crate::store::Change::More(entries) = follower.follow().unwrap() else { panic!("only the seal is new") };
    assert_eq!(entries.len(), 1);
    assert!(follower.is_sealed() && copy.verify().ok);
}
