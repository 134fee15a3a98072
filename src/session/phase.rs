//! The phase of a product and the table of what may follow what. One page; both gates read it.

use std::collections::{BTreeMap, BTreeSet};

use super::refusal::{PhaseName, Refusal};
use crate::council::{Back, ClosedAs, DeskAct, EntryId, ProductId, SeatId};
use crate::rubric::Code;

/// Where one product stands. Values are equal when the decisions behind them are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Members score; nobody sees another's marks or any aggregate.
    Blind {
        /// The entry that set the product's set; none for the charter's.
        basis: Option<EntryId>,
    },
    /// The sheets named by the reveal are open and frozen.
    Revealed {
        /// The reveal.
        reveal: EntryId,
        /// Its number, from 1.
        round: u16,
    },
    /// Named seats look again; figures are those of the reveal.
    Rescoring {
        /// The reveal.
        reveal: EntryId,
        /// Its number, from 1.
        round: u16,
        /// Who was asked, by which entry, about which criteria (none: all).
        asked: BTreeMap<SeatId, (EntryId, Vec<Code>)>,
    },
    /// The result stands.
    Locked {
        /// The lock.
        lock: EntryId,
        /// The reveal it rests on.
        reveal: EntryId,
    },
    /// Ended without a star.
    Closed {
        /// The close.
        close: EntryId,
        /// How.
        how: ClosedAs,
    },
    /// Different decisions stand side by side; the desk settles it.
    Contested(Vec<EntryId>),
}

impl Phase {
    /// Its name.
    pub fn name(&self) -> PhaseName {
        match self {
            Phase::Blind { .. } => PhaseName::Blind,
            Phase::Revealed { .. } => PhaseName::Revealed,
            Phase::Rescoring { .. } => PhaseName::Rescoring,
            Phase::Locked { .. } => PhaseName::Locked,
            Phase::Closed { .. } => PhaseName::Closed,
            Phase::Contested(_) => PhaseName::Contested,
        }
    }

    /// The criteria a seat is asked to look at again (none: all), if it is asked.
    pub fn asked_about(&self, seat: &SeatId) -> Option<&[Code]> {
        match self {
            Phase::Rescoring { asked, .. } => asked.get(seat).map(|(_, codes)| codes.as_slice()),
            _ => None,
        }
    }

    /// The reveal whose figures are shown, if one.
    pub fn reveal(&self) -> Option<EntryId> {
        match self {
            Phase::Revealed { reveal, .. } | Phase::Rescoring { reveal, .. } | Phase::Locked { reveal, .. } => {
                Some(*reveal)
            }
            Phase::Blind { .. } | Phase::Closed { .. } | Phase::Contested(_) => None,
        }
    }
}

/// The product a phase act is about; none for other acts.
pub(super) fn product_of(act: &DeskAct) -> Option<&ProductId> {
    match act {
        DeskAct::AddProduct { product, .. } => Some(&product.id),
        DeskAct::ChangeSet { product, .. }
        | DeskAct::Reveal { product, .. }
        | DeskAct::Rescore { product, .. }
        | DeskAct::RescoreWithdraw { product, .. }
        | DeskAct::Lock { product, .. }
        | DeskAct::Close { product, .. }
        | DeskAct::Reopen { product, .. } => Some(product),
        _ => None,
    }
}

/// The table: the phase a phase act leads to from the one it replaces. `before` is [`Phase::Contested`] where an act
/// replaces several that differ, and settles them. `phase_by` is the phase that a named entry had led to.
pub(super) fn follow<'a>(
    act: &DeskAct,
    this: EntryId,
    before: &Phase,
    phase_by: impl Fn(EntryId) -> Option<&'a Phase>,
) -> Result<Phase, Refusal> {
    use Phase::{Blind, Closed, Contested, Locked, Rescoring, Revealed};
    let no = || match product_of(act) {
        Some(product) => Err(Refusal::WrongPhase(product.clone(), before.name())),
        None => Err(Refusal::BadValue("act")),
    };
    let any = |heads: &[EntryId], is: fn(&Phase) -> bool| heads.iter().filter_map(|id| phase_by(*id)).any(is);
    match act {
        DeskAct::AddProduct { .. } => match before {
            Blind { basis: None } => Ok(Blind { basis: Some(this) }),
            _ => no(),
        },
        DeskAct::ChangeSet { .. } => match before {
            Blind { .. } => Ok(Blind { basis: Some(this) }),
            Contested(heads) if any(heads, |phase| matches!(phase, Blind { .. })) => Ok(Blind { basis: Some(this) }),
            _ => no(),
        },
        DeskAct::Reveal { basis, .. } => match before {
            Blind { basis: scored_by } if scored_by == basis => Ok(Revealed { reveal: this, round: 1 }),
            Revealed { round, .. } | Rescoring { round, .. } => {
                Ok(Revealed { reveal: this, round: round.saturating_add(1) })
            }
            // What was locked or closed is reopened first, with a reason.
            Contested(heads) if !any(heads, |phase| matches!(phase, Locked { .. } | Closed { .. })) => {
                let rounds = heads.iter().filter_map(|id| match phase_by(*id)? {
                    Revealed { round, .. } | Rescoring { round, .. } => Some(*round),
                    _ => None,
                });
                Ok(Revealed { reveal: this, round: rounds.max().unwrap_or(0).saturating_add(1) })
            }
            _ => no(),
        },
        DeskAct::Rescore { reveal, seats, criteria, .. } => {
            let (round, mut asked) = match before {
                Revealed { reveal: at, round } if at == reveal => (*round, BTreeMap::new()),
                Rescoring { reveal: at, round, asked } if at == reveal => (*round, asked.clone()),
                _ => return no(),
            };
            for seat in seats {
                let ask = match asked.get(seat) {
                    // Asked again, a seat looks at what it was asked before as well: its first answer stays its own.
                    Some((_, before)) if before.is_empty() || criteria.is_empty() => BTreeSet::new(),
                    Some((_, before)) => before.iter().chain(criteria).cloned().collect(),
                    None => criteria.iter().cloned().collect(),
                };
                asked.insert(seat.clone(), (this, ask.into_iter().collect()));
            }
            Ok(Rescoring { reveal: *reveal, round, asked })
        }
        DeskAct::RescoreWithdraw { reveal, seats, .. } => match before {
            Rescoring { reveal: at, round, asked } if at == reveal => {
                if let Some(stranger) = seats.iter().find(|seat| !asked.contains_key(*seat)) {
                    return Err(Refusal::NotAsked(stranger.clone()));
                }
                let mut asked = asked.clone();
                for seat in seats {
                    asked.remove(seat);
                }
                let (reveal, round) = (*reveal, *round);
                Ok(if asked.is_empty() { Revealed { reveal, round } } else { Rescoring { reveal, round, asked } })
            }
            _ => no(),
        },
        DeskAct::Lock { reveal, .. } => match before {
            Revealed { reveal: at, .. } if at == reveal => Ok(Locked { lock: this, reveal: *reveal }),
            _ => no(),
        },
        DeskAct::Close { how, .. } => match before {
            Blind { .. } | Revealed { .. } | Rescoring { .. } | Contested(_) => Ok(Closed { close: this, how: *how }),
            Locked { .. } | Closed { .. } => no(),
        },
        DeskAct::Reopen { to, .. } => match (before, to) {
            (Locked { .. } | Closed { .. } | Contested(_), Back::Blind(basis)) => Ok(Blind { basis: *basis }),
            (Locked { .. } | Closed { .. } | Contested(_), Back::Revealed(reveal)) => {
                phase_by(*reveal).cloned().ok_or(Refusal::RestsOnVoid)
            }
            _ => no(),
        },
        _ => no(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_counted_to_the_last_number_and_go_on_after_it() {
        let product = ProductId::new("p1").unwrap();
        let lists = (Vec::new(), Vec::new(), Vec::new());
        let act = DeskAct::Reveal { product, basis: None, sheets: lists.0, without: lists.1, present: lists.2 };
        let last = Phase::Revealed { reveal: EntryId::LAST, round: u16::MAX };
        let again = follow(&act, EntryId::FIRST, &last, |_| None);
        assert_eq!(again, Ok(Phase::Revealed { reveal: EntryId::FIRST, round: u16::MAX }));
    }
}
