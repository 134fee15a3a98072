//! What the program wants done outside, as plain data. Who does it is `shell::effects`.

use std::path::PathBuf;

use super::bring::Wanted;
use super::looks::Looks;
use crate::council::{Author, Draft, EntryId, LogName, Way};
use crate::i18n::Lang;
use crate::session::{Docket, Judged};

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Looks for sessions in the known folders. Answered by `Msg::Library`.
    LoadLibrary,
    /// Opens a session folder or file. Answered by `Msg::Opened` or `Msg::Failed`.
    Open(PathBuf),
    /// Makes a working copy of a sample and opens it. Answered as [`Effect::Open`].
    CopySample(PathBuf),
    /// Reads a file for a new session. Answered by `Msg::Brought` or `Msg::NotBrought`.
    Bring(Wanted),
    /// Finds a folder for a new session of this title. Answered by `Msg::Planned` or `Msg::Failed`.
    Plan {
        /// The title.
        title: String,
        /// The folder to put it in; nothing: the usual one.
        below: Option<PathBuf>,
    },
    /// Makes a session and opens it. Answered by `Msg::Opened` or `Msg::NotCreated`.
    Create {
        /// The session.
        draft: Box<Draft>,
        /// Its folder, which does not exist yet.
        path: PathBuf,
    },
    /// Lets go of the open session: its pens, its folder.
    Close,
    /// Gets this author's log on this machine. Answered by `Msg::Pen` or `Msg::Failed`.
    TakePen(Author),
    /// Appends lines to the author's log. Answered by `Msg::Wrote` or `Msg::NotWritten`.
    Append {
        /// Whose log.
        author: Author,
        /// The log the lines chain in; no other one takes them.
        log: LogName,
        /// Whole lines, each with its line feed.
        lines: Vec<String>,
        /// The entry of the last line.
        last: EntryId,
    },
    /// Reads the folder anew, after a write failed, and gets these authors' logs anew. Answered by `Msg::Reread`, or
    /// `Msg::Failed` where not even reading works.
    Reread(Vec<Author>),
    /// Looks at the folder now, not only every two seconds. Answered by `Msg::News` when there is any.
    Follow,
    /// Writes the session file aside, before the seal is put on record. Answered by `Msg::SealReady` or
    /// `Msg::NotSealed`.
    PrepareSeal {
        /// The time claimed.
        at: String,
    },
    /// Puts the session file in place, once the seal is on record. Answered by `Msg::Reread`.
    FinishSeal,
    /// Copies the open session to another folder, with what could not be saved here. Answered by `Msg::Reread`.
    CopyTo {
        /// A folder that does not exist yet.
        path: PathBuf,
        /// The authors whose logs are to be got there.
        authors: Vec<Author>,
    },
    /// Works out the smallest changes that flip a star. Answered by `Msg::Flips`.
    Flips(Judged, Box<Docket>),
    /// Looks for what of the open session lies where people put what they bring. Answered by `Msg::Around`.
    LookAround,
    /// Takes in what people brought. Answered by `Msg::News` where there is any, then by `Msg::Carried`.
    Merge(Sources),
    /// Writes handed files into a folder, given as typed. Answered by `Msg::Carried`.
    Hand {
        /// Which way, and whose.
        ways: Vec<Way>,
        /// The folder, as a person gave it.
        folder: String,
    },
    /// Copies the open session to a stick or another folder, given as typed. Answered by `Msg::Carried`.
    CopyOut(String),
    /// Reads the copies kept on this machine. Answered by `Msg::Kept`.
    LoadKept,
    /// Puts a kept copy back. Answered by `Msg::Carried`.
    Restore {
        /// The copy.
        copy: PathBuf,
        /// The folder, as a person gave it.
        to: String,
    },
    /// Keeps language and looks.
    SaveSettings {
        /// The language.
        lang: Lang,
        /// Colours and signs.
        looks: Looks,
    },
    /// Ends the program.
    Quit,
}

/// What is to be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sources {
    /// Found by looking around.
    Found(Vec<PathBuf>),
    /// Paths as a person gave them: typed, pasted, dragged.
    Typed(String),
}
