//! What New asks of the disk and what comes back, as plain data. Who reads is `shell`.

use std::path::PathBuf;
use std::sync::Arc;

use crate::council::{Listed, Rules, Seat};
use crate::rubric::Rubric;

/// A file to be read for a new session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A list of products, read against a rubric.
    Products {
        /// The file.
        path: PathBuf,
        /// The rubric whose sets it may name.
        rubric: Arc<Rubric>,
    },
    /// A council list, read under some rules.
    Council {
        /// The file.
        path: PathBuf,
        /// Which say whether a secretary scores.
        rules: Rules,
    },
    /// A rules file.
    Rules(PathBuf),
    /// A rubric of one's own.
    Rubric(PathBuf),
}

impl Wanted {
    /// The file.
    pub fn path(&self) -> &PathBuf {
        match self {
            Wanted::Products { path, .. }
            | Wanted::Council { path, .. }
            | Wanted::Rules(path)
            | Wanted::Rubric(path) => path,
        }
    }
}

/// What a file held.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is what the variant of Wanted with its name asks for")]
pub enum Brought {
    Products(Vec<Listed>),
    Council(Vec<Seat>),
    Rules(Rules),
    Rubric(Arc<Rubric>),
}

/// Where a new session would be put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The whole path of its folder; nothing is there yet.
    pub path: PathBuf,
    /// Whether it lies below the machine's temporary folder, where it may vanish.
    pub temporary: bool,
}
