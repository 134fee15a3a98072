//! A session opened for one command: read whole, and written to all or nothing.

use std::path::Path;

use super::context::{Context, now, random};
use super::stop::Stop;
use crate::council::{Act, Author, DeskAct, EntryId, Pen, Product, ProductId, SeatAct, SeatId};
use crate::i18n::cli::said;
use crate::i18n::{Lang, history, saving as say};
use crate::session::{Refusal, Session, Sight};
use crate::store::{self, Folder, Problem};

/// A session folder with everything in it.
pub(super) struct Opened {
    pub(super) session: Session,
    /// What is wrong with its files.
    pub(super) problems: Vec<Problem>,
    folder: Folder,
}

impl Opened {
    /// Reads a session folder.
    pub(super) fn read(path: &Path) -> Result<Opened, Stop> {
        let mut folder = Folder::open(path)?;
        let reading = folder.read()?;
        let mut session = Session::new(reading.id, reading.charter);
        reading.entries.into_iter().for_each(|entry| session.apply(entry));
        Ok(Opened { session, problems: reading.problems, folder })
    }

    /// Records acts of one author under one sync (of a shipped sample: in its working copy, and says so): all of them are on disk when this returns `Ok`, none are written
    /// when a rule or the machine says no.
    pub(super) fn record<T>(
        &mut self,
        context: &Context<'_>,
        author: &Author,
        acts: impl FnOnce(&mut Recording<'_>) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        if self.session.sealed().is_some() {
            return Err(Refusal::Sealed.into());
        }
        if store::is_sample(self.folder.path()) {
            let copy = store::working_copy(self.folder.path(), context.places()?)?;
            Context::remark(&say::copied(context.lang, &copy.display().to_string()));
            *self = Opened::read(&copy)?;
        }
        let (pen, mut writer) = self.folder.writer(author, context.places()?, &mut random)?;
        let mut recording = Recording { session: &mut self.session, pen, at: now(), lines: Vec::new(), entered: None };
        let outcome = acts(&mut recording)?;
        writer.append(&recording.lines)?;
        Ok(outcome)
    }

    /// As [`Opened::record`], for one act of a seat.
    pub(super) fn of_seat(
        &mut self,
        context: &Context<'_>,
        seat: &SeatId,
        act: impl FnOnce(&Session) -> Result<SeatAct, Refusal>,
    ) -> Result<(), Stop> {
        self.seat(seat)?;
        self.record(context, &Author::Seat(seat.clone()), |recording| {
            let act = act(recording.session)?;
            Ok(recording.seat(act)?)
        })
    }

    /// As [`Opened::record`], for acts of the desk, entered by the seat named or else by the one that presides.
    pub(super) fn of_desk<T>(
        &mut self,
        context: &Context<'_>,
        entered: Option<SeatId>,
        acts: impl FnOnce(&mut Recording<'_>) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let chair = || self.session.charter().chair().id.clone();
        let entered = entered.or_else(|| self.session.presiding()).unwrap_or_else(chair);
        self.seat(&entered)?;
        self.record(context, &Author::Desk, |recording| {
            recording.entered = Some(entered);
            acts(recording)
        })
    }

    /// Goes back to where the session stood at the entry whose code begins so, of those that anyone may see; gives the
    /// line that says so. Nothing can be recorded then.
    pub(super) fn look_back(&mut self, lang: Lang, code: &str) -> Result<String, Stop> {
        let reader = self.session.reader(None);
        let history = self.session.history();
        let named: Vec<_> = history
            .iter()
            .filter(|(entry, _)| entry.id.to_string().starts_with(code) && reader.sees(entry) != Sight::Hidden)
            .collect();
        let (entry, standing) = match &named[..] {
            [only] => only,
            [] => return Err(Stop::Check(said::no_such_entry(lang, &crate::text::clean(code)))),
            several => return Err(Stop::Check(said::several_entries(lang, &crate::text::clean(code), several.len()))),
        };
        let told = history::told(lang, &self.session, entry, standing, None);
        let line = said::as_of(lang, &code_of(entry.id), &told.time, &told.who, &told.what);
        let past = self.session.as_of(entry.id);
        self.session = past.expect("the entry is of this session");
        Ok(line)
    }

    /// A product of this session.
    pub(super) fn product(&self, id: &ProductId) -> Result<Product, Stop> {
        self.session.product(id).ok_or_else(|| Refusal::UnknownProduct(id.clone()).into())
    }

    /// Whether the session has this seat.
    pub(super) fn seat(&self, id: &SeatId) -> Result<(), Stop> {
        self.session.seat(id).map(|_| ()).ok_or_else(|| Refusal::UnknownSeat(id.clone()).into())
    }
}

/// An entry's code as it is printed and typed: the first digits of its id.
pub(super) fn code_of(entry: EntryId) -> String {
    entry.to_string()[..10].to_owned()
}

/// Acts being recorded: each is admitted against all that came before it, in the folder and in this recording.
pub(super) struct Recording<'a> {
    pub(super) session: &'a mut Session,
    pen: Pen,
    at: String,
    lines: Vec<String>,
    entered: Option<SeatId>,
}

impl Recording<'_> {
    /// An act of the seat whose log this is.
    pub(super) fn seat(&mut self, act: SeatAct) -> Result<(), Refusal> {
        self.take(Act::Seat(act))
    }

    /// An act of the desk, signed by who presides at that moment.
    pub(super) fn desk(&mut self, act: DeskAct) -> Result<(), Refusal> {
        let chair = &self.session.charter().chair().id;
        let by = self.session.by(self.entered.as_ref().unwrap_or(chair));
        self.take(Act::Desk(by, act))
    }

    /// So many acts so far.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    fn take(&mut self, act: Act) -> Result<(), Refusal> {
        let admitted = self.session.admit(&mut self.pen, &self.at, act)?;
        self.session.apply(admitted.entry);
        self.lines.push(admitted.line);
        Ok(())
    }
}
