//! Marks typed from paper or Excel: `product,criterion,points` and, where given, `level,case,note,evidence`.
//! Points name a level only where one level fits; two that fit want the letter, alternative cases the letter or the
//! case. What a sheet may take now is the session's to say.

use std::collections::HashSet;

use super::table::{Columns, Faults, Row, Table};
use crate::council::{Cell, ProductId, Value};
use crate::rubric::{Code, Criterion, LevelId};
use crate::session::Session;
use crate::text::fold;
use crate::trouble::{Fault, FaultKind};

const COLUMNS: Columns =
    Columns { required: &["product", "criterion", "points"], optional: &["level", "case", "note", "evidence"] };

/// The word for *none of the levels is met*.
const NONE: &str = "none";

/// One line: a choice, and the words beside it where the list has a column for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The product.
    pub product: ProductId,
    /// The criterion.
    pub criterion: Code,
    /// The choice.
    pub value: Value,
    /// The note; nothing: as it is.
    pub note: Option<String>,
    /// Where the evidence stands; nothing: as it is.
    pub evidence: Option<String>,
}

impl Mark {
    /// The cell that this mark makes of the one there is.
    pub fn over(&self, cell: Cell) -> Cell {
        Cell {
            value: self.value,
            note: self.note.clone().unwrap_or(cell.note),
            evidence: self.evidence.clone().unwrap_or(cell.evidence),
            unsure: cell.unsure && cell.value == self.value,
        }
    }
}

/// The marks of a list in the order of each product's sheet (5.1 before 5.2, which needs it), or everything that is
/// wrong with it.
pub fn read(name: &str, bytes: &[u8], session: &Session) -> Result<Vec<Mark>, Vec<Fault>> {
    let table = Table::read(name, bytes, &COLUMNS)?;
    let mut faults = Faults::default();
    let mut seen = HashSet::new();
    let mut marks = Vec::new();
    for row in table.rows() {
        let product = row.needed("product", &mut faults);
        let code = row.needed("criterion", &mut faults).map(|code| Code::new(&code));
        let (Some(product), Some(code)) = (product, code) else { continue };
        let known = ProductId::new(&product).and_then(|id| session.set(&id).map(|set| (id, set)));
        let Some((product, set)) = known else {
            faults.add(row.fault("product", FaultKind::UnknownProduct(product)));
            continue;
        };
        let Some(criterion) = set.criterion(&code) else {
            let what = FaultKind::UnknownCriterion { found: code.to_string(), set: set.no };
            faults.add(row.fault("criterion", what));
            continue;
        };
        if !seen.insert((product.clone(), code.clone())) {
            faults.add(row.fault("criterion", FaultKind::RepeatedId(format!("{product} {code}"))));
        }
        let Some(value) = faults.note(value(row, criterion)) else { continue };
        let note = table.has("note").then(|| row.note("note"));
        let evidence = table.has("evidence").then(|| row.note("evidence"));
        marks.push(Mark { product, criterion: code, value, note, evidence });
    }
    marks.sort_by(|a, b| (&a.product, &a.criterion).cmp(&(&b.product, &b.criterion)));
    faults.or(marks)
}

/// What a line chooses on a criterion: the letter if it is given (points and case, if given too, agree with it), else
/// the one level of these points, in the case if one is named.
fn value(row: Row<'_>, criterion: &Criterion) -> Result<Value, Fault> {
    let points = row.get("points");
    if points.as_deref().map(fold).as_deref() == Some(NONE) {
        let decided = !criterion.has_zero() && row.get("level").is_none();
        return if decided { Ok(Value::NoneMet) } else { Err(no_such(row, criterion, NONE)) };
    }
    let points = match points {
        None if row.get("level").is_none() => {
            return Err(row.fault("points", FaultKind::MissingValue("points".to_owned())));
        }
        None => None,
        Some(found) => Some(found.parse::<u16>().map_err(|_| no_such(row, criterion, &found))?),
    };
    let case = match row.get("case") {
        None => None,
        Some(found) => Some(
            letter(&found, criterion.cases.len())
                .ok_or_else(|| row.bad("case", letters((0..criterion.cases.len()).filter_map(LevelId::at))))?,
        ),
    };
    let all = (0..criterion.levels.len()).filter_map(LevelId::at);
    let fits = |id: &LevelId| {
        criterion.level(*id).is_some_and(|level| {
            points.is_none_or(|points| level.points == points)
                && case.is_none_or(|case| level.case.map(usize::from) == Some(case.place()))
        })
    };
    let fitting: Vec<LevelId> = all.filter(fits).collect();
    if let Some(found) = row.get("level") {
        return letter(&found, criterion.levels.len())
            .filter(|id| fitting.contains(id))
            .map(Value::Level)
            .ok_or_else(|| row.bad("level", letters(fitting.iter().copied())));
    }
    match (fitting.as_slice(), points) {
        ([one], _) => Ok(Value::Level(*one)),
        ([], points) => Err(no_such(row, criterion, &points.unwrap_or_default().to_string())),
        (several, points) => Err(row.fault(
            "points",
            FaultKind::AmbiguousPoints {
                criterion: criterion.code.to_string(),
                found: points.unwrap_or_default(),
                levels: letters(several.iter().copied()),
            },
        )),
    }
}

fn letter(found: &str, of: usize) -> Option<LevelId> {
    let mut chars = found.chars();
    let (Some(letter), None) = (chars.next(), chars.next()) else { return None };
    LevelId::try_from(letter.to_ascii_lowercase()).ok().filter(|id| id.place() < of)
}

fn letters(levels: impl Iterator<Item = LevelId>) -> String {
    levels.map(|level| level.to_string()).collect::<Vec<_>>().join(", ")
}

fn no_such(row: Row<'_>, criterion: &Criterion, found: &str) -> Fault {
    let mut known: Vec<u16> = criterion.levels.iter().map(|level| level.points).collect();
    known.sort_unstable();
    known.dedup();
    let mut known: Vec<String> = known.into_iter().map(|points| points.to_string()).collect();
    if !criterion.has_zero() {
        known.push(NONE.to_owned());
    }
    row.fault(
        "points",
        FaultKind::NoSuchPoints {
            criterion: criterion.code.to_string(),
            found: found.to_owned(),
            known: known.join(", "),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::Hash;
    use crate::intake::charter::tests::a_session_with;

    /// A session with one product per set: p01 of set 7, p02 of set 9, p03 of set 26.
    fn read(text: &str) -> Result<Vec<Mark>, Vec<String>> {
        let session = Session::new(Hash::of(b""), a_session_with(&[7, 9, 26]));
        super::read("m.csv", text.as_bytes(), &session)
            .map_err(|faults| faults.iter().map(|fault| format!("{} {:?}", fault.place, fault.what)).collect())
    }

    fn value(text: &str) -> Value {
        read(text).unwrap()[0].value
    }

    fn level(letter: char) -> Value {
        Value::Level(LevelId::try_from(letter).unwrap())
    }

    #[test]
    fn points_name_the_one_level_worth_them() {
        assert_eq!(value("product,criterion,points\np02,4.1,5\n"), level('d'), "4.1 of set 9 is worth 1 2 3 5");
        assert_eq!(value("product,criterion,points\np02,4.1,none\n"), Value::NoneMet);
    }

    #[test]
    fn two_levels_of_equal_points_want_the_letter() {
        let found = read("product,criterion,points\np01,3.1,1\n").unwrap_err();
        assert!(found[0].starts_with("m.csv:2:9 AmbiguousPoints") && found[0].contains("a, b"), "{found:?}");
        assert_eq!(value("product,criterion,points,level\np01,3.1,1,B\n"), level('b'));
        assert!(read("product,criterion,points,level\np01,3.1,1,c\n").unwrap_err()[0].contains("\"level\""));
    }

    #[test]
    fn alternative_cases_take_the_letter_or_the_case() {
        let set = crate::rubric::builtin::default().set(26).unwrap();
        let eight = set.criterion(&Code::new("8")).unwrap();
        let last = eight.levels.len() - 1;
        let id = LevelId::at(last).unwrap();
        let points = eight.levels[last].points;
        assert_eq!(value(&format!("product,criterion,points,case\np03,8,{points},b\n")), Value::Level(id));
        assert_eq!(value(&format!("product,criterion,points,level\np03,8,,{id}\n")), Value::Level(id));
        assert!(read("product,criterion,points,case\np03,8,1,z\n").unwrap_err()[0].contains("field: \"case\""));
    }

    #[test]
    fn what_no_level_is_worth_is_told_with_what_there_is() {
        let found = read("product,criterion,points\np02,4.1,4\np09,1.1,1\np02,99,1\np02,4.1,x\np02,,\n").unwrap_err();
        assert!(found[0].contains("NoSuchPoints") && found[0].contains("known: \"1, 2, 3, 5, none\""), "{found:#?}");
        assert!(found[1].starts_with("m.csv:3:1 UnknownProduct(\"p09\")"));
        assert!(found[2].starts_with("m.csv:4:5 UnknownCriterion"));
        assert!(found[3].contains("RepeatedId(\"p02 4.1\")"));
        assert!(found[4].contains("found: \"x\""));
        assert!(found[5].starts_with("m.csv:6:5 MissingValue(\"criterion\")"));
    }

    #[test]
    fn a_mark_keeps_the_words_that_the_list_has_no_column_for() {
        let marks = read("product,criterion,points,note\np02,5.2,1,\"hai\ndòng\"\np02,5.1,1,\n").unwrap();
        assert_eq!(marks[0].criterion.as_str(), "5.1", "what another needs comes first");
        assert_eq!(marks[1].note.as_deref(), Some("hai\ndòng"));
        let cell = Cell { value: marks[0].value, note: "cũ".into(), evidence: "tr. 4".into(), unsure: true };
        let made = marks[0].over(cell.clone());
        assert_eq!(made, Cell { note: String::new(), ..cell });
    }
}
