//! One's own sheet of one product, read from the session: marks, what may be changed and why not, totals so far, minima
//! missing. Nothing of any other seat is read here.

use std::sync::Arc;

use crate::council::{Act, Cell, Content, DeskAct, EntryId, Marks, ProductId, Reason, Scored, SeatId};
use crate::rubric::{Code, Criterion, ProductSet, Star};
use crate::session::{Phase, Refusal, Session, is_asked};

/// One's own sheet of one product.
#[derive(Debug)]
pub struct Sheet<'a> {
    session: &'a Session,
    seat: &'a SeatId,
    product: ProductId,
    set: Arc<ProductSet>,
    marks: Marks,
    stand: Stand,
    torn: Vec<(Code, Vec<Cell>)>,
}

/// Whether the sheet can be changed, and why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Every criterion.
    Open,
    /// Handed in twice, differently: the member marks what is meant and hands in again.
    Torn,
    /// Re-scoring: these criteria (none named: all), and why.
    Asked(Vec<Code>, Option<Reason>),
    /// Handed in; it can be taken back.
    HandedIn,
    /// The member does not score this product; why.
    Recused(String),
    /// Not now; the rule that says so.
    Shut(Refusal),
}

/// Points so far. Unscored criteria add nothing: they are missing, not 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Points.
    pub total: u16,
    /// Criteria with a choice, or not applicable.
    pub scored: usize,
    /// Criteria.
    pub of: usize,
    /// Code, points and maximum of each part.
    pub parts: Vec<(String, u16, u16)>,
    /// The star of these points alone.
    pub star: Star,
    /// The most that the whole sheet can still come to.
    pub could: u16,
}

/// A minimum that this sheet does not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The criterion.
    pub criterion: Code,
    /// The least points.
    pub points: u16,
    /// The points given; none while unscored.
    pub have: Option<u16>,
}

impl<'a> Sheet<'a> {
    /// The sheet of a seat on a product; none where there is no such product.
    pub fn of(session: &'a Session, seat: &'a SeatId, product: &ProductId) -> Option<Sheet<'a>> {
        let scored_by = session.set(product)?;
        let stand = Stand::of(session, seat, product);
        let counted = match &stand {
            Stand::Shut(_) => own_counted(session, seat, product).cloned(),
            _ => None,
        };
        let marks = counted.unwrap_or_else(|| session.own_marks(seat, product));
        let torn = torn(session, seat, product);
        Some(Sheet { session, seat, product: product.clone(), set: scored_by, marks, stand, torn })
    }

    /// The session.
    pub fn session(&self) -> &'a Session {
        self.session
    }

    /// Whose it is.
    pub fn seat(&self) -> &'a SeatId {
        self.seat
    }

    /// The product.
    pub fn product(&self) -> &ProductId {
        &self.product
    }

    /// The set it is scored by.
    pub fn set(&self) -> &ProductSet {
        &self.set
    }

    /// The criteria in the order printed.
    pub fn criteria(&self) -> Vec<&Criterion> {
        self.set.criteria()
    }

    /// The marks.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// What a criterion's cell means.
    pub fn scored(&self, criterion: &Criterion) -> Scored {
        self.marks.scored_on(&self.set, criterion)
    }

    /// Whether it can be changed.
    pub fn stand(&self) -> &Stand {
        &self.stand
    }

    /// Whether anything on it can be changed now.
    pub fn is_open(&self) -> bool {
        self.stand.is_open()
    }

    /// Whether the re-scoring is about this criterion, as the session has it; always, outside one.
    pub fn is_asked(&self, criterion: &Code) -> bool {
        match &self.stand {
            Stand::Asked(codes, _) => is_asked(&self.set, codes, criterion),
            _ => true,
        }
    }

    /// The versions of a criterion's cell that stand side by side; fewer than two where there is nothing to choose.
    pub fn versions(&self, criterion: &Code) -> &[Cell] {
        self.torn.iter().find(|(code, _)| code == criterion).map_or(&[], |(_, cells)| cells)
    }

    /// Criteria with several versions, in the order printed: these hold up handing in.
    pub fn torn(&self) -> Vec<&Code> {
        self.torn.iter().map(|(code, _)| code).collect()
    }

    /// The points of a criterion on the sheet that was opened, during a re-scoring.
    pub fn before(&self, criterion: &Criterion) -> Option<u16> {
        match self.stand {
            Stand::Asked(..) => {
                own_counted(self.session, self.seat, &self.product)?.scored_on(&self.set, criterion).points()
            }
            Stand::HandedIn if matches!(self.session.phase(&self.product), Phase::Rescoring { .. }) => {
                own_counted(self.session, self.seat, &self.product)?.scored_on(&self.set, criterion).points()
            }
            _ => None,
        }
    }

    /// Points so far.
    pub fn sum(&self) -> Sum {
        let criteria = self.criteria();
        let total = self.marks.total(&self.set);
        let missing = criteria.iter().filter(|criterion| self.scored(criterion) == Scored::Unscored);
        let (unscored, still) = missing.fold((0, 0), |(n, most), criterion| (n + 1, most + criterion.max));
        Sum {
            total,
            scored: criteria.len() - unscored,
            of: criteria.len(),
            parts: self
                .set
                .parts
                .iter()
                .map(|part| (part.code.clone(), self.marks.part_total(&self.set, part), part.max))
                .collect(),
            star: self.star(total),
            could: total + still,
        }
    }

    /// The star of so many points alone.
    pub fn star(&self, points: u16) -> Star {
        self.session.charter().rubric.bands.star(u32::from(points), 1)
    }

    /// The lowest star some of whose minima this sheet does not meet, and which. None where every minimum is met.
    pub fn lacks(&self) -> Option<(Star, Vec<Lack>)> {
        let minima = self.set.minima();
        [Star::THREE, Star::FOUR, Star::FIVE].into_iter().find_map(|star| {
            let lacks: Vec<Lack> = self
                .criteria()
                .into_iter()
                .filter_map(|criterion| {
                    let within =
                        minima.iter().filter(|minimum| minimum.criterion == criterion.code && minimum.star <= star);
                    let points = within.map(|minimum| minimum.points).max()?;
                    let have = self.scored(criterion).points();
                    let met = have.is_some_and(|have| have >= points);
                    (!met).then(|| Lack { criterion: criterion.code.clone(), points, have })
                })
                .collect();
            (!lacks.is_empty()).then_some((star, lacks))
        })
    }

    /// Criteria marked unsure, in the order printed.
    pub fn unsure(&self) -> Vec<Code> {
        let codes = self.criteria().into_iter().map(|criterion| criterion.code.clone());
        codes.filter(|code| self.marks.cell(code).unsure).collect()
    }

    /// Own points on a criterion for other products of the same set: the product's number and the points.
    pub fn elsewhere(&self, criterion: &Code) -> Vec<(usize, u16)> {
        let products = self.session.products();
        let others = products.iter().enumerate().filter(|(_, other)| {
            other.id != self.product && other.set == self.set.no && self.session.recused(self.seat, &other.id).is_none()
        });
        others
            .filter_map(|(at, other)| {
                let set = self.session.set(&other.id)?;
                let criterion = set.criterion(criterion)?;
                let scored = self.session.own_marks(self.seat, &other.id).scored_on(&set, criterion);
                match scored {
                    Scored::NoneMet | Scored::Level(..) => Some((at + 1, scored.points()?)),
                    Scored::Unscored | Scored::NotApplicable => None,
                }
            })
            .collect()
    }

    /// Own grounds raised on the product and not answered: entry, id of the set's ground, words.
    pub fn raised(&self) -> Vec<(EntryId, &'a str, &'a str)> {
        let open = self.session.open_grounds(&self.product).into_iter();
        open.filter(|(seat, ..)| seat == self.seat).map(|(_, id, ground, words)| (id, ground, words)).collect()
    }
}

impl Stand {
    /// How a seat's sheet of a product stands.
    pub fn of(session: &Session, seat: &SeatId, product: &ProductId) -> Stand {
        match session.may_mark(seat, product, None) {
            Ok(()) => match session.phase(product) {
                Phase::Rescoring { asked, .. } => {
                    let (ask, codes) = match asked.get(seat) {
                        Some((ask, codes)) => (Some(*ask), codes.clone()),
                        None => (None, Vec::new()),
                    };
                    Stand::Asked(codes, ask.and_then(|ask| reason_of(session, ask)))
                }
                _ if !session.own_versions(seat, product).is_empty() => Stand::Torn,
                _ => Stand::Open,
            },
            Err(Refusal::HandedIn) => Stand::HandedIn,
            Err(Refusal::IsRecused(_)) => Stand::Recused(session.recused(seat, product).unwrap_or_default().to_owned()),
            Err(refusal) => Stand::Shut(refusal),
        }
    }
}

fn reason_of(session: &Session, ask: EntryId) -> Option<Reason> {
    let Content::Known(act) = &session.entry(ask)?.0.content else { return None };
    match &**act {
        Act::Desk(_, DeskAct::Rescore { reason, .. }) => Some(reason.clone()),
        _ => None,
    }
}

fn own_counted<'s>(session: &'s Session, seat: &SeatId, product: &ProductId) -> Option<&'s Marks> {
    session.counted(product).into_iter().find(|(other, _)| other == seat).map(|(_, marks)| marks)
}

/// Cells between which the seat has to choose, each version once.
fn torn(session: &Session, seat: &SeatId, product: &ProductId) -> Vec<(Code, Vec<Cell>)> {
    let mut torn = session.own_conflicts(seat, product);
    for (_, cells) in &mut torn {
        cells.sort_unstable();
        cells.dedup();
    }
    torn.sort_by(|(a, _), (b, _)| a.cmp(b));
    torn
}
