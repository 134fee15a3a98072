//! Settling what the sheets disagree on: `rule`, `accept`, `dismiss`.

use clap::{ArgMatches, Command};

use super::{Desk, is_yes, listed_reason_arg, no_such, product_arg, reason, reason_arg};
use crate::cli::args::{needed, seat, text, words};
use crate::cli::stop::Done;
use crate::council::{DeskAct, DisputeKey, MinimumId};
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};
use crate::rubric::{Code, Star};
use crate::session::{Refusal, ThingState};
use crate::text::clean;

pub(super) fn rule_grammar(lang: Lang) -> Command {
    Command::new("rule")
        .about(help::rule(lang))
        .override_usage("ocop-council desk DIR rule PRODUCT --criterion 4.1 --star 5 --met yes|no --reason T")
        .arg(product_arg(lang))
        .arg(needed("criterion", "4.1", help::criterion(lang)))
        .arg(needed("star", "5", help::star(lang)))
        .arg(needed("met", "yes|no", help::met(lang)).value_parser(["yes", "no"]))
        .arg(listed_reason_arg(lang))
}

pub(super) fn rule(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    let found = text(matches, "star");
    let star = found.parse().ok().and_then(Star::new).filter(|star| *star >= Star::THREE);
    let star = star.ok_or_else(|| no_such(lang, "--star", found, "3, 4, 5"))?;
    let minimum = MinimumId { criterion: Code::new(&clean(text(matches, "criterion"))), star };
    let met = is_yes(matches, "met");
    desk.act(|session| session.rule(&product, minimum.clone(), met, reason(matches)))?;
    let outcome = if met { said::met(lang) } else { said::not_met(lang) };
    desk.done(&said::ruled(lang, product.as_str(), minimum.criterion.as_str(), star.number(), outcome))
}

pub(super) fn accept_grammar(lang: Lang) -> Command {
    Command::new("accept")
        .about(help::accept(lang))
        .override_usage("ocop-council desk DIR accept PRODUCT --dispute KIND[:CRITERION|:SEAT] --reason T")
        .arg(product_arg(lang))
        .arg(needed("dispute", "KIND[:CRITERION]", help::dispute(lang)))
        .arg(listed_reason_arg(lang))
}

/// Lets everything stand that the words name: a kind alone may be several things.
pub(super) fn accept(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    let named = text(matches, "dispute");
    let session = &desk.opened.session;
    let things: Vec<_> = session.things(&product).into_iter().filter(|thing| is_named(&thing.key, named)).collect();
    let open: Vec<DisputeKey> =
        things.iter().filter(|thing| thing.state != ThingState::Accepted).map(|thing| thing.key.clone()).collect();
    if open.is_empty() {
        return Err(if things.is_empty() { Refusal::UnknownDispute } else { Refusal::AlreadySo }.into());
    }
    desk.opened.of_desk(desk.context, desk.entered.clone(), |recording| {
        for key in &open {
            let act = recording.session.accept(&product, key.clone(), reason(matches))?;
            recording.desk(act)?;
        }
        Ok(())
    })?;
    desk.done(&said::accepted(lang, product.as_str(), open.len()))
}

/// Whether `KIND`, `KIND:CRITERION` or `KIND:SEAT` names a thing to discuss.
fn is_named(key: &DisputeKey, named: &str) -> bool {
    let (kind, about) = named.split_once(':').unwrap_or((named, ""));
    let is_about = about.is_empty()
        || key.criterion.as_ref().is_some_and(|code| code.as_str() == about)
        || key.seat.as_ref().is_some_and(|seat| seat.as_str() == about);
    key.kind.key() == kind.trim() && is_about
}

pub(super) fn dismiss_grammar(lang: Lang) -> Command {
    Command::new("dismiss")
        .about(help::dismiss(lang))
        .override_usage("ocop-council desk DIR dismiss PRODUCT --seat SEAT --reason T")
        .arg(product_arg(lang))
        .arg(needed("seat", "SEAT", help::seat(lang)))
        .arg(reason_arg(lang))
}

/// Answers every open ground that the seat raised against the product.
pub(super) fn dismiss(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    let seat = seat(lang, matches, "seat")?;
    let grounds = desk.opened.session.open_grounds(&product);
    let raised: Vec<_> = grounds.into_iter().filter(|(by, ..)| *by == seat).map(|(_, id, ..)| id).collect();
    if raised.is_empty() {
        return Err(Refusal::UnknownGround.into());
    }
    desk.opened.of_desk(desk.context, desk.entered.clone(), |recording| {
        for raised in raised {
            let reason = words(matches, "reason");
            recording.desk(DeskAct::Dismiss { product: product.clone(), raised, reason })?;
        }
        Ok(())
    })?;
    desk.done(&said::dismissed(lang, product.as_str(), seat.as_str()))
}
