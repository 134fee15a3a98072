//! The constitution of the council: which act is allowed when, on one page. The first gate, asked before an act is
//! written, against everything known here. Nothing that was written is ever judged by this page (see `standing`).

use super::phase::{self, Phase};
use super::refusal::Refusal;
use super::sheets::HandedIn;
use super::standing::{complete, correct_value, fits, reasoned};
use super::{Register, Session, ThingState};
use crate::council::{
    Act, Author, By, DeskAct, DisputeKind, EntryId, Forward, Presence, ProductId, Reason, ReasonKind, Role, SeatAct,
    SeatId, Value,
};
use crate::rubric::check;
use crate::text;

type Allowed = Result<(), Refusal>;

/// Whether this author may do this now.
pub(super) fn allows(session: &Session, author: &Author, act: &Act) -> Allowed {
    if session.sealed().is_some() {
        return Err(Refusal::Sealed);
    }
    if let Some(product) = act.product() {
        let adds = matches!(act, Act::Desk(_, DeskAct::AddProduct { .. }));
        if !adds && session.product(product).is_none() {
            return Err(Refusal::UnknownProduct(product.clone()));
        }
    }
    match (author, act) {
        (Author::Seat(seat), Act::Seat(act)) => {
            session.role(seat).ok_or_else(|| Refusal::UnknownSeat(seat.clone()))?;
            of_seat(session, seat, act)
        }
        (Author::Desk, Act::Desk(by, act)) => {
            signed(session, by, act)?;
            of_desk(session, by, act)
        }
        (Author::Seat(seat), Act::Desk(..)) => Err(Refusal::NotPresiding(seat.clone())),
        (Author::Desk, Act::Seat(_)) => Err(Refusal::BadValue("author")),
    }
}

/// A desk act is the presiding seat's; the secretary may enter it by order. Only a hand-over settles two hand-overs.
fn signed(session: &Session, by: &By, act: &DeskAct) -> Allowed {
    match session.presides() {
        Ok((presiding, under)) => {
            if (&by.presiding, by.under) != (&presiding, under) || !session.may_enter(&by.entered) {
                return Err(Refusal::NotPresiding(presiding));
            }
        }
        Err(contested) => {
            let chair = &session.charter().chair().id;
            let settles = matches!(act, DeskAct::HandOver { .. }) && by.presiding == *chair && by.under.is_none();
            let by_order =
                session.charter().rules.secretary_records && session.role(&by.entered) == Some(Role::Secretary);
            if !settles || (by.entered != *chair && !by_order) {
                return Err(contested);
            }
        }
    }
    Ok(())
}

fn of_seat(session: &Session, seat: &SeatId, act: &SeatAct) -> Allowed {
    match act {
        SeatAct::Mark { product, basis, criterion, cell } => {
            let set = session.set(product).ok_or_else(|| Refusal::UnknownProduct(product.clone()))?;
            fits(&set, criterion, cell.value)?;
            session.may_mark(seat, product, Some(criterion))?;
            current_basis(session, product, *basis)?;
            let marks = session.own_marks(seat, product);
            if cell.value != Value::Unscored && marks.scored(&set, criterion) == crate::council::Scored::NotApplicable {
                let needs = set.criterion(criterion).and_then(|criterion| criterion.needs.clone());
                return Err(Refusal::NotApplicable {
                    criterion: criterion.clone(),
                    needs: needs.unwrap_or_else(|| criterion.clone()),
                });
            }
            if !text::is_clean(&cell.note) || !text::is_clean(&cell.evidence) {
                return Err(Refusal::BadValue("note"));
            }
            let torn =
                session.own_draft(seat, product).is_some_and(|d| d.conflicts().iter().any(|(c, _)| c == criterion));
            if !torn && marks.cell(criterion) == *cell {
                return Err(Refusal::AlreadySo);
            }
            Ok(())
        }
        SeatAct::Submit { product, basis, sheet, .. } => {
            let set = session.set(product).ok_or_else(|| Refusal::UnknownProduct(product.clone()))?;
            session.may_mark(seat, product, None)?;
            current_basis(session, product, *basis)?;
            if session.own_draft(seat, product).is_some_and(|draft| !draft.conflicts().is_empty()) {
                return Err(Refusal::Conflict(seat.clone()));
            }
            complete(&set, sheet)
        }
        SeatAct::TakeBack { product, basis } => {
            current_basis(session, product, *basis)?;
            let phase = session.phase(product);
            match &phase {
                Phase::Blind { basis } => match session.handed_in(seat, product, *basis) {
                    HandedIn::No => Err(Refusal::NotHandedIn),
                    HandedIn::Sheet(_) | HandedIn::Several(_) => Ok(()),
                },
                Phase::Rescoring { .. } if session.has_answered(seat, product, &phase) => Ok(()),
                Phase::Rescoring { .. } => Err(Refusal::NotHandedIn),
                other => Err(Refusal::WrongPhase(product.clone(), other.name())),
            }
        }
        SeatAct::Recuse { product, reason } => {
            reasoned(reason)?;
            in_phase(session, product, |phase| matches!(phase, Phase::Blind { .. }))?;
            if !session.scoring_seats().contains(seat) {
                return Err(Refusal::DoesNotScore(seat.clone()));
            }
            match session.recused(seat, product) {
                Some(_) => Err(Refusal::AlreadySo),
                None => Ok(()),
            }
        }
        SeatAct::Unrecuse { product } => {
            in_phase(session, product, |phase| matches!(phase, Phase::Blind { .. }))?;
            session.recused(seat, product).map(|_| ()).ok_or(Refusal::AlreadySo)
        }
        SeatAct::Raise { product, ground, words } => {
            in_phase(session, product, |phase| !matches!(phase, Phase::Locked { .. } | Phase::Closed { .. }))?;
            let named = session.set(product).is_some_and(|set| set.ground(ground).is_some());
            match named || (ground.is_empty() && !words.trim().is_empty()) {
                true => Ok(()),
                false => Err(Refusal::UnknownGround),
            }
        }
        SeatAct::Unraise { product, raised } => {
            match session.open_grounds(product).iter().any(|(by, id, ..)| id == raised && by == seat) {
                true => Ok(()),
                false => Err(Refusal::UnknownGround),
            }
        }
        SeatAct::Opinion { product, words } => {
            in_phase(session, product, |phase| !matches!(phase, Phase::Locked { .. } | Phase::Closed { .. }))?;
            match session.opinion(seat, product).unwrap_or_default() == *words {
                true => Err(Refusal::AlreadySo),
                false => Ok(()),
            }
        }
    }
}

fn of_desk(session: &Session, by: &By, act: &DeskAct) -> Allowed {
    if let Some(product) = phase::product_of(act) {
        let this = EntryId::from(session.id());
        let before = session.phase(product);
        phase::follow(act, this, &before, |id| session.phases.get(&id).cloned())?;
    }
    match act {
        DeskAct::Attendance { seat, presence, sits } => {
            session.role(seat).ok_or_else(|| Refusal::UnknownSeat(seat.clone()))?;
            let now = session.attendance(seat);
            match (now.presence, &now.sits) == (*presence, sits) {
                true => Err(Refusal::AlreadySo),
                false => Ok(()),
            }
        }
        DeskAct::HandOver { to } => {
            match session.role(to).ok_or_else(|| Refusal::UnknownSeat(to.clone()))? {
                Role::Chair | Role::Deputy => {}
                _ => return Err(Refusal::CannotPreside(to.clone())),
            }
            if session.presiding().as_ref() == Some(to) { Err(Refusal::AlreadySo) } else { Ok(()) }
        }
        DeskAct::Correct { product, field, value, reason } => {
            reasoned(reason)?;
            correct_value(*field, value)?;
            in_phase(session, product, |_| true)
        }
        DeskAct::CorrectSeat { seat, reason, .. } => {
            reasoned(reason)?;
            session.role(seat).map(|_| ()).ok_or_else(|| Refusal::UnknownSeat(seat.clone()))
        }
        DeskAct::AddProduct { product, set, reason } => {
            reasoned(reason)?;
            if session.product(&product.id).is_some() {
                return Err(Refusal::TakenId(product.id.to_string()));
            }
            known_set(session, product.set, set.as_deref())
        }
        DeskAct::AddSeat { seat, reason } => {
            reasoned(reason)?;
            match (session.role(&seat.id), seat.role) {
                (Some(_), _) => Err(Refusal::TakenId(seat.id.to_string())),
                (None, Role::Chair) => Err(Refusal::CannotPreside(seat.id.clone())),
                (None, _) => Ok(()),
            }
        }
        DeskAct::ChangeSet { product, no, set, reason } => {
            reasoned(reason)?;
            known_set(session, *no, set.as_deref())?;
            let contested = matches!(session.phase(product), Phase::Contested(_));
            match !contested && session.set(product).is_some_and(|set| set.no == *no) {
                true => Err(Refusal::AlreadySo),
                false => Ok(()),
            }
        }
        DeskAct::Reveal { product, sheets, without, .. } => {
            session.newer_here()?;
            if let Some((seat, ..)) = session.open_grounds(product).first() {
                return Err(Refusal::GroundOpen(seat.clone()));
            }
            let quorum = session.quorum();
            if !quorum.reached() {
                return Err(Refusal::NoQuorum { present: quorum.present, needed: quorum.needed });
            }
            if session.attendance(&by.presiding).presence != Presence::Present {
                return Err(Refusal::PresidingAbsent(by.presiding.clone()));
            }
            let needed = usize::from(session.charter().rules.min_sheets);
            if sheets.len() < needed {
                return Err(Refusal::TooFewSheets { have: sheets.len(), needed });
            }
            let earlier = session.phase(product).reveal().and_then(|reveal| session.roll_of(reveal));
            if earlier == Some((sheets, without)) {
                return Err(Refusal::NothingNew);
            }
            // The roll must be the one that stands here: whoever is present has handed in or is set aside.
            let set_aside: Vec<SeatId> = without
                .iter()
                .filter(|(_, left)| *left == crate::council::Left::SetAside)
                .map(|(seat, _)| seat.clone())
                .collect();
            match session.reveal(product, &set_aside)? == *act {
                true => Ok(()),
                false => Err(Refusal::WrongRoll),
            }
        }
        DeskAct::Rescore { product, seats, criteria, reason, .. } => {
            full(reason)?;
            let counted = session.counted(product);
            if seats.is_empty() {
                return Err(Refusal::BadValue("seats"));
            }
            if let Some(stranger) = seats.iter().find(|seat| !counted.iter().any(|(other, _)| other == *seat)) {
                return Err(Refusal::NotAsked(stranger.clone()));
            }
            let set = session.set(product).ok_or_else(|| Refusal::UnknownProduct(product.clone()))?;
            match criteria.iter().find(|code| set.criterion(code).is_none()) {
                Some(code) => Err(Refusal::UnknownCriterion(code.clone())),
                None => Ok(()),
            }
        }
        DeskAct::RescoreWithdraw { product, seats, reason, .. } => {
            reasoned(reason)?;
            let phase = session.phase(product);
            // Who has answered has changed the record; that is opened, not withdrawn.
            match seats.iter().find(|seat| session.has_answered(seat, product, &phase)) {
                Some(_) => Err(Refusal::HandedIn),
                None => Ok(()),
            }
        }
        DeskAct::Rule { product, minimum, reason, .. } => {
            full(reason)?;
            in_phase(session, product, |phase| matches!(phase, Phase::Revealed { .. }))?;
            let verdict = session.verdict(product).ok_or_else(|| Refusal::Contested(product.clone()))?;
            match verdict.minima.iter().find(|finding| finding.minimum == *minimum) {
                None => Err(Refusal::UnknownCriterion(minimum.criterion.clone())),
                Some(finding) if finding.met_by > 0 && finding.met_by < finding.of => Ok(()),
                Some(_) => Err(Refusal::NoDisagreement(minimum.criterion.clone())),
            }
        }
        DeskAct::Accept { product, dispute, reason, .. } => {
            full(reason)?;
            let locked = matches!(session.phase(product), Phase::Locked { .. });
            let allowed = match dispute.kind {
                DisputeKind::Conflict | DisputeKind::Contested => false,
                DisputeKind::Late => true,
                _ => !locked,
            };
            let thing = session.things(product).into_iter().find(|thing| thing.key == *dispute);
            match thing.map(|thing| thing.state) {
                Some(ThingState::Accepted) => Err(Refusal::AlreadySo),
                Some(_) if allowed => Ok(()),
                _ => Err(Refusal::UnknownDispute),
            }
        }
        DeskAct::Dismiss { product, raised, reason } => {
            reasoned(reason)?;
            match session.open_grounds(product).iter().any(|(_, id, ..)| id == raised) {
                true => Ok(()),
                false => Err(Refusal::UnknownGround),
            }
        }
        DeskAct::Lock { product, result, forward, .. } => {
            session.newer_here()?;
            if let Some((seat, ..)) = session.open_grounds(product).first() {
                return Err(Refusal::GroundOpen(seat.clone()));
            }
            match session.blockers(product) {
                0 => {}
                blockers => return Err(Refusal::Blocked(blockers)),
            }
            forward_said(session, product, *forward)?;
            let verdict = session.verdict(product).ok_or_else(|| Refusal::Contested(product.clone()))?;
            match super::propose::result_line(&verdict) == *result {
                true => Ok(()),
                false => Err(Refusal::WrongResult),
            }
        }
        DeskAct::Close { ground, .. } => reasoned(ground),
        DeskAct::Reopen { reason, .. } => reasoned(reason),
        DeskAct::Conclude { product, .. } => in_phase(session, product, |_| true),
        DeskAct::Remark { words, .. } => reasoned(words),
        DeskAct::Seal { file } => {
            crate::council::Hash::parse(file).ok_or(Refusal::BadValue("file"))?;
            ready_to_seal(session)
        }
    }
}

/// Whether everything is settled and the session can be sealed.
pub(super) fn ready_to_seal(session: &Session) -> Allowed {
    if session.sealed().is_some() {
        return Err(Refusal::Sealed);
    }
    session.newer_here()?;
    session.presides()?;
    if !session.contested_fields().is_empty() {
        return Err(Refusal::FieldContested);
    }
    let open: Vec<ProductId> =
        session.products().into_iter().map(|product| product.id).filter(|id| !session.settled(id)).collect();
    if open.is_empty() { Ok(()) } else { Err(Refusal::Unsettled(open)) }
}

fn forward_said(session: &Session, product: &ProductId, forward: Option<Forward>) -> Allowed {
    match (session.asks_forward(product), forward) {
        (true, None) => Err(Refusal::ForwardNeeded),
        (false, Some(_)) => Err(Refusal::ForwardNotAsked),
        _ => Ok(()),
    }
}

/// Marks and sheets are made under the set that holds now.
fn current_basis(session: &Session, product: &ProductId, basis: Option<EntryId>) -> Allowed {
    if session.basis(product) == basis { Ok(()) } else { Err(Refusal::RestsOnVoid) }
}

fn in_phase(session: &Session, product: &ProductId, fits: impl Fn(&Phase) -> bool) -> Allowed {
    let phase = session.phase(product);
    match phase {
        _ if fits(&phase) => Ok(()),
        Phase::Contested(_) => Err(Refusal::Contested(product.clone())),
        other => Err(Refusal::WrongPhase(product.clone(), other.name())),
    }
}

/// A reason whose kind wants words has them.
fn full(reason: &Reason) -> Allowed {
    match reason.kind {
        ReasonKind::Other | ReasonKind::DossierPage => reasoned(&reason.words),
        _ => Ok(()),
    }
}

fn known_set(session: &Session, no: u8, set: Option<&crate::rubric::ProductSet>) -> Allowed {
    match set {
        None if session.charter().set(no).is_some() => Ok(()),
        Some(set) if set.no == no && check::set_flaws(set, session.charter().rubric.total).is_empty() => Ok(()),
        _ => Err(Refusal::UnknownSet(no)),
    }
}

impl Session {
    /// Whether everything is settled and the session can be sealed; else what is in the way.
    pub fn ready_to_seal(&self) -> Result<(), Refusal> {
        ready_to_seal(self)
    }

    /// Whether a register of this seat's recusal stands in two versions; the seat settles it by saying it again.
    pub fn recusal_contested(&self, seat: &SeatId, product: &ProductId) -> bool {
        self.heads(&Register::Recusal(seat.clone(), product.clone())).len() > 1
    }
}
