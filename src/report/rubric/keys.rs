//! Names for words that many sets share, so that a file holds each once: made from the English words, the same on
//! every machine. What a rubric's own files called them is not kept.

use std::collections::BTreeMap;
use std::fmt::Debug;

use crate::rubric::{Both, Criterion, Ground, Group, ProductSet, Rubric};

/// Longest name, in letters.
const LONGEST: usize = 48;

/// Words by name, in the order first met.
pub(super) struct Table<T> {
    pub(super) entries: Vec<(String, T)>,
    /// Where words stand among the entries, by all they say.
    places: BTreeMap<String, usize>,
    /// How often a name was made.
    names: BTreeMap<String, usize>,
}

impl<T: Debug + Clone> Table<T> {
    fn new() -> Self {
        Table { entries: Vec::new(), places: BTreeMap::new(), names: BTreeMap::new() }
    }

    /// The name of these words; a new one, from `english`, where they were not met before.
    fn add(&mut self, english: &str, words: &T) {
        let said = format!("{words:?}");
        if self.places.contains_key(&said) {
            return;
        }
        self.places.insert(said, self.entries.len());
        let plain = plain(english);
        let times = self.names.entry(plain.clone()).or_insert(0);
        *times += 1;
        let name = if *times == 1 { plain } else { format!("{plain}-{times}") };
        self.entries.push((name, words.clone()));
    }

    /// The name of words that were added.
    pub(super) fn name(&self, words: &T) -> &str {
        let place = self.places.get(&format!("{words:?}"));
        place.map_or("", |at| &self.entries[*at].0)
    }
}

/// The words of a criterion: everything but its points and minima.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    pub(super) name: Both,
    pub(super) note: Option<Both>,
    pub(super) levels: Levels,
}

/// The words of its levels, and the cases they belong to.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    pub(super) cases: Vec<Both>,
    pub(super) texts: Vec<(Option<u8>, Both)>,
}

impl Wording {
    pub(super) fn of(criterion: &Criterion) -> Wording {
        Wording {
            name: criterion.name.clone(),
            note: criterion.note.clone(),
            levels: Levels {
                cases: criterion.cases.clone(),
                texts: criterion.levels.iter().map(|level| (level.case, level.text.clone())).collect(),
            },
        }
    }
}

/// Every table of a rubric.
pub(super) struct Keys {
    /// Names of parts, by the code of the part.
    pub(super) parts: Vec<(String, Both)>,
    pub(super) industries: Table<Both>,
    pub(super) groups: Table<Both>,
    pub(super) agencies: Table<Both>,
    pub(super) headings: Table<Both>,
    /// Grounds that say the same wherever their id is used.
    pub(super) grounds: Vec<Ground>,
    pub(super) wordings: Table<Wording>,
}

impl Keys {
    pub(super) fn of(rubric: &Rubric) -> Keys {
        let mut keys = Keys {
            parts: Vec::new(),
            industries: Table::new(),
            groups: Table::new(),
            agencies: Table::new(),
            headings: Table::new(),
            grounds: shared_grounds(&rubric.sets),
            wordings: Table::new(),
        };
        rubric.sets.iter().for_each(|set| keys.add(set));
        keys
    }

    fn add(&mut self, set: &ProductSet) {
        for (table, words) in [(&mut self.industries, &set.industry), (&mut self.groups, &set.group)] {
            if !words.is_empty() {
                table.add(&words.en, words);
            }
        }
        agencies(&set.agency).iter().for_each(|agency| self.agencies.add(&agency.en, agency));
        for part in &set.parts {
            if !self.parts.iter().any(|(code, _)| *code == part.code) {
                self.parts.push((part.code.clone(), part.name.clone()));
            }
            part.groups.iter().for_each(|group| self.add_heading(group));
        }
    }

    fn add_heading(&mut self, group: &Group) {
        if needs_name(group) {
            self.headings.add(&group.name.en, &group.name);
        }
        for criterion in &group.criteria {
            self.wordings.add(&criterion.name.en, &Wording::of(criterion));
        }
        group.groups.iter().for_each(|inner| self.add_heading(inner));
    }
}

/// The managing agencies one by one, where they are several in both languages alike.
pub(super) fn agencies(joined: &Both) -> Vec<Both> {
    if joined.is_empty() {
        return Vec::new();
    }
    let (vi, en): (Vec<&str>, Vec<&str>) = (joined.vi.split("; ").collect(), joined.en.split("; ").collect());
    if vi.len() != en.len() {
        return vec![joined.clone()];
    }
    vi.into_iter().zip(en).map(|(vi, en)| Both { vi: vi.to_owned(), en: en.to_owned() }).collect()
}

/// Whether a heading has a name of its own, and not that of the one criterion it is.
pub(super) fn needs_name(group: &Group) -> bool {
    !matches!(&group.criteria[..], [one] if one.code == group.code && one.name == group.name)
}

fn shared_grounds(sets: &[ProductSet]) -> Vec<Ground> {
    let mut shared: Vec<Ground> = Vec::new();
    for ground in sets.iter().flat_map(|set| &set.grounds) {
        if !shared.iter().any(|known| known.id == ground.id) {
            shared.push(Ground { at: None, ..ground.clone() });
        }
    }
    shared
}

/// English words as a name: small letters, digits and dashes.
fn plain(english: &str) -> String {
    let mut name = String::new();
    let words = english.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        if !name.is_empty() && name.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().take(LONGEST).map(|c| c.to_ascii_lowercase()));
    }
    if name.is_empty() { "x".to_owned() } else { name }
}
