//! The session's rules, one idea each. The council: a chair, a secretary who records, and members m1 to m5.

use super::*;
use crate::council::{Cell, Device, Purpose, Role, Rules, Value};
use crate::rubric::{LevelId, builtin};

/// A session with pens for everyone, on one machine.
pub(super) struct Table {
    pub(super) session: Session,
    pens: std::collections::HashMap<Author, Pen>,
}

pub(super) fn seat(id: &str) -> SeatId {
    SeatId::new(id).unwrap()
}

pub(super) fn product(id: &str) -> ProductId {
    ProductId::new(id).unwrap()
}

pub(super) fn charter() -> Charter {
    let rubric = builtin::default();
    let seat = |id: &str, role, scores| Seat {
        id: self::seat(id),
        title: id.to_uppercase(),
        name: String::new(),
        organisation: String::new(),
        role,
        scores,
    };
    let product = |id: &str| Product {
        id: self::product(id),
        name: format!("Sản phẩm {id}"),
        set: 9,
        code: String::new(),
        producer: String::new(),
        address: String::new(),
        phone: String::new(),
        kind: ProductKind::First,
        self_total: None,
        advisory_total: None,
    };
    Charter {
        format: Charter::FORMAT,
        nonce: "n".into(),
        purpose: Purpose::Rehearsal,
        title: "Thử".into(),
        place: String::new(),
        date: String::new(),
        decision: String::new(),
        rubric: rubric.head.clone(),
        rules: Rules::default(),
        seats: vec![
            seat("ct", Role::Chair, true),
            seat("pct", Role::Deputy, true),
            seat("m1", Role::Member, true),
            seat("m2", Role::Member, true),
            seat("m3", Role::Member, true),
            seat("tk", Role::Secretary, false),
        ],
        products: vec![product("p1"), product("p2")],
        sets: rubric.sets.iter().filter(|set| set.no == 9).cloned().collect(),
    }
}

impl Table {
    pub(super) fn new() -> Table {
        let charter = charter();
        let id = crate::council::Hash::of(ron::to_string(&charter).unwrap().as_bytes());
        Table { session: Session::new(id, Arc::new(charter)), pens: std::collections::HashMap::new() }
    }

    pub(super) fn act(&mut self, author: Author, act: Act) -> Result<Entry, Refusal> {
        let id = self.session.id();
        let pen = self
            .pens
            .entry(author.clone())
            .or_insert_with(|| Pen::begin(id, author, &Device::from_bytes([1, 2, 3, 4, 5]), "00".into(), "test").0);
        let admitted = self.session.admit(pen, "", act)?;
        self.session.apply(admitted.entry.clone());
        assert_eq!(self.session.entry(admitted.entry.id).unwrap().1, &Standing::Effective);
        Ok(admitted.entry)
    }

    pub(super) fn seat(&mut self, who: &str, act: SeatAct) -> Result<Entry, Refusal> {
        self.act(Author::Seat(seat(who)), Act::Seat(act))
    }

    pub(super) fn desk(&mut self, act: DeskAct) -> Result<Entry, Refusal> {
        let presiding = self.session.presiding().unwrap();
        self.act(Author::Desk, Act::Desk(self.session.by(&presiding), act))
    }

    /// Marks the best level everywhere and hands in.
    pub(super) fn best(&mut self, who: &str, on: &str) {
        let set = self.session.set(&product(on)).unwrap();
        for criterion in set.criteria() {
            let best = LevelId::at(criterion.levels.len() - 1).unwrap();
            let mark =
                self.session.mark(&product(on), &criterion.code, Cell { value: Value::Level(best), ..Cell::default() });
            self.seat(who, mark).unwrap();
        }
        let submit = self.session.submit(&seat(who), &product(on));
        self.seat(who, submit).unwrap();
    }
}

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
    let reveal = table.session.reveal(&p1, &[]).unwrap();
    table.desk(reveal).unwrap();
    let verdict = table.session.verdict(&p1).unwrap();
    assert_eq!((verdict.mean.num, verdict.mean.den), (500, 5));
    assert_eq!(table.session.waiting_for(&p1), [Waiting::Lock]);
    let lock = table.session.lock(&p1, None).unwrap();
    table.desk(lock).unwrap();
    assert_eq!(table.session.phase(&p1).name(), PhaseName::Locked);
    assert!(table.session.settled(&p1));
    assert_eq!(table.session.ready_to_seal(), Err(Refusal::Unsettled(vec![product("p2")])));
}
