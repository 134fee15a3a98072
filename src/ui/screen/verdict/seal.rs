//! The page of the seal: what is missing, product by product; once sealed, the seal to write on the minutes.

use super::{Lines, names};
use crate::app::desk;
use crate::app::screen::verdict::checklist;
use crate::i18n::{Lang, board, refusal, two_ways, verdict as say};
use crate::session::{Refusal, Session};
use crate::text::cut;
use crate::ui::Role;

pub(super) fn lines(lang: Lang, session: &Session, width: usize) -> Lines {
    let mut lines = vec![(Role::Heading, say::heading_seal(lang).to_owned()), (Role::Plain, String::new())];
    if let Some(digits) = session.seal_digits() {
        lines.push((Role::Good, say::seal_is(lang).to_owned()));
        lines.push((Role::Plain, String::new()));
        lines.extend(say::seal_groups(digits).into_iter().map(|groups| (Role::Own, format!("   {groups}"))));
        return lines;
    }
    let missing = checklist::missing(session);
    let of = session.products().len();
    lines.push((Role::Plain, say::settled(lang, of - missing.len(), of)));
    match session.ready_to_seal() {
        Ok(()) => {
            lines.push((Role::Good, say::can_seal(lang).to_owned()));
            return lines;
        }
        // These are told one by one below.
        Err(Refusal::Unsettled(_) | Refusal::FieldContested | Refusal::PresidingContested) => {}
        Err(other) => lines.push((Role::Danger, refusal::refusal_in(lang, session, &other))),
    }
    let (matters, told) = two_ways::before_seal(lang, session);
    if matters > 0 {
        lines.push((Role::Plain, String::new()));
        lines.push((Role::Heading, two_ways::before_the_seal(lang, matters)));
        lines.extend(told.into_iter().map(|said| (Role::Danger, said)));
    }
    if !missing.is_empty() {
        lines.push((Role::Plain, String::new()));
        lines.push((Role::Heading, say::missing_heading(lang).to_owned()));
    }
    let half = width / 2;
    lines.extend(missing.into_iter().map(|(_, product, waiting)| {
        let who = |seat: &crate::council::SeatId| names(lang, session, std::slice::from_ref(seat));
        let waits = board::waits(lang, session, &waiting, who);
        let line = format!("{} · {waits}", cut(&desk::name(session, &product), half));
        (Role::Plain, cut(&line, width.saturating_sub(2)))
    }));
    lines
}
