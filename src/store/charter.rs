//! The charter on disk: `charter.ron`, read strictly and checked, since files come from anywhere.
//! What a charter is stands in `council`.

use std::collections::BTreeSet;
use std::path::Path;

use ron::ser::PrettyConfig;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::file;
use crate::council::{Charter, Role, SessionId};
use crate::rubric::check::Rule;
use crate::rubric::{Rubric, check, choose};
use crate::trouble::{Doing, Failure, Fault, FaultKind, Place, Trouble, text_of};

/// Most seats of a charter.
const MOST_SEATS: usize = 200;
/// Most products of a charter's first list.
const MOST_PRODUCTS: usize = 2000;

/// The charter of a session folder and the session's id: the digest of the file's exact bytes.
///
/// A folder that is there and has none is no session (`FaultKind::NoSession`); one that is not there is a failure.
pub fn read_charter(path: &Path) -> Result<(Charter, SessionId), Trouble> {
    let folder = file::folder_of(path);
    let Some(bytes) = file::read_own(path)? else {
        if folder.is_dir() {
            let place = Place::file(folder.display().to_string());
            return Err(Fault { place, what: FaultKind::NoSession }.into());
        }
        // What the person named is not there; that no charter lies in it is beside the point.
        return Err(Failure::new(Doing::Reading, folder, std::io::ErrorKind::NotFound.into()).into());
    };
    let charter = parse_charter(&bytes, &path.display().to_string())?;
    Ok((charter, SessionId::of(&bytes)))
}

/// A charter from its bytes, checked; `name` stands in the faults.
pub(super) fn parse_charter(bytes: &[u8], name: &str) -> Result<Charter, Trouble> {
    let charter: Charter = parse(bytes, name, Charter::FORMAT)?;
    let faults = check_charter(&charter, name);
    if faults.is_empty() { Ok(charter) } else { Err(faults.into()) }
}

/// Everything in a charter that the rest of the program relies on and the file's shape does not promise: one chair,
/// ids used once, every product's set present, sets that add up, rules that make sense. `name` is the file to name.
pub fn check_charter(charter: &Charter, name: &str) -> Vec<Fault> {
    let too_many = crowded(charter);
    if !too_many.is_empty() {
        // What follows compares everything with everything.
        return too_many.into_iter().map(|what| Fault { place: Place::file(name), what }).collect();
    }
    let mut found = Vec::new();
    let chairs = charter.seats.iter().filter(|seat| seat.role == Role::Chair).count();
    if chairs != 1 {
        found.push(FaultKind::ChairCount(chairs));
    }
    let scorers = charter.seats.iter().filter(|seat| seat.scores).count();
    if scorers < usize::from(charter.rules.min_sheets) {
        found.push(FaultKind::TooFewScorers { have: scorers, need: charter.rules.min_sheets.into() });
    }
    found.extend(repeated(charter.seats.iter().map(|seat| seat.id.to_string())));
    found.extend(repeated(charter.products.iter().map(|product| product.id.to_string())));
    let known: Vec<String> = charter.sets.iter().map(|set| set.no.to_string()).collect();
    for product in charter.products.iter().filter(|product| charter.set(product.set).is_none()) {
        found.push(FaultKind::UnknownSet { found: product.set.to_string(), known: known.join(", ") });
    }
    if let Some(field) = charter.rules.unsound() {
        found.push(FaultKind::Unsound(format!("rules.{field}")));
    }
    found.extend(charter.sets.iter().filter_map(|set| choose::may(set).err()));
    // A sitting may begin with no products; then there are no sets to be sound.
    let rubric = Rubric { head: charter.rubric.clone(), sets: charter.sets.clone(), notes: Vec::new() };
    let mut flaws = check::flaws(&rubric);
    if rubric.sets.is_empty() {
        let nothing_inside = Rule::NotEmpty.broken(std::slice::from_ref(&rubric.head.id));
        flaws.retain(|flaw| flaw.what != nothing_inside);
    }
    let place = || Place::file(name);
    found
        .into_iter()
        .map(|what| Fault { place: place(), what })
        .chain(flaws.into_iter().map(|flaw| flaw.at(place())))
        .collect()
}

/// Lists that no council has: each entry of one is looked up in the others.
fn crowded(charter: &Charter) -> Vec<FaultKind> {
    [
        ("seats", charter.seats.len(), MOST_SEATS),
        ("products", charter.products.len(), MOST_PRODUCTS),
        ("sets", charter.sets.len(), usize::from(u8::MAX)),
    ]
    .into_iter()
    .filter(|(_, have, most)| have > most)
    .map(|(field, _, most)| FaultKind::TooManyEntries { field: field.to_owned(), most })
    .collect()
}

fn repeated(ids: impl Iterator<Item = String>) -> Vec<FaultKind> {
    let mut seen = BTreeSet::new();
    ids.filter_map(|id| (!seen.insert(id.clone())).then_some(FaultKind::RepeatedId(id))).collect()
}

/// The charter's text, as it is written once and never again.
pub(super) fn charter_text(charter: &Charter) -> String {
    text(charter)
}

/// Any document of ours as a person can read it.
pub(super) fn text(document: &impl Serialize) -> String {
    let pretty = PrettyConfig::new().new_line("\n").indentor("  ");
    let mut text = ron::ser::to_string_pretty(document, pretty).expect("documents are plain data");
    text.push('\n');
    text
}

/// The one field every document begins with. Lenient, so that a newer format is named as such and not as bad syntax.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// Reads a document in two steps: its `format`, then all of it, strictly. A byte order mark (Notepad) is accepted.
pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8], name: &str, newest: u32) -> Result<T, Fault> {
    let fault = |what| Fault { place: Place::file(name), what };
    let text = text_of(name, bytes, usize::try_from(file::LIMIT).unwrap_or(usize::MAX))?;
    if text.trim().is_empty() {
        return Err(fault(FaultKind::Empty));
    }
    let at = |error: ron::error::SpannedError| Fault {
        place: Place::at(name, error.span.start.line, error.span.start.col),
        what: FaultKind::Syntax(crate::text::clean(&error.code.to_string())),
    };
    let Format { format } = ron::from_str(text).map_err(at)?;
    if format > newest {
        return Err(fault(FaultKind::NewerFormat(format)));
    }
    ron::from_str(text).map_err(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::fixture;

    fn faults(bytes: &[u8]) -> Vec<Fault> {
        match parse_charter(bytes, "charter.ron") {
            Ok(_) => Vec::new(),
            Err(Trouble::Faults(faults)) => faults,
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_charter_comes_back_as_it_was_written() {
        let charter = fixture::charter();
        let text = charter_text(&charter);
        assert!(text.starts_with("(\n  format: 1,") && !text.contains('\r'), "{text}");
        assert_eq!(parse_charter(text.as_bytes(), "c").unwrap(), charter);
        assert_eq!(parse_charter(format!("\u{feff}{text}").as_bytes(), "c").unwrap(), charter);
    }

    #[test]
    fn a_newer_format_is_named_as_such() {
        let text = charter_text(&fixture::charter()).replace("format: 1", "format: 2, novelty: 3");
        assert_eq!(faults(text.as_bytes())[0].what, FaultKind::NewerFormat(2));
    }

    #[test]
    fn a_slip_of_the_pen_is_found_at_its_line_and_column() {
        let text = charter_text(&fixture::charter()).replace("  title: ", "  titel: ");
        let place = &faults(text.as_bytes())[0].place;
        assert_eq!((place.line > 3, place.column > 0), (true, true), "{place}");
    }

    #[test]
    fn a_hostile_charter_is_refused_before_it_can_do_harm() {
        let mut charter = fixture::charter();
        charter.seats.iter_mut().for_each(|seat| seat.role = Role::Chair);
        charter.seats[1].id = charter.seats[0].id.clone();
        charter.products[0].set = 99;
        let found: Vec<FaultKind> =
            faults(charter_text(&charter).as_bytes()).into_iter().map(|fault| fault.what).collect();
        assert!(found.contains(&FaultKind::ChairCount(charter.seats.len())), "{found:?}");
        assert!(found.iter().any(|what| matches!(what, FaultKind::RepeatedId(_))), "{found:?}");
        assert!(found.iter().any(|what| matches!(what, FaultKind::UnknownSet { .. })), "{found:?}");
        assert_eq!(faults(b"\xff\xfe")[0].what, FaultKind::NotText);
        assert_eq!(faults("(\n  tên\u{1}".as_bytes())[0].place.line, 2);
        assert_eq!(faults(b"(\n  t\xff")[0].place, Place::at("charter.ron", 2, 4));
        assert_eq!(faults(b" ")[0].what, FaultKind::Empty);
    }

    #[test]
    fn a_charter_without_products_is_checked_all_the_same() {
        let mut charter = fixture::charter();
        charter.products.clear();
        charter.sets.clear();
        assert_eq!(check_charter(&charter, "c"), []);
        charter.rubric.decision = "26\u{1b}[2J/QĐ".into();
        assert_eq!(check_charter(&charter, "c").len(), 1);
    }

    #[test]
    fn a_crowd_is_turned_away_before_everyone_is_compared_with_everyone() {
        let mut charter = fixture::charter();
        charter.products = vec![charter.products[0].clone(); MOST_PRODUCTS + 1];
        let field = "products".to_owned();
        let found: Vec<FaultKind> = check_charter(&charter, "c").into_iter().map(|fault| fault.what).collect();
        assert_eq!(found, [FaultKind::TooManyEntries { field, most: MOST_PRODUCTS }]);
    }
}
