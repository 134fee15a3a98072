//! A sheet holds all there is, within its width, in both languages.

use super::*;
use crate::rubric::builtin;

fn known() -> Vec<&'static Rubric> {
    let decisions = builtin::ids().into_iter().filter_map(builtin::rubric);
    decisions.chain([builtin::example()]).collect()
}

/// All words of a text, whatever the line they stand on.
fn run_together(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_set_of_every_rubric_keeps_within_its_width() {
    for rubric in known() {
        for (lang, cells) in [(Lang::Vi, 60), (Lang::Vi, 80), (Lang::En, 80), (Lang::En, 110)] {
            let pages =
                rubric.sets.iter().map(|set| sheet(lang, rubric, set, cells)).chain([contents(lang, rubric, cells)]);
            for line in pages.flat_map(|page| page.lines().map(str::to_owned).collect::<Vec<_>>()) {
                assert!(width(&line) <= cells, "{} {cells}: {line}", rubric.head.id);
                assert_eq!(line.trim_end(), line);
            }
        }
    }
}

#[test]
fn a_sheet_says_every_level_its_points_and_its_star() {
    for rubric in known() {
        for set in &rubric.sets {
            let page = run_together(&sheet(Lang::Vi, rubric, set, 80));
            for criterion in set.criteria() {
                for (id, level) in (0..).map_while(LevelId::at).zip(&criterion.levels) {
                    let stars = "★".repeat(level.minimum_for.map_or(0, |star| usize::from(star.number())));
                    let line = run_together(&format!("{id} {} {stars} {}", level.points, level.text.vi));
                    assert!(page.contains(&line), "{} {}: {line}", rubric.head.id, set.no);
                }
            }
            for ground in &set.grounds {
                assert!(page.contains(&run_together(&ground.text.vi)), "{} {}: {}", rubric.head.id, set.no, ground.id);
            }
        }
    }
}

#[test]
fn a_note_stands_at_the_set_it_is_about_and_at_no_other() {
    let rubric = builtin::default();
    for set in &rubric.sets {
        let page = run_together(&sheet(Lang::En, rubric, set, 100));
        for note in &rubric.notes {
            assert_eq!(page.contains(&note.text.en), note.is_about(set), "{} {}", set.no, note.text.en);
        }
    }
}

#[test]
fn what_a_person_must_know_first_stands_at_the_top() {
    let old = builtin::rubric("qd1048-2019").expect("built in");
    let ten = old.set(10).expect("set 10");
    let page = sheet(Lang::En, old, ten, 80);
    let top = run_together(&page.lines().take(12).collect::<Vec<_>>().join("\n"));
    for said in
        ["Lapsed since 24/02/2023, replaced by 148/QĐ-TTg", "star minima", "cannot be chosen", "none of the criteria"]
    {
        assert!(top.contains(said), "{said}\n{page}");
    }
}

#[test]
fn decision_date_and_digest_stand_below_and_the_signed_text_prevails() {
    for rubric in known() {
        let set = &rubric.sets[0];
        let page = run_together(&sheet(Lang::En, rubric, set, 80));
        for said in [&rubric.head.decision, &rubric.head.digest, "The signed text prevails"] {
            assert!(page.contains(said), "{} {said}", rubric.head.id);
        }
        assert!(contents(Lang::Vi, rubric, 80).contains("Văn bản đã ký có giá trị quyết định"));
    }
}
