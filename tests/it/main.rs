//! The one test binary.

mod disputed;
mod driver;
mod journey;
mod pty;
mod sample;
mod tidy;
