//! The state of Reconcile and what its commands do: one product, what there is to discuss on it, how it is settled.
//! Drawing stands in `ui::screen::reconcile`, the procedure in `app::desk`.

pub mod map;
pub mod topics;

use super::board::can_reopen;
use super::{Agenda, Dispute, Screen, Verdict, Why};
use crate::app::common::{Common, Tone};
use crate::app::cursor::Cursor;
use crate::app::desk;
use crate::app::key::Key;
use crate::app::keymap::Reconcile as Do;
use crate::council::{DisputeKey, DisputeKind, ProductId};
use crate::i18n::{Lang, both, reconcile as say};
use crate::session::{Phase, Session, SheetState, ThingState};
use topics::Topic;

/// The state of Reconcile.
#[derive(Debug, Default)]
pub struct Reconcile {
    product: Option<ProductId>,
    cursor: Cursor,
    rows: Rows,
    across: usize,
    scrolled: usize,
}

/// Which rows of the map show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// Those on which the sheets differ.
    #[default]
    Differing,
    /// All.
    All,
}

/// Most lines scrolled past: no explanation and no set is longer.
const FARTHEST: usize = 60;

impl Reconcile {
    /// On a product.
    pub fn on(product: ProductId) -> Reconcile {
        Reconcile { product: Some(product), ..Reconcile::default() }
    }

    /// On a product, the cursor on one of its things to discuss.
    pub fn on_thing(common: &Common, product: ProductId, key: &DisputeKey) -> Reconcile {
        let mut screen = Reconcile::on(product);
        let topics = common.session().map(|session| screen.topics(session)).unwrap_or_default();
        let is = |topic: &Topic| match topic {
            Topic::Ground { .. } => false,
            Topic::Thing(thing) => thing.key == *key,
            Topic::Splits(things) => things.iter().any(|thing| thing.key == *key),
        };
        if let Some(at) = topics.iter().position(is) {
            screen.cursor.to(at);
        }
        screen
    }

    /// The product.
    pub fn product(&self) -> Option<&ProductId> {
        self.product.as_ref()
    }

    /// The cursor in the list of things to discuss.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Which rows of the map show.
    pub fn rows(&self) -> Rows {
        self.rows
    }

    /// Columns of seats scrolled past.
    pub fn across(&self) -> usize {
        self.across
    }

    /// Lines of the explanation scrolled past.
    pub fn scrolled(&self) -> usize {
        self.scrolled
    }

    /// The things to discuss.
    pub fn topics(&self, session: &Session) -> Vec<Topic> {
        self.product.as_ref().map(|product| topics::list(session, product)).unwrap_or_default()
    }

    /// The thing the cursor is on.
    pub fn chosen(&self, session: &Session) -> Option<Topic> {
        let mut topics = self.topics(session);
        let at = self.cursor.at(topics.len())?;
        Some(topics.swap_remove(at))
    }

    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        let (Some(session), Some(product)) = (common.session(), &self.product) else { return false };
        let phase = session.phase(product);
        let at_work = desk::at_work(common);
        let open = matches!(phase, Phase::Revealed { .. } | Phase::Rescoring { .. });
        match command {
            Do::Up | Do::Down => self.topics(session).len() > 1,
            Do::PageUp => self.scrolled > 0,
            Do::PageDown | Do::Card => self.chosen(session).is_some(),
            Do::SeatsLeft => self.across > 0,
            Do::SeatsRight => self.across + 1 < session.scoring_seats().len(),
            Do::Rows => phase.reveal().is_some(),
            Do::Rescore => at_work && open,
            Do::Settle => at_work && self.chosen(session).is_some_and(|topic| can_settle(&phase, &topic)),
            Do::Accept => at_work && self.chosen(session).is_some_and(|topic| can_accept(&phase, &topic)),
            Do::Verdict | Do::Next | Do::Previous | Do::Why | Do::Agenda => true,
            Do::Withdraw => at_work && is_returned(session, product),
            Do::Reveal => at_work && can_reveal(session, product, &phase),
            Do::Conclude | Do::Remark => at_work,
            Do::Close => at_work && !matches!(phase, Phase::Locked { .. } | Phase::Closed { .. }),
            Do::Reopen => at_work && can_reopen(&phase),
        }
    }

    /// What a key does here, where it depends on the thing chosen.
    pub fn label(&self, common: &Common, command: Do) -> Option<&'static str> {
        let topic = self.chosen(common.session()?)?;
        (command == Do::Settle).then(|| settle_label(common.lang, &topic))
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let (Some(session), Some(product)) = (common.session(), self.product.clone()) else { return };
        let topic = self.chosen(session);
        let lines = self.topics(session).len();
        let seats = session.scoring_seats().len();
        match command {
            Do::Up => {
                self.scrolled = 0;
                self.cursor.step(-1, lines);
            }
            Do::Down => {
                self.scrolled = 0;
                self.cursor.step(1, lines);
            }
            Do::PageUp => self.scrolled = self.scrolled.saturating_sub(4),
            Do::PageDown => self.scrolled = (self.scrolled + 4).min(FARTHEST),
            Do::SeatsLeft => self.across = self.across.saturating_sub(1),
            Do::SeatsRight => self.across = (self.across + 1).min(seats.saturating_sub(1)),
            Do::Rows => {
                self.scrolled = 0;
                self.rows = match self.rows {
                    Rows::Differing => Rows::All,
                    Rows::All => Rows::Differing,
                };
            }
            Do::Rescore => {
                let (seats, criteria) = topic.map(|topic| (topic.seats(), topic.criteria())).unwrap_or_default();
                desk::rescore(common, &product, &seats, criteria);
            }
            Do::Settle => {
                if let Some(topic) = topic {
                    settle(common, &product, &topic);
                }
            }
            Do::Accept => {
                if let Some(Topic::Thing(thing)) = topic {
                    desk::accept(common, &product, thing.key);
                }
            }
            Do::Verdict => common.go(Screen::Verdict(Verdict::on(product))),
            Do::Card => {
                if let Some(topic) = topic {
                    let card = Dispute::on(common, product, &topic);
                    common.go(Screen::Dispute(card));
                }
            }
            Do::Why => common.go(Screen::Why(Why::on(common, product))),
            Do::Agenda => {
                let agenda = Agenda::of(common);
                common.back_to(Screen::Agenda(agenda));
            }
            Do::Withdraw => desk::withdraw(common, &product),
            Do::Reveal => desk::reveal(common, &product, Vec::new()),
            Do::Next => self.turn(common, &product, Direction::Next),
            Do::Previous => self.turn(common, &product, Direction::Previous),
            Do::Conclude => desk::conclude(common, &product),
            Do::Remark => desk::remark(common, Some(&product)),
            Do::Close => desk::close(common, &product),
            Do::Reopen => desk::reopen(common, &product),
        }
    }

    /// To another product with things to settle.
    fn turn(&mut self, common: &mut Common, from: &ProductId, direction: Direction) {
        let Some(session) = common.session() else { return };
        match other(session, from, direction, |session, product| {
            session.phase(product).name() != crate::session::PhaseName::Blind
                && topics::list(session, product).iter().any(Topic::holds_up)
        }) {
            Some(product) => {
                *self = Reconcile { rows: self.rows, across: self.across, ..Reconcile::on(product) };
            }
            None => common.tell(Tone::Plain, both(|lang| say::no_more(lang).to_owned())),
        }
    }

    /// The session changed, or the screen is shown again: what is settled sinks, so the cursor stays on its line.
    pub fn news(&mut self, common: &mut Common) {
        let lines = common.session().map_or(0, |session| self.topics(session).len());
        self.cursor.step(0, lines);
    }
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Next,
    Previous,
}

/// The next product that fits, round and round, but never the one it starts from.
pub(super) fn other(
    session: &Session,
    from: &ProductId,
    direction: Direction,
    fits: impl Fn(&Session, &ProductId) -> bool,
) -> Option<ProductId> {
    let products: Vec<ProductId> = session.products().into_iter().map(|product| product.id).collect();
    let at = products.iter().position(|product| product == from)?;
    let (before, after) = (&products[..at], &products[at + 1..]);
    let found = |product: &&ProductId| fits(session, product);
    match direction {
        Direction::Next => after.iter().chain(before).find(found),
        Direction::Previous => before.iter().rev().chain(after.iter().rev()).find(found),
    }
    .cloned()
}

fn is_returned(session: &Session, product: &ProductId) -> bool {
    matches!(session.phase(product), Phase::Rescoring { asked, .. }
        if asked.keys().any(|seat| session.progress(seat, product).state == SheetState::Returned))
}

/// Whether the sheets can be opened again: who is waited for in a re-scoring is said when it is asked for; of two
/// decisions that differ only some can be followed by a reveal.
pub(super) fn can_reveal(session: &Session, product: &ProductId, phase: &Phase) -> bool {
    match phase {
        Phase::Rescoring { .. } => true,
        Phase::Contested(_) => desk::can_reveal(session, product),
        _ => false,
    }
}

/// What F6 does on a topic, in two or three words.
pub(super) fn settle_label(lang: Lang, topic: &Topic) -> &'static str {
    match topic {
        Topic::Ground { .. } => say::settle_ground(lang),
        Topic::Splits(_) => say::settle(lang),
        Topic::Thing(thing) => match thing.key.kind {
            DisputeKind::Contested if topic.minima().is_empty() => say::settle_decisions(lang),
            DisputeKind::Contested => say::settle_rulings(lang),
            DisputeKind::Conflict => say::settle_aside(lang),
            DisputeKind::Late => say::reveal(lang),
            _ => say::settle(lang),
        },
    }
}

pub(super) fn can_settle(phase: &Phase, topic: &Topic) -> bool {
    let open = matches!(phase, Phase::Revealed { .. });
    match topic {
        Topic::Ground { .. } => true,
        Topic::Splits(_) => open,
        Topic::Thing(thing) => match thing.key.kind {
            DisputeKind::MinimumSplit => open,
            DisputeKind::Contested => topic.minima().is_empty() || open,
            DisputeKind::Conflict | DisputeKind::Late => {
                matches!(phase, Phase::Revealed { .. } | Phase::Rescoring { .. })
            }
            _ => false,
        },
    }
}

pub(super) fn can_accept(phase: &Phase, topic: &Topic) -> bool {
    let Topic::Thing(thing) = topic else { return false };
    thing.state != ThingState::Accepted
        && match thing.key.kind {
            DisputeKind::Conflict | DisputeKind::Contested => false,
            DisputeKind::Late => true,
            _ => matches!(phase, Phase::Revealed { .. } | Phase::Rescoring { .. }),
        }
}

/// Settles a thing in the way its kind wants.
pub(super) fn settle(common: &mut Common, product: &ProductId, topic: &Topic) {
    match topic {
        Topic::Ground { raised, .. } => desk::ground(common, product, *raised),
        Topic::Splits(_) => desk::rule(common, product, topic.minima()),
        Topic::Thing(thing) => match thing.key.kind {
            DisputeKind::MinimumSplit => desk::rule(common, product, topic.minima()),
            DisputeKind::Contested if !topic.minima().is_empty() => desk::rule(common, product, topic.minima()),
            DisputeKind::Contested => desk::reopen(common, product),
            DisputeKind::Conflict => desk::reveal(common, product, thing.key.seat.iter().cloned().collect()),
            DisputeKind::Late => desk::reveal(common, product, Vec::new()),
            _ => {}
        },
    }
}
