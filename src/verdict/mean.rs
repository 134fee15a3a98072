//! The mean of totals as an exact fraction, and its printed form. No float.

use super::SheetTotal;
use crate::rubric::Bands;

/// A mean: the sum of the counted totals over their number, not reduced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mean {
    /// Sum, in points.
    pub num: u32,
    /// Number of sheets.
    pub den: u32,
}

impl Mean {
    /// The mean of some totals.
    pub fn of(sheets: &[SheetTotal]) -> Mean {
        Mean {
            num: sheets.iter().map(|sheet| u32::from(sheet.total)).fold(0, u32::saturating_add),
            den: u32::try_from(sheets.len()).unwrap_or(u32::MAX),
        }
    }

    /// Printed with a point, rounded half up at `decimals`, with more digits where rounding would show the next
    /// star: 89.996 stays `89.996`, never `90.00`. Empty when nothing is counted.
    pub fn text(self, decimals: u8, bands: &Bands) -> String {
        if self.den == 0 {
            return String::new();
        }
        let star = bands.star(self.num, self.den);
        let (num, den) = (u64::from(self.num), u64::from(self.den));
        let printed = |digits: u8| {
            let scale = 10u64.pow(u32::from(digits));
            let scaled = (num * scale * 2 + den) / (den * 2);
            (scaled, scale)
        };
        let digits = (decimals..=9)
            .find(|digits| {
                let (scaled, scale) = printed(*digits);
                crate::rubric::Star::ALL
                    .into_iter()
                    .filter(|other| *other > star)
                    .all(|other| scaled < u64::from(bands.least(other)) * scale)
            })
            .unwrap_or(9);
        let (scaled, scale) = printed(digits);
        if digits == 0 {
            return scaled.to_string();
        }
        format!("{}.{:0width$}", scaled / scale, scaled % scale, width = usize::from(digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAW: Bands = Bands { two: 30, three: 50, four: 70, five: 90 };

    fn text(num: u32, den: u32) -> String {
        Mean { num, den }.text(2, &LAW)
    }

    #[test]
    fn a_mean_prints_two_decimals_rounded_half_up() {
        assert_eq!(text(639, 7), "91.29");
        assert_eq!(text(809, 9), "89.89");
        assert_eq!(text(350, 5), "70.00");
        assert_eq!(text(641, 8), "80.13");
        assert_eq!(text(0, 0), "");
    }

    #[test]
    fn rounding_never_shows_the_next_star() {
        assert_eq!(text(22499, 250), "89.996");
        assert_eq!(Mean { num: 349, den: 5 }.text(0, &LAW), "69.8");
        assert_eq!(Mean { num: 350, den: 5 }.text(0, &LAW), "70");
    }
}
