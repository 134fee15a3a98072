//! A council of nine with three products, for tests of screens: every act goes through the gates, as a person's would.

use std::collections::BTreeMap;
use std::sync::Arc;

use ocop_council::council::{
    Act, Author, Cell, Charter, DeskAct, Device, Pen, Presence, Product, ProductId, ProductKind, Purpose, Role, Rules,
    Seat, SeatAct, SeatId, SessionId, Value,
};
use ocop_council::rubric::{Criterion, LevelId, builtin};
use ocop_council::session::Session;

use crate::driver::NOW;

/// A session being made.
pub(crate) struct Sample {
    pub(crate) session: Session,
    pub(crate) pens: BTreeMap<Author, Pen>,
}

/// A seat by its id.
pub(crate) fn seat(id: &str) -> SeatId {
    SeatId::new(id).unwrap()
}

/// A product by its id.
pub(crate) fn product(id: &str) -> ProductId {
    ProductId::new(id).unwrap()
}

/// A pen for a log of its own.
pub(crate) fn pen(session: SessionId, author: &Author, device: u8) -> Pen {
    Pen::begin(session, author.clone(), &Device::from_bytes([device; 5]), "0".repeat(32), "test").0
}

/// The charter of the pictures in the design.
pub(crate) fn charter() -> Charter {
    let rubric = builtin::default();
    let seat = |id: &str, title: &str, name: &str, role: Role| Seat {
        id: seat(id),
        title: title.to_owned(),
        name: name.to_owned(),
        organisation: String::new(),
        role,
        scores: !matches!(role, Role::Secretary | Role::Advisory),
    };
    let product = |id: &str, name: &str, set: u8, producer: &str| Product {
        id: product(id),
        name: name.to_owned(),
        set,
        code: String::new(),
        producer: producer.to_owned(),
        address: String::new(),
        phone: String::new(),
        kind: ProductKind::First,
        self_total: None,
        advisory_total: None,
    };
    Charter {
        format: Charter::FORMAT,
        nonce: "test".to_owned(),
        purpose: Purpose::Sitting,
        title: "Phiên 28/11".to_owned(),
        place: "Huế".to_owned(),
        date: "2026-11-28".to_owned(),
        decision: "1204/QĐ-UBND".to_owned(),
        rubric: rubric.head.clone(),
        rules: Rules::default(),
        seats: vec![
            seat("ct", "Chủ tịch", "Trần Văn Bình", Role::Chair),
            seat("nn", "Sở Nông nghiệp và Môi trường", "Lê Thị Hoa", Role::Deputy),
            seat("ct2", "Sở Công Thương", "Nguyễn Đức An", Role::Member),
            seat("yt", "Sở Y tế", "Phạm Thu Hà", Role::Member),
            seat("kh", "Sở Khoa học và Công nghệ", "Võ Minh Khôi", Role::Member),
            seat("vh", "Sở Văn hóa, Thể thao và Du lịch", "Hồ Quang Vũ", Role::Member),
            seat("htx", "Liên minh Hợp tác xã", "Đặng Thị Mai", Role::Member),
            seat("cg", "Chuyên gia", "Bùi Xuân Lộc", Role::Member),
            seat("tk", "Thư ký", "Ngô Thanh Tâm", Role::Secretary),
        ],
        products: vec![
            product("p01", "Nước mắm ruốc", 9, "HTX Thuận An"),
            product("p02", "Mắm tôm chua", 9, "Cơ sở Bà Duệ"),
            product("p03", "Trà vả", 7, "Hộ Nguyễn Thị Xuân"),
        ],
        sets: [7, 9].into_iter().filter_map(|no| rubric.set(no).cloned()).collect(),
    }
}

impl Sample {
    /// A session in which nothing has happened.
    pub(crate) fn new() -> Sample {
        Sample::of(Purpose::Sitting)
    }

    /// A session for that purpose in which nothing has happened.
    pub(crate) fn of(purpose: Purpose) -> Sample {
        let session = Session::new(SessionId::of(b"sample"), Arc::new(Charter { purpose, ..charter() }));
        Sample { session, pens: BTreeMap::new() }
    }

    fn record(&mut self, author: &Author, act: Act) -> &mut Sample {
        let id = self.session.id();
        let number = u8::try_from(self.pens.len()).unwrap();
        let pen = self.pens.entry(author.clone()).or_insert_with(|| pen(id, author, number));
        let admitted = self.session.admit(pen, NOW, act).unwrap_or_else(|no| panic!("{author}: {no:?}"));
        self.session.apply(admitted.entry);
        self
    }

    /// An act of a seat.
    pub(crate) fn seat(&mut self, id: &str, act: SeatAct) -> &mut Sample {
        self.record(&Author::Seat(seat(id)), Act::Seat(act))
    }

    /// An act of the desk, entered by the chair.
    pub(crate) fn desk(&mut self, act: DeskAct) -> &mut Sample {
        let by = self.session.by(&seat("ct"));
        self.record(&Author::Desk, Act::Desk(by, act))
    }

    /// A seat's attendance.
    pub(crate) fn attendance(&mut self, id: &str, presence: Presence, sits: &str) -> &mut Sample {
        self.desk(DeskAct::Attendance { seat: seat(id), presence, sits: sits.to_owned() })
    }

    /// Scores the first `criteria` criteria of a product, each by the level that `choose` names by its place.
    pub(crate) fn score(
        &mut self,
        id: &str,
        on: &str,
        criteria: usize,
        choose: impl Fn(&Criterion) -> usize,
    ) -> &mut Sample {
        let on = product(on);
        let set = self.session.set(&on).unwrap();
        for criterion in set.criteria().into_iter().take(criteria) {
            let value = LevelId::at(choose(criterion)).map_or(Value::NoneMet, Value::Level);
            let cell = Cell { value, ..Cell::default() };
            if self.session.own_marks(&seat(id), &on).scored(&set, &criterion.code).points().is_none() {
                let act = self.session.mark(&on, &criterion.code, cell);
                self.seat(id, act);
            }
        }
        self
    }

    /// Scores every criterion by its best level and hands the sheet in.
    pub(crate) fn hand_in(&mut self, id: &str, on: &str) -> &mut Sample {
        self.score(id, on, usize::MAX, best);
        let act = self.session.submit(&seat(id), &product(on));
        self.seat(id, act)
    }
}

/// The place of the best level.
pub(crate) fn best(criterion: &Criterion) -> usize {
    (0..criterion.levels.len()).max_by_key(|at| criterion.levels[*at].points).unwrap_or_default()
}
