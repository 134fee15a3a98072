//! `rehearse`: a session with invented products and invented marks, for training and for trying the program. The same
//! seed gives the same products and marks; only the session's identity is its own.

mod dice;
mod invent;
mod sitting;

use std::str::FromStr;

use clap::{ArgMatches, Command};

use super::args::{bad, dir, number, option, path_of, text, words};
use super::context::{Context, nonce};
use super::create::name;
use super::opened::Opened;
use super::stop::{Done, Stop};
use crate::council::Rules;
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};
use crate::rubric::builtin;
use crate::store;
use dice::Dice;

/// Most products and seats, and the fewest seats that the default rules can open sheets with.
const MOST_PRODUCTS: usize = 200;
const SEATS: std::ops::RangeInclusive<usize> = 3..=30;

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("rehearse")
        .about(help::rehearse(lang))
        .override_usage("ocop-council rehearse DIR [--products N] [--seats K] [--seed S] [--state open|scored|locked] [--title T]")
        .arg(dir(lang))
        .arg(option("products", "N", help::how_many(lang)).default_value("12"))
        .arg(option("seats", "K", help::how_many_seats(lang)).default_value("7"))
        .arg(option("seed", "S", help::seed(lang)).default_value("1"))
        .arg(
            option("state", "STATE", help::state(lang))
                .value_parser(["open", "scored", "locked"])
                .default_value("open"),
        )
        .arg(option("title", "T", help::title(lang)).default_value("Phiên tập dượt"))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let path = path_of(matches, "dir");
    let products = within(lang, matches, "products", &(1..=MOST_PRODUCTS))?;
    let seats = within(lang, matches, "seats", &SEATS)?;
    let mut dice = Dice::new(read(lang, matches, "seed")?);
    let mut charter = invent::charter(builtin::default(), Rules::default(), products, seats, nonce(), &mut dice);
    charter.title = words(matches, "title");
    store::create(path, &charter)?;
    let mut opened = Opened::read(path)?;
    match text(matches, "state") {
        "locked" => {
            sitting::score_all(context, &mut opened, &mut dice)?;
            sitting::lock_all(context, &mut opened)?;
        }
        "scored" => sitting::score_all(context, &mut opened, &mut dice)?,
        _ => sitting::begin(context, &mut opened, &mut dice)?,
    }
    let shown = name(path);
    context.say(said::created(lang, &charter.title, &shown, charter.products.len(), charter.seats.len()))?;
    context.say(said::next(lang, &format!("ocop-council open {shown}")))
}

fn read<N: FromStr + Default>(lang: Lang, matches: &ArgMatches, name: &str) -> Result<N, Stop> {
    Ok(number(lang, matches, name)?.unwrap_or_default())
}

fn within(
    lang: Lang,
    matches: &ArgMatches,
    name: &str,
    range: &std::ops::RangeInclusive<usize>,
) -> Result<usize, Stop> {
    let found: usize = read(lang, matches, name)?;
    if range.contains(&found) {
        return Ok(found);
    }
    Err(bad(lang, &format!("--{name}"), &found.to_string(), &format!("{}–{}", range.start(), range.end())))
}
