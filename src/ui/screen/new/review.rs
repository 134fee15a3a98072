//! Page 5: what will be made, in which folder, and what is still missing.

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use super::Status;
use crate::app::screen::New;
use crate::council::Role as SeatRole;
use crate::i18n::{Lang, new as say, number, rules};
use crate::text::{capital, wrap};
use crate::ui::{Page, Role};

/// Columns of a line's name.
const LABEL: usize = 13;

pub(super) fn draw(page: &mut Page<'_, '_>, lang: Lang, state: &New, area: Rect) -> Status {
    let missing = state.missing();
    let mut at = 0;
    let mut put = |page: &mut Page<'_, '_>, label: &str, role: Role, text: &str| {
        let cells = usize::from(area.width) - LABEL - 1;
        for (first, line) in wrap(text, cells).into_iter().enumerate() {
            let label = crate::text::pad(if first == 0 { label } else { "" }, LABEL);
            page.put(area, at, &[(Role::Dim, &label), (Role::Plain, " "), (role, &line)]);
            at += 1;
        }
    };
    for (label, role, text) in summary(lang, state) {
        put(page, label, role, &text);
    }
    put(page, "", Role::Plain, "");
    let path = state.review.path().map(|path| path.display().to_string());
    match &path {
        Some(path) => put(page, &capital(say::in_folder(lang)), Role::Own, path),
        None => put(page, &capital(say::in_folder(lang)), Role::Dim, say::finding_folder(lang)),
    }
    if state.review.is_temporary() {
        put(page, "", Role::Warning, say::may_vanish(lang));
    }
    put(page, "", Role::Plain, "");
    if missing.is_empty() {
        put(page, "", Role::Dim, say::frozen(lang));
        return vec![(Role::Good, say::ready(lang).to_owned())];
    }
    for (n, (_, what)) in missing.iter().enumerate() {
        let label = if n == 0 { say::still_missing(lang) } else { "" };
        put(page, label, Role::Warning, &format!("! {}", what.words(lang)));
    }
    vec![(Role::Warning, say::not_ready(lang, missing.len()))]
}

fn summary(lang: Lang, state: &New) -> Vec<(&'static str, Role, String)> {
    let draft = state.draft();
    let title = if draft.title.is_empty() { "–".to_owned() } else { draft.title.clone() };
    let about = [draft.place.clone(), draft.date.clone(), draft.decision.clone()];
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    let chair = draft.seats.iter().find(|seat| seat.role == SeatRole::Chair).map_or("–", |seat| seat.title.as_str());
    let scoring = draft.seats.iter().filter(|seat| seat.scores).count();
    let mut sets: BTreeMap<u8, usize> = BTreeMap::new();
    draft.products.iter().for_each(|product| *sets.entry(product.set).or_default() += 1);
    let sets: Vec<String> = sets.into_iter().map(|(no, n)| say::set_times(lang, no, n)).collect();
    let purpose = say::purpose_is(lang, draft.purpose);
    vec![
        ("", Role::Heading, say::will_be_made(lang).to_owned()),
        (say::title(lang), Role::Own, title),
        ("", Role::Plain, about.join(" · ")),
        (say::purpose(lang), Role::Plain, purpose.to_owned()),
        (say::rubric(lang), Role::Plain, say::rubric_choice(lang, &draft.rubric.head)),
        (say::summary_council(lang), Role::Plain, say::seats_scoring(lang, draft.seats.len(), scoring, chair)),
        (say::summary_products(lang), Role::Plain, say::sets_used(lang, state.products.lines.len(), &sets.join(", "))),
        (say::summary_rules(lang), Role::Plain, rules::in_short(lang, &draft.rules, &draft.seats)),
    ]
    .into_iter()
    .filter(|(label, _, text)| !(label.is_empty() && text.is_empty()))
    .map(|(label, role, text)| (label, role, number::date(&text)))
    .collect()
}
