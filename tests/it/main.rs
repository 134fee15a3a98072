//! The one test binary.

mod driver;
mod journey;
mod pty;
mod sample;
mod tidy;
