//! The session on disk: the folder, its logs, its session file, and what a machine remembers about them.
//! No rule of procedure (see `session`) and no sentence (see `i18n`); clock and randomness come in as arguments.
//!
//! A session is a set of entries by hash; files only carry them. Reading is therefore a union: whatever lies in
//! `logs/` and chains from the session id counts once, under any file name, in any number of copies.

mod carry;
mod charter;
mod create;
mod file;
mod folder;
mod hand;
mod library;
mod log;
mod places;
mod seal;
mod session_file;
mod settings;
mod union;
mod verify;
mod writer;

pub use carry::{Counted, Merged, NotTaken, Refused, hand_in, hand_out, is_handed, merge, take_in};
pub use charter::{check_charter, read_charter};
pub use create::{create, file_name};
pub use file::{LIMIT, read_document, write_document};
pub use folder::{Change, Folder, LogHead, Problem, ProblemKind, Reading};
pub use library::{Standing, State, is_sample, sessions, standing, working_copy};
pub use places::Places;
pub use seal::{NotSealed, finish_seal, prepare_seal};
pub use session_file::{AcceptanceEntry, AttendanceEntry, LogEntry, MeanEntry, ResultEntry, RulingEntry, SessionFile};
pub use settings::Settings;
pub use verify::{AfterSeal, Against, Broken, BrokenKind, Proves, Verification, verify};
pub use writer::Writer;

#[cfg(test)]
mod fixture;
