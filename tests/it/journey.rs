//! What people do, screen by screen, by keys alone.

mod frame;
mod saving;
mod scoring;
mod seats;
