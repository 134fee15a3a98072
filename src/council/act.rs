//! Acts: everything that can happen in a session, each with all it says. Whether it may happen stands in `session`.

use serde::{Deserialize, Serialize};

use super::{Cell, EntryId, Marks, Product, ProductId, Seat, SeatId};
use crate::rubric::{Code, ProductSet, Star};
use crate::text::serde::note;

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
    /// A remark for the minutes, on the sitting or on a product.
    Remark {
        product: Option<ProductId>,
        #[serde(deserialize_with = "note")]
        words: String,
    },
    /// The session is sealed: SHA-256 of the session file, 64 hex digits.
    Seal {
        #[serde(deserialize_with = "note")]
        file: String,
    },
}

/// Where a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Presence {
    /// Here.
    Present,
    /// Not come.
    Absent,
    /// Gone early.
    Left,
}

/// Why a scoring seat has no sheet in a reveal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Left {
    /// Absent or gone, without a sheet handed in.
    Absent,
    /// Does not score this product.
    Recused,
    /// Set aside by the desk.
    SetAside,
}

/// A product's particulars that can be put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the field it names")]
pub enum ProductField {
    Name,
    Producer,
    Address,
    Phone,
    Code,
    Kind,
}

impl ProductField {
    /// All, in the order shown.
    pub const ALL: [ProductField; 6] = [
        ProductField::Name,
        ProductField::Producer,
        ProductField::Address,
        ProductField::Phone,
        ProductField::Code,
        ProductField::Kind,
    ];

    /// Its name on the command line.
    pub fn key(self) -> &'static str {
        match self {
            ProductField::Name => "name",
            ProductField::Producer => "producer",
            ProductField::Address => "address",
            ProductField::Phone => "phone",
            ProductField::Code => "code",
            ProductField::Kind => "kind",
        }
    }
}

/// A seat's particulars that can be put right. Roles and scoring are fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the field it names")]
pub enum SeatField {
    Title,
    Name,
    Organisation,
}

/// What a correction was about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Corrected {
    /// A product's field.
    Product(ProductId, ProductField),
    /// A seat's field.
    Seat(SeatId, SeatField),
}

/// One minimum: a criterion and the star it stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinimumId {
    /// The criterion.
    pub criterion: Code,
    /// The star.
    pub star: Star,
}

/// A reason, by its digit on the list, with words where wanted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Which.
    pub kind: ReasonKind,
    /// In words: the page for `DossierPage`, the reason itself for `Other`; else may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty", deserialize_with = "note")]
    pub words: String,
}

/// The closed list of reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ReasonKind {
    /// The criterion was understood differently.
    Understood,
    /// Further evidence was shown.
    Evidence,
    /// A slip.
    Slip,
    /// A professional difference that stands.
    Difference,
    /// See a page of the dossier.
    DossierPage,
    /// Other, in words.
    Other,
}

impl ReasonKind {
    /// All, in the order of their digits from 1.
    pub const ALL: [ReasonKind; 6] = [
        ReasonKind::Understood,
        ReasonKind::Evidence,
        ReasonKind::Slip,
        ReasonKind::Difference,
        ReasonKind::DossierPage,
        ReasonKind::Other,
    ];
}

/// What kind a disagreement is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DisputeKind {
    /// Two different current sheets of one seat.
    Conflict,
    /// Something came after the reveal or the lock.
    Late,
    /// Two different current phases of one product.
    Contested,
    /// The sheets disagree whether a minimum is met.
    MinimumSplit,
    /// Totals are too far apart.
    Spread,
    /// Sheets' own stars differ, or one sheet decides the star.
    StarDiffers,
    /// One criterion's marks are far apart.
    CriterionSpread,
    /// One total is far from the median of the others.
    Outlier,
}

impl DisputeKind {
    /// Its name in JSON and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            DisputeKind::Conflict => "conflict",
            DisputeKind::Late => "late",
            DisputeKind::Contested => "contested",
            DisputeKind::MinimumSplit => "minimum_split",
            DisputeKind::Spread => "spread",
            DisputeKind::StarDiffers => "star_differs",
            DisputeKind::CriterionSpread => "criterion_spread",
            DisputeKind::Outlier => "outlier",
        }
    }
}

/// Names one disagreement of one reveal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisputeKey {
    /// Its kind.
    pub kind: DisputeKind,
    /// The criterion, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<Code>,
    /// The star, for a minimum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub star: Option<Star>,
    /// The seat, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<SeatId>,
    /// The late entry that is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
}

/// The result a lock states: exact sum, sheets counted and stars. The figures that recomputing must give.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultLine {
    /// Sum of the counted totals, in points.
    pub sum: u32,
    /// Number of counted sheets.
    pub counted: u32,
    /// The star by the mean.
    pub by_points: Star,
    /// The star by the minima, 3 to 5.
    pub by_minima: Option<Star>,
    /// The final star.
    pub star: Option<Star>,
}

/// Whether a file of 90 points and more with a 5★ minimum missing goes to the Ministry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Forward {
    /// It goes.
    Yes,
    /// It stays.
    No,
}

/// How a product ends without a star.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ClosedAs {
    /// Dossier or criterion ground (bị loại).
    Rejected,
    /// Impurity, declaration (dừng đánh giá).
    Stopped,
    /// By the producer (rút hồ sơ).
    Withdrawn,
    /// To a later session (để lại kỳ sau).
    PutOff,
}

impl ClosedAs {
    /// All, in the order shown.
    pub const ALL: [ClosedAs; 4] = [ClosedAs::Rejected, ClosedAs::Stopped, ClosedAs::Withdrawn, ClosedAs::PutOff];

    /// Its name in JSON and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            ClosedAs::Rejected => "rejected",
            ClosedAs::Stopped => "stopped",
            ClosedAs::Withdrawn => "withdrawn",
            ClosedAs::PutOff => "put-off",
        }
    }
}

/// Where a reopened product goes back to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Back {
    /// To scoring, under this basis.
    Blind(Option<EntryId>),
    /// To the sheets of this reveal.
    Revealed(EntryId),
}

impl Act {
    /// The act as it will be read back: its text in normal form and scrubbed.
    #[must_use]
    pub fn cleaned(self) -> Act {
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
