//! The second gate: how an entry stands, from the charter, the entry and the entries it names – nothing else. Hence
//! any order of arrival gives the same session, and what is effective in one copy is effective in every copy that
//! holds the same entries. First everything it names has to be here; then it is judged, once and for good.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::course::Decided;
use super::needs::{Need, Office, scores, unmet_by};
use super::propose::{Roll, asks_forward, result_line};
use super::refusal::{Refusal, ensure};
use super::{Phase, Session, Standing};
use crate::council::{
    Act, Author, Back, By, Content, DeskAct, Entry, EntryId, Forward, Hash, Marks, MinimumId, Product, ProductField,
    ProductId, Reason, ReasonKind, ResultLine, Role, SeatAct, SeatField, SeatId, Value,
};
use crate::rubric::{Code, Criterion, Group, ProductSet, check};

type Holds<T = ()> = Result<T, Refusal>;

/// How an entry stands that names nothing that is missing; and what it led to, if it is a phase act that holds.
pub(super) fn of(session: &Session, entry: &Entry) -> (Standing, Option<Decided>) {
    let Content::Known(act) = &entry.content else { return (Standing::Unknown, None) };
    match holds(session, entry.id, &entry.author, &entry.over, act) {
        Ok(decided) => (Standing::Effective, decided),
        Err(refusal) => (Standing::Void(refusal), None),
    }
}

/// Whether an act, were it written here and now over these entries, would take effect everywhere.
pub(super) fn would_hold(session: &Session, author: &Author, over: &[EntryId], act: &Act) -> Holds {
    match unmet_by(session, author, over, act).into_iter().next() {
        None => holds(session, EntryId::from(session.id), author, over, act).map(|_| ()),
        Some(Need::Entry(_)) => Err(Refusal::RestsOnVoid),
        Some(Need::Product(product)) => Err(Refusal::UnknownProduct(product)),
        Some(Need::Seat(seat, office)) => Err(match (session.role(&seat), office) {
            (None, _) => Refusal::UnknownSeat(seat),
            (Some(_), Office::Presides) => Refusal::CannotPreside(seat),
            (Some(_), Office::Records) => Refusal::NotPresiding(seat),
            (Some(_), Office::Any | Office::Scores | Office::Sits) => Refusal::DoesNotScore(seat),
        }),
    }
}

fn holds(session: &Session, this: EntryId, author: &Author, over: &[EntryId], act: &Act) -> Holds<Option<Decided>> {
    match (author, act) {
        (Author::Seat(seat), Act::Seat(act)) => seat_act(session, seat, act).map(|()| None),
        (Author::Desk, Act::Desk(by, act)) => {
            signed(session, by)?;
            desk_act(session, by, act)?;
            session.lead(this, over, act)
        }
        (Author::Seat(seat), Act::Desk(..)) => Err(Refusal::NotPresiding(seat.clone())),
        (Author::Desk, Act::Seat(_)) => Err(Refusal::BadValue("author")),
    }
}

/// The desk act of a named entry, which must be effective.
fn named(session: &Session, id: EntryId) -> Holds<&DeskAct> {
    session.desk_act(id).ok_or(Refusal::RestsOnVoid)
}

/// The set under a basis: the charter's, or that of the entry that added the product or changed its set.
fn set_of<'a>(session: &'a Session, product: &ProductId, basis: Option<EntryId>) -> Holds<&'a Arc<ProductSet>> {
    if let Some(basis) = basis {
        match named(session, basis)? {
            DeskAct::AddProduct { product: added, .. } if added.id == *product => {}
            DeskAct::ChangeSet { product: changed, .. } if changed == product => {}
            _ => return Err(Refusal::RestsOnVoid),
        }
    }
    session.set_of(product, basis).ok_or(Refusal::RestsOnVoid)
}

/// Who presides and who entered it, from the hand-over it names.
fn signed(session: &Session, by: &By) -> Holds {
    let presides = match by.under {
        None => session.charter.seat(&by.presiding).is_some_and(|seat| seat.role == Role::Chair),
        Some(under) => matches!(named(session, under), Ok(DeskAct::HandOver { to }) if *to == by.presiding),
    };
    let by_order = session.charter.rules.secretary_records && session.holds_office(&by.entered, Office::Records);
    ensure(presides && (by.entered == by.presiding || by_order), Refusal::NotPresiding(by.presiding.clone()))
}

fn seat_act(session: &Session, seat: &SeatId, act: &SeatAct) -> Holds {
    if scores(act) && !session.holds_office(seat, Office::Scores) {
        return Err(Refusal::DoesNotScore(seat.clone()));
    }
    match act {
        SeatAct::Mark { product, basis, criterion, cell } => {
            fits(set_of(session, product, *basis)?, criterion, cell.value)
        }
        SeatAct::Submit { product, basis, sheet, answers, .. } => {
            let scored_by = set_of(session, product, *basis)?;
            complete(scored_by, sheet)?;
            answers.map_or(Ok(()), |ask| answer(session, seat, (product, scored_by), sheet, ask))
        }
        SeatAct::TakeBack { product, basis } => set_of(session, product, *basis).map(|_| ()),
        SeatAct::Recuse { reason, .. } => reasoned(reason),
        SeatAct::Unrecuse { .. } | SeatAct::Opinion { .. } | SeatAct::Raise { .. } => Ok(()),
        SeatAct::Unraise { product, raised } => match session.author(*raised) {
            Some(Author::Seat(author)) if author == seat => raises(session, *raised, product),
            _ => Err(Refusal::RestsOnVoid),
        },
    }
}

/// A sheet that answers a re-scoring: asked of this seat, and different from the opened sheet only where asked.
fn answer(
    session: &Session,
    author: &SeatId,
    (product, set): (&ProductId, &ProductSet),
    sheet: &Marks,
    ask: EntryId,
) -> Holds {
    let not_asked = || Refusal::NotAsked(author.clone());
    let (Ok(DeskAct::Rescore { product: on, reveal, .. }), Some(Phase::Rescoring { asked, .. })) =
        (named(session, ask), session.phase_by(ask))
    else {
        return Err(Refusal::RestsOnVoid);
    };
    let (by, criteria) = asked.get(author).ok_or_else(not_asked)?;
    if on != product || *by != ask {
        return Err(not_asked());
    }
    let opened = opened_sheets(session, *reveal, product)?
        .iter()
        .find(|(other, _)| other == author)
        .and_then(|(_, id)| session.sheet(*id))
        .ok_or_else(not_asked)?;
    let strayed = sheet
        .iter()
        .chain(opened.iter())
        .any(|(code, _)| !is_asked(set, criteria, code) && sheet.cell(code) != opened.cell(code));
    ensure(!strayed, not_asked())
}

/// Whether a re-scoring of these criteria (none: all) is about this one: named, or scored only if one named is.
pub fn is_asked(set: &ProductSet, criteria: &[Code], code: &Code) -> bool {
    criteria.is_empty() || chain(set, code).any(|code| criteria.contains(code))
}

/// A criterion, the one it needs, the one that needs, and so on. Cut short, should a charter not be sound.
pub(super) fn chain<'a>(set: &'a ProductSet, code: &'a Code) -> impl Iterator<Item = &'a Code> {
    std::iter::successors(Some(code), |code| criterion(set, code)?.needs.as_ref()).take(16)
}

/// The criterion with this code. Every mark comes by here: no list is made on the way.
fn criterion<'a>(set: &'a ProductSet, code: &Code) -> Option<&'a Criterion> {
    fn below<'a>(groups: &'a [Group], code: &Code) -> Option<&'a Criterion> {
        let here = |group: &'a Group| group.criteria.iter().find(|criterion| criterion.code == *code);
        groups.iter().find_map(|group| here(group).or_else(|| below(&group.groups, code)))
    }
    set.parts.iter().find_map(|part| below(&part.groups, code))
}

/// The sheets that an effective reveal of this product opened.
fn opened_sheets<'a>(session: &'a Session, reveal: EntryId, product: &ProductId) -> Holds<&'a [(SeatId, EntryId)]> {
    match named(session, reveal)? {
        DeskAct::Reveal { product: opened, sheets, .. } if opened == product => Ok(sheets),
        _ => Err(Refusal::RestsOnVoid),
    }
}

fn raises(session: &Session, raised: EntryId, product: &ProductId) -> Holds {
    match session.act(raised) {
        Some(Act::Seat(SeatAct::Raise { product: on, .. })) if on == product => Ok(()),
        _ => Err(Refusal::RestsOnVoid),
    }
}

fn desk_act(session: &Session, by: &By, act: &DeskAct) -> Holds {
    match act {
        DeskAct::Attendance { .. } | DeskAct::Conclude { .. } => Ok(()),
        DeskAct::HandOver { to } => {
            ensure(session.holds_office(to, Office::Presides), Refusal::CannotPreside(to.clone()))
        }
        DeskAct::Correct { field, value, reason, .. } => {
            reasoned(reason)?;
            match field {
                ProductField::Name if value.trim().is_empty() => Err(Refusal::BadValue("name")),
                ProductField::Kind if super::product_kind(value).is_none() => Err(Refusal::BadValue("kind")),
                _ => Ok(()),
            }
        }
        DeskAct::CorrectSeat { field, value, reason, .. } => {
            reasoned(reason)?;
            match field {
                SeatField::Title if value.trim().is_empty() => Err(Refusal::BadValue("title")),
                _ => Ok(()),
            }
        }
        DeskAct::AddProduct { product, set, reason } => {
            reasoned(reason)?;
            added_product(session, product, set.as_deref())
        }
        DeskAct::AddSeat { seat, reason } => {
            reasoned(reason)?;
            match seat {
                seat if session.charter.seat(&seat.id).is_some() => Err(Refusal::TakenId(seat.id.to_string())),
                seat if seat.role == Role::Chair => Err(Refusal::CannotPreside(seat.id.clone())),
                seat if seat.title.trim().is_empty() => Err(Refusal::BadValue("title")),
                _ => Ok(()),
            }
        }
        DeskAct::ChangeSet { no, set, reason, .. } => {
            reasoned(reason)?;
            carried(session, *no, set.as_deref())
        }
        DeskAct::Reveal { product, basis, sheets, without, present } => {
            reveal(session, by, (product, *basis), (sheets, without), present)
        }
        DeskAct::Rescore { product, reveal, seats, criteria, reason } => {
            full(reason)?;
            let opened: BTreeSet<&SeatId> =
                opened_sheets(session, *reveal, product)?.iter().map(|(id, _)| id).collect();
            if let Some(stranger) = seats.iter().find(|seat| !opened.contains(seat)) {
                return Err(Refusal::NotAsked(stranger.clone()));
            }
            if seats.is_empty() {
                return Err(Refusal::BadValue("seats"));
            }
            let DeskAct::Reveal { basis, .. } = named(session, *reveal)? else { return Err(Refusal::RestsOnVoid) };
            let scored_by = set_of(session, product, *basis)?;
            match criteria.iter().find(|code| scored_by.criterion(code).is_none()) {
                Some(code) => Err(Refusal::UnknownCriterion(code.clone())),
                None => Ok(()),
            }
        }
        DeskAct::RescoreWithdraw { product, reveal, seats, reason } => {
            reasoned(reason)?;
            opened_sheets(session, *reveal, product)?;
            ensure(!seats.is_empty(), Refusal::BadValue("seats"))
        }
        DeskAct::Rule { product, reveal, minimum, reason, .. } => {
            full(reason)?;
            opened_sheets(session, *reveal, product)?;
            disagree(session, *reveal, minimum)
        }
        DeskAct::Accept { product, reveal, dispute, reason } => {
            full(reason)?;
            opened_sheets(session, *reveal, product)?;
            ensure(dispute.entry.is_none_or(|late| session.act(late).is_some()), Refusal::RestsOnVoid)
        }
        DeskAct::Dismiss { product, raised, reason } => {
            reasoned(reason)?;
            raises(session, *raised, product)
        }
        DeskAct::Lock { product, reveal, rulings, accepted, result, forward } => {
            lock(session, product, *reveal, (rulings, accepted), result, *forward)
        }
        DeskAct::Close { ground, .. } => reasoned(ground),
        DeskAct::Reopen { product, to, reason } => {
            reasoned(reason)?;
            match to {
                Back::Blind(basis) => set_of(session, product, *basis).map(|_| ()),
                Back::Revealed(reveal) => opened_sheets(session, *reveal, product).map(|_| ()),
            }
        }
        DeskAct::Remark { words, .. } => reasoned(words),
        DeskAct::Seal { file } => Hash::parse(file).map(|_| ()).ok_or(Refusal::BadValue("file")),
    }
}

/// A reveal: every scoring seat of the charter once, sheets of those seats for this product, quorum and chair there.
/// Seats added later count as far as it names them.
fn reveal(
    session: &Session,
    by: &By,
    (product, basis): (&ProductId, Option<EntryId>),
    (sheets, without): Roll<'_>,
    present: &[SeatId],
) -> Holds {
    set_of(session, product, basis)?;
    let seats = || sheets.iter().map(|(seat, _)| seat).chain(without.iter().map(|(seat, _)| seat));
    if let Some(stranger) = seats().find(|seat| !session.holds_office(seat, Office::Scores)) {
        return Err(Refusal::DoesNotScore(stranger.clone()));
    }
    let roll: BTreeSet<&SeatId> = seats().collect();
    let complete = session.charter.seats.iter().filter(|seat| seat.scores).all(|seat| roll.contains(&seat.id));
    if !complete || roll.len() != sheets.len() + without.len() {
        return Err(Refusal::WrongRoll);
    }
    for (seat, submit) in sheets {
        match (session.author(*submit), session.act(*submit)) {
            (Some(Author::Seat(author)), Some(Act::Seat(SeatAct::Submit { product: on, basis: under, .. })))
                if (author, on, *under) == (seat, product, basis) => {}
            _ => return Err(Refusal::RestsOnVoid),
        }
    }
    let rules = &session.charter.rules;
    if sheets.len() < usize::from(rules.min_sheets) {
        return Err(Refusal::TooFewSheets { have: sheets.len(), needed: usize::from(rules.min_sheets) });
    }
    if !present.contains(&by.presiding) {
        return Err(Refusal::PresidingAbsent(by.presiding.clone()));
    }
    let here: BTreeSet<&SeatId> = present.iter().filter(|seat| session.holds_office(seat, Office::Sits)).collect();
    let first = session.charter.seats.iter().filter(|seat| seat.role != Role::Advisory).count();
    let added = here.iter().filter(|seat| session.charter.seat(seat).is_none()).count();
    let needed = rules.quorum.least(first + added);
    ensure(here.len() >= needed, Refusal::NoQuorum { present: here.len(), needed })
}

/// A ruling needs counted sheets that disagree on the minimum.
fn disagree(session: &Session, reveal: EntryId, minimum: &MinimumId) -> Holds {
    let verdict = session.judge(reveal, &[]).ok_or(Refusal::RestsOnVoid)?;
    match verdict.minima.iter().find(|finding| finding.minimum == *minimum) {
        None => Err(Refusal::UnknownCriterion(minimum.criterion.clone())),
        Some(finding) if finding.met_by > 0 && finding.met_by < finding.of => Ok(()),
        Some(_) => Err(Refusal::NoDisagreement(minimum.criterion.clone())),
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
    let mut ruled = BTreeSet::new();
    for ruling in rulings {
        match named(session, *ruling)? {
            DeskAct::Rule { reveal: on, minimum, .. } if session.same_reveal(*on, reveal) && ruled.insert(minimum) => {}
            _ => return Err(Refusal::RestsOnVoid),
        }
    }
    let mut let_stand = BTreeSet::new();
    for acceptance in accepted {
        match named(session, *acceptance)? {
            DeskAct::Accept { reveal: on, dispute, .. } if session.same_reveal(*on, reveal) => {
                let_stand.insert(dispute);
            }
            _ => return Err(Refusal::RestsOnVoid),
        }
    }
    let verdict = session.judge(reveal, &session.ruled(rulings)).ok_or(Refusal::RestsOnVoid)?;
    let open = verdict.disputes.iter().filter(|d| d.blocking && !let_stand.contains(&d.key)).count();
    if open > 0 {
        return Err(Refusal::Blocked(open));
    }
    match (asks_forward(&verdict), forward) {
        (true, None) => return Err(Refusal::ForwardNeeded),
        (false, Some(_)) => return Err(Refusal::ForwardNotAsked),
        _ => {}
    }
    ensure(result_line(&verdict) == *result, Refusal::WrongResult)
}

fn added_product(session: &Session, product: &Product, set: Option<&ProductSet>) -> Holds {
    if session.charter.product(&product.id).is_some() {
        return Err(Refusal::TakenId(product.id.to_string()));
    }
    if product.name.trim().is_empty() {
        return Err(Refusal::BadValue("name"));
    }
    carried(session, product.set, set)
}

/// A set that the charter has, or that an act carries because the charter lacks it.
fn carried(session: &Session, no: u8, set: Option<&ProductSet>) -> Holds {
    let sound = match (session.charter.set(no), set) {
        (Some(first), Some(set)) => first == set,
        (Some(_), None) => true,
        (None, Some(set)) => set.no == no && check::set_flaws(set, session.charter.rubric.total).is_empty(),
        (None, None) => false,
    };
    ensure(sound, Refusal::UnknownSet(no))
}

/// Whether a value fits a criterion of the set.
fn fits(set: &ProductSet, code: &Code, value: Value) -> Holds {
    let criterion = criterion(set, code).ok_or_else(|| Refusal::UnknownCriterion(code.clone()))?;
    match value {
        Value::Level(level) if criterion.level(level).is_none() => Err(Refusal::UnknownLevel(code.clone())),
        Value::NoneMet if criterion.has_zero() => Err(Refusal::UnknownLevel(code.clone())),
        _ => Ok(()),
    }
}

/// Whether a sheet can be handed in: every criterion chosen, nothing foreign on it.
fn complete(set: &ProductSet, sheet: &Marks) -> Holds {
    for (code, cell) in sheet.iter() {
        fits(set, code, cell.value)?;
    }
    let missing = sheet.missing(set);
    ensure(missing.is_empty(), Refusal::Incomplete(missing))
}

/// Whether a reason was given.
fn reasoned(reason: &str) -> Holds {
    ensure(!reason.trim().is_empty(), Refusal::ReasonNeeded)
}

/// Whether a reason whose kind wants words has them.
fn full(reason: &Reason) -> Holds {
    match reason.kind {
        ReasonKind::Other | ReasonKind::DossierPage => reasoned(&reason.words),
        ReasonKind::Understood | ReasonKind::Evidence | ReasonKind::Slip | ReasonKind::Difference => Ok(()),
    }
}
