//! Why this star: everything that made a product's result, as a list of typed statements – the answer first, then the
//! sheets, the minima, how safe it is, and the course from the first mark to the lock. No words: `i18n::why` makes a
//! sentence of each. Of a blind product it says that it is blind, and nothing else (invariant 7).

mod course;

pub use course::{Event, Lateness, What};

use super::{Phase, Session};
use crate::council::{ClosedAs, Left, MinimaRule, ProductId, Reason, SeatId};
use crate::rubric::{Code, Star};
use crate::verdict::{
    Decider, Interval, Mean, MinimumFinding, Outcome, PAIRS_FROM, Stability, Verdict, Without, alike,
};

/// A chapter of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// The answer.
    Result,
    /// Totals, mean, spread, who has no sheet.
    Sheets,
    /// The minima that mattered.
    Minima,
    /// What it hangs on.
    Safety,
    /// What happened, in reading order.
    Course,
}

impl Chapter {
    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Chapter::Result => "result",
            Chapter::Sheets => "sheets",
            Chapter::Minima => "minima",
            Chapter::Safety => "safety",
            Chapter::Course => "course",
        }
    }
}

/// Whether a result can still change by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firmness {
    /// The sheets are open; nothing is locked.
    Open,
    /// Named seats look again; these are the figures of the last reveal.
    LookedAtAgain,
    /// Locked.
    Locked,
}

/// One thing that the page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// The product is blind: nothing more is told.
    Blind,
    /// So many different decisions stand side by side: there is no star.
    Contested(usize),
    /// Ended without a star.
    Closed {
        /// How.
        how: ClosedAs,
        /// On what ground: an id of the set's, or words.
        ground: String,
    },
    /// The outcome.
    Outcome {
        /// In the law's words.
        outcome: Outcome,
        /// The final star.
        star: Option<Star>,
        /// Whether it is locked.
        firmness: Firmness,
    },
    /// The sum of the counted totals, and the mean.
    Mean {
        /// Each sheet's total, in the order of the sheets.
        totals: Vec<(SeatId, u16)>,
        /// The exact mean.
        mean: Mean,
    },
    /// The band that the mean falls in.
    Band {
        /// The star by points.
        star: Star,
        /// From so many points.
        least: u16,
        /// To under so many; none for the highest band.
        under: Option<u16>,
    },
    /// The final star is lower than the one by points: these criteria's minima are missing.
    HeldBy {
        /// The star by points.
        by_points: Star,
        /// The final star.
        star: Option<Star>,
        /// The criteria.
        because: Vec<Code>,
    },
    /// How far the totals are apart.
    Spread {
        /// Largest total less smallest.
        spread: u16,
        /// The rules' limit.
        limit: u16,
        /// Whether it is over the limit.
        over: bool,
    },
    /// A scoring seat has no sheet in it.
    LeftOut {
        /// Who.
        seat: SeatId,
        /// Why.
        why: Left,
        /// The member's own reason, where one was given.
        reason: String,
    },
    /// How minima are judged in this session.
    Rule(MinimaRule),
    /// Every counted sheet meets every minimum of a star.
    AllMeet {
        /// The star.
        star: Star,
        /// How many minima.
        count: usize,
    },
    /// A minimum that the sheets do not all meet.
    Minimum {
        /// How they stand to it, what the rule finds, whether a ruling decided.
        found: MinimumFinding,
        /// Points of its criterion over all counted sheets: what the mean rule compares.
        sum: u32,
        /// The reason of the ruling on it, where one was made.
        ruled_because: Option<Reason>,
    },
    /// What everything still open could lead to together, of a product that is not locked.
    StillOpen(Interval),
    /// No sheet decides the star alone.
    Stable {
        /// Nor does any pair; where there are too few sheets to ask, not tried.
        pairs: bool,
    },
    /// Without any one of these sheets the star would be another, for the same reason.
    Without {
        /// The sheets.
        seats: Vec<SeatId>,
        /// The star without one of them.
        star: Option<Star>,
        /// What decides it.
        by: Vec<Decider>,
    },
    /// Without both sheets of any of these pairs the star would be another.
    WithoutTwo(Vec<Without>),
    /// Something happened.
    Event(Event),
}

impl Statement {
    /// Its chapter.
    pub fn chapter(&self) -> Chapter {
        match self {
            Statement::Blind
            | Statement::Contested(_)
            | Statement::Closed { .. }
            | Statement::Outcome { .. }
            | Statement::Band { .. }
            | Statement::HeldBy { .. } => Chapter::Result,
            Statement::Mean { .. } | Statement::Spread { .. } | Statement::LeftOut { .. } => Chapter::Sheets,
            Statement::Rule(_) | Statement::AllMeet { .. } | Statement::Minimum { .. } => Chapter::Minima,
            Statement::StillOpen(_)
            | Statement::Stable { .. }
            | Statement::Without { .. }
            | Statement::WithoutTwo(_) => Chapter::Safety,
            Statement::Event(_) => Chapter::Course,
        }
    }

    /// Its name in JSON.
    pub fn key(&self) -> &'static str {
        match self {
            Statement::Blind => "blind",
            Statement::Contested(_) => "contested",
            Statement::Closed { .. } => "closed",
            Statement::Outcome { .. } => "outcome",
            Statement::Mean { .. } => "mean",
            Statement::Band { .. } => "band",
            Statement::HeldBy { .. } => "held_by",
            Statement::Spread { .. } => "spread",
            Statement::LeftOut { .. } => "left_out",
            Statement::Rule(_) => "rule",
            Statement::AllMeet { .. } => "all_meet",
            Statement::Minimum { .. } => "minimum",
            Statement::StillOpen(_) => "still_open",
            Statement::Stable { .. } => "stable",
            Statement::Without { .. } => "without",
            Statement::WithoutTwo(_) => "without_two",
            Statement::Event(event) => event.what.key(),
        }
    }
}

impl Session {
    /// Why a product has the star it has, or none: the whole page. Chapters follow each other in their order.
    pub fn why(&self, product: &ProductId) -> Vec<Statement> {
        let phase = self.phase(product);
        let mut told = match &phase {
            Phase::Blind { .. } => return vec![Statement::Blind],
            Phase::Contested(heads) => vec![Statement::Contested(heads.len())],
            Phase::Closed { how, .. } => {
                let ground = self.closing(product).map(|(_, ground)| ground.to_owned()).unwrap_or_default();
                vec![Statement::Closed { how: *how, ground }]
            }
            Phase::Revealed { .. } => self.figures(product, Firmness::Open),
            Phase::Rescoring { .. } => self.figures(product, Firmness::LookedAtAgain),
            Phase::Locked { .. } => self.figures(product, Firmness::Locked),
        };
        told.extend(course::events(self, product).into_iter().map(Statement::Event));
        told.sort_by_key(Statement::chapter);
        told
    }

    /// Everything that the figures say.
    fn figures(&self, product: &ProductId, firmness: Firmness) -> Vec<Statement> {
        let Some(verdict) = self.verdict(product) else { return Vec::new() };
        let verdict = &*verdict;
        let (rules, bands) = (&self.charter.rules, &self.charter.rubric.bands);
        let (star, by_points) = (verdict.star, verdict.by_points);
        let under = Star::new(by_points.number() + 1).map(|next| bands.least(next));
        let totals = verdict.sheets.iter().map(|sheet| (sheet.seat.clone(), sheet.total)).collect();
        let mut told = vec![
            Statement::Outcome { outcome: verdict.outcome, star, firmness },
            Statement::Band { star: by_points, least: bands.least(by_points), under },
        ];
        if !verdict.because.is_empty() {
            told.push(Statement::HeldBy { by_points, star, because: verdict.because.clone() });
        }
        told.push(Statement::Mean { totals, mean: verdict.mean });
        let (spread, over) = (verdict.spread, verdict.spread_over);
        told.push(Statement::Spread { spread, limit: rules.widest_spread(), over });
        told.extend(self.left_out(product).into_iter().map(|(seat, why)| {
            let own = if why == Left::Recused { self.recused(&seat, product).unwrap_or_default() } else { "" };
            Statement::LeftOut { reason: own.to_owned(), seat, why }
        }));
        told.extend(self.minima_that_mattered(product, verdict));
        let open = self.open_outcomes(product).filter(|_| firmness != Firmness::Locked);
        told.extend(open.map(Statement::StillOpen));
        told.extend(safety(verdict));
        told
    }

    /// The minima of the stars within reach by points: in one line for each star those that every sheet meets, the
    /// others one by one. Where no star with minima is within reach, none.
    fn minima_that_mattered(&self, product: &ProductId, verdict: &Verdict) -> Vec<Statement> {
        let within: Vec<&MinimumFinding> =
            verdict.minima.iter().filter(|found| found.minimum.star <= verdict.by_points).collect();
        if within.is_empty() {
            return Vec::new();
        }
        let rulings = self.rulings_named(product);
        let mut told = vec![Statement::Rule(self.charter.rules.minima)];
        for star in [Star::THREE, Star::FOUR, Star::FIVE] {
            let of_star = within.iter().filter(|found| found.minimum.star == star);
            let (all, some): (Vec<&MinimumFinding>, Vec<&MinimumFinding>) =
                of_star.copied().partition(|found| found.met_by == found.of && !found.ruled);
            if !all.is_empty() {
                told.push(Statement::AllMeet { star, count: all.len() });
            }
            told.extend(some.into_iter().map(|found| {
                let ruling = rulings.iter().find(|(minimum, _)| *minimum == found.minimum);
                Statement::Minimum {
                    found: found.clone(),
                    sum: self.points_on(product, &found.minimum.criterion),
                    ruled_because: ruling.map(|(_, reason)| reason.clone()),
                }
            }));
        }
        told
    }

    /// Points of one criterion over all counted sheets.
    fn points_on(&self, product: &ProductId, criterion: &Code) -> u32 {
        let Some(set) = self.set(product) else { return 0 };
        let counted = self.counted(product);
        counted.iter().map(|(_, marks)| u32::from(marks.scored(&set, criterion).points().unwrap_or(0))).sum()
    }
}

/// Which sheets the star hangs on: one statement for each star it would be and what decides that, else that it is stable.
fn safety(verdict: &Verdict) -> Vec<Statement> {
    let Stability { without, pairs } = &verdict.stability;
    let mut told: Vec<Statement> = alike(without)
        .into_iter()
        .map(|(star, by, seats)| Statement::Without { seats, star, by: by.to_vec() })
        .collect();
    if !pairs.is_empty() {
        told.push(Statement::WithoutTwo(pairs.clone()));
    }
    if told.is_empty() && verdict.mean.den > 1 {
        told.push(Statement::Stable { pairs: verdict.sheets.len() >= PAIRS_FROM });
    }
    told
}
