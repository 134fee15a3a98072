//! A sealed session checked: what holds, and what every touch breaks.

use super::*;
use crate::council::{ClosedAs, DeskAct, ProductId};
use crate::store::fixture::{Sitting, author};
use crate::store::{Change, finish_seal, prepare_seal};
use std::fs;

fn files(path: &Path) -> Vec<PathBuf> {
    let logs = super::super::files::list(&path.join(LOGS)).unwrap();
    let mut files = vec![path.join(CHARTER), path.join(SESSION)];
    files.extend(logs.into_keys().map(|name| path.join(LOGS).join(name)));
    files
}

#[test]
fn a_sealed_session_verifies_and_names_its_results() {
    let sitting = Sitting::sealed();
    let found = sitting.verify();
    assert_eq!((&found.problems, found.ok, found.sealed), (&Vec::new(), true, true));
    assert_eq!((found.seal, found.proves), (Some(sitting.seal()), Proves::Consistency));
    let text = fs::read_to_string(sitting.bench.path.join(SESSION)).unwrap();
    assert!(text.starts_with("(\n  format: 1,\n  session: ") && text.contains("star: Some(5)"), "{text}");
}

#[test]
fn every_changed_byte_of_a_sealed_session_is_found() {
    let sitting = Sitting::sealed();
    for path in files(&sitting.bench.path) {
        let whole = fs::read(&path).unwrap();
        // Unoptimised, one changed byte costs 30 ms: there every 41st, elsewhere every single one.
        let step = if cfg!(debug_assertions) { 41 } else { 1 };
        for at in (0..whole.len()).step_by(step) {
            let mut changed = whole.clone();
            changed[at] ^= 1 << (at % 7);
            fs::write(&path, changed).unwrap();
            let found = sitting.verify();
            assert!(!found.ok && !found.problems.is_empty(), "byte {at} of {}", path.display());
        }
        fs::write(&path, whole).unwrap();
    }
    assert!(sitting.verify().ok);
}

#[test]
fn a_log_cut_short_below_its_sealed_end_is_found() {
    let sitting = Sitting::sealed();
    for path in files(&sitting.bench.path).into_iter().skip(2) {
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..whole.len() - 1]).unwrap();
        assert!(!sitting.verify().ok, "{}", path.display());
        fs::remove_file(&path).unwrap();
        assert!(!sitting.verify().ok, "{}", path.display());
        fs::write(&path, whole).unwrap();
    }
    fs::remove_file(sitting.bench.path.join(SESSION)).unwrap();
    assert_eq!(sitting.verify().problems[0].what, BrokenKind::NoSessionFile);
}

#[test]
fn a_result_altered_and_sealed_again_does_not_follow_from_the_logs() {
    let mut sitting = Sitting::ready();
    prepare_seal(&sitting.bench.path, "now").unwrap();
    let pending = sitting.bench.path.join("session.ron.new");
    let forged = fs::read_to_string(&pending).unwrap().replacen("star: Some(5)", "star: Some(4)", 1);
    fs::write(&pending, &forged).unwrap();
    sitting.desk(&DeskAct::Seal { file: Hash::of(forged.as_bytes()).to_string() });
    assert!(finish_seal(&sitting.bench.path).unwrap());
    let what: Vec<BrokenKind> = sitting.verify().problems.into_iter().map(|broken| broken.what).collect();
    assert_eq!(what, [BrokenKind::Field("results[p01].star".into())]);
}

#[test]
fn what_arrives_after_the_seal_is_listed_and_changes_nothing() {
    let sitting = Sitting::sealed();
    let mut folder = sitting.bench.folder();
    let (late, _) = fs::read_dir(sitting.bench.path.join(LOGS))
        .unwrap()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("m1-"))
        .map(|entry| (entry.path(), folder.read().unwrap()))
        .next()
        .unwrap();
    let mut carrier = super::super::log::Carrier::new(folder.id());
    let mut bytes = fs::read(&late).unwrap();
    carrier.feed(&bytes);
    let mut pen = carrier.pen().unwrap().clone();
    bytes.extend(crate::store::fixture::mark(&mut pen, 99).into_bytes());
    fs::write(late, bytes).unwrap();
    let found = sitting.verify();
    assert!(found.ok, "{:?}", found.problems);
    assert_eq!(found.after_seal.len(), 1);
}

#[test]
fn what_was_done_in_an_unsealed_copy_changes_nothing_that_was_sealed() {
    let mut sitting = Sitting::ready();
    let product = ProductId::new("p01").unwrap();
    let mut copy = sitting.unsealed_copy();
    copy.reopen(&product);
    copy.desk(&DeskAct::Close { product, how: ClosedAs::Withdrawn, ground: "Rút sau".into() });
    let figures = |folder: &Folder, entries| {
        let session = fold(folder, entries);
        let of = |id| (format!("{:?}", session.phase(id)), format!("{:?}", session.verdict(id)));
        let products: Vec<_> = session.products().iter().map(|product| of(&product.id)).collect();
        (products, session.sealed().is_some(), SessionFile::of(&session, Vec::new(), "").results)
    };
    let mut follower = sitting.bench.folder();
    let open = follower.read().unwrap().entries.len();
    sitting.seal_now();
    let Change::More(sealing) = follower.follow().unwrap() else { panic!("the seal is one more entry") };
    let mut folder = sitting.bench.folder();
    let before = folder.read().unwrap().entries;
    assert_eq!((sealing.len(), before.len()), (1, open + 1));
    let sealed = figures(&folder, before.clone());
    assert!(sealed.1);

    let merged = crate::store::merge(&sitting.bench.path, std::slice::from_ref(&copy.bench.path)).unwrap();
    assert_eq!((merged.new_entries(), merged.sealed), (2, true));
    assert!(matches!(follower.follow().unwrap(), Change::More(entries) if entries.is_empty()));
    assert!(matches!(follower.follow().unwrap(), Change::Nothing));
    let after = sitting.bench.folder().read().unwrap().entries;
    assert_eq!(figures(&folder, after.clone()), sealed);
    assert_eq!(after, before);
    let found = sitting.verify();
    assert_eq!((found.ok, found.after_seal.len()), (true, 2), "{:?}", found.problems);

    // The other way round: the copy learns of the seal, and what it had given out no longer counts.
    let mut follower = copy.bench.folder();
    assert_eq!(follower.read().unwrap().entries.len(), open + 2);
    crate::store::merge(&copy.bench.path, std::slice::from_ref(&sitting.bench.path)).unwrap();
    fs::copy(sitting.bench.path.join(SESSION), copy.bench.path.join(SESSION)).unwrap();
    assert!(matches!(follower.follow().unwrap(), Change::Anew));
    assert_eq!(figures(&folder, follower.read().unwrap().entries), sealed);

    // A session file that no seal names decides nothing: everything is given out, and the check fails.
    fs::write(sitting.bench.path.join(SESSION), "(").unwrap();
    assert_eq!(sitting.bench.folder().read().unwrap().entries.len(), before.len() + 2);
    assert!(!sitting.verify().ok);
}

#[test]
fn damage_below_the_seal_costs_its_line_only() {
    let sitting = Sitting::sealed();
    let whole = sitting.bench.folder().read().unwrap().entries.len();
    let name = sitting.bench.logs().into_iter().find(|name| name.starts_with("m1-")).unwrap();
    let path = sitting.bench.path.join(LOGS).join(name);
    let text = fs::read_to_string(&path).unwrap();
    let second = text.lines().nth(2).unwrap();
    fs::write(&path, text.replace(second, &second.replace("2.1", "2.9"))).unwrap();
    assert_eq!(sitting.bench.folder().read().unwrap().entries.len(), whole - 1);
}

#[test]
fn the_seal_on_paper_proves_identity_and_another_one_fails() {
    let sitting = Sitting::sealed();
    let path = &sitting.bench.path;
    let same = verify(path, Some(&Against::Seal(sitting.seal()))).unwrap();
    assert_eq!((same.ok, same.proves), (true, Proves::Identity));
    assert!(!verify(path, Some(&Against::Seal(Hash::of(b"other")))).unwrap().ok);
    assert!(verify(path, Some(&Against::Folder(path.clone()))).unwrap().ok);
}

#[test]
fn a_program_that_died_before_the_renaming_has_sealed() {
    let mut sitting = Sitting::ready();
    let seal = prepare_seal(&sitting.bench.path, "now").unwrap();
    assert!(!finish_seal(&sitting.bench.path).unwrap(), "no act names it yet");
    sitting.desk(&DeskAct::Seal { file: seal.to_string() });
    assert!(sitting.bench.folder().read().unwrap().sealed);
    assert!(sitting.bench.path.join(SESSION).exists() && sitting.verify().ok);
    let again = prepare_seal(&sitting.bench.path, "now");
    assert!(matches!(again, Err(crate::store::NotSealed::Refused(Refusal::Sealed))));
    assert!(sitting.bench.folder().writer(&author("m1"), &sitting.bench.places, &mut |_| {}).is_err());
}

#[test]
fn an_unsettled_or_damaged_session_is_not_sealed() {
    let bench = crate::store::fixture::Bench::new();
    let refused = prepare_seal(&bench.path, "now");
    assert!(matches!(refused, Err(crate::store::NotSealed::Refused(Refusal::Unsettled(_)))));
    let sitting = Sitting::ready();
    fs::write(sitting.bench.path.join("logs/m1-aaaaaaaa.log"), "damage\n").unwrap();
    assert!(matches!(prepare_seal(&sitting.bench.path, ""), Err(crate::store::NotSealed::Damaged(_))));
}
