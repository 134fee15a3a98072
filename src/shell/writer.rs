//! The writer thread: appends only. Everything that waits for one log goes out under one sync, and "on disk" is said
//! only after the system said so.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender};

use crate::app::Msg;
use crate::council::{Author, EntryId};
use crate::store::Writer;

/// What the writer thread is told.
pub(super) enum Write {
    /// From now on this log is written by this writer.
    Take(Author, Writer),
    /// Lines for a log.
    Append {
        /// Whose.
        author: Author,
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
    let mut held: BTreeMap<Author, Writer> = BTreeMap::new();
    while let Ok(first) = orders.recv() {
        let mut waiting: Waiting = BTreeMap::new();
        let mut ends = false;
        for write in std::iter::once(first).chain(orders.try_iter()) {
            match write {
                Write::Append { author, lines, last } => {
                    let (before, end) = waiting.entry(author).or_insert_with(|| (Vec::new(), last));
                    before.extend(lines);
                    *end = last;
                }
                Write::Take(author, writer) => {
                    flush(&mut held, &mut waiting, answers);
                    held.insert(author, writer);
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

/// Lines waiting, and the last entry among them, by author.
type Waiting = BTreeMap<Author, (Vec<String>, EntryId)>;

/// Writes everything that waits. Lines for a log that was closed by a failure are the program's again: it was told.
fn flush(held: &mut BTreeMap<Author, Writer>, waiting: &mut Waiting, answers: &Sender<Msg>) {
    for (author, (lines, last)) in std::mem::take(waiting) {
        let Some(writer) = held.get_mut(&author) else { continue };
        let answer = match writer.append(&lines) {
            Ok(()) => Msg::Wrote { author, last },
            Err(failure) => {
                held.remove(&author);
                Msg::NotWritten { author, trouble: failure.into() }
            }
        };
        let _ = answers.send(answer);
    }
}
