//! A file that is wrong: every place with what to do about it, the chosen one in full.

use ratatui::layout::Rect;

use super::Status;
use crate::app::screen::New;
use crate::i18n::{Lang, new as say, trouble};
use crate::text::cut;
use crate::ui::{Page, Role, widget};

/// Rows of the chosen fault in full.
const WHOLE: u16 = 4;

pub(super) fn draw(page: &mut Page<'_, '_>, lang: Lang, state: &New, area: Rect) -> Status {
    let Some(faulty) = &state.faulty else { return Vec::new() };
    let file = faulty.wanted.path().file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    page.put(area, 0, &[(Role::Danger, &say::faults_heading(lang, faulty.faults.len(), &file))]);
    let used = widget::paragraph(page, Rect { y: area.y + 1, height: 2, ..area }, Role::Dim, say::faults_body(lang));
    let top = u16::try_from(used + 2).unwrap_or(2);
    let listed = Rect { y: area.y + top, height: area.height - top - WHOLE - 1, ..area };
    let chosen = faulty.cursor.at(faulty.faults.len());
    widget::list(page, listed, faulty.cursor, faulty.faults.len(), |page, at, row| {
        let fault = &faulty.faults[at];
        let place = match (fault.place.line, fault.place.column) {
            (0, _) => file.clone(),
            (line, 0) => format!("{line}"),
            (line, column) => format!("{line}:{column}"),
        };
        let sign = if chosen == Some(at) { "▸ " } else { "  " };
        let words = cut(&trouble::kind(lang, &fault.what), usize::from(listed.width).saturating_sub(12));
        let place = crate::text::pad(&place, 9);
        page.put(listed, row, &[(Role::Plain, sign), (Role::Own, &place), (Role::Plain, &words)]);
    });
    if let Some(fault) = chosen.and_then(|at| faulty.faults.get(at)) {
        let below = Rect { y: area.bottom() - WHOLE - 1, height: WHOLE + 1, ..area };
        page.rule(below, 0);
        let whole = Rect { y: below.y + 1, height: WHOLE, ..below };
        widget::paragraph(page, whole, Role::Plain, &trouble::fault(lang, fault));
    }
    Vec::new()
}
