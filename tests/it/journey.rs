//! What people do, screen by screen, by keys alone.

mod board;
mod frame;
mod reconcile;
mod seats;
mod verdict;
