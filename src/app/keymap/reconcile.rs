//! Keys of Reconcile.

use super::{Binding, Command, DOWN, ENTER, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, TAB, UP, bind};
use crate::app::key::Key;
use crate::i18n::{agenda, board, dispute, keys, reconcile, verdict, why};

/// Commands of Reconcile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reconcile {
    /// One thing up.
    Up,
    /// One thing down.
    Down,
    /// The explanation up.
    PageUp,
    /// The explanation down.
    PageDown,
    /// The columns of seats to the left.
    SeatsLeft,
    /// The columns of seats to the right.
    SeatsRight,
    /// All rows, or those that differ.
    Rows,
    /// The thing on a card of its own, to be read aloud.
    Card,
    /// Asks to score again.
    Rescore,
    /// Rules on the thing, or settles it as its kind wants.
    Settle,
    /// Lets it stand.
    Accept,
    /// On to the verdict.
    Verdict,
    /// Takes a re-scoring back.
    Withdraw,
    /// Opens the sheets again.
    Reveal,
    /// The next product with things to settle.
    Next,
    /// The one before.
    Previous,
    /// The conclusion in words.
    Conclude,
    /// A remark for the minutes.
    Remark,
    /// Ends the product without a star.
    Close,
    /// Reopens it.
    Reopen,
    /// Why the product has the star it has.
    Why,
    /// Back to the things to discuss over all products.
    Agenda,
}

const fn c(command: Reconcile) -> Command {
    Command::Reconcile(command)
}

use Reconcile as Do;

pub(super) const KEYS: &[Binding] = &[
    bind(c(Do::Card), "card", &[ENTER], 1, dispute::card, dispute::card_help),
    bind(c(Do::Rescore), "rescore", &[Key::f(5)], 1, reconcile::rescore, reconcile::rescore_help),
    bind(c(Do::Settle), "settle", &[Key::f(6)], 1, reconcile::settle, reconcile::settle_help),
    bind(c(Do::Accept), "accept", &[Key::f(7)], 1, reconcile::accept, reconcile::accept_help),
    bind(c(Do::Reveal), "reveal", &[Key::ctrl('r')], 2, reconcile::reveal, reconcile::reveal_help),
    bind(c(Do::Verdict), "verdict", &[Key::f(8)], 2, reconcile::lock, reconcile::lock_help),
    bind(c(Do::Up), "up", &[UP, Key::char('k')], 3, keys::choose, keys::up_help),
    bind(c(Do::Down), "down", &[DOWN, Key::char('j')], 3, keys::choose, keys::down_help),
    bind(c(Do::Next), "next", &[Key::ctrl('n'), Key::char('n')], 4, reconcile::next, reconcile::next_help),
    bind(
        c(Do::Previous),
        "previous",
        &[Key::ctrl('p'), Key::char('p')],
        0,
        reconcile::previous,
        reconcile::previous_help,
    ),
    bind(c(Do::Rows), "rows", &[TAB], 5, reconcile::rows, reconcile::rows_help),
    bind(c(Do::Withdraw), "withdraw", &[Key::f(4)], 6, reconcile::withdraw, reconcile::withdraw_help),
    bind(c(Do::Agenda), "agenda", &[Key::ctrl('d')], 4, agenda::agenda, agenda::agenda_help),
    bind(c(Do::PageUp), "page_up", &[PAGE_UP], 0, reconcile::explain_up, reconcile::explain_help),
    bind(c(Do::PageDown), "page_down", &[PAGE_DOWN], 7, reconcile::explain_down, reconcile::explain_help),
    bind(c(Do::SeatsLeft), "seats_left", &[LEFT], 0, board::seats_left, board::seats_help),
    bind(c(Do::SeatsRight), "seats_right", &[RIGHT], 0, board::seats_right, board::seats_help),
    bind(c(Do::Conclude), "conclude", &[Key::ctrl('e')], 8, reconcile::conclude, reconcile::conclude_help),
    bind(c(Do::Remark), "remark", &[Key::ctrl('t')], 0, board::remark, board::remark_help),
    bind(c(Do::Why), "why", &[Key::ctrl('w')], 8, why::why, why::why_help),
    bind(c(Do::Close), "close", &[Key::ctrl('x')], 0, board::close, board::close_help),
    bind(c(Do::Reopen), "reopen", &[Key::ctrl('o')], 0, verdict::reopen, verdict::reopen_help),
];
