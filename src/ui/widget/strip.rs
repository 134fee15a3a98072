//! The strip plot: totals as marks over the star bands, the mean below. Three rows of text, legible without colour:
//! one sheet is `●`, several on one cell are their number, band edges are lines, the mean is an arrow.

use ratatui::layout::Rect;

use crate::rubric::{Bands, Star};
use crate::text::width;
use crate::ui::{Page, Role};
use crate::verdict::Mean;

/// Rows a strip takes.
pub const ROWS: u16 = 3;

/// The strip as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// Bands: `│` where one begins, its star behind.
    pub bands: String,
    /// Totals.
    pub totals: String,
    /// The mean's arrow with its figure.
    pub mean: String,
}

/// Points per strip at least, so that few points apart do not look far apart.
const LEAST_SPAN: u16 = 20;

/// Lays out a strip of so many cells; `printed` is the mean as printed.
pub fn cells(totals: &[u16], mean: Mean, printed: &str, bands: &Bands, cells: usize) -> Strip {
    let scale = Scale::of(totals, bands, cells);
    let mut line: Vec<char> = vec!['─'; cells];
    let mut stars: Vec<char> = vec![' '; cells];
    for star in Star::ALL.into_iter().rev() {
        let (least, from) = (bands.least(star), scale.low);
        let begins = least > from;
        let shows = if begins { least < scale.high } else { next_least(bands, star) > from };
        if !shows {
            continue;
        }
        let at = if begins { scale.at(u32::from(least), 1) } else { 0 };
        if begins {
            line[at] = '┼';
            stars[at] = '│';
        }
        write(&mut stars, at + usize::from(begins), &star.to_string());
    }
    let mut counts = vec![0u32; cells];
    for total in totals {
        counts[scale.at(u32::from(*total), 1)] += 1;
    }
    for (at, count) in counts.iter().enumerate() {
        match count {
            0 => {}
            1 => line[at] = '●',
            many => line[at] = char::from_digit((*many).min(9), 10).unwrap_or('9'),
        }
    }
    let at = scale.at(mean.num, mean.den.max(1));
    let mut below: Vec<char> = vec![' '; cells];
    let wide = width(printed) + 2;
    if at + wide <= cells {
        write(&mut below, at, &format!("▲ {printed}"));
    } else {
        write(&mut below, (at + 1).saturating_sub(wide), &format!("{printed} ▲"));
    }
    Strip { bands: stars.iter().collect(), totals: line.iter().collect(), mean: below.iter().collect() }
}

fn next_least(bands: &Bands, star: Star) -> u16 {
    Star::new(star.number() + 1).map_or(u16::MAX, |next| bands.least(next))
}

fn write(row: &mut [char], at: usize, text: &str) {
    for (cell, c) in row.iter_mut().skip(at).zip(text.chars()) {
        *cell = c;
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

/// Draws a strip over three rows of an area.
pub fn draw(page: &mut Page<'_, '_>, area: Rect, row: usize, strip: &Strip) {
    page.put(area, row, &[(Role::Star, &strip.bands)]);
    page.put(area, row + 1, &[(Role::Plain, &strip.totals)]);
    page.put(area, row + 2, &[(Role::Own, &strip.mean)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAW: Bands = Bands { two: 30, three: 50, four: 70, five: 90 };

    fn strip(totals: &[u16]) -> Strip {
        let num = totals.iter().copied().map(u32::from).sum();
        let mean = Mean { num, den: u32::try_from(totals.len()).unwrap() };
        cells(totals, mean, &mean.text(2, &LAW), &LAW, 36)
    }

    #[test]
    fn totals_stand_over_the_bands_they_fall_in() {
        let strip = strip(&[86, 85, 84, 77, 85, 84, 83, 91]);
        assert_eq!(strip.bands, "3★   │4★                 │5★        ");
        assert_eq!(strip.totals, "─────┼──────●─────●22●───┼●─────────");
        assert_eq!(strip.mean.trim(), "▲ 84.38");
        assert_eq!(strip.mean.find('▲'), Some(19));
    }

    #[test]
    fn a_total_on_the_edge_belongs_to_the_higher_band() {
        let strip = strip(&[90, 90, 90]);
        let edge = strip.bands.chars().position(|c| c == '│').unwrap();
        assert_eq!(strip.totals.chars().position(|c| c == '3'), Some(edge));
    }

    #[test]
    fn a_mean_at_the_right_end_writes_its_figure_before_the_arrow() {
        assert!(strip(&[100, 100, 99]).mean.trim_end().ends_with("99.67 ▲"));
        for totals in [&[0u16, 1][..], &[100], &[], &[12, 98]] {
            let strip = strip(totals);
            assert_eq!([&strip.bands, &strip.totals, &strip.mean].map(|row| width(row)), [36; 3]);
        }
    }
}
