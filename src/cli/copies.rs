//! Copies of a session: `copy` to a stick or another folder, `backups` kept on this machine, `restore` of one.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::args::{dir, format, path, path_of, text};
use super::carry::say_lines;
use super::context::Context;
use super::create::name;
use super::stop::{Done, Stop};
use crate::council::Copied;
use crate::i18n::Lang;
use crate::i18n::carry::{self as say, Line};
use crate::i18n::cli::{help, said};
use crate::report::json;
use crate::store::{self, Folder, Places};

pub(super) fn copy_grammar(lang: Lang) -> Command {
    Command::new("copy")
        .about(help::copy(lang))
        .override_usage("ocop-council copy DIR TARGET [--format text|json]")
        .arg(dir(lang))
        .arg(path("target", "TARGET", help::copy_target(lang)))
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn copy(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let copied = store::copy(path_of(matches, "dir"), path_of(matches, "target"))?;
    say_copied(context, matches, &copied, say::copy)
}

pub(super) fn backups_grammar(lang: Lang) -> Command {
    let session = Arg::new("dir").value_name("DIR").help(help::backups_dir(lang)).value_parser(value_parser!(PathBuf));
    Command::new("backups")
        .about(help::backups(lang))
        .override_usage("ocop-council backups [DIR] [--format text|json]")
        .arg(session)
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn backups(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let lang = context.lang;
    let mut kept = store::kept(context.places()?)?;
    if let Some(dir) = matches.get_one::<PathBuf>("dir") {
        let id = Folder::open(dir)?.id();
        kept.retain(|kept| kept.session == id);
    }
    if text(matches, "format") == "json" {
        return context.print(&json::text(&json::kept(&kept)));
    }
    if kept.is_empty() {
        return context.say(say::no_kept(lang));
    }
    let mut title = None;
    for one in &kept {
        if title != Some(one.session) {
            context.say(&one.title)?;
            title = Some(one.session);
        }
        context.say(format!("  {}\n    {}", say::kept(lang, one), name(&one.path)))?;
    }
    context.say(say::kept_how(lang))
}

pub(super) fn restore_grammar(lang: Lang) -> Command {
    Command::new("restore")
        .about(help::restore(lang))
        .override_usage("ocop-council restore COPY DIR [--format text|json]")
        .arg(path("copy", "COPY", help::restore_copy(lang)))
        .arg(path("dir", "DIR", help::restore_dir(lang)))
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn restore(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    let copied = store::restore(path_of(matches, "copy"), path_of(matches, "dir"))?;
    say_copied(context, matches, &copied, say::restore)
}

fn say_copied(
    context: &mut Context<'_>,
    matches: &ArgMatches,
    copied: &Copied,
    words: fn(Lang, &Copied) -> Vec<Line>,
) -> Done {
    let lang = context.lang;
    // A session below the temporary folder may vanish.
    let temporary = Places::is_temporary(&copied.path);
    if text(matches, "format") == "json" {
        context.print(&json::text(&json::copied(lang, copied, temporary)))?;
    } else {
        say_lines(context, &words(lang, copied))?;
        if temporary {
            context.say(said::temporary(lang, &name(&copied.path)))?;
        }
    }
    // The bytes are there and read back the same, so the stick may go; what they say lacks something all the same.
    if copied.is_whole() { Ok(()) } else { Err(Stop::Checked) }
}
