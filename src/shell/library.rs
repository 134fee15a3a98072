//! The sessions there are on this machine, as Home lists them.

use std::path::PathBuf;

use crate::app::message::{Origin, ShelfState, Shelved};
use crate::i18n::{both, trouble};
use crate::store::{self, Places, Settings, State};
use crate::trouble::{Doing, Failure};

/// Every session at hand: those opened lately first, then samples, then what cannot be read. A sealed one is verified.
pub(super) fn find(places: &Places) -> Result<Vec<Shelved>, Failure> {
    let here = std::path::absolute(".").map_err(|e| Failure::new(Doing::Reading, ".", e))?;
    let (settings, _) = Settings::read(&places.settings);
    let mut shelf: Vec<Shelved> = store::sessions(&here, places, &settings)?.into_iter().map(look).collect();
    shelf.sort_by_key(|shelved| match (&shelved.state, shelved.origin) {
        (ShelfState::Damaged(_), _) => 2,
        (_, Origin::Sample) => 1,
        (_, Origin::Own) => 0,
    });
    Ok(shelf)
}

fn look(path: PathBuf) -> Shelved {
    match store::standing(&path) {
        Ok(standing) => Shelved {
            path,
            title: standing.title,
            date: standing.date,
            origin: if standing.sample { Origin::Sample } else { Origin::Own },
            state: match standing.state {
                State::Open { done, of } => ShelfState::Open { settled: done, of },
                State::Verified => ShelfState::Sealed,
                State::Failing(wrong) => ShelfState::Failing(wrong),
            },
        },
        Err(found) => Shelved {
            title: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            path,
            date: String::new(),
            origin: Origin::Own,
            state: ShelfState::Damaged(both(|lang| trouble::trouble(lang, &found))),
        },
    }
}
