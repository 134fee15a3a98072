//! Keys of Board.

use super::{
    BACK_TAB, Binding, Command, DIGITS, DOWN, END, ENTER, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, TAB, UP, bind,
};
use crate::app::cursor::Move;
use crate::app::key::Key;
use crate::i18n::{agenda, board, carry_screen, keys, verdict, why};

/// Commands of Board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Board {
    /// Moves the cursor in the list.
    Move(Move),
    /// The columns of seats to the left.
    SeatsLeft,
    /// The columns of seats to the right.
    SeatsRight,
    /// Opens the product: who is missing, the discussion, or the verdict.
    Open,
    /// The things to discuss over all products.
    Agenda,
    /// Finds by name or number.
    Find,
    /// Finds by number, begun with a digit.
    FindNumber,
    /// The next filter.
    Filter,
    /// The filter before.
    FilterBack,
    /// Another order.
    Sort,
    /// Reads the folder now.
    Refresh,
    /// Opens the sheets of the product.
    Reveal,
    /// Opens the sheets of all that are ready.
    RevealMany,
    /// Opens the sheets with some seats set aside.
    SetAside,
    /// Answers a raised ground.
    Answer,
    /// Verdict and lock of the product.
    Verdict,
    /// Locks all that are clear.
    LockMany,
    /// Ends the product without a star.
    Close,
    /// Reopens it.
    Reopen,
    /// Puts its particulars right.
    Correct,
    /// Adds a product.
    Add,
    /// Another product set.
    ChangeSet,
    /// Another seat presides.
    HandOver,
    /// A remark for the minutes.
    Remark,
    /// The page of the seal.
    Seal,
    /// To what is carried in and out.
    Carry,
    /// Why the product has the star it has.
    Why,
}

const fn c(command: Board) -> Command {
    Command::Board(command)
}

pub(super) const KEYS: &[Binding] = &[
    bind(c(Board::Move(Move::Up)), "up", &[UP, Key::char('k')], 9, keys::choose, keys::up_help),
    bind(c(Board::Move(Move::Down)), "down", &[DOWN, Key::char('j')], 9, keys::choose, keys::down_help),
    bind(c(Board::Move(Move::PageUp)), "page_up", &[PAGE_UP], 0, keys::page_up, keys::page_up_help),
    bind(c(Board::Move(Move::PageDown)), "page_down", &[PAGE_DOWN], 0, keys::page_down, keys::page_down_help),
    bind(c(Board::Move(Move::First)), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(Board::Move(Move::Last)), "last", &[END], 0, keys::last, keys::last_help),
    bind(c(Board::SeatsLeft), "seats_left", &[LEFT], 0, board::seats_left, board::seats_help),
    bind(c(Board::SeatsRight), "seats_right", &[RIGHT], 0, board::seats_right, board::seats_help),
    bind(c(Board::Answer), "answer", &[Key::f(7)], 1, board::answer, board::answer_help),
    bind(c(Board::Open), "open", &[ENTER], 2, board::open, board::open_help),
    bind(c(Board::RevealMany), "reveal_many", &[Key::ctrl('r')], 3, board::reveal_many, board::reveal_many_help),
    bind(c(Board::LockMany), "lock_many", &[Key::ctrl('k')], 3, verdict::lock_many, verdict::lock_many_help),
    bind(c(Board::Reveal), "reveal", &[Key::f(6)], 4, board::reveal, board::reveal_help),
    bind(c(Board::Verdict), "verdict", &[Key::f(8)], 5, board::verdict, board::verdict_help),
    bind(c(Board::Agenda), "agenda", &[Key::ctrl('d')], 6, agenda::agenda, agenda::agenda_help),
    bind(c(Board::Find), "find", &[Key::ctrl('f'), Key::char('/')], 6, board::find, board::find_help),
    bind(c(Board::FindNumber), "find_number", DIGITS, 0, board::find_number, board::find_number_help),
    bind(c(Board::Filter), "filter", &[TAB], 7, board::filter, board::filter_help),
    bind(c(Board::FilterBack), "filter_back", &[BACK_TAB], 0, board::filter_back, board::filter_back_help),
    bind(c(Board::Sort), "sort", &[Key::f(4)], 8, board::sort, board::sort_help),
    bind(c(Board::Refresh), "refresh", &[Key::f(5)], 10, board::refresh, board::refresh_help),
    bind(c(Board::SetAside), "set_aside", &[Key::ctrl('u')], 0, board::set_aside, board::set_aside_help),
    bind(c(Board::Close), "close", &[Key::ctrl('x')], 0, board::close, board::close_help),
    bind(c(Board::Reopen), "reopen", &[Key::ctrl('o')], 0, verdict::reopen, verdict::reopen_help),
    bind(c(Board::Correct), "correct", &[Key::ctrl('e')], 0, board::correct, board::correct_help),
    bind(c(Board::Add), "add", &[Key::ctrl('n')], 0, board::add, board::add_help),
    bind(c(Board::ChangeSet), "change_set", &[Key::ctrl('g')], 0, board::change_set, board::change_set_help),
    bind(c(Board::HandOver), "hand_over", &[Key::ctrl('p')], 0, board::hand_over, board::hand_over_help),
    bind(c(Board::Remark), "remark", &[Key::ctrl('t')], 0, board::remark, board::remark_help),
    bind(c(Board::Why), "why", &[Key::ctrl('w')], 9, why::why, why::why_help),
    bind(c(Board::Seal), "seal", &[Key::f(12)], 11, board::seal, board::seal_help),
    bind(c(Board::Carry), "carry", &[Key::ctrl('y')], 12, carry_screen::carry, carry_screen::carry_help),
];
