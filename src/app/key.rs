//! Keys as the program knows them, apart from any terminal library, and their notation.

use std::fmt;

/// Which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the key it names")]
pub enum KeyCode {
    /// A character, as typed: shift is already in it.
    Char(char),
    /// A function key, from 1.
    F(u8),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
}

/// The names of the keys that have one, as written in a key string and as shown.
const NAMES: [(KeyCode, &str, &str); 14] = [
    (KeyCode::Enter, "Enter", "Enter"),
    (KeyCode::Esc, "Esc", "Esc"),
    (KeyCode::Tab, "Tab", "Tab"),
    (KeyCode::Backspace, "Backspace", "Backspace"),
    (KeyCode::Delete, "Del", "Del"),
    (KeyCode::Insert, "Ins", "Ins"),
    (KeyCode::Left, "Left", "←"),
    (KeyCode::Right, "Right", "→"),
    (KeyCode::Up, "Up", "↑"),
    (KeyCode::Down, "Down", "↓"),
    (KeyCode::Home, "Home", "Home"),
    (KeyCode::End, "End", "End"),
    (KeyCode::PageUp, "PgUp", "PgUp"),
    (KeyCode::PageDown, "PgDn", "PgDn"),
];

/// A key with what was held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Which.
    pub code: KeyCode,
    /// Ctrl was held.
    pub ctrl: bool,
    /// Shift was held; never set for a character.
    pub shift: bool,
    /// Alt was held.
    pub alt: bool,
}

impl Key {
    /// A key alone.
    pub const fn plain(code: KeyCode) -> Key {
        Key { code, ctrl: false, shift: false, alt: false }
    }

    /// A character.
    pub const fn char(c: char) -> Key {
        Key::plain(KeyCode::Char(c))
    }

    /// A function key.
    pub const fn f(number: u8) -> Key {
        Key::plain(KeyCode::F(number))
    }

    /// A Ctrl chord with a lower-case letter.
    pub const fn ctrl(c: char) -> Key {
        Key { ctrl: true, ..Key::char(c) }
    }

    /// With shift held.
    #[must_use]
    pub const fn shifted(self) -> Key {
        Key { shift: true, ..self }
    }

    /// The digit, if it is one and nothing was held.
    pub fn digit(self) -> Option<u8> {
        match self {
            Key { code: KeyCode::Char(c), ctrl: false, alt: false, .. } => {
                c.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
            }
            _ => None,
        }
    }

    /// The character typed, if nothing turns it into a command.
    pub fn typed(self) -> Option<char> {
        match self {
            Key { code: KeyCode::Char(c), ctrl: false, alt: false, .. } => Some(c),
            _ => None,
        }
    }

    /// Keys of a key string, for tests and scripts: words apart by spaces. `<F8>`, `<C-z>`, `<S-Tab>`, `<A-x>` and
    /// the names `Enter`, `Esc`, `Tab`, `Space`, `Up`, `PgDn` … are one key; anything else is typed letter by letter.
    pub fn parse(keys: &str) -> Option<Vec<Key>> {
        let mut parsed = Vec::new();
        for word in keys.split_whitespace() {
            if let Some(chord) = word.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
                parsed.push(Key::chord(chord)?);
            } else if let Some(key) = Key::named(word) {
                parsed.push(key);
            } else {
                parsed.extend(word.chars().map(Key::char));
            }
        }
        Some(parsed)
    }

    fn chord(chord: &str) -> Option<Key> {
        let held = |rest: &str, hold: fn(&mut Key)| {
            let mut key = Key::chord(rest)?;
            hold(&mut key);
            Some(key)
        };
        match chord.split_at_checked(2) {
            Some(("C-", rest)) => held(rest, |key| key.ctrl = true),
            Some(("S-", rest)) => held(rest, |key| key.shift = true),
            Some(("A-", rest)) => held(rest, |key| key.alt = true),
            _ => Key::named(chord).or_else(|| {
                let mut chars = chord.chars();
                let only = chars.next()?;
                chars.next().is_none().then(|| Key::char(only))
            }),
        }
    }

    fn named(word: &str) -> Option<Key> {
        if word == "Space" {
            return Some(Key::char(' '));
        }
        if let Some(number) = word.strip_prefix('F').and_then(|number| number.parse().ok()) {
            return (1..=12).contains(&number).then(|| Key::f(number));
        }
        NAMES.iter().find(|(_, name, _)| *name == word).map(|(code, ..)| Key::plain(*code))
    }

    /// As a key string writes it, `<C-z>`.
    pub fn notation(self) -> String {
        let mut held = String::new();
        for (is_held, sign) in [(self.ctrl, "C-"), (self.shift, "S-"), (self.alt, "A-")] {
            if is_held {
                held.push_str(sign);
            }
        }
        let name = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::F(number) => format!("F{number}"),
            code => NAMES
                .iter()
                .find(|(known, ..)| *known == code)
                .map(|(_, name, _)| (*name).to_owned())
                .unwrap_or_default(),
        };
        format!("<{held}{name}>")
    }
}

/// As shown to a person: `F8`, `Ctrl-Z`, `↑`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (is_held, sign) in [(self.ctrl, "Ctrl-"), (self.shift, "Shift-"), (self.alt, "Alt-")] {
            if is_held {
                f.write_str(sign)?;
            }
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) if self.ctrl => write!(f, "{}", c.to_uppercase()),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(number) => write!(f, "F{number}"),
            code => NAMES.iter().find(|(known, ..)| *known == code).map_or(Ok(()), |(.., shown)| f.write_str(shown)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_string_reads_as_it_is_typed() {
        let keys = Key::parse("3 Enter <F8> <C-z> <S-Tab> ếy").unwrap();
        assert_eq!(
            keys,
            [
                Key::char('3'),
                Key::plain(KeyCode::Enter),
                Key::f(8),
                Key::ctrl('z'),
                Key::plain(KeyCode::Tab).shifted(),
                Key::char('ế'),
                Key::char('y'),
            ]
        );
        assert!(Key::parse("<nonsense>").is_none());
    }

    #[test]
    fn notation_and_display() {
        for key in Key::parse("<F12> <C-z> <S-Tab> x Space <PgDn>").unwrap() {
            assert_eq!(Key::parse(&key.notation()), Some(vec![key]));
        }
        assert_eq!(Key::ctrl('z').to_string(), "Ctrl-Z");
        assert_eq!(Key::plain(KeyCode::Up).to_string(), "↑");
    }
}
