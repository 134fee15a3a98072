//! The rules file: `Rules(…)` in RON, any field left out, none unknown; and the presets by name.

use crate::council::Rules;
use crate::text::clean;
use crate::trouble::{Fault, FaultKind, Place, text_of};

/// Largest rules file read, in bytes.
const LIMIT: usize = 64 << 10;

/// What each field can be, in the words of the file itself.
const FIELDS: [(&str, &str); 5] = [
    ("quorum", "Fraction(1, 2) … Fraction(1, 1), Seats(1) …"),
    ("min_sheets", "≥ 1"),
    ("spread_limit", "≥ 1"),
    ("minimum_agreement", "Fraction(1, 2) … Fraction(1, 1)"),
    ("decimals", "0–4"),
];

/// The rules of a file, or what is wrong with them.
pub fn read(name: &str, bytes: &[u8]) -> Result<Rules, Vec<Fault>> {
    let text = text_of(name, bytes, LIMIT).map_err(|fault| vec![fault])?;
    if text.trim().is_empty() {
        return Err(vec![Fault { place: Place::file(name), what: FaultKind::Empty }]);
    }
    let rules: Rules = ron::from_str(text).map_err(|error| {
        let place = Place::at(name, error.span.start.line, error.span.start.col);
        vec![Fault { place, what: FaultKind::Syntax(clean(&error.code.to_string())) }]
    })?;
    match rules.unsound() {
        None => Ok(rules),
        Some(field) => Err(vec![senseless(name, text, field)]),
    }
}

/// The names of the presets, for help and for messages.
pub fn preset_names() -> String {
    Rules::presets().into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(", ")
}

/// A value of the right shape that makes no sense, at its field.
fn senseless(name: &str, text: &str, field: &str) -> Fault {
    let at = text.find(field).unwrap_or(0);
    let found = text[at..].split_once(':').map_or("", |(_, rest)| rest.lines().next().unwrap_or_default());
    let expected = FIELDS.iter().find(|(known, _)| *known == field).map_or("", |(_, expected)| expected);
    Fault {
        place: Place::of(name, text, at),
        what: FaultKind::BadValue { field: field.to_owned(), found: value_of(found), expected: expected.to_owned() },
    }
}

/// The value that a line begins with: up to its comma or to the bracket that ends the rules.
fn value_of(rest: &str) -> String {
    let mut depth = 0;
    let value = rest.chars().take_while(|c| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth >= 0 && (depth > 0 || *c != ',')
    });
    clean(&value.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::{MinimaRule, Quorum};

    fn fault(text: &str) -> String {
        let fault = read("rules.ron", text.as_bytes()).unwrap_err().remove(0);
        format!("{} {:?}", fault.place, fault.what)
    }

    #[test]
    fn a_rules_file_names_only_what_differs() {
        let rules = read("r", b"\xef\xbb\xbfRules(quorum: Seats(5), minima: Mean)").unwrap();
        assert_eq!(rules, Rules { quorum: Quorum::Seats(5), minima: MinimaRule::Mean, ..Rules::default() });
        assert_eq!(read("r", b"()").unwrap(), Rules::default());
    }

    #[test]
    fn the_rules_of_the_manual_are_the_default() {
        let manual = "Rules(quorum: Fraction(2, 3), min_sheets: 3, spread_limit: 10, spread_at_limit: Allowed, \
                      minima: Majority, minimum_agreement: Fraction(2, 3), secretary_scores: false, \
                      secretary_records: true, decimals: 2)";
        assert_eq!(read("r", manual.as_bytes()).unwrap(), Rules::default());
    }

    #[test]
    fn what_is_unknown_or_senseless_is_found_at_its_place() {
        assert!(fault("Rules(\n  minimum: Mean)").starts_with("rules.ron:2:"), "{}", fault("Rules(\n  minimum: Mean)"));
        assert_eq!(
            fault("Rules(min_sheets: 3,\n decimals: 9)"),
            "rules.ron:2:2 BadValue { field: \"decimals\", found: \"9\", expected: \"0–4\" }"
        );
        assert!(fault("Rules(quorum: Fraction(4, 3), decimals: 2)").contains("found: \"Fraction(4, 3)\""));
        assert_eq!(fault(" "), "rules.ron Empty");
    }
}
