//! Keys of Scoring: one's own sheet, its review, and the list of products.

use super::{
    BACK_TAB, Binding, Command, DIGITS, DOWN, END, ENTER, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, TAB, UP, bind,
};
use crate::app::key::{Key, KeyCode};
use crate::i18n::{carry_screen, keys, scoring, why};

/// Commands of Scoring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// One level, or one line of a list, up.
    Up,
    /// One level, or one line of a list, down.
    Down,
    /// The criterion before, or one page up.
    Previous,
    /// The next criterion, or one page down.
    Next,
    /// The first criterion or line.
    First,
    /// The last criterion or line.
    Last,
    /// A digit of the points, or of the product's number.
    Digit,
    /// Takes the level or line highlighted.
    Choose,
    /// Clears the mark.
    Clear,
    /// The next criterion without a mark.
    NextUnscored,
    /// The next criterion on which a star minimum is missing.
    NextMinimum,
    /// A note on the criterion.
    Note,
    /// Where the evidence stands in the dossier.
    Evidence,
    /// Unsure, or sure again.
    Unsure,
    /// Looks the sheet over and hands it in; a sheet handed in is taken back.
    HandIn,
    /// Takes back one's own last act on this sheet.
    Undo,
    /// From the sheet to the card and back.
    Turn,
    /// The list of products, and back.
    Products,
    /// The next product.
    NextProduct,
    /// The product before.
    PreviousProduct,
    /// Does not score this product, or scores it after all.
    Recuse,
    /// Raises a ground for rejection, or takes one back.
    Ground,
    /// An opinion on the product.
    Opinion,
    /// To what is carried in and out.
    Carry,
    /// Why the product has the star it has.
    Why,
}

const fn c(command: Scoring) -> Command {
    Command::Scoring(command)
}

const NEXT_PRODUCT: Key = Key { ctrl: true, ..Key::plain(KeyCode::PageDown) };
const PREVIOUS_PRODUCT: Key = Key { ctrl: true, ..Key::plain(KeyCode::PageUp) };

pub(super) const KEYS: &[Binding] = &[
    bind(c(Scoring::Digit), "digit", DIGITS, 1, scoring::digit, scoring::digit_help),
    bind(c(Scoring::Choose), "choose", &[ENTER], 3, scoring::take, scoring::choose_help),
    bind(c(Scoring::HandIn), "hand_in", &[Key::f(8)], 4, scoring::hand_in, scoring::hand_in_help),
    bind(c(Scoring::NextUnscored), "next_unscored", &[Key::f(4)], 5, scoring::unscored, scoring::unscored_help),
    bind(c(Scoring::Up), "up", &[UP, Key::char('k')], 2, keys::choose, scoring::up_help),
    bind(c(Scoring::Down), "down", &[DOWN, Key::char('j')], 2, keys::choose, scoring::down_help),
    bind(c(Scoring::Turn), "turn", &[TAB, BACK_TAB], 6, scoring::turn, scoring::turn_help),
    bind(c(Scoring::Next), "next", &[PAGE_DOWN, RIGHT], 3, scoring::next, scoring::next_help),
    bind(c(Scoring::Previous), "previous", &[PAGE_UP, LEFT], 0, scoring::previous, scoring::previous_help),
    bind(c(Scoring::Products), "products", &[Key::ctrl('p')], 8, scoring::products, scoring::products_help),
    bind(c(Scoring::Undo), "undo", &[Key::ctrl('z')], 9, scoring::undo, scoring::undo_help),
    bind(c(Scoring::Note), "note", &[Key::f(5)], 10, scoring::note, scoring::note_help),
    bind(c(Scoring::Evidence), "evidence", &[Key::f(6)], 11, scoring::evidence, scoring::evidence_help),
    bind(c(Scoring::Unsure), "unsure", &[Key::f(7)], 12, scoring::unsure, scoring::unsure_help),
    bind(c(Scoring::Clear), "clear", &[Key::plain(KeyCode::Delete)], 13, scoring::clear, scoring::clear_help),
    bind(c(Scoring::NextMinimum), "next_minimum", &[Key::ctrl('n')], 14, scoring::minimum, scoring::minimum_help),
    bind(
        c(Scoring::NextProduct),
        "next_product",
        &[NEXT_PRODUCT, Key::char(']')],
        15,
        scoring::next_product,
        scoring::next_product_help,
    ),
    bind(
        c(Scoring::PreviousProduct),
        "previous_product",
        &[PREVIOUS_PRODUCT, Key::char('[')],
        0,
        scoring::previous_product,
        scoring::previous_product_help,
    ),
    bind(c(Scoring::First), "first", &[HOME], 0, scoring::first, scoring::first_help),
    bind(c(Scoring::Last), "last", &[END], 0, scoring::last, scoring::last_help),
    bind(c(Scoring::Why), "why", &[Key::ctrl('w')], 9, why::why, why::why_help),
    bind(c(Scoring::Ground), "ground", &[Key::ctrl('g')], 16, scoring::ground, scoring::ground_help),
    bind(c(Scoring::Opinion), "opinion", &[Key::ctrl('o')], 17, scoring::opinion, scoring::opinion_help),
    bind(c(Scoring::Recuse), "recuse", &[Key::ctrl('r')], 18, scoring::recuse, scoring::recuse_help),
    bind(c(Scoring::Carry), "carry", &[Key::ctrl('y')], 19, carry_screen::carry, carry_screen::carry_help),
];
