//! The charter (hồ sơ phiên họp): what is fixed before the first mark. What changes later is an act.

use serde::{Deserialize, Serialize};

use super::{ProductId, Rules, SeatId};
use crate::rubric::{Origin, ProductSet, RubricHead, builtin};
use crate::text::serde::line;

/// The charter of a session, as `charter.ron` holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// Format of the whole session folder, and of the rules of fold and verdict.
    pub format: u32,
    /// Random, so that two sessions from equal lists differ.
    #[serde(deserialize_with = "line")]
    pub nonce: String,
    /// A sitting, or a rehearsal whose scores are invented.
    pub purpose: Purpose,
    /// Title.
    #[serde(deserialize_with = "line")]
    pub title: String,
    /// Where the council sits; may be empty.
    #[serde(deserialize_with = "line")]
    pub place: String,
    /// Civil date `2026-11-28`; may be empty.
    #[serde(deserialize_with = "line")]
    pub date: String,
    /// The decision that set up the council, as printed; may be empty.
    #[serde(deserialize_with = "line")]
    pub decision: String,
    /// Which national decision is applied.
    pub rubric: RubricHead,
    /// The rules, frozen.
    pub rules: Rules,
    /// The seats, in order of precedence; exactly one chair.
    pub seats: Vec<Seat>,
    /// The first list of products, in order of presentation.
    pub products: Vec<Product>,
    /// The product sets used, whole.
    pub sets: Vec<ProductSet>,
}

/// What a session is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// A real sitting.
    Sitting,
    /// A rehearsal or training: shown on every screen and paper.
    Rehearsal,
}

/// A place at the table; not a login.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Id.
    pub id: SeatId,
    /// The office it stands for, `Sở Công Thương`.
    #[serde(deserialize_with = "line")]
    pub title: String,
    /// Who holds it; may be empty.
    #[serde(deserialize_with = "line")]
    pub name: String,
    /// Organisation; may be empty.
    #[serde(deserialize_with = "line")]
    pub organisation: String,
    /// Role.
    pub role: Role,
    /// Whether it scores.
    pub scores: bool,
}

/// A seat's role in the procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Presides.
    Chair,
    /// May preside after a hand-over.
    Deputy,
    /// Records; may enter the desk's acts by order.
    Secretary,
    /// Scores.
    Member,
    /// Prepares; outside quorum, never scores by default.
    Advisory,
}

impl Role {
    /// Whether a seat of this role scores where the council list does not say.
    pub fn scores_by_default(self, rules: &Rules) -> bool {
        match self {
            Role::Chair | Role::Deputy | Role::Member => true,
            Role::Secretary => rules.secretary_scores,
            Role::Advisory => false,
        }
    }
}

/// A product as it came to the council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Id.
    pub id: ProductId,
    /// Name.
    #[serde(deserialize_with = "line")]
    pub name: String,
    /// Number of its product set.
    pub set: u8,
    /// Product code `(T)-(X)-(STT)-20..`; may be empty.
    #[serde(default, deserialize_with = "line")]
    pub code: String,
    /// Producer (chủ thể); may be empty.
    #[serde(default, deserialize_with = "line")]
    pub producer: String,
    /// Address; may be empty.
    #[serde(default, deserialize_with = "line")]
    pub address: String,
    /// Phone; may be empty.
    #[serde(default, deserialize_with = "line")]
    pub phone: String,
    /// Why it is assessed.
    #[serde(default)]
    pub kind: ProductKind,
    /// The producer's own total, if given, in points.
    #[serde(default)]
    pub self_total: Option<u16>,
    /// The advisory team's total, if given, in points.
    #[serde(default)]
    pub advisory_total: Option<u16>,
}

/// Why a product is assessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProductKind {
    /// For the first time.
    #[default]
    First,
    /// To reach a higher star.
    Upgrade,
    /// Again, after 36 months.
    Reassess,
}

impl Charter {
    /// The format this program writes.
    pub const FORMAT: u32 = 1;

    /// The seat with this id.
    pub fn seat(&self, id: &SeatId) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.id == *id)
    }

    /// The chair. A charter that was checked has exactly one.
    pub fn chair(&self) -> &Seat {
        self.seats.iter().find(|seat| seat.role == Role::Chair).expect("a checked charter has one chair")
    }

    /// The set with this number.
    pub fn set(&self, no: u8) -> Option<&ProductSet> {
        self.sets.iter().find(|set| set.no == no)
    }

    /// Every set a product of this session may be of: those it carries, and of a built-in decision those it had no use
    /// for yet. In the order of their numbers.
    pub fn sets_to_choose(&self) -> Vec<&ProductSet> {
        let decision = match self.rubric.origin {
            Origin::BuiltIn => builtin::rubric(&self.rubric.id).map_or(&[][..], |rubric| &rubric.sets),
            Origin::File => &[],
        };
        let others = decision.iter().filter(|set| self.set(set.no).is_none());
        let mut sets: Vec<&ProductSet> = self.sets.iter().chain(others).collect();
        sets.sort_by_key(|set| set.no);
        sets
    }

    /// The first-list product with this id.
    pub fn product(&self, id: &ProductId) -> Option<&Product> {
        self.products.iter().find(|product| product.id == *id)
    }
}
