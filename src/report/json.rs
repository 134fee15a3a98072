//! The JSON that scripts and offices rely on: English keys, fixed names, fixed order. One file per document.
//!
//! A product that is not open (blind, closed, contested) has the same keys: scalars are `null`, lists empty, and its
//! sheets show seat and state, nothing else. Not a total, not a mean, not an order leaves.

mod carry;
mod history;
mod results;
mod sheet;
mod status;
mod why;

use serde_json::{Value, json};

pub use carry::{copied, handed, kept, merged};
pub use history::history;
pub use results::{disputes, results, results_under_rules};
pub use sheet::sheet;
pub use status::status;
pub use why::why;

use super::Problem;
use crate::council::{AtLimit, Fraction, Purpose, Quorum, Rules};
use crate::rubric::{self, Rubric, RubricHead};
use crate::session::Session;
use crate::text::is_hostile;

/// A document as text: indented, ending in a line feed. What would steer a terminal – paths pass no border – is escaped.
pub fn text(document: &Value) -> String {
    let text = format!("{document:#}\n");
    if !text.chars().any(|c| c != '\n' && is_hostile(c)) {
        return text;
    }
    text.chars().fold(String::new(), |mut safe, c| {
        if c != '\n' && is_hostile(c) {
            safe.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            safe.push(c);
        }
        safe
    })
}

/// The built-in rubrics, or any others, for `rubric list`.
pub fn rubrics<'a>(rubrics: impl IntoIterator<Item = &'a Rubric>) -> Value {
    let rubrics: Vec<Value> = rubrics
        .into_iter()
        .map(|rubric| {
            let head = &rubric.head;
            let unsound = rubric.sets.iter().filter(|set| set.unsound.is_some()).map(|set| set.no);
            json!({
                "id": head.id,
                "title": { "vi": head.title.vi, "en": head.title.en },
                "in_force": head.in_force,
                "decision": head.decision,
                "source": { "vi": head.source.vi, "en": head.source.en },
                "current": head.current,
                "lapsed": head.lapsed.as_ref().map(|lapse| json!({ "on": lapse.on, "replaced_by": lapse.replaced_by })),
                "minima_known": head.minima_unknown.is_none(),
                "digest": head.digest,
                "sets": rubric.sets.len(),
                "unsound": unsound.collect::<Vec<u8>>(),
            })
        })
        .collect();
    json!({ "rubrics": rubrics })
}

/// What identifies a session and its rules.
fn session(session: &Session) -> Value {
    let charter = session.charter();
    json!({
        "id": session.id(),
        "title": charter.title,
        "purpose": match charter.purpose { Purpose::Sitting => "sitting", Purpose::Rehearsal => "rehearsal" },
        "place": charter.place,
        "date": charter.date,
        "rubric": charter.rubric.id,
        "law": law(&charter.rubric),
        "sealed": session.sealed().is_some(),
        "as_of": as_of(session),
        "presiding": session.presiding(),
        "rules": rules(&charter.rules),
    })
}

/// The decision the charter froze. `digest` is empty in the oldest charters.
fn law(head: &RubricHead) -> Value {
    json!({
        "decision": head.decision,
        "in_force": head.in_force,
        "lapsed": head.lapsed.as_ref().map(|lapse| json!({ "on": lapse.on, "replaced_by": lapse.replaced_by })),
        "minima_known": head.minima_unknown.is_none(),
        "origin": rubric::json::origin(head.origin),
        "digest": head.digest,
    })
}

/// Of a past: its last entry.
fn as_of(session: &Session) -> Value {
    match session.until().and_then(|last| session.entry(last)) {
        Some((entry, _)) => json!({ "entry": entry.id, "at": entry.at }),
        None => Value::Null,
    }
}

fn rules(rules: &Rules) -> Value {
    let Fraction(num, den) = rules.minimum_agreement;
    json!({
        "quorum": match rules.quorum {
            Quorum::Fraction(num, den) => json!({ "fraction": [num, den] }),
            Quorum::Seats(seats) => json!({ "seats": seats }),
        },
        "min_sheets": rules.min_sheets,
        "spread_limit": rules.spread_limit,
        "spread_at_limit": match rules.spread_at_limit { AtLimit::Allowed => "allowed", AtLimit::Flagged => "flagged" },
        "minima": rules.minima.key(),
        "minimum_agreement": [num, den],
        "secretary_scores": rules.secretary_scores,
        "secretary_records": rules.secretary_records,
        "decimals": rules.decimals,
    })
}

/// `ways` holds, of what stands in two ways before everyone, each way in words; it is empty for anything else.
fn problems(problems: &[Problem]) -> Value {
    let one = |problem: &Problem| {
        json!({
            "kind": problem.kind,
            "seat": problem.seat,
            "log": problem.log,
            "product": problem.product,
            "what": problem.what,
            "ways": problem.ways,
        })
    };
    problems.iter().map(one).collect()
}
