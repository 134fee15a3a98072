//! Page 4: presets of rules on the left; on the right what the one chosen says and comes to.

use ratatui::layout::Rect;

use super::{Status, lacks};
use crate::app::screen::New;
use crate::app::screen::new::Step;
use crate::app::screen::new::rules::{Line, RulesPage};
use crate::i18n::{Lang, new as say, rules as explained};
use crate::text::{pad, wrap};
use crate::ui::{Page, Role, widget};

/// Columns of the presets.
const PRESETS: u16 = 24;

pub(super) fn draw(page: &mut Page<'_, '_>, lang: Lang, state: &New, area: Rect) -> Status {
    let left = Rect { width: PRESETS, ..area };
    let right = Rect { x: area.x + PRESETS + 2, width: area.width - PRESETS - 2, ..area };
    page.divide(Rect { x: area.x + PRESETS, width: 1, ..area }, 0);
    let holds = state.rules.at();
    for (at, line) in RulesPage::lines().into_iter().enumerate() {
        let name = match line {
            Line::Preset(name) => say::rules_preset(lang, name),
            Line::Own if state.rules.wants_file() || at != holds => say::own_rules(lang),
            Line::Own => say::own_rules_read(lang),
        };
        let sign = if at == holds { "▸ " } else { "  " };
        page.put(left, at + 1, &[(Role::Plain, sign), (Role::Plain, &pad(name, usize::from(PRESETS) - 3))]);
        if at == holds {
            page.paint(Rect { width: PRESETS - 1, ..left }, at + 1, Role::Focus);
        }
    }
    if state.rules.wants_file() {
        widget::paragraph(page, right, Role::Plain, say::own_rules_hint(lang));
        return Vec::new();
    }
    let rules = state.rules.rules();
    let explained::Explanation { consequential, others } = explained::explain(lang, &rules, &state.council.seats);
    let below = u16::try_from(RulesPage::lines().len() + 2).unwrap_or(area.height);
    let under = Rect { y: area.y + below, width: PRESETS - 2, height: area.height - below, ..area };
    for (area, all) in [(right, consequential), (under, others)] {
        for (row, (role, text)) in lines(&all, usize::from(area.width)).iter().enumerate() {
            page.put(area, row, &[(*role, text)]);
        }
    }
    lacks(lang, state, Step::Council, explained::in_short(lang, &rules, &state.council.seats))
}

/// Sentences and what comes of them, wrapped.
fn lines(all: &[explained::Explained], cells: usize) -> Vec<(Role, String)> {
    let mut lines = Vec::new();
    let indented = |text: &str| wrap(text, cells - 2).into_iter().map(|line| format!("  {line}")).collect::<Vec<_>>();
    for one in all {
        lines.extend(wrap(&one.says, cells).into_iter().map(|line| (Role::Own, line)));
        for text in &one.comes_to {
            lines.extend(indented(text).into_iter().map(|line| (Role::Plain, line)));
        }
        for (text, chosen) in &one.stars {
            let sign = if *chosen { "▸" } else { " " };
            lines.push((if *chosen { Role::Star } else { Role::Dim }, format!("   {sign} {text}")));
        }
    }
    lines
}
