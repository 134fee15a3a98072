//! Acts of one seat: `submit`, `take-back`, `recuse`, `raise`, `opinion`.

use clap::{Arg, ArgGroup, ArgMatches, Command};

use super::args::{dir, flag, given, needed, option, path_of, product, seat, words};
use super::context::Context;
use super::opened::Opened;
use super::stop::Done;
use crate::council::{ProductId, SeatAct, SeatId};
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};
use crate::session::Refusal;

fn on_product(name: &'static str, about: &'static str, lang: Lang) -> Command {
    Command::new(name).about(about).arg(dir(lang)).arg(needed("seat", "ID", help::seat(lang))).arg(needed(
        "product",
        "ID",
        help::product(lang),
    ))
}

fn undo(lang: Lang) -> Arg {
    flag("undo", help::undo(lang))
}

pub(super) fn submit_grammar(lang: Lang) -> Command {
    on_product("submit", help::submit(lang), lang).override_usage("ocop-council submit DIR --seat ID --product ID")
}

pub(super) fn take_back_grammar(lang: Lang) -> Command {
    on_product("take-back", help::take_back(lang), lang)
        .override_usage("ocop-council take-back DIR --seat ID --product ID")
}

pub(super) fn recuse_grammar(lang: Lang) -> Command {
    on_product("recuse", help::recuse(lang), lang)
        .override_usage("ocop-council recuse DIR --seat ID --product ID --reason T|--undo")
        .arg(option("reason", "T", help::reason(lang)))
        .arg(undo(lang))
        .group(ArgGroup::new("which").args(["reason", "undo"]).required(true))
}

pub(super) fn raise_grammar(lang: Lang) -> Command {
    on_product("raise", help::raise(lang), lang)
        .override_usage("ocop-council raise DIR --seat ID --product ID --ground ID|--words T|--undo")
        .arg(option("ground", "ID", help::ground_id(lang)))
        .arg(option("words", "T", help::words(lang)))
        .arg(undo(lang).conflicts_with_all(["ground", "words"]))
        .group(ArgGroup::new("which").args(["ground", "words", "undo"]).required(true).multiple(true))
}

pub(super) fn opinion_grammar(lang: Lang) -> Command {
    on_product("opinion", help::opinion(lang), lang)
        .override_usage("ocop-council opinion DIR --seat ID --product ID --words T")
        .arg(needed("words", "T", help::words(lang)))
}

/// The session, the seat and the product that all these acts name.
fn named(context: &Context<'_>, matches: &ArgMatches) -> Result<(Opened, SeatId, ProductId), super::stop::Stop> {
    let seat = seat(context.lang, matches, "seat")?;
    let product = product(context.lang, matches, "product")?;
    let opened = Opened::read(path_of(matches, "dir"))?;
    opened.product(&product)?;
    Ok((opened, seat, product))
}

pub(super) fn submit(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let (mut opened, seat, product) = named(context, matches)?;
    opened.of_seat(context, &seat, |session| Ok(session.submit(&seat, &product)))?;
    let lang = context.lang;
    context.say(said::done(lang, &said::submitted(lang, seat.as_str(), product.as_str())))
}

pub(super) fn take_back(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let (mut opened, seat, product) = named(context, matches)?;
    opened.of_seat(context, &seat, |session| Ok(session.take_back(&product)))?;
    let lang = context.lang;
    context.say(said::done(lang, &said::taken_back(lang, seat.as_str(), product.as_str())))
}

pub(super) fn recuse(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let (mut opened, seat, product) = named(context, matches)?;
    let undone = matches.get_flag("undo");
    let act = if undone {
        SeatAct::Unrecuse { product: product.clone() }
    } else {
        SeatAct::Recuse { product: product.clone(), reason: words(matches, "reason") }
    };
    opened.of_seat(context, &seat, |_| Ok(act))?;
    let lang = context.lang;
    let say = if undone { said::unrecused } else { said::recused };
    context.say(said::done(lang, &say(lang, seat.as_str(), product.as_str())))
}

pub(super) fn raise(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let (mut opened, seat, product) = named(context, matches)?;
    let undone = matches.get_flag("undo");
    opened.of_seat(context, &seat, |session| {
        if undone {
            let own = session.open_grounds(&product).into_iter().find(|(by, ..)| *by == seat);
            let (_, raised, ..) = own.ok_or(Refusal::UnknownGround)?;
            return Ok(SeatAct::Unraise { product: product.clone(), raised });
        }
        let ground = given(matches, "ground").unwrap_or_default().to_owned();
        Ok(SeatAct::Raise { product: product.clone(), ground, words: words(matches, "words") })
    })?;
    let lang = context.lang;
    let say = if undone { said::unraised } else { said::raised };
    context.say(said::done(lang, &say(lang, seat.as_str(), product.as_str())))
}

pub(super) fn opinion(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let (mut opened, seat, product) = named(context, matches)?;
    let act = SeatAct::Opinion { product: product.clone(), words: words(matches, "words") };
    opened.of_seat(context, &seat, |_| Ok(act))?;
    let lang = context.lang;
    context.say(said::done(lang, &said::opinion(lang, seat.as_str(), product.as_str())))
}
