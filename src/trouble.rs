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

/// Every kind of fault; each becomes one sentence in `i18n::trouble`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The text is not valid RON, or not of the expected shape; the parser's own words.
    Syntax(String),
    /// The file is not UTF-8 text.
    NotText,
    /// The file is larger than `limit` bytes.
    TooLarge {
        /// Largest size read, in bytes.
        limit: u64,
    },
    /// A document of a newer format than this program knows.
    NewerFormat(u32),
    /// Nothing in the file.
    Empty,
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
