//! `ocop-council`: a council takes a list of products to a locked star classification, in a terminal, offline, in
//! Vietnamese and English.
//!
//! # What a person sees, and where it lives
//!
//! ```text
//! ┌ ui::frame ── Phiên 28/11 · 12/71 Nước mắm ruốc · bộ 9 · chấm kín ── Sở Công Thương · đã lưu ✓ ┐
//! │ ui::screen::scoring          │ the levels' words: rubric::Level      "saved": app::sitting,  │
//! │  3.5 Sở hữu trí tuệ  1 2 3 · │  ▸ 2 ★★★★ đã cấp nhãn hiệu …          after store::Writer     │
//! │  a mark: council::Cell       │  still missing for 4★: verdict                                │
//! │ what a key does: app::screen::scoring · what it is called: app::keymap, i18n::scoring        │
//! └ ui::frame ── 0–9 điểm  Enter chọn  F4 còn thiếu  F8 nộp ── from app::keymap, by rank ─────────┘
//! ```
//!
//! # How data flows
//!
//! ```text
//! rubric files ─► Charter (council, products, rules, the product sets used: frozen) ─┐
//! keys, CSV, paper sheets ─► Act ─► log file of that seat on that machine ───────────┤
//! logs from other machines (folder, stick, chat) ────────────────────────────────────┤
//!                                                                                     ▼
//!                          Session = fold of every entry in every log (pure, any order)
//!                                                                                     ▼
//!              verdict: tally → minima → star → stability → disputes → outlook, flips (pure)
//!                                                                                     ▼
//!                     screens · JSON · CSV · locked session file and its seal
//! ```
//!
//! One way, no going back. The only way to change a session is an act; the only way an act lands is a log; the only
//! way to know the state is the fold.
//!
//! # The layers
//!
//! An arrow allows everything to its right; a test reads the `use` lines and keeps it.
//!
//! ```text
//! shell ─► ui ─► app ─► i18n ─► session ─► verdict ─► council ─► rubric ─► text, trouble
//! store, intake, report ─► session and everything to its right (report also i18n)      cli, shell, main ─► all
//! ```
//!
//! `ratatui` only in `ui` and `shell`; `crossterm` only in `shell`; `std::fs` only in `store`, `shell`, `cli`; clock and
//! randomness only in `shell` and `cli`, passed in.
//!
//! # Invariants
//!
//! 1. [`session::Session::admit`] is the only way an act comes to be, [`session::Session::apply`] the only way a session
//!    changes. There is no setter.
//! 2. [`app::update`] does no I/O; `ui` takes `&App` and changes nothing.
//! 3. Points are whole numbers; a mean is an exact fraction; a star is decided on the fraction. No float decides
//!    anything.
//! 4. Every key, its label, its place in the footer and its help line come from one table, [`app::keymap`].
//! 5. Every sentence comes from [`i18n`], both languages on adjacent lines, checked by the compiler.
//! 6. "Saved" is shown only after the operating system said that the bytes are on disk.
//! 7. [`session::Session::verdict`] is `None` while a product is blind: not a total, not a mean, not an order leaves.
//! 8. What arrives later may *contest* a decision; it never undoes it and never changes its figures.

pub mod app;
pub mod cli;
pub mod council;
pub mod i18n;
pub mod intake;
pub mod report;
pub mod rubric;
pub mod session;
pub mod shell;
pub mod store;
pub mod text;
pub mod trouble;
pub mod ui;
pub mod verdict;
