//! Keys of Verdict.

use super::{Binding, Command, DOWN, ENTER, PAGE_DOWN, PAGE_UP, TAB, UP, bind};
use crate::app::key::Key;
use crate::i18n::{board, keys, reconcile, verdict, why};

/// Commands of Verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// Locks the product.
    Lock,
    /// To the page of the seal; there, seals the session.
    Seal,
    /// Locks all that are clear.
    LockMany,
    /// The discussion of the product.
    Discuss,
    /// From the product to the page of the seal and back.
    Turn,
    /// The next product that is not settled.
    Next,
    /// The one before.
    Previous,
    /// Reopens the product.
    Reopen,
    /// The conclusion in words.
    Conclude,
    /// A remark for the minutes.
    Remark,
    /// Ends the product without a star.
    Close,
    /// Why the product has the star it has.
    Why,
}

const fn c(command: Verdict) -> Command {
    Command::Verdict(command)
}

use Verdict as Do;

pub(super) const KEYS: &[Binding] = &[
    bind(c(Do::Lock), "lock", &[ENTER], 1, verdict::lock, verdict::lock_help),
    bind(c(Do::Seal), "seal", &[Key::f(12)], 1, board::seal, verdict::seal_help),
    bind(c(Do::Next), "next", &[Key::ctrl('n'), Key::char('n')], 2, verdict::next, verdict::next_help),
    bind(c(Do::Previous), "previous", &[Key::ctrl('p'), Key::char('p')], 0, verdict::previous, verdict::previous_help),
    bind(c(Do::Discuss), "discuss", &[Key::f(6)], 3, verdict::discuss, verdict::discuss_help),
    bind(c(Do::LockMany), "lock_many", &[Key::ctrl('k')], 4, verdict::lock_many, verdict::lock_many_help),
    bind(c(Do::Reopen), "reopen", &[Key::ctrl('o')], 5, verdict::reopen, verdict::reopen_help),
    bind(c(Do::Turn), "turn", &[TAB], 6, verdict::turn, verdict::turn_help),
    bind(c(Do::Conclude), "conclude", &[Key::ctrl('e')], 7, reconcile::conclude, reconcile::conclude_help),
    bind(c(Do::Up), "up", &[UP, Key::char('k')], 8, verdict::scroll, keys::up_help),
    bind(c(Do::Down), "down", &[DOWN, Key::char('j')], 8, verdict::scroll, keys::down_help),
    bind(c(Do::PageUp), "page_up", &[PAGE_UP], 0, keys::page_up, keys::page_up_help),
    bind(c(Do::PageDown), "page_down", &[PAGE_DOWN], 0, keys::page_down, keys::page_down_help),
    bind(c(Do::Why), "why", &[Key::ctrl('w')], 5, why::why, why::why_help),
    bind(c(Do::Remark), "remark", &[Key::ctrl('t')], 0, board::remark, board::remark_help),
    bind(c(Do::Close), "close", &[Key::ctrl('x')], 0, board::close, board::close_help),
];
