//! Sealing a session: the session file first, then the act that names it, then the name.
//!
//! 1. [`prepare_seal`] reads the folder anew, writes and syncs `session.ron.new` and gives its SHA-256;
//! 2. the caller admits `DeskAct::Seal` with that and appends it to the desk's log;
//! 3. [`finish_seal`] renames and syncs the folder. A program that dies between 2 and 3 has sealed: the next one to
//!    read the folder does the renaming.
//!
//! A session file is never written anew, overwritten or merged.

use std::collections::HashSet;
use std::path::Path;

use super::folder::{Folder, Problem, ProblemKind, SESSION};
use super::session_file::{LogEntry, SessionFile, desk_act};
use super::union::Union;
use super::{charter, file};
use crate::council::{Act, Author, Content, DeskAct, Entry, EntryId, Hash};
use crate::session::{Refusal, Session};
use crate::trouble::{Doing, Failure, Trouble};

/// The session file before the act that names it is on record.
const PENDING: &str = "session.ron.new";

/// Why a session was not sealed.
#[derive(Debug)]
pub enum NotSealed {
    /// A rule of the council says no.
    Refused(Refusal),
    /// Files are damaged: a seal over what cannot be checked would never verify.
    Damaged(Vec<Problem>),
    /// A file or the machine stands in the way.
    Trouble(Trouble),
}

impl<T: Into<Trouble>> From<T> for NotSealed {
    fn from(trouble: T) -> Self {
        NotSealed::Trouble(trouble.into())
    }
}

/// Writes the session file aside and gives the seal: the SHA-256 of its bytes. The folder is read anew, so that what
/// arrived meanwhile is in; `at` is the claimed time.
pub fn prepare_seal(path: &Path, at: &str) -> Result<Hash, NotSealed> {
    let mut folder = Folder::open(path)?;
    let reading = folder.read()?;
    if reading.sealed {
        return Err(NotSealed::Refused(Refusal::Sealed));
    }
    let damaged: Vec<Problem> = reading.problems.into_iter().filter(|problem| is_damage(&problem.what)).collect();
    if !damaged.is_empty() {
        return Err(NotSealed::Damaged(damaged));
    }
    let session = fold(&folder, reading.entries);
    session.ready_to_seal().map_err(NotSealed::Refused)?;
    let text = charter::text(&SessionFile::of(&session, folder.heads(), at));
    let pending = path.join(PENDING);
    file::write_fresh(&pending, text.as_bytes())?;
    file::sync_folder(path)?;
    Ok(Hash::of(text.as_bytes()))
}

/// Gives the session file its name, if an effective `Seal` names what lies aside. Says whether it did.
pub fn finish_seal(path: &Path) -> Result<bool, Trouble> {
    let mut folder = Folder::open(path)?;
    let was_pending = is_pending(path)?;
    Ok(was_pending && folder.read()?.sealed)
}

/// As [`finish_seal`], with the entries at hand.
pub(super) fn finish(folder: &Folder, entries: &[Entry]) -> Result<bool, Trouble> {
    let pending = folder.path().join(PENDING);
    let Some(bytes) = file::read_own(&pending)? else { return Ok(false) };
    let seal = Hash::of(&bytes).to_string();
    let session = fold(folder, entries.iter().cloned());
    let named = entries
        .iter()
        .any(|entry| matches!(desk_act(&session, entry.id), Some(DeskAct::Seal { file }) if *file == seal));
    if named {
        file::rename(&pending, &folder.path().join(SESSION))?;
    }
    Ok(named)
}

/// Whether a session file lies aside and none is in place.
pub(super) fn is_pending(path: &Path) -> Result<bool, Failure> {
    Ok(!super::files::exists(&path.join(SESSION))? && super::files::exists(&path.join(PENDING))?)
}

/// The session that some entries make.
pub(super) fn fold(folder: &Folder, entries: impl IntoIterator<Item = Entry>) -> Session {
    let mut session = Session::new(folder.id(), folder.charter().clone());
    entries.into_iter().for_each(|entry| session.apply(entry));
    session
}

/// What the session file in place covers – everything at or below its heads – and the seal itself, which is one of
/// `seals`. Nothing if the file cannot be read or no seal names it: such a file decides nothing, and `verify` says so.
pub(super) fn covered(path: &Path, union: &Union, seals: &[Entry]) -> Result<Option<HashSet<EntryId>>, Trouble> {
    let bytes = match file::read_own(&path.join(SESSION)) {
        Ok(Some(bytes)) => bytes,
        Ok(None) | Err(Trouble::Faults(_)) => return Ok(None),
        Err(trouble) => return Err(trouble),
    };
    let Ok(stored) = charter::parse::<SessionFile>(&bytes, SESSION, SessionFile::FORMAT) else { return Ok(None) };
    let Some(seal) = seal_entry(union, seals, &stored.logs, Hash::of(&bytes)) else { return Ok(None) };
    let mut covered = HashSet::from([seal.id]);
    for LogEntry { log, entries, head } in &stored.logs {
        let path = union.down_from(*head);
        let is_whole = path.last().and_then(|last| union.place(*last)).is_some_and(|(_, position)| position == 0);
        // Behind a damaged line nobody knows what the head rests on: what stands before it counts as it did.
        covered.extend((!is_whole).then(|| union.up_to(log, *entries)).into_iter().flatten().map(EntryId::from));
        covered.extend(path.into_iter().map(EntryId::from));
    }
    Ok(Some(covered))
}

/// Whether an entry is a `Seal` of the desk.
pub(super) fn is_seal(entry: &Entry) -> bool {
    sealed_file(entry).is_some()
}

/// The session file that an entry seals; nothing if it is no `Seal` of the desk.
pub(super) fn sealed_file(entry: &Entry) -> Option<Hash> {
    match &entry.content {
        Content::Known(act) if entry.author == Author::Desk => match &**act {
            Act::Desk(_, DeskAct::Seal { file }) => Hash::parse(file),
            _ => None,
        },
        _ => None,
    }
}

/// The `Seal` naming this hash where it must stand: in a log of the desk, right after a sealed head, or first in a
/// log that the sealed heads do not know.
pub(super) fn seal_entry<'a>(
    union: &Union,
    entries: &'a [Entry],
    sealed: &[LogEntry],
    seal: Hash,
) -> Option<&'a Entry> {
    let befores = union.befores();
    entries.iter().find(|entry| {
        let names_it = sealed_file(entry) == Some(seal);
        let follows = befores.get(&entry.id).is_some_and(|before| sealed.iter().any(|head| head.head == *before));
        let begins = entry.position == 1 && sealed.iter().all(|head| head.log != entry.log);
        names_it && (follows || begins)
    })
}

/// Whether a problem means that bytes are lost or cannot be checked.
pub(super) fn is_damage(what: &ProblemKind) -> bool {
    matches!(what, ProblemKind::Damage(_) | ProblemKind::DamagedLog | ProblemKind::Unread(_))
}

/// The failure of writing where a session file is.
pub(super) fn refuse_sealed(path: &Path) -> Result<(), Failure> {
    let session_file = path.join(SESSION);
    if super::files::exists(&session_file)? {
        return Err(Failure::new(Doing::Existing, session_file, std::io::ErrorKind::AlreadyExists.into()));
    }
    Ok(())
}
