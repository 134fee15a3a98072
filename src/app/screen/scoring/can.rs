//! Which commands of Scoring can be given now: the menu, the footer and the keys all ask here.

use super::{Over, Scoring, Stand};
use crate::app::common::Common;
use crate::app::keymap::Scoring as Do;
use crate::session::PhaseName;

impl Scoring {
    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        match self.over {
            Over::Products(..) => matches!(
                command,
                Do::Up
                    | Do::Down
                    | Do::Previous
                    | Do::Next
                    | Do::First
                    | Do::Last
                    | Do::Digit
                    | Do::Choose
                    | Do::Turn
                    | Do::Products
            ),
            Over::Review(_) => {
                matches!(command, Do::Up | Do::Down | Do::First | Do::Last | Do::Choose | Do::Turn | Do::Products)
            }
            Over::Nothing => self.can_on_sheet(common, command).unwrap_or(false),
        }
    }

    fn can_on_sheet(&self, common: &Common, command: Do) -> Option<bool> {
        let sitting = common.sitting.as_ref()?;
        let (session, seat) = (sitting.session(), sitting.seat()?);
        let product = self.product(common)?;
        let stand = Stand::of(session, seat, &product);
        let phase = session.phase(&product).name();
        let is_live = session.sealed().is_none() && !matches!(phase, PhaseName::Locked | PhaseName::Closed);
        Some(match command {
            Do::Up
            | Do::Down
            | Do::Previous
            | Do::Next
            | Do::First
            | Do::Last
            | Do::Turn
            | Do::Products
            | Do::NextProduct
            | Do::PreviousProduct
            | Do::Carry => true,
            Do::NextMinimum => session.set(&product).is_some_and(|set| !set.minima().is_empty()),
            Do::Digit | Do::Choose | Do::Clear | Do::NextUnscored | Do::Note | Do::Evidence | Do::Unsure => {
                stand.is_open()
            }
            Do::Undo => stand.is_open() && self.can_undo(&product),
            Do::HandIn => stand.is_open() || stand == Stand::HandedIn,
            Do::Recuse => is_live && phase == PhaseName::Blind && !matches!(stand, Stand::Shut(_)),
            Do::Ground | Do::Opinion => is_live,
            Do::Why => phase != PhaseName::Blind,
        })
    }
}
