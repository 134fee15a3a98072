//! Looking through a folder that is no session's – a stick, downloads, a shared folder – for what belongs to this one.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Brought, CHARTER, SESSION, collect_folder, file, files, looks_carried};
use crate::council::{Merged, NotTaken, SessionId};
use crate::store::library;
use crate::trouble::{Place, Trouble};

/// How many folders deep is looked, the named one included.
const DEPTH: usize = 4;

/// How many folders are looked into; a path typed wrong can name a whole disk.
const FOLDERS: usize = 2000;

/// Takes what looks like part of this session, however deep it lies, within bounds that are told where they are met.
/// Sessions of others are nobody's business; links are never followed.
pub(super) fn collect(source: &Path, id: SessionId, merged: &mut Merged, into: &mut Brought) -> Result<(), Trouble> {
    let mut found = 0;
    for name in files::links(source)? {
        merged.refuse(place(&source.join(name)), NotTaken::Link);
    }
    // A folder that was named has to be readable; of one below it that is only told.
    files::list(source)?;
    let mut waiting = VecDeque::from([(source.to_path_buf(), 0)]);
    for _ in 0..FOLDERS {
        let Some((folder, depth)) = waiting.pop_front_if(|(_, depth)| *depth < DEPTH) else { break };
        found += files_of(&folder, id, merged, into)?;
        for inner in folders(&folder, merged) {
            match file::read(&inner.join(CHARTER)) {
                Ok(Some(charter)) if SessionId::of(&charter) == id => {
                    found += 1;
                    collect_folder(&inner, id, merged, into)?;
                }
                Ok(Some(_)) => {}
                // Without its charter it may still hold logs, which say themselves whose they are.
                _ => waiting.push_back((inner, depth + 1)),
            }
        }
    }
    if let Some((first, _)) = waiting.pop_front() {
        merged.refuse(place(&first), NotTaken::NotLooked);
    }
    if found == 0 {
        merged.refuse(place(source), NotTaken::NothingThere);
    }
    Ok(())
}

fn place(path: &Path) -> Place {
    Place::file(path.display().to_string())
}

/// Takes the files of a folder that look like part of a session; gives how many.
fn files_of(folder: &Path, id: SessionId, merged: &mut Merged, into: &mut Brought) -> Result<usize, Trouble> {
    let mut found = 0;
    for name in files::list(folder).unwrap_or_default().into_keys() {
        let path = folder.join(&name);
        if name == SESSION || looks_carried(&path) {
            found += 1;
            super::collect(&path, id, merged, into)?;
        }
    }
    Ok(found)
}

/// The folders in a folder that may be looked into: no hidden ones, no links.
fn folders(folder: &Path, merged: &mut Merged) -> Vec<PathBuf> {
    let Ok(inner) = library::folders(folder) else {
        merged.refuse(place(folder), NotTaken::NotLooked);
        return Vec::new();
    };
    let is_hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let is_folder = |path: &Path| fs::symlink_metadata(path).is_ok_and(|about| about.is_dir());
    inner.into_iter().filter(|path| is_folder(path) && !is_hidden(path)).collect()
}
