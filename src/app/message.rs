//! What reaches the program from outside.

use std::path::PathBuf;

use super::bring::{Brought, Planned, Wanted};
use super::key::Key;
use super::looks::Size;
use crate::council::{Author, Copied, Entry, EntryId, Found, Handed, Hash, Kept, LogName, Merged, Pen, Spot, Way};
use crate::i18n::cli::files;
use crate::i18n::{Lang, trouble};
use crate::rubric::Both;
use crate::session::{Judged, Refusal, Session};
use crate::trouble::{FaultKind, Place, Trouble};
use crate::verdict::Flips;

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
    /// A file was read for a new session.
    Brought(Brought),
    /// A file for a new session is wrong, or cannot be read; what is on screen stays.
    NotBrought(Wanted, Trouble),
    /// Where the new session would be put.
    Planned(Planned),
    /// The new session was not made; nothing is left behind.
    NotCreated(Trouble),
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
    /// The smallest changes that flip a star, and what they were made for.
    Flips(Judged, Flips),
    /// The session file lies ready; its seal is to be put on record.
    SealReady(Hash),
    /// The session cannot be sealed now.
    NotSealed(WhyNotSealed),
    /// What of the session lies around, and where files may be written to.
    Around {
        /// What was found.
        found: Vec<Found>,
        /// Sticks, downloads, the desktop.
        spots: Vec<(Spot, PathBuf)>,
    },
    /// What came of carrying.
    Carried(Box<Carried>),
    /// The copies kept on this machine.
    Kept(Vec<KeptCopy>),
    /// No copy could be kept when the session was opened; the work goes on.
    NotKept(Trouble),
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
    /// Made just now.
    Created,
    /// A working copy of a sample, made just now.
    Copied,
    /// Below the machine's temporary folder, where it may vanish.
    Temporary,
    /// From a handed file, taken in just now.
    TakenIn {
        /// Entries that were new.
        new: u64,
        /// Which way the file went, and whose it is.
        way: Way,
        /// Whether the session now lies below the temporary folder.
        temporary: bool,
    },
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
    /// A line cannot be taken here; a sound copy of it lies in another file.
    MadeGood,
    /// A log of another session; ignored.
    Foreign,
    /// No log; ignored.
    Stray,
    /// A log whose first line is damaged: nothing in it can be checked.
    DamagedLog,
    /// A file that was not read, and why.
    Unread(FaultKind),
    /// A seal of another session file than the one here.
    OtherSeal(Hash),
    /// Sealed, but the session file is not here.
    NoSessionFile,
}

impl FileProblemKind {
    /// Whether entries may be lost here.
    pub fn is_damage(&self) -> bool {
        matches!(self, FileProblemKind::Damage | FileProblemKind::DamagedLog | FileProblemKind::Unread(_))
    }

    /// Whether it puts the seal in doubt.
    pub fn is_about_seal(&self) -> bool {
        matches!(self, FileProblemKind::OtherSeal(_) | FileProblemKind::NoSessionFile)
    }

    /// Whether it takes no part in the session.
    pub fn is_ignored(&self) -> bool {
        matches!(self, FileProblemKind::Foreign | FileProblemKind::Stray)
    }

    /// In words.
    pub fn said(&self, lang: Lang) -> String {
        match self {
            FileProblemKind::Branch => files::branch(lang).to_owned(),
            FileProblemKind::Damage => files::damage(lang).to_owned(),
            FileProblemKind::MadeGood => files::made_good(lang).to_owned(),
            FileProblemKind::Foreign => files::foreign(lang).to_owned(),
            FileProblemKind::Stray => files::stray(lang).to_owned(),
            FileProblemKind::DamagedLog => files::damaged_log(lang).to_owned(),
            FileProblemKind::Unread(why) => trouble::kind(lang, why),
            FileProblemKind::OtherSeal(seal) => {
                files::seal_elsewhere(lang, seal.to_string().get(..8).unwrap_or_default())
            }
            FileProblemKind::NoSessionFile => files::no_session_file(lang).to_owned(),
        }
    }
}

/// What came of carrying.
#[derive(Debug)]
pub enum Carried {
    /// What a merge did.
    Merged(Merged),
    /// Files handed out or in.
    Handed(Vec<Handed>),
    /// A copy, checked.
    Copied(Copied),
    /// A kept copy that was put back, checked.
    Restored(Copied),
    /// It did not come about.
    Failed(Carrying, Trouble),
}

/// What was being carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrying {
    /// Something was being taken in.
    Merge,
    /// A file was being handed out or in.
    Hand,
    /// The session was being copied.
    Copy,
    /// A kept copy was being put back.
    Restore,
}

/// A copy kept on this machine, and where it could be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCopy {
    /// The copy.
    pub kept: Kept,
    /// A folder that is not there yet.
    pub target: PathBuf,
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
