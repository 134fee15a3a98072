//! `results` and `disputes`: what the open sheets of every product say.

use serde_json::{Map, Value, json};

use super::super::Problem;
use super::sheet::marks;
use crate::council::{Act, By, Content, DeskAct, EntryId, Forward, Product, ResultLine};
use crate::rubric::ProductSet;
use crate::session::{Phase, Session, Thing};
use crate::verdict::{MinimumFinding, Verdict};

/// The document of `results`.
pub fn results(session: &Session, problems: &[Problem]) -> Value {
    json!({
        "session": super::session(session),
        "products": session.products().iter().map(|one| product(session, one)).collect::<Vec<_>>(),
        "problems": super::problems(problems),
    })
}

/// The document of `disputes`: everything to discuss, what blocks and is open first, then in order of presentation.
pub fn disputes(session: &Session) -> Value {
    let products = session.products();
    let mut all: Vec<(bool, Value)> = Vec::new();
    for product in &products {
        for thing in session.things(&product.id) {
            let mut value = json!({ "product": product.id, "name": product.name });
            let Value::Object(fields) = &mut value else { continue };
            fields.extend(dispute(&thing));
            fields.insert("size".to_owned(), json!(thing.size));
            fields.insert("seat".to_owned(), json!(thing.key.seat));
            fields.insert("entry".to_owned(), json!(thing.key.entry));
            all.push((thing.blocking && thing.state == crate::session::ThingState::Open, value));
        }
    }
    all.sort_by_key(|(first, _)| !first);
    json!({
        "session": super::session(session),
        "disputes": all.into_iter().map(|(_, value)| value).collect::<Vec<_>>(),
    })
}

fn product(session: &Session, product: &Product) -> Value {
    let phase = session.phase(&product.id);
    let verdict = session.verdict(&product.id);
    let verdict = verdict.as_deref();
    let minima = verdict.map_or_else(Vec::new, |verdict| verdict.minima.iter().map(minimum).collect());
    let things = session.things(&product.id);
    json!({
        "id": product.id,
        "name": product.name,
        "set": product.set,
        "phase": phase.name().key(),
        "round": round(session, &phase),
        "sheets": sheets(session, product, verdict),
        "counted": verdict.map(|verdict| verdict.mean.den),
        "sum": verdict.map(|verdict| verdict.mean.num),
        "mean": mean(session, verdict),
        "spread": verdict.map(|verdict| verdict.spread),
        "star": star(verdict),
        "minima": minima,
        "disputes": things.iter().map(|thing| Value::Object(dispute(thing))).collect::<Vec<_>>(),
        "stability": stability(verdict),
        "closed": closed(session, &phase),
        "lock": lock(session, &phase),
    })
}

/// The number of the reveal whose figures are shown.
fn round(session: &Session, phase: &Phase) -> Option<u16> {
    match phase {
        Phase::Revealed { round, .. } | Phase::Rescoring { round, .. } => Some(*round),
        Phase::Locked { lock, .. } => round(session, &session.phase_before_entry(*lock)),
        Phase::Blind { .. } | Phase::Closed { .. } | Phase::Contested(_) => None,
    }
}

fn sheets(session: &Session, product: &Product, verdict: Option<&Verdict>) -> Vec<Value> {
    let set = session.set(&product.id);
    let counted = session.counted(&product.id);
    let sheet = |seat| {
        let state = session.progress(&seat, &product.id).state.key();
        let total = verdict.and_then(|verdict| verdict.sheets.iter().find(|sheet| sheet.seat == seat));
        let opened = counted.iter().find(|(other, _)| *other == seat).map(|(_, marks)| *marks);
        match (total, opened, set.as_deref()) {
            (Some(total), Some(opened), Some(set)) => json!({
                "seat": seat,
                "state": state,
                "parts": parts(set, &total.parts),
                "total": total.total,
                "marks": marks(set, opened),
            }),
            _ => json!({ "seat": seat, "state": state }),
        }
    };
    session.scoring_seats().into_iter().map(sheet).collect()
}

/// Totals of the parts, by code.
pub(super) fn parts(set: &ProductSet, totals: &[u16]) -> Map<String, Value> {
    set.parts.iter().zip(totals).map(|(part, total)| (part.code.clone(), json!(total))).collect()
}

fn mean(session: &Session, verdict: Option<&Verdict>) -> Value {
    let charter = session.charter();
    json!({
        "num": verdict.map(|verdict| verdict.mean.num),
        "den": verdict.map(|verdict| verdict.mean.den),
        "text": verdict.map(|verdict| verdict.mean.text(charter.rules.decimals, &charter.rubric.bands)),
    })
}

fn star(verdict: Option<&Verdict>) -> Value {
    json!({
        "by_points": verdict.map(|verdict| verdict.by_points),
        "by_minima": verdict.and_then(|verdict| verdict.by_minima),
        "final": verdict.and_then(|verdict| verdict.star),
        "outcome": verdict.map(|verdict| verdict.outcome.key()),
        "because": verdict.map_or(&[][..], |verdict| &verdict.because),
        "recognised": verdict.map(|verdict| verdict.outcome.recognised()),
    })
}

fn minimum(finding: &MinimumFinding) -> Value {
    json!({
        "criterion": finding.minimum.criterion,
        "star": finding.minimum.star,
        "points": finding.points,
        "met_by": finding.met_by,
        "of": finding.of,
        "met": finding.met,
        "ruled": finding.ruled,
    })
}

fn dispute(thing: &Thing) -> Map<String, Value> {
    let Value::Object(fields) = json!({
        "kind": thing.key.kind.key(),
        "criterion": thing.key.criterion,
        "star": thing.key.star,
        "seats": thing.seats,
        "blocking": thing.blocking,
        "state": thing.state.key(),
    }) else {
        return Map::new();
    };
    fields
}

/// `flip`, the smallest change that gives another star, is `null` both ways until it is worked out.
fn stability(verdict: Option<&Verdict>) -> Value {
    let without: Vec<Value> = verdict.map_or_else(Vec::new, |verdict| {
        verdict.stability.without.iter().map(|(seat, star)| json!({ "seat": seat, "star": star })).collect()
    });
    json!({
        "stable": verdict.map(|_| without.is_empty()),
        "without": without,
        "flip": { "up": null, "down": null },
    })
}

/// A desk act of the record, with who signed it and when.
fn desk_act(session: &Session, id: EntryId) -> Option<(&By, &DeskAct, &str)> {
    let (entry, _) = session.entry(id)?;
    let Content::Known(act) = &entry.content else { return None };
    let Act::Desk(by, act) = &**act else { return None };
    Some((by, act, &entry.at))
}

fn closed(session: &Session, phase: &Phase) -> Value {
    let Phase::Closed { close, how } = phase else { return Value::Null };
    match desk_act(session, *close) {
        Some((by, DeskAct::Close { ground, .. }, at)) => {
            json!({ "as": how.key(), "ground": ground, "by": by.presiding, "entered": by.entered, "at": at })
        }
        _ => json!({ "as": how.key() }),
    }
}

fn lock(session: &Session, phase: &Phase) -> Value {
    let Phase::Locked { lock, .. } = phase else { return Value::Null };
    let Some((by, DeskAct::Lock { result, forward, rulings, accepted, .. }, at)) = desk_act(session, *lock) else {
        return Value::Null;
    };
    let ResultLine { sum, counted, by_points, by_minima, star } = result;
    json!({
        "by": by.presiding,
        "entered": by.entered,
        "at": at,
        "result": { "sum": sum, "counted": counted, "by_points": by_points, "by_minima": by_minima, "final": star },
        "forward": forward.map(|forward| forward == Forward::Yes),
        "rulings": rulings.len(),
        "accepted": accepted.len(),
    })
}
