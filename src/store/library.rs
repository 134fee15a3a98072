//! The sessions a person has at hand: where they are, how each stands, and samples that stay as shipped.
//!
//! A folder with a file named `SAMPLE` in it was shipped with the program. Nobody scores in it: they get a working
//! copy among their own sessions.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::files;
use super::folder::{CHARTER, Folder, LOGS, SESSION};
use super::{Places, Settings, charter, create, file, seal, verify};
use crate::council::{Purpose, SessionId};
use crate::session::Phase;
use crate::trouble::{Doing, Failure, Trouble};

/// The mark of a shipped sample.
const SAMPLE: &str = "SAMPLE";

/// How a session stands.
#[derive(Debug)]
pub struct Standing {
    /// Title.
    pub title: String,
    /// A sitting or a rehearsal.
    pub purpose: Purpose,
    /// Civil date; may be empty.
    pub date: String,
    /// Whether it is a shipped sample.
    pub sample: bool,
    /// How far it got.
    pub state: State,
}

/// How far a session got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// So many products locked or closed, of so many.
    Open {
        /// Locked or closed.
        done: usize,
        /// All.
        of: usize,
    },
    /// Sealed, and everything follows from the logs.
    Verified,
    /// Sealed, and so many things are wrong.
    Failing(usize),
}

/// The folders with sessions: those opened lately, latest first, then those in `sessions` below `here` and in the
/// data folder, by name. Each once; those that are gone are left out. Cheap: no session is read (see [`standing`]).
pub fn sessions(here: &Path, places: &Places, settings: &Settings) -> Result<Vec<PathBuf>, Failure> {
    let mut found: Vec<PathBuf> = settings.recent.clone();
    found.extend(folders(&here.join("sessions"))?);
    found.extend(folders(&places.sessions)?);
    let mut seen = BTreeSet::new();
    found.retain(|path| {
        path.join(CHARTER).is_file() && seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone()))
    });
    Ok(found)
}

/// How a session stands: reads it, and a sealed one is verified.
pub fn standing(path: &Path) -> Result<Standing, Trouble> {
    let mut folder = Folder::open(path)?;
    let reading = folder.read()?;
    let state = if reading.sealed {
        match verify(path, None)?.problems.len() {
            0 => State::Verified,
            problems => State::Failing(problems),
        }
    } else {
        let session = seal::fold(&folder, reading.entries);
        let products = session.products();
        let is_done = |phase| matches!(phase, Phase::Locked { .. } | Phase::Closed { .. });
        let done = products.iter().filter(|product| is_done(session.phase(&product.id))).count();
        State::Open { done, of: products.len() }
    };
    let charter = reading.charter;
    Ok(Standing {
        title: charter.title.clone(),
        purpose: charter.purpose,
        date: charter.date.clone(),
        sample: is_sample(path),
        state,
    })
}

/// Whether a folder is a shipped sample, which stays as it is.
pub fn is_sample(path: &Path) -> bool {
    path.join(SAMPLE).is_file()
}

/// A sample's working copy among the person's own sessions: the one that is there, or a new one, byte for byte.
pub fn working_copy(sample: &Path, places: &Places) -> Result<PathBuf, Trouble> {
    let charter_bytes = file::read_own_document(&sample.join(CHARTER))?;
    let charter = charter::parse_charter(&charter_bytes, &sample.join(CHARTER).display().to_string())?;
    let (path, is_there) =
        home_of(&create::file_name(&charter.title), SessionId::of(&charter_bytes), &places.sessions)?;
    if is_there {
        return Ok(path);
    }
    let mut files = vec![(PathBuf::from(CHARTER), charter_bytes)];
    for name in files::list(&sample.join(LOGS))?.into_keys() {
        let name = Path::new(LOGS).join(name);
        let bytes = file::read_document(&sample.join(&name))?;
        files.push((name, bytes));
    }
    files.extend(file::read_own(&sample.join(SESSION))?.map(|bytes| (PathBuf::from(SESSION), bytes)));
    create::build(&path, |fresh| {
        file::make_folder(&fresh.join(LOGS))?;
        files.iter().try_for_each(|(name, bytes)| file::write_fresh(&fresh.join(name), bytes))?;
        file::sync_folder(&fresh.join(LOGS))
    })?;
    Ok(path)
}

/// Where a session has its place below a folder, and whether it is there: the first name of `name`, `name-2`, … that
/// holds this session or nothing. One that cannot be read may hold it: nothing is begun beside it.
pub(super) fn home_of(name: &str, id: SessionId, below: &Path) -> Result<(PathBuf, bool), Failure> {
    let is_other = |kind| matches!(kind, ErrorKind::NotADirectory | ErrorKind::InvalidInput);
    let mut path = below.join(name);
    let mut number = 1;
    while files::exists(&path)? {
        match file::read(&path.join(CHARTER)) {
            Ok(Some(bytes)) if SessionId::of(&bytes) == id => return Ok((path, true)),
            // A file under the name, or something odd in place of a charter, is no session.
            Err(Trouble::Failure(failure)) if !is_other(failure.source.kind()) => {
                return Err(failure);
            }
            _ => {}
        }
        number += 1;
        path = below.join(format!("{name}-{number}"));
    }
    Ok((path, false))
}

/// The folders in a folder, by name; none if it is not there.
pub(super) fn folders(path: &Path) -> Result<BTreeSet<PathBuf>, Failure> {
    let fail = |source| Failure::new(Doing::Reading, path, source);
    match fs::read_dir(path) {
        Ok(entries) => entries.map(|entry| entry.map(|entry| entry.path()).map_err(fail)).collect(),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(BTreeSet::new()),
        Err(error) => Err(fail(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::fixture::{Bench, Sitting};

    #[cfg(unix)]
    #[test]
    fn nothing_is_begun_beside_a_folder_that_cannot_be_read() {
        let place = tempfile::tempdir().unwrap();
        let id = SessionId::of(b"charter");
        let [first, second, third] = ["phien", "phien-2", "phien-3"].map(|name| place.path().join(name));
        fs::write(first, "no folder").unwrap();
        fs::create_dir_all(second.join(CHARTER)).unwrap();
        assert_eq!(home_of("phien", id, place.path()).unwrap(), (third.clone(), false), "no session is passed by");
        fs::create_dir(&third).unwrap();
        // A loop of links stands for a stick that cannot be read.
        std::os::unix::fs::symlink(CHARTER, third.join(CHARTER)).unwrap();
        assert!(home_of("phien", id, place.path()).is_err());
    }

    #[test]
    fn recent_sessions_come_first_and_each_comes_once() {
        let bench = Bench::new();
        let here = bench.place.path().join("here");
        for name in ["a", "b"] {
            create(&here.join("sessions").join(name));
        }
        create(&bench.places.sessions.join("c"));
        fs::create_dir_all(here.join("sessions/no-session")).unwrap();
        let mut settings = Settings::default();
        settings.remember(Path::new("/gone"));
        settings.remember(&here.join("sessions/b"));
        settings.remember(&bench.path);
        let names: Vec<_> = sessions(&here, &bench.places, &settings).unwrap();
        let names: Vec<_> = names.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["phien", "b", "a", "c"]);
    }

    fn create(path: &Path) {
        super::create::create(path, &crate::store::fixture::charter()).unwrap();
    }

    #[test]
    fn a_session_says_how_far_it_got() {
        assert_eq!(standing(&Bench::new().path).unwrap().state, State::Open { done: 0, of: 2 });
        assert_eq!(standing(&Sitting::ready().bench.path).unwrap().state, State::Open { done: 2, of: 2 });
        let sealed = Sitting::sealed();
        assert_eq!(standing(&sealed.bench.path).unwrap().state, State::Verified);
        fs::write(sealed.bench.path.join(SESSION), "(format: 1)").unwrap();
        assert!(matches!(standing(&sealed.bench.path).unwrap().state, State::Failing(_)));
    }

    #[test]
    fn a_sample_is_copied_once_and_stays_as_shipped() {
        let sitting = Sitting::ready();
        let sample = &sitting.bench.path;
        fs::write(sample.join(SAMPLE), "").unwrap();
        let copy = working_copy(sample, &sitting.bench.places).unwrap();
        assert!(is_sample(sample) && !is_sample(&copy));
        let read = |path: &Path| Folder::open(path).unwrap().read().unwrap().entries;
        assert_eq!(read(&copy), read(sample));
        assert_eq!(working_copy(sample, &sitting.bench.places).unwrap(), copy);
    }
}
