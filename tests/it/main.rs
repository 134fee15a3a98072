//! The one test binary.

mod cli;
mod driver;
mod journey;
mod pty;
mod sample;
mod tidy;
