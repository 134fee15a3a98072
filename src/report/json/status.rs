//! `status`: what each product waits for and how far each sheet is. Nothing that the reveal has not opened.

use serde_json::{Value, json};

use super::super::Problem;
use crate::council::Product;
use crate::session::{Session, Waiting};

/// The document of `status`.
pub fn status(session: &Session, problems: &[Problem]) -> Value {
    json!({
        "session": super::session(session),
        "products": session.products().iter().map(|one| product(session, one)).collect::<Vec<_>>(),
        "problems": super::problems(problems),
    })
}

fn product(session: &Session, product: &Product) -> Value {
    let sheet = |seat| {
        let progress = session.progress(&seat, &product.id);
        json!({ "seat": seat, "state": progress.state.key(), "scored": progress.scored, "of": progress.of })
    };
    json!({
        "id": product.id,
        "phase": session.phase(&product.id).name().key(),
        "waiting_for": session.waiting_for(&product.id).iter().map(waiting).collect::<Vec<_>>(),
        "sheets": session.scoring_seats().into_iter().map(sheet).collect::<Vec<_>>(),
    })
}

/// What a product waits for: its kind, and what belongs to that kind.
fn waiting(waiting: &Waiting) -> Value {
    match waiting {
        Waiting::Sheet { seat, scored, of } => json!({ "kind": "sheet", "seat": seat, "scored": scored, "of": of }),
        Waiting::Choice(seat) => json!({ "kind": "choice", "seat": seat }),
        Waiting::Ground { seat, ground, words, .. } => {
            json!({ "kind": "ground", "seat": seat, "ground": ground, "words": words })
        }
        Waiting::Reveal => json!({ "kind": "reveal" }),
        Waiting::Things(count) => json!({ "kind": "things", "count": count }),
        Waiting::Lock => json!({ "kind": "lock" }),
        Waiting::Settling => json!({ "kind": "settling" }),
        Waiting::Late(seat) => json!({ "kind": "late", "seat": seat }),
    }
}
