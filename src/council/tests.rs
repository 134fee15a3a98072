//! Tests of what a council's nouns look like on disk: sheets, acts, lines of a log. No procedure.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::rubric::{Code, LevelId, Star};

fn seat(id: &str) -> SeatId {
    SeatId::new(id).unwrap()
}

fn product(id: &str) -> ProductId {
    ProductId::new(id).unwrap()
}

fn session() -> SessionId {
    Hash::of(b"a charter")
}

fn level(letter: char) -> Value {
    Value::Level(LevelId::try_from(letter).unwrap())
}

fn marks(cells: &[(&str, Value)]) -> Marks {
    let mut marks = Marks::default();
    for (code, value) in cells {
        marks.set(Code::new(code), Cell { value: *value, ..Cell::default() });
    }
    marks
}

/// A log of m1 just begun: its pen, and its first line without the line feed.
fn begun() -> (Pen, String) {
    let device = Device::new("abcdefgh").unwrap();
    let (pen, line) = Pen::begin(session(), Author::Seat(seat("m1")), &device, "0f".repeat(16), "ocop-council 0.1.0");
    (pen, bare(&line))
}

fn bare(line: &str) -> String {
    line.strip_suffix('\n').expect("a line ends in a line feed").to_owned()
}

/// A line that chains from `head`, whatever its record says.
fn forged(head: Hash, record: &str) -> String {
    format!("{} {record}", head.then(record.as_bytes()))
}

fn read_act(act: &str) -> Entry {
    let (mut pen, _) = begun();
    let line = forged(pen.head(), &format!("(t:1,at:\"2026-11-28T08:00:00+07:00\",over:[],act:{act})"));
    pen.read(line.as_bytes()).expect("the record itself is well formed")
}

fn known(entry: &Entry) -> &Act {
    match &entry.content {
        Content::Known(act) => act,
        Content::Unknown => panic!("the act is not known"),
    }
}

fn recuse(reason: &str) -> Act {
    Act::Seat(SeatAct::Recuse { product: product("p01"), reason: reason.to_owned() })
}

fn acts() -> Vec<Act> {
    let by = By { presiding: seat("ct"), entered: seat("tk"), under: Some(EntryId::from(session())) };
    let minimum = MinimumId { criterion: Code::new("4.1"), star: Star::FIVE };
    let reason = Reason { kind: ReasonKind::Other, words: "hai dòng\n\"trích\" và \\".to_owned() };
    let reveal = EntryId::from(Hash::of(b"reveal"));
    let dispute =
        DisputeKey { kind: DisputeKind::Outlier, criterion: None, star: None, seat: Some(seat("m2")), entry: None };
    let cell = Cell { value: level('c'), note: "một\nhai".into(), evidence: "tr. 7".into(), unsure: true };
    vec![
        Act::Seat(SeatAct::Mark { product: product("p01"), basis: None, criterion: Code::new("4.1"), cell }),
        Act::Seat(SeatAct::Submit {
            product: product("p01"),
            basis: Some(reveal),
            sheet: marks(&[("9", level('a')), ("10", Value::NoneMet)]),
            from: vec![reveal, session().into()],
            answers: None,
        }),
        recuse("người nhà là chủ thể"),
        Act::Desk(
            by.clone(),
            DeskAct::Rule { product: product("p01"), reveal, minimum, met: false, reason: reason.clone() },
        ),
        Act::Desk(by.clone(), DeskAct::Accept { product: product("p01"), reveal, dispute, reason }),
        Act::Desk(
            by.clone(),
            DeskAct::Lock {
                product: product("p01"),
                reveal,
                rulings: vec![],
                accepted: vec![reveal],
                result: ResultLine { sum: 639, counted: 7, by_points: Star::FIVE, by_minima: None, star: None },
                forward: Some(Forward::No),
            },
        ),
        Act::Desk(by.clone(), DeskAct::Reopen { product: product("p01"), to: Back::Blind(None), reason: "…".into() }),
        Act::Desk(by, DeskAct::Seal { file: session().to_string() }),
    ]
}

#[test]
fn marks_come_back_from_ron_as_they_went() {
    let mut sheet = marks(&[("4.1", level('d')), ("9", Value::NoneMet), ("10", level('a'))]);
    let noted = Cell { note: "xem lại".into(), evidence: "tr. 12".into(), unsure: true, ..Cell::default() };
    sheet.set(Code::new("5.2"), noted);
    let text = ron::to_string(&sheet).unwrap();
    assert_eq!(ron::from_str::<Marks>(&text).unwrap(), sheet);
    // By criterion as numbers, whatever the order of marking.
    let order: Vec<&str> = sheet.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(order, ["4.1", "5.2", "9", "10"]);
}

#[test]
fn a_cleared_cell_leaves_no_trace_on_the_sheet() {
    let mut sheet = marks(&[("4.1", level('d'))]);
    sheet.set(Code::new("4.1"), Cell::default());
    assert_eq!(sheet, Marks::default());
    assert_eq!(ron::from_str::<Marks>(r#"[("4.1",(value:Unscored))]"#).unwrap(), Marks::default());
}

#[test]
fn a_criterion_twice_on_one_sheet_is_refused() {
    for text in [
        r#"[("4.1",(value:NoneMet)),("4.1",(value:NoneMet))]"#,
        r#"[("4.1",(value:Level('a'))),("9",(value:NoneMet)),("4.1",(value:Unscored))]"#,
        r#"[("4.1",(value:Unscored)),("4.1",(value:Level('a')))]"#,
    ] {
        let refused = ron::from_str::<Marks>(text).expect_err(text).to_string();
        assert!(refused.contains("criterion 4.1 stands twice"), "{refused}");
    }
}

#[test]
fn a_cell_of_another_shape_is_refused() {
    for text in ["(value:Level('A'))", "(value:Level(1))", "(value:Points(3))", "(value:NoneMet,points:3)", "()"] {
        assert!(ron::from_str::<Cell>(text).is_err(), "{text}");
    }
}

#[test]
fn codes_are_ordered_by_their_numbers() {
    let mut codes = ["10", "9", "6.1.2", "6.1", "x", "5.10", "5.9", "6"].map(Code::new);
    codes.sort();
    assert_eq!(codes.each_ref().map(Code::as_str), ["5.9", "5.10", "6", "6.1", "6.1.2", "9", "10", "x"]);
}

#[test]
fn a_chain_reads_as_it_was_written() {
    let (mut writer, first) = begun();
    let (mut reader, begin) = Pen::read_begin(session(), first.as_bytes()).unwrap();
    assert_eq!((&begin.author, begin.log.as_str()), (&Author::Seat(seat("m1")), "m1-abcdefgh"));
    assert_eq!(reader, writer);
    for (t, act) in (1u64..).zip(acts()) {
        let over = vec![EntryId::from(writer.head())];
        let (entry, line) = writer.write(t, "2026-11-28T08:00:00+07:00".into(), over.clone(), act.clone());
        assert_eq!(line.matches('\n').count(), 1, "one line: {line}");
        assert_eq!((&entry.content, &entry.over, entry.t), (&Content::Known(Arc::new(act)), &over, t));
        assert_eq!((entry.position, EntryId::from(writer.head())), (t, entry.id));
        assert_eq!(reader.read(bare(&line).as_bytes()), Ok(entry));
        assert_eq!(reader, writer);
    }
}

#[test]
fn an_entry_is_what_its_line_reads_as_even_of_unclean_text() {
    let (mut writer, _) = begun();
    let mut reader = writer.clone();
    let (entry, line) = writer.write(1, " sáng\u{1b} ".into(), vec![], recuse(" a\u{202e}b \u{1b}[2J\n"));
    assert_eq!(known(&entry), &recuse("ab [2J"));
    assert_eq!(entry.at, "sáng");
    assert_eq!(reader.read(bare(&line).as_bytes()), Ok(entry));
}

#[test]
fn a_line_that_does_not_follow_is_refused_and_the_pen_stays() {
    let (mut pen, first) = begun();
    let before = pen.clone();
    let (_, line) = before.clone().write(1, String::new(), vec![], recuse("x"));
    let line = bare(&line);
    let digit = if line.starts_with('0') { '1' } else { '0' };
    for (damaged, fault) in [
        (format!("{digit}{}", &line[1..]), LineFault::Chain),
        (line.replace("t:1", "t:2"), LineFault::Chain),
        (format!("{line} "), LineFault::Chain),
        (first.clone(), LineFault::Chain),
        (line.to_uppercase(), LineFault::Shape),
        (line[..63].to_owned(), LineFault::Shape),
        (line.replacen(' ', "", 1), LineFault::Shape),
        (String::new(), LineFault::Shape),
        (format!("é{line}"), LineFault::Shape),
        (forged(before.head(), ""), LineFault::Record),
        (forged(before.head(), "(t:-1,at:\"\",over:[],act:1)"), LineFault::Record),
        (forged(before.head(), "(t:1,at:\"\",over:[\"zz\"],act:1)"), LineFault::Record),
        (forged(before.head(), "(t:1,at:\"\",over:[],act:1) more"), LineFault::Record),
    ] {
        assert_eq!(pen.read(damaged.as_bytes()), Err(fault), "{damaged}");
        assert_eq!(pen, before, "{damaged}");
    }
    let not_text = [&before.head().then(b"\xff").to_string().into_bytes()[..], b" \xff"].concat();
    assert_eq!(pen.read(&not_text), Err(LineFault::Record));
    assert!(pen.read(line.as_bytes()).is_ok());
    assert_eq!(pen.read(line.as_bytes()), Err(LineFault::Chain), "a line is taken once");
}

#[test]
fn a_log_begins_only_in_its_own_session_and_under_its_authors_name() {
    let (_, first) = begun();
    let other = Hash::of(b"another charter");
    assert_eq!(Pen::read_begin(other, first.as_bytes()), Err(LineFault::Chain));
    let begin = |log: &str, author: &str, of: Hash| {
        let record = format!("(session:\"{of}\",log:\"{log}\",author:{author},nonce:\"00\",program:\"p\u{1b}[2J\")");
        Pen::read_begin(session(), forged(session(), &record).as_bytes())
    };
    assert_eq!(begin("m1-abcdefgh", "Seat(\"m1\")", session()).unwrap().1.program, "p[2J");
    assert_eq!(begin("desk-abcdefgh", "Desk", session()).unwrap().0.author(), &Author::Desk);
    // The name of a log is the stem of its file: nothing but an author and a device gets into it.
    for (log, author, of) in [
        ("m1-abcdefgh", "Seat(\"m1\")", other),
        ("m2-abcdefgh", "Seat(\"m1\")", session()),
        ("desk-abcdefgh", "Seat(\"m1\")", session()),
        ("m1-abcdefgh", "Desk", session()),
        ("../../m1-abcdefgh", "Seat(\"m1\")", session()),
        ("m1-../../xy", "Seat(\"m1\")", session()),
        ("m1-abcdefgh-x", "Seat(\"m1\")", session()),
        ("m1", "Seat(\"m1\")", session()),
        ("", "Seat(\"m1\")", session()),
        ("desk-abcdefgh", "Seat(\"desk\")", session()),
    ] {
        assert_eq!(begin(log, author, of), Err(LineFault::Record), "{log} {author}");
    }
}

#[test]
fn an_act_of_a_newer_program_keeps_its_place_as_unknown() {
    for act in [
        r#"Sign(key:"…")"#,
        r#"Seat(Hidden(product:"p01",digest:"00"))"#,
        r#"Seat(Recuse(product:"p01",reason:"x",until:"2026-12-01"))"#,
        r#"Seat(Mark(product:"p01",basis:None,criterion:"4.1",cell:(value:NoneMet,weight:2)))"#,
        r#"Seat(Mark(product:"p01",basis:None,criterion:"4.1",cell:(value:Half('a'))))"#,
        r#"Desk((presiding:"ct",entered:"ct",under:None,room:1),HandOver(to:"pct"))"#,
        r#"Desk((presiding:"ct",entered:"ct",under:None),Amend(anything:[1,2.5,(a:Some("b"))]))"#,
        r#"Seat(Recuse(product:"P 01",reason:"x"))"#,
        "()",
    ] {
        let entry = read_act(act);
        assert_eq!((entry.content, entry.t, entry.position), (Content::Unknown, 1, 1), "{act}");
    }
}

#[test]
fn a_record_with_a_field_of_a_newer_program_is_unknown_and_the_chain_goes_on() {
    let (mut pen, _) = begun();
    let line = forged(pen.head(), r#"(t:4,at:"x",over:[],act:Seat(Recuse(product:"p01",reason:"y")),signature:"z")"#);
    assert_eq!(pen.read(line.as_bytes()).unwrap().content, Content::Unknown);
    assert_eq!(pen.position(), 1);
    let mut reader = pen.clone();
    let (entry, line) = pen.write(5, String::new(), vec![], recuse("x"));
    assert_eq!(reader.read(bare(&line).as_bytes()), Ok(entry));
}

#[test]
fn text_in_acts_is_cleaned_on_reading() {
    let foul = r"một\u{1b}[2J\u{202e}hai\u{7}\u{feff}";
    let clean = "một[2Jhai";
    let by = r#"(presiding:"ct",entered:"ct",under:None)"#;
    let id = "0".repeat(32);
    let mark = |cell: &str| format!(r#"Seat(Mark(product:"p01",basis:None,criterion:"4.1",cell:{cell}))"#);
    let submit = |sheet: &str| format!(r#"Seat(Submit(product:"p01",basis:None,sheet:{sheet},from:[],answers:None))"#);
    let add_seat =
        |words: &str| format!(r#"Desk({by},AddSeat(seat:(id:"m9",{words},role:Member,scores:true),reason:""))"#);
    let rescore = |reason: &str| {
        format!(r#"Desk({by},Rescore(product:"p01",reveal:"{id}",seats:[],criteria:[],reason:{reason}))"#)
    };
    for act in [
        format!(r#"Seat(Recuse(product:"p01",reason:"{foul}"))"#),
        format!(r#"Seat(Raise(product:"p01",ground:"{foul}",words:"{foul}"))"#),
        format!(r#"Seat(Opinion(product:"p01",words:"{foul}"))"#),
        format!(r#"Seat(Mark(product:"p01",basis:None,criterion:"{foul}",cell:(value:NoneMet)))"#),
        mark(&format!(r#"(value:NoneMet,note:"{foul}",evidence:"{foul}")"#)),
        submit(&format!(r#"[("4.1",(value:NoneMet,note:"{foul}"))]"#)),
        format!(r#"Desk({by},Attendance(seat:"m1",presence:Present,sits:"{foul}"))"#),
        format!(r#"Desk({by},Correct(product:"p01",field:Name,value:"{foul}",reason:"{foul}"))"#),
        add_seat(&format!(r#"title:"{foul}",name:"{foul}",organisation:"{foul}""#)),
        format!(r#"Desk({by},Close(product:"p01",how:Rejected,ground:"{foul}"))"#),
        format!(r#"Desk({by},Remark(product:None,words:"{foul}"))"#),
        rescore(&format!(r#"(kind:Other,words:"{foul}")"#)),
        format!(r#"Desk({by},Seal(file:"{foul}"))"#),
    ] {
        let entry = read_act(&act);
        let read = ron::to_string(known(&entry)).unwrap();
        assert!(read.contains(clean), "{read}");
        assert!(!read.contains(r"\u{") && crate::text::is_clean(&read), "{read}");
    }
}

#[test]
fn a_decomposed_syllable_in_an_act_is_read_composed() {
    assert_eq!(known(&read_act("Seat(Recuse(product:\"p01\",reason:\"tie\u{302}\u{301}ng\"))")), &recuse("tiếng"));
}

#[test]
fn a_record_nested_without_end_is_a_fault_not_a_crash() {
    let (mut pen, _) = begun();
    for deep in ["(".repeat(100_000), "[".repeat(100_000), "Seat(".repeat(50_000), "Some(".repeat(50_000)] {
        let line = forged(pen.head(), &format!("(t:1,at:\"\",over:[],act:{deep}"));
        assert_eq!(pen.read(line.as_bytes()), Err(LineFault::Record));
    }
}

#[test]
fn a_device_name_is_eight_letters_of_base_32() {
    assert_eq!(Device::from_bytes([0; 5]).as_str(), "aaaaaaaa");
    assert_eq!(Device::from_bytes([0xff; 5]).as_str(), "77777777");
    assert_eq!(Device::from_bytes([0, 0, 0, 0, 1]).as_str(), "aaaaaaab");
    assert_eq!(Device::from_bytes([0x80, 0, 0, 0, 0]).as_str(), "qaaaaaaa");
    for not in ["", "abcdefg", "abcdefghi", "ABCDEFGH", "abcdefg1", "abcdefg8", "abcdefg.", "ăbcdefg"] {
        assert_eq!(Device::new(not), None, "{not}");
    }
}

#[test]
fn ids_are_short_ascii_and_no_seat_is_called_desk() {
    assert!(SeatId::new("m1").is_some() && SeatId::new(&"a".repeat(16)).is_some());
    for not in ["", "desk", "M1", "m-1", "m 1", "tỉnh", "../x", &"a".repeat(17)] {
        assert_eq!(SeatId::new(not), None, "{not}");
    }
    assert!(ProductId::new("p01").is_some() && ProductId::new("p/1").is_none());
}

#[test]
fn hashes_are_lower_case_hex_of_their_length() {
    let hash = Hash::of(b"x");
    assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
    assert_eq!(EntryId::parse(&hash.to_string()[..32]), Some(hash.into()));
    assert_eq!(Hash::parse(&hash.to_string().to_uppercase()), None);
    assert_eq!(Hash::parse(&hash.to_string()[1..]), None);
    assert_eq!(EntryId::parse(&"é".repeat(16)), None);
    // SHA-256 of the empty string, and of 64 zeros followed by "a".
    assert!(Hash::of(b"").to_string().starts_with("e3b0c44298fc1c14"));
    let zero = Hash::parse(&"0".repeat(64)).unwrap();
    assert_eq!(zero.then(b"a"), Hash::of(("0".repeat(64) + "a").as_bytes()));
}

#[test]
fn rules_of_any_size_are_weighed_without_overflow() {
    let half = Rules { minimum_agreement: Fraction(40_000, 65_535), ..Rules::default() };
    assert_eq!(half.unsound(), None);
    let less = Rules { minimum_agreement: Fraction(32_767, 65_535), ..Rules::default() };
    assert_eq!(less.unsound(), Some("minimum_agreement"));
    assert!(ron::from_str::<Rules>("(minima:Mean,spread:3)").is_err(), "an unknown rule is refused");
    assert_eq!(
        ron::from_str::<Rules>("(minima:Mean)").unwrap(),
        Rules { minima: MinimaRule::Mean, ..Rules::default() }
    );
}

fn cells() -> impl Strategy<Value = Vec<(String, Cell)>> {
    let value = prop_oneof![
        Just(Value::Unscored),
        Just(Value::NoneMet),
        (0usize..26).prop_map(|place| Value::Level(LevelId::at(place).unwrap())),
    ];
    let cell = (value, ".{0,12}", ".{0,12}", any::<bool>());
    let cell = cell.prop_map(|(value, note, evidence, unsure)| Cell {
        value,
        note: crate::text::clean_note(&note),
        evidence: crate::text::clean_note(&evidence),
        unsure,
    });
    prop::collection::vec(("[1-9][0-9]?(\\.[1-9]){0,2}", cell), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sheet_comes_back_from_ron_and_from_a_log(cells in cells()) {
        let mut sheet = Marks::default();
        for (code, cell) in cells {
            sheet.set(Code::new(code.as_str()), cell);
        }
        prop_assert_eq!(&ron::from_str::<Marks>(&ron::to_string(&sheet).unwrap()).unwrap(), &sheet);
        let product = product("p01");
        let act = Act::Seat(SeatAct::Submit { product, basis: None, sheet, from: vec![], answers: None });
        let (mut writer, _) = begun();
        let mut reader = writer.clone();
        let (entry, line) = writer.write(1, String::new(), vec![], act.clone());
        prop_assert_eq!(known(&entry), &act);
        prop_assert_eq!(line.matches('\n').count(), 1);
        prop_assert_eq!(reader.read(bare(&line).as_bytes()), Ok(entry));
    }

    #[test]
    fn any_changed_byte_of_a_line_breaks_the_chain(at in any::<prop::sample::Index>(), flip in 1u8..=255) {
        let (mut pen, first) = begun();
        let (_, line) = pen.clone().write(1, "2026".into(), vec![], recuse("x"));
        let damage = |line: &str| {
            let mut bytes = bare(&(line.trim_end().to_owned() + "\n")).into_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            bytes
        };
        prop_assert!(pen.read(&damage(&line)).is_err());
        prop_assert!(Pen::read_begin(session(), &damage(&first)).is_err());
    }

    #[test]
    fn any_bytes_whatever_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (mut pen, _) = begun();
        prop_assert!(pen.read(&bytes).is_err());
        let chained = [pen.head().then(&bytes).to_string().as_bytes(), b" ", &bytes[..]].concat();
        let _ = pen.read(&chained);
    }
}
