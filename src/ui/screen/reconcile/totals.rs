//! The strip plot of a product's totals, for every screen that shows one.

use crate::council::{ProductId, SeatId};
use crate::i18n::{Lang, short, verdict as say_verdict};
use crate::session::Session;
use crate::ui::widget::strip::{self, Plot, Strip};
use crate::verdict::SheetTotal;

/// Most columns of a strip.
const WIDEST: u16 = 72;

/// The strip of a product whose sheets are open, in so many columns and at most so many rows.
pub(in crate::ui::screen) fn strip(
    lang: Lang,
    session: &Session,
    product: &ProductId,
    cells: u16,
    rows: u16,
) -> Option<Strip> {
    let verdict = session.verdict(product)?;
    let totals: Vec<u16> = verdict.sheets.iter().map(|sheet| sheet.total).collect();
    let before = session.verdict_before(product);
    let was = |seat: &SeatId| before.as_ref()?.sheets.iter().find(|sheet| sheet.seat == *seat).map(|sheet| sheet.total);
    let moved = verdict.sheets.iter().filter_map(|sheet| Some((was(&sheet.seat)?, sheet.total)));
    let moved: Vec<(u16, u16)> = moved.filter(|(before, after)| before != after).collect();
    let seats = session.seats();
    let titles = short::titles(lang, &seats);
    let name = |end: Option<&SheetTotal>| {
        let at = end.and_then(|sheet| seats.iter().position(|seat| seat.id == sheet.seat));
        at.and_then(|at| titles.get(at).cloned()).unwrap_or_default()
    };
    let low = name(verdict.sheets.iter().min_by_key(|sheet| sheet.total));
    let high = name(verdict.sheets.iter().rev().max_by_key(|sheet| sheet.total));
    let charter = session.charter();
    let plot = Plot {
        totals: &totals,
        moved: &moved,
        mean: verdict.mean,
        printed: &say_verdict::mean(lang, session, &verdict),
        bands: &charter.rubric.bands,
        limit: charter.rules.widest_spread(),
        ends: (&low, &high),
    };
    Some(strip::lay_out(&plot, usize::from(cells.min(WIDEST)).saturating_sub(1), usize::from(rows)))
}
