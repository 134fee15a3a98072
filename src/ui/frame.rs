//! What stands around every screen: header, rules, status line, footer. Each screen fills in its own words.

use ratatui::layout::Rect;

use super::{Page, Role, screen};
use crate::app::{App, Tone};
use crate::i18n::{frame as say, history as say_history};
use crate::text::{cut, pad, width};

/// What a screen says in the frame.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Left in the header: where one is; most important first. The session's title and the product stand here.
    pub header: Vec<(Role, String)>,
    /// On the status line, when no notice stands there.
    pub status: Vec<(Role, String)>,
}

/// Draws the frame and the screen in it.
pub fn draw(page: &mut Page<'_, '_>, app: &App) {
    let area = page.area();
    let rows = usize::from(area.height);
    let body = Rect { y: area.y + 2, height: area.height - 5, ..area };
    let said = screen::draw(page, app, body);
    header(page, app, &said.header);
    page.rule(area, 1);
    moment(page, app);
    page.rule(area, rows - 3);
    status(page, app, &said.status, rows - 2);
    footer(page, app, rows - 1);
}

fn header(page: &mut Page<'_, '_>, app: &App, left: &[(Role, String)]) {
    let area = page.area();
    let right = right_pieces(app);
    let taken = right_of_header(app);
    let room = usize::from(area.width).saturating_sub(taken + 2);
    let mut used = 0;
    let mut pieces: Vec<(Role, String)> = vec![(Role::Plain, " ".to_owned())];
    for (role, text) in left {
        let shown = cut(text, room.saturating_sub(used));
        used += width(&shown);
        pieces.push((*role, shown));
    }
    put(page, area, 0, &pieces);
    let right: Vec<(Role, &str)> = right.iter().map(|(role, text)| (*role, text.as_str())).collect();
    page.put_right(area, 0, &right);
}

/// While one looks back: of which moment, across the whole window, and that nothing can be recorded.
fn moment(page: &mut Page<'_, '_>, app: &App) {
    let Some(past) = app.common.past() else { return };
    let (area, lang) = (page.area(), app.common.lang);
    let only = say_history::look_only(lang);
    let room = usize::from(area.width).saturating_sub(width(only) + 4);
    let moment = cut(lang.of(&past.moment), room);
    let band = pad(&format!(" {moment} "), usize::from(area.width));
    page.put(area, 1, &[(Role::Danger, &band)]);
    page.put_right(area, 1, &[(Role::Danger, only), (Role::Danger, " ")]);
}

/// Columns that the right of the header takes.
pub(super) fn right_of_header(app: &App) -> usize {
    right_pieces(app).iter().map(|(_, text)| width(text)).sum()
}

/// Who sits here, and whether everything is on disk. A long title is cut: what stands left of it has to show.
fn right_pieces(app: &App) -> Vec<(Role, String)> {
    let lang = app.common.lang;
    let Some(sitting) = &app.common.sitting else { return Vec::new() };
    let mut pieces = Vec::new();
    if let Some(name) = sitting.here_name(lang) {
        pieces.push((Role::Own, cut(&name, usize::from(app.common.size.width) / 4)));
        pieces.push((Role::Dim, " · ".to_owned()));
    }
    pieces.push(match (sitting.unsaved(), sitting.is_saving()) {
        (0, false) => (Role::Good, say::saved(lang).to_owned()),
        (0, true) => (Role::Pending, say::saving(lang).to_owned()),
        (n, _) => (Role::Danger, say::not_saved(lang, n)),
    });
    pieces.push((Role::Plain, " ".to_owned()));
    pieces
}

fn status(page: &mut Page<'_, '_>, app: &App, said: &[(Role, String)], row: usize) {
    let area = page.area();
    let lang = app.common.lang;
    let mut pieces = vec![(Role::Plain, " ".to_owned())];
    match &app.common.notice {
        Some(notice) => {
            let role = match notice.tone {
                Tone::Plain => Role::Plain,
                Tone::Good => Role::Good,
                Tone::Warning => Role::Warning,
                Tone::Danger => Role::Danger,
            };
            pieces.push((role, cut(lang.of(&notice.words), usize::from(area.width) - 2)));
        }
        None => pieces.extend_from_slice(said),
    }
    put(page, area, row, &pieces);
}

/// The keys by rank, neighbours with one label joined, as many as fit; the menu under Esc is always among them.
fn footer(page: &mut Page<'_, '_>, app: &App, row: usize) {
    let area = page.area();
    let mut items: Vec<(String, &'static str)> = Vec::new();
    for binding in app.footer() {
        let label = app.label(binding);
        match items.iter_mut().find(|(_, known)| *known == label) {
            Some((keys, _)) if !keys.contains(&binding.shown()) => keys.push_str(&join(keys, &binding.shown())),
            Some(_) => {}
            None => items.push((binding.shown(), label)),
        }
    }
    let wide = |(keys, label): &(String, &str)| width(keys) + 1 + width(label) + 2;
    let esc = items.iter().position(|(keys, _)| keys == "Esc").map(|at| items.remove(at));
    let mut room = usize::from(area.width).saturating_sub(1 + esc.as_ref().map_or(0, &wide));
    let mut pieces = vec![(Role::Plain, " ".to_owned())];
    let mut shown = 0;
    for item in &items {
        if wide(item) > room {
            break;
        }
        room -= wide(item);
        shown += 1;
    }
    for (keys, label) in items.into_iter().take(shown).chain(esc) {
        pieces.push((Role::Key, keys));
        pieces.push((Role::Plain, format!(" {label}  ")));
    }
    put(page, area, row, &pieces);
}

/// Arrows stand side by side (`↑↓`), other keys apart (`F5 F6`).
fn join(keys: &str, next: &str) -> String {
    if keys.chars().count() <= 2 && width(next) == 1 { next.to_owned() } else { format!("/{next}") }
}

fn put(page: &mut Page<'_, '_>, area: Rect, row: usize, pieces: &[(Role, String)]) {
    let pieces: Vec<(Role, &str)> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
    page.put(area, row, &pieces);
}
