//! One author's log on this machine: what is on its way to the disk, what waits, what did not arrive. What is done about
//! it stands above.

use std::collections::VecDeque;

use crate::council::{Act, Content, Entry, Pen, SeatAct};
use crate::session::Session;

/// One author's log on this machine.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) pen: Option<Pen>,
    /// A pen is on its way: no second one is asked for, lest lines be made with one and written with the other.
    pub(super) asked: bool,
    /// Handed to the writer, in order.
    pub(super) out: VecDeque<Out>,
    /// Acts that wait for one that is being written, batch by batch.
    pub(super) queue: VecDeque<Vec<Act>>,
    /// Acts that did not reach the disk.
    pub(super) unsaved: Vec<Unsaved>,
    /// On disk by the writer's word, but not seen yet where the folder was read.
    pub(super) acknowledged: Vec<Entry>,
}

impl Book {
    /// Whether nothing moves unless a person has it tried again.
    pub(super) fn is_stuck(&self) -> bool {
        !self.unsaved.is_empty() || (self.pen.is_none() && !self.asked && self.out.is_empty())
    }

    /// Acts that wait for one before them.
    pub(super) fn waiting(&self) -> usize {
        self.queue.iter().map(Vec::len).sum()
    }

    /// The session lies in another folder now: no pen of the old one is good there, and what was written to the old
    /// one alone has to be written again.
    pub(super) fn move_out(&mut self, session: &Session) {
        self.pen = None;
        self.asked = false;
        let acknowledged = self.acknowledged.drain(..).map(|entry| (entry, Applied::AtOnce));
        let out = self.out.drain(..).map(|out| (out.entry, out.applied));
        let behind = acknowledged.chain(out).filter(|(entry, _)| session.entry(entry.id).is_none());
        let behind = behind.map(|(entry, applied)| Unsaved { entry, applied, doubtful: false });
        self.unsaved.extend(behind);
        // The copy was synced as a whole.
        self.unsaved.iter_mut().for_each(|unsaved| unsaved.doubtful = false);
    }

    /// Acts that reach the disk only if a person has it tried again.
    pub(super) fn not_saved(&self) -> usize {
        if self.is_stuck() { self.unsaved.len() + self.waiting() } else { 0 }
    }
}

/// An entry on its way to the disk.
#[derive(Debug)]
pub(super) struct Out {
    pub(super) entry: Entry,
    pub(super) applied: Applied,
}

impl Out {
    pub(super) fn is_opinion(&self) -> bool {
        matches!(&self.entry.content, Content::Known(act) if matches!(**act, Act::Seat(SeatAct::Opinion { .. })))
    }
}

pub(super) fn are_marks(acts: &[Act]) -> bool {
    acts.iter().all(|act| matches!(act, Act::Seat(SeatAct::Mark { .. })))
}

/// Whether an entry shows already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Applied {
    AtOnce,
    WhenWritten,
}

/// An act that did not reach the disk, and when it was done.
#[derive(Debug)]
pub(super) struct Unsaved {
    pub(super) entry: Entry,
    pub(super) applied: Applied,
    /// The system could not say that it is on disk: that it can be read proves nothing, it has to be written again.
    pub(super) doubtful: bool,
}
