//! Drawing of Carry. Its state stands in `app::screen::carry`.

use ratatui::layout::Rect;

use super::session_title;
use crate::app::App;
use crate::app::message::FileProblem;
use crate::app::screen::Carry;
use crate::council::Found;
use crate::i18n::{Lang, carry as words, carry_screen as say, number, saving};
use crate::session::Session;
use crate::text::{cut, cut_front, pad, pad_left, width};
use crate::ui::frame::Said;
use crate::ui::{Page, Role, widget};

/// Columns of the time of the latest entry, of what something brings, of its size, of where it lies: what tells two
/// copies apart stands before the names, which are cut where there is no room.
const AT: usize = 11;
const BRINGS: usize = 12;
const SIZE: usize = 8;
const PLACE: usize = 12;
/// Least columns of the end of a name.
const NAME_END: usize = 12;
/// Rows below the list: a rule, the path of what is chosen.
const DETAILS: u16 = 3;
/// Most file problems named.
const PROBLEMS: usize = 4;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Carry, area: Rect) -> Said {
    let lang = app.common.lang;
    let mut header = session_title(app);
    header.push((Role::Heading, format!(" · {}", say::title(lang))));
    let said = Said { header, status: vec![(Role::Dim, say::drag(lang).to_owned())] };
    let Some(sitting) = &app.common.sitting else { return said };
    let problems = problem_rows(&sitting.problems);
    let below = DETAILS + problems;
    let inner = Rect { x: area.x + 1, width: area.width - 2, height: area.height.saturating_sub(below), ..area };
    match state.found() {
        None => page.put(inner, 0, &[(Role::Dim, say::looking(lang))]),
        Some([]) => {
            widget::paragraph(
                page,
                Rect { y: inner.y + 1, height: inner.height - 1, ..inner },
                Role::Plain,
                say::none_around(lang),
            );
        }
        Some(found) => {
            page.put(inner, 0, &[(Role::Dim, say::around(lang))]);
            let name = name_width(inner);
            let heading = format!(
                "  {} {} {} {} {}",
                pad(say::latest(lang), AT),
                pad(say::brings(lang), BRINGS),
                pad_left(say::size(lang), SIZE),
                pad(say::place(lang), PLACE),
                pad(say::what(lang), name),
            );
            page.put(inner, 1, &[(Role::Dim, &heading)]);
            let listed = Rect { y: inner.y + 2, height: inner.height - 2, ..inner };
            let chosen = state.cursor().at(found.len());
            widget::list(page, listed, state.cursor(), found.len(), |page, line, row| {
                let sign = if chosen == Some(line) { "▸ " } else { "  " };
                draw_found(page, listed, row, (lang, sitting.session()), sign, &found[line]);
            });
        }
    }
    let detail = Rect { x: area.x + 1, y: inner.bottom(), width: area.width - 2, height: DETAILS };
    page.rule(Rect { x: area.x, width: area.width, ..detail }, 0);
    if let Some(found) = state.chosen() {
        let words = Rect { y: detail.y + 1, height: DETAILS - 1, ..detail };
        widget::paragraph(page, words, Role::Dim, &found.path.display().to_string());
    }
    let listed = Rect { y: detail.bottom(), height: problems, ..detail };
    draw_problems(page, listed, lang, &sitting.problems);
    said
}

fn name_width(area: Rect) -> usize {
    usize::from(area.width).saturating_sub(2 + AT + BRINGS + SIZE + PLACE + 4)
}

fn draw_found(
    page: &mut Page<'_, '_>,
    area: Rect,
    row: usize,
    (lang, session): (Lang, &Session),
    sign: &str,
    found: &Found,
) {
    let (role, brings) = match found.new {
        0 => (Role::Dim, words::brings_nothing(lang).to_owned()),
        new => (Role::Good, words::would_bring(lang, new)),
    };
    let kind = words::found_kind(lang, session, found);
    let name = found.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let at = format!("{} {}", number::day(&found.latest), number::clock(&found.latest));
    let pieces = [
        (Role::Plain, sign.to_owned()),
        (Role::Plain, pad(&at, AT)),
        (Role::Plain, " ".to_owned()),
        (role, pad(&brings, BRINGS)),
        (Role::Plain, " ".to_owned()),
        (Role::Dim, pad_left(&number::size(lang, found.bytes), SIZE)),
        (Role::Plain, " ".to_owned()),
        (Role::Plain, pad(words::spot(lang, found.spot), PLACE)),
        (Role::Plain, " ".to_owned()),
        (Role::Plain, kind_and_name(&kind, &name, name_width(area))),
    ];
    let pieces: Vec<(Role, &str)> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
    page.put(area, row, &pieces);
}

/// What something is, and its name: of a long name the end, where copies differ.
fn kind_and_name(kind: &str, name: &str, cells: usize) -> String {
    let whole = format!("{kind} · {name}");
    if width(&whole) <= cells {
        return whole;
    }
    let kind = cut(kind, cells.saturating_sub(3 + width(name).min(NAME_END)));
    let room = cells.saturating_sub(width(&kind) + 3);
    format!("{kind} · {}", cut_front(name, room))
}

fn problem_rows(problems: &[FileProblem]) -> u16 {
    if problems.is_empty() { 0 } else { u16::try_from(problems.len().min(PROBLEMS) + 2).unwrap_or(0) }
}

/// What is wrong or strange among the session's own files.
fn draw_problems(page: &mut Page<'_, '_>, area: Rect, lang: Lang, problems: &[FileProblem]) {
    if problems.is_empty() {
        return;
    }
    page.rule(Rect { x: area.x - 1, width: area.width + 2, ..area }, 0);
    page.put(area, 1, &[(Role::Warning, &say::file_problems(lang, problems.len()))]);
    for (row, problem) in problems.iter().take(PROBLEMS).enumerate() {
        let line = cut(&saving::file_problem(lang, &problem.place, &problem.what.said(lang)), usize::from(area.width));
        let role = if problem.what.is_damage() { Role::Danger } else { Role::Plain };
        page.put(area, row + 2, &[(role, &line)]);
    }
}
