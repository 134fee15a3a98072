//! `open`, and the start without arguments: the screen where there is a terminal, else the sessions as text.

use std::io::{IsTerminal, stdin, stdout};
use std::path::Path;

use clap::{ArgMatches, Command};

use super::args::{given, option, path, path_of, seat_id};
use super::context::Context;
use super::create::name;
use super::stop::{Done, Stop};
use crate::i18n::cli::{files, help, said};
use crate::i18n::{Lang, carry};
use crate::shell::{self, Start, StartAt};
use crate::store::{self, Folder, Settings, Standing, State};
use crate::trouble::{Doing, Failure, Fault, FaultKind, Place};

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("open")
        .about(help::open(lang))
        .override_usage("ocop-council open DIR|FILE [--seat ID]")
        .arg(path("path", "DIR|FILE", help::open_path(lang)))
        .arg(option("seat", "ID", help::seat(lang)))
}

/// A handed file is looked into, a folder that is no session refused, before the screen is touched. A file inside a
/// session's folder names the folder.
pub(super) fn open(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let seat = given(matches, "seat").map(|found| seat_id(lang, "--seat", found)).transpose()?;
    let mut path = store::typed_path(&path_of(matches, "path").to_string_lossy());
    if store::is_handed(&path) {
        store::look_into(&path)?;
    } else {
        if path.is_file() {
            let parent = path.parent().unwrap_or(Path::new("")).to_path_buf();
            let Ok(_) = Folder::open(&parent) else {
                let place = Place::file(name(&path));
                return Err(vec![Fault { place, what: FaultKind::NoSession }].into());
            };
            path = parent;
        }
        // The charter alone says what a session is; only a seat it lacks may have come later, which takes reading all.
        let folder = Folder::open(&path)?;
        if let Some(seat) = seat.as_ref().filter(|seat| folder.charter().seat(seat).is_none()) {
            super::opened::Opened::read(&path)?.seat(seat)?;
        }
    }
    if !has_terminal() {
        if store::is_handed(&path) {
            take_in(context, &path)?;
        }
        let said = std::io::Error::other(said::no_terminal(lang));
        return Err(Failure::new(Doing::Terminal, &path, said).into());
    }
    screen(context, StartAt::Open { path, seat })
}

/// Without a screen a handed file is taken in all the same, and it is said whose it is and what to do next.
fn take_in(context: &mut Context<'_>, file: &Path) -> Done {
    let handed = store::look_into(file)?;
    let (folder, merged) = store::take_in(file, context.places()?)?;
    let session = super::opened::Opened::read(&folder)?.session;
    let lines = carry::opened(context.lang, &session, &handed.way, merged.new_entries(), &folder);
    super::carry::say_lines(context, &lines)
}

/// The home screen; without a terminal (a pipe, CI) the list of sessions.
pub(super) fn run(context: &mut Context<'_>) -> Done {
    if has_terminal() { screen(context, StartAt::Home) } else { list(context) }
}

fn has_terminal() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

fn screen(context: &Context<'_>, at: StartAt) -> Done {
    shell::run(Start { at, lang: Some(context.lang), sessions: context.sessions.clone() }).map_err(Stop::Failure)
}

fn list(context: &mut Context<'_>) -> Done {
    let lang = context.lang;
    let places = context.places()?.clone();
    let (settings, _) = Settings::read(&places.settings);
    let sessions = store::sessions(Path::new(""), &places, &settings)?;
    if sessions.is_empty() {
        context.say(said::no_sessions(lang))?;
    }
    for path in sessions {
        let state = match store::standing(&path) {
            Ok(found) => line(lang, &found),
            Err(trouble) => crate::i18n::trouble::trouble(lang, &trouble),
        };
        context.say(format!("{}\n  {state}", name(&path)))?;
    }
    context.say(said::how_to_go_on(lang))
}

fn line(lang: Lang, found: &Standing) -> String {
    let state = match found.state {
        State::Open { done, of } => return said::session_line(lang, &found.title, of, done),
        State::Verified => files::verified(lang),
        State::Failing(_) => files::not_verified(lang),
    };
    format!("{} · {} · {state}", found.title, said::sealed_note(lang))
}
