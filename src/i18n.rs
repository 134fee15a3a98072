//! Every sentence a person reads, Vietnamese and English on adjacent lines; numbers, dates, folding, name order.
//! Knows no screen layout and no terminal.

/// Makes one function per message from both languages; a missing language or a misspelt placeholder does not compile.
///
/// `name { vi: "…", en: "…" }` becomes `fn name(lang: Lang) -> &'static str`;
/// `name(n: usize) { vi: "… {n}", en: "… {n}" }` becomes `fn name(lang: Lang, n: usize) -> String`.
/// Vietnamese has no plural. Where English has one, the words that change stand behind the message with the number they
/// follow: `en: "{n} {files} {are} here", files: n "file" "files", are: n "is" "are"`.
macro_rules! messages {
    () => {};
    ($(#[$doc:meta])* $name:ident { vi: $vi:literal, en: $en:literal $(,)? } $($rest:tt)*) => {
        #[doc = concat!("`", $vi, "` · `", $en, "`")]
        $(#[$doc])*
        pub fn $name(lang: $crate::i18n::Lang) -> &'static str {
            match lang {
                $crate::i18n::Lang::Vi => $vi,
                $crate::i18n::Lang::En => $en,
            }
        }
        messages! { $($rest)* }
    };
    ($(#[$doc:meta])* $name:ident ($($arg:ident: $ty:ty),+ $(,)?) {
        vi: $vi:literal, en: $en:literal $(, $word:ident: $by:ident $one:literal $many:literal)* $(,)?
    } $($rest:tt)*) => {
        #[doc = concat!("`", $vi, "` · `", $en, "`")]
        $(#[$doc])*
        pub fn $name(lang: $crate::i18n::Lang, $($arg: $ty),+) -> String {
            match lang {
                $crate::i18n::Lang::Vi => format!($vi),
                $crate::i18n::Lang::En => {
                    $(let $word = if $by == 1 { $one } else { $many };)*
                    format!($en)
                }
            }
        }
        messages! { $($rest)* }
    };
}

pub mod agenda;
pub mod board;
pub mod carry;
pub mod carry_screen;
pub mod cli;
pub mod desk;
pub mod dialog;
pub mod dispute;
pub mod frame;
pub mod help;
pub mod history;
pub mod home;
pub mod keys;
pub mod new;
pub mod number;
pub mod readings;
pub mod reconcile;
pub mod refusal;
pub mod report;
pub mod rules;
pub mod saving;
pub mod scoring;
pub mod seats;
pub mod settings;
pub mod short;
pub mod training;
pub mod trouble;
pub mod two_ways;
pub mod verdict;
pub mod why;
pub mod words;

use crate::rubric::Both;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The language of a code: `vi`, `en`, or a locale such as `en_GB.UTF-8`.
    pub fn parse(code: &str) -> Option<Lang> {
        match code.split(['_', '-', '.']).next() {
            Some("vi") => Some(Lang::Vi),
            Some("en") => Some(Lang::En),
            _ => None,
        }
    }

    /// Its code, `vi` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Lang {
        match self {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        }
    }

    /// The words of the rubric in this language; the other language where this one is empty.
    pub fn of(self, both: &Both) -> &str {
        let (own, other) = match self {
            Lang::Vi => (&both.vi, &both.en),
            Lang::En => (&both.en, &both.vi),
        };
        if own.is_empty() { other } else { own }
    }
}

/// The same message in both languages, for what is kept longer than one language lasts.
pub fn both(say: impl Fn(Lang) -> String) -> Both {
    Both { vi: say(Lang::Vi), en: say(Lang::En) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_thing_is_one_thing_in_english() {
        assert_eq!(carry::brought(Lang::En, 1), "1 new entry was taken in.");
        assert_eq!(carry::brought(Lang::En, 0), "0 new entries were taken in.");
        assert_eq!(carry::brought(Lang::Vi, 1), "Đã nhập 1 việc mới.");
        assert_eq!(carry::copied_size(Lang::En, 1, "2 B"), "1 file, 2 B.");
        assert_eq!(saving::title(Lang::En, 1), "1 thing is NOT SAVED");
        assert_eq!(refusal::no_quorum(Lang::En, 1, 1), "1 member is present where 1 is needed.");
        assert_eq!(cli::said::recorded(Lang::En, 1, 2), "Saved 1 mark, handed in 2 sheets.");
    }
}
