//! The result in figures and words, and the table of minima.

use super::{Lines, names};
use crate::app::flips::Sought;
use crate::council::{ProductId, SeatId};
use crate::i18n::{Lang, agenda, training, verdict as say, words};
use crate::rubric::Star;
use crate::session::{PhaseName, Session};
use crate::text::capital;
use crate::ui::Role;
use crate::verdict::{MinimumFinding, Verdict};

/// Mean, stars, outcome, because of what, stability, conclusion.
pub(super) fn lines(lang: Lang, session: &Session, product: &ProductId, flips: Sought<'_>) -> Lines {
    let mut lines = vec![(Role::Heading, say::heading_figures(lang).to_owned())];
    let Some(verdict) = session.verdict(product) else {
        let none = match session.phase(product).name() {
            PhaseName::Contested => Some(say::contested_none(lang)),
            PhaseName::Closed => None,
            _ => Some(say::blind_none(lang)),
        };
        lines.extend(none.map(|none| (Role::Dim, none.to_owned())));
        return lines;
    };
    lines.push((Role::Own, capital(&say::outcome(lang, &verdict))));
    if !verdict.because.is_empty() && verdict.star.is_some() {
        lines.push((Role::Plain, say::below(lang, &say::codes(&verdict.because))));
    }
    let mean = say::mean_is(lang, &say::mean(lang, session, &verdict));
    lines.push((Role::Plain, format!("{mean} · {}", say::sum(lang, verdict.mean.num, verdict.mean.den))));
    let by_points = say::by_points(lang, &verdict.by_points.to_string());
    lines.push((Role::Star, format!("{by_points} · {}", say::minima_allow(lang, session, &verdict))));
    let spread_role = if verdict.spread_over { Role::Warning } else { Role::Plain };
    lines.push((spread_role, say::spread_line(lang, session, &verdict)));
    let out = session.left_out(product);
    if !out.is_empty() {
        let who: Vec<String> = out
            .iter()
            .map(|(seat, why)| {
                format!("{} ({})", names(lang, session, std::slice::from_ref(seat)), words::left_out(lang, *why))
            })
            .collect();
        lines.push((Role::Plain, say::left_out(lang, &who.join(", "))));
    }
    if let Some(words) = session.conclusion(product) {
        lines.push((Role::Own, say::conclusion(lang, &words)));
    }
    let sentences = say::stability(lang, &verdict, |seats| names(lang, session, seats));
    lines.extend(sentences.into_iter().map(|sentence| (Role::Plain, sentence)));
    match flips {
        Sought::Nothing => {}
        Sought::Working => lines.push((Role::Dim, agenda::working(lang).to_owned())),
        Sought::Found(flips) => {
            let who = |seat: &SeatId| names(lang, session, std::slice::from_ref(seat));
            lines.extend(agenda::flips(lang, flips, who).into_iter().map(|said| (Role::Plain, said)));
        }
    }
    lines.extend(training(lang, session, product));
    lines
}

/// In a rehearsal, the star under each rule about minima; in a sitting the charter's rule alone is shown.
fn training(lang: Lang, session: &Session, product: &ProductId) -> Lines {
    let Some(found) = session.under_each_rule(product) else { return Vec::new() };
    let own = session.charter().rules.minima;
    let mut lines = vec![(Role::Plain, String::new()), (Role::Heading, training::heading(lang).to_owned())];
    lines.extend(training::under_each(lang, own, &found).into_iter().map(|line| (Role::Plain, format!("  {line}"))));
    lines
}

/// The minima by star: all met in one line, else each that is missing, split or ruled on.
pub(super) fn minima(lang: Lang, session: &Session, product: &ProductId) -> Lines {
    let Some(verdict) = session.verdict(product) else { return Vec::new() };
    let rule = say::rule_is(lang, words::minima_rule(lang, session.charter().rules.minima));
    let mut lines = vec![(Role::Heading, format!("{} · {rule}", say::heading_minima(lang)))];
    for star in [Star::THREE, Star::FOUR, Star::FIVE] {
        lines.extend(of_star(lang, &verdict, star));
    }
    lines
}

fn of_star(lang: Lang, verdict: &Verdict, star: Star) -> Lines {
    let found: Vec<&MinimumFinding> = verdict.minima.iter().filter(|found| found.minimum.star == star).collect();
    let met = found.iter().filter(|found| found.met).count();
    let mut lines = match found.len() {
        0 => return Vec::new(),
        all if met == all => vec![(Role::Good, format!("✓ {}", say::minima_all(lang, &star.to_string(), all)))],
        all => vec![(Role::Warning, format!("✗ {}", say::minima_some(lang, &star.to_string(), met, all)))],
    };
    let tells = |found: &&&MinimumFinding| !found.met || found.ruled || (found.met_by > 0 && found.met_by < found.of);
    lines.extend(found.iter().filter(tells).map(|found| {
        let (role, sign) = if found.met { (Role::Good, "✓") } else { (Role::Warning, "✗") };
        let state = match (found.met, found.ruled) {
            (true, true) => say::ruled_met(lang),
            (false, true) => say::ruled_not(lang),
            (true, false) => say::met(lang),
            (false, false) => say::not_met(lang),
        };
        let what = say::minimum(lang, found.minimum.criterion.as_str(), found.points, found.met_by, found.of);
        (role, format!("  {sign} {what} · {state}"))
    }));
    lines
}
