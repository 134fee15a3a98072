//! Acts: everything that can happen in a session, each with all it says. Whether it may happen stands in `session`.

mod names;
mod terms;

use serde::{Deserialize, Serialize};

use super::{Cell, EntryId, Marks, Product, ProductId, Seat, SeatId};
use crate::rubric::{Code, ProductSet};
use crate::text::serde::note;

pub use terms::{
    Back, ClosedAs, Corrected, CriterionId, DisputeKey, DisputeKind, Forward, Left, MinimumId, Presence, ProductField,
    Reason, ReasonKind, ResultLine, SeatField,
};

/// An act, by whose log it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// Of the seat whose log it stands in.
    Seat(SeatAct),
    /// Of the presiding table.
    Desk(By, DeskAct),
}

/// Who presides when a desk act is recorded, and who typed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct By {
    /// The presiding seat.
    pub presiding: SeatId,
    /// The seat that entered it: the presiding one, or the secretary by order.
    pub entered: SeatId,
    /// The hand-over by which the seat presides; none for the chair by right.
    pub under: Option<EntryId>,
}

/// Acts of a seat. `basis` is the entry that set the product's set (added or changed); none for the charter's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields are the nouns they name")]
pub enum SeatAct {
    /// A whole cell of one's own sheet.
    Mark { product: ProductId, basis: Option<EntryId>, criterion: Code, cell: Cell },
    /// Hands in the whole sheet, with the marks it was made from; `answers` the re-scoring it answers, if one.
    Submit { product: ProductId, basis: Option<EntryId>, sheet: Marks, from: Vec<EntryId>, answers: Option<EntryId> },
    /// Takes the sheet back, before the reveal.
    TakeBack { product: ProductId, basis: Option<EntryId> },
    /// Does not score this product.
    Recuse {
        product: ProductId,
        #[serde(deserialize_with = "note")]
        reason: String,
    },
    /// Scores it after all.
    Unrecuse { product: ProductId },
    /// Raises a ground for rejection or stopping: one of the set's by id, or in words.
    Raise {
        product: ProductId,
        #[serde(deserialize_with = "note")]
        ground: String,
        #[serde(deserialize_with = "note")]
        words: String,
    },
    /// Takes a raised ground back.
    Unraise { product: ProductId, raised: EntryId },
    /// An opinion on the product, for the sheet and the minutes.
    Opinion {
        product: ProductId,
        #[serde(deserialize_with = "note")]
        words: String,
    },
}

/// Acts of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields are the nouns they name")]
pub enum DeskAct {
    /// Who is here, and who sits for the seat ("đi thay") if not its holder.
    Attendance {
        seat: SeatId,
        presence: Presence,
        #[serde(deserialize_with = "note")]
        sits: String,
    },
    /// Another seat presides from now on.
    HandOver { to: SeatId },
    /// A product's particulars put right.
    Correct {
        product: ProductId,
        field: ProductField,
        #[serde(deserialize_with = "note")]
        value: String,
        #[serde(deserialize_with = "note")]
        reason: String,
    },
    /// A seat's particulars put right.
    CorrectSeat {
        seat: SeatId,
        field: SeatField,
        #[serde(deserialize_with = "note")]
        value: String,
        #[serde(deserialize_with = "note")]
        reason: String,
    },
    /// A product that came later; carries its set where the charter lacks it.
    AddProduct {
        product: Box<Product>,
        set: Option<Box<ProductSet>>,
        #[serde(deserialize_with = "note")]
        reason: String,
    },
    /// A seat that came later.
    AddSeat {
        seat: Box<Seat>,
        #[serde(deserialize_with = "note")]
        reason: String,
    },
    /// Another product set, while blind; the sheets start anew. Carries the set where the charter lacks it.
    ChangeSet {
        product: ProductId,
        no: u8,
        set: Option<Box<ProductSet>>,
        #[serde(deserialize_with = "note")]
        reason: String,
    },
    /// Opens the sheets and fixes the roll: every scoring seat once, in `sheets` or `without`.
    Reveal {
        product: ProductId,
        basis: Option<EntryId>,
        sheets: Vec<(SeatId, EntryId)>,
        without: Vec<(SeatId, Left)>,
        present: Vec<SeatId>,
    },
    /// Asks named seats to look again at named criteria (none named: all).
    Rescore { product: ProductId, reveal: EntryId, seats: Vec<SeatId>, criteria: Vec<Code>, reason: Reason },
    /// Takes that back for named seats; the earlier sheet stands.
    RescoreWithdraw {
        product: ProductId,
        reveal: EntryId,
        seats: Vec<SeatId>,
        #[serde(deserialize_with = "note")]
        reason: String,
    },
    /// Decides whether one minimum is met, where the sheets disagree.
    Rule { product: ProductId, reveal: EntryId, minimum: MinimumId, met: bool, reason: Reason },
    /// Lets a disagreement stand.
    Accept { product: ProductId, reveal: EntryId, dispute: DisputeKey, reason: Reason },
    /// Answers a raised ground without closing the product.
    Dismiss {
        product: ProductId,
        raised: EntryId,
        #[serde(deserialize_with = "note")]
        reason: String,
    },
    /// Locks the result; void unless recomputing gives this result.
    Lock {
        product: ProductId,
        reveal: EntryId,
        rulings: Vec<EntryId>,
        accepted: Vec<EntryId>,
        result: ResultLine,
        forward: Option<Forward>,
    },
    /// Ends the assessment without a star.
    Close {
        product: ProductId,
        how: ClosedAs,
        #[serde(deserialize_with = "note")]
        ground: String,
    },
    /// Takes a lock, a close or a contested phase back to scoring or to the sheets of a reveal.
    Reopen {
        product: ProductId,
        to: Back,
        #[serde(deserialize_with = "note")]
        reason: String,
    },
    /// The council's conclusion on a product, for the minutes.
    Conclude {
        product: ProductId,
        #[serde(deserialize_with = "note")]
        words: String,
    },
    /// A remark for the minutes, on the sitting, on a product, or on how a criterion is read from now on.
    Remark {
        product: Option<ProductId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        criterion: Option<CriterionId>,
        #[serde(deserialize_with = "note")]
        words: String,
    },
    /// The session is sealed: SHA-256 of the session file, 64 hex digits.
    Seal {
        #[serde(deserialize_with = "note")]
        file: String,
    },
}

impl Act {
    /// The act as it will be read back: its text in normal form and scrubbed.
    #[must_use]
    pub fn cleaned(self) -> Act {
        match &self {
            Act::Seat(SeatAct::Mark { cell, .. }) if cell.note.is_empty() && cell.evidence.is_empty() => return self,
            _ => {}
        }
        let read_back = ron::to_string(&self).ok().and_then(|text| ron::from_str(&text).ok());
        read_back.unwrap_or(self)
    }

    /// The product the act is about, if one.
    pub fn product(&self) -> Option<&ProductId> {
        match self {
            Act::Seat(
                SeatAct::Mark { product, .. }
                | SeatAct::Submit { product, .. }
                | SeatAct::TakeBack { product, .. }
                | SeatAct::Recuse { product, .. }
                | SeatAct::Unrecuse { product }
                | SeatAct::Raise { product, .. }
                | SeatAct::Unraise { product, .. }
                | SeatAct::Opinion { product, .. },
            ) => Some(product),
            Act::Desk(_, act) => match act {
                DeskAct::Correct { product, .. }
                | DeskAct::ChangeSet { product, .. }
                | DeskAct::Reveal { product, .. }
                | DeskAct::Rescore { product, .. }
                | DeskAct::RescoreWithdraw { product, .. }
                | DeskAct::Rule { product, .. }
                | DeskAct::Accept { product, .. }
                | DeskAct::Dismiss { product, .. }
                | DeskAct::Lock { product, .. }
                | DeskAct::Close { product, .. }
                | DeskAct::Reopen { product, .. }
                | DeskAct::Conclude { product, .. } => Some(product),
                DeskAct::AddProduct { product, .. } => Some(&product.id),
                DeskAct::Remark { product, .. } => product.as_ref(),
                DeskAct::Attendance { .. }
                | DeskAct::HandOver { .. }
                | DeskAct::CorrectSeat { .. }
                | DeskAct::AddSeat { .. }
                | DeskAct::Seal { .. } => None,
            },
        }
    }
}
