//! The state of Seats: who sits here, who is present, how far each is. Drawing stands in `ui::screen::seats`.

use crate::app::common::{Common, Tone};
use crate::app::cursor::Cursor;
use crate::app::desk;
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::field::Field;
use crate::app::key::Key;
use crate::app::keymap::Seats as Do;
use crate::app::screen::{self, Board, Scoring, Screen};
use crate::app::sitting::{Here, Sitting};
use crate::council::{DeskAct, EntryId, Presence, Seat, SeatId};
use crate::i18n::{both, seats as say};
use crate::session::{Attendance, Session, SheetState};

/// The state of Seats.
#[derive(Debug, Default)]
pub struct Seats {
    cursor: Cursor,
    view: View,
    rows: Vec<Row>,
}

/// What of the seats shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everything that everybody may know.
    #[default]
    Whole,
    /// The machine is between two people: only the seats to choose from.
    Hidden,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The presiding table, and who presides.
    Desk(Option<SeatId>),
    /// A seat with what everybody may know of it.
    Seat(Box<Listed>),
}

/// A seat with what everybody may know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The seat.
    pub seat: Seat,
    /// Whether it is here, and who sits for it.
    pub attendance: Attendance,
    /// How many sheets are in.
    pub sheets: Sheets,
    /// The ways in which it stands on the roll, where they differ.
    pub ways: Vec<EntryId>,
}

/// How many sheets of a seat are in, as far as that can be told from what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheets {
    /// The seat does not score.
    None,
    /// Nothing of this seat is here: it may have scored on another machine.
    NothingHere,
    /// So many of those expected.
    In(usize, usize),
}

/// What Seats asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Whether it is really this member who sits down.
    Sit(SeatId),
    /// Who of these enters the desk's acts.
    Desk(Vec<SeatId>),
    /// Who sits for the seat.
    StandIn(SeatId),
}

impl Seats {
    /// The seats of the open session, the cursor on one of them or on the presiding table.
    pub fn of(common: &Common, chosen: Option<&SeatId>) -> Seats {
        let mut seats = Seats::default();
        seats.read(common);
        let found = seats.rows.iter().position(|row| match row {
            Row::Seat(listed) => Some(&listed.seat.id) == chosen,
            Row::Desk(_) => false,
        });
        seats.cursor.to(found.unwrap_or(0));
        seats
    }

    /// Between two people.
    pub fn hidden(common: &Common) -> Seats {
        Seats { view: View::Hidden, ..Seats::of(common, None) }
    }

    /// What shows.
    pub fn view(&self) -> View {
        self.view
    }

    /// The lines.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Where the cursor is.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    fn chosen(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at(self.rows.len())?)
    }

    /// The seat the cursor is on.
    pub fn chosen_seat(&self) -> Option<&Listed> {
        match self.chosen()? {
            Row::Seat(listed) => Some(listed),
            Row::Desk(_) => None,
        }
    }

    fn read(&mut self, common: &Common) {
        let Some(sitting) = &common.sitting else { return };
        let session = sitting.session();
        self.rows = vec![Row::Desk(session.presiding())];
        self.rows.extend(session.seats().into_iter().map(|seat| {
            let attendance = session.attendance(&seat.id);
            let sheets = match (seat.scores, session.hears_of(&seat.id)) {
                (false, _) => Sheets::None,
                (true, false) => Sheets::NothingHere,
                (true, true) => sheets(session, &seat.id),
            };
            let ways = session.attended_two_ways(&seat.id);
            Row::Seat(Box::new(Listed { seat, attendance, sheets, ways }))
        }));
    }

    /// Whether a command can be given now.
    pub fn can(&self, common: &Common, command: Do) -> bool {
        let Some(sitting) = &common.sitting else { return false };
        match command {
            Do::Move(_) | Do::Sit => true,
            Do::Present | Do::Absent | Do::Left | Do::StandIn => {
                desk::at_work(common) && self.view == View::Whole && self.chosen_seat().is_some()
            }
            Do::Continue => sitting.who().is_some() && self.view == View::Whole,
            Do::Carry => self.view == View::Whole,
        }
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let lines = self.rows.len();
        match command {
            Do::Move(to) => self.cursor.go(to, lines, common.size.body_rows() / 2),
            Do::Sit => self.sit(common),
            Do::Present => self.attend(common, Presence::Present),
            Do::Absent => self.attend(common, Presence::Absent),
            Do::Left => self.attend(common, Presence::Left),
            Do::StandIn => self.ask_stand_in(common),
            Do::Continue => go_on(common),
            Do::Carry => screen::carry::open(common),
        }
    }

    /// Takes an answer.
    pub fn answered(&mut self, common: &mut Common, asked: Asked, answer: Answer) {
        match (asked, answer) {
            (Asked::Sit(seat), Answer::Yes) => self.take_seat(common, Here::Seat(seat)),
            (Asked::Desk(seats), Answer::Choice(chosen)) => {
                if let Some(seat) = seats.get(chosen) {
                    self.take_seat(common, Here::Desk(seat.clone()));
                }
            }
            (Asked::StandIn(seat), Answer::Text(sits)) => {
                common.record_desk(vec![DeskAct::Attendance { seat, presence: Presence::Present, sits }]);
            }
            (Asked::Sit(_) | Asked::Desk(_) | Asked::StandIn(_), _) => {}
        }
    }

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, common: &mut Common) {
        self.read(common);
    }

    /// Asks whether it is really the person whose seat the cursor is on.
    fn sit(&mut self, common: &mut Common) {
        let Some(sitting) = &common.sitting else { return };
        let session = sitting.session();
        match self.chosen() {
            None => {}
            Some(Row::Seat(listed)) => {
                let seat = &listed.seat;
                if sitting.seat() == Some(&seat.id) && self.view == View::Whole {
                    return go_on(common);
                }
                let title = both(|lang| say::sit_title(lang, &seat.title));
                let sits = if listed.attendance.sits.is_empty() { &seat.name } else { &listed.attendance.sits };
                let body = both(|lang| match sits.as_str() {
                    "" => say::sit_body_unnamed(lang).to_owned(),
                    name => say::sit_body(lang, name),
                });
                let asked = Asked::Sit(seat.id.clone());
                common.ask(screen::Asked::Seats(asked), Dialog::confirm(title, body));
            }
            Some(Row::Desk(_)) => {
                let seats: Vec<Seat> = session.seats().into_iter().filter(|seat| session.may_enter(&seat.id)).collect();
                let title = both(|lang| say::desk_title(lang).to_owned());
                let body = both(|lang| say::desk_body(lang).to_owned());
                let choices = seats
                    .iter()
                    .map(|seat| {
                        let presides = session.by(&seat.id).presiding == seat.id;
                        let say = if presides { say::presides_here } else { say::enters_here };
                        both(|lang| say(lang, &seat.title, &seat.name))
                    })
                    .collect();
                let asked = Asked::Desk(seats.into_iter().map(|seat| seat.id).collect());
                common.ask(screen::Asked::Seats(asked), Dialog::choose(title, body, choices));
            }
        }
    }

    fn take_seat(&mut self, common: &mut Common, here: Here) {
        self.view = View::Whole;
        sit_down(common, here);
        go_on(common);
    }

    fn attend(&mut self, common: &mut Common, presence: Presence) {
        let Some(listed) = self.chosen_seat() else { return };
        let (seat, sits) = (listed.seat.id.clone(), listed.attendance.sits.clone());
        common.record_desk(vec![DeskAct::Attendance { seat, presence, sits }]);
    }

    fn ask_stand_in(&mut self, common: &mut Common) {
        let Some(listed) = self.chosen_seat() else { return };
        let title = both(|lang| say::stand_in_title(lang, &listed.seat.title));
        let body = both(|lang| say::stand_in_body(lang, &listed.seat.name));
        let field = Field::line(&listed.attendance.sits);
        let asked = Asked::StandIn(listed.seat.id.clone());
        common.ask(screen::Asked::Seats(asked), Dialog::text(title, body, field, Blank::Allowed));
    }
}

/// Seats somebody who was named on the command line, where the session knows the seat.
pub(in crate::app) fn sit_at(common: &mut Common, seat: &SeatId) {
    let known = common.sitting.as_ref().is_some_and(|sitting| sitting.session().seat(seat).is_some());
    if !known {
        return common.refuse(&crate::session::Refusal::UnknownSeat(seat.clone()));
    }
    sit_down(common, Here::Seat(seat.clone()));
    go_on(common);
}

/// On to the sheets of a member, or to the desk's board.
fn go_on(common: &mut Common) {
    let Some(sitting) = &common.sitting else { return };
    match sitting.who() {
        Some(Here::Desk(_)) => common.go(Screen::Board(Board::default())),
        Some(Here::Seat(seat)) if sitting.session().seat(seat).is_some_and(|seat| seat.scores) => {
            common.go(Screen::Scoring(Scoring::default()));
        }
        Some(Here::Seat(_)) => common.tell(Tone::Plain, both(|lang| say::scores_not(lang).to_owned())),
        None => {}
    }
}

fn sit_down(common: &mut Common, here: Here) {
    let effect = common.sitting.as_mut().and_then(|sitting: &mut Sitting| sitting.sit_down(here));
    if let Some(effect) = effect {
        common.effect(effect);
    }
}

/// Sheets handed in, and sheets expected: products the seat is recused from, and those decided without it, aside.
fn sheets(session: &Session, seat: &SeatId) -> Sheets {
    let (mut handed_in, mut expected) = (0, 0);
    for product in session.products() {
        match session.progress(seat, &product.id).state {
            SheetState::Recused | SheetState::SetAside => continue,
            SheetState::Submitted => handed_in += 1,
            SheetState::Missing
            | SheetState::Draft
            | SheetState::Returned
            | SheetState::Absent
            | SheetState::Conflict => {}
        }
        expected += 1;
    }
    Sheets::In(handed_in, expected)
}
