//! Opening sheets and looking at them again: `reveal`, `rescore`, `rescore-withdraw`.

use clap::{ArgMatches, Command};

use super::{Desk, joined, listed_reason_arg, product_arg, products_arg, reason, reason_arg};
use crate::cli::args::{codes, flag, needed, option, seats, words};
use crate::cli::stop::{Done, Stop};
use crate::council::ProductId;
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};
use crate::i18n::refusal::refusal;
use crate::session::{Phase, Refusal};

pub(super) fn reveal_grammar(lang: Lang) -> Command {
    Command::new("reveal")
        .about(help::reveal(lang))
        .override_usage("ocop-council desk DIR reveal PRODUCT…|--ready [--set-aside SEAT,…]")
        .arg(products_arg(lang, "ready"))
        .arg(flag("ready", help::ready(lang)).conflicts_with("product"))
        .arg(option("set-aside", "SEAT,…", help::set_aside(lang)).conflicts_with("ready"))
}

pub(super) fn reveal(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    if matches.get_flag("ready") {
        let waiting =
            |phase: &Phase| matches!(phase, Phase::Blind { .. } | Phase::Rescoring { .. } | Phase::Contested(_));
        return desk.each(waiting, said::revealed, |recording, product| {
            let act = recording.session.reveal(product, &[])?;
            recording.desk(act)
        });
    }
    let set_aside = seats(lang, matches, "set-aside")?;
    set_aside.iter().try_for_each(|seat| desk.opened.seat(seat))?;
    let products = desk.products(matches)?;
    desk.opened.of_desk(desk.context, desk.entered.clone(), |recording| {
        for product in &products {
            let act = recording.session.reveal(product, &set_aside);
            act.and_then(|act| recording.desk(act)).map_err(|why| Stop::RefusedAt(product.to_string(), why))?;
        }
        Ok(())
    })?;
    desk.done(&said::revealed(lang, &joined(&products)))
}

impl Desk<'_, '_> {
    /// Does the same to every product whose phase asks for it, under one sync, and lists what was left and why.
    pub(super) fn each(
        &mut self,
        phase: impl Fn(&Phase) -> bool,
        say: fn(Lang, &str) -> String,
        mut act: impl FnMut(&mut crate::cli::opened::Recording<'_>, &ProductId) -> Result<(), Refusal>,
    ) -> Done {
        let session = &self.opened.session;
        let asking: Vec<ProductId> =
            session.products().into_iter().map(|product| product.id).filter(|id| phase(&session.phase(id))).collect();
        let lang = self.lang();
        if asking.is_empty() {
            return self.context.say(said::none_to_do(lang));
        }
        let (done, left) = self.opened.of_desk(self.context, self.entered.clone(), |recording| {
            let (mut done, mut left) = (Vec::new(), Vec::new());
            for product in asking {
                match act(recording, &product) {
                    Ok(()) => done.push(product),
                    Err(why) => left.push((product, why)),
                }
            }
            Ok((done, left))
        })?;
        if !done.is_empty() {
            self.done(&say(lang, &joined(&done)))?;
        }
        left.into_iter()
            .try_for_each(|(product, why)| self.context.say(said::left(lang, product.as_str(), &refusal(lang, &why))))
    }
}

pub(super) fn rescore_grammar(lang: Lang) -> Command {
    Command::new("rescore")
        .about(help::rescore(lang))
        .override_usage("ocop-council desk DIR rescore PRODUCT --seats A,B [--criteria 1.1,4.1] --reason T")
        .arg(product_arg(lang))
        .arg(needed("seats", "A,B", help::seats(lang)))
        .arg(option("criteria", "1.1,4.1", help::criteria(lang)))
        .arg(listed_reason_arg(lang))
}

pub(super) fn rescore(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    let seats = seats(lang, matches, "seats")?;
    let (criteria, reason) = (codes(matches, "criteria"), reason(matches));
    desk.act(|session| session.rescore(&product, seats.clone(), criteria, reason))?;
    desk.done(&said::rescoring(lang, product.as_str(), &joined(&seats)))
}

pub(super) fn withdraw_grammar(lang: Lang) -> Command {
    Command::new("rescore-withdraw")
        .about(help::rescore_withdraw(lang))
        .override_usage("ocop-council desk DIR rescore-withdraw PRODUCT --seats A --reason T")
        .arg(product_arg(lang))
        .arg(needed("seats", "A,B", help::seats(lang)))
        .arg(reason_arg(lang))
}

pub(super) fn withdraw(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    let seats = seats(lang, matches, "seats")?;
    desk.act(|session| session.rescore_withdraw(&product, seats.clone(), words(matches, "reason")))?;
    desk.done(&said::withdrawn(lang, product.as_str(), &joined(&seats)))
}
