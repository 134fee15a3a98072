//! `why`: the page "why this star", statement by statement, each as a sentence in both languages.

use serde_json::{Value, json};

use crate::council::ProductId;
use crate::i18n::{Lang, why as say};
use crate::session::{Session, Statement};

/// The document of `why`. Of a blind product it holds one statement: that it is blind.
pub fn why(session: &Session, product: &ProductId) -> Value {
    let statement = |statement: &Statement| {
        let event = match statement {
            Statement::Event(event) => Some(event),
            _ => None,
        };
        json!({
            "chapter": statement.chapter().key(),
            "kind": statement.key(),
            "entry": event.map(|event| event.entry),
            "at": event.map(|event| event.at.as_str()),
            "text": {
                "vi": say::sentence(Lang::Vi, session, product, statement),
                "en": say::sentence(Lang::En, session, product, statement),
            },
        })
    };
    json!({
        "session": super::session(session),
        "product": product,
        "name": session.product(product).map(|product| product.name),
        "phase": session.phase(product).name().key(),
        "statements": session.why(product).iter().map(statement).collect::<Vec<_>>(),
    })
}
