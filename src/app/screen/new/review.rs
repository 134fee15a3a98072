//! Page 5: what will be made and where; Enter makes it.

use std::path::{Path, PathBuf};

use super::Asked;
use crate::app::common::Common;
use crate::app::dialog::{Blank, Dialog};
use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::app::keymap::New as Do;
use crate::council::Draft;
use crate::i18n::{both, new as say};

/// The state of page 5.
#[derive(Debug, Default)]
pub struct Review {
    path: Option<PathBuf>,
    temporary: bool,
    below: Option<PathBuf>,
    state: State,
}

/// Whether the session is being made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ready,
    BeingMade,
}

impl Review {
    /// The folder of the session, once it is found.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether that folder may vanish.
    pub fn is_temporary(&self) -> bool {
        self.temporary
    }

    pub(super) fn can(&self, command: Do) -> bool {
        match command {
            Do::Create | Do::Elsewhere => self.path.is_some() && self.state == State::Ready,
            _ => false,
        }
    }

    /// Has a folder found; the last one is forgotten, for the title may have changed.
    pub(super) fn plan(&mut self, common: &mut Common, title: &str) {
        self.path = None;
        common.effect(Effect::Plan { title: title.to_owned(), below: self.below.clone() });
    }

    pub(super) fn planned(&mut self, path: PathBuf, temporary: bool) {
        self.path = Some(path);
        self.temporary = temporary;
    }

    pub(super) fn create(&mut self, common: &mut Common, draft: Draft) {
        if let Some(path) = self.path.clone() {
            self.state = State::BeingMade;
            common.effect(Effect::Create { draft: Box::new(draft), path });
        }
    }

    /// The folder is looked for again: another program may have taken it.
    pub(super) fn not_created(&mut self, common: &mut Common, title: &str) {
        self.state = State::Ready;
        self.plan(common, title);
    }

    pub(super) fn ask_below(&self, common: &mut Common) {
        let title = both(|lang| say::below_title(lang).to_owned());
        let body = both(|lang| say::below_body(lang).to_owned());
        let parent = self.path.as_deref().and_then(Path::parent).map(|path| path.display().to_string());
        let field = Field::line(&parent.unwrap_or_default());
        common.ask(crate::app::screen::Asked::New(Asked::Below), Dialog::text(title, body, field, Blank::Refused));
    }

    pub(super) fn put_below(&mut self, common: &mut Common, folder: PathBuf, title: &str) {
        self.below = Some(folder);
        self.plan(common, title);
    }
}
