//! A sitting in the middle of its afternoon: one product to reconcile (spread 14, a split on 3.5, a recusal, a member
//! who left), one blind with a ground raised, one ready to be revealed.

use ocop_council::council::{Presence, Purpose, SeatAct};
use ocop_council::rubric::Criterion;

use crate::driver::Driver;
use crate::sample::{Sample, product, seat};
use ocop_council::app::Size;

/// Marks that differ from the base sheet: criterion and points; none for none met.
type Marks = &'static [(&'static str, Option<u16>)];

/// What most sheets say, where it is not the best level: 84 points.
const BASE: Marks = &[
    ("1.2", Some(2)),
    ("1.3", Some(2)),
    ("1.6", Some(0)),
    ("2.4", Some(0)),
    ("3.1", Some(2)),
    ("3.2", Some(0)),
    ("3.3", Some(2)),
    ("3.5", Some(2)),
    ("4.1", Some(3)),
    ("4.2", Some(2)),
    ("4.3", Some(3)),
    ("5.2", Some(1)),
    ("10", Some(1)),
    ("11", Some(2)),
];

/// Where each sheet differs: 84, 83, 86, 77, 81 and 91 points.
const SHEETS: [(&str, Marks); 6] = [
    ("ct", &[]),
    ("nn", &[("3.5", Some(1))]),
    ("ct2", &[("1.2", Some(3)), ("11", Some(3))]),
    ("yt", &[("3.5", Some(1)), ("6.5", Some(2)), ("9", Some(3)), ("1.1", Some(3))]),
    ("kh", &[("3.5", Some(1)), ("1.3", None)]),
    (
        "htx",
        &[("3.5", Some(3)), ("4.3", Some(5)), ("4.2", Some(3)), ("3.3", Some(3)), ("1.2", Some(3)), ("11", Some(3))],
    ),
];

/// The place of the level a sheet chooses; past the last for none met.
fn choose(own: Marks, criterion: &Criterion) -> usize {
    let find =
        |marks: Marks| marks.iter().find(|(code, _)| *code == criterion.code.as_str()).map(|(_, points)| *points);
    match find(own).or_else(|| find(BASE)) {
        None => criterion.levels.len() - 1,
        Some(Some(points)) => criterion.worth(points)[0].place(),
        Some(None) => usize::MAX,
    }
}

/// Hands in a whole sheet.
fn hand_in(sample: &mut Sample, id: &str, on: &str, own: Marks) {
    sample.score(id, on, usize::MAX, |criterion| choose(own, criterion));
    let act = sample.session.submit(&seat(id), &product(on));
    sample.seat(id, act);
}

/// Everyone has handed in p01 and p03; nothing is open yet.
pub(crate) fn handed_in() -> Sample {
    all_handed_in(Sample::new())
}

fn all_handed_in(mut sample: Sample) -> Sample {
    sample.attendance("vh", Presence::Left, "");
    sample.seat("cg", SeatAct::Recuse { product: product("p01"), reason: "anh em ruột với chủ thể".into() });
    for (id, own) in SHEETS {
        hand_in(&mut sample, id, "p01", own);
    }
    for id in ["ct", "nn", "ct2", "yt", "kh", "htx", "cg"] {
        sample.hand_in(id, "p03");
    }
    sample
}

/// p01 is open, p02 blind with a ground raised, p03 ready.
pub(crate) fn disputed() -> Sample {
    disputed_in(Purpose::Sitting)
}

/// As [`disputed`], in a session for that purpose.
pub(crate) fn disputed_in(purpose: Purpose) -> Sample {
    let mut sample = all_handed_in(Sample::of(purpose));
    let reveal = sample.session.reveal(&product("p01"), &[]).unwrap();
    sample.desk(reveal);
    sample.score("ct", "p02", 10, |_| 0).score("nn", "p02", 31, |criterion| choose(&[], criterion));
    for id in ["ct2", "kh", "htx", "cg"] {
        hand_in(&mut sample, id, "p02", &[]);
    }
    sample.seat(
        "yt",
        SeatAct::Raise {
            product: product("p02"), ground: "impurities".into(), words: "có sạn trong mẫu thử".into()
        },
    );
    sample
}

/// A member of a re-scoring hands in again, with other points on one criterion.
pub(crate) fn answer(sample: &mut Sample, id: &str, on: &str, code: &str, points: u16) {
    let on = product(on);
    let set = sample.session.set(&on).unwrap();
    let criterion = set.criteria().into_iter().find(|criterion| criterion.code.as_str() == code).unwrap();
    let value = ocop_council::council::Value::Level(criterion.worth(points)[0]);
    let cell = ocop_council::council::Cell { value, ..Default::default() };
    let mark = sample.session.mark(&on, &criterion.code, cell);
    sample.seat(id, mark);
    let submit = sample.session.submit(&seat(id), &on);
    sample.seat(id, submit);
}

/// The program on the Board of a sample, the chair at the desk.
pub(crate) fn at_the_desk(size: Size, sample: Sample) -> Driver {
    let mut program = Driver::opened(size, sample);
    program.press("Home Enter 1");
    program
}
