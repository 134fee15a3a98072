//! The form of one product, the sets beside it: what the name proposes is marked and waits for Enter.

use ratatui::layout::Rect;

use super::Status;
use crate::app::cursor::Cursor;
use crate::app::screen::New;
use crate::app::screen::new::product::{ProductForm, Row};
use crate::i18n::{Lang, new as say, words};
use crate::text::{cut, pad, width};
use crate::ui::dialog::draw_field;
use crate::ui::{Page, Role, widget};

/// Columns of a field's name.
const LABEL: usize = 15;
/// From here a proposal is said in a word beside each set; below by a question mark and the heading.
const ROOMY: u16 = 45;

pub(super) fn draw(page: &mut Page<'_, '_>, lang: Lang, state: &New, area: Rect) -> Status {
    let Some(form) = &state.products.editor else { return Vec::new() };
    let left = area.width * 11 / 20;
    let fields = Rect { width: left, ..area };
    let beside = Rect { x: area.x + left + 2, width: area.width - left - 2, ..area };
    page.divide(Rect { x: area.x + left, width: 1, ..area }, 0);
    let number = form.line().unwrap_or(state.products.lines.len()) + 1;
    page.put(fields, 0, &[(Role::Heading, &say::product_no(lang, number))]);
    for (at, row) in Row::ALL.into_iter().enumerate() {
        // The first three are what most products need; the others stand apart.
        let at = if at < 3 { at + 2 } else { at + 3 };
        draw_row(page, lang, state, form, row, fields, at);
    }
    let rest = Rect { y: area.y + 13, width: left - 1, height: area.height - 13, ..area };
    let choices = form.choices(&state.particulars.rubric.sets);
    match form.at(&choices).filter(|_| form.row() == Row::Set) {
        Some(at) => {
            let set = choices[at].set;
            let whole = format!("{} {} · {}", set.no, lang.of(&set.name), lang.of(&set.group));
            widget::paragraph(page, rest, Role::Plain, &whole);
        }
        None => {
            widget::paragraph(page, rest, Role::Dim, say::another_hint(lang));
        }
    }
    draw_sets(page, lang, state, form, beside);
    status(lang, state, form)
}

fn draw_row(page: &mut Page<'_, '_>, lang: Lang, state: &New, form: &ProductForm, row: Row, area: Rect, at: usize) {
    let here = row == form.row();
    let label = match row {
        Row::Name => say::product_name(lang),
        Row::Producer => say::producer(lang),
        Row::Set => say::set(lang),
        Row::Address => say::address(lang),
        Row::Phone => say::phone(lang),
        Row::Code => say::code(lang),
        Row::Kind => say::kind(lang),
        Row::SelfTotal => say::self_total(lang),
        Row::AdvisoryTotal => say::advisory_total(lang),
    };
    let (sign, role) = if here { ("▸ ", Role::Own) } else { ("  ", Role::Dim) };
    page.put(area, at, &[(Role::Plain, sign), (role, &pad(label, LABEL))]);
    let taken = u16::try_from(LABEL + 2).unwrap_or(area.width);
    let value = Rect { x: area.x + taken, width: area.width.saturating_sub(taken + 1), ..area };
    let room = usize::from(value.width);
    match (row, form.field(row)) {
        (Row::Set, Some(search)) if !here || search.is_blank() => {
            let (role, shown) = match form.set {
                Some(no) => (Role::Plain, format!("{no} {}", state.set_name(lang, no))),
                None if here => (Role::Dim, say::search_hint(lang).to_owned()),
                None => (Role::Warning, say::no_set_yet(lang).to_owned()),
            };
            page.put(value, at, &[(role, &cut(&shown, room))]);
            if here {
                page.cursor(value, at, 0);
            }
        }
        (_, Some(field)) if here => draw_field(page, value, at, field, 1),
        (_, Some(field)) => {
            let shown = cut(field.text(), room);
            let rest = " ".repeat(room - width(&shown));
            page.put(value, at, &[(Role::Plain, &shown), (Role::Field, &rest)]);
        }
        (_, None) => {
            let kind = words::product_kind(lang, form.kind);
            let (role, shown) =
                if here { (Role::Focus, format!("◂ {kind} ▸")) } else { (Role::Plain, kind.to_owned()) };
            page.put(value, at, &[(role, &shown)]);
        }
    }
}

/// The sets: those found or proposed first. The one that Enter would take is marked only while the cursor is at the set.
fn draw_sets(page: &mut Page<'_, '_>, lang: Lang, state: &New, form: &ProductForm, area: Rect) {
    let choices = form.choices(&state.particulars.rubric.sets);
    let at = form.at(&choices);
    let proposed = choices.iter().filter(|choice| choice.proposed).count();
    let heading = match (form.search.is_blank(), choices.len(), proposed) {
        (false, 0, _) => say::sets_none(lang).to_owned(),
        (false, n, _) => say::sets_found(lang, n),
        (true, _, 0) => say::sets_heading(lang).to_owned(),
        (true, ..) => say::sets_proposed(lang).to_owned(),
    };
    widget::paragraph(page, area, Role::Heading, &heading);
    let listed = Rect { y: area.y + 2, height: area.height - 2, ..area };
    let mut cursor = Cursor::default();
    cursor.to(at.unwrap_or(0));
    let rows = usize::from(listed.height);
    let top = cursor.top(choices.len(), rows);
    let here = form.row() == Row::Set;
    for (line, choice) in choices.iter().enumerate().skip(top).take(rows) {
        let row = line - top;
        let chosen = form.set == Some(choice.set.no);
        let sign = if here && at == Some(line) {
            "▸"
        } else if chosen {
            "●"
        } else {
            " "
        };
        let tail = match (&choice.set.unsound, choice.proposed) {
            (Some(_), _) => " ✗".to_owned(),
            (None, true) if area.width >= ROOMY => format!(" {}", say::proposed(lang)),
            (None, true) => " ?".to_owned(),
            (None, false) => String::new(),
        };
        let number = format!("{sign}{:>3} ", choice.set.no);
        let room = usize::from(area.width).saturating_sub(width(&number) + width(&tail) + 1);
        let name = pad(lang.of(&choice.set.name), room);
        let role = if choice.proposed || !form.search.is_blank() { Role::Plain } else { Role::Dim };
        page.put(listed, row, &[(role, &number), (role, &name), (Role::Warning, &tail)]);
        if here && at == Some(line) {
            page.paint(listed, row, Role::Focus);
        }
    }
    if top + rows < choices.len() {
        page.put_right(listed, rows - 1, &[(Role::Dim, "▼")]);
    }
}

/// What becomes of the set.
fn status(lang: Lang, state: &New, form: &ProductForm) -> Status {
    let sets = &state.particulars.rubric.sets;
    let choices = form.choices(sets);
    let name = form.field(Row::Name).is_some_and(|name| !name.is_blank());
    if form.set.is_some() || !name || !form.search.is_blank() {
        return Vec::new();
    }
    let clear = form.field(Row::Name).and_then(|name| crate::rubric::choose::proposal(sets, &name.value()));
    match clear {
        Some(set) => vec![(Role::Plain, say::confirm_proposal(lang, set.no))],
        None if choices.first().is_some_and(|choice| choice.proposed) => {
            vec![(Role::Warning, say::open_proposal(lang).to_owned())]
        }
        None => vec![(Role::Warning, say::no_proposal(lang).to_owned())],
    }
}
