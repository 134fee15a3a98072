//! Drives the program by key strings without a terminal and reads its screen back: text, roles, cursor.

use ocop_council::app::key::Key;
use ocop_council::app::message::{HowOpened, Opened};
use ocop_council::app::{self, App, Common, Effect, Looks, Msg, Signs, Size, ThemeName};
use ocop_council::i18n::Lang;
use ocop_council::ui::{self, Role};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;

use crate::sample::{Sample, pen};

/// The program in a window, with what it asked for.
pub(crate) struct Driver {
    pub(crate) app: App,
    effects: Vec<Effect>,
    disk: Disk,
}

/// When the disk answers.
#[derive(Clone, Copy, PartialEq)]
enum Disk {
    AtOnce,
    WhenAsked,
}

/// The smallest window.
pub(crate) const SMALL: Size = Size { width: 80, height: 24 };
/// A comfortable one.
pub(crate) const WIDE: Size = Size { width: 120, height: 40 };

/// A moment of the session in the pictures.
pub(crate) const NOW: &str = "2026-11-28T14:05:00+07:00";

impl Driver {
    /// The program on Home, in Vietnamese, with nothing found yet.
    pub(crate) fn start(size: Size) -> Driver {
        let looks = Looks { theme: ThemeName::Probe, signs: Signs::Full };
        let (app, effects) = App::start(Common::new(Lang::Vi, looks, size, NOW.to_owned()));
        Driver { app, effects, disk: Disk::AtOnce }
    }

    /// The program on Seats of an open session.
    pub(crate) fn opened(size: Size, sample: Sample) -> Driver {
        let mut program = Driver::start(size);
        program.tell(Msg::Opened(Box::new(Opened {
            path: "/phien/28-11".into(),
            session: sample.session,
            problems: Vec::new(),
            how: HowOpened::AsIs,
        })));
        program.take_effects();
        program
    }

    /// From now on nothing is on disk until [`Driver::save`].
    pub(crate) fn hold(&mut self) -> &mut Driver {
        self.disk = Disk::WhenAsked;
        self
    }

    /// Puts back what was asked for.
    pub(crate) fn give_back(&mut self, effects: Vec<Effect>) -> &mut Driver {
        self.effects.extend(effects);
        self
    }

    /// The disk takes everything it was given.
    pub(crate) fn save(&mut self) -> &mut Driver {
        while let Some(at) = self.effects.iter().position(|effect| answer(self, effect).is_some()) {
            let effect = self.effects.remove(at);
            if let Some(msg) = answer(self, &effect) {
                let effects = app::update(&mut self.app, msg);
                self.effects.extend(effects);
            }
        }
        self
    }

    /// Presses the keys of a key string.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Driver {
        for key in Key::parse(keys).unwrap_or_else(|| panic!("{keys:?} is not a key string")) {
            self.tell(Msg::Key(key));
        }
        self
    }

    /// Something happens outside.
    pub(crate) fn tell(&mut self, msg: Msg) -> &mut Driver {
        let effects = app::update(&mut self.app, msg);
        self.effects.extend(effects);
        if self.disk == Disk::AtOnce { self.save() } else { self }
    }

    /// What was asked for since the last time.
    pub(crate) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    fn terminal(&self) -> Terminal<TestBackend> {
        let Size { width, height } = self.app.common.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| ui::draw(frame, &self.app)).unwrap();
        terminal
    }

    fn rows(&self, show: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
        let terminal = self.terminal();
        let buffer = terminal.backend().buffer();
        let width = usize::from(self.app.common.size.width);
        buffer
            .content
            .chunks(width)
            .map(|row| row.iter().map(&show).collect::<String>().trim_end().to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The text on screen.
    pub(crate) fn text(&self) -> String {
        self.rows(|cell| cell.symbol().to_owned())
    }

    /// The text on screen and, below it, the letter of each cell's role.
    pub(crate) fn screen(&self) -> String {
        let roles = self.rows(|cell| match (Role::probed(cell.style()), cell.symbol()) {
            (Role::Plain, " ") => " ".to_owned(),
            (role, _) => role.letter().to_string(),
        });
        format!("{}\n{}\n{roles}", self.text(), "=".repeat(usize::from(self.app.common.size.width)))
    }

    /// Where the terminal's cursor is, as column and row; none while it is hidden.
    pub(crate) fn cursor(&self) -> Option<(u16, u16)> {
        let mut shown = self.terminal();
        let Position { x, y } = shown.get_cursor_position().ok()?;
        shown.backend().cursor_visible().then_some((x, y))
    }

    /// Fails with the screen a person would have seen.
    pub(crate) fn sees(&mut self, text: &str) -> &mut Driver {
        assert!(self.text().contains(text), "{text:?} is not on screen:\n{}", self.text());
        self
    }

    /// As [`Driver::sees`], the other way round.
    pub(crate) fn sees_not(&mut self, text: &str) -> &mut Driver {
        assert!(!self.text().contains(text), "{text:?} is on screen:\n{}", self.text());
        self
    }
}

/// What the shell would answer to an effect of writing.
fn answer(program: &Driver, effect: &Effect) -> Option<Msg> {
    let session = program.app.common.sitting.as_ref()?.session().id();
    match effect {
        Effect::TakePen(author) => Some(Msg::Pen(author.clone(), pen(session, author, 200))),
        Effect::Append { author, last, .. } => Some(Msg::Wrote { author: author.clone(), last: *last }),
        Effect::Flips(judged, docket) => Some(Msg::Flips(judged.clone(), docket.flips())),
        _ => None,
    }
}
