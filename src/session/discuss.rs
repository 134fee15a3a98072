//! What is to be discussed and what is waited for: the verdict with its rulings, disputes with their state,
//! late and contested matters, open grounds.

use std::sync::Arc;

use super::sheets::{HandedIn, SheetState};
use super::{Phase, Refusal, Register, Session, Standing};
use crate::council::{
    Act, Author, Content, Corrected, DeskAct, DisputeKey, DisputeKind, EntryId, Left, LogName, MinimumId, ProductId,
    SeatAct, SeatId,
};
use crate::verdict::{Counted, Measure, Ruled, Verdict, judge};

/// A thing to discuss on one product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What it is about.
    pub key: DisputeKey,
    /// The seats on its smaller side.
    pub seats: Vec<SeatId>,
    /// Whether the lock (after it, the seal) waits for it while it is open.
    pub blocking: bool,
    /// Its size: points of spread or distance, sheets in the minority.
    pub size: u16,
    /// Where it stands.
    pub state: ThingState,
}

/// Where a thing to discuss stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThingState {
    /// Nothing done yet.
    Open,
    /// Seats are looking again at it.
    Rescored,
    /// A ruling decided it.
    Ruled,
    /// It was let stand.
    Accepted,
}

impl ThingState {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            ThingState::Open => "open",
            ThingState::Rescored => "rescored",
            ThingState::Ruled => "ruled",
            ThingState::Accepted => "accepted",
        }
    }
}

/// What a product waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// A present seat that has not handed in.
    Sheet {
        /// Whose.
        seat: SeatId,
        /// Criteria scored.
        scored: usize,
        /// Criteria of the set.
        of: usize,
    },
    /// A seat that has to choose between versions.
    Choice(SeatId),
    /// An answer to a raised ground.
    Ground {
        /// Who raised it.
        seat: SeatId,
        /// The entry.
        raised: EntryId,
        /// The ground's id, or empty.
        ground: String,
        /// In words.
        words: String,
    },
    /// The reveal, everything being ready.
    Reveal,
    /// So many things that block.
    Things(usize),
    /// The lock, nothing blocking.
    Lock,
    /// The desk, to settle a contested phase.
    Settling,
    /// The answer to something late, after the lock.
    Late(SeatId),
}

/// Something wrong or unusual that status reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its kind.
    pub kind: ProblemKind,
    /// Whose matter it is.
    pub seat: Option<SeatId>,
    /// In which log.
    pub log: Option<LogName>,
    /// On which product.
    pub product: Option<ProductId>,
}

/// Kinds of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// One log goes on in two ways: both are read.
    Branch,
    /// A seat has two versions of a sheet or cell.
    Conflict,
    /// Something came after the reveal or the lock.
    Late,
    /// Two decisions stand side by side.
    Contested,
    /// Something an entry names is not here yet.
    Waiting,
    /// Bytes of a file are damaged.
    Damage,
    /// Written by a newer program.
    UnknownAct,
    /// Not saved.
    Unsaved,
}

impl ProblemKind {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            ProblemKind::Branch => "branch",
            ProblemKind::Conflict => "conflict",
            ProblemKind::Late => "late",
            ProblemKind::Contested => "contested",
            ProblemKind::Waiting => "waiting",
            ProblemKind::Damage => "damage",
            ProblemKind::UnknownAct => "unknown_act",
            ProblemKind::Unsaved => "unsaved",
        }
    }
}

impl Session {
    /// What the open sheets of a product say; nothing while it is blind, closed or contested (invariant 7).
    pub fn verdict(&self, product: &ProductId) -> Option<Arc<Verdict>> {
        if let Some(known) = self.verdicts.borrow().get(product) {
            return known.clone();
        }
        let phase = self.phase(product);
        let found = match (&phase, phase.reveal()) {
            (Phase::Locked { lock, .. }, Some(reveal)) => match self.desk_act(*lock) {
                Some(DeskAct::Lock { rulings, .. }) => self.judge(reveal, &self.ruled(rulings)),
                _ => None,
            },
            (_, Some(reveal)) => {
                let rulings: Vec<EntryId> = self.rulings(reveal).into_iter().map(|(id, _)| id).collect();
                self.judge(reveal, &self.ruled(&rulings))
            }
            (_, None) => None,
        }
        .map(Arc::new);
        self.verdicts.borrow_mut().insert(product.clone(), found.clone());
        found
    }

    pub(super) fn forget_verdict(&mut self, act: &Act) {
        match act {
            Act::Desk(_, DeskAct::Rule { product, .. }) => {
                self.verdicts.get_mut().remove(product);
            }
            Act::Desk(_, act) => {
                if let Some(product) = super::phase::product_of(act) {
                    self.verdicts.get_mut().remove(product);
                }
            }
            Act::Seat(_) => {}
        }
    }

    /// Judges the sheets a reveal named.
    pub(super) fn judge(&self, reveal: EntryId, rulings: &[Ruled]) -> Option<Verdict> {
        let DeskAct::Reveal { product, basis, sheets, .. } = self.desk_act(reveal)? else { return None };
        let set = self.set_of(product, *basis)?;
        let counted: Vec<Counted<'_>> =
            sheets.iter().filter_map(|(seat, id)| Some(Counted { seat, marks: self.sheet(*id)? })).collect();
        let measure = Measure { set: &set, bands: &self.charter.rubric.bands, rules: &self.charter.rules };
        Some(judge(measure, &counted, rulings))
    }

    /// The rulings that some entries make.
    pub(super) fn ruled(&self, rulings: &[EntryId]) -> Vec<Ruled> {
        rulings
            .iter()
            .filter_map(|id| match self.desk_act(*id)? {
                DeskAct::Rule { minimum, met, .. } => Some(Ruled { minimum: minimum.clone(), met: *met }),
                _ => None,
            })
            .collect()
    }

    /// The registers of rulings and acceptances on a reveal, or on one that opened the same sheets.
    fn registers_on(&self, reveal: EntryId) -> impl Iterator<Item = &Register> {
        self.on_reveal.iter().filter(move |(on, _)| self.same_reveal(**on, reveal)).flat_map(|(_, all)| all)
    }

    /// The rulings that hold on a reveal, by minimum; one made two ways does not hold.
    pub fn rulings(&self, reveal: EntryId) -> Vec<(EntryId, MinimumId)> {
        let mut found: Vec<(MinimumId, EntryId, bool)> = Vec::new();
        let mut contested: Vec<MinimumId> = Vec::new();
        for register in self.registers_on(reveal) {
            let Register::Ruling(_, minimum) = register else { continue };
            for head in self.heads(register) {
                let Some(DeskAct::Rule { met, .. }) = self.desk_act(*head) else { continue };
                match found.iter_mut().find(|(other, ..)| other == minimum) {
                    Some((_, _, other)) if other != met => contested.push(minimum.clone()),
                    Some((_, id, _)) => *id = (*id).min(*head),
                    None => found.push((minimum.clone(), *head, *met)),
                }
            }
        }
        found.retain(|(minimum, ..)| !contested.contains(minimum));
        found.sort_unstable();
        found.into_iter().map(|(minimum, id, _)| (id, minimum)).collect()
    }

    /// The acceptances that hold on a reveal.
    pub fn acceptances(&self, reveal: EntryId) -> Vec<(EntryId, DisputeKey)> {
        let mut found: Vec<(DisputeKey, EntryId)> = Vec::new();
        for register in self.registers_on(reveal) {
            let Register::Acceptance(_, key) = register else { continue };
            found.extend(self.heads(register).iter().map(|head| (key.clone(), *head)));
        }
        found.sort_unstable();
        found.dedup_by(|(later, _), (earlier, _)| later == earlier);
        found.into_iter().map(|(key, id)| (id, key)).collect()
    }

    /// What arrived after the reveal of a product and is not in its figures: seat and entry.
    pub fn late(&self, product: &ProductId) -> Vec<(SeatId, EntryId)> {
        let phase = self.phase(product);
        let Some(reveal) = phase.reveal() else { return Vec::new() };
        let Some((sheets, without)) = self.roll_of(reveal) else { return Vec::new() };
        let basis = self.basis_of(&phase, product);
        let mut late = Vec::new();
        for seat in self.scoring_seats() {
            let named = sheets.iter().find(|(other, _)| *other == seat).map(|(_, id)| *id);
            let left = without.iter().find(|(other, _)| *other == seat).map(|(_, left)| *left);
            if left == Some(Left::SetAside) {
                continue;
            }
            let asked = match &phase {
                Phase::Rescoring { asked, .. } => asked.get(&seat).map(|(ask, _)| *ask),
                _ => None,
            };
            let heads = self.heads(&Register::Sheet(seat.clone(), product.clone(), basis));
            for head in heads {
                let is_sheet = self.sheet(*head).is_some();
                let expected = Some(*head) == named
                    || (asked.is_some() && (self.answers(*head) == asked || (!is_sheet && heads.len() == 1)))
                    || (named.is_none() && !is_sheet)
                    || (is_sheet && named.and_then(|named| self.sheet(named)) == self.sheet(*head));
                if !expected {
                    late.push((seat.clone(), *head));
                }
            }
            for head in self.heads(&Register::Recusal(seat.clone(), product.clone())) {
                let recuses = matches!(self.act(*head), Some(Act::Seat(SeatAct::Recuse { .. })));
                if recuses != (left == Some(Left::Recused)) && (recuses || left == Some(Left::Recused)) {
                    late.push((seat.clone(), *head));
                }
            }
        }
        late
    }

    /// Everything to discuss on a product: what blocks first. Nothing while it is blind, but a contested phase.
    pub fn things(&self, product: &ProductId) -> Vec<Thing> {
        let phase = self.phase(product);
        let bare = |kind| DisputeKey { kind, criterion: None, star: None, seat: None, entry: None };
        if let Phase::Contested(heads) = &phase {
            return vec![Thing {
                key: bare(DisputeKind::Contested),
                seats: Vec::new(),
                blocking: true,
                size: u16::try_from(heads.len()).unwrap_or(u16::MAX),
                state: ThingState::Open,
            }];
        }
        let Some(reveal) = phase.reveal() else { return Vec::new() };
        let accepted: Vec<DisputeKey> = self.acceptances(reveal).into_iter().map(|(_, key)| key).collect();
        let mut things = Vec::new();
        let basis = self.basis_of(&phase, product);
        for seat in self.scoring_seats() {
            if let HandedIn::Several(_) = self.handed_in(&seat, product, basis) {
                let key = DisputeKey { seat: Some(seat.clone()), ..bare(DisputeKind::Conflict) };
                things.push((key, vec![seat], true, 0));
            }
        }
        for (seat, entry) in self.late(product) {
            let key = DisputeKey { seat: Some(seat.clone()), entry: Some(entry), ..bare(DisputeKind::Late) };
            things.push((key, vec![seat], true, 0));
        }
        let verdict = self.verdict(product);
        if let Some(verdict) = &verdict {
            things.extend(verdict.disputes.iter().map(|d| (d.key.clone(), d.seats.clone(), d.blocking, d.size)));
        }
        let mut things: Vec<Thing> = things
            .into_iter()
            .map(|(key, seats, blocking, size)| {
                let ruled = verdict.as_ref().is_some_and(|verdict| {
                    verdict.minima.iter().any(|finding| {
                        finding.ruled
                            && Some(&finding.minimum.criterion) == key.criterion.as_ref()
                            && Some(finding.minimum.star) == key.star
                    })
                });
                let state = match &phase {
                    _ if accepted.contains(&key) => ThingState::Accepted,
                    _ if ruled => ThingState::Ruled,
                    Phase::Rescoring { asked, .. }
                        if asked.values().any(|(_, codes)| {
                            codes.is_empty() || key.criterion.as_ref().is_none_or(|code| codes.contains(code))
                        }) =>
                    {
                        ThingState::Rescored
                    }
                    _ => ThingState::Open,
                };
                Thing { key, seats, blocking, size, state }
            })
            .collect();
        things.sort_by_key(|thing| !(thing.blocking && thing.state == ThingState::Open));
        things
    }

    /// How many open things block the lock of a product.
    pub fn blockers(&self, product: &ProductId) -> usize {
        self.things(product)
            .iter()
            .filter(|thing| thing.blocking && thing.state != ThingState::Accepted && thing.state != ThingState::Ruled)
            .count()
    }

    /// Grounds raised on a product and not answered.
    pub fn open_grounds(&self, product: &ProductId) -> Vec<(SeatId, EntryId, &str, &str)> {
        let raised = self.raised.get(product).map_or(&[][..], Vec::as_slice);
        let mut open: Vec<_> = raised
            .iter()
            .filter(|id| self.heads(&Register::Raised(**id)) == [**id])
            .filter_map(|id| match (self.act(*id), self.held.get(id).map(|held| &held.entry.author)) {
                (Some(Act::Seat(SeatAct::Raise { ground, words, .. })), Some(Author::Seat(seat))) => {
                    Some((seat.clone(), *id, ground.as_str(), words.as_str()))
                }
                _ => None,
            })
            .collect();
        open.sort_unstable();
        open
    }

    /// What a product waits for; nothing when it is locked or closed with nothing open.
    pub fn waiting_for(&self, product: &ProductId) -> Vec<Waiting> {
        let phase = self.phase(product);
        let mut waiting: Vec<Waiting> = Vec::new();
        if !matches!(phase, Phase::Closed { .. }) {
            waiting.extend(self.open_grounds(product).into_iter().map(|(seat, raised, ground, words)| {
                Waiting::Ground { seat, raised, ground: ground.to_owned(), words: words.to_owned() }
            }));
        }
        match phase {
            Phase::Blind { .. } | Phase::Rescoring { .. } => {
                for seat in self.scoring_seats() {
                    let progress = self.progress(&seat, product);
                    let wanted = match progress.state {
                        SheetState::Conflict => {
                            waiting.push(Waiting::Choice(seat));
                            continue;
                        }
                        SheetState::Missing | SheetState::Draft => matches!(phase, Phase::Blind { .. }),
                        SheetState::Returned => self.attendance(&seat).presence == crate::council::Presence::Present,
                        _ => false,
                    };
                    if wanted {
                        waiting.push(Waiting::Sheet { seat, scored: progress.scored, of: progress.of });
                    }
                }
                if waiting.is_empty() {
                    waiting.push(Waiting::Reveal);
                }
            }
            Phase::Revealed { .. } => match self.blockers(product) {
                0 if waiting.is_empty() => waiting.push(Waiting::Lock),
                0 => {}
                count => waiting.push(Waiting::Things(count)),
            },
            Phase::Locked { .. } => {
                let open = self.things(product);
                waiting.extend(
                    open.into_iter()
                        .filter(|thing| thing.key.kind == DisputeKind::Late && thing.state == ThingState::Open)
                        .filter_map(|thing| thing.key.seat.map(Waiting::Late)),
                );
            }
            Phase::Closed { .. } => {}
            Phase::Contested(_) => waiting.push(Waiting::Settling),
        }
        waiting
    }

    /// Whether everything about a product is settled: locked or closed, nothing open.
    pub fn settled(&self, product: &ProductId) -> bool {
        matches!(self.phase(product), Phase::Locked { .. } | Phase::Closed { .. })
            && self.waiting_for(product).is_empty()
    }

    /// Whether an act of a newer program is held.
    pub(super) fn newer_here(&self) -> Result<(), Refusal> {
        if self.unknown.is_empty() { Ok(()) } else { Err(Refusal::NewerProgram) }
    }

    /// Matters of the record that a person has to know of, in a fixed order.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut add = |kind, seat: Option<&SeatId>, log: Option<&LogName>, product: Option<&ProductId>| {
            problems.push(Problem { kind, seat: seat.cloned(), log: log.cloned(), product: product.cloned() });
        };
        for product in self.products() {
            let phase = self.phase(&product.id);
            if matches!(phase, Phase::Contested(_)) {
                add(ProblemKind::Contested, None, None, Some(&product.id));
            }
            for seat in self.scoring_seats() {
                let several = self.handed_in(&seat, &product.id, self.basis_of(&phase, &product.id));
                let torn = self.progress(&seat, &product.id).state == SheetState::Conflict;
                if torn || matches!(several, HandedIn::Several(_)) {
                    add(ProblemKind::Conflict, Some(&seat), None, Some(&product.id));
                }
            }
            for thing in self.things(&product.id) {
                if thing.key.kind == DisputeKind::Late && thing.state == ThingState::Open {
                    add(ProblemKind::Late, thing.key.seat.as_ref(), None, Some(&product.id));
                }
            }
        }
        if self.presides().is_err() {
            add(ProblemKind::Contested, None, None, None);
        }
        for corrected in self.contested_fields() {
            match &corrected {
                Corrected::Product(product, _) => add(ProblemKind::Contested, None, None, Some(product)),
                Corrected::Seat(seat, _) => add(ProblemKind::Contested, Some(seat), None, None),
            }
        }
        for (entry, standing) in self.history() {
            let seat = match &entry.author {
                Author::Seat(seat) => Some(seat),
                Author::Desk => None,
            };
            match standing {
                Standing::Waiting => add(ProblemKind::Waiting, seat, Some(&entry.log), product_of(entry)),
                Standing::Unknown => add(ProblemKind::UnknownAct, seat, Some(&entry.log), None),
                Standing::Effective | Standing::Void(_) => {}
            }
        }
        problems
    }

    /// Corrections that stand in two versions.
    pub(super) fn contested_fields(&self) -> Vec<Corrected> {
        let mut contested: Vec<Corrected> = self
            .registers
            .iter()
            .filter_map(|(register, heads)| {
                let Register::Corrected(what) = register else { return None };
                let value = |id: &EntryId| match self.desk_act(*id) {
                    Some(DeskAct::Correct { value, .. } | DeskAct::CorrectSeat { value, .. }) => Some(value.clone()),
                    _ => None,
                };
                heads.iter().any(|head| value(head) != value(&heads[0])).then(|| what.clone())
            })
            .collect();
        contested.sort_unstable();
        contested
    }
}

/// The product an entry's act is about, if one.
fn product_of(entry: &crate::council::Entry) -> Option<&ProductId> {
    let Content::Known(act) = &entry.content else { return None };
    act.product()
}
