//! Files bent at random, kind by kind: never a panic, always a short clean answer that names the file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use super::dice::Dice;
use super::kinds::{Bench, KINDS, Kind, Said};

/// Files of each kind; `OCOP_COUNCIL_FUZZ` asks for another number, `OCOP_COUNCIL_SEED` for a run that was, and
/// `OCOP_COUNCIL_KIND` for one kind alone.
const FILES: u64 = 8;

/// Longest answer to one file.
const LONGEST: usize = 200_000;

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// What no terminal may be sent by a text: control characters, and those that reorder or hide what stands beside.
pub(super) fn harm(text: &str) -> Option<char> {
    text.chars().find(|c| {
        (c.is_control() && *c != '\n')
            || matches!(*c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(*c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
    })
}

/// What is wrong with an answer, if anything.
fn wrong(said: &Said) -> Option<String> {
    if let Some(found) = harm(&said.out).or_else(|| harm(&said.err)) {
        return Some(format!("prints {found:?}"));
    }
    if said.err.len() + said.out.len() > LONGEST {
        return Some(format!("says {} bytes", said.err.len() + said.out.len()));
    }
    (said.code > 1).then(|| format!("ends with {}: {}", said.code, said.err))
}

struct Tally {
    accepted: u64,
    slowest: (Duration, u64),
}

fn run(bench: &Bench, kind: &Kind, files: u64, seed: u64) -> Result<Tally, String> {
    let samples = (kind.samples)(bench);
    let mut tally = Tally { accepted: 0, slowest: (Duration::ZERO, seed) };
    for seed in (0..files).map(|at| seed.wrapping_add(at)) {
        let mut dice = Dice::new(seed);
        let bent = dice.bent(&samples);
        let bent = (kind.mend)(bench, &mut dice, bent);
        let begun = Instant::now();
        let said = catch_unwind(AssertUnwindSafe(|| (kind.give)(bench, &bent)));
        tally.slowest = tally.slowest.max((begun.elapsed(), seed));
        let fault = match &said {
            Ok(said) => wrong(said),
            Err(_) => Some("panics".to_owned()),
        };
        if let Some(fault) = fault {
            let kept = std::env::temp_dir().join(format!("ocop-council-{}-{seed}", kind.name.replace(' ', "-")));
            let _ = std::fs::write(&kept, &bent);
            return Err(format!("{}, seed {seed}: {fault} ({})", kind.name, kept.display()));
        }
        tally.accepted += u64::from(said.is_ok_and(|said| said.code == 0));
    }
    Ok(tally)
}

#[test]
fn no_bent_file_of_any_kind_brings_the_program_down() {
    let files = asked("OCOP_COUNCIL_FUZZ").unwrap_or(FILES);
    let seed = asked("OCOP_COUNCIL_SEED").unwrap_or_else(|| u64::from(std::process::id()) << 32);
    let only = std::env::var("OCOP_COUNCIL_KIND").ok();
    println!("files of each kind: {files}, seed: {seed}");
    let bench = Bench::new();
    let mut found = Vec::new();
    for kind in KINDS.iter().filter(|kind| only.as_ref().is_none_or(|only| only == kind.name)) {
        let begun = Instant::now();
        match run(&bench, kind, files, seed) {
            Ok(tally) => println!(
                "{:>12}: {files} files in {:.1?}, {} accepted, slowest {:.1?} (seed {})",
                kind.name,
                begun.elapsed(),
                tally.accepted,
                tally.slowest.0,
                tally.slowest.1
            ),
            Err(fault) => found.push(fault),
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn an_honest_file_of_every_kind_is_accepted() {
    let bench = Bench::new();
    for kind in KINDS {
        for sample in (kind.samples)(&bench) {
            let said = (kind.give)(&bench, &sample);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", kind.name);
        }
    }
}
