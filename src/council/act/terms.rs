//! The terms that acts are said in: reasons, disputes and minima by name, what a lock records. The acts stand above.

use serde::{Deserialize, Serialize};

use crate::council::{EntryId, ProductId, SeatId};
use crate::rubric::{Code, Star};
use crate::text::serde::note;

/// A criterion apart from any product: in one set and wherever it stands word for word, or by its code in every set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionId {
    /// Its code.
    pub code: Code,
    /// The set it is meant in; none: every set that has the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<u8>,
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
