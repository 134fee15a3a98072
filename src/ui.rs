//! Drawing only: `&App` in, cells out. Widths in cells, colours by role; nothing is decided here.

pub mod dialog;
pub mod frame;
pub mod page;
pub mod screen;
pub mod theme;
pub mod widget;

pub use page::Page;
pub use theme::{Role, Theme};

use ratatui::Frame;

use crate::app::{App, Signs, Size};
use crate::i18n::frame as say;

/// Draws the program as it stands.
pub fn draw(frame: &mut Frame<'_>, app: &App) {
    let mut page = Page::new(frame, app);
    let area = page.area();
    let size = Size { width: area.width, height: area.height };
    if size.is_too_small() {
        let words = say::too_small(app.common.lang, area.width, area.height);
        widget::paragraph(&mut page, area, Role::Warning, &words);
    } else {
        frame::draw(&mut page, app);
        if let Some((_, open)) = app.dialogs.last() {
            dialog::draw(&mut page, app, open);
        }
    }
    if app.common.looks.signs == Signs::Plain {
        theme::to_plain_signs(frame.buffer_mut());
    }
}
