//! What people do, screen by screen, by keys alone.

mod frame;
mod help;
mod history;
mod home;
mod saving;
mod scoring;
mod seats;
