//! A large sitting with every sheet opened: fifteen seats, products of six sets, marks that mostly agree and now and
//! then do not. Every act goes through both gates.

use std::collections::BTreeMap;
use std::sync::Arc;

use ocop_council::council::{
    Act, Author, Cell, Charter, DeskAct, Device, Entry, Hash, Pen, Product, ProductId, ProductKind, Purpose, Reason,
    ReasonKind, Role, Rules, Seat, SeatId, Value,
};
use ocop_council::rubric::{LevelId, builtin};
use ocop_council::session::{Refusal, Session};

/// The sitting.
pub(crate) struct Hall {
    pub(crate) session: Session,
    pub(crate) products: Vec<ProductId>,
    pens: BTreeMap<Author, Pen>,
}

const SEATS: usize = 15;
const SETS: [u8; 6] = [1, 7, 9, 12, 20, 26];

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
}

fn charter(products: usize, rule: &str) -> Charter {
    let rubric = builtin::default();
    let seat = |number: usize| Seat {
        id: SeatId::new(&format!("m{number:02}")).expect("a seat id"),
        title: format!("Ghế {number}"),
        name: String::new(),
        organisation: String::new(),
        role: if number == 0 { Role::Chair } else { Role::Member },
        scores: true,
    };
    let product = |number: usize| Product {
        id: ProductId::new(&format!("p{number:03}")).expect("a product id"),
        name: format!("Sản phẩm {number}"),
        set: SETS[number % SETS.len()],
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
        nonce: "bench".into(),
        purpose: Purpose::Rehearsal,
        title: "Thử".into(),
        place: String::new(),
        date: String::new(),
        decision: String::new(),
        rubric: rubric.head.clone(),
        rules: Rules::preset(rule).unwrap_or_default(),
        seats: (0..SEATS).map(seat).collect(),
        products: (0..products).map(product).collect(),
        sets: rubric.sets.iter().filter(|set| SETS.contains(&set.no)).cloned().collect(),
    }
}

impl Hall {
    /// Every product revealed, under the default rules.
    pub(crate) fn revealed(products: usize) -> Hall {
        Hall::under(products, "default")
    }

    /// As [`Hall::revealed`], under a preset.
    pub(crate) fn under(products: usize, rule: &str) -> Hall {
        let charter = charter(products, rule);
        let id = Hash::of(ron::to_string(&charter).expect("a charter is text").as_bytes());
        let ids = charter.products.iter().map(|product| product.id.clone()).collect();
        let mut hall = Hall { session: Session::new(id, Arc::new(charter)), products: ids, pens: BTreeMap::new() };
        let mut dice = Dice(0x0c09_c017);
        for product in hall.products.clone() {
            hall.score(&product, &mut dice);
            let reveal = hall.session.reveal(&product, &[]).expect("every sheet is in");
            hall.desk(reveal);
        }
        hall
    }

    fn act(&mut self, author: &Author, act: Act) -> Result<Entry, Refusal> {
        let session = self.session.id();
        let begin = || Pen::begin(session, author.clone(), &Device::from_bytes([7; 5]), "0".repeat(32), "bench").0;
        let pen = self.pens.entry(author.clone()).or_insert_with(begin);
        let admitted = self.session.admit(pen, "", act)?;
        Ok(admitted.entry)
    }

    fn desk(&mut self, act: DeskAct) {
        let by = self.session.by(&SeatId::new("m00").expect("a seat id"));
        let entry = self.act(&Author::Desk, Act::Desk(by, act)).expect("the table may do this");
        self.session.apply(entry);
    }

    /// Fifteen sheets around one opinion, one mark in six a step off.
    fn score(&mut self, product: &ProductId, dice: &mut Dice) {
        let set = self.session.set(product).expect("a set");
        let deserved: Vec<usize> = set
            .criteria()
            .iter()
            .map(|criterion| {
                let levels = criterion.levels.len();
                levels - 1 - dice.below(levels.min(2) + 1).min(levels - 1) / 2
            })
            .collect();
        for number in 0..SEATS {
            let seat = SeatId::new(&format!("m{number:02}")).expect("a seat id");
            for (criterion, deserved) in set.criteria().iter().zip(&deserved) {
                let place = match dice.below(6) {
                    0 => deserved.saturating_sub(1),
                    _ => *deserved,
                };
                let value = LevelId::at(place).map_or(Value::NoneMet, Value::Level);
                let mark = self.session.mark(product, &criterion.code, Cell { value, ..Cell::default() });
                // A story that is none shuts its structure out.
                if let Ok(entry) = self.act(&Author::Seat(seat.clone()), Act::Seat(mark)) {
                    self.session.apply(entry);
                }
            }
            let submit = self.session.submit(&seat, product);
            let entry = self.act(&Author::Seat(seat), Act::Seat(submit)).expect("the sheet is whole");
            self.session.apply(entry);
        }
    }

    /// The session with everything worked out, and a ruling to come.
    pub(crate) fn with_a_ruling(&self) -> (Session, Entry) {
        let session = self.session.clone();
        self.everything(&session);
        let (product, minimum) = self
            .products
            .iter()
            .find_map(|product| {
                let verdict = session.verdict(product)?;
                let split = verdict.minima.iter().find(|found| found.met_by > 0 && found.met_by < found.of)?;
                Some((product.clone(), split.minimum.clone()))
            })
            .expect("some sheets disagree about a minimum");
        let reason = Reason { kind: ReasonKind::Slip, words: String::new() };
        let rule = session.rule(&product, minimum, true, reason).expect("they disagree");
        let by = session.by(&SeatId::new("m00").expect("a seat id"));
        let mut pen = self.pens.get(&Author::Desk).expect("the table wrote").clone();
        let admitted = session.admit(&mut pen, "", Act::Desk(by, rule)).expect("the table may rule");
        (session, admitted.entry)
    }

    /// Every verdict with its stability, every outlook, and the whole list; its length.
    pub(crate) fn everything(&self, session: &Session) -> usize {
        let things = session.agenda().len();
        things + self.products.iter().filter_map(|product| session.verdict(product)).count()
    }
}
