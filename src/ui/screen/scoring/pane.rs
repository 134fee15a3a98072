//! One criterion in full: levels, requirements, grounds, one's own marks elsewhere, and what the sheet still misses.
//! Beside the sheet, or across the whole width as the card.

use ratatui::layout::Rect;

use super::levels::{Block, Keep, fit};
use super::{Pieces, put};
use crate::app::App;
use crate::app::screen::Scoring;
use crate::app::screen::scoring::pick::{choices, points};
use crate::app::screen::scoring::{Pick, Sheet};
use crate::council::{Scored, Value};
use crate::i18n::{Lang, readings as say_readings, scoring as say, words};
use crate::rubric::Criterion;
use crate::session::Agreed;
use crate::text::{cut, pad, width, wrap};
use crate::ui::{Page, Role};

/// Most rows of what is missing, below a narrow pane.
const LACKS: usize = 2;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Scoring, sheet: &Sheet<'_>, area: Rect) {
    let lang = app.common.lang;
    let (cells, rows) = (usize::from(area.width), usize::from(area.height));
    let criteria = sheet.criteria();
    let Some(criterion) = criteria.get(state.at(sheet)) else { return };
    let mut top = title(page, lang, criterion, area);
    let below = below(lang, sheet, criterion, cells);
    let roomy = rows > 24;
    if roomy {
        top += 1;
    }
    let room = rows.saturating_sub(top + below.len());
    // What the council agreed on how to read it stands here from then on, for every product that has it.
    let agreed =
        app.common.session().map(|session| session.agreed_on(sheet.set(), &criterion.code)).unwrap_or_default();
    let blocks = blocks(lang, state, sheet, criterion, &agreed, cells, roomy);
    for (row, pieces) in fit(&blocks, room).iter().enumerate() {
        put(page, area, top + row, pieces);
    }
    for (row, pieces) in below.iter().enumerate() {
        put(page, area, rows.saturating_sub(below.len()) + row, pieces);
    }
}

/// Code and name, and the points there are to give. Gives the rows used.
fn title(page: &mut Page<'_, '_>, lang: Lang, criterion: &Criterion, area: Rect) -> usize {
    let range = say::range(lang, criterion.max);
    let code = format!("{} ", criterion.code);
    let room = usize::from(area.width).saturating_sub(width(&range) + 2 + width(&code));
    let lines = wrap(lang.of(&criterion.name), room);
    for (row, line) in lines.iter().enumerate() {
        let before = if row == 0 { code.clone() } else { " ".repeat(width(&code)) };
        page.put(area, row, &[(Role::Heading, &before), (Role::Heading, line)]);
    }
    page.put_right(area, 0, &[(Role::Dim, &range)]);
    lines.len()
}

fn blocks(
    lang: Lang,
    state: &Scoring,
    sheet: &Sheet<'_>,
    criterion: &Criterion,
    agreed: &[Agreed],
    cells: usize,
    roomy: bool,
) -> Vec<Block> {
    let mut blocks = versions(lang, sheet, criterion, cells);
    let gap = |blocks: &mut Vec<Block>| {
        if roomy {
            blocks.push(Block::line(Vec::new()));
        }
    };
    if sheet.scored(criterion) == Scored::NotApplicable {
        let needed = criterion.needs.as_ref().map(crate::rubric::Code::as_str).unwrap_or_default();
        blocks.push(Block::text(Role::Warning, &say::needs(lang, needed), cells, Keep::Whole));
    }
    if let Some(before) = sheet.before(criterion) {
        blocks.push(Block::text(Role::Warning, &say::old_points(lang, before), cells, Keep::Whole));
    }
    let mut case = None;
    for value in choices(criterion) {
        let level = match value {
            Value::Level(level) => criterion.level(level),
            _ => None,
        };
        let of_case = level.and_then(|level| level.case);
        if of_case != case
            && let Some(number) = of_case
            && let Some(text) = criterion.cases.get(usize::from(number))
        {
            let heading = say::case(lang, char::from(b'a' + number.min(25)), lang.of(text));
            blocks.push(Block::text(Role::Heading, &heading, cells, Keep::Some));
        }
        case = of_case;
        blocks.push(level_block(lang, state, sheet, criterion, value, cells));
        gap(&mut blocks);
    }
    let cell = sheet.marks().cell(&criterion.code);
    if cell.unsure {
        blocks.push(Block::text(Role::Warning, say::is_unsure(lang), cells, Keep::Whole));
    }
    if !cell.note.is_empty() {
        blocks.push(Block::text(Role::Own, &say::own_note(lang, &cell.note), cells, Keep::Some));
    }
    if !cell.evidence.is_empty() {
        blocks.push(Block::text(Role::Own, &say::own_evidence(lang, &cell.evidence), cells, Keep::Some));
    }
    for agreed in agreed {
        blocks.push(Block::text(Role::Key, &say_readings::agreed(lang, &agreed.words), cells, Keep::Some));
    }
    if let Some(note) = &criterion.note {
        blocks.push(Block::text(Role::Dim, lang.of(note), cells, Keep::Some));
        gap(&mut blocks);
    }
    for ground in sheet.set().grounds.iter().filter(|ground| ground.at.as_ref() == Some(&criterion.code)) {
        let text = say::ground_of(lang, ground.leads_to, lang.of(&ground.text));
        blocks.push(Block::text(Role::Warning, &text, cells, Keep::Some));
    }
    blocks
}

/// A level: highlighted `▸`, own choice `●`, points, the stars it is the minimum for, its words.
fn level_block(
    lang: Lang,
    state: &Scoring,
    sheet: &Sheet<'_>,
    criterion: &Criterion,
    value: Value,
    cells: usize,
) -> Block {
    let is_own = sheet.marks().cell(&criterion.code).value == value;
    let is_highlighted = matches!(state.pick(), Pick::Highlighted(at, _) if *at == value);
    let level = match value {
        Value::Level(level) => criterion.level(level),
        _ => None,
    };
    let stars_of = |level: &crate::rubric::Level| level.minimum_for.map_or(0, |star| usize::from(star.number()));
    let most_stars = criterion.levels.iter().map(stars_of).max().unwrap_or(0);
    let stars = pad(&"★".repeat(level.map_or(0, stars_of)), most_stars);
    let worth = points(criterion, value).unwrap_or(0).to_string();
    let digits = width(&criterion.max.to_string());
    let role = match (is_highlighted, is_own) {
        (true, _) => Role::Key,
        (false, true) => Role::Own,
        (false, false) => Role::Plain,
    };
    let gap = if most_stars > 0 { " " } else { "" };
    let head: Pieces = vec![
        (Role::Key, if is_highlighted { "▸" } else { " " }.to_owned()),
        (Role::Own, if is_own { "●" } else { " " }.to_owned()),
        (role, format!("{}{worth} ", " ".repeat(digits.saturating_sub(width(&worth))))),
        (Role::Star, format!("{stars}{gap}")),
    ];
    let margin = head.iter().map(|(_, text)| width(text)).sum();
    let text = level.map_or(say::none_met_level(lang), |level| lang.of(&level.text));
    // Levels to decide between are all read in full; else the one highlighted, else one's own.
    let is_read = match state.pick() {
        Pick::Highlighted(_, among) if among.len() < choices(criterion).len() => among.contains(&value),
        Pick::Highlighted(..) => is_highlighted,
        Pick::Nothing | Pick::Digits(_) => is_own,
    };
    let keep = if is_read { Keep::Whole } else { Keep::Some };
    Block::hanging(head, margin, role, text, cells, keep)
}

/// The versions of the cell that stand side by side, by their numbers.
fn versions(lang: Lang, sheet: &Sheet<'_>, criterion: &Criterion, cells: usize) -> Vec<Block> {
    let versions = sheet.versions(&criterion.code);
    if versions.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::text(Role::Danger, &say::versions(lang, versions.len()), cells, Keep::Whole)];
    for (at, cell) in versions.iter().enumerate() {
        let what = match cell.value {
            Value::Unscored => words::not_scored(lang).to_owned(),
            Value::NoneMet => say::none_met_zero(lang).to_owned(),
            Value::Level(level) => {
                let points = say::points(lang, points(criterion, cell.value).unwrap_or(0));
                let text = criterion.level(level).map(|level| lang.of(&level.text)).unwrap_or_default();
                format!("{points} – {text}")
            }
        };
        let extras = [
            (cell.unsure).then(|| words::unsure(lang).to_owned()),
            (!cell.note.is_empty()).then(|| say::own_note(lang, &cell.note)),
            (!cell.evidence.is_empty()).then(|| say::own_evidence(lang, &cell.evidence)),
        ];
        let text = extras.into_iter().flatten().fold(what, |text, extra| format!("{text} · {extra}"));
        let head = vec![(Role::Key, format!(" {}) ", at + 1))];
        blocks.push(Block::hanging(head, 4, Role::Own, &text, cells, Keep::Some));
    }
    blocks.push(Block::line(Vec::new()));
    blocks
}

/// What stands at the foot: own marks elsewhere, minima missing, totals by part, the star so far.
fn below(lang: Lang, sheet: &Sheet<'_>, criterion: &Criterion, cells: usize) -> Vec<Pieces> {
    let mut lines = Vec::new();
    let elsewhere = sheet.elsewhere(&criterion.code);
    if !elsewhere.is_empty() {
        let product = say::product_short(lang);
        let listed: Vec<String> = elsewhere.iter().map(|(no, points)| format!("{product} {no} → {points}")).collect();
        let head = say::own_elsewhere(lang, criterion.code.as_str());
        let text = cut(&listed.join(" · "), cells.saturating_sub(width(&head) + 1));
        lines.push(vec![(Role::Dim, format!("{head} ")), (Role::Plain, text)]);
    }
    match sheet.lacks() {
        None => lines.push(vec![(Role::Good, format!("✓ {}", say::none_lacking(lang)))]),
        Some((star, lacks)) => {
            let items: Vec<(Role, String)> = lacks
                .iter()
                .map(|lack| match lack.have {
                    Some(have) => {
                        (Role::Warning, format!("{} ≥ {} {}", lack.criterion, lack.points, say::has(lang, have)))
                    }
                    None => (Role::Plain, format!("{} ≥ {}", lack.criterion, lack.points)),
                })
                .collect();
            let most = if cells > 60 { LACKS + 1 } else { LACKS };
            lines.extend(joined(Some((Role::Star, say::lacking(lang, star))), &items, cells, most));
        }
    }
    let sum = sheet.sum();
    let parts: Vec<String> = sum.parts.iter().map(|(code, got, most)| format!("{code} {got}/{most}")).collect();
    let mut figures = vec![(Role::Own, parts.join(" · "))];
    if sum.scored == sum.of {
        figures.push((Role::Plain, say::complete(lang, sum.total, sum.star)));
    } else {
        figures.push((Role::Plain, say::so_far(lang, sum.total, sum.star)));
        figures.push((Role::Dim, say::could_be(lang, sum.could, sheet.star(sum.could))));
    }
    lines.extend(joined(None, &figures, cells, figures.len()));
    lines
}

/// Items behind a head, ` · ` apart, over at most `most` rows; what does not fit is counted.
fn joined(head: Option<(Role, String)>, items: &[(Role, String)], cells: usize, most: usize) -> Vec<Pieces> {
    let mut used = head.as_ref().map_or(0, |(_, text)| width(text) + 1);
    let mut lines: Vec<Pieces> =
        vec![head.into_iter().flat_map(|head| [head, (Role::Plain, " ".to_owned())]).collect()];
    for (at, (role, text)) in items.iter().enumerate() {
        let left = items.len() - at;
        let last_row = lines.len() == most;
        // On the last row there must stay room for how many are left out.
        let reserve = if last_row && left > 1 { width(&format!(" … +{}", left - 1)) } else { 0 };
        let wide = width(text) + if used > 0 && at > 0 { 3 } else { 0 };
        if used + wide + reserve > cells {
            if last_row {
                if let Some(line) = lines.last_mut() {
                    line.push((Role::Dim, format!(" … +{left}")));
                }
                break;
            }
            lines.push(Vec::new());
            used = 0;
        }
        let Some(line) = lines.last_mut() else { break };
        if used > 0 && at > 0 {
            line.push((Role::Dim, " · ".to_owned()));
            used += 3;
        }
        used += width(text);
        line.push((*role, text.clone()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_fill_the_rows_and_the_rest_is_counted() {
        let item = |text: &str| (Role::Plain, text.to_owned());
        let items = [item("aaaa"), item("bbbb"), item("cccc"), item("dddd"), item("eeee")];
        let lines = joined(Some(item("X:")), &items, 17, 2);
        let text: Vec<String> = lines.iter().map(|line| line.iter().map(|(_, text)| text.as_str()).collect()).collect();
        assert_eq!(text, ["X: aaaa · bbbb", "cccc · dddd … +1"]);
    }
}
