//! Copies kept on this machine, and that putting one back never makes two writers of one log.

use super::*;
use crate::store::fixture::{Bench, author, ids, mark, write};
use crate::store::{Folder, ProblemKind, merge as merge_in};

const NOW: &str = "2026-11-28T14:05:00+07:00";

fn keep_now(bench: &Bench) -> Option<PathBuf> {
    keep(&bench.path, &bench.places, NOW).unwrap()
}

fn copy_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (path, into) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy_files(&path, &into) } else { _ = fs::copy(&path, &into).unwrap() }
    }
}

/// The log an author writes to next, and the marks written to it.
fn go_on(bench: &Bench, session: &Path, places: &Places, marks: u64) -> String {
    let mut folder = Folder::open(session).unwrap();
    let (mut pen, mut writer) = folder.writer(&author("m1"), places, &mut |bytes| bench.random(bytes)).unwrap();
    let lines: Vec<String> = (0..marks).map(|t| mark(&mut pen, 100 + t)).collect();
    writer.append(&lines).unwrap();
    pen.log().to_string()
}

#[test]
fn a_copy_is_kept_when_something_changed_and_only_then() {
    let bench = Bench::new();
    write(&bench, &bench.path, "m1", 2);
    let first = keep_now(&bench).unwrap();
    assert!(first.ends_with(first.file_name().unwrap()) && ids(&first) == ids(&bench.path));
    assert_eq!(keep_now(&bench), None, "nothing changed");
    write(&bench, &bench.path, "m1", 1);
    assert!(keep_now(&bench).is_some());
    let kept = kept(&bench.places).unwrap();
    let said: Vec<(u32, u64, &str)> = kept.iter().map(|kept| (kept.no, kept.entries, kept.at.as_str())).collect();
    assert_eq!(said, [(2, 3, "2026-11-28T14:05"), (1, 2, "2026-11-28T14:05")]);
    assert_eq!(kept[0].title, "Phiên 28/11");
}

#[test]
fn only_the_last_few_are_kept_and_nothing_of_a_killed_copy_stays() {
    let bench = Bench::new();
    for _ in 0..8 {
        write(&bench, &bench.path, "m1", 1);
        keep_now(&bench).unwrap();
    }
    let all = kept(&bench.places).unwrap();
    assert_eq!(all.iter().map(|kept| kept.no).collect::<Vec<_>>(), [8, 7, 6, 5, 4]);
    let own = all[0].path.parent().unwrap();
    fs::create_dir_all(own.join(".0009-20261128-1405-00000000.new/logs")).unwrap();
    fs::create_dir_all(own.join("not ours")).unwrap();
    write(&bench, &bench.path, "m1", 1);
    keep_now(&bench).unwrap();
    let names: Vec<String> =
        fs::read_dir(own).unwrap().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert!(!names.iter().any(|name| name.starts_with('.')) && names.contains(&"not ours".to_owned()), "{names:?}");
}

#[test]
fn a_folder_set_back_or_cut_short_never_pushes_out_a_fuller_copy() {
    let bench = Bench::new();
    let log = write(&bench, &bench.path, "m1", 2);
    let old = fs::read(&log).unwrap();
    write(&bench, &bench.path, "m1", 3);
    let full = keep_now(&bench).unwrap();
    fs::write(&log, &old).unwrap();
    assert_eq!(keep_now(&bench), None, "it has nothing that the copy lacks");
    for _ in 0..7 {
        write(&bench, &bench.path, "m2", 1);
        keep_now(&bench).unwrap();
    }
    let kept = kept(&bench.places).unwrap();
    assert_eq!(kept.len(), KEPT);
    assert!(kept.iter().any(|kept| kept.path == full), "the only copy with all of m1 stays: {kept:?}");
}

#[test]
fn a_kept_copy_is_not_copied_itself_and_two_programs_keep_one() {
    let bench = Bench::new();
    write(&bench, &bench.path, "m1", 1);
    let own = folder_of(&bench.places, bench.folder().id());
    file::make_folder(&own).unwrap();
    let held = writer::lock(&own.join("lock")).unwrap().unwrap();
    assert_eq!(keep_now(&bench), None, "another program is at it");
    drop(held);
    let copy = keep_now(&bench).unwrap();
    assert_eq!(keep(&copy, &bench.places, NOW).unwrap(), None);
}

#[test]
fn an_older_copy_put_over_the_live_folder_takes_nothing_away_and_the_log_goes_on() {
    let bench = Bench::new();
    let log = go_on(&bench, &bench.path, &bench.places, 2);
    let copy = keep_now(&bench).unwrap();
    go_on(&bench, &bench.path, &bench.places, 3);
    let before = ids(&bench.path);
    let restored = restore(&copy, &bench.path).unwrap();
    assert_eq!(restored.how, crate::council::CopyHow::Updated { new: 0, ahead: 3 });
    assert_eq!(ids(&bench.path), before);
    assert_eq!(go_on(&bench, &bench.path, &bench.places, 1), log, "nothing is in doubt");
}

#[test]
fn files_of_an_older_copy_laid_over_the_live_folder_begin_a_new_log_and_merging_brings_all_back() {
    let bench = Bench::new();
    let log = go_on(&bench, &bench.path, &bench.places, 2);
    let old = keep_now(&bench).unwrap();
    go_on(&bench, &bench.path, &bench.places, 3);
    let full = keep_now(&bench).unwrap();
    // As a file manager does it, asking nobody.
    copy_files(&old, &bench.path);
    assert_eq!(ids(&bench.path).len(), 2);
    let fresh = go_on(&bench, &bench.path, &bench.places, 4);
    assert_ne!(fresh, log, "shorter than this machine remembers: no second writer of one log");
    merge_in(&bench.path, &[full]).unwrap();
    assert_eq!(ids(&bench.path).len(), 2 + 3 + 4, "and no branch");
}

#[test]
fn a_copy_put_back_elsewhere_and_both_written_on_merge_without_loss() {
    let bench = Bench::new();
    let log = go_on(&bench, &bench.path, &bench.places, 2);
    let copy = keep_now(&bench).unwrap();
    let elsewhere = bench.place.path().join("lay-lai");
    restore(&copy, &elsewhere).unwrap();
    // The same machine: one of the two goes on with the log, the other is then in doubt.
    assert_eq!(go_on(&bench, &elsewhere, &bench.places, 3), log);
    assert_ne!(go_on(&bench, &bench.path, &bench.places, 4), log);
    for (into, from) in [(&bench.path, &elsewhere), (&elsewhere, &bench.path)] {
        merge_in(into, std::slice::from_ref(from)).unwrap();
        assert_eq!(ids(into).len(), 2 + 3 + 4);
    }
    assert_eq!(ids(&bench.path), ids(&elsewhere));
}

#[test]
fn a_copy_put_back_on_a_machine_that_remembers_nothing_begins_a_new_log() {
    let bench = Bench::new();
    let log = go_on(&bench, &bench.path, &bench.places, 2);
    let copy = keep_now(&bench).unwrap();
    let other = Places::find(None, Some(&bench.place.path().join("other"))).unwrap();
    let there = other.sessions.join("phien");
    restore(&copy, &there).unwrap();
    assert_ne!(go_on(&bench, &there, &other, 1), log);
}

#[test]
fn two_clones_of_one_machine_that_both_went_on_show_as_a_branch_and_lose_nothing() {
    let bench = Bench::new();
    let log = go_on(&bench, &bench.path, &bench.places, 2);
    let copy = keep_now(&bench).unwrap();
    // The whole disk was cloned: folder, memory and all.
    let clone = Places::find(None, Some(&bench.place.path().join("clone"))).unwrap();
    copy_files(&bench.places.local, &clone.local);
    let there = bench.place.path().join("there");
    restore(&copy, &there).unwrap();
    let write = |session: &Path, places: &Places, from: u64| {
        let mut folder = Folder::open(session).unwrap();
        let (mut pen, mut writer) = folder.writer(&author("m1"), places, &mut |bytes| bench.random(bytes)).unwrap();
        writer.append(&[mark(&mut pen, from), mark(&mut pen, from + 1)]).unwrap();
        pen.log().to_string()
    };
    assert_eq!(write(&bench.path, &bench.places, 300), log);
    assert_eq!(write(&there, &clone, 400), log, "the clone cannot know");
    merge_in(&bench.path, &[there]).unwrap();
    let reading = bench.folder().read().unwrap();
    assert_eq!(reading.entries.len(), 2 + 2 + 2);
    assert_eq!(reading.problems.iter().map(|p| p.what.clone()).collect::<Vec<_>>(), [ProblemKind::Branch]);
    assert_ne!(write(&bench.path, &bench.places, 500), log, "from now on each has its own");
}

#[test]
fn a_copy_never_lands_in_another_session() {
    let bench = Bench::new();
    write(&bench, &bench.path, "m1", 1);
    let copy = keep_now(&bench).unwrap();
    let mut charter = crate::store::fixture::charter();
    charter.nonce = "e".repeat(32);
    let other = bench.place.path().join("khac");
    crate::store::create(&other, &charter).unwrap();
    assert!(restore(&copy, &other).is_err());
    assert!(ids(&other).is_empty());
}

#[test]
fn a_disk_that_refuses_the_copy_is_an_error_and_harms_nothing() {
    let bench = Bench::new();
    write(&bench, &bench.path, "m1", 1);
    file::make_folder(&bench.places.local).unwrap();
    fs::write(bench.places.local.join("backups"), "in the way").unwrap();
    assert!(keep(&bench.path, &bench.places, NOW).is_err());
    assert_eq!(ids(&bench.path).len(), 1);
}
