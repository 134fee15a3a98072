//! Drawing of Settings. Its state stands in `app::screen::settings`.

use ratatui::layout::Rect;

use crate::app::screen::Settings;
use crate::app::screen::settings::Row;
use crate::app::{App, Signs, ThemeName};
use crate::i18n::{keys, settings as say};
use crate::text::pad;
use crate::ui::frame::Said;
use crate::ui::{Page, Role};

/// Columns of a setting's name.
const NAME: usize = 22;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &Settings, area: Rect) -> Said {
    let lang = app.common.lang;
    let area = Rect { x: area.x + 2, width: area.width - 4, ..area };
    for (at, setting) in Row::ALL.into_iter().enumerate() {
        let (name, value) = match setting {
            Row::Language => (say::language(lang), say::this_language(lang)),
            Row::Theme => (
                say::theme(lang),
                match app.common.looks.theme {
                    ThemeName::Dark | ThemeName::Probe => say::dark(lang),
                    ThemeName::Light => say::light(lang),
                    ThemeName::NoColour => say::no_colour(lang),
                },
            ),
            Row::Signs => (
                say::signs(lang),
                match app.common.looks.signs {
                    Signs::Full => say::full_signs(lang),
                    Signs::Plain => say::plain_signs(lang),
                },
            ),
        };
        let row = 1 + 2 * at;
        let chosen = state.chosen() == setting;
        let sign = if chosen { "▸ " } else { "  " };
        page.put(area, row, &[(Role::Plain, sign), (Role::Plain, &pad(name, NAME)), (Role::Own, value)]);
        if chosen {
            page.paint(area, row, Role::Focus);
        }
    }
    page.put(area, 2 * Row::ALL.len() + 2, &[(Role::Dim, say::sample_heading(lang))]);
    let sample = [
        (Role::Star, "★★★★ "),
        (Role::Good, "✓ "),
        (Role::Warning, "! "),
        (Role::Danger, " ! "),
        (Role::Plain, " "),
        (Role::Own, "5 3 · "),
        (Role::Differs, "1> "),
        (Role::Dim, "– … │ ▸"),
    ];
    page.put(area, 2 * Row::ALL.len() + 3, &sample);
    Said {
        header: vec![(Role::Heading, keys::settings(lang).to_owned())],
        status: vec![(Role::Dim, say::kept(lang).to_owned())],
    }
}
