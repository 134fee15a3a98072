//! The open session as this machine sits in it: who sits here, what was written, what is not on disk yet.
//!
//! A mark is admitted and applied at once, and pending until the writer's word. Every other act is admitted, written,
//! and applied only then; acts of the same author wait for it. When a write fails the folder is read anew: what is
//! found there is saved, the rest stays on screen as not saved until it is retried or the session is copied.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

use super::effect::Effect;
use super::message::{FileProblem, News, Opened, Reread};
use crate::council::{Act, Author, Content, DeskAct, Entry, EntryId, Pen, ProductId, SeatAct, SeatId};
use crate::i18n::{Lang, words};
use crate::rubric::Code;
use crate::session::{Refusal, Session};

/// The open session and who sits here.
#[derive(Debug)]
pub struct Sitting {
    /// Its folder.
    pub path: PathBuf,
    /// What people have to know of its files.
    pub problems: Vec<FileProblem>,
    session: Session,
    who: Option<Here>,
    books: BTreeMap<Author, Book>,
}

/// Who sits at this machine now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Here {
    /// A member, at their own sheets.
    Seat(SeatId),
    /// The presiding table; the seat that enters its acts.
    Desk(SeatId),
}

impl Here {
    /// In whose log the acts stand.
    pub fn author(&self) -> Author {
        match self {
            Here::Seat(seat) => Author::Seat(seat.clone()),
            Here::Desk(_) => Author::Desk,
        }
    }
}

/// Why an act did not come to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum No {
    /// A rule says no.
    Refused(Refusal),
    /// The log is not ours yet.
    NotReady,
    /// What came before is not saved; that has to be settled first.
    NotSaved,
}

/// One author's log on this machine.
#[derive(Debug, Default)]
struct Book {
    pen: Option<Pen>,
    /// Handed to the writer, in order.
    out: VecDeque<Out>,
    /// Acts that wait for one that is being written, batch by batch.
    queue: VecDeque<Vec<Act>>,
    /// Acts that did not reach the disk.
    unsaved: Vec<Unsaved>,
}

/// An entry on its way to the disk.
#[derive(Debug)]
struct Out {
    entry: Entry,
    applied: Applied,
}

/// Whether an entry shows already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Applied {
    AtOnce,
    WhenWritten,
}

/// An act that did not reach the disk, and when it was done.
#[derive(Debug)]
struct Unsaved {
    entry: Entry,
    applied: Applied,
}

impl Sitting {
    /// A session just opened: nobody sits here yet.
    pub fn open(opened: Opened) -> Sitting {
        Sitting {
            path: opened.path,
            problems: opened.problems,
            session: opened.session,
            who: None,
            books: BTreeMap::new(),
        }
    }

    /// The session, with everything that shows here.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Who sits here.
    pub fn who(&self) -> Option<&Here> {
        self.who.as_ref()
    }

    /// The member who sits here, if one does.
    pub fn seat(&self) -> Option<&SeatId> {
        match &self.who {
            Some(Here::Seat(seat)) => Some(seat),
            _ => None,
        }
    }

    /// The seat that enters the desk's acts here, if the desk sits here.
    pub fn desk(&self) -> Option<&SeatId> {
        match &self.who {
            Some(Here::Desk(seat)) => Some(seat),
            _ => None,
        }
    }

    /// Somebody sits down; gives what has to be done for it.
    pub fn sit_down(&mut self, here: Here) -> Option<Effect> {
        let author = here.author();
        self.who = Some(here);
        let ready = self.books.get(&author).is_some_and(|book| book.pen.is_some());
        (!ready && self.session.sealed().is_none()).then_some(Effect::TakePen(author))
    }

    /// Nobody sits here any more.
    pub fn stand_up(&mut self) {
        self.who = None;
    }

    /// The name of who sits here, for the header.
    pub fn here_name(&self, lang: Lang) -> Option<String> {
        self.who.as_ref().map(|here| match here {
            Here::Seat(seat) => self.seat_name(seat),
            Here::Desk(_) => words::desk(lang).to_owned(),
        })
    }

    /// A seat's title; its id where the session does not know it.
    pub fn seat_name(&self, seat: &SeatId) -> String {
        self.session.seat(seat).map_or_else(|| seat.to_string(), |seat| seat.title)
    }

    /// Whether something is on its way to the disk.
    pub fn is_saving(&self) -> bool {
        self.books.values().any(|book| !book.out.is_empty() || !book.queue.is_empty())
    }

    /// Acts that did not reach the disk.
    pub fn unsaved(&self) -> usize {
        self.books.values().map(|book| book.unsaved.len()).sum()
    }

    /// The entries that did not reach the disk, or are not known to have.
    pub fn unsaved_entries(&self) -> impl Iterator<Item = &Entry> {
        self.books.values().flat_map(|book| book.unsaved.iter().map(|unsaved| &unsaved.entry))
    }

    /// The authors whose acts did not reach the disk.
    pub fn unsaved_authors(&self) -> Vec<Author> {
        self.books.iter().filter(|(_, book)| !book.unsaved.is_empty()).map(|(author, _)| author.clone()).collect()
    }

    /// Whether a mark of the seat shows that is not on disk.
    pub fn is_pending(&self, seat: &SeatId, product: &ProductId, criterion: &Code) -> bool {
        let Some(book) = self.books.get(&Author::Seat(seat.clone())) else { return false };
        let entries = book.out.iter().map(|out| &out.entry).chain(book.unsaved.iter().map(|unsaved| &unsaved.entry));
        entries.into_iter().any(|entry| match &entry.content {
            Content::Known(act) => matches!(
                &**act,
                Act::Seat(SeatAct::Mark { product: p, criterion: c, .. }) if p == product && c == criterion
            ),
            Content::Unknown => false,
        })
    }

    /// A member's mark: shows at once, saved when the writer says so.
    pub fn mark(&mut self, now: &str, act: SeatAct) -> Result<Vec<Effect>, No> {
        self.record(now, vec![Act::Seat(act)])
    }

    /// Acts of the desk, signed for who presides; all or none.
    pub fn record_desk(&mut self, now: &str, acts: Vec<DeskAct>) -> Result<Vec<Effect>, No> {
        let Some(Here::Desk(seat)) = &self.who else { return Err(No::NotReady) };
        let by = self.session.by(seat);
        self.record(now, acts.into_iter().map(|act| Act::Desk(by.clone(), act)).collect())
    }

    /// Acts of who sits here, all or none. Acts on one batch never replace each other. A batch of marks shows at once;
    /// any other waits for the disk, and for what is on its way there.
    pub fn record(&mut self, now: &str, acts: Vec<Act>) -> Result<Vec<Effect>, No> {
        let Some(author) = self.who.as_ref().map(Here::author) else { return Err(No::NotReady) };
        let book = self.books.entry(author.clone()).or_default();
        if !book.unsaved.is_empty() {
            return Err(No::NotSaved);
        }
        if book.pen.is_none() {
            return Err(No::NotReady);
        }
        let waits = !book.queue.is_empty() || book.out.iter().any(|out| out.applied == Applied::WhenWritten);
        if waits {
            book.queue.push_back(acts);
            return Ok(Vec::new());
        }
        self.write(now, &author, acts)
    }

    /// Admits acts with the author's pen and hands their lines out.
    fn write(&mut self, now: &str, author: &Author, acts: Vec<Act>) -> Result<Vec<Effect>, No> {
        let Some(book) = self.books.get_mut(author) else { return Err(No::NotReady) };
        let Some(mut pen) = book.pen.clone() else { return Err(No::NotReady) };
        let at_once = acts.iter().all(|act| matches!(act, Act::Seat(SeatAct::Mark { .. })));
        let mut admitted = Vec::new();
        for act in acts {
            admitted.push(self.session.admit(&mut pen, now, act).map_err(No::Refused)?);
        }
        let Some(last) = admitted.last().map(|admitted| admitted.entry.id) else { return Ok(Vec::new()) };
        book.pen = Some(pen);
        let applied = if at_once { Applied::AtOnce } else { Applied::WhenWritten };
        let mut lines = Vec::new();
        for act in admitted {
            if at_once {
                self.session.apply(act.entry.clone());
            }
            lines.push(act.line);
            book.out.push_back(Out { entry: act.entry, applied });
        }
        Ok(vec![Effect::Append { author: author.clone(), lines, last }])
    }

    /// The author's log is ours.
    pub(super) fn take_pen(&mut self, author: Author, pen: Pen) {
        self.books.entry(author).or_default().pen = Some(pen);
    }

    /// Everything up to an entry is on disk. Gives what follows, and the last refusal of acts that had waited.
    pub(super) fn wrote(&mut self, now: &str, author: &Author, last: EntryId) -> (Vec<Effect>, Option<Refusal>) {
        let Some(book) = self.books.get_mut(author) else { return (Vec::new(), None) };
        let Some(end) = book.out.iter().position(|out| out.entry.id == last) else { return (Vec::new(), None) };
        for out in book.out.drain(..=end) {
            if out.applied == Applied::WhenWritten {
                self.session.apply(out.entry);
            }
        }
        if book.out.iter().any(|out| out.applied == Applied::WhenWritten) {
            return (Vec::new(), None);
        }
        let mut refused = None;
        while let Some(next) = self.books.get_mut(author).and_then(|book| book.queue.pop_front()) {
            match self.write(now, author, next) {
                Ok(effects) => return (effects, refused),
                Err(No::Refused(refusal)) => refused = Some(refusal),
                Err(No::NotReady | No::NotSaved) => break,
            }
        }
        (Vec::new(), refused)
    }

    /// A write failed: the log is closed, and what is on disk is known only once the folder is read anew.
    pub(super) fn not_written(&mut self, author: &Author) -> Effect {
        if let Some(book) = self.books.get_mut(author) {
            book.pen = None;
            let lost = book.out.drain(..).map(|out| Unsaved { entry: out.entry, applied: out.applied });
            book.unsaved.extend(lost);
            book.queue.clear();
        }
        Effect::Reread(Vec::new())
    }

    /// Entries of others, or of this machine's other windows. What is on its way from here shows by its own rule.
    pub(super) fn take_news(&mut self, news: News) {
        self.problems = news.problems;
        for entry in news.entries {
            let own = self.books.get(&entry.author);
            let on_its_way = own.is_some_and(|book| book.out.iter().any(|out| out.entry.id == entry.id));
            if !on_its_way {
                self.session.apply(entry);
            }
        }
    }

    /// The folder as it is: what is found there is saved. The rest is done again with the new pens, or stays on screen
    /// as not saved. Gives what has to be written, and what is refused now.
    pub(super) fn reread(&mut self, now: &str, reread: Reread) -> (Vec<Effect>, Vec<Refusal>) {
        let Reread { session, problems, pens, path } = reread;
        if let Some(path) = path {
            self.path = path;
        }
        self.session = session;
        self.problems = problems;
        let (mut effects, mut refusals) = (Vec::new(), Vec::new());
        for (author, pen) in pens {
            self.take_pen(author, pen);
        }
        let authors: Vec<Author> = self.books.keys().cloned().collect();
        for author in authors {
            let Some(book) = self.books.get_mut(&author) else { continue };
            book.unsaved.retain(|unsaved| self.session.entry(unsaved.entry.id).is_none());
            if book.pen.is_some() {
                for unsaved in std::mem::take(&mut book.unsaved) {
                    let Content::Known(act) = unsaved.entry.content else { continue };
                    match self.write(now, &author, vec![(*act).clone()]) {
                        Ok(written) => effects.extend(written),
                        Err(No::Refused(refusal)) => refusals.push(refusal),
                        Err(No::NotReady | No::NotSaved) => {}
                    }
                }
            }
            // What shows already goes on showing.
            let Some(book) = self.books.get(&author) else { continue };
            let shown = book.unsaved.iter().filter(|unsaved| unsaved.applied == Applied::AtOnce);
            let written = book.out.iter().filter(|out| out.applied == Applied::AtOnce);
            let entries: Vec<Entry> =
                shown.map(|unsaved| unsaved.entry.clone()).chain(written.map(|out| out.entry.clone())).collect();
            for entry in entries {
                self.session.apply(entry);
            }
        }
        (effects, refusals)
    }
}
