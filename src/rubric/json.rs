//! A rubric as stable JSON, English-keyed: what `rubric show` prints. Nothing is decided here.

use serde_json::{Value, json};

use super::{Both, Consequence, Criterion, Ground, Group, LevelId, Note, Origin, Part, ProductSet, Rubric};

/// A whole rubric: its head, and every set under `sets`.
pub fn sheet_json(rubric: &Rubric) -> Value {
    let head = &rubric.head;
    json!({
        "id": head.id,
        "title": both(&head.title),
        "decision": head.decision,
        "source": both(&head.source),
        "in_force": head.in_force,
        "current": head.current,
        "lapsed": head.lapsed.as_ref().map(|lapse| json!({ "on": lapse.on, "replaced_by": lapse.replaced_by })),
        "minima_unknown": head.minima_unknown.as_ref().map(both),
        "origin": origin(head.origin),
        "digest": head.digest,
        "total": head.total,
        "bands": { "2": head.bands.two, "3": head.bands.three, "4": head.bands.four, "5": head.bands.five },
        "notes": rubric.notes.iter().map(note).collect::<Vec<_>>(),
        "sets": rubric.sets.iter().map(|set| set_json(rubric, set)).collect::<Vec<_>>(),
    })
}

/// Whose text a rubric is: `built_in` or `file`.
pub fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::BuiltIn => "built_in",
        Origin::File => "file",
    }
}

/// One set of a rubric, with the notes that are about it.
pub fn set_json(rubric: &Rubric, set: &ProductSet) -> Value {
    json!({
        "rubric": rubric.head.id,
        "no": set.no,
        "name": both(&set.name),
        "industry": both(&set.industry),
        "group": both(&set.group),
        "agency": both(&set.agency),
        "samples": set.samples,
        "parts": set.parts.iter().map(part).collect::<Vec<_>>(),
        "grounds": set.grounds.iter().map(ground).collect::<Vec<_>>(),
        "unsound": set.unsound.as_ref().map(both),
        "notes": rubric.notes_about(set).map(note).collect::<Vec<_>>(),
    })
}

/// A note, and the places it is about: `7`, `7/3.1`; none for the whole rubric.
fn note(note: &Note) -> Value {
    let at: Vec<String> = note.places.iter().map(ToString::to_string).collect();
    json!({ "at": at, "vi": note.text.vi, "en": note.text.en })
}

fn part(part: &Part) -> Value {
    json!({
        "code": part.code,
        "max": part.max,
        "name": both(&part.name),
        "groups": part.groups.iter().map(group).collect::<Vec<_>>(),
    })
}

/// A heading with headings below has `groups` beside empty `criteria`; any other has no `groups`.
fn group(heading: &Group) -> Value {
    let mut value = json!({
        "code": heading.code,
        "max": heading.max,
        "name": both(&heading.name),
        "criteria": heading.criteria.iter().map(criterion).collect::<Vec<_>>(),
    });
    if !heading.groups.is_empty() {
        value["groups"] = heading.groups.iter().map(group).collect();
    }
    value
}

fn criterion(criterion: &Criterion) -> Value {
    let cases = (0..).map_while(LevelId::at).zip(&criterion.cases);
    let levels = (0..).map_while(LevelId::at).zip(&criterion.levels);
    json!({
        "code": criterion.code,
        "max": criterion.max,
        "name": both(&criterion.name),
        "note": criterion.note.as_ref().map(both),
        "needs": criterion.needs,
        "cases": cases.map(|(id, name)| json!({ "case": id, "name": both(name) })).collect::<Vec<_>>(),
        "levels": levels
            .map(|(id, level)| json!({
                "level": id,
                "points": level.points,
                "text": both(&level.text),
                "minimum_for": level.minimum_for,
                "case": level.case.and_then(|place| LevelId::at(usize::from(place))),
            }))
            .collect::<Vec<_>>(),
    })
}

fn ground(ground: &Ground) -> Value {
    let leads_to = match ground.leads_to {
        Consequence::Reject => "reject",
        Consequence::Stop => "stop",
    };
    json!({ "id": ground.id, "leads_to": leads_to, "at": ground.at, "text": both(&ground.text) })
}

fn both(words: &Both) -> Value {
    json!({ "vi": words.vi, "en": words.en })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::builtin;

    #[test]
    fn a_level_says_its_letter_its_points_and_the_star_it_is_the_least_for() {
        let set = set_json(builtin::default(), builtin::default().set(9).expect("set 9"));
        let level = &set["parts"][1]["groups"][0]["criteria"][0]["levels"][2];
        assert_eq!((&level["level"], &level["points"], &level["minimum_for"]), (&json!("c"), &json!(3), &json!(4)));
        assert_eq!(level["case"], Value::Null);
        assert_eq!(set["parts"][2]["groups"][1]["criteria"][0]["code"], "7", "a scored heading holds its criterion");
        assert_eq!(
            set["grounds"][5],
            json!({
                "id": "impurities", "leads_to": "stop", "at": "6.1",
                "text": { "vi": "Có tạp chất không chấp nhận được, nguy cơ gây mất an toàn thực phẩm: không đánh giá tiếp",
                          "en": "Unacceptable impurities that may make the food unsafe: the assessment goes no further" },
            })
        );
    }

    #[test]
    fn a_note_stands_at_the_set_it_is_about() {
        let rubric = sheet_json(builtin::default());
        let seven = set_json(builtin::default(), builtin::default().set(7).expect("set 7"));
        assert!(rubric["sets"].as_array().expect("sets").contains(&seven));
        let at = |note: &Value| note["at"] == json!(["7/3.1"]);
        assert!(seven["notes"].as_array().expect("notes").iter().any(at));
        let nine = set_json(builtin::default(), builtin::default().set(9).expect("set 9"));
        assert!(!nine["notes"].as_array().expect("notes").iter().any(at));
    }

    #[test]
    fn an_archived_decision_says_that_it_lapsed() {
        let old = sheet_json(builtin::rubric("qd148-2023").expect("built in"));
        assert_eq!(old["lapsed"], json!({ "on": "2026-07-21", "replaced_by": "26/2026/QĐ-TTg" }));
        assert_eq!((&old["current"], &old["origin"]), (&json!(false), &json!("built_in")));
        let seven = old["sets"].as_array().expect("sets").iter().find(|set| set["no"] == 7).expect("set 7");
        assert!(!seven["unsound"].is_null());
    }

    #[test]
    fn cases_carry_letters() {
        let set = set_json(builtin::default(), builtin::default().set(26).expect("set 26"));
        let eight = &set["parts"][2]["groups"][2]["criteria"][0];
        let cases: Vec<&Value> = eight["levels"].as_array().expect("levels").iter().map(|l| &l["case"]).collect();
        assert_eq!(cases, ["a", "a", "b", "b"]);
        assert_eq!(eight["cases"][1]["case"], "b");
    }
}
