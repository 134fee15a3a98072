//! Crooked paths: links out of the session, pipes and folders in the place of files, names that lead elsewhere.

use std::path::Path;

use super::forge::Forged;
use super::kinds::close;
use crate::cli::Desk;

/// Everything that lies in the machine's folder, with the bytes of files.
fn all(desk: &Desk) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut files = desk.files(".");
    files.retain(|(path, _)| !path.components().any(|part| part.as_os_str() == "home"));
    files
}

#[cfg(unix)]
#[test]
fn pipes_folders_and_links_among_the_logs_are_left_alone_and_nothing_hangs() {
    use std::os::unix::fs::symlink;
    let desk = Desk::with_session(3, 1, "()");
    desk.best_but("m1", "p01", &[]);
    let before = desk.json(&["status", "s"]);
    let logs = desk.path("s/logs");
    desk.write("outside", "secret\n");
    symlink(desk.path("outside"), logs.join("m2-aaaaaaaa.log")).unwrap();
    symlink("/dev/zero", logs.join("m2-bbbbbbbb.log")).unwrap();
    symlink(desk.path("gone"), logs.join("m2-cccccccc.log")).unwrap();
    std::fs::create_dir(logs.join("m2-dddddddd.log")).unwrap();
    std::fs::write(logs.join(format!("{}.log", "x".repeat(251))), "no log\n").unwrap();
    let made = std::process::Command::new("mkfifo").arg(logs.join("m2-eeeeeeee.log")).status().unwrap();
    assert!(made.success());
    let mut after = desk.json(&["status", "s"]);
    assert!(after["problems"].as_array().unwrap().iter().all(|one| !one.to_string().contains("m2-")), "{after}");
    after["problems"] = before["problems"].clone();
    assert_eq!(after, before);
    desk.done(&["hand-out", "s", "out"]);
    desk.done(&["verify", "s"]);
    desk.best_but("m2", "p01", &[]);
    assert_eq!(std::fs::read_to_string(desk.path("outside")).unwrap(), "secret\n");
}

#[cfg(unix)]
#[test]
fn a_session_that_is_a_link_to_something_else_is_not_opened() {
    use std::os::unix::fs::symlink;
    let desk = Desk::with_session(3, 1, "()");
    desk.write("outside", "(secret: 1)\n");
    for file in ["charter.ron", "session.ron"] {
        let kept = std::fs::read(desk.path("s/charter.ron")).unwrap();
        let path = desk.path("s").join(file);
        let _ = std::fs::remove_file(&path);
        symlink(desk.path("outside"), &path).unwrap();
        for command in ["status", "verify", "results"] {
            let ran = desk.run(&[command, "s"]);
            assert_eq!(ran.code, 3, "{file}, {command}: {}{}", ran.out, ran.err);
            assert!(ran.err.contains(file) && ran.err.contains("not a plain file"), "{}", ran.err);
            assert!(!ran.err.contains("secret"), "{}", ran.err);
        }
        std::fs::remove_file(&path).unwrap();
        desk.write("s/charter.ron", std::str::from_utf8(&kept).unwrap());
    }
    desk.done(&["status", "s"]);
}

#[cfg(unix)]
#[test]
fn a_link_laid_where_we_are_about_to_write_is_not_followed() {
    use std::os::unix::fs::symlink;
    let desk = Desk::with_session(3, 1, "()");
    desk.done(&["desk", "s", "close", "p01", "--as", "withdrawn", "--ground", "x"]);
    desk.write("outside", "mine\n");
    symlink(desk.path("outside"), desk.path("s/session.ron.new")).unwrap();
    symlink(desk.path("outside"), desk.path(".out.new")).unwrap();
    desk.done(&["hand-out", "s", "out"]);
    let _ = desk.run(&["desk", "s", "seal"]);
    assert_eq!(std::fs::read_to_string(desk.path("outside")).unwrap(), "mine\n");
}

#[test]
fn a_document_that_is_a_folder_a_device_or_a_pipe_is_refused_at_once() {
    let desk = Desk::with_session(3, 1, "()");
    std::fs::create_dir(desk.path("folder")).unwrap();
    let mut crooked = vec!["folder"];
    if cfg!(unix) {
        let made = std::process::Command::new("mkfifo").arg(desk.path("pipe")).status().unwrap();
        assert!(made.success());
        crooked.extend(["pipe", "/dev/zero", "/dev/null"]);
    }
    for path in crooked {
        for arguments in [
            &["record", "s", "--seat", "m1", "--marks", path][..],
            &["new", "x", "--title", "x", "--products", path, "--council", path],
            &["rubric", "check", path],
            &["new", "x", "--title", "x", "--products", "products.csv", "--council", "seats.csv", "--rules", path],
        ] {
            let ran = desk.run(arguments);
            assert_eq!(ran.code, 3, "{arguments:?}: {}{}", ran.out, ran.err);
            assert!(ran.err.contains(path), "{}", ran.err);
        }
        if path != "folder" {
            assert_eq!(desk.run(&["merge", "s", path]).code, 3);
        }
    }
}

#[test]
fn a_hand_out_never_takes_the_place_of_something_else() {
    let desk = Desk::with_session(3, 1, "()");
    desk.best_but("m1", "p01", &[]);
    std::fs::create_dir(desk.path("folder")).unwrap();
    desk.done(&["hand-out", "s", "out"]);
    desk.done(&["hand-out", "s", "out"]);
    let log = desk.files("s/logs").into_iter().find(|(path, _)| path.extension().is_some_and(|end| end == "log"));
    let log = log.unwrap().0;
    let before = all(&desk);
    for target in ["folder", "s", "s/charter.ron", log.to_str().unwrap(), "products.csv", "..", ".", "gone/out"] {
        let ran = desk.run(&["hand-out", "s", target]);
        assert!(matches!(ran.code, 1 | 3), "{target:?}: {} {}{}", ran.code, ran.out, ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        let after = all(&desk);
        if target != "gone/out" {
            assert_eq!(after, before, "{target:?}");
        }
    }
}

#[test]
fn a_log_whose_name_leads_elsewhere_is_no_log() {
    let desk = Desk::with_session(3, 1, "()");
    let session = desk.json(&["status", "s"])["session"]["id"].as_str().unwrap().to_owned();
    let id = ocop_council::council::Hash::parse(&session).unwrap();
    let before = all(&desk);
    for name in [
        "../../m1-aaaaaaaa",
        "m1-../aaaa",
        "/etc/m1-aaaaaaaa",
        "C:\\\\m1-aaaaaaaa",
        "con",
        "nul-aaaaaaaa.txt",
        "m1-aaaaaaaa.log",
        "m1-AAAAAAAA",
        "m2-aaaaaaaa",
        "desk-aaaaaaaa",
        "m1",
        "",
    ] {
        let record = format!("(session:\"{id}\",log:\"{name}\",author:Seat(\"m1\"),nonce:\"\",program:\"\")");
        let line = format!("{} {record}\n", id.then(record.as_bytes()));
        desk.write("brought.log", &line);
        let ran = desk.run(&["merge", "s", "brought.log"]);
        assert_eq!(ran.code, 1, "{name:?}: {}{}", ran.out, ran.err);
        let charter = std::fs::read_to_string(desk.path("s/charter.ron")).unwrap();
        let head = format!("format: 1\nocop-council hand-in m1\ncharter.ron {}\n{charter}\n", charter.len());
        let file = close(format!("{head}log {}\n{line}\nend 0\n", line.len()).into_bytes());
        std::fs::write(desk.path("brought.log"), file).unwrap();
        assert_eq!(desk.run(&["merge", "s", "brought.log"]).code, 1, "{name:?}");
        std::fs::remove_file(desk.path("brought.log")).unwrap();
        assert_eq!(all(&desk), before, "{name:?}");
    }
}

#[test]
fn a_hand_file_brings_nothing_but_what_is_its_senders() {
    let desk = Desk::with_session(3, 1, "()");
    let mut log = Forged::in_folder(&desk.path("s"), "m2");
    log.seat("Opinion(product:\"p01\",words:\"x\")");
    let log = log.into_bytes();
    let charter = std::fs::read(desk.path("s/charter.ron")).unwrap();
    let head = format!("format: 1\nocop-council hand-in m1\ncharter.ron {}\n", charter.len());
    let mid = format!("\nlog {}\n", log.len());
    let bytes = [head.as_bytes(), &charter, mid.as_bytes(), &log, b"\nend 0\n"].concat();
    std::fs::write(desk.path("in"), close(bytes)).unwrap();
    let ran = desk.run(&["merge", "s", "in"]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("m2-"), "{}", ran.out);
    assert!(!desk.files("s/logs").iter().any(|(path, _)| is_log_of(path, "m2")));
}

fn is_log_of(path: &Path, seat: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{seat}-")))
}

#[test]
fn a_hand_outs_title_never_names_a_folder_elsewhere_or_a_device() {
    let desk = Desk::new();
    desk.write("products.csv", "name,set\nMật ong,9\n");
    desk.write("seats.csv", "id,title,role\nct,Chủ tịch,chair\nm1,Một,\nm2,Hai,\n");
    for (at, title) in
        ["../../../x", "/etc/x", "C:\\x", "CON", "nul", "LPT1", "...", "~", &"dài ".repeat(200)].into_iter().enumerate()
    {
        let (session, file) = (format!("s{at}"), format!("out{at}"));
        desk.done(&["new", &session, "--title", title, "--products", "products.csv", "--council", "seats.csv"]);
        desk.done(&["hand-out", &session, &file, "--seat", "m1"]);
        let _ = desk.run(&["open", &file, "--seat", "m1"]);
    }
    let mut names: Vec<String> = std::fs::read_dir(desk.path("home/sessions"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 9, "{names:?}");
    for name in &names {
        assert!(
            name.len() <= 62 && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{name}"
        );
        assert!(!["con", "nul", "lpt1"].contains(&name.as_str()), "{name}");
    }
}
