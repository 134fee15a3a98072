//! Reading one carrier: a file of log lines, from its first line on, also while it grows.
//! What several carriers say together stands in `union`; who may write to one in `writer`.
//!
//! A line is taken when it chains. One that chains to an *earlier* line of the file is a branch and is taken too. Any
//! other line is damage: it is named, and reading goes on from the hash it claims, so that one bad byte costs one
//! entry and not the afternoon. What was read past damage is not *rooted*: it hangs from a hash nobody could check.

use crate::council::{Author, Begin, Device, Entry, Hash, LineFault, LogName, Pen, SessionId};

/// How many bytes are hashed, over a whole file, to find what a line that does not chain branches from; after that such
/// lines are damage without looking.
const TRIED: u64 = 16 << 20;

/// How many damaged lines of one file are named; the others are counted.
const NAMED: usize = 100;

/// A line that was taken into the chain.
#[derive(Clone, Debug)]
pub(super) struct Chained {
    /// Its hash.
    pub(super) hash: Hash,
    /// The hash it chains from.
    pub(super) before: Hash,
    /// The log it stands in.
    pub(super) log: LogName,
    /// Its place in the log; 0 is the beginning.
    pub(super) position: u64,
    /// Whether everything from the session id down to it was checked.
    pub(super) rooted: bool,
    /// Where it stands in the file, `\n` included, in bytes.
    pub(super) bytes: (u64, u64),
    /// What it says; nothing for the beginning of a log.
    pub(super) entry: Option<Entry>,
}

/// A line that was not taken: its number in the file from 1, and why.
pub(super) type BadLine = (u64, LineFault);

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Not one whole line yet.
    Unbegun,
    /// A carrier of this session.
    Ours(LogName),
    /// A log of another session.
    Foreign,
    /// No log, or one whose first line is damaged.
    Stray,
}

/// A carrier being read.
#[derive(Debug)]
pub(super) struct Carrier {
    session: SessionId,
    kind: Kind,
    /// Bytes read, up to and with the last `\n`.
    read: u64,
    lines: u64,
    pen: Option<Pen>,
    rooted: bool,
    heads: Vec<(Hash, u64, bool)>,
    /// Bytes hashed to find branches.
    tried: u64,
    bad: Vec<BadLine>,
    damaged: u64,
    torn: u64,
}

impl Carrier {
    /// Before the first byte.
    pub(super) fn new(session: SessionId) -> Carrier {
        Carrier {
            session,
            kind: Kind::Unbegun,
            read: 0,
            lines: 0,
            pen: None,
            rooted: true,
            heads: Vec::new(),
            tried: 0,
            bad: Vec::new(),
            damaged: 0,
            torn: 0,
        }
    }

    /// Reads on with the bytes from [`Carrier::read`] to the end of the file; gives the lines taken.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Chained> {
        let mut taken = Vec::new();
        let mut rest = bytes;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let (line, after) = (&rest[..end], &rest[end + 1..]);
            let at = self.read;
            self.read += end as u64 + 1;
            self.lines += 1;
            rest = after;
            let chained = if self.lines == 1 { self.first(line) } else { self.next(line) };
            taken.extend(chained.map(|chained| Chained { bytes: (at, self.read), ..chained }));
        }
        self.torn = rest.len() as u64;
        taken
    }

    fn first(&mut self, line: &[u8]) -> Option<Chained> {
        match Pen::read_begin(self.session, line) {
            Ok((pen, begin)) if is_sound(&begin) => {
                self.kind = Kind::Ours(begin.log);
                self.heads.push((pen.head(), 0, true));
                let chained = chained(&pen, self.session, true, None);
                self.pen = Some(pen);
                Some(chained)
            }
            _ => {
                self.kind = if is_foreign(self.session, line) { Kind::Foreign } else { Kind::Stray };
                None
            }
        }
    }

    fn next(&mut self, line: &[u8]) -> Option<Chained> {
        let pen = self.pen.as_mut()?;
        let before = pen.head();
        match pen.read(line) {
            Ok(entry) => {
                self.heads.push((pen.head(), pen.position(), self.rooted));
                Some(chained(pen, before, self.rooted, Some(entry)))
            }
            Err(LineFault::Chain) => self.branch(line).or_else(|| self.pass_over(line, LineFault::Chain)),
            Err(fault) => self.pass_over(line, fault),
        }
    }

    /// The line, if it chains to an earlier one: the latest are tried first, since branches go on from their own tips.
    fn branch(&mut self, line: &[u8]) -> Option<Chained> {
        let pen = self.pen.as_ref()?;
        for (before, position, rooted) in self.heads.iter().rev() {
            if self.tried >= TRIED {
                return None;
            }
            self.tried += line.len() as u64;
            let mut other = pen.at(*before, *position);
            if let Ok(entry) = other.read(line) {
                let chained = chained(&other, *before, *rooted, Some(entry));
                self.rooted = *rooted;
                self.heads.push((other.head(), other.position(), self.rooted));
                self.pen = Some(other);
                return Some(chained);
            }
        }
        None
    }

    fn pass_over(&mut self, line: &[u8], fault: LineFault) -> Option<Chained> {
        self.damaged += 1;
        if self.bad.len() < NAMED {
            self.bad.push((self.lines, fault));
        }
        let pen = self.pen.as_mut()?;
        let claimed = line.get(..64).and_then(|hash| std::str::from_utf8(hash).ok()).and_then(Hash::parse);
        if let Some(claimed) = claimed {
            *pen = pen.at(claimed, pen.position() + 1);
            self.rooted = false;
            self.heads.push((claimed, pen.position(), false));
        }
        None
    }

    /// What the file is.
    pub(super) fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Bytes read, up to and with the last `\n`.
    pub(super) fn read(&self) -> u64 {
        self.read
    }

    /// Bytes after the last `\n`: a line being written, or the tail of one that never was.
    pub(super) fn torn(&self) -> u64 {
        self.torn
    }

    /// How many lines were not taken.
    pub(super) fn damaged(&self) -> u64 {
        self.damaged
    }

    /// The first lines that were not taken.
    pub(super) fn bad(&self) -> &[BadLine] {
        &self.bad
    }

    /// Where the log stands after the last line taken, if the file is a carrier.
    pub(super) fn pen(&self) -> Option<&Pen> {
        self.pen.as_ref()
    }
}

fn chained(pen: &Pen, before: Hash, rooted: bool, entry: Option<Entry>) -> Chained {
    let log = pen.log().clone();
    Chained { hash: pen.head(), before, log, position: pen.position(), rooted, bytes: (0, 0), entry }
}

/// Whether a log's name is made of its author and a device: names become file names, and files come from anywhere.
fn is_sound(begin: &Begin) -> bool {
    device_of(&begin.log, &begin.author).is_some()
}

/// The device in a log's name.
pub(super) fn device_of(log: &LogName, author: &Author) -> Option<Device> {
    log.as_str().strip_prefix(&author.to_string())?.strip_prefix('-').and_then(Device::new)
}

/// Whether an intact first line belongs to another session.
fn is_foreign(ours: SessionId, line: &[u8]) -> bool {
    line.get(65..)
        .and_then(|record| std::str::from_utf8(record).ok())
        .and_then(|record| ron::from_str::<Begin>(record).ok())
        .is_some_and(|begin| begin.session != ours && Pen::read_begin(begin.session, line).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::fixture::{author, mark};

    fn session() -> SessionId {
        Hash::of(b"charter")
    }

    fn begin() -> (Pen, String) {
        Pen::begin(session(), author("m1"), &Device::from_bytes([7; 5]), "n".into(), "test")
    }

    fn log(lines: u64) -> (Pen, Vec<String>) {
        let (mut pen, first) = begin();
        let rest: Vec<String> = (1..=lines).map(|t| mark(&mut pen, t)).collect();
        (pen, std::iter::once(first).chain(rest).collect())
    }

    fn read(text: &str) -> (Carrier, Vec<Chained>) {
        let mut carrier = Carrier::new(session());
        let taken = carrier.feed(text.as_bytes());
        (carrier, taken)
    }

    #[test]
    fn a_log_cut_at_any_byte_gives_its_whole_lines_and_a_torn_tail() {
        let (_, lines) = log(4);
        let text = lines.concat();
        for cut in 0..=text.len() {
            let mut carrier = Carrier::new(session());
            let taken = carrier.feed(&text.as_bytes()[..cut]);
            let whole = text.as_bytes()[..cut].split(|byte| *byte == b'\n').count() - 1;
            assert_eq!((taken.len(), carrier.bad().len()), (whole, 0), "cut at {cut}");
            assert_eq!(carrier.read() + carrier.torn(), cut as u64);
            let more = carrier.feed(&text.as_bytes()[usize::try_from(carrier.read()).unwrap()..]);
            assert_eq!(whole + more.len(), 5, "read on from {cut}");
        }
    }

    #[test]
    fn one_changed_byte_costs_at_most_its_lines_and_is_named() {
        let (_, lines) = log(4);
        let text = lines.concat();
        for at in lines[0].len()..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let mut carrier = Carrier::new(session());
            let taken = carrier.feed(&bytes);
            assert!(!carrier.bad().is_empty() || carrier.torn() > 0, "byte {at}");
            assert!(taken.len() >= 5 - 3, "byte {at} costs {}", 5 - taken.len());
            let good: Vec<Hash> = read(&text).1.iter().map(|chained| chained.hash).collect();
            assert!(taken.iter().all(|chained| good.contains(&chained.hash)), "byte {at}");
        }
    }

    #[test]
    fn what_was_read_past_damage_is_not_rooted() {
        let (_, lines) = log(4);
        let (carrier, taken) = read(&lines.concat().replacen("lần 2", "lần 9", 1));
        assert_eq!(carrier.bad(), [(3, LineFault::Chain)]);
        let rooted: Vec<bool> = taken.iter().map(|chained| chained.rooted).collect();
        assert_eq!(rooted, [true, true, false, false]);
        assert_eq!(taken.iter().map(|chained| chained.position).collect::<Vec<_>>(), [0, 1, 3, 4]);
    }

    #[test]
    fn a_line_that_chains_to_an_earlier_one_is_a_branch_and_goes_on() {
        let (_, first) = begin();
        let (pen, mut lines) = log(1);
        let (mut one, mut other) = (pen.clone(), pen);
        for t in 1..4 {
            lines.push(mark(&mut one, 10 + t));
            lines.push(mark(&mut other, 20 + t));
        }
        assert_eq!(lines[0], first);
        let (carrier, taken) = read(&lines.concat());
        assert_eq!((taken.len(), carrier.bad().len()), (8, 0));
        assert!(taken.iter().all(|chained| chained.rooted));
        assert_eq!(taken[7].position, 4);
    }

    #[test]
    fn a_log_of_another_session_is_foreign_and_a_crafted_name_is_none() {
        let (_, foreign) = Pen::begin(Hash::of(b"other"), author("m1"), &Device::from_bytes([7; 5]), "n".into(), "t");
        assert_eq!(*read(&foreign).0.kind(), Kind::Foreign);
        let record =
            format!("(session:\"{}\",log:\"../../etc\",author:Seat(\"m1\"),nonce:\"\",program:\"\")", session());
        let crafted = format!("{} {record}\n", session().then(record.as_bytes()));
        assert_eq!(*read(&crafted).0.kind(), Kind::Stray);
        assert_eq!(*read("hello\n").0.kind(), Kind::Stray);
        assert_eq!(*read("hello").0.kind(), Kind::Unbegun);
    }

    #[test]
    fn an_act_of_a_newer_program_keeps_its_place() {
        let (mut pen, first) = begin();
        let record = "(t:1,at:\"\",over:[],act:Sign(key:1))";
        let unknown = format!("{} {record}\n", pen.head().then(record.as_bytes()));
        pen.read(unknown.trim_end().as_bytes()).unwrap();
        let (carrier, taken) = read(&[first, unknown, mark(&mut pen, 2)].concat());
        assert_eq!((taken.len(), carrier.bad().len()), (3, 0));
        assert_eq!(taken[1].entry.as_ref().unwrap().content, crate::council::Content::Unknown);
    }

    #[test]
    fn lines_that_chain_to_nothing_are_given_up_in_time() {
        let (_, lines) = log(1);
        // Few and long, or many and short: what counts is what has to be hashed.
        for (count, long) in [(100u64, 300_000), (1700, 1)] {
            let pad = "x".repeat(long);
            let line = |n: u64| format!("{} (t:{n},{pad})\n", Hash::of(&n.to_le_bytes()));
            let junk: Vec<String> = (0..count).map(line).collect();
            let (carrier, _) = read(&(lines.concat() + &junk.concat()));
            let longest = junk.iter().map(String::len).max().unwrap() as u64;
            assert_eq!((carrier.damaged(), carrier.tried >= TRIED), (count, true));
            assert!(carrier.tried < TRIED + longest);
        }
    }
}
