//! Refusals: every way in which a rule of the council says no. Typed here; `i18n::refusal` turns each into one sentence.

use crate::council::{MinimumId, ProductId, SeatId};
use crate::rubric::Code;

/// A rule says no. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The session is sealed.
    Sealed,
    /// This is the session as it stood earlier: it can only be looked at.
    LookingBack,
    /// Something here was written by a newer program; it must finish this.
    NewerProgram,
    /// No such seat.
    UnknownSeat(SeatId),
    /// No such product.
    UnknownProduct(ProductId),
    /// No such criterion in the product's set.
    UnknownCriterion(Code),
    /// The criterion has no such level.
    UnknownLevel(Code),
    /// No such product set in this session's decision.
    UnknownSet(u8),
    /// No such ground, and no words given.
    UnknownGround,
    /// The id is taken.
    TakenId(String),
    /// A value that cannot be.
    BadValue(&'static str),
    /// A reason has to be given in words.
    ReasonNeeded,
    /// It is so already.
    AlreadySo,
    /// The seat does not score.
    DoesNotScore(SeatId),
    /// The seat is recused from this product.
    IsRecused(SeatId),
    /// The sheet is handed in; take it back first.
    HandedIn,
    /// The sheet is not handed in.
    NotHandedIn,
    /// Criteria still without a choice.
    Incomplete(Vec<Code>),
    /// The criterion does not apply until another is worth more than 0.
    NotApplicable {
        /// The criterion.
        criterion: Code,
        /// What it needs.
        needs: Code,
    },
    /// Two versions of a sheet; its member chooses first.
    Conflict(SeatId),
    /// The re-scoring did not ask this seat, or not about this criterion.
    NotAsked(SeatId),
    /// The product is not in a phase in which this can be done.
    WrongPhase(ProductId, PhaseName),
    /// Two desks decided differently; settle that first.
    Contested(ProductId),
    /// The acts of the desk belong to this seat now.
    NotPresiding(SeatId),
    /// Two hand-overs differ; settle that first.
    PresidingContested,
    /// Only the chair or a deputy can preside.
    CannotPreside(SeatId),
    /// The presiding seat is not present.
    PresidingAbsent(SeatId),
    /// Too few seats present.
    NoQuorum {
        /// Present.
        present: usize,
        /// Needed.
        needed: usize,
    },
    /// Too few sheets to open.
    TooFewSheets {
        /// Handed in.
        have: usize,
        /// Needed.
        needed: usize,
    },
    /// Seats that are present and have not handed in.
    WaitsFor(Vec<SeatId>),
    /// A ground for rejection is raised and unanswered.
    GroundOpen(SeatId),
    /// Nothing has changed since the last reveal.
    NothingNew,
    /// A ruling needs counted sheets that disagree on the minimum.
    NoDisagreement(Code),
    /// A minimum met for a star is met for the stars below it: another ruling on the criterion says otherwise.
    RulingsContradict(MinimumId),
    /// No such thing to discuss.
    UnknownDispute,
    /// This has to be ruled on, re-scored or accepted first; how many things.
    Blocked(usize),
    /// Whether the file goes to the Ministry has to be said.
    ForwardNeeded,
    /// The question of the Ministry does not arise.
    ForwardNotAsked,
    /// Recomputing gives another result.
    WrongResult,
    /// Products that are neither locked nor closed, or have something open.
    Unsettled(Vec<ProductId>),
    /// A correction, hand-over or attendance stands in two versions.
    FieldContested,
    /// It rests on something that does not hold.
    RestsOnVoid,
    /// It names every scoring seat exactly once, or it does not hold.
    WrongRoll,
}

/// Nothing against it, or the refusal.
pub(super) fn ensure(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal) }
}

/// A phase by name, for wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhaseName {
    /// Members score.
    Blind,
    /// Sheets are open.
    Revealed,
    /// Named seats look again.
    Rescoring,
    /// The result stands.
    Locked,
    /// Ended without a star.
    Closed,
    /// Two phases stand.
    Contested,
}

impl PhaseName {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            PhaseName::Blind => "blind",
            PhaseName::Revealed => "revealed",
            PhaseName::Rescoring => "rescoring",
            PhaseName::Locked => "locked",
            PhaseName::Closed => "closed",
            PhaseName::Contested => "contested",
        }
    }
}
