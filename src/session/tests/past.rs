//! The session as it stood earlier: what was to be seen then, less what is hidden now; nothing can be done to it.

use super::table::{Table, digest, level, product, seat};
use crate::council::{Act, Author, Back, DeskAct, Entry, EntryId, Presence};
use crate::session::{Phase, PhaseName, Refusal, Sight, Statement};

/// A course with everything in it: p1 to its lock over two rounds, p2 in the middle of its scoring.
fn course() -> Table {
    let mut table = Table::new();
    table.attend("m3", Presence::Left).unwrap();
    table.attend("m3", Presence::Present).unwrap();
    table.fill("m1", "p2", &[]);
    table.revealed("p1", &[("m1", &[("4.1", 'a')]), ("m2", &[("4.1", 'a')]), ("pct", &[("4.1", 'a')])]);
    table.rescore("p1", &["m1"], &["4.1"]).unwrap();
    table.mark("m1", "p1", "4.1", level('d')).unwrap();
    table.submit("m1", "p1").unwrap();
    table.reveal("p1").unwrap();
    table.rule("p1", ("4.1", 5), true).unwrap();
    table.lock("p1").unwrap();
    table
}

#[test]
fn a_past_shows_exactly_what_was_to_be_seen_then() {
    // Another table takes the same entries one by one; what it shows after each is what the past has to show.
    let table = course();
    let mut then = Table::of((**table.session.charter()).clone());
    let entries: Vec<Entry> = table.entries();
    assert!(entries.len() > 150);
    for (at, entry) in entries.iter().enumerate() {
        then.session.apply(entry.clone());
        if at % 40 == 0 || entry.author == Author::Desk {
            let past = table.session.as_of(entry.id).unwrap();
            assert_eq!(digest(&past), digest(&then.session), "after entry {at}");
            assert_eq!(past.until(), Some(entry.id));
            for id in ["p1", "p2"] {
                assert_eq!(past.why(&product(id)), then.session.why(&product(id)), "after entry {at}");
            }
        }
    }
}

#[test]
fn an_entry_that_is_not_here_has_no_past() {
    assert!(course().session.as_of(EntryId::FIRST).is_none());
}

#[test]
fn nothing_can_be_recorded_in_a_past() {
    let table = course();
    let entries = table.entries();
    let past = table.session.as_of(entries[entries.len() - 3].id).unwrap();
    for entry in &entries {
        let crate::council::Content::Known(act) = &entry.content else { continue };
        assert_eq!(past.allows(&entry.author, act), Err(Refusal::LookingBack), "{act:?}");
    }
    let open = DeskAct::Remark { product: None, criterion: None, words: "ghi".into() };
    let open = Act::Desk(table.session.by(&seat("ct")), open);
    assert!(table.session.allows(&Author::Desk, &open).is_ok(), "the present takes it");
    assert_eq!(past.allows(&Author::Desk, &open), Err(Refusal::LookingBack));
}

#[test]
fn a_product_that_is_scored_blind_again_is_blind_in_its_past_too() {
    let mut table = course();
    let p1 = product("p1");
    let lock = table.entries().last().unwrap().id;
    assert!(table.session.as_of(lock).unwrap().verdict(&p1).is_some());
    table.reopen_to("p1", Back::Blind(None)).unwrap();
    for entry in table.entries() {
        let past = table.session.as_of(entry.id).unwrap();
        assert_eq!(past.phase(&p1).name(), PhaseName::Blind);
        assert!(past.verdict(&p1).is_none() && past.verdict_before(&p1).is_none());
        assert_eq!((past.counted(&p1), past.things(&p1), past.changes(&p1)), (vec![], vec![], vec![]));
        assert_eq!(past.why(&p1), [Statement::Blind]);
        let reader = past.reader(None);
        assert!(
            table
                .entries()
                .iter()
                .filter(|entry| entry.author == Author::Seat(seat("m1")))
                .all(|entry| { past.entry(entry.id).is_none_or(|(entry, _)| reader.sees(entry) != Sight::Whole) })
        );
    }
}

#[test]
fn a_product_closed_after_its_sheets_were_hidden_again_stays_hidden_in_its_past() {
    let mut table = course();
    table.reopen_to("p1", Back::Blind(None)).unwrap();
    table.close("p1", crate::council::ClosedAs::Withdrawn).unwrap();
    let entries = table.entries();
    let past = table.session.as_of(entries[entries.len() - 3].id).unwrap();
    assert!(past.verdict(&product("p1")).is_none(), "as of the lock");
    let now = table.session.as_of(entries.last().unwrap().id).unwrap();
    assert!(matches!(now.phase(&product("p1")), Phase::Closed { .. }));
}

#[test]
fn a_contested_product_shows_in_its_past_no_more_than_it_does_now() {
    let mut table = Table::new();
    table.best_of(&["ct", "pct", "m1", "m2", "m3"], "p1");
    let mut other = table.another(2);
    let reveal = table.reveal("p1").unwrap();
    assert!(table.session.as_of(reveal.id).unwrap().verdict(&product("p1")).is_some());
    other.change_set("p1").unwrap();
    table.meet(&mut other);
    assert!(table.session.as_of(reveal.id).unwrap().verdict(&product("p1")).is_none());
}
