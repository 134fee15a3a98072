//! The terminal, taken and given back: on leaving, on an error and on a panic.

use std::io::{self, Stdout, Write, stdout};
use std::panic;
use std::sync::Once;

use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};

use crate::app::Size;
use crate::trouble::{Doing, Failure};

/// The terminal in our hands; dropping it gives it back.
pub(super) struct Terminal {
    inner: ratatui::Terminal<CrosstermBackend<Stdout>>,
}

impl Terminal {
    /// Takes the terminal: raw, another screen, pasted text marked as such.
    pub(super) fn enter() -> Result<Terminal, Failure> {
        restore_on_panic();
        let taken = enable_raw_mode()
            .and_then(|()| execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, SetTitle("ocop-council")))
            .and_then(|()| ratatui::Terminal::new(CrosstermBackend::new(stdout())));
        match taken {
            Ok(inner) => Ok(Terminal { inner }),
            Err(error) => {
                give_back();
                Err(failure(error))
            }
        }
    }

    /// The size of the window.
    pub(super) fn size(&self) -> Result<Size, Failure> {
        let size = self.inner.size().map_err(failure)?;
        Ok(Size { width: size.width, height: size.height })
    }

    /// Draws once, fitted to the window as it is now. Nothing here may ask the terminal where its cursor is: the input
    /// thread would take the answer.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> Result<(), Failure> {
        self.inner.draw(draw).map(|_| ()).map_err(failure)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// What cannot be given back cannot be helped: nothing here may fail or panic.
fn give_back() {
    let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
    let _ = stdout().flush();
}

fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panicked| {
            give_back();
            before(panicked);
        }));
    });
}

fn failure(error: io::Error) -> Failure {
    Failure::new(Doing::Terminal, "terminal", error)
}
