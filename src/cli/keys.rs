//! `keys`: every key binding of the program, from the one table.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::args::{format, text};
use super::context::Context;
use super::stop::Done;
use crate::app::keymap::{Place, table};
use crate::i18n::Lang;
use crate::i18n::cli::help;
use crate::report::json;

pub(super) fn grammar(lang: Lang) -> Command {
    Command::new("keys")
        .about(help::keys(lang))
        .override_usage("ocop-council keys [--format text|json]")
        .arg(format(lang, &["text", "json"]))
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> Done {
    if text(matches, "format") == "json" {
        let all: Vec<Value> = table()
            .map(|(place, binding)| {
                let keys: Vec<String> = binding.keys.iter().map(|key| key.notation()).collect();
                let label = json!({ "vi": (binding.label)(Lang::Vi), "en": (binding.label)(Lang::En) });
                json!({ "place": place.name(), "command": binding.name, "keys": keys, "label": label })
            })
            .collect();
        return context.print(&json::text(&Value::Array(all)));
    }
    let lang = context.lang;
    for place in Place::ALL.into_iter().filter(|place| !place.bindings().is_empty()) {
        context.say(place.title(lang))?;
        for binding in place.bindings() {
            context.say(format!("  {:<20} {}", binding.all_shown(), (binding.help)(lang)))?;
        }
    }
    Ok(())
}
