//! Disagreements among counted sheets, by the closed list of DESIGN (*Disputes*): which they are, who stands on the
//! smaller side, and which block the lock. Late, conflicting and contested matters are the session's.

use super::star::{Decided, decide};
use super::tally::{Table, spread, spread_over};
use super::{Dispute, Mean, Measure, MinimumFinding, Ruled, SheetTotal, Stability, minima};
use crate::council::{DisputeKey, DisputeKind, MinimumId, SeatId};
use crate::rubric::Star;

/// Every disagreement: those that block first, then in the order of the closed list.
pub(super) fn find(
    measure: Measure<'_>,
    table: &Table<'_>,
    totals: &[SheetTotal],
    minima: &[MinimumFinding],
    decided: &Decided,
    stability: &Stability,
) -> Vec<Dispute> {
    if totals.len() < 2 {
        return Vec::new();
    }
    let mut found = minimum_splits(measure, table, minima, decided.by_points);
    found.extend(spread_dispute(measure, totals));
    found.extend(star_differs(measure, table, totals, decided, stability));
    found.extend(criterion_spreads(table));
    found.extend(outliers(measure, totals));
    found.sort_by_key(|dispute| !dispute.blocking);
    found
}

fn key(kind: DisputeKind) -> DisputeKey {
    DisputeKey { kind, criterion: None, star: None, seat: None, entry: None }
}

/// Minima on which the sheets disagree. One blocks when its star is within reach by points, too few sheets agree
/// with its outcome, no ruling has settled it, and no other minimum of its star or below fails beyond doubt.
fn minimum_splits(measure: Measure<'_>, table: &Table<'_>, minima: &[MinimumFinding], by_points: Star) -> Vec<Dispute> {
    let split = |finding: &MinimumFinding| finding.met_by > 0 && finding.met_by < finding.of;
    let doubtful = |finding: &MinimumFinding| {
        let agree = if finding.met { finding.met_by } else { finding.of - finding.met_by };
        split(finding) && !finding.ruled && !measure.rules.minimum_agreement.reached(agree, finding.of)
    };
    let mut blocks: Vec<bool> = minima.iter().map(|f| f.minimum.star <= by_points && doubtful(f)).collect();
    // "Met or blocks too" refers to itself: the largest set that satisfies it, found by taking away until it holds.
    loop {
        let keeps = |at: usize| {
            (0..minima.len()).all(|other| {
                other == at
                    || minima[other].minimum.star > minima[at].minimum.star
                    || minima[other].met
                    || blocks[other]
            })
        };
        let kept: Vec<bool> = (0..minima.len()).map(|at| blocks[at] && keeps(at)).collect();
        if kept == blocks {
            break;
        }
        blocks = kept;
    }
    minima
        .iter()
        .zip(blocks)
        .zip(&table.minima)
        .filter(|((finding, _), _)| split(finding))
        .map(|((finding, blocking), (minimum, column))| {
            let minority_meets = 2 * finding.met_by < finding.of;
            let seats = table
                .column(*column, None)
                .zip(&table.seats)
                .filter(|(points, _)| (*points >= minimum.points) == minority_meets)
                .map(|(_, seat)| (*seat).clone())
                .collect::<Vec<SeatId>>();
            let MinimumId { criterion, star } = finding.minimum.clone();
            Dispute {
                key: DisputeKey { criterion: Some(criterion), star: Some(star), ..key(DisputeKind::MinimumSplit) },
                size: size(seats.len()),
                seats,
                blocking,
            }
        })
        .collect()
}

/// Totals too far apart; its seats are the lowest and the highest.
fn spread_dispute(measure: Measure<'_>, totals: &[SheetTotal]) -> Option<Dispute> {
    let wide = spread(totals);
    spread_over(measure.rules, wide).then(|| {
        let extremes = [totals.iter().map(|s| s.total).min(), totals.iter().map(|s| s.total).max()];
        let seats = totals.iter().filter(|s| extremes.contains(&Some(s.total))).map(|s| s.seat.clone()).collect();
        Dispute { key: key(DisputeKind::Spread), seats, blocking: true, size: wide }
    })
}

/// Sheets whose own star is not the final one, or without which the star changes.
fn star_differs(
    measure: Measure<'_>,
    table: &Table<'_>,
    totals: &[SheetTotal],
    decided: &Decided,
    stability: &Stability,
) -> Option<Dispute> {
    let no_rulings: &[Ruled] = &[];
    let own_star = |row: usize| {
        let alone = table.only(row);
        let minima = minima::find(measure.rules, &alone, no_rulings, None);
        decide(measure, Mean { num: u32::from(totals[row].total), den: 1 }, &minima).star
    };
    let seats: Vec<SeatId> = (0..totals.len())
        .filter(|row| {
            own_star(*row) != decided.star || stability.without.iter().any(|(seat, _)| *seat == totals[*row].seat)
        })
        .map(|row| totals[row].seat.clone())
        .collect();
    (!seats.is_empty()).then(|| Dispute {
        key: key(DisputeKind::StarDiffers),
        size: size(seats.len()),
        seats,
        blocking: false,
    })
}

/// Criteria whose marks lie at least two level steps and 40 % of the maximum apart. None met is the step below all.
fn criterion_spreads(table: &Table<'_>) -> Vec<Dispute> {
    table
        .criteria
        .iter()
        .enumerate()
        .filter_map(|(column, criterion)| {
            let points = table.column(column, None);
            let (least, most) = (points.clone().min()?, points.clone().max()?);
            let mut steps: Vec<u16> = criterion.levels.iter().map(|level| level.points).chain([0]).collect();
            steps.sort_unstable();
            steps.dedup();
            let apart = steps.iter().filter(|step| **step > least && **step <= most).count();
            if apart < 2 || u32::from(most - least) * 100 < u32::from(criterion.max) * 40 {
                return None;
            }
            let low = points.clone().filter(|p| *p == least).count();
            let high = points.clone().filter(|p| *p == most).count();
            let rarer = if low <= high { least } else { most };
            let seats =
                points.zip(&table.seats).filter(|(p, _)| *p == rarer).map(|(_, seat)| (*seat).clone()).collect();
            Some(Dispute {
                key: DisputeKey { criterion: Some(criterion.code.clone()), ..key(DisputeKind::CriterionSpread) },
                seats,
                blocking: false,
                size: most - least,
            })
        })
        .collect()
}

/// Totals further than the spread limit from the median of the others; needs three sheets.
fn outliers(measure: Measure<'_>, totals: &[SheetTotal]) -> Vec<Dispute> {
    if totals.len() < 3 {
        return Vec::new();
    }
    totals
        .iter()
        .enumerate()
        .filter_map(|(row, sheet)| {
            let mut others: Vec<u16> =
                totals.iter().enumerate().filter(|(at, _)| *at != row).map(|(_, other)| other.total).collect();
            others.sort_unstable();
            let (low, high) = (others[(others.len() - 1) / 2], others[others.len() / 2]);
            // Twice the distance, so that a median between two totals stays whole.
            let twice = (2 * sheet.total).abs_diff(low + high);
            (twice > 2 * measure.rules.spread_limit).then(|| Dispute {
                key: DisputeKey { seat: Some(sheet.seat.clone()), ..key(DisputeKind::Outlier) },
                seats: vec![sheet.seat.clone()],
                blocking: false,
                size: twice.div_ceil(2),
            })
        })
        .collect()
}

fn size(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
