//! Drawing of History. Its state stands in `app::screen::history`.

use ratatui::layout::Rect;

use super::session_title;
use crate::app::App;
use crate::app::screen::History;
use crate::app::screen::history::{Line, Stands};
use crate::council::Author;
use crate::i18n::{Lang, history as say, keys, short, words};
use crate::text::{cut, pad, width};
use crate::ui::frame::Said;
use crate::ui::{Page, Role, widget};

/// Columns of time and of who.
const TIME: usize = 12;
const WHO: usize = 18;
/// Columns of who where there is room.
const WHO_WIDE: usize = 32;
/// From here there is.
const ROOMY: u16 = 110;
/// Least columns of a product's name.
const ABOUT: usize = 14;
/// Rows below the list: a rule, the whole sentence.
const DETAILS: u16 = 4;

pub(super) fn draw(page: &mut Page<'_, '_>, app: &App, state: &History, area: Rect) -> Said {
    let lang = app.common.lang;
    let inner = Rect { x: area.x + 1, width: area.width - 2, height: area.height - DETAILS, ..area };
    let who = if area.width >= ROOMY { WHO_WIDE } else { WHO };
    if state.rows().is_empty() {
        widget::paragraph(page, inner, Role::Plain, say::nothing(lang));
    } else {
        let heading = pad(say::when(lang), TIME) + &pad(say::whose(lang), who) + "   " + say::what(lang);
        page.put(inner, 0, &[(Role::Dim, &heading)]);
        let listed = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
        widget::list(page, listed, state.cursor(), state.rows().len(), |page, line, row| {
            put(page, listed, row, &state.rows()[line], who);
        });
    }
    if let Some(line) = state.chosen() {
        let below = Rect { x: area.x + 1, y: area.bottom() - DETAILS, width: area.width - 2, height: DETAILS };
        page.rule(Rect { x: area.x, width: area.width, ..below }, 0);
        let words = Rect { y: below.y + 1, height: DETAILS - 1, ..below };
        let (role, standing) = match &line.standing {
            Some(standing) => (Role::Warning, standing.as_str()),
            None => (Role::Plain, say::holds(lang)),
        };
        widget::paragraph(page, words, role, &format!("{}: {} – {standing}", line.who, line.what));
    }
    let mut header = session_title(app);
    header.push((Role::Heading, format!(" · {}", keys::history(lang))));
    let only = filters(app, state, lang);
    if !only.is_empty() {
        header.push((Role::Warning, format!(" · {}", say::filtered(lang, &only))));
    }
    Said { header, status: vec![(Role::Dim, say::shown(lang, state.rows().len(), state.of_all()))] }
}

/// An act on one row; a sign says that it does not simply hold.
fn put(page: &mut Page<'_, '_>, area: Rect, row: usize, line: &Line, who: usize) {
    let (role, sign) = if line.standing.is_some() { (Role::Blocked, "✗ ") } else { (Role::Plain, "  ") };
    let (time, whose) = (pad(&line.time, TIME), pad(&line.who, who));
    let used = TIME + who + 1 + width(sign);
    let what = row_of(&line.about, &line.act, usize::from(area.width).saturating_sub(used + 1));
    let pieces =
        [(Role::Dim, time.as_str()), (Role::Plain, &whose), (Role::Plain, " "), (Role::Warning, sign), (role, &what)];
    page.put(area, row, &pieces);
}

/// Product and act: a long name makes room for the act, which tells the rows apart.
fn row_of(about: &str, act: &str, cells: usize) -> String {
    if about.is_empty() {
        return cut(act, cells);
    }
    let room = cells.saturating_sub(width(act) + 3).max(ABOUT);
    cut(&format!("{} · {act}", cut(about, room)), cells)
}

/// What the acts shown have in common, in short.
fn filters(app: &App, state: &History, lang: Lang) -> String {
    let only = state.only();
    let session = app.common.session();
    let product = only.product.as_ref().and_then(|id| Some(session?.product(id)?.name));
    let author = only.author.as_ref().map(|author| match author {
        Author::Desk => words::desk(lang).to_owned(),
        Author::Seat(id) => session
            .and_then(|session| session.seat(id))
            .map_or_else(|| id.to_string(), |seat| short::title(lang, &seat)),
    });
    let odd = (only.standing == Stands::Odd).then(|| say::odd_only(lang).to_owned());
    let search = (!only.search.is_empty()).then(|| only.search.clone());
    [search, product, author, odd].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_makes_room_for_what_tells_the_rows_apart() {
        let name = "Nước mắm ruốc truyền thống Thuận An loại đặc biệt";
        assert_eq!(row_of(name, "chấm 3.5: 2 điểm", 45), "Nước mắm ruốc truyền thốn… · chấm 3.5: 2 điểm");
        assert_eq!(row_of(name, "chấm 3.5: 3 điểm", 45), "Nước mắm ruốc truyền thốn… · chấm 3.5: 3 điểm");
        assert_eq!(row_of("Mắm", "nộp phiếu", 45), "Mắm · nộp phiếu");
        assert_eq!(row_of("", "niêm phong phiên họp", 45), "niêm phong phiên họp");
        let long = "giữ nguyên chênh lệch tổng điểm: hiểu khác nhau về tiêu chí";
        assert_eq!(row_of(name, long, 45), "Nước mắm ruốc… · giữ nguyên chênh lệch tổng…");
    }
}
