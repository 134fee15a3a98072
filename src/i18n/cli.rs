//! The command line's own words: help, usage, and what the commands say when done.

pub mod files;
pub mod help;
pub mod said;
pub mod usage;
