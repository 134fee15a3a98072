//! What New asks of the disk: files to be read, a folder to be found, a session to be made. The same lists, checks and
//! charter as `ocop-council new`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::bring::{Brought, Planned, Wanted};
use crate::council::Draft;
use crate::intake::charter::{self, Called};
use crate::intake::{council, products, rules};
use crate::rubric::builtin;
use crate::store::{self, Places};
use crate::trouble::{Doing, Failure, Fault, FaultKind, Place, Trouble};

/// Reads a file.
pub(super) fn bring(wanted: &Wanted) -> Result<Brought, Trouble> {
    let path = meant(wanted.path());
    let name = path.display().to_string();
    let bytes = store::read_document(&path)?;
    Ok(match wanted {
        Wanted::Products { rubric, .. } => {
            let against = products::Against { sets: &rubric.sets, total: rubric.head.total, taken: &[] };
            Brought::Products(products::read_listed(&name, &bytes, against)?)
        }
        Wanted::Council { rules, .. } => Brought::Council(council::read(&name, &bytes, rules)?),
        Wanted::Rules(_) => Brought::Rules(rules::read(&name, &bytes)?),
        Wanted::Rubric(_) => {
            let not_text = |_| Fault { place: Place::file(&name), what: FaultKind::NotText };
            let text = std::str::from_utf8(&bytes).map_err(not_text)?;
            Brought::Rubric(Arc::new(builtin::read(&name, text.strip_prefix('\u{feff}').unwrap_or(text))?))
        }
    })
}

/// The first folder of a title's name that is free: `name`, `name-2` …
pub(super) fn plan(title: &str, below: &Path) -> Result<Planned, Failure> {
    let below = std::path::absolute(below).map_err(|e| Failure::new(Doing::Reading, below, e))?;
    let name = store::file_name(title);
    let free =
        |path: &PathBuf| std::fs::symlink_metadata(path).is_err_and(|e| e.kind() == std::io::ErrorKind::NotFound);
    let numbered = (2..=999).map(|number| below.join(format!("{name}-{number}")));
    let path = std::iter::once(below.join(&name)).chain(numbered).find(free);
    let path = path.ok_or_else(|| Failure::new(Doing::Existing, &below, std::io::ErrorKind::AlreadyExists.into()))?;
    Ok(Planned { temporary: Places::is_temporary(&below), path })
}

/// Makes the session.
pub(super) fn create(draft: Draft, path: &Path) -> Result<(), Trouble> {
    let mut bytes = [0; 16];
    let _ = getrandom::fill(&mut bytes);
    let nonce = bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let called = Called { title: "title", date: "date", rubric: "rubric", council: "council", products: "products" };
    let charter = charter::build(draft, nonce, called)?;
    store::create(path, &charter)?;
    Ok(())
}

/// The path that a person means who typed, pasted or dropped one: in quotes, as a `file:` address, with escaped blanks,
/// or from the home folder. A path that is there is meant as it is.
pub(super) fn meant(path: &Path) -> PathBuf {
    let Some(text) = path.to_str() else { return path.to_path_buf() };
    if path.exists() {
        return path.to_path_buf();
    }
    let text = text.trim();
    let text = ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(text);
    let text = match text.strip_prefix("file://") {
        Some(address) => unpercent(address.strip_prefix("localhost").unwrap_or(address)),
        None if cfg!(windows) => text.to_owned(),
        None => unescaped(text),
    };
    match text.strip_prefix("~/").zip(directories::BaseDirs::new()) {
        Some((rest, dirs)) => dirs.home_dir().join(rest),
        None => PathBuf::from(text),
    }
}

/// Blanks and other signs as a shell escapes them when a file is dropped on the terminal.
fn unescaped(text: &str) -> String {
    let mut chars = text.chars();
    let mut plain = String::new();
    while let Some(c) = chars.next() {
        plain.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    plain
}

/// `%20` and the like; what is no such sign stays.
fn unpercent(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let coded = text.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(byte) = coded.filter(|_| bytes[at] == b'%') {
            plain.push(byte);
            at += 3;
        } else {
            plain.push(bytes[at]);
            at += 1;
        }
    }
    let plain = String::from_utf8_lossy(&plain).into_owned();
    // A drive letter stands after the third slash: `/C:/…`.
    match plain.strip_prefix('/') {
        Some(rest) if rest.as_bytes().get(1) == Some(&b':') => rest.to_owned(),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_understood_however_it_came() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("Sản phẩm đợt 2.csv");
        std::fs::write(&file, "").unwrap();
        let path = file.display().to_string();
        let address = format!("file://{}", path.replace(' ', "%20"));
        let mut said = vec![path.clone(), format!("  {path} "), format!("'{path}'"), format!("\"{path}\"")];
        if !cfg!(windows) {
            said.extend([path.replace(' ', "\\ "), address]);
        }
        for said in said {
            assert_eq!(meant(Path::new(&said)), file, "{said}");
        }
    }

    #[test]
    fn a_new_session_never_takes_a_folder_that_is_there() {
        let place = tempfile::tempdir().unwrap();
        let plan = || plan("Phiên 28/11", place.path()).unwrap().path;
        assert_eq!(plan(), place.path().join("phien-28-11"));
        std::fs::create_dir(plan()).unwrap();
        std::fs::write(plan(), "").unwrap();
        assert_eq!(plan(), place.path().join("phien-28-11-3"));
    }
}
