//! `sheet`: one seat's own marks on one product, for that seat's eyes.

use serde_json::{Map, Value, json};

use super::results::parts;
use crate::council::{Marks, Product, Scored, SeatId};
use crate::rubric::{Criterion, LevelId, ProductSet};
use crate::session::Session;

/// The document of `sheet`: the marks as they stand in the seat's draft, with words and what is missing.
pub fn sheet(session: &Session, seat: &SeatId, product: &Product) -> Value {
    let progress = session.progress(seat, &product.id);
    let own_marks = session.own_marks(seat, &product.id);
    let Some(criteria) = session.set(&product.id) else { return Value::Null };
    let totals: Vec<u16> = criteria.parts.iter().map(|part| own_marks.part_total(&criteria, part)).collect();
    let conflicts = session.own_draft(seat, &product.id).map(crate::session::Draft::conflicts).unwrap_or_default();
    let mut by_code = marks(&criteria, &own_marks);
    for criterion in criteria.criteria() {
        let cell = own_marks.cell(&criterion.code);
        if let Some(Value::Object(fields)) = by_code.get_mut(criterion.code.as_str()) {
            fields.insert("note".to_owned(), json!(cell.note));
            fields.insert("evidence".to_owned(), json!(cell.evidence));
            fields.insert("unsure".to_owned(), json!(cell.unsure));
        }
    }
    json!({
        "seat": seat,
        "product": product.id,
        "name": product.name,
        "set": product.set,
        "state": progress.state.key(),
        "scored": progress.scored,
        "of": progress.of,
        "parts": parts(&criteria, &totals),
        "total": own_marks.total(&criteria),
        "missing": own_marks.missing(&criteria),
        "conflicts": conflicts.into_iter().map(|(code, _)| code).collect::<Vec<_>>(),
        "opinion": session.opinion(seat, &product.id),
        "marks": by_code,
    })
}

/// Every criterion of a sheet by code, in the order printed.
pub(super) fn marks(set: &ProductSet, marks: &Marks) -> Map<String, Value> {
    let mark = |criterion: &&Criterion| {
        let scored = marks.scored_on(set, criterion);
        let (value, level) = match scored {
            Scored::Unscored => ("unscored", None),
            Scored::NoneMet => ("none_met", None),
            Scored::NotApplicable => ("not_applicable", None),
            Scored::Level(level, _) => ("level", Some(level)),
        };
        let case = level.and_then(|level| criterion.level(level)?.case).and_then(|at| LevelId::at(usize::from(at)));
        let mark = json!({ "value": value, "level": level, "points": scored.points(), "case": case });
        (criterion.code.to_string(), mark)
    };
    set.criteria().iter().map(mark).collect()
}
