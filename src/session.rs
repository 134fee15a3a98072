//! The session: the fold of every entry, in any order; the phases; and `admit`, the council's constitution.
//! No files, no clock, no words. What counted sheets say is `verdict`'s.
//!
//! Two gates. [`Session::admit`] checks an act against everything known here before it is written (`constitution`).
//! [`Session::apply`] never fails and commutes: an entry's standing follows from the charter, the entry and the
//! entries it names alone (`standing`).

mod agenda;
mod constitution;
mod course;
mod discuss;
mod late;
mod lists;
mod needs;
mod owed;
mod past;
mod phase;
mod problems;
mod propose;
mod reading;
mod record;
mod refusal;
mod register;
mod roll;
mod rounds;
mod sheets;
mod sight;
mod standing;
#[cfg(test)]
mod tests;
mod training;
mod versions;
mod why;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

pub use agenda::{Class, Docket, Judged, Matter};
pub use discuss::{Thing, ThingState, Waiting};
pub use lists::product_kind;
pub use owed::Owed;
pub use phase::Phase;
pub use problems::{After, Problem, ProblemKind, TwoWays};
pub use reading::{Agreed, Reading};
pub use refusal::{PhaseName, Refusal};
pub use roll::{Attendance, QuorumCount};
pub use rounds::Change;
pub use sheets::{Draft, Progress, SheetState};
pub use sight::{Reader, Sight};
pub use standing::is_asked;
pub use why::{Chapter, Event, Firmness, Lateness, Statement, What};

use self::needs::{Need, Office};
use self::register::{Heads, Register};
use crate::council::{
    Act, Author, Charter, Content, CriterionId, DeskAct, Entry, EntryId, Hash, Pen, ProductId, SeatAct, SeatId,
    SessionId,
};
use crate::rubric::ProductSet;
use crate::text;
use crate::verdict::{Outlook, Verdict};

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
    /// How many of the things it names are not here yet.
    missing: usize,
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
    /// The set of each product of the first list.
    first_sets: HashMap<ProductId, Option<Arc<ProductSet>>>,
    held: HashMap<EntryId, Held>,
    /// Who waits for what; each entry once for every time it names it.
    waiting: HashMap<Need, Vec<EntryId>>,
    unsettled: HashSet<EntryId>,
    unknown: BTreeSet<EntryId>,
    clock: u64,
    registers: HashMap<Register, Heads>,
    /// The registers with more than one head.
    several: HashSet<Register>,
    drafts: HashMap<sheets::DraftKey, Draft>,
    /// What each effective phase entry led to.
    decided: HashMap<EntryId, course::Decided>,
    bases: HashMap<EntryId, Arc<ProductSet>>,
    added_products: BTreeMap<ProductId, Heads>,
    added_seats: BTreeMap<SeatId, HashSet<Office>>,
    raised: HashMap<ProductId, Heads>,
    /// The readings agreed on criteria.
    readings: BTreeSet<CriterionId>,
    /// What each effective reveal opened; reveals that opened the same are one.
    openings: HashMap<EntryId, Hash>,
    /// The registers of rulings and acceptances on what was opened.
    on_opening: HashMap<Hash, Vec<Register>>,
    seal: Option<EntryId>,
    /// The seats of which something is here, whether it holds or not.
    heard: HashSet<SeatId>,
    /// Of a past: its last entry.
    until: Option<EntryId>,
    /// Of a past: the products whose sheets are hidden now.
    veiled: HashSet<ProductId>,
    roster: RefCell<Option<Arc<lists::Roster>>>,
    verdicts: RefCell<HashMap<ProductId, Option<Arc<Verdict>>>>,
    outlooks: RefCell<HashMap<ProductId, Option<Arc<Outlook>>>>,
    matters: RefCell<HashMap<ProductId, Arc<Vec<Matter>>>>,
}

impl Session {
    /// A session in which nothing has happened.
    pub fn new(id: SessionId, charter: Arc<Charter>) -> Session {
        let sets: Vec<Arc<ProductSet>> = charter.sets.iter().cloned().map(Arc::new).collect();
        let set = |no| sets.iter().find(|set| set.no == no).cloned();
        Session {
            id,
            first_sets: charter.products.iter().rev().map(|p| (p.id.clone(), set(p.set))).collect(),
            sets,
            charter,
            held: HashMap::new(),
            waiting: HashMap::new(),
            unsettled: HashSet::new(),
            unknown: BTreeSet::new(),
            clock: 0,
            registers: HashMap::new(),
            several: HashSet::new(),
            drafts: HashMap::new(),
            decided: HashMap::new(),
            bases: HashMap::new(),
            added_products: BTreeMap::new(),
            added_seats: BTreeMap::new(),
            raised: HashMap::new(),
            readings: BTreeSet::new(),
            openings: HashMap::new(),
            on_opening: HashMap::new(),
            seal: None,
            heard: HashSet::new(),
            until: None,
            veiled: HashSet::new(),
            roster: RefCell::default(),
            verdicts: RefCell::default(),
            outlooks: RefCell::default(),
            matters: RefCell::default(),
        }
    }

    /// The first gate: checks an act against everything known here and writes it with the author's pen.
    /// The entry is not applied. `at` is the claimed time; no rule reads it. Text is written as it will be read.
    pub fn admit(&self, pen: &mut Pen, at: &str, act: Act) -> Result<Admitted, Refusal> {
        let act = act.cleaned();
        let author = pen.author().clone();
        self.allows(&author, &act)?;
        let over = self.current(&author, &act);
        let t = self.clock.max(pen.position()).saturating_add(1);
        let (entry, line) = pen.write(t, text::clean(at), over, act);
        Ok(Admitted { entry, line })
    }

    /// Whether [`Session::admit`] would say yes; for menus and checklists. Nothing is written that the second gate
    /// would not let take effect.
    pub fn allows(&self, author: &Author, act: &Act) -> Result<(), Refusal> {
        refusal::ensure(self.until.is_none(), Refusal::LookingBack)?;
        constitution::allows(self, author, act)?;
        standing::would_hold(self, author, &self.current(author, act), act)
    }

    /// The second gate: takes an entry in. Never fails, never drops; the same entry twice is once.
    pub fn apply(&mut self, entry: Entry) {
        let id = entry.id;
        if self.held.contains_key(&id) {
            return;
        }
        self.clock = self.clock.max(entry.t);
        if let Author::Seat(seat) = &entry.author {
            self.heard.insert(seat.clone());
        }
        let unmet = needs::unmet(self, &entry);
        self.held.insert(id, Held { entry: Arc::new(entry), standing: Standing::Waiting, missing: unmet.len() });
        if unmet.is_empty() {
            self.settle(id);
        } else {
            self.unsettled.insert(id);
            for need in unmet {
                self.waiting.entry(need).or_default().push(id);
            }
        }
    }

    /// Settles an entry that waits for nothing, then those that waited for it alone.
    fn settle(&mut self, id: EntryId) {
        let mut ready = vec![id];
        while let Some(id) = ready.pop() {
            let Some(held) = self.held.get(&id) else { continue };
            let entry = Arc::clone(&held.entry);
            let (standing, decided) = standing::of(self, &entry);
            match &standing {
                Standing::Unknown => _ = self.unknown.insert(id),
                Standing::Effective | Standing::Waiting | Standing::Void(_) => {}
            }
            let effective = standing == Standing::Effective;
            self.unsettled.remove(&id);
            if let Some(held) = self.held.get_mut(&id) {
                held.standing = standing;
            }
            let mut met = vec![Need::Entry(id)];
            if let (true, Content::Known(act)) = (effective, &entry.content) {
                self.decided.extend(decided.map(|decided| (id, decided)));
                met.extend(self.take_effect(&entry, act));
            }
            for need in met {
                for waiter in self.waiting.remove(&need).unwrap_or_default() {
                    let Some(held) = self.held.get_mut(&waiter) else { continue };
                    held.missing -= 1;
                    if held.missing == 0 {
                        ready.push(waiter);
                    }
                }
            }
        }
    }

    /// Puts an effective act in its register. Returns what others may have waited for, besides the entry itself.
    fn take_effect(&mut self, entry: &Entry, act: &Act) -> Vec<Need> {
        if let (Author::Seat(seat), Act::Seat(SeatAct::Mark { product, basis, criterion, cell })) = (&entry.author, act)
        {
            self.drafts.entry((seat.clone(), product.clone(), *basis)).or_default().take(entry, criterion, cell);
            return Vec::new();
        }
        if let Act::Desk(_, DeskAct::Reveal { product, basis, sheets, without, .. }) = act {
            self.openings.insert(entry.id, course::opening(product, *basis, sheets, without));
        }
        self.put_in_register(entry, act);
        if let Act::Desk(_, DeskAct::Remark { criterion: Some(criterion), .. }) = act {
            self.readings.insert(criterion.clone());
        }
        self.forget_verdict(act);
        match act {
            Act::Seat(SeatAct::Raise { product, .. }) => {
                self.raised.entry(product.clone()).or_default().insert(entry.id);
                Vec::new()
            }
            Act::Desk(_, DeskAct::AddProduct { product, set, .. }) => {
                let carried = set.as_deref().cloned().map(Arc::new).or_else(|| self.charter_set(product.set));
                self.bases.extend(carried.map(|set| (entry.id, set)));
                self.added_products.entry(product.id.clone()).or_default().insert(entry.id);
                vec![Need::Product(product.id.clone())]
            }
            Act::Desk(_, DeskAct::ChangeSet { no, set, .. }) => {
                let carried = set.as_deref().cloned().map(Arc::new).or_else(|| self.charter_set(*no));
                self.bases.extend(carried.map(|set| (entry.id, set)));
                Vec::new()
            }
            Act::Desk(_, DeskAct::AddSeat { seat, .. }) => {
                *self.roster.get_mut() = None;
                let offices = Office::ALL.into_iter().filter(|office| office.is_held_by(seat));
                self.added_seats.entry(seat.id.clone()).or_default().extend(offices.clone());
                offices.map(|office| Need::Seat(seat.id.clone(), office)).collect()
            }
            Act::Desk(_, DeskAct::CorrectSeat { .. }) => {
                *self.roster.get_mut() = None;
                Vec::new()
            }
            Act::Desk(_, DeskAct::Seal { .. }) => {
                self.seal = Some(self.seal.map_or(entry.id, |other| other.min(entry.id)));
                Vec::new()
            }
            Act::Seat(_) | Act::Desk(..) => Vec::new(),
        }
    }

    /// The act of an effective entry.
    fn act(&self, id: EntryId) -> Option<&Act> {
        match self.held.get(&id) {
            Some(Held { entry, standing: Standing::Effective, .. }) => match &entry.content {
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

    fn author(&self, id: EntryId) -> Option<&Author> {
        self.held.get(&id).map(|held| &held.entry.author)
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

    /// Whether anything that a seat recorded is here. A session that was handed out to one member carries nothing of the
    /// others: how far those are cannot be told from it.
    pub fn hears_of(&self, seat: &SeatId) -> bool {
        self.heard.contains(seat)
    }

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Every entry with its standing, in reading order: by `t`, then by log and position.
    pub fn history(&self) -> Vec<(&Arc<Entry>, &Standing)> {
        in_reading_order(self.held.values())
    }
}

fn in_reading_order<'a>(held: impl Iterator<Item = &'a Held>) -> Vec<(&'a Arc<Entry>, &'a Standing)> {
    let mut all: Vec<_> = held.map(|held| (&held.entry, &held.standing)).collect();
    all.sort_unstable_by(|(a, _), (b, _)| (a.t, &a.log, a.position, a.id).cmp(&(b.t, &b.log, b.position, b.id)));
    all
}
