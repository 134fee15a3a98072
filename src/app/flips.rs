//! The smallest change that flips the star of the product shown: asked of the worker, kept while it holds. An answer
//! made for an older state is dropped.

use std::collections::BTreeMap;

use super::common::Common;
use super::effect::Effect;
use super::screen::Screen;
use crate::council::ProductId;
use crate::session::{Judged, Session};
use crate::verdict::Flips;

/// What was asked for and what came, by product.
#[derive(Debug, Default)]
pub struct Searches(BTreeMap<ProductId, (Judged, Option<Flips>)>);

/// How far the search of a product is.
#[derive(Clone, Copy, Debug)]
pub enum Sought<'a> {
    /// There is nothing to search: no sheets are open.
    Nothing,
    /// It is being worked out.
    Working,
    /// It came, and holds.
    Found(&'a Flips),
}

impl Searches {
    /// What is known of a product as it stands.
    pub fn of(&self, session: &Session, product: &ProductId) -> Sought<'_> {
        let Some(now) = session.judged(product) else { return Sought::Nothing };
        match self.0.get(product) {
            Some((judged, Some(flips))) if *judged == now => Sought::Found(flips),
            _ => Sought::Working,
        }
    }

    /// Takes an answer in, unless it was made for another state than the one asked about last.
    pub(super) fn take(&mut self, judged: &Judged, flips: Flips) {
        if let Some((asked, found)) = self.0.get_mut(&judged.product)
            && asked == judged
        {
            *found = Some(flips);
        }
    }
}

/// Asks for the product on screen, if it was not asked for as it stands.
pub(super) fn ask(common: &mut Common, screen: &Screen) {
    let product = match screen {
        Screen::Reconcile(screen) => screen.product(),
        Screen::Verdict(screen) => screen.product(),
        _ => None,
    };
    let (Some(product), Some(session)) = (product, common.session()) else { return };
    let Some(now) = session.judged(product) else { return };
    if common.searches.0.get(product).is_some_and(|(asked, _)| *asked == now) {
        return;
    }
    let Some(docket) = session.docket(product) else { return };
    common.searches.0.insert(product.clone(), (now.clone(), None));
    common.effect(Effect::Flips(now, Box::new(docket)));
}
