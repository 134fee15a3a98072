//! A product ended, reopened, corrected, added, or given another set.

use super::{Step, ask, ask_reason, ask_text, number};
use crate::app::common::{Common, Tone};
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::field::Field;
use crate::council::{Act, Back, ClosedAs, Content, DeskAct, EntryId, Product, ProductField, ProductId, ProductKind};
use crate::i18n::{both, desk as say, trouble, two_ways, words};
use crate::rubric::{ProductSet, choose};
use crate::session::{Phase, Session};
use crate::trouble::FaultKind;

/// Asks how a product ends without a star.
pub fn close(common: &mut Common, product: &ProductId) {
    let Some(session) = common.session() else { return };
    let title = both(|lang| say::close_title(lang, number(session, product)));
    let choices = ClosedAs::ALL.iter().map(|how| both(|lang| words::closed_as(lang, *how).to_owned())).collect();
    let body = both(|_| session.product(product).map(|product| product.name).unwrap_or_default());
    ask(common, Step::Close { product: product.clone() }, Dialog::choose(title, body, choices));
}

/// Asks on what ground a product ends; `ground` stands in the field.
pub(super) fn close_as(common: &mut Common, product: ProductId, how: ClosedAs, ground: &str) {
    let title = both(|lang| words::closed_as(lang, how).to_owned());
    let body = both(|lang| say::close_ground(lang).to_owned());
    ask_text(common, Step::CloseGround { product, how }, title, body, Field::line(ground));
}

/// Takes a locked, closed or contested product back; where there are several ways, asks which.
pub fn reopen(common: &mut Common, product: &ProductId) {
    let Some(session) = common.session() else { return };
    let mut ways = session.ways_back(product);
    if ways.len() < 2 {
        let to = ways.pop().unwrap_or_else(|| Back::Blind(session.basis(product)));
        return reopen_why(common, product, to);
    }
    let contested = matches!(session.phase(product), Phase::Contested(_));
    let no = number(session, product);
    let choices = ways
        .iter()
        .map(|way| {
            both(|lang| match way {
                Back::Revealed(reveal) => say::way_sheets(lang, sheets_of(session, *reveal)),
                Back::Blind(_) => say::way_blind(lang).to_owned(),
            })
        })
        .collect();
    let title = both(|lang| if contested { say::settle_title(lang, no) } else { say::reopen_title(lang, no) });
    let decisions = session.decided_two_ways(product);
    let body = both(|lang| match contested {
        true => {
            let ways = two_ways::told(lang, session, &decisions).into_iter().map(|way| format!("\n· {way}"));
            say::settle_body(lang).to_owned() + &ways.collect::<String>()
        }
        false => say::reopen_where(lang).to_owned(),
    });
    ask(common, Step::ReopenTo { product: product.clone(), ways }, Dialog::choose(title, body, choices));
}

/// How many sheets a reveal opened.
fn sheets_of(session: &Session, reveal: EntryId) -> usize {
    let Some((entry, _)) = session.entry(reveal) else { return 0 };
    match &entry.content {
        Content::Known(act) => match &**act {
            Act::Desk(_, DeskAct::Reveal { sheets, .. }) => sheets.len(),
            _ => 0,
        },
        Content::Unknown => 0,
    }
}

fn reopen_why(common: &mut Common, product: &ProductId, to: Back) {
    let Some(session) = common.session() else { return };
    let title = both(|lang| say::reopen_title(lang, number(session, product)));
    let body = both(|lang| say::reopen_body(lang).to_owned());
    ask_text(common, Step::Reopen { product: product.clone(), to }, title, body, Field::line(""));
}

/// Asks which particular of a product is put right.
pub fn correct(common: &mut Common, product: &ProductId) {
    let Some(session) = common.session() else { return };
    let Some(found) = session.product(product) else { return };
    let title = both(|lang| say::correct_title(lang, number(session, product)));
    let body = both(|lang| say::correct_which(lang).to_owned());
    let choices = ProductField::ALL
        .iter()
        .map(|field| {
            both(|lang| {
                let value = match field {
                    ProductField::Kind => words::product_kind(lang, found.kind).to_owned(),
                    field => text_of(&found, *field).to_owned(),
                };
                say::correct_line(lang, words::product_field(lang, *field), &value)
            })
        })
        .collect();
    ask(common, Step::Correct { product: product.clone() }, Dialog::choose(title, body, choices));
}

fn text_of(product: &Product, field: ProductField) -> &str {
    match field {
        ProductField::Name => &product.name,
        ProductField::Producer => &product.producer,
        ProductField::Address => &product.address,
        ProductField::Phone => &product.phone,
        ProductField::Code => &product.code,
        ProductField::Kind => "",
    }
}

/// The kinds of assessment with their keys, in the order asked.
const KINDS: [(ProductKind, &str); 3] =
    [(ProductKind::First, "first"), (ProductKind::Upgrade, "upgrade"), (ProductKind::Reassess, "reassess")];

fn correct_value(common: &mut Common, product: ProductId, field: ProductField) {
    let Some(found) = common.session().and_then(|session| session.product(&product)) else { return };
    let title = both(|lang| words::product_field(lang, field).to_owned());
    let body = both(|lang| say::correct_value(lang, words::product_field(lang, field)));
    let step = Step::CorrectValue { product, field };
    match field {
        ProductField::Kind => {
            let choices = KINDS.iter().map(|(kind, _)| both(|lang| words::product_kind(lang, *kind).to_owned()));
            ask(common, step, Dialog::choose(title, body, choices.collect()));
        }
        ProductField::Name => ask_text(common, step, title, body, Field::line(&found.name)),
        field => ask(common, step, Dialog::text(title, body, Field::line(text_of(&found, field)), Blank::Allowed)),
    }
}

/// Asks for a product that came later.
pub fn add(common: &mut Common) {
    let title = both(|lang| say::add_title(lang).to_owned());
    let body = both(|lang| say::add_name(lang).to_owned());
    ask_text(common, Step::AddName, title, body, Field::line(""));
}

/// Asks for another set, while the product is blind.
pub fn change_set(common: &mut Common, product: &ProductId) {
    let Some(session) = common.session() else { return };
    let title = both(|lang| say::set_title(lang, number(session, product)));
    let body = both(|lang| say::set_body(lang).to_owned());
    let now = session.set(product).map(|set| set.no.to_string()).unwrap_or_default();
    ask_text(common, Step::ChangeSet { product: product.clone() }, title, body, Field::line(&now));
}

/// The number of the set that was named, and the set itself where the charter lacks it.
fn find_set(session: &Session, typed: &str) -> Result<(u8, Option<Box<ProductSet>>), FaultKind> {
    let charter = session.charter();
    let set = choose::set(charter.sets_to_choose(), typed)?;
    Ok((set.no, charter.set(set.no).is_none().then(|| Box::new(set.clone()))))
}

/// What the asked step does with the set that was typed, or why it cannot be that one.
fn with_set(common: &mut Common, typed: &str, then: impl FnOnce(&mut Common, u8)) {
    match common.session().map(|session| find_set(session, typed)) {
        Some(Ok((no, _))) => then(common, no),
        Some(Err(why)) => common.tell(Tone::Warning, both(|lang| trouble::sentence(lang, &why))),
        None => {}
    }
}

/// The set of an act, where it has to carry one.
fn carried(common: &Common, no: u8) -> Option<Box<ProductSet>> {
    common.session().and_then(|session| find_set(session, &no.to_string()).ok()?.1)
}

/// An id no product has: `p` and the next number.
fn free_id(session: &Session) -> Option<ProductId> {
    (session.products().len() + 1..=9999)
        .filter_map(|no| ProductId::new(&format!("p{no:02}")))
        .find(|id| session.product(id).is_none())
}

pub(super) fn answered(common: &mut Common, step: Step, answer: Answer) {
    let why = || both(|lang| say::reason_title(lang).to_owned());
    match (step, answer) {
        (Step::Close { product }, Answer::Choice(chosen)) => {
            let Some(how) = ClosedAs::ALL.get(chosen).copied() else { return };
            close_as(common, product, how, "");
        }
        (Step::CloseGround { product, how }, Answer::Text(ground)) => {
            common.record_desk(vec![DeskAct::Close { product, how, ground }]);
        }
        (Step::ReopenTo { product, ways }, Answer::Choice(chosen)) => {
            if let Some(to) = ways.into_iter().nth(chosen) {
                reopen_why(common, &product, to);
            }
        }
        (Step::Reopen { product, to }, Answer::Text(reason)) => {
            common.record_desk(vec![DeskAct::Reopen { product, to, reason }]);
        }
        (Step::Correct { product }, Answer::Choice(chosen)) => {
            if let Some(field) = ProductField::ALL.get(chosen) {
                correct_value(common, product, *field);
            }
        }
        (Step::CorrectValue { product, field }, Answer::Text(value)) => {
            ask_reason(common, Step::CorrectReason { product, field, value }, why());
        }
        (Step::CorrectValue { product, field }, Answer::Choice(chosen)) => {
            if let Some((_, key)) = KINDS.get(chosen) {
                ask_reason(common, Step::CorrectReason { product, field, value: (*key).to_owned() }, why());
            }
        }
        (Step::CorrectReason { product, field, value }, Answer::Text(reason)) => {
            common.record_desk(vec![DeskAct::Correct { product, field, value, reason }]);
        }
        (Step::AddName, Answer::Text(name)) => added(common, name),
        (Step::AddProducer { mut product }, Answer::Text(producer)) => {
            product.producer = producer;
            let title = both(|lang| say::add_title(lang).to_owned());
            let body = both(|lang| say::add_set(lang).to_owned());
            ask_text(common, Step::AddSet { product }, title, body, Field::line(""));
        }
        (Step::AddSet { mut product }, Answer::Text(typed)) => {
            with_set(common, &typed, |common, no| {
                product.set = no;
                ask_reason(common, Step::AddReason { product }, why());
            });
        }
        (Step::AddReason { product }, Answer::Text(reason)) => {
            let set = carried(common, product.set);
            common.record_desk(vec![DeskAct::AddProduct { product, set, reason }]);
        }
        (Step::ChangeSet { product }, Answer::Text(typed)) => {
            with_set(common, &typed, |common, no| {
                ask_reason(common, Step::ChangeSetReason { product, no }, why());
            });
        }
        (Step::ChangeSetReason { product, no }, Answer::Text(reason)) => {
            let set = carried(common, no);
            common.record_desk(vec![DeskAct::ChangeSet { product, no, set, reason }]);
        }
        _ => {}
    }
}

fn added(common: &mut Common, name: String) {
    let Some(id) = common.session().and_then(free_id) else { return };
    let product = Box::new(Product {
        id,
        name,
        set: 0,
        code: String::new(),
        producer: String::new(),
        address: String::new(),
        phone: String::new(),
        kind: ProductKind::First,
        self_total: None,
        advisory_total: None,
    });
    let title = both(|lang| say::add_title(lang).to_owned());
    let body = both(|lang| say::add_producer(lang).to_owned());
    ask(common, Step::AddProducer { product }, Dialog::text(title, body, Field::line(""), Blank::Allowed));
}
