//! What reaches the program from outside.

use std::path::PathBuf;

use super::key::Key;
use super::looks::Size;
use crate::council::{Author, Entry, EntryId, Hash, LogName, Pen};
use crate::rubric::Both;
use crate::session::{Refusal, Session};
use crate::trouble::{FaultKind, Place, Trouble};

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
    /// A session was opened.
    Opened(Box<Opened>),
    /// What is new in the session's folder.
    News(News),
    /// The folder was read anew: after a failed write, after a seal, or because something changed in it that cannot
    /// be added.
    Reread(Box<Reread>),
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
        /// The log the lines were for.
        log: LogName,
        /// What the machine said.
        trouble: Trouble,
    },
    /// The author's log cannot be had.
    NoPen {
        /// Whose log.
        author: Author,
        /// What the machine said.
        trouble: Trouble,
    },
    /// The session file lies ready; its seal is to be put on record.
    SealReady(Hash),
    /// The session cannot be sealed now.
    NotSealed(WhyNotSealed),
    /// Something asked for outside did not come about.
    Failed(Trouble),
}

/// A session as it was opened.
#[derive(Debug)]
pub struct Opened {
    /// Its folder.
    pub path: PathBuf,
    /// Everything known of it.
    pub session: Session,
    /// What people have to know of its files.
    pub problems: Vec<FileProblem>,
    /// How it came to be opened.
    pub how: HowOpened,
}

/// How a session came to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HowOpened {
    /// As it lies there.
    AsIs,
    /// A working copy of a sample, made just now.
    Copied,
    /// Below the machine's temporary folder, where it may vanish.
    Temporary,
    /// From a file handed out, taken in just now; entries that were new.
    TakenIn(u64),
}

/// What is new in a session's folder.
#[derive(Debug)]
pub struct News {
    /// Entries not given before, each log's in its order.
    pub entries: Vec<Entry>,
    /// Every problem there is now.
    pub problems: Vec<FileProblem>,
}

/// A session's folder read anew.
#[derive(Debug)]
pub struct Reread {
    /// Everything known of it.
    pub session: Session,
    /// What people have to know of its files.
    pub problems: Vec<FileProblem>,
    /// Logs got anew, as asked for.
    pub pens: Vec<(Author, Pen)>,
    /// Its new folder, where it was copied.
    pub path: Option<PathBuf>,
}

/// Why a session cannot be sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNotSealed {
    /// A rule of the council says no.
    Refused(Refusal),
    /// Files are damaged.
    Damaged(Vec<FileProblem>),
}

/// Something in the session's folder that people have to know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// What.
    pub what: FileProblemKind,
    /// The log it is about, where one is known.
    pub log: Option<LogName>,
    /// The file and the line.
    pub place: Place,
}

/// The kinds of problem that files have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblemKind {
    /// A log was continued twice from one place; both parts count.
    Branch,
    /// A line cannot be taken; the others count.
    Damage,
    /// A log of another session; ignored.
    Foreign,
    /// No log; ignored.
    Stray,
    /// A log whose first line is damaged: nothing in it can be checked.
    DamagedLog,
    /// A file that was not read, and why.
    Unread(FaultKind),
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
    /// Where it comes from.
    pub origin: Origin,
    /// Where it stands.
    pub state: ShelfState,
}

/// Where a session that Home lists comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A council's own.
    Own,
    /// A sample that comes with the program; opening it makes a copy.
    Sample,
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
    /// Sealed, and checked.
    Sealed,
    /// Sealed, and so many things are wrong with it.
    Failing(usize),
    /// It cannot be read; why.
    Damaged(Both),
}
