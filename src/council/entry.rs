//! Entries: an act on the record, chained to what its log said before. Pure bytes in, bytes out; files are the store's.

use std::fmt;
use std::sync::Arc;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Act, Author, Device, SeatId};
use crate::text::serde::line;

/// A SHA-256 digest, written as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

/// A session's identity: the digest of the bytes of its `charter.ron`.
pub type SessionId = Hash;

impl Hash {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Hash {
        Hash(Sha256::digest(bytes).into())
    }

    /// The digest a record has after `self`: SHA-256 of the 64 hex digits of `self` followed by the record's bytes.
    #[must_use]
    pub fn then(self, record: &[u8]) -> Hash {
        let mut digest = Sha256::new();
        digest.update(self.hex());
        digest.update(record);
        Hash(digest.finalize().into())
    }

    /// Its 64 digits. A session has tens of thousands of hashes, each chained through these.
    fn hex(self) -> [u8; 64] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut hex = [0; 64];
        for (pair, byte) in hex.chunks_exact_mut(2).zip(self.0) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 15)];
        }
        hex
    }

    /// From 64 hex digits.
    pub fn parse(text: &str) -> Option<Hash> {
        let mut bytes = [0; 32];
        read_hex(text, &mut bytes).then_some(Hash(bytes))
    }
}

fn read_hex(text: &str, into: &mut [u8]) -> bool {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    text.len() == into.len() * 2
        && text.as_bytes().chunks_exact(2).zip(into).all(|(pair, byte)| match (digit(pair[0]), digit(pair[1])) {
            (Some(high), Some(low)) => {
                *byte = high << 4 | low;
                true
            }
            _ => false,
        })
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl TryFrom<String> for Hash {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Hash::parse(&text).ok_or_else(|| format!("{text:?} is not 64 hex digits"))
    }
}

impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.try_into().map_err(serde::de::Error::custom)
    }
}

/// An entry's identity: the first 32 hex digits of its hash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId([u8; 16]);

impl EntryId {
    /// Not after any other.
    pub(crate) const FIRST: EntryId = EntryId([0; 16]);
    /// Not before any other.
    pub(crate) const LAST: EntryId = EntryId([u8::MAX; 16]);

    /// From 32 hex digits.
    pub fn parse(text: &str) -> Option<EntryId> {
        let mut bytes = [0; 16];
        read_hex(text, &mut bytes).then_some(EntryId(bytes))
    }
}

impl From<Hash> for EntryId {
    fn from(hash: Hash) -> EntryId {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.0[..16]);
        EntryId(bytes)
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for EntryId {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EntryId {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        EntryId::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text:?} is not 32 hex digits")))
    }
}

/// A log's name, `<author>-<device>`: also the stem of its file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct LogName(Arc<str>);

impl LogName {
    /// The log of this author on this device.
    pub fn new(author: &Author, device: &Device) -> LogName {
        LogName(format!("{author}-{device}").into())
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whose log it is.
    pub fn author(&self) -> Author {
        let name = self.0.split_once('-').map_or("", |(name, _)| name);
        SeatId::new(name).map_or(Author::Desk, Author::Seat)
    }

    /// Whether it names a log of this author.
    fn is_of(&self, author: &Author) -> bool {
        self.0.split_once('-').is_some_and(|(name, _)| name == author.to_string())
    }
}

impl fmt::Display for LogName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for LogName {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let author = |name: &str| match name {
            "desk" => Some(Author::Desk),
            seat => SeatId::new(seat).map(Author::Seat),
        };
        text.split_once('-')
            .and_then(|(name, device)| Some(LogName::new(&author(name)?, &Device::new(device)?)))
            .ok_or_else(|| format!("{text:?} is not the name of a log"))
    }
}

impl Serialize for LogName {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// The first record of a log: whose it is, chained from the session id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begin {
    /// The session.
    pub session: SessionId,
    /// The log's name.
    pub log: LogName,
    /// Whose log it is.
    pub author: Author,
    /// Random, so that marks cannot be guessed from hashes by who has no file.
    #[serde(deserialize_with = "line")]
    pub nonce: String,
    /// The program and version that began it.
    #[serde(deserialize_with = "line")]
    pub program: String,
}

/// What a line of a log says, after its first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Larger than every `t` seen when it was written; for reading order only.
    pub t: u64,
    /// Claimed time, RFC 3339 with offset; nothing is decided by it.
    #[serde(deserialize_with = "line")]
    pub at: String,
    /// The current values it replaces.
    pub over: Vec<EntryId>,
    /// The act.
    pub act: Act,
}

/// A record whose act is of a newer program.
#[derive(Deserialize)]
struct NewerRecord {
    t: u64,
    #[serde(deserialize_with = "line")]
    at: String,
    over: Vec<EntryId>,
    #[serde(rename = "act")]
    _act: IgnoredAny,
}

/// What an entry carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// An act this program knows.
    Known(Arc<Act>),
    /// One it does not: kept in the chain, shown, and in the way of reveal, lock and seal.
    Unknown,
}

/// An act on the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Identity.
    pub id: EntryId,
    /// The log it stands in.
    pub log: LogName,
    /// Whose log that is.
    pub author: Author,
    /// Its place in the log, from 1 (0 is the beginning).
    pub position: u64,
    /// Reading order.
    pub t: u64,
    /// Claimed time.
    pub at: String,
    /// What it replaces.
    pub over: Vec<EntryId>,
    /// What it carries.
    pub content: Content,
}

/// Why a line of a log cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// No hash, space and record.
    Shape,
    /// The hash does not follow from the line before: damage, or the start of a branch.
    Chain,
    /// The chain holds but the record cannot be read.
    Record,
}

/// Splits a stored line (without `\n`) into its claimed hash and the record's bytes.
pub(super) fn split(line: &[u8]) -> Result<(Hash, &[u8]), LineFault> {
    let (hash, rest) = line.split_at_checked(64).ok_or(LineFault::Shape)?;
    let hash = std::str::from_utf8(hash).ok().and_then(Hash::parse).ok_or(LineFault::Shape)?;
    Ok((hash, rest.strip_prefix(b" ").ok_or(LineFault::Shape)?))
}

/// Where a log stands: whose it is and the hash its next record chains from. The only maker of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pen {
    log: LogName,
    author: Author,
    head: Hash,
    position: u64,
}

impl Pen {
    /// Begins a log: the pen, and its first line with `\n`. `nonce` is 32 random hex digits.
    pub fn begin(session: SessionId, author: Author, device: &Device, nonce: String, program: &str) -> (Pen, String) {
        let log = LogName::new(&author, device);
        let begin = Begin { session, log: log.clone(), author: author.clone(), nonce, program: program.to_owned() };
        let record = ron::to_string(&begin).expect("a Begin is plain data");
        let head = session.then(record.as_bytes());
        (Pen { log, author, head, position: 0 }, format!("{head} {record}\n"))
    }

    /// Reads a log's first line (without `\n`), which must chain from the session id and name a log of its author.
    pub fn read_begin(session: SessionId, line: &[u8]) -> Result<(Pen, Begin), LineFault> {
        let (hash, record) = split(line)?;
        if session.then(record) != hash {
            return Err(LineFault::Chain);
        }
        let begin: Begin = std::str::from_utf8(record)
            .ok()
            .and_then(|text| ron::from_str(text).ok())
            .filter(|begin: &Begin| begin.session == session && begin.log.is_of(&begin.author))
            .ok_or(LineFault::Record)?;
        Ok((Pen { log: begin.log.clone(), author: begin.author.clone(), head: hash, position: 0 }, begin))
    }

    /// Reads the next line (without `\n`) and moves on; on a fault the pen stays where it was.
    pub fn read(&mut self, line: &[u8]) -> Result<Entry, LineFault> {
        let (hash, bytes) = split(line)?;
        if self.head.then(bytes) != hash {
            return Err(LineFault::Chain);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| LineFault::Record)?;
        let (t, at, over, content) = if let Ok(record) = ron::from_str::<Record>(text) {
            (record.t, record.at, record.over, Content::Known(Arc::new(record.act)))
        } else {
            let newer: NewerRecord = ron::from_str(text).map_err(|_| LineFault::Record)?;
            (newer.t, newer.at, newer.over, Content::Unknown)
        };
        Ok(self.move_to(hash, t, at, over, content))
    }

    /// Writes an act: the entry, and its line with `\n`. The entry is what the line reads as, so that a session is the
    /// same before and after it is opened again. For `Session::admit` alone (and tests of damage).
    pub(crate) fn write(&mut self, t: u64, at: String, over: Vec<EntryId>, act: Act) -> (Entry, String) {
        let record = ron::to_string(&Record { t, at, over, act }).expect("a record is plain data");
        let line = format!("{} {record}", self.head.then(record.as_bytes()));
        let entry = self.read(line.as_bytes()).expect("a line just written reads");
        (entry, line + "\n")
    }

    fn move_to(&mut self, hash: Hash, t: u64, at: String, over: Vec<EntryId>, content: Content) -> Entry {
        self.head = hash;
        self.position += 1;
        Entry {
            id: hash.into(),
            log: self.log.clone(),
            author: self.author.clone(),
            position: self.position,
            t,
            at,
            over,
            content,
        }
    }

    /// The same log where its head was another: at a branch, or past a damaged line. For the store's reader alone.
    pub(crate) fn at(&self, head: Hash, position: u64) -> Pen {
        Pen { log: self.log.clone(), author: self.author.clone(), head, position }
    }

    /// The log's name.
    pub fn log(&self) -> &LogName {
        &self.log
    }

    /// Whose log it is.
    pub fn author(&self) -> &Author {
        &self.author
    }

    /// The hash its next record chains from.
    pub fn head(&self) -> Hash {
        self.head
    }

    /// Number of entries written after the beginning.
    pub fn position(&self) -> u64 {
        self.position
    }
}
