//! Drawing of Reconcile. Its state stands in `app::screen::reconcile`.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::screen::Reconcile;
use crate::i18n::keys;
use crate::ui::frame::Said;
use crate::ui::{Page, Role};

pub(super) fn draw(_page: &mut Page<'_, '_>, app: &App, _state: &Reconcile, _area: Rect) -> Said {
    let title = keys::reconcile(app.common.lang).to_owned();
    Said { header: vec![(Role::Heading, title)], status: Vec::new() }
}
