//! A small session for the store's tests: four seats, two products, one set of two criteria.

use std::cell::Cell as Counter;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Folder, Places, Verification, Writer, create, finish_seal, prepare_seal, verify};
use crate::council::{
    Act, Author, By, Cell, Charter, ClosedAs, DeskAct, Hash, Pen, Product, ProductId, ProductKind, Purpose, Role,
    Rules, Seat, SeatAct, SeatId, Value,
};
use crate::rubric::{Bands, Both, Code, Criterion, Group, Level, LevelId, Origin, Part, ProductSet, RubricHead, Star};
use crate::session::Session;

fn both(text: &str) -> Both {
    Both { vi: text.into(), en: text.into() }
}

fn criterion(code: &str, max: u16) -> Criterion {
    let level = |points, minimum_for| Level { points, text: both("mức"), minimum_for, case: None };
    Criterion {
        code: Code::new(code),
        max,
        name: both("tiêu chí"),
        note: None,
        needs: None,
        cases: Vec::new(),
        levels: vec![level(max / 2, Star::new(3)), level(max, Star::new(5))],
    }
}

fn set() -> ProductSet {
    let group = |code: &str, max| Group {
        code: Code::new(code),
        max,
        name: both("nhóm"),
        criteria: vec![criterion(&format!("{code}.1"), max)],
        groups: Vec::new(),
    };
    let part = |code: &str, groups: Vec<Group>| Part {
        code: code.into(),
        max: groups.iter().map(|group| group.max).sum(),
        name: both("phần"),
        groups,
    };
    ProductSet {
        no: 9,
        name: both("Nước mắm"),
        industry: both("Thực phẩm"),
        group: both("Gia vị"),
        agency: both("Sở"),
        samples: false,
        parts: vec![part("A", vec![group("1", 60)]), part("B", vec![group("2", 40)])],
        grounds: Vec::new(),
        unsound: None,
    }
}

/// The charter.
pub(super) fn charter() -> Charter {
    let seat = |id: &str, role| Seat {
        id: SeatId::new(id).unwrap(),
        title: format!("Ghế {id}"),
        name: String::new(),
        organisation: String::new(),
        role,
        scores: true,
    };
    let product = |id: &str| Product {
        id: ProductId::new(id).unwrap(),
        name: "Nước mắm ruốc".into(),
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
        nonce: "00112233445566778899aabbccddeeff".into(),
        purpose: Purpose::Sitting,
        title: "Phiên 28/11".into(),
        place: String::new(),
        date: "2026-11-28".into(),
        decision: String::new(),
        rubric: RubricHead {
            id: "qd26-2026".into(),
            title: both("Quyết định"),
            decision: "26/2026/QĐ-TTg".into(),
            source: both("Phụ lục"),
            in_force: "2026-05-22".into(),
            current: true,
            lapsed: None,
            minima_unknown: None,
            total: 100,
            bands: Bands { two: 30, three: 50, four: 70, five: 90 },
            origin: Origin::BuiltIn,
            digest: String::new(),
        },
        rules: Rules::default(),
        seats: vec![
            seat("ct", Role::Chair),
            seat("m1", Role::Member),
            seat("m2", Role::Member),
            seat("m3", Role::Member),
        ],
        products: vec![product("p01"), product("p02")],
        sets: vec![set()],
    }
}

/// An author by name.
pub(super) fn author(name: &str) -> Author {
    SeatId::new(name).map_or(Author::Desk, Author::Seat)
}

/// A line with a mark; `t` makes it differ from others.
pub(super) fn mark(pen: &mut Pen, t: u64) -> String {
    let cell = Cell { value: Value::Level(LevelId::at(1).unwrap()), note: format!("lần {t}"), ..Cell::default() };
    let act = SeatAct::Mark { product: ProductId::new("p01").unwrap(), basis: None, criterion: Code::new("1.1"), cell };
    pen.write(t, String::new(), Vec::new(), Act::Seat(act)).1
}

/// A second machine with an equal charter and no logs.
pub(super) fn other(bench: &Bench, name: &str) -> PathBuf {
    let path = bench.place.path().join(name);
    create::create_from(&path, &std::fs::read(bench.path.join("charter.ron")).unwrap()).unwrap();
    path
}

/// So many marks of an author, in a folder on the bench's machine; gives the log written to.
pub(super) fn write(bench: &Bench, session: &Path, name: &str, lines: u64) -> PathBuf {
    let mut folder = Folder::open(session).unwrap();
    let (mut pen, mut writer) = folder.writer(&author(name), &bench.places, &mut |bytes| bench.random(bytes)).unwrap();
    let lines: Vec<String> = (0..lines).map(|t| mark(&mut pen, t)).collect();
    writer.append(&lines).unwrap();
    writer.path().to_path_buf()
}

/// Every entry in a folder, by log, where nothing is wrong with its files.
pub(super) fn ids(session: &Path) -> Vec<String> {
    let reading = Folder::open(session).unwrap().read().unwrap();
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    reading.entries.iter().map(|entry| format!("{} {}", entry.log, entry.id)).collect()
}

/// A session folder in a temporary place, and the machine it is used on.
pub(super) struct Bench {
    pub(super) place: TempDir,
    pub(super) path: PathBuf,
    pub(super) places: Places,
    drawn: Counter<u8>,
}

impl Bench {
    pub(super) fn new() -> Bench {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("phien");
        create(&path, &charter()).unwrap();
        let places = Places::find(None, Some(&place.path().join("home"))).unwrap();
        Bench { place, path, places, drawn: Counter::new(0) }
    }

    pub(super) fn folder(&self) -> Folder {
        Folder::open(&self.path).unwrap()
    }

    /// Bytes that differ from draw to draw.
    pub(super) fn random(&self, bytes: &mut [u8]) {
        self.drawn.set(self.drawn.get().wrapping_add(1));
        bytes.fill(self.drawn.get());
    }

    pub(super) fn writer(&self, name: &str) -> (Pen, Writer) {
        self.folder().writer(&author(name), &self.places, &mut |bytes| self.random(bytes)).unwrap()
    }

    /// The names of the carriers.
    pub(super) fn logs(&self) -> Vec<String> {
        super::files::list(&self.path.join("logs")).unwrap().into_keys().collect()
    }
}

/// A sitting on disk: everybody scores the first product, the second is closed.
pub(super) struct Sitting {
    pub(super) bench: Bench,
}

impl Sitting {
    /// Everything settled.
    pub(super) fn ready() -> Sitting {
        let mut sitting = Sitting { bench: Bench::new() };
        let (first, second) = (ProductId::new("p01").unwrap(), ProductId::new("p02").unwrap());
        for who in ["ct", "m1", "m2", "m3"] {
            for code in ["1.1", "2.1"] {
                let cell = Cell { value: Value::Level(LevelId::at(1).unwrap()), ..Cell::default() };
                sitting.act(who, |session| Act::Seat(session.mark(&first, &Code::new(code), cell.clone())));
            }
            sitting.act(who, |session| {
                let Author::Seat(seat) = author(who) else { panic!("a seat") };
                Act::Seat(session.submit(&seat, &first))
            });
        }
        sitting.act("desk", |session| Act::Desk(by(), session.reveal(&first, &[]).unwrap()));
        sitting.act("desk", |session| Act::Desk(by(), session.lock(&first, None).unwrap()));
        sitting.desk(&DeskAct::Close { product: second, how: ClosedAs::Withdrawn, ground: "Rút".into() });
        sitting
    }

    /// And sealed.
    pub(super) fn sealed() -> Sitting {
        let mut sitting = Sitting::ready();
        sitting.seal_now();
        sitting
    }

    pub(super) fn seal_now(&mut self) {
        let seal = prepare_seal(&self.bench.path, "2026-11-28T17:00:00+07:00").unwrap();
        self.desk(&DeskAct::Seal { file: seal.to_string() });
        assert!(finish_seal(&self.bench.path).unwrap());
    }

    /// The same session on another machine, as it stands now.
    pub(super) fn unsealed_copy(&self) -> Sitting {
        let bench = Bench::new();
        bench.drawn.set(100);
        super::merge(&bench.path, std::slice::from_ref(&self.bench.path)).unwrap();
        Sitting { bench }
    }

    pub(super) fn reopen(&mut self, product: &ProductId) {
        self.act("desk", |session| Act::Desk(by(), session.reopen(product, "Xem lại".into())));
    }

    pub(super) fn desk(&mut self, act: &DeskAct) {
        self.act("desk", |_| Act::Desk(by(), act.clone()));
    }

    fn act(&mut self, who: &str, act: impl Fn(&Session) -> Act) {
        let mut folder = self.bench.folder();
        let reading = folder.read().unwrap();
        let session = super::seal::fold(&folder, reading.entries);
        let (mut pen, mut writer) = self.bench.writer(who);
        let admitted = session.admit(&mut pen, "", act(&session)).unwrap();
        writer.append(&[admitted.line]).unwrap();
    }

    pub(super) fn seal(&self) -> Hash {
        Hash::of(&std::fs::read(self.bench.path.join("session.ron")).unwrap())
    }

    pub(super) fn verify(&self) -> Verification {
        verify(&self.bench.path, None).unwrap()
    }
}

fn by() -> By {
    let chair = SeatId::new("ct").unwrap();
    By { presiding: chair.clone(), entered: chair, under: None }
}
