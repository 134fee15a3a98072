//! One file from machine to machine: hand-out to a member, hand-in to the presiding table. What lies in such a file
//! stands in `hand`, taking entries in stands in `merge`.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::folder::CHARTER;
use super::hand::{HandFile, is_hand_file};
use super::merge::{self, Brought, Carried};
use super::{Places, charter, create, file, library};
use crate::council::{Author, Handed, Merged, SeatId, SessionId, Way};
use crate::trouble::{Doing, Failure, Fault, FaultKind, Place, Trouble};

/// One file for a seat's own machine: the charter, the desk's logs, and the seat's own. Without a seat: for
/// everybody, with nobody's marks.
pub fn hand_out(session: &Path, file: &Path, seat: Option<&SeatId>) -> Result<Handed, Trouble> {
    hand(session, file, Way::Out(seat.cloned()))
}

/// One file for the desk: the seat's own logs.
pub fn hand_in(session: &Path, file: &Path, seat: &SeatId) -> Result<Handed, Trouble> {
    hand(session, file, Way::In(seat.clone()))
}

/// A handed file's name in a folder: made of the session folder's own name, the seat and the way.
pub fn hand_name(session: &Path, way: &Way) -> String {
    let name = session.file_name().unwrap_or_default().to_string_lossy();
    let mut name = create::file_name(&name);
    name.truncate(34);
    let name = name.trim_end_matches('-');
    match way {
        Way::Out(Some(seat)) => format!("{name}-{seat}-giao.ocop"),
        Way::Out(None) => format!("{name}-giao.ocop"),
        Way::In(seat) => format!("{name}-{seat}-nop.ocop"),
    }
}

/// What a handed file is and holds, without taking it in.
pub fn look_into(path: &Path) -> Result<Handed, Trouble> {
    let bytes = file::read_document(path)?;
    let hand = HandFile::parse(&bytes, &path.display().to_string())?;
    let id = SessionId::of(&hand.charter);
    let mut aside = Merged::default();
    let place = Place::file(path.display().to_string());
    let carried: Vec<Carried> = hand.logs.iter().filter_map(|log| merge::read(&mut aside, id, log, &place)).collect();
    Ok(handed(hand.way, path, bytes.len(), &carried))
}

/// Takes a handed file in: into the session's folder if there is one below the sessions folder, else into a new one.
/// Gives the folder.
pub fn take_in(hand_file: &Path, places: &Places) -> Result<(PathBuf, Merged), Trouble> {
    let name = hand_file.display().to_string();
    let hand = HandFile::parse(&file::read_document(hand_file)?, &name)?;
    let charter = charter::parse_charter(&hand.charter, &name)?;
    let id = SessionId::of(&hand.charter);
    let (path, is_there) = library::home_of(&create::file_name(&charter.title), id, &places.sessions)?;
    if !is_there {
        create::create_from(&path, &hand.charter)?;
    }
    let merged = merge::merge(&path, &[hand_file.to_path_buf()])?;
    Ok((path, merged))
}

/// Whether a file is a hand-out or hand-in file, by its first bytes.
pub fn is_handed(path: &Path) -> bool {
    path.is_file() && matches!(file::read(path), Ok(Some(bytes)) if is_hand_file(&bytes))
}

fn hand(session: &Path, target: &Path, way: Way) -> Result<Handed, Trouble> {
    let (_, id) = charter::read_charter(&session.join(CHARTER))?;
    let charter = file::read_own_document(&session.join(CHARTER))?;
    refuse_other(target, id)?;
    let Brought { mut carried, .. } = merge::here(session, id)?;
    carried.retain(|carried| merge::may_carry(&way, &carried.log));
    let carried = merge::news(carried, &mut HashSet::new());
    let logs = carried.iter().map(|carried| carried.bytes.clone()).collect();
    let bytes = HandFile { way: way.clone(), charter, logs }.to_bytes();
    if bytes.len() as u64 > file::LIMIT {
        let place = Place::file(target.display().to_string());
        return Err(Fault { place, what: FaultKind::TooLarge { limit: file::LIMIT } }.into());
    }
    file::write_document(target, &bytes)?;
    // A stick that lies is found out before somebody relies on it.
    if file::read_document(target)? != bytes {
        let place = Place::file(target.display().to_string());
        return Err(Fault { place, what: FaultKind::NotAsWritten }.into());
    }
    Ok(handed(way, target, bytes.len(), &carried))
}

/// An older handed file of this session is replaced by a newer one; nothing else ever is.
fn refuse_other(target: &Path, id: SessionId) -> Result<(), Trouble> {
    let existing = || Failure::new(Doing::Existing, target, std::io::ErrorKind::AlreadyExists.into());
    if target.is_dir() {
        return Err(existing().into());
    }
    match file::read(target)? {
        None => Ok(()),
        Some(bytes) => match HandFile::parse(&bytes, "") {
            Ok(hand) if SessionId::of(&hand.charter) == id => Ok(()),
            _ => Err(existing().into()),
        },
    }
}

fn handed(way: Way, path: &Path, bytes: usize, carried: &[Carried]) -> Handed {
    let mut seen = HashSet::new();
    let mut count = |desk: bool| {
        let logs = carried.iter().filter(|carried| (carried.log.author() == Author::Desk) == desk);
        let lines = logs.flat_map(|carried| &carried.lines).filter(|line| line.is_entry);
        lines.filter(|line| seen.insert(line.hash)).count() as u64
    };
    let (desk, own) = (count(true), count(false));
    Handed { way, path: path.to_path_buf(), bytes: bytes as u64, desk, own }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::NotTaken;
    use crate::store::fixture::{Bench, ids, other, write};
    use crate::store::merge;
    use std::fs;

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
}
