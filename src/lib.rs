//! `ocop-council`: a council takes a list of products to a locked star classification.

pub mod council;
pub mod intake;
pub mod report;
pub mod rubric;
pub mod session;
pub mod store;
pub mod text;
pub mod trouble;
pub mod verdict;
