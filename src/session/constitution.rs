//! The constitution of the council: which act is allowed when, on one page. The first gate, asked before an act is
//! written, against everything known here. Nothing that was written is ever judged by this page; what an act must be
//! in itself, whenever it is read, stands in `standing` and is asked next.

use super::phase::{self, Phase};
use super::refusal::{Refusal, ensure};
use super::register::Register;
use super::sheets::HandedIn;
use super::{Session, ThingState};
use crate::council::{
    Act, Author, By, DeskAct, DisputeKind, EntryId, Left, MinimumId, Presence, ProductId, Role, Scored, SeatAct,
    SeatId, Value,
};
use crate::verdict::Ruled;

type Allowed = Result<(), Refusal>;

/// Whether this author may do this now.
pub(super) fn allows(session: &Session, author: &Author, act: &Act) -> Allowed {
    if session.sealed().is_some() {
        return Err(Refusal::Sealed);
    }
    let adds = matches!(act, Act::Desk(_, DeskAct::AddProduct { .. }));
    if let Some(product) = act.product().filter(|product| !adds && !session.knows_product(product)) {
        return Err(Refusal::UnknownProduct(product.clone()));
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

/// A desk act is the presiding seat's; the secretary may enter it by order. Of two hand-overs that differ neither
/// holds: the chair settles it by handing over again.
fn signed(session: &Session, by: &By, act: &DeskAct) -> Allowed {
    let contested = session.presides().is_err();
    if contested && !matches!(act, DeskAct::HandOver { .. }) {
        return Err(Refusal::PresidingContested);
    }
    let (presiding, under) = session.presides().unwrap_or_else(|_| (session.charter().chair().id.clone(), None));
    let by_order = session.charter().rules.secretary_records && session.role(&by.entered) == Some(Role::Secretary);
    ensure(
        (&by.presiding, by.under) == (&presiding, under) && (by.entered == presiding || by_order),
        Refusal::NotPresiding(presiding),
    )
}

fn of_seat(session: &Session, seat: &SeatId, act: &SeatAct) -> Allowed {
    match act {
        SeatAct::Mark { product, basis, criterion, cell } => {
            session.may_mark(seat, product, Some(criterion))?;
            current_basis(session, product, *basis)?;
            let sheet = session.set(product).ok_or_else(|| Refusal::UnknownProduct(product.clone()))?;
            let marks = session.own_marks(seat, product);
            if cell.value != Value::Unscored && marks.scored(&sheet, criterion) == Scored::NotApplicable {
                let needs = sheet.criterion(criterion).and_then(|criterion| criterion.needs.clone());
                let needs = needs.unwrap_or_else(|| criterion.clone());
                return Err(Refusal::NotApplicable { criterion: criterion.clone(), needs });
            }
            let torn = session.own_conflicts(seat, product).iter().any(|(code, _)| code == criterion);
            new(torn || marks.cell(criterion) != *cell)
        }
        SeatAct::Submit { product, basis, .. } => {
            session.may_mark(seat, product, None)?;
            current_basis(session, product, *basis)?;
            if !session.own_conflicts(seat, product).is_empty() {
                return Err(Refusal::Conflict(seat.clone()));
            }
            // What is handed in is what the member sees.
            ensure(session.submit(seat, product) == *act, Refusal::RestsOnVoid)
        }
        SeatAct::TakeBack { product, basis } => {
            current_basis(session, product, *basis)?;
            let phase = session.phase(product);
            let handed_in = match &phase {
                Phase::Blind { basis } => session.handed_in(seat, product, *basis),
                Phase::Rescoring { .. } => session.answer_of(seat, product, &phase),
                other => return Err(Refusal::WrongPhase(product.clone(), other.name())),
            };
            ensure(handed_in != HandedIn::No, Refusal::NotHandedIn)
        }
        SeatAct::Recuse { product, .. } => {
            in_phase(session, product, |phase| matches!(phase, Phase::Blind { .. }))?;
            new(session.recused(seat, product).is_none() || session.recusal_contested(seat, product))
        }
        SeatAct::Unrecuse { product } => {
            in_phase(session, product, |phase| matches!(phase, Phase::Blind { .. }))?;
            new(session.recused(seat, product).is_some())
        }
        SeatAct::Raise { product, ground, words } => {
            in_phase(session, product, |phase| !matches!(phase, Phase::Locked { .. } | Phase::Closed { .. }))?;
            let listed = session.set(product).is_some_and(|set| set.ground(ground).is_some());
            ensure(listed || (ground.is_empty() && !words.trim().is_empty()), Refusal::UnknownGround)
        }
        SeatAct::Unraise { product, raised } => ensure(
            session.open_grounds(product).iter().any(|(by, id, ..)| id == raised && by == seat),
            Refusal::UnknownGround,
        ),
        SeatAct::Opinion { product, words } => {
            in_phase(session, product, |phase| !matches!(phase, Phase::Locked { .. } | Phase::Closed { .. }))?;
            new(session.opinion(seat, product).unwrap_or_default() != *words)
        }
    }
}

fn of_desk(session: &Session, by: &By, act: &DeskAct) -> Allowed {
    if let DeskAct::AddProduct { product, .. } = act {
        return ensure(!session.knows_product(&product.id), Refusal::TakenId(product.id.to_string()));
    }
    if let Some(product) = phase::product_of(act) {
        let this = EntryId::from(session.id());
        phase::follow(act, this, &session.phase(product), |id| session.phase_by(id))?;
    }
    match act {
        DeskAct::Attendance { seat, presence, sits } => {
            let now = session.attendance(seat);
            let torn = session.is_contested(&Register::Attendance(seat.clone()));
            new(torn || (now.presence, &now.sits) != (*presence, sits))
        }
        DeskAct::HandOver { to } => new(session.presiding().as_ref() != Some(to)),
        DeskAct::AddSeat { seat, .. } => {
            let torn = session.is_contested(&Register::Seat(seat.id.clone()));
            ensure(torn || session.role(&seat.id).is_none(), Refusal::TakenId(seat.id.to_string()))
        }
        DeskAct::ChangeSet { product, no, .. } => {
            let contested = matches!(session.phase(product), Phase::Contested(_));
            new(contested || session.set(product).is_none_or(|set| set.no != *no))
        }
        DeskAct::Reveal { product, sheets, without, .. } => {
            session.newer_here()?;
            no_open_ground(session, product)?;
            let quorum = session.quorum();
            if !quorum.reached() {
                return Err(Refusal::NoQuorum { present: quorum.present, needed: quorum.needed });
            }
            if session.attendance(&by.presiding).presence != Presence::Present {
                return Err(Refusal::PresidingAbsent(by.presiding.clone()));
            }
            // The roll must be the one that stands here: whoever is present has handed in or is set aside.
            let aside = without.iter().filter(|(_, left)| *left == Left::SetAside).map(|(seat, _)| seat.clone());
            if session.reveal(product, &aside.collect::<Vec<SeatId>>())? != *act {
                return Err(Refusal::WrongRoll);
            }
            // A re-scoring whose members have gone without an answer ends with the sheets as they stood.
            match session.phase(product) {
                Phase::Revealed { reveal, .. } if session.roll_of(reveal) == Some((sheets, without)) => {
                    Err(Refusal::NothingNew)
                }
                _ => Ok(()),
            }
        }
        DeskAct::RescoreWithdraw { product, seats, .. } => {
            let phase = session.phase(product);
            // Who has answered has changed the record; that is opened, not withdrawn.
            ensure(seats.iter().all(|seat| session.answer_of(seat, product, &phase) == HandedIn::No), Refusal::HandedIn)
        }
        DeskAct::Rule { product, reveal, minimum, met, .. } => {
            in_phase(session, product, |phase| matches!(phase, Phase::Revealed { .. }))?;
            shown(session, product, *reveal)?;
            no_contradiction(&session.ruled_on(*reveal), minimum, *met)
        }
        DeskAct::Accept { product, reveal, dispute, .. } => {
            shown(session, product, *reveal)?;
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
        DeskAct::Dismiss { product, raised, .. } => {
            ensure(session.open_grounds(product).iter().any(|(_, id, ..)| id == raised), Refusal::UnknownGround)
        }
        DeskAct::Lock { product, reveal, forward, result, .. } => {
            session.newer_here()?;
            no_open_ground(session, product)?;
            match session.blockers(product) {
                0 => {}
                blockers => return Err(Refusal::Blocked(blockers)),
            }
            // Two machines can have ruled so at once.
            let rulings = session.ruled_on(*reveal);
            for Ruled { minimum, met } in &rulings {
                no_contradiction(&rulings, minimum, *met)?;
            }
            // Every ruling and acceptance that holds is named, none other.
            match session.lock(product, *forward)? {
                expected if expected == *act => Ok(()),
                DeskAct::Lock { result: found, .. } if found != *result => Err(Refusal::WrongResult),
                _ => Err(Refusal::RestsOnVoid),
            }
        }
        DeskAct::Reopen { product, to, .. } => {
            let ways = session.ways_back(product);
            ensure(ways.iter().any(|way| session.same_way(way, to)), Refusal::RestsOnVoid)
        }
        DeskAct::Seal { .. } => ready_to_seal(session),
        // Allowed at any time, as far as they hold in themselves (`standing`) and their phase leads on (`phase`).
        DeskAct::AddProduct { .. }
        | DeskAct::Correct { .. }
        | DeskAct::CorrectSeat { .. }
        | DeskAct::Rescore { .. }
        | DeskAct::Close { .. }
        | DeskAct::Conclude { .. } => Ok(()),
        DeskAct::Remark { criterion, .. } => match criterion {
            Some(about) if !session.knows_criterion(about) => Err(Refusal::UnknownCriterion(about.code.clone())),
            _ => Ok(()),
        },
    }
}

/// Whether everything is settled and the session can be sealed.
fn ready_to_seal(session: &Session) -> Allowed {
    if session.sealed().is_some() {
        return Err(Refusal::Sealed);
    }
    session.newer_here()?;
    session.presides()?;
    if !session.contested_fields().is_empty() {
        return Err(Refusal::FieldContested);
    }
    let open: Vec<ProductId> = session.product_ids().into_iter().filter(|id| !session.settled(id)).collect();
    ensure(open.is_empty(), Refusal::Unsettled(open))
}

/// Says something that is not so already.
/// A minimum met for a star is met for every lower one on its criterion: rulings say so together, or there is none.
fn no_contradiction(rulings: &[Ruled], minimum: &MinimumId, met: bool) -> Allowed {
    let contradicts = |other: &&Ruled| {
        other.minimum.criterion == minimum.criterion
            && other.met != met
            && (if met { other.minimum.star < minimum.star } else { other.minimum.star > minimum.star })
    };
    match rulings.iter().find(contradicts) {
        Some(other) => Err(Refusal::RulingsContradict(other.minimum.clone())),
        None => Ok(()),
    }
}

fn new(differs: bool) -> Allowed {
    ensure(differs, Refusal::AlreadySo)
}

/// Marks and sheets are made under the set that holds now.
fn current_basis(session: &Session, product: &ProductId, basis: Option<EntryId>) -> Allowed {
    ensure(session.basis(product) == basis, Refusal::RestsOnVoid)
}

/// Rulings and acceptances are about the sheets that are open now.
fn shown(session: &Session, product: &ProductId, reveal: EntryId) -> Allowed {
    match session.phase(product) {
        phase if phase.reveal() == Some(reveal) => Ok(()),
        Phase::Contested(_) => Err(Refusal::Contested(product.clone())),
        _ => Err(Refusal::RestsOnVoid),
    }
}

fn no_open_ground(session: &Session, product: &ProductId) -> Allowed {
    match session.open_grounds(product).first() {
        Some((seat, ..)) => Err(Refusal::GroundOpen(seat.clone())),
        None => Ok(()),
    }
}

fn in_phase(session: &Session, product: &ProductId, fits: impl Fn(&Phase) -> bool) -> Allowed {
    let phase = session.phase(product);
    match phase {
        _ if fits(&phase) => Ok(()),
        Phase::Contested(_) => Err(Refusal::Contested(product.clone())),
        other => Err(Refusal::WrongPhase(product.clone(), other.name())),
    }
}

impl Session {
    /// Whether everything is settled and the session can be sealed; else what is in the way.
    pub fn ready_to_seal(&self) -> Result<(), Refusal> {
        ready_to_seal(self)
    }
}
