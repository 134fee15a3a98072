//! How an invented council scores: each product has levels it deserves; members mostly see them, now and then one
//! step off, and one product in five meets a severe member. Acts go the way of all acts, through `admit`.

use super::dice::Dice;
use crate::cli::context::Context;
use crate::cli::opened::{Opened, Recording};
use crate::cli::stop::Done;
use crate::council::{
    Author, Cell, DisputeKind, Forward, MinimumId, Product, ProductId, Reason, ReasonKind, Scored, SeatId, Value,
};
use crate::rubric::{Code, Criterion, LevelId, ProductSet};
use crate::session::ThingState;

/// How far a sheet is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    /// So many criteria.
    Criteria(usize),
    /// Handed in.
    HandedIn,
}

/// Every sheet scored and handed in.
pub(super) fn score_all(context: &Context<'_>, opened: &mut Opened, dice: &mut Dice) -> Done {
    score(context, opened, dice, |_, _, _| Until::HandedIn)
}

/// The first third handed in, the second begun, the rest untouched.
pub(super) fn begin(context: &Context<'_>, opened: &mut Opened, dice: &mut Dice) -> Done {
    score(context, opened, dice, |at, of, dice| match 3 * at / of.max(1) {
        0 => Until::HandedIn,
        1 => Until::Criteria(dice.below(25)),
        _ => Until::Criteria(0),
    })
}

fn score(
    context: &Context<'_>,
    opened: &mut Opened,
    dice: &mut Dice,
    until: impl Fn(usize, usize, &mut Dice) -> Until,
) -> Done {
    let seats = opened.session.scoring_seats();
    let products = opened.session.products();
    let deserved: Vec<Deserved> =
        products.iter().map(|product| Deserved::of(opened, product, seats.len(), dice)).collect();
    for (number, seat) in seats.iter().enumerate() {
        opened.record(context, &Author::Seat(seat.clone()), |recording| {
            for (at, deserved) in deserved.iter().enumerate() {
                let until = until(at, products.len(), dice);
                deserved.mark(recording, seat, number, until, dice)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// What a product deserves, criterion by criterion.
struct Deserved {
    product: ProductId,
    levels: Vec<(Code, Vec<LevelId>, usize)>,
    /// The seat that judges it hard, by its number; beyond the seats: none.
    severe: usize,
}

impl Deserved {
    fn of(opened: &Opened, product: &Product, seats: usize, dice: &mut Dice) -> Deserved {
        let set = opened.session.set(&product.id);
        let quality = [94, 82, 72, 60, 45][dice.below(5)];
        let severe = if dice.percent(20) { dice.below(seats) } else { usize::MAX };
        let criteria = set.as_deref().map(ProductSet::criteria).unwrap_or_default();
        let levels = criteria
            .into_iter()
            .map(|criterion| {
                let ladder = ladder(criterion, dice);
                let mut step = ladder.len().saturating_sub(1);
                while step > 0 && !dice.percent(quality) {
                    step -= 1;
                }
                (criterion.code.clone(), ladder, step)
            })
            .collect();
        Deserved { product: product.id.clone(), levels, severe }
    }

    /// One seat's sheet, as far as it is taken.
    fn mark(&self, recording: &mut Recording<'_>, seat: &SeatId, number: usize, until: Until, dice: &mut Dice) -> Done {
        let criteria = match until {
            Until::Criteria(some) => some,
            Until::HandedIn => self.levels.len(),
        };
        for (code, ladder, step) in self.levels.iter().take(criteria) {
            let step = match number == self.severe {
                true if dice.percent(40) => step.saturating_sub(1),
                _ if dice.percent(4) => step.saturating_sub(1),
                _ if dice.percent(3) => (step + 1).min(ladder.len().saturating_sub(1)),
                _ => *step,
            };
            let Some(level) = ladder.get(step) else { continue };
            let own_marks = recording.session.own_marks(seat, &self.product);
            let criteria = recording.session.set(&self.product);
            if criteria.is_some_and(|criteria| own_marks.scored(&criteria, code) == Scored::NotApplicable) {
                continue;
            }
            let cell = Cell { value: Value::Level(*level), ..Cell::default() };
            let act = recording.session.mark(&self.product, code, cell);
            recording.seat(act)?;
        }
        if until == Until::HandedIn {
            let act = recording.session.submit(seat, &self.product);
            recording.seat(act)?;
        }
        Ok(())
    }
}

/// The levels of a criterion from least to most; of alternative cases, one.
fn ladder(criterion: &Criterion, dice: &mut Dice) -> Vec<LevelId> {
    let case = (!criterion.cases.is_empty()).then(|| u8::try_from(dice.below(criterion.cases.len())).unwrap_or(0));
    let mut levels: Vec<(u16, LevelId)> = (0..)
        .map_while(LevelId::at)
        .zip(&criterion.levels)
        .filter(|(_, level)| level.case == case)
        .map(|(id, level)| (level.points, id))
        .collect();
    levels.sort_unstable();
    levels.into_iter().map(|(_, id)| id).collect()
}

/// Opens, settles and locks every product: minima as the rule finds them, everything else let stand.
pub(super) fn lock_all(context: &Context<'_>, opened: &mut Opened) -> Done {
    let products: Vec<ProductId> = opened.session.products().into_iter().map(|product| product.id).collect();
    opened.of_desk(context, None, |recording| {
        for product in &products {
            let reveal = recording.session.reveal(product, &[])?;
            recording.desk(reveal)?;
            settle(recording, product)?;
            let forward = recording.session.asks_forward(product).then_some(Forward::Yes);
            let lock = recording.session.lock(product, forward)?;
            recording.desk(lock)?;
        }
        Ok(())
    })
}

fn settle(recording: &mut Recording<'_>, product: &ProductId) -> Done {
    let blocking = |recording: &Recording<'_>| {
        let things = recording.session.things(product);
        things.into_iter().find(|thing| thing.blocking && thing.state == ThingState::Open).map(|thing| thing.key)
    };
    // A ruling may raise or lower what another minimum decides: ask anew after each.
    while let Some(key) = blocking(recording) {
        let reason = Reason { kind: ReasonKind::Difference, words: String::new() };
        let act = match (key.kind, &key.criterion, key.star) {
            (DisputeKind::MinimumSplit, Some(criterion), Some(star)) => {
                let minimum = MinimumId { criterion: criterion.clone(), star };
                let verdict = recording.session.verdict(product);
                let found = verdict.as_deref().map_or(&[][..], |verdict| &verdict.minima);
                let met = found.iter().any(|finding| finding.minimum == minimum && finding.met);
                recording.session.rule(product, minimum, met, reason)?
            }
            _ => recording.session.accept(product, key, reason)?,
        };
        recording.desk(act)?;
    }
    Ok(())
}
