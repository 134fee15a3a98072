//! Words for the minutes: `conclude`, `remark`.

use clap::{ArgMatches, Command};

use super::{Desk, product_arg};
use crate::cli::args::{given, needed, option, words};
use crate::cli::stop::Done;
use crate::council::DeskAct;
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};

pub(super) fn conclude_grammar(lang: Lang) -> Command {
    Command::new("conclude")
        .about(help::conclude(lang))
        .override_usage("ocop-council desk DIR conclude PRODUCT --words T")
        .arg(product_arg(lang))
        .arg(needed("words", "T", help::words(lang)))
}

pub(super) fn conclude(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    desk.act(|_| Ok(DeskAct::Conclude { product: product.clone(), words: words(matches, "words") }))?;
    desk.done(&said::concluded(lang, product.as_str()))
}

pub(super) fn remark_grammar(lang: Lang) -> Command {
    Command::new("remark")
        .about(help::remark(lang))
        .override_usage("ocop-council desk DIR remark --words T [--product ID]")
        .arg(needed("words", "T", help::words(lang)))
        .arg(option("product", "ID", help::product(lang)))
}

pub(super) fn remark(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = match given(matches, "product") {
        None => None,
        Some(_) => Some(desk.product(matches)?),
    };
    desk.act(|_| Ok(DeskAct::Remark { product, words: words(matches, "words") }))?;
    desk.done(said::remarked(lang))
}
