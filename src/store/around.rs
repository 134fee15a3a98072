//! What of a session lies where people put what they bring: sticks, downloads, the desktop, the folder of sessions.
//! Only looks; taking in stands in `merge`.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::copy::holds;
use super::files;
use super::folder::{CHARTER, LOGS, SESSION};
use super::hand::{HandFile, is_hand_file};
use super::log::Carrier;
use super::{Places, charter, file, library, merge};
use crate::council::{Author, Found, FoundKind, Hash, LogName, Merged, SessionId, Spot};
use crate::trouble::Trouble;

/// Most things looked at in one folder: a stick full of photographs must not keep anybody waiting.
const MOST: usize = 2_000;

/// What of this session lies around, that which brings something new first. What cannot be read is passed over: it can
/// still be given by its path.
pub fn look_around(session: &Path, places: &Places) -> Result<Vec<Found>, Trouble> {
    let (_, id) = charter::read_charter(&session.join(CHARTER))?;
    let known = merge::here(session, id)?.hashes();
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let own = whole(session);
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for (spot, place) in places.spots() {
        for path in candidates(&place) {
            let whole = whole(&path);
            if whole.starts_with(&own) || own.starts_with(&whole) || !seen.insert(whole) {
                continue;
            }
            found.extend(look(&path, spot, id, &known));
        }
    }
    found.sort_by(|a, b| (b.new > 0, a.spot, &a.path).cmp(&(a.new > 0, b.spot, &b.path)));
    Ok(found)
}

/// What is directly in a place, and the files directly in its folders.
fn candidates(place: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    let files = |path: &Path| -> Vec<PathBuf> {
        let names = files::list(path).unwrap_or_default().into_keys();
        names.take(MOST).map(|name| path.join(name)).collect()
    };
    all.extend(files(place));
    for path in library::folders(place).unwrap_or_default().into_iter().take(MOST) {
        let is_folder = std::fs::symlink_metadata(&path).is_ok_and(|about| about.is_dir());
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !is_folder || hidden {
            continue;
        }
        if !path.join(CHARTER).is_file() {
            all.extend(files(&path));
        }
        all.push(path);
    }
    all
}

fn look(path: &Path, spot: Spot, id: SessionId, known: &HashSet<Hash>) -> Option<Found> {
    let (what, bytes) = if path.is_dir() { folder_of(path, id)? } else { file_of(path, id)? };
    let mut aside = Merged::default();
    let mut brought = merge::Brought::default();
    merge::collect(path, id, &mut aside, &mut brought).ok()?;
    let (new, old) = brought.count(known);
    (new + old > 0).then(|| {
        let latest = latest(id, &brought.carried);
        Found { path: path.to_path_buf(), what, spot, bytes, latest, new, known: old }
    })
}

/// The claimed time of the latest entry: of two copies it tells the newer one.
fn latest(id: SessionId, carried: &[merge::Carried]) -> String {
    let of = |carried: &merge::Carried| Carrier::new(id).feed(&carried.bytes);
    let entries = carried.iter().flat_map(of).filter_map(|line| line.entry);
    entries.max_by_key(|entry| entry.t).map(|entry| entry.at).unwrap_or_default()
}

fn folder_of(path: &Path, id: SessionId) -> Option<(FoundKind, u64)> {
    if !holds(path, id) {
        return None;
    }
    let what = if path.join(SESSION).is_file() { FoundKind::SealedFolder } else { FoundKind::Folder };
    // As a copy counts: its size is the same wherever it is told. Only looked at: reading a folder may finish its seal.
    let logs: u64 = files::list(&path.join(LOGS)).ok()?.values().map(|(length, _)| *length).sum();
    let documents = [CHARTER, SESSION].map(|name| std::fs::metadata(path.join(name)).map_or(0, |about| about.len()));
    Some((what, logs + documents.iter().sum::<u64>()))
}

/// A handed file or a log of this session, by its first bytes.
fn file_of(path: &Path, id: SessionId) -> Option<(FoundKind, u64)> {
    if !merge::looks_carried(path) {
        return None;
    }
    let bytes = file::read(path).ok()??;
    let length = bytes.len() as u64;
    if is_hand_file(&bytes) {
        let hand = HandFile::parse(&bytes, "").ok()?;
        return (SessionId::of(&hand.charter) == id).then_some((FoundKind::Hand(hand.way), length));
    }
    let place = crate::trouble::Place::file("");
    let author = |log: LogName| -> Author { log.author() };
    let carried = merge::read(&mut Merged::default(), id, &bytes, &place)?;
    Some((FoundKind::Log(author(carried.log)), length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::{SeatId, Way};
    use crate::store::fixture::{Bench, other, write};
    use std::fs;

    #[test]
    fn what_lies_around_is_found_named_and_counted_before_it_is_taken_in() {
        let bench = Bench::new();
        write(&bench, &bench.path, "desk", 1);
        let member = other(&bench, "home/media/usb/phien-yt");
        let log = write(&bench, &member, "m1", 3);
        let downloads = bench.place.path().join("home/downloads");
        fs::create_dir_all(downloads.join("zalo")).unwrap();
        let seat = SeatId::new("m1").unwrap();
        crate::store::hand_in(&member, &downloads.join("phien-m1-nop.ocop"), &seat).unwrap();
        crate::store::hand_out(&bench.path, &downloads.join("zalo/giao.ocop"), None).unwrap();
        fs::copy(&log, downloads.join("m1-x.sync-conflict-1.log")).unwrap();
        fs::write(downloads.join("anh.jpg"), b"\xff\xd8").unwrap();
        let mut charter = crate::store::fixture::charter();
        charter.nonce = "e".repeat(32);
        crate::store::create(&bench.places.sessions.join("khac"), &charter).unwrap();

        let found = look_around(&bench.path, &bench.places).unwrap();
        let said: Vec<(Spot, &FoundKind, u64, u64)> =
            found.iter().map(|found| (found.spot, &found.what, found.new, found.known)).collect();
        let m1 = Author::Seat(seat.clone());
        assert_eq!(
            said,
            [
                (Spot::Removable, &FoundKind::Folder, 3, 0),
                (Spot::Downloads, &FoundKind::Log(m1), 3, 0),
                (Spot::Downloads, &FoundKind::Hand(Way::In(seat)), 3, 0),
                (Spot::Downloads, &FoundKind::Hand(Way::Out(None)), 0, 1),
            ]
        );
        merge::merge(&bench.path, &[found[0].path.clone()]).unwrap();
        let after = look_around(&bench.path, &bench.places).unwrap();
        assert!(after.iter().all(|found| found.new == 0) && after.len() == 4);
    }

    #[test]
    fn the_session_itself_is_not_among_what_lies_around() {
        let bench = Bench::new();
        let own = other(&bench, "home/sessions/phien");
        write(&bench, &own, "m1", 1);
        assert!(look_around(&own, &bench.places).unwrap().is_empty());
        assert_eq!(look_around(&bench.path, &bench.places).unwrap().len(), 1);
    }
}
