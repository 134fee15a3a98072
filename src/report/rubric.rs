//! A rubric as people meet it: a set as a sheet to read, and the whole as a file to write one's own from.

pub mod file;
mod keys;
pub mod sheet;
