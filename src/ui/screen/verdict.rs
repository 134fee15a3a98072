//! Drawing of Verdict: what has to hold, what the sheets say, is the star safe; and the page of the seal.
//! Its state stands in `app::screen::verdict`.

mod figures;
mod seal;

use ratatui::layout::Rect;

use super::{product_title, session_title};
use crate::app::App;
use crate::app::flips::Sought;
use crate::app::screen::Verdict;
use crate::app::screen::verdict::Page as Shown;
use crate::app::screen::verdict::checklist::{self, Check, Holds, What};
use crate::council::{Forward, ProductId, SeatId};
use crate::i18n::{Lang, keys, short, two_ways, verdict as say, words};
use crate::session::{Phase, Session};
use crate::text::{width, wrap};
use crate::ui::frame::Said;
use crate::ui::{Page, Role};

/// Lines to draw, before they are wrapped.
type Lines = Vec<(Role, String)>;

/// From here conditions and minima stand side by side.
const ROOMY: u16 = 100;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Verdict, area: Rect) -> Said {
    let lang = app.common.lang;
    let Some(session) = app.common.session() else { return Said::default() };
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    match (state.page(), state.product()) {
        (Shown::Product, Some(product)) => {
            let flips = app.common.searches.of(session, product);
            of_product(page, session, state, (product, flips), inner);
            Said { header: product_title(app, product), status: status(lang, session, product) }
        }
        (Shown::Product, None) => {
            page.put(inner, 1, &[(Role::Dim, say::no_product(lang))]);
            Said { header: header(app), status: Vec::new() }
        }
        (Shown::Seal, _) => {
            put(page, inner, state.scrolled(), seal::lines(lang, session, usize::from(inner.width)));
            Said { header: header(app), status: Vec::new() }
        }
    }
}

fn header(app: &App) -> Lines {
    let mut header = session_title(app);
    header.push((Role::Heading, format!(" · {}", keys::verdict(app.common.lang))));
    header
}

fn of_product(
    page: &mut Page<'_, '_>,
    session: &Session,
    state: &Verdict,
    (product, flips): (&ProductId, Sought<'_>),
    area: Rect,
) {
    let lang = page.lang();
    let mut left = conditions(lang, session, product);
    left.push((Role::Plain, String::new()));
    left.extend(figures::lines(lang, session, product, flips));
    let right = figures::minima(lang, session, product);
    if area.width >= ROOMY {
        let half = area.width / 2;
        put(page, Rect { width: half - 2, ..area }, state.scrolled(), left);
        page.divide(area, half - 1);
        put(page, Rect { x: area.x + half + 1, width: area.width - half - 1, ..area }, state.scrolled(), right);
    } else {
        left.push((Role::Plain, String::new()));
        left.extend(right);
        put(page, area, state.scrolled(), left);
    }
}

/// Draws lines from where they are scrolled to; signs at the edge where there is more.
fn put(page: &mut Page<'_, '_>, area: Rect, scrolled: usize, lines: Lines) {
    let wrapped: Lines = lines
        .into_iter()
        .flat_map(|(role, text)| {
            fit(text, usize::from(area.width) - 2).into_iter().map(move |line| (role, line)).collect::<Vec<_>>()
        })
        .collect();
    let rows = usize::from(area.height);
    let top = scrolled.min(wrapped.len().saturating_sub(rows));
    for (row, (role, line)) in wrapped.iter().skip(top).take(rows).enumerate() {
        page.put(area, row, &[(*role, line)]);
    }
    if top > 0 {
        page.put_right(area, 0, &[(Role::Key, "▲")]);
    }
    if top + rows < wrapped.len() {
        page.put_right(area, rows - 1, &[(Role::Key, "▼")]);
    }
}

/// A line that fits stays as it is; a longer one is wrapped behind its own indent.
fn fit(text: String, cells: usize) -> Vec<String> {
    if width(&text) <= cells {
        return vec![text];
    }
    let indent = " ".repeat(text.len() - text.trim_start_matches(' ').len());
    wrap(text.trim_start(), cells - indent.len().min(cells / 2))
        .into_iter()
        .map(|line| format!("{indent}{line}"))
        .collect()
}

/// The checklist, and how the product ended where it has.
fn conditions(lang: Lang, session: &Session, product: &ProductId) -> Lines {
    let mut lines = vec![(Role::Heading, say::heading_checks(lang).to_owned())];
    let to_settle = two_ways::on_product(lang, session, product).into_iter().map(|said| (Role::Danger, said));
    if let Some((how, ground)) = session.closing(product) {
        lines.push((Role::Own, say::check_closed(lang, words::closed_as(lang, how))));
        lines.push((Role::Plain, say::ground(lang, ground)));
        lines.extend(to_settle);
        return lines;
    }
    let checks = checklist::checks(session, product);
    // That decisions differ is told below, with what they are.
    lines.extend(checks.iter().filter(|check| check.what != What::Decided).map(|check| line(lang, session, check)));
    lines.extend(to_settle);
    if matches!(session.phase(product), Phase::Locked { .. }) {
        lines.push((Role::Good, say::check_locked(lang).to_owned()));
        lines.extend(session.forwarded(product).map(|forward| {
            let line = match forward {
                Forward::Yes => say::forwarded_yes(lang),
                Forward::No => say::forwarded_no(lang),
            };
            (Role::Plain, line.to_owned())
        }));
    }
    lines
}

fn line(lang: Lang, session: &Session, check: &Check) -> (Role, String) {
    let (role, sign) = match check.holds {
        Holds::Yes => (Role::Good, "✓"),
        Holds::No => (Role::Danger, "✗"),
        Holds::Asked => (Role::Warning, "?"),
    };
    let holds = check.holds == Holds::Yes;
    let words = match &check.what {
        What::Decided => two_ways::phase(lang).to_owned(),
        What::Revealed if holds => say::check_revealed(lang).to_owned(),
        What::Revealed => say::check_not_revealed(lang).to_owned(),
        What::Roll { sheets, .. } if holds => say::check_roll(lang, *sheets),
        What::Roll { sheets, needed } => say::check_roll_few(lang, *sheets, *needed),
        What::Rescoring(_) if holds => say::check_rescoring(lang).to_owned(),
        What::Rescoring(seats) => say::check_rescoring_open(lang, &names(lang, session, seats)),
        What::Grounds(_) if holds => say::check_grounds(lang).to_owned(),
        What::Grounds(n) => say::check_grounds_open(lang, *n),
        What::Things(_) if holds => say::check_things(lang).to_owned(),
        What::Things(n) => say::check_things_open(lang, *n),
        What::Forward => say::check_forward(lang).to_owned(),
    };
    (role, format!("{sign} {words}"))
}

/// Seats by their titles.
fn names(lang: Lang, session: &Session, seats: &[SeatId]) -> String {
    crate::app::desk::seats(lang, session, seats)
}

/// What Enter would do.
fn status(lang: Lang, session: &Session, product: &ProductId) -> Lines {
    if crate::app::desk::refuses_lock(session, product).is_none() {
        let told = two_ways::bars_the_seal(session, product);
        return match told {
            false => vec![(Role::Good, say::ready(lang).to_owned())],
            true => vec![(Role::Warning, say::ready_not_to_seal(lang).to_owned())],
        };
    }
    if session.presiding().is_none() && session.sealed().is_none() {
        return vec![(Role::Danger, two_ways::presiding_first(lang).to_owned())];
    }
    let waiting = session.waiting_for(product);
    let who = |seat: &SeatId| session.seat(seat).map_or_else(|| seat.to_string(), |seat| short::title(lang, &seat));
    if waiting.is_empty() {
        return vec![(Role::Dim, words::phase(lang, &session.phase(product)).to_owned())];
    }
    vec![(Role::Warning, crate::i18n::board::waits(lang, session, &waiting, who))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_wrapped_behind_its_own_indent() {
        assert_eq!(fit("  · một hai ba".to_owned(), 10), ["  · một", "  hai ba"]);
        assert_eq!(fit("  · một".to_owned(), 10), ["  · một"]);
    }
}
