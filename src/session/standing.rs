//! The second gate: how an entry stands, from the charter, the entry and the entries it names – nothing else. Hence
//! any order of arrival gives the same session, and what is effective in one copy is effective in every copy that
//! holds the same entries.

use super::propose::{asks_forward, result_line};
use super::refusal::Refusal;
use super::{Need, Phase, Session, Standing, phase};
use crate::council::{
    Act, Author, Back, By, Content, DeskAct, Entry, EntryId, Forward, Left, Marks, MinimumId, ProductId, ResultLine,
    Role, Seat, SeatAct, SeatId, Value,
};
use crate::rubric::{Code, ProductSet, check};
use std::sync::Arc;

/// What the second gate found.
pub(super) enum Found {
    /// The entry stands so, for good.
    Settled(Standing),
    /// It names something that is not here yet.
    Needs(Need),
}

/// Why an entry is not effective (yet).
enum Not {
    Needs(Need),
    Void(Refusal),
}

impl From<Refusal> for Not {
    fn from(refusal: Refusal) -> Self {
        Not::Void(refusal)
    }
}

type Holds<T = ()> = Result<T, Not>;

/// How an entry stands.
pub(super) fn of(session: &Session, entry: &Entry) -> Found {
    let Content::Known(act) = &entry.content else { return Found::Settled(Standing::Unknown) };
    match holds(session, entry, act) {
        Ok(()) => Found::Settled(Standing::Effective),
        Err(Not::Void(refusal)) => Found::Settled(Standing::Void(refusal)),
        Err(Not::Needs(need)) => Found::Needs(need),
    }
}

fn holds(session: &Session, entry: &Entry, act: &Act) -> Holds {
    for replaced in &entry.over {
        settled(session, *replaced)?;
    }
    match (&entry.author, act) {
        (Author::Seat(seat), Act::Seat(act)) => {
            let seat = seat_of(session, seat)?;
            seat_act(session, seat, act)
        }
        (Author::Desk, Act::Desk(by, act)) => {
            signed(session, by)?;
            desk_act(session, entry, by, act)
        }
        (Author::Seat(seat), Act::Desk(..)) => Err(Refusal::NotPresiding(seat.clone()).into()),
        (Author::Desk, Act::Seat(_)) => Err(Refusal::BadValue("author").into()),
    }
}

/// An entry that is here and settled, however it stands.
fn settled(session: &Session, id: EntryId) -> Holds {
    match session.held.get(&id).map(|held| &held.standing) {
        None | Some(Standing::Waiting) => Err(Not::Needs(Need::Entry(id))),
        Some(_) => Ok(()),
    }
}

/// The act of a named entry, which must be effective.
fn named(session: &Session, id: EntryId) -> Holds<&Act> {
    settled(session, id)?;
    session.act(id).ok_or(Not::Void(Refusal::RestsOnVoid))
}

fn named_desk(session: &Session, id: EntryId) -> Holds<&DeskAct> {
    match named(session, id)? {
        Act::Desk(_, act) => Ok(act),
        Act::Seat(_) => Err(Refusal::RestsOnVoid.into()),
    }
}

fn seat_of<'a>(session: &'a Session, id: &SeatId) -> Holds<&'a Seat> {
    session.first_seat(id).ok_or_else(|| Not::Needs(Need::Seat(id.clone())))
}

fn product_of(session: &Session, id: &ProductId) -> Holds {
    match session.charter.product(id).is_some() || session.added_products.contains_key(id) {
        true => Ok(()),
        false => Err(Not::Needs(Need::Product(id.clone()))),
    }
}

/// The set under a basis: the charter's, or that of the entry that added the product or changed its set.
fn set_of(session: &Session, product: &ProductId, basis: Option<EntryId>) -> Holds<Arc<ProductSet>> {
    product_of(session, product)?;
    if let Some(basis) = basis {
        match named_desk(session, basis)? {
            DeskAct::AddProduct { product: added, .. } if added.id == *product => {}
            DeskAct::ChangeSet { product: changed, .. } if changed == product => {}
            _ => return Err(Refusal::RestsOnVoid.into()),
        }
    }
    session.set_of(product, basis).ok_or(Not::Void(Refusal::RestsOnVoid))
}

/// Who presides and who entered it, from the hand-over it names.
fn signed(session: &Session, by: &By) -> Holds {
    let presiding = seat_of(session, &by.presiding)?;
    match by.under {
        None if presiding.role == Role::Chair => {}
        None => return Err(Refusal::NotPresiding(by.presiding.clone()).into()),
        Some(under) => match named_desk(session, under)? {
            DeskAct::HandOver { to } if *to == by.presiding => {}
            _ => return Err(Refusal::NotPresiding(by.presiding.clone()).into()),
        },
    }
    let entered = seat_of(session, &by.entered)?;
    let by_order = session.charter.rules.secretary_records && entered.role == Role::Secretary;
    match by.entered == by.presiding || by_order {
        true => Ok(()),
        false => Err(Refusal::NotPresiding(by.presiding.clone()).into()),
    }
}

fn seat_act(session: &Session, seat: &Seat, act: &SeatAct) -> Holds {
    let scores = || match seat.scores {
        true => Ok(()),
        false => Err(Not::Void(Refusal::DoesNotScore(seat.id.clone()))),
    };
    match act {
        SeatAct::Mark { product, basis, criterion, cell } => {
            scores()?;
            let set = set_of(session, product, *basis)?;
            Ok(fits(&set, criterion, cell.value)?)
        }
        SeatAct::Submit { product, basis, sheet, from, answers } => {
            scores()?;
            let set = set_of(session, product, *basis)?;
            Ok(complete(&set, sheet)?)
                .and_then(|()| from.iter().try_for_each(|mark| settled(session, *mark)))
                .and_then(|()| answers.map_or(Ok(()), |ask| answer(session, seat, product, sheet, ask)))
        }
        SeatAct::TakeBack { product, basis } => {
            scores()?;
            set_of(session, product, *basis).map(|_| ())
        }
        SeatAct::Recuse { product, reason } => {
            scores()?;
            product_of(session, product)?;
            Ok(reasoned(reason)?)
        }
        SeatAct::Unrecuse { product } | SeatAct::Opinion { product, .. } | SeatAct::Raise { product, .. } => {
            product_of(session, product)
        }
        SeatAct::Unraise { product, raised } => {
            product_of(session, product)?;
            named(session, *raised)?;
            match session.held.get(raised).map(|held| &held.entry.author) {
                Some(Author::Seat(author)) if *author == seat.id => raises(session, *raised, product),
                _ => Err(Refusal::RestsOnVoid.into()),
            }
        }
    }
}

/// A sheet that answers a re-scoring: asked of this seat, and different from the opened sheet only where asked.
fn answer(session: &Session, seat: &Seat, product: &ProductId, sheet: &Marks, ask: EntryId) -> Holds {
    let DeskAct::Rescore { product: asked_on, reveal, seats, criteria, .. } = named_desk(session, ask)? else {
        return Err(Refusal::RestsOnVoid.into());
    };
    if asked_on != product || !seats.contains(&seat.id) {
        return Err(Refusal::NotAsked(seat.id.clone()).into());
    }
    let opened = opened_sheets(session, *reveal, product)?
        .iter()
        .find(|(other, _)| *other == seat.id)
        .and_then(|(_, id)| session.sheet(*id))
        .ok_or(Not::Void(Refusal::NotAsked(seat.id.clone())))?;
    let asked = |code: &Code| criteria.is_empty() || criteria.contains(code);
    let strayed =
        sheet.iter().chain(opened.iter()).any(|(code, _)| !asked(code) && sheet.cell(code) != opened.cell(code));
    match strayed {
        true => Err(Refusal::NotAsked(seat.id.clone()).into()),
        false => Ok(()),
    }
}

/// The sheets that an effective reveal of this product opened.
fn opened_sheets<'a>(session: &'a Session, reveal: EntryId, product: &ProductId) -> Holds<&'a [(SeatId, EntryId)]> {
    match named_desk(session, reveal)? {
        DeskAct::Reveal { product: opened, sheets, .. } if opened == product => Ok(sheets),
        _ => Err(Refusal::RestsOnVoid.into()),
    }
}

fn raises(session: &Session, raised: EntryId, product: &ProductId) -> Holds {
    match named(session, raised)? {
        Act::Seat(SeatAct::Raise { product: on, .. }) if on == product => Ok(()),
        _ => Err(Refusal::RestsOnVoid.into()),
    }
}

fn desk_act(session: &Session, entry: &Entry, by: &By, act: &DeskAct) -> Holds {
    if let Some(product) = phase::product_of(act) {
        if !matches!(act, DeskAct::AddProduct { .. }) {
            product_of(session, product)?;
        }
    }
    match act {
        DeskAct::Attendance { seat, .. } => seat_of(session, seat).map(|_| ())?,
        DeskAct::HandOver { to } => match seat_of(session, to)?.role {
            Role::Chair | Role::Deputy => {}
            _ => return Err(Refusal::CannotPreside(to.clone()).into()),
        },
        DeskAct::Correct { product, field, value, reason } => {
            product_of(session, product)?;
            reasoned(reason)?;
            correct_value(*field, value)?;
        }
        DeskAct::CorrectSeat { seat, reason, .. } => {
            seat_of(session, seat)?;
            reasoned(reason)?;
        }
        DeskAct::AddProduct { product, set, reason } => {
            reasoned(reason)?;
            if session.charter.product(&product.id).is_some() {
                return Err(Refusal::TakenId(product.id.to_string()).into());
            }
            carried(session, product.set, set.as_deref())?;
        }
        DeskAct::AddSeat { seat, reason } => {
            reasoned(reason)?;
            if session.charter.seat(&seat.id).is_some() {
                return Err(Refusal::TakenId(seat.id.to_string()).into());
            }
            if seat.role == Role::Chair {
                return Err(Refusal::CannotPreside(seat.id.clone()).into());
            }
        }
        DeskAct::ChangeSet { no, set, reason, .. } => {
            reasoned(reason)?;
            carried(session, *no, set.as_deref())?;
        }
        DeskAct::Reveal { product, basis, sheets, without, present } => {
            reveal(session, by, product, *basis, (sheets, without), present)?;
        }
        DeskAct::Rescore { product, reveal, seats, criteria, .. } => {
            let opened = opened_sheets(session, *reveal, product)?;
            if let Some(stranger) = seats.iter().find(|seat| !opened.iter().any(|(other, _)| other == *seat)) {
                return Err(Refusal::NotAsked(stranger.clone()).into());
            }
            if seats.is_empty() {
                return Err(Refusal::BadValue("seats").into());
            }
            let set = reveal_set(session, *reveal)?;
            if let Some(code) = criteria.iter().find(|code| set.criterion(code).is_none()) {
                return Err(Refusal::UnknownCriterion(code.clone()).into());
            }
        }
        DeskAct::RescoreWithdraw { product, reveal, seats, .. } => {
            opened_sheets(session, *reveal, product)?;
            if seats.is_empty() {
                return Err(Refusal::BadValue("seats").into());
            }
        }
        DeskAct::Rule { product, reveal, minimum, .. } => {
            opened_sheets(session, *reveal, product)?;
            disagree(session, *reveal, minimum)?;
        }
        DeskAct::Accept { product, reveal, dispute, .. } => {
            opened_sheets(session, *reveal, product)?;
            if let Some(late) = dispute.entry {
                named(session, late)?;
            }
        }
        DeskAct::Dismiss { product, raised, reason } => {
            reasoned(reason)?;
            raises(session, *raised, product)?;
        }
        DeskAct::Lock { product, reveal, rulings, accepted, result, forward } => {
            lock(session, product, *reveal, (rulings, accepted), result, *forward)?;
        }
        DeskAct::Close { ground, .. } => reasoned(ground)?,
        DeskAct::Reopen { product, to, reason } => {
            reasoned(reason)?;
            match to {
                Back::Blind(basis) => set_of(session, product, *basis).map(|_| ())?,
                Back::Revealed(reveal) => opened_sheets(session, *reveal, product).map(|_| ())?,
            }
        }
        DeskAct::Conclude { product, .. } => product_of(session, product)?,
        DeskAct::Remark { product, .. } => product.as_ref().map_or(Ok(()), |product| product_of(session, product))?,
        DeskAct::Seal { file } => {
            crate::council::Hash::parse(file).ok_or(Refusal::BadValue("file"))?;
        }
    }
    if phase::product_of(act).is_some() {
        let before = session.phase_before(act, &entry.over);
        phase::follow(act, entry.id, &before, |id| session.phases.get(&id).cloned())?;
        if let (DeskAct::Reveal { product, basis, .. }, Phase::Revealed { .. } | Phase::Rescoring { .. }) =
            (act, &before)
        {
            if session.basis_of(&before, product) != *basis {
                return Err(Refusal::RestsOnVoid.into());
            }
        }
    }
    Ok(())
}

/// A reveal: every scoring seat of the charter once, sheets of those seats for this product, quorum and chair there.
fn reveal(
    session: &Session,
    by: &By,
    product: &ProductId,
    basis: Option<EntryId>,
    (sheets, without): (&[(SeatId, EntryId)], &[(SeatId, Left)]),
    present: &[SeatId],
) -> Holds {
    set_of(session, product, basis)?;
    let roll: Vec<&SeatId> = sheets.iter().map(|(seat, _)| seat).chain(without.iter().map(|(seat, _)| seat)).collect();
    for seat in &roll {
        if !seat_of(session, seat)?.scores {
            return Err(Refusal::DoesNotScore((*seat).clone()).into());
        }
    }
    let once = |seat: &SeatId| roll.iter().filter(|other| **other == seat).count();
    let all = session.charter.seats.iter().filter(|seat| seat.scores).all(|seat| once(&seat.id) == 1);
    if !all || roll.iter().any(|seat| once(seat) != 1) {
        return Err(Refusal::WrongRoll.into());
    }
    for (seat, submit) in sheets {
        match named(session, *submit)? {
            Act::Seat(SeatAct::Submit { product: on, basis: under, .. }) if on == product && *under == basis => {}
            _ => return Err(Refusal::RestsOnVoid.into()),
        }
        if session.held.get(submit).map(|held| &held.entry.author) != Some(&Author::Seat(seat.clone())) {
            return Err(Refusal::RestsOnVoid.into());
        }
    }
    let rules = &session.charter.rules;
    if sheets.len() < usize::from(rules.min_sheets) {
        return Err(Refusal::TooFewSheets { have: sheets.len(), needed: usize::from(rules.min_sheets) }.into());
    }
    if !present.contains(&by.presiding) {
        return Err(Refusal::PresidingAbsent(by.presiding.clone()).into());
    }
    let here =
        session.charter.seats.iter().filter(|seat| seat.role != Role::Advisory && present.contains(&seat.id)).count();
    let of = session.charter.seats.iter().filter(|seat| seat.role != Role::Advisory).count();
    let needed = rules.quorum.least(of);
    match here >= needed {
        true => Ok(()),
        false => Err(Refusal::NoQuorum { present: here, needed }.into()),
    }
}

fn reveal_set(session: &Session, reveal: EntryId) -> Holds<Arc<ProductSet>> {
    match named_desk(session, reveal)? {
        DeskAct::Reveal { product, basis, .. } => set_of(session, product, *basis),
        _ => Err(Refusal::RestsOnVoid.into()),
    }
}

/// A ruling needs counted sheets that disagree on the minimum.
fn disagree(session: &Session, reveal: EntryId, minimum: &MinimumId) -> Holds {
    let verdict = session.judge(reveal, &[]).ok_or(Not::Void(Refusal::RestsOnVoid))?;
    let finding = verdict
        .minima
        .iter()
        .find(|finding| finding.minimum == *minimum)
        .ok_or_else(|| Not::Void(Refusal::UnknownCriterion(minimum.criterion.clone())))?;
    match finding.met_by > 0 && finding.met_by < finding.of {
        true => Ok(()),
        false => Err(Refusal::NoDisagreement(minimum.criterion.clone()).into()),
    }
}

/// A lock holds only if recomputing from exactly the entries it names gives its result with nothing open.
fn lock(
    session: &Session,
    product: &ProductId,
    reveal: EntryId,
    (rulings, accepted): (&[EntryId], &[EntryId]),
    result: &ResultLine,
    forward: Option<Forward>,
) -> Holds {
    opened_sheets(session, reveal, product)?;
    for ruling in rulings {
        match named_desk(session, *ruling)? {
            DeskAct::Rule { reveal: on, .. } if session.same_reveal(*on, reveal) => {}
            _ => return Err(Refusal::RestsOnVoid.into()),
        }
    }
    let mut let_stand = Vec::new();
    for acceptance in accepted {
        match named_desk(session, *acceptance)? {
            DeskAct::Accept { reveal: on, dispute, .. } if session.same_reveal(*on, reveal) => let_stand.push(dispute),
            _ => return Err(Refusal::RestsOnVoid.into()),
        }
    }
    let verdict = session.judge(reveal, &session.ruled(rulings)).ok_or(Not::Void(Refusal::RestsOnVoid))?;
    let open = verdict.disputes.iter().filter(|d| d.blocking && !let_stand.contains(&&d.key)).count();
    if open > 0 {
        return Err(Refusal::Blocked(open).into());
    }
    match (asks_forward(&verdict), forward) {
        (true, None) => return Err(Refusal::ForwardNeeded.into()),
        (false, Some(_)) => return Err(Refusal::ForwardNotAsked.into()),
        _ => {}
    }
    match result_line(&verdict) == *result {
        true => Ok(()),
        false => Err(Refusal::WrongResult.into()),
    }
}

/// A set that an act carries, or that the charter has.
fn carried(session: &Session, no: u8, set: Option<&ProductSet>) -> Holds {
    match set {
        None if session.charter.set(no).is_some() => Ok(()),
        Some(set) if set.no == no && check::set_flaws(set, session.charter.rubric.total).is_empty() => Ok(()),
        _ => Err(Refusal::UnknownSet(no).into()),
    }
}

/// Whether a value fits a criterion of the set.
pub(super) fn fits(set: &ProductSet, code: &Code, value: Value) -> Result<(), Refusal> {
    let criterion = set.criterion(code).ok_or_else(|| Refusal::UnknownCriterion(code.clone()))?;
    match value {
        Value::Level(level) if criterion.level(level).is_none() => Err(Refusal::UnknownLevel(code.clone())),
        Value::NoneMet if criterion.has_zero() => Err(Refusal::UnknownLevel(code.clone())),
        _ => Ok(()),
    }
}

/// Whether a sheet can be handed in: every criterion chosen, nothing foreign on it.
pub(super) fn complete(set: &ProductSet, sheet: &Marks) -> Result<(), Refusal> {
    for (code, cell) in sheet.iter() {
        fits(set, code, cell.value)?;
    }
    let missing = sheet.missing(set);
    if missing.is_empty() { Ok(()) } else { Err(Refusal::Incomplete(missing)) }
}

/// Whether a reason was given.
pub(super) fn reasoned(reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonNeeded) } else { Ok(()) }
}

/// Whether a product's field can take a value.
pub(super) fn correct_value(field: crate::council::ProductField, value: &str) -> Result<(), Refusal> {
    use crate::council::ProductField::{Kind, Name};
    match field {
        Name if value.trim().is_empty() => Err(Refusal::BadValue("name")),
        Kind if super::product_kind(value).is_none() => Err(Refusal::BadValue("kind")),
        _ => Ok(()),
    }
}
