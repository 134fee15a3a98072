//! What comes from outside and is no key: the session opened, news of its folder, the writer's word.

use std::path::PathBuf;

use super::common::{Common, Tone};
use super::dialog::{Answer, Blank, Complaint, Dialog};
use super::effect::Effect;
use super::field::Field;
use super::message::{Carried, Carrying, HowOpened, Msg, Opened, WhyNotSealed};
use super::screen::{self, Asked, Seats, Told, seats};
use super::sitting::Sitting;
use super::{App, Screen};
use crate::council::{DeskAct, Way};
use crate::i18n::{both, carry, carry_screen, saving as say, trouble};
use crate::rubric::Both;
use crate::trouble::Trouble;

/// Takes what came from outside.
pub(super) fn receive(app: &mut App, msg: Msg) {
    take(app, msg);
    if app.common.looks_again() {
        app.screen.news(&mut app.common);
    }
}

fn take(app: &mut App, msg: Msg) {
    let common = &mut app.common;
    match msg {
        Msg::Library(sessions) => {
            for screen in app.behind.iter_mut().chain(std::iter::once(&mut app.screen)) {
                if let Screen::Home(home) = screen {
                    home.shelve(sessions.clone());
                }
            }
        }
        Msg::Around { found, spots } => {
            for screen in app.behind.iter_mut().chain(std::iter::once(&mut app.screen)) {
                if let Screen::Carry(carry) = screen {
                    carry.take(found.clone(), spots.clone());
                }
            }
        }
        Msg::Kept(copies) => {
            for screen in app.behind.iter_mut().chain(std::iter::once(&mut app.screen)) {
                if let Screen::Kept(kept) = screen {
                    kept.take(common, copies.clone());
                }
            }
        }
        Msg::Carried(carried) => {
            let asked = app.at_the_disk.take();
            match (&*carried, asked) {
                (Carried::Failed(doing, why), Some((asked, dialog)))
                    if asked.is_about(*doing) && matches!(app.screen, Screen::Carry(_) | Screen::Kept(_)) =>
                {
                    let said = |lang| carry::failed(lang, *doing == Carrying::Copy, why);
                    let why = both(|lang| said(lang).into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n"));
                    ask_again(common, asked, dialog, why);
                }
                _ => tell_carried(common, &carried),
            }
        }
        Msg::NotKept(found) => {
            common.tell(Tone::Warning, both(|lang| carry::not_kept(lang, &trouble::trouble(lang, &found))));
        }
        Msg::Opened(opened) => {
            app.at_the_disk = None;
            open(common, *opened);
        }
        Msg::Brought(_) | Msg::NotBrought(..) | Msg::Planned(_) | Msg::NotCreated(_) => {
            let screens = app.behind.iter_mut().chain(std::iter::once(&mut app.screen));
            for screen in screens {
                if let Screen::New(new) = screen {
                    new.receive(common, msg);
                    return;
                }
            }
        }
        Msg::Pen(author, pen) => {
            if let Some(sitting) = &mut common.sitting {
                let now = common.now.clone();
                let (effects, refused) = sitting.take_pen(&now, &author, pen);
                common.effects(effects);
                if let Some(refused) = refused {
                    common.refuse(&refused);
                }
            }
        }
        Msg::News(news) => {
            if let Some(sitting) = &mut common.sitting {
                sitting.take_news(news);
                app.screen.news(common);
            }
        }
        Msg::Wrote { author, last } => {
            let now = common.now.clone();
            if let Some(sitting) = &mut common.sitting {
                let was_sealed = sitting.session().sealed().is_some();
                let (effects, refused) = sitting.wrote(&now, &author, last);
                common.effects(effects);
                if !was_sealed && is_sealed(common) {
                    common.effect(Effect::FinishSeal);
                }
                if let Some(refused) = refused {
                    common.refuse(&refused);
                }
                app.screen.news(common);
            }
        }
        Msg::NotWritten { author, log, trouble } => {
            if let Some(effect) = common.sitting.as_mut().and_then(|open| open.not_written(&author, &log, &trouble)) {
                common.effect(effect);
                common.not_saved = Some(trouble);
            }
        }
        Msg::Reread(reread) => {
            let now = common.now.clone();
            if let Some(path) = reread.path.as_ref().map(|path| path.display().to_string()) {
                common.tell(Tone::Good, both(|lang| say::moved(lang, &path)));
            }
            if let Some(sitting) = &mut common.sitting {
                let (effects, refused) = sitting.reread(&now, *reread);
                common.effects(effects);
                if let Some(refused) = refused.first() {
                    common.refuse(refused);
                }
                app.screen.news(common);
            }
            ask_about_unsaved(common);
        }
        Msg::Flips(judged, flips) => common.searches.take(&judged, flips),
        Msg::SealReady(seal) => {
            common.record_desk(vec![DeskAct::Seal { file: seal.to_string() }]);
        }
        Msg::NotSealed(WhyNotSealed::Refused(refused)) => common.refuse(&refused),
        Msg::NotSealed(WhyNotSealed::Damaged(problems)) => {
            let places: Vec<String> = problems.iter().map(|problem| problem.place.to_string()).collect();
            common.tell(Tone::Danger, both(|lang| say::damaged(lang, &places.join(", "))));
        }
        Msg::NoPen { author, trouble: found } => {
            if let Some(sitting) = &mut common.sitting {
                sitting.no_pen(Some(&author));
            }
            common.tell(Tone::Danger, both(|lang| trouble::trouble(lang, &found)));
            common.not_saved = Some(found);
            ask_about_unsaved(common);
        }
        Msg::Failed(found) => {
            common.wants_carry = false;
            if let (Screen::Home(_), Some((asked, dialog))) = (&app.screen, app.at_the_disk.take()) {
                return ask_again(common, asked, dialog, both(|lang| trouble::trouble(lang, &found)));
            }
            if let Some(sitting) = &mut common.sitting {
                sitting.no_pen(None);
            }
            common.tell(Tone::Danger, both(|lang| trouble::trouble(lang, &found)));
            ask_about_unsaved(common);
        }
        Msg::Key(_) | Msg::Paste(_) | Msg::Resize(_) | Msg::Clock(_) => {}
    }
}

fn is_sealed(common: &Common) -> bool {
    common.sitting.as_ref().is_some_and(|sitting| sitting.session().sealed().is_some())
}

fn open(common: &mut Common, opened: Opened) {
    common.notice = None;
    match opened.how {
        HowOpened::AsIs => {}
        HowOpened::Created => {
            let path = opened.path.display().to_string();
            common.tell(Tone::Good, both(|lang| say::created(lang, &path)));
        }
        HowOpened::Copied => {
            let path = opened.path.display().to_string();
            common.tell(Tone::Good, both(|lang| say::copied(lang, &path)));
        }
        HowOpened::Temporary => ask_about_temporary(common, &opened),
        HowOpened::TakenIn { new, ref way, temporary } => {
            let title = both(|lang| carry_screen::opened_title(lang).to_owned());
            let body = both(|lang| {
                let lines = carry::opened(lang, &opened.session, way, new, &opened.path);
                lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n\n")
            });
            if temporary {
                ask_about_temporary(common, &opened);
            }
            common.ask(Asked::Nothing, Dialog::message(title, body));
        }
    }
    let handed_to = match &opened.how {
        HowOpened::TakenIn { way: Way::Out(seat), .. } => seat.clone(),
        _ => None,
    };
    let wanted = common.wants_seat.take();
    common.return_to_present();
    let made = opened.how == HowOpened::Created;
    common.sitting = Some(Sitting::open(opened));
    let seats = Seats::of(common, wanted.as_ref().or(handed_to.as_ref()));
    match made {
        true => common.go_alone(Screen::Seats(seats)),
        false => common.go(Screen::Seats(seats)),
    }
    if std::mem::take(&mut common.wants_carry) {
        screen::carry::open(common);
    }
    if let Some(seat) = wanted {
        seats::sit_at(common, &seat);
    }
}

/// Asks once more what was asked before, with what was typed, and says why it did not come about.
fn ask_again(common: &mut Common, asked: Asked, mut dialog: Dialog, why: Both) {
    common.notice = None;
    dialog.complaint = Some(Complaint::Failed(why));
    common.ask(asked, dialog);
}

/// Says what came of carrying, on a screen of its own.
fn tell_carried(common: &mut Common, carried: &Carried) {
    common.notice = None;
    let told = match (carried, common.session()) {
        (Carried::Merged(merged), Some(session)) => Told::of(|lang| carry::merged(lang, session, merged)),
        (Carried::Handed(files), Some(session)) => Told::of(|lang| carry::all_handed(lang, session, files)),
        (Carried::Copied(copied), _) => Told::of(|lang| carry::copy(lang, copied)),
        (Carried::Restored(copied), _) => Told::of(|lang| carry::restore(lang, copied)),
        (Carried::Failed(doing, why), _) => Told::of(|lang| carry::failed(lang, *doing == Carrying::Copy, why)),
        (Carried::Merged(_) | Carried::Handed(_), None) => return,
    };
    if common.sitting.is_some() {
        common.effect(Effect::LookAround);
    }
    common.go(Screen::Told(told));
}

/// A session below the temporary folder may vanish: offers a copy.
fn ask_about_temporary(common: &mut Common, opened: &Opened) {
    let title = both(|lang| say::temporary_title(lang).to_owned());
    let path = opened.path.display().to_string();
    let choices = [say::temporary_copy, say::temporary_stay].map(|choice| both(|lang| choice(lang).to_owned()));
    let body = both(|lang| say::temporary(lang, &path));
    common.ask(Asked::Temporary, Dialog::choose(title, body, choices.to_vec()));
}

/// Where acts are not saved, says so and asks for a way out.
fn ask_about_unsaved(common: &mut Common) {
    let Some(unsaved) = common.sitting.as_ref().map(Sitting::unsaved).filter(|unsaved| *unsaved > 0) else {
        common.not_saved = None;
        return;
    };
    let why = common.not_saved.take();
    let said = |lang| why.as_ref().map(|why: &Trouble| trouble::trouble(lang, why)).unwrap_or_default();
    let title = both(|lang| say::title(lang, unsaved));
    let body = both(|lang| say::body(lang, &said(lang)));
    let choices = [say::retry, say::elsewhere, say::later];
    let choices = choices.into_iter().map(|choice| both(|lang| choice(lang).to_owned())).collect();
    common.ask(Asked::Unsaved, Dialog::choose(title, body, choices));
}

/// What to do about acts that are not saved.
pub(super) fn unsaved_answered(common: &mut Common, answer: &Answer) {
    match answer {
        Answer::Choice(0) => retry(common),
        Answer::Choice(1) => ask_copy_to(common),
        _ => {}
    }
}

/// Where to copy the session to.
pub(super) fn ask_copy_to(common: &mut Common) {
    let title = both(|lang| say::elsewhere_title(lang).to_owned());
    let body = both(|lang| say::elsewhere_body(lang).to_owned());
    common.ask(Asked::CopyTo, Dialog::text(title, body, Field::path(""), Blank::Refused));
}

/// Has the session copied, and what is not saved saved there.
pub(super) fn copy_to(common: &mut Common, path: PathBuf) {
    if let Some(sitting) = &mut common.sitting {
        let authors = sitting.unsaved_authors();
        sitting.ask_pens(&authors);
        common.effect(Effect::CopyTo { path, authors });
    }
}

/// Tries to save again what is not saved.
pub(super) fn retry(common: &mut Common) {
    if let Some(sitting) = &mut common.sitting {
        let authors = sitting.unsaved_authors();
        let asked = sitting.ask_pens(&authors);
        if !asked.is_empty() {
            common.effect(Effect::Reread(asked));
        }
    }
}
