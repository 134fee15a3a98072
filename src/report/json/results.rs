//! `results` and `disputes`: what the open sheets of every product say.

use serde_json::{Map, Value, json};

use super::super::Problem;
use super::sheet::marks;
use crate::council::{Act, By, Content, DeskAct, EntryId, Forward, MinimaRule, MinimumId, Product, ResultLine, Scored};
use crate::i18n::{Lang, agenda};
use crate::rubric::ProductSet;
use crate::session::{Agreed, Matter, Phase, Reading, Session, Thing};
use crate::verdict::{Decider, Flip, Flips, Interval, MinimumFinding, Verdict, Without};

/// The document of `results`.
pub fn results(session: &Session, problems: &[Problem]) -> Value {
    json!({
        "session": super::session(session),
        "products": session.products().iter().map(|one| product(session, one)).collect::<Vec<_>>(),
        "readings": session.criterion_readings().iter().map(reading).collect::<Vec<_>>(),
        "agreed": session.agreed_readings().iter().map(agreed).collect::<Vec<_>>(),
        "problems": super::problems(problems),
    })
}

/// As [`results`], each product with its star under each rule about minima: for a rehearsal. In a sitting the rules are
/// not compared, and nothing is added.
pub fn results_under_rules(session: &Session, problems: &[Problem]) -> Value {
    let mut document = results(session, problems);
    let Some(products) = document["products"].as_array_mut() else { return document };
    for (value, product) in products.iter_mut().zip(session.products()) {
        let found = session.under_each_rule(&product.id).unwrap_or_default();
        let stars = |(rule, verdict): &(MinimaRule, Verdict)| (rule.key().to_owned(), star(session, Some(verdict)));
        value["under_rules"] = Value::Object(found.iter().map(stars).collect());
    }
    document
}

/// What a criterion carries of the disagreement over the opened products, without names.
fn reading(reading: &Reading) -> Value {
    let between = reading.between.iter().map(|(low, high, pairs)| json!({ "low": low, "high": high, "pairs": pairs }));
    json!({
        "criterion": reading.code,
        "sets": reading.sets,
        "products": reading.products,
        "differ": reading.differ,
        "carried": reading.carried,
        "of": reading.of,
        "between": between.collect::<Vec<_>>(),
    })
}

/// A reading that the council agreed on, for the minutes.
fn agreed(agreed: &Agreed) -> Value {
    json!({ "criterion": agreed.criterion.code, "set": agreed.criterion.set, "words": agreed.words })
}

/// The document of `disputes`: everything to discuss over all products, by what it could do. `why` is one sentence in
/// the language asked for.
pub fn disputes(lang: Lang, session: &Session) -> Value {
    let one = |matter: &Matter| {
        let thing = &matter.thing;
        let mut value = json!({
            "rank": matter.rank,
            "product": matter.product,
            "name": session.product(&matter.product).map(|product| product.name),
        });
        if let Value::Object(fields) = &mut value {
            fields.extend(dispute(thing));
            fields.insert("class".to_owned(), json!(matter.class().key()));
            fields.insert("size".to_owned(), json!(thing.size));
            fields.insert("seat".to_owned(), json!(thing.key.seat));
            fields.insert("entry".to_owned(), json!(thing.key.entry));
            fields.insert("star".to_owned(), json!(thing.key.star));
            fields.insert("final".to_owned(), json!(matter.star));
            fields.insert("outcomes".to_owned(), outcomes(matter.prospect.map(|prospect| prospect.outcomes)));
            let nearest = matter.prospect.and_then(|prospect| prospect.nearest);
            let nearest = nearest.map(|nearest| json!({ "cells": nearest.cells, "points": nearest.points }));
            fields.insert("nearest".to_owned(), json!(nearest));
            fields.insert("why".to_owned(), json!(agenda::why(lang, matter)));
        }
        value
    };
    json!({
        "session": super::session(session),
        "disputes": session.agenda().iter().map(one).collect::<Vec<_>>(),
    })
}

/// The outcomes between which something lies; `null` for what cannot be said yet, and for "not recognised".
fn outcomes(outcomes: Option<Interval>) -> Value {
    json!(outcomes.map(|outcomes| json!({ "lowest": outcomes.lowest, "highest": outcomes.highest })))
}

fn product(session: &Session, product: &Product) -> Value {
    let phase = session.phase(&product.id);
    let verdict = session.verdict(&product.id);
    let verdict = verdict.as_deref();
    let minima = verdict.map_or_else(Vec::new, |verdict| verdict.minima.iter().map(minimum).collect());
    let things = session.things(&product.id);
    let flips = session.docket(&product.id).map(|docket| docket.flips());
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
        "star": star(session, verdict),
        "minima": minima,
        "disputes": things.iter().map(|thing| Value::Object(dispute(thing))).collect::<Vec<_>>(),
        "stability": stability(verdict, flips.as_ref()),
        "open": outcomes(session.open_outcomes(&product.id)),
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

fn star(session: &Session, verdict: Option<&Verdict>) -> Value {
    let minima_known = session.charter().rubric.minima_unknown.is_none();
    json!({
        "by_points": verdict.map(|verdict| verdict.by_points),
        "by_minima": verdict.and_then(|verdict| verdict.by_minima.filter(|_| minima_known)),
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

/// Whether the star is safe: without any one sheet, without two, and the smallest change that flips it. A long search:
/// some milliseconds a product.
fn stability(verdict: Option<&Verdict>, flips: Option<&Flips>) -> Value {
    let stability = verdict.map(|verdict| &verdict.stability);
    let by = |by: &[Decider]| -> Vec<Value> {
        let one = |decider: &Decider| match decider {
            Decider::Total => json!({ "kind": "total", "criterion": null, "star": null }),
            Decider::Minimum(MinimumId { criterion, star }) => {
                json!({ "kind": "minimum", "criterion": criterion, "star": star })
            }
        };
        by.iter().map(one).collect()
    };
    let without: Vec<Value> = stability.map_or_else(Vec::new, |stability| {
        let one = |out: &Without| json!({ "seat": out.seats.first(), "star": out.star, "by": by(&out.by) });
        stability.without.iter().map(one).collect()
    });
    let pairs: Vec<Value> = stability.map_or_else(Vec::new, |stability| {
        let one = |out: &Without| json!({ "seats": out.seats, "star": out.star, "by": by(&out.by) });
        stability.pairs.iter().map(one).collect()
    });
    json!({
        "stable": verdict.map(|_| without.is_empty()),
        "without": without,
        "pairs": pairs,
        "flip": {
            "up": flips.and_then(|flips| flips.up.as_ref()).map(flip),
            "down": flips.and_then(|flips| flips.down.as_ref()).map(flip),
        },
    })
}

/// A smallest change; points and levels by letter, `null` where no level is chosen.
fn flip(flip: &Flip) -> Value {
    let level = |scored: Scored| match scored {
        Scored::Level(level, _) => Some(level),
        _ => None,
    };
    let moves = flip.moves.iter().map(|one| {
        json!({
            "seat": one.seat,
            "criterion": one.criterion,
            "from": one.from.points(),
            "to": one.to.points(),
            "from_level": level(one.from),
            "to_level": level(one.to),
        })
    });
    json!({ "to": flip.to, "moves": moves.collect::<Vec<_>>(), "points": flip.points, "exact": flip.exact })
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
