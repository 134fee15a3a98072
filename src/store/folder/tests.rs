//! A folder as it is read, grows, is damaged and made good.

use std::fs;

use super::*;
use crate::council::Pen;
use crate::store::fixture::{Bench, mark};

fn with_log(lines: u64) -> (Bench, Pen, PathBuf) {
    let bench = Bench::new();
    let (mut pen, mut writer) = bench.writer("m1");
    let written: Vec<String> = (1..=lines).map(|t| mark(&mut pen, t)).collect();
    writer.append(&written).unwrap();
    let path = writer.path().to_path_buf();
    (bench, pen, path)
}

fn append(path: &Path, text: &str) {
    use std::io::Write;
    fs::OpenOptions::new().append(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
}

fn ids(entries: &[Entry]) -> Vec<String> {
    entries.iter().map(|entry| entry.id.to_string()).collect()
}

#[test]
fn renamed_stale_and_duplicated_carriers_change_nothing() {
    let (bench, _, path) = with_log(3);
    let before = bench.folder().read().unwrap();
    let bytes = fs::read(&path).unwrap();
    let half = bytes.len() - 40;
    let logs = bench.path.join(LOGS);
    fs::write(logs.join("a (1).log"), &bytes).unwrap();
    fs::write(logs.join("x.sync-conflict-20261128-070000-ABC.log"), &bytes[..half]).unwrap();
    fs::rename(&path, logs.join("zzz")).unwrap();
    let after = bench.folder().read().unwrap();
    assert_eq!((after.entries, after.problems), (before.entries, Vec::new()));
}

#[test]
fn two_files_that_share_a_prefix_are_a_branch_and_both_count() {
    let (bench, pen, path) = with_log(2);
    let bytes = fs::read_to_string(&path).unwrap();
    let (mut one, mut other) = (pen.clone(), pen);
    append(&path, &mark(&mut one, 8));
    fs::write(bench.path.join("logs/copy.log"), bytes + &mark(&mut other, 9)).unwrap();
    let reading = bench.folder().read().unwrap();
    assert_eq!(reading.entries.len(), 4);
    assert_eq!(reading.problems.iter().map(|p| &p.what).collect::<Vec<_>>(), [&ProblemKind::Branch]);
}

#[test]
fn damage_is_named_and_another_copy_makes_it_good() {
    let (bench, _, path) = with_log(3);
    let whole = fs::read_to_string(&path).unwrap();
    let all = ids(&bench.folder().read().unwrap().entries);
    fs::write(&path, whole.replacen("lần 2", "lần 7", 1)).unwrap();
    let mut folder = bench.folder();
    let reading = folder.read().unwrap();
    assert_eq!(ids(&reading.entries), [all[0].clone(), all[2].clone()]);
    assert_eq!(reading.problems[0].what, ProblemKind::Damage(LineFault::Chain));
    assert_eq!(reading.problems[0].place.line, 3);
    fs::write(bench.path.join("logs/usb.log"), whole).unwrap();
    assert!(matches!(folder.follow().unwrap(), Change::Anew), "the entry found stands before one given out");
    let reading = folder.read().unwrap();
    assert_eq!(ids(&reading.entries), all);
    // The file still has its bad line, and nothing is missing.
    let problems: Vec<_> = reading.problems.iter().map(|problem| (&problem.what, problem.place.line)).collect();
    assert_eq!(problems, [(&ProblemKind::MadeGood, 3)]);
}

#[test]
fn a_damaged_last_line_is_made_good_only_by_a_file_that_reaches_it() {
    let (bench, _, path) = with_log(3);
    let whole = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    fs::write(&path, whole.replacen("lần 3", "lần 7", 1)).unwrap();
    let what = |bench: &Bench| bench.folder().read().unwrap().problems.into_iter().map(|p| p.what).collect::<Vec<_>>();
    fs::write(bench.path.join("logs/usb.log"), lines[..3].join("\n") + "\n").unwrap();
    assert_eq!(what(&bench), [ProblemKind::Damage(LineFault::Chain)]);
    fs::write(bench.path.join("logs/usb.log"), whole).unwrap();
    assert_eq!(what(&bench), [ProblemKind::MadeGood]);
}

#[test]
fn following_gives_what_is_new_and_nothing_twice() {
    let (bench, mut pen, path) = with_log(2);
    let mut folder = bench.folder();
    folder.read().unwrap();
    assert!(matches!(folder.follow().unwrap(), Change::Nothing));
    let (third, fourth) = (mark(&mut pen, 3), mark(&mut pen, 4));
    let (head, tail) = fourth.split_at(30);
    append(&path, &(third + head));
    let Change::More(entries) = folder.follow().unwrap() else { panic!("nothing new") };
    assert_eq!(entries.iter().map(|entry| entry.t).collect::<Vec<_>>(), [3]);
    append(&path, tail);
    let Change::More(entries) = folder.follow().unwrap() else { panic!("nothing new") };
    assert_eq!(entries.iter().map(|entry| entry.t).collect::<Vec<_>>(), [4]);
    fs::copy(&path, bench.path.join("logs/copy.log")).unwrap();
    let Change::More(entries) = folder.follow().unwrap() else { panic!("a new file is a change") };
    assert!(entries.is_empty());
}

#[test]
fn a_file_replaced_by_one_of_equal_length_is_seen_by_its_time() {
    let (bench, _, path) = with_log(3);
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, whole.replacen("lần 3", "lần 7", 1)).unwrap();
    let mut folder = bench.folder();
    assert_eq!(folder.read().unwrap().entries.len(), 2);
    fs::write(&path, whole).unwrap();
    let later = SystemTime::now() + std::time::Duration::from_secs(5);
    fs::File::options().write(true).open(&path).unwrap().set_modified(later).unwrap();
    let Change::More(entries) = folder.follow().unwrap() else { panic!("not seen") };
    assert_eq!((entries.len(), folder.problems().len()), (1, 0));
}

#[test]
fn a_file_replaced_by_a_longer_one_is_read_anew() {
    let (bench, mut pen, path) = with_log(2);
    let logs = bench.path.join(LOGS);
    let target = logs.join("a.log");
    fs::write(&target, "no log at all\n").unwrap();
    let mut folder = bench.folder();
    assert_eq!(folder.read().unwrap().problems[0].what, ProblemKind::Stray);
    let longer = fs::read_to_string(&path).unwrap() + &mark(&mut pen, 3);
    fs::write(&target, longer).unwrap();
    let Change::More(entries) = folder.follow().unwrap() else { panic!("nothing new") };
    assert_eq!((entries.len(), folder.problems().len()), (1, 0));
}

#[test]
fn a_folder_that_cannot_be_read_for_a_while_loses_nothing() {
    let (bench, mut pen, path) = with_log(2);
    let mut folder = bench.folder();
    folder.read().unwrap();
    append(&path, &mark(&mut pen, 3));
    let (logs, aside) = (bench.path.join(LOGS), bench.path.join("aside"));
    fs::rename(&logs, &aside).unwrap();
    fs::write(&logs, "").unwrap();
    assert!(folder.follow().is_err());
    fs::remove_file(&logs).unwrap();
    fs::rename(&aside, &logs).unwrap();
    let Change::More(entries) = folder.follow().unwrap() else { panic!("nothing") };
    assert_eq!(entries.len(), 3);
}

#[test]
fn a_charter_that_was_touched_or_is_gone_is_noticed() {
    let (bench, _, _) = with_log(1);
    let mut folder = bench.folder();
    folder.read().unwrap();
    let charter = bench.path.join(CHARTER);
    let text = fs::read_to_string(&charter).unwrap();
    fs::write(&charter, text.replace("Phiên 28/11", "Phiên 29/11, sửa tay")).unwrap();
    assert!(matches!(folder.follow().unwrap(), Change::Anew));
    let reading = folder.read().unwrap();
    assert_eq!((reading.entries.len(), &reading.problems[0].what), (0, &ProblemKind::Foreign));
    fs::remove_file(charter).unwrap();
    assert!(folder.follow().is_err());
}

#[test]
fn a_log_without_a_whole_first_line_is_damaged_unless_it_is_empty() {
    let (bench, _, path) = with_log(2);
    let whole = fs::read(&path).unwrap();
    let what = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        let reading = bench.folder().read().unwrap();
        reading.problems.into_iter().map(|problem| problem.what).collect::<Vec<_>>()
    };
    assert_eq!(what(&[0; 700]), [ProblemKind::DamagedLog]);
    assert_eq!(what(&whole[..40]), [ProblemKind::DamagedLog]);
    assert_eq!(what(b""), []);
    assert_eq!(what(&whole), []);
    fs::write(&path, [0; 700]).unwrap();
    let found = crate::store::verify(&bench.path, None).unwrap();
    assert!(!found.ok && found.problems.len() == 1);
    let mut folder = bench.folder();
    folder.read().unwrap();
    let (mut pen, mut writer) = bench.writer("m1");
    assert_ne!(writer.path(), path, "what cannot be checked is left as it is");
    writer.append(&[mark(&mut pen, 9)]).unwrap();
    assert_eq!(fs::read(&path).unwrap(), [0; 700]);
    fs::write(&path, whole).unwrap();
    let Change::More(entries) = folder.follow().unwrap() else { panic!("a first line came") };
    assert_eq!((entries.len(), folder.problems().len()), (3, 0));
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_not_carriers() {
    let (bench, _, path) = with_log(1);
    let outside = bench.place.path().join("outside.log");
    fs::rename(&path, &outside).unwrap();
    std::os::unix::fs::symlink(&outside, &path).unwrap();
    assert!(bench.folder().read().unwrap().entries.is_empty());
}
