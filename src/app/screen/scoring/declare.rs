//! What a member declares about a product besides marks: recusal, a ground for rejection, an opinion.

use super::{Asked, Scoring, Stand};
use crate::app::common::{Common, Done, Tone};
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::field::Field;
use crate::council::{EntryId, ProductId, SeatAct};
use crate::i18n::{both, scoring as say, two_ways};
use crate::text::cut;

/// Cells of a line of the list: the narrowest dialog shows so many.
const LINE: usize = 62;

/// A line of the list of grounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroundChoice {
    /// A ground of the set, by its id.
    Known(String),
    /// Another one, in words.
    Other,
    /// Takes back one raised before.
    Back(EntryId),
}

fn ask(common: &mut Common, asked: Asked, dialog: Dialog) {
    common.ask(super::super::Asked::Scoring(asked), dialog);
}

impl Scoring {
    /// Recuses, or takes a recusal back.
    pub(super) fn ask_recuse(&self, common: &mut Common) {
        let Some(sheet) = self.sheet(common) else { return };
        let product = sheet.product().clone();
        let name = sheet.session().product(&product).map(|product| product.name).unwrap_or_default();
        let ways = sheet.session().recused_two_ways(sheet.seat(), &product);
        if !ways.is_empty() {
            let title = both(|lang| say::recusal_title(lang).to_owned());
            let body = both(|lang| two_ways::in_one(lang, sheet.session(), &ways));
            let choices =
                vec![both(|lang| say::recusal_stays(lang).to_owned()), both(|lang| say::recusal_ends(lang).to_owned())];
            ask(common, Asked::Recusal(product), Dialog::choose(title, body, choices));
        } else if matches!(sheet.stand(), Stand::Recused(_)) {
            let title = both(|lang| say::unrecuse_title(lang).to_owned());
            let body = both(|lang| say::unrecuse_body(lang, &name));
            ask(common, Asked::Unrecuse(product), Dialog::confirm(title, body));
        } else {
            ask_why_recused(common, product);
        }
    }

    /// The grounds of the set, another in words, and those that can be taken back.
    pub(super) fn ask_ground(&self, common: &mut Common) {
        let Some(sheet) = self.sheet(common) else { return };
        let product = sheet.product().clone();
        let (mut choices, mut words) = (Vec::new(), Vec::new());
        for ground in &sheet.set().grounds {
            choices.push(GroundChoice::Known(ground.id.clone()));
            words.push(both(|lang| cut(&say::ground_of(lang, ground.leads_to, lang.of(&ground.text)), LINE)));
        }
        choices.push(GroundChoice::Other);
        words.push(both(|lang| say::ground_other(lang).to_owned()));
        for (entry, id, said) in sheet.raised() {
            choices.push(GroundChoice::Back(entry));
            let known = sheet.set().ground(id);
            words.push(both(|lang| {
                cut(&say::ground_back(lang, known.map_or(said, |ground| lang.of(&ground.text))), LINE)
            }));
        }
        let title = both(|lang| say::ground_title(lang).to_owned());
        let body = both(|lang| say::ground_body(lang).to_owned());
        ask(common, Asked::Ground(product, choices), Dialog::choose(title, body, words));
    }

    /// The opinion on the product, as it stands.
    pub(super) fn ask_opinion(&self, common: &mut Common) {
        let Some(sheet) = self.sheet(common) else { return };
        let product = sheet.product().clone();
        let opinion = sheet.session().opinion(sheet.seat(), &product).unwrap_or_default();
        let title = both(|lang| say::opinion_title(lang).to_owned());
        let body = both(|lang| say::opinion_body(lang).to_owned());
        ask(common, Asked::Opinion(product), Dialog::text(title, body, Field::note(&opinion), Blank::Allowed));
    }
}

fn ask_why_recused(common: &mut Common, product: ProductId) {
    let named = common.session().and_then(|session| session.product(&product));
    let name = named.map(|product| product.name).unwrap_or_default();
    let title = both(|lang| say::recuse_title(lang).to_owned());
    let body = both(|lang| say::recuse_body(lang, &name));
    ask(common, Asked::Recuse(product), Dialog::text(title, body, Field::line(""), Blank::Refused));
}

/// Takes the answer to a question of this file.
pub(super) fn answered(common: &mut Common, asked: Asked, answer: Answer) {
    match (asked, answer) {
        (Asked::Recuse(product), Answer::Text(reason)) => {
            common.record(SeatAct::Recuse { product, reason });
        }
        (Asked::Recusal(product), Answer::Choice(0)) => ask_why_recused(common, product),
        (Asked::Unrecuse(product), Answer::Yes) | (Asked::Recusal(product), Answer::Choice(_)) => {
            common.record(SeatAct::Unrecuse { product });
        }
        (Asked::Opinion(product), Answer::Text(words)) => {
            let sitting = common.sitting.as_ref();
            let stands = sitting.and_then(|sitting| sitting.session().opinion(sitting.seat()?, &product));
            if stands.unwrap_or_default() != words {
                common.record(SeatAct::Opinion { product, words });
            }
        }
        (Asked::Ground(product, choices), Answer::Choice(at)) => match choices.get(at) {
            Some(GroundChoice::Known(id)) => raise(common, product, id.clone(), String::new()),
            Some(GroundChoice::Back(raised)) => {
                common.record(SeatAct::Unraise { product, raised: *raised });
            }
            Some(GroundChoice::Other) => {
                let title = both(|lang| say::ground_title(lang).to_owned());
                let body = both(|lang| say::ground_words(lang).to_owned());
                let dialog = Dialog::text(title, body, Field::line(""), Blank::Refused);
                ask(common, Asked::GroundWords(product), dialog);
            }
            None => {}
        },
        (Asked::GroundWords(product), Answer::Text(words)) => raise(common, product, String::new(), words),
        _ => {}
    }
}

fn raise(common: &mut Common, product: ProductId, ground: String, words: String) {
    if common.record(SeatAct::Raise { product, ground, words }) == Done::Yes {
        common.tell(Tone::Good, both(|lang| say::raised_ok(lang).to_owned()));
    }
}
