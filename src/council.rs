//! The nouns of a council: charter, seats, products, rules, cells and sheets, acts and the entries that carry them.
//! No procedure: which act is allowed when stands in `session`.

mod act;
mod carry;
mod charter;
pub mod draft;
mod entry;
mod ids;
pub mod preset;
mod rules;
mod sheet;
#[cfg(test)]
mod tests;

pub use act::{
    Act, Back, By, ClosedAs, Corrected, CriterionId, DeskAct, DisputeKey, DisputeKind, Forward, Left, MinimumId,
    Presence, ProductField, Reason, ReasonKind, ResultLine, SeatAct, SeatField,
};
pub use carry::{
    Copied, CopyHow, Counted, Found, FoundKind, Handed, Kept, Merged, NotTaken, Refused, SealBrought, Spot, Way,
};
pub use charter::{Charter, Product, ProductKind, Purpose, Role, Seat};
pub use draft::{Draft, Lack, Listed};
pub use entry::{Begin, Content, Entry, EntryId, Hash, LineFault, LogName, Pen, Record, SessionId};
pub use ids::{Author, Device, ProductId, SeatId};
pub use preset::CouncilPreset;
pub use rules::{AtLimit, Fraction, MinimaRule, Quorum, Rules};
pub use sheet::{Cell, Marks, Scored, Value};
