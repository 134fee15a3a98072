//! Carrying logs between machines: hand-out, hand-in, and merging whatever people bring.
//!
//! Merging is set union, so this file only decides which bytes are worth keeping: checked lines that are not here
//! yet, stored as a carrier of their own name. A file that someone here may be writing is never touched.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::folder::{self, CHARTER, LOGS, SESSION};
use super::hand::{HandFile, Way, is_hand_file};
use super::log::{Carrier, Kind};
use super::{Places, charter, create, file, library};
use crate::council::{Author, Hash, LineFault, LogName, SeatId, SessionId};
use crate::trouble::{Doing, Failure, Fault, FaultKind, Place, Trouble};

/// What merging did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// By log: how many entries are new here, and how many were known.
    pub logs: BTreeMap<LogName, Counted>,
    /// What was not taken, where it stood, and why.
    pub refused: Vec<Refused>,
    /// Whether the session is sealed: what came after the seal changes nothing.
    pub sealed: bool,
}

/// Entries of one log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// New here.
    pub new: u64,
    /// Here already.
    pub known: u64,
}

/// Something that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Where it stood.
    pub place: Place,
    /// Why.
    pub why: NotTaken,
}

/// Why something was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// A log of another session.
    Foreign,
    /// No log at all, or its first line is damaged.
    NoLog,
    /// A damaged line.
    Damage(LineFault),
    /// So many entries that stand behind a damaged line: they cannot be checked from the beginning.
    BehindDamage(u64),
    /// The last line was not written to its end.
    Torn,
    /// A log of somebody whose log the file has no business to carry.
    NotTheirs(LogName),
    /// The file cannot be read.
    Unread(FaultKind),
}

/// The checked lines of one carrier.
struct Carried {
    log: LogName,
    place: Place,
    bytes: Vec<u8>,
    lines: Vec<(Hash, bool)>,
}

impl Merged {
    /// Entries that are new here.
    pub fn new_entries(&self) -> u64 {
        self.logs.values().map(|counted| counted.new).sum()
    }

    fn refuse(&mut self, place: Place, why: NotTaken) {
        self.refused.push(Refused { place, why });
    }

    /// Reads a carrier of any origin: its checked lines, everything else on the list of what was refused.
    fn read(&mut self, session: SessionId, bytes: &[u8], place: &Place) -> Option<Carried> {
        let mut reader = Carrier::new(session);
        let taken = reader.feed(bytes);
        let log = match reader.kind() {
            Kind::Ours(log) => log.clone(),
            Kind::Foreign => {
                self.refuse(place.clone(), NotTaken::Foreign);
                return None;
            }
            Kind::Stray | Kind::Unbegun => {
                self.refuse(place.clone(), NotTaken::NoLog);
                return None;
            }
        };
        let on = |line: u64| Place { line: usize::try_from(line).unwrap_or(usize::MAX), ..place.clone() };
        for (line, fault) in reader.bad() {
            self.refuse(on(*line), NotTaken::Damage(*fault));
        }
        let behind = taken.iter().filter(|line| !line.rooted).count() as u64;
        if behind > 0 {
            self.refuse(place.clone(), NotTaken::BehindDamage(behind));
        }
        if reader.torn() > 0 {
            self.refuse(place.clone(), NotTaken::Torn);
        }
        let mut whole = Carried { log, place: place.clone(), bytes: Vec::new(), lines: Vec::new() };
        for line in taken.iter().filter(|line| line.rooted) {
            let (from, to) = line.bytes;
            let (Ok(from), Ok(to)) = (usize::try_from(from), usize::try_from(to)) else { continue };
            whole.bytes.extend(bytes.get(from..to).unwrap_or_default());
            whole.lines.push((line.hash, line.entry.is_some()));
        }
        Some(whole)
    }
}

/// Takes in what people brought – session folders, single logs, hand-out and hand-in files, stale or renamed copies
/// of any of them. Writes nothing but checked lines that are not here yet.
pub fn merge(session: &Path, sources: &[PathBuf]) -> Result<Merged, Trouble> {
    let (_, id) = charter::read_charter(&session.join(CHARTER))?;
    let mut merged = Merged::default();
    let mut brought = Vec::new();
    for source in sources {
        collect(source, id, &mut merged, &mut brought)?;
    }
    store(session, id, brought, &mut merged)?;
    merged.sealed = folder::exists(&session.join(SESSION))?;
    Ok(merged)
}

/// One file for a seat's own machine: the charter, the desk's logs, and the seat's own. Without a seat: for
/// everybody, with nobody's marks.
pub fn hand_out(session: &Path, file: &Path, seat: Option<&SeatId>) -> Result<(), Trouble> {
    hand(session, file, Way::Out(seat.cloned()))
}

/// One file for the desk: the seat's own logs.
pub fn hand_in(session: &Path, file: &Path, seat: &SeatId) -> Result<(), Trouble> {
    hand(session, file, Way::In(seat.clone()))
}

/// Takes a hand-out file in on a member's machine: into the session's folder if there is one below the sessions
/// folder, else into a new one. Gives the folder.
pub fn take_in(hand_file: &Path, places: &Places) -> Result<(PathBuf, Merged), Trouble> {
    let name = hand_file.display().to_string();
    let hand = HandFile::parse(&file::read_document(hand_file)?, &name)?;
    let charter = charter::parse_charter(&hand.charter, &name)?;
    let id = SessionId::of(&hand.charter);
    let (path, is_there) = library::home_of(&create::file_name(&charter.title), id, &places.sessions)?;
    if !is_there {
        create::create_from(&path, &hand.charter)?;
    }
    let merged = merge(&path, &[hand_file.to_path_buf()])?;
    Ok((path, merged))
}

/// Whether a file is a hand-out or hand-in file, by its first bytes.
pub fn is_handed(path: &Path) -> bool {
    path.is_file() && matches!(file::read(path), Ok(Some(bytes)) if is_hand_file(&bytes))
}

fn hand(session: &Path, target: &Path, way: Way) -> Result<(), Trouble> {
    let charter = file::read_document(&session.join(CHARTER))?;
    charter::parse_charter(&charter, &session.join(CHARTER).display().to_string())?;
    let mut aside = Merged::default();
    let mut carried = Vec::new();
    collect_folder(&session.join(LOGS), SessionId::of(&charter), &mut aside, &mut carried)?;
    carried.retain(|carried| may_carry(&way, &carried.log));
    let mut known = HashSet::new();
    let logs = news(carried, &mut known).into_iter().map(|carried| carried.bytes).collect();
    let bytes = HandFile { way, charter, logs }.to_bytes();
    file::write_document(target, &bytes)?;
    // A stick that lies is found out before somebody relies on it.
    if file::read_document(target)? == bytes {
        Ok(())
    } else {
        Err(Failure::new(Doing::Writing, target, std::io::ErrorKind::InvalidData.into()).into())
    }
}

/// Whether a file that goes this way may carry the log.
fn may_carry(way: &Way, log: &LogName) -> bool {
    let of = |author: &Author| super::log::device_of(log, author).is_some();
    match way {
        Way::Out(None) => of(&Author::Desk),
        Way::Out(Some(seat)) => of(&Author::Desk) || of(&Author::Seat(seat.clone())),
        Way::In(seat) => of(&Author::Seat(seat.clone())),
    }
}

fn collect(source: &Path, id: SessionId, merged: &mut Merged, into: &mut Vec<Carried>) -> Result<(), Trouble> {
    if source.is_dir() {
        let logs = source.join(LOGS);
        return collect_folder(if logs.is_dir() { &logs } else { source }, id, merged, into);
    }
    let place = Place::file(source.display().to_string());
    match file::read_document(source) {
        Ok(bytes) if is_hand_file(&bytes) => match HandFile::parse(&bytes, &place.file) {
            Ok(hand) => {
                for log in &hand.logs {
                    match merged.read(id, log, &place) {
                        Some(carried) if may_carry(&hand.way, &carried.log) => into.push(carried),
                        Some(carried) => merged.refuse(place.clone(), NotTaken::NotTheirs(carried.log)),
                        None => {}
                    }
                }
                if SessionId::of(&hand.charter) != id && hand.logs.is_empty() {
                    merged.refuse(place, NotTaken::Foreign);
                }
            }
            Err(Fault { what, .. }) => merged.refuse(place, NotTaken::Unread(what)),
        },
        Ok(bytes) => into.extend(merged.read(id, &bytes, &place)),
        Err(Trouble::Faults(faults)) => {
            for fault in faults {
                merged.refuse(place.clone(), NotTaken::Unread(fault.what));
            }
        }
        Err(trouble) => return Err(trouble),
    }
    Ok(())
}

fn collect_folder(logs: &Path, id: SessionId, merged: &mut Merged, into: &mut Vec<Carried>) -> Result<(), Trouble> {
    for name in folder::list(logs)?.into_keys() {
        collect(&logs.join(name), id, merged, into)?;
    }
    Ok(())
}

/// The carriers that add something to what is known: fuller ones first, so that stale copies add nothing.
fn news(mut carried: Vec<Carried>, known: &mut HashSet<Hash>) -> Vec<Carried> {
    carried
        .sort_by(|a, b| (&a.log, b.lines.len(), &a.bytes, &a.place).cmp(&(&b.log, a.lines.len(), &b.bytes, &b.place)));
    carried.retain(|carried| {
        let before = known.len();
        known.extend(carried.lines.iter().map(|(hash, _)| *hash));
        known.len() > before
    });
    carried
}

fn store(session: &Path, id: SessionId, brought: Vec<Carried>, merged: &mut Merged) -> Result<(), Trouble> {
    let logs = session.join(LOGS);
    let mut here = Vec::new();
    collect_folder(&logs, id, &mut Merged::default(), &mut here)?;
    let mut known: HashSet<Hash> = here.iter().flat_map(|carried| &carried.lines).map(|(hash, _)| *hash).collect();
    let mut seen = HashSet::new();
    for carried in &brought {
        let counted = merged.logs.entry(carried.log.clone()).or_default();
        for (hash, _) in carried.lines.iter().filter(|(hash, is_entry)| *is_entry && seen.insert(*hash)) {
            *if known.contains(hash) { &mut counted.known } else { &mut counted.new } += 1;
        }
    }
    let fresh = news(brought, &mut known);
    if !fresh.is_empty() {
        file::make_folder(&logs)?;
    }
    for carried in fresh {
        // Named by content: two programs that merge at once can only write the same bytes under the same name.
        let name = copy_name(&carried);
        file::write_document(&logs.join(&name), &carried.bytes)?;
        for old in here.iter().filter(|old| is_superseded(old, &carried, &logs)) {
            // All it says is on disk in the new file; a copy that stays does no harm.
            let _ = fs::remove_file(&old.place.file);
        }
    }
    Ok(())
}

fn copy_name(carried: &Carried) -> String {
    format!("{}.{}.log", carried.log, &Hash::of(&carried.bytes).to_string()[..8])
}

/// Whether a copy that an earlier merge wrote is the beginning of a new one.
fn is_superseded(old: &Carried, new: &Carried, logs: &Path) -> bool {
    old.bytes.len() < new.bytes.len()
        && new.bytes.starts_with(&old.bytes)
        && Path::new(&old.place.file) == logs.join(copy_name(old))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Folder;
    use crate::store::fixture::{Bench, mark};

    /// A second machine with an equal charter and no logs.
    fn other(bench: &Bench, name: &str) -> PathBuf {
        let path = bench.place.path().join(name);
        create::create_from(&path, &fs::read(bench.path.join(CHARTER)).unwrap()).unwrap();
        path
    }

    fn write(bench: &Bench, session: &Path, author: &str, lines: u64) -> PathBuf {
        let author = crate::store::fixture::author(author);
        let mut folder = Folder::open(session).unwrap();
        let (mut pen, mut writer) = folder.writer(&author, &bench.places, &mut |bytes| bench.random(bytes)).unwrap();
        let lines: Vec<String> = (0..lines).map(|t| mark(&mut pen, t)).collect();
        writer.append(&lines).unwrap();
        writer.path().to_path_buf()
    }

    fn ids(session: &Path) -> Vec<String> {
        let reading = Folder::open(session).unwrap().read().unwrap();
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        reading.entries.iter().map(|entry| format!("{} {}", entry.log, entry.id)).collect()
    }

    #[test]
    fn merging_either_way_gives_the_same_and_twice_gives_nothing_new() {
        let bench = Bench::new();
        let (a, b) = (bench.path.clone(), other(&bench, "b"));
        write(&bench, &a, "m1", 3);
        write(&bench, &b, "m2", 2);
        write(&bench, &b, "desk", 1);
        let merged = merge(&a, std::slice::from_ref(&b)).unwrap();
        assert_eq!((merged.new_entries(), merged.refused.len()), (3, 0));
        assert_eq!(merge(&b, std::slice::from_ref(&a)).unwrap().new_entries(), 3);
        assert_eq!(ids(&a), ids(&b));
        let files = folder::list(&a.join(LOGS)).unwrap();
        let again = merge(&a, &[b, a.clone()]).unwrap();
        assert_eq!(again.new_entries(), 0);
        assert_eq!(again.logs.values().map(|counted| counted.known).sum::<u64>(), 6);
        assert_eq!(folder::list(&a.join(LOGS)).unwrap(), files, "nothing was written");
    }

    #[test]
    fn a_copy_grows_in_place_of_its_beginning_and_a_stale_one_adds_nothing() {
        let bench = Bench::new();
        let desk = other(&bench, "desk");
        let log = write(&bench, &bench.path, "m1", 2);
        let stale = fs::read(&log).unwrap();
        merge(&desk, std::slice::from_ref(&log)).unwrap();
        write(&bench, &bench.path, "m1", 2);
        let stale_file = bench.place.path().join("m1.sync-conflict-1.log");
        fs::write(&stale_file, stale).unwrap();
        let merged = merge(&desk, &[stale_file, log]).unwrap();
        assert_eq!(merged.new_entries(), 2);
        assert_eq!((ids(&desk).len(), folder::list(&desk.join(LOGS)).unwrap().len()), (4, 1));
    }

    #[test]
    fn a_hand_out_carries_the_desk_and_its_own_seat_and_nobody_else() {
        let bench = Bench::new();
        write(&bench, &bench.path, "m1", 2);
        write(&bench, &bench.path, "m2", 2);
        write(&bench, &bench.path, "desk", 1);
        let file = bench.place.path().join("m1.hand");
        hand_out(&bench.path, &file, SeatId::new("m1").as_ref()).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains("log:\"m1-") && text.contains("log:\"desk-") && !text.contains("log:\"m2-"), "{text}");
        hand_out(&bench.path, &file, None).unwrap();
        assert!(!fs::read_to_string(&file).unwrap().contains("log:\"m1-"));
    }

    #[test]
    fn a_member_takes_a_hand_out_in_scores_and_hands_in() {
        let bench = Bench::new();
        write(&bench, &bench.path, "desk", 1);
        write(&bench, &bench.path, "m2", 1);
        let (out, back) = (bench.place.path().join("m1.out"), bench.place.path().join("m1.in"));
        let seat = SeatId::new("m1").unwrap();
        hand_out(&bench.path, &out, Some(&seat)).unwrap();
        assert!(is_handed(&out) && !is_handed(&bench.path.join(CHARTER)));
        let (member, merged) = take_in(&out, &bench.places).unwrap();
        assert_eq!((merged.new_entries(), member.file_name().unwrap().to_str()), (1, Some("phien-28-11")));
        assert_eq!(take_in(&out, &bench.places).unwrap().0, member, "once is enough");
        write(&bench, &member, "m1", 3);
        hand_in(&member, &back, &seat).unwrap();
        assert_eq!(merge(&bench.path, &[back]).unwrap().new_entries(), 3);
        assert_eq!(ids(&bench.path).len(), 5);
    }

    #[test]
    fn a_hand_in_that_carries_somebody_else_is_refused_for_that_part() {
        let bench = Bench::new();
        let log = write(&bench, &bench.path, "m2", 1);
        let charter = fs::read(bench.path.join(CHARTER)).unwrap();
        let hand = HandFile { way: Way::In(SeatId::new("m1").unwrap()), charter, logs: vec![fs::read(log).unwrap()] };
        let file = bench.place.path().join("in");
        fs::write(&file, hand.to_bytes()).unwrap();
        let merged = merge(&other(&bench, "b"), &[file]).unwrap();
        assert!(matches!(merged.refused[0].why, NotTaken::NotTheirs(_)) && merged.new_entries() == 0);
    }

    #[test]
    fn only_checked_lines_are_taken_and_the_rest_is_named() {
        let bench = Bench::new();
        let log = write(&bench, &bench.path, "m1", 4);
        let text = fs::read_to_string(&log).unwrap().replacen("lần 1", "lần 9", 1) + "half a line";
        let bad = bench.place.path().join("bad.log");
        fs::write(&bad, text).unwrap();
        let junk = bench.place.path().join("junk.txt");
        fs::write(&junk, "no log\n").unwrap();
        let target = other(&bench, "b");
        let merged = merge(&target, &[bad, junk]).unwrap();
        let why: Vec<&NotTaken> = merged.refused.iter().map(|refused| &refused.why).collect();
        let expected =
            [&NotTaken::Damage(LineFault::Chain), &NotTaken::BehindDamage(2), &NotTaken::Torn, &NotTaken::NoLog];
        assert_eq!(why, expected);
        assert_eq!((merged.refused[0].place.line, ids(&target).len()), (3, 1));
    }

    #[test]
    fn another_sessions_logs_are_named_as_such() {
        let bench = Bench::new();
        let log = write(&bench, &bench.path, "m1", 1);
        let stranger = bench.place.path().join("stranger");
        create::create_from(&stranger, b"(format: 1)").unwrap();
        let mut charter = crate::store::fixture::charter();
        charter.nonce = "f".repeat(32);
        fs::write(stranger.join(CHARTER), charter::charter_text(&charter)).unwrap();
        let merged = merge(&stranger, &[log]).unwrap();
        assert_eq!(merged.refused[0].why, NotTaken::Foreign);
    }
}
