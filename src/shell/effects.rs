//! What the program asks for, handed to the threads that do it: appends to the writer, the rest to the worker.

use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use super::worker::{Job, Worker};
use super::writer::{Write, write_on};
use super::{Onward, library};
use crate::app::{Effect, Msg};
use crate::store::{Places, Settings};

/// The hands of the program.
pub(super) struct Hands {
    send: Sender<Msg>,
    places: Places,
    to_writer: Sender<Write>,
    to_worker: Sender<Job>,
    writer: Option<JoinHandle<()>>,
}

impl Hands {
    /// Starts the threads; gives the settings kept.
    pub(super) fn new(send: Sender<Msg>, sessions: Option<&Path>) -> (Hands, Settings) {
        let places = places(sessions);
        let (settings, trouble) = Settings::read(&places.settings);
        if let Some(trouble) = trouble {
            let _ = send.send(Msg::Failed(trouble));
        }
        let (to_writer, orders) = channel();
        let (to_worker, jobs) = channel();
        let answers = send.clone();
        let writer = thread::spawn(move || write_on(&orders, &answers));
        let worker = Worker::new(places.clone(), settings.clone(), send.clone(), to_writer.clone());
        thread::spawn(move || worker.work_on(&jobs));
        (Hands { send, places, to_writer, to_worker, writer: Some(writer) }, settings)
    }

    /// Hands effects out; says whether the program goes on.
    pub(super) fn carry_out(&mut self, effects: Vec<Effect>) -> Onward {
        for effect in effects {
            match effect {
                Effect::Quit => return Onward::No,
                Effect::Append { author, log, lines, last } => {
                    let _ = self.to_writer.send(Write::Append { author, log, lines, last });
                }
                Effect::LoadLibrary => {
                    let (send, places) = (self.send.clone(), self.places.clone());
                    // Only reads: beside the worker, so that a slow stick does not keep a session from opening.
                    thread::spawn(move || {
                        let found = library::find(&places);
                        send.send(found.map_or_else(|failure| Msg::Failed(failure.into()), Msg::Library))
                    });
                }
                Effect::Bring(wanted) => self.work(Job::Bring(wanted)),
                Effect::Plan { title, below } => self.work(Job::Plan { title, below }),
                Effect::Create { draft, path } => self.work(Job::Create { draft, path }),
                Effect::Open(path) => self.work(Job::Open(path)),
                Effect::CopySample(path) => self.work(Job::CopySample(path)),
                Effect::Close => self.work(Job::Close),
                Effect::TakePen(author) => self.work(Job::TakePen(author)),
                Effect::Reread(authors) => self.work(Job::Reread(authors)),
                Effect::CopyTo { path, authors } => self.work(Job::CopyTo { path, authors }),
                Effect::Follow => self.work(Job::Follow),
                Effect::Flips(judged, docket) => self.work(Job::Flips(judged, docket)),
                Effect::LookAround => self.work(Job::LookAround),
                Effect::Merge(sources) => self.work(Job::Merge(sources)),
                Effect::Hand { ways, folder } => self.work(Job::Hand { ways, folder }),
                Effect::CopyOut(folder) => self.work(Job::CopyOut(folder)),
                Effect::LoadKept => self.work(Job::LoadKept),
                Effect::Restore { copy, to } => self.work(Job::Restore { copy, to }),
                Effect::SaveSettings { lang, looks } => self.work(Job::SaveSettings { lang, looks }),
                Effect::PrepareSeal { at } => self.work(Job::PrepareSeal { at }),
                Effect::FinishSeal => self.work(Job::FinishSeal),
            }
        }
        Onward::Yes
    }

    fn work(&self, job: Job) {
        let _ = self.to_worker.send(job);
    }

    /// Waits until everything handed to the writer is on disk, or was refused.
    pub(super) fn let_go(&mut self) {
        let _ = self.to_writer.send(Write::End);
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

/// The places of this machine; where the system knows no home, those below the current folder.
fn places(sessions: Option<&Path>) -> Places {
    let var = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(std::path::PathBuf::from);
    let sessions = sessions.map(Path::to_path_buf).or_else(|| var("OCOP_COUNCIL_SESSIONS"));
    let home = var("OCOP_COUNCIL_HOME");
    Places::find(sessions.as_deref(), home.as_deref()).unwrap_or_else(|| Places {
        sessions: sessions.unwrap_or_else(|| "sessions".into()),
        local: ".ocop-council/local".into(),
        settings: ".ocop-council/settings.ron".into(),
        drops: Vec::new(),
        media: Vec::new(),
    })
}
