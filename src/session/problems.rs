//! What status reports: matters of the record that a person has to know of.

use super::discuss::{Thing, ThingState};
use super::register::Register;
use super::sheets::SheetState;
use super::{Held, Phase, Session, Standing, in_reading_order};
use crate::council::{Author, Content, Corrected, DisputeKind, Entry, EntryId, LogName, MinimumId, ProductId, SeatId};

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
    /// What was recorded in two ways and everyone may see: an entry for each way, in a fixed order. Empty for anything
    /// else, and for the versions of a sheet, which are their member's.
    pub ways: Vec<EntryId>,
}

/// Kinds of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// One log goes on in two ways: both are read.
    Branch,
    /// A seat has two versions of a sheet or cell.
    Conflict,
    /// Something came after a decision that it could have changed.
    Late(After),
    /// Two decisions stand side by side.
    Contested(TwoWays),
    /// Something an entry names is not here yet.
    Waiting,
    /// Bytes of a file are damaged: entries may be lost here.
    Damage,
    /// A damaged line of which a sound copy is here.
    MadeGood,
    /// A log of another session among the logs; it takes no part.
    Foreign,
    /// A file among the logs that is none; it takes no part.
    Stray,
    /// A seal of another session file than the one here.
    OtherSeal,
    /// Sealed, but the session file is not here.
    NoSessionFile,
    /// Written by a newer program.
    UnknownAct,
    /// Not saved.
    Unsaved,
}

/// After what something came; it is taken in another way after each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum After {
    /// After the reveal.
    Reveal,
    /// After the lock.
    Lock,
}

/// What the desk said in two ways; each kind is settled in a way of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TwoWays {
    /// Where a product stands.
    Phase,
    /// Who presides.
    Presiding,
    /// Whether a minimum is met.
    Ruling,
    /// The conclusion on a product.
    Conclusion,
    /// A corrected field of a product or a seat.
    Field,
    /// Who is there.
    Attendance,
    /// A seat that was added.
    Seat,
}

impl ProblemKind {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            ProblemKind::Branch => "branch",
            ProblemKind::Conflict => "conflict",
            ProblemKind::Late(_) => "late",
            ProblemKind::Contested(_) => "contested",
            ProblemKind::Waiting => "waiting",
            ProblemKind::Damage => "damage",
            ProblemKind::MadeGood => "made_good",
            ProblemKind::Foreign => "foreign",
            ProblemKind::Stray => "stray",
            ProblemKind::OtherSeal => "other_seal",
            ProblemKind::NoSessionFile => "no_session_file",
            ProblemKind::UnknownAct => "unknown_act",
            ProblemKind::Unsaved => "unsaved",
        }
    }
}

impl Session {
    /// Matters of the record that a person has to know of, in a fixed order.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut add = |kind, seat: Option<&SeatId>, log: Option<&LogName>, product: Option<&ProductId>, ways| {
            problems.push(Problem { kind, seat: seat.cloned(), log: log.cloned(), product: product.cloned(), ways });
        };
        let roster = self.roster();
        for product in self.product_ids() {
            let phase = self.phase(&product);
            if let Phase::Contested(_) = phase {
                let ways = self.ways(&Register::Phase(product.clone()));
                add(ProblemKind::Contested(TwoWays::Phase), None, None, Some(&product), ways);
            }
            for seat in &roster.scoring {
                if self.progress_in(seat, &product, &phase).state == SheetState::Conflict {
                    let ways = self.ways(&Register::Recusal(seat.clone(), product.clone()));
                    add(ProblemKind::Conflict, Some(seat), None, Some(&product), ways);
                }
            }
            let after = if matches!(phase, Phase::Locked { .. }) { After::Lock } else { After::Reveal };
            for Thing { key, state, .. } in self.unusual(&product, &phase) {
                match (key.kind, state, key.criterion.zip(key.star)) {
                    (DisputeKind::Late, ThingState::Open, _) => {
                        add(ProblemKind::Late(after), key.seat.as_ref(), None, Some(&product), Vec::new());
                    }
                    // Of a phase it was said above.
                    (DisputeKind::Contested, _, Some((criterion, star))) => {
                        let ways = self.ways_of_ruling(&phase, &MinimumId { criterion, star });
                        add(ProblemKind::Contested(TwoWays::Ruling), None, None, Some(&product), ways);
                    }
                    _ => {}
                }
            }
        }
        if self.presiding().is_none() {
            add(ProblemKind::Contested(TwoWays::Presiding), None, None, None, self.ways(&Register::Presiding));
        }
        for register in self.contested_fields() {
            let (what, seat, product) = match &register {
                Register::Corrected(Corrected::Product(product, _)) => (TwoWays::Field, None, Some(product)),
                Register::Corrected(Corrected::Seat(seat, _)) => (TwoWays::Field, Some(seat), None),
                Register::Conclusion(product) => (TwoWays::Conclusion, None, Some(product)),
                Register::Attendance(seat) => (TwoWays::Attendance, Some(seat), None),
                Register::Seat(seat) => (TwoWays::Seat, Some(seat), None),
                _ => continue,
            };
            add(ProblemKind::Contested(what), seat, None, product, self.ways(&register));
        }
        let odd: Vec<&Held> = self.unsettled.iter().chain(&self.unknown).filter_map(|id| self.held.get(id)).collect();
        for (entry, standing) in in_reading_order(odd.into_iter()) {
            let seat = match &entry.author {
                Author::Seat(seat) => Some(seat),
                Author::Desk => None,
            };
            match standing {
                Standing::Waiting => add(ProblemKind::Waiting, seat, Some(&entry.log), product_of(entry), Vec::new()),
                Standing::Unknown => add(ProblemKind::UnknownAct, seat, Some(&entry.log), None, Vec::new()),
                Standing::Effective | Standing::Void(_) => {}
            }
        }
        problems
    }

    /// How many matters stand in two ways: decisions, rulings, what the desk recorded, sheets and recusals.
    pub fn standing_two_ways(&self) -> usize {
        let is_one = |problem: &&Problem| matches!(problem.kind, ProblemKind::Contested(_) | ProblemKind::Conflict);
        self.problems().iter().filter(is_one).count()
    }

    /// The rulings on a minimum that differ, an entry for each way; none where it stands in one.
    pub fn ruled_two_ways(&self, product: &ProductId, minimum: &MinimumId) -> Vec<EntryId> {
        self.ways_of_ruling(&self.phase(product), minimum)
    }

    /// The minima of a product's open sheets that are ruled on in two ways.
    pub fn minima_ruled_two_ways(&self, product: &ProductId) -> Vec<MinimumId> {
        self.phase(product).reveal().map(|reveal| self.contested_rulings(reveal)).unwrap_or_default()
    }

    /// The decisions on a product that differ, an entry for each way; none where there is one.
    pub fn decided_two_ways(&self, product: &ProductId) -> Vec<EntryId> {
        self.ways(&Register::Phase(product.clone()))
    }

    /// The ways in which a seat stands on the roll, an entry for each; none where there is one.
    pub fn attended_two_ways(&self, seat: &SeatId) -> Vec<EntryId> {
        self.ways(&Register::Attendance(seat.clone()))
    }

    /// The ways in which a seat recused from a product and did not, an entry for each; none where there is one.
    pub fn recused_two_ways(&self, seat: &SeatId, product: &ProductId) -> Vec<EntryId> {
        self.ways(&Register::Recusal(seat.clone(), product.clone()))
    }

    fn ways_of_ruling(&self, phase: &Phase, minimum: &MinimumId) -> Vec<EntryId> {
        let is_it = |register: &&Register| matches!(register, Register::Ruling(_, other) if other == minimum);
        let register = phase.reveal().and_then(|reveal| self.registers_on(reveal).iter().find(is_it));
        register.map(|register| self.ways(register)).unwrap_or_default()
    }

    /// The ways in which a register stands, an entry for each; none where it stands in one.
    fn ways(&self, register: &Register) -> Vec<EntryId> {
        let heads = self.heads(register);
        let same = |a: EntryId, b: EntryId| match register {
            Register::Phase(_) => self.decide_the_same(a, b),
            _ => self.say_the_same(a, b),
        };
        let mut ways: Vec<EntryId> = Vec::new();
        for head in heads {
            if !ways.iter().any(|known| same(*known, *head)) {
                ways.push(*head);
            }
        }
        ways.sort_by_key(|id| self.held.get(id).map(|held| (held.entry.t, *id)));
        if ways.len() < 2 { Vec::new() } else { ways }
    }
}

/// The product an entry's act is about, if one.
fn product_of(entry: &Entry) -> Option<&ProductId> {
    let Content::Known(act) = &entry.content else { return None };
    act.product()
}
