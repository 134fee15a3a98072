//! The sheet view: every criterion as a row under its part, with the points of its levels and one's own mark.

use ratatui::layout::Rect;

use super::{Pieces, put};
use crate::app::App;
use crate::app::cursor::Cursor;
use crate::app::screen::Scoring;
use crate::app::screen::scoring::Sheet;
use crate::council::Scored;
use crate::i18n::Lang;
use crate::rubric::{Criterion, Group, Part};
use crate::text::{cut, pad, pad_left, width};
use crate::ui::{Page, Role};

/// Cells of the signs before the code, and of those behind the mark.
const BEFORE: usize = 3;
const BEHIND: usize = 2;
/// Cells of a mark, and of one with the old value beside it.
const MARK: usize = 3;
const MARK_WITH_OLD: usize = 5;

/// Columns of the sheet view in a body of so many.
pub(super) fn width_of(body: u16) -> u16 {
    (body * 12 / 25).clamp(43, 76)
}

/// A line of the sheet.
enum Line<'s> {
    Part(&'s Part),
    Group(&'s Group),
    Criterion(usize, &'s Criterion),
}

/// Cells of the columns, the same for every row of a sheet.
struct Columns {
    code: usize,
    name: usize,
    points: usize,
    mark: usize,
}

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Scoring, sheet: &Sheet<'_>, area: Rect) {
    let rows = usize::from(area.height);
    let with_groups = lines(sheet, true);
    let lines = if with_groups.len() <= rows { with_groups } else { lines(sheet, false) };
    let at = state.at(sheet);
    let mut cursor = Cursor::default();
    cursor.to(lines.iter().position(|line| matches!(line, Line::Criterion(place, _) if *place == at)).unwrap_or(0));
    let top = cursor.top(lines.len(), rows);
    let columns = Columns::of(sheet, usize::from(area.width));
    for (row, line) in lines.iter().skip(top).take(rows).enumerate() {
        match line {
            Line::Part(part) => draw_part(page, sheet, area, row, part),
            Line::Group(group) => draw_group(page, area, row, group, &columns),
            // The heading of the part stays in sight.
            Line::Criterion(..) if row == 0 => {
                if let Some(part) = part_above(&lines, top) {
                    draw_part(page, sheet, area, row, part);
                }
            }
            Line::Criterion(place, criterion) => {
                let focused = *place == at;
                let pieces = criterion_row(page.lang(), app, sheet, criterion, &columns, focused);
                put(page, area, row, &pieces);
                if focused {
                    page.paint(area, row, Role::Focus);
                }
            }
        }
    }
    if top > 0 {
        page.put_right(area, 0, &[(Role::Dim, "▲")]);
    }
    if top + rows < lines.len() {
        page.put_right(area, rows.saturating_sub(1), &[(Role::Dim, "▼")]);
    }
}

fn lines<'s>(sheet: &'s Sheet<'_>, with_groups: bool) -> Vec<Line<'s>> {
    let mut lines = Vec::new();
    let mut place = 0;
    for part in &sheet.set().parts {
        lines.push(Line::Part(part));
        for group in &part.groups {
            add_group(&mut lines, group, with_groups, &mut place);
        }
    }
    lines
}

fn add_group<'s>(lines: &mut Vec<Line<'s>>, group: &'s Group, with_groups: bool, place: &mut usize) {
    let is_scored_itself = matches!(&group.criteria[..], [only] if only.code == group.code);
    if with_groups && !is_scored_itself {
        lines.push(Line::Group(group));
    }
    for criterion in &group.criteria {
        lines.push(Line::Criterion(*place, criterion));
        *place += 1;
    }
    for within in &group.groups {
        add_group(lines, within, with_groups, place);
    }
}

fn part_above<'s>(lines: &[Line<'s>], top: usize) -> Option<&'s Part> {
    lines[..top].iter().rev().find_map(|line| match line {
        Line::Part(part) => Some(*part),
        _ => None,
    })
}

impl Columns {
    fn of(sheet: &Sheet<'_>, cells: usize) -> Columns {
        let criteria = sheet.criteria();
        let code = criteria.iter().map(|criterion| width(criterion.code.as_str())).max().unwrap_or(3);
        let points = criteria.iter().map(|criterion| width(&worths(criterion))).max().unwrap_or(0);
        let has_old = criteria.iter().any(|criterion| old(sheet, criterion).is_some());
        let mark = if has_old { MARK_WITH_OLD } else { MARK };
        let name = cells.saturating_sub(BEFORE + code + 2 + points + mark + BEHIND);
        Columns { code, name, points, mark }
    }
}

/// The points of the levels: `1 2 3 5`; of cases one by one: `1 3/1 3`.
fn worths(criterion: &Criterion) -> String {
    if criterion.cases.is_empty() {
        return criterion.levels.iter().map(|level| level.points.to_string()).collect::<Vec<_>>().join(" ");
    }
    let cases: Vec<String> = (0..criterion.cases.len())
        .map(|case| {
            let levels = criterion.levels.iter().filter(|level| level.case.map(usize::from) == Some(case));
            levels.map(|level| level.points.to_string()).collect::<Vec<_>>().join(" ")
        })
        .collect();
    cases.join("/")
}

fn draw_part(page: &mut Page<'_, '_>, sheet: &Sheet<'_>, area: Rect, row: usize, part: &Part) {
    let total = format!("{}/{}", sheet.marks().part_total(sheet.set(), part), part.max);
    let name = format!(" {} {}", part.code, page.lang().of(&part.name));
    let room = usize::from(area.width).saturating_sub(width(&total) + BEHIND + 2);
    page.put(area, row, &[(Role::Heading, &pad(&name, room)), (Role::Plain, " "), (Role::Own, &total)]);
}

fn draw_group(page: &mut Page<'_, '_>, area: Rect, row: usize, group: &Group, columns: &Columns) {
    let code = pad(group.code.as_str(), columns.code);
    let name = cut(page.lang().of(&group.name), columns.name + 1 + columns.points);
    page.put(area, row, &[(Role::Dim, &format!("  {code}  ")), (Role::Dim, &name)]);
}

fn criterion_row(
    lang: Lang,
    app: &App,
    sheet: &Sheet<'_>,
    criterion: &Criterion,
    columns: &Columns,
    focused: bool,
) -> Pieces {
    let asked = sheet.is_asked(&criterion.code);
    let sign = if focused { " ▸ " } else { "   " };
    let text = if asked { Role::Plain } else { Role::Blocked };
    let quiet = if asked { Role::Dim } else { Role::Blocked };
    let pending = app
        .common
        .sitting
        .as_ref()
        .is_some_and(|sitting| sitting.is_pending(sheet.seat(), sheet.product(), &criterion.code));
    let mark_role = match (asked, pending) {
        (false, _) => Role::Blocked,
        (true, true) => Role::Pending,
        (true, false) => Role::Own,
    };
    let old = old(sheet, criterion).map(|points| format!("{points}→")).unwrap_or_default();
    let mark = mark(sheet, criterion);
    let room = columns.mark.saturating_sub(width(&mark));
    let (doubt_role, doubt) = if !sheet.versions(&criterion.code).is_empty() {
        (Role::Danger, "!")
    } else if sheet.marks().cell(&criterion.code).unsure {
        (Role::Warning, "?")
    } else if asked {
        (Role::Plain, " ")
    } else {
        (Role::Blocked, "=")
    };
    vec![
        (text, sign.to_owned()),
        (quiet, format!("{} ", pad(criterion.code.as_str(), columns.code))),
        (text, format!("{} ", pad(lang.of(&criterion.name), columns.name))),
        (quiet, pad_left(&worths(criterion), columns.points)),
        (Role::Dim, pad_left(&old, room)),
        (mark_role, mark),
        (doubt_role, doubt.to_owned()),
        (Role::Pending, if pending { "…" } else { " " }.to_owned()),
    ]
}

/// The points before the re-scoring, where they were others.
fn old(sheet: &Sheet<'_>, criterion: &Criterion) -> Option<u16> {
    sheet.before(criterion).filter(|before| sheet.scored(criterion).points() != Some(*before))
}

fn mark(sheet: &Sheet<'_>, criterion: &Criterion) -> String {
    match sheet.scored(criterion) {
        Scored::Unscored => "·".to_owned(),
        Scored::NoneMet => "–".to_owned(),
        Scored::NotApplicable => "/".to_owned(),
        Scored::Level(_, points) => points.to_string(),
    }
}
