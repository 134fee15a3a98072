//! What the program wants done outside, as plain data. Who does it is `shell::effects`.

use std::path::PathBuf;

use super::looks::Looks;
use crate::council::{Author, EntryId, LogName};
use crate::i18n::Lang;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Looks for sessions in the known folders. Answered by `Msg::Library`.
    LoadLibrary,
    /// Opens a session folder or file. Answered by `Msg::Opened` or `Msg::Failed`.
    Open(PathBuf),
    /// Makes a working copy of a sample and opens it. Answered as [`Effect::Open`].
    CopySample(PathBuf),
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
    /// Takes in logs from a folder or a file. Answered by `Msg::News`.
    Merge(PathBuf),
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
