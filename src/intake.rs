//! What comes in from people: lists of products and seats, marks typed from paper, rules. Bytes in; typed values out,
//! or every fault there is with file, line and column, and then nothing. No disk and no sentence.

pub mod charter;
pub mod council;
pub mod marks;
pub mod products;
pub mod rules;
mod table;

pub use table::LIMIT;
