//! `verify`: everything computed again from charter and logs.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::args::{bad, dir, format, given, option, path_of, text};
use super::context::Context;
use super::problems::line_fault;
use super::stop::{Done, Stop};
use crate::council::Hash;
use crate::i18n::cli::{files, help};
use crate::i18n::{Lang, refusal, trouble};
use crate::report::json;
use crate::store::{Against, Broken, BrokenKind, IgnoredKind, Proves, Verification, verify};

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("verify")
        .about(help::verify(lang))
        .override_usage("ocop-council verify DIR [--against HASH|DIR] [--format text|json]")
        .arg(dir(lang))
        .arg(option("against", "HASH|DIR", help::against(lang)))
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let against = given(matches, "against").map(|said| against(context.lang, said)).transpose()?;
    let found = verify(path_of(matches, "dir"), against.as_ref())?;
    if text(matches, "format") == "json" {
        context.print(&json::text(&document(context.lang, &found)))?;
    } else {
        say(context, &found)?;
    }
    if found.ok { Ok(()) } else { Err(Stop::Checked) }
}

/// A seal as written on paper – in groups, in either case – or the path of another copy.
fn against(lang: Lang, said: &str) -> Result<Against, Stop> {
    let hex: String =
        said.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_lowercase()).collect();
    match Hash::parse(&hex) {
        Some(seal) => Ok(Against::Seal(seal)),
        None if Path::new(said).is_dir() => Ok(Against::Folder(PathBuf::from(said))),
        None => Err(bad(lang, "--against", said, help::seal_expected(lang))),
    }
}

/// The document of `--format json`. `contested` counts the matters that stand in two ways in a session that is not sealed
/// (0 in a sealed one): what `status` lists as `contested` and `conflict`. They make no file unsound, so `ok` and the exit
/// code do not depend on them.
fn document(lang: Lang, found: &Verification) -> Value {
    let problem =
        |broken: &Broken| json!({ "file": broken.file, "record": broken.record, "what": what(lang, &broken.what) });
    json!({
        "ok": found.ok,
        "sealed": found.sealed,
        "proves": match found.proves { Proves::Consistency => "consistency", Proves::Identity => "identity" },
        "seal": found.seal,
        "problems": found.problems.iter().map(problem).collect::<Vec<_>>(),
        "ignored": found
            .ignored
            .iter()
            .map(|one| json!({ "file": one.file, "what": ignored(lang, one.what) }))
            .collect::<Vec<_>>(),
        "other_seals": found.other_seals,
        "after_seal": found
            .after_seal
            .iter()
            .map(|after| json!({ "log": after.log, "record": after.position, "entry": after.entry }))
            .collect::<Vec<_>>(),
        "contested": found.contested,
    })
}

fn say(context: &mut Context<'_>, found: &Verification) -> Done {
    let lang = context.lang;
    context.say(match (found.ok, found.proves) {
        (false, _) => files::not_verified(lang),
        (true, Proves::Identity) => files::verified_identity(lang),
        (true, Proves::Consistency) => files::verified(lang),
    })?;
    match found.seal {
        Some(seal) => context.say(files::seal(lang, &seal.to_string()))?,
        None if found.problems.iter().any(|broken| broken.what == BrokenKind::NoSessionFile) => {}
        None => context.say(files::not_sealed_yet(lang))?,
    }
    if found.ok && found.sealed && found.proves == Proves::Consistency {
        context.say(files::only_consistency(lang))?;
    }
    if found.contested > 0 {
        context.say(files::stand_two_ways(lang, found.contested))?;
    }
    for broken in &found.problems {
        let line = broken.record.map(|record| format!(", {}", files::line(lang, record))).unwrap_or_default();
        context.say(format!("  {}{line}: {}", broken.file, what(lang, &broken.what)))?;
    }
    for one in &found.ignored {
        context.say(format!("  {}: {}", one.file, ignored(lang, one.what)))?;
    }
    for seal in &found.other_seals {
        context.say(format!("  {}", files::seal_elsewhere(lang, &seal.to_string())))?;
    }
    match found.after_seal.len() {
        0 => Ok(()),
        count => context.say(files::after_seal(lang, count)),
    }
}

fn ignored(lang: Lang, what: IgnoredKind) -> &'static str {
    match what {
        IgnoredKind::Foreign => files::foreign(lang),
        IgnoredKind::Stray => files::stray(lang),
        IgnoredKind::MadeGood => files::made_good(lang),
    }
}

fn what(lang: Lang, kind: &BrokenKind) -> String {
    match kind {
        BrokenKind::Unread(why) => trouble::kind(lang, why),
        BrokenKind::Line(fault) => line_fault(lang, *fault).to_owned(),
        BrokenKind::DamagedLog => files::damaged_log(lang).to_owned(),
        BrokenKind::SealedPartMissing(log) => files::sealed_part_missing(lang, log.as_str()),
        BrokenKind::NoSeal => files::no_seal(lang).to_owned(),
        BrokenKind::NoSessionFile => files::no_session_file(lang).to_owned(),
        BrokenKind::Field(field) => files::field(lang, field),
        BrokenKind::NotReady(why) => refusal::refusal(lang, why),
        BrokenKind::OtherSeal(seal) => files::other_seal(lang, &seal.to_string()),
    }
}
