//! What reaches the program from outside.

use std::path::PathBuf;

use super::key::Key;
use super::looks::Size;
use crate::council::{Author, EntryId, Pen};
use crate::trouble::Trouble;

/// Something happened outside.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed. Releases never come; repeats come as presses where the terminal cannot tell.
    Key(Key),
    /// Text was pasted, as the terminal gave it.
    Paste(String),
    /// The window has another size.
    Resize(Size),
    /// The time of the machine, RFC 3339 with offset; comes before whatever it stamps.
    Clock(String),
    /// The sessions found.
    Library(Vec<Shelved>),
    /// The author's log is ours on this machine, with its pen.
    Pen(Author, Pen),
    /// Everything handed out for this author up to this entry is on disk.
    Wrote {
        /// Whose log.
        author: Author,
        /// The last entry on disk.
        last: EntryId,
    },
    /// A write failed; the log is closed. The folder has to be read anew to know what is there.
    NotWritten {
        /// Whose log.
        author: Author,
        /// What the machine said.
        trouble: Trouble,
    },
    /// Something asked for outside did not come about.
    Failed(Trouble),
}

/// A session as Home lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// Its folder.
    pub path: PathBuf,
    /// Its title.
    pub title: String,
    /// Civil date; may be empty.
    pub date: String,
    /// Where it stands.
    pub state: ShelfState,
}

/// Where a session stands, as Home shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShelfState {
    /// At work.
    Open {
        /// Products locked or closed.
        settled: usize,
        /// Products.
        of: usize,
    },
    /// Sealed.
    Sealed,
    /// A sample that comes with the program; opening it makes a copy.
    Sample,
    /// It cannot be read; why.
    Damaged(String),
}
