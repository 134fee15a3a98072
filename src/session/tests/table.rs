//! A council at work: acts in one line each, on one machine or several that exchange what they wrote.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

use crate::council::{
    Act, Author, Back, Cell, Charter, ClosedAs, DeskAct, Device, DisputeKey, Entry, EntryId, Forward, Hash, MinimumId,
    Pen, Presence, Product, ProductId, ProductKind, Purpose, Reason, ReasonKind, Role, Rules, Seat, SeatAct, SeatId,
    Value,
};
use crate::rubric::{Code, LevelId, ProductSet, Star, builtin};
use crate::session::{Refusal, Session, Standing};

/// One machine: its copy of the session and a pen for everyone who writes on it.
pub(in crate::session) struct Table {
    pub(in crate::session) session: Session,
    device: u8,
    pens: HashMap<Author, Pen>,
}

pub(in crate::session) fn seat(id: &str) -> SeatId {
    SeatId::new(id).unwrap()
}

pub(in crate::session) fn product(id: &str) -> ProductId {
    ProductId::new(id).unwrap()
}

pub(in crate::session) fn code(code: &str) -> Code {
    Code::new(code)
}

/// The level with this letter.
pub(in crate::session) fn level(letter: char) -> Cell {
    Cell { value: Value::Level(LevelId::try_from(letter).unwrap()), ..Cell::default() }
}

pub(in crate::session) fn minimum(criterion: &str, star: u8) -> MinimumId {
    MinimumId { criterion: code(criterion), star: Star::new(star).unwrap() }
}

pub(in crate::session) fn slip() -> Reason {
    Reason { kind: ReasonKind::Slip, words: String::new() }
}

pub(in crate::session) fn new_seat(id: &str, role: Role, scores: bool) -> Seat {
    let title = id.to_uppercase();
    Seat { id: seat(id), title, name: String::new(), organisation: String::new(), role, scores }
}

pub(in crate::session) fn new_product(id: &str) -> Product {
    Product {
        id: product(id),
        name: format!("Sản phẩm {id}"),
        set: 9,
        code: String::new(),
        producer: String::new(),
        address: String::new(),
        phone: String::new(),
        kind: ProductKind::First,
        self_total: None,
        advisory_total: None,
    }
}

pub(in crate::session) fn charter() -> Charter {
    let rubric = builtin::default();
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
            new_seat("ct", Role::Chair, true),
            new_seat("pct", Role::Deputy, true),
            new_seat("m1", Role::Member, true),
            new_seat("m2", Role::Member, true),
            new_seat("m3", Role::Member, true),
            new_seat("tk", Role::Secretary, false),
        ],
        products: vec![new_product("p1"), new_product("p2")],
        sets: rubric.sets.iter().filter(|set| set.no == 9).cloned().collect(),
    }
}

/// A set of the decision that the charter lacks.
pub(in crate::session) fn set_7() -> Box<ProductSet> {
    Box::new(builtin::default().set(7).unwrap().clone())
}

impl Table {
    pub(in crate::session) fn new() -> Table {
        Table::of(charter())
    }

    pub(in crate::session) fn of(charter: Charter) -> Table {
        let id = Hash::of(ron::to_string(&charter).unwrap().as_bytes());
        Table { session: Session::new(id, Arc::new(charter)), device: 1, pens: HashMap::new() }
    }

    /// Another machine that holds all this one does and writes logs of its own.
    pub(in crate::session) fn another(&self, device: u8) -> Table {
        Table { session: self.session.clone(), device, pens: HashMap::new() }
    }

    /// Takes in everything the other machine holds.
    pub(in crate::session) fn take(&mut self, other: &Table) {
        for entry in other.entries() {
            self.session.apply(entry);
        }
    }

    /// Both hold what either holds, each in its own order of arrival; they see the same.
    pub(in crate::session) fn meet(&mut self, other: &mut Table) {
        self.take(other);
        other.take(self);
        assert_eq!(digest(&self.session), digest(&other.session));
    }

    pub(in crate::session) fn entries(&self) -> Vec<Entry> {
        self.session.history().into_iter().map(|(entry, _)| Entry::clone(entry)).collect()
    }

    pub(in crate::session) fn act(&mut self, author: Author, act: Act) -> Result<Entry, Refusal> {
        let (session, device) = (self.session.id(), Device::from_bytes([self.device; 5]));
        let pen = self
            .pens
            .entry(author.clone())
            .or_insert_with(|| Pen::begin(session, author, &device, "00".into(), "test").0);
        let mut reader = pen.clone();
        let admitted = self.session.admit(pen, "", act)?;
        let read = reader.read(admitted.line.trim_end_matches('\n').as_bytes()).unwrap();
        assert_eq!(read, admitted.entry, "an entry is read back as it was written");
        self.session.apply(admitted.entry.clone());
        let (_, standing) = self.session.entry(admitted.entry.id).unwrap();
        assert_eq!(standing, &Standing::Effective, "what is admitted takes effect: {:?}", admitted.entry);
        Ok(admitted.entry)
    }

    /// Writes an act past the first gate, as a hostile or broken program would, over what it pleases.
    pub(in crate::session) fn force(&mut self, author: Author, over: Vec<EntryId>, act: Act) -> Entry {
        let entry = self.forge(author, over, act);
        self.session.apply(entry.clone());
        entry
    }

    /// As [`Table::force`], without taking the entry in.
    pub(in crate::session) fn forge(&mut self, author: Author, over: Vec<EntryId>, act: Act) -> Entry {
        let (session, device) = (self.session.id(), Device::from_bytes([self.device ^ 64; 5]));
        let pen = self
            .pens
            .entry(author.clone())
            .or_insert_with(|| Pen::begin(session, author, &device, "00".into(), "test").0);
        pen.write(7, String::new(), over, act).0
    }

    pub(in crate::session) fn standing(&self, entry: &Entry) -> Standing {
        self.session.entry(entry.id).unwrap().1.clone()
    }

    pub(in crate::session) fn seat(&mut self, who: &str, act: SeatAct) -> Result<Entry, Refusal> {
        self.act(Author::Seat(seat(who)), Act::Seat(act))
    }

    /// An act of the desk, entered by whoever presides.
    pub(in crate::session) fn desk(&mut self, act: DeskAct) -> Result<Entry, Refusal> {
        let presiding = self.session.presiding().unwrap_or_else(|| seat("ct"));
        self.entered_by(presiding.as_str(), act)
    }

    pub(in crate::session) fn entered_by(&mut self, who: &str, act: DeskAct) -> Result<Entry, Refusal> {
        self.act(Author::Desk, Act::Desk(self.session.by(&seat(who)), act))
    }

    pub(in crate::session) fn mark(
        &mut self,
        who: &str,
        on: &str,
        criterion: &str,
        cell: Cell,
    ) -> Result<Entry, Refusal> {
        let mark = self.session.mark(&product(on), &code(criterion), cell);
        self.seat(who, mark)
    }

    pub(in crate::session) fn submit(&mut self, who: &str, on: &str) -> Result<Entry, Refusal> {
        let submit = self.session.submit(&seat(who), &product(on));
        self.seat(who, submit)
    }

    pub(in crate::session) fn take_back(&mut self, who: &str, on: &str) -> Result<Entry, Refusal> {
        let take_back = self.session.take_back(&product(on));
        self.seat(who, take_back)
    }

    pub(in crate::session) fn recuse(&mut self, who: &str, on: &str) -> Result<Entry, Refusal> {
        self.seat(who, SeatAct::Recuse { product: product(on), reason: "người nhà".into() })
    }

    /// Marks the best level everywhere but where told otherwise.
    pub(in crate::session) fn fill(&mut self, who: &str, on: &str, but: &[(&str, char)]) {
        let set = self.session.set(&product(on)).unwrap();
        for criterion in set.criteria() {
            let best = char::from(LevelId::at(criterion.levels.len() - 1).unwrap());
            let other = but.iter().find(|(code, _)| *code == criterion.code.as_str()).map(|(_, letter)| *letter);
            match self.mark(who, on, criterion.code.as_str(), level(other.unwrap_or(best))) {
                Ok(_) | Err(Refusal::NotApplicable { .. } | Refusal::AlreadySo) => {}
                Err(refusal) => panic!("{who} cannot mark {}: {refusal:?}", criterion.code),
            }
        }
    }

    /// Marks as [`Table::fill`] and hands in.
    pub(in crate::session) fn sheet(&mut self, who: &str, on: &str, but: &[(&str, char)]) -> Entry {
        self.fill(who, on, but);
        self.submit(who, on).unwrap()
    }

    /// Marks the best level everywhere and hands in.
    pub(in crate::session) fn best(&mut self, who: &str, on: &str) -> Entry {
        self.sheet(who, on, &[])
    }

    /// Some hand in the best sheet.
    pub(in crate::session) fn best_of(&mut self, who: &[&str], on: &str) {
        for who in who {
            self.best(who, on);
        }
    }

    /// Everyone hands in the best sheet.
    pub(in crate::session) fn all_best(&mut self, on: &str) {
        self.best_of(&["ct", "pct", "m1", "m2", "m3"], on);
    }

    /// Both products are closed.
    pub(in crate::session) fn put_all_off(&mut self) {
        self.close("p1", ClosedAs::PutOff).unwrap();
        self.close("p2", ClosedAs::PutOff).unwrap();
    }

    /// All sheets but some are handed in and opened.
    pub(in crate::session) fn revealed(&mut self, on: &str, but: &[(&str, &[(&str, char)])]) -> Entry {
        for who in ["ct", "pct", "m1", "m2", "m3"] {
            let marks = but.iter().find(|(other, _)| *other == who).map_or(&[][..], |(_, marks)| marks);
            self.sheet(who, on, marks);
        }
        self.reveal(on).unwrap()
    }

    pub(in crate::session) fn reveal(&mut self, on: &str) -> Result<Entry, Refusal> {
        let reveal = self.session.reveal(&product(on), &[])?;
        self.desk(reveal)
    }

    pub(in crate::session) fn reveal_without(&mut self, on: &str, set_aside: &[&str]) -> Result<Entry, Refusal> {
        let set_aside: Vec<SeatId> = set_aside.iter().map(|id| seat(id)).collect();
        let reveal = self.session.reveal(&product(on), &set_aside)?;
        self.desk(reveal)
    }

    pub(in crate::session) fn lock(&mut self, on: &str) -> Result<Entry, Refusal> {
        let lock = self.session.lock(&product(on), None)?;
        self.desk(lock)
    }

    pub(in crate::session) fn lock_and_say(&mut self, on: &str, forward: Forward) -> Result<Entry, Refusal> {
        let lock = self.session.lock(&product(on), Some(forward))?;
        self.desk(lock)
    }

    pub(in crate::session) fn rescore(&mut self, on: &str, who: &[&str], criteria: &[&str]) -> Result<Entry, Refusal> {
        let (seats, criteria) =
            (who.iter().map(|id| seat(id)).collect(), criteria.iter().map(|text| code(text)).collect());
        let rescore = self.session.rescore(&product(on), seats, criteria, slip())?;
        self.desk(rescore)
    }

    pub(in crate::session) fn withdraw(&mut self, on: &str, who: &[&str]) -> Result<Entry, Refusal> {
        let seats = who.iter().map(|id| seat(id)).collect();
        let withdraw = self.session.rescore_withdraw(&product(on), seats, "thôi".into())?;
        self.desk(withdraw)
    }

    pub(in crate::session) fn rule(
        &mut self,
        on: &str,
        (criterion, star): (&str, u8),
        met: bool,
    ) -> Result<Entry, Refusal> {
        let rule = self.session.rule(&product(on), minimum(criterion, star), met, slip())?;
        self.desk(rule)
    }

    pub(in crate::session) fn accept(&mut self, on: &str, dispute: DisputeKey) -> Result<Entry, Refusal> {
        let accept = self.session.accept(&product(on), dispute, slip())?;
        self.desk(accept)
    }

    pub(in crate::session) fn reopen(&mut self, on: &str) -> Result<Entry, Refusal> {
        let reopen = self.session.reopen(&product(on), "xem lại".into());
        self.desk(reopen)
    }

    pub(in crate::session) fn reopen_to(&mut self, on: &str, to: Back) -> Result<Entry, Refusal> {
        self.desk(DeskAct::Reopen { product: product(on), to, reason: "xem lại".into() })
    }

    pub(in crate::session) fn close(&mut self, on: &str, how: ClosedAs) -> Result<Entry, Refusal> {
        let close = self.session.close(&product(on), how, "giấy tờ".into());
        self.desk(close)
    }

    pub(in crate::session) fn attend(&mut self, who: &str, presence: Presence) -> Result<Entry, Refusal> {
        self.desk(DeskAct::Attendance { seat: seat(who), presence, sits: String::new() })
    }

    pub(in crate::session) fn hand_over(&mut self, to: &str) -> Result<Entry, Refusal> {
        self.desk(DeskAct::HandOver { to: seat(to) })
    }

    pub(in crate::session) fn add_product(&mut self, id: &str) -> Result<Entry, Refusal> {
        self.desk(DeskAct::AddProduct { product: Box::new(new_product(id)), set: None, reason: "đến sau".into() })
    }

    pub(in crate::session) fn add_seat(&mut self, seat: Seat) -> Result<Entry, Refusal> {
        self.desk(DeskAct::AddSeat { seat: Box::new(seat), reason: "đến sau".into() })
    }

    pub(in crate::session) fn change_set(&mut self, on: &str) -> Result<Entry, Refusal> {
        self.desk(DeskAct::ChangeSet { product: product(on), no: 7, set: Some(set_7()), reason: "nhầm bộ".into() })
    }

    pub(in crate::session) fn seal(&mut self) -> Result<Entry, Refusal> {
        self.desk(DeskAct::Seal { file: "0".repeat(64) })
    }

    /// What blocks on a product and is not answered.
    pub(in crate::session) fn blocking(&self, on: &str) -> Vec<DisputeKey> {
        use crate::session::ThingState::{Open, Rescored};
        let things = self.session.things(&product(on)).into_iter();
        things.filter(|t| t.blocking && matches!(t.state, Open | Rescored)).map(|t| t.key).collect()
    }
}

/// Everything a person can see of a session, in one text.
pub(in crate::session) fn digest(session: &Session) -> String {
    let mut seen = String::new();
    let mut see = |what: &dyn std::fmt::Debug| writeln!(seen, "{what:?}").unwrap();
    for product in session.products() {
        let id = &product.id;
        see(&(&product, session.phase(id), session.decisions(id), session.basis(id)));
        see(&(session.verdict(id), session.things(id), session.waiting_for(id), session.late(id)));
        see(&(session.open_grounds(id), session.ways_back(id), session.conclusion(id)));
        for seat in session.seats() {
            see(&(session.progress(&seat.id, id), session.recused(&seat.id, id), session.opinion(&seat.id, id)));
            see(&(session.own_marks(&seat.id, id), session.own_conflicts(&seat.id, id)));
            see(&session.own_versions(&seat.id, id));
        }
    }
    see(&(session.agenda(), session.criterion_readings(), session.agreed_readings()));
    for seat in session.seats() {
        see(&(session.attendance(&seat.id), &seat));
    }
    see(&(session.problems(), session.quorum(), session.presiding(), session.sealed(), session.ready_to_seal()));
    for (entry, standing) in session.history() {
        see(&(entry.id, standing));
    }
    seen
}
