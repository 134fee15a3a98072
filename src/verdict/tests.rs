//! Tests of the verdict: a small council to try it on, the published figures, the disputes one by one, and a second,
//! naive reckoning it must agree with. How a product gets to be judged is tested in `session`.

use super::*;
use crate::council::{Cell, DisputeKind, MinimaRule, Value};
use crate::rubric::{Both, Criterion, Group, Level, LevelId, Part};

mod disputed;
mod figures;
mod flipped;
mod naive;
mod outlook;
mod stars;

const LAW: Bands = Bands { two: 30, three: 50, four: 70, five: 90 };

/// A criterion by its levels as the law prints them, asterisks marking the least level of a star: `"1 2*** 3****"`.
fn criterion(code: &str, levels: &str) -> Criterion {
    let level = |printed: &str| {
        let points = printed.trim_end_matches('*');
        let star = u8::try_from(printed.len() - points.len()).unwrap();
        Level {
            points: points.parse().unwrap(),
            text: Both::default(),
            minimum_for: (star > 0).then(|| Star::new(star).unwrap()),
            case: None,
        }
    };
    let levels: Vec<Level> = levels.split(' ').map(level).collect();
    let max = levels.iter().map(|level| level.points).max().unwrap();
    let name = Both::default();
    Criterion { code: Code::new(code), max, name, note: None, needs: None, cases: Vec::new(), levels }
}

fn part(code: &str, criteria: Vec<Criterion>) -> Part {
    let max = criteria.iter().fold(0u16, |sum, criterion| sum.saturating_add(criterion.max));
    let name = Both::default();
    let group = Group { code: Code::new(code), max, name: name.clone(), criteria, groups: Vec::new() };
    Part { code: code.to_owned(), max, name, groups: vec![group] }
}

fn set_of(parts: Vec<Part>) -> ProductSet {
    let words = Both::default();
    ProductSet {
        no: 1,
        name: words.clone(),
        industry: words.clone(),
        group: words.clone(),
        agency: words,
        samples: false,
        parts,
        grounds: Vec::new(),
        unsound: None,
    }
}

const FILLERS: [&str; 4] = ["90", "91", "92", "93"];

/// The named criteria in part A, and in part B four without minima, worth 0 to 25 each, that make up any total.
fn set(criteria: &[(&str, &str)]) -> ProductSet {
    let quarter: Vec<String> = (0..=25).map(|points| points.to_string()).collect();
    let named = criteria.iter().map(|(code, levels)| criterion(code, levels)).collect();
    set_of(vec![part("A", named), part("B", FILLERS.map(|code| criterion(code, &quarter.join(" "))).to_vec())])
}

/// Marks from level letters; `-` is *none met*.
fn marks(chosen: &[(&str, char)]) -> Marks {
    let mut marks = Marks::default();
    for (code, letter) in chosen {
        let value = match letter {
            '-' => Value::NoneMet,
            letter => Value::Level(LevelId::try_from(*letter).unwrap()),
        };
        marks.set(Code::new(code), Cell { value, ..Cell::default() });
    }
    marks
}

fn seat(number: usize) -> SeatId {
    SeatId::new(&format!("m{number}")).unwrap()
}

/// A council around one set: sheets come in from m1, m2, …
struct Panel {
    set: ProductSet,
    rules: Rules,
    bands: Bands,
    sheets: Vec<Marks>,
    rulings: Vec<Ruled>,
}

impl Panel {
    fn on(criteria: &[(&str, &str)]) -> Panel {
        Panel::around(set(criteria))
    }

    fn around(set: ProductSet) -> Panel {
        Panel { set, rules: Rules::default(), bands: LAW, sheets: Vec::new(), rulings: Vec::new() }
    }

    fn under(mut self, minima: MinimaRule) -> Panel {
        self.rules.minima = minima;
        self
    }

    /// A sheet of this total with these points on the named criteria; the fillers make up the rest.
    fn sheet(mut self, total: u16, points: &[(&str, u16)]) -> Panel {
        let mut marks = Marks::default();
        let mut put = |code: &str, points: u16| {
            let code = Code::new(code);
            let value = self.set.criterion(&code).unwrap().worth(points).first().copied().map(Value::Level);
            let value =
                value.unwrap_or_else(|| if points == 0 { Value::NoneMet } else { panic!("no level of {points}") });
            marks.set(code, Cell { value, ..Cell::default() });
        };
        let mut rest = total - points.iter().map(|(_, points)| points).sum::<u16>();
        for (code, points) in points {
            put(code, *points);
        }
        for (at, code) in FILLERS.into_iter().enumerate() {
            let share = rest.div_ceil(u16::try_from(FILLERS.len() - at).unwrap());
            put(code, share);
            rest -= share;
        }
        self.sheets.push(marks);
        self
    }

    fn sheets(self, totals: &[u16]) -> Panel {
        totals.iter().fold(self, |panel, total| panel.sheet(*total, &[]))
    }

    /// Sheets of one total, with these points on one criterion.
    fn marked(self, total: u16, code: &str, points: &[u16]) -> Panel {
        points.iter().fold(self, |panel, points| panel.sheet(total, &[(code, *points)]))
    }

    fn marks(mut self, marks: Marks) -> Panel {
        self.sheets.push(marks);
        self
    }

    fn ruled(mut self, code: &str, star: u8, met: bool) -> Panel {
        let minimum = MinimumId { criterion: Code::new(code), star: Star::new(star).unwrap() };
        self.rulings.push(Ruled { minimum, met });
        self
    }

    fn verdict(&self) -> Verdict {
        let seats: Vec<SeatId> = (1..=self.sheets.len()).map(seat).collect();
        let sheets: Vec<Counted<'_>> =
            seats.iter().zip(&self.sheets).map(|(seat, marks)| Counted { seat, marks }).collect();
        judge(Measure { set: &self.set, bands: &self.bands, rules: &self.rules }, &sheets, &self.rulings)
    }
}

fn stars(numbers: &[u8]) -> Vec<Option<Star>> {
    numbers.iter().map(|number| Star::new(*number)).collect()
}

impl Verdict {
    fn by_name(&self, code: &str, star: u8) -> &MinimumFinding {
        let is = |id: &MinimumId| id.criterion.as_str() == code && id.star.number() == star;
        self.minima.iter().find(|finding| is(&finding.minimum)).unwrap()
    }

    fn of_kind(&self, kind: DisputeKind) -> Vec<&Dispute> {
        self.disputes.iter().filter(|dispute| dispute.key.kind == kind).collect()
    }

    /// Minimum splits in the order listed, `4.1/5`, with `!` where they block.
    fn splits(&self) -> Vec<String> {
        let line = |dispute: &&Dispute| {
            let (code, star) = (dispute.key.criterion.as_ref().unwrap(), dispute.key.star.unwrap().number());
            format!("{code}/{star}{}", if dispute.blocking { "!" } else { "" })
        };
        self.of_kind(DisputeKind::MinimumSplit).iter().map(line).collect()
    }

    fn because(&self) -> Vec<&str> {
        self.because.iter().map(Code::as_str).collect()
    }

    fn without(&self) -> Vec<(&str, Option<u8>)> {
        self.stability.without.iter().map(|out| (out.seats[0].as_str(), out.star.map(Star::number))).collect()
    }
}

impl Dispute {
    fn names(&self) -> Vec<&str> {
        self.seats.iter().map(SeatId::as_str).collect()
    }
}
