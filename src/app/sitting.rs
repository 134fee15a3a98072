//! The open session as this machine sits in it: who sits here, what was written, what is not on disk yet.
//!
//! A mark is admitted and applied at once, and pending until the writer's word. Every other act is admitted, written,
//! and applied only then; acts of the same author wait for it. When a write fails the folder is read anew: what is
//! found there is saved, the rest stays on screen as not saved until it is retried or the session is copied.

mod book;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use book::{Applied, Book, Out, Unsaved, are_marks};

use super::effect::Effect;
use super::message::{FileProblem, News, Opened, Reread};
use crate::council::{Act, Author, Content, DeskAct, Entry, EntryId, LogName, Pen, ProductId, SeatAct, SeatId};
use crate::i18n::{Lang, words};
use crate::rubric::Code;
use crate::session::{Refusal, Session};
use crate::trouble::{Doing, Trouble};

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
    /// Nobody sits here who could do it, or their log is not ours yet.
    NotReady,
    /// What came before is not saved; that has to be settled first.
    NotSaved,
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
        self.need_pen(author)
    }

    /// Asks for the author's pen, unless it is here, on its way, or comes with the next try to save.
    fn need_pen(&mut self, author: Author) -> Option<Effect> {
        let book = self.books.entry(author.clone()).or_default();
        let needed = book.pen.is_none() && !book.asked && book.unsaved.is_empty() && self.session.sealed().is_none();
        book.asked |= needed;
        needed.then_some(Effect::TakePen(author))
    }

    /// Pens of these authors are being asked for; gives those of whom none is on its way yet.
    pub(super) fn ask_pens(&mut self, authors: &[Author]) -> Vec<Author> {
        let mut fresh = Vec::new();
        for author in authors {
            let book = self.books.entry(author.clone()).or_default();
            if !std::mem::replace(&mut book.asked, true) {
                fresh.push(author.clone());
            }
        }
        fresh
    }

    /// The pen asked for does not come; no author: none does.
    pub(super) fn no_pen(&mut self, of: Option<&Author>) {
        for (author, book) in &mut self.books {
            book.asked &= of.is_some_and(|of| of != author);
        }
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
        self.books.values().any(|book| !book.out.is_empty() || (!book.queue.is_empty() && !book.is_stuck()))
    }

    /// Acts that did not reach the disk.
    pub fn unsaved(&self) -> usize {
        self.books.values().map(Book::not_saved).sum()
    }

    /// The entries that did not reach the disk, or are not known to have.
    pub fn unsaved_entries(&self) -> impl Iterator<Item = &Entry> {
        self.books.values().flat_map(|book| book.unsaved.iter().map(|unsaved| &unsaved.entry))
    }

    /// The authors whose acts did not reach the disk.
    pub fn unsaved_authors(&self) -> Vec<Author> {
        self.books.iter().filter(|(_, book)| book.not_saved() > 0).map(|(author, _)| author.clone()).collect()
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
    /// any other waits for the disk, and for what is on its way there. Everything waits for the log to be open.
    pub fn record(&mut self, now: &str, acts: Vec<Act>) -> Result<Vec<Effect>, No> {
        let Some(author) = self.who.as_ref().map(Here::author) else { return Err(No::NotReady) };
        let book = self.books.entry(author.clone()).or_default();
        if !book.unsaved.is_empty() {
            return Err(No::NotSaved);
        }
        if book.pen.is_none() && self.session.sealed().is_some() {
            return Err(No::Refused(Refusal::Sealed));
        }
        if book.pen.is_none() {
            book.queue.push_back(acts);
            return Ok(self.need_pen(author).into_iter().collect());
        }
        // A mark has nothing to do with an opinion on its way; a sheet on its way has to be known first.
        let passes = |out: &Out| are_marks(&acts) && out.is_opinion();
        let waits =
            !book.queue.is_empty() || book.out.iter().any(|out| out.applied == Applied::WhenWritten && !passes(out));
        if waits {
            book.queue.push_back(acts);
            return Ok(Vec::new());
        }
        self.write(now, &author, acts, None)
    }

    /// Admits acts with the author's pen, against the session or as if some of it were not there, and hands their
    /// lines out.
    fn write(
        &mut self,
        now: &str,
        author: &Author,
        acts: Vec<Act>,
        against: Option<&Session>,
    ) -> Result<Vec<Effect>, No> {
        let Some(book) = self.books.get_mut(author) else { return Err(No::NotReady) };
        let Some(mut pen) = book.pen.clone() else { return Err(No::NotReady) };
        let at_once = are_marks(&acts);
        let mut admitted = Vec::new();
        for act in acts {
            let session = against.unwrap_or(&self.session);
            admitted.push(session.admit(&mut pen, now, act).map_err(No::Refused)?);
        }
        let Some(last) = admitted.last().map(|admitted| admitted.entry.id) else { return Ok(Vec::new()) };
        let log = pen.log().clone();
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
        Ok(vec![Effect::Append { author: author.clone(), log, lines, last }])
    }

    /// The author's log is ours. Gives what follows, as [`Sitting::wrote`].
    pub(super) fn take_pen(&mut self, now: &str, author: &Author, pen: Pen) -> (Vec<Effect>, Option<Refusal>) {
        self.hold(author.clone(), pen);
        self.go_on(now, author)
    }

    fn hold(&mut self, author: Author, pen: Pen) {
        let book = self.books.entry(author).or_default();
        book.pen = Some(pen);
        book.asked = false;
    }

    /// Everything up to an entry is on disk. Gives what follows, and the last refusal of acts that had waited.
    pub(super) fn wrote(&mut self, now: &str, author: &Author, last: EntryId) -> (Vec<Effect>, Option<Refusal>) {
        let Some(book) = self.books.get_mut(author) else { return (Vec::new(), None) };
        let Some(end) = book.out.iter().position(|out| out.entry.id == last) else { return (Vec::new(), None) };
        for out in book.out.drain(..=end) {
            book.acknowledged.push(out.entry.clone());
            if out.applied == Applied::WhenWritten {
                self.session.apply(out.entry);
            }
        }
        self.go_on(now, author)
    }

    /// Hands out what has waited, where nothing before it is on its way or not saved.
    fn go_on(&mut self, now: &str, author: &Author) -> (Vec<Effect>, Option<Refusal>) {
        let (mut effects, mut refused) = (Vec::new(), None);
        while let Some(book) = self.books.get_mut(author) {
            let waits = book.out.iter().any(|out| out.applied == Applied::WhenWritten);
            if waits || book.pen.is_none() || !book.unsaved.is_empty() {
                break;
            }
            let Some(next) = book.queue.pop_front() else { break };
            match self.write(now, author, next, None) {
                Ok(written) => effects.extend(written),
                Err(No::Refused(refusal)) => refused = Some(refusal),
                Err(No::NotReady | No::NotSaved) => break,
            }
        }
        (effects, refused)
    }

    /// A write failed: the log is closed, and what is on disk is known only once the folder is read anew. Nothing
    /// where that was known already.
    pub(super) fn not_written(&mut self, author: &Author, log: &LogName, trouble: &Trouble) -> Option<Effect> {
        let doubtful = matches!(trouble, Trouble::Failure(failure) if failure.doing == Doing::Syncing);
        let book = self.books.get_mut(author)?;
        let (lost, kept): (Vec<Out>, Vec<Out>) = book.out.drain(..).partition(|out| out.entry.log == *log);
        book.out.extend(kept);
        let closed = book.pen.take_if(|pen| pen.log() == log).is_some();
        let news = closed || !lost.is_empty();
        let lost = lost.into_iter().map(|Out { entry, applied }| Unsaved { entry, applied, doubtful });
        book.unsaved.extend(lost);
        news.then(|| Effect::Reread(Vec::new()))
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
        let moved = path.is_some();
        if let Some(path) = path {
            self.path = path;
        }
        self.session = session;
        self.problems = problems;
        if moved {
            self.books.values_mut().for_each(|book| book.move_out(&self.session));
        }
        for (author, pen) in pens {
            self.hold(author, pen);
        }
        let (mut effects, mut refusals) = (Vec::new(), Vec::new());
        let authors: Vec<Author> = self.books.keys().cloned().collect();
        for author in &authors {
            let Some(book) = self.books.get_mut(author) else { continue };
            let session = &mut self.session;
            book.unsaved.retain(|unsaved| unsaved.doubtful || session.entry(unsaved.entry.id).is_none());
            book.acknowledged.retain(|entry| session.entry(entry.id).is_none());
            // What the folder was read too early to have.
            book.acknowledged.iter().for_each(|entry| session.apply(entry.clone()));
        }
        for author in &authors {
            let (written, refused) = self.write_again(now, author);
            effects.extend(written);
            refusals.extend(refused);
            let (written, refused) = self.go_on(now, author);
            effects.extend(written);
            refusals.extend(refused);
            // What shows already goes on showing.
            let Some(book) = self.books.get(author) else { continue };
            let unsaved = book.unsaved.iter().map(|unsaved| (&unsaved.entry, unsaved.applied));
            let out = book.out.iter().map(|out| (&out.entry, out.applied));
            for (entry, _) in unsaved.chain(out).filter(|(_, applied)| *applied == Applied::AtOnce) {
                self.session.apply(entry.clone());
            }
        }
        effects.extend(self.who.as_ref().map(Here::author).and_then(|author| self.need_pen(author)));
        (effects, refusals)
    }

    /// Writes again what is not saved, where there is a pen for it. What is only in doubt is written as if it were not
    /// there: equal values are one, and then one of the two is on disk for certain.
    fn write_again(&mut self, now: &str, author: &Author) -> (Vec<Effect>, Vec<Refusal>) {
        let (mut effects, mut refusals) = (Vec::new(), Vec::new());
        let Some(book) = self.books.get_mut(author).filter(|book| book.pen.is_some()) else {
            return (effects, refusals);
        };
        let again = std::mem::take(&mut book.unsaved);
        let doubtful: Vec<EntryId> = again.iter().filter(|one| one.doubtful).map(|one| one.entry.id).collect();
        let mut certain = (!doubtful.is_empty()).then(|| self.without(&doubtful));
        let mut still = Vec::new();
        for unsaved in again {
            let Content::Known(act) = &unsaved.entry.content else { continue };
            match self.write(now, author, vec![(**act).clone()], certain.as_ref()) {
                Ok(written) => {
                    effects.extend(written);
                    let last = self.books.get(author).and_then(|book| book.out.back());
                    if let (Some(certain), Some(out)) = (&mut certain, last.filter(|o| o.applied == Applied::AtOnce)) {
                        certain.apply(out.entry.clone());
                    }
                }
                // It can be read, cannot be written again, and nobody knows whether it is on disk.
                Err(No::Refused(refusal)) if unsaved.doubtful && refusal != Refusal::AlreadySo => {
                    refusals.push(refusal);
                    still.push(unsaved);
                }
                Err(No::Refused(refusal)) => refusals.push(refusal),
                Err(No::NotReady | No::NotSaved) => still.push(unsaved),
            }
        }
        if let Some(book) = self.books.get_mut(author) {
            book.unsaved = still;
        }
        (effects, refusals)
    }

    /// The session as it would be without some entries.
    fn without(&self, some: &[EntryId]) -> Session {
        let mut session = Session::new(self.session.id(), Arc::clone(self.session.charter()));
        for (entry, _) in self.session.history() {
            if !some.contains(&entry.id) {
                session.apply((**entry).clone());
            }
        }
        session
    }
}
