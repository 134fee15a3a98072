//! Copies of sessions that the program keeps on this machine by itself, in the local data folder: the last few of each
//! session, in the form of session folders, so that any of them can be copied back, merged, or looked at.
//!
//! ```text
//! local/backups/<16 digits of the session's id>/<number>-<yyyymmdd>-<hhmm>-<8 digits of its state>/
//! ```
//! A copy is made only where the session has something that the latest one lacks: a folder that was cut short or set
//! back never pushes out a fuller copy. Nothing here is ever written to but by making and removing whole copies.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::copy::{self, Source};
use super::folder::{CHARTER, SESSION};
use super::{Places, charter, file, library, merge, writer};
use crate::council::{Copied, Hash, Kept, SessionId};
use crate::trouble::{Doing, Failure, Trouble};

/// Copies kept of each session.
pub const KEPT: usize = 5;

/// Keeps a copy of a session, if it has anything that the latest copy lacks. `now` is the claimed time. Gives the
/// copy made. A folder that itself lies among the copies is not copied.
pub fn keep(session: &Path, places: &Places, now: &str) -> Result<Option<PathBuf>, Trouble> {
    let backups = folder_of_all(places);
    if fs::canonicalize(session).is_ok_and(|path| fs::canonicalize(&backups).is_ok_and(|all| path.starts_with(all))) {
        return Ok(None);
    }
    let source = Source::read(session)?;
    let own = folder_of(places, source.id());
    file::make_folder(&own)?;
    // Another program that has the same session open keeps the same copy: one is enough.
    let lock = own.join("lock");
    let Some(_held) = writer::lock(&lock).map_err(|e| Failure::new(Doing::Locking, &lock, e))? else {
        return Ok(None);
    };
    sweep(&own);
    let copies = copies_in(&own)?;
    let state = state_of(&source);
    let latest = copies.last();
    if latest.is_some_and(|(name, _)| name.state == state[..8]) || !adds_to(&source, session, &copies)? {
        return Ok(None);
    }
    let no = latest.map_or(1, |(name, _)| name.no.saturating_add(1));
    let path = own.join(format!("{no:04}-{}-{}", stamp(now), &state[..8]));
    source.copy_to(session, &path)?;
    prune(&own, source.id())?;
    Ok(Some(path))
}

/// Every copy kept on this machine, those of one session together, the latest first.
pub fn kept(places: &Places) -> Result<Vec<Kept>, Trouble> {
    let mut all = Vec::new();
    for own in library::folders(&folder_of_all(places))? {
        let mut copies: Vec<Kept> = copies_in(&own)?.into_iter().filter_map(|(name, path)| look(&name, path)).collect();
        copies.reverse();
        all.extend(copies);
    }
    all.sort_by(|a, b| (&b.at, a.session, b.no).cmp(&(&a.at, b.session, a.no)));
    let order: Vec<Hash> = all.iter().map(|kept| kept.session).collect();
    all.sort_by_key(|kept| order.iter().position(|session| *session == kept.session));
    Ok(all)
}

/// Puts a kept copy back: into a folder that is not there yet, or into one of the same session, which then has what
/// either had. Nothing is taken away from a folder, so an older copy cannot undo anything.
pub fn restore(kept: &Path, target: &Path) -> Result<Copied, Trouble> {
    copy::copy_as(kept, target)
}

/// The name of a copy.
struct Name {
    no: u32,
    at: String,
    state: String,
}

impl Name {
    fn parse(text: &str) -> Option<Name> {
        let mut parts = text.split('-');
        let (no, day, time, state) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let digits = |text: &str, many: usize| text.len() == many && text.bytes().all(|byte| byte.is_ascii_digit());
        let sound = parts.next().is_none() && digits(day, 8) && digits(time, 4) && state.len() == 8;
        let at = |range: std::ops::Range<usize>, of: &str| of.get(range).unwrap_or_default().to_owned();
        let at = format!("{}-{}-{}T{}:{}", at(0..4, day), at(4..6, day), at(6..8, day), at(0..2, time), at(2..4, time));
        sound.then_some(Name { no: no.parse().ok()?, at, state: state.to_owned() })
    }
}

fn folder_of_all(places: &Places) -> PathBuf {
    places.local.join("backups")
}

fn folder_of(places: &Places, id: SessionId) -> PathBuf {
    folder_of_all(places).join(&id.to_string()[..16])
}

/// The copies in a session's folder of copies, the latest last.
fn copies_in(own: &Path) -> Result<Vec<(Name, PathBuf)>, Failure> {
    let mut copies: Vec<(Name, PathBuf)> = library::folders(own)?
        .into_iter()
        .filter(|path| path.is_dir())
        .filter_map(|path| Some((Name::parse(path.file_name()?.to_str()?)?, path)))
        .collect();
    copies.sort_by_key(|(name, _)| name.no);
    Ok(copies)
}

/// What a program that was killed while it copied left behind. Only whoever holds the lock comes here.
fn sweep(own: &Path) {
    let is_left = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix('.').and_then(|name| name.strip_suffix(".new")).and_then(Name::parse).is_some()
    };
    let left = library::folders(own).unwrap_or_default().into_iter().filter(is_left);
    left.for_each(|path| _ = fs::remove_dir_all(path));
}

/// Digits that differ where the sessions differ: of its entries, and of its session file.
fn state_of(source: &Source) -> String {
    let mut ids: Vec<String> = source.reading().entries.iter().map(|entry| entry.id.to_string()).collect();
    ids.sort_unstable();
    ids.push(format!("{} {}", source.id(), source.reading().sealed));
    Hash::of(ids.join("\n").as_bytes()).to_string()
}

/// Whether a session has an entry, or a session file, that its latest copy lacks.
fn adds_to(source: &Source, session: &Path, copies: &[(Name, PathBuf)]) -> Result<bool, Trouble> {
    let Some((_, latest)) = copies.last() else { return Ok(true) };
    let known = merge::here(latest, source.id())?.hashes();
    let sealed = source.reading().sealed && !latest.join(SESSION).is_file();
    Ok(sealed || !merge::here(session, source.id())?.hashes().is_subset(&known))
}

/// Removes copies beyond those kept: first the oldest of those that the latest one wholly contains.
fn prune(own: &Path, id: SessionId) -> Result<(), Trouble> {
    let mut copies = copies_in(own)?;
    let Some((_, latest)) = copies.last() else { return Ok(()) };
    let whole = merge::here(latest, id)?.hashes();
    let contained = |path: &Path| merge::here(path, id).is_ok_and(|brought| brought.hashes().is_subset(&whole));
    while copies.len() > KEPT {
        let older = copies.len() - 1;
        let at = copies[..older].iter().position(|(_, path)| contained(path)).unwrap_or(0);
        let (_, path) = copies.remove(at);
        fs::remove_dir_all(&path).map_err(|e| Failure::new(Doing::Removing, &path, e))?;
    }
    Ok(())
}

/// What a copy is; nothing where its charter cannot be read.
fn look(name: &Name, path: PathBuf) -> Option<Kept> {
    let (charter, session) = charter::read_charter(&path.join(CHARTER)).ok()?;
    let entries = merge::here(&path, session).map_or(0, |brought| brought.count(&HashSet::new()).0);
    let sealed = path.join(SESSION).is_file();
    Some(Kept { no: name.no, at: name.at.clone(), session, title: charter.title, entries, sealed, path })
}

/// `yyyymmdd-hhmm` of a claimed time; zeros where it is none.
fn stamp(now: &str) -> String {
    let digits: String = now.chars().filter(char::is_ascii_digit).take(12).collect();
    let digits = if digits.len() == 12 { digits } else { "0".repeat(12) };
    format!("{}-{}", &digits[..8], &digits[8..])
}

#[cfg(test)]
mod tests;
