//! Keys of the dispute card.

use super::{Binding, Command, DOWN, PAGE_DOWN, PAGE_UP, UP, bind};
use crate::app::key::Key;
use crate::i18n::{agenda, board, dispute, keys, reconcile, why};

/// Commands of the dispute card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dispute {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// Asks to score again.
    Rescore,
    /// Rules on the thing, or settles it as its kind wants.
    Settle,
    /// Lets it stand.
    Accept,
    /// Opens the sheets again.
    Reveal,
    /// The next thing to discuss on the product.
    Next,
    /// The one before.
    Previous,
    /// A remark for the minutes.
    Remark,
    /// Why the product has the star it has.
    Why,
    /// Back to the things to discuss over all products.
    Agenda,
}

const fn c(command: Dispute) -> Command {
    Command::Dispute(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Dispute::Rescore), "rescore", &[Key::f(5)], 1, reconcile::rescore, reconcile::rescore_help),
    bind(c(Dispute::Settle), "settle", &[Key::f(6)], 1, reconcile::settle, reconcile::settle_help),
    bind(c(Dispute::Accept), "accept", &[Key::f(7)], 1, reconcile::accept, reconcile::accept_help),
    bind(c(Dispute::Reveal), "reveal", &[Key::ctrl('r')], 2, reconcile::reveal, reconcile::reveal_help),
    bind(c(Dispute::Next), "next", &[Key::ctrl('n'), Key::char('n')], 3, dispute::next, dispute::next_help),
    bind(
        c(Dispute::Previous),
        "previous",
        &[Key::ctrl('p'), Key::char('p')],
        0,
        dispute::previous,
        dispute::previous_help,
    ),
    bind(c(Dispute::PageDown), "page_down", &[PAGE_DOWN, Key::char(' ')], 4, why::read, keys::page_down_help),
    bind(c(Dispute::Agenda), "agenda", &[Key::ctrl('d')], 4, agenda::agenda, agenda::agenda_help),
    bind(c(Dispute::PageUp), "page_up", &[PAGE_UP], 0, keys::page_up, keys::page_up_help),
    bind(c(Dispute::Up), "up", &[UP, Key::char('k')], 0, keys::choose, keys::up_help),
    bind(c(Dispute::Down), "down", &[DOWN, Key::char('j')], 0, keys::choose, keys::down_help),
    bind(c(Dispute::Remark), "remark", &[Key::ctrl('t')], 6, board::remark, board::remark_help),
    bind(c(Dispute::Why), "why", &[Key::ctrl('w')], 5, why::why, why::why_help),
];
