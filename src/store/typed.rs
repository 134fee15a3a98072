//! Paths as people give them: typed, pasted, or dragged into the window – in quotes, with escapes, as `file://`.

use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

/// The files and folders that a line names: one, where the whole line is one; else as many as its quotes and spaces
/// part. What is not there comes back as it was given, so that it can be named.
pub fn typed_paths(line: &str) -> Vec<PathBuf> {
    let line = line.trim();
    let one = found(&plain(line));
    if one.exists() {
        return vec![one];
    }
    let parts: Vec<PathBuf> = parts(line).iter().map(|part| found(&plain(part))).collect();
    if parts.len() > 1 && parts.iter().any(|path| path.exists()) { parts } else { vec![one] }
}

/// As [`typed_paths`], for one path.
pub fn typed_path(line: &str) -> PathBuf {
    found(&plain(line.trim()))
}

/// Without quotes, `file://` and escapes.
fn plain(text: &str) -> String {
    let text = ["'", "\""].iter().fold(text.trim(), |text, quote| {
        text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote)).unwrap_or(text)
    });
    if let Some(rest) = text.strip_prefix("file://") {
        let rest = rest.strip_prefix("localhost").unwrap_or(rest);
        let path = percent_decoded(rest);
        // `file:///C:/…` names a drive.
        let drive =
            path.as_bytes().get(2) == Some(&b':') && path.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic);
        return if drive { path[1..].to_owned() } else { path };
    }
    if cfg!(windows) || !text.contains('\\') {
        return text.to_owned();
    }
    let mut plain = String::new();
    let mut escaped = false;
    for c in text.chars() {
        if c == '\\' && !escaped {
            escaped = true;
            continue;
        }
        escaped = false;
        plain.push(c);
    }
    plain
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|hex| std::str::from_utf8(hex).ok()).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Parts between spaces that stand in no quotes and behind no backslash.
fn parts(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut quote, mut escaped) = (None, false);
    for c in line.chars() {
        let Some(last) = parts.last_mut() else { break };
        match (c, quote) {
            (' ' | '\n', None) if !escaped => parts.push(String::new()),
            ('\'' | '"', None) if !escaped => {
                quote = Some(c);
                last.push(c);
            }
            (c, Some(open)) if c == open => {
                quote = None;
                last.push(c);
            }
            (c, _) => last.push(c),
        }
        escaped = c == '\\' && !escaped && cfg!(not(windows));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The path as it lies on disk: names that another system wrote in another normal form are found too.
fn found(text: &str) -> PathBuf {
    let path = Path::new(text);
    if text.is_empty() || path.exists() {
        return path.to_path_buf();
    }
    let mut at = PathBuf::new();
    for part in path.components() {
        let next = at.join(part);
        if at.as_os_str().is_empty() || next.exists() {
            at = next;
            continue;
        }
        let wanted: String = part.as_os_str().to_string_lossy().nfc().collect();
        let entries = std::fs::read_dir(&at).into_iter().flatten().flatten();
        let same = entries.map(|entry| entry.file_name()).find(|name| name.to_string_lossy().nfc().eq(wanted.chars()));
        at = same.map_or(next, |name| at.join(name));
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_found_however_a_terminal_gives_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tệp nộp (1).ocop");
        std::fs::write(&file, "").unwrap();
        let path = file.display().to_string();
        let percent = path.replace(' ', "%20").replace("tệp", "t%E1%BB%87p");
        let mut ways = vec![
            path.clone(),
            format!("'{path}'"),
            format!("\"{path}\""),
            format!("  {path} "),
            format!("file://{percent}"),
            format!("file://localhost{percent}"),
        ];
        if cfg!(unix) {
            ways.push(path.replace(' ', "\\ ").replace('(', "\\(").replace(')', "\\)"));
        }
        for way in ways {
            assert_eq!(typed_paths(&way), std::slice::from_ref(&file), "{way}");
            assert_eq!(typed_path(&way), file, "{way}");
        }
    }

    #[test]
    fn a_name_in_another_normal_form_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ti\u{ea}\u{301}ng.log");
        std::fs::write(&file, "").unwrap();
        assert!(typed_path(&folder.path().join("tiếng.log").display().to_string()).exists());
    }

    #[test]
    fn several_dragged_files_are_several_paths() {
        let folder = tempfile::tempdir().unwrap();
        let files = ["a b.log", "c.log"].map(|name| folder.path().join(name));
        files.iter().for_each(|file| std::fs::write(file, "").unwrap());
        let line = format!("'{}' {}", files[0].display(), files[1].display());
        assert_eq!(typed_paths(&line), files);
    }

    #[test]
    fn what_is_not_there_comes_back_as_it_was_given() {
        assert_eq!(typed_paths("/không/có gì"), [PathBuf::from("/không/có gì")]);
        assert_eq!(typed_path("file:///C:/phien"), PathBuf::from("C:/phien"));
    }
}
