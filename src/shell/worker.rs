//! The worker thread: everything that takes long and is no append. One job at a time; between jobs it follows the
//! folder of the open session.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::writer::Write;
use super::{bring, carry, clock};
use crate::app::bring::Wanted;
use crate::app::effect::Sources;
use crate::app::message::{
    Carried, Carrying, FileProblem, FileProblemKind, HowOpened, News, Opened, Reread, WhyNotSealed,
};
use crate::app::{Looks, Msg, Signs};
use crate::council::{Author, Draft, Pen, Way};
use crate::i18n::Lang;
use crate::session::{Docket, Judged, Session};
use crate::store::{self, Change, Folder, NotSealed, Places, Problem, ProblemKind, Reading, Settings};
use crate::trouble::{Doing, Failure, Trouble};

/// How often the folder is looked at.
const FOLLOW: Duration = Duration::from_secs(2);

/// What the worker thread is told.
pub(super) enum Job {
    Bring(Wanted),
    Plan { title: String, below: Option<PathBuf> },
    Create { draft: Box<Draft>, path: PathBuf },
    Open(PathBuf),
    CopySample(PathBuf),
    Close,
    TakePen(Author),
    Reread(Vec<Author>),
    CopyTo { path: PathBuf, authors: Vec<Author> },
    Follow,
    LookAround,
    Merge(Sources),
    Hand { ways: Vec<Way>, folder: String },
    CopyOut(String),
    LoadKept,
    Restore { copy: PathBuf, to: String },
    PrepareSeal { at: String },
    FinishSeal,
    Flips(Judged, Box<Docket>),
    SaveSettings { lang: Lang, looks: Looks },
}

/// The worker.
pub(super) struct Worker {
    places: Places,
    settings: Settings,
    folder: Option<Folder>,
    /// The problems last told, so that nothing is told twice.
    told: Vec<Problem>,
    answers: Sender<Msg>,
    to_writer: Sender<Write>,
}

impl Worker {
    pub(super) fn new(places: Places, settings: Settings, answers: Sender<Msg>, to_writer: Sender<Write>) -> Worker {
        Worker { places, settings, folder: None, told: Vec::new(), answers, to_writer }
    }

    /// Works until the program ends.
    pub(super) fn work_on(mut self, jobs: &Receiver<Job>) {
        loop {
            let done = match jobs.recv_timeout(FOLLOW) {
                Ok(job) => self.work(job),
                // A folder that cannot be read just now (a stick pulled out) is tried again; writing will say more.
                Err(RecvTimeoutError::Timeout) => {
                    let _ = self.follow();
                    Ok(())
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if let Err(trouble) = done {
                self.answer(Msg::Failed(trouble));
            }
        }
    }

    fn work(&mut self, job: Job) -> Result<(), Trouble> {
        match job {
            Job::Bring(wanted) => {
                self.answer(match bring::bring(&wanted) {
                    Ok(brought) => Msg::Brought(brought),
                    Err(trouble) => Msg::NotBrought(wanted, trouble),
                });
                Ok(())
            }
            Job::Plan { title, below } => {
                let below = below.map(|below| bring::meant(&below));
                self.answer(Msg::Planned(bring::plan(&title, below.as_deref().unwrap_or(&self.places.sessions))?));
                Ok(())
            }
            Job::Create { draft, path } => {
                match bring::create(*draft, &path) {
                    Ok(()) => self.open_folder(&path, HowOpened::Created)?,
                    Err(trouble) => self.answer(Msg::NotCreated(trouble)),
                }
                Ok(())
            }
            Job::Open(path) => self.open(&bring::meant(&path)),
            Job::CopySample(path) => self.open_copy(&path),
            Job::Close => {
                self.let_go();
                Ok(())
            }
            Job::TakePen(author) => {
                let Some(folder) = &mut self.folder else { return Ok(()) };
                match take_pen(folder, &author, &self.places, &self.to_writer) {
                    Ok(pen) => self.answer(Msg::Pen(author, pen)),
                    Err(trouble) => self.answer(Msg::NoPen { author, trouble }),
                }
                Ok(())
            }
            Job::Reread(authors) => self.reread(&authors, None),
            Job::CopyTo { path, authors } => {
                let Some(folder) = &self.folder else { return Ok(()) };
                let target = std::path::absolute(store::typed_path(&path.to_string_lossy()))
                    .map_err(|e| Failure::new(Doing::Creating, &path, e))?;
                let path = store::copy_as(folder.path(), &target)?.path;
                self.let_go();
                self.folder = Some(Folder::open(&path)?);
                self.reread(&authors, Some(path))
            }
            Job::Follow => self.follow(),
            Job::Merge(sources) => self.merge(sources),
            Job::Hand { ways, folder } => {
                let Some(open) = &self.folder else { return Ok(()) };
                let handed = carry::hand(open.path(), &ways, &folder);
                self.answer(carried(Carrying::Hand, handed.map(Carried::Handed)));
                Ok(())
            }
            Job::LookAround => {
                let Some(folder) = &self.folder else { return Ok(()) };
                let (path, places) = (folder.path().to_path_buf(), self.places.clone());
                self.beside(move || Some(carry::look_around(&path, &places)));
                Ok(())
            }
            Job::CopyOut(target) => {
                let Some(folder) = &self.folder else { return Ok(()) };
                let path = folder.path().to_path_buf();
                self.beside(move || {
                    let copied = store::copy(&path, &store::typed_path(&target));
                    Some(carried(Carrying::Copy, copied.map(Carried::Copied)))
                });
                Ok(())
            }
            Job::LoadKept => {
                let places = self.places.clone();
                self.beside(move || Some(carry::kept(&places)));
                Ok(())
            }
            Job::Restore { copy, to } => {
                self.beside(move || {
                    let restored = store::restore(&copy, &store::typed_path(&to));
                    Some(carried(Carrying::Restore, restored.map(Carried::Restored)))
                });
                Ok(())
            }
            Job::PrepareSeal { at } => {
                let Some(folder) = &self.folder else { return Ok(()) };
                match store::prepare_seal(folder.path(), &at) {
                    Ok(seal) => self.answer(Msg::SealReady(seal)),
                    Err(NotSealed::Refused(refusal)) => self.answer(Msg::NotSealed(WhyNotSealed::Refused(refusal))),
                    Err(NotSealed::Damaged(found)) => {
                        self.answer(Msg::NotSealed(WhyNotSealed::Damaged(problems(&found))));
                    }
                    Err(NotSealed::Trouble(trouble)) => return Err(trouble),
                }
                Ok(())
            }
            Job::FinishSeal => {
                let Some(folder) = &self.folder else { return Ok(()) };
                store::finish_seal(folder.path())?;
                self.reread(&[], None)
            }
            Job::Flips(judged, docket) => {
                self.answer(Msg::Flips(judged, docket.flips()));
                Ok(())
            }
            Job::SaveSettings { lang, looks } => {
                self.settings.lang = Some(lang.code().to_owned());
                self.settings.theme = Some(looks.theme.name().to_owned());
                self.settings.plain = looks.signs == Signs::Plain;
                self.settings.write(&self.places.settings)
            }
        }
    }

    fn open(&mut self, path: &Path) -> Result<(), Trouble> {
        let path = &store::typed_path(&path.to_string_lossy());
        if store::is_handed(path) {
            let way = store::look_into(path)?.way;
            let (folder, merged) = store::take_in(path, &self.places)?;
            let (new, temporary) = (merged.new_entries(), Places::is_temporary(&folder));
            return self.open_folder(&folder, HowOpened::TakenIn { new, way, temporary });
        }
        // A file inside a session folder names its folder.
        let inside = if path.is_file() { path.parent() } else { None };
        let path = inside.unwrap_or(path);
        if store::is_sample(path) {
            return self.open_copy(path);
        }
        let how = if Places::is_temporary(path) { HowOpened::Temporary } else { HowOpened::AsIs };
        self.open_folder(path, how)
    }

    /// A sample stays as shipped.
    fn open_copy(&mut self, sample: &Path) -> Result<(), Trouble> {
        let copy = store::working_copy(sample, &self.places)?;
        self.open_folder(&copy, HowOpened::Copied)
    }

    fn open_folder(&mut self, path: &Path, how: HowOpened) -> Result<(), Trouble> {
        let path = std::path::absolute(path).map_err(|e| Failure::new(Doing::Reading, path, e))?;
        let mut folder = Folder::open(&path)?;
        let reading = folder.read()?;
        self.let_go();
        self.folder = Some(folder);
        self.told.clone_from(&reading.problems);
        let problems = problems(&reading.problems);
        self.answer(Msg::Opened(Box::new(Opened { path: path.clone(), session: fold(reading), problems, how })));
        self.keep_copy(path.clone());
        self.settings.remember(&path);
        self.settings.write_remembered(&self.places.settings)
    }

    /// Keeps a copy of a session just opened, beside everything else: nobody waits for it.
    fn keep_copy(&self, path: PathBuf) {
        let places = self.places.clone();
        self.beside(move || store::keep(&path, &places, &clock::now()).err().map(Msg::NotKept));
    }

    /// Takes in what people brought: what is new shows before it is said.
    fn merge(&mut self, sources: Sources) -> Result<(), Trouble> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let sources = match sources {
            Sources::Found(paths) => paths,
            Sources::Typed(line) => store::typed_paths(&line),
        };
        let merged = store::merge(folder.path(), &sources);
        self.follow()?;
        self.answer(carried(Carrying::Merge, merged.map(Carried::Merged)));
        Ok(())
    }

    /// Does something that takes long and needs nothing of the worker on a thread of its own.
    fn beside(&self, work: impl FnOnce() -> Option<Msg> + Send + 'static) {
        let answers = self.answers.clone();
        std::thread::spawn(move || work().map(|msg| answers.send(msg)));
    }

    fn let_go(&mut self) {
        self.folder = None;
        let _ = self.to_writer.send(Write::LetGo);
    }

    fn reread(&mut self, authors: &[Author], path: Option<PathBuf>) -> Result<(), Trouble> {
        let Some(folder) = &mut self.folder else { return Ok(()) };
        let reading = folder.read()?;
        self.told.clone_from(&reading.problems);
        let problems = problems(&reading.problems);
        let (mut pens, mut refused) = (Vec::new(), Vec::new());
        for author in authors {
            match take_pen(folder, author, &self.places, &self.to_writer) {
                Ok(pen) => pens.push((author.clone(), pen)),
                Err(trouble) => refused.push(Msg::NoPen { author: author.clone(), trouble }),
            }
        }
        self.answer(Msg::Reread(Box::new(Reread { session: fold(reading), problems, pens, path })));
        refused.into_iter().for_each(|refusal| self.answer(refusal));
        Ok(())
    }

    /// Tells what is new in the folder. What cannot be added is read anew.
    fn follow(&mut self) -> Result<(), Trouble> {
        let Some(folder) = &mut self.folder else { return Ok(()) };
        let entries = match folder.follow()? {
            Change::Nothing => return Ok(()),
            Change::Anew => return self.reread(&[], None),
            Change::More(entries) => entries,
        };
        let found = folder.problems();
        if !entries.is_empty() || found != self.told {
            let news = News { entries, problems: problems(&found) };
            self.told = found;
            self.answer(Msg::News(news));
        }
        Ok(())
    }

    fn answer(&self, msg: Msg) {
        let _ = self.answers.send(msg);
    }
}

/// What came of carrying, or why nothing did.
fn carried(doing: Carrying, done: Result<Carried, Trouble>) -> Msg {
    Msg::Carried(Box::new(done.unwrap_or_else(|trouble| Carried::Failed(doing, trouble))))
}

/// The author's log on this machine: its writer to the writer thread, its pen to who asked.
fn take_pen(folder: &mut Folder, author: &Author, places: &Places, writer: &Sender<Write>) -> Result<Pen, Trouble> {
    let (pen, taken) = folder.writer(author, places, &mut random)?;
    let _ = writer.send(Write::Take(author.clone(), pen.log().clone(), taken));
    Ok(pen)
}

/// Fills bytes from the system's randomness. A system without any is told by device names that collide, which the
/// store refuses; nothing secret depends on it.
fn random(bytes: &mut [u8]) {
    let _ = getrandom::fill(bytes);
}

fn fold(reading: Reading) -> Session {
    let mut session = Session::new(reading.id, reading.charter);
    for entry in reading.entries {
        session.apply(entry);
    }
    session
}

fn problems(found: &[Problem]) -> Vec<FileProblem> {
    found
        .iter()
        .map(|problem| FileProblem {
            what: match &problem.what {
                ProblemKind::Branch => FileProblemKind::Branch,
                ProblemKind::Damage(_) => FileProblemKind::Damage,
                ProblemKind::MadeGood => FileProblemKind::MadeGood,
                ProblemKind::Foreign => FileProblemKind::Foreign,
                ProblemKind::Stray => FileProblemKind::Stray,
                ProblemKind::DamagedLog => FileProblemKind::DamagedLog,
                ProblemKind::Unread(why) => FileProblemKind::Unread(why.clone()),
                ProblemKind::OtherSeal(seal) => FileProblemKind::OtherSeal(*seal),
                ProblemKind::NoSessionFile => FileProblemKind::NoSessionFile,
            },
            log: problem.log.clone(),
            place: problem.place.clone(),
        })
        .collect()
}
