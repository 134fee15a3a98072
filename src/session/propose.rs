//! Whole acts from what a person asks for: fills in the entries an act rests on. Admits nothing.

use super::sheets::HandedIn;
use super::{Phase, Refusal, Session};
use crate::council::{
    Back, Cell, ClosedAs, DeskAct, DisputeKey, EntryId, Forward, Left, MinimumId, Presence, ProductId, Reason,
    ResultLine, SeatAct, SeatId,
};
use crate::rubric::{Code, Star};
use crate::verdict::Verdict;

impl Session {
    /// A mark on one's own sheet as it is scored now.
    pub fn mark(&self, product: &ProductId, criterion: &Code, cell: Cell) -> SeatAct {
        SeatAct::Mark { product: product.clone(), basis: self.basis(product), criterion: criterion.clone(), cell }
    }

    /// Handing in one's own sheet as it stands.
    pub fn submit(&self, seat: &SeatId, product: &ProductId) -> SeatAct {
        let phase = self.phase(product);
        let basis = self.basis_of(&phase, product);
        let answers = match &phase {
            Phase::Rescoring { asked, .. } => asked.get(seat).map(|(ask, _)| *ask),
            _ => None,
        };
        let draft = self.draft(seat, product, basis);
        SeatAct::Submit {
            product: product.clone(),
            basis,
            sheet: draft.map(super::Draft::marks).unwrap_or_default(),
            from: draft.map(super::Draft::all_heads).unwrap_or_default(),
            answers,
        }
    }

    /// Taking one's own sheet back.
    pub fn take_back(&self, product: &ProductId) -> SeatAct {
        SeatAct::TakeBack { product: product.clone(), basis: self.basis(product) }
    }

    /// Opening the sheets of a product as they stand. Seats named in `set_aside` are left out whatever they handed in.
    /// Refused with who is waited for, or whose sheet is in conflict.
    pub fn reveal(&self, product: &ProductId, set_aside: &[SeatId]) -> Result<DeskAct, Refusal> {
        let phase = self.phase(product);
        let basis = self.basis_of(&phase, product);
        let (mut sheets, mut without, mut waits) = (Vec::new(), Vec::new(), Vec::new());
        for seat in self.scoring_seats() {
            let earlier = phase
                .reveal()
                .and_then(|reveal| self.roll_of(reveal))
                .and_then(|(sheets, _)| sheets.iter().find(|(other, _)| *other == seat).map(|(_, id)| *id));
            let here = self.attendance(&seat).presence == Presence::Present;
            let asked = matches!(&phase, Phase::Rescoring { asked, .. } if asked.contains_key(&seat));
            if set_aside.contains(&seat) {
                without.push((seat, Left::SetAside));
            } else if self.recused(&seat, product).is_some() {
                without.push((seat, Left::Recused));
            } else if asked && here && !self.has_answered(&seat, product, &phase) {
                waits.push(seat);
            } else {
                match (self.handed_in(&seat, product, basis), earlier) {
                    (HandedIn::Several(_), _) => return Err(Refusal::Conflict(seat)),
                    (HandedIn::Sheet(id), _) | (HandedIn::No, Some(id)) => sheets.push((seat, id)),
                    (HandedIn::No, None) if here => waits.push(seat),
                    (HandedIn::No, None) => without.push((seat, Left::Absent)),
                }
            }
        }
        if !waits.is_empty() {
            return Err(Refusal::WaitsFor(waits));
        }
        Ok(DeskAct::Reveal { product: product.clone(), basis, sheets, without, present: self.present() })
    }

    /// Asking seats to look again at criteria (none: all) of the open sheets.
    pub fn rescore(
        &self,
        product: &ProductId,
        seats: Vec<SeatId>,
        criteria: Vec<Code>,
        reason: Reason,
    ) -> Result<DeskAct, Refusal> {
        let reveal = self.open_reveal(product)?;
        Ok(DeskAct::Rescore { product: product.clone(), reveal, seats, criteria, reason })
    }

    /// Taking that back.
    pub fn rescore_withdraw(
        &self,
        product: &ProductId,
        seats: Vec<SeatId>,
        reason: String,
    ) -> Result<DeskAct, Refusal> {
        let reveal = self.open_reveal(product)?;
        Ok(DeskAct::RescoreWithdraw { product: product.clone(), reveal, seats, reason })
    }

    /// Ruling on one minimum of the open sheets.
    pub fn rule(&self, product: &ProductId, minimum: MinimumId, met: bool, reason: Reason) -> Result<DeskAct, Refusal> {
        let reveal = self.open_reveal(product)?;
        Ok(DeskAct::Rule { product: product.clone(), reveal, minimum, met, reason })
    }

    /// Letting a disagreement of the open sheets stand, or leaving something late out.
    pub fn accept(&self, product: &ProductId, dispute: DisputeKey, reason: Reason) -> Result<DeskAct, Refusal> {
        let reveal = self.open_reveal(product)?;
        Ok(DeskAct::Accept { product: product.clone(), reveal, dispute, reason })
    }

    fn open_reveal(&self, product: &ProductId) -> Result<EntryId, Refusal> {
        let phase = self.phase(product);
        phase.reveal().ok_or_else(|| match phase {
            Phase::Contested(_) => Refusal::Contested(product.clone()),
            other => Refusal::WrongPhase(product.clone(), other.name()),
        })
    }

    /// Locking the result as it stands, with the rulings and acceptances that hold.
    pub fn lock(&self, product: &ProductId, forward: Option<Forward>) -> Result<DeskAct, Refusal> {
        let reveal = self.open_reveal(product)?;
        let verdict = self.verdict(product).ok_or_else(|| Refusal::Contested(product.clone()))?;
        Ok(DeskAct::Lock {
            product: product.clone(),
            reveal,
            rulings: self.rulings(reveal).into_iter().map(|(id, _)| id).collect(),
            accepted: self.acceptances(reveal).into_iter().map(|(id, _)| id).collect(),
            result: result_line(&verdict),
            forward,
        })
    }

    /// Whether locking has to say if the file goes to the Ministry: 90 points or more with a 5★ minimum missing.
    pub fn asks_forward(&self, product: &ProductId) -> bool {
        self.verdict(product).is_some_and(|verdict| asks_forward(&verdict))
    }

    /// Ending a product without a star.
    pub fn close(&self, product: &ProductId, how: ClosedAs, ground: String) -> DeskAct {
        DeskAct::Close { product: product.clone(), how, ground }
    }

    /// Taking a lock, a close or a contested phase back: to the sheets it rested on, else to scoring.
    pub fn reopen(&self, product: &ProductId, reason: String) -> DeskAct {
        let phase = self.phase(product);
        let rests_on = match &phase {
            Phase::Closed { close, .. } => self.phase_before_entry(*close).reveal(),
            Phase::Contested(heads) => {
                let rests_on = |head: &EntryId| {
                    self.phases.get(head)?.reveal().or_else(|| self.phase_before_entry(*head).reveal())
                };
                let mut reveals: Vec<EntryId> = heads.iter().filter_map(rests_on).collect();
                reveals.sort_unstable();
                reveals.first().copied()
            }
            other => other.reveal(),
        };
        let to = rests_on.map_or_else(|| Back::Blind(self.basis_of(&phase, product)), Back::Revealed);
        DeskAct::Reopen { product: product.clone(), to, reason }
    }
}

/// The figures a lock states.
pub(super) fn result_line(verdict: &Verdict) -> ResultLine {
    ResultLine {
        sum: verdict.mean.num,
        counted: verdict.mean.den,
        by_points: verdict.by_points,
        by_minima: verdict.by_minima,
        star: verdict.star,
    }
}

/// Whether the question of the Ministry arises.
pub(super) fn asks_forward(verdict: &Verdict) -> bool {
    verdict.by_points == Star::FIVE && verdict.star != Some(Star::FIVE)
}
