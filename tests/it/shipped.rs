//! The samples that ship with the program: what the README says of them, what `verify` finds in them, and that nothing
//! ever writes to them.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use ocop_council::council::CouncilPreset;
use ocop_council::store;
use serde_json::{Value, json};

use crate::cli::Desk;

const REAL: &str = "hue-2020";
const HALF_WAY: &str = "tap-duot-giua-buoi";
const SEALED: &str = "tap-duot-da-niem-phong";

/// One changed byte per so many bytes of a file; one check of the sample takes half a second unoptimised.
const STEP: usize = 60_000;
/// But so many per file, at least.
const LEAST: usize = 1;

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name)
}

/// A sample in a folder of a test's own, byte for byte, marker and all.
fn copied(desk: &Desk, name: &str) -> String {
    copy(&shipped(name), &desk.path(name));
    name.to_owned()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (path, into) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &into);
        } else {
            std::fs::copy(&path, &into).unwrap();
        }
    }
}

fn all<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

/// The sets of the products that Huế assessed in 2019 to 2021, as the published lists name them.
const REAL_SETS: [u64; 24] = [3, 3, 20, 9, 9, 9, 9, 9, 15, 14, 1, 21, 1, 2, 1, 20, 8, 21, 3, 21, 9, 9, 22, 12];

#[test]
fn the_real_list_is_twenty_four_products_nine_seats_by_office_and_nobody_has_scored() {
    let desk = Desk::new();
    let sample = copied(&desk, REAL);
    let results = desk.json(&["results", &sample]);
    assert_eq!((&results["session"]["purpose"], &results["problems"]), (&json!("sitting"), &json!([])));
    let products = all(&results, "products");
    let sets: Vec<u64> = products.iter().map(|product| product["set"].as_u64().unwrap()).collect();
    assert_eq!(sets, REAL_SETS);
    assert!(products.iter().all(|product| product["phase"] == "blind"), "{products:#?}");
    let (charter, _) = store::read_charter(&desk.path(REAL).join("charter.ron")).unwrap();
    assert_eq!(charter.seats, CouncilPreset::Provincial.seats(), "by office, nobody by name");
    for product in all(&desk.json(&["status", &sample]), "products") {
        let sheets = all(product, "sheets");
        assert!(!sheets.is_empty() && sheets.iter().all(|sheet| sheet["state"] == "missing" && sheet["scored"] == 0));
    }
    assert!(!desk.path(REAL).join("logs").exists() && !desk.path(REAL).join("session.ron").exists());
    // Nothing of what became of them: no star, no points.
    let text = std::fs::read_to_string(desk.path(REAL).join("charter.ron")).unwrap();
    assert!(charter.products.iter().all(|product| product.self_total.is_none() && product.advisory_total.is_none()));
    assert!(!text.contains("2020-2") && !text.contains("96 điểm"));
}

#[test]
fn stars_under_other_rules_are_for_rehearsals_alone() {
    let desk = Desk::new();
    let (real, rehearsal) = (copied(&desk, REAL), copied(&desk, HALF_WAY));
    let said = desk.refused(&["results", &real, "--under-rules"]);
    assert!(said.starts_with("a real session has the one rule"), "{said}");
    assert_eq!(desk.run(&["results", &real, "--under-rules", "--format", "json"]).code, 1);
    assert_eq!(desk.run(&["results", &rehearsal, "--under-rules", "--format", "csv"]).code, 2);
    // 3.5 ≥ 2 for 4★: four sheets of eight meet it – no majority, a mean under 2, and not every sheet.
    let found = desk.json(&["results", &rehearsal, "--under-rules"]);
    let first = &all(&found, "products")[0];
    let stars = ["majority", "mean", "every"].map(|rule| first["under_rules"][rule]["final"].clone());
    assert_eq!(stars, [json!(3), json!(3), json!(3)]);
    let text = desk.done(&["results", &rehearsal, "--under-rules"]);
    assert!(text.contains("by the majority of sheets: 3★ (this session's rule)"), "{text}");
    assert!(!desk.done(&["results", &rehearsal]).contains("this session's rule"));
}

#[test]
fn the_rehearsal_is_half_way_and_has_everything_there_is_to_settle() {
    let desk = Desk::new();
    let sample = copied(&desk, HALF_WAY);
    let results = desk.json(&["results", &sample]);
    assert_eq!((&results["session"]["purpose"], &results["problems"]), (&json!("rehearsal"), &json!([])));
    assert!(desk.done(&["results", &sample]).contains("REHEARSAL"));
    let first = &all(&results, "products")[0];
    assert_eq!(
        (&first["phase"], &first["spread"], &first["mean"]["text"]),
        (&"revealed".into(), &json!(14), &json!("70.13"))
    );
    let blocking: Vec<(&str, Option<&str>)> = all(first, "disputes")
        .iter()
        .filter(|dispute| dispute["blocking"] == true && dispute["state"] == "open")
        .map(|dispute| (dispute["kind"].as_str().unwrap(), dispute["criterion"].as_str()))
        .collect();
    assert_eq!(blocking, [("minimum_split", Some("3.5")), ("spread", None)]);

    let status = desk.json(&["status", &sample]);
    let products = all(&status, "products");
    let phases: Vec<&str> = products.iter().map(|product| product["phase"].as_str().unwrap()).collect();
    assert_eq!(phases, ["revealed", "locked", "blind", "blind", "blind", "blind"]);
    let having = |state: &str| -> Vec<String> {
        let mut found = Vec::new();
        for product in products {
            for sheet in all(product, "sheets").iter().filter(|sheet| sheet["state"] == state) {
                found.push([product, sheet].map(|one| one["id"].as_str().or(one["seat"].as_str()).unwrap()).join(" "));
            }
        }
        found
    };
    assert_eq!(having("recused"), ["p3 kh"]);
    assert_eq!(having("absent"), ["p4 vh", "p5 vh", "p6 vh"], "the member who left");
    assert_eq!(products[2]["waiting_for"], json!([{ "kind": "reveal" }]));
    let ground = json!([{ "kind": "ground", "seat": "yt", "ground": "food-safety", "words": "" }]);
    assert_eq!(products[3]["waiting_for"], ground);
}

#[test]
fn the_sealed_sample_verifies() {
    let desk = Desk::new();
    let sample = copied(&desk, SEALED);
    let found = desk.json(&["verify", &sample]);
    assert_eq!((&found["ok"], &found["sealed"], &found["problems"]), (&json!(true), &json!(true), &json!([])));
    let seal = found["seal"].as_str().unwrap();
    assert_eq!(desk.json(&["verify", &sample, "--against", seal])["proves"], "identity");
    for product in all(&desk.json(&["results", &sample]), "products") {
        assert_eq!(product["phase"], "locked");
    }
}

/// Whole numbers without a pattern, from a seed that is printed.
fn dice() -> impl FnMut(usize) -> usize {
    let mut state = u64::from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos()) | 1;
    println!("seed: {state}");
    move |sides| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(sides).unwrap()).unwrap()
    }
}

/// With `OCOP_COUNCIL_FLIPS=all` every single byte is changed: some minutes where optimised, a day where not.
#[test]
fn any_changed_byte_of_the_sealed_sample_is_found() {
    let every = std::env::var("OCOP_COUNCIL_FLIPS").is_ok_and(|which| which == "all");
    let desk = Desk::new();
    let sample = desk.path(&copied(&desk, SEALED));
    assert!(store::verify(&sample, None).unwrap().ok);
    let mut roll = dice();
    let mut flips = 0;
    for (path, whole) in desk.files(SEALED) {
        if path.ends_with("SAMPLE") {
            continue;
        }
        let step = if every { 1 } else { STEP.min(whole.len() / LEAST) };
        let first = if every { 0 } else { roll(step) };
        for at in (first..whole.len()).step_by(step) {
            let mut changed = whole.clone();
            let bit = roll(8);
            changed[at] ^= 1 << bit;
            std::fs::write(&path, changed).unwrap();
            let found = store::verify(&sample, None).unwrap();
            let name = path.file_name().unwrap().display();
            assert!(!found.ok && !found.problems.is_empty(), "bit {bit} of byte {at} of {name} changed: {found:?}");
            flips += 1;
        }
        std::fs::write(&path, whole).unwrap();
    }
    println!("changed bytes: {flips}");
    assert!(store::verify(&sample, None).unwrap().ok);
}

#[test]
fn nothing_writes_to_a_sample() {
    for (name, product, seat) in [(REAL, "p01", "ct"), (HALF_WAY, "p5", "ctg"), (SEALED, "p01", "m1")] {
        let desk = Desk::new();
        let sample = copied(&desk, name);
        let before = desk.files(&sample);
        desk.write("marks.csv", &format!("product,criterion,points\n{product},1.2,2\n"));
        desk.done(&["hand-out", &sample, "out.txt"]);
        let writes: [&[&str]; 8] = [
            &["record", &sample, "--seat", seat, "--marks", "marks.csv"],
            &["submit", &sample, "--seat", seat, "--product", product],
            &["opinion", &sample, "--seat", seat, "--product", product, "--words", "Tốt"],
            &["recuse", &sample, "--seat", seat, "--product", product, "--reason", "Người nhà"],
            &["desk", &sample, "remark", "--words", "Ghi chú"],
            &["desk", &sample, "attendance", seat, "absent"],
            &["desk", &sample, "seal"],
            &["merge", &sample, "out.txt"],
        ];
        let codes: Vec<i32> = writes.iter().map(|write| desk.run(write).code).collect();
        assert!(desk.files(&sample) == before, "{name} was written to; the commands said {codes:?}");
        let copies = std::fs::read_dir(desk.path("home/sessions")).into_iter().flatten().count();
        assert_eq!(copies, 1, "{name}: one working copy; {codes:?}");
        if name != SEALED {
            assert_eq!((codes[0], codes[4]), (0, 0), "{name}");
            // What comes in from a member goes to the working copy too.
            let copy = std::fs::read_dir(desk.path("home/sessions")).unwrap().next().unwrap().unwrap().path();
            desk.done(&["hand-in", copy.to_str().unwrap(), "in.txt", "--seat", seat]);
            assert_eq!(desk.run(&["merge", &sample, "in.txt"]).code, 0);
            assert!(desk.files(&sample) == before, "{name} was merged into");
        }
    }
}
