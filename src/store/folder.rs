//! A session folder being read, whole or as it grows. What one file says stands in `log`, what they say together in
//! `union`; writing in `writer`.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::log::{Carrier, Chained, Kind};
pub use super::union::LogHead;
use super::union::Union;
use super::{charter, file, seal};
use crate::council::{Charter, Device, Entry, EntryId, LineFault, LogName, SeatId, SessionId};
use crate::trouble::{Doing, Failure, FaultKind, Place, Trouble};

/// The charter's file name.
pub(super) const CHARTER: &str = "charter.ron";
/// The folder of carriers.
pub(super) const LOGS: &str = "logs";
/// THE session file, there once the session is sealed.
pub(super) const SESSION: &str = "session.ron";

/// Something in the folder that people have to know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub what: ProblemKind,
    /// The log it is about, where one is known.
    pub log: Option<LogName>,
    /// The file, from the session folder on, and the line.
    pub place: Place,
}

/// The kinds of problem that files have; those that entries have come from the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A log was continued twice from one place: a cloned machine or a restored folder. Both parts count.
    Branch,
    /// A line cannot be taken; the others count.
    Damage(LineFault),
    /// A log of another session. Ignored.
    Foreign,
    /// A file that is no log. Ignored.
    Stray,
    /// A file named as a log whose first line is damaged or not all there: nothing in it can be checked.
    DamagedLog,
    /// A file that was not read, and why.
    Unread(FaultKind),
}

/// A session folder as it was read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The session's id.
    pub id: SessionId,
    /// The charter.
    pub charter: Arc<Charter>,
    /// Every entry once, by log and position: the same whatever files they came from. Of a sealed session those that
    /// the seal covers, and the seal; `verify` lists what came later.
    pub entries: Vec<Entry>,
    /// What people have to know of.
    pub problems: Vec<Problem>,
    /// Whether a session file is there.
    pub sealed: bool,
}

/// What another look at the folder found.
#[derive(Clone, Debug)]
pub enum Change {
    /// Nothing.
    Nothing,
    /// These entries are new (maybe none: then only problems or the seal changed).
    More(Vec<Entry>),
    /// Something changed that cannot be added: the charter, or an entry before one already given out. Read anew.
    Anew,
}

/// Length and time of change.
type Stamp = (u64, Option<SystemTime>);

fn stamp(path: &Path) -> Result<Stamp, Failure> {
    let about = fs::metadata(path).map_err(|error| Failure::new(Doing::Reading, path, error))?;
    Ok((about.len(), about.modified().ok()))
}

fn stamp_if_there(path: &Path) -> Result<Option<Stamp>, Failure> {
    if exists(path)? { stamp(path).map(Some) } else { Ok(None) }
}

/// A file as it was last seen.
#[derive(Debug)]
struct Seen {
    length: u64,
    modified: Option<SystemTime>,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Read(Carrier),
    Unread(FaultKind),
}

/// A session folder.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    id: SessionId,
    charter: Arc<Charter>,
    stamp: Stamp,
    seen: BTreeMap<String, Seen>,
    union: Union,
    /// The session file as it was last seen, where there is one.
    session_file: Option<Stamp>,
    /// The entries that may be the seal.
    seals: Vec<Entry>,
    /// What the seal covers, and the seal; nothing where no seal holds: then every entry is given out.
    covered: Option<HashSet<EntryId>>,
    was_read: bool,
}

impl Folder {
    /// Opens a folder: its charter is read and checked, nothing is written.
    pub fn open(path: &Path) -> Result<Folder, Trouble> {
        let file = path.join(CHARTER);
        let (charter, id) = charter::read_charter(&file)?;
        let stamp = stamp(&file)?;
        Ok(Folder {
            path: path.to_path_buf(),
            id,
            charter: Arc::new(charter),
            stamp,
            seen: BTreeMap::new(),
            union: Union::default(),
            session_file: None,
            seals: Vec::new(),
            covered: None,
            was_read: false,
        })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The session's id.
    pub fn id(&self) -> SessionId {
        self.id
    }

    /// The charter.
    pub fn charter(&self) -> &Arc<Charter> {
        &self.charter
    }

    /// Reads everything; gives out what counts: of a sealed session nothing that came after the seal.
    pub fn read(&mut self) -> Result<Reading, Trouble> {
        let mut reading = self.read_all()?;
        self.covered = self.find_covered()?;
        if let Some(covered) = &self.covered {
            reading.entries.retain(|entry| covered.contains(&entry.id));
        }
        Ok(reading)
    }

    /// Reads everything and gives it out, also what came after a seal.
    pub(super) fn read_all(&mut self) -> Result<Reading, Trouble> {
        let fresh = Folder::open(&self.path)?;
        *self = fresh;
        let (taken, _) = self.scan()?;
        let entries = self.union.add(taken).entries;
        self.keep_seals(&entries);
        self.was_read = true;
        if seal::is_pending(&self.path)? {
            // On a medium that cannot be written the session is sealed all the same: its entries say so.
            let _ = seal::finish(self, &entries);
            self.session_file = stamp_if_there(&self.path.join(SESSION))?;
        }
        let (id, charter, problems) = (self.id, Arc::clone(&self.charter), self.problems());
        Ok(Reading { id, charter, entries, problems, sealed: self.is_sealed() })
    }

    /// Looks again: files that did not change are not opened, of those that grew only the new part is read. After an
    /// error the next look gives every entry again (a session takes each but once). What comes after a seal is not
    /// given out.
    pub fn follow(&mut self) -> Result<Change, Trouble> {
        let session_file = self.session_file;
        // Also how a medium that was pulled out is noticed: no charter, no session, rather than "no logs".
        if stamp(&self.path.join(CHARTER))? != self.stamp {
            return Ok(Change::Anew);
        }
        let change = self.look_again(session_file);
        if change.is_err() {
            // Files read before the one that failed would otherwise count as given out: next time all is.
            self.seen.clear();
            self.union = Union::default();
            self.seals.clear();
            self.covered = None;
            self.was_read = false;
        }
        change
    }

    fn look_again(&mut self, session_file: Option<Stamp>) -> Result<Change, Trouble> {
        let (taken, changed) = self.scan()?;
        if !changed && session_file == self.session_file {
            return Ok(Change::Nothing);
        }
        let added = self.union.add(taken);
        self.keep_seals(&added.entries);
        let before = self.covered.take();
        self.covered = self.find_covered()?;
        Ok(match (before, &self.covered) {
            (Some(before), Some(covered)) if before == *covered => Change::More(Vec::new()),
            (None, Some(covered)) if !self.union.entries().all(|entry| covered.contains(&entry)) => Change::Anew,
            (Some(_), _) => Change::Anew,
            (None, _) if added.out_of_order => Change::Anew,
            (None, _) => Change::More(added.entries),
        })
    }

    fn keep_seals(&mut self, entries: &[Entry]) {
        self.seals.extend(entries.iter().filter(|entry| seal::is_seal(entry)).cloned());
        self.seals.sort_by(|a, b| (&a.log, a.position, a.id).cmp(&(&b.log, b.position, b.id)));
    }

    fn find_covered(&self) -> Result<Option<HashSet<EntryId>>, Trouble> {
        if self.is_sealed() { seal::covered(&self.path, &self.union, &self.seals) } else { Ok(None) }
    }

    /// Whether a session file is there.
    pub fn is_sealed(&self) -> bool {
        self.session_file.is_some()
    }

    /// Where every log, and every branch of one, ends.
    pub fn heads(&self) -> Vec<LogHead> {
        self.union.heads()
    }

    pub(super) fn union(&self) -> &Union {
        &self.union
    }

    /// Reads the folder if that was not done yet.
    pub(super) fn ensure_read(&mut self) -> Result<(), Trouble> {
        if self.was_read { Ok(()) } else { self.read().map(|_| ()) }
    }

    /// What people have to know of, by file.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (name, seen) in &self.seen {
            let place = |line: u64| Place { file: format!("{LOGS}/{name}"), line: to_line(line), column: 0 };
            match &seen.content {
                Content::Unread(what) => {
                    problems.push(Problem { what: ProblemKind::Unread(what.clone()), log: None, place: place(0) });
                }
                Content::Read(carrier) => {
                    let (what, log) = match carrier.kind() {
                        Kind::Foreign => (Some(ProblemKind::Foreign), None),
                        Kind::Stray if is_named_as_log(name) => (Some(ProblemKind::DamagedLog), None),
                        Kind::Stray => (Some(ProblemKind::Stray), None),
                        // Not even a first line, but something: what a power cut or a broken copy leaves behind.
                        Kind::Unbegun if carrier.torn() > 0 && is_named_as_log(name) => {
                            (Some(ProblemKind::DamagedLog), None)
                        }
                        Kind::Unbegun => (None, None),
                        Kind::Ours(log) => (None, Some(log.clone())),
                    };
                    problems.extend(what.map(|what| Problem { what, log: None, place: place(0) }));
                    problems.extend(carrier.bad().iter().map(|(line, fault)| Problem {
                        what: ProblemKind::Damage(*fault),
                        log: log.clone(),
                        place: place(*line),
                    }));
                }
            }
        }
        problems.extend(self.union.branched().into_iter().map(|log| Problem {
            what: ProblemKind::Branch,
            place: Place::file(format!("{LOGS}/{log}.log")),
            log: Some(log),
        }));
        problems
    }

    /// Looks at every file; gives the lines read now, undamaged files first, and whether anything changed.
    fn scan(&mut self) -> Result<(Vec<Chained>, bool), Trouble> {
        let files = list(&self.path.join(LOGS))?;
        let gone = self.seen.len();
        self.seen.retain(|name, _| files.contains_key(name));
        let mut changed = self.seen.len() != gone;
        let (mut whole, mut damaged) = (Vec::new(), Vec::new());
        for (name, (length, modified)) in files {
            let before = self.seen.remove(&name);
            let same = before.as_ref().is_some_and(|seen| seen.length == length && seen.modified == modified);
            let (seen, taken) = match before {
                Some(seen) if same => (seen, Vec::new()),
                before => {
                    changed = true;
                    match look(&self.path.join(LOGS).join(&name), self.id, before, length, modified)? {
                        Some(looked) => looked,
                        None => continue,
                    }
                }
            };
            let is_whole = matches!(&seen.content, Content::Read(carrier) if carrier.bad().is_empty());
            if is_whole { &mut whole } else { &mut damaged }.extend(taken);
            self.seen.insert(name, seen);
        }
        self.session_file = stamp_if_there(&self.path.join(SESSION))?;
        whole.append(&mut damaged);
        Ok((whole, changed))
    }
}

/// Reads what is new in a file, or all of it where it did more than grow. Nothing if it is gone meanwhile.
fn look(
    path: &Path,
    id: SessionId,
    before: Option<Seen>,
    length: u64,
    modified: Option<SystemTime>,
) -> Result<Option<(Seen, Vec<Chained>)>, Trouble> {
    if let Some(Seen { length: known, content: Content::Read(mut carrier), .. }) = before
        && known < length
        && let Ok(Some(bytes)) = file::read_from(path, carrier.read())
    {
        let damage = carrier.damaged();
        let taken = carrier.feed(&bytes);
        // New damage may mean that the file was replaced by another one: only reading it all can tell.
        if carrier.damaged() == damage && *carrier.kind() != Kind::Stray {
            let length = carrier.read() + carrier.torn();
            return Ok(Some((Seen { length, modified, content: Content::Read(carrier) }, taken)));
        }
    }
    match file::read(path) {
        Ok(None) => Ok(None),
        Ok(Some(bytes)) => {
            let mut carrier = Carrier::new(id);
            let taken = carrier.feed(&bytes);
            let length = bytes.len() as u64;
            Ok(Some((Seen { length, modified, content: Content::Read(carrier) }, taken)))
        }
        Err(Trouble::Faults(faults)) => {
            let what = faults.into_iter().next().map_or(FaultKind::NotText, |fault| fault.what);
            Ok(Some((Seen { length, modified, content: Content::Unread(what) }, Vec::new())))
        }
        Err(trouble) => Err(trouble),
    }
}

/// Regular files that may be carriers, with length and time of change. Links are not followed; hidden files are ours
/// (locks, temporaries) or a synchroniser's. No folder: no files.
pub(super) fn list(path: &Path) -> Result<BTreeMap<String, Stamp>, Failure> {
    let fail = |source| Failure::new(Doing::Reading, path, source);
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(fail(error)),
    };
    let mut files = BTreeMap::new();
    for entry in entries {
        let entry = entry.map_err(fail)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        match entry.metadata() {
            Ok(about) if about.is_file() && !name.starts_with('.') && Some(&*name) == entry.file_name().to_str() => {
                files.insert(name, (about.len(), about.modified().ok()));
            }
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::new(Doing::Reading, entry.path(), error)),
        }
    }
    Ok(files)
}

/// Whether a file is named as the logs are: `<author>-<device>.log`, also with something before the ending.
fn is_named_as_log(name: &str) -> bool {
    name.strip_suffix(".log").is_some_and(|stem| {
        let stem = stem.split('.').next().unwrap_or_default();
        stem.split_once('-').is_some_and(|(author, device)| {
            (author == "desk" || SeatId::new(author).is_some()) && Device::new(device).is_some()
        })
    })
}

pub(super) fn exists(path: &Path) -> Result<bool, Failure> {
    path.try_exists().map_err(|e| Failure::new(Doing::Reading, path, e))
}

fn to_line(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
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
        assert_eq!(ids(&folder.read().unwrap().entries), all);
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
}
