//! Reading a criterion alike: figures without names, and readings agreed that stay with the criterion.

use super::table::{Table, code, product};
use crate::council::{CriterionId, DeskAct};
use crate::rubric::LevelId;
use crate::session::Refusal;

fn about(criterion: &str, set: Option<u8>) -> CriterionId {
    CriterionId { code: code(criterion), set }
}

fn agree(table: &mut Table, about: CriterionId, words: &str) -> Result<crate::council::Entry, Refusal> {
    table.desk(DeskAct::Remark { product: None, criterion: Some(about), words: words.into() })
}

fn level(letter: char) -> Option<LevelId> {
    LevelId::try_from(letter).ok()
}

#[test]
fn a_criterion_carries_the_points_between_all_pairs_of_sheets() {
    let mut table = Table::new();
    // 4.1 of set 9 is worth 1, 2, 3, 5: on p1 5 5 5 3 3, on p2 5 5 5 5 3. Pairs apart: six and four, two points each.
    table.revealed("p1", &[("m1", &[("4.1", 'c')]), ("m2", &[("4.1", 'c')])]);
    table.revealed("p2", &[("m3", &[("4.1", 'c')])]);
    let readings = table.session.criterion_readings();
    let first = &readings[0];
    assert_eq!((first.code.as_str(), first.sets.as_slice()), ("4.1", &[9][..]));
    assert_eq!((first.products, first.differ, first.carried, first.of), (2, 2, 20, 20));
    assert_eq!(first.percent(), 100);
    assert_eq!(first.between, [(level('c'), level('d'), 10)]);
    assert!(readings[1..].iter().all(|reading| reading.carried == 0 && reading.between.is_empty()));
}

#[test]
fn criteria_word_for_word_the_same_in_two_sets_are_one() {
    let mut table = Table::new();
    table.change_set("p2").unwrap();
    let (nine, seven) = (table.session.set(&product("p1")).unwrap(), table.session.set(&product("p2")).unwrap());
    let shared = nine.criteria().into_iter().find(|one| {
        seven.criterion(&one.code).is_some_and(|other| other.levels == one.levels && other.name == one.name)
    });
    let shared = shared.unwrap().code.clone();
    let other = nine
        .criteria()
        .into_iter()
        .find(|one| seven.criterion(&one.code).is_some_and(|other| other.levels.len() != one.levels.len()));
    table.revealed("p1", &[]);
    table.revealed("p2", &[]);
    let readings = table.session.criterion_readings();
    let of = |code: &crate::rubric::Code| readings.iter().filter(|r| r.code == *code).collect::<Vec<_>>();
    assert_eq!(of(&shared).len(), 1);
    assert_eq!((of(&shared)[0].sets.as_slice(), of(&shared)[0].products), (&[7, 9][..], 2));
    if let Some(other) = other {
        assert_eq!(of(&other.code).len(), 2, "{}", other.code);
    }
}

#[test]
fn a_blind_product_carries_nothing() {
    let mut table = Table::new();
    table.sheet("m1", "p1", &[("4.1", 'a')]);
    table.best("m2", "p1");
    assert_eq!(table.session.criterion_readings(), []);
}

#[test]
fn a_reading_agreed_stays_with_its_criterion_until_another_is_agreed() {
    let mut table = Table::new();
    let set = table.session.set(&product("p1")).unwrap();
    let words = |table: &Table| -> Vec<String> {
        table.session.agreed_on(&set, &code("4.1")).into_iter().map(|agreed| agreed.words).collect()
    };
    assert_eq!(words(&table), [""; 0]);
    agree(&mut table, about("4.1", Some(9)), "tính cả bán qua mạng").unwrap();
    assert_eq!(words(&table), ["tính cả bán qua mạng"]);
    assert!(table.session.agreed_on(&set, &code("3.5")).is_empty());
    agree(&mut table, about("4.1", Some(9)), "chỉ tính điểm bán cố định").unwrap();
    assert_eq!(words(&table), ["chỉ tính điểm bán cố định"]);
    // By its code alone it means every set that has it, beside what was agreed for one.
    agree(&mut table, about("4.1", None), "mọi bộ").unwrap();
    assert_eq!(words(&table).len(), 2);
    assert_eq!(table.session.agreed_readings().len(), 2);
}

#[test]
fn readings_agreed_apart_stand_side_by_side_in_any_order() {
    let mut table = Table::new();
    let mut other = table.another(2);
    agree(&mut table, about("4.1", Some(9)), "một").unwrap();
    agree(&mut other, about("4.1", Some(9)), "hai").unwrap();
    table.meet(&mut other);
    let set = table.session.set(&product("p1")).unwrap();
    let mut words: Vec<String> =
        table.session.agreed_on(&set, &code("4.1")).into_iter().map(|agreed| agreed.words).collect();
    words.sort_unstable();
    assert_eq!(words, ["hai", "một"]);
}

#[test]
fn a_reading_of_a_criterion_that_no_set_has_is_refused() {
    let mut table = Table::new();
    let refused = |about: CriterionId| Err(Refusal::UnknownCriterion(about.code));
    assert_eq!(agree(&mut table, about("99", None), "x"), refused(about("99", None)));
    assert_eq!(agree(&mut table, about("4.1", Some(26)), "x"), refused(about("4.1", Some(26))));
    assert_eq!(agree(&mut table, about("4.1", None), ""), Err(Refusal::ReasonNeeded));
}

#[test]
fn a_remark_without_a_criterion_is_written_as_before() {
    let act = DeskAct::Remark { product: None, criterion: None, words: "x".into() };
    assert_eq!(ron::to_string(&act).unwrap(), "Remark(product:None,words:\"x\")");
    assert_eq!(ron::from_str::<DeskAct>("Remark(product:None,words:\"x\")").unwrap(), act);
}
