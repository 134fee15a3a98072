//! One small rubric in one file, and what is said of it when one thing in it is broken.

use super::*;
use crate::rubric::builtin::read;
use crate::rubric::{Code, Origin, Rubric};
use crate::trouble::FaultKind;

/// A small rubric in one file: shared and inline wording, a heading within a heading, cases, equal points, a scored
/// heading, a condition and both kinds of ground.
const SMALL: &str = r#"(
    format: 1,
    head: (
        id: "small",
        title: ("Nhỏ", "Small"),
        decision: "1/2026",
        source: ("Thử", "A test"),
        in_force: "2026-05-22",
        current: true,
        total: 20,
        bands: (two: 6, three: 10, four: 14, five: 18),
    ),
    parts: [("A", "Phần A", "Part A")],
    industries: [("food", "Thực phẩm", "Food")],
    groups: [("tea", "Chè", "Tea")],
    agencies: [("agriculture", "Bộ Nông nghiệp", "Agriculture"), ("health", "Bộ Y tế", "Health")],
    headings: [("outer", "Ngoài", "Outer"), ("inner", "Trong", "Inner"), ("story", "Chuyện", "Story")],
    grounds: [(id: "forged", leads_to: Reject, text: ("Giả mạo", "Forged"))],
    criteria: [
        // key: "kind" in a comment does not count
        (key: "kind", name: ("Loại hình", "Kind"), levels: [("Hộ", "Household"), ("Công ty", "Company"), ("HTX", "Co-op")]),
        (key: "story", name: ("Chuyện", "Story"), levels: [("Không", "No"), ("Có", "Yes")]),
    ],
    sets: [
        (
            no: 11,
            name: ("Chè", "Tea"),
            industry: "food",
            group: "tea",
            agencies: ["agriculture", "health"],
            samples: true,
            grounds: [
                (id: "forged"),
                (id: "dirty", at: "6.1.1", leads_to: Stop, text: ("Bẩn", "Dirty")),
            ],
            parts: [
                (code: "A", max: 20, groups: [
                    (code: "5", max: 4, name: "story", criteria: [
                        (code: "5.1", max: 2, uses: "story", points: [0, 2]),
                        (code: "5.2", max: 2, uses: "story", note: ("Khi có chuyện", "With a story"), points: [0, 2], needs: "5.1"),
                    ]),
                    (code: "6", max: 8, name: "outer", groups: [
                        (code: "6.1", max: 8, name: "inner", criteria: [
                            (code: "6.1.1", max: 3, uses: "kind", points: [1, 1, 3], minima: [(3, 'b'), (5, 'c')]),
                            (code: "6.1.2", max: 5, name: ("Riêng", "Own"), levels: [("Ít", "Few"), ("Nhiều", "Many")], points: [1, 5]),
                        ]),
                    ]),
                    (code: "8", max: 8, criteria: [(
                        code: "8",
                        max: 8,
                        name: ("Điều kiện", "Conditions"),
                        cases: [
                            (name: ("Cộng đồng", "Community"), levels: [("Đủ", "Met"), ("Hơn", "More")]),
                            (name: ("Tổ chức", "Organisation"), levels: [("Đạt", "Passed"), ("Tốt", "Good")]),
                        ],
                        points: [1, 8, 2, 8],
                    )]),
                ]),
            ],
        ),
    ],
)
"#;

fn small() -> Rubric {
    read("small.ron", SMALL).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The faults of the small rubric with one thing changed, as `place: what`.
fn broken(from: &str, to: &str) -> Vec<String> {
    assert_eq!(SMALL.matches(from).count(), 1, "{from:?} stands once in the small rubric");
    faults(&SMALL.replace(from, to))
}

fn faults(text: &str) -> Vec<String> {
    match read("small.ron", text) {
        Ok(_) => panic!("a broken rubric passed"),
        Err(faults) => faults.iter().map(|fault| format!("{}: {:?}", fault.place, fault.what)).collect(),
    }
}

#[test]
fn one_file_holds_a_whole_rubric() {
    let rubric = small();
    let set = rubric.set(11).expect("set 11");
    assert_eq!(set.agency.vi, "Bộ Nông nghiệp; Bộ Y tế");
    let codes: Vec<&str> = set.criteria().iter().map(|criterion| criterion.code.as_str()).collect();
    assert_eq!(codes, ["5.1", "5.2", "6.1.1", "6.1.2", "8"]);
    assert_eq!(set.parts[0].groups[2].name.en, "Conditions", "a scored heading takes its criterion's name");
}

#[test]
fn a_row_writes_what_it_does_not_use() {
    let rubric = small();
    let criteria = rubric.sets[0].criteria();
    assert_eq!((criteria[1].name.en.as_str(), criteria[1].levels[1].text.en.as_str()), ("Story", "Yes"));
    assert_eq!(criteria[1].note.as_ref().map(|note| note.en.as_str()), Some("With a story"));
    assert_eq!(criteria[3].levels[0].text.vi, "Ít");
}

#[test]
fn a_wording_may_take_the_levels_of_another() {
    let own = r#"levels: [("Không", "No"), ("Có", "Yes")]"#;
    let text = SMALL.replacen(
        "(key: \"story\"",
        &format!("(key: \"yes-no\", name: (\"-\", \"-\"), {own}),\n(key: \"story\""),
        1,
    );
    let (before, after) = text.rsplit_once(own).expect("the story's levels");
    let lent = format!("{before}levels_of: \"yes-no\"{after}");
    assert_eq!(read("small.ron", &lent).map(|rubric| rubric.sets), Ok(small().sets));
    let lost = lent.replace("levels_of: \"yes-no\"", "levels_of: \"yesno\"");
    let expected = r#"small.ron:40:26: UnknownReference("yesno")"#;
    assert_eq!(faults(&lost)[0], expected);
}

#[test]
fn levels_of_equal_points_stay_two_levels() {
    let rubric = small();
    let kind = rubric.sets[0].criteria()[2];
    let letters: String = kind.worth(1).into_iter().map(LevelId::letter).collect();
    assert_eq!(letters, "ab");
    assert_eq!(kind.levels[1].minimum_for, Some(Star::THREE));
}

#[test]
fn levels_of_cases_follow_one_another() {
    let rubric = small();
    let conditions = rubric.sets[0].criteria()[4];
    assert_eq!(conditions.cases.len(), 2);
    let levels: Vec<_> = conditions.levels.iter().map(|level| (level.case, level.points)).collect();
    assert_eq!(levels, [(Some(0), 1), (Some(0), 8), (Some(1), 2), (Some(1), 8)]);
}

#[test]
fn grounds_are_shared_or_the_sets_own() {
    let rubric = small();
    let grounds = &rubric.sets[0].grounds;
    assert_eq!((grounds[0].text.en.as_str(), grounds[0].leads_to), ("Forged", Consequence::Reject));
    assert_eq!((grounds[1].text.en.as_str(), grounds[1].leads_to), ("Dirty", Consequence::Stop));
}

#[test]
fn a_leading_byte_order_mark_and_windows_lines_are_accepted() {
    let windows = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    assert_eq!(read("small.ron", &windows), Ok(small()));
}

#[test]
fn text_is_scrubbed_at_the_border() {
    let rubric =
        read("small.ron", &SMALL.replace("\"Giả mạo\"", "\" Gia\u{309} mạo\\u{202e}\u{1b} \"")).expect("sound");
    assert_eq!(rubric.sets[0].grounds[0].text.vi, "Giả mạo");
}

#[test]
fn a_newer_format_is_named_before_anything_unknown_is_refused() {
    let text = "// ours\n(\n    format: 2,\n    colours: [1, 2],\n)";
    assert_eq!(faults(text), ["small.ron:3:5: NewerFormat(2)"]);
    assert_eq!(faults("(format: 0)"), [r#"small.ron:1:2: BadValue { field: "format", found: "0", expected: "1" }"#]);
}

#[test]
fn an_unknown_field_is_refused_with_its_line_and_column() {
    let found = broken("samples: true,", "samples: true,\n            colour: 3,");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with(r#"small.ron:32:13: UnknownField { found: "colour", known: "no, name,"#), "{found:?}");
}

#[test]
fn torn_and_empty_files_are_refused_with_their_place() {
    assert_eq!(faults(" \n"), ["small.ron: Empty"]);
    let torn = &SMALL[..SMALL.find("industries").expect("there")];
    assert!(faults(torn)[0].starts_with("small.ron:13:40: Syntax("), "{:?}", faults(torn));
    assert!(faults("(head: ())")[0].starts_with("small.ron:1:"), "{:?}", faults("(head: ())"));
    assert_eq!(faults("(format: 1)"), [r#"small.ron: MissingValue("head")"#]);
}

#[test]
fn a_sum_that_fails_is_placed_at_its_criterion_group_part_or_set() {
    let sum = |found: Vec<String>| found.join("\n");
    assert_eq!(
        sum(broken("points: [1, 1, 3]", "points: [1, 1, 2]")),
        r#"small.ron:44:30: DoesNotAddUp { what: "11/A/6/6.1/6.1.1", printed: 3, added: 2 }"#
    );
    assert_eq!(
        sum(broken("(code: \"6.1\", max: 8,", "(code: \"6.1\", max: 7,")),
        "small.ron:42:22: DoesNotAddUp { what: \"11/A/6\", printed: 8, added: 7 }\n\
         small.ron:43:26: DoesNotAddUp { what: \"11/A/6/6.1\", printed: 7, added: 8 }"
    );
    assert_eq!(
        sum(broken("(code: \"A\", max: 20,", "(code: \"A\", max: 21,")),
        "small.ron:26:13: DoesNotAddUp { what: \"11\", printed: 20, added: 21 }\n\
         small.ron:37:18: DoesNotAddUp { what: \"11/A\", printed: 21, added: 20 }"
    );
}

#[test]
fn what_a_key_does_not_lead_to_is_named() {
    assert_eq!(broken("uses: \"kind\"", "uses: \"knid\""), [r#"small.ron:44:30: UnknownReference("knid")"#]);
    assert_eq!(broken("name: \"inner\"", "name: \"iner\""), [r#"small.ron:43:26: UnknownReference("iner")"#]);
    assert_eq!(broken("(id: \"forged\"),", "(id: \"forgd\"),"), [r#"small.ron:26:13: UnknownReference("forgd")"#]);
    assert_eq!(broken("(5, 'c')", "(5, 'd')"), [r#"small.ron:44:30: UnknownReference("11/A/6/6.1/6.1.1/d")"#]);
    assert_eq!(broken("at: \"6.1.1\"", "at: \"6.1.9\""), [r#"small.ron:26:13: UnknownReference("6.1.9")"#]);
}

#[test]
fn rows_that_do_not_fit_their_words_are_placed() {
    assert_eq!(
        broken("points: [1, 5]", "points: [1, 3, 5]"),
        [r#"small.ron:45:30: Unsound("points-and-levels-differ 11/A/6/6.1/6.1.2")"#]
    );
    assert_eq!(
        broken("(3, 'b'), (5, 'c')", "(3, 'c'), (5, 'c')"),
        [r#"small.ron:44:30: Unsound("two-minima-on-a-level 11/A/6/6.1/6.1.1")"#]
    );
    assert_eq!(broken("name: (\"Riêng\", \"Own\"), ", ""), [r#"small.ron:45:30: MissingValue("name")"#]);
}

#[test]
fn a_key_or_a_head_written_twice_is_placed_at_the_second() {
    assert_eq!(
        broken("(key: \"story\", name", "(key: \"kind\", name: (\"x\", \"x\"), levels: []),\n(key: \"story\", name"),
        [r#"small.ron:22:10: RepeatedId("kind")"#]
    );
    assert_eq!(
        broken("groups: [(\"tea\"", "groups: [\n(\"tea\", \"Chè\", \"Tea\"),\n(\"tea\""),
        [r#"small.ron:17:2: RepeatedId("tea")"#]
    );
    let twice = [
        File { name: "a.ron", text: SMALL },
        File {
            name: "b.ron",
            text: "(format: 1, head: (id: \"b\", title: (\"b\", \"b\"), decision: \"b\", source: (\"b\", \"b\"), in_force: \"2026-05-22\", current: true, total: 20, bands: (two: 6, three: 10, four: 14, five: 18)))",
        },
    ];
    let faults = assemble(&twice, &[], Origin::File).expect_err("two heads");
    assert_eq!((faults[0].place.file.as_str(), &faults[0].what), ("b.ron", &FaultKind::RepeatedId("head".into())));
}

#[test]
fn a_set_written_twice_is_placed_at_the_second() {
    let start = SMALL.find("        (\n            no: 11").expect("there");
    let set = &SMALL[start..SMALL.rfind("    ],\n)").expect("there")];
    let text = SMALL.replace(set, &format!("{set}{set}"));
    assert_eq!(faults(&text), [r#"small.ron:62:13: RepeatedId("11")"#]);
    let second = text.rfind("points: [1, 1, 3]").expect("there");
    let text = format!("{}points: [1, 1, 2]{}", &text[..second], &text[second + 17..]);
    assert!(faults(&text)[1].starts_with("small.ron:80:30: DoesNotAddUp"), "{:?}", faults(&text));
}

#[test]
fn a_code_is_never_placed_in_another_set() {
    let file = File { name: "f", text: "no: 1\n// code: \"1.1\"\n no: 2\n code: \"1.1\"" };
    assert_eq!(file.locate(1, 0, Some("1.1")), Place::at("f", 1, 1));
    assert_eq!(file.locate(2, 0, Some("1.1")), Place::at("f", 4, 2));
    assert_eq!(file.locate(3, 0, None), Place::file("f"));
    assert_eq!(column("xno: 1, no : 12, no: 1", "no", "1"), Some(18));
}

#[test]
fn a_decision_that_lapsed_says_when_and_what_replaced_it() {
    let lapsed =
        SMALL.replace("current: true,", "current: false,\nlapsed: (on: \"2030-01-01\", replaced_by: \"2/2030\"),");
    let head = read("small.ron", &lapsed).expect("sound").head;
    assert_eq!(head.lapsed.map(|lapse| (lapse.on, lapse.replaced_by)), Some(("2030-01-01".into(), "2/2030".into())));
    assert_eq!(
        faults(&lapsed.replace("current: false", "current: true")),
        [r#"small.ron: Unsound("lapsed-yet-current small")"#]
    );
    assert_eq!(faults(&lapsed.replace("2030-01-01", "1/1/2030")), [r#"small.ron: Unsound("bad-date small")"#]);
}

#[test]
fn minima_said_to_be_unknown_stand_at_no_level() {
    let unknown = SMALL.replace("total: 20,", "minima_unknown: (\"Không rõ\", \"Unknown\"), total: 20,");
    assert_eq!(faults(&unknown), [r#"small.ron: Unsound("minima-of-unknown small")"#]);
    let bare = unknown.replace(", minima: [(3, 'b'), (5, 'c')]", "");
    assert_eq!(read("small.ron", &bare).expect("sound").head.minima_unknown.expect("said").en, "Unknown");
}

#[test]
fn an_unsound_set_need_not_add_up_but_can_be_read() {
    let why = "samples: true, unsound: (\"Thiếu\", \"Incomplete\"),";
    let unsound = SMALL.replace("samples: true,", why).replace("max: 20,", "max: 21,").replace("\"6.1.2\"", "\"6-\"");
    let rubric = read("small.ron", &unsound).expect("read");
    assert_eq!(rubric.sets[0].unsound.as_ref().map(|why| why.en.as_str()), Some("Incomplete"));
    assert_eq!(rubric.sets[0].criteria().len(), 5, "what there is can be shown");
    let blank = faults(&unsound.replace("\"Nhiều\"", "\" \""));
    assert_eq!(blank, [r#"small.ron:45:30: Unsound("empty-text 11/6-")"#]);
    let rows =
        unsound.find("            parts: [\n").expect("there")..unsound.rfind("        ),\n    ],\n)").expect("there");
    let empty = format!("{}{}", &unsound[..rows.start], &unsound[rows.end..]).replace("at: \"6.1.1\", ", "");
    assert!(read("small.ron", &empty).expect("read").sets[0].parts.is_empty());
}

#[test]
fn a_note_is_tied_to_places_that_exist() {
    let noted = |at: &str| {
        SMALL.replace("    parts: [(", &format!("    notes: [\n(at: [{at}], text: (\"Chú\", \"Note\"))],\nparts: [("))
    };
    let rubric = read("small.ron", &noted(r#""11/6.1.1", "11/6", "11""#)).expect("sound");
    let set = &rubric.sets[0];
    assert_eq!(rubric.notes[0].places.iter().map(ToString::to_string).collect::<Vec<_>>(), ["11/6.1.1", "11/6", "11"]);
    assert!(rubric.notes[0].is_at(set, &Code::new("6")) && !rubric.notes[0].is_at(set, &Code::new("6.1")));
    assert_eq!(read("small.ron", &noted("")).expect("sound").notes_on_the_whole().count(), 1);
    assert_eq!(faults(&noted(r#""11/6.9""#)), [r#"small.ron:14:7: UnknownReference("11/6.9")"#]);
    assert_eq!(faults(&noted(r#""11-12""#)), [r#"small.ron:14:7: UnknownReference("11-12")"#]);
    let expected = r#"small.ron:14:7: BadValue { field: "at", found: "11/x", expected: "9, 9/3.1, 5-14/2.1" }"#;
    assert_eq!(faults(&noted(r#""11/x""#)), [expected]);
}

#[test]
fn lent_words_fill_gaps_and_own_words_come_first() {
    let lent =
        [File { name: "lent.ron", text: &SMALL.replace("\"Household\"", "\"Lent\"").replace("\"Story\"", "\"Lent\"") }];
    let own = SMALL.replace("(key: \"story\"", "(key: \"unused\"");
    let own = own.replace("headings: [(\"outer\", \"Ngoài\", \"Outer\"), ", "headings: [");
    let rubric = assemble(&[File { name: "own.ron", text: &own }], &lent, Origin::BuiltIn).expect("sound");
    let criteria = rubric.sets[0].criteria();
    assert_eq!((criteria[0].name.en.as_str(), criteria[2].levels[0].text.en.as_str()), ("Lent", "Household"));
    assert_eq!(rubric.sets[0].parts[0].groups[1].name.en, "Outer", "a heading that only the other decision has");
    assert_eq!((rubric.sets.len(), rubric.notes.len()), (1, 0), "sets and notes are not lent");
}

#[test]
fn the_digest_of_one_file_is_that_of_its_bytes_with_plain_line_ends() {
    let digest = |text| build::digest([File { name: "x", text }].iter());
    // What `printf 'a\nb\n' | sha256sum` prints.
    assert_eq!(digest("a\nb\n"), "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2");
    assert_eq!(digest("\u{feff}a\r\nb\r\n"), digest("a\nb\n"));
}

#[test]
fn faults_of_every_kind_are_told_at_once_in_the_order_of_the_lines() {
    let broken = SMALL
        .replace("\"2026-05-22\"", "\"22/5/2026\"")
        .replace("uses: \"kind\"", "uses: \"knid\"")
        .replace("points: [1, 5]", "points: [1, 3, 5]")
        .replace("(code: \"8\", max: 8, criteria", "(code: \"8\", max: 9, criteria")
        .replace("at: \"6.1.1\"", "at: \"6.1.9\"")
        .replace("\"Giả mạo\"", "\"\"");
    let expected = [
        r#"small.ron: Unsound("bad-date small")"#,
        r#"small.ron:26:13: Unsound("empty-text 11")"#,
        r#"small.ron:26:13: UnknownReference("6.1.9")"#,
        r#"small.ron:37:18: DoesNotAddUp { what: "11/A", printed: 20, added: 21 }"#,
        r#"small.ron:44:30: UnknownReference("knid")"#,
        r#"small.ron:45:30: Unsound("points-and-levels-differ 11/A/6/6.1/6.1.2")"#,
        r#"small.ron:48:22: DoesNotAddUp { what: "11/A/8", printed: 9, added: 8 }"#,
    ];
    assert_eq!(faults(&broken), expected);
}

#[test]
fn an_entry_that_cannot_be_read_does_not_hide_the_faults_of_others() {
    let broken = SMALL
        .replace("leads_to: Reject, text", "leads_to: Refuse, text")
        .replace("(key: \"kind\", name: (\"Loại hình\", \"Kind\")", "(key: \"kind\", nmae: (\"Loại hình\", \"Kind\")")
        .replace("total: 20,", "total: \"20\",")
        .replace("(code: \"A\", max: 20,", "(code: \"A\", max: 21,");
    let found = faults(&broken);
    let places: Vec<&str> = found.iter().map(|fault| fault.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(places, ["small.ron:10:15", "small.ron:18:40", "small.ron:21:23", "small.ron:37:18"], "{found:#?}");
    assert!(found[2].contains(r#"UnknownField { found: "nmae", known: "key, name, note"#), "{found:#?}");
    let twice = SMALL.replace("grounds: [(id", "colours: [],\n    grounds: [],\n    grounds: [(id");
    let found = faults(&twice);
    assert!(found[0].starts_with("small.ron:18:5: UnknownField"), "{found:#?}");
    assert_eq!(found[1], r#"small.ron:20:5: RepeatedField("grounds")"#);
}

#[test]
fn faults_without_end_are_told_in_part_and_soon() {
    let start = SMALL.find("        (\n            no: 11").expect("there");
    let set = &SMALL[start..SMALL.rfind("    ],\n)").expect("there")];
    let many = SMALL.replace(set, &set.replace("points: [1, 1, 3]", "points: [1, 1, 2]").repeat(300));
    assert_eq!(faults(&many).len(), MOST_FAULTS);
    let many = SMALL.replace(set, &set.replace("points: [1, 1, 3]", "points: 3").repeat(300));
    assert_eq!(faults(&many).len(), MOST_FAULTS);
    let notes = "(at: [\"0-255\"], text: (\"x\", \"x\")),".repeat(300);
    let many = SMALL.replace("    parts: [(", &format!("notes: [{notes}],\nparts: [("));
    assert!(faults(&many)[0].contains("UnknownReference"));
}
