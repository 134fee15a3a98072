//! Drawing of Verdict. Its state stands in `app::screen::verdict`.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::screen::Verdict;
use crate::i18n::keys;
use crate::ui::frame::Said;
use crate::ui::{Page, Role};

pub(super) fn draw(_page: &mut Page<'_, '_>, app: &App, _state: &Verdict, _area: Rect) -> Said {
    let title = keys::verdict(app.common.lang).to_owned();
    Said { header: vec![(Role::Heading, title)], status: Vec::new() }
}
