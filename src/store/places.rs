//! Where things are kept on this machine. Only names: nothing is created here.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::council::Spot;

/// The folders of this program for the person at this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Where sessions are kept unless told otherwise.
    pub sessions: PathBuf,
    /// Locks and what this machine remembers of its logs: never on a share, never copied along with a session.
    pub local: PathBuf,
    /// The settings file.
    pub settings: PathBuf,
    /// Where people put what they bring, besides the sessions: downloads, the desktop.
    pub drops: Vec<(Spot, PathBuf)>,
    /// The folders that removable media show up in.
    pub media: Vec<PathBuf>,
}

impl Places {
    /// The system's places. `sessions` (of `--sessions` or `OCOP_COUNCIL_SESSIONS`) moves the sessions, `home` (of
    /// `OCOP_COUNCIL_HOME`) everything. Nothing if the system knows no home folder and `home` is not given.
    pub fn find(sessions: Option<&Path>, home: Option<&Path>) -> Option<Places> {
        let mut places = if let Some(home) = home {
            Places {
                sessions: home.join("sessions"),
                local: home.join("local"),
                settings: home.join("settings.ron"),
                drops: vec![(Spot::Downloads, home.join("downloads")), (Spot::Desktop, home.join("desktop"))],
                media: vec![home.join("media")],
            }
        } else {
            let dirs = ProjectDirs::from("", "", "ocop-council")?;
            Places {
                sessions: dirs.data_dir().join("sessions"),
                local: dirs.data_local_dir().join("local"),
                settings: dirs.config_dir().join("settings.ron"),
                drops: drops(),
                media: media(),
            }
        };
        if let Some(sessions) = sessions {
            places.sessions = sessions.to_path_buf();
        }
        Some(places)
    }

    /// Where to look for what people bring: every removable medium there is now, then the rest.
    pub fn spots(&self) -> Vec<(Spot, PathBuf)> {
        let mut spots: Vec<(Spot, PathBuf)> = self.sticks().into_iter().map(|path| (Spot::Removable, path)).collect();
        spots.extend(self.drops.iter().cloned());
        spots.push((Spot::Sessions, self.sessions.clone()));
        spots
    }

    /// The removable media there are now.
    pub fn sticks(&self) -> Vec<PathBuf> {
        let mut sticks: Vec<PathBuf> = Vec::new();
        for place in &self.media {
            // A drive is a medium itself; a folder of media holds them.
            if place.parent().is_none() {
                sticks.extend(place.is_dir().then(|| place.clone()));
                continue;
            }
            let below = super::library::folders(place).unwrap_or_default().into_iter();
            sticks.extend(below.filter(|path| path.is_dir() && !path.is_symlink()));
        }
        sticks.sort();
        sticks.dedup();
        sticks
    }

    /// Whether a folder lies below the machine's temporary folder, where it may vanish: Windows shows a zip that way.
    pub fn is_temporary(path: &Path) -> bool {
        let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        whole(path).starts_with(whole(&std::env::temp_dir()))
    }
}

fn drops() -> Vec<(Spot, PathBuf)> {
    let Some(dirs) = UserDirs::new() else { return Vec::new() };
    let named = |spot, path: Option<&Path>| path.map(|path| (spot, path.to_path_buf()));
    let downloads = dirs.download_dir().map_or_else(|| dirs.home_dir().join("Downloads"), Path::to_path_buf);
    [Some((Spot::Downloads, downloads)), named(Spot::Desktop, dirs.desktop_dir())].into_iter().flatten().collect()
}

/// Where the system shows removable media.
fn media() -> Vec<PathBuf> {
    if cfg!(windows) {
        // A and B were floppy drives; C is the machine's own.
        return ('D'..='Z').map(|drive| PathBuf::from(format!("{drive}:\\"))).collect();
    }
    if cfg!(target_os = "macos") {
        return vec![PathBuf::from("/Volumes")];
    }
    let user = std::env::var("USER").unwrap_or_default();
    let mut places = vec![PathBuf::from("/media"), PathBuf::from("/mnt")];
    if !user.is_empty() {
        places.extend([Path::new("/media").join(&user), Path::new("/run/media").join(&user)]);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_moves_everything_and_a_sessions_folder_only_the_sessions() {
        let places = Places::find(Some(Path::new("s")), Some(Path::new("h"))).unwrap();
        assert_eq!(places.sessions, Path::new("s"));
        assert!(places.local.starts_with("h") && places.settings.starts_with("h"));
    }

    #[test]
    fn a_folder_below_the_temporary_one_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Places::is_temporary(folder.path()));
        assert!(!Places::is_temporary(Path::new("/")));
    }
}
