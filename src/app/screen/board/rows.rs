//! The lines of the Board: which products, in which order. Nothing here reads a figure of a blind product.

use crate::council::ProductId;
use crate::i18n::number::{finds, fold};
use crate::rubric::Star;
use crate::session::{Phase, Session, Waiting};
use crate::verdict::Mean;

/// A product as a line of the Board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the order of presentation, from 1.
    pub no: usize,
    /// Its id.
    pub id: ProductId,
    /// Its name.
    pub name: String,
    /// Its product set.
    pub set: u8,
    /// Its phase.
    pub phase: Phase,
    /// What it waits for.
    pub waiting: Vec<Waiting>,
    /// Where it stands in the desk's work.
    pub stage: Stage,
    /// Mean, spread and star of the last reveal; none while blind, closed or contested.
    pub figures: Option<Figures>,
    /// Things that block.
    pub open: usize,
}

/// The figures of a product whose sheets are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The exact mean.
    pub mean: Mean,
    /// Largest total less smallest.
    pub spread: u16,
    /// Whether that is over the limit.
    pub over: bool,
    /// The final star.
    pub star: Option<Star>,
}

/// Where a product stands in the desk's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Sheets are still being scored.
    Waiting,
    /// The desk has something to settle.
    ToDiscuss,
    /// The sheets can be opened.
    ReadyToReveal,
    /// The result can be locked.
    ReadyToLock,
    /// Locked or closed, nothing open.
    Done,
}

/// Which products show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those at one stage.
    At(Stage),
}

impl Filter {
    /// All filters, in the order of the key.
    pub const ALL: [Filter; 6] = [
        Filter::All,
        Filter::At(Stage::Waiting),
        Filter::At(Stage::ToDiscuss),
        Filter::At(Stage::ReadyToReveal),
        Filter::At(Stage::ReadyToLock),
        Filter::At(Stage::Done),
    ];

    /// So many filters on, round and round.
    #[must_use]
    pub fn step(self, by: usize) -> Filter {
        let at = Filter::ALL.iter().position(|filter| *filter == self).unwrap_or(0);
        Filter::ALL[(at + by) % Filter::ALL.len()]
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Of presentation.
    #[default]
    Number,
    /// By name.
    Name,
    /// Highest star first; products without figures after, by number.
    Star,
    /// Most open things first; blind products after, by number.
    Open,
}

impl Sort {
    /// The next order, round and round.
    #[must_use]
    pub fn next(self) -> Sort {
        match self {
            Sort::Number => Sort::Name,
            Sort::Name => Sort::Star,
            Sort::Star => Sort::Open,
            Sort::Open => Sort::Number,
        }
    }
}

/// Every product as a line, in the order of presentation.
pub fn all(session: &Session) -> Vec<Row> {
    session.products().into_iter().enumerate().map(|(at, product)| row(session, at + 1, product)).collect()
}

fn row(session: &Session, no: usize, product: crate::council::Product) -> Row {
    let phase = session.phase(&product.id);
    let waiting = session.waiting_for(&product.id);
    let figures = session.verdict(&product.id).map(|verdict| Figures {
        mean: verdict.mean,
        spread: verdict.spread,
        over: verdict.spread_over,
        star: verdict.star,
    });
    let open = session.blockers(&product.id);
    let stage = stage(&phase, &waiting, open);
    Row { no, name: product.name, set: product.set, id: product.id, phase, waiting, stage, figures, open }
}

fn stage(phase: &Phase, waiting: &[Waiting], open: usize) -> Stage {
    let ground = waiting.iter().any(|waiting| matches!(waiting, Waiting::Ground { .. }));
    match phase {
        _ if ground => Stage::ToDiscuss,
        Phase::Blind { .. } | Phase::Rescoring { .. } if waiting == [Waiting::Reveal] => Stage::ReadyToReveal,
        Phase::Blind { .. } | Phase::Rescoring { .. } => Stage::Waiting,
        Phase::Revealed { .. } if open == 0 => Stage::ReadyToLock,
        Phase::Locked { .. } | Phase::Closed { .. } if waiting.is_empty() => Stage::Done,
        Phase::Revealed { .. } | Phase::Locked { .. } | Phase::Closed { .. } | Phase::Contested(_) => Stage::ToDiscuss,
    }
}

/// The lines that show, in order. A search of digits alone means the number.
pub fn shown(rows: &[Row], filter: Filter, sort: Sort, search: &str) -> Vec<Row> {
    let search = search.trim();
    let by_number = !search.is_empty() && search.bytes().all(|byte| byte.is_ascii_digit());
    let mut shown: Vec<Row> = rows
        .iter()
        .filter(|row| filter == Filter::All || filter == Filter::At(row.stage))
        .filter(|row| if by_number { row.no.to_string().starts_with(search) } else { finds(search, &row.name) })
        .cloned()
        .collect();
    match sort {
        Sort::Number => {}
        Sort::Name => shown.sort_by_cached_key(|row| fold(&row.name)),
        Sort::Star => shown.sort_by(by_star),
        Sort::Open => shown.sort_by_key(open_order),
    }
    shown
}

/// Most open things first; without figures by number alone, whatever is open.
fn open_order(row: &Row) -> (bool, std::cmp::Reverse<usize>, usize) {
    let open = if row.figures.is_some() { row.open } else { 0 };
    (row.figures.is_none(), std::cmp::Reverse(open), row.no)
}

/// Figures first, the higher star and the higher exact mean before; without figures by number alone.
fn by_star(a: &Row, b: &Row) -> std::cmp::Ordering {
    match (a.figures, b.figures) {
        (Some(x), Some(y)) => y
            .star
            .cmp(&x.star)
            .then_with(|| {
                let exact = |of: Mean, other: Mean| u64::from(of.num) * u64::from(other.den);
                exact(y.mean, x.mean).cmp(&exact(x.mean, y.mean))
            })
            .then(a.no.cmp(&b.no)),
        (x, y) => x.is_none().cmp(&y.is_none()).then(a.no.cmp(&b.no)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(no: usize, name: &str, figures: Option<(u32, Star)>, open: usize) -> Row {
        Row {
            no,
            id: ProductId::new(&format!("p{no}")).unwrap(),
            name: name.into(),
            set: 9,
            phase: Phase::Blind { basis: None },
            waiting: Vec::new(),
            stage: if figures.is_some() { Stage::ReadyToLock } else { Stage::Waiting },
            figures: figures.map(|(sum, star)| Figures {
                mean: Mean { num: sum, den: 1 },
                spread: 0,
                over: false,
                star: Some(star),
            }),
            open,
        }
    }

    fn numbers(rows: &[Row]) -> Vec<usize> {
        rows.iter().map(|row| row.no).collect()
    }

    #[test]
    fn an_order_by_figures_leaves_blind_products_after_by_number() {
        // Open counts of blind products are set here to show that even they would decide nothing.
        let rows = [
            row(1, "Mật ong", None, 0),
            row(2, "Trà", Some((75, Star::FOUR)), 2),
            row(3, "Cà phê", None, 7),
            row(4, "Nước mắm", Some((95, Star::FIVE)), 0),
            row(5, "Bưởi", None, 3),
        ];
        assert_eq!(numbers(&shown(&rows, Filter::All, Sort::Star, "")), [4, 2, 1, 3, 5]);
        assert_eq!(numbers(&shown(&rows, Filter::All, Sort::Open, "")), [2, 4, 1, 3, 5]);
    }

    #[test]
    fn products_are_found_without_marks_and_by_number() {
        let rows = [row(1, "Mật ong", None, 0), row(12, "Nước mắm", None, 0), row(21, "Trà", None, 0)];
        assert_eq!(numbers(&shown(&rows, Filter::All, Sort::Number, "mat ong")), [1]);
        assert_eq!(numbers(&shown(&rows, Filter::All, Sort::Number, "1")), [1, 12]);
        assert_eq!(numbers(&shown(&rows, Filter::At(Stage::Done), Sort::Number, "")), Vec::<usize>::new());
        assert_eq!(Filter::At(Stage::Done).step(1), Filter::All);
    }
}
