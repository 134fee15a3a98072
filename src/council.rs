//! The nouns of a council: charter, seats, products, rules, cells and sheets, acts and the entries that carry them.
//! No procedure: which act is allowed when stands in `session`.

mod act;
mod charter;
mod entry;
mod ids;
mod rules;
mod sheet;
#[cfg(test)]
mod tests;

pub use act::{
    Act, Back, By, ClosedAs, Corrected, DeskAct, DisputeKey, DisputeKind, Forward, Left, MinimumId, Presence,
    ProductField, Reason, ReasonKind, ResultLine, SeatAct, SeatField,
};
pub use charter::{Charter, Product, ProductKind, Purpose, Role, Seat};
pub use entry::{Begin, Content, Entry, EntryId, Hash, LineFault, LogName, Pen, Record, SessionId};
pub use ids::{Author, Device, ProductId, SeatId};
pub use rules::{AtLimit, Fraction, MinimaRule, Quorum, Rules};
pub use sheet::{Cell, Marks, Scored, Value};
