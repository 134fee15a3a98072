//! The strip plot: every total as a mark over the star bands, what the rules allow between them, the mean. Legible
//! without colour: a sheet is `●`, sheets on one cell stack up (or, where there is no room, are their number), the
//! stretch that the rules allow is drawn double where it holds most sheets, so that those past it stand on a thin line;
//! band edges are lines, the mean is an arrow; where a sheet stood before the last round is `○`.

use ratatui::layout::Rect;

use crate::rubric::{Bands, Star};
use crate::text::width;
use crate::ui::{Page, Role};
use crate::verdict::Mean;

/// Rows a strip takes at least.
pub const ROWS: u16 = 3;
/// Rows it takes at most.
pub const TALL: u16 = 9;

/// What a strip shows.
#[derive(Clone, Copy, Debug)]
pub struct Plot<'a> {
    /// The totals, sheet by sheet.
    pub totals: &'a [u16],
    /// Totals that the last round changed: before and after.
    pub moved: &'a [(u16, u16)],
    /// Their mean.
    pub mean: Mean,
    /// The mean as printed.
    pub printed: &'a str,
    /// The star bands.
    pub bands: &'a Bands,
    /// How far totals may be apart, in points.
    pub limit: u16,
    /// The shortest way to say who stands at the lowest and at the highest total.
    pub ends: (&'a str, &'a str),
}

/// A strip laid out: rows of cells, each with its role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    rows: Vec<Vec<(Role, char)>>,
}

/// Rows of a tall strip beside its stacks: bands, names, axis, scale, allowed stretch, mean.
const BELOW: usize = 6;

/// Points per strip at least, so that few points apart do not look far apart.
const LEAST_SPAN: u16 = 20;

/// Lays a strip out in so many cells and rows: bands, marks on their axis, the mean; with more rows marks stack up, the
/// ends are named, and a scale and the allowed stretch stand below.
pub fn lay_out(plot: &Plot<'_>, cells: usize, rows: usize) -> Strip {
    let scale = Scale::of(plot.totals, plot.bands, cells);
    let roomy = rows > BELOW;
    let mut strip = vec![bands_row(plot, &scale)];
    if roomy {
        let layers = stacked(plot, &scale, rows.saturating_sub(BELOW));
        strip.extend(layers);
    }
    strip.push(axis(plot, &scale, roomy));
    if roomy {
        strip.push(ticks(&scale));
        strip.push(allowed(plot, &scale));
    }
    strip.push(mean_row(plot, &scale));
    Strip { rows: strip }
}

fn blank(cells: usize) -> Vec<(Role, char)> {
    vec![(Role::Plain, ' '); cells]
}

/// `│` where a band begins, its star behind.
fn bands_row(plot: &Plot<'_>, scale: &Scale) -> Vec<(Role, char)> {
    let mut row = blank(scale.cells);
    for (star, at) in edges(plot.bands, scale) {
        if let Some(at) = at {
            row[at] = (Role::Star, '│');
        }
        write(&mut row, at.map_or(0, |at| at + 1), Role::Star, &star.to_string());
    }
    row
}

/// The bands that show, highest first, each with the cell of its edge; none for the one that begins left of the strip.
fn edges(bands: &Bands, scale: &Scale) -> Vec<(Star, Option<usize>)> {
    let next = |star: Star| Star::new(star.number() + 1).map_or(u16::MAX, |next| bands.least(next));
    let shown = |star: Star| match bands.least(star) {
        least if least > scale.low => (least < scale.high).then(|| (star, Some(scale.at(u32::from(least), 1)))),
        _ => (next(star) > scale.low).then_some((star, None)),
    };
    Star::ALL.into_iter().rev().filter_map(shown).collect()
}

fn counts(plot: &Plot<'_>, scale: &Scale) -> Vec<usize> {
    let mut counts = vec![0; scale.cells];
    for total in plot.totals {
        counts[scale.at(u32::from(*total), 1)] += 1;
    }
    counts
}

/// The cells of the stretch that the rules allow, laid where it holds most sheets, the lowest such; none without a sheet.
fn stretch(plot: &Plot<'_>, scale: &Scale) -> Option<(usize, usize)> {
    let holds = |from: u16| plot.totals.iter().filter(|total| (from..=from + plot.limit).contains(*total)).count();
    let best = plot.totals.iter().copied().max_by_key(|from| (holds(*from), std::cmp::Reverse(*from)))?;
    Some((scale.at(u32::from(best), 1), scale.at(u32::from(best + plot.limit), 1)))
}

/// Whether a cell lies past that stretch.
fn over(plot: &Plot<'_>, at: usize, scale: &Scale) -> bool {
    stretch(plot, scale).is_some_and(|(from, to)| !(from..=to).contains(&at))
}

/// Marks stacked up above the axis, as many as fit, the names of both ends on top of theirs.
fn stacked(plot: &Plot<'_>, scale: &Scale, most: usize) -> Vec<Vec<(Role, char)>> {
    let counts = counts(plot, scale);
    let highest = counts.iter().copied().max().unwrap_or(0).min(most);
    let mut layers: Vec<Vec<(Role, char)>> = vec![blank(scale.cells); highest + 1];
    for (_, at) in edges(plot.bands, scale) {
        if let Some(at) = at {
            layers.iter_mut().for_each(|layer| layer[at] = (Role::Rule, '│'));
        }
    }
    for (at, count) in counts.iter().enumerate() {
        let role = if over(plot, at, scale) { Role::Differs } else { Role::Own };
        for up in 0..(*count).min(highest) {
            layers[highest - up][at] = (role, '●');
        }
        if *count > highest {
            layers[1][at] = (role, digit(*count));
        }
    }
    let ends = [(plot.totals.iter().min(), plot.ends.0), (plot.totals.iter().max(), plot.ends.1)];
    for (end, name) in ends {
        let Some(end) = end else { continue };
        let at = scale.at(u32::from(*end), 1);
        let row = highest - counts[at].min(highest);
        let from = at.saturating_sub(width(name) / 2).min(scale.cells.saturating_sub(width(name)));
        let free = layers[row][from..].iter().take(width(name)).all(|(_, c)| matches!(c, ' ' | '│'));
        if free {
            write(&mut layers[row], from, Role::Dim, name);
        }
    }
    layers
}

/// The axis: double where the rules allow, crossed by band edges; on a low strip it carries the marks.
fn axis(plot: &Plot<'_>, scale: &Scale, bare: bool) -> Vec<(Role, char)> {
    let mut row = vec![(Role::Rule, '─'); scale.cells];
    if let Some((from, to)) = stretch(plot, scale) {
        row[from..=to].fill((Role::Plain, '═'));
    }
    for (_, at) in edges(plot.bands, scale) {
        if let Some(at) = at {
            row[at] = (Role::Star, if row[at].1 == '═' { '╪' } else { '┼' });
        }
    }
    for (before, _) in plot.moved {
        row[scale.at(u32::from(*before), 1)] = (Role::Dim, '○');
    }
    if bare {
        return row;
    }
    for (at, count) in counts(plot, scale).iter().enumerate() {
        let role = if over(plot, at, scale) { Role::Differs } else { Role::Own };
        match count {
            0 => {}
            1 => row[at] = (role, '●'),
            many => row[at] = (role, digit(*many)),
        }
    }
    row
}

fn digit(count: usize) -> char {
    u32::try_from(count.min(9)).ok().and_then(|count| char::from_digit(count, 10)).unwrap_or('9')
}

/// The points of the scale, every five or ten.
fn ticks(scale: &Scale) -> Vec<(Role, char)> {
    let mut row = blank(scale.cells);
    let wide = usize::from(scale.high - scale.low).max(1);
    let step = if scale.cells / wide >= 1 { 5 } else { 10 };
    let mut free = 0;
    for points in (scale.low.div_ceil(step) * step..=scale.high).step_by(usize::from(step)) {
        let text = points.to_string();
        let at = scale.at(u32::from(points), 1).saturating_sub(text.len() / 2);
        if at >= free && at + text.len() <= scale.cells {
            write(&mut row, at, Role::Dim, &text);
            free = at + text.len() + 1;
        }
    }
    row
}

/// The stretch that the rules allow, with its length.
fn allowed(plot: &Plot<'_>, scale: &Scale) -> Vec<(Role, char)> {
    let mut row = blank(scale.cells);
    let Some((from, to)) = stretch(plot, scale) else { return row };
    row[from..=to].fill((Role::Dim, '─'));
    row[from] = (Role::Dim, '├');
    row[to] = (Role::Dim, '┤');
    let label = format!(" {} ", plot.limit);
    if to > from + width(&label) {
        write(&mut row, usize::midpoint(from, to) - width(&label) / 2, Role::Dim, &label);
    }
    row
}

/// The mean's arrow with its figure on the side that has room.
fn mean_row(plot: &Plot<'_>, scale: &Scale) -> Vec<(Role, char)> {
    let mut row = blank(scale.cells);
    let at = scale.at(plot.mean.num, plot.mean.den.max(1));
    let wide = width(plot.printed) + 2;
    if at + wide <= scale.cells {
        write(&mut row, at, Role::Own, &format!("▲ {}", plot.printed));
    } else {
        write(&mut row, (at + 1).saturating_sub(wide), Role::Own, &format!("{} ▲", plot.printed));
    }
    row
}

fn write(row: &mut [(Role, char)], at: usize, role: Role, text: &str) {
    for (cell, c) in row.iter_mut().skip(at).zip(text.chars()) {
        *cell = (role, c);
    }
}

/// Which points the strip spans: all totals and the band edges next to them, whole fives.
struct Scale {
    low: u16,
    high: u16,
    cells: usize,
}

impl Scale {
    fn of(totals: &[u16], bands: &Bands, cells: usize) -> Scale {
        let least = totals.iter().copied().min().unwrap_or(0);
        let most = totals.iter().copied().max().unwrap_or(100);
        let edges = Star::ALL.map(|star| bands.least(star));
        let below = edges.iter().copied().filter(|edge| *edge <= least).max().unwrap_or(0);
        let above = edges.iter().copied().filter(|edge| *edge > most).min().unwrap_or(100);
        // An edge far from every total is left out: it would squeeze what matters.
        let low = if least - below <= 10 { below.saturating_sub(5) } else { least.saturating_sub(5) };
        let high = if above.saturating_sub(most) <= 10 { above + 5 } else { most + 5 };
        let low = low / 5 * 5;
        let high = high.div_ceil(5).saturating_mul(5).max(low + LEAST_SPAN).min(100).max(most);
        Scale { low: low.min(high.saturating_sub(LEAST_SPAN)), high, cells: cells.max(2) }
    }

    /// The cell of `num / den` points.
    fn at(&self, num: u32, den: u32) -> usize {
        let (low, span) = (u64::from(self.low), u64::from(self.high - self.low).max(1));
        let above = u64::from(num).saturating_sub(low * u64::from(den));
        let last = u64::try_from(self.cells - 1).unwrap_or(1);
        let at = (above * last * 2 + span * u64::from(den)) / (span * u64::from(den) * 2);
        usize::try_from(at.min(last)).unwrap_or(0)
    }
}

impl Strip {
    /// Rows it takes.
    pub fn height(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX)
    }
}

/// Draws a strip from a row of an area on.
pub fn draw(page: &mut Page<'_, '_>, area: Rect, row: usize, strip: &Strip) {
    for (at, cells) in strip.rows.iter().enumerate() {
        let pieces: Vec<(Role, String)> = cells.iter().map(|(role, c)| (*role, c.to_string())).collect();
        let pieces: Vec<(Role, &str)> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
        page.put(area, row + at, &pieces);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAW: Bands = Bands { two: 30, three: 50, four: 70, five: 90 };

    fn strip(totals: &[u16], moved: &[(u16, u16)], rows: usize) -> Vec<String> {
        let num = totals.iter().copied().map(u32::from).sum();
        let mean = Mean { num, den: u32::try_from(totals.len()).unwrap() };
        let printed = mean.text(2, &LAW);
        let plot = Plot { totals, moved, mean, printed: &printed, bands: &LAW, limit: 10, ends: ("YT", "LM") };
        let strip = lay_out(&plot, 36, rows);
        strip.rows.iter().map(|row| row.iter().map(|(_, c)| c).collect()).collect()
    }

    #[test]
    fn totals_stand_over_the_bands_they_fall_in_and_past_the_stretch_the_rules_allow() {
        // 77 to 87 holds seven of the eight; 91 is past it.
        let strip = strip(&[86, 85, 84, 77, 85, 84, 83, 91], &[], 3);
        assert_eq!(strip[0], "3★   │4★                 │5★        ");
        assert_eq!(strip[1], "─────┼──────●═════●22●═──┼●─────────");
        assert_eq!(strip[2], "                   ▲ 84.38          ");
    }

    #[test]
    fn with_room_equal_totals_stack_up_and_the_ends_are_named() {
        let tall = strip(&[86, 85, 84, 77, 85, 84, 83, 91], &[], 9);
        assert_eq!(tall.iter().flat_map(|row| row.chars()).filter(|c| *c == '●').count(), 8, "{tall:#?}");
        assert!(tall.iter().any(|row| row.contains("YT")) && tall.iter().any(|row| row.contains("LM")));
        assert!(tall.iter().any(|row| row.contains("├") && row.contains(" 10 ")), "{tall:#?}");
        assert!(tall.iter().any(|row| row.contains("70") && row.contains("90")), "{tall:#?}");
    }

    #[test]
    fn the_allowed_stretch_lies_where_it_holds_most_sheets() {
        // 81 to 91 holds five of six; 68 is past it.
        let strip = strip(&[68, 81, 82, 82, 83, 83], &[], 3);
        let at = |c: char| strip[1].chars().position(|other| other == c).unwrap();
        assert!(at('●') < at('═'), "{strip:#?}");
        assert!(strip[1].chars().skip(at('●') + 1).take(3).all(|c| c == '─' || c == '┼'), "{strip:#?}");
    }

    #[test]
    fn a_total_on_the_edge_belongs_to_the_higher_band() {
        let strip = strip(&[90, 90, 90], &[], 3);
        let edge = strip[0].chars().position(|c| c == '│').unwrap();
        assert_eq!(strip[1].chars().position(|c| c == '3'), Some(edge));
    }

    #[test]
    fn where_a_sheet_stood_before_the_round_is_an_empty_mark() {
        let strip = strip(&[86, 85, 84], &[(76, 84)], 3);
        assert_eq!(strip[1].matches('○').count(), 1);
        assert!(strip[1].find('○') < strip[1].find('●'));
    }

    #[test]
    fn every_row_is_as_wide_as_the_strip_whatever_the_totals() {
        assert!(strip(&[100, 100, 99], &[], 3)[2].trim_end().ends_with("99.67 ▲"));
        for totals in [&[0u16, 1][..], &[100], &[], &[12, 98], &[50; 15]] {
            for rows in [3, 6, 9, 12] {
                let strip = strip(totals, &[], rows);
                assert!(strip.len() <= rows.max(3), "{rows}: {strip:#?}");
                assert!(strip.iter().all(|row| width(row) == 36), "{strip:#?}");
            }
        }
    }
}
