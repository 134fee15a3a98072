//! What a rehearsal may show and a sitting may not.

use super::table::{Table, charter, product};
use crate::council::{MinimaRule, Purpose};
use crate::rubric::Star;

/// Four sheets of five meet the 5★ minimum of 4.1; one has 3 points there.
fn table(purpose: Purpose) -> Table {
    let mut charter = charter();
    charter.purpose = purpose;
    let mut table = Table::of(charter);
    table.revealed("p1", &[("m1", &[("4.1", 'c')])]);
    table
}

#[test]
fn a_rehearsal_shows_the_star_under_each_rule() {
    let session = table(Purpose::Rehearsal).session;
    let found = session.under_each_rule(&product("p1")).unwrap();
    let stars: Vec<(MinimaRule, Option<u8>)> =
        found.iter().map(|(rule, verdict)| (*rule, verdict.star.map(Star::number))).collect();
    let expected = [(MinimaRule::Majority, Some(5)), (MinimaRule::Mean, Some(4)), (MinimaRule::Every, Some(4))];
    assert_eq!(stars, expected);
    assert_eq!(found[0].1, *session.verdict(&product("p1")).unwrap(), "the charter's own rule is the majority");
    assert!(session.under_each_rule(&product("p2")).is_none(), "blind");
}

#[test]
fn a_sitting_shows_the_charters_rule_alone() {
    let session = table(Purpose::Sitting).session;
    assert!(session.verdict(&product("p1")).is_some());
    assert!(session.under_each_rule(&product("p1")).is_none());
}
