//! Disagreements among counted sheets, by a closed list: which they are, who stands on the
//! smaller side, and which block the lock. Late, conflicting and contested matters are the session's.

use super::star::{self, Decided};
use super::tally::{Table, spread, spread_over};
use super::{Dispute, Measure, MinimumFinding, SheetTotal, Stability};
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
/// with its outcome, no ruling has settled it, and every other minimum of its star or below is met or blocks too.
fn minimum_splits(measure: Measure<'_>, table: &Table<'_>, minima: &[MinimumFinding], by_points: Star) -> Vec<Dispute> {
    let split = |finding: &MinimumFinding| finding.met_by > 0 && finding.met_by < finding.of;
    let doubtful = |finding: &MinimumFinding| {
        let agree = if finding.met { finding.met_by } else { finding.of - finding.met_by };
        finding.minimum.star <= by_points
            && split(finding)
            && !finding.ruled
            && !measure.rules.minimum_agreement.reached(agree, finding.of)
    };
    // "Met or blocks too" refers to itself; it comes to this: below the lowest star that fails beyond doubt. What that
    // star takes out of the blocking ones is of its own star or higher, so nothing lower falls with it.
    let fails = minima.iter().filter(|f| !f.met && !doubtful(f)).map(|f| f.minimum.star).min();
    let blocks = |finding: &MinimumFinding| doubtful(finding) && fails.is_none_or(|star| finding.minimum.star < star);
    minima
        .iter()
        .zip(&table.minima)
        .filter(|(finding, _)| split(finding))
        .map(|(finding, (minimum, column))| {
            let minority_meets = 2 * finding.met_by < finding.of;
            let seats = table
                .column(*column)
                .zip(&table.seats)
                .filter(|(points, _)| (*points >= minimum.points) == minority_meets)
                .map(|(_, seat)| (*seat).clone())
                .collect::<Vec<SeatId>>();
            let MinimumId { criterion, star } = finding.minimum.clone();
            Dispute {
                key: DisputeKey { criterion: Some(criterion), star: Some(star), ..key(DisputeKind::MinimumSplit) },
                size: size(seats.len()),
                seats,
                blocking: blocks(finding),
            }
        })
        .collect()
}

/// Totals too far apart. Named are the fewest sheets without which they would not be; of several ways, all.
fn spread_dispute(measure: Measure<'_>, totals: &[SheetTotal]) -> Option<Dispute> {
    let wide = spread(totals);
    // From one total up, as far as the rules let totals be apart.
    let is_near = |low: u16, total: u16| total >= low && !spread_over(measure.rules, total - low);
    let near = |low: u16| totals.iter().filter(|sheet| is_near(low, sheet.total)).count();
    let most = totals.iter().map(|sheet| near(sheet.total)).max().unwrap_or(0);
    spread_over(measure.rules, wide).then(|| {
        let lows: Vec<u16> = totals.iter().map(|sheet| sheet.total).filter(|low| near(*low) == most).collect();
        let is_far = |sheet: &&SheetTotal| lows.iter().any(|low| !is_near(*low, sheet.total));
        let seats = totals.iter().filter(is_far).map(|sheet| sheet.seat.clone()).collect();
        Dispute { key: key(DisputeKind::Spread), seats, blocking: true, size: wide }
    })
}

/// Sheets whose own stars differ, or without which the star changes. Named are those whose own star is not the final
/// one, and those without which it changes.
fn star_differs(
    measure: Measure<'_>,
    table: &Table<'_>,
    totals: &[SheetTotal],
    decided: &Decided,
    stability: &Stability,
) -> Option<Dispute> {
    // Judged alone, by no ruling: every rule then asks whether this one sheet reaches the minimum.
    let own_star = |(row, sheet): (usize, &SheetTotal)| {
        let missed = || table.minima.iter().find(|(minimum, column)| table.points(row, *column) < minimum.points);
        let by_points = measure.bands.star(u32::from(sheet.total), 1);
        star::capped(by_points, || missed().map(|(minimum, _)| minimum.star))
    };
    let own: Vec<Option<Star>> = totals.iter().enumerate().map(own_star).collect();
    let differ = own.windows(2).any(|pair| pair[0] != pair[1]);
    let seats: Vec<SeatId> = totals
        .iter()
        .zip(own)
        .filter(|(sheet, own)| {
            differ && *own != decided.star
                || stability.without.iter().any(|without| without.seats.contains(&sheet.seat))
        })
        .map(|(sheet, _)| sheet.seat.clone())
        .collect();
    (!seats.is_empty()).then(|| Dispute {
        key: key(DisputeKind::StarDiffers),
        size: size(seats.len()),
        seats,
        blocking: false,
    })
}

/// Criteria whose marks lie at least two level steps and 40 % of the maximum apart, among the sheets on which they
/// apply. Levels worth the same are one step; none met is the step below all that are worth more.
fn criterion_spreads(table: &Table<'_>) -> Vec<Dispute> {
    table
        .criteria
        .iter()
        .enumerate()
        .filter_map(|(column, criterion)| {
            let marks = table.applicable(column);
            let points = marks.clone().map(|(points, _)| points);
            let (least, most) = (points.clone().min()?, points.clone().max()?);
            let mut steps: Vec<u16> = criterion.levels.iter().map(|level| level.points).collect();
            steps.sort_unstable();
            steps.dedup();
            let apart = steps.iter().filter(|step| **step > least && **step <= most).count();
            if apart < 2 || u32::from(most - least) * 100 < u32::from(criterion.max) * 40 {
                return None;
            }
            let low = points.clone().filter(|p| *p == least).count();
            let high = points.filter(|p| *p == most).count();
            let rarer = if low <= high { least } else { most };
            let seats = marks.filter(|(points, _)| *points == rarer).map(|(_, seat)| seat.clone()).collect();
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
            let others = totals.iter().enumerate().filter(|(at, _)| *at != row);
            let mut others: Vec<u32> = others.map(|(_, other)| u32::from(other.total)).collect();
            others.sort_unstable();
            let (low, high) = (others[(others.len() - 1) / 2], others[others.len() / 2]);
            // Twice the distance, so that a median between two totals stays whole.
            let twice = (2 * u32::from(sheet.total)).abs_diff(low + high);
            (twice > 2 * u32::from(measure.rules.spread_limit)).then(|| Dispute {
                key: DisputeKey { seat: Some(sheet.seat.clone()), ..key(DisputeKind::Outlier) },
                seats: vec![sheet.seat.clone()],
                blocking: false,
                size: u16::try_from(twice.div_ceil(2)).unwrap_or(u16::MAX),
            })
        })
        .collect()
}

fn size(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
