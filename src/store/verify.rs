//! Checking a session folder: everything is computed again from charter and logs, nothing that is stored is trusted.
//!
//! Of a sealed session every byte counts: the charter by its hash (the session's id), the logs by their chains up to
//! the sealed heads, the session file by the `Seal` that names its hash, and that line by its own place in the
//! desk's chain, right after a sealed head (or first in a log begun for it).

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::folder::{CHARTER, Folder, LOGS, ProblemKind, Reading, SESSION};
use super::seal::{self, fold, seal_entry};
use super::session_file::{LogEntry, SessionFile, desk_act};
use super::{LogHead, charter, file};
use crate::council::{Entry, EntryId, Hash, LineFault, LogName};
use crate::session::Refusal;
use crate::trouble::{Fault, FaultKind, Trouble};

/// What to compare the seal with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// The seal on the signed paper.
    Seal(Hash),
    /// Another copy of the session folder.
    Folder(PathBuf),
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// Whether a session file is there.
    pub sealed: bool,
    /// What the check shows if nothing is wrong.
    pub proves: Proves,
    /// SHA-256 of the session file.
    pub seal: Option<Hash>,
    /// What is wrong.
    pub problems: Vec<Broken>,
    /// Files among the logs that are none of this session's: they take no part in anything, so nothing is wrong.
    pub ignored: Vec<Ignored>,
    /// Entries that arrived after the seal; they change nothing.
    pub after_seal: Vec<AfterSeal>,
    /// Seals on the record of another session file than the one here: two copies were sealed apart.
    pub other_seals: Vec<Hash>,
    /// Matters that stand in two ways in a session that is not sealed. No file is wrong for it: people settle it.
    pub contested: usize,
}

/// What a check shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proves {
    /// The files agree with each other.
    Consistency,
    /// They are the ones the given seal was taken of.
    Identity,
}

/// Something wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The file, from the session folder on.
    pub file: String,
    /// Line of a log, from 1; or entries, for a log's end.
    pub record: Option<u64>,
    /// What.
    pub what: BrokenKind,
}

/// Kinds of what can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrokenKind {
    /// A file that cannot be read, and why.
    Unread(FaultKind),
    /// A damaged line.
    Line(LineFault),
    /// A file named as a log whose first line is damaged: nothing in it can be checked.
    DamagedLog,
    /// A log that ends before its sealed end, or goes another way.
    SealedPartMissing(LogName),
    /// No intact `Seal` right after a sealed head names this file.
    NoSeal,
    /// The session was sealed, but its file is not here.
    NoSessionFile,
    /// A field that differs from what the logs give.
    Field(String),
    /// What was sealed was not ready to be.
    NotReady(Refusal),
    /// The seal is another one than the given.
    OtherSeal(Hash),
}

/// A file among the logs that takes no part, or a line that does not matter any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The file, from the session folder on.
    pub file: String,
    /// What it is.
    pub what: IgnoredKind,
}

/// Why it takes no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IgnoredKind {
    /// A log of another session.
    Foreign,
    /// No log.
    Stray,
    /// It has a damaged line, of which a sound copy is here.
    MadeGood,
}

/// An entry beyond the sealed heads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AfterSeal {
    /// Its log.
    pub log: LogName,
    /// Its place there.
    pub position: u64,
    /// The entry.
    pub entry: EntryId,
}

/// Checks a session folder. Errors only where the machine says no; whatever is wrong with the files is in the answer.
pub fn verify(path: &Path, against: Option<&Against>) -> Result<Verification, Trouble> {
    let mut check = Check::default();
    // Opened first: a session file that still lies aside gets its name by that.
    let opened = Folder::open(path).and_then(|mut folder| Ok((folder.read_all()?, folder)));
    let stored = read_or_note(&path.join(SESSION), SESSION, &mut check)?;
    let seal = stored.as_deref().map(Hash::of);
    match opened {
        Ok((reading, folder)) => check.folder(&folder, &reading, stored.as_deref()),
        Err(Trouble::Faults(faults)) => {
            for fault in faults {
                check.note(CHARTER, None, BrokenKind::Unread(fault.what));
            }
        }
        Err(trouble) => return Err(trouble),
    }
    let mut proves = Proves::Consistency;
    if let Some(against) = against {
        proves = Proves::Identity;
        let given = match against {
            Against::Seal(given) => *given,
            Against::Folder(other) => Hash::of(&file::read_own_document(&other.join(SESSION))?),
        };
        if seal != Some(given) {
            check.note(SESSION, None, BrokenKind::OtherSeal(given));
        }
    }
    Ok(Verification { proves, seal, sealed: seal.is_some(), ..check.found() })
}

/// Checks a session file, wherever it lies, against a session's logs.
pub(super) fn session_file(folder: &Folder, reading: &Reading, bytes: &[u8]) -> Verification {
    let mut check = Check::default();
    check.file(folder, reading, bytes);
    Verification { seal: Some(Hash::of(bytes)), sealed: true, ..check.found() }
}

fn read_or_note(path: &Path, name: &str, check: &mut Check) -> Result<Option<Vec<u8>>, Trouble> {
    match file::read_own(path) {
        Err(Trouble::Faults(faults)) => {
            for fault in faults {
                check.note(name, None, BrokenKind::Unread(fault.what));
            }
            Ok(None)
        }
        other => other,
    }
}

#[derive(Default)]
struct Check {
    problems: Vec<Broken>,
    ignored: Vec<Ignored>,
    after_seal: Vec<AfterSeal>,
    other_seals: Vec<Hash>,
    contested: usize,
}

impl Check {
    /// What was found of a session that is not known to be sealed.
    fn found(self) -> Verification {
        let Check { problems, ignored, mut after_seal, mut other_seals, contested } = self;
        after_seal.sort();
        other_seals.sort();
        other_seals.dedup();
        Verification {
            ok: problems.is_empty(),
            sealed: false,
            proves: Proves::Consistency,
            seal: None,
            problems,
            ignored,
            after_seal,
            other_seals,
            contested,
        }
    }

    fn note(&mut self, file: impl Into<String>, record: Option<u64>, what: BrokenKind) {
        self.problems.push(Broken { file: file.into(), record, what });
    }

    fn folder(&mut self, folder: &Folder, reading: &Reading, stored: Option<&[u8]>) {
        for problem in &reading.problems {
            let what = match &problem.what {
                ProblemKind::Damage(fault) => BrokenKind::Line(*fault),
                ProblemKind::Unread(what) => BrokenKind::Unread(what.clone()),
                ProblemKind::DamagedLog => BrokenKind::DamagedLog,
                ProblemKind::Foreign => {
                    self.ignored.push(Ignored { file: problem.place.file.clone(), what: IgnoredKind::Foreign });
                    continue;
                }
                ProblemKind::Stray => {
                    self.ignored.push(Ignored { file: problem.place.file.clone(), what: IgnoredKind::Stray });
                    continue;
                }
                ProblemKind::MadeGood => {
                    self.ignored.push(Ignored { file: problem.place.to_string(), what: IgnoredKind::MadeGood });
                    continue;
                }
                // The first goes on in two ways and both count; the others are told of the seal below.
                ProblemKind::Branch | ProblemKind::OtherSeal(_) | ProblemKind::NoSessionFile => continue,
            };
            self.note(&problem.place.file, u64::try_from(problem.place.line).ok().filter(|line| *line > 0), what);
        }
        if let Some(bytes) = stored {
            self.file(folder, reading, bytes);
            return;
        }
        let session = fold(folder, reading.entries.iter().cloned());
        match session.sealed() {
            Some(_) => self.note(SESSION, None, BrokenKind::NoSessionFile),
            None => self.contested = session.standing_two_ways(),
        }
    }

    fn file(&mut self, folder: &Folder, reading: &Reading, bytes: &[u8]) {
        match charter::parse::<SessionFile>(bytes, SESSION, SessionFile::FORMAT) {
            Ok(stored) => self.sealed(folder, reading, &stored, Hash::of(bytes)),
            Err(Fault { what, .. }) => self.note(SESSION, None, BrokenKind::Unread(what)),
        }
    }

    fn sealed(&mut self, folder: &Folder, reading: &Reading, stored: &SessionFile, seal: Hash) {
        // Then nothing below chains any more; what has to be named is the file that changed.
        if stored.session != folder.id() {
            self.note(CHARTER, None, BrokenKind::Field("session".into()));
        }
        let union = folder.union();
        let mut below: HashSet<EntryId> = HashSet::new();
        let (mut heads, mut cut) = (Vec::new(), BTreeMap::new());
        for LogEntry { log, entries, head } in &stored.logs {
            let path = union.down_from(*head);
            let place = union.place(*head);
            if place.is_none_or(|(found, position)| found != log || position != *entries) {
                let missing = BrokenKind::SealedPartMissing(log.clone());
                self.note(format!("{LOGS}/{log}.log"), Some(*entries), missing);
                cut.insert(log, *entries);
            }
            below.extend(path.into_iter().map(EntryId::from));
            heads.push(LogHead { log: log.clone(), entries: *entries, head: *head });
        }
        let sealed = reading.entries.iter().filter(|entry| below.contains(&entry.id)).cloned();
        let mut session = fold(folder, sealed);
        if let Err(refusal) = session.ready_to_seal() {
            self.note(SESSION, None, BrokenKind::NotReady(refusal));
        }
        // Heads in another order, or one named twice, would be another file: they are compared as the store lists them.
        heads.sort();
        heads.dedup();
        for field in stored.differing(&SessionFile::of(&session, heads, "")) {
            self.note(SESSION, None, BrokenKind::Field(field));
        }
        let sealing = seal_entry(folder.union(), &reading.entries, &stored.logs, seal).map(|entry| {
            session.apply(entry.clone());
            entry.id
        });
        if sealing.is_none_or(|id| desk_act(&session, id).is_none()) {
            self.note(SESSION, None, BrokenKind::NoSeal);
        }
        // Where a sealed end is missing nobody knows what rests below it: only what stands beyond it came after.
        let sealed = |entry: &Entry| cut.get(&entry.log).is_some_and(|entries| entry.position <= *entries);
        let after = reading
            .entries
            .iter()
            .filter(|entry| !below.contains(&entry.id) && Some(entry.id) != sealing && !sealed(entry));
        let other = reading.entries.iter().filter_map(seal::sealed_file).filter(|other| *other != seal);
        self.other_seals.extend(other);
        self.after_seal.extend(after.map(|entry| AfterSeal {
            log: entry.log.clone(),
            position: entry.position,
            entry: entry.id,
        }));
    }
}

#[cfg(test)]
mod tests;
