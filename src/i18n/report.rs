//! The words of what goes out on paper and in files.

pub mod csv;
pub mod rubric;
