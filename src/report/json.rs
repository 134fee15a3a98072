//! The JSON that scripts and offices rely on: English keys, fixed names, fixed order. One file per document.
//!
//! A product that is not open (blind, closed, contested) has the same keys: scalars are `null`, lists empty, and its
//! sheets show seat and state, nothing else. Not a total, not a mean, not an order leaves.

mod results;
mod sheet;
mod status;

use serde_json::{Value, json};

pub use results::{disputes, results};
pub use sheet::sheet;
pub use status::status;

use super::Problem;
use crate::council::{AtLimit, Fraction, MinimaRule, Purpose, Quorum, Rules};
use crate::rubric::Rubric;
use crate::session::Session;

/// A document as text: indented, ending in a line feed.
pub fn text(document: &Value) -> String {
    format!("{document:#}\n")
}

/// The built-in rubrics, or any others, for `rubric list`.
pub fn rubrics<'a>(rubrics: impl IntoIterator<Item = &'a Rubric>) -> Value {
    let rubrics: Vec<Value> = rubrics
        .into_iter()
        .map(|rubric| {
            let title = json!({ "vi": rubric.head.title.vi, "en": rubric.head.title.en });
            json!({ "id": rubric.head.id, "title": title, "in_force": rubric.head.in_force })
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
        "sealed": session.sealed().is_some(),
        "presiding": session.presiding(),
        "rules": rules(&charter.rules),
    })
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
        "minima": match rules.minima {
            MinimaRule::Mean => "mean",
            MinimaRule::Majority => "majority",
            MinimaRule::Every => "every",
        },
        "minimum_agreement": [num, den],
        "secretary_scores": rules.secretary_scores,
        "secretary_records": rules.secretary_records,
        "decimals": rules.decimals,
    })
}

fn problems(problems: &[Problem]) -> Value {
    let one = |problem: &Problem| {
        json!({
            "kind": problem.kind,
            "seat": problem.seat,
            "log": problem.log,
            "product": problem.product,
            "what": problem.what,
        })
    };
    problems.iter().map(one).collect()
}
