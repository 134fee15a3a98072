//! What the person at this machine prefers, and which sessions were open lately. Nothing a session depends on.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{charter, file};
use crate::trouble::{Failure, Trouble};

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
            Ok(Some(bytes)) => match charter::parse(&bytes, &path.display().to_string(), 1) {
                Ok(settings) => (settings, None),
                Err(fault) => (Settings::default(), Some(fault.into())),
            },
            Err(trouble) => (Settings::default(), Some(trouble)),
        }
    }

    /// Keeps them.
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        file::make_folder(file::folder_of(path))?;
        file::write_document(path, charter::text(&Settings { format: 1, ..self.clone() }).as_bytes())
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
}
