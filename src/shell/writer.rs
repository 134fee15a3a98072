//! The writer thread: appends only. Everything that waits for one log goes out under one sync, and "on disk" is said
//! only after the system said so.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::mpsc::{Receiver, Sender};

use crate::app::Msg;
use crate::council::{Author, EntryId, LogName};
use crate::store::Writer;
use crate::trouble::{Doing, Failure};

/// What the writer thread is told.
pub(super) enum Write {
    /// From now on this log is written by this writer.
    Take(Author, LogName, Writer),
    /// Lines for a log.
    Append {
        /// Whose.
        author: Author,
        /// The log they chain in.
        log: LogName,
        /// Whole lines.
        lines: Vec<String>,
        /// The entry of the last.
        last: EntryId,
    },
    /// Lets go of all logs.
    LetGo,
    /// The program ends.
    End,
}

/// Writes until the program ends.
pub(super) fn write_on(orders: &Receiver<Write>, answers: &Sender<Msg>) {
    let mut held: Held = BTreeMap::new();
    while let Ok(first) = orders.recv() {
        let mut waiting: Waiting = BTreeMap::new();
        let mut ends = false;
        for write in std::iter::once(first).chain(orders.try_iter()) {
            match write {
                Write::Append { author, log, lines, last } => {
                    let (before, end) = waiting.entry((author, log)).or_insert_with(|| (Vec::new(), last));
                    before.extend(lines);
                    *end = last;
                }
                Write::Take(author, log, writer) => {
                    flush(&mut held, &mut waiting, answers);
                    held.insert(author, (log, writer));
                }
                Write::LetGo => {
                    flush(&mut held, &mut waiting, answers);
                    held.clear();
                }
                Write::End => ends = true,
            }
        }
        flush(&mut held, &mut waiting, answers);
        if ends {
            return;
        }
    }
}

/// The log open for each author.
type Held = BTreeMap<Author, (LogName, Writer)>;

/// Lines waiting, and the last entry among them, by log.
type Waiting = BTreeMap<(Author, LogName), (Vec<String>, EntryId)>;

/// Writes everything that waits. Lines for a log that is not open here are refused: never swallowed, and never put into
/// another log of the author.
fn flush(held: &mut Held, waiting: &mut Waiting, answers: &Sender<Msg>) {
    for ((author, log), (lines, last)) in std::mem::take(waiting) {
        let written = match held.get_mut(&author) {
            Some((open, writer)) if *open == log => writer.append(&lines).inspect_err(|_| _ = held.remove(&author)),
            _ => Err(Failure::new(Doing::Writing, format!("{log}.log"), ErrorKind::BrokenPipe.into())),
        };
        let answer = match written {
            Ok(()) => Msg::Wrote { author, last },
            Err(failure) => Msg::NotWritten { author, log, trouble: failure.into() },
        };
        let _ = answers.send(answer);
    }
}
