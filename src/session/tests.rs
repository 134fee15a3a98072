//! The session's rules, one idea each, at a table with a chair, a deputy, three members and a secretary who records.

mod agenda;
mod any_order;
mod blind;
mod crossings;
mod hostile;
mod pairs;
mod past;
mod readings;
mod record;
mod refusals;
mod roll;
mod rounds;
mod table;
mod training;
mod why;

pub(super) use table::{Table, product, seat};

use super::{PhaseName, Refusal, Waiting};

#[test]
fn a_product_goes_from_blind_to_locked_with_five_stars() {
    let mut table = Table::new();
    let p1 = product("p1");
    for who in ["ct", "pct", "m1", "m2"] {
        table.best(who, "p1");
    }
    assert!(table.session.verdict(&p1).is_none());
    assert_eq!(table.session.reveal(&p1, &[]), Err(Refusal::WaitsFor(vec![seat("m3")])));
    table.best("m3", "p1");
    table.reveal("p1").unwrap();
    let verdict = table.session.verdict(&p1).unwrap();
    assert_eq!((verdict.mean.num, verdict.mean.den), (500, 5));
    assert_eq!(table.session.waiting_for(&p1), [Waiting::Lock]);
    table.lock("p1").unwrap();
    assert_eq!(table.session.phase(&p1).name(), PhaseName::Locked);
    assert!(table.session.settled(&p1));
    assert_eq!(table.session.ready_to_seal(), Err(Refusal::Unsettled(vec![product("p2")])));
}
