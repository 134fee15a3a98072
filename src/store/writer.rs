//! Writing to a log: who may continue one, and how acts reach the disk.
//!
//! A log has one writer. It is continued only while two locks are held (in the local data folder, and beside the log
//! where the medium can lock) and while its length and head are those this machine remembers. In any doubt – a cloned
//! laptop, a restored folder, a second program – a new log is begun: logs are cheap, and nobody has to wait.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folder::{CHARTER, Folder, LOGS};
use super::log::{Carrier, Kind};
use super::{Places, charter, file, seal};
use crate::council::{Author, Device, Hash, LogName, Pen, SessionId};
use crate::trouble::{Doing, Failure, Trouble};

/// The program as it names itself in the logs it begins.
pub(super) const PROGRAM: &str = concat!("ocop-council ", env!("CARGO_PKG_VERSION"));

/// A log so long is not gone on with: a new one is begun long before nobody could read it any more.
const FULL: u64 = file::LIMIT / 2;

/// What this machine remembers of a log it wrote.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Memory {
    format: u32,
    length: u64,
    head: Hash,
}

/// The one writer of a log. Dropping it lets go of the log.
#[derive(Debug)]
pub struct Writer {
    path: PathBuf,
    session: PathBuf,
    id: SessionId,
    memory: PathBuf,
    length: u64,
    state: State,
    locks: Vec<File>,
}

#[derive(Debug)]
enum State {
    /// Not on disk yet; the first line.
    New(String),
    Open,
    /// A write failed: what is on disk is known only to who reads it again.
    Closed,
}

impl Folder {
    /// A pen and the writer for it: the author's log on this machine, or a new one. A new log comes to disk with its
    /// first act. A sealed folder is refused (`Doing::Existing`). `random` fills bytes.
    pub fn writer(
        &mut self,
        author: &Author,
        places: &Places,
        random: &mut dyn FnMut(&mut [u8]),
    ) -> Result<(Pen, Writer), Trouble> {
        self.ensure_read()?;
        seal::refuse_sealed(self.path())?;
        let prefix = format!("{author}-");
        let mut known: Vec<LogName> = self.heads().into_iter().map(|head| head.log).collect();
        known.dedup();
        for log in known.iter().filter(|log| log.as_str().starts_with(&prefix)) {
            if let Some(continued) = self.go_on(log, places)? {
                return Ok(continued);
            }
        }
        Ok(self.begin(author, places, random))
    }

    fn begin(&self, author: &Author, places: &Places, random: &mut dyn FnMut(&mut [u8])) -> (Pen, Writer) {
        let mut device = [0; 5];
        let mut nonce = [0; 16];
        random(&mut device);
        random(&mut nonce);
        let nonce = nonce.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        let (pen, line) = Pen::begin(self.id(), author.clone(), &Device::from_bytes(device), nonce, PROGRAM);
        let mut writer = Writer::new(self, pen.log(), places, State::New(line));
        writer.locks.extend(lock_here(&local(places, "locks", self.id(), pen.log(), "lock")).unwrap_or_default());
        (pen, writer)
    }

    /// Continues a log, if there is no doubt at all that it is ours to continue.
    fn go_on(&self, log: &LogName, places: &Places) -> Result<Option<(Pen, Writer)>, Trouble> {
        let mut writer = Writer::new(self, log, places, State::Open);
        let Some(memory) = Memory::read(&writer.memory).filter(|memory| memory.length < FULL) else { return Ok(None) };
        match lock_here(&local(places, "locks", self.id(), log, "lock")) {
            Ok(Some(held)) => writer.locks.push(held),
            Ok(None) | Err(_) => return Ok(None),
        }
        match lock(&beside(&writer.path)) {
            Ok(Some(held)) => writer.locks.push(held),
            Ok(None) => return Ok(None),
            // The medium cannot lock, or not be written: the second shows at the first act.
            Err(_) => {}
        }
        let Some(bytes) = file::read(&writer.path)? else { return Ok(None) };
        let mut carrier = Carrier::new(self.id());
        let taken = carrier.feed(&bytes);
        let knows = |head: &Hash| taken.iter().any(|chained| chained.hash == *head);
        let ours = *carrier.kind() == Kind::Ours(log.clone())
            && carrier.bad().is_empty()
            && carrier.read() == memory.length
            && self.heads().iter().filter(|head| head.log == *log).all(|head| knows(&head.head));
        let Some(pen) = carrier.pen().filter(|pen| ours && pen.head() == memory.head).cloned() else {
            return Ok(None);
        };
        if carrier.torn() > 0 && quarantine(self.path(), &writer.path, &bytes, carrier.read()).is_err() {
            return Ok(None);
        }
        writer.length = carrier.read();
        Ok(Some((pen, writer)))
    }
}

impl Writer {
    fn new(folder: &Folder, log: &LogName, places: &Places, state: State) -> Writer {
        Writer {
            path: folder.path().join(LOGS).join(format!("{log}.log")),
            session: folder.path().to_path_buf(),
            id: folder.id(),
            memory: local(places, "memory", folder.id(), log, "ron"),
            length: 0,
            state,
            locks: Vec::new(),
        }
    }

    /// The file it writes to.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends lines (each with its `\n`) under one sync: when this returns `Ok` they are on disk. After a failure the
    /// log is closed for good; what reached the disk is found by reading the folder, and a new writer is to be asked
    /// for.
    pub fn append<L: AsRef<str>>(&mut self, lines: &[L]) -> Result<(), Failure> {
        let text: String = lines.iter().map(AsRef::as_ref).collect();
        if text.is_empty() {
            return Ok(());
        }
        let written = match std::mem::replace(&mut self.state, State::Closed) {
            State::Closed => Err(self.failure(Doing::Writing, ErrorKind::BrokenPipe.into())),
            State::New(first) => self.create(&format!("{first}{text}")),
            State::Open => self.extend(&text),
        };
        written?;
        self.state = State::Open;
        self.remember(&text);
        Ok(())
    }

    fn create(&mut self, text: &str) -> Result<(), Failure> {
        self.session_is_there()?;
        file::make_folder(file::folder_of(&self.path))?;
        if super::files::exists(&self.path)? {
            return Err(self.failure(Doing::Existing, ErrorKind::AlreadyExists.into()));
        }
        if let Ok(Some(held)) = lock(&beside(&self.path)) {
            self.locks.push(held);
        }
        file::write_document(&self.path, text.as_bytes())?;
        self.length = text.len() as u64;
        Ok(())
    }

    /// A log is begun only in the session's own folder. One that was moved away, or a stick that was pulled, must not
    /// be made up for by a new folder under the old name.
    fn session_is_there(&self) -> Result<(), Failure> {
        let charter = self.session.join(CHARTER);
        match std::fs::read(&charter) {
            Ok(bytes) if SessionId::of(&bytes) == self.id => Ok(()),
            Ok(_) => Err(Failure::new(Doing::Writing, &charter, ErrorKind::NotFound.into())),
            Err(error) => Err(Failure::new(Doing::Writing, &charter, error)),
        }
    }

    /// Opened anew each time: a synchroniser may have put another file under the name, and what goes to a file that
    /// no longer has a name is lost.
    fn extend(&mut self, text: &str) -> Result<(), Failure> {
        let mut log = file::patiently(|| OpenOptions::new().append(true).open(&self.path))
            .map_err(|error| self.failure(Doing::Writing, error))?;
        let length = log.metadata().map_err(|error| self.failure(Doing::Writing, error))?.len();
        if length != self.length {
            return Err(self.failure(Doing::Writing, ErrorKind::ResourceBusy.into()));
        }
        if length + text.len() as u64 > file::LIMIT {
            return Err(self.failure(Doing::Writing, ErrorKind::FileTooLarge.into()));
        }
        log.write_all(text.as_bytes()).map_err(|error| self.failure(Doing::Writing, error))?;
        log.sync_data().map_err(|error| self.failure(Doing::Syncing, error))?;
        self.length += text.len() as u64;
        Ok(())
    }

    /// Not synced, and a failure is nobody's business: what is not remembered is in doubt, and then a new log begins. So
    /// it is written in place: put in place by a rename it would cost the next act's sync more than the act itself.
    fn remember(&self, text: &str) {
        let last = text.trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
        if let Some(head) = last.get(..64).and_then(Hash::parse) {
            let memory = charter::text(&Memory { format: 1, length: self.length, head });
            let _ = std::fs::create_dir_all(file::folder_of(&self.memory)).and_then(|()| {
                let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(&self.memory)?;
                file.write_all(memory.as_bytes())?;
                file.set_len(memory.len() as u64)
            });
        }
    }

    fn failure(&self, doing: Doing, source: std::io::Error) -> Failure {
        Failure::new(doing, &self.path, source)
    }
}

impl Memory {
    /// What cannot be read is not remembered.
    fn read(path: &Path) -> Option<Memory> {
        let bytes = file::read(path).ok()??;
        charter::parse(&bytes, "", 1).ok()
    }
}

/// The file of this machine that goes with a log of a session.
fn local(places: &Places, folder: &str, id: SessionId, log: &LogName, ending: &str) -> PathBuf {
    let id = id.to_string();
    places.local.join(folder).join(format!("{}-{log}.{ending}", &id[..16]))
}

/// The lock file beside a log. Never the log itself: on Windows a lock keeps others from reading.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    file::folder_of(path).join(format!(".{name}.lock"))
}

/// As [`lock`], in the local data folder, which may not be there yet.
fn lock_here(path: &Path) -> std::io::Result<Option<File>> {
    std::fs::create_dir_all(file::folder_of(path))?;
    lock(path)
}

/// Takes a lock until the file is dropped; nothing if another holds it. Creates no folder.
pub(super) fn lock(path: &Path) -> std::io::Result<Option<File>> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Moves the torn tail of a log aside: kept first, cut off after.
fn quarantine(folder: &Path, log: &Path, bytes: &[u8], whole: u64) -> Result<(), Failure> {
    let aside = folder.join("quarantine");
    file::make_folder(&aside)?;
    let name = log.file_stem().unwrap_or_default().to_string_lossy();
    let tail = bytes.get(usize::try_from(whole).unwrap_or(usize::MAX)..).unwrap_or_default();
    file::write_document(&aside.join(format!("{name}.{whole}.{}.tail", &Hash::of(tail).to_string()[..8])), tail)?;
    let file = OpenOptions::new().write(true).open(log).map_err(|e| Failure::new(Doing::Writing, log, e))?;
    file.set_len(whole).map_err(|e| Failure::new(Doing::Writing, log, e))?;
    file.sync_all().map_err(|e| Failure::new(Doing::Syncing, log, e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::fixture::{Bench, author, mark};
    use crate::store::folder::SESSION;

    #[test]
    fn a_log_comes_to_disk_with_its_first_act_and_goes_on_next_time() {
        let bench = Bench::new();
        let (mut pen, mut writer) = bench.writer("m1");
        assert!(bench.logs().is_empty());
        let first = mark(&mut pen, 1);
        let second = mark(&mut pen, 2);
        writer.append(&[first, second]).unwrap();
        drop(writer);
        let (mut pen, mut writer) = bench.writer("m1");
        assert_eq!(pen.position(), 2);
        let third = mark(&mut pen, 3);
        writer.append(&[third]).unwrap();
        assert_eq!((bench.logs().len(), bench.folder().read().unwrap().entries.len()), (1, 3));
    }

    #[test]
    fn a_log_is_not_begun_in_a_folder_that_is_no_longer_the_session() {
        let bench = Bench::new();
        let (mut pen, mut writer) = bench.writer("m1");
        let moved = bench.path.with_extension("moved");
        std::fs::rename(&bench.path, &moved).unwrap();
        assert!(writer.append(&[mark(&mut pen, 1)]).is_err());
        assert!(!bench.path.exists(), "no phantom folder");
        std::fs::rename(&moved, &bench.path).unwrap();
        assert!(bench.logs().is_empty());
    }

    #[test]
    fn a_second_program_gets_its_own_log_at_once() {
        let bench = Bench::new();
        let (mut pen, mut writer) = bench.writer("m1");
        writer.append(&[mark(&mut pen, 1)]).unwrap();
        let (mut other_pen, mut other) = bench.writer("m1");
        assert_ne!(pen.log(), other_pen.log());
        other.append(&[mark(&mut other_pen, 2)]).unwrap();
        writer.append(&[mark(&mut pen, 3)]).unwrap();
        assert_eq!((bench.logs().len(), bench.folder().read().unwrap().entries.len()), (2, 3));
    }

    #[test]
    fn either_lock_alone_keeps_a_second_program_off() {
        for lost in ["logs", "local"] {
            let bench = Bench::new();
            let (mut pen, mut writer) = bench.writer("m1");
            writer.append(&[mark(&mut pen, 1)]).unwrap();
            // As on a medium that cannot lock, or on another machine that remembers the same (a clone).
            let lock = match lost {
                "logs" => beside(writer.path()),
                _ => local(&bench.places, "locks", bench.folder().id(), pen.log(), "lock"),
            };
            std::fs::remove_file(lock).unwrap();
            assert_ne!(bench.writer("m1").0.log(), pen.log(), "without the lock in {lost}");
        }
    }

    #[test]
    fn a_restored_folder_begins_a_new_log() {
        let bench = Bench::new();
        let (mut pen, mut writer) = bench.writer("m1");
        let (first, second) = (mark(&mut pen, 1), mark(&mut pen, 2));
        writer.append(&[first]).unwrap();
        let old = std::fs::read(writer.path()).unwrap();
        writer.append(&[second]).unwrap();
        let path = writer.path().to_path_buf();
        drop(writer);
        std::fs::write(&path, old).unwrap();
        assert_ne!(bench.writer("m1").0.log(), pen.log(), "shorter than remembered");
    }

    #[test]
    fn a_machine_without_memory_begins_a_new_log() {
        let bench = Bench::new();
        let (mut pen, mut writer) = bench.writer("m1");
        writer.append(&[mark(&mut pen, 1)]).unwrap();
        drop(writer);
        std::fs::remove_dir_all(bench.places.local.join("memory")).unwrap();
        assert_ne!(bench.writer("m1").0.log(), pen.log());
    }

    #[test]
    fn a_newer_copy_of_the_log_elsewhere_is_a_doubt() {
        let bench = Bench::new();
        let (mut pen, mut writer) = bench.writer("m1");
        writer.append(&[mark(&mut pen, 1)]).unwrap();
        let mut copy = std::fs::read(writer.path()).unwrap();
        copy.extend(mark(&mut pen, 2).into_bytes());
        std::fs::write(bench.path.join("logs/m1 (1).log"), copy).unwrap();
        drop(writer);
        assert_ne!(bench.writer("m1").0.log(), pen.log());
    }

    #[test]
    fn a_torn_tail_is_kept_aside_by_who_holds_the_log() {
        let bench = Bench::new();
        let (mut pen, mut writer) = bench.writer("m1");
        writer.append(&[mark(&mut pen, 1)]).unwrap();
        let path = writer.path().to_path_buf();
        let torn = |tail: &[u8]| OpenOptions::new().append(true).open(&path).unwrap().write_all(tail).unwrap();
        torn(b"3f2a half a li");
        drop(bench.writer("m1"));
        assert!(!bench.path.join("quarantine").exists(), "another program holds the log");
        drop(writer);
        let (mut pen, mut writer) = bench.writer("m1");
        assert_eq!(pen.position(), 1);
        writer.append(&[mark(&mut pen, 2)]).unwrap();
        let aside: Vec<_> = std::fs::read_dir(bench.path.join("quarantine")).unwrap().flatten().collect();
        assert_eq!(std::fs::read(aside[0].path()).unwrap(), b"3f2a half a li");
        assert_eq!(bench.folder().read().unwrap().entries.len(), 2);
    }

    #[test]
    fn a_log_that_changed_or_vanished_is_not_written_to_and_stays_closed() {
        let bench = Bench::new();
        let (mut pen, mut writer) = bench.writer("m1");
        writer.append(&[mark(&mut pen, 1)]).unwrap();
        std::fs::remove_file(writer.path()).unwrap();
        assert!(writer.append(&[mark(&mut pen, 2)]).is_err());
        assert!(!writer.path().exists(), "nothing is acknowledged into a file without a name");
        assert!(writer.append(&[mark(&mut pen, 3)]).is_err());
    }

    #[test]
    fn a_log_that_grows_large_makes_room_for_another_before_nobody_could_read_it() {
        let bench = Bench::new();
        let (mut pen, mut writer) = bench.writer("m1");
        let many = |pen: &mut Pen, bytes: u64| {
            let (mut lines, mut length) = (Vec::new(), 0);
            while length < bytes {
                lines.push(mark(pen, pen.position() + 1));
                length += lines.last().unwrap().len() as u64;
            }
            lines
        };
        writer.append(&many(&mut pen, FULL)).unwrap();
        let first = pen.log().clone();
        assert!(writer.append(&many(&mut pen, file::LIMIT - FULL)).is_err(), "more than anybody would read");
        drop(writer);
        let length = std::fs::metadata(bench.path.join(format!("logs/{first}.log"))).unwrap().len();
        assert!(length <= file::LIMIT, "{length}");
        let entries = bench.folder().read().unwrap().entries.len();
        let (mut pen, mut writer) = bench.writer("m1");
        assert_ne!(*pen.log(), first);
        writer.append(&[mark(&mut pen, 1)]).unwrap();
        assert_eq!(bench.folder().read().unwrap().entries.len(), entries + 1);
    }

    #[test]
    fn a_sealed_folder_takes_no_more_acts() {
        let bench = Bench::new();
        std::fs::write(bench.path.join(SESSION), "").unwrap();
        let refused = bench.folder().writer(&author("m1"), &bench.places, &mut |_| {});
        assert!(matches!(refused, Err(Trouble::Failure(Failure { doing: Doing::Existing, .. }))));
    }
}
