//! What is to be discussed and what is waited for: the verdict with its rulings, disputes with their state, open
//! grounds. What came late is found in `late`.

use std::sync::Arc;

use super::refusal::ensure;
use super::register::Register;
use super::sheets::{HandedIn, SheetState};
use super::{Phase, Refusal, Session};
use crate::council::{
    Act, Author, DeskAct, DisputeKey, DisputeKind, EntryId, Marks, MinimumId, ProductId, Rules, SeatAct, SeatId,
};
use crate::rubric::ProductSet;
use crate::verdict::{Counted, Measure, Ruled, Verdict, judge};

/// The sheets that a reveal opened, by seat, and the set they are scored by.
pub(super) type OpenSheets<'a> = (Vec<(&'a SeatId, &'a Marks)>, &'a Arc<ProductSet>);

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

impl Session {
    /// What the open sheets of a product say; nothing while it is blind, closed or contested (invariant 7).
    pub fn verdict(&self, product: &ProductId) -> Option<Arc<Verdict>> {
        if let Some(known) = self.verdicts.borrow().get(product) {
            return known.clone();
        }
        let found = self.judged_by(product, &self.charter.rules).map(Arc::new);
        self.verdicts.borrow_mut().insert(product.clone(), found.clone());
        found
    }

    /// The reveal whose sheets are judged and the rulings that stand: those a lock names, else those that hold.
    pub(super) fn resting_on(&self, product: &ProductId) -> Option<(EntryId, Vec<EntryId>)> {
        let phase = self.phase(product);
        let reveal = phase.reveal()?;
        let rulings = match &phase {
            Phase::Locked { lock, .. } => match self.desk_act(*lock) {
                Some(DeskAct::Lock { rulings, .. }) => rulings.clone(),
                _ => return None,
            },
            _ => self.rulings(reveal).into_iter().map(|(id, _)| id).collect(),
        };
        Some((reveal, rulings))
    }

    /// Forgets what was worked out and an act may change. Marks change nothing that is open.
    pub(super) fn forget_verdict(&mut self, act: &Act) {
        match act.product() {
            Some(product) => {
                self.matters.get_mut().remove(product);
            }
            // Attendance, hand-over, seats: any product may list other things.
            None => self.matters.get_mut().clear(),
        }
        let judged_anew = match act {
            Act::Desk(_, DeskAct::Rule { product, .. }) => Some(product),
            Act::Desk(_, act) => super::phase::product_of(act),
            Act::Seat(_) => None,
        };
        if let Some(product) = judged_anew {
            self.verdicts.get_mut().remove(product);
            self.outlooks.get_mut().remove(product);
        }
    }

    /// What the open sheets of a product say under some rules, with the rulings that stand.
    pub(super) fn judged_by(&self, product: &ProductId, rules: &Rules) -> Option<Verdict> {
        let (reveal, rulings) = self.resting_on(product)?;
        self.judge_by(reveal, &self.ruled(&rulings), rules)
    }

    /// Judges the sheets a reveal named.
    pub(super) fn judge(&self, reveal: EntryId, rulings: &[Ruled]) -> Option<Verdict> {
        self.judge_by(reveal, rulings, &self.charter.rules)
    }

    fn judge_by(&self, reveal: EntryId, rulings: &[Ruled], rules: &Rules) -> Option<Verdict> {
        let (sheets, set) = self.opened_by(reveal)?;
        let counted: Vec<Counted<'_>> = sheets.into_iter().map(|(seat, marks)| Counted { seat, marks }).collect();
        let measure = Measure { set, bands: &self.charter.rubric.bands, rules };
        Some(judge(measure, &counted, rulings))
    }

    /// The sheets that a reveal opened, and the set they are scored by.
    pub(super) fn opened_by(&self, reveal: EntryId) -> Option<OpenSheets<'_>> {
        let DeskAct::Reveal { product, basis, sheets, .. } = self.desk_act(reveal)? else { return None };
        let set = self.set_of(product, *basis)?;
        Some((sheets.iter().filter_map(|(seat, id)| Some((seat, self.sheet(*id)?))).collect(), set))
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

    /// What the rulings that hold on a reveal say.
    pub(super) fn ruled_on(&self, reveal: EntryId) -> Vec<Ruled> {
        let rulings: Vec<EntryId> = self.rulings(reveal).into_iter().map(|(id, _)| id).collect();
        self.ruled(&rulings)
    }

    /// The rulings that hold on a reveal, by minimum; one made two ways does not hold.
    pub fn rulings(&self, reveal: EntryId) -> Vec<(EntryId, MinimumId)> {
        let mut found: Vec<(MinimumId, EntryId)> = self
            .registers_on(reveal)
            .iter()
            .filter_map(|register| match register {
                Register::Ruling(_, minimum) if !self.is_contested(register) => {
                    Some((minimum.clone(), *self.heads(register).first()?))
                }
                _ => None,
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(minimum, id)| (id, minimum)).collect()
    }

    /// The acceptances that hold on a reveal.
    pub fn acceptances(&self, reveal: EntryId) -> Vec<(EntryId, DisputeKey)> {
        let mut found: Vec<(&DisputeKey, EntryId)> = self
            .registers_on(reveal)
            .iter()
            .filter_map(|register| match register {
                Register::Acceptance(_, key) => Some((key, *self.heads(register).first()?)),
                _ => None,
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(key, id)| (id, key.clone())).collect()
    }

    /// Everything to discuss on a product: what blocks first. Nothing while it is blind, but a contested phase.
    pub fn things(&self, product: &ProductId) -> Vec<Thing> {
        let phase = self.phase(product);
        let mut things = self.unusual(product, &phase);
        let verdict = self.verdict(product);
        if let (Some(reveal), Some(verdict)) = (phase.reveal(), verdict) {
            let accepted = self.acceptances(reveal);
            things.extend(verdict.disputes.iter().map(|dispute| {
                let ruled = verdict.minima.iter().any(|finding| {
                    finding.ruled
                        && Some(&finding.minimum.criterion) == dispute.key.criterion.as_ref()
                        && Some(finding.minimum.star) == dispute.key.star
                });
                let looked_at_again = match &phase {
                    // Of totals, whose seats it names have to be among those asked; of a criterion, anybody.
                    Phase::Rescoring { asked, .. } => {
                        asked.iter().any(|(seat, (_, codes))| match dispute.key.criterion.as_ref() {
                            Some(code) => codes.is_empty() || codes.contains(code),
                            None => dispute.seats.contains(seat),
                        })
                    }
                    _ => false,
                };
                let state = match () {
                    () if accepted.iter().any(|(_, key)| *key == dispute.key) => ThingState::Accepted,
                    () if ruled => ThingState::Ruled,
                    () if looked_at_again => ThingState::Rescored,
                    () => ThingState::Open,
                };
                let (key, seats) = (dispute.key.clone(), dispute.seats.clone());
                Thing { key, seats, blocking: dispute.blocking, size: dispute.size, state }
            }));
        }
        things.sort_by_key(|thing| !(thing.blocking && thing.state == ThingState::Open));
        things
    }

    /// What stands side by side or came late on a product: always blocking, never the sheets' own disagreement.
    pub(super) fn unusual(&self, product: &ProductId, phase: &Phase) -> Vec<Thing> {
        let bare = |kind| DisputeKey { kind, criterion: None, star: None, seat: None, entry: None };
        let open = |key, seats| Thing { key, seats, blocking: true, size: 0, state: ThingState::Open };
        if let Phase::Contested(heads) = phase {
            let size = u16::try_from(heads.len()).unwrap_or(u16::MAX);
            return vec![Thing { size, ..open(bare(DisputeKind::Contested), Vec::new()) }];
        }
        let Some(reveal) = phase.reveal() else { return Vec::new() };
        let mut things = Vec::new();
        if let Phase::Rescoring { asked, .. } = phase {
            for seat in asked.keys() {
                if let HandedIn::Several(_) = self.answer_of(seat, product, phase) {
                    let key = DisputeKey { seat: Some(seat.clone()), ..bare(DisputeKind::Conflict) };
                    things.push(open(key, vec![seat.clone()]));
                }
            }
        }
        for minimum in self.contested_rulings(reveal) {
            let MinimumId { criterion, star } = minimum;
            let key = DisputeKey { criterion: Some(criterion), star: Some(star), ..bare(DisputeKind::Contested) };
            // A lock names its rulings; what differs from them is late, below.
            if !matches!(phase, Phase::Locked { .. }) {
                things.push(open(key, Vec::new()));
            }
        }
        for (seat, entry) in self.late_in(product, phase) {
            let key = DisputeKey { seat: Some(seat.clone()), entry: Some(entry), ..bare(DisputeKind::Late) };
            things.push(open(key, vec![seat]));
        }
        for (MinimumId { criterion, star }, entry) in self.late_rulings(phase) {
            let (criterion, star) = (Some(criterion), Some(star));
            things
                .push(open(DisputeKey { criterion, star, entry: Some(entry), ..bare(DisputeKind::Late) }, Vec::new()));
        }
        if !things.is_empty() {
            let accepted = self.acceptances(reveal);
            for thing in &mut things {
                if accepted.iter().any(|(_, key)| *key == thing.key) {
                    thing.state = ThingState::Accepted;
                }
            }
        }
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
        let raised = self.raised.get(product).into_iter().flatten();
        let mut open: Vec<_> = raised
            .filter(|id| self.heads(&Register::Raised(**id)).contains(id))
            .filter_map(|id| match (self.act(*id), self.author(*id)) {
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
        match &phase {
            Phase::Blind { .. } | Phase::Rescoring { .. } => {
                for seat in &self.roster().scoring {
                    let progress = self.progress_in(seat, product, &phase);
                    let seat = seat.clone();
                    let wanted = match progress.state {
                        SheetState::Conflict => {
                            waiting.push(Waiting::Choice(seat));
                            continue;
                        }
                        SheetState::Missing | SheetState::Draft => matches!(phase, Phase::Blind { .. }),
                        SheetState::Returned => self.is_present(&seat),
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
                let open = self.unusual(product, &phase).into_iter().filter(|thing| thing.state == ThingState::Open);
                let (of_seats, others): (Vec<_>, Vec<_>) = open.map(|thing| thing.key.seat).partition(Option::is_some);
                waiting.extend(of_seats.into_iter().flatten().map(Waiting::Late));
                if !others.is_empty() {
                    waiting.push(Waiting::Things(others.len()));
                }
            }
            Phase::Closed { .. } => {}
            Phase::Contested(_) => waiting.push(Waiting::Settling),
        }
        waiting
    }

    /// What is waited for, and apart from it the seats whose sheets are waited for and of which nothing is here.
    pub fn told_apart<'a>(&self, waiting: &'a [Waiting]) -> (Vec<&'a Waiting>, Vec<&'a SeatId>) {
        let (mut known, mut unheard) = (Vec::new(), Vec::new());
        for one in waiting {
            match one {
                Waiting::Sheet { seat, .. } if !self.hears_of(seat) => unheard.push(seat),
                one => known.push(one),
            }
        }
        (known, unheard)
    }

    /// Whether everything about a product is settled: locked or closed, nothing open.
    pub fn settled(&self, product: &ProductId) -> bool {
        matches!(self.phase(product), Phase::Locked { .. } | Phase::Closed { .. })
            && self.waiting_for(product).is_empty()
    }

    /// Whether an act of a newer program is held.
    pub(super) fn newer_here(&self) -> Result<(), Refusal> {
        ensure(self.unknown.is_empty(), Refusal::NewerProgram)
    }
}
