//! Matters of the sitting: who presides, remarks and conclusions for the minutes, the seal.

use super::{Step, ask, number};
use crate::app::common::Common;
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::council::{DeskAct, ProductId, Role, SeatId};
use crate::i18n::{both, desk as say, readings as say_readings, short};
use crate::session::Reading;

/// Asks who presides from now on.
pub fn hand_over(common: &mut Common) {
    let Some(session) = common.session() else { return };
    let presiding = session.presiding();
    let seats: Vec<SeatId> = session
        .seats()
        .into_iter()
        .filter(|seat| matches!(seat.role, Role::Chair | Role::Deputy) && Some(&seat.id) != presiding.as_ref())
        .map(|seat| seat.id)
        .collect();
    let choices = seats
        .iter()
        .filter_map(|id| session.seat(id))
        .map(|seat| both(|lang| [short::title(lang, &seat), seat.name.clone()].join(" ").trim_end().to_owned()))
        .collect();
    let title = both(|lang| say::hand_over_title(lang).to_owned());
    let body = both(|lang| say::hand_over_body(lang).to_owned());
    ask(common, Step::HandOver { seats }, Dialog::choose(title, body, choices));
}

/// Asks for a remark, on a product or on the sitting.
pub fn remark(common: &mut Common, product: Option<&ProductId>) {
    let Some(session) = common.session() else { return };
    let title = both(|lang| match product {
        Some(product) => say::remark_product(lang, number(session, product)),
        None => say::remark_title(lang).to_owned(),
    });
    let body = both(|lang| say::remark_body(lang).to_owned());
    let dialog = Dialog::text(title, body, Field::note(""), Blank::Refused);
    ask(common, Step::Remark { product: product.cloned() }, dialog);
}

/// Asks for the reading that the council agrees on; what was agreed before stands in the field.
pub fn agree(common: &mut Common, reading: &Reading) {
    let title = both(|lang| say_readings::agree_title(lang, reading.code.as_str()));
    let body = both(|lang| say_readings::agree_body(lang).to_owned());
    let before: Vec<&str> = reading.agreed.iter().map(|agreed| agreed.words.as_str()).collect();
    let criterion = reading.agreed.first().map_or_else(|| reading.id(), |agreed| agreed.criterion.clone());
    let dialog = Dialog::text(title, body, Field::note(&before.join(" / ")), Blank::Refused);
    ask(common, Step::Agree { criterion }, dialog);
}

/// Asks for the council's conclusion on a product; an earlier one stands in the field.
pub fn conclude(common: &mut Common, product: &ProductId) {
    let Some(session) = common.session() else { return };
    let title = both(|lang| say::conclude_title(lang, number(session, product)));
    let body = both(|lang| say::remark_body(lang).to_owned());
    let field = Field::note(&session.conclusion(product).unwrap_or_default());
    ask(common, Step::Conclude { product: product.clone() }, Dialog::text(title, body, field, Blank::Refused));
}

/// Asks for the number of products before the session is sealed, or says what is in the way.
pub fn seal(common: &mut Common) {
    let Some(session) = common.session() else { return };
    if let Err(found) = session.ready_to_seal() {
        common.refuse(&found);
        return;
    }
    let products = session.products().len();
    let title = both(|lang| say::seal_title(lang).to_owned());
    let body = both(|lang| say::seal_body(lang, products));
    ask(common, Step::Seal, Dialog::count(title, body, products));
}

pub(super) fn answered(common: &mut Common, step: Step, answer: Answer) {
    match (step, answer) {
        (Step::HandOver { seats }, Answer::Choice(chosen)) => {
            if let Some(to) = seats.get(chosen) {
                common.record_desk(vec![DeskAct::HandOver { to: to.clone() }]);
            }
        }
        (Step::Remark { product }, Answer::Text(words)) => {
            common.record_desk(vec![DeskAct::Remark { product, criterion: None, words }]);
        }
        (Step::Agree { criterion }, Answer::Text(words)) => {
            common.record_desk(vec![DeskAct::Remark { product: None, criterion: Some(criterion), words }]);
        }
        (Step::Conclude { product }, Answer::Text(words)) => {
            common.record_desk(vec![DeskAct::Conclude { product, words }]);
        }
        (Step::Seal, Answer::Yes) => {
            let at = common.now.clone();
            common.effect(Effect::PrepareSeal { at });
        }
        _ => {}
    }
}
