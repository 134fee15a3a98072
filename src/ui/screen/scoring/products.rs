//! The list of products with one's own progress on each. Nothing of other seats stands here.

use ratatui::layout::Rect;

use super::{banner, put};
use crate::app::cursor::Cursor;
use crate::app::screen::scoring::Sheet;
use crate::i18n::{scoring as say, words};
use crate::session::SheetState;
use crate::text::{pad, pad_left};
use crate::ui::{Page, Role, widget};

/// Columns of number, set, progress, state of the sheet, phase.
const NUMBER: usize = 4;
const SET: usize = 4;
const PROGRESS: usize = 8;
const STATE: usize = 19;
const PHASE: usize = 22;

pub(super) fn draw(page: &mut Page<'_, '_>, sheet: &Sheet<'_>, area: Rect, cursor: Cursor) {
    let lang = page.lang();
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let phase = if area.width < 100 { 12 } else { PHASE };
    let name = usize::from(area.width).saturating_sub(2 + NUMBER + SET + PROGRESS + STATE + phase + 6);
    let heading = vec![
        (Role::Dim, format!("  {} ", pad_left(say::list_no(lang), NUMBER))),
        (Role::Dim, format!("{} ", pad(say::list_name(lang), name))),
        (Role::Dim, format!("{} ", pad_left(say::list_set(lang), SET))),
        (Role::Dim, format!("{}  ", pad_left(say::list_progress(lang), PROGRESS))),
        (Role::Dim, format!("{} ", pad(say::list_state(lang), STATE))),
        (Role::Dim, pad(say::list_phase(lang), phase)),
    ];
    put(page, area, 0, &heading);
    let listed = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let products = sheet.session().products();
    let at = cursor.at(products.len());
    widget::list(page, listed, cursor, products.len(), |page, line, row| {
        let product = &products[line];
        let progress = sheet.session().progress(sheet.seat(), &product.id);
        let phase_name = sheet.session().phase(&product.id).name();
        let state = words::sheet_state(lang, progress.state);
        let sign = if at == Some(line) { "▸ " } else { "  " };
        let scored = format!("{}/{}", progress.scored, progress.of);
        let pieces = vec![
            (Role::Plain, format!("{sign}{} ", pad_left(&(line + 1).to_string(), NUMBER))),
            (Role::Plain, format!("{} ", pad(&product.name, name))),
            (Role::Dim, format!("{} ", pad_left(&product.set.to_string(), SET))),
            (Role::Own, format!("{}  ", pad_left(&scored, PROGRESS))),
            (state_role(progress.state), format!("{} ", pad(state, STATE))),
            (Role::Dim, pad(banner::phase_word(lang, phase_name), phase)),
        ];
        put(page, listed, row, &pieces);
    });
}

fn state_role(state: SheetState) -> Role {
    match state {
        SheetState::Missing | SheetState::Recused | SheetState::SetAside => Role::Dim,
        SheetState::Draft => Role::Plain,
        SheetState::Submitted => Role::Good,
        SheetState::Returned | SheetState::Absent => Role::Warning,
        SheetState::Conflict => Role::Danger,
    }
}
