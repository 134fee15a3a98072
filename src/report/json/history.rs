//! `history`: every entry that the table may see, in reading order. No mark, no word of a sheet that is not open.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::council::{Act, Author, Content, Entry, EntryId, ProductId};
use crate::i18n::{Lang, history as say};
use crate::session::{Lateness, Session, Sight, Standing};

/// The document of `history`, of one product or one author where asked.
pub fn history(session: &Session, product: Option<&ProductId>, author: Option<&Author>) -> Value {
    let reader = session.reader(None);
    let late: HashMap<EntryId, Lateness> =
        session.product_ids().iter().flat_map(|product| session.lateness(product)).collect();
    let entries: Vec<Value> = session
        .history()
        .into_iter()
        .filter(|(entry, _)| reader.sees(entry) != Sight::Hidden)
        .filter(|(entry, _)| author.is_none_or(|author| entry.author == *author))
        .filter(|(entry, _)| product.is_none() || product_of(entry) == product)
        .map(|(entry, standing)| one(session, entry, standing, late.get(&entry.id)))
        .collect();
    json!({ "session": super::session(session), "entries": entries })
}

fn product_of(entry: &Entry) -> Option<&ProductId> {
    match &entry.content {
        Content::Known(act) => act.product(),
        Content::Unknown => None,
    }
}

fn one(session: &Session, entry: &Entry, standing: &Standing, late: Option<&Lateness>) -> Value {
    let told = |lang| say::told(lang, session, entry, standing, late);
    let (vi, en) = (told(Lang::Vi), told(Lang::En));
    let (act, by) = match &entry.content {
        Content::Known(act) => match &**act {
            Act::Desk(by, _) => (Some(act.key()), Some(by)),
            Act::Seat(_) => (Some(act.key()), None),
        },
        Content::Unknown => (None, None),
    };
    json!({
        "entry": entry.id,
        "at": entry.at,
        "author": entry.author.to_string(),
        "presiding": by.map(|by| &by.presiding),
        "entered": by.map(|by| &by.entered),
        "product": product_of(entry),
        "act": act,
        "text": { "vi": vi.what, "en": en.what },
        "standing": match standing {
            Standing::Effective => "effective",
            Standing::Waiting => "waiting",
            Standing::Void(_) => "void",
            Standing::Unknown => "unknown",
        },
        "late": late.and_then(|late| match late {
            Lateness::No => None,
            Lateness::Open => Some("open"),
            Lateness::LeftOut(_) => Some("left_out"),
        }),
        "why": vi.standing.zip(en.standing).map(|(vi, en)| json!({ "vi": vi, "en": en })),
    })
}
