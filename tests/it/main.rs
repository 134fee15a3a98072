//! The one test binary.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(clippy::print_stdout, reason = "seeds and what was skipped are printed")]

mod cli;
mod copies;
mod disputed;
mod driver;
mod faults;
mod formats;
mod hostile;
mod journey;
mod kept;
mod kill;
mod program;
mod pty;
mod sample;
mod shipped;
mod tidy;
