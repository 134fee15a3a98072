//! The program's state and how it changes: messages in, effects out. No disk, no terminal, no clock, no drawing.
//!
//! `update` is the only way the state changes. A key goes to the dialog on top, else to the screen's keys, else to the
//! keys of every screen. Screens never hold each other: they ask for turns and dialogs through [`Common`].

pub mod bring;
pub mod common;
pub mod cursor;
pub mod desk;
pub mod dialog;
pub mod effect;
pub mod field;
pub mod flips;
pub mod key;
pub mod keymap;
pub mod looks;
pub mod message;
mod receive;
pub mod screen;
pub mod sitting;

pub use common::{Common, Notice, Tone, Turn};
pub use effect::Effect;
pub use looks::{Looks, Signs, Size, ThemeName};
pub use message::Msg;
pub use screen::Screen;
pub use sitting::Sitting;

use dialog::{Answer, Dialog};
use key::Key;
use keymap::{Binding, Command, Everywhere, Place};
use screen::{Asked, Help, History, Home, Seats, Settings};

use crate::i18n::{both, dialog as say_dialog, frame as say, keys as say_keys, saving as say_saving};

/// The whole state of the program.
#[derive(Debug)]
pub struct App {
    /// What every screen shares.
    pub common: Common,
    /// The screen shown.
    pub screen: Screen,
    /// The screens one goes back to, the nearest last.
    pub behind: Vec<Screen>,
    /// Questions over the screen, the one that has the keys last.
    pub dialogs: Vec<(Asked, Dialog)>,
    /// The question whose answer is at the disk: asked again, with what was typed, where it does not come about.
    at_the_disk: Option<(Asked, Dialog)>,
}

impl App {
    /// The program as it starts: on Home, with what has to be fetched.
    pub fn start(common: Common) -> (App, Vec<Effect>) {
        let (screen, behind, dialogs) = (Screen::Home(Home::default()), Vec::new(), Vec::new());
        let app = App { common, screen, behind, dialogs, at_the_disk: None };
        (app, vec![Effect::LoadLibrary])
    }

    /// What can be done now by the keys of the screen and of every screen, in the order of the footer.
    pub fn available(&self) -> Vec<&'static Binding> {
        let mut rows: Vec<&'static Binding> = self
            .screen
            .place()
            .bindings()
            .iter()
            .chain(Place::Everywhere.bindings())
            .filter(|binding| self.can(binding.command))
            .collect();
        rows.sort_by_key(|binding| if binding.rank == 0 { u8::MAX } else { binding.rank });
        rows
    }

    /// The keys for the footer: those of the dialog, else of the screen, by rank; never those of rank 0.
    pub fn footer(&self) -> Vec<&'static Binding> {
        let mut rows: Vec<&'static Binding> = match self.dialogs.last() {
            Some((_, dialog)) => {
                Place::Dialog.bindings().iter().filter(|binding| dialog.can(binding.command)).collect()
            }
            None => self.available(),
        };
        rows.retain(|binding| binding.rank > 0);
        rows.sort_by_key(|binding| binding.rank);
        rows
    }

    /// What a row of the table does now, in two or three words of the language on screen.
    pub fn label(&self, binding: &Binding) -> &'static str {
        let own = self.screen.label(&self.common, binding.command).filter(|_| self.dialogs.is_empty());
        own.unwrap_or_else(|| (binding.label)(self.common.lang))
    }

    /// Whether a command can be given now.
    pub fn can(&self, command: Command) -> bool {
        match command {
            Command::Everywhere(command) => match command {
                Everywhere::Menu | Everywhere::Language | Everywhere::Quit => true,
                Everywhere::Save => self.common.sitting.is_some(),
                Everywhere::Help => !matches!(self.screen, Screen::Help(_)),
                Everywhere::Settings => !matches!(self.screen, Screen::Settings(_)),
                Everywhere::History => {
                    self.common.sitting.as_ref().is_some_and(|sitting| sitting.who().is_some())
                        && !matches!(self.screen, Screen::History(_))
                        && self.common.past().is_none()
                }
                Everywhere::PassOn => self.common.sitting.as_ref().is_some_and(|sitting| sitting.who().is_some()),
                Everywhere::Back => self.can_go_back(),
            },
            command => self.screen.can(&self.common, command),
        }
    }
}

impl App {
    /// The minutes that a clock on the screen shows, where one does.
    pub fn minutes_shown(&self) -> Option<u64> {
        match &self.screen {
            Screen::Dispute(dispute) => Some(dispute.minutes(&self.common)),
            _ => None,
        }
    }

    /// Whether there is a screen behind. A session is left only when everything in it is on disk.
    fn can_go_back(&self) -> bool {
        match self.behind.last() {
            None => false,
            Some(Screen::Home(_)) => {
                self.common.sitting.as_ref().is_none_or(|sitting| !sitting.is_saving() && sitting.unsaved() == 0)
            }
            Some(_) => true,
        }
    }
}

/// Takes a message; gives what has to be done outside.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => press(app, key),
        Msg::Paste(text) => match app.dialogs.last_mut() {
            Some((_, dialog)) => dialog.paste(&text),
            None => app.screen.paste(&mut app.common, &text),
        },
        Msg::Resize(size) => {
            app.common.size = size;
            app.screen.news(&mut app.common);
        }
        Msg::Clock(now) => app.common.now = now,
        other => receive::receive(app, other),
    }
    settle(app);
    flips::ask(&mut app.common, &app.screen);
    quit_when_saved(&mut app.common);
    app.common.take_effects()
}

/// Carries out the turns and questions that the screens asked for.
fn settle(app: &mut App) {
    for turn in app.common.take_turns() {
        match turn {
            Turn::Ask(asked, dialog) => {
                app.dialogs.push((asked, *dialog));
                continue;
            }
            Turn::To(screen) => {
                let left = std::mem::replace(&mut app.screen, *screen);
                app.behind.push(left);
            }
            Turn::Instead(screen) => app.screen = *screen,
            Turn::Alone(screen) => {
                app.behind.retain(|screen| matches!(screen, Screen::Home(_)));
                app.dialogs.clear();
                app.screen = *screen;
            }
            Turn::BackTo(screen) => {
                let alike = |other: &Screen| std::mem::discriminant(other) == std::mem::discriminant(&*screen);
                match app.behind.iter().rposition(alike) {
                    Some(at) => {
                        app.behind.truncate(at + 1);
                        app.screen = app.behind.pop().unwrap_or(*screen);
                    }
                    None => app.behind.push(std::mem::replace(&mut app.screen, *screen)),
                }
            }
            Turn::Back => {
                let Some(screen) = app.behind.pop() else { continue };
                app.screen = screen;
            }
        }
        app.screen.news(&mut app.common);
    }
    if app.common.has_turns() {
        settle(app);
    }
}

fn press(app: &mut App, key: Key) {
    app.common.notice = None;
    let lang = app.common.lang;
    if let Some((_, dialog)) = app.dialogs.last_mut() {
        if keymap::find(Place::Dialog, key).is_some_and(|row| row.command == Command::Dialog(keymap::Dialog::Language))
        {
            app.common.speak_other();
            app.common.save_settings();
            app.screen.news(&mut app.common);
        } else if let Some(answer) = dialog.press(lang, key)
            && let Some((asked, dialog)) = app.dialogs.pop()
        {
            app.at_the_disk = asked.is_for_the_disk(&answer).then(|| (asked.clone(), dialog));
            answered(app, asked, answer);
        }
        return;
    }
    if app.screen.types(&mut app.common, key) == field::Taken::Yes {
        return;
    }
    let row = keymap::find(app.screen.place(), key).or_else(|| keymap::find(Place::Everywhere, key));
    match row {
        Some(row) if app.can(row.command) => command(app, row.command, key),
        Some(row) => refuse(app, row),
        None if key.typed().is_some_and(|c| !c.is_ascii() && c.is_alphabetic()) => {
            app.common.tell(Tone::Plain, both(|lang| say::input_method(lang).to_owned()));
        }
        None => app.common.tell(Tone::Plain, both(|lang| say::no_such_key(lang, &key.to_string()))),
    }
}

/// Says that a command cannot be given now: by which rule, or why, where that is known.
fn refuse(app: &mut App, row: &keymap::Binding) {
    let common = &mut app.common;
    if let Some(refused) = app.screen.refuses(common, row) {
        return common.refuse(&refused);
    }
    let why = app.screen.why_not(common, row.command);
    let said = both(|lang| match &why {
        Some(why) => say::not_now_because(lang, (row.label)(lang), lang.of(why)),
        None => say::not_now(lang, (row.label)(lang)),
    });
    common.tell(Tone::Plain, said);
}

/// Gives a command, by a key or from the menu (then the key is the row's first).
fn command(app: &mut App, command: Command, key: Key) {
    let Command::Everywhere(everywhere) = command else {
        app.screen.command(&mut app.common, command, key);
        return;
    };
    let common = &mut app.common;
    match everywhere {
        Everywhere::Menu => {
            let rows = app.available().into_iter().filter(|row| row.command != command).collect();
            let menu = Dialog::menu(both(|lang| say_dialog::menu_title(lang).to_owned()), rows);
            app.common.ask(Asked::Menu, menu);
        }
        Everywhere::Help => common.go(Screen::Help(Help::at(app.screen.place()))),
        Everywhere::Settings => common.go(Screen::Settings(Settings::default())),
        Everywhere::History => {
            let history = History::of(common);
            common.go(Screen::History(history));
        }
        Everywhere::Back if app.screen.goes_back(common) => {}
        Everywhere::Back => common.back(),
        Everywhere::Language => {
            common.speak_other();
            common.save_settings();
            app.screen.news(common);
        }
        Everywhere::PassOn => pass_on(common),
        Everywhere::Save => save(common),
        Everywhere::Quit => quit(app),
    }
}

/// Hides everything until the next person has chosen a seat.
fn pass_on(common: &mut Common) {
    common.return_to_present();
    if let Some(sitting) = &mut common.sitting {
        sitting.stand_up();
        let seats = Seats::hidden(common);
        common.go_alone(Screen::Seats(seats));
    }
}

/// Saves what could not be saved; else says that everything is.
fn save(common: &mut Common) {
    if common.sitting.as_ref().is_some_and(|sitting| sitting.unsaved() > 0) {
        receive::retry(common);
    } else if common.sitting.as_ref().is_some_and(Sitting::is_saving) {
        common.tell(Tone::Plain, both(|lang| say::saving(lang).to_owned()));
    } else {
        common.tell(Tone::Good, both(|lang| say_saving::all_saved(lang).to_owned()));
    }
}

fn quit(app: &mut App) {
    let half_made = app.behind.iter().chain([&app.screen]).any(Screen::is_half_made);
    let common = &mut app.common;
    let half_made = half_made || common.half_made.is_some();
    let unsaved = common.sitting.as_ref().map_or(0, Sitting::unsaved);
    let saving = common.sitting.as_ref().is_some_and(Sitting::is_saving);
    let body = both(|lang| match unsaved {
        0 if saving => say_dialog::quit_saving(lang).to_owned(),
        0 if half_made => say_dialog::quit_half_made(lang).to_owned(),
        0 => say_dialog::quit_body(lang).to_owned(),
        n => say_dialog::quit_unsaved(lang, n),
    });
    common.ask(Asked::Quit, Dialog::confirm(both(|lang| say_dialog::quit_title(lang).to_owned()), body));
}

/// Ends the program, if that was asked for, when nothing is on its way to the disk any more. Not when more is unsaved
/// than the person was told.
fn quit_when_saved(common: &mut Common) {
    let Some(left) = common.quits else { return };
    let (unsaved, saving) = common.sitting.as_ref().map_or((0, false), |open| (open.unsaved(), open.is_saving()));
    if unsaved > left {
        common.quits = None;
    } else if !saving {
        common.quits = None;
        common.effect(Effect::Quit);
    }
}

fn answered(app: &mut App, asked: Asked, answer: Answer) {
    match (asked, answer) {
        (Asked::Menu, Answer::Command(chosen)) => {
            let key = keymap::row(chosen).and_then(|row| row.keys.first());
            if let Some(key) = key
                && app.can(chosen)
            {
                command(app, chosen, *key);
            }
        }
        (Asked::Quit, Answer::Yes) => {
            app.common.quits = Some(app.common.sitting.as_ref().map_or(0, Sitting::unsaved));
            app.common.tell(Tone::Plain, both(|lang| say_dialog::quit_saving(lang).to_owned()));
        }
        (Asked::Desk(step), answer) => desk::answered(&mut app.common, step, answer),
        (Asked::Unsaved, answer) => receive::unsaved_answered(&mut app.common, &answer),
        (Asked::Temporary, Answer::Choice(0)) => receive::ask_copy_to(&mut app.common),
        (Asked::CopyTo, Answer::Text(path)) => receive::copy_to(&mut app.common, path.into()),
        (Asked::Nothing | Asked::Menu | Asked::Quit | Asked::Temporary | Asked::CopyTo, _) => {}
        (asked, answer) => app.screen.answered(&mut app.common, asked, answer),
    }
}

/// The title of the place shown, for the header of a screen without a product.
pub fn title(app: &App) -> &'static str {
    match app.screen.place() {
        Place::Home => say_keys::home(app.common.lang),
        place => place.title(app.common.lang),
    }
}
