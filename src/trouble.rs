//! What goes wrong outside the council's rules: faults in what a person wrote, failures of the machine.
//! No sentences live here (see `i18n::trouble`) and no rule of procedure (see `session::Refusal`).

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A place in a text file. Lines and columns count from 1; columns count characters. 0 means "the whole".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file as the person named it.
    pub file: String,
    /// Line, from 1; 0 when the fault is not on one line.
    pub line: usize,
    /// Column in characters, from 1; 0 when the fault is not at one column.
    pub column: usize,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Place { file: file.into(), line: 0, column: 0 }
    }

    /// Where a byte of a text stands.
    pub fn of(file: impl Into<String>, text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Place::at(file, before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// A line and column of a file, both from 1.
    pub fn at(file: impl Into<String>, line: usize, column: usize) -> Self {
        Place { file: file.into(), line, column }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (0, _) => write!(f, "{}", self.file),
            (line, 0) => write!(f, "{}:{line}", self.file),
            (line, column) => write!(f, "{}:{line}:{column}", self.file),
        }
    }
}

/// Something wrong in what a person (or a damaged file) gave us, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub what: FaultKind,
}

/// Bytes as text: bounded, UTF-8, without its byte order mark. `name` stands in the fault.
pub fn text_of<'a>(name: &str, bytes: &'a [u8], limit: usize) -> Result<&'a str, Fault> {
    if bytes.len() > limit {
        return Err(Fault { place: Place::file(name), what: FaultKind::TooLarge { limit: limit as u64 } });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let readable = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        Fault { place: Place::of(name, readable, readable.len()), what: FaultKind::NotText }
    })
}

/// Every kind of fault; each becomes one sentence in `i18n::trouble`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The text is not valid RON, or not of the expected shape; the parser's own words.
    Syntax(String),
    /// A field nobody knows.
    UnknownField {
        /// As found.
        found: String,
        /// The fields that exist there.
        known: String,
    },
    /// A field that has to stand there does not.
    MissingField(String),
    /// The same field twice.
    RepeatedField(String),
    /// A value of another shape than is needed; the parser's own words.
    WrongShape {
        /// As found.
        found: String,
        /// What would do.
        expected: String,
    },
    /// The file is not UTF-8 text.
    NotText,
    /// The file is larger than `limit` bytes.
    TooLarge {
        /// Largest size read, in bytes.
        limit: u64,
    },
    /// A list of more lines than anyone needs.
    TooManyLines {
        /// Most lines read.
        most: usize,
    },
    /// More entries of one kind than anyone needs.
    TooManyEntries {
        /// The field, as the file names it.
        field: String,
        /// Most entries read.
        most: usize,
    },
    /// A document of a newer format than this program knows.
    NewerFormat(u32),
    /// Nothing in the file.
    Empty,
    /// No session lies there: no `charter.ron`.
    NoSession,
    /// Another session lies there.
    OtherSession,
    /// A copy that would lie in the session itself.
    IntoItself,
    /// A copy that does not read back as it was written.
    NotAsWritten,
    /// A required column is missing.
    MissingColumn(String),
    /// A column nobody knows.
    UnknownColumn {
        /// As found.
        found: String,
        /// The columns that exist.
        known: String,
    },
    /// The same column twice.
    RepeatedColumn(String),
    /// A required value is empty; the column or field.
    MissingValue(String),
    /// A value that cannot be read.
    BadValue {
        /// Column or field.
        field: String,
        /// As found.
        found: String,
        /// What would do.
        expected: String,
    },
    /// An id used twice.
    RepeatedId(String),
    /// A product set number that does not exist (or is not written yet).
    UnknownSet {
        /// As found.
        found: String,
        /// The sets that exist.
        known: String,
    },
    /// A product set whose reference data are not sound: it can be shown and never chosen.
    UnsoundSet {
        /// Its number.
        set: u8,
        /// Why, in Vietnamese.
        vi: String,
        /// Why, in English.
        en: String,
    },
    /// A decision that has lapsed, for a real session without having been asked for knowingly.
    LapsedDecision {
        /// The rubric's id.
        id: String,
        /// Since when, `2026-07-21`.
        on: String,
        /// The decision that replaced it.
        replaced_by: String,
    },
    /// A decision whose star minima are not known, for a real session.
    MinimaUnknown(String),
    /// A product id that the session does not have.
    UnknownProduct(String),
    /// A criterion code that the product's set does not have.
    UnknownCriterion {
        /// As found.
        found: String,
        /// The set.
        set: u8,
    },
    /// No level of the criterion is worth so many points.
    NoSuchPoints {
        /// Criterion code.
        criterion: String,
        /// As found.
        found: String,
        /// The points that exist.
        known: String,
    },
    /// Two levels fit: the letter has to be given.
    AmbiguousPoints {
        /// Criterion code.
        criterion: String,
        /// As found.
        found: u16,
        /// The letters that fit.
        levels: String,
    },
    /// No chair (or more than one) in the council list.
    ChairCount(usize),
    /// Too few scoring seats for the rules.
    TooFewScorers {
        /// Scoring seats.
        have: usize,
        /// Needed by `min_sheets`.
        need: usize,
    },
    /// More seats must be present than there are.
    QuorumOver {
        /// Seats that the quorum is counted over.
        seats: usize,
        /// Needed by `quorum`.
        need: usize,
    },
    /// A product without a set.
    NoSet {
        /// Its name.
        name: String,
        /// The sets that words in its name point to, numbers and names, in Vietnamese and in English; empty if none does.
        proposed: [String; 2],
    },
    /// A sum in a rubric that does not add up.
    DoesNotAddUp {
        /// What: level → criterion → group → part → total, by code.
        what: String,
        /// As printed.
        printed: u32,
        /// As added.
        added: u32,
    },
    /// A rubric refers to something that is not there.
    UnknownReference(String),
    /// Anything else a rubric must not be; the invariant broken, in a word.
    Unsound(String),
}

/// The machine says no: a file, a folder, a lock, a clock.
#[derive(Debug, thiserror::Error)]
#[error("{doing:?} {path}: {source}", path = path.display())]
pub struct Failure {
    /// What was being done.
    pub doing: Doing,
    /// To which file or folder.
    pub path: PathBuf,
    /// What the system said.
    #[source]
    pub source: io::Error,
}

/// What was being done when the machine said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading a file or folder.
    Reading,
    /// Writing or appending.
    Writing,
    /// Making sure that the bytes are on disk.
    Syncing,
    /// Creating a file or folder.
    Creating,
    /// Renaming a file into place.
    Renaming,
    /// Taking a lock that another program holds.
    Locking,
    /// Creating something that already exists.
    Existing,
    /// Removing a file of our own.
    Removing,
    /// Asking the terminal.
    Terminal,
}

impl Failure {
    /// Wraps what the system said with what was being done, to what.
    pub fn new(doing: Doing, path: impl AsRef<Path>, source: io::Error) -> Self {
        Failure { doing, path: path.as_ref().to_path_buf(), source }
    }
}

/// Either a person's file or the machine stood in the way.
#[derive(Debug)]
pub enum Trouble {
    /// What a person (or a damaged file) gave us is wrong, at one or more places.
    Faults(Vec<Fault>),
    /// The machine said no.
    Failure(Failure),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Trouble::Failure(failure)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Trouble::Faults(vec![fault])
    }
}

impl From<Vec<Fault>> for Trouble {
    fn from(faults: Vec<Fault>) -> Self {
        Trouble::Faults(faults)
    }
}
