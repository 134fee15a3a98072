//! What the person at this machine prefers, and which sessions were open lately. Nothing a session depends on.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{charter, file};
use crate::trouble::{FaultKind, Trouble};

/// Most sessions remembered as recent.
const RECENT: usize = 20;

/// The settings, as `settings.ron` holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    format: u32,
    /// `vi` or `en`; nothing: by the system.
    #[serde(default)]
    pub lang: Option<String>,
    /// Name of the colours; nothing: by the terminal.
    #[serde(default)]
    pub theme: Option<String>,
    /// Plain signs instead of `★ ✓ ▸`.
    #[serde(default)]
    pub plain: bool,
    /// Sessions opened lately, latest first.
    #[serde(default)]
    pub recent: Vec<PathBuf>,
}

impl Settings {
    /// The settings of this machine and what stood in the way of reading them. Damaged settings are never fatal:
    /// the defaults serve, and the file stays until the person changes a setting.
    pub fn read(path: &Path) -> (Settings, Option<Trouble>) {
        match file::read(path) {
            Ok(None) => (Settings::default(), None),
            Ok(Some(bytes)) => match charter::parse::<Settings>(&bytes, &path.display().to_string(), 1) {
                Ok(mut settings) => {
                    settings.recent.truncate(RECENT);
                    (settings, None)
                }
                Err(fault) => (Settings::default(), Some(fault.into())),
            },
            Err(trouble) => (Settings::default(), Some(trouble)),
        }
    }

    /// Keeps what a person set. A file of a newer program is not for us to write over.
    pub fn write(&self, path: &Path) -> Result<(), Trouble> {
        if let (_, Some(Trouble::Faults(faults))) = Settings::read(path)
            && faults.iter().any(|fault| matches!(fault.what, FaultKind::NewerFormat(_)))
        {
            return Err(faults.into());
        }
        file::make_folder(file::folder_of(path))?;
        Ok(file::write_document(path, charter::text(&Settings { format: 1, ..self.clone() }).as_bytes())?)
    }

    /// Keeps what the program remembers by itself: nothing, where the file cannot be read.
    pub fn write_remembered(&self, path: &Path) -> Result<(), Trouble> {
        if Settings::read(path).1.is_some() { Ok(()) } else { self.write(path) }
    }

    /// Puts a session first among the recent ones. Paths that are not text are not remembered.
    pub fn remember(&mut self, session: &Path) {
        self.recent.retain(|known| known != session);
        if session.to_str().is_some() {
            self.recent.insert(0, session.to_path_buf());
            self.recent.truncate(RECENT);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_damage_is_survived() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config/settings.ron");
        let mut settings = Settings { lang: Some("en".into()), ..Settings::default() };
        settings.remember(Path::new("a"));
        settings.remember(Path::new("b"));
        settings.remember(Path::new("a"));
        settings.write(&path).unwrap();
        let (read, trouble) = Settings::read(&path);
        assert!(trouble.is_none());
        assert_eq!((read.lang.as_deref(), read.recent), (Some("en"), vec!["a".into(), "b".into()]));
        std::fs::write(&path, b"(format: 1, lang: \xff").unwrap();
        let (read, trouble) = Settings::read(&path);
        assert_eq!((read, trouble.is_some()), (Settings::default(), true));
    }

    #[test]
    fn settings_of_a_newer_program_are_never_written_over_and_damaged_ones_only_when_a_person_sets_some() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let newer = "(format: 2, lang: Some(\"vi\"), novelty: 1)";
        std::fs::write(&path, newer).unwrap();
        Settings::default().write_remembered(&path).unwrap();
        assert!(matches!(Settings::default().write(&path), Err(Trouble::Faults(_))));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
        std::fs::write(&path, "damaged").unwrap();
        Settings::default().write_remembered(&path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "damaged");
        Settings::default().write(&path).unwrap();
        assert!(Settings::read(&path).1.is_none());
    }
}
