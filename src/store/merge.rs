//! Merging whatever people bring: session folders, single logs, handed files, stale and renamed copies.
//!
//! Merging is set union, so this file only decides which bytes are worth keeping: checked lines that are not here
//! yet, stored as a carrier of their own name. A file that someone here may be writing is never touched. Of a foreign
//! folder nothing else is taken – no charter, no stray file, no link, nothing from its quarantine – but the session
//! file of a sealed session, and that only where it is exactly the file that the logs say was sealed.

mod loose;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::files;
use super::folder::{CHARTER, Folder, LOGS, SESSION};
use super::hand::{HandFile, is_hand_file};
use super::log::{Carrier, Kind};
use super::verify::{self, BrokenKind};
use super::{charter, file};
use crate::council::{
    Author, Content, EntryId, Hash, LogName, Merged, NotTaken, ProductId, SealBrought, SessionId, Way,
};
use crate::trouble::{Doing, Failure, Fault, Place, Trouble};

/// The checked lines of one carrier.
pub(super) struct Carried {
    pub(super) log: LogName,
    place: Place,
    pub(super) bytes: Vec<u8>,
    pub(super) lines: Vec<Line>,
}

/// A checked line.
pub(super) struct Line {
    pub(super) hash: Hash,
    /// Whether it is an entry; else it begins the log.
    pub(super) is_entry: bool,
    product: Option<ProductId>,
}

/// What was found in the sources.
#[derive(Default)]
pub(super) struct Brought {
    pub(super) carried: Vec<Carried>,
    /// Session files, where they lay.
    pub(super) session_files: Vec<(Place, Vec<u8>)>,
}

impl Brought {
    /// Entries by whether they are in `known`: new ones first, then known ones, each counted once.
    pub(super) fn count(&self, known: &HashSet<Hash>) -> (u64, u64) {
        let mut seen = HashSet::new();
        let entries = self.carried.iter().flat_map(|carried| &carried.lines).filter(|line| line.is_entry);
        entries
            .filter(|line| seen.insert(line.hash))
            .fold((0, 0), |(new, old), line| if known.contains(&line.hash) { (new, old + 1) } else { (new + 1, old) })
    }

    /// The hashes of every line.
    pub(super) fn hashes(&self) -> HashSet<Hash> {
        self.carried.iter().flat_map(|carried| &carried.lines).map(|line| line.hash).collect()
    }
}

/// Takes in what people brought. Writes nothing but checked lines that are not here yet, and the session file of a
/// session that was sealed elsewhere.
pub fn merge(session: &Path, sources: &[PathBuf]) -> Result<Merged, Trouble> {
    let (_, id) = charter::read_charter(&session.join(CHARTER))?;
    let mut merged = Merged::default();
    let mut brought = Brought::default();
    for source in sources {
        collect(source, id, &mut merged, &mut brought)?;
    }
    let Brought { carried, session_files } = brought;
    let new = store(session, id, carried, &mut merged)?;
    merged.sealed_part = count_sealed(session, &new)?;
    for (place, bytes) in session_files {
        take_session_file(session, place, &bytes, &mut merged)?;
    }
    merged.sealed = files::exists(&session.join(SESSION))?;
    Ok(merged)
}

/// The lines a session folder has in its own logs.
pub(super) fn here(session: &Path, id: SessionId) -> Result<Brought, Trouble> {
    let (logs, mut aside, mut brought) = (session.join(LOGS), Merged::default(), Brought::default());
    for name in files::list(&logs)?.into_keys() {
        let path = logs.join(name);
        match file::read(&path) {
            Ok(bytes) => {
                let place = Place::file(path.display().to_string());
                brought.carried.extend(bytes.and_then(|bytes| read(&mut aside, id, &bytes, &place)));
            }
            Err(Trouble::Faults(_)) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    Ok(brought)
}

/// Reads a carrier of any origin: its checked lines, everything else on the list of what was refused.
pub(super) fn read(merged: &mut Merged, session: SessionId, bytes: &[u8], place: &Place) -> Option<Carried> {
    let mut reader = Carrier::new(session);
    let taken = reader.feed(bytes);
    let log = match reader.kind() {
        Kind::Ours(log) => log.clone(),
        Kind::Foreign => {
            merged.refuse(place.clone(), NotTaken::Foreign);
            return None;
        }
        Kind::Stray | Kind::Unbegun => {
            merged.refuse(place.clone(), NotTaken::NoLog);
            return None;
        }
    };
    let on = |line: u64| Place { line: usize::try_from(line).unwrap_or(usize::MAX), ..place.clone() };
    for (line, fault) in reader.bad() {
        merged.refuse(on(*line), NotTaken::Damage(*fault));
    }
    let behind = taken.iter().filter(|line| !line.rooted).count() as u64;
    if behind > 0 {
        merged.refuse(place.clone(), NotTaken::BehindDamage(behind));
    }
    if reader.torn() > 0 {
        merged.refuse(place.clone(), NotTaken::Torn);
    }
    let mut whole = Carried { log, place: place.clone(), bytes: Vec::new(), lines: Vec::new() };
    for line in taken.into_iter().filter(|line| line.rooted) {
        let (from, to) = line.bytes;
        let (Ok(from), Ok(to)) = (usize::try_from(from), usize::try_from(to)) else { continue };
        whole.bytes.extend(bytes.get(from..to).unwrap_or_default());
        let product = line.entry.as_ref().and_then(|entry| match &entry.content {
            Content::Known(act) => act.product().cloned(),
            Content::Unknown => None,
        });
        whole.lines.push(Line { hash: line.hash, is_entry: line.entry.is_some(), product });
    }
    Some(whole)
}

/// Whether a file that goes this way may carry the log.
pub(super) fn may_carry(way: &Way, log: &LogName) -> bool {
    match (way, log.author()) {
        (Way::Out(_), Author::Desk) => true,
        (Way::Out(Some(seat)) | Way::In(seat), Author::Seat(of)) => *seat == of,
        (Way::Out(None), Author::Seat(_)) | (Way::In(_), Author::Desk) => false,
    }
}

pub(super) fn collect(source: &Path, id: SessionId, merged: &mut Merged, into: &mut Brought) -> Result<(), Trouble> {
    let place = Place::file(source.display().to_string());
    if source.is_dir() {
        return collect_folder(source, id, merged, into);
    }
    match file::read_document(source) {
        Ok(bytes) if is_hand_file(&bytes) => match HandFile::parse(&bytes, &place.file) {
            Ok(hand) => collect_hand(&hand, &place, id, merged, into),
            Err(Fault { what, .. }) => merged.refuse(place, NotTaken::Unread(what)),
        },
        Ok(bytes) if source.file_name().is_some_and(|name| name == SESSION) => into.session_files.push((place, bytes)),
        Ok(bytes) => into.carried.extend(read(merged, id, &bytes, &place)),
        Err(Trouble::Faults(faults)) => {
            for fault in faults {
                merged.refuse(place.clone(), NotTaken::Unread(fault.what));
            }
        }
        Err(trouble) => return Err(trouble),
    }
    Ok(())
}

fn collect_hand(hand: &HandFile, place: &Place, id: SessionId, merged: &mut Merged, into: &mut Brought) {
    let before = into.carried.len();
    for log in &hand.logs {
        match read(merged, id, log, place) {
            Some(carried) if may_carry(&hand.way, &carried.log) => into.carried.push(carried),
            Some(carried) => merged.refuse(place.clone(), NotTaken::NotTheirs(carried.log)),
            None => {}
        }
    }
    if SessionId::of(&hand.charter) != id {
        match (hand.logs.is_empty(), into.carried.len() > before) {
            (true, _) => merged.refuse(place.clone(), NotTaken::Foreign),
            (false, true) => merged.refuse(place.clone(), NotTaken::OtherCharter),
            // Every log in it was refused already.
            (false, false) => {}
        }
    }
}

fn collect_folder(source: &Path, id: SessionId, merged: &mut Merged, into: &mut Brought) -> Result<(), Trouble> {
    let place = Place::file(source.display().to_string());
    let charter = charter_of(source, merged)?;
    if charter.is_none() && !source.join(LOGS).is_dir() {
        return loose::collect(source, id, merged, into);
    }
    let (carried, refused) = (into.carried.len(), merged.refused.len());
    collect_logs(&source.join(LOGS), id, merged, into)?;
    if charter.is_some_and(|charter| charter != id) {
        if into.carried.len() == carried {
            // A session of its own: said once, not for each of its logs.
            merged.refused.truncate(refused);
            merged.refuse(place, NotTaken::Foreign);
            return Ok(());
        }
        merged.refuse(place, NotTaken::OtherCharter);
    }
    collect_session_file(source, into)
}

/// The session whose charter lies in a folder, if one can be read.
fn charter_of(source: &Path, merged: &mut Merged) -> Result<Option<SessionId>, Trouble> {
    let path = source.join(CHARTER);
    match file::read(&path) {
        Ok(bytes) => Ok(bytes.map(|bytes| SessionId::of(&bytes))),
        Err(Trouble::Faults(faults)) => {
            let place = Place::file(path.display().to_string());
            faults.into_iter().for_each(|fault| merged.refuse(place.clone(), NotTaken::Unread(fault.what)));
            Ok(None)
        }
        Err(trouble) => Err(trouble),
    }
}

fn collect_session_file(source: &Path, into: &mut Brought) -> Result<(), Trouble> {
    let path = source.join(SESSION);
    let is_file = fs::symlink_metadata(&path).is_ok_and(|about| about.is_file());
    if is_file && let Some(bytes) = file::read(&path)? {
        into.session_files.push((Place::file(path.display().to_string()), bytes));
    }
    Ok(())
}

/// Whether a file begins like a log or a handed file.
pub(super) fn looks_carried(path: &Path) -> bool {
    let first = file::first(path, 66).unwrap_or_default();
    let is_log =
        first.get(..64).is_some_and(|hash| hash.iter().all(u8::is_ascii_hexdigit)) && first.get(64) == Some(&b' ');
    is_log || is_hand_file(&first)
}

fn collect_logs(logs: &Path, id: SessionId, merged: &mut Merged, into: &mut Brought) -> Result<(), Trouble> {
    for name in files::links(logs)? {
        merged.refuse(Place::file(logs.join(name).display().to_string()), NotTaken::Link);
    }
    for name in files::list(logs)?.into_keys() {
        collect(&logs.join(name), id, merged, into)?;
    }
    Ok(())
}

/// The carriers that add something to what is known: fuller ones first, so that stale copies add nothing.
pub(super) fn news(mut carried: Vec<Carried>, known: &mut HashSet<Hash>) -> Vec<Carried> {
    carried
        .sort_by(|a, b| (&a.log, b.lines.len(), &a.bytes, &a.place).cmp(&(&b.log, a.lines.len(), &b.bytes, &b.place)));
    carried.retain(|carried| {
        let before = known.len();
        known.extend(carried.lines.iter().map(|line| line.hash));
        known.len() > before
    });
    carried
}

/// How many new entries the session file here covers: of a session sealed before, those that were missing.
fn count_sealed(session: &Path, new: &HashSet<EntryId>) -> Result<u64, Trouble> {
    if new.is_empty() || !files::exists(&session.join(SESSION))? {
        return Ok(0);
    }
    let mut folder = Folder::open(session)?;
    let covered = folder.read()?.entries.into_iter().filter(|entry| new.contains(&entry.id));
    Ok(if folder.holds_seal() { covered.count() as u64 } else { 0 })
}

/// Stores what is new; gives the new entries.
fn store(
    session: &Path,
    id: SessionId,
    brought: Vec<Carried>,
    merged: &mut Merged,
) -> Result<HashSet<EntryId>, Trouble> {
    let logs = session.join(LOGS);
    let here = here(session, id)?;
    let mut known = here.hashes();
    let (mut seen, mut new) = (HashSet::new(), HashSet::new());
    for carried in &brought {
        let counted = merged.logs.entry(carried.log.clone()).or_default();
        for line in carried.lines.iter().filter(|line| line.is_entry && seen.insert(line.hash)) {
            if known.contains(&line.hash) {
                counted.known += 1;
                continue;
            }
            counted.new += 1;
            new.insert(EntryId::from(line.hash));
            if let Some(product) = &line.product {
                *counted.products.entry(product.clone()).or_default() += 1;
            }
        }
    }
    let fresh = news(brought, &mut known);
    if !fresh.is_empty() {
        file::make_folder(&logs)?;
    }
    for carried in fresh {
        // Named by content: two programs that merge at once can only write the same bytes under the same name.
        let name = copy_name(&carried);
        file::write_document(&logs.join(&name), &carried.bytes)?;
        for old in here.carried.iter().filter(|old| is_superseded(old, &carried, &logs)) {
            // All it says is on disk in the new file; a copy that stays does no harm.
            let _ = fs::remove_file(&old.place.file);
        }
    }
    Ok(new)
}

fn copy_name(carried: &Carried) -> String {
    format!("{}.{}.log", carried.log, &Hash::of(&carried.bytes).to_string()[..8])
}

/// Whether a copy that an earlier merge wrote is the beginning of a new one.
fn is_superseded(old: &Carried, new: &Carried, logs: &Path) -> bool {
    old.bytes.len() < new.bytes.len()
        && new.bytes.starts_with(&old.bytes)
        && Path::new(&old.place.file) == logs.join(copy_name(old))
}

/// Puts a session file in place, where there is none and it is the one that was sealed: a `Seal` in the logs here
/// names its hash, all it covers is here, and everything in it follows from that. Never in place of another.
fn take_session_file(session: &Path, place: Place, bytes: &[u8], merged: &mut Merged) -> Result<(), Trouble> {
    let target = session.join(SESSION);
    if let Some(ours) = file::read(&target)? {
        if ours != bytes {
            merged.refuse(place, NotTaken::OtherSeal(Hash::of(bytes)));
        }
        return Ok(());
    }
    let mut folder = Folder::open(session)?;
    let reading = folder.read_all()?;
    if reading.sealed {
        // What lay aside got its name just now.
        return take_session_file(session, place, bytes, merged);
    }
    let found = verify::session_file(&folder, &reading, bytes);
    let why = found.problems.into_iter().map(|broken| broken.what).map(|what| match what {
        BrokenKind::Unread(what) => NotTaken::Unread(what),
        BrokenKind::SealedPartMissing(log) => NotTaken::SealIncomplete(log),
        BrokenKind::NoSeal => NotTaken::SealUnnamed,
        _ => NotTaken::SealUnsound,
    });
    if let Some(why) = why.min_by_key(|why| !matches!(why, NotTaken::Unread(_) | NotTaken::SealUnnamed)) {
        merged.refuse(place, why);
        return Ok(());
    }
    file::write_document(&target, bytes)?;
    if file::read_document(&target)? != bytes {
        return Err(Failure::new(Doing::Writing, &target, std::io::ErrorKind::InvalidData.into()).into());
    }
    merged.seal = Some(SealBrought { seal: Hash::of(bytes), after: found.after_seal.len() });
    Ok(())
}

#[cfg(test)]
mod tests;
