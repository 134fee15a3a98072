//! Carrying for the screens: the store's answers as messages.

use std::path::{Path, PathBuf};

use crate::app::Msg;
use crate::app::message::KeptCopy;
use crate::council::{Handed, Spot, Way};
use crate::store::{self, Places};
use crate::trouble::{Doing, Failure, Trouble};

/// What of a session lies around, and where files may be written to. What cannot be looked at is passed over.
pub(super) fn look_around(session: &Path, places: &Places) -> Msg {
    let found = store::look_around(session, places);
    let mut spots = places.spots();
    spots.retain(|(spot, path)| *spot != Spot::Sessions && path.is_dir());
    match found {
        Ok(found) => Msg::Around { found, spots },
        Err(trouble) => Msg::Failed(trouble),
    }
}

/// The copies kept on this machine, each with a folder it could be put back into.
pub(super) fn kept(places: &Places) -> Msg {
    let target = |title: &str| -> PathBuf {
        let name = format!("{}-lay-lai", store::file_name(title));
        let names = std::iter::once(name.clone()).chain((2..).map(|number| format!("{name}-{number}")));
        let mut paths = names.map(|name| places.sessions.join(name));
        paths.find(|path| !path.exists()).unwrap_or_else(|| places.sessions.join(name))
    };
    match store::kept(places) {
        Ok(all) => Msg::Kept(all.into_iter().map(|kept| KeptCopy { target: target(&kept.title), kept }).collect()),
        Err(trouble) => Msg::Failed(trouble),
    }
}

/// Writes handed files into a folder that is there.
pub(super) fn hand(session: &Path, ways: &[Way], folder: &str) -> Result<Vec<Handed>, Trouble> {
    let folder = store::typed_path(folder);
    if !folder.is_dir() {
        return Err(Failure::new(Doing::Creating, &folder, std::io::ErrorKind::NotFound.into()).into());
    }
    let write = |way: &Way| {
        let file = folder.join(store::hand_name(session, way));
        match way {
            Way::Out(seat) => store::hand_out(session, &file, seat.as_ref()),
            Way::In(seat) => store::hand_in(session, &file, seat),
        }
    };
    ways.iter().map(write).collect()
}
