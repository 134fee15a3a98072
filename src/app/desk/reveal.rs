//! Opening sheets: one product, one with seats set aside, all that are ready.

use super::{Step, act, allowed, ask, name, number, seats};
use crate::app::common::{Common, Tone};
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::council::{DeskAct, ProductId, SeatId};
use crate::i18n::{both, desk as say, words};
use crate::session::{Refusal, Session, SheetState, Waiting};

/// The products whose sheets can be opened now: everything is there, and the rules allow it.
pub fn ready(session: &Session) -> Vec<ProductId> {
    let waits = session.products().into_iter().map(|product| product.id);
    waits.filter(|id| session.waiting_for(id) == [Waiting::Reveal]).filter(|id| can_reveal(session, id)).collect()
}

/// Whether the sheets of a product can be opened now.
pub fn can_reveal(session: &Session, product: &ProductId) -> bool {
    session.reveal(product, &[]).is_ok_and(|act| allowed(session, act).is_ok())
}

/// Asks whether to open the sheets of a product.
pub fn reveal(common: &mut Common, product: &ProductId, aside: Vec<SeatId>) {
    let Some(session) = common.session() else { return };
    let found = session.reveal(product, &aside).and_then(|act| allowed(session, act.clone()).map(|()| act));
    let (sheets, without) = match found {
        Ok(DeskAct::Reveal { sheets, without, .. }) => (sheets, without),
        Ok(_) => return,
        Err(found) => return common.refuse(&found),
    };
    let title = both(|lang| say::reveal_title(lang, number(session, product)));
    let body = both(|lang| {
        let who: Vec<String> = without
            .iter()
            .map(|(seat, why)| {
                format!("{} ({})", seats(lang, session, std::slice::from_ref(seat)), words::left_out(lang, *why))
            })
            .collect();
        let without = if who.is_empty() { say::everyone(lang).to_owned() } else { say::without(lang, &who.join(", ")) };
        say::reveal_body(lang, &name(session, product), sheets.len(), &without)
    });
    ask(common, Step::Reveal { product: product.clone(), aside }, Dialog::confirm(title, body));
}

/// Asks which seats to set aside for one reveal; those that hold it up are ticked.
pub fn set_aside(common: &mut Common, product: &ProductId) {
    let Some(session) = common.session() else { return };
    let listed: Vec<SeatId> = session
        .scoring_seats()
        .into_iter()
        .filter(|seat| !matches!(session.progress(seat, product).state, SheetState::Recused | SheetState::Absent))
        .collect();
    let lines = listed
        .iter()
        .map(|seat| {
            let state = session.progress(seat, product).state;
            let line = both(|lang| {
                let title = seats(lang, session, std::slice::from_ref(seat));
                format!("{title} · {}", words::sheet_state(lang, state))
            });
            (line, !matches!(state, SheetState::Submitted | SheetState::SetAside))
        })
        .collect();
    let title = both(|lang| say::set_aside_title(lang, number(session, product)));
    let body = both(|lang| say::set_aside_body(lang).to_owned());
    let dialog = Dialog::pick(title, body, lines, Blank::Refused);
    ask(common, Step::SetAside { product: product.clone(), seats: listed }, dialog);
}

/// Shows all products that are ready, to look through before their number is typed.
pub fn reveal_many(common: &mut Common) {
    let Some(session) = common.session() else { return };
    let products = ready(session);
    if products.is_empty() {
        // Say which rule stands in the way, where one does.
        let waits = session.products().into_iter().find(|p| session.waiting_for(&p.id) == [Waiting::Reveal]);
        let why =
            waits.and_then(|product| session.reveal(&product.id, &[]).and_then(|act| allowed(session, act)).err());
        match why {
            Some(found) => common.refuse(&found),
            None => common.tell(Tone::Plain, both(|lang| say::none_ready(lang).to_owned())),
        }
        return;
    }
    let lines = products.iter().map(|id| (both(|_| name(session, id)), true)).collect();
    let title = both(|lang| say::reveal_many_title(lang).to_owned());
    let body = both(|lang| say::reveal_many_body(lang).to_owned());
    ask(common, Step::RevealMany { products }, Dialog::pick(title, body, lines, Blank::Refused));
}

pub(super) fn answered(common: &mut Common, step: Step, answer: Answer) {
    match (step, answer) {
        (Step::Reveal { product, aside }, Answer::Yes) => {
            if let Some(found) = common.session().map(|session| session.reveal(&product, &aside)) {
                act(common, found);
            }
        }
        (Step::SetAside { product, seats }, Answer::Picks(picks)) => {
            let aside = picks.into_iter().filter_map(|at| seats.get(at).cloned()).collect();
            reveal(common, &product, aside);
        }
        (Step::RevealMany { products }, Answer::Picks(picks)) => {
            let products: Vec<ProductId> = picks.into_iter().filter_map(|at| products.get(at).cloned()).collect();
            let title = both(|lang| say::reveal_count_title(lang).to_owned());
            let body = both(|lang| say::reveal_count_body(lang, products.len()));
            let dialog = Dialog::count(title, body, products.len());
            ask(common, Step::RevealCount { products }, dialog);
        }
        (Step::RevealCount { products }, Answer::Yes) => {
            let Some(session) = common.session() else { return };
            let acts: Result<Vec<DeskAct>, Refusal> =
                products.iter().map(|product| session.reveal(product, &[])).collect();
            match acts {
                Ok(acts) => {
                    common.record_desk(acts);
                }
                Err(found) => common.refuse(&found),
            }
        }
        _ => {}
    }
}
