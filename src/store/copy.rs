//! Copies of a session folder elsewhere: to a stick, to another folder, back from a copy kept on this machine.
//!
//! A copy is built aside, synced and put in place whole; an older copy of the same session is brought up to date by
//! union, never cut short; another session is never touched. Then the copy is read back and compared: the system may
//! answer from its memory, so a medium that lies is not found out, but a wrong byte is.

use std::fs;
use std::path::{Path, PathBuf};

use super::files;
use super::folder::{CHARTER, Folder, LOGS, Reading, SESSION};
use super::log::{Carrier, Kind};
use super::{charter, create, file, library, merge, seal};
use crate::council::{Copied, CopyHow, Hash, LogName, Merged, NotTaken, Refused, SessionId};
use crate::trouble::{Doing, Failure, Fault, FaultKind, Place, Trouble};

/// Copies a session to a stick or another folder. `target` is the copy itself, where it is a session folder or not
/// there yet; else the folder that the copy has its place in, under the session folder's own name. A target whose own
/// folder is not there is refused: a stick that is not plugged in is not made up for by a folder on the disk.
pub fn copy(session: &Path, target: &Path) -> Result<Copied, Trouble> {
    let source = Source::read(session)?;
    let target = source.place_at(session, target)?;
    if lies_in(&target, session)? {
        let place = Place::file(target.display().to_string());
        return Err(Fault { place, what: FaultKind::IntoItself }.into());
    }
    source.copy_to(session, &target)
}

/// Whether a place, there or not yet, is a folder or lies in it.
fn lies_in(place: &Path, folder: &Path) -> Result<bool, Failure> {
    let fail = |source| Failure::new(Doing::Reading, folder, source);
    let folder = folder.canonicalize().map_err(fail)?;
    let there =
        place.ancestors().find_map(|path| if path.as_os_str().is_empty() { None } else { path.canonicalize().ok() });
    let there = there.map_or_else(|| Path::new(".").canonicalize().map_err(fail), Ok)?;
    Ok(there.starts_with(folder))
}

/// Copies a session to exactly this folder, which is not there yet or holds the same session.
pub fn copy_as(session: &Path, target: &Path) -> Result<Copied, Trouble> {
    Source::read(session)?.copy_to(session, target)
}

/// The files of a session that a copy carries, from its folder on.
pub(super) struct Source {
    id: SessionId,
    reading: Reading,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Source {
    /// Reads a session as it is now. A half-written last line of a log is left out: nobody was told that it is saved.
    /// Files that are none of this session's are left out too.
    pub(super) fn read(session: &Path) -> Result<Source, Trouble> {
        let mut folder = Folder::open(session)?;
        let reading = folder.read_all()?;
        let id = folder.id();
        let mut files = vec![(PathBuf::from(CHARTER), file::read_own_document(&session.join(CHARTER))?)];
        for name in files::list(&session.join(LOGS))?.into_keys() {
            let path = session.join(LOGS).join(&name);
            let Some(mut bytes) = file::read(&path)? else { continue };
            let mut carrier = Carrier::new(id);
            carrier.feed(&bytes);
            match carrier.kind() {
                Kind::Ours(_) => bytes.truncate(usize::try_from(carrier.read()).unwrap_or(usize::MAX)),
                // Damaged from its first line, but somebody may know what to do with it.
                Kind::Stray if files::is_named_as_log(&name) => {}
                Kind::Stray | Kind::Foreign | Kind::Unbegun => continue,
            }
            files.push((Path::new(LOGS).join(name), bytes));
        }
        files.extend(file::read_own(&session.join(SESSION))?.map(|bytes| (PathBuf::from(SESSION), bytes)));
        Ok(Source { id, reading, files })
    }

    /// The session's id.
    pub(super) fn id(&self) -> SessionId {
        self.id
    }

    /// What the session says.
    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Where the copy has its place.
    fn place_at(&self, session: &Path, target: &Path) -> Result<PathBuf, Trouble> {
        if !files::exists(target)? {
            let parent = file::folder_of(target);
            if parent.is_dir() {
                return Ok(target.to_path_buf());
            }
            return Err(Failure::new(Doing::Creating, target, std::io::ErrorKind::NotFound.into()).into());
        }
        if !target.is_dir() {
            return Err(Failure::new(Doing::Existing, target, std::io::ErrorKind::AlreadyExists.into()).into());
        }
        if files::exists(&target.join(CHARTER))? {
            return Ok(target.to_path_buf());
        }
        let name = session.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (path, is_there) = library::home_of(&create::file_name(&name), self.id, target)?;
        // A copy may have been given another name.
        let renamed = || library::folders(target).map(|folders| folders.into_iter().find(|path| holds(path, self.id)));
        Ok(if is_there { path } else { renamed()?.unwrap_or(path) })
    }

    /// Writes the copy, reads it back, compares.
    pub(super) fn copy_to(&self, session: &Path, target: &Path) -> Result<Copied, Trouble> {
        match file::read(&target.join(CHARTER))? {
            Some(bytes) if SessionId::of(&bytes) == self.id => self.bring_up_to_date(session, target),
            Some(_) => {
                let place = Place::file(target.display().to_string());
                Err(Fault { place, what: FaultKind::OtherSession }.into())
            }
            None => self.write_fresh(target),
        }
    }

    fn write_fresh(&self, target: &Path) -> Result<Copied, Trouble> {
        create::build(target, |fresh| {
            file::make_folder(&fresh.join(LOGS))?;
            self.files.iter().try_for_each(|(name, bytes)| file::write_fresh(&fresh.join(name), bytes))?;
            file::sync_folder(&fresh.join(LOGS))
        })?;
        for (name, bytes) in &self.files {
            let path = target.join(name);
            if Hash::of(&file::read_document(&path)?) != Hash::of(bytes) {
                return Err(not_as_written(&path));
            }
        }
        let (files, bytes) = self.size();
        Ok(Copied {
            path: target.to_path_buf(),
            files,
            bytes,
            how: CopyHow::Fresh,
            refused: Vec::new(),
            damaged: damaged(target)?,
        })
    }

    fn bring_up_to_date(&self, session: &Path, target: &Path) -> Result<Copied, Trouble> {
        let ours = merge::here(session, self.id)?;
        let theirs = merge::here(target, self.id)?;
        let ahead = theirs.count(&ours.hashes()).0;
        let Merged { mut refused, .. } = merge::merge(target, &[session.to_path_buf()])?;
        let mut copy = Folder::open(target)?;
        copy.read_all()?;
        refused.retain(|refused| self.lacks(&copy, session, refused));
        let new = ours.count(&theirs.hashes()).0;
        // What is on the copy now: every line of ours, whatever file it lies in.
        let now = merge::here(target, self.id)?;
        let hashes = now.hashes();
        if !ours.hashes().is_subset(&hashes) {
            return Err(not_as_written(&target.join(LOGS)));
        }
        let here = file::read(&session.join(SESSION))?;
        let there = file::read(&target.join(SESSION))?;
        if here.is_some() && there.is_none() && refused.is_empty() {
            return Err(not_as_written(&target.join(SESSION)));
        }
        // Counted as a fresh copy counts: the charter, the logs, the session file.
        let (files, bytes) = Source::read(target)?.size();
        let how = CopyHow::Updated { new, ahead };
        Ok(Copied { path: target.to_path_buf(), files, bytes, how, refused, damaged: damaged(target)? })
    }

    /// Whether a copy has the whole of a log at least as far as a file of ours goes.
    fn is_whole_in(&self, copy: &Folder, file: &str, log: &LogName) -> bool {
        let ours = self.files.iter().find(|(name, _)| name == Path::new(file));
        let lines = ours.map_or(0, |(_, bytes)| bytes.split_inclusive(|byte| *byte == b'\n').count() as u64);
        // The beginning stands in the first line, at place 0.
        copy.union().whole_to(log).is_some_and(|last| last + 1 >= lines)
    }

    /// The number of files that a copy carries, and their bytes.
    fn size(&self) -> (usize, u64) {
        (self.files.len(), self.files.iter().map(|(_, bytes)| bytes.len() as u64).sum())
    }

    /// Whether the copy lacks something for what was not taken from the session: not for damage that another file of
    /// the session or of the copy made good, nor for a line being written, nor for what takes no part in the session.
    fn lacks(&self, copy: &Folder, session: &Path, refused: &Refused) -> bool {
        let is_damage = |problem: &&super::Problem| {
            Path::new(&refused.place.file) == session.join(&problem.place.file)
                && seal::is_damage(&problem.what)
                && !problem.log.as_ref().is_some_and(|log| self.is_whole_in(copy, &problem.place.file, log))
        };
        let mut damaged = self.reading.problems.iter().filter(is_damage);
        match refused.why {
            NotTaken::Damage(_) => damaged.any(|problem| problem.place.line == refused.place.line),
            NotTaken::BehindDamage(_) | NotTaken::NoLog | NotTaken::Unread(_) => damaged.next().is_some(),
            NotTaken::Foreign | NotTaken::NothingThere | NotTaken::Link | NotTaken::Torn => false,
            _ => true,
        }
    }
}

/// What of a session folder is damaged and not made good by another file.
fn damaged(path: &Path) -> Result<Vec<Place>, Trouble> {
    let problems = Folder::open(path)?.read_all()?.problems;
    Ok(problems.into_iter().filter(|problem| seal::is_damage(&problem.what)).map(|problem| problem.place).collect())
}

fn not_as_written(path: &Path) -> Trouble {
    Fault { place: Place::file(path.display().to_string()), what: FaultKind::NotAsWritten }.into()
}

/// Whether a folder holds this session.
pub(super) fn holds(path: &Path, id: SessionId) -> bool {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|about| about.is_dir());
    is_folder && matches!(charter::read_charter(&path.join(CHARTER)), Ok((_, found)) if found == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::fixture::{Bench, Sitting, ids, write};

    #[test]
    fn a_fresh_copy_is_the_same_byte_for_byte_and_under_its_own_name() {
        let sitting = Sitting::sealed();
        let (session, stick) = (&sitting.bench.path, sitting.bench.place.path().join("usb"));
        fs::create_dir(&stick).unwrap();
        fs::write(session.join("logs/note.txt"), "no log\n").unwrap();
        let copied = copy(session, &stick).unwrap();
        assert_eq!((copied.path.clone(), copied.how), (stick.join("phien"), CopyHow::Fresh));
        let (ours, theirs) = (Source::read(session).unwrap(), Source::read(&copied.path).unwrap());
        assert_eq!(ours.files, theirs.files);
        assert_eq!((copied.files, copied.path.join("logs/note.txt").exists()), (ours.files.len(), false));
        assert!(super::super::verify(&copied.path, None).unwrap().ok);
        assert_eq!(fs::read_dir(&stick).unwrap().count(), 1, "no temporary is left");
        assert_eq!(copy(session, &stick).unwrap().how, CopyHow::Updated { new: 0, ahead: 0 });
    }

    #[test]
    fn an_older_copy_is_brought_up_to_date_and_a_newer_one_is_never_cut_short() {
        let bench = Bench::new();
        write(&bench, &bench.path, "m1", 2);
        let stick = bench.place.path().join("usb");
        copy(&bench.path, &stick).unwrap();
        write(&bench, &bench.path, "m1", 3);
        write(&bench, &stick, "m2", 1);
        let copied = copy(&bench.path, &stick).unwrap();
        assert_eq!(copied.how, CopyHow::Updated { new: 3, ahead: 1 });
        assert_eq!((ids(&stick).len(), ids(&bench.path).len()), (6, 5));
        assert_eq!(copy(&bench.path, &stick).unwrap().how, CopyHow::Updated { new: 0, ahead: 1 });
    }

    #[test]
    fn another_session_is_never_touched() {
        let bench = Bench::new();
        let mut charter = crate::store::fixture::charter();
        charter.nonce = "e".repeat(32);
        let stick = bench.place.path().join("usb");
        create::create(&stick.join("phien"), &charter).unwrap();
        let before = fs::read(stick.join("phien").join(CHARTER)).unwrap();
        let refused = copy(&bench.path, &stick.join("phien"));
        assert!(matches!(refused, Err(Trouble::Faults(faults)) if faults[0].what == FaultKind::OtherSession));
        assert_eq!(copy(&bench.path, &stick).unwrap().path, stick.join("phien-2"));
        assert_eq!(fs::read(stick.join("phien").join(CHARTER)).unwrap(), before);
    }

    #[test]
    fn a_stick_that_is_not_plugged_in_is_not_made_up_for() {
        let bench = Bench::new();
        let missing = bench.place.path().join("media/usb/phien");
        assert!(matches!(copy(&bench.path, &missing), Err(Trouble::Failure(_))));
        assert!(!bench.place.path().join("media").exists());
    }

    #[test]
    fn a_line_being_written_is_left_out_and_a_seal_comes_along_later() {
        let mut sitting = Sitting::ready();
        let session = sitting.bench.path.clone();
        let stick = sitting.bench.place.path().join("usb");
        let log = sitting.bench.logs().remove(0);
        let whole = fs::read(session.join(LOGS).join(&log)).unwrap();
        fs::write(session.join(LOGS).join(&log), [&whole[..], b"half a li"].concat()).unwrap();
        copy(&session, &stick).unwrap();
        assert_eq!(fs::read(stick.join(LOGS).join(&log)).unwrap(), whole);
        fs::write(session.join(LOGS).join(&log), whole).unwrap();
        sitting.seal_now();
        assert_eq!(copy(&session, &stick).unwrap().how, CopyHow::Updated { new: 1, ahead: 0 });
        assert_eq!(fs::read(stick.join(SESSION)).unwrap(), fs::read(session.join(SESSION)).unwrap());
        assert!(super::super::verify(&stick, None).unwrap().ok);
    }

    #[test]
    fn an_older_copy_is_found_under_another_name_and_a_copy_into_itself_is_refused() {
        let bench = Bench::new();
        let stick = bench.place.path().join("usb");
        fs::create_dir(&stick).unwrap();
        let first = copy(&bench.path, &stick).unwrap();
        fs::rename(&first.path, stick.join("ban-cu")).unwrap();
        write(&bench, &bench.path, "m1", 1);
        let again = copy(&bench.path, &stick).unwrap();
        assert_eq!((again.path, again.how), (stick.join("ban-cu"), CopyHow::Updated { new: 1, ahead: 0 }));
        for inside in [bench.path.clone(), bench.path.join("logs"), bench.path.join("logs/new")] {
            let refused = copy(&bench.path, &inside);
            assert!(matches!(refused, Err(Trouble::Faults(faults)) if faults[0].what == FaultKind::IntoItself));
        }
    }

    #[test]
    fn a_damaged_copy_is_not_said_to_be_sound() {
        let bench = Bench::new();
        write(&bench, &bench.path, "m1", 2);
        let stick = bench.place.path().join("usb");
        fs::create_dir(&stick).unwrap();
        let copied = copy(&bench.path, &stick).unwrap();
        assert_eq!(copied.damaged, []);
        let log = fs::read_dir(copied.path.join(LOGS)).unwrap().next().unwrap().unwrap().path();
        let bytes = fs::read_to_string(&log).unwrap();
        fs::write(&log, bytes.replacen("lần 1", "lần 8", 1)).unwrap();
        assert_ne!(Folder::open(&copied.path).unwrap().read().unwrap().problems, []);
        // What the damage took away is brought again: then nothing is missing there.
        assert_eq!(copy(&bench.path, &stick).unwrap().damaged, []);
        assert!(copy(&bench.path, &stick).unwrap().is_whole());
        // Of a session that is itself damaged the copy says so.
        let own = bench.path.join(LOGS).join(bench.logs().remove(0));
        let bytes = fs::read_to_string(&own).unwrap();
        fs::write(&own, bytes.replacen("lần 1", "lần 8", 1)).unwrap();
        let other = bench.place.path().join("other");
        let damaged = copy(&bench.path, &other).unwrap();
        assert_eq!((damaged.damaged.len(), damaged.is_whole()), (1, false));
        // An older copy of it that is sound has the whole log; one that went on from the damage has not.
        let to_sound = copy(&bench.path, &stick).unwrap();
        assert_eq!((to_sound.refused.clone(), to_sound.is_whole()), (Vec::new(), true));
        let again = copy(&bench.path, &other).unwrap();
        assert!(!again.is_whole() && again.refused.iter().any(|refused| matches!(refused.why, NotTaken::Damage(_))));
    }

    #[test]
    fn damage_that_another_file_made_good_is_not_told_of_a_copy_and_its_size_is_told_in_one_way() {
        let bench = Bench::new();
        write(&bench, &bench.path, "m1", 3);
        let (stick, sound) = (bench.place.path().join("usb"), bench.place.path().join("sound"));
        copy(&bench.path, &sound).unwrap();
        let own = bench.path.join(LOGS).join(bench.logs().remove(0));
        let bytes = fs::read_to_string(&own).unwrap();
        fs::write(&own, bytes.replacen("lần 1", "lần 8", 1)).unwrap();
        merge::merge(&bench.path, &[sound]).unwrap();
        fs::write(bench.path.join("logs/anh.jpg"), b"\xff\xd8").unwrap();
        let fresh = copy(&bench.path, &stick).unwrap();
        let again = copy(&bench.path, &stick).unwrap();
        assert_eq!((fresh.refused, fresh.damaged), (Vec::new(), Vec::new()));
        assert_eq!((again.refused, again.damaged), (Vec::new(), Vec::new()));
        assert_eq!((again.files, again.bytes), (fresh.files, fresh.bytes));
        let on_disk = |path: &Path| -> u64 { fs::metadata(path).unwrap().len() };
        let logs: u64 = fs::read_dir(stick.join(LOGS)).unwrap().flatten().map(|entry| on_disk(&entry.path())).sum();
        assert_eq!(again.bytes, on_disk(&stick.join(CHARTER)) + logs);
    }
}
