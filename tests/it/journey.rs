//! What people do, screen by screen, by keys alone.

mod board;
mod frame;
mod help;
mod history;
mod home;
mod reconcile;
mod saving;
mod scoring;
mod seats;
mod verdict;
