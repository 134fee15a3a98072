//! Keys of New: one table for each page and for each of its forms. F8 goes on, F3 goes back, on every one of them.

use super::{BACK_TAB, Binding, Command, DOWN, END, ENTER, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, TAB, UP, bind};
use crate::app::key::{Key, KeyCode};
use crate::i18n::{Lang, keys, new};

/// A page of New, or a form on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NewPlace {
    /// Title, place, date, decision, rubric.
    Session,
    /// The list of seats.
    Council,
    /// One seat.
    Seat,
    /// The list of products.
    Products,
    /// One product.
    Product,
    /// The rules.
    Rules,
    /// What will be made, and where.
    Review,
    /// What is wrong with a file.
    Faults,
}

/// Commands of New.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum New {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the next field, past the list of sets.
    NextField,
    /// To the field before, past the list of sets.
    PreviousField,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Goes on from a field; the last one ends the form.
    Accept,
    /// The next value of a row that has a few.
    Change,
    /// The value before.
    ChangeBack,
    /// To the next page.
    Next,
    /// Opens the line chosen.
    Edit,
    /// A new line.
    Add,
    /// Removes the line.
    Remove,
    /// Reads a file.
    File,
    /// Moves the line up.
    Raise,
    /// Starts from another council.
    Presets,
    /// Looks at the sets proposed and takes them.
    Proposals,
    /// Whether the seat scores.
    Scores,
    /// Ends the form.
    Done,
    /// Takes these rules and goes on.
    Use,
    /// Makes the session; where something is missing, goes there.
    Create,
    /// Puts it into another folder.
    Elsewhere,
    /// Reads the file again.
    Again,
}

const fn c(command: New) -> Command {
    Command::New(command)
}

const DELETE: Key = Key::plain(KeyCode::Delete);
const F5: &[Key] = &[Key::f(5)];
const F8: &[Key] = &[Key::f(8)];
const SPACE: Key = Key::char(' ');

const fn up(keys: &'static [Key]) -> Binding {
    bind(c(New::Up), "up", keys, 4, keys::choose, keys::up_help)
}

const fn down(keys: &'static [Key]) -> Binding {
    bind(c(New::Down), "down", keys, 4, keys::choose, keys::down_help)
}

const fn next(rank: u8) -> Binding {
    bind(c(New::Next), "next", F8, rank, new::next, new::next_help)
}

const fn file(label: fn(Lang) -> &'static str, help: fn(Lang) -> &'static str) -> Binding {
    bind(c(New::File), "file", F5, 5, label, help)
}

const PAGES: [Binding; 4] = [
    bind(c(New::PageUp), "page_up", &[PAGE_UP], 0, keys::page_up, keys::page_up_help),
    bind(c(New::PageDown), "page_down", &[PAGE_DOWN], 0, keys::page_down, keys::page_down_help),
    bind(c(New::First), "first", &[HOME], 0, keys::first, keys::first_help),
    bind(c(New::Last), "last", &[END], 0, keys::last, keys::last_help),
];
const CHANGE: Binding = bind(c(New::Change), "change", &[RIGHT, SPACE], 3, new::change, new::change_help);
const CHANGE_BACK: Binding = bind(c(New::ChangeBack), "change_back", &[LEFT], 3, new::change, new::change_back_help);
const ADD: Binding = bind(c(New::Add), "add", &[Key::f(4)], 3, new::add, new::add_help);
const REMOVE: Binding = bind(c(New::Remove), "remove", &[DELETE], 6, new::remove, new::remove_help);
const RAISE: Binding = bind(c(New::Raise), "raise", &[Key::f(6)], 8, new::raise, new::raise_help);
const EDIT: Binding = bind(c(New::Edit), "edit", &[ENTER], 2, new::edit, new::edit_help);
const ACCEPT: Binding = bind(c(New::Accept), "accept", &[ENTER], 1, new::accept, new::accept_help);
const DONE: Binding = bind(c(New::Done), "done", &[Key::f(8)], 2, new::done, new::done_help);

impl NewPlace {
    /// All, in the order of the pages.
    pub const ALL: [NewPlace; 8] = [
        NewPlace::Session,
        NewPlace::Council,
        NewPlace::Seat,
        NewPlace::Products,
        NewPlace::Product,
        NewPlace::Rules,
        NewPlace::Review,
        NewPlace::Faults,
    ];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            NewPlace::Session => "new_session",
            NewPlace::Council => "new_council",
            NewPlace::Seat => "new_seat",
            NewPlace::Products => "new_products",
            NewPlace::Product => "new_product",
            NewPlace::Rules => "new_rules",
            NewPlace::Review => "new_review",
            NewPlace::Faults => "new_faults",
        }
    }

    /// Its heading in Help.
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            NewPlace::Session => new::place_session(lang),
            NewPlace::Council => new::place_council(lang),
            NewPlace::Seat => new::place_seat(lang),
            NewPlace::Products => new::place_products(lang),
            NewPlace::Product => new::place_product(lang),
            NewPlace::Rules => new::place_rules(lang),
            NewPlace::Review => new::place_review(lang),
            NewPlace::Faults => new::place_faults(lang),
        }
    }

    /// Its part of the table.
    pub(super) fn bindings(self) -> &'static [Binding] {
        match self {
            NewPlace::Session => SESSION,
            NewPlace::Council => COUNCIL,
            NewPlace::Seat => SEAT,
            NewPlace::Products => PRODUCTS,
            NewPlace::Product => PRODUCT,
            NewPlace::Rules => RULES,
            NewPlace::Review => REVIEW,
            NewPlace::Faults => FAULTS,
        }
    }
}

const SESSION: &[Binding] = &[up(&[UP, BACK_TAB]), down(&[DOWN, TAB]), ACCEPT, CHANGE, CHANGE_BACK, next(2)];

const COUNCIL: &[Binding] = &[
    up(&[UP, BACK_TAB]),
    down(&[DOWN, TAB]),
    PAGES[0],
    PAGES[1],
    PAGES[2],
    PAGES[3],
    next(1),
    EDIT,
    ADD,
    bind(c(New::Change), "change", &[RIGHT], 0, new::role, new::role_help),
    bind(c(New::ChangeBack), "change_back", &[LEFT], 0, new::role, new::role_help),
    bind(c(New::Scores), "scores", &[SPACE], 4, new::scores, new::scores_help),
    REMOVE,
    file(new::file, new::council_file_help),
    RAISE,
    bind(c(New::Presets), "presets", &[Key::f(7)], 7, new::presets, new::presets_help),
];

const SEAT: &[Binding] = &[up(&[UP, BACK_TAB]), down(&[DOWN, TAB]), ACCEPT, CHANGE, CHANGE_BACK, DONE];

const PRODUCTS: &[Binding] = &[
    up(&[UP, BACK_TAB]),
    down(&[DOWN, TAB]),
    PAGES[0],
    PAGES[1],
    PAGES[2],
    PAGES[3],
    next(1),
    EDIT,
    ADD,
    REMOVE,
    file(new::file, new::products_file_help),
    RAISE,
    bind(c(New::Proposals), "proposals", &[Key::f(7)], 3, new::proposals, new::proposals_help),
];

const PRODUCT: &[Binding] = &[
    up(&[UP]),
    down(&[DOWN]),
    bind(c(New::NextField), "next_field", &[TAB], 3, new::field, new::next_field_help),
    bind(c(New::PreviousField), "previous_field", &[BACK_TAB], 0, new::field, new::previous_field_help),
    ACCEPT,
    CHANGE,
    CHANGE_BACK,
    DONE,
];

const RULES: &[Binding] = &[
    up(&[UP, BACK_TAB]),
    down(&[DOWN, TAB]),
    bind(c(New::Use), "use", &[ENTER], 1, new::take_rules, new::take_rules_help),
    next(2),
    file(new::file, new::rules_file_help),
];

const REVIEW: &[Binding] = &[
    bind(c(New::Create), "create", &[ENTER], 1, new::create, new::create_help),
    bind(c(New::Elsewhere), "elsewhere", &[Key::f(6)], 2, new::elsewhere, new::elsewhere_help),
];

const FAULTS: &[Binding] = &[
    up(&[UP, BACK_TAB]),
    down(&[DOWN, TAB]),
    PAGES[0],
    PAGES[1],
    PAGES[2],
    PAGES[3],
    bind(c(New::Again), "again", &[Key::f(5)], 1, new::again, new::again_help),
];
