//! A charter from its pieces: particulars, rubric, rules, seats, products. Checks what only the whole can show.

use crate::council::draft::civil_date;
use crate::council::{Charter, Draft, Lack};
use crate::rubric::{Origin, choose};
use crate::text::clean;
use crate::trouble::{Fault, FaultKind, Place};

/// What the person called each part, for the places of faults.
#[derive(Clone, Copy, Debug)]
pub struct Called<'a> {
    /// The title.
    pub title: &'a str,
    /// The date.
    pub date: &'a str,
    /// The rubric.
    pub rubric: &'a str,
    /// The list of seats.
    pub council: &'a str,
    /// The list of products.
    pub products: &'a str,
}

/// The charter of a draft, with only the product sets that its products use; or everything that is wrong. `nonce` is
/// random hex digits.
pub fn build(draft: Draft, nonce: String, called: Called<'_>) -> Result<Charter, Vec<Fault>> {
    let faults: Vec<Fault> = draft.lacks().iter().map(|lack| fault(lack, called)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let sets = match draft.rubric.head.origin {
        Origin::BuiltIn => draft.used_sets().cloned().collect(),
        // The file may not be there when a later product needs another set of it.
        Origin::File => draft.rubric.sets.iter().filter(|set| choose::may(set).is_ok()).cloned().collect(),
    };
    Ok(Charter {
        format: Charter::FORMAT,
        nonce,
        purpose: draft.purpose,
        title: clean(&draft.title),
        place: clean(&draft.place),
        date: civil_date(&draft.date).unwrap_or_default(),
        decision: clean(&draft.decision),
        rubric: draft.rubric.head.clone(),
        rules: draft.rules,
        seats: draft.seats,
        products: draft.products,
        sets,
    })
}

fn fault(lack: &Lack, called: Called<'_>) -> Fault {
    let (file, what) = match lack {
        Lack::Title => (called.title, FaultKind::MissingValue("title".to_owned())),
        Lack::Date(found) => {
            let expected = "YYYY-MM-DD, DD/MM/YYYY".to_owned();
            (called.date, FaultKind::BadValue { field: "date".to_owned(), found: found.clone(), expected })
        }
        Lack::Rubric(why) => (called.rubric, why.clone()),
        Lack::Set(why) => (called.products, why.clone()),
        Lack::ChairCount(count) => (called.council, FaultKind::ChairCount(*count)),
        Lack::TooFewScorers { have, need } => (called.council, FaultKind::TooFewScorers { have: *have, need: *need }),
        Lack::QuorumOver { seats, need } => (called.council, FaultKind::QuorumOver { seats: *seats, need: *need }),
        Lack::Products => (called.products, FaultKind::Empty),
    };
    Fault { place: Place::file(file), what }
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::council::draft::Lapsed;
    use crate::council::{Product, Purpose, Quorum, Rules, Seat};
    use crate::intake::{council, products};
    use crate::rubric::builtin;

    const CALLED: Called<'_> =
        Called { title: "--title", date: "--date", rubric: "--rubric", council: "c.csv", products: "p.csv" };
    const SEATS: &str = "id,title,role\nct,Chủ tịch,chair\nm1,Một,\nm2,Hai,\n";

    fn draft(seats: Vec<Seat>, products: Vec<Product>) -> Draft {
        Draft {
            title: "Phiên thử".into(),
            place: String::new(),
            date: "28/11/2026".into(),
            decision: String::new(),
            purpose: Purpose::Sitting,
            lapsed: Lapsed::Refused,
            rubric: Arc::new(builtin::default().clone()),
            rules: Rules::default(),
            seats,
            products,
        }
    }

    /// A charter with one product of each set, `p01` on.
    pub(in crate::intake) fn a_session_with(sets: &[u8]) -> Arc<Charter> {
        let rubric = builtin::default();
        let text = sets.iter().fold(String::from("name,set\n"), |text, no| text + &format!("Sản phẩm {no},{no}\n"));
        let against = products::Against { sets: &rubric.sets, total: 100, taken: &[] };
        let first = products::read("p", text.as_bytes(), against).unwrap();
        let table = council::read("c", SEATS.as_bytes(), &Rules::default()).unwrap();
        Arc::new(build(draft(table, first), "00".into(), CALLED).unwrap())
    }

    #[test]
    fn a_charter_carries_the_sets_its_products_use() {
        let charter = a_session_with(&[9, 26]);
        assert_eq!(charter.sets.iter().map(|set| set.no).collect::<Vec<_>>(), [9, 26]);
        assert_eq!(charter.date, "2026-11-28", "the record has one way of writing a date");
    }

    #[test]
    fn what_only_the_whole_can_show_is_told_at_once() {
        let seats = council::read("c.csv", b"id,title,role\nct,A,chair\n", &Rules::default()).unwrap();
        let mut bad = draft(seats, Vec::new());
        (bad.title, bad.date, bad.rules.quorum) = (" ".into(), "28/13/2026".into(), Quorum::Seats(5));
        Arc::make_mut(&mut bad.rubric).head.current = false;
        let faults = build(bad, "00".into(), CALLED).unwrap_err();
        let files: Vec<&str> = faults.iter().map(|fault| fault.place.file.as_str()).collect();
        assert_eq!(files, ["--title", "--date", "--rubric", "c.csv", "c.csv", "p.csv"]);
        assert_eq!(faults[3].what, FaultKind::TooFewScorers { have: 1, need: 3 });
        assert_eq!(faults[4].what, FaultKind::QuorumOver { seats: 1, need: 5 });
    }

    #[test]
    fn a_rubric_of_ones_own_travels_whole_but_for_what_is_unsound() {
        let mut rubric = builtin::default().clone();
        rubric.head.origin = Origin::File;
        rubric.sets[6].unsound = Some(rubric.head.title.clone());
        let seats = || council::read("c", SEATS.as_bytes(), &Rules::default()).unwrap();
        let against = products::Against { sets: &builtin::default().sets, total: 100, taken: &[] };
        let own = |products| Draft { rubric: Arc::new(rubric.clone()), ..draft(seats(), products) };
        let first = products::read("p", b"name,set\nA,9\n", against).unwrap();
        let charter = build(own(first), "00".into(), CALLED).unwrap();
        assert_eq!((charter.sets.len(), charter.set(7)), (25, None));
        let seventh = products::read("p", b"name,set\nM\xe1\xbb\xa9t,7\n", against).unwrap();
        let faults = build(own(seventh), "00".into(), CALLED).unwrap_err();
        assert!(matches!(faults[0].what, FaultKind::UnsoundSet { set: 7, .. }), "{faults:?}");
    }
}
