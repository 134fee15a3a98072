//! One small worked example, judged by the same [`judge`] as every product: what the rules of a session come to. Its
//! sheets are fixed; everything said of them is reckoned when it is asked for.

use super::{Counted, Measure, Verdict, judge};
use crate::council::{Cell, Marks, MinimaRule, Rules, SeatId, Value};
use crate::rubric::{Bands, Both, Code, Criterion, Group, Level, Part, ProductSet, Star};

/// The criterion of the example: its points, and the star each is the least for (QĐ 26/2026, set 1, criterion 4.1).
const LEVELS: [(u16, Option<u8>); 4] = [(1, None), (2, Some(3)), (3, Some(4)), (5, Some(5))];
/// The rest of the sheet: four lines of 0 to 25 points, without minima.
const REST: [&str; 4] = ["r1", "r2", "r3", "r4"];
const MOST: u16 = 25;
/// The bands of the law (QĐ 26/2026, Art. 3.3).
const BANDS: Bands = Bands { two: 30, three: 50, four: 70, five: 90 };

/// The code of the example's criterion.
pub const CRITERION: &str = "4.1";
/// Seven sheets' totals and their points on the criterion: six members give it the most, the seventh does not.
pub const MINIMUM: [(u16, u16); 7] = [(91, 5), (92, 5), (90, 5), (91, 5), (93, 5), (92, 5), (90, 3)];

/// What a rule about minima makes of the seven sheets, other rules being as given.
pub fn minimum(rules: &Rules, minima: MinimaRule) -> Verdict {
    judged(&Rules { minima, ..rules.clone() }, &MINIMUM)
}

/// Three sheets as far apart as the rules' limit: whether that has to be discussed.
pub fn spread(rules: &Rules) -> Verdict {
    judged(rules, &spread_totals(rules).map(|total| (total, LEVELS[0].0)))
}

/// The totals of [`spread`], highest first: 80, 75, 70 where the limit is 10.
pub fn spread_totals(rules: &Rules) -> [u16; 3] {
    let limit = rules.spread_limit.min(80 - LEVELS[0].0);
    [80, 80 - limit / 2, 80 - limit]
}

fn judged(rules: &Rules, sheets: &[(u16, u16)]) -> Verdict {
    let set = set();
    let seats: Vec<SeatId> = (1..=sheets.len()).filter_map(|number| SeatId::new(&format!("m{number}"))).collect();
    let marks: Vec<Marks> = sheets.iter().map(|(total, points)| marks(&set, *total, *points)).collect();
    let counted: Vec<Counted<'_>> = seats.iter().zip(&marks).map(|(seat, marks)| Counted { seat, marks }).collect();
    judge(Measure { set: &set, bands: &BANDS, rules }, &counted, &[])
}

fn marks(set: &ProductSet, total: u16, points: u16) -> Marks {
    let mut marks = Marks::default();
    let mut rest = total.saturating_sub(points);
    for criterion in set.criteria() {
        let share = if criterion.code.as_str() == CRITERION { points } else { rest.min(MOST) };
        if criterion.code.as_str() != CRITERION {
            rest -= share;
        }
        let value = criterion.worth(share).first().copied().map_or(Value::NoneMet, Value::Level);
        marks.set(criterion.code.clone(), Cell { value, ..Cell::default() });
    }
    marks
}

/// A sheet of five lines: the criterion, and the rest.
fn set() -> ProductSet {
    let words = Both::default;
    let level = |(points, star): (u16, Option<u8>)| Level {
        points,
        text: words(),
        minimum_for: star.and_then(Star::new),
        case: None,
    };
    let criterion = |code: &str, levels: Vec<Level>| Criterion {
        code: Code::new(code),
        max: levels.last().map_or(0, |level| level.points),
        name: words(),
        note: None,
        needs: None,
        cases: Vec::new(),
        levels,
    };
    let mut criteria = vec![criterion(CRITERION, LEVELS.map(level).to_vec())];
    criteria.extend(REST.map(|code| criterion(code, (0..=MOST).map(|points| level((points, None))).collect())));
    let max = criteria.iter().map(|criterion| criterion.max).sum();
    let group = Group { code: Code::new("4"), max, name: words(), criteria, groups: Vec::new() };
    ProductSet {
        no: 1,
        name: words(),
        industry: words(),
        group: words(),
        agency: words(),
        samples: false,
        parts: vec![Part { code: "A".to_owned(), max, name: words(), groups: vec![group] }],
        grounds: Vec::new(),
        unsound: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::AtLimit;

    /// Figures published with the example: sum 639 over 7, mean 91.2857…, and the star under each rule.
    #[test]
    fn the_example_comes_out_as_published() {
        let rules = Rules::default();
        for (minima, star) in [(MinimaRule::Mean, 4), (MinimaRule::Majority, 5), (MinimaRule::Every, 4)] {
            let verdict = minimum(&rules, minima);
            assert_eq!((verdict.mean.num, verdict.mean.den), (639, 7));
            assert_eq!(
                verdict.sheets.iter().map(|sheet| sheet.total).collect::<Vec<_>>(),
                [91, 92, 90, 91, 93, 92, 90]
            );
            assert_eq!((verdict.by_points.number(), verdict.star.map(Star::number)), (5, Some(star)), "{minima:?}");
            assert_eq!(verdict.spread, 3);
        }
    }

    #[test]
    fn a_spread_of_exactly_the_limit_follows_the_rule() {
        let rules = Rules::default();
        assert_eq!(spread_totals(&rules), [80, 75, 70]);
        assert_eq!((spread(&rules).spread, spread(&rules).spread_over), (10, false));
        let flagged = Rules { spread_at_limit: AtLimit::Flagged, ..rules };
        assert!(spread(&flagged).spread_over);
        for spread_limit in [1, 7, 79, 400] {
            let rules = Rules { spread_limit, ..flagged.clone() };
            assert_eq!(spread(&rules).spread, spread_limit.min(79));
        }
    }
}
