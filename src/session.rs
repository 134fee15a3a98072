//! The session: the fold of every entry, in any order; the phases; and `admit`, the council's constitution.
//! No files, no clock, no words. What counted sheets say is `verdict`'s.
//!
//! Two gates. [`Session::admit`] checks an act against everything known here before it is written (`constitution`).
//! [`Session::apply`] never fails and commutes: an entry's standing follows from the charter, the entry and the
//! entries it names alone (`standing`).

mod constitution;
mod discuss;
mod phase;
mod propose;
mod record;
mod refusal;
mod roll;
mod sheets;
mod standing;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

pub use discuss::{Problem, ProblemKind, Thing, ThingState, Waiting};
pub use phase::Phase;
pub use refusal::{PhaseName, Refusal};
pub use roll::{Attendance, QuorumCount};
pub use sheets::{Draft, Progress, SheetState};

use crate::council::{
    Act, Author, Charter, Content, Corrected, DeskAct, DisputeKey, Entry, EntryId, MinimumId, Pen, Product,
    ProductField, ProductId, ProductKind, Seat, SeatAct, SeatField, SeatId, SessionId,
};
use crate::rubric::ProductSet;
use crate::verdict::Verdict;

/// A register: what has one current value, or several that stand side by side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Register {
    Sheet(SeatId, ProductId, Option<EntryId>),
    Recusal(SeatId, ProductId),
    Opinion(SeatId, ProductId),
    Raised(EntryId),
    Attendance(SeatId),
    Presiding,
    Corrected(Corrected),
    Phase(ProductId),
    Ruling(EntryId, MinimumId),
    Acceptance(EntryId, DisputeKey),
    Conclusion(ProductId),
}

/// What an entry waits for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Need {
    Entry(EntryId),
    Product(ProductId),
    Seat(SeatId),
}

/// How an entry stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Effective,
    /// Something it names is not here yet.
    Waiting,
    /// A rule says no: it stays in the history and changes nothing.
    Void(Refusal),
    /// An act of a newer program.
    Unknown,
}

#[derive(Clone, Debug)]
struct Held {
    entry: Arc<Entry>,
    standing: Standing,
}

/// An act that was admitted: its entry, and the line (with `\n`) that its log must receive.
#[derive(Clone, Debug)]
pub struct Admitted {
    /// To be applied when (or, for a mark, before) the line is on disk.
    pub entry: Entry,
    /// The bytes for the log.
    pub line: String,
}

/// A council's session: everything known of it here.
#[derive(Clone, Debug)]
pub struct Session {
    id: SessionId,
    charter: Arc<Charter>,
    sets: Vec<Arc<ProductSet>>,
    held: HashMap<EntryId, Held>,
    waiting: HashMap<Need, Vec<EntryId>>,
    clock: u64,
    registers: HashMap<Register, Vec<EntryId>>,
    drafts: HashMap<sheets::DraftKey, Draft>,
    phases: HashMap<EntryId, Phase>,
    bases: HashMap<EntryId, Arc<ProductSet>>,
    added_products: BTreeMap<ProductId, Vec<EntryId>>,
    added_seats: BTreeMap<SeatId, Vec<EntryId>>,
    raised: BTreeMap<ProductId, Vec<EntryId>>,
    unknown: Vec<EntryId>,
    seal: Option<EntryId>,
    on_reveal: BTreeMap<EntryId, Vec<Register>>,
    verdicts: RefCell<HashMap<ProductId, Option<Arc<Verdict>>>>,
}

impl Session {
    /// A session in which nothing has happened.
    pub fn new(id: SessionId, charter: Arc<Charter>) -> Session {
        Session {
            id,
            sets: charter.sets.iter().cloned().map(Arc::new).collect(),
            charter,
            held: HashMap::new(),
            waiting: HashMap::new(),
            clock: 0,
            registers: HashMap::new(),
            drafts: HashMap::new(),
            phases: HashMap::new(),
            bases: HashMap::new(),
            added_products: BTreeMap::new(),
            added_seats: BTreeMap::new(),
            raised: BTreeMap::new(),
            unknown: Vec::new(),
            seal: None,
            on_reveal: BTreeMap::new(),
            verdicts: RefCell::default(),
        }
    }

    /// The first gate: checks an act against everything known here and writes it with the author's pen.
    /// The entry is not applied. `at` is the claimed time; no rule reads it.
    pub fn admit(&self, pen: &mut Pen, at: &str, act: Act) -> Result<Admitted, Refusal> {
        let author = pen.author().clone();
        constitution::allows(self, &author, &act)?;
        let over = self.current(&author, &act);
        let (entry, line) = pen.write(self.clock.max(pen.position()) + 1, at.to_owned(), over, act);
        Ok(Admitted { entry, line })
    }

    /// Whether [`Session::admit`] would say yes; for menus and checklists.
    pub fn allows(&self, author: &Author, act: &Act) -> Result<(), Refusal> {
        constitution::allows(self, author, act)
    }

    /// The second gate: takes an entry in. Never fails, never drops; the same entry twice is once.
    pub fn apply(&mut self, entry: Entry) {
        let id = entry.id;
        if self.held.contains_key(&id) {
            return;
        }
        self.clock = self.clock.max(entry.t);
        self.held.insert(id, Held { entry: Arc::new(entry), standing: Standing::Waiting });
        let mut unsettled = vec![id];
        while let Some(id) = unsettled.pop() {
            let entry = Arc::clone(&self.held[&id].entry);
            match standing::of(self, &entry) {
                standing::Found::Needs(need) => self.waiting.entry(need).or_default().push(id),
                standing::Found::Settled(standing) => {
                    let effective = standing == Standing::Effective;
                    if standing == Standing::Unknown {
                        self.unknown.push(id);
                    }
                    if let Some(held) = self.held.get_mut(&id) {
                        held.standing = standing;
                    }
                    unsettled.extend(self.waiting.remove(&Need::Entry(id)).unwrap_or_default());
                    if let (true, Content::Known(act)) = (effective, &entry.content) {
                        if let Some(need) = self.take_effect(&entry, act) {
                            unsettled.extend(self.waiting.remove(&need).unwrap_or_default());
                        }
                    }
                }
            }
        }
    }

    /// Puts an effective act in its register. Returns what others may have waited for, besides the entry itself.
    fn take_effect(&mut self, entry: &Entry, act: &Act) -> Option<Need> {
        if let Act::Seat(SeatAct::Mark { product, basis, criterion, cell }) = act {
            let Author::Seat(seat) = &entry.author else { return None };
            let key = (seat.clone(), product.clone(), *basis);
            self.drafts.entry(key).or_default().take(entry, criterion, cell);
            return None;
        }
        if let Some(register) = self.register(&entry.author, act, entry.id) {
            if let Register::Ruling(reveal, _) | Register::Acceptance(reveal, _) = &register {
                let known = self.on_reveal.entry(*reveal).or_default();
                if !known.contains(&register) {
                    known.push(register.clone());
                }
            }
            let heads = self.registers.entry(register).or_default();
            match act {
                // An answer replaces the ground it names, whatever else it says.
                Act::Seat(SeatAct::Unraise { raised, .. }) | Act::Desk(_, DeskAct::Dismiss { raised, .. }) => {
                    heads.retain(|head| head != raised);
                }
                _ => heads.retain(|head| !entry.over.contains(head)),
            }
            heads.push(entry.id);
            heads.sort_unstable();
        }
        self.forget_verdict(act);
        match act {
            Act::Seat(SeatAct::Raise { product, .. }) => {
                self.raised.entry(product.clone()).or_default().push(entry.id);
                None
            }
            Act::Seat(_) => None,
            Act::Desk(_, act) => {
                if phase::product_of(act).is_some() {
                    let before = self.phase_before(act, &entry.over);
                    if let Ok(phase) = phase::follow(act, entry.id, &before, |id| self.phases.get(&id).cloned()) {
                        self.phases.insert(entry.id, phase);
                    }
                }
                match act {
                    DeskAct::AddProduct { product, set, .. } => {
                        let carried = set.as_deref().cloned().map(Arc::new).or_else(|| self.charter_set(product.set));
                        self.bases.extend(carried.map(|set| (entry.id, set)));
                        let entries = self.added_products.entry(product.id.clone()).or_default();
                        entries.push(entry.id);
                        entries.sort_unstable();
                        Some(Need::Product(product.id.clone()))
                    }
                    DeskAct::ChangeSet { no, set, .. } => {
                        let carried = set.as_deref().cloned().map(Arc::new).or_else(|| self.charter_set(*no));
                        self.bases.extend(carried.map(|set| (entry.id, set)));
                        None
                    }
                    DeskAct::AddSeat { seat, .. } => {
                        let entries = self.added_seats.entry(seat.id.clone()).or_default();
                        entries.push(entry.id);
                        entries.sort_unstable();
                        Some(Need::Seat(seat.id.clone()))
                    }
                    DeskAct::Seal { .. } => {
                        self.seal = Some(self.seal.map_or(entry.id, |other| other.min(entry.id)));
                        None
                    }
                    _ => None,
                }
            }
        }
    }

    /// The register an act speaks of; none for marks (held by cell) and for what only adds to the record.
    fn register(&self, author: &Author, act: &Act, this: EntryId) -> Option<Register> {
        Some(match (author, act) {
            (
                Author::Seat(seat),
                Act::Seat(SeatAct::Submit { product, basis, .. } | SeatAct::TakeBack { product, basis }),
            ) => Register::Sheet(seat.clone(), product.clone(), *basis),
            (Author::Seat(seat), Act::Seat(SeatAct::Recuse { product, .. } | SeatAct::Unrecuse { product })) => {
                Register::Recusal(seat.clone(), product.clone())
            }
            (Author::Seat(seat), Act::Seat(SeatAct::Opinion { product, .. })) => {
                Register::Opinion(seat.clone(), product.clone())
            }
            (_, Act::Seat(SeatAct::Raise { .. })) => Register::Raised(this),
            (_, Act::Seat(SeatAct::Unraise { raised, .. }) | Act::Desk(_, DeskAct::Dismiss { raised, .. })) => {
                Register::Raised(*raised)
            }
            (_, Act::Seat(_)) => return None,
            (_, Act::Desk(_, act)) => match act {
                DeskAct::Attendance { seat, .. } => Register::Attendance(seat.clone()),
                DeskAct::HandOver { .. } => Register::Presiding,
                DeskAct::Correct { product, field, .. } => {
                    Register::Corrected(Corrected::Product(product.clone(), *field))
                }
                DeskAct::CorrectSeat { seat, field, .. } => Register::Corrected(Corrected::Seat(seat.clone(), *field)),
                DeskAct::Rule { reveal, minimum, .. } => Register::Ruling(*reveal, minimum.clone()),
                DeskAct::Accept { reveal, dispute, .. } => Register::Acceptance(*reveal, dispute.clone()),
                DeskAct::Conclude { product, .. } => Register::Conclusion(product.clone()),
                _ => Register::Phase(phase::product_of(act)?.clone()),
            },
        })
    }

    /// The current values an act replaces: the heads of its register.
    fn current(&self, author: &Author, act: &Act) -> Vec<EntryId> {
        if let (Author::Seat(seat), Act::Seat(SeatAct::Mark { product, basis, criterion, .. })) = (author, act) {
            return self.draft(seat, product, *basis).map(|draft| draft.heads(criterion)).unwrap_or_default();
        }
        let nobody = EntryId::from(self.id);
        self.register(author, act, nobody).map(|register| self.heads(&register).to_vec()).unwrap_or_default()
    }

    fn heads(&self, register: &Register) -> &[EntryId] {
        self.registers.get(register).map_or(&[], Vec::as_slice)
    }

    /// The act of an effective entry.
    fn act(&self, id: EntryId) -> Option<&Act> {
        match self.held.get(&id) {
            Some(Held { entry, standing: Standing::Effective }) => match &entry.content {
                Content::Known(act) => Some(act),
                Content::Unknown => None,
            },
            _ => None,
        }
    }

    fn desk_act(&self, id: EntryId) -> Option<&DeskAct> {
        match self.act(id) {
            Some(Act::Desk(_, act)) => Some(act),
            _ => None,
        }
    }

    fn charter_set(&self, no: u8) -> Option<Arc<ProductSet>> {
        self.sets.iter().find(|set| set.no == no).cloned()
    }

    /// The session's identity.
    pub fn id(&self) -> SessionId {
        self.id
    }

    /// What was fixed before the first mark.
    pub fn charter(&self) -> &Arc<Charter> {
        &self.charter
    }

    /// Whether the session is sealed, and by which entry.
    pub fn sealed(&self) -> Option<EntryId> {
        self.seal
    }

    /// An entry with its standing.
    pub fn entry(&self, id: EntryId) -> Option<(&Arc<Entry>, &Standing)> {
        self.held.get(&id).map(|held| (&held.entry, &held.standing))
    }

    /// Number of entries held.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Every entry with its standing, in reading order: by `t`, then by log and position.
    pub fn history(&self) -> Vec<(&Arc<Entry>, &Standing)> {
        let mut all: Vec<_> = self.held.values().map(|held| (&held.entry, &held.standing)).collect();
        all.sort_by(|(a, _), (b, _)| (a.t, &a.log, a.position, a.id).cmp(&(b.t, &b.log, b.position, b.id)));
        all
    }

    /// The products in order of presentation: the charter's, then those added, by id. Corrections applied.
    pub fn products(&self) -> Vec<Product> {
        let first = self.charter.products.iter().map(|product| product.id.clone());
        let added = self.added_products.keys().cloned();
        first.chain(added).filter_map(|id| self.product(&id)).collect()
    }

    /// A product, corrections and its current set applied. A field corrected two ways shows both.
    pub fn product(&self, id: &ProductId) -> Option<Product> {
        let mut product = match self.charter.product(id) {
            Some(product) => product.clone(),
            None => match self.desk_act(*self.added_products.get(id)?.first()?)? {
                DeskAct::AddProduct { product, .. } => (**product).clone(),
                _ => return None,
            },
        };
        for field in ProductField::ALL {
            let Some(value) = self.corrected(&Corrected::Product(id.clone(), field)) else { continue };
            match field {
                ProductField::Name => product.name = value,
                ProductField::Producer => product.producer = value,
                ProductField::Address => product.address = value,
                ProductField::Phone => product.phone = value,
                ProductField::Code => product.code = value,
                ProductField::Kind => product.kind = product_kind(&value).unwrap_or(product.kind),
            }
        }
        if let Some(set) = self.set(id) {
            product.set = set.no;
        }
        Some(product)
    }

    /// The seats in order of precedence: the charter's, then those added, by id. Corrections applied.
    pub fn seats(&self) -> Vec<Seat> {
        let first = self.charter.seats.iter().map(|seat| seat.id.clone());
        first.chain(self.added_seats.keys().cloned()).filter_map(|id| self.seat(&id)).collect()
    }

    /// A seat, corrections applied.
    pub fn seat(&self, id: &SeatId) -> Option<Seat> {
        let mut seat = self.first_seat(id)?.clone();
        for field in [SeatField::Title, SeatField::Name, SeatField::Organisation] {
            let Some(value) = self.corrected(&Corrected::Seat(id.clone(), field)) else { continue };
            match field {
                SeatField::Title => seat.title = value,
                SeatField::Name => seat.name = value,
                SeatField::Organisation => seat.organisation = value,
            }
        }
        Some(seat)
    }

    /// A seat as first named: roles and scoring never change.
    fn first_seat(&self, id: &SeatId) -> Option<&Seat> {
        self.charter.seat(id).or_else(|| match self.desk_act(*self.added_seats.get(id)?.first()?)? {
            DeskAct::AddSeat { seat, .. } => Some(seat),
            _ => None,
        })
    }

    /// The seats that score, in order of precedence.
    pub fn scoring_seats(&self) -> Vec<SeatId> {
        self.seats().into_iter().filter(|seat| seat.scores).map(|seat| seat.id).collect()
    }

    fn corrected(&self, what: &Corrected) -> Option<String> {
        let mut values: Vec<&str> = self
            .heads(&Register::Corrected(what.clone()))
            .iter()
            .filter_map(|id| match self.desk_act(*id)? {
                DeskAct::Correct { value, .. } | DeskAct::CorrectSeat { value, .. } => Some(value.as_str()),
                _ => None,
            })
            .collect();
        values.sort_unstable();
        values.dedup();
        (!values.is_empty()).then(|| values.join(" / "))
    }

    /// The set a product is scored by now; of a contested one, that of its first head.
    pub fn set(&self, product: &ProductId) -> Option<Arc<ProductSet>> {
        self.set_of(product, self.basis(product))
    }

    /// The set a product is scored by under a basis.
    fn set_of(&self, product: &ProductId, basis: Option<EntryId>) -> Option<Arc<ProductSet>> {
        match basis {
            Some(basis) => self.bases.get(&basis).cloned(),
            None => self.charter_set(self.charter.product(product)?.set),
        }
    }

    /// The phase of a product.
    pub fn phase(&self, product: &ProductId) -> Phase {
        self.phase_of_heads(self.heads(&Register::Phase(product.clone())))
    }

    fn phase_of_heads(&self, heads: &[EntryId]) -> Phase {
        let mut phases = heads.iter().filter_map(|id| self.phases.get(id));
        let Some(first) = phases.next() else { return Phase::Blind { basis: None } };
        match phases.all(|other| self.same_decision(first, other)) {
            true => first.clone(),
            false => Phase::Contested(heads.to_vec()),
        }
    }

    /// The phase an act replaces, from the entries it names in `over`.
    fn phase_before(&self, act: &DeskAct, over: &[EntryId]) -> Phase {
        let mut heads: Vec<EntryId> = over
            .iter()
            .filter(|id| self.desk_act(**id).and_then(phase::product_of) == phase::product_of(act))
            .copied()
            .collect();
        heads.sort_unstable();
        self.phase_of_heads(&heads)
    }

    /// Whether two phases say the same, though by different entries.
    fn same_decision(&self, a: &Phase, b: &Phase) -> bool {
        match (a, b) {
            (Phase::Revealed { reveal: a, .. }, Phase::Revealed { reveal: b, .. }) => self.same_reveal(*a, *b),
            (Phase::Rescoring { reveal: a, asked: x, .. }, Phase::Rescoring { reveal: b, asked: y, .. }) => {
                let named = |asked: &BTreeMap<SeatId, (EntryId, Vec<crate::rubric::Code>)>| {
                    asked.iter().map(|(seat, (_, codes))| (seat.clone(), codes.clone())).collect::<Vec<_>>()
                };
                self.same_reveal(*a, *b) && named(x) == named(y)
            }
            (Phase::Locked { lock: a, .. }, Phase::Locked { lock: b, .. }) => {
                match (self.desk_act(*a), self.desk_act(*b)) {
                    (
                        Some(DeskAct::Lock { reveal: x, result: p, forward: f, .. }),
                        Some(DeskAct::Lock { reveal: y, result: q, forward: g, .. }),
                    ) => self.same_reveal(*x, *y) && p == q && f == g,
                    _ => false,
                }
            }
            (Phase::Closed { how: a, .. }, Phase::Closed { how: b, .. }) => a == b,
            (a, b) => a == b,
        }
    }

    /// Whether two reveals opened the same sheets.
    fn same_reveal(&self, a: EntryId, b: EntryId) -> bool {
        a == b
            || match (self.desk_act(a), self.desk_act(b)) {
                (
                    Some(DeskAct::Reveal { product: p, basis: q, sheets: r, without: s, .. }),
                    Some(DeskAct::Reveal { product: t, basis: u, sheets: v, without: w, .. }),
                ) => (p, q, r, s) == (t, u, v, w),
                _ => false,
            }
    }

    /// What sets the product's set now.
    pub fn basis(&self, product: &ProductId) -> Option<EntryId> {
        self.basis_of(&self.phase(product), product)
    }

    fn basis_of(&self, phase: &Phase, product: &ProductId) -> Option<EntryId> {
        let of_entry = |id: &EntryId| match self.desk_act(*id) {
            Some(DeskAct::Reveal { basis, .. }) => *basis,
            Some(DeskAct::Close { .. }) => self.basis_of(&self.phase_before_entry(*id), product),
            _ => self.phases.get(id).and_then(|phase| match phase {
                Phase::Blind { basis } => *basis,
                _ => None,
            }),
        };
        match phase {
            Phase::Blind { basis } => *basis,
            Phase::Revealed { reveal, .. } | Phase::Rescoring { reveal, .. } | Phase::Locked { reveal, .. } => {
                of_entry(reveal)
            }
            Phase::Closed { close, .. } => of_entry(close),
            Phase::Contested(heads) => heads.iter().find_map(|head| {
                let phase = self.phases.get(head)?;
                self.basis_of(phase, product)
            }),
        }
    }

    /// The phase that an effective phase entry replaced.
    pub fn phase_before_entry(&self, id: EntryId) -> Phase {
        match self.held.get(&id) {
            Some(held) => match self.desk_act(id) {
                Some(act) => self.phase_before(act, &held.entry.over),
                None => Phase::Blind { basis: None },
            },
            None => Phase::Blind { basis: None },
        }
    }
}

/// A product kind from its key.
pub fn product_kind(key: &str) -> Option<ProductKind> {
    match key {
        "first" => Some(ProductKind::First),
        "upgrade" => Some(ProductKind::Upgrade),
        "reassess" => Some(ProductKind::Reassess),
        _ => None,
    }
}
