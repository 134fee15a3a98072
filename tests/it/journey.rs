//! What people do, screen by screen, by keys alone.

mod frame;
mod seats;
