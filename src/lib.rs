//! `ocop-council`: a council takes a list of products to a locked star classification.

pub mod app;
pub mod cli;
pub mod council;
pub mod i18n;
pub mod intake;
pub mod report;
pub mod rubric;
pub mod session;
pub mod shell;
pub mod store;
pub mod text;
pub mod trouble;
pub mod ui;
pub mod verdict;
