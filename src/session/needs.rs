//! What an entry rests on: the entries, products and seats it names, which have to be here before it can be judged. How
//! it stands then is judged in `standing`.

use super::{Session, Standing};
use crate::council::{Act, Author, Back, Content, DeskAct, Entry, EntryId, ProductId, Role, Seat, SeatAct, SeatId};

/// What an entry waits for while it is not here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Need {
    /// An entry, settled.
    Entry(EntryId),
    /// A product, of the first list or added.
    Product(ProductId),
    /// A seat of the charter, or one added with this office.
    Seat(SeatId, Office),
}

/// What a seat is, as an entry relies on it. A seat added twice, differently, holds the offices of both additions:
/// otherwise an act of its would stand or fall by which addition arrived first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Office {
    /// A seat at all.
    Any,
    /// Scores.
    Scores,
    /// Counts in the quorum.
    Sits,
    /// May preside.
    Presides,
    /// May enter acts of the desk by order.
    Records,
}

impl Office {
    pub(super) const ALL: [Office; 5] = [Office::Any, Office::Scores, Office::Sits, Office::Presides, Office::Records];

    pub(super) fn is_held_by(self, seat: &Seat) -> bool {
        match self {
            Office::Any => true,
            Office::Scores => seat.scores,
            Office::Sits => seat.role != Role::Advisory,
            Office::Presides => matches!(seat.role, Role::Chair | Role::Deputy),
            Office::Records => seat.role == Role::Secretary,
        }
    }
}

/// Everything an entry names that is not here yet.
pub(super) fn unmet(session: &Session, entry: &Entry) -> Vec<Need> {
    match &entry.content {
        Content::Known(act) => unmet_by(session, &entry.author, &entry.over, act),
        Content::Unknown => Vec::new(),
    }
}

pub(super) fn unmet_by(session: &Session, author: &Author, over: &[EntryId], act: &Act) -> Vec<Need> {
    let mut unmet = Vec::new();
    each_need(author, over, act, &mut |need| {
        let met = match &need {
            Need::Entry(id) => session.held.get(id).is_some_and(|held| held.standing != Standing::Waiting),
            Need::Product(product) => session.knows_product(product),
            Need::Seat(seat, office) => session.charter.seat(seat).is_some() || session.holds_office(seat, *office),
        };
        if !met {
            unmet.push(need);
        }
    });
    unmet
}

/// Names everything an entry rests on.
fn each_need(author: &Author, over: &[EntryId], act: &Act, need: &mut impl FnMut(Need)) {
    let mut entries = |ids: &mut dyn Iterator<Item = EntryId>| ids.for_each(|id| need(Need::Entry(id)));
    entries(&mut over.iter().copied());
    match act {
        Act::Seat(SeatAct::Mark { basis, .. } | SeatAct::TakeBack { basis, .. }) => entries(&mut basis.iter().copied()),
        Act::Seat(SeatAct::Submit { basis, from, answers, .. }) => {
            entries(&mut basis.iter().chain(from).chain(answers).copied());
        }
        Act::Seat(SeatAct::Unraise { raised, .. }) => entries(&mut std::iter::once(*raised)),
        Act::Seat(
            SeatAct::Recuse { .. } | SeatAct::Unrecuse { .. } | SeatAct::Raise { .. } | SeatAct::Opinion { .. },
        ) => {}
        Act::Desk(by, act) => {
            entries(&mut by.under.iter().copied());
            match act {
                DeskAct::Reveal { basis, sheets, .. } => {
                    entries(&mut basis.iter().copied().chain(sheets.iter().map(|(_, id)| *id)));
                }
                DeskAct::Rescore { reveal, .. }
                | DeskAct::RescoreWithdraw { reveal, .. }
                | DeskAct::Rule { reveal, .. }
                | DeskAct::Reopen { to: Back::Revealed(reveal), .. } => entries(&mut std::iter::once(*reveal)),
                DeskAct::Accept { reveal, dispute, .. } => {
                    entries(&mut std::iter::once(*reveal).chain(dispute.entry));
                }
                DeskAct::Dismiss { raised, .. } => entries(&mut std::iter::once(*raised)),
                DeskAct::Lock { reveal, rulings, accepted, .. } => {
                    entries(&mut std::iter::once(reveal).chain(rulings).chain(accepted).copied());
                }
                DeskAct::Reopen { to: Back::Blind(basis), .. } => entries(&mut basis.iter().copied()),
                DeskAct::Attendance { .. }
                | DeskAct::HandOver { .. }
                | DeskAct::Correct { .. }
                | DeskAct::CorrectSeat { .. }
                | DeskAct::AddProduct { .. }
                | DeskAct::AddSeat { .. }
                | DeskAct::ChangeSet { .. }
                | DeskAct::Close { .. }
                | DeskAct::Conclude { .. }
                | DeskAct::Remark { .. }
                | DeskAct::Seal { .. } => {}
            }
        }
    }
    let adds = matches!(act, Act::Desk(_, DeskAct::AddProduct { .. }));
    act.product().filter(|_| !adds).into_iter().for_each(|product| need(Need::Product(product.clone())));
    let mut seat = |seat: &SeatId, office| need(Need::Seat(seat.clone(), office));
    match (author, act) {
        (Author::Seat(id), Act::Seat(act)) => seat(id, if scores(act) { Office::Scores } else { Office::Any }),
        (Author::Desk, Act::Desk(by, act)) => {
            seat(&by.presiding, Office::Any);
            if by.entered != by.presiding {
                seat(&by.entered, Office::Records);
            }
            match act {
                DeskAct::Attendance { seat: of, .. } | DeskAct::CorrectSeat { seat: of, .. } => seat(of, Office::Any),
                DeskAct::HandOver { to } => seat(to, Office::Presides),
                DeskAct::Reveal { sheets, without, present, .. } => {
                    let roll = sheets.iter().map(|(id, _)| id).chain(without.iter().map(|(id, _)| id));
                    roll.for_each(|id| seat(id, Office::Scores));
                    for id in present {
                        seat(id, Office::Sits);
                    }
                }
                _ => {}
            }
        }
        (Author::Seat(_), Act::Desk(..)) | (Author::Desk, Act::Seat(_)) => {}
    }
}

/// Whether an act is one of scoring.
pub(super) fn scores(act: &SeatAct) -> bool {
    match act {
        SeatAct::Mark { .. } | SeatAct::Submit { .. } | SeatAct::TakeBack { .. } | SeatAct::Recuse { .. } => true,
        SeatAct::Unrecuse { .. } | SeatAct::Raise { .. } | SeatAct::Unraise { .. } | SeatAct::Opinion { .. } => false,
    }
}
