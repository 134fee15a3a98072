//! A file that is wrong: every fault in a list, with line and column, until it is put right and read again. What was
//! on the page stays.

use super::New;
use crate::app::bring::Wanted;
use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::effect::Effect;
use crate::app::keymap::New as Do;
use crate::trouble::Fault;

/// A file that is wrong.
#[derive(Debug)]
pub struct Faulty {
    /// What was asked for.
    pub wanted: Wanted,
    /// Everything wrong with it.
    pub faults: Vec<Fault>,
    /// The fault the cursor is on.
    pub cursor: Cursor,
}

impl Faulty {
    pub(super) fn new(wanted: Wanted, faults: Vec<Fault>) -> Faulty {
        Faulty { wanted, faults, cursor: Cursor::default() }
    }

    pub(super) fn can(&self, command: Do) -> bool {
        command == Do::Again || self.faults.len() > 1
    }
}

impl New {
    pub(super) fn of_faulty(&mut self, common: &mut Common, command: Do) {
        let Some(Faulty { wanted, faults, cursor }) = &mut self.faulty else { return };
        let page = isize::try_from(common.size.body_rows() / 2).unwrap_or(1).max(1);
        match command {
            Do::Up => cursor.step(-1, faults.len()),
            Do::Down => cursor.step(1, faults.len()),
            Do::PageUp => cursor.step(-page, faults.len()),
            Do::PageDown => cursor.step(page, faults.len()),
            Do::First => cursor.to(0),
            Do::Last => cursor.to(faults.len().saturating_sub(1)),
            Do::Again => common.effect(Effect::Bring(wanted.clone())),
            _ => {}
        }
    }
}
