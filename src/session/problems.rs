//! What status reports: matters of the record that a person has to know of.

use super::discuss::ThingState;
use super::register::Register;
use super::sheets::SheetState;
use super::{Held, Phase, Session, Standing};
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
                add(ProblemKind::Contested, None, None, Some(&product));
            }
            for seat in &roster.scoring {
                if self.progress_in(seat, &product, &phase).state == SheetState::Conflict {
                    add(ProblemKind::Conflict, Some(seat), None, Some(&product));
                }
            }
            for thing in self.unusual(&product, &phase) {
                match (thing.key.kind, thing.state) {
                    (DisputeKind::Late, ThingState::Open) => {
                        add(ProblemKind::Late, thing.key.seat.as_ref(), None, Some(&product));
                    }
                    (DisputeKind::Contested, _) => add(ProblemKind::Contested, None, None, Some(&product)),
                    _ => {}
                }
            }
        }
        if self.presiding().is_none() {
            add(ProblemKind::Contested, None, None, None);
        }
        for register in self.contested_fields() {
            match &register {
                Register::Corrected(Corrected::Product(product, _)) | Register::Conclusion(product) => {
                    add(ProblemKind::Contested, None, None, Some(product));
                }
                Register::Corrected(Corrected::Seat(seat, _)) | Register::Attendance(seat) | Register::Seat(seat) => {
                    add(ProblemKind::Contested, Some(seat), None, None);
                }
                _ => {}
            }
        }
        let odd: Vec<&Held> = self.unsettled.iter().chain(&self.unknown).filter_map(|id| self.held.get(id)).collect();
        for (entry, standing) in self.in_reading_order(odd.into_iter()) {
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
