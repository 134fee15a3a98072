//! Questions laid over a screen: what is asked, the keys inside, and typed answers. Nothing is done here: the answer
//! goes to whoever asked.

use super::field::{Field, Lines, Taken};
use super::key::{Key, KeyCode};
use super::keymap::{self, Binding, Command};
use crate::council::{Reason, ReasonKind};
use crate::i18n::{Lang, number};
use crate::rubric::Both;

/// A question over the screen.
#[derive(Clone, Debug)]
pub struct Dialog {
    /// Its heading.
    pub title: Both,
    /// What has to be known to answer; may be empty.
    pub body: Both,
    /// What is asked.
    pub kind: Kind,
    /// Why the last answer was not taken.
    pub complaint: Option<Complaint>,
}

/// What is asked.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Only to be read; Enter closes.
    Message,
    /// Enter does it, Esc does not.
    Confirm,
    /// One of a few.
    Choose {
        /// In the order of their digits, from 1.
        choices: Vec<Both>,
        /// Where the cursor is, from 0.
        at: usize,
    },
    /// Several of a list, ticked with Space.
    Pick {
        /// In the order shown.
        choices: Vec<Both>,
        /// Which are ticked, line by line.
        ticked: Vec<bool>,
        /// Where the cursor is, from 0.
        at: usize,
        /// Whether none is an answer too.
        blank: Blank,
    },
    /// A reason of the closed list, by digit, with words where wanted.
    Reason {
        /// Where the cursor is in [`ReasonKind::ALL`].
        at: usize,
        /// Words, once a reason that wants them was chosen.
        words: Option<Field>,
    },
    /// A number to be typed as it stands in the question.
    Count {
        /// The number.
        want: usize,
        /// What was typed.
        field: Field,
    },
    /// Text.
    Text {
        /// What was typed.
        field: Field,
        /// Whether nothing is an answer too.
        blank: Blank,
    },
    /// What can be done now, narrowed by typing.
    Menu {
        /// Everything there is.
        rows: Vec<&'static Binding>,
        /// Where the cursor is among those that match.
        at: usize,
        /// What narrows it.
        filter: Field,
    },
}

/// Whether an empty text is an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// It is.
    Allowed,
    /// It is not.
    Refused,
}

/// Why an answer was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// Another number.
    Count(usize),
    /// Words are needed.
    Words,
    /// Text is needed.
    Text,
    /// A path is needed.
    Path,
    /// What was answered did not come about; why.
    Failed(Both),
    /// At least one has to be ticked.
    Pick,
}

/// What a dialog came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Left without an answer.
    Dismissed,
    /// Read, confirmed, or the number typed.
    Yes,
    /// One of the choices, from 0.
    Choice(usize),
    /// The lines ticked, from 0.
    Picks(Vec<usize>),
    /// A reason.
    Reason(Reason),
    /// Text, clean.
    Text(String),
    /// A command of the menu.
    Command(Command),
}

impl Dialog {
    fn new(title: Both, body: Both, kind: Kind) -> Dialog {
        Dialog { title, body, kind, complaint: None }
    }

    /// Something to read. Answers [`Answer::Yes`].
    pub fn message(title: Both, body: Both) -> Dialog {
        Dialog::new(title, body, Kind::Message)
    }

    /// Yes or not. Answers [`Answer::Yes`].
    pub fn confirm(title: Both, body: Both) -> Dialog {
        Dialog::new(title, body, Kind::Confirm)
    }

    /// One of a few. Answers [`Answer::Choice`].
    pub fn choose(title: Both, body: Both, choices: Vec<Both>) -> Dialog {
        Dialog::new(title, body, Kind::Choose { choices, at: 0 })
    }

    /// Several of a list, some ticked beforehand. Answers [`Answer::Picks`].
    pub fn pick(title: Both, body: Both, lines: Vec<(Both, bool)>, blank: Blank) -> Dialog {
        let (choices, ticked) = lines.into_iter().unzip();
        Dialog::new(title, body, Kind::Pick { choices, ticked, at: 0, blank })
    }

    /// A reason of the closed list. Answers [`Answer::Reason`].
    pub fn reason(title: Both, body: Both) -> Dialog {
        Dialog::new(title, body, Kind::Reason { at: 0, words: None })
    }

    /// The number of things about to happen, typed in digits. Answers [`Answer::Yes`].
    pub fn count(title: Both, body: Both, want: usize) -> Dialog {
        Dialog::new(title, body, Kind::Count { want, field: Field::line("") })
    }

    /// Text. Answers [`Answer::Text`].
    pub fn text(title: Both, body: Both, field: Field, blank: Blank) -> Dialog {
        Dialog::new(title, body, Kind::Text { field, blank })
    }

    /// What can be done now, what only moves the cursor last. Answers [`Answer::Command`].
    pub fn menu(title: Both, mut rows: Vec<&'static Binding>) -> Dialog {
        rows.sort_by_key(|row| row.only_moves());
        Dialog::new(title, Both::default(), Kind::Menu { rows, at: 0, filter: Field::line("") })
    }

    /// The field that has the cursor, if one has.
    pub fn field(&self) -> Option<&Field> {
        match &self.kind {
            Kind::Count { field, .. } | Kind::Text { field, .. } | Kind::Menu { filter: field, .. } => Some(field),
            Kind::Reason { words, .. } => words.as_ref(),
            Kind::Message | Kind::Confirm | Kind::Choose { .. } | Kind::Pick { .. } => None,
        }
    }

    /// Whether a command of dialogs means something to this one.
    pub fn can(&self, command: Command) -> bool {
        use keymap::Dialog as Do;
        let picks = matches!(self.kind, Kind::Pick { .. });
        let has_list = matches!(self.kind, Kind::Choose { .. } | Kind::Reason { words: None, .. } | Kind::Menu { .. });
        match command {
            Command::Dialog(Do::Up | Do::Down) => has_list || picks,
            Command::Dialog(Do::Tick | Do::TickAll) => picks,
            Command::Dialog(Do::Digit) => has_list && self.field().is_none(),
            Command::Dialog(Do::Dismiss) => !matches!(self.kind, Kind::Message),
            Command::Dialog(Do::Accept | Do::Language) => true,
            _ => false,
        }
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        match &mut self.kind {
            Kind::Count { field, .. } | Kind::Text { field, .. } | Kind::Menu { filter: field, .. } => Some(field),
            Kind::Reason { words, .. } => words.as_mut(),
            Kind::Message | Kind::Confirm | Kind::Choose { .. } | Kind::Pick { .. } => None,
        }
    }

    /// Pasted text goes to the field, if there is one.
    pub fn paste(&mut self, text: &str) {
        self.complaint = None;
        if let Some(field) = self.field_mut() {
            field.paste(text);
        }
        self.hold_cursor();
    }

    /// A key; an answer closes the dialog.
    pub fn press(&mut self, lang: Lang, key: Key) -> Option<Answer> {
        use keymap::Dialog as Do;
        self.complaint = None;
        let command = keymap::find(keymap::Place::Dialog, key).map(|binding| binding.command);
        let Some(Command::Dialog(command)) = command else {
            let listed = self.listed(key);
            if listed.is_none() {
                self.type_in(key);
            }
            return listed;
        };
        match command {
            Do::Dismiss => self.dismiss(),
            Do::Accept => self.accept(lang),
            Do::Up => {
                self.step(lang, -1);
                None
            }
            Do::Down => {
                self.step(lang, 1);
                None
            }
            Do::Digit | Do::Tick | Do::TickAll if self.field().is_some() => {
                self.type_in(key);
                None
            }
            Do::Tick => {
                self.tick();
                None
            }
            Do::TickAll => {
                self.tick_all();
                None
            }
            Do::Digit => self.by_digit(key.digit()),
            Do::Language => None,
        }
    }

    /// Ticks the line of the cursor, or takes the tick away, and goes on to the next.
    fn tick(&mut self) {
        if let Kind::Pick { ticked, at, .. } = &mut self.kind
            && let Some(tick) = ticked.get_mut(*at)
        {
            *tick = !*tick;
            *at = (*at + 1).min(ticked.len().saturating_sub(1));
        }
    }

    /// Ticks every line; where every line is ticked, none.
    fn tick_all(&mut self) {
        if let Kind::Pick { ticked, .. } = &mut self.kind {
            let all = ticked.iter().all(|tick| *tick);
            ticked.fill(!all);
        }
    }

    fn type_in(&mut self, key: Key) {
        if let Some(field) = self.field_mut()
            && field.press(key) == Taken::Yes
        {
            self.hold_cursor();
        }
    }

    /// A narrowed menu starts again from its first line.
    fn hold_cursor(&mut self) {
        if let Kind::Menu { at, .. } = &mut self.kind {
            *at = 0;
        }
    }

    /// The command of a menu that a key stands beside: who reads the key there may press it there.
    fn listed(&self, key: Key) -> Option<Answer> {
        let Kind::Menu { rows, .. } = &self.kind else { return None };
        let is_key = matches!(key.code, KeyCode::F(_)) || key.ctrl;
        let row = rows.iter().find(|row| is_key && row.keys.contains(&key))?;
        Some(Answer::Command(row.command))
    }

    /// Esc: from the words of a reason back to the list, else out.
    fn dismiss(&mut self) -> Option<Answer> {
        if let Kind::Reason { words: words @ Some(_), .. } = &mut self.kind {
            *words = None;
            return None;
        }
        Some(Answer::Dismissed)
    }

    fn accept(&mut self, lang: Lang) -> Option<Answer> {
        match &mut self.kind {
            Kind::Message | Kind::Confirm => Some(Answer::Yes),
            Kind::Choose { choices, at } => (*at < choices.len()).then_some(Answer::Choice(*at)),
            Kind::Pick { ticked, blank, .. } => {
                let picks: Vec<usize> = (0..ticked.len()).filter(|line| ticked[*line]).collect();
                if picks.is_empty() && *blank == Blank::Refused {
                    self.complaint = Some(Complaint::Pick);
                    return None;
                }
                Some(Answer::Picks(picks))
            }
            Kind::Reason { at, words } => {
                let (answer, complaint) = reason_given(*at, words);
                self.complaint = complaint;
                answer
            }
            Kind::Count { want, field } => {
                if field.value().parse() == Ok(*want) {
                    return Some(Answer::Yes);
                }
                self.complaint = Some(Complaint::Count(*want));
                None
            }
            Kind::Text { field, blank } => {
                if field.is_blank() && *blank == Blank::Refused {
                    self.complaint = Some(if field.is_path() { Complaint::Path } else { Complaint::Text });
                    return None;
                }
                Some(Answer::Text(field.value()))
            }
            Kind::Menu { rows, at, filter } => {
                matching(rows, filter, lang).get(*at).map(|binding| Answer::Command(binding.command))
            }
        }
    }

    fn by_digit(&mut self, digit: Option<u8>) -> Option<Answer> {
        let chosen = usize::from(digit?).checked_sub(1)?;
        match &mut self.kind {
            Kind::Choose { choices, at } if chosen < choices.len() => {
                *at = chosen;
                Some(Answer::Choice(chosen))
            }
            Kind::Reason { at, words } if chosen < ReasonKind::ALL.len() => {
                *at = chosen;
                reason_given(chosen, words).0
            }
            _ => None,
        }
    }

    fn step(&mut self, lang: Lang, by: isize) {
        let (at, rows) = match &mut self.kind {
            Kind::Choose { choices, at } | Kind::Pick { choices, at, .. } => (at, choices.len()),
            Kind::Reason { at, words: None } => (at, ReasonKind::ALL.len()),
            Kind::Menu { rows, at, filter } => {
                let rows = matching(rows, filter, lang).len();
                (at, rows)
            }
            _ => return,
        };
        *at = at.saturating_add_signed(by).min(rows.saturating_sub(1));
    }
}

/// The reason under the cursor, once its words are there; opens the words where they are wanted.
fn reason_given(at: usize, words: &mut Option<Field>) -> (Option<Answer>, Option<Complaint>) {
    let kind = ReasonKind::ALL[at.min(ReasonKind::ALL.len() - 1)];
    let wants_words = matches!(kind, ReasonKind::DossierPage | ReasonKind::Other);
    match words {
        None if wants_words => {
            *words = Some(Field::line(""));
            (None, None)
        }
        Some(field) if field.is_blank() => (None, Some(Complaint::Words)),
        given => {
            let words = given.as_ref().map(Field::value).unwrap_or_default();
            (Some(Answer::Reason(Reason { kind, words })), None)
        }
    }
}

/// The rows of a menu that match what was typed.
pub fn matching(rows: &[&'static Binding], filter: &Field, lang: Lang) -> Vec<&'static Binding> {
    let search = filter.value();
    rows.iter()
        .filter(|binding| number::finds(&search, &format!("{} {}", (binding.label)(lang), (binding.help)(lang))))
        .copied()
        .collect()
}

impl Kind {
    /// Whether the field takes several lines.
    pub fn is_note(&self) -> bool {
        matches!(self, Kind::Text { field, .. } if field.lines() == Lines::Several)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(dialog: &mut Dialog, keys: &str) -> Option<Answer> {
        Key::parse(keys).unwrap().into_iter().find_map(|key| dialog.press(Lang::Vi, key))
    }

    fn ask(kind: Kind) -> Dialog {
        Dialog::new(Both::default(), Both::default(), kind)
    }

    #[test]
    fn a_reason_by_its_digit_is_an_answer_and_one_that_wants_words_waits_for_them() {
        let mut dialog = Dialog::reason(Both::default(), Both::default());
        assert_eq!(
            press(&mut dialog, "3"),
            Some(Answer::Reason(Reason { kind: ReasonKind::Slip, words: String::new() }))
        );
        let mut dialog = Dialog::reason(Both::default(), Both::default());
        assert_eq!(press(&mut dialog, "5 Enter"), None);
        assert_eq!(dialog.complaint, Some(Complaint::Words));
        assert_eq!(
            press(&mut dialog, "12 Enter"),
            Some(Answer::Reason(Reason { kind: ReasonKind::DossierPage, words: "12".into() }))
        );
    }

    #[test]
    fn only_the_right_number_confirms_a_batch() {
        let mut dialog = ask(Kind::Count { want: 71, field: Field::line("") });
        assert_eq!(press(&mut dialog, "17 Enter"), None);
        assert_eq!(dialog.complaint, Some(Complaint::Count(71)));
        assert_eq!(press(&mut dialog, "Backspace Backspace 71 Enter"), Some(Answer::Yes));
    }

    #[test]
    fn lines_are_ticked_with_space_and_none_is_no_answer() {
        let lines = || ["a", "b", "c"].map(|_| Both::default()).into_iter().zip([true, false, false]).collect();
        let mut dialog = Dialog::pick(Both::default(), Both::default(), lines(), Blank::Refused);
        assert_eq!(press(&mut dialog, "Space Down Space Enter"), Some(Answer::Picks(vec![2])));
        let mut dialog = Dialog::pick(Both::default(), Both::default(), lines(), Blank::Refused);
        assert_eq!(press(&mut dialog, "Space Enter"), None);
        assert_eq!(dialog.complaint, Some(Complaint::Pick));
        assert_eq!(press(&mut dialog, "<C-a> Enter"), Some(Answer::Picks(vec![0, 1, 2])));
    }

    #[test]
    fn a_menu_narrows_without_marks() {
        let mut dialog = Dialog::menu(Both::default(), keymap::Place::Everywhere.bindings().iter().collect());
        assert_eq!(
            press(&mut dialog, "thoat Enter"),
            Some(Answer::Command(Command::Everywhere(keymap::Everywhere::Quit)))
        );
    }
}
