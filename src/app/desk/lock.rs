//! Locking: one product, or all that are clear.

use super::{Step, act, allowed, ask, name};
use crate::app::common::{Common, Tone};
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::council::{DeskAct, Forward, ProductId};
use crate::i18n::{both, desk as say, verdict as say_verdict};
use crate::session::{Refusal, Session, Waiting};

/// The products that can be locked without a question.
pub fn clear(session: &Session) -> Vec<ProductId> {
    waiting(session).filter(|id| !session.asks_forward(id)).collect()
}

fn waiting(session: &Session) -> impl Iterator<Item = ProductId> {
    session.products().into_iter().map(|product| product.id).filter(|id| session.waiting_for(id) == [Waiting::Lock])
}

/// Why the product cannot be locked now; nothing where it can, the answer about the Ministry aside.
pub fn refuses_lock(session: &Session, product: &ProductId) -> Option<Refusal> {
    let forward = session.asks_forward(product).then_some(Forward::Yes);
    session.lock(product, forward).and_then(|act| allowed(session, act)).err()
}

/// Locks a product; first asks about the Ministry where the law wants it.
pub fn lock(common: &mut Common, product: &ProductId) {
    let Some(session) = common.session() else { return };
    let blockers = session.blockers(product);
    if blockers == 0 && session.asks_forward(product) {
        let title = both(|lang| say::forward_title(lang).to_owned());
        let body = both(|lang| say::forward_body(lang).to_owned());
        let choices =
            vec![both(|lang| say::forward_yes(lang).to_owned()), both(|lang| say::forward_no(lang).to_owned())];
        ask(common, Step::Forward { product: product.clone() }, Dialog::choose(title, body, choices));
        return;
    }
    let found = session.lock(product, None);
    act(common, found);
}

/// Shows all products that are clear with their results, to look through before their number is typed.
pub fn lock_many(common: &mut Common) {
    let Some(session) = common.session() else { return };
    let products = clear(session);
    let asked = waiting(session).count() - products.len();
    if products.is_empty() {
        common.tell(
            Tone::Plain,
            both(|lang| match asked {
                0 => say::none_clear(lang).to_owned(),
                n => say::lock_many_asks(lang, n),
            }),
        );
        return;
    }
    let lines = products.iter().map(|id| (both(|lang| result(lang, session, id)), true)).collect();
    let title = both(|lang| say::lock_many_title(lang).to_owned());
    let body = both(|lang| match asked {
        0 => say::lock_many_body(lang).to_owned(),
        n => format!("{}\n{}", say::lock_many_body(lang), say::lock_many_asks(lang, n)),
    });
    ask(common, Step::LockMany { products }, Dialog::pick(title, body, lines, Blank::Refused));
}

/// A product with its mean and star; the result first, so that a long name cannot push it off.
fn result(lang: crate::i18n::Lang, session: &Session, product: &ProductId) -> String {
    let Some(verdict) = session.verdict(product) else { return name(session, product) };
    let mean = say_verdict::mean(lang, session, &verdict);
    format!("{mean}  {}  {}", say_verdict::star_short(verdict.star), name(session, product))
}

pub(super) fn answered(common: &mut Common, step: Step, answer: Answer) {
    match (step, answer) {
        (Step::Forward { product }, Answer::Choice(chosen)) => {
            let forward = if chosen == 0 { Forward::Yes } else { Forward::No };
            if let Some(found) = common.session().map(|session| session.lock(&product, Some(forward))) {
                act(common, found);
            }
        }
        (Step::LockMany { products }, Answer::Picks(picks)) => {
            let products: Vec<ProductId> = picks.into_iter().filter_map(|at| products.get(at).cloned()).collect();
            let title = both(|lang| say::lock_count_title(lang).to_owned());
            let body = both(|lang| say::lock_count_body(lang, products.len()));
            let dialog = Dialog::count(title, body, products.len());
            ask(common, Step::LockCount { products }, dialog);
        }
        (Step::LockCount { products }, Answer::Yes) => {
            let Some(session) = common.session() else { return };
            let acts: Result<Vec<DeskAct>, Refusal> =
                products.iter().map(|product| session.lock(product, None)).collect();
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
