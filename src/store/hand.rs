//! The hand-out and hand-in file: one file that carries a charter and logs from machine to machine, by stick or chat.
//! What may be in one, and what is taken from one, stands in `carry`.
//!
//! ```text
//! format: 1
//! ocop-council hand-out m1          (or `hand-out` for everybody, or `hand-in m1`)
//! charter.ron 4711                  the length in bytes, then exactly these bytes, then a line feed
//! …
//! log 1180                          so for each log, whose name and owner are read from its own first line
//! …
//! end <SHA-256 of everything above>
//! ```
//! Charter and logs are the stored bytes, never written anew. No file name is in it, so none can lead astray.

use crate::council::{Hash, SeatId, Way};
use crate::trouble::{Fault, FaultKind, Place};

/// What the first line says.
const FORMAT: &str = "format: ";
/// The newest format this program reads, and the one it writes.
const NEWEST: u32 = 1;

/// Most logs in one file.
const MOST_LOGS: usize = 1000;

/// A hand-out or hand-in file in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HandFile {
    pub(super) way: Way,
    pub(super) charter: Vec<u8>,
    pub(super) logs: Vec<Vec<u8>>,
}

/// Whether a file begins like one of these.
pub(super) fn is_hand_file(bytes: &[u8]) -> bool {
    bytes.starts_with(FORMAT.as_bytes())
}

impl HandFile {
    /// The file's bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let way = match &self.way {
            Way::Out(None) => "hand-out".to_owned(),
            Way::Out(Some(seat)) => format!("hand-out {seat}"),
            Way::In(seat) => format!("hand-in {seat}"),
        };
        let mut bytes = format!("{FORMAT}{NEWEST}\nocop-council {way}\n").into_bytes();
        let charter = std::iter::once(("charter.ron", &self.charter));
        for (what, block) in charter.chain(self.logs.iter().map(|log| ("log", log))) {
            bytes.extend(format!("{what} {}\n", block.len()).into_bytes());
            bytes.extend(block);
            bytes.push(b'\n');
        }
        let end = format!("end {}\n", Hash::of(&bytes));
        bytes.extend(end.into_bytes());
        bytes
    }

    /// Reads one; `name` stands in the fault. A file that was cut short or changed on its way is refused whole.
    pub(super) fn parse(bytes: &[u8], name: &str) -> Result<HandFile, Fault> {
        let fault = |what| Fault { place: Place::file(name), what };
        let mut rest = Rest { bytes, at: 0 };
        let format = rest.line().and_then(|line| line.strip_prefix(FORMAT)?.parse::<u32>().ok());
        match format {
            Some(format) if format > NEWEST => return Err(fault(FaultKind::NewerFormat(format))),
            Some(_) => {}
            None => return Err(fault(FaultKind::Unsound("format".into()))),
        }
        rest.document().ok_or_else(|| fault(FaultKind::Unsound("end".into())))
    }
}

/// What is still to be read.
struct Rest<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Rest<'a> {
    fn line(&mut self) -> Option<&'a str> {
        let rest = self.bytes.get(self.at..)?;
        let end = rest.iter().take(200).position(|byte| *byte == b'\n')?;
        self.at += end + 1;
        std::str::from_utf8(rest.get(..end)?).ok()
    }

    fn block(&mut self, length: &str) -> Option<Vec<u8>> {
        let end = self.at.checked_add(length.parse().ok()?)?;
        let block = self.bytes.get(self.at..end)?;
        self.at = end + 1;
        (self.bytes.get(end) == Some(&b'\n')).then(|| block.to_vec())
    }

    fn document(&mut self) -> Option<HandFile> {
        let seat = |id: &str| SeatId::new(id);
        let way = match self.line()?.strip_prefix("ocop-council ")?.split_once(' ') {
            None => Way::Out(None),
            Some(("hand-out", id)) => Way::Out(Some(seat(id)?)),
            Some(("hand-in", id)) => Way::In(seat(id)?),
            Some(_) => return None,
        };
        let charter = self.line()?.strip_prefix("charter.ron ").and_then(|length| self.block(length))?;
        let mut logs = Vec::new();
        loop {
            let covered = self.bytes.get(..self.at)?;
            match self.line()?.split_once(' ')? {
                ("log", length) if logs.len() < MOST_LOGS => logs.push(self.block(length)?),
                ("end", hash) => {
                    let whole = Hash::parse(hash)? == Hash::of(covered) && self.at == self.bytes.len();
                    return whole.then_some(HandFile { way, charter, logs });
                }
                _ => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> HandFile {
        let way = Way::Out(SeatId::new("m1"));
        HandFile { way, charter: b"(format: 1)\n".to_vec(), logs: vec![b"a\nb\n".to_vec(), Vec::new()] }
    }

    #[test]
    fn a_file_comes_back_as_it_was_written() {
        for way in [Way::Out(None), Way::Out(SeatId::new("m1")), Way::In(SeatId::new("m2").unwrap())] {
            let file = HandFile { way, ..file() };
            assert_eq!(HandFile::parse(&file.to_bytes(), "f").unwrap(), file);
        }
    }

    #[test]
    fn a_file_cut_short_or_changed_anywhere_is_refused() {
        let bytes = file().to_bytes();
        for at in 0..bytes.len() {
            assert!(HandFile::parse(&bytes[..at], "f").is_err(), "cut at {at}");
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(HandFile::parse(&changed, "f").is_err(), "changed at {at}");
        }
        let newer = HandFile::parse(b"format: 2\nwhatever", "f").unwrap_err();
        assert_eq!(newer.what, FaultKind::NewerFormat(2));
        assert!(HandFile::parse(b"format: 1\nocop-council hand-out\ncharter.ron 18446744073709551615\n", "f").is_err());
    }
}
