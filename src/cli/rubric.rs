//! `rubric list | show ID [SET] | check FILE | export ID [FILE] | template [FILE]`.

use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use super::args::{bad, format, given, path, path_of, positional, text};
use super::context::Context;
use super::create::name;
use super::stop::{Done, Stop};
use crate::i18n::cli::{help, said};
use crate::i18n::{Lang, number as figures, trouble};
use crate::report::json;
use crate::report::rubric::{file, sheet};
use crate::rubric::json::{set_json, sheet_json};
use crate::rubric::{ProductSet, Rubric, builtin, choose};
use crate::store;
use crate::trouble::{Doing, Failure, FaultKind, text_of};

/// The width of a sheet where the terminal does not say its own.
const WIDTH: usize = 80;

pub(super) fn grammar(lang: Lang) -> Command {
    let to = || path("file", "FILE", help::rubric_to(lang)).required(false);
    Command::new("rubric")
        .about(help::rubric(lang))
        .override_usage("ocop-council rubric list | show ID [SET] | check FILE | export ID [FILE] | template [FILE]")
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
                .arg(positional("set", "SET", help::rubric_set(lang)).required(false))
                .arg(format(lang, &["text", "json"])),
        )
        .subcommand(
            Command::new("check")
                .about(help::rubric_check(lang))
                .override_usage("ocop-council rubric check FILE")
                .arg(path("file", "FILE", help::file(lang))),
        )
        .subcommand(
            Command::new("export")
                .about(help::rubric_export(lang))
                .override_usage("ocop-council rubric export ID|FILE [FILE]")
                .arg(positional("id", "ID|FILE", help::rubric_id(lang)))
                .arg(to()),
        )
        .subcommand(
            Command::new("template")
                .about(help::rubric_template(lang))
                .override_usage("ocop-council rubric template [FILE]")
                .arg(to()),
        )
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    match matches.subcommand() {
        Some(("list", matches)) => list(context, matches),
        Some(("show", matches)) => show(context, matches),
        Some(("check", matches)) => check(context, matches),
        Some(("export", matches)) => {
            let rubric = rubric_of(given(matches, "id"))?;
            write(context, matches, &rubric)
        }
        Some(("template", matches)) => write(context, matches, builtin::example()),
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
    let text = text_of(&name(path), &bytes, builtin::LIMIT).map_err(|fault| vec![fault])?;
    Ok(builtin::read(&name(path), text)?)
}

fn list(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let known = || builtin::ids().into_iter().filter_map(builtin::rubric);
    if text(matches, "format") == "json" {
        return context.print(&json::text(&json::rubrics(known())));
    }
    let lang = context.lang;
    known().try_for_each(|rubric| {
        let head = &rubric.head;
        let date = figures::date(&head.in_force);
        context.say(said::rubric_line(lang, &head.id, lang.of(&head.title), &date))?;
        if let Some(lapse) = &head.lapsed {
            context.say(said::rubric_lapsed(lang, &figures::date(&lapse.on), &lapse.replaced_by))?;
        }
        if head.minima_unknown.is_some() {
            context.say(said::rubric_minima_unknown(lang))?;
        } else if head.lapsed.is_some() {
            context.say(said::rubric_archived(lang))?;
        }
        let unsound: Vec<String> =
            rubric.sets.iter().filter(|set| set.unsound.is_some()).map(|set| set.no.to_string()).collect();
        context.say(said::rubric_sets(lang, rubric.sets.len() - unsound.len()))?;
        if !unsound.is_empty() {
            context.say(said::rubric_unsound(lang, &unsound.join(", ")))?;
        }
        context.say(said::rubric_digest(lang, &head.digest))
    })?;
    context.say(said::rubric_prevails(lang))
}

fn show(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let rubric = rubric_of(given(matches, "id"))?;
    let set = given(matches, "set").map(|named| find(lang, &rubric, named)).transpose()?;
    if text(matches, "format") == "json" {
        let document = set.map_or_else(|| sheet_json(&rubric), |set| set_json(&rubric, set));
        return context.print(&json::text(&document));
    }
    let cells = columns().unwrap_or(WIDTH);
    context.print(&match set {
        Some(set) => sheet::sheet(lang, &rubric, set, cells),
        None => sheet::contents(lang, &rubric, cells),
    })
}

/// A set to look at: any, sound or not.
fn find<'a>(lang: Lang, rubric: &'a Rubric, named: &str) -> Result<&'a ProductSet, Stop> {
    match choose::set(&rubric.sets, named) {
        Ok(set) => Ok(set),
        Err(FaultKind::UnsoundSet { set, .. }) => Ok(rubric.set(set).expect("it was found by its number")),
        Err(_) => {
            let known = rubric.sets.iter().map(|set| set.no.to_string()).collect::<Vec<_>>().join(", ");
            Err(bad(lang, "SET", named, &known))
        }
    }
}

/// How wide the terminal says it is, where it says so.
fn columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.trim().parse().ok()
}

/// Checks a file: every fault, a line each, in the order of the file.
fn check(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let path = path_of(matches, "file");
    match read(path) {
        Ok(rubric) => context.say(said::rubric_sound(lang, &name(path), rubric.sets.len())),
        Err(Stop::Faults(faults)) => {
            faults.iter().for_each(|fault| Context::remark(&trouble::fault(lang, fault)));
            Err(Stop::Check(said::rubric_faults(lang, &name(path), faults.len())))
        }
        Err(other) => Err(other),
    }
}

/// Writes a rubric as one file, or prints it. A file that is there is never written over: it may be somebody's work.
fn write(context: &mut Context<'_>, matches: &ArgMatches, rubric: &Rubric) -> Done {
    let lang = context.lang;
    let text = file::file(lang, rubric);
    let Some(path) = matches.get_one::<PathBuf>("file") else { return context.print(&text) };
    if path.symlink_metadata().is_ok() {
        return Err(Failure::new(Doing::Existing, path, ErrorKind::AlreadyExists.into()).into());
    }
    store::write_document(path, text.as_bytes())?;
    context.say(said::rubric_written(lang, &name(path)))?;
    context.say(said::next(lang, &format!("ocop-council rubric check {}", name(path))))
}
