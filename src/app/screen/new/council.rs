//! Page 2: the seats, from a preset by office, from a list, or one by one.

use super::Asked;
use crate::app::common::{Common, Tone};
use crate::app::cursor::Cursor;
use crate::app::dialog::Dialog;
use crate::app::field::Field;
use crate::app::keymap::New as Do;
use crate::council::preset::seat_id;
use crate::council::{CouncilPreset, Role, Rules, Seat};
use crate::i18n::{both, new as say};

/// The state of page 2.
#[derive(Debug, Default)]
pub struct Council {
    /// The seats, in order of precedence.
    pub seats: Vec<Seat>,
    /// The line the cursor is on.
    pub cursor: Cursor,
    /// The form of one seat, while it is open.
    pub editor: Option<SeatForm>,
}

/// The form of one seat.
#[derive(Debug)]
pub struct SeatForm {
    /// The line it is of; nothing for a new seat.
    pub line: Option<usize>,
    /// The office.
    pub title: Field,
    /// Who holds it.
    pub name: Field,
    /// Organisation.
    pub organisation: Field,
    /// Role.
    pub role: Role,
    /// Whether it scores.
    pub scores: bool,
    cursor: Cursor,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the row it names")]
pub enum Row {
    Title,
    Name,
    Organisation,
    Role,
    Scores,
}

impl Row {
    /// All, in the order shown.
    pub const ALL: [Row; 5] = [Row::Title, Row::Name, Row::Organisation, Row::Role, Row::Scores];
}

/// Roles in the order they change.
const ROLES: [Role; 5] = [Role::Chair, Role::Deputy, Role::Secretary, Role::Member, Role::Advisory];

impl Council {
    /// The line the cursor is on.
    pub fn chosen(&self) -> Option<usize> {
        self.cursor.at(self.seats.len())
    }

    pub(super) fn can(&self, command: Do) -> bool {
        if let Some(form) = &self.editor {
            return !matches!(command, Do::Change | Do::ChangeBack) || form.field_of(form.row()).is_none();
        }
        match command {
            Do::Next | Do::Add | Do::File | Do::Presets => true,
            Do::Raise => self.chosen().is_some_and(|line| line > 0),
            _ => !self.seats.is_empty(),
        }
    }

    pub(super) fn update(&mut self, common: &mut Common, command: Do, rules: &Rules) {
        if let Some(form) = &mut self.editor {
            if form.update(command, rules) {
                self.finish(common);
            }
            return;
        }
        let lines = self.seats.len();
        let page = isize::try_from(common.size.body_rows() / 2).unwrap_or(1).max(1);
        match command {
            Do::Up => self.cursor.step(-1, lines),
            Do::Down => self.cursor.step(1, lines),
            Do::PageUp => self.cursor.step(-page, lines),
            Do::PageDown => self.cursor.step(page, lines),
            Do::First => self.cursor.to(0),
            Do::Last => self.cursor.to(lines.saturating_sub(1)),
            Do::Add => self.add(),
            Do::Presets => ask_preset(common, Asked::PresetAnew),
            Do::Edit | Do::Remove | Do::Raise | Do::Change | Do::ChangeBack | Do::Scores => {
                if let Some(line) = self.chosen() {
                    self.of_line(common, command, line, rules);
                }
            }
            _ => {}
        }
    }

    fn of_line(&mut self, common: &mut Common, command: Do, line: usize, rules: &Rules) {
        match command {
            Do::Edit => self.editor = Some(SeatForm::of(line, &self.seats[line])),
            Do::Raise if line > 0 => {
                self.seats.swap(line, line - 1);
                self.cursor.to(line - 1);
            }
            Do::Scores => self.seats[line].scores = !self.seats[line].scores,
            Do::Change => set_role(&mut self.seats[line], 1, rules),
            Do::ChangeBack => set_role(&mut self.seats[line], ROLES.len() - 1, rules),
            Do::Remove => {
                let title = both(|lang| say::remove_title(lang).to_owned());
                let body = both(|lang| say::remove_body(lang, &self.seats[line].title));
                common.ask(crate::app::screen::Asked::New(Asked::RemoveSeat(line)), Dialog::confirm(title, body));
            }
            _ => {}
        }
    }

    pub(super) fn remove(&mut self, line: usize) {
        if line < self.seats.len() {
            self.seats.remove(line);
        }
    }

    /// Opens the form of a new seat.
    pub(super) fn add(&mut self) {
        self.editor = Some(SeatForm::new());
    }

    pub(super) fn replace(&mut self, seats: Vec<Seat>) {
        *self = Council { seats, ..Council::default() };
    }

    /// Secretaries score as the rules say; tells whether anything changed.
    pub(super) fn follow(&mut self, rules: &Rules) -> bool {
        let mut changed = false;
        for seat in self.seats.iter_mut().filter(|seat| seat.role == Role::Secretary) {
            changed |= seat.scores != rules.secretary_scores;
            seat.scores = rules.secretary_scores;
        }
        changed
    }

    /// Takes the form's seat into the list; a form without a title stays open.
    fn finish(&mut self, common: &mut Common) {
        let Some(form) = &mut self.editor else { return };
        let title = form.title.value();
        if title.is_empty() {
            form.cursor.to(0);
            common.tell(Tone::Warning, both(|lang| say::seat_needs_title(lang).to_owned()));
            return;
        }
        let Some(id) = form
            .line
            .and_then(|line| self.seats.get(line))
            .map_or_else(|| seat_id(&title, &self.seats), |seat| Some(seat.id.clone()))
        else {
            return;
        };
        let (name, organisation) = (form.name.value(), form.organisation.value());
        let seat = Seat { id, title, name, organisation, role: form.role, scores: form.scores };
        let line = form.line.unwrap_or(self.seats.len());
        match self.seats.get_mut(line) {
            Some(known) => *known = seat,
            None => self.seats.push(seat),
        }
        self.cursor.to(line);
        self.editor = None;
    }
}

fn set_role(seat: &mut Seat, by: usize, rules: &Rules) {
    seat.role = turned(seat.role, by);
    seat.scores = seat.role.scores_by_default(rules);
}

fn turned(role: Role, by: usize) -> Role {
    let at = ROLES.iter().position(|known| *known == role).unwrap_or(0);
    ROLES[(at + by) % ROLES.len()]
}

impl SeatForm {
    fn new() -> SeatForm {
        SeatForm {
            line: None,
            title: Field::line(""),
            name: Field::line(""),
            organisation: Field::line(""),
            role: Role::Member,
            scores: true,
            cursor: Cursor::default(),
        }
    }

    fn of(line: usize, seat: &Seat) -> SeatForm {
        SeatForm {
            line: Some(line),
            title: Field::line(&seat.title),
            name: Field::line(&seat.name),
            organisation: Field::line(&seat.organisation),
            role: seat.role,
            scores: seat.scores,
            cursor: Cursor::default(),
        }
    }

    /// The row the cursor is on.
    pub fn row(&self) -> Row {
        Row::ALL[self.cursor.at(Row::ALL.len()).unwrap_or(0)]
    }

    /// The field of a row, if it has one.
    pub fn field_of(&self, row: Row) -> Option<&Field> {
        match row {
            Row::Title => Some(&self.title),
            Row::Name => Some(&self.name),
            Row::Organisation => Some(&self.organisation),
            Row::Role | Row::Scores => None,
        }
    }

    pub(super) fn field_mut(&mut self) -> Option<&mut Field> {
        match self.row() {
            Row::Title => Some(&mut self.title),
            Row::Name => Some(&mut self.name),
            Row::Organisation => Some(&mut self.organisation),
            Row::Role | Row::Scores => None,
        }
    }

    /// Whether the form is done with.
    fn update(&mut self, command: Do, rules: &Rules) -> bool {
        match command {
            Do::Up => self.cursor.step(-1, Row::ALL.len()),
            Do::Change | Do::ChangeBack if self.row() == Row::Scores => self.scores = !self.scores,
            Do::Change | Do::ChangeBack => {
                self.role = turned(self.role, if command == Do::Change { 1 } else { ROLES.len() - 1 });
                self.scores = self.role.scores_by_default(rules);
            }
            Do::Accept if self.row() == Row::Scores => return true,
            Do::Down | Do::Accept => self.cursor.step(1, Row::ALL.len()),
            Do::Done => return true,
            _ => {}
        }
        false
    }
}

/// Asks which council to start from.
pub(super) fn ask_preset(common: &mut Common, asked: Asked) {
    let anew = asked == Asked::PresetAnew;
    let title = both(|lang| say::preset_title(lang).to_owned());
    let body = both(|lang| if anew { say::preset_anew(lang) } else { say::preset_body(lang) }.to_owned());
    let mut choices: Vec<_> =
        CouncilPreset::ALL.iter().map(|preset| both(|lang| say::preset(lang, *preset).to_owned())).collect();
    choices.push(both(|lang| say::from_file(lang).to_owned()));
    choices.push(both(|lang| say::seats_by_hand(lang).to_owned()));
    common.ask(crate::app::screen::Asked::New(asked), Dialog::choose(title, body, choices));
}
