//! A new session folder: built aside, synced, and put in place whole, or not at all.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::folder::{CHARTER, LOGS};
use super::{charter, file};
use crate::council::{Charter, SessionId};
use crate::trouble::{Doing, Failure, Trouble};

/// Longest file name written, in bytes.
const LONGEST: usize = 60;

/// Creates the folder of a new session. A path that exists is refused (`Doing::Existing`), a charter that does not
/// hold is refused with its faults; whatever fails, nothing is left behind at the path.
pub fn create(path: &Path, charter: &Charter) -> Result<SessionId, Trouble> {
    let faults = charter::check_charter(charter, CHARTER);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    Ok(create_from(path, charter::charter_text(charter).as_bytes())?)
}

/// As [`create`], from the exact bytes of a charter that was checked.
pub(super) fn create_from(path: &Path, charter: &[u8]) -> Result<SessionId, Failure> {
    build(path, |fresh| {
        file::write_fresh(&fresh.join(CHARTER), charter)?;
        file::make_folder(&fresh.join(LOGS))
    })?;
    Ok(SessionId::of(charter))
}

/// Builds a folder aside and puts it in place. Of several that build one path at once the first to be done makes it;
/// the others find that it exists.
pub(super) fn build(path: &Path, fill: impl FnOnce(&Path) -> Result<(), Failure>) -> Result<(), Failure> {
    refuse_existing(path)?;
    file::make_folder(file::folder_of(path))?;
    let fresh = begin_aside(path)?;
    let built = fill(&fresh)
        .and_then(|()| file::sync_folder(&fresh))
        // A rename would replace an empty folder that appeared meanwhile: look once more.
        .and_then(|()| refuse_existing(path))
        .and_then(|()| file::rename(&fresh, path));
    match &built {
        // What others have begun, or a program that was killed has left, comes to nothing now that the path is taken.
        Ok(()) => (0..ASIDE).for_each(|number| _ = fs::remove_dir_all(aside(path, number))),
        Err(failure) => {
            let _ = fs::remove_dir_all(&fresh);
            let overtaken = [ErrorKind::NotFound, ErrorKind::DirectoryNotEmpty, ErrorKind::AlreadyExists];
            if overtaken.contains(&failure.source.kind()) {
                refuse_existing(path)?;
            }
        }
    }
    built
}

/// Most folders that are built for one path at once, those of killed programs among them.
const ASIDE: u32 = 8;

fn aside(path: &Path, number: u32) -> PathBuf {
    let beside = file::beside(path);
    if number == 0 { beside } else { beside.with_extension(format!("{number}.new")) }
}

/// A new folder beside the path that nobody else builds in.
fn begin_aside(path: &Path) -> Result<PathBuf, Failure> {
    for number in 0..ASIDE {
        let fresh = aside(path, number);
        match fs::create_dir(&fresh) {
            Ok(()) => return Ok(fresh),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Failure::new(Doing::Creating, fresh, error)),
        }
    }
    Err(Failure::new(Doing::Creating, file::beside(path), ErrorKind::AlreadyExists.into()))
}

fn refuse_existing(path: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(path) {
        Ok(_) => Err(Failure::new(Doing::Existing, path, ErrorKind::AlreadyExists.into())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Failure::new(Doing::Reading, path, error)),
    }
}

/// A file name for a title: lower-case ASCII letters, digits and `-`, at most 60; `phien` where nothing is left.
pub fn file_name(title: &str) -> String {
    let mut name = String::new();
    for c in title.nfd().flat_map(char::to_lowercase) {
        match c {
            'đ' => name.push('d'),
            c if c.is_ascii_alphanumeric() => name.push(c),
            // Marks of the letter before.
            '\u{300}'..='\u{36f}' => {}
            _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
    }
    name.truncate(LONGEST);
    let name = name.trim_end_matches('-');
    // Windows keeps these names for devices.
    let reserved = matches!(name, "con" | "prn" | "aux" | "nul")
        || (name.len() == 4 && (name.starts_with("com") || name.starts_with("lpt")));
    match name {
        "" => "phien".to_owned(),
        name if reserved => format!("phien-{name}"),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Folder, fixture};

    #[test]
    fn a_title_becomes_a_plain_file_name() {
        assert_eq!(file_name("Phiên 28/11 – Đồng Tháp"), "phien-28-11-dong-thap");
        assert_eq!(file_name("  ../../etc "), "etc");
        assert_eq!((file_name("★"), file_name("CON")), ("phien".into(), "phien-con".into()));
        assert_eq!(file_name(&"ữ".repeat(99)).len(), 60);
    }

    #[test]
    fn a_created_folder_opens_and_is_never_created_twice() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("sub/phien");
        let id = create(&path, &fixture::charter()).unwrap();
        let mut folder = Folder::open(&path).unwrap();
        assert_eq!(folder.id(), id);
        assert!(folder.read().unwrap().entries.is_empty());
        let Err(Trouble::Failure(failure)) = create(&path, &fixture::charter()) else { panic!("created twice") };
        assert_eq!(failure.doing, Doing::Existing);
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn of_two_that_are_built_at_once_one_is_made_and_what_was_left_aside_goes() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("phien");
        fs::create_dir(place.path().join(".phien.new")).unwrap();
        let charter = fixture::charter();
        let outer = build(&path, |fresh| {
            create(&path, &charter).unwrap();
            file::write_fresh(&fresh.join("late"), b"").and(Ok(()))
        });
        assert_eq!(outer.unwrap_err().doing, Doing::Existing);
        assert!(Folder::open(&path).is_ok());
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_failure_leaves_nothing_behind() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("phien");
        let fail = |fresh: &Path| Err(Failure::new(Doing::Writing, fresh, ErrorKind::StorageFull.into()));
        assert!(build(&path, fail).is_err());
        let mut charter = fixture::charter();
        charter.seats.clear();
        assert!(matches!(create(&path, &charter), Err(Trouble::Faults(_))));
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    }
}
