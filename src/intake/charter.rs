//! A charter from its pieces: particulars, rubric, rules, seats, products. Checks what only the whole can show.

use std::collections::BTreeSet;

use crate::council::{Charter, Product, Purpose, Rules, Seat};
use crate::rubric::Rubric;
use crate::text::clean;
use crate::trouble::{Fault, FaultKind, Place};

/// What a session is called and where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Particulars {
    /// Title.
    pub title: String,
    /// Where the council sits; may be empty.
    pub place: String,
    /// Civil date `2026-11-28`; may be empty.
    pub date: String,
    /// The decision that set up the council; may be empty.
    pub decision: String,
    /// A sitting or a rehearsal.
    pub purpose: Purpose,
    /// Random hex digits.
    pub nonce: String,
}

/// The charter, with only the product sets that its products use; or everything that is wrong. `council` names the
/// file the seats came from.
pub fn build(
    particulars: Particulars,
    rubric: &Rubric,
    rules: Rules,
    seats: Vec<Seat>,
    products: Vec<Product>,
    council: &str,
) -> Result<Charter, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut add = |file: &str, what| faults.push(Fault { place: Place::file(file), what });
    let title = clean(&particulars.title);
    if title.is_empty() {
        add("--title", FaultKind::MissingValue("title".to_owned()));
    }
    let date = clean(&particulars.date);
    if !date.is_empty() && date.parse::<jiff::civil::Date>().is_err() {
        let expected = "YYYY-MM-DD".to_owned();
        add("--date", FaultKind::BadValue { field: "date".to_owned(), found: date.clone(), expected });
    }
    if !rubric.head.current {
        let (field, found) = ("rubric".to_owned(), rubric.head.id.clone());
        add("--rubric", FaultKind::BadValue { field, found, expected: "current: true".to_owned() });
    }
    let (have, need) = (seats.iter().filter(|seat| seat.scores).count(), usize::from(rules.min_sheets));
    if have < need {
        add(council, FaultKind::TooFewScorers { have, need });
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let used: BTreeSet<u8> = products.iter().map(|product| product.set).collect();
    Ok(Charter {
        format: Charter::FORMAT,
        nonce: particulars.nonce,
        purpose: particulars.purpose,
        title,
        place: clean(&particulars.place),
        date,
        decision: clean(&particulars.decision),
        rubric: rubric.head.clone(),
        rules,
        seats,
        products,
        sets: rubric.sets.iter().filter(|set| used.contains(&set.no)).cloned().collect(),
    })
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::intake::{council, products};
    use crate::rubric::builtin;

    const SEATS: &str = "id,title,role\nct,Chủ tịch,chair\nm1,Một,\nm2,Hai,\n";

    fn particulars() -> Particulars {
        Particulars {
            title: "Phiên thử".into(),
            place: String::new(),
            date: "2026-11-28".into(),
            decision: String::new(),
            purpose: Purpose::Sitting,
            nonce: "00".into(),
        }
    }

    /// A charter with one product of each set, `p01` on.
    pub(in crate::intake) fn a_session_with(sets: &[u8]) -> Arc<Charter> {
        let rubric = builtin::default();
        let text = sets.iter().fold(String::from("name,set\n"), |text, no| text + &format!("Sản phẩm {no},{no}\n"));
        let against = products::Against { sets: &rubric.sets, total: 100, taken: &[] };
        let first = products::read("p", text.as_bytes(), against).unwrap();
        let table = council::read("c", SEATS.as_bytes(), &Rules::default()).unwrap();
        Arc::new(build(particulars(), rubric, Rules::default(), table, first, "c").unwrap())
    }

    #[test]
    fn a_charter_carries_the_sets_its_products_use() {
        let charter = a_session_with(&[9, 26]);
        assert_eq!(charter.sets.iter().map(|set| set.no).collect::<Vec<_>>(), [9, 26]);
    }

    #[test]
    fn what_only_the_whole_can_show_is_told_at_once() {
        let seats = council::read("c.csv", b"id,title,role\nct,A,chair\n", &Rules::default()).unwrap();
        let bad = Particulars { title: " ".into(), date: "28/11/2026".into(), ..particulars() };
        let mut rubric = builtin::default().clone();
        rubric.head.current = false;
        let faults = build(bad, &rubric, Rules::default(), seats, Vec::new(), "c.csv").unwrap_err();
        let files: Vec<&str> = faults.iter().map(|fault| fault.place.file.as_str()).collect();
        assert_eq!(files, ["--title", "--date", "--rubric", "c.csv"]);
        assert_eq!(faults[3].what, FaultKind::TooFewScorers { have: 1, need: 3 });
    }
}
