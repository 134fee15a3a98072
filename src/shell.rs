//! The dirty edge: terminal, input, writer, worker, and the loop that joins them. Decides nothing.
//!
//! One channel, three senders. The loop blocks on it, drains it, updates, hands out effects and draws once; nothing is
//! drawn when nothing happened.

mod bring;
mod carry;
mod clock;
mod effects;
mod input;
mod library;
mod terminal;
mod worker;
mod writer;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use crate::app::{self, App, Common, Effect, Looks, Msg, Signs, ThemeName};
use crate::council::SeatId;
use crate::i18n::Lang;
use crate::trouble::{Failure, Trouble};
use crate::ui;

use effects::Hands;
use terminal::Terminal;

/// With what the program starts.
#[derive(Clone, Debug)]
pub struct Start {
    /// The first screen.
    pub at: StartAt,
    /// The language; nothing: the settings', then the system's.
    pub lang: Option<Lang>,
    /// Another folder of sessions than the usual one.
    pub sessions: Option<PathBuf>,
}

/// The first screen.
#[derive(Clone, Debug)]
pub enum StartAt {
    /// The sessions there are.
    Home,
    /// A session, and maybe a seat in it.
    Open {
        /// Its folder, or a file handed out.
        path: PathBuf,
        /// Who sits here.
        seat: Option<SeatId>,
    },
}

/// Whether the loop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Onward {
    Yes,
    No,
}

/// How long the loop waits before it looks at the clock; nothing is drawn when the minute did not change.
const MINUTE_CHECK: Duration = Duration::from_secs(15);

/// Runs the program until the person ends it. The terminal is restored whatever happens.
pub fn run(start: Start) -> Result<(), Failure> {
    let (send, receive) = channel();
    let mut terminal = Terminal::enter()?;
    let (mut hands, kept) = Hands::new(send.clone(), start.sessions.as_deref());
    let looks = Looks { theme: theme(kept.theme.as_deref()), signs: signs(kept.plain) };
    let lang = start.lang.or_else(|| kept.lang.as_deref().and_then(Lang::parse)).unwrap_or_else(clock::system_language);
    let common = Common::new(lang, looks, terminal.size()?, clock::now());
    input::listen(send);
    let (mut app, effects) = App::start(common);
    let mut onward = hands.carry_out(effects);
    if let StartAt::Open { path, seat } = start.at {
        app.common.wants_seat = seat;
        app.common.tell_opening();
        onward = hands.carry_out(vec![Effect::Open(path)]);
    }
    terminal.draw(|frame| ui::draw(frame, &app))?;
    while onward == Onward::Yes {
        onward = turn(&mut app, &mut hands, &receive, &mut terminal)?;
    }
    hands.let_go();
    drop(terminal);
    last_words(&receive)
}

/// What the writer said after the last drawing: a write that failed must not go unheard.
fn last_words(receive: &Receiver<Msg>) -> Result<(), Failure> {
    for msg in receive.try_iter() {
        if let Msg::NotWritten { trouble: Trouble::Failure(failure), .. } = msg {
            return Err(failure);
        }
    }
    Ok(())
}

/// One turn of the loop: everything that has happened, then one drawing.
fn turn(app: &mut App, hands: &mut Hands, receive: &Receiver<Msg>, terminal: &mut Terminal) -> Result<Onward, Failure> {
    let first = match receive.recv_timeout(MINUTE_CHECK) {
        Ok(msg) => msg,
        Err(RecvTimeoutError::Timeout) => return tick(app, terminal),
        Err(RecvTimeoutError::Disconnected) => return Ok(Onward::No),
    };
    let mut effects = app::update(app, Msg::Clock(clock::now()));
    for msg in std::iter::once(first).chain(receive.try_iter()) {
        effects.extend(app::update(app, msg));
    }
    let onward = hands.carry_out(effects);
    terminal.draw(|frame| ui::draw(frame, app))?;
    Ok(onward)
}

/// The time goes on: drawn only where a clock shows and its minute changed.
fn tick(app: &mut App, terminal: &mut Terminal) -> Result<Onward, Failure> {
    let before = app.minutes_shown();
    app::update(app, Msg::Clock(clock::now()));
    if app.minutes_shown() != before {
        terminal.draw(|frame| ui::draw(frame, app))?;
    }
    Ok(Onward::Yes)
}

/// `NO_COLOR` wins over the settings, as its convention says.
fn theme(kept: Option<&str>) -> ThemeName {
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return ThemeName::NoColour;
    }
    kept.and_then(ThemeName::parse).unwrap_or_default()
}

fn signs(plain: bool) -> Signs {
    if plain { Signs::Plain } else { Signs::Full }
}
