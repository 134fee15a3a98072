//! From mean and minima to the final star and its outcome (QĐ 26/2026, Art. 3.3).

use super::{Mean, Measure, MinimumFinding};
use crate::rubric::{Code, Star};

/// The outcome in the law's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 3★ or 4★: recognised by the province.
    Recognised,
    /// 5★: proposed to the Ministry.
    Proposed,
    /// Under the points of 3★.
    TooFewPoints,
    /// The points of 3★ or more, but a 3★ minimum is not met. Never "2★".
    MinimaMissed,
}

impl Outcome {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Recognised => "recognised",
            Outcome::Proposed => "proposed",
            Outcome::TooFewPoints => "not_recognised_points",
            Outcome::MinimaMissed => "not_recognised_minima",
        }
    }

    /// Whether the product gets (or is proposed for) a certificate.
    pub fn recognised(self) -> bool {
        matches!(self, Outcome::Recognised | Outcome::Proposed)
    }
}

/// The place of an outcome, the worst first: 1★, 2★, none for missed minima, 3★, 4★, 5★. In this order a better mark
/// never makes the outcome worse.
pub fn rank(star: Option<Star>) -> u8 {
    match star {
        None => 2,
        Some(star) if star < Star::THREE => star.number() - 1,
        Some(star) => star.number(),
    }
}

/// The outcome at a place, 5★ beyond the last.
pub(super) fn at_rank(rank: u8) -> Option<Star> {
    match rank {
        2 => None,
        0 | 1 => Star::new(rank + 1),
        _ => Star::new(rank.min(5)),
    }
}

/// The star of a star by points and the lowest star of which a minimum is missed.
pub(super) fn capped(by_points: Star, missed: impl FnOnce() -> Option<Star>) -> Option<Star> {
    if by_points < Star::THREE {
        return Some(by_points);
    }
    match missed() {
        None => Some(by_points),
        Some(star) if star <= Star::THREE => None,
        Some(star) => Star::new(star.number() - 1).map(|below| by_points.min(below)),
    }
}

/// What mean and minima decide.
pub(super) struct Decided {
    pub(super) by_points: Star,
    pub(super) by_minima: Option<Star>,
    pub(super) star: Option<Star>,
    pub(super) outcome: Outcome,
    pub(super) because: Vec<Code>,
}

/// Decides the star.
pub(super) fn decide(measure: Measure<'_>, mean: Mean, minima: &[MinimumFinding]) -> Decided {
    let by_points = measure.bands.star(mean.num, mean.den);
    let missed = |up_to: Star| minima.iter().filter(move |finding| finding.minimum.star <= up_to && !finding.met);
    let by_minima = [Star::FIVE, Star::FOUR, Star::THREE].into_iter().find(|star| missed(*star).next().is_none());
    let (star, outcome) = match by_minima {
        _ if by_points < Star::THREE => (Some(by_points), Outcome::TooFewPoints),
        None => (None, Outcome::MinimaMissed),
        Some(least) => {
            let star = by_points.min(least);
            (Some(star), if star == Star::FIVE { Outcome::Proposed } else { Outcome::Recognised })
        }
    };
    // Named are the minima that stand in the way of the next star up, not those of stars further off.
    let because = if by_points < Star::THREE || star == Some(by_points) {
        Vec::new()
    } else {
        let next = star.map_or(Star::THREE, |star| Star::new(star.number() + 1).unwrap_or(Star::FIVE));
        let in_the_way: Vec<&Code> = missed(next).map(|finding| &finding.minimum.criterion).collect();
        measure.set.criteria().into_iter().map(|c| &c.code).filter(|code| in_the_way.contains(code)).cloned().collect()
    };
    Decided { by_points, by_minima, star, outcome, because }
}
