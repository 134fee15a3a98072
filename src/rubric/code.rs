//! What a criterion and a level are called: the code the law prints, the letter of a place.
//! What they hold is in [`super`].

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The code of a criterion as the law prints it: `3.5`, `7`, `6.1.2`, in the decision of 2023 `3đ`. Ordered by its
/// numbers and then its letter, so 9 comes before 10 and `3d` before `3đ`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Code {
    /// The first four numbers, packed, so that ordering needs no parsing. Decides the order before the text.
    order: u64,
    text: Arc<str>,
}

impl Code {
    /// A code from its printed form.
    pub fn new(code: &str) -> Code {
        let mut parts = code.split('.');
        let order = (0..4).fold(0, |order, _| order << 16 | u64::from(parts.next().map_or(0, place)));
        Code { order, text: code.into() }
    }

    /// Whether it is written as a code is: numbers joined by dots, each of which a small letter may follow.
    pub(super) fn is_well_formed(&self) -> bool {
        self.text.split('.').all(|part| split(part).is_some())
    }

    /// As printed.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<String> for Code {
    fn from(text: String) -> Code {
        Code::new(&crate::text::clean(&text))
    }
}

impl From<Code> for String {
    fn from(code: Code) -> String {
        code.as_str().to_owned()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

/// A level by its place on the criterion as printed: `a` is the first. Never by points: two levels may be worth the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "char", into = "char")]
pub struct LevelId(u8);

impl LevelId {
    /// The level at a place counted from 0; at most 26 places.
    pub fn at(place: usize) -> Option<LevelId> {
        u8::try_from(place).ok().filter(|place| *place < 26).map(LevelId)
    }

    /// Its place, from 0.
    pub fn place(self) -> usize {
        usize::from(self.0)
    }

    /// Its letter, from `a`.
    pub fn letter(self) -> char {
        char::from(b'a' + self.0)
    }
}

impl TryFrom<char> for LevelId {
    type Error = String;
    fn try_from(letter: char) -> Result<Self, String> {
        match letter {
            'a'..='z' => Ok(LevelId(letter as u8 - b'a')),
            _ => Err(format!("a level is a letter a to z, not {letter:?}")),
        }
    }
}

impl From<LevelId> for char {
    fn from(level: LevelId) -> char {
        level.letter()
    }
}

impl fmt::Display for LevelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.letter())
    }
}

/// The letters that may follow a number, in the order of the Vietnamese alphabet.
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";

/// A number and the place of the letter after it, from 1; 0 where there is none.
fn split(part: &str) -> Option<(u16, u16)> {
    let letters = part.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = part[..part.len() - letters.len()].parse().ok()?;
    let mut letters = letters.chars();
    let letter = match letters.next() {
        None => 0,
        Some(letter) => u16::try_from(LETTERS.chars().position(|known| known == letter)? + 1).ok()?,
    };
    letters.next().is_none().then_some((number, letter))
}

/// Where one part of a code stands among others.
fn place(part: &str) -> u16 {
    match split(part) {
        Some((number, letter)) if number < 2000 => number * 32 + letter,
        _ => u16::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_the_order_they_are_printed() {
        let printed = ["1", "1.1", "1.2", "1.10", "2", "3a", "3b", "3c", "3d", "3đ", "3e", "6.1", "6.1.1", "9", "10"];
        let mut codes: Vec<Code> = printed.iter().rev().map(|code| Code::new(code)).collect();
        codes.sort();
        assert_eq!(codes.iter().map(Code::as_str).collect::<Vec<_>>(), printed);
    }

    #[test]
    fn a_code_is_numbers_each_with_at_most_one_letter() {
        for code in ["1", "3.5", "6.1.2", "3đ", "10a"] {
            assert!(Code::new(code).is_well_formed(), "{code}");
        }
        for code in ["", "a", "1.", ".1", "1.x", "6-", "1ab", "1A", "1 a", "99999", "+1"] {
            assert!(!Code::new(code).is_well_formed(), "{code}");
        }
    }
}
