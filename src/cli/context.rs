//! What every command has at hand: language, places, the way out, clock and randomness.

use std::io::Write;
use std::path::PathBuf;

use jiff::Zoned;

use super::stop::{Done, Stop};
use crate::i18n::Lang;
use crate::store::{Places, Settings};
use crate::text::shown;
use crate::trouble::{Doing, Failure};

/// What every command has at hand.
pub(super) struct Context<'a> {
    /// The language to speak.
    pub(super) lang: Lang,
    /// The folder of sessions asked for, if one.
    pub(super) sessions: Option<PathBuf>,
    places: Option<Places>,
    out: &'a mut dyn Write,
}

impl<'a> Context<'a> {
    /// The language is the one asked for, else the settings', else the system's, else Vietnamese.
    pub(super) fn new(asked: Option<Lang>, sessions: Option<PathBuf>, out: &'a mut dyn Write) -> Context<'a> {
        let sessions = sessions.or_else(|| folder_named_by("OCOP_COUNCIL_SESSIONS"));
        let places = Places::find(sessions.as_deref(), folder_named_by("OCOP_COUNCIL_HOME").as_deref());
        let settings = || {
            let (settings, _) = Settings::read(&places.as_ref()?.settings);
            Lang::parse(&settings.lang?)
        };
        let lang = asked.or_else(settings).or_else(system_language).unwrap_or_default();
        Context { lang, sessions, places, out }
    }

    /// The places of this machine.
    pub(super) fn places(&self) -> Result<&Places, Stop> {
        self.places.as_ref().ok_or_else(|| {
            Stop::Failure(Failure::new(Doing::Reading, "OCOP_COUNCIL_HOME", std::io::ErrorKind::NotFound.into()))
        })
    }

    /// Prints a line. Paths that a person gave stand in some: nothing in a line steers the terminal.
    pub(super) fn say(&mut self, line: impl AsRef<str>) -> Done {
        writeln!(self.out, "{}", shown(line.as_ref())).map_err(Stop::from_output)
    }

    /// Says something beside the output, on the error stream; a closed one is no reason to stop.
    pub(super) fn remark(line: &str) {
        let _ = writeln!(std::io::stderr(), "{}", shown(line));
    }

    /// Prints text as it is.
    pub(super) fn print(&mut self, text: &str) -> Done {
        self.out.write_all(text.as_bytes()).map_err(Stop::from_output)
    }

    /// Makes sure that what was printed went out.
    pub(super) fn flush(&mut self) -> Done {
        self.out.flush().map_err(Stop::from_output)
    }
}

/// The time here and now, RFC 3339 with offset, to the second.
pub(super) fn now() -> String {
    Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Fills bytes at random.
pub(super) fn random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system has randomness");
}

/// Hex digits drawn at random, two for each byte.
pub(super) fn nonce() -> String {
    let mut bytes = [0; 16];
    random(&mut bytes);
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn folder_named_by(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn system_language() -> Option<Lang> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .and_then(|locale| Lang::parse(&locale))
}
