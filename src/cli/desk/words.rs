//! Words for the minutes: `conclude`, `remark`.

use clap::{ArgMatches, Command, value_parser};

use super::{Desk, product_arg};
use crate::cli::args::{given, needed, option, words};
use crate::cli::stop::Done;
use crate::council::{CriterionId, DeskAct};
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};
use crate::rubric::Code;

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
        .override_usage("ocop-council desk DIR remark --words T [--product ID | --criterion CODE [--set N]]")
        .arg(needed("words", "T", help::words(lang)))
        .arg(option("product", "ID", help::product(lang)).conflicts_with("criterion"))
        .arg(option("criterion", "CODE", help::criterion_read(lang)))
        .arg(option("set", "N", help::set_read(lang)).value_parser(value_parser!(u8)).requires("criterion"))
}

pub(super) fn remark(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = match given(matches, "product") {
        None => None,
        Some(_) => Some(desk.product(matches)?),
    };
    let set = matches.get_one::<u8>("set").copied();
    let criterion = given(matches, "criterion").map(|code| CriterionId { code: Code::new(code), set });
    let said = match &criterion {
        Some(about) => said::reading_agreed(lang, about.code.as_str()),
        None => said::remarked(lang).to_owned(),
    };
    desk.act(|_| Ok(DeskAct::Remark { product, criterion, words: words(matches, "words") }))?;
    desk.done(&said)
}
