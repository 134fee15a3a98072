//! What comes from outside and means no good: files of every kind bent, cut, swollen and forged, nasty text in every
//! field, crooked paths, counters at their ends. Whatever it is, the program says one sentence and loses nothing.

mod counters;
mod dice;
mod forge;
mod fuzz;
mod kinds;
mod paths;
mod screens;
mod size;
mod words;

pub(crate) use forge::Forged;
