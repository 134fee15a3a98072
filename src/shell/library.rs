//! The sessions there are on this machine, and copies of them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::message::{ShelfState, Shelved};
use crate::council::Purpose;
use crate::i18n::{both, trouble};
use crate::session::Session;
use crate::store::{self, Folder, Places, Settings};
use crate::trouble::{Doing, Failure, Trouble};

/// Where samples and sessions of the current folder lie.
const HERE: &str = "sessions";

/// Every session in the sessions folder, in `./sessions` and among those opened lately: those opened lately first,
/// then by date, latest first; samples last.
pub(super) fn find(places: &Places) -> Vec<Shelved> {
    let recent = Settings::read(&places.settings).0.recent;
    let mut paths: Vec<PathBuf> = recent.iter().filter(|path| is_session(path)).cloned().collect();
    for folder in [&places.sessions, Path::new(HERE)] {
        let Ok(folder) = std::path::absolute(folder) else { continue };
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        found.retain(|path| is_session(path) && !paths.contains(path));
        paths.extend(found);
    }
    let samples = std::path::absolute(HERE).unwrap_or_default();
    let mut shelf: Vec<(usize, Shelved)> = paths
        .into_iter()
        .map(|path| {
            let lately = recent.iter().position(|known| *known == path).unwrap_or(usize::MAX);
            (lately, look(path, &samples))
        })
        .collect();
    shelf.sort_by(|(a, x), (b, y)| {
        let sample = |shelved: &Shelved| shelved.state == ShelfState::Sample;
        (sample(x), a, &y.date, &x.title, &x.path).cmp(&(sample(y), b, &x.date, &y.title, &y.path))
    });
    shelf.into_iter().map(|(_, shelved)| shelved).collect()
}

fn is_session(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.join("charter.ron").is_file()
}

/// A session as Home lists it. Rehearsals that lie in `./sessions` are the samples that come with the program.
fn look(path: PathBuf, samples: &Path) -> Shelved {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let read = Folder::open(&path).and_then(|mut folder| folder.read());
    let reading = match read {
        Ok(reading) => reading,
        Err(found) => {
            let why = both(|lang| trouble::trouble(lang, &found));
            return Shelved { path, title: name, date: String::new(), state: ShelfState::Damaged(why) };
        }
    };
    let (title, date) = (reading.charter.title.clone(), reading.charter.date.clone());
    let is_sample = path.parent() == Some(samples) && reading.charter.purpose == Purpose::Rehearsal;
    let state = if is_sample {
        ShelfState::Sample
    } else if reading.sealed {
        ShelfState::Sealed
    } else {
        let mut session = Session::new(reading.id, reading.charter);
        reading.entries.into_iter().for_each(|entry| session.apply(entry));
        let products = session.products();
        let settled = products.iter().filter(|product| session.settled(&product.id)).count();
        ShelfState::Open { settled, of: products.len() }
    };
    Shelved { path, title, date, state }
}

/// A working copy of a sample in the sessions folder, under its own name or the next free one.
pub(super) fn copy_sample(sample: &Path, places: &Places) -> Result<PathBuf, Trouble> {
    let name = store::file_name(&sample.file_name().unwrap_or_default().to_string_lossy());
    let mut to = places.sessions.join(&name);
    let mut number = 1;
    while to.exists() {
        number += 1;
        to = places.sessions.join(format!("{name}-{number}"));
    }
    copy(sample, &to)?;
    Ok(to)
}

/// Copies a session folder – charter, logs, session file – to a new place: built aside, synced, put in place whole.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), Trouble> {
    let to = std::path::absolute(to).map_err(|e| Failure::new(Doing::Creating, to, e))?;
    if to.exists() {
        return Err(Failure::new(Doing::Existing, to, std::io::ErrorKind::AlreadyExists.into()).into());
    }
    let parent = to.parent().unwrap_or(Path::new("."));
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    let fresh = parent.join(format!(".{name}.new"));
    let creating = |path: &Path| {
        let path = path.to_path_buf();
        move |e| Failure::new(Doing::Creating, path, e)
    };
    fs::create_dir_all(parent).map_err(creating(parent))?;
    let _ = fs::remove_dir_all(&fresh);
    let copied = fs::create_dir_all(fresh.join("logs")).map_err(creating(&fresh)).and_then(|()| {
        for file in carried(from)? {
            let bytes = fs::read(from.join(&file)).map_err(|e| Failure::new(Doing::Reading, from.join(&file), e))?;
            let target = fresh.join(&file);
            fs::write(&target, bytes)
                .and_then(|()| fs::File::open(&target)?.sync_all())
                .map_err(|e| Failure::new(Doing::Writing, &target, e))?;
        }
        fs::rename(&fresh, &to).map_err(|e| Failure::new(Doing::Renaming, &to, e))
    });
    if copied.is_err() {
        let _ = fs::remove_dir_all(&fresh);
    }
    Ok(copied?)
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
