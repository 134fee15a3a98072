//! What of the record a reader may see (invariant 7). A mark shows once it is part of a sheet that was opened; what was
//! marked and never came to be part of one stays with its author, whatever becomes of the product.

use std::collections::HashSet;

use super::Session;
use crate::council::{Act, Author, Content, DeskAct, Entry, EntryId, SeatAct, SeatId};

/// How much of an entry a reader may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Not even that it is there.
    Hidden,
    /// That it is there, none of its words and figures.
    ThatItIs,
    /// Everything.
    Whole,
}

/// Somebody who reads the record: a seat, or the table.
#[derive(Debug)]
pub struct Reader<'a> {
    session: &'a Session,
    seat: Option<&'a SeatId>,
    /// Sheets that were opened, and the marks they were made from.
    opened: HashSet<EntryId>,
}

impl Session {
    /// A reader of the record (none: the table).
    pub fn reader<'a>(&'a self, seat: Option<&'a SeatId>) -> Reader<'a> {
        Reader { session: self, seat, opened: self.opened_entries() }
    }

    /// The sheets of every reveal of the products whose sheets are open to everyone, and what they were made from:
    /// the marks they name, and those that these replaced.
    fn opened_entries(&self) -> HashSet<EntryId> {
        let mut opened = HashSet::new();
        let mut next: Vec<EntryId> = Vec::new();
        for id in self.decided.keys() {
            let Some(DeskAct::Reveal { product, sheets, .. }) = self.desk_act(*id) else { continue };
            if self.opened(product).is_some() {
                next.extend(sheets.iter().map(|(_, sheet)| *sheet));
            }
        }
        while let Some(id) = next.pop() {
            if !opened.insert(id) {
                continue;
            }
            match self.act(id) {
                Some(Act::Seat(SeatAct::Submit { from, .. })) => next.extend(from),
                Some(Act::Seat(SeatAct::Mark { .. })) => {
                    next.extend(self.held.get(&id).into_iter().flat_map(|held| &held.entry.over));
                }
                _ => {}
            }
        }
        opened
    }
}

impl Reader<'_> {
    /// How much of an entry shows.
    pub fn sees(&self, entry: &Entry) -> Sight {
        let own = matches!(&entry.author, Author::Seat(author) if Some(author) == self.seat);
        if own || entry.author == Author::Desk {
            return Sight::Whole;
        }
        // What cannot be read might be a mark.
        let Content::Known(act) = &entry.content else { return Sight::Hidden };
        match &**act {
            Act::Seat(SeatAct::Mark { .. } | SeatAct::Submit { .. }) if self.opened.contains(&entry.id) => Sight::Whole,
            Act::Seat(SeatAct::Mark { .. }) => Sight::Hidden,
            Act::Seat(SeatAct::Submit { .. }) => Sight::ThatItIs,
            Act::Seat(SeatAct::Opinion { product, .. }) => match self.session.opened(product) {
                Some(_) => Sight::Whole,
                None => Sight::Hidden,
            },
            Act::Seat(_) | Act::Desk(..) => Sight::Whole,
        }
    }
}
