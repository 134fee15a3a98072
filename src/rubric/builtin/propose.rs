//! Which sets a product may belong to, guessed from words in its name. Only a proposal: it is never applied silently.

use std::cmp::Reverse;
use std::sync::OnceLock;

use crate::text;

/// A set and the words that point to it, each as its syllables.
type Pointers = (u8, Vec<Vec<String>>);

/// As much of a name as is looked at, in bytes. What a thing is stands first.
const LONGEST: usize = 400;

/// Where a word first stands, and its length in syllables, the longer the smaller.
type Rank = (usize, Reverse<usize>);

/// The sets of the decision in force that words in a product's name point to, best first; empty if none does.
///
/// Vietnamese names what a thing is first, so the earliest word decides, then the longest that starts there; a tie
/// leaves the lower number first. In a name with marks they count ("chả" is not "cha"); in one typed without
/// them, or if no word is found so, they are dropped.
pub fn propose(name: &str) -> Vec<u8> {
    ranked(name).into_iter().map(|(_, no)| no).collect()
}

/// What words in a product's name propose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// One set before all others.
    Clear(u8),
    /// Several that fit equally well.
    Open,
    /// None.
    Nothing,
}

/// Whether one set stands alone at the head of [`propose`].
pub fn proposal(name: &str) -> Proposal {
    match ranked(name)[..] {
        [] => Proposal::Nothing,
        [(first, _), (second, _), ..] if first == second => Proposal::Open,
        [(_, no), ..] => Proposal::Clear(no),
    }
}

/// Where a word stands and how long it is, and the set it points to, best first.
fn ranked(name: &str) -> Vec<(Rank, u8)> {
    static AS_WRITTEN: OnceLock<Vec<Pointers>> = OnceLock::new();
    static FOLDED: OnceLock<Vec<Pointers>> = OnceLock::new();
    // Every word of the table is looked for at every place of the name.
    let name = &name[..name.floor_char_boundary(LONGEST)];
    let (written, bare) = (syllables(name), syllables(&text::fold(name)));
    let as_written = matches(&written, AS_WRITTEN.get_or_init(|| pointers(str::to_owned)));
    if written != bare && !as_written.is_empty() {
        return as_written;
    }
    matches(&bare, FOLDED.get_or_init(|| pointers(text::fold)))
}

fn matches(name: &[String], pointers: &[Pointers]) -> Vec<(Rank, u8)> {
    let best = |(no, words): &Pointers| words.iter().filter_map(|word| found(name, word)).min().map(|at| (at, *no));
    let mut proposed: Vec<_> = pointers.iter().filter_map(best).collect();
    proposed.sort_unstable();
    proposed
}

/// Where a word first stands in a name, and its length in syllables, the longer the smaller.
fn found(name: &[String], word: &[String]) -> Option<Rank> {
    let at = name.windows(word.len()).position(|syllables| syllables == word)?;
    Some((at, Reverse(word.len())))
}

fn pointers(fold: fn(&str) -> String) -> Vec<Pointers> {
    let written = ron::from_str::<Vec<(u8, Vec<String>)>>(include_str!("../decisions/qd26-2026/keywords.ron"));
    let written = written.expect("the built-in keywords are well formed: their own test reads them");
    written.into_iter().map(|(no, words)| (no, words.iter().map(|word| syllables(&fold(word))).collect())).collect()
}

/// Whole words, in lower case.
fn syllables(text: &str) -> Vec<String> {
    let lower = text::clean(text).to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::builtin;

    /// Products recognised or proposed in Thừa Thiên Huế, 2020 and 2021, and their sets.
    const REAL: [(&str, u8); 24] = [
        ("Gạo hữu cơ An Lỗ", 3),
        ("Gạo thơm Thủy Thanh", 3),
        ("Tinh dầu tràm Trường Hải", 20),
        ("Mắm nêm cá cơm Mệ Em", 9),
        ("Nước mắm cá cơm Xuân Anh", 9),
        ("Nước mắm ruốc Làng Trài", 9),
        ("Nước ớt Vinh Xuân", 9),
        ("Nước mắm ruốc Hương Giang", 9),
        ("Rượu Tà Rương Mão", 15),
        ("Rượu Ô Lâu", 14),
        ("Bưởi cốm Hương Thọ", 1),
        ("Hương bài Tân Nguyên", 21),
        ("Chuối già lùn A Lưới", 1),
        ("Thịt bò vàng A Lưới", 2),
        ("Thanh trà Phong Thu", 1),
        ("Tinh dầu tràm Nhật Tân", 20),
        ("Cá cơm khô Mỹ Á", 8),
        ("Đàn guitar Tân Châu", 21),
        ("Gạo đỏ Hương Phong", 3),
        ("Bộ sản phẩm đèn trang trí, rổ, rá", 21),
        ("Nước mắm Lú Huế", 9),
        ("Nước mắm Quảng Công", 9),
        ("Khăn choàng Nhâm", 22),
        ("Trà rau má Quảng Thọ", 12),
    ];

    #[test]
    fn real_products_are_proposed_their_set() {
        for (name, no) in REAL {
            let proposed = propose(name);
            // A distilled and a brewed spirit are both "rượu": the name alone does not say which.
            let among = if no == 15 { 2 } else { 1 };
            assert!(proposed.iter().take(among).any(|set| *set == no), "{name}: {no} is not first in {proposed:?}");
        }
    }

    #[test]
    fn of_a_name_without_end_the_beginning_is_looked_at() {
        let endless = format!("Nước mắm {}", "ữ cá khô ".repeat(LONGEST));
        assert_eq!(propose(&endless).first(), Some(&9));
        assert!(propose(&format!("{} nước mắm", "ữ ".repeat(LONGEST))).is_empty());
    }

    #[test]
    fn a_name_typed_without_marks_is_proposed_the_same_set_first() {
        for (name, _) in REAL {
            assert_eq!(propose(&text::fold(name).to_uppercase()).first(), propose(name).first(), "{name}");
        }
    }

    #[test]
    fn marks_count_where_they_are_written() {
        assert_eq!(propose("Đèn gà trống")[..1], [21]);
        assert_eq!(propose("Nhà gốm"), [21], "nhà is not na");
        assert_eq!(propose("Cà phê")[..1], [13]);
        assert_eq!(propose("Ga\u{323}o đo\u{309}"), [3], "composed or not");
    }

    #[test]
    fn only_whole_words_point_to_a_set() {
        assert_eq!(propose("Gạoo"), [0; 0]);
        assert_eq!(propose(""), [0; 0]);
    }

    #[test]
    fn the_earliest_word_wins_then_the_longest() {
        assert_eq!(propose("Bưởi ngâm mật ong")[..2], [1, 4]);
        assert_eq!(propose("Trà rau má")[..2], [12, 11]);
    }

    #[test]
    fn every_set_has_words_once_each() {
        let sets: Vec<u8> = pointers(str::to_owned).iter().map(|(no, _)| *no).collect();
        assert_eq!(sets, builtin::default().sets.iter().map(|set| set.no).collect::<Vec<_>>());
        for (no, words) in &pointers(str::to_owned) {
            let mut distinct = words.clone();
            distinct.sort_unstable();
            distinct.dedup();
            assert_eq!(distinct.len(), words.len(), "set {no}");
            assert!(words.iter().all(|word| !word.is_empty()), "set {no}");
        }
    }
}
