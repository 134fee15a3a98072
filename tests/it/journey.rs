//! What people do, screen by screen, by keys alone.

mod agenda;
mod board;
mod carry;
pub(crate) mod dispute;
mod frame;
mod help;
mod history;
mod home;
mod new;
mod readings;
mod reconcile;
mod saving;
mod scoring;
mod seats;
mod two_ways;
mod verdict;
mod why;
