//! The sessions there are on this machine, as Home lists them; and copies of a session elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::message::{Origin, ShelfState, Shelved};
use crate::i18n::{both, trouble};
use crate::store::{self, Places, Settings, State};
use crate::trouble::{Doing, Failure, Trouble};

/// Every session at hand: those opened lately first, then samples, then what cannot be read. A sealed one is verified.
pub(super) fn find(places: &Places) -> Result<Vec<Shelved>, Failure> {
    let here = std::path::absolute(".").map_err(|e| Failure::new(Doing::Reading, ".", e))?;
    let (settings, _) = Settings::read(&places.settings);
    let mut shelf: Vec<Shelved> = store::sessions(&here, places, &settings)?.into_iter().map(look).collect();
    shelf.sort_by_key(|shelved| match (&shelved.state, shelved.origin) {
        (ShelfState::Damaged(_), _) => 2,
        (_, Origin::Sample) => 1,
        (_, Origin::Own) => 0,
    });
    Ok(shelf)
}

fn look(path: PathBuf) -> Shelved {
    match store::standing(&path) {
        Ok(standing) => Shelved {
            path,
            title: standing.title,
            date: standing.date,
            origin: if standing.sample { Origin::Sample } else { Origin::Own },
            state: match standing.state {
                State::Open { done, of } => ShelfState::Open { settled: done, of },
                State::Verified => ShelfState::Sealed,
                State::Failing(wrong) => ShelfState::Failing(wrong),
            },
        },
        Err(found) => Shelved {
            title: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            path,
            date: String::new(),
            origin: Origin::Own,
            state: ShelfState::Damaged(both(|lang| trouble::trouble(lang, &found))),
        },
    }
}

/// Copies a session folder – charter, logs, session file – to a new place: built aside, synced, put in place whole.
pub(super) fn copy(from: &Path, to: &Path) -> Result<PathBuf, Trouble> {
    let to = std::path::absolute(to).map_err(|e| Failure::new(Doing::Creating, to, e))?;
    if to.exists() {
        return Err(Failure::new(Doing::Existing, to, std::io::ErrorKind::AlreadyExists.into()).into());
    }
    let parent = to.parent().unwrap_or(Path::new("."));
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    let fresh = parent.join(format!(".{name}.new"));
    let _ = fs::remove_dir_all(&fresh);
    let copied = fill(from, &fresh).and_then(|()| {
        fs::rename(&fresh, &to).map_err(|e| Failure::new(Doing::Renaming, &to, e))?;
        // Not every system lets a folder be synced; the files are.
        let _ = fs::File::open(parent).and_then(|folder| folder.sync_all());
        Ok(())
    });
    if copied.is_err() {
        let _ = fs::remove_dir_all(&fresh);
    }
    copied?;
    Ok(to)
}

fn fill(from: &Path, fresh: &Path) -> Result<(), Failure> {
    fs::create_dir_all(fresh.join("logs")).map_err(|e| Failure::new(Doing::Creating, fresh, e))?;
    for file in carried(from)? {
        let bytes = fs::read(from.join(&file)).map_err(|e| Failure::new(Doing::Reading, from.join(&file), e))?;
        let target = fresh.join(&file);
        fs::write(&target, bytes).map_err(|e| Failure::new(Doing::Writing, &target, e))?;
        fs::OpenOptions::new()
            .write(true)
            .open(&target)
            .and_then(|file| file.sync_all())
            .map_err(|e| Failure::new(Doing::Syncing, &target, e))?;
    }
    Ok(())
}

/// The files of a session that a copy carries, from its folder on.
fn carried(from: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = vec![PathBuf::from("charter.ron")];
    if from.join("session.ron").is_file() {
        files.push("session.ron".into());
    }
    let logs = from.join("logs");
    if let Ok(entries) = fs::read_dir(&logs) {
        for entry in entries {
            let entry = entry.map_err(|e| Failure::new(Doing::Reading, &logs, e))?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden && entry.path().is_file() {
                files.push(Path::new("logs").join(entry.file_name()));
            }
        }
    }
    files.sort();
    Ok(files)
}
