//! The session on disk: the folder, its logs, its session file, and what a machine remembers about them.
//! No rule of procedure (see `session`) and no sentence (see `i18n`); clock and randomness come in as arguments.
//!
//! A session is a set of entries by hash; files only carry them. Reading is therefore a union: whatever lies in
//! `logs/` and chains from the session id counts once, under any file name, in any number of copies.

mod around;
mod backup;
mod carry;
mod charter;
mod copy;
mod create;
mod file;
mod files;
mod folder;
mod hand;
mod library;
mod log;
mod merge;
mod places;
mod seal;
mod session_file;
mod settings;
mod typed;
mod union;
mod verify;
mod writer;

pub use around::look_around;
pub use backup::{KEPT, keep, kept, restore};
pub use carry::{hand_in, hand_name, hand_out, is_handed, look_into, take_in};
pub use charter::{check_charter, read_charter};
pub use copy::{copy, copy_as};
pub use create::{create, file_name};
pub use file::{LIMIT, read_document, write_document};
pub use folder::{Change, Folder, LogHead, Problem, ProblemKind, Reading};
pub use library::{Standing, State, is_sample, sessions, standing, working_copy};
pub use merge::merge;
pub use places::Places;
pub use seal::{NotSealed, finish_seal, prepare_seal};
pub use session_file::{AcceptanceEntry, AttendanceEntry, LogEntry, MeanEntry, ResultEntry, RulingEntry, SessionFile};
pub use settings::Settings;
pub use typed::{typed_path, typed_paths};
pub use verify::{AfterSeal, Against, Broken, BrokenKind, Ignored, IgnoredKind, Proves, Verification, verify};
pub use writer::Writer;

#[cfg(test)]
mod fixture;
