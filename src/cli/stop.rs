//! Why a command stops short, its exit code, and what it says on the way out.

use std::io;

use crate::i18n::cli::said;
use crate::i18n::{Lang, refusal, trouble};
use crate::session::Refusal;
use crate::store::NotSealed;
use crate::trouble::{Doing, Failure, Fault, Trouble};

/// A command's end.
pub(super) type Done = Result<(), Stop>;

/// Most faults listed; the rest is counted.
const MOST_LINES: usize = 20;

/// Why a command stops short.
#[derive(Debug)]
pub(super) enum Stop {
    /// A rule of the council says no.
    Refused(Refusal),
    /// A rule says no to one of several things: the thing, and the rule.
    RefusedAt(String, Refusal),
    /// What a person's file says is wrong.
    Faults(Vec<Fault>),
    /// A check says no, in words.
    Check(String),
    /// A check said no, and everything is printed.
    Checked,
    /// Wrong usage, in words.
    Usage(String),
    /// The machine says no.
    Failure(Failure),
    /// Nobody reads any more what we print.
    NobodyReads,
}

impl Stop {
    /// A failure of printing. A reader who has seen enough is no failure.
    pub(super) fn from_output(error: io::Error) -> Stop {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::NobodyReads,
            _ => Stop::Failure(Failure::new(Doing::Writing, "stdout", error)),
        }
    }

    /// The exit code.
    pub(super) fn code(&self) -> u8 {
        match self {
            Stop::NobodyReads => 0,
            Stop::Refused(_) | Stop::RefusedAt(..) | Stop::Faults(_) | Stop::Check(_) | Stop::Checked => 1,
            Stop::Usage(_) => 2,
            Stop::Failure(_) => 3,
        }
    }

    /// What it says: one sentence, or one for each fault.
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        match self {
            Stop::NobodyReads | Stop::Checked => Vec::new(),
            Stop::Refused(why) => vec![refusal::refusal(lang, why)],
            Stop::RefusedAt(what, why) => vec![format!("{what}: {}", refusal::refusal(lang, why))],
            Stop::Faults(faults) => {
                let mut lines: Vec<String> =
                    faults.iter().take(MOST_LINES).map(|fault| trouble::fault(lang, fault)).collect();
                if faults.len() > MOST_LINES {
                    lines.push(trouble::and_more(lang, faults.len() - MOST_LINES).trim().to_owned());
                }
                lines
            }
            Stop::Check(words) | Stop::Usage(words) => vec![words.clone()],
            Stop::Failure(failure) => vec![trouble::failure(lang, failure)],
        }
    }

    /// Why a session was not sealed.
    pub(super) fn from_sealing(lang: Lang, why: NotSealed) -> Stop {
        match why {
            NotSealed::Refused(refusal) => Stop::Refused(refusal),
            NotSealed::Damaged(problems) => {
                let place = problems.first().map(|problem| problem.place.to_string()).unwrap_or_default();
                Stop::Check(said::not_sealed_damage(lang, &place))
            }
            NotSealed::Trouble(trouble) => trouble.into(),
        }
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Stop {
        Stop::Refused(refusal)
    }
}

impl From<Vec<Fault>> for Stop {
    fn from(faults: Vec<Fault>) -> Stop {
        Stop::Faults(faults)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Stop {
        Stop::Failure(failure)
    }
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Stop {
        match trouble {
            Trouble::Faults(faults) => Stop::Faults(faults),
            Trouble::Failure(failure) => Stop::Failure(failure),
        }
    }
}
