//! `desk`: acts of the presiding table. Each command stands in the file of its matter; the rules are the session's.

mod lists;
mod open;
mod result;
mod roll;
mod settle;
mod words;

use clap::{Arg, ArgMatches, Command};

use super::args::{bad, dir, needed, option, path_of, positional, product_id, seat_id};
use super::context::Context;
use super::opened::Opened;
use super::stop::{Done, Stop};
use crate::council::{ProductId, Reason, ReasonKind, SeatId};
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};
use crate::session::Refusal;
use crate::text::{clean, clean_note, fold};

/// A desk command: its grammar, and what it does to a session.
type Entry = (fn(Lang) -> Command, fn(&mut Desk<'_, '_>, &ArgMatches) -> Done);

const COMMANDS: &[Entry] = &[
    (roll::attendance_grammar, roll::attendance),
    (roll::hand_over_grammar, roll::hand_over),
    (open::reveal_grammar, open::reveal),
    (open::rescore_grammar, open::rescore),
    (open::withdraw_grammar, open::withdraw),
    (settle::rule_grammar, settle::rule),
    (settle::accept_grammar, settle::accept),
    (settle::dismiss_grammar, settle::dismiss),
    (result::lock_grammar, result::lock),
    (result::close_grammar, result::close),
    (result::reopen_grammar, result::reopen),
    (lists::correct_grammar, lists::correct),
    (lists::add_grammar, lists::add),
    (lists::set_grammar, lists::set),
    (words::conclude_grammar, words::conclude),
    (words::remark_grammar, words::remark),
    (result::seal_grammar, result::seal),
];

/// A session at the presiding table, and who enters its acts.
struct Desk<'a, 'o> {
    context: &'a mut Context<'o>,
    opened: Opened,
    path: std::path::PathBuf,
    entered: Option<SeatId>,
}

pub(super) fn grammar(lang: Lang) -> Command {
    let entered = || option("entered", "SEAT", help::as_seat(lang)).long("as");
    // `close --as KIND` says how a product ends: who enters that stands before the command.
    let below = COMMANDS.iter().map(|(grammar, _)| match grammar(lang) {
        close if close.get_name() == "close" => close,
        other => other.arg(entered()),
    });
    Command::new("desk")
        .about(help::desk(lang))
        .override_usage("ocop-council desk DIR [--as SEAT] COMMAND …")
        .arg(dir(lang))
        .arg(entered())
        .subcommand_required(true)
        .subcommands(below)
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let Some((name, below)) = matches.subcommand() else { return Ok(()) };
    let said_below = below.try_get_one::<String>("entered").ok().flatten();
    let entered = said_below.or_else(|| matches.get_one("entered"));
    let entered = entered.map(|found| seat_id(lang, "--as", found)).transpose()?;
    let path = path_of(matches, "dir").clone();
    let opened = Opened::read(&path)?;
    let entry = COMMANDS.iter().find(|(grammar, _)| grammar(lang).get_name() == name);
    let (_, deed) = entry.expect("clap knows only the commands of the table");
    deed(&mut Desk { context, opened, path, entered }, below)
}

impl Desk<'_, '_> {
    fn lang(&self) -> Lang {
        self.context.lang
    }

    /// Records one act.
    fn act(&mut self, act: impl FnOnce(&crate::session::Session) -> Result<crate::council::DeskAct, Refusal>) -> Done {
        self.opened.of_desk(self.context, self.entered.clone(), |recording| {
            let act = act(recording.session)?;
            Ok(recording.desk(act)?)
        })
    }

    /// The product named, if the session has it.
    fn product(&self, matches: &ArgMatches) -> Result<ProductId, Stop> {
        let id = super::args::product(self.lang(), matches, "product")?;
        self.opened.product(&id).map(|product| product.id)
    }

    /// The products named, in the order given.
    fn products(&self, matches: &ArgMatches) -> Result<Vec<ProductId>, Stop> {
        let named = matches.get_many::<String>("product").unwrap_or_default();
        let known = |id: ProductId| self.opened.product(&id).map(|product| product.id);
        named.map(|found| product_id(self.lang(), "PRODUCT", found).and_then(known)).collect()
    }

    /// Says that something is on disk.
    fn done(&mut self, what: &str) -> Done {
        let lang = self.lang();
        self.context.say(said::done(lang, what))
    }
}

fn product_arg(lang: Lang) -> Arg {
    positional("product", "PRODUCT", help::product(lang))
}

/// Products by name, or a flag for all that are fit.
fn products_arg(lang: Lang, instead: &'static str) -> Arg {
    positional("product", "PRODUCT", help::products(lang))
        .num_args(1..)
        .required(false)
        .required_unless_present(instead)
}

fn reason_arg(lang: Lang) -> Arg {
    needed("reason", "T", help::reason(lang))
}

fn listed_reason_arg(lang: Lang) -> Arg {
    needed("reason", "T", help::listed_reason(lang))
}

/// A reason of the closed list by its digit or its name, with words after a colon; anything else is words.
fn reason(matches: &ArgMatches) -> Reason {
    let said = super::args::text(matches, "reason");
    let (head, rest) = said.split_once(':').unwrap_or((said, ""));
    let head = fold(&clean(head));
    let by_digit = head.parse::<usize>().ok().and_then(|digit| ReasonKind::ALL.get(digit.checked_sub(1)?)).copied();
    let kind = by_digit.or_else(|| ReasonKind::ALL.into_iter().find(|kind| reason_key(*kind) == head));
    match kind {
        Some(kind) => Reason { kind, words: clean_note(rest) },
        None => Reason { kind: ReasonKind::Other, words: clean_note(said) },
    }
}

fn reason_key(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::Understood => "understood",
        ReasonKind::Evidence => "evidence",
        ReasonKind::Slip => "slip",
        ReasonKind::Difference => "difference",
        ReasonKind::DossierPage => "dossier-page",
        ReasonKind::Other => "other",
    }
}

/// A yes or a no that the grammar promises.
fn is_yes(matches: &ArgMatches, name: &str) -> bool {
    super::args::text(matches, name) == "yes"
}

fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

/// A number that has to be among some.
fn no_such(lang: Lang, name: &str, found: &str, known: &str) -> Stop {
    bad(lang, name, found, known)
}
