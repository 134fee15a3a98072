//! Putting the lists right: `correct`, `add`, `set`.

use clap::{ArgMatches, Command};

use super::{Desk, joined, no_such, product_arg, reason_arg};
use crate::cli::args::{file, needed, path_of, positional, text, words};
use crate::cli::create::name;
use crate::cli::stop::{Done, Stop};
use crate::council::{DeskAct, ProductField, ProductId};
use crate::i18n::cli::{help, said};
use crate::i18n::{Lang, words as vocabulary};
use crate::intake::products;
use crate::rubric::{ProductSet, choose};
use crate::session::Session;
use crate::store;
use crate::text::clean;
use crate::trouble::{Fault, FaultKind, Place};

pub(super) fn correct_grammar(lang: Lang) -> Command {
    Command::new("correct")
        .about(help::correct(lang))
        .override_usage("ocop-council desk DIR correct PRODUCT --field F --value V --reason T")
        .arg(product_arg(lang))
        .arg(needed("field", "F", help::field(lang)).value_parser(ProductField::ALL.map(ProductField::key)))
        .arg(needed("value", "V", help::value(lang)))
        .arg(reason_arg(lang))
}

pub(super) fn correct(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    let said = text(matches, "field");
    let field = ProductField::ALL.into_iter().find(|field| field.key() == said).unwrap_or(ProductField::Name);
    let (value, reason) = (clean(text(matches, "value")), words(matches, "reason"));
    desk.act(|_| Ok(DeskAct::Correct { product: product.clone(), field, value, reason }))?;
    desk.done(&said::corrected(lang, vocabulary::product_field(lang, field), product.as_str()))
}

pub(super) fn add_grammar(lang: Lang) -> Command {
    Command::new("add")
        .about(help::add(lang))
        .override_usage("ocop-council desk DIR add --products FILE --reason T")
        .arg(file("products", "FILE", help::products_file(lang)).required(true))
        .arg(reason_arg(lang))
}

pub(super) fn add(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let list = path_of(matches, "products");
    let session = &desk.opened.session;
    let taken: Vec<ProductId> = session.products().into_iter().map(|product| product.id).collect();
    let sets: Vec<ProductSet> = session.charter().sets_to_choose().into_iter().cloned().collect();
    let total = session.charter().rubric.total;
    let against = products::Against { sets: &sets, total, taken: &taken };
    let products = products::read(&name(list), &store::read_document(list)?, against)?;
    desk.opened.of_desk(desk.context, desk.entered.clone(), |recording| {
        for product in &products {
            let set = carried(recording.session, &sets, product.set);
            let act = DeskAct::AddProduct { product: Box::new(product.clone()), set, reason: words(matches, "reason") };
            recording.desk(act).map_err(|why| Stop::RefusedAt(product.id.to_string(), why))?;
        }
        Ok(())
    })?;
    desk.done(&said::added(lang, &joined(products.iter().map(|product| &product.id))))
}

pub(super) fn set_grammar(lang: Lang) -> Command {
    Command::new("set")
        .about(help::set(lang))
        .override_usage("ocop-council desk DIR set PRODUCT N --reason T")
        .arg(product_arg(lang))
        .arg(positional("number", "N", help::set_no(lang)))
        .arg(reason_arg(lang))
}

pub(super) fn set(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    let charter = desk.opened.session.charter();
    let named = text(matches, "number");
    let chosen = choose::set(charter.sets_to_choose(), named).map_err(|what| match what {
        FaultKind::UnknownSet { found, known } => no_such(lang, "N", &found, &known),
        what => vec![Fault { place: Place::file("N"), what }].into(),
    })?;
    let (no, set) = (chosen.no, charter.set(chosen.no).is_none().then(|| Box::new(chosen.clone())));
    let reason = words(matches, "reason");
    desk.act(|_| Ok(DeskAct::ChangeSet { product: product.clone(), no, set, reason }))?;
    desk.done(&said::set_changed(lang, product.as_str(), no))
}

/// The set as an act has to carry it: only where the charter lacks it.
fn carried(session: &Session, sets: &[ProductSet], no: u8) -> Option<Box<ProductSet>> {
    match session.charter().set(no) {
        Some(_) => None,
        None => sets.iter().find(|set| set.no == no).cloned().map(Box::new),
    }
}
