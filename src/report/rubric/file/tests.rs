//! What is written is read back, and changes by one line.

use super::*;
use crate::rubric::{Code, Origin, builtin};

fn known() -> Vec<&'static Rubric> {
    let decisions = builtin::ids().into_iter().filter_map(builtin::rubric);
    decisions.chain([builtin::example()]).collect()
}

fn read(text: &str) -> Rubric {
    builtin::read("mine.ron", text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// As the rubric would be, had it been read from a file.
fn from_a_file(rubric: &Rubric, digest: String) -> Rubric {
    let mut rubric = rubric.clone();
    (rubric.head.origin, rubric.head.digest) = (Origin::File, digest);
    rubric
}

#[test]
fn every_rubric_is_read_back_as_it_was() {
    for rubric in known() {
        for lang in [Lang::Vi, Lang::En] {
            let again = read(&file(lang, rubric));
            assert_eq!(again, from_a_file(rubric, again.head.digest.clone()), "{}", rubric.head.id);
        }
    }
}

#[test]
fn what_was_read_back_is_written_with_the_same_bytes() {
    for rubric in known() {
        let text = file(Lang::Vi, rubric);
        assert_eq!(file(Lang::Vi, &read(&text)), text, "{}", rubric.head.id);
        assert!(!text.contains('\r') && text.ends_with(")\n"));
    }
}

#[test]
fn a_wording_stands_once_however_many_sets_use_it() {
    let text = file(Lang::En, builtin::default());
    let story = &builtin::default().sets[0].criteria().into_iter().find(|c| c.code.as_str() == "5.1").unwrap().levels;
    assert_eq!(text.matches(&format!("{:?}", story[4].text.en)).count(), 1);
}

#[test]
fn a_blemish_is_settled_by_changing_one_line() {
    let text = file(Lang::En, builtin::default());
    let lines: Vec<&str> = text.lines().collect();
    let seven = lines.iter().position(|line| line.trim() == "no: 7,").expect("set 7");
    let at = seven + lines[seven..].iter().position(|line| line.trim().starts_with("(code: \"3.1\"")).expect("3.1");
    assert!(lines[at - 1].trim().starts_with("//"), "the note stands right above: {}", lines[at - 1]);
    assert!(lines[at].contains("points: [1, 1, 3]"), "{}", lines[at]);
    let mut settled: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    settled[at] = settled[at].replace("[1, 1, 3]", "[1, 2, 3]");
    let settled = read(&(settled.join("\n") + "\n"));
    let points = |rubric: &Rubric, set: u8| {
        let set = rubric.set(set).expect("the set");
        set.criterion(&Code::new("3.1")).expect("3.1").levels.iter().map(|level| level.points).collect::<Vec<_>>()
    };
    assert_eq!(points(builtin::default(), 7), [1, 1, 3]);
    assert_eq!(points(&settled, 7), [1, 2, 3]);
    let others = |rubric: &Rubric| rubric.sets.iter().filter(|set| set.no != 7).cloned().collect::<Vec<_>>();
    assert_eq!(others(&settled), others(builtin::default()), "and nothing else changes");
    assert_ne!(settled.head.digest, read(&text).head.digest);
}

#[test]
fn sets_of_a_code_in_a_row_are_written_as_a_run() {
    let place = |set, code: &str| NotePlace { set, code: Some(Code::new(code)) };
    let places = [place(1, "1.5"), place(2, "1.5"), place(3, "1.4"), place(4, "1.4"), place(6, "1.4")];
    assert_eq!(runs(&places), ["1-2/1.5", "3-4/1.4", "6/1.4"]);
    assert_eq!(runs(&[NotePlace { set: 254, code: None }, NotePlace { set: 255, code: None }]), ["254-255"]);
}
