//! A rubric as stable JSON, English-keyed: what `rubric show` prints. Nothing is decided here.

use serde_json::{Value, json};

use super::{Both, Consequence, Criterion, Ground, Group, LevelId, Part, ProductSet, Rubric};

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
        "total": head.total,
        "bands": { "2": head.bands.two, "3": head.bands.three, "4": head.bands.four, "5": head.bands.five },
        "notes": rubric.notes.iter().map(both).collect::<Vec<_>>(),
        "sets": rubric.sets.iter().map(set_json).collect::<Vec<_>>(),
    })
}

/// One set.
pub fn set_json(set: &ProductSet) -> Value {
    json!({
        "no": set.no,
        "name": both(&set.name),
        "industry": both(&set.industry),
        "group": both(&set.group),
        "agency": both(&set.agency),
        "samples": set.samples,
        "parts": set.parts.iter().map(part).collect::<Vec<_>>(),
        "grounds": set.grounds.iter().map(ground).collect::<Vec<_>>(),
    })
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
        let set = set_json(builtin::default().set(9).expect("set 9"));
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
    fn cases_carry_letters() {
        let set = set_json(builtin::default().set(26).expect("set 26"));
        let eight = &set["parts"][2]["groups"][2]["criteria"][0];
        let cases: Vec<&Value> = eight["levels"].as_array().expect("levels").iter().map(|l| &l["case"]).collect();
        assert_eq!(cases, ["a", "a", "b", "b"]);
        assert_eq!(eight["cases"][1]["case"], "b");
    }
}
