//! What lies in a folder: which files may be carriers, their length and time of change, which are links. What they say
//! is read in `folder`.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::SystemTime;

use crate::council::{Device, SeatId};
use crate::trouble::{Doing, Failure};

/// Length and time of change.
pub(super) type Stamp = (u64, Option<SystemTime>);

/// Length and time of change of a file.
pub(super) fn stamp(path: &Path) -> Result<Stamp, Failure> {
    let about = fs::metadata(path).map_err(|error| Failure::new(Doing::Reading, path, error))?;
    Ok((about.len(), about.modified().ok()))
}

/// As [`stamp`]; nothing where there is no file.
pub(super) fn stamp_if_there(path: &Path) -> Result<Option<Stamp>, Failure> {
    if exists(path)? { stamp(path).map(Some) } else { Ok(None) }
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

/// The names of links in a folder: they are never followed.
pub(super) fn links(path: &Path) -> Result<Vec<String>, Failure> {
    let fail = |source| Failure::new(Doing::Reading, path, source);
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(fail(error)),
    };
    let mut links = Vec::new();
    for entry in entries {
        let entry = entry.map_err(fail)?;
        if entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
            links.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    links.sort();
    Ok(links)
}

/// Whether a file is named as the logs are: `<author>-<device>.log`, also with something before the ending.
pub(super) fn is_named_as_log(name: &str) -> bool {
    name.strip_suffix(".log").is_some_and(|stem| {
        let stem = stem.split('.').next().unwrap_or_default();
        stem.split_once('-').is_some_and(|(author, device)| {
            (author == "desk" || SeatId::new(author).is_some()) && Device::new(device).is_some()
        })
    })
}

/// Whether something is there.
pub(super) fn exists(path: &Path) -> Result<bool, Failure> {
    path.try_exists().map_err(|e| Failure::new(Doing::Reading, path, e))
}
