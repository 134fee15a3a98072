//! Drawing of Agenda: one line a thing, and below why the chosen one stands where it stands. Its state stands in
//! `app::screen::agenda`.

use ratatui::layout::Rect;

use super::session_title;
use crate::app::screen::Agenda;
use crate::app::screen::agenda::Filter;
use crate::app::screen::reconcile::topics::Topic;
use crate::app::{App, desk};
use crate::council::SeatId;
use crate::i18n::{Lang, agenda as say, reconcile, short, two_ways};
use crate::session::{Class, Matter, Session, ThingState};
use crate::text::{cut, pad, pad_left, wrap};
use crate::ui::frame::Said;
use crate::ui::{Page, Role, widget};

/// Columns of rank, of what could come of it, of its state; least of the product.
const RANK: usize = 3;
const ENDS: usize = 15;
const STATE: usize = 13;
const PRODUCT: usize = 20;
/// From so many columns on states are written out.
const ROOMY: u16 = 100;
/// Rows below the list.
const DETAILS: u16 = 5;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Agenda, area: Rect) -> Said {
    let lang = app.common.lang;
    let mut header = session_title(app);
    header.push((Role::Heading, format!(" · {}", say::title(lang))));
    let said = Said { header, status: counts(lang, state) };
    let Some(session) = app.common.session() else { return said };
    let rows = state.rows();
    let inner = Rect { x: area.x + 1, width: area.width - 2, height: area.height - DETAILS, ..area };
    if rows.is_empty() {
        widget::paragraph(page, inner, Role::Plain, say::nothing(lang, state.filter() == Filter::All));
        return said;
    }
    let columns = Columns::of(inner);
    page.put(inner, 0, &[(Role::Dim, &columns.heading(lang))]);
    let listed = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    let seats = session.seats();
    let titles: Vec<(SeatId, String)> =
        seats.iter().map(|seat| seat.id.clone()).zip(short::titles(lang, &seats)).collect();
    let who = |of: &[SeatId]| {
        let named = titles.iter().filter(|(id, _)| of.contains(id));
        named.map(|(_, title)| title.as_str()).collect::<Vec<_>>().join(", ")
    };
    widget::list(page, listed, state.cursor(), rows.len(), |page, line, row| {
        let matter = rows[line];
        let verdict = session.verdict(&matter.product);
        let what = reconcile::thing(lang, &matter.thing, verdict.as_deref(), who);
        let pieces = columns.line(lang, session, matter, &what);
        let pieces: Vec<(Role, &str)> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
        page.put(Rect { width: listed.width - 1, ..listed }, row, &pieces);
    });
    if let Some(matter) = state.chosen() {
        below(page, lang, session, matter, area);
    }
    said
}

/// Widths of the columns that take what room there is.
struct Columns {
    product: usize,
    what: usize,
    state: usize,
}

impl Columns {
    fn of(area: Rect) -> Columns {
        let state = if area.width >= ROOMY { STATE } else { 0 };
        let room = usize::from(area.width).saturating_sub(RANK + 1 + 1 + 1 + 1 + ENDS + 1 + state + 1);
        let product = (room * 2 / 5).max(PRODUCT);
        Columns { product, what: room.saturating_sub(product + 1), state }
    }

    fn heading(&self, lang: Lang) -> String {
        let rank = pad(say::head_rank(lang), RANK + 3);
        let (product, what) = (pad(say::head_product(lang), self.product), pad(say::head_what(lang), self.what));
        format!("{rank}{product} {what} {}", say::head_ends(lang))
    }

    fn line(&self, lang: Lang, session: &Session, matter: &Matter, what: &str) -> Vec<(Role, String)> {
        let (role, sign) = sign(matter);
        let ends_role = if matter.decides() { Role::Star } else { Role::Dim };
        let column = |text: &str, cells: usize| format!(" {}", pad(&cut(text, cells), cells));
        let mut pieces = vec![
            (Role::Dim, pad_left(&matter.rank.to_string(), RANK)),
            (role, format!(" {sign}")),
            (Role::Plain, column(&desk::name(session, &matter.product), self.product)),
            (Role::Plain, column(what, self.what)),
            (ends_role, column(&say::consequence(lang, matter), ENDS)),
        ];
        if self.state > 0 {
            pieces.push((Role::Dim, column(say::state(lang, matter), self.state)));
        }
        pieces
    }
}

/// Its weight, as in Reconcile: `!` blocks, `?` is looked at again, `✓` settled, `·` to know.
fn sign(matter: &Matter) -> (Role, &'static str) {
    match (matter.class(), matter.thing.state) {
        (Class::Settled, _) => (Role::Good, "✓"),
        (Class::LookedAtAgain, _) | (_, ThingState::Rescored) => (Role::Warning, "?"),
        (Class::Blocks, _) => (Role::Danger, "!"),
        (Class::Advisory, _) => (Role::Dim, "·"),
    }
}

/// Why it stands here, and what everything open on its product could do.
fn below(page: &mut Page<'_, '_>, lang: Lang, session: &Session, matter: &Matter, area: Rect) {
    let below = Rect { y: area.bottom() - DETAILS, height: DETAILS, ..area };
    page.rule(below, 0);
    let words = Rect { x: area.x + 1, y: below.y + 1, width: area.width - 2, height: DETAILS - 1 };
    let state = say::state(lang, matter);
    // What stands in two ways says what it is, before why it stands here.
    let ways = Topic::Thing((*matter.thing).clone()).ways(session, &matter.product);
    let why = match two_ways::in_short(lang, session, &ways) {
        ways if ways.is_empty() => say::why(lang, matter),
        ways => format!("{ways}. {}", say::why(lang, matter)),
    };
    let first = format!("{}. {why} [{state}]", matter.rank);
    let mut lines: Vec<(Role, String)> =
        wrap(&first, usize::from(words.width)).into_iter().map(|l| (Role::Plain, l)).collect();
    let open = match session.open_outcomes(&matter.product) {
        Some(open) => Some((if open.is_settled() { Role::Good } else { Role::Dim }, say::open(lang, open))),
        None if session.figures_are_open(&matter.product) => Some((Role::Dim, say::figures_open(lang).to_owned())),
        None => None,
    };
    if let Some((role, said)) = open {
        lines.extend(wrap(&said, usize::from(words.width)).into_iter().map(|line| (role, line)));
    }
    for (row, (role, line)) in lines.iter().take(usize::from(words.height)).enumerate() {
        page.put(words, row, &[(*role, line)]);
    }
}

/// How many there are of each kind, the filter shown marked.
fn counts(lang: Lang, state: &Agenda) -> Vec<(Role, String)> {
    let mut pieces: Vec<(Role, String)> = Vec::new();
    for filter in Filter::ALL {
        if !pieces.is_empty() {
            pieces.push((Role::Dim, " · ".to_owned()));
        }
        let count = state.count(filter);
        let text = match filter {
            Filter::Open => say::count_open(lang, count),
            Filter::Blocking => say::count_blocking(lang, count),
            Filter::Deciding => say::count_deciding(lang, count),
            Filter::All => say::count_all(lang, count),
        };
        let shown = filter == state.filter();
        pieces.push((if shown { Role::Own } else { Role::Dim }, if shown { format!("[{text}]") } else { text }));
    }
    pieces
}
