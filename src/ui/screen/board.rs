//! Drawing of Board. Its state stands in `app::screen::board`.

mod line;

use ratatui::layout::Rect;

use super::session_title;
use crate::app::App;
use crate::app::screen::Board;
use crate::app::screen::board::rows::{Figures, Filter, Row, Sort, Stage};
use crate::app::screen::board::waits;
use crate::council::SeatId;
use crate::i18n::{Lang, board as say, keys, number, short, verdict as say_verdict, words};
use crate::session::{Phase, Session, SheetState, Waiting};
use crate::text::{cut, width};
use crate::ui::dialog::draw_field;
use crate::ui::frame::Said;
use crate::ui::widget::{Side, cell};
use crate::ui::{Page, Role, widget};

/// Columns of number, set, phase, mean, spread, star, open things.
const NUMBER: usize = 3;
const SET: usize = 3;
const PHASE: usize = 5;
/// At least: as many as the longest mean takes.
const MEAN: usize = 5;
const SPREAD: usize = 4;
const STAR: usize = 3;
const OPEN: usize = 4;
/// A seat's column.
const SEAT: usize = 3;
/// The search field.
const FIND: u16 = 24;
/// Least columns of a name.
const NAME: usize = 14;
/// From here the set has its column.
const ROOMY: u16 = 100;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Board, area: Rect) -> Said {
    let lang = app.common.lang;
    let mut header = session_title(app);
    header.push((Role::Heading, format!(" · {}", keys::board(lang))));
    let Some(session) = app.common.session() else { return Said { header, status: Vec::new() } };
    let all = state.all(session);
    let shown = state.rows(session);
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };

    let names = Names::of(lang, session);
    let waits = waits::of(session, &all);
    let sealed = session.sealed().is_some();
    let files = app.common.sitting.as_ref().map(|sitting| line::files(lang, &sitting.problems)).unwrap_or_default();
    let line = |most, who: &dyn Fn(&SeatId) -> String| {
        let mut pieces = files.clone();
        pieces.extend(line::pieces(lang, &waits, sealed, most, who));
        pieces
    };
    // Full titles where they fit, else short ones, else fewer.
    let mut tries = vec![line(1, &|seat| names.short(seat)), line(3, &|seat| names.short(seat))];
    tries.push(line(3, &|seat| names.full(seat)));
    let fits = |pieces: &Vec<(Role, String)>| {
        pieces.iter().map(|(_, text)| width(text)).sum::<usize>() <= usize::from(inner.width)
    };
    let best = tries.iter().rposition(fits).unwrap_or(0);
    put(page, inner, 0, &tries[best]);
    council(page, (lang, &names), session, state, shown.len(), inner);

    let columns = Columns::of((lang, &names), session, (state, &shown), inner);
    widget::row(page, inner, 2, &columns.heading(lang));
    let listed = Rect { y: inner.y + 3, height: inner.height - 3, ..inner };
    if shown.is_empty() {
        page.put(listed, 1, &[(Role::Dim, say::nothing(lang))]);
    }
    let cursor = state.cursor(&shown);
    let chosen = cursor.at(shown.len());
    widget::list(page, listed, cursor, shown.len(), |page, line, at| {
        let sign = if chosen == Some(line) { "▸" } else { " " };
        page.put(listed, at, &[(Role::Own, sign)]);
        let cells = columns.row(lang, session, &shown[line]);
        widget::row(page, Rect { x: listed.x + 2, width: listed.width - 2, ..listed }, at, &cells);
    });
    Said { header, status: status(lang, session, &names, state.chosen(&shown)) }
}

/// Titles of seats, in full and in short.
struct Names(Vec<(SeatId, String, String)>);

impl Names {
    fn of(lang: Lang, session: &Session) -> Names {
        let seats = session.seats();
        let shorts = short::titles(lang, &seats);
        let all = seats.iter().zip(shorts).map(|(seat, title)| (seat.id.clone(), short::title(lang, seat), title));
        Names(all.collect())
    }

    fn full(&self, seat: &SeatId) -> String {
        self.0.iter().find(|(id, ..)| id == seat).map_or_else(|| seat.to_string(), |(_, full, _)| full.clone())
    }

    fn short(&self, seat: &SeatId) -> String {
        self.0.iter().find(|(id, ..)| id == seat).map_or_else(|| seat.to_string(), |(.., short)| short.clone())
    }
}

fn put(page: &mut Page<'_, '_>, area: Rect, row: usize, pieces: &[(Role, String)]) {
    let pieces: Vec<(Role, &str)> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
    page.put(area, row, &pieces);
}

/// Who presides, the quorum, and what shows of the list; the search in its place while one goes on.
fn council(
    page: &mut Page<'_, '_>,
    (lang, names): (Lang, &Names),
    session: &Session,
    state: &Board,
    shown: usize,
    area: Rect,
) {
    let name = |seat: &SeatId| if area.width < ROOMY { names.short(seat) } else { names.full(seat) };
    let presides = match session.presiding() {
        Some(seat) => (Role::Plain, say::presiding(lang, &name(&seat))),
        None => (Role::Danger, say::presiding_contested(lang).to_owned()),
    };
    let quorum = session.quorum();
    let (role, sign) = if quorum.reached() { (Role::Good, "✓") } else { (Role::Danger, "!") };
    let present = format!("{} {sign}", say::quorum(lang, quorum.present, quorum.of, quorum.needed));
    put(page, area, 1, &[presides, (Role::Dim, " · ".to_owned()), (role, present)]);
    let Some(field) = state.finding() else {
        let line = say::filter_line(lang, filter(lang, state.filter()), shown, sort(lang, state.sort()));
        return page.put_right(area, 1, &[(Role::Dim, &line)]);
    };
    let label = say::finding(lang);
    let room = FIND + 1 + u16::try_from(width(label)).unwrap_or(0);
    let right = Rect { x: area.right() - room.min(area.width), width: room.min(area.width), y: area.y + 1, height: 1 };
    page.put(right, 0, &[(Role::Key, label)]);
    draw_field(page, Rect { x: right.right() - FIND, width: FIND, ..right }, 0, field, 1);
}

fn filter(lang: Lang, filter: Filter) -> &'static str {
    match filter {
        Filter::All => say::all(lang),
        Filter::At(Stage::Waiting) => say::waiting(lang),
        Filter::At(Stage::ToDiscuss) => say::to_discuss(lang),
        Filter::At(Stage::ReadyToReveal) => say::ready_to_reveal(lang),
        Filter::At(Stage::ReadyToLock) => say::ready_to_lock(lang),
        Filter::At(Stage::Done) => say::done(lang),
    }
}

fn sort(lang: Lang, sort: Sort) -> &'static str {
    match sort {
        Sort::Number => say::by_number(lang),
        Sort::Name => say::by_name(lang),
        Sort::Star => say::by_star(lang),
        Sort::Open => say::by_open(lang),
    }
}

/// The columns that fit.
struct Columns {
    seats: Vec<(SeatId, String)>,
    name: usize,
    mean: usize,
    set: bool,
    /// Seats beyond the left and the right edge.
    hidden: (usize, usize),
}

impl Columns {
    fn of((lang, names): (Lang, &Names), session: &Session, (state, rows): (&Board, &[Row]), area: Rect) -> Columns {
        let seats = session.scoring_seats();
        let set = area.width >= ROOMY;
        let means = rows.iter().filter_map(|row| row.figures.as_ref());
        let mean = means.map(|figures| width(&mean(lang, session, figures))).fold(MEAN, usize::max);
        // Two for the cursor's sign, one between columns.
        let fixed =
            2 + NUMBER + 1 + PHASE + 1 + mean + 1 + SPREAD + 1 + STAR + 1 + OPEN + if set { SET + 1 } else { 0 };
        let room = usize::from(area.width).saturating_sub(fixed);
        let fits = room.saturating_sub(NAME + 1) / (SEAT + 1);
        let skipped = state.across().min(seats.len().saturating_sub(fits.max(1)));
        let all = seats.len();
        let titled = seats.into_iter().map(|seat| {
            let title = names.short(&seat);
            (seat, title)
        });
        let seats: Vec<(SeatId, String)> = titled.skip(skipped).take(fits).collect();
        let name = room.saturating_sub(1 + seats.len() * (SEAT + 1));
        let hidden = (skipped, all - skipped - seats.len());
        Columns { seats, name, mean, set, hidden }
    }

    fn heading(&self, lang: Lang) -> Vec<(Role, String)> {
        let mut cells = vec![
            cell(Role::Dim, say::number(lang), NUMBER + 2, Side::Right),
            cell(Role::Dim, say::product(lang), self.name, Side::Left),
        ];
        if self.set {
            cells.push(cell(Role::Dim, say::set(lang), SET, Side::Right));
        }
        cells.push(cell(Role::Dim, say::phase(lang), PHASE, Side::Left));
        // Signs say that there are seats beyond the edge.
        let last = self.seats.len().saturating_sub(1);
        cells.extend(self.seats.iter().enumerate().map(|(at, (_, title))| match (at, self.hidden) {
            (0, (1.., _)) => cell(Role::Key, &format!("◂{}", cut(title, SEAT - 1)), SEAT, Side::Right),
            (at, (_, 1..)) if at == last => cell(Role::Key, &format!("{}▸", cut(title, SEAT - 1)), SEAT, Side::Right),
            _ => cell(Role::Dim, title, SEAT, Side::Right),
        }));
        cells.push(cell(Role::Dim, say::mean(lang), self.mean, Side::Right));
        cells.push(cell(Role::Dim, say::spread(lang), SPREAD, Side::Right));
        cells.push(cell(Role::Dim, say::star(lang), STAR, Side::Right));
        cells.push(cell(Role::Dim, say::open_things(lang), OPEN, Side::Right));
        cells
    }

    fn row(&self, lang: Lang, session: &Session, row: &Row) -> Vec<(Role, String)> {
        let ground = row.waiting.iter().any(|waiting| matches!(waiting, Waiting::Ground { .. }));
        let name = if ground { format!("! {}", row.name) } else { row.name.clone() };
        let mut cells = vec![
            cell(Role::Dim, &row.no.to_string(), NUMBER, Side::Right),
            cell(if ground { Role::Danger } else { Role::Plain }, &name, self.name, Side::Left),
        ];
        if self.set {
            cells.push(cell(Role::Dim, &row.set.to_string(), SET, Side::Right));
        }
        cells.push(cell(phase_role(&row.phase), say::phase_short(lang, &row.phase), PHASE, Side::Left));
        cells.extend(self.seats.iter().map(|(seat, _)| seat_cell(lang, session, row, seat)));
        cells.extend(figures(lang, session, row, self.mean));
        cells
    }
}

fn phase_role(phase: &Phase) -> Role {
    match phase {
        Phase::Blind { .. } | Phase::Closed { .. } => Role::Dim,
        Phase::Revealed { .. } => Role::Plain,
        Phase::Rescoring { .. } => Role::Warning,
        Phase::Locked { .. } => Role::Good,
        Phase::Contested(_) => Role::Danger,
    }
}

/// A seat on a product: its total where sheets are open, else its state; while blind never more than progress.
fn seat_cell(lang: Lang, session: &Session, row: &Row, seat: &SeatId) -> (Role, String) {
    if matches!(row.phase, Phase::Closed { .. } | Phase::Contested(_)) {
        return cell(Role::Dim, "", SEAT, Side::Right);
    }
    let progress = session.progress(seat, &row.id);
    let total = session
        .verdict(&row.id)
        .and_then(|verdict| verdict.sheets.iter().find(|sheet| sheet.seat == *seat).map(|sheet| sheet.total));
    let sign = say::sheet_sign(lang, progress.state);
    match (total, progress.state) {
        // The sign yields where a full total leaves it no room: the phase tells it too.
        (Some(total), SheetState::Returned) if total < 100 => {
            cell(Role::Warning, &format!("{total}{sign}"), SEAT, Side::Right)
        }
        (Some(total), _) => cell(Role::Plain, &total.to_string(), SEAT, Side::Right),
        (None, SheetState::Draft) => {
            let share = progress.scored * 100 / progress.of.max(1);
            let text = if share == 100 { share.to_string() } else { format!("{share}%") };
            cell(Role::Plain, &text, SEAT, Side::Right)
        }
        (None, state) => cell(state_role(state), sign, SEAT, Side::Right),
    }
}

fn state_role(state: SheetState) -> Role {
    match state {
        SheetState::Submitted => Role::Good,
        SheetState::Returned => Role::Warning,
        SheetState::Conflict => Role::Danger,
        SheetState::Draft => Role::Plain,
        SheetState::Missing | SheetState::Recused | SheetState::Absent | SheetState::SetAside => Role::Dim,
    }
}

fn mean(lang: Lang, session: &Session, figures: &Figures) -> String {
    let charter = session.charter();
    number::decimal(lang, &figures.mean.text(charter.rules.decimals, &charter.rubric.bands))
}

/// Mean, spread, star and open things; blank while there are none.
fn figures(lang: Lang, session: &Session, row: &Row, cells: usize) -> Vec<(Role, String)> {
    let Some(figures) = &row.figures else {
        let ended = match row.phase {
            Phase::Contested(_) => (Role::Danger, "!"),
            _ => (Role::Plain, ""),
        };
        return vec![
            cell(Role::Plain, "", cells, Side::Right),
            cell(Role::Plain, "", SPREAD, Side::Right),
            cell(Role::Plain, "", STAR, Side::Right),
            cell(ended.0, ended.1, OPEN, Side::Right),
        ];
    };
    let (spread_role, over) = if figures.over { (Role::Warning, "!") } else { (Role::Plain, " ") };
    let (open_role, open) = match row.open {
        0 => (Role::Good, "✓".to_owned()),
        n => (Role::Danger, format!("{n}!")),
    };
    vec![
        cell(Role::Own, &mean(lang, session, figures), cells, Side::Right),
        cell(spread_role, &format!("{}{over}", figures.spread), SPREAD, Side::Right),
        cell(Role::Star, &say_verdict::star_short(figures.star), STAR, Side::Right),
        cell(open_role, &open, OPEN, Side::Right),
    ]
}

/// The product chosen in full, and what it waits for.
fn status(lang: Lang, session: &Session, names: &Names, chosen: Option<&Row>) -> Vec<(Role, String)> {
    let Some(row) = chosen else { return vec![(Role::Dim, say::legend(lang).to_owned())] };
    let producer = session.product(&row.id).map(|product| product.producer).unwrap_or_default();
    let mut line = format!("{} {}", row.no, cut(&row.name, 30));
    if !producer.is_empty() {
        line = format!("{line} · {}", cut(&producer, 20));
    }
    let ended = session.closing(&row.id).map(|(how, ground)| format!("{}: {ground}", words::closed_as(lang, how)));
    let waits = match (&row.waiting[..], ended) {
        (_, Some(ended)) => ended,
        ([], None) => words::phase(lang, &row.phase).to_owned(),
        (waiting, None) => say::waits(lang, session, waiting, |seat| names.short(seat)),
    };
    vec![
        (Role::Plain, line),
        (Role::Dim, format!(" · {}", words::product_set(lang, row.set))),
        (Role::Plain, format!(" · {waits}")),
    ]
}
