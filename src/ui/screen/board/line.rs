//! The first line of the Board: what is waited for, the heaviest first. It never is empty.

use crate::app::message::FileProblem;
use crate::app::screen::board::waits::{Owed, Waits};
use crate::council::SeatId;
use crate::i18n::{Lang, board as say};
use crate::ui::Role;

/// What is wrong or strange among the session's files, before anything that is waited for.
pub(super) fn files(lang: Lang, problems: &[FileProblem]) -> Vec<(Role, String)> {
    let damaged: Vec<&FileProblem> = problems.iter().filter(|problem| problem.what.is_damage()).collect();
    let ignored = problems.iter().filter(|problem| problem.what.is_ignored()).count();
    let mut pieces = Vec::new();
    match &damaged[..] {
        [] => {}
        [one] => pieces.push((Role::Danger, say::file_damaged(lang, &one.place.to_string()))),
        many => pieces.push((Role::Danger, say::files_damaged(lang, many.len()))),
    }
    if problems.iter().any(|problem| problem.what.is_about_seal()) {
        pieces.extend((!pieces.is_empty()).then(|| (Role::Dim, " · ".to_owned())));
        pieces.push((Role::Danger, say::seal_in_doubt(lang).to_owned()));
    }
    if ignored > 0 {
        pieces.extend((!pieces.is_empty()).then(|| (Role::Dim, " · ".to_owned())));
        pieces.push((Role::Warning, say::files_ignored(lang, ignored)));
    }
    pieces.extend((!pieces.is_empty()).then(|| (Role::Dim, " (Ctrl-Y) · ".to_owned())));
    pieces
}

/// The pieces of the line; `who` names a seat, and at most so many are named.
pub(super) fn pieces(
    lang: Lang,
    waits: &Waits,
    sealed: bool,
    most: usize,
    who: &dyn Fn(&SeatId) -> String,
) -> Vec<(Role, String)> {
    if sealed {
        return vec![(Role::Good, say::sealed(lang).to_owned())];
    }
    let mut said: Vec<(Role, String)> = Vec::new();
    match &waits.grounds[..] {
        [] => {}
        [(no, seat)] => said.push((Role::Danger, say::waits_ground(lang, *no, &who(seat)))),
        many => said.push((Role::Danger, say::waits_grounds(lang, many.len()))),
    }
    if waits.contested > 0 {
        said.push((Role::Danger, say::waits_contested(lang, waits.contested)));
    }
    if waits.late > 0 {
        said.push((Role::Danger, say::waits_late(lang, waits.late)));
    }
    if waits.two_ways > 0 {
        said.push((Role::Danger, say::waits_two_ways(lang, waits.two_ways)));
    }
    let urgent = said.len();
    if !waits.sheets.is_empty() || !waits.choices.is_empty() {
        said.push((Role::Plain, owed(lang, waits, most, who)));
    }
    for (n, say, role) in [
        (waits.to_discuss, say::waits_things as fn(Lang, usize) -> String, Role::Warning),
        (waits.to_reveal, say::waits_reveal, Role::Good),
        (waits.to_lock, say::waits_lock, Role::Good),
    ] {
        if n > 0 {
            said.push((role, say(lang, n)));
        }
    }
    if let Some((_, first)) = said.get_mut(urgent) {
        *first = say::waits_for(lang, first);
    }
    if said.is_empty() {
        let line = if waits.of > 0 { say::waits_seal(lang) } else { say::waits_nothing(lang) };
        said.push((Role::Good, line.to_owned()));
    }
    let mut pieces = Vec::new();
    for (role, text) in said {
        if !pieces.is_empty() {
            pieces.push((Role::Dim, " · ".to_owned()));
        }
        pieces.push((role, text));
    }
    pieces
}

/// Who owes sheets: one sheet by its criteria, several by their number, and so where nothing of the seat is here.
fn owed(lang: Lang, waits: &Waits, most: usize, who: &dyn Fn(&SeatId) -> String) -> String {
    let choices = waits.choices.iter().map(|seat| say::waits_choice(lang, &who(seat)));
    let sheets = waits.sheets.iter().map(|Owed { seat, sheets, scored, of }| match (sheets, scored) {
        (1, Some(scored)) => say::wait_sheet(lang, &who(seat), *scored, *of),
        (n, _) => say::waits_sheets(lang, &who(seat), *n),
    });
    let all: Vec<String> = choices.chain(sheets).collect();
    let mut named: Vec<String> = all.iter().take(most).cloned().collect();
    if all.len() > most {
        named.push(say::waits_more(lang, all.len() - most));
    }
    named.join(", ")
}
