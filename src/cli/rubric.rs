//! `rubric list | show ID [SET] | check FILE`.

use std::borrow::Cow;
use std::path::Path;

use clap::{ArgMatches, Command};

use super::args::{bad, format, given, number, path, path_of, positional, text};
use super::context::Context;
use super::create::name;
use super::stop::{Done, Stop};
use crate::i18n::cli::{help, said};
use crate::i18n::{Lang, number as figures, words};
use crate::report::json;
use crate::rubric::{LevelId, ProductSet, Rubric, builtin};
use crate::store;
use crate::trouble::{Fault, FaultKind, Place};

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("rubric")
        .about(help::rubric(lang))
        .override_usage("ocop-council rubric list | show ID [SET] | check FILE")
        .subcommand_required(true)
        .subcommand(
            Command::new("list")
                .about(help::rubric_list(lang))
                .override_usage("ocop-council rubric list [--format text|json]")
                .arg(format(lang, &["text", "json"])),
        )
        .subcommand(
            Command::new("show")
                .about(help::rubric_show(lang))
                .override_usage("ocop-council rubric show ID|FILE [SET] [--format text|json]")
                .arg(positional("id", "ID|FILE", help::rubric_id(lang)))
                .arg(positional("set", "SET", help::set_no(lang)).required(false))
                .arg(format(lang, &["text", "json"])),
        )
        .subcommand(
            Command::new("check")
                .about(help::rubric_check(lang))
                .override_usage("ocop-council rubric check FILE")
                .arg(path("file", "FILE", help::file(lang))),
        )
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    match matches.subcommand() {
        Some(("list", matches)) => list(context, matches),
        Some(("show", matches)) => show(context, matches),
        Some(("check", matches)) => check(context, matches),
        _ => Ok(()),
    }
}

/// The rubric of this id, or of this file; the one in force where nothing is said.
pub(super) fn rubric_of(said: Option<&str>) -> Result<Cow<'static, Rubric>, Stop> {
    match said {
        None => Ok(Cow::Borrowed(builtin::default())),
        Some(said) => match builtin::rubric(said) {
            Some(known) => Ok(Cow::Borrowed(known)),
            None => read(Path::new(said)).map(Cow::Owned),
        },
    }
}

fn read(path: &Path) -> Result<Rubric, Stop> {
    let bytes = store::read_document(path)?;
    let not_text = |_| vec![Fault { place: Place::file(name(path)), what: FaultKind::NotText }];
    let text = std::str::from_utf8(&bytes).map_err(not_text)?;
    Ok(builtin::read(&name(path), text.strip_prefix('\u{feff}').unwrap_or(text))?)
}

fn list(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let known = || builtin::ids().iter().filter_map(|id| builtin::rubric(id));
    if text(matches, "format") == "json" {
        return context.print(&json::text(&json::rubrics(known())));
    }
    let lang = context.lang;
    known().try_for_each(|rubric| {
        let date = figures::date(&rubric.head.in_force);
        context.say(said::rubric_line(lang, &rubric.head.id, lang.of(&rubric.head.title), &date))
    })
}

fn show(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let rubric = rubric_of(given(matches, "id"))?;
    let set = match number::<u8>(lang, matches, "set")? {
        None => None,
        Some(no) => {
            let known = || rubric.sets.iter().map(|set| set.no.to_string()).collect::<Vec<_>>().join(", ");
            Some(rubric.set(no).ok_or_else(|| bad(lang, "SET", &no.to_string(), &known()))?)
        }
    };
    if text(matches, "format") == "json" {
        let document = set.map_or_else(|| crate::rubric::json::sheet_json(&rubric), crate::rubric::json::set_json);
        return context.print(&json::text(&document));
    }
    match set {
        Some(set) => say_set(context, set),
        None => rubric.sets.iter().try_for_each(|set| {
            context.say(format!(
                "{}  {} · {}",
                words::product_set(lang, set.no),
                lang.of(&set.name),
                lang.of(&set.group)
            ))
        }),
    }
}

fn say_set(context: &mut Context<'_>, set: &ProductSet) -> Done {
    let lang = context.lang;
    context.say(format!("{}  {}", words::product_set(lang, set.no), lang.of(&set.name)))?;
    for part in &set.parts {
        context.say(format!("\n{} {} ({})", part.code, lang.of(&part.name), said::max_points(lang, part.max)))?;
        for criterion in part.criteria() {
            let max = said::max_points(lang, criterion.max);
            context.say(format!("  {} {} ({max})", criterion.code, lang.of(&criterion.name)))?;
            let mut case = None;
            for (id, level) in (0..).map_while(LevelId::at).zip(&criterion.levels) {
                if level.case != case {
                    case = level.case;
                    let letter = case.and_then(|at| LevelId::at(usize::from(at)));
                    if let (Some(at), Some(letter)) = (case, letter) {
                        let words = criterion.cases.get(usize::from(at)).map_or("", |words| lang.of(words));
                        context.say(format!("    {}", said::case_name(lang, &letter.to_string(), words)))?;
                    }
                }
                let least = level.minimum_for.map(|star| said::least_for(lang, star.number()));
                let least = least.map(|least| format!(" [{least}]")).unwrap_or_default();
                context.say(format!("    {id} {:>2}  {}{least}", level.points, lang.of(&level.text)))?;
            }
        }
    }
    for ground in &set.grounds {
        context.say(format!("  ! {}: {}", ground.id, lang.of(&ground.text)))?;
    }
    Ok(())
}

fn check(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let file = path_of(matches, "file");
    let rubric = read(file)?;
    context.say(said::rubric_sound(context.lang, &name(file), rubric.sets.len()))
}
