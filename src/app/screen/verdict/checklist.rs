//! What has to hold before a product is locked, as a list; and what is still missing for the seal, product by product.

use crate::council::{ProductId, SeatId};
use crate::session::{Phase, Session, SheetState, Waiting};

/// A line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What has to hold.
    pub what: What,
    /// Whether it does.
    pub holds: Holds,
}

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It is asked when locking.
    Asked,
}

/// What has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// No two decisions differ.
    Decided,
    /// The sheets are open.
    Revealed,
    /// Enough sheets count.
    Roll {
        /// Counted.
        sheets: usize,
        /// The least that the rules want.
        needed: usize,
    },
    /// Nobody scores again; who still does.
    Rescoring(Vec<SeatId>),
    /// No raised ground is unanswered; how many are.
    Grounds(usize),
    /// Nothing blocks; how many things do.
    Things(usize),
    /// Whether the file goes to the Ministry.
    Forward,
}

/// The checklist of a product.
pub fn checks(session: &Session, product: &ProductId) -> Vec<Check> {
    let phase = session.phase(product);
    if matches!(phase, Phase::Contested(_)) {
        return vec![check(What::Decided, false)];
    }
    let revealed = phase.reveal().is_some();
    let mut checks = vec![check(What::Revealed, revealed)];
    if !revealed {
        return checks;
    }
    let sheets = session.counted(product).len();
    let needed = usize::from(session.charter().rules.min_sheets);
    let rescoring: Vec<SeatId> = match &phase {
        Phase::Rescoring { asked, .. } => asked.keys().cloned().collect(),
        _ => Vec::new(),
    };
    let grounds = session.open_grounds(product).len();
    let things = session.blockers(product);
    checks.push(check(What::Roll { sheets, needed }, sheets >= needed));
    checks.push(check(What::Rescoring(rescoring.clone()), rescoring.is_empty()));
    checks.push(check(What::Grounds(grounds), grounds == 0));
    checks.push(check(What::Things(things), things == 0));
    if session.asks_forward(product) {
        let holds = if session.forwarded(product).is_some() { Holds::Yes } else { Holds::Asked };
        checks.push(Check { what: What::Forward, holds });
    }
    checks
}

fn check(what: What, holds: bool) -> Check {
    Check { what, holds: if holds { Holds::Yes } else { Holds::No } }
}

/// The products that are neither locked nor closed, or have something open, and what each waits for.
pub fn missing(session: &Session) -> Vec<(usize, ProductId, Vec<Waiting>)> {
    let numbered = session.products().into_iter().enumerate();
    numbered
        .filter(|(_, product)| !session.settled(&product.id))
        .map(|(at, product)| (at + 1, product.id.clone(), session.waiting_for(&product.id)))
        .collect()
}

/// The seats of a re-scoring that have answered.
pub fn answered(session: &Session, product: &ProductId, asked: &[SeatId]) -> Vec<SeatId> {
    asked.iter().filter(|seat| session.progress(seat, product).state == SheetState::Submitted).cloned().collect()
}
