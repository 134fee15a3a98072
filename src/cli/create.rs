//! `new`: a session from lists. A list that is wrong leaves nothing behind.

use std::path::Path;
use std::sync::Arc;

use clap::{ArgMatches, Command};

use super::args::{dir, file, flag, given, needed, option, path_of, text};
use super::context::{Context, nonce};
use super::rubric::rubric_of;
use super::stop::{Done, Stop};
use crate::council::draft::Lapsed;
use crate::council::{Draft, Purpose, Rules};
use crate::i18n::Lang;
use crate::i18n::cli::{help, said};
use crate::i18n::number::date;
use crate::intake::charter::Called;
use crate::intake::{charter, council, products, rules};
use crate::store::{self, Places};

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("new")
        .about(help::new(lang))
        .override_usage(
            "ocop-council new DIR --title T --products FILE --council FILE [--rubric ID|FILE] [--rules FILE|PRESET] [--archived]",
        )
        .arg(dir(lang))
        .arg(needed("title", "T", help::title(lang)))
        .arg(file("products", "FILE", help::products_file(lang)).required(true))
        .arg(file("council", "FILE", help::council_file(lang)).required(true))
        .arg(option("rubric", "ID|FILE", help::rubric_of(lang)))
        .arg(option("rules", "FILE|PRESET", help::rules_of(lang)))
        .arg(option("place", "T", help::place(lang)))
        .arg(option("date", "YYYY-MM-DD", help::date(lang)))
        .arg(option("decision", "T", help::decision(lang)))
        .arg(flag("rehearsal", help::rehearsal(lang)))
        .arg(flag("archived", help::archived(lang)))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let path = path_of(matches, "dir");
    let rubric = rubric_of(given(matches, "rubric"))?;
    let rules = rules_of(given(matches, "rules"))?;
    let (list, council_list) = (path_of(matches, "products"), path_of(matches, "council"));
    let against = products::Against { sets: &rubric.sets, total: rubric.head.total, taken: &[] };
    let products = products::read(&name(list), &store::read_document(list)?, against);
    let seats = council::read(&name(council_list), &store::read_document(council_list)?, &rules);
    let (products, seats) = match (products, seats) {
        (Ok(products), Ok(seats)) => (products, seats),
        (products, seats) => {
            return Err(products.err().into_iter().chain(seats.err()).flatten().collect::<Vec<_>>().into());
        }
    };
    let draft = Draft {
        title: text(matches, "title").to_owned(),
        place: text(matches, "place").to_owned(),
        date: text(matches, "date").to_owned(),
        decision: text(matches, "decision").to_owned(),
        purpose: if matches.get_flag("rehearsal") { Purpose::Rehearsal } else { Purpose::Sitting },
        lapsed: if matches.get_flag("archived") { Lapsed::Meant } else { Lapsed::Refused },
        rubric: Arc::new(rubric.into_owned()),
        rules,
        seats,
        products,
    };
    let (council, products) = (name(council_list), name(list));
    let called =
        Called { title: "--title", date: "--date", rubric: "--rubric", council: &council, products: &products };
    let charter = charter::build(draft, nonce(), called)?;
    store::create(path, &charter)?;
    let shown = name(path);
    context.say(said::created(lang, &charter.title, &shown, charter.products.len(), charter.seats.len()))?;
    if let Some(lapse) = &charter.rubric.lapsed {
        context.say(said::uses_lapsed(lang, &charter.rubric.decision, &date(&lapse.on), &lapse.replaced_by))?;
    }
    if Places::is_temporary(path) {
        context.say(said::temporary(lang, &shown))?;
    }
    context.say(said::next(lang, &format!("ocop-council open {shown}")))
}

fn rules_of(named: Option<&str>) -> Result<Rules, Stop> {
    match named {
        None => Ok(Rules::default()),
        Some(named) => match Rules::preset(named) {
            Some(rules) => Ok(rules),
            None => Ok(rules::read(named, &store::read_document(Path::new(named))?)?),
        },
    }
}

/// A path as the person wrote it.
pub(super) fn name(path: &Path) -> String {
    path.display().to_string()
}
