//! Every pair of acts that two machines can do at once, from every phase of a product: what people see when they meet,
//! in DESIGN's words, whatever came first and on every copy; and that a person can settle it, to the seal.
//!
//! The words: *late* (arrived after a reveal or lock that it could have changed), *conflict* (two versions of a
//! sheet or cell, its member's choice), *contested* (two decisions on a phase), *two ways* (a field, ruling,
//! attendance or seat told two ways), *presiding* (two hand-overs), *sealed*. A pair that is not listed is quiet: both
//! hold, nothing is asked of anybody.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::table::{Table, level, new_product, new_seat, product, seat};
use crate::council::{
    Back, ClosedAs, DeskAct, DisputeKey, DisputeKind, Entry, EntryId, Forward, Presence, Product, ProductField, Role,
    SeatAct,
};
use crate::session::{Phase, ProblemKind, Refusal, Standing, ThingState, TwoWays, Waiting};
use crate::verdict::Verdict;

/// The pairs that ask something of somebody, by situation.
const LISTED: &str = include_str!("pairs.table");

type Done = Result<Entry, Refusal>;
type Did = fn(&mut Table) -> Done;
type Start = fn() -> Table;

/// Everything that can happen to product p1, to its member m1, and around them. Two of a kind differ in what they say.
const ACTS: [(&str, Did); 36] = [
    ("mark", |table| table.mark("m1", "p1", "1.2", level('a'))),
    ("mark otherwise", |table| table.mark("m1", "p1", "1.2", level('b'))),
    ("hand in", |table| table.submit("m1", "p1")),
    ("hand in otherwise", |table| {
        table.mark("m1", "p1", "1.2", level('b'))?;
        table.submit("m1", "p1")
    }),
    ("take back", |table| table.take_back("m1", "p1")),
    ("hand in again", |table| {
        table.take_back("m1", "p1")?;
        table.submit("m1", "p1")
    }),
    ("hand in again otherwise", |table| {
        table.take_back("m1", "p1")?;
        table.mark("m1", "p1", "1.2", level('a'))?;
        table.submit("m1", "p1")
    }),
    ("recuse", |table| table.recuse("m1", "p1")),
    ("take the recusal back", |table| table.seat("m1", SeatAct::Unrecuse { product: product("p1") })),
    ("raise", |table| {
        let (ground, words) = ("forged".into(), String::new());
        table.seat("m1", SeatAct::Raise { product: product("p1"), ground, words })
    }),
    ("opinion", |table| table.seat("m1", SeatAct::Opinion { product: product("p1"), words: "hương thơm".into() })),
    ("absent", |table| table.attend("m1", Presence::Absent)),
    ("left", |table| table.attend("m1", Presence::Left)),
    ("name", |table| correct(table, "Nước mắm")),
    ("name otherwise", |table| correct(table, "Mắm ruốc")),
    ("conclude", |table| conclude(table, "nhất trí")),
    ("conclude otherwise", |table| conclude(table, "còn ý kiến")),
    ("hand over", |table| table.hand_over("pct")),
    ("hand over otherwise", |table| table.hand_over("pct2")),
    ("change the set", |table| table.change_set("p1")),
    ("add a product", |table| add_product(table, "Chè")),
    ("add it otherwise", |table| add_product(table, "Mật ong")),
    ("add a seat", |table| table.add_seat(new_seat("m9", Role::Member, false))),
    ("add it with another role", |table| table.add_seat(new_seat("m9", Role::Advisory, false))),
    ("reveal", |table| table.reveal("p1")),
    ("reveal without", |table| table.reveal_without("p1", &["m1"])),
    ("reveal and lock", |table| {
        table.reveal("p1")?;
        table.lock("p1")
    }),
    ("re-score", |table| table.rescore("p1", &["m1"], &["1.2"])),
    ("re-score another", |table| table.rescore("p1", &["m2"], &["1.2"])),
    ("withdraw the re-scoring", |table| table.withdraw("p1", &["m1"])),
    ("rule it met", |table| table.rule("p1", ("4.1", 5), true)),
    ("rule it missed", |table| table.rule("p1", ("4.1", 5), false)),
    ("lock", |table| table.lock("p1")),
    ("close", |table| table.close("p1", ClosedAs::Withdrawn)),
    ("reopen", |table| table.reopen("p1")),
    ("seal", Table::seal),
];

fn correct(table: &mut Table, value: &str) -> Done {
    let (field, reason) = (ProductField::Name, "sai tên".into());
    table.desk(DeskAct::Correct { product: product("p1"), field, value: value.into(), reason })
}

fn conclude(table: &mut Table, words: &str) -> Done {
    table.desk(DeskAct::Conclude { product: product("p1"), words: words.into() })
}

fn add_product(table: &mut Table, name: &str) -> Done {
    let product = Box::new(Product { name: name.into(), ..new_product("p9") });
    table.desk(DeskAct::AddProduct { product, set: None, reason: "đến sau".into() })
}

/// The council with a second deputy; p2 is out of the way, so that p1 alone keeps the seal waiting.
fn council() -> Table {
    let mut table = Table::new();
    table.add_seat(new_seat("pct2", Role::Deputy, false)).unwrap();
    table.close("p2", ClosedAs::Withdrawn).unwrap();
    table
}

/// All sheets are in. On 4.1 some miss the 5★ minimum and the others reach it.
fn handed_in(missing: &[&str]) -> Table {
    let mut table = council();
    for who in ["ct", "pct", "m1", "m2", "m3"] {
        table.sheet(who, "p1", if missing.contains(&who) { &[("4.1", 'c')] } else { &[] });
    }
    table
}

fn revealed(missing: &[&str]) -> Table {
    let mut table = handed_in(missing);
    table.reveal("p1").unwrap();
    table
}

/// Where p1 stands when the two machines part.
const SITUATIONS: [(&str, Start); 7] = [
    ("m1 has marked all", || {
        let mut table = council();
        table.best_of(&["ct", "pct", "m2", "m3"], "p1");
        table.fill("m1", "p1", &[]);
        table
    }),
    ("all handed in", || handed_in(&["m1"])),
    ("m1 recused", || {
        let mut table = council();
        table.recuse("m1", "p1").unwrap();
        table.best_of(&["ct", "pct", "m2", "m3"], "p1");
        table
    }),
    ("revealed", || revealed(&["m1"])),
    // Two of five: neither side has two thirds, so it has to be settled.
    ("re-scoring", || {
        let mut table = revealed(&["m1", "m2"]);
        table.rescore("p1", &["m1"], &["1.2"]).unwrap();
        table
    }),
    ("locked", || {
        let mut table = revealed(&["m1", "m2"]);
        table.rule("p1", ("4.1", 5), true).unwrap();
        table.lock("p1").unwrap();
        table
    }),
    ("closed", || {
        let mut table = council();
        table.close("p1", ClosedAs::PutOff).unwrap();
        table
    }),
];

/// What people see of it.
fn words(table: &Table) -> String {
    let session = &table.session;
    let mut words = BTreeSet::new();
    for problem in session.problems() {
        words.insert(match problem.kind {
            ProblemKind::Late(_) => "late",
            ProblemKind::Conflict => "conflict",
            ProblemKind::Contested(TwoWays::Phase) => "contested",
            ProblemKind::Contested(TwoWays::Presiding) => "presiding",
            ProblemKind::Contested(_) => "two ways",
            other => panic!("{other:?} cannot come of two sound copies"),
        });
    }
    if session.products().iter().any(|p| session.recusal_contested(&seat("m1"), &p.id)) {
        words.insert("conflict");
    }
    // A ruling that crossed a lock is late without a seat.
    let late_ruling = session.things(&product("p1")).into_iter().any(|thing| {
        thing.key.kind == DisputeKind::Late && thing.key.seat.is_none() && thing.state == ThingState::Open
    });
    if late_ruling {
        words.insert("late");
    }
    if session.sealed().is_some() {
        words.insert("sealed");
    }
    words.into_iter().collect::<Vec<_>>().join(", ")
}

/// Both machines start from one copy and each does its act. Nothing where either act cannot be done from here.
fn part(start: &Table, here: Did, there: Did) -> Option<[Table; 2]> {
    let mut parted = [start.another(2), start.another(3)];
    here(&mut parted[0]).ok()?;
    there(&mut parted[1]).ok()?;
    Some(parted)
}

/// Every pair of acts from every situation, with the two machines before they meet.
fn every_pair(mut seen: impl FnMut(&str, [Table; 2])) {
    for (situation, start) in SITUATIONS {
        let start = start();
        assert_eq!(words(&start), "", "{situation}: nothing is open before they part");
        for (at, (one, here)) in ACTS.iter().enumerate() {
            for (two, there) in &ACTS[at..] {
                if let Some(parted) = part(&start, *here, *there) {
                    seen(&format!("{situation}: {one} ∥ {two}"), parted);
                }
            }
        }
    }
}

/// The decisions on p1 and the figures they show.
fn decided(table: &Table) -> (Vec<EntryId>, Option<Arc<Verdict>>) {
    let p1 = product("p1");
    (table.session.decisions(&p1).into_iter().map(|(id, _)| id).collect(), table.session.verdict(&p1))
}

#[test]
fn what_two_machines_do_at_once_is_seen_alike_on_both_and_in_these_words() {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut crossed = 0;
    every_pair(|pair, [mut one, mut two]| {
        crossed += 1;
        let before = [decided(&one), decided(&two)];
        one.meet(&mut two);
        // No figure of a decision changes by what arrives; but rulings are shown at once until a lock names those that
        // stand.
        let (decisions, figures) = decided(&one);
        let ruled = pair.contains("rule it") && !pair.contains("lock");
        for (known, shown) in before {
            assert!(ruled || known != decisions || shown == figures, "{pair}: the figures of a decision changed");
        }
        if matches!(one.session.phase(&product("p1")), Phase::Contested(_)) {
            assert_eq!(figures, None, "{pair}: what is contested has no star");
        }
        let seen = words(&one);
        if !seen.is_empty() {
            found.insert(pair.to_owned(), seen);
        }
    });
    println!("{crossed} crossings, {} of them ask something of somebody", found.len());
    let mut situation = "";
    let mut listed: BTreeMap<String, String> = BTreeMap::new();
    for line in LISTED.lines().filter(|line| !line.starts_with("//")) {
        match line.strip_prefix("    ").and_then(|row| row.split_once(" → ")) {
            Some((pair, seen)) => _ = listed.insert(format!("{situation}: {pair}"), seen.to_owned()),
            None => situation = line,
        }
    }
    let not_in = |these: &BTreeMap<String, String>, those: &BTreeMap<String, String>, what: &str| {
        let odd = these.iter().filter(|(pair, seen)| those.get(*pair) != Some(seen));
        odd.map(|(pair, seen)| format!("{what} {pair} → {seen}")).collect::<Vec<_>>().join("\n")
    };
    let (odd, gone) = (not_in(&found, &listed, "seen"), not_in(&listed, &found, "listed"));
    assert!(odd.is_empty() && gone.is_empty(), "\n{odd}\n{gone}");
}

/// A chair's way through whatever is open, by what the screens offer for it. Gives up after a while.
fn settle(table: &mut Table) -> Result<(), String> {
    let mut tried = Vec::new();
    for _ in 0..40 {
        if table.seal().is_ok() || table.session.sealed().is_some() {
            return Ok(());
        }
        let did = step(table)?;
        tried.push(did);
    }
    Err(format!("still open after {tried:?}"))
}

fn step(table: &mut Table) -> Result<String, String> {
    let sure = |what: &str, done: Done| done.map(|_| what.to_owned()).map_err(|refusal| format!("{what}: {refusal:?}"));
    let p1 = product("p1");
    if table.session.presiding().is_none() {
        return sure("say who presides", table.hand_over("pct"));
    }
    for id in table.session.products().into_iter().map(|product| product.id) {
        if let Phase::Contested(_) = table.session.phase(&id) {
            let ways = table.session.ways_back(&id);
            let way = ways.iter().find(|way| matches!(way, Back::Revealed(_))).or(ways.first()).cloned();
            let Some(way) = way else { return sure("close", table.close(id.as_str(), ClosedAs::PutOff)) };
            return sure("reopen", table.reopen_to(id.as_str(), way));
        }
        if id != p1 && !table.session.settled(&id) {
            return sure("put off", table.close(id.as_str(), ClosedAs::PutOff));
        }
    }
    if let Some(waiting) = table.session.waiting_for(&p1).into_iter().next() {
        match waiting {
            Waiting::Choice(who) if table.session.recusal_contested(&who, &p1) => {
                return sure("recuse again", table.recuse(who.as_str(), "p1"));
            }
            Waiting::Choice(who) => {
                for (criterion, versions) in table.session.own_conflicts(&who, &p1) {
                    let cell = versions.into_iter().next().ok_or("a conflict without versions")?;
                    sure("choose", table.mark(who.as_str(), "p1", criterion.as_str(), cell))?;
                }
                return sure("hand in the choice", table.submit(who.as_str(), "p1"));
            }
            Waiting::Sheet { seat: who, .. } => {
                if table.submit(who.as_str(), "p1").is_ok() {
                    return Ok("hand in".into());
                }
                match table.session.phase(&p1) {
                    Phase::Rescoring { .. } => _ = table.mark(who.as_str(), "p1", "1.2", level('c')),
                    _ => table.fill(who.as_str(), "p1", &[]),
                }
                return sure("fill and hand in", table.submit(who.as_str(), "p1"));
            }
            Waiting::Ground { raised, .. } => {
                let reason = "đã xem".into();
                return sure("dismiss", table.desk(DeskAct::Dismiss { product: p1.clone(), raised, reason }));
            }
            Waiting::Reveal => return sure("reveal", table.reveal("p1")),
            Waiting::Lock => return sure("lock", lock(table)),
            Waiting::Settling => return Err("settling was tried".into()),
            Waiting::Things(_) | Waiting::Late(_) => return answer(table),
        }
    }
    // Fields told two ways are said again.
    for (what, done) in
        [("name", correct as fn(&mut Table, &str) -> Done), ("conclusion", conclude as fn(&mut Table, &str) -> Done)]
    {
        if done(table, "nhất trí cả").is_ok() && table.session.ready_to_seal() != Err(Refusal::FieldContested) {
            return Ok(format!("say the {what} again"));
        }
    }
    if table.attend("m1", Presence::Left).is_ok() && table.session.ready_to_seal() != Err(Refusal::FieldContested) {
        return Ok("say attendance again".into());
    }
    sure("add the seat again", table.add_seat(new_seat("m9", Role::Advisory, false)))
}

fn lock(table: &mut Table) -> Done {
    match table.lock("p1") {
        Err(Refusal::ForwardNeeded) => table.lock_and_say("p1", Forward::No),
        done => done,
    }
}

fn answer(table: &mut Table) -> Result<String, String> {
    let key: DisputeKey = table.blocking("p1").into_iter().next().ok_or("nothing blocks")?;
    let done = match key.kind {
        DisputeKind::MinimumSplit | DisputeKind::Contested => table.rule("p1", ("4.1", 5), true),
        _ => table.accept("p1", key.clone()),
    };
    done.map(|_| format!("answer {key:?}")).map_err(|refusal| format!("{key:?}: {refusal:?}"))
}

#[test]
fn whatever_crossed_a_person_can_settle_it_to_the_seal() {
    every_pair(|pair, [mut one, two]| {
        one.take(&two);
        if let Err(why) = settle(&mut one) {
            panic!("{pair}: {why}\n{:?}", one.session.problems());
        }
    });
}

/// What a machine did that did not know of the seal stays in the history, and changes nothing that was sealed.
#[test]
fn nothing_that_crosses_the_seal_changes_what_was_sealed() {
    let (_, start) = SITUATIONS.into_iter().find(|(name, _)| *name == "locked").unwrap();
    let start = start();
    let mut crossed = 0;
    for (name, act) in ACTS {
        let (mut sealed, mut other) = (start.another(2), start.another(3));
        sealed.seal().unwrap();
        let Ok(entry) = act(&mut other) else { continue };
        crossed += 1;
        let figures = sealed.session.verdict(&product("p1"));
        sealed.meet(&mut other);
        assert!(sealed.session.sealed().is_some(), "{name}");
        assert_eq!(sealed.session.verdict(&product("p1")), figures, "{name}");
        assert_eq!(sealed.standing(&entry), Standing::Effective, "{name} stays on the record");
        assert_eq!(sealed.mark("m1", "p1", "1.2", level('a')), Err(Refusal::Sealed), "{name}");
    }
    assert!(crossed > 10, "{crossed}");
}
