//! Keeps the house as `lib.rs` draws it: which layer may know which, and that no test is forgotten.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer and the layers it may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("trouble", &[]),
    ("rubric", &["text", "trouble"]),
    ("council", &["rubric", "text", "trouble"]),
    ("verdict", &["council", "rubric", "text", "trouble"]),
    ("session", &["verdict", "council", "rubric", "text", "trouble"]),
    ("i18n", &["session", "verdict", "council", "rubric", "text", "trouble"]),
    ("app", &["i18n", "session", "verdict", "council", "rubric", "text", "trouble"]),
    ("ui", &["app", "i18n", "session", "verdict", "council", "rubric", "text", "trouble"]),
    ("store", &["session", "verdict", "council", "rubric", "text", "trouble"]),
    ("intake", &["session", "verdict", "council", "rubric", "text", "trouble"]),
    ("report", &["i18n", "session", "verdict", "council", "rubric", "text", "trouble"]),
];

/// Who alone may name what.
const ONLY: &[(&str, &[&str])] = &[
    ("ratatui", &["ui", "shell"]),
    ("crossterm", &["shell"]),
    ("std::fs", &["store", "shell", "cli"]),
    ("std::env", &["shell", "cli", "main", "store"]),
    ("jiff::Zoned", &["shell", "cli"]),
    ("getrandom", &["shell", "cli"]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(rust_files(&entry));
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            found.push(entry);
        }
    }
    found.sort();
    found
}

/// Source files with their layer and their lines that are neither comments nor tests.
fn sources() -> Vec<(String, String, Vec<String>)> {
    let src = root().join("src");
    rust_files(&src)
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
            let layer = name.split(['/', '.']).next().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
            let is_test = name.ends_with("/tests.rs") || name.ends_with("/fixture.rs");
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned);
            let lines = if is_test { Vec::new() } else { lines.collect() };
            (name, layer, lines)
        })
        .collect()
}

#[test]
fn no_layer_knows_one_it_must_not() {
    let mut wrong = Vec::new();
    for (name, layer, lines) in sources() {
        let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| *known == layer) else { continue };
        for line in lines {
            for (at, _) in line.match_indices("crate::") {
                let used: String = line[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let known = ARROWS.iter().any(|(known, _)| *known == used) || ["shell", "cli"].contains(&&*used);
                if known && used != layer && !allowed.contains(&&*used) {
                    wrong.push(format!("{name}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_machine_is_named_only_at_the_edge() {
    let mut wrong = Vec::new();
    for (name, layer, lines) in sources() {
        for (what, who) in ONLY {
            let named = lines.iter().find(|line| line.contains(what) && !line.contains("mod "));
            if let (Some(line), false) = (named, who.contains(&&*layer)) {
                wrong.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_lives_in_it() {
    let src = root().join("src");
    let silent: Vec<_> = rust_files(&src)
        .into_iter()
        .filter(|path| !path.ends_with("tests.rs") && !fs::read_to_string(path).unwrap().starts_with("//!"))
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn no_test_file_is_forgotten() {
    let it = root().join("tests/it");
    let mut forgotten = Vec::new();
    for path in rust_files(&it) {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if stem == "main" {
            continue;
        }
        let folder = path.parent().unwrap();
        let parent = if folder == it { it.join("main.rs") } else { folder.with_extension("rs") };
        let parent = if parent.exists() { parent } else { folder.join("mod.rs") };
        let named = fs::read_to_string(&parent).is_ok_and(|text| text.contains(&format!("mod {stem};")));
        if !named {
            forgotten.push(path);
        }
    }
    assert!(forgotten.is_empty(), "{forgotten:?}");
}
