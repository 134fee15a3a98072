//! What status reports: matters of the record that a person has to know of.

use super::discuss::{Thing, ThingState};
use super::register::Register;
use super::sheets::SheetState;
use super::{Held, Phase, Session, Standing, in_reading_order};
use crate::council::{Author, Content, Corrected, DisputeKind, Entry, LogName, ProductId, SeatId};

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
        let mut add = |kind, seat: Option<&SeatId>, log: Option<&LogName>, product: Option<&ProductId>| {
            problems.push(Problem { kind, seat: seat.cloned(), log: log.cloned(), product: product.cloned() });
        };
        let roster = self.roster();
        for product in self.product_ids() {
            let phase = self.phase(&product);
            if let Phase::Contested(_) = phase {
                add(ProblemKind::Contested(TwoWays::Phase), None, None, Some(&product));
            }
            for seat in &roster.scoring {
                if self.progress_in(seat, &product, &phase).state == SheetState::Conflict {
                    add(ProblemKind::Conflict, Some(seat), None, Some(&product));
                }
            }
            let after = if matches!(phase, Phase::Locked { .. }) { After::Lock } else { After::Reveal };
            for Thing { key, state, .. } in self.unusual(&product, &phase) {
                match (key.kind, state) {
                    (DisputeKind::Late, ThingState::Open) => {
                        add(ProblemKind::Late(after), key.seat.as_ref(), None, Some(&product));
                    }
                    // Of a phase it was said above.
                    (DisputeKind::Contested, _) if key.criterion.is_some() => {
                        add(ProblemKind::Contested(TwoWays::Ruling), None, None, Some(&product));
                    }
                    _ => {}
                }
            }
        }
        if self.presiding().is_none() {
            add(ProblemKind::Contested(TwoWays::Presiding), None, None, None);
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
            add(ProblemKind::Contested(what), seat, None, product);
        }
        let odd: Vec<&Held> = self.unsettled.iter().chain(&self.unknown).filter_map(|id| self.held.get(id)).collect();
        for (entry, standing) in in_reading_order(odd.into_iter()) {
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
}

/// The product an entry's act is about, if one.
fn product_of(entry: &Entry) -> Option<&ProductId> {
    let Content::Known(act) = &entry.content else { return None };
    act.product()
}
