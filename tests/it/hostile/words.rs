//! Nasty text in every field that takes text, also past the border in logs and charters made by hand, in file names
//! and in the words typed at the command line: none of it reaches the terminal as anything but harmless text.

use ocop_council::cli::grammar;
use ocop_council::i18n::Lang;
use serde_json::Value;

use super::forge::Forged;
use super::fuzz::harm;
use crate::cli::{Desk, marks};

/// A title and a colour for the terminal, C1 controls, reversed and hidden text, a new line, a tab, a formula.
pub(super) const NASTY: &str =
    "=1+1 \u{1b}]0;ĐÃ CHIẾM\u{7}\u{1b}[31m\u{1b}[2J\u{9b}32mB\u{202e}C\u{2066}\u{200d}D\nE\tF\u{feff}G\u{ad}\u{85}H";

/// Text in quotation marks, as CSV has it.
fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A session whose every field that takes text holds a nasty one.
pub(super) fn session() -> Desk {
    let desk = Desk::new();
    let nasty = cell(NASTY);
    desk.write(
        "products.csv",
        &format!(
            "name,set,id,code,producer,address,phone\n{nasty},9,p01,{nasty},{nasty},{nasty},{nasty}\n{nasty},9,p02,,,,\n\
             {nasty},9,p03,,,,\n"
        ),
    );
    desk.write(
        "seats.csv",
        &format!(
            "id,title,name,organisation,role\nct,{nasty},{nasty},{nasty},chair\nm1,{nasty},{nasty},,\nm2,{nasty},,,\n\
             m3,{nasty},,,\ntk,{nasty},,,secretary\n"
        ),
    );
    let lists = ["--products", "products.csv", "--council", "seats.csv"];
    let particulars = ["--title", NASTY, "--place", NASTY, "--decision", NASTY];
    desk.done(&[&["new", "s"][..], &lists, &particulars].concat());
    for (seat, but) in [("ct", "3"), ("m1", "3"), ("m2", "5"), ("m3", "1")] {
        let list = marks("p01", &[("4.1", but)]).replace("points\n", "points,note,evidence\n");
        let list = list.replacen("\np01,1.1,5", &format!("\np01,1.1,5,{nasty},{nasty}"), 1);
        desk.write("marks.csv", &list);
        desk.done(&["record", "s", "--seat", seat, "--marks", "marks.csv", "--submit"]);
    }
    desk.done(&["raise", "s", "--seat", "m1", "--product", "p02", "--words", NASTY]);
    desk.done(&["recuse", "s", "--seat", "m2", "--product", "p02", "--reason", NASTY]);
    desk.done(&["opinion", "s", "--seat", "m1", "--product", "p01", "--words", NASTY]);
    let table = |words: &[&str]| _ = desk.done(&[&["desk", "s"], words].concat());
    table(&["attendance", "m3", "left", "--name", NASTY]);
    table(&["dismiss", "p02", "--seat", "m1", "--reason", NASTY]);
    table(&["remark", "--words", NASTY, "--product", "p01"]);
    table(&["conclude", "p01", "--words", NASTY]);
    table(&["correct", "p02", "--field", "name", "--value", NASTY, "--reason", NASTY]);
    table(&["close", "p03", "--as", "rejected", "--ground", NASTY]);
    table(&["reveal", "p01"]);
    table(&["accept", "p01", "--dispute", "star_differs", "--reason", NASTY]);
    past_the_border(&desk);
    desk
}

/// What no border of ours cleaned: records written by hand, and files with names of their own.
fn past_the_border(desk: &Desk) {
    let mut log = Forged::in_folder(&desk.path("s"), "m2");
    let raw = NASTY.replace('\n', "\\n");
    log.seat(&format!("Opinion(product:\"p01\",words:\"{raw}\\u{{1b}}[5m\\u{{202e}}\")"));
    log.seat(&format!("Mark(product:\"p02\",basis:None,criterion:\"{raw}\",cell:(value:NoneMet,note:\"{raw}\"))"));
    log.seat(&format!("Recuse(product:\"p03\",reason:\"{raw}\")"));
    log.record(&format!("(t:7,at:\"{raw}\",over:[],act:Seat(Opinion(product:\"p02\",words:\"x\")))"));
    log.record(&format!("(t:8,at:\"{raw}\",over:[],act:Novelty(words:\"{raw}\"))"));
    log.write(&desk.path("s"));
    #[cfg(unix)]
    for name in ["a\u{1b}[2J.log", "b\u{202e}gol.txt", "c\nd.log", "m1-aaaaaaaa.\u{9b}1m.log"] {
        std::fs::write(desk.path("s/logs").join(name), "no log\n").unwrap();
    }
}

/// Runs a command and looks at every byte it prints.
#[track_caller]
fn look(desk: &Desk, arguments: &[&str]) -> (i32, String) {
    let ran = desk.run(arguments);
    for said in [&ran.out, &ran.err] {
        let said = said.strip_prefix('\u{feff}').unwrap_or(said);
        if let Some(found) = harm(said) {
            let line = said.lines().find(|line| line.contains(found)).unwrap_or_default();
            panic!("{arguments:?} prints {found:?}: {line:?}");
        }
    }
    (ran.code, ran.out + &ran.err)
}

#[test]
fn no_command_prints_what_steers_a_terminal() {
    let desk = session();
    let mut looked = 0;
    for lang in ["vi", "en"] {
        for command in grammar(Lang::En).get_subcommands() {
            let name = command.get_name();
            for format in ["text", "json", "csv"] {
                looked += usize::from(look(&desk, &[name, "s", "--format", format, "--lang", lang]).0 == 0);
            }
        }
        let (code, said) = look(&desk, &["results", "s", "--lang", lang]);
        assert_eq!((code, said.contains("ĐÃ CHIẾM")), (0, true), "the text itself is there: {said}");
        look(&desk, &["sheet", "s", "--seat", "m1", "--product", "p01", "--lang", lang]);
        look(&desk, &["sheet", "s", "--seat", "m1", "--product", "p01", "--format", "json"]);
        look(&desk, &["merge", "s", "s", "--lang", lang]);
        look(&desk, &["verify", "s", "--against", "s", "--lang", lang]);
    }
    assert!(looked >= 14, "{looked} commands found the session");
}

#[test]
fn no_message_repeats_what_steers_a_terminal() {
    let desk = session();
    let nasty = NASTY;
    for lang in ["vi", "en"] {
        for arguments in [
            &[nasty][..],
            &["status", nasty],
            &["status", "s", nasty],
            &["status", "s", &format!("--{nasty}")],
            &["results", "s", "--format", nasty],
            &["sheet", "s", "--seat", nasty, "--product", "p01"],
            &["sheet", "s", "--seat", "m1", "--product", nasty],
            &["submit", "s", "--seat", "m9", "--product", nasty],
            &["record", "s", "--seat", "m1", "--marks", nasty],
            &["new", nasty, "--title", "x", "--products", nasty, "--council", nasty],
            &["new", "x", "--title", "x", "--products", "products.csv", "--council", "seats.csv", "--rules", nasty],
            &["new", "x", "--title", "x", "--products", "products.csv", "--council", "seats.csv", "--rubric", nasty],
            &["new", "x", "--title", "x", "--products", "products.csv", "--council", "seats.csv", "--date", nasty],
            &["rubric", "show", nasty],
            &["rubric", "show", "qd26-2026", nasty],
            &["rubric", "check", nasty],
            &["hand-out", "s", "out", "--seat", nasty],
            &["merge", "s", nasty],
            &["open", nasty],
            &["verify", "s", "--against", nasty],
            &["desk", "s", "rule", "p01", "--criterion", nasty, "--star", nasty, "--met", "yes", "--reason", "x"],
            &["desk", "s", "accept", "p01", "--dispute", nasty, "--reason", "x"],
            &["desk", "s", "close", "p02", "--as", nasty, "--ground", "x"],
            &["desk", "s", "rescore", "p01", "--seats", "m1", "--criteria", nasty, "--reason", "x"],
            &["desk", "s", "add", "--products", nasty, "--reason", "x"],
            &["rehearse", nasty, "--seats", nasty],
        ] {
            let (code, said) = look(&desk, &[arguments, &["--lang", lang]].concat());
            assert!((1..=3).contains(&code), "{arguments:?} ends with {code}: {said}");
            assert!(said.lines().count() <= 4 && said.len() < 2000, "{arguments:?}: {said}");
        }
    }
}

#[test]
fn no_list_and_no_document_gets_its_teeth_into_a_message() {
    let desk = session();
    let nasty = cell(NASTY);
    let charter = std::fs::read_to_string(desk.path("s/charter.ron")).unwrap();
    let raw = NASTY.replace('\n', "\\n");
    let lists = ["new", "x", "--title", "x", "--products", "products.csv", "--council", "seats.csv"];
    let marks = ["record", "s", "--seat", "m1", "--marks", "l"];
    let files: [(&str, String, &[&str]); 12] = [
        ("products.csv", format!("name,set,{nasty}\n{nasty},{nasty},1\n"), &lists),
        (
            "products.csv",
            format!("name,set,id,kind\n{nasty},{nasty},{nasty},{nasty}\nx,9\n{nasty},9,9,9,{nasty}\n"),
            &lists,
        ),
        ("l", format!("product,criterion,points\n{nasty},{nasty},{nasty}\np01,{nasty},9\np02,1.2,{nasty}\n"), &marks),
        ("l", format!("{nasty}\n{nasty}\n"), &marks),
        ("rules.ron", format!("Rules(\"{raw}\")"), &[&lists[..], &["--rules", "rules.ron"]].concat().leak()[..]),
        ("rules.ron", format!("Rules({raw}: 1)"), &[&lists[..], &["--rules", "rules.ron"]].concat().leak()[..]),
        ("r.ron", format!("(format: 1, {raw}: 1)"), &["rubric", "check", "r.ron"]),
        ("r.ron", format!("(format: 1, head: Some(\"{raw}\"))"), &["rubric", "check", "r.ron"]),
        ("c/charter.ron", charter.replacen("title: ", &format!("{raw}: "), 1), &["status", "c"]),
        ("c/charter.ron", charter.replacen("id: \"p01\"", &format!("id: \"{raw}\""), 1), &["status", "c"]),
        ("c/charter.ron", charter.replacen("26/2026/QĐ-TTg\"", &format!("{raw}\""), 2), &["status", "c"]),
        ("c/charter.ron", charter.replacen("id: \"qd26", &format!("id: \"{raw}"), 1), &["results", "c"]),
    ];
    std::fs::create_dir_all(desk.path("c/logs")).unwrap();
    for (name, text, arguments) in files {
        desk.write(name, &text);
        for lang in ["vi", "en"] {
            let (code, said) = look(&desk, &[arguments, &["--lang", lang]].concat());
            assert_eq!(code, 1, "{name}: {said}");
            assert!(said.contains(name), "{name} is named: {said}");
        }
    }
}

#[test]
fn a_charter_made_by_hand_shows_its_texts_without_their_teeth() {
    let desk = session();
    let charter = std::fs::read_to_string(desk.path("s/charter.ron")).unwrap();
    let at = charter.find("title: \"").unwrap() + 8;
    let raw = NASTY.replace('\n', "\\n");
    std::fs::create_dir_all(desk.path("c/logs")).unwrap();
    desk.write("c/charter.ron", &[&charter[..at], &raw, "\\u{1b}[7m", &charter[at..]].concat());
    for format in ["text", "json", "csv"] {
        let (code, _) = look(&desk, &["results", "c", "--format", format]);
        assert_eq!(code, 0);
    }
}

#[test]
fn json_keeps_a_crooked_name_so_that_a_script_finds_the_file() {
    let desk = session();
    if cfg!(unix) {
        let document: Value = desk.json(&["status", "s"]);
        let problems = document["problems"].as_array().unwrap();
        let named = |name: &str| problems.iter().any(|problem| problem["what"].as_str().unwrap().contains(name));
        assert!(named("a\u{1b}[2J.log") && named("b\u{202e}gol.txt"), "{problems:?}");
    }
}

#[test]
fn a_spreadsheet_is_given_no_formula() {
    let desk = Desk::new();
    desk.write("products.csv", "name,set,code,producer\n=1+1,9,+1,-1\n@SUM(A1),9,\"=HYPERLINK(\"\"x\"\")\",\n\" =2\",9,\"\t=3\",\"\u{feff}=4\"\n");
    desk.write("seats.csv", "id,title,role\nct,=5,chair\nm1,+6,\nm2,@7,\n");
    desk.done(&["new", "s", "--title", "=8", "--products", "products.csv", "--council", "seats.csv"]);
    for command in ["results", "status"] {
        let table = desk.done(&[command, "s", "--format", "csv"]);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let mut guarded = 0;
        for record in reader.records() {
            for cell in &record.unwrap() {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{command}: {cell:?} in {table}");
                guarded += usize::from(cell.starts_with('\''));
            }
        }
        assert!(guarded >= 3, "{table}");
    }
}
