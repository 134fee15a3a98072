//! The state of the dispute card: one thing to discuss on a page of its own, how long it has been open, how far it is
//! read. What it says stands in `card`, drawing in `ui::screen::dispute`, the procedure in `app::desk`.

pub mod card;

use super::reconcile::topics::{self, Topic};
use super::reconcile::{can_accept, can_reveal, can_settle, settle, settle_label};
use super::{Agenda, Screen, Why};
use crate::app::common::Common;
use crate::app::desk;
use crate::app::key::Key;
use crate::app::keymap::Dispute as Do;
use crate::council::{DisputeKey, EntryId, ProductId};
use crate::i18n::number;
use crate::session::{Phase, Session};
use card::Card;

/// The state of the dispute card.
#[derive(Debug)]
pub struct Dispute {
    product: ProductId,
    about: About,
    /// Claimed time at which it was opened; nothing is decided by it.
    since: String,
    scrolled: usize,
    card: Card,
}

/// What a card is about, whatever becomes of the list it was chosen from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A raised ground.
    Ground(EntryId),
    /// A thing to discuss.
    Thing(DisputeKey),
    /// The splits that change no star.
    Splits,
}

impl About {
    /// What a topic is about.
    pub fn of(topic: &Topic) -> About {
        match topic {
            Topic::Ground { raised, .. } => About::Ground(*raised),
            Topic::Thing(thing) => About::Thing(thing.key.clone()),
            Topic::Splits(_) => About::Splits,
        }
    }
}

impl Dispute {
    /// On a thing to discuss.
    pub fn on(common: &Common, product: ProductId, topic: &Topic) -> Dispute {
        let since = common.now.clone();
        let mut dispute = Dispute { product, about: About::of(topic), since, scrolled: 0, card: Card::default() };
        dispute.read(common);
        dispute
    }

    /// The product.
    pub fn product(&self) -> &ProductId {
        &self.product
    }

    /// What it says.
    pub fn card(&self) -> &Card {
        &self.card
    }

    /// The thing itself; none where it is no longer to be discussed.
    pub fn topic(&self, session: &Session) -> Option<Topic> {
        topics::list(session, &self.product).into_iter().find(|topic| About::of(topic) == self.about)
    }

    /// Its place in the list, from 0, and the length of the list.
    pub fn place(&self, session: &Session) -> (Option<usize>, usize) {
        let topics = topics::list(session, &self.product);
        (topics.iter().position(|topic| About::of(topic) == self.about), topics.len())
    }

    /// Whole minutes since it was opened.
    pub fn minutes(&self, common: &Common) -> u64 {
        number::minutes(&self.since, &common.now)
    }

    /// Lines scrolled past, where so many rows show.
    pub fn scrolled(&self, rows: usize) -> usize {
        self.scrolled.min(self.card.left.len().max(self.card.right.len()).saturating_sub(rows))
    }

    fn read(&mut self, common: &Common) {
        let Some(session) = common.session() else { return };
        let topic = self.topic(session);
        self.card = Card::of(common.lang, session, &self.product, topic.as_ref(), usize::from(common.size.width));
    }

    fn rows(common: &Common) -> usize {
        common.size.body_rows().saturating_sub(card::HEAD)
    }

    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        let Some(session) = common.session() else { return false };
        let phase = session.phase(&self.product);
        let topic = self.topic(session);
        let at_work = desk::at_work(common);
        let lines = self.card.left.len().max(self.card.right.len());
        match command {
            Do::Up | Do::Down | Do::PageUp | Do::PageDown => lines > Dispute::rows(common),
            Do::Rescore => at_work && matches!(phase, Phase::Revealed { .. } | Phase::Rescoring { .. }),
            Do::Settle => at_work && topic.is_some_and(|topic| can_settle(&phase, &topic)),
            Do::Accept => at_work && topic.is_some_and(|topic| can_accept(&phase, &topic)),
            Do::Reveal => at_work && can_reveal(session, &self.product, &phase),
            Do::Next | Do::Previous => match self.place(session) {
                (Some(_), of) => of > 1,
                (None, of) => of > 0,
            },
            Do::Remark => at_work,
            Do::Why | Do::Agenda => true,
        }
    }

    /// What a key does here, where it depends on the thing.
    pub fn label(&self, common: &Common, command: Do) -> Option<&'static str> {
        let topic = self.topic(common.session()?)?;
        (command == Do::Settle).then(|| settle_label(common.lang, &topic))
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let Some(session) = common.session() else { return };
        let topic = self.topic(session);
        let rows = Dispute::rows(common);
        let at = self.scrolled(rows);
        let end = self.card.left.len().max(self.card.right.len()).saturating_sub(rows);
        let page = rows.saturating_sub(2).max(1);
        match command {
            Do::Up => self.scrolled = at.saturating_sub(1),
            Do::Down => self.scrolled = (at + 1).min(end),
            Do::PageUp => self.scrolled = at.saturating_sub(page),
            Do::PageDown => self.scrolled = (at + page).min(end),
            Do::Rescore => {
                let (seats, criteria) = topic.map(|topic| (topic.seats(), topic.criteria())).unwrap_or_default();
                desk::rescore(common, &self.product, &seats, criteria);
            }
            Do::Settle => {
                if let Some(topic) = topic {
                    settle(common, &self.product, &topic);
                }
            }
            Do::Accept => {
                if let Some(Topic::Thing(thing)) = topic {
                    desk::accept(common, &self.product, thing.key);
                }
            }
            Do::Reveal => desk::reveal(common, &self.product, Vec::new()),
            Do::Next => self.turn(common, 1),
            Do::Previous => self.turn(common, -1),
            Do::Remark => desk::remark(common, Some(&self.product)),
            Do::Why => common.go(Screen::Why(Why::on(common, self.product.clone()))),
            Do::Agenda => {
                let agenda = Agenda::of(common);
                common.back_to(Screen::Agenda(agenda));
            }
        }
    }

    /// To another thing on the product, round and round; its clock begins anew.
    fn turn(&mut self, common: &Common, by: isize) {
        let Some(session) = common.session() else { return };
        let topics = topics::list(session, &self.product);
        let Some(last) = topics.len().checked_sub(1) else { return };
        let at = topics.iter().position(|topic| About::of(topic) == self.about);
        let next = match (at, by) {
            (None, _) => 0,
            (Some(at), 1) if at == last => 0,
            (Some(0), -1) => last,
            (Some(at), by) => at.saturating_add_signed(by).min(last),
        };
        *self = Dispute::on(common, self.product.clone(), &topics[next]);
    }

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, common: &mut Common) {
        self.read(common);
    }
}
