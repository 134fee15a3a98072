//! What was carried between machines, as plain data: what a merge brought, what a file handed over holds, what a copy
//! came to. Carrying is the store's work, saying it is `i18n`'s.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Author, Hash, LineFault, LogName, ProductId, SeatId};
use crate::trouble::{FaultKind, Place};

/// What merging did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// By log: how many entries are new here, and how many were known.
    pub logs: BTreeMap<LogName, Counted>,
    /// What was not taken, where it stood, and why.
    pub refused: Vec<Refused>,
    /// The session file, where one was brought and has its place here now.
    pub seal: Option<SealBrought>,
    /// Whether the session is sealed: what came after the seal changes nothing.
    pub sealed: bool,
    /// Of the new entries, those that the seal of a session sealed before covers: they had been missing here.
    pub sealed_part: u64,
}

/// Entries of one log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// New here.
    pub new: u64,
    /// Here already.
    pub known: u64,
    /// The new ones that are about a product.
    pub products: BTreeMap<ProductId, u64>,
}

/// A session file that came with its seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealBrought {
    /// SHA-256 of the file.
    pub seal: Hash,
    /// Entries here that the seal does not cover: they no longer count.
    pub after: usize,
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
    /// Nothing of a session lies in the folder.
    NothingThere,
    /// A folder that cannot be read, or lies too deep to be looked into.
    NotLooked,
    /// A link: never followed.
    Link,
    /// A damaged line.
    Damage(LineFault),
    /// So many entries that stand behind a damaged line: they cannot be checked from the beginning.
    BehindDamage(u64),
    /// The last line was not written to its end.
    Torn,
    /// A log of somebody whose log the file has no business to carry.
    NotTheirs(LogName),
    /// The charter there is another one than here; only entries are taken.
    OtherCharter,
    /// A session file other than the one here: never overwritten.
    OtherSeal(Hash),
    /// A session file that no `Seal` in the logs names.
    SealUnnamed,
    /// A session file that covers more of a log than is here.
    SealIncomplete(LogName),
    /// A session file that does not follow from the logs.
    SealUnsound,
    /// The file cannot be read.
    Unread(FaultKind),
}

impl Merged {
    /// Entries that are new here.
    pub fn new_entries(&self) -> u64 {
        self.logs.values().map(|counted| counted.new).sum()
    }

    /// Whether nothing of this session was in what was given.
    pub fn is_nothing(&self) -> bool {
        self.logs.is_empty() && self.seal.is_none()
    }

    /// Entries by author, the new ones by product too.
    pub fn by_author(&self) -> BTreeMap<Author, Counted> {
        let mut all: BTreeMap<Author, Counted> = BTreeMap::new();
        for (log, counted) in &self.logs {
            let sum = all.entry(log.author()).or_default();
            sum.new += counted.new;
            sum.known += counted.known;
            for (product, count) in &counted.products {
                *sum.products.entry(product.clone()).or_default() += count;
            }
        }
        all
    }

    /// Notes something that was not taken.
    pub fn refuse(&mut self, place: Place, why: NotTaken) {
        self.refused.push(Refused { place, why });
    }
}

impl NotTaken {
    /// Its name in JSON.
    pub fn key(&self) -> &'static str {
        match self {
            NotTaken::Foreign => "foreign",
            NotTaken::NoLog => "no_log",
            NotTaken::NothingThere => "nothing_there",
            NotTaken::NotLooked => "not_looked",
            NotTaken::Link => "link",
            NotTaken::Damage(_) => "damage",
            NotTaken::BehindDamage(_) => "behind_damage",
            NotTaken::Torn => "torn",
            NotTaken::NotTheirs(_) => "not_theirs",
            NotTaken::OtherCharter => "other_charter",
            NotTaken::OtherSeal(_) => "other_seal",
            NotTaken::SealUnnamed => "seal_unnamed",
            NotTaken::SealIncomplete(_) => "seal_incomplete",
            NotTaken::SealUnsound => "seal_unsound",
            NotTaken::Unread(_) => "unread",
        }
    }
}

/// Which way a handed file goes, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the desk to a seat, or to everybody.
    Out(Option<SeatId>),
    /// From a seat to the desk.
    In(SeatId),
}

/// A file handed out or in, as it lies there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Which way, and whose.
    pub way: Way,
    /// Where it lies.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// Entries of the presiding table in it.
    pub desk: u64,
    /// Entries of the seat in it.
    pub own: u64,
}

/// A copy of a session that was written, read back and compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its folder.
    pub path: PathBuf,
    /// Files compared.
    pub files: usize,
    /// Bytes of them.
    pub bytes: u64,
    /// How it came to be.
    pub how: CopyHow,
    /// What could not be carried, and why.
    pub refused: Vec<Refused>,
    /// Places of the copy that are damaged, of which no sound copy lies there: as the source had them, or older ones.
    pub damaged: Vec<Place>,
}

impl Copied {
    /// Whether the copy has everything: nothing that could not be carried, nothing damaged.
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty() && self.damaged.is_empty()
    }
}

/// How a copy came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyHow {
    /// Nothing lay there.
    Fresh,
    /// An older copy of the same session was brought up to date.
    Updated {
        /// Entries it lacked.
        new: u64,
        /// Entries it has that the session here lacks.
        ahead: u64,
    },
}

/// Something of a session that lies where people put what they bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The file or folder.
    pub path: PathBuf,
    /// What it is.
    pub what: FoundKind,
    /// Where it lies.
    pub spot: Spot,
    /// Its size in bytes; of a folder, that of the files a copy of it carries.
    pub bytes: u64,
    /// Claimed time of the latest entry in it; empty where there is none.
    pub latest: String,
    /// Entries that are not here yet.
    pub new: u64,
    /// Entries that are here.
    pub known: u64,
}

/// What something found is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundKind {
    /// A session folder.
    Folder,
    /// A sealed session folder.
    SealedFolder,
    /// A single log.
    Log(Author),
    /// A handed file.
    Hand(Way),
}

/// Where people put what they bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// A stick or another medium that can be taken out.
    Removable,
    /// Where browsers and chat programs save.
    Downloads,
    /// The desktop.
    Desktop,
    /// Among the sessions of this machine.
    Sessions,
}

/// A copy of a session that the program keeps on this machine by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its folder.
    pub path: PathBuf,
    /// Its number among those of its session: larger is later.
    pub no: u32,
    /// The session's id.
    pub session: Hash,
    /// The session's title; empty where it cannot be read.
    pub title: String,
    /// Claimed time, `YYYY-MM-DDTHH:MM`.
    pub at: String,
    /// Entries in it.
    pub entries: u64,
    /// Whether the session was sealed.
    pub sealed: bool,
}
