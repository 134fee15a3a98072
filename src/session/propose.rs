//! Whole acts from what a person asks for: fills in the entries an act rests on. Admits nothing.

use super::refusal::ensure;
use super::register::Register;
use super::sheets::HandedIn;
use super::{Phase, Refusal, Session};
use crate::council::{
    Act, Back, Cell, ClosedAs, DeskAct, DisputeKey, EntryId, Forward, Left, MinimumId, ProductId, Reason, ResultLine,
    SeatAct, SeatId,
};
use crate::rubric::{Code, Star};
use crate::verdict::Verdict;

/// The sheets of a reveal, and the seats it went without.
pub(super) type Roll<'a> = (&'a [(SeatId, EntryId)], &'a [(SeatId, Left)]);

/// Where a seat stands in a reveal.
enum Place {
    Sheet(EntryId),
    Without(Left),
    Waits,
}

impl Session {
    /// A mark on one's own sheet as it is scored now.
    pub fn mark(&self, product: &ProductId, criterion: &Code, cell: Cell) -> SeatAct {
        SeatAct::Mark { product: product.clone(), basis: self.basis(product), criterion: criterion.clone(), cell }
    }

    /// Handing in one's own sheet as it stands.
    pub fn submit(&self, seat: &SeatId, product: &ProductId) -> SeatAct {
        let phase = self.phase(product);
        let answers = match &phase {
            Phase::Rescoring { asked, .. } => asked.get(seat).map(|(ask, _)| *ask),
            _ => None,
        };
        SeatAct::Submit {
            product: product.clone(),
            basis: self.basis(product),
            sheet: self.own_marks(seat, product),
            from: self.own_draft(seat, product).map(super::Draft::all_heads).unwrap_or_default(),
            answers,
        }
    }

    /// Taking one's own sheet back.
    pub fn take_back(&self, product: &ProductId) -> SeatAct {
        SeatAct::TakeBack { product: product.clone(), basis: self.basis(product) }
    }

    /// Opening the sheets of a product as they stand. Seats named in `set_aside` are left out whatever they handed in.
    /// Refused with who is waited for, or whose sheet is in conflict.
    ///
    /// A first reveal takes every sheet handed in. A later one keeps the roll of the one before, and takes in the answers
    /// of a re-scoring and whatever is late and was not left out.
    pub fn reveal(&self, product: &ProductId, set_aside: &[SeatId]) -> Result<DeskAct, Refusal> {
        let phase = self.phase(product);
        let earlier = phase.reveal().and_then(|reveal| self.roll_of(reveal));
        let late = self.late_and_open(product, &phase);
        let (mut sheets, mut without, mut waits) = (Vec::new(), Vec::new(), Vec::new());
        for seat in self.scoring_seats() {
            let place = match &earlier {
                _ if set_aside.contains(&seat) => Place::Without(Left::SetAside),
                None => self.first_place(&seat, product)?,
                Some(roll) => self.next_place(&seat, product, &phase, *roll, &late)?,
            };
            match place {
                Place::Sheet(id) => sheets.push((seat, id)),
                Place::Without(left) => without.push((seat, left)),
                Place::Waits => waits.push(seat),
            }
        }
        if !waits.is_empty() {
            return Err(Refusal::WaitsFor(waits));
        }
        let basis = self.basis(product);
        Ok(DeskAct::Reveal { product: product.clone(), basis, sheets, without, present: self.present() })
    }

    fn first_place(&self, seat: &SeatId, product: &ProductId) -> Result<Place, Refusal> {
        if self.recusal_contested(seat, product) {
            return Err(Refusal::Conflict(seat.clone()));
        }
        if self.recused(seat, product).is_some() {
            return Ok(Place::Without(Left::Recused));
        }
        match self.handed_in(seat, product, self.basis(product)) {
            HandedIn::Several(_) => Err(Refusal::Conflict(seat.clone())),
            HandedIn::Sheet(id) => Ok(Place::Sheet(id)),
            HandedIn::No if self.is_present(seat) => Ok(Place::Waits),
            HandedIn::No => Ok(Place::Without(Left::Absent)),
        }
    }

    fn next_place(
        &self,
        seat: &SeatId,
        product: &ProductId,
        phase: &Phase,
        (sheets, without): Roll<'_>,
        late: &[(SeatId, EntryId)],
    ) -> Result<Place, Refusal> {
        let late = late.iter().filter(|(other, _)| other == seat).map(|(_, id)| *id);
        if late.clone().any(|id| matches!(self.act(id), Some(Act::Seat(SeatAct::Recuse { .. })))) {
            return Ok(Place::Without(Left::Recused));
        }
        if phase.asked_about(seat).is_some() {
            match self.answer_of(seat, product, phase) {
                HandedIn::Sheet(id) => return Ok(Place::Sheet(id)),
                HandedIn::Several(_) => return Err(Refusal::Conflict(seat.clone())),
                HandedIn::No if self.is_present(seat) => return Ok(Place::Waits),
                HandedIn::No => {}
            }
        }
        let mut handed_in = late.filter(|id| self.sheet(*id).is_some());
        if let Some(first) = handed_in.next() {
            // Versions side by side are the member's to choose between, though one says what is open already.
            let opened = sheets.iter().find(|(other, _)| other == seat).and_then(|(_, id)| self.sheet(*id));
            let heads = self.heads(&Register::Sheet(seat.clone(), product.clone(), self.basis(product)));
            let stands_by = opened.is_some() && heads.iter().any(|head| self.sheet(*head) == opened);
            let same = handed_in.all(|other| self.sheet(other) == self.sheet(first));
            ensure(same && !stands_by, Refusal::Conflict(seat.clone()))?;
            return Ok(Place::Sheet(first));
        }
        let named = sheets.iter().find(|(other, _)| other == seat).map(|(_, id)| Place::Sheet(*id));
        let left = || without.iter().find(|(other, _)| other == seat).map(|(_, left)| Place::Without(*left));
        Ok(named.or_else(left).unwrap_or(Place::Without(Left::Absent)))
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

    /// Taking a lock, a close or a contested phase back: to the sheets it rested on, else to scoring. The other ways are
    /// those of [`Session::ways_back`].
    pub fn reopen(&self, product: &ProductId, reason: String) -> DeskAct {
        let to = self.ways_back(product).into_iter().next().unwrap_or_else(|| Back::Blind(self.basis(product)));
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
