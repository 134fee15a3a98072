//! Drawing of Reconcile: figures on top, the heat map and the strip on the left, what there is to discuss on the right.
//! Its state stands in `app::screen::reconcile`.

mod explain;
mod list;
mod map;
pub(super) mod totals;

use ratatui::layout::Rect;

use super::product_title;
use crate::app::App;
use crate::app::flips::Sought;
use crate::app::screen::Reconcile;
use crate::app::screen::reconcile::map::HeatMap;
use crate::app::screen::reconcile::topics::Topic;
use crate::app::screen::verdict::checklist;
use crate::council::{ProductId, SeatId};
use crate::i18n::{Lang, dispute as say_dispute, reconcile as say, short, verdict as say_verdict};
use crate::session::{Phase, Session};
use crate::text::width;
use crate::ui::frame::Said;
use crate::ui::widget::strip;
use crate::ui::{Page, Role, widget};
use crate::verdict::Verdict;

/// Least and most columns of the right side.
const RIGHT: (u16, u16) = (33, 64);

/// From so many columns on the right, the map shows the names of criteria.
const ROOMY: u16 = 44;

/// From so many rows on the left, the strip is tall.
const TALL_FROM: u16 = 24;

/// What the panes of the screen draw from.
struct View<'a> {
    lang: Lang,
    session: &'a Session,
    product: &'a ProductId,
    verdict: Option<&'a Verdict>,
    state: &'a Reconcile,
    topics: &'a [Topic],
    flips: Sought<'a>,
    /// Seats with their short titles.
    titles: Vec<(SeatId, String)>,
}

impl View<'_> {
    /// The thing the cursor is on.
    fn chosen(&self) -> Option<&Topic> {
        self.topics.get(self.state.cursor().at(self.topics.len())?)
    }

    /// Seats by their short titles, as the heads of the columns name them.
    fn who(&self, seats: &[SeatId]) -> String {
        let named = self.titles.iter().filter(|(id, _)| seats.contains(id));
        named.map(|(_, title)| title.as_str()).collect::<Vec<_>>().join(", ")
    }
}

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Reconcile, area: Rect) -> Said {
    let lang = app.common.lang;
    let (Some(session), Some(product)) = (app.common.session(), state.product()) else { return Said::default() };
    let verdict = session.verdict(product);
    let topics = state.topics(session);
    let seats = session.seats();
    let titles = seats.iter().map(|seat| seat.id.clone()).zip(short::titles(lang, &seats)).collect();
    let flips = app.common.searches.of(session, product);
    let view = View { lang, session, product, verdict: verdict.as_deref(), state, topics: &topics, flips, titles };
    let said = Said { header: product_title(app, product), status: status(&view) };

    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let mut top = head(page, &view, inner);
    page.rule(Rect { y: area.y + top, height: 1, ..area }, 0);
    top += 1;
    let body = Rect { y: area.y + top, height: area.height - top, ..area };
    let map = HeatMap::of(session, product);
    let (left, right) = split(body, &map);
    if right.x > body.x + 2 {
        page.divide(Rect { x: right.x - 2, ..body }, 0);
    }
    if verdict.is_some() {
        let rows = if left.height >= TALL_FROM { strip::TALL } else { strip::ROWS };
        let strip = totals::strip(lang, session, product, left.width, rows);
        let used = strip.as_ref().map_or(0, strip::Strip::height);
        map::draw(page, &view, &map, Rect { height: left.height.saturating_sub(used), ..left });
        if let Some(strip) = strip {
            strip::draw(page, left, usize::from(left.height.saturating_sub(used)), &strip);
        }
    } else if matches!(session.phase(product), Phase::Blind { .. }) && topics.is_empty() {
        widget::paragraph(page, left, Role::Dim, say::blind(lang));
        return said;
    }
    let listed = list::draw(page, &view, right);
    let below = Rect { y: right.y + listed, height: right.height.saturating_sub(listed), ..right };
    explain::draw(page, &view, below);
    said
}

/// Left for the map, right for the list: the right side takes what the map does not need, within its bounds.
fn split(body: Rect, map: &HeatMap) -> (Rect, Rect) {
    if map.rows.is_empty() {
        let whole = Rect { x: body.x + 1, width: body.width - 2, ..body };
        return (whole, whole);
    }
    let wanted = map::wanted(map);
    let named = wanted + map::NAME_WANTED;
    let fits = body.width.saturating_sub(named + 3) >= ROOMY;
    let right = body.width.saturating_sub(if fits { named } else { wanted } + 3).clamp(RIGHT.0, RIGHT.1);
    let left = body.width - right - 3;
    (Rect { x: body.x + 1, width: left - 1, ..body }, Rect { x: body.x + left + 2, width: right, ..body })
}

/// Mean, star by points and by minima, outcome, spread; who scores again. Gives the rows used.
fn head(page: &mut Page<'_, '_>, view: &View<'_>, area: Rect) -> u16 {
    let View { lang, session, .. } = *view;
    let Some(verdict) = view.verdict else {
        page.put(area, 0, &[(Role::Dim, "–")]);
        return 1;
    };
    let spread_role = if verdict.spread_over { Role::Warning } else { Role::Plain };
    let spread = (spread_role, say_verdict::spread_line(lang, session, verdict));
    let mean = say_verdict::mean(lang, session, verdict);
    let by_points = say_verdict::by_points(lang, &verdict.by_points.to_string());
    let minima = say_verdict::minima_allow(lang, session, verdict);
    let outcome = say_verdict::outcome(lang, verdict);
    let figures = [
        (Role::Own, mean.as_str()),
        (Role::Plain, "  "),
        (Role::Star, by_points.as_str()),
        (Role::Dim, " · "),
        (Role::Star, minima.as_str()),
    ];
    let left = area.width.saturating_sub(u16::try_from(width(&spread.1) + 1).unwrap_or(0));
    page.put(Rect { width: left, ..area }, 0, &figures);
    page.put_right(area, 0, &[(spread.0, &spread.1)]);
    let used: usize = figures.iter().map(|(_, text)| width(text)).sum();
    let mut rows = 1;
    let arrow = format!("→ {outcome}{}", mean_moved(view, verdict));
    if used + width(&arrow) + width(&spread.1) + 6 <= usize::from(area.width) {
        let beside = Rect { x: area.x + u16::try_from(used).unwrap_or(0) + 2, ..area };
        page.put(beside, 0, &[(Role::Heading, &arrow)]);
    } else {
        page.put(area, 1, &[(Role::Heading, &arrow)]);
        rows = 2;
    }
    if let Phase::Rescoring { asked, .. } = session.phase(view.product) {
        let asked: Vec<SeatId> = asked.into_keys().collect();
        // The outcome, where it has a row of its own, shares it.
        let at = if rows == 2 { width(&arrow) + 2 } else { 0 };
        rows -= usize::from(rows == 2);
        let answered = checklist::answered(session, view.product, &asked);
        let mut line = say::asked(lang, &view.who(&asked));
        if !answered.is_empty() {
            line = format!("{line} · {}", say::answered(lang, &view.who(&answered)));
        }
        line = format!("{line} · {}", say::figures_stay(lang));
        let beside = u16::try_from(at).unwrap_or(0);
        page.put(Rect { x: area.x + beside, width: area.width - beside, ..area }, rows, &[(Role::Warning, &line)]);
        rows += 1;
    }
    u16::try_from(rows).unwrap_or(1)
}

/// After a round that moved the mean: from where to where.
fn mean_moved(view: &View<'_>, verdict: &Verdict) -> String {
    let printed = |verdict: &Verdict| say_verdict::mean(view.lang, view.session, verdict);
    match view.session.verdict_before(view.product) {
        Some(before) if before.mean != verdict.mean => {
            format!(" · {}", say_dispute::mean_changed(view.lang, &printed(&before), &printed(verdict)))
        }
        _ => String::new(),
    }
}

/// The legend of the map, and who has no sheet.
fn status(view: &View<'_>) -> Vec<(Role, String)> {
    let lang = view.lang;
    if !view.session.changes(view.product).is_empty() {
        return vec![(Role::Dim, say::legend_changed(lang).to_owned())];
    }
    let out = view.session.left_out(view.product);
    if out.is_empty() {
        return vec![(Role::Dim, say::legend(lang).to_owned())];
    }
    let who: Vec<String> = out
        .iter()
        .map(|(seat, why)| {
            format!("{} ({})", view.who(std::slice::from_ref(seat)), crate::i18n::words::left_out(lang, *why))
        })
        .collect();
    vec![
        (Role::Plain, say_verdict::left_out(lang, &who.join(", "))),
        (Role::Dim, format!(" · {}", say::legend_short(lang))),
    ]
}
