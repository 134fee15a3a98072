//! What stands at the end: `lock`, `close`, `reopen`, `seal`.

use clap::{ArgMatches, Command};

use super::{Desk, joined, product_arg, products_arg, reason_arg};
use crate::cli::args::{flag, given, needed, option, text, words};
use crate::cli::context::now;
use crate::cli::stop::{Done, Stop};
use crate::council::{ClosedAs, DeskAct, Forward, Hash};
use crate::i18n::cli::{help, said};
use crate::i18n::{Lang, words as vocabulary};
use crate::session::{Phase, Refusal};
use crate::store::{finish_seal, prepare_seal, read_document};

pub(super) fn lock_grammar(lang: Lang) -> Command {
    Command::new("lock")
        .about(help::lock(lang))
        .override_usage("ocop-council desk DIR lock PRODUCT…|--clear [--forward yes|no]")
        .arg(products_arg(lang, "clear"))
        .arg(flag("clear", help::clear(lang)).conflicts_with("product"))
        .arg(option("forward", "yes|no", help::forward(lang)).value_parser(["yes", "no"]))
}

pub(super) fn lock(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let forward = given(matches, "forward").map(|said| if said == "yes" { Forward::Yes } else { Forward::No });
    if matches.get_flag("clear") {
        let open = |phase: &Phase| matches!(phase, Phase::Revealed { .. } | Phase::Rescoring { .. });
        return desk.each(open, said::locked, |recording, product| {
            let asked = forward.filter(|_| recording.session.asks_forward(product));
            let act = recording.session.lock(product, asked)?;
            recording.desk(act)
        });
    }
    let products = desk.products(matches)?;
    let alone = products.len() == 1;
    desk.opened.of_desk(desk.context, desk.entered.clone(), |recording| {
        for product in &products {
            let asked = forward.filter(|_| alone || recording.session.asks_forward(product));
            let act = recording.session.lock(product, asked);
            act.and_then(|act| recording.desk(act)).map_err(|why| Stop::RefusedAt(product.to_string(), why))?;
        }
        Ok(())
    })?;
    desk.done(&said::locked(lang, &joined(&products)))
}

pub(super) fn close_grammar(lang: Lang) -> Command {
    Command::new("close")
        .about(help::close(lang))
        .override_usage(
            "ocop-council desk DIR [--as SEAT] close PRODUCT --as rejected|stopped|withdrawn|put-off --ground T",
        )
        .arg(product_arg(lang))
        .arg(needed("how", "rejected|stopped|withdrawn|put-off", help::close_as(lang)).long("as").value_parser([
            "rejected",
            "stopped",
            "withdrawn",
            "put-off",
        ]))
        .arg(needed("ground", "T", help::close_ground(lang)))
}

pub(super) fn close(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    let how = ClosedAs::ALL.into_iter().find(|how| how.key() == text(matches, "how")).unwrap_or(ClosedAs::PutOff);
    let said = words(matches, "ground");
    let set = desk.opened.session.set(&product);
    let known = set.as_deref().and_then(|set| set.ground(&said)).map(|ground| lang.of(&ground.text).to_owned());
    desk.act(|session| Ok(session.close(&product, how, known.unwrap_or(said))))?;
    desk.done(&said::closed(lang, product.as_str(), vocabulary::closed_as(lang, how)))
}

pub(super) fn reopen_grammar(lang: Lang) -> Command {
    Command::new("reopen")
        .about(help::reopen(lang))
        .override_usage("ocop-council desk DIR reopen PRODUCT --reason T")
        .arg(product_arg(lang))
        .arg(reason_arg(lang))
}

pub(super) fn reopen(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let product = desk.product(matches)?;
    desk.act(|session| Ok(session.reopen(&product, words(matches, "reason"))))?;
    desk.done(&said::reopened(lang, product.as_str()))
}

pub(super) fn seal_grammar(lang: Lang) -> Command {
    Command::new("seal").about(help::seal(lang)).override_usage("ocop-council desk DIR seal")
}

/// The session file is on disk before the act that names it, and has its name after.
pub(super) fn seal(desk: &mut Desk<'_, '_>, _: &ArgMatches) -> Done {
    let lang = desk.lang();
    if desk.opened.session.sealed().is_some() {
        return Err(Refusal::Sealed.into());
    }
    desk.opened.session.ready_to_seal()?;
    let path = desk.path.clone();
    let seal = desk.opened.of_desk(desk.context, desk.entered.clone(), |recording| {
        let seal = prepare_seal(&path, &now()).map_err(|why| Stop::from_sealing(lang, why))?;
        recording.desk(DeskAct::Seal { file: seal.to_string() })?;
        Ok(seal)
    })?;
    finish_seal(&path)?;
    // Two that seal at once: one session file stands in place, and only its own seal may be written on paper.
    if Hash::of(&read_document(&path.join("session.ron"))?) != seal {
        return Err(Refusal::Sealed.into());
    }
    desk.context.say(said::sealed(lang, &seal.to_string()))
}
