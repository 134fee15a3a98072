//! Durable files: read whole and bounded, replaced by temporary + sync + rename + sync of the folder.
//! Appending to a log stands in `writer`. A failed sync is never tried again: after it the kernel may have dropped
//! the pages, and a second sync would report success for bytes that are gone.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::trouble::{Doing, Failure, Fault, FaultKind, Place, Trouble};

/// Largest file read, in bytes. An honest one of a large hall comes to 1 MiB; the worst of this size costs 1 to 1.5 s.
pub const LIMIT: u64 = 12 << 20;

/// The bytes of a file a person names; not being there is a failure.
pub fn read_document(path: &Path) -> Result<Vec<u8>, Trouble> {
    match read(path)? {
        Some(bytes) => Ok(bytes),
        None => Err(Failure::new(Doing::Reading, path, ErrorKind::NotFound.into()).into()),
    }
}

/// As [`read_document`], of a file of the session's own: one that is a link is refused.
pub(super) fn read_own_document(path: &Path) -> Result<Vec<u8>, Trouble> {
    refuse_link(path)?;
    read_document(path)
}

/// Puts a document in place: afterwards the path holds the old bytes or the new ones, never a mixture, and the new
/// ones are on disk.
pub fn write_document(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fresh = beside(path);
    let written = write_fresh(&fresh, bytes).and_then(|()| rename(&fresh, path));
    if written.is_err() {
        // The first failure is the one to report; a leftover of ours harms nobody.
        let _ = fs::remove_file(&fresh);
    }
    written
}

/// The whole file; nothing if it is not there. Any other reason not to read it is an error, never "empty".
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, Trouble> {
    read_from(path, 0)
}

/// As [`read`], of a file of the session's own: one that is a link is refused. A folder that somebody sent must not
/// make us read, quote or copy what lies outside it.
pub(super) fn read_own(path: &Path) -> Result<Option<Vec<u8>>, Trouble> {
    refuse_link(path)?;
    read(path)
}

fn refuse_link(path: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_symlink() => Err(Failure::new(Doing::Reading, path, ErrorKind::InvalidInput.into())),
        // Reading says what else is wrong.
        _ => Ok(()),
    }
}

/// The file from an offset on, as [`read`].
pub(super) fn read_from(path: &Path, offset: u64) -> Result<Option<Vec<u8>>, Trouble> {
    let fail = |source| Failure::new(Doing::Reading, path, source);
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {}
        // A pipe or a device in place of a file would block us or never end.
        Ok(_) => return Err(fail(ErrorKind::InvalidInput.into()).into()),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fail(error).into()),
    }
    let mut file = match patiently(|| File::open(path)) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fail(error).into()),
    };
    file.seek(SeekFrom::Start(offset)).map_err(fail)?;
    let mut bytes = Vec::new();
    let room = LIMIT.saturating_sub(offset);
    file.take(room + 1).read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() as u64 > room {
        let what = FaultKind::TooLarge { limit: LIMIT };
        return Err(Fault { place: Place::file(path.display().to_string()), what }.into());
    }
    Ok(Some(bytes))
}

/// The first bytes of a regular file, at most so many; nothing where it cannot be read.
pub(super) fn first(path: &Path, most: u64) -> Option<Vec<u8>> {
    if !fs::symlink_metadata(path).is_ok_and(|about| about.is_file()) {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Writes and syncs a file under a name nobody else uses yet. What a program that was killed left there goes first, and
/// so does a link that somebody put there to have us write elsewhere.
pub(super) fn write_fresh(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(Failure::new(Doing::Creating, path, error)),
        _ => {}
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|e| Failure::new(Doing::Creating, path, e))?;
    file.write_all(bytes).map_err(|e| Failure::new(Doing::Writing, path, e))?;
    file.sync_all().map_err(|e| Failure::new(Doing::Syncing, path, e))
}

/// Renames within one folder and makes the new name last.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), Failure> {
    patiently(|| fs::rename(from, to)).map_err(|e| Failure::new(Doing::Renaming, to, e))?;
    sync_folder(folder_of(to))
}

/// Makes the names in a folder last. Windows has no such thing: there a rename is as lasting as it gets.
pub(super) fn sync_folder(path: &Path) -> Result<(), Failure> {
    if cfg!(unix) {
        let sync = |path: &Path| File::open(path)?.sync_all();
        match sync(path) {
            // Some network and FUSE media refuse to sync a folder; what they can do, they have done.
            Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
            other => other.map_err(|e| Failure::new(Doing::Syncing, path, e)),
        }
    } else {
        Ok(())
    }
}

/// Creates a folder and those above it, each made to last; one that is there is fine.
pub(super) fn make_folder(path: &Path) -> Result<(), Failure> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        make_folder(parent)?;
    }
    match fs::create_dir(path) {
        Ok(()) => sync_folder(folder_of(path)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(Failure::new(Doing::Creating, path, error)),
    }
}

/// The folder a path lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// The temporary name of a path: hidden, in the same folder.
pub(super) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    folder_of(path).join(format!(".{name}.new"))
}

/// On Windows a virus scanner or indexer may hold a file for a moment: tries for about a second.
pub(super) fn patiently<T>(mut act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    const SHARING_VIOLATION: i32 = 32;
    const ACCESS_DENIED: i32 = 5;
    for _ in 0..20 {
        match act() {
            Err(error) if cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | ACCESS_DENIED)) => {
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            other => return other,
        }
    }
    act()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_replaced_whole_and_leaves_no_temporary() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        write_document(&path, b"one").unwrap();
        write_document(&path, b"two").unwrap();
        assert_eq!(read_document(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_way_leads_nobody_astray() {
        let folder = tempfile::tempdir().unwrap();
        let (outside, path) = (folder.path().join("outside"), folder.path().join("a.ron"));
        fs::write(&outside, "mine").unwrap();
        std::os::unix::fs::symlink(&outside, beside(&path)).unwrap();
        write_document(&path, b"new").unwrap();
        assert_eq!((fs::read(&outside).unwrap(), fs::read(&path).unwrap()), (b"mine".to_vec(), b"new".to_vec()));
        std::os::unix::fs::symlink(&outside, folder.path().join("link.ron")).unwrap();
        assert!(matches!(read_own(&folder.path().join("link.ron")), Err(Trouble::Failure(_))));
        assert_eq!(read(&folder.path().join("link.ron")).unwrap().unwrap(), b"mine", "a person may name a link");
    }

    #[test]
    fn only_not_found_means_absent() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read(&folder.path().join("none")).unwrap().is_none());
        assert!(matches!(read(folder.path()), Err(Trouble::Failure(_))), "a folder is not a file");
    }

    #[test]
    fn a_file_over_the_limit_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huge");
        File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
        let Err(Trouble::Faults(faults)) = read(&path) else { panic!("read") };
        assert_eq!(faults[0].what, FaultKind::TooLarge { limit: LIMIT });
    }
}
