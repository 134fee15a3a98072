//! A session folder being read, whole or as it grows. What one file says stands in `log`, what they say together in
//! `union`; writing in `writer`.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::files::{Stamp, is_named_as_log, list, stamp, stamp_if_there};
use super::log::{Carrier, Chained, Kind};
pub use super::union::LogHead;
use super::union::Union;
use super::{charter, file, seal};
use crate::council::{Charter, Entry, EntryId, Hash, LineFault, LogName, SessionId};
use crate::trouble::{FaultKind, Place, Trouble};

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
    /// A line of a file cannot be taken, but the log is whole: other files hold what stood there.
    MadeGood,
    /// A log of another session. Ignored.
    Foreign,
    /// A file that is no log. Ignored.
    Stray,
    /// A file named as a log whose first line is damaged or not all there: nothing in it can be checked.
    DamagedLog,
    /// A file that was not read, and why.
    Unread(FaultKind),
    /// A seal of another session file than the one here: two copies were sealed apart.
    OtherSeal(Hash),
    /// The session was sealed, but its session file is not here.
    NoSessionFile,
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
        reading.problems = self.problems();
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

    /// Whether a seal holds that names the session file here.
    pub(super) fn holds_seal(&self) -> bool {
        self.covered.is_some()
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
                    let whole =
                        log.as_ref().filter(|_| !carrier.bad().is_empty()).and_then(|log| self.union.whole_to(log));
                    problems.extend(carrier.bad().iter().map(|(line, fault)| {
                        // The beginning stands in the first line, at place 0.
                        let made_good = whole.is_some_and(|last| line.saturating_sub(1) <= last);
                        let what = if made_good { ProblemKind::MadeGood } else { ProblemKind::Damage(*fault) };
                        Problem { what, log: log.clone(), place: place(*line) }
                    }));
                }
            }
        }
        problems.extend(self.union.branched().into_iter().map(|log| Problem {
            what: ProblemKind::Branch,
            place: Place::file(format!("{LOGS}/{log}.log")),
            log: Some(log),
        }));
        problems.extend(self.seal_problems());
        problems
    }

    /// Seals that do not go with the session file here.
    fn seal_problems(&self) -> Vec<Problem> {
        if !self.is_sealed() && !self.seals.is_empty() && matches!(seal::is_pending(&self.path), Ok(false)) {
            return vec![Problem { what: ProblemKind::NoSessionFile, log: None, place: Place::file(SESSION) }];
        }
        let Some(covered) = &self.covered else { return Vec::new() };
        let (ours, others): (Vec<_>, Vec<_>) = self.seals.iter().partition(|seal| covered.contains(&seal.id));
        let ours: Vec<Hash> = ours.into_iter().filter_map(seal::sealed_file).collect();
        let other = |entry: &Entry| {
            let file = seal::sealed_file(entry).filter(|file| !ours.contains(file))?;
            let line = to_line(entry.position.saturating_add(1));
            let place = Place { file: format!("{LOGS}/{}.log", entry.log), line, column: 0 };
            Some(Problem { what: ProblemKind::OtherSeal(file), log: Some(entry.log.clone()), place })
        };
        others.into_iter().filter_map(other).collect()
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

fn to_line(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
