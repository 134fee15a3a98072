//! What the program asks for, handed to the threads that do it.

use std::path::Path;
use std::sync::mpsc::Sender;

use super::Onward;
use crate::app::{Effect, Msg};

/// The hands of the program.
pub(super) struct Hands {
    send: Sender<Msg>,
}

/// What the settings file said.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    pub(super) lang: Option<String>,
    pub(super) theme: Option<String>,
    pub(super) plain: bool,
}

impl Hands {
    pub(super) fn new(send: Sender<Msg>, _sessions: Option<&Path>) -> (Hands, Kept) {
        (Hands { send }, Kept::default())
    }

    /// Hands effects out; says whether the program goes on.
    pub(super) fn carry_out(&mut self, effects: Vec<Effect>) -> Onward {
        for effect in effects {
            match effect {
                Effect::Quit => return Onward::No,
                Effect::LoadLibrary => {
                    let _ = self.send.send(Msg::Library(Vec::new()));
                }
                _ => {}
            }
        }
        Onward::Yes
    }

    /// Ends the threads.
    pub(super) fn let_go(&mut self) {}
}
