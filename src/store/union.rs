//! The union of all carriers: each line once, whatever files hold it, and what the files say together.
//! No disk: it is fed by `folder`.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::log::Chained;
use crate::council::{Entry, EntryId, Hash, LogName};

/// Where a log, or one branch of it, ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LogHead {
    /// The log.
    pub log: LogName,
    /// Entries after its beginning.
    pub entries: u64,
    /// The hash of the last one (or of the beginning).
    pub head: Hash,
}

/// Every line known, by hash.
#[derive(Debug, Default)]
pub(super) struct Union {
    lines: HashMap<Hash, Known>,
    /// Hashes something chains from.
    inner: HashSet<Hash>,
}

#[derive(Debug)]
struct Known {
    log: LogName,
    position: u64,
    before: Hash,
    rooted: bool,
}

/// What some taken added.
#[derive(Debug, Default)]
pub(super) struct Added {
    /// New entries: by log, then by position, so that each log's own order is kept.
    pub(super) entries: Vec<Entry>,
    /// Whether one of them stands *before* an entry that was given out earlier (its line had been damaged).
    pub(super) out_of_order: bool,
}

impl Union {
    /// Adds what is new; known lines change nothing.
    pub(super) fn add(&mut self, taken: impl IntoIterator<Item = Chained>) -> Added {
        let given_out: HashSet<Hash> = self.missing();
        let mut added = Added::default();
        for chained in taken {
            if let Some(known) = self.lines.get_mut(&chained.hash) {
                known.rooted |= chained.rooted;
                continue;
            }
            added.out_of_order |= given_out.contains(&chained.hash);
            let Chained { log, position, before, rooted, .. } = chained;
            let known = Known { log, position, before, rooted };
            self.lines.insert(chained.hash, known);
            self.inner.insert(before);
            added.entries.extend(chained.entry);
        }
        added.entries.sort_by(|a, b| (&a.log, a.position, a.id).cmp(&(&b.log, b.position, b.id)));
        added
    }

    /// Hashes that something chains from and no line here has.
    fn missing(&self) -> HashSet<Hash> {
        self.inner.iter().filter(|hash| !self.lines.contains_key(hash)).copied().collect()
    }

    /// The ends of all logs and branches as far as they were checked from the beginning, in order of name.
    pub(super) fn heads(&self) -> Vec<LogHead> {
        let mut heads: Vec<LogHead> = self
            .lines
            .iter()
            .filter(|(hash, known)| known.rooted && !self.inner.contains(hash))
            .map(|(hash, known)| LogHead { log: known.log.clone(), entries: known.position, head: *hash })
            .collect();
        heads.sort();
        heads
    }

    /// A head and everything it rests on, the beginning of its log included; nothing if the head is not known.
    pub(super) fn down_from(&self, head: Hash) -> Vec<Hash> {
        let mut path = Vec::new();
        let mut at = head;
        while let Some(known) = self.lines.get(&at) {
            path.push(at);
            at = known.before;
        }
        path
    }

    /// The last place of a log, if everything below it is here and was checked from the beginning; else nothing.
    pub(super) fn whole_to(&self, log: &LogName) -> Option<u64> {
        let of_log = || self.lines.values().filter(|known| known.log == *log);
        let hangs = of_log().any(|known| known.position > 0 && !self.lines.contains_key(&known.before));
        let last = of_log().map(|known| known.position).max()?;
        (!hangs && of_log().any(|known| known.position == 0)).then_some(last)
    }

    /// What of a log stands at or before a place, on whatever branch.
    pub(super) fn up_to<'a>(&'a self, log: &'a LogName, position: u64) -> impl Iterator<Item = Hash> + 'a {
        let within = move |known: &Known| known.log == *log && known.position <= position;
        self.lines.iter().filter(move |(_, known)| within(known)).map(|(hash, _)| *hash)
    }

    /// Every entry.
    pub(super) fn entries(&self) -> impl Iterator<Item = EntryId> {
        self.lines.iter().filter(|(_, known)| known.position > 0).map(|(hash, _)| EntryId::from(*hash))
    }

    /// The log a line stands in, and its place there.
    pub(super) fn place(&self, hash: Hash) -> Option<(&LogName, u64)> {
        self.lines.get(&hash).map(|known| (&known.log, known.position))
    }

    /// What every line chains from, by entry.
    pub(super) fn befores(&self) -> HashMap<EntryId, Hash> {
        self.lines.iter().map(|(hash, known)| (EntryId::from(*hash), known.before)).collect()
    }

    /// Logs that have more than one end.
    pub(super) fn branched(&self) -> Vec<LogName> {
        let mut ends: BTreeMap<LogName, usize> = BTreeMap::new();
        for head in self.heads() {
            *ends.entry(head.log).or_default() += 1;
        }
        ends.into_iter().filter(|(_, ends)| *ends > 1).map(|(log, _)| log).collect()
    }
}
