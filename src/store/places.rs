//! Where things are kept on this machine. Only names: nothing is created here.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folders of this program for the person at this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Where sessions are kept unless told otherwise.
    pub sessions: PathBuf,
    /// Locks and what this machine remembers of its logs: never on a share, never copied along with a session.
    pub local: PathBuf,
    /// The settings file.
    pub settings: PathBuf,
}

impl Places {
    /// The system's places. `sessions` (of `--sessions` or `OCOP_COUNCIL_SESSIONS`) moves the sessions, `home` (of
    /// `OCOP_COUNCIL_HOME`) everything. Nothing if the system knows no home folder and `home` is not given.
    pub fn find(sessions: Option<&Path>, home: Option<&Path>) -> Option<Places> {
        let mut places = if let Some(home) = home {
            Places { sessions: home.join("sessions"), local: home.join("local"), settings: home.join("settings.ron") }
        } else {
            let dirs = ProjectDirs::from("", "", "ocop-council")?;
            Places {
                sessions: dirs.data_dir().join("sessions"),
                local: dirs.data_local_dir().join("local"),
                settings: dirs.config_dir().join("settings.ron"),
            }
        };
        if let Some(sessions) = sessions {
            places.sessions = sessions.to_path_buf();
        }
        Some(places)
    }

    /// Whether a folder lies below the machine's temporary folder, where it may vanish: Windows shows a zip that way.
    pub fn is_temporary(path: &Path) -> bool {
        let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        whole(path).starts_with(whole(&std::env::temp_dir()))
    }
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
