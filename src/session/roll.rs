//! The roll: who is here, who presides, whether there is a quorum.

use super::register::Register;
use super::{Refusal, Session};
use crate::council::{By, DeskAct, EntryId, Presence, Role, SeatId};

/// Where a member is, and who sits for the seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// Present unless marked otherwise. Marked two ways: the less present.
    pub presence: Presence,
    /// Who stands in; empty for the seat's own holder.
    pub sits: String,
    /// Claimed time of the entry; empty if never marked.
    pub at: String,
}

/// Seats present against seats needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuorumCount {
    /// Present, recused ones included, advisory ones not.
    pub present: usize,
    /// Needed.
    pub needed: usize,
    /// All seats but advisory.
    pub of: usize,
}

impl QuorumCount {
    /// Whether enough are here.
    pub fn reached(self) -> bool {
        self.present >= self.needed
    }
}

impl Session {
    /// Where a member is.
    pub fn attendance(&self, seat: &SeatId) -> Attendance {
        self.heads(&Register::Attendance(seat.clone()))
            .iter()
            .filter_map(|id| match self.desk_act(*id)? {
                DeskAct::Attendance { presence, sits, .. } => Some(Attendance {
                    presence: *presence,
                    sits: sits.clone(),
                    at: self.held.get(id).map(|held| held.entry.at.clone()).unwrap_or_default(),
                }),
                _ => None,
            })
            .max_by_key(|attendance| attendance.presence)
            .unwrap_or(Attendance { presence: Presence::Present, sits: String::new(), at: String::new() })
    }

    /// Whether a member is here.
    pub fn is_present(&self, seat: &SeatId) -> bool {
        self.heads(&Register::Attendance(seat.clone())).iter().all(|id| {
            !matches!(self.desk_act(*id), Some(DeskAct::Attendance { presence, .. }) if *presence != Presence::Present)
        })
    }

    /// The seats that are present, advisory ones left out.
    pub fn present(&self) -> Vec<SeatId> {
        self.roster()
            .seats
            .iter()
            .filter(|seat| seat.role != Role::Advisory && self.is_present(&seat.id))
            .map(|seat| seat.id.clone())
            .collect()
    }

    /// Seats present against seats needed.
    pub fn quorum(&self) -> QuorumCount {
        let of = self.roster().seats.iter().filter(|seat| seat.role != Role::Advisory).count();
        QuorumCount { present: self.present().len(), needed: self.charter.rules.quorum.least(of), of }
    }

    /// The hand-over under which another than the chair presides, and who presides. Two that differ: a refusal.
    pub(super) fn presides(&self) -> Result<(SeatId, Option<EntryId>), Refusal> {
        let heads = self.heads(&Register::Presiding);
        let to = |id: &EntryId| match self.desk_act(*id) {
            Some(DeskAct::HandOver { to }) => Some(to.clone()),
            _ => None,
        };
        match heads.first() {
            None => Ok((self.charter.chair().id.clone(), None)),
            Some(first) if heads.iter().all(|head| to(head) == to(first)) => {
                Ok((to(first).unwrap_or_else(|| self.charter.chair().id.clone()), Some(*first)))
            }
            Some(_) => Err(Refusal::PresidingContested),
        }
    }

    /// Who presides now; of two hand-overs that differ, none.
    pub fn presiding(&self) -> Option<SeatId> {
        self.presides().ok().map(|(seat, _)| seat)
    }

    /// The signature of a desk act: the presiding seat, entered by `seat` (itself, or the secretary by order).
    /// While two hand-overs differ, the chair may act to settle them.
    pub fn by(&self, entered: &SeatId) -> By {
        let (presiding, under) = self.presides().unwrap_or_else(|_| (self.charter.chair().id.clone(), None));
        By { presiding, entered: entered.clone(), under }
    }

    /// Whether this seat may work at the desk now: it presides, or is the secretary and may record. While two
    /// hand-overs differ it is the chair's, who settles them.
    pub fn may_enter(&self, seat: &SeatId) -> bool {
        let presides = self.presiding().as_ref().unwrap_or(&self.charter.chair().id) == seat;
        presides || (self.charter.rules.secretary_records && self.role(seat) == Some(Role::Secretary))
    }
}
