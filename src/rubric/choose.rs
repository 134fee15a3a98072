//! Choosing a product set for a product: by number or name, by words, by what the product's name proposes; and only one
//! whose data are sound. Every list, command and screen asks here, so that all refuse the same things with the same
//! words. Nothing is chosen here: a proposal waits for a person.

use super::builtin::{self, Proposal};
use super::{Both, ProductSet};
use crate::text::fold;
use crate::trouble::FaultKind;

/// The set that was named: by its number (`9`, `bộ 9`, `set 9`), or by its whole name in either language; marks, case
/// and punctuation aside.
pub fn set<'a>(sets: impl IntoIterator<Item = &'a ProductSet>, said: &str) -> Result<&'a ProductSet, FaultKind> {
    let sets: Vec<&ProductSet> = sets.into_iter().collect();
    match named(&sets, said) {
        None => Err(FaultKind::UnknownSet { found: said.to_owned(), known: known(&sets) }),
        Some(set) => may(set).map(|()| set),
    }
}

fn named<'a>(sets: &[&'a ProductSet], said: &str) -> Option<&'a ProductSet> {
    let said = bare(said);
    let digits =
        ["bo san pham ", "bo ", "set ", "so "].iter().find_map(|head| said.strip_prefix(head)).unwrap_or(&said);
    let by_number = digits.parse::<u8>().ok().and_then(|no| sets.iter().find(|set| set.no == no));
    by_number.or_else(|| sets.iter().find(|set| in_both(&set.name).any(|name| bare(name) == said))).copied()
}

/// Whether a new product may be of this set.
pub fn may(set: &ProductSet) -> Result<(), FaultKind> {
    match &set.unsound {
        None => Ok(()),
        Some(why) => Err(FaultKind::UnsoundSet { set: set.no, vi: why.vi.clone(), en: why.en.clone() }),
    }
}

/// The numbers that can be chosen.
fn known(sets: &[&ProductSet]) -> String {
    let sound = sets.iter().filter(|set| set.unsound.is_none());
    sound.map(|set| set.no.to_string()).collect::<Vec<_>>().join(", ")
}

/// The sets that match what is searched for: the one of that number first, then those whose name, group or industry
/// holds every word, then those that the words propose. All of them where nothing is searched for.
pub fn search<'a>(sets: &'a [ProductSet], search: &str) -> Vec<&'a ProductSet> {
    let searched = bare(search);
    let holds = |both: &Both| {
        in_both(both).any(|text| {
            let text = format!(" {}", bare(text));
            searched.split(' ').all(|word| text.contains(&format!(" {word}")))
        })
    };
    if searched.is_empty() {
        return sets.iter().collect();
    }
    let all: Vec<&ProductSet> = sets.iter().collect();
    let first = named(&all, search).into_iter();
    let by_name = sets.iter().filter(|set| holds(&set.name));
    let by_kin = sets.iter().filter(|set| holds(&set.group) || holds(&set.industry));
    let mut found: Vec<&ProductSet> = Vec::new();
    for set in first.chain(by_name).chain(proposed(sets, search)).chain(by_kin) {
        if found.iter().all(|known| known.no != set.no) {
            found.push(set);
        }
    }
    found
}

/// The sets that words in a product's name point to, best first; only those that are the same in the decision in
/// force, for which the words are kept.
pub fn proposed<'a>(sets: &'a [ProductSet], name: &str) -> impl Iterator<Item = &'a ProductSet> {
    builtin::propose(name).into_iter().filter_map(|no| as_ours(sets, no))
}

/// The set that stands alone at the head of [`proposed`]; none where several fit equally well.
pub fn proposal<'a>(sets: &'a [ProductSet], name: &str) -> Option<&'a ProductSet> {
    match builtin::proposal(name) {
        Proposal::Clear(no) => as_ours(sets, no),
        Proposal::Open | Proposal::Nothing => None,
    }
}

/// The set of this number, where it is the one that the decision in force has, and sound.
fn as_ours(sets: &[ProductSet], no: u8) -> Option<&ProductSet> {
    let ours = builtin::default().set(no)?;
    sets.iter().find(|set| set.no == no && set.name.vi == ours.name.vi && may(set).is_ok())
}

fn in_both(both: &Both) -> impl Iterator<Item = &str> {
    [both.vi.as_str(), both.en.as_str()].into_iter().filter(|text| !text.is_empty())
}

/// Words without marks, case and punctuation, one space apart.
fn bare(text: &str) -> String {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_named_by_number_or_by_name_with_or_without_marks() {
        let sets = &builtin::default().sets;
        let nine = sets.iter().find(|set| set.no == 9).expect("set 9");
        for named in ["9", " 9 ", &nine.name.vi, &nine.name.en, &fold(&nine.name.vi).to_uppercase()] {
            assert_eq!(set(sets, named).map(|set| set.no), Ok(9), "{named}");
        }
        let Err(FaultKind::UnknownSet { found, known }) = set(sets, "27") else { panic!("27 was found") };
        assert_eq!((found.as_str(), known.starts_with("1, 2, 3")), ("27", true));
    }

    #[test]
    fn an_unsound_set_is_refused_with_its_reason() {
        let mut sets = builtin::default().sets.clone();
        sets[8].unsound = Some(Both { vi: "sai".into(), en: "wrong".into() });
        let refused = set(&sets, "9").map(|set| set.no);
        assert_eq!(refused, Err(FaultKind::UnsoundSet { set: 9, vi: "sai".into(), en: "wrong".into() }));
        let Err(FaultKind::UnknownSet { known, .. }) = set(&sets, "99") else { panic!("99 was found") };
        assert!(known.contains("8, 10"), "{known}");
    }

    fn sets() -> &'static [ProductSet] {
        &builtin::default().sets
    }

    fn numbers<'a>(found: impl IntoIterator<Item = &'a ProductSet>) -> Vec<u8> {
        found.into_iter().map(|set| set.no).collect()
    }

    #[test]
    fn every_set_is_named_by_its_number_and_by_each_name_however_written() {
        for set in sets() {
            let said = [
                set.no.to_string(),
                format!("bộ {}", set.no),
                format!("Set {}", set.no),
                set.name.vi.clone(),
                set.name.en.to_uppercase(),
                fold(&set.name.vi).replace(',', ""),
            ];
            for said in said {
                assert_eq!(super::set(sets(), &said).map(|found| found.no), Ok(set.no), "{said}");
            }
        }
        for said in ["", "0", "27", "bộ", "nước"] {
            assert!(super::set(sets(), said).is_err(), "{said:?}");
        }
    }

    #[test]
    fn a_search_finds_by_number_by_words_and_by_what_the_words_propose() {
        assert_eq!(numbers(search(sets(), "")).len(), 26);
        assert_eq!(numbers(search(sets(), "9"))[0], 9);
        assert_eq!(numbers(search(sets(), "nuoc mam"))[0], 9);
        assert_eq!(numbers(search(sets(), "dan guitar")), [21], "words of the keywords, in no name");
        assert_eq!(numbers(search(sets(), "qqq")), [0; 0]);
    }

    #[test]
    fn a_proposal_is_made_only_where_one_set_stands_alone_and_is_the_same_set() {
        assert_eq!(proposal(sets(), "Nước mắm ruốc").map(|set| set.no), Some(9));
        assert_eq!(proposal(sets(), "Rượu Ô Lâu"), None, "distilled or brewed: the name does not say");
        assert_eq!(numbers(proposed(sets(), "Rượu Ô Lâu")), [14, 15]);
        let mut own = sets().to_vec();
        own[8].name.vi = "Bộ khác".into();
        assert_eq!(proposal(&own, "Nước mắm ruốc"), None, "another rubric's set 9 is another set");
    }
}
