//! The state of History: everything on the record of the session that who sits here may see, latest last. Drawing
//! stands in `ui::screen::history`.

use crate::app::common::Common;
use crate::app::cursor::Cursor;
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::app::field::Field;
use crate::app::key::Key;
use crate::app::keymap::History as Do;
use crate::app::sitting::Sitting;
use crate::council::{Act, Author, Content, Entry, SeatAct};
use crate::i18n::{Lang, both, history as say, number, refusal, words};
use crate::session::{PhaseName, Session, Standing};

/// The state of History.
#[derive(Debug, Default)]
pub struct History {
    cursor: Cursor,
    search: String,
    rows: Vec<Line>,
    of: usize,
}

/// An act on the record, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Claimed day and time.
    pub time: String,
    /// Whose act.
    pub who: String,
    /// Product and act.
    pub what: String,
    /// Why it does not hold, or not yet.
    pub standing: Option<String>,
}

/// What History asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What to show only.
    Filter,
}

impl History {
    /// The history as it is now, the cursor on the latest act.
    pub fn of(common: &Common) -> History {
        let mut history = History::default();
        history.read(common);
        history.cursor.to(history.rows.len().saturating_sub(1));
        history
    }

    /// The acts shown.
    pub fn rows(&self) -> &[Line] {
        &self.rows
    }

    /// The act the cursor is on.
    pub fn chosen(&self) -> Option<&Line> {
        self.rows.get(self.cursor.at(self.rows.len())?)
    }

    /// Where the cursor is.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Acts that may be seen, filtered or not.
    pub fn of_all(&self) -> usize {
        self.of
    }

    /// What the acts shown have in common.
    pub fn search(&self) -> &str {
        &self.search
    }

    fn read(&mut self, common: &Common) {
        let Some(sitting) = &common.sitting else { return };
        let lang = common.lang;
        let all: Vec<Line> = sitting
            .session()
            .history()
            .into_iter()
            .filter(|(entry, _)| may_see(sitting, entry))
            .map(|(entry, standing)| line(lang, sitting, entry, standing))
            .collect();
        self.of = all.len();
        self.rows = all
            .into_iter()
            .filter(|line| number::finds(&self.search, &format!("{} {}", line.who, line.what)))
            .collect();
    }

    /// Whether a command can be given now.
    pub fn can(&self, _common: &Common, command: Do) -> bool {
        match command {
            Do::Filter => self.of > 0,
            Do::Up | Do::Down | Do::PageUp | Do::PageDown | Do::First | Do::Last => self.rows.len() > 1,
        }
    }

    /// Does a command.
    pub fn update(&mut self, common: &mut Common, command: Do, _key: Key) {
        let lines = self.rows.len();
        let page = isize::try_from(common.size.body_rows() / 2).unwrap_or(1).max(1);
        match command {
            Do::Up => self.cursor.step(-1, lines),
            Do::Down => self.cursor.step(1, lines),
            Do::PageUp => self.cursor.step(-page, lines),
            Do::PageDown => self.cursor.step(page, lines),
            Do::First => self.cursor.to(0),
            Do::Last => self.cursor.to(lines.saturating_sub(1)),
            Do::Filter => {
                let title = both(|lang| say::filter_title(lang).to_owned());
                let body = both(|lang| say::filter_body(lang).to_owned());
                let field = Field::line(&self.search);
                let dialog = Dialog::text(title, body, field, Blank::Allowed);
                common.ask(super::Asked::History(Asked::Filter), dialog);
            }
        }
    }

    /// Takes an answer.
    pub fn answered(&mut self, common: &mut Common, asked: Asked, answer: Answer) {
        if let (Asked::Filter, Answer::Text(search)) = (asked, answer) {
            self.search = search;
            self.read(common);
            self.cursor.to(self.rows.len().saturating_sub(1));
        }
    }

    /// The session changed, or the screen is shown again.
    pub fn news(&mut self, common: &mut Common) {
        self.read(common);
    }
}

/// Whether who sits here may see an entry. Another's marks and opinion show once the product's sheets are open.
fn may_see(sitting: &Sitting, entry: &Entry) -> bool {
    let own = matches!(&entry.author, Author::Seat(seat) if sitting.seat() == Some(seat));
    match &entry.content {
        Content::Known(act) => match &**act {
            Act::Seat(SeatAct::Mark { product, .. } | SeatAct::Opinion { product, .. }) => {
                let phase = sitting.session().phase(product).name();
                own || matches!(phase, PhaseName::Revealed | PhaseName::Locked)
            }
            _ => true,
        },
        // What cannot be read might be a mark: only its author may see that there is one.
        Content::Unknown => own || entry.author == Author::Desk,
    }
}

fn line(lang: Lang, sitting: &Sitting, entry: &Entry, standing: &Standing) -> Line {
    let session = sitting.session();
    let who = match &entry.author {
        Author::Desk => words::desk(lang).to_owned(),
        Author::Seat(seat) => sitting.seat_name(seat),
    };
    let what = match &entry.content {
        Content::Unknown => say::newer(lang).to_owned(),
        Content::Known(act) => {
            let said = say::act(lang, session, act);
            product_name(session, act).map(|name| format!("{name} · {said}")).unwrap_or(said)
        }
    };
    let standing = match standing {
        Standing::Effective | Standing::Unknown => None,
        Standing::Waiting => Some(say::waiting(lang).to_owned()),
        Standing::Void(refused) => {
            Some(say::void(lang, &refusal::refusal_with(lang, refused, &|seat| sitting.seat_name(seat))))
        }
    };
    Line { time: say::time(&entry.at), who, what, standing }
}

fn product_name(session: &Session, act: &Act) -> Option<String> {
    Some(session.product(act.product()?)?.name)
}
