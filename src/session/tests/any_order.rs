//! Whatever happens at several machines that exchange entries at random, every order of arrival tells the same.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::table::{Table, charter, code, digest, level, minimum, new_product, new_seat, product, seat, slip};
use crate::council::{
    Act, Author, Back, By, Cell, Charter, ClosedAs, Content, DeskAct, DisputeKey, DisputeKind, Entry, EntryId, Forward,
    Left, LogName, Presence, ProductField, ProductId, Role, SeatAct, SeatId, Value,
};
use crate::rubric::Bands;
use crate::session::{Phase, Session, Standing};

/// A council small enough to be thrown about: two products of five criteria, three sheets enough.
fn small_charter() -> Charter {
    let mut charter = charter();
    let keep = ["1.1", "4.1", "5.1", "5.2", "7"];
    for set in &mut charter.sets {
        for part in &mut set.parts {
            for group in &mut part.groups {
                group.criteria.retain(|criterion| keep.contains(&criterion.code.as_str()));
            }
        }
    }
    charter.rubric.bands = Bands { two: 6, three: 11, four: 15, five: 20 };
    charter.rules.spread_limit = 6;
    charter
}

const SEATS: [&str; 7] = ["ct", "pct", "m1", "m2", "m3", "tk", "m9"];
const PRODUCTS: [&str; 3] = ["p1", "p2", "p9"];
const CRITERIA: [&str; 5] = ["1.1", "4.1", "5.1", "5.2", "7"];

/// One step of the game, in bytes that mean whatever fits.
#[derive(Clone, Debug)]
struct Step {
    machine: usize,
    what: u8,
    who: usize,
    on: usize,
    a: usize,
    b: usize,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..3usize, 0..40u8, 0..SEATS.len(), 0..6usize, 0..997usize, 0..991usize)
        .prop_map(|(machine, what, who, on, a, b)| Step { machine, what, who, on: [0, 0, 0, 0, 1, 2][on], a, b });
    prop::collection::vec(step, 10..70)
}

/// Plays the steps on three machines; what is refused is not played. Some acts are forged past the first gate.
fn play(steps: &[Step]) -> Vec<Table> {
    let first = Table::of(small_charter());
    let mut machines = vec![first.another(11), first.another(12), first.another(13)];
    // Most games begin with everyone having handed in.
    for who in ["ct", "pct", "m1", "m2", "m3"] {
        fill_and_submit(&mut machines[0], &seat(who), &product("p1"), who.len());
    }
    for other in 1..3 {
        exchange(&mut machines, 0, other, usize::MAX);
    }
    for step in steps {
        let (who, on) = (seat(SEATS[step.who]), product(PRODUCTS[step.on]));
        match step.what {
            0..=3 => exchange(&mut machines, step.a % 3, step.machine, step.b % 40),
            4 => exchange(&mut machines, step.a % 3, step.machine, usize::MAX),
            5..=9 => forge(&mut machines[step.machine], &who, &on, step),
            _ => honest(&mut machines[step.machine], &who, &on, step),
        }
    }
    machines
}

/// The second machine takes in the first `count` entries of each log of the first.
fn exchange(machines: &mut [Table], from: usize, to: usize, count: usize) {
    if from != to {
        for log in logs(&machines[from].entries()).into_values() {
            log.into_iter().take(count).for_each(|entry| machines[to].session.apply(entry));
        }
    }
}

fn logs(entries: &[Entry]) -> BTreeMap<LogName, Vec<Entry>> {
    let mut logs: BTreeMap<LogName, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        logs.entry(entry.log.clone()).or_default().push(entry.clone());
    }
    for log in logs.values_mut() {
        log.sort_by_key(|entry| entry.position);
    }
    logs
}

fn cell(a: usize) -> Cell {
    match a % 7 {
        6 => Cell { value: Value::NoneMet, ..Cell::default() },
        5 => Cell { note: "?".into(), ..Cell::default() },
        place => level(['a', 'b', 'c', 'd', 'e'][place]),
    }
}

fn fill_and_submit(table: &mut Table, who: &SeatId, on: &ProductId, seed: usize) {
    let Some(set) = table.session.set(on) else { return };
    for (at, criterion) in set.criteria().into_iter().enumerate() {
        let place = (seed + at * 7) % 3;
        let letter = ['e', 'd', 'c', 'b', 'a']
            .into_iter()
            .skip(place)
            .find(|letter| criterion.level(crate::rubric::LevelId::try_from(*letter).unwrap()).is_some());
        let mark = table.session.mark(on, &criterion.code, level(letter.unwrap_or('a')));
        _ = table.seat(who.as_str(), mark);
    }
    _ = table.submit(who.as_str(), on.as_str());
}

fn honest(table: &mut Table, who: &SeatId, on: &ProductId, step: &Step) {
    let (id, a) = (who.as_str(), step.a);
    let on_text = on.as_str();
    let presence = [Presence::Present, Presence::Absent, Presence::Left][a % 3];
    let reason = || "x".to_owned();
    _ = match step.what {
        10..=12 => {
            fill_and_submit(table, who, on, a);
            return;
        }
        13 => table.mark(id, on_text, CRITERIA[a % 5], cell(step.b)),
        14 | 15 => table.submit(id, on_text),
        16 | 17 => table.take_back(id, on_text),
        18 => table.recuse(id, on_text),
        19 => table.seat(id, SeatAct::Unrecuse { product: on.clone() }),
        20 => table.seat(id, SeatAct::Raise { product: on.clone(), ground: String::new(), words: reason() }),
        21 => match table.session.open_grounds(on).first().map(|(_, raised, ..)| *raised) {
            Some(raised) if a.is_multiple_of(2) => table.seat(id, SeatAct::Unraise { product: on.clone(), raised }),
            Some(raised) => table.desk(DeskAct::Dismiss { product: on.clone(), raised, reason: reason() }),
            None => return,
        },
        22 => table.attend(id, presence),
        23 => table.hand_over(["ct", "pct"][a % 2]),
        24..=27 => table.reveal_without(on_text, if a % 3 == 0 { &["m3"] } else { &[] }),
        28 | 29 => table.rescore(on_text, &[id], if a.is_multiple_of(2) { &["4.1"] } else { &[] }),
        30 => table.withdraw(on_text, &[id]),
        31 => table.rule(on_text, (["1.1", "4.1", "7"][a % 3], [3, 4, 5][step.b % 3]), a % 2 == 0),
        32 => match table.session.things(on) {
            things if things.is_empty() => return,
            things => table.accept(on_text, things[a % things.len()].key.clone()),
        },
        33 | 34 => {
            let forward = table.session.asks_forward(on).then_some([Forward::Yes, Forward::No][a % 2]);
            match table.session.lock(on, forward) {
                Ok(lock) => table.desk(lock),
                Err(_) => return,
            }
        }
        35 => table.close(on_text, ClosedAs::ALL[a % 4]),
        36 => match table.session.ways_back(on) {
            ways if ways.is_empty() => return,
            ways => table.reopen_to(on_text, ways[a % ways.len()].clone()),
        },
        37 => match a % 3 {
            0 => table.add_product("p9"),
            1 => table.add_seat(new_seat("m9", [Role::Member, Role::Deputy][step.b % 2], !step.b.is_multiple_of(3))),
            _ => table.change_set(on_text),
        },
        38 => {
            let (field, value) = (ProductField::ALL[a % 2], ["Một", "Hai"][step.b % 2].to_owned());
            table.desk(DeskAct::Correct { product: on.clone(), field, value, reason: reason() })
        }
        _ if a % 9 == 0 => table.seal(),
        _ => table.seat(id, SeatAct::Opinion { product: on.clone(), words: ["ngon", "mặn"][a % 2].into() }),
    };
}

/// An act that rests on whatever is at hand and replaces what it pleases.
fn forge(table: &mut Table, who: &SeatId, on: &ProductId, step: &Step) {
    let entries = table.entries();
    let pick = |seed: usize| entries.get(seed % (entries.len() + 1)).map_or(EntryId::LAST, |entry| entry.id);
    let (a, b) = (step.a, step.b);
    let over: Vec<EntryId> = (0..b % 4).map(|at| pick(a * 31 + b * 7 + at * 13)).collect();
    let basis = (a % 5 == 0).then(|| pick(b));
    let by = By {
        presiding: seat(["ct", "ct", "pct", "m1"][a % 4]),
        entered: seat(["ct", "tk", "pct", "m1"][b % 4]),
        under: (a % 4 == 2).then(|| pick(b * 3)),
    };
    let by = if b % 2 == 0 { By { presiding: seat("ct"), entered: seat("ct"), under: None } } else { by };
    let (product, reason) = (on.clone(), "x".to_owned());
    let act = match (step.what, a % 12) {
        (5, 0..=5) => Act::Seat(SeatAct::Mark { product, basis, criterion: code(CRITERIA[b % 5]), cell: cell(a) }),
        (5, 6..=8) => Act::Seat(SeatAct::TakeBack { product, basis }),
        (5, _) => Act::Seat(SeatAct::Unraise { product, raised: pick(b) }),
        (6, _) => {
            let SeatAct::Submit { sheet, from, .. } = table.session.submit(who, on) else { return };
            let answers = (a % 2 == 0).then(|| pick(b));
            Act::Seat(SeatAct::Submit { product, basis, sheet, from, answers })
        }
        (_, at) => Act::Desk(
            by,
            match at {
                0 => DeskAct::HandOver { to: who.clone() },
                1 => DeskAct::AddProduct { product: Box::new(new_product(PRODUCTS[b % 3])), set: None, reason },
                2 => {
                    let seat = Box::new(new_seat(SEATS[5 + b % 2], Role::Member, b % 3 == 0));
                    DeskAct::AddSeat { seat, reason }
                }
                3 => DeskAct::ChangeSet { product, no: 9, set: None, reason },
                4 | 5 => table.session.reveal(on, std::slice::from_ref(who)).unwrap_or_else(|_| {
                    let sheets = SEATS.iter().take(5).map(|id| (seat(id), pick(a + id.len() * b))).collect();
                    let present = SEATS.iter().take(6).map(|id| seat(id)).collect();
                    let without = vec![(who.clone(), Left::Absent)];
                    DeskAct::Reveal { product, basis, sheets, without, present }
                }),
                6 => DeskAct::Rescore {
                    product,
                    reveal: pick(b),
                    seats: vec![who.clone(), seat("m1"), who.clone()],
                    criteria: vec![code(CRITERIA[b % 5])],
                    reason: slip(),
                },
                7 => {
                    let minimum = minimum(["1.1", "4.1"][b % 2], 3 + u8::try_from(b % 3).unwrap());
                    DeskAct::Rule { product, reveal: pick(b), minimum, met: a % 2 == 0, reason: slip() }
                }
                8 => {
                    let kind = [DisputeKind::Spread, DisputeKind::Late][b % 2];
                    let entry = (b % 2 == 1).then(|| pick(a));
                    let dispute = DisputeKey { kind, criterion: None, star: None, seat: None, entry };
                    DeskAct::Accept { product, reveal: pick(b), dispute, reason: slip() }
                }
                9 => match table.session.lock(on, None) {
                    Ok(lock) => lock,
                    Err(_) => DeskAct::Close { product, how: ClosedAs::ALL[b % 4], ground: reason },
                },
                10 => {
                    let to = if b % 2 == 0 { Back::Blind(basis) } else { Back::Revealed(pick(b)) };
                    DeskAct::Reopen { product, to, reason }
                }
                _ => DeskAct::Attendance { seat: who.clone(), presence: Presence::Left, sits: String::new() },
            },
        ),
    };
    let author = match &act {
        Act::Seat(_) => Author::Seat(who.clone()),
        Act::Desk(..) => Author::Desk,
    };
    let mut entry = table.forge(author, over, act);
    if step.what == 9 && a.is_multiple_of(11) && b.is_multiple_of(3) {
        entry.content = Content::Unknown;
    }
    table.session.apply(entry);
}

fn told(entries: impl IntoIterator<Item = Entry>) -> Session {
    let table = Table::of(small_charter());
    let mut session = table.session;
    entries.into_iter().for_each(|entry| session.apply(entry));
    session
}

/// The logs dealt out one entry at a time, in an order that a seed decides and that keeps each log's own.
fn dealt(entries: &[Entry], seed: usize) -> Vec<Entry> {
    let mut logs: Vec<std::vec::IntoIter<Entry>> = logs(entries).into_values().map(Vec::into_iter).collect();
    let (mut dealt, mut at) = (Vec::new(), seed);
    while !logs.is_empty() {
        at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let log = (at >> 33) % logs.len();
        match logs[log].next() {
            Some(entry) => dealt.push(entry),
            None => _ = logs.remove(log),
        }
    }
    dealt
}

/// The figures that nothing may change once a reveal is shown.
fn figures(session: &Session, product: &ProductId) -> Option<(EntryId, String)> {
    let reveal = session.phase(product).reveal()?;
    let verdict = session.verdict(product)?;
    Some((reveal, format!("{:?} {:?} {} {:?}", verdict.sheets, verdict.mean, verdict.spread, verdict.by_points)))
}

fn locked(session: &Session, product: &ProductId) -> Option<(EntryId, String)> {
    match session.phase(product) {
        Phase::Locked { lock, .. } => Some((lock, format!("{:?}", session.verdict(product)))),
        _ => None,
    }
}

/// What is effective here is effective there, and figures once shown are the same.
fn is_held_by(smaller: &Session, larger: &Session) {
    for (entry, standing) in smaller.history() {
        let (_, now) = larger.entry(entry.id).expect("the larger session holds all the smaller one does");
        match standing {
            Standing::Waiting => {}
            settled => assert_eq!(settled, now, "{entry:?}"),
        }
    }
    for product in smaller.product_ids() {
        for seen in [figures, locked] {
            if let (Some((before, said)), Some((after, says))) = (seen(smaller, &product), seen(larger, &product)) {
                assert!(before != after || said == says, "{said}\n{says}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_order_copy_and_stage_tells_the_same(steps in steps(), seed in 0usize..1_000_000) {
        let mut machines = play(&steps);
        for (from, to) in [(1, 0), (2, 0), (0, 1), (0, 2)] {
            exchange(&mut machines, from, to, usize::MAX);
        }
        let entries = machines[0].entries();
        let expected = digest(&machines[0].session);
        prop_assert_eq!(&digest(&machines[1].session), &expected);
        prop_assert_eq!(&digest(&machines[2].session), &expected);

        // Any order that keeps each log's own; the other way round; everything twice.
        prop_assert_eq!(&digest(&told(dealt(&entries, seed))), &expected);
        prop_assert_eq!(&digest(&told(entries.iter().rev().cloned())), &expected);
        prop_assert_eq!(&digest(&told(dealt(&entries, seed + 1).into_iter().chain(entries.clone()))), &expected);

        // A copy that was cut short anywhere, whatever the order; and what it held holds in the whole.
        let dealt = dealt(&entries, seed + 2);
        let cut = told(dealt.iter().take(seed % (dealt.len() + 1)).cloned());
        let again = told(cut.history().into_iter().rev().map(|(entry, _)| Entry::clone(entry)));
        prop_assert_eq!(digest(&again), digest(&cut));
        is_held_by(&cut, &machines[0].session);

        if machines[0].session.sealed().is_some() {
            for who in SEATS {
                let raise = SeatAct::Raise { product: product("p1"), ground: String::new(), words: "x".into() };
                prop_assert!(machines[0].seat(who, raise).is_err());
            }
            let remark = DeskAct::Remark { product: None, criterion: None, words: "x".into() };
            prop_assert!(machines[0].desk(remark).is_err());
        }
    }
}

/// The random games would prove little if they never got anywhere.
#[test]
fn games_reach_every_phase() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    let mut standings = [0; 4];
    for _ in 0..40 {
        let machines = play(&steps().new_tree(&mut runner).unwrap().current());
        for machine in &machines {
            seen.extend(machine.session.product_ids().iter().map(|id| machine.session.phase(id).name()));
            for (_, standing) in machine.session.history() {
                standings[match standing {
                    Standing::Effective => 0,
                    Standing::Waiting => 1,
                    Standing::Void(_) => 2,
                    Standing::Unknown => 3,
                }] += 1;
            }
        }
    }
    assert_eq!(seen.len(), 6, "{seen:?}");
    assert!(standings.iter().all(|count| *count > 0), "{standings:?}");
}
