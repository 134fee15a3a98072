//! The state of Verdict and what its commands do: lock one product, lock all that are clear, seal the session.
//! Drawing stands in `ui::screen::verdict`, the procedure in `app::desk`.

pub mod checklist;

use super::board::can_reopen;
use super::reconcile::{Direction, other};
use super::{Reconcile, Screen, Why};
use crate::app::common::{Common, Tone};
use crate::app::desk;
use crate::app::key::Key;
use crate::app::keymap::Verdict as Do;
use crate::council::ProductId;
use crate::i18n::{both, reconcile as say};
use crate::session::{Phase, PhaseName, Refusal, Waiting};

/// The state of Verdict.
#[derive(Debug, Default)]
pub struct Verdict {
    product: Option<ProductId>,
    page: Page,
    scrolled: usize,
}

/// What shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// One product's conditions and result.
    #[default]
    Product,
    /// What is missing for the seal, and the seal.
    Seal,
}

impl Verdict {
    /// On a product.
    pub fn on(product: ProductId) -> Verdict {
        Verdict { product: Some(product), ..Verdict::default() }
    }

    /// On the page of the seal.
    pub fn sealing() -> Verdict {
        Verdict { page: Page::Seal, ..Verdict::default() }
    }

    /// The product; none where only the seal is looked at.
    pub fn product(&self) -> Option<&ProductId> {
        self.product.as_ref()
    }

    /// What shows.
    pub fn page(&self) -> Page {
        self.page
    }

    /// Lines scrolled past.
    pub fn scrolled(&self) -> usize {
        self.scrolled
    }

    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        let Some(session) = common.session() else { return false };
        let at_work = desk::at_work(common);
        let product = self.product.as_ref().filter(|_| self.page == Page::Product);
        let phase = product.map(|product| session.phase(product));
        match command {
            Do::Up | Do::PageUp => self.scrolled > 0,
            Do::Down | Do::PageDown => true,
            Do::Lock => at_work && product.is_some_and(|product| desk::refuses_lock(session, product).is_none()),
            Do::Seal => self.page == Page::Product || (at_work && session.ready_to_seal().is_ok()),
            Do::LockMany => at_work && session.products().iter().any(|p| session.waiting_for(&p.id) == [Waiting::Lock]),
            Do::Discuss => phase.is_some_and(|phase| phase.name() != PhaseName::Blind),
            Do::Turn => self.product.is_some(),
            Do::Next | Do::Previous | Do::Why => product.is_some(),
            Do::Reopen => at_work && phase.as_ref().is_some_and(can_reopen),
            Do::Close => {
                at_work && phase.is_some_and(|phase| !matches!(phase, Phase::Locked { .. } | Phase::Closed { .. }))
            }
            Do::Conclude => at_work && product.is_some(),
            Do::Remark => at_work,
        }
    }

    /// Why a command cannot be given now, where a rule says so.
    pub fn refuses(&self, common: &Common, command: Do) -> Option<Refusal> {
        let session = common.session().filter(|_| desk::at_work(common))?;
        let product = self.product.as_ref().filter(|_| self.page == Page::Product);
        match (command, product) {
            (Do::Lock, Some(product)) => desk::refuses_lock(session, product),
            (Do::Seal, None) => session.ready_to_seal().err(),
            _ => None,
        }
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let page = common.size.body_rows().saturating_sub(2).max(1);
        match command {
            Do::Up => self.scrolled = self.scrolled.saturating_sub(1),
            Do::Down => self.scrolled += 1,
            Do::PageUp => self.scrolled = self.scrolled.saturating_sub(page),
            Do::PageDown => self.scrolled += page,
            Do::LockMany => desk::lock_many(common),
            Do::Seal if self.page == Page::Seal => desk::seal(common),
            Do::Turn | Do::Seal => {
                self.scrolled = 0;
                self.page = match self.page {
                    Page::Product => Page::Seal,
                    Page::Seal => Page::Product,
                };
            }
            Do::Remark => desk::remark(common, self.product.as_ref()),
            Do::Lock | Do::Discuss | Do::Next | Do::Previous | Do::Reopen | Do::Close | Do::Conclude | Do::Why => {
                if let Some(product) = self.product.clone() {
                    self.of_product(common, command, &product);
                }
            }
        }
    }

    fn of_product(&mut self, common: &mut Common, command: Do, product: &ProductId) {
        match command {
            Do::Lock => desk::lock(common, product),
            Do::Discuss => common.go_instead(Screen::Reconcile(Reconcile::on(product.clone()))),
            Do::Next => self.turn(common, product, Direction::Next),
            Do::Previous => self.turn(common, product, Direction::Previous),
            Do::Reopen => desk::reopen(common, product),
            Do::Close => desk::close(common, product),
            Do::Conclude => desk::conclude(common, product),
            Do::Why => common.go(Screen::Why(Why::on(common, product.clone()))),
            _ => {}
        }
    }

    /// To another product whose sheets are open and whose result is not locked.
    fn turn(&mut self, common: &mut Common, from: &ProductId, direction: Direction) {
        let Some(session) = common.session() else { return };
        let open = |session: &crate::session::Session, product: &ProductId| {
            matches!(session.phase(product).name(), PhaseName::Revealed | PhaseName::Rescoring | PhaseName::Contested)
        };
        match other(session, from, direction, open) {
            Some(product) => *self = Verdict::on(product),
            None => common.tell(Tone::Plain, both(|lang| say::no_more(lang).to_owned())),
        }
    }

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, _common: &mut Common) {}
}
