//! From the documents of a rubric to the rubric: keys become words, rows become criteria.
//! Whether the result adds up is asked at the end and answered in `rubric::check`.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::super::check::{self, Flaw, Rule};
use super::super::{
    Both, Code, Criterion, Ground, Group, Level, Note, NotePlace, Origin, Part, ProductSet, Rubric, RubricHead,
};
use super::{
    Case, Document, File, GroundRow, Heading, MOST_FAULTS, Named, NoteRow, Pair, PartRows, Row, SharedGround, Sheet,
    Wording,
};
use crate::text;
use crate::trouble::{Fault, FaultKind, Place};

/// Places that all notes of a rubric may be about together. A run such as `1-255` is short to write and long to hold.
const MOST_PLACES: usize = 100_000;

/// The rubric these files hold together, with the words of the lent ones, checked; or what is wrong with them, each
/// with its place.
pub(in crate::rubric) fn assemble(own: &[File<'_>], lent: &[File<'_>], origin: Origin) -> Result<Rubric, Vec<Fault>> {
    let mut faults = Vec::new();
    let documents = read(own, &mut faults);
    let lent_documents = read(lent, &mut faults);
    // What could not be read is missing, and would be missed everywhere: then only what is there is judged.
    let all_read = faults.is_empty();
    if !all_read && documents.iter().all(|(_, document)| document.sets.is_empty()) {
        return Err(faults);
    }
    let shared = Shared::gather(&documents, &lent_documents, &mut faults);
    let mut missing = Vec::new();
    let head = head(&documents, &mut missing);
    let homes = homes(&documents);
    let mut sets = Vec::new();
    for (at, (home, sheet)) in homes.iter().enumerate() {
        let mut builder = Builder { shared: &shared, set: at, flaws: Vec::new() };
        sets.push(builder.set(sheet));
        let room = MOST_FAULTS.saturating_sub(missing.len());
        missing.extend(builder.flaws.into_iter().take(room).map(|flaw| home.place(flaw)));
    }
    let notes = notes(&documents, &sets, &mut missing);
    if all_read {
        faults.append(&mut missing);
    }
    let unfinished = !faults.is_empty();
    let whole = documents.iter().find(|(_, document)| document.head.is_some()).map_or("", |(file, _)| file.name);
    let place = |flaw: Flaw| match flaw.set.and_then(|at| homes.get(at)) {
        Some((home, _)) => home.place(flaw),
        None => flaw.at(Place::file(whole)),
    };
    let Some(head) = head else {
        let flaws = sets.iter().enumerate().flat_map(|(at, set)| check::flaws_of(at, set, None));
        faults.extend(flaws.take(MOST_FAULTS).map(place));
        return Err(told(faults));
    };
    let head = RubricHead { origin, digest: digest(own.iter().chain(lent)), ..head };
    let rubric = Rubric { head, sets, notes };
    let flaws = check::flaws(&rubric).into_iter();
    // Without every set, notes and references cannot be judged, and no set is better than none.
    let flaws = flaws.filter(|flaw| all_read || !matches!(flaw.what, FaultKind::UnknownReference(_)));
    faults.extend(flaws.take(MOST_FAULTS).map(place));
    if faults.is_empty() && !unfinished { Ok(rubric) } else { Err(told(faults)) }
}

/// Faults in the order of the files' lines, each once, and not without end.
fn told(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by(|a, b| a.place.cmp(&b.place));
    faults.dedup();
    faults.truncate(MOST_FAULTS);
    faults
}

fn read<'a>(files: &[File<'a>], faults: &mut Vec<Fault>) -> Vec<(File<'a>, Document)> {
    files.iter().map(|file| (*file, file.read(faults))).collect()
}

/// See [`RubricHead::digest`].
pub(super) fn digest<'a>(files: impl Iterator<Item = &'a File<'a>>) -> String {
    let mut digest = Sha256::new();
    for file in files {
        let text = file.text.strip_prefix('\u{feff}').unwrap_or(file.text);
        text.split("\r\n").enumerate().for_each(|(at, line)| {
            digest.update(if at == 0 { "" } else { "\n" });
            digest.update(line);
        });
    }
    digest.finalize().iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// The file a set stands in, and which of the sets with its number it is there.
struct Home<'a> {
    file: File<'a>,
    no: u8,
    nth: usize,
}

impl Home<'_> {
    /// A flaw with the line of the innermost code that is found in the text.
    fn place(&self, flaw: Flaw) -> Fault {
        let place = self.file.locate(self.no, self.nth, flaw.path.last().map(String::as_str));
        flaw.at(place)
    }
}

fn homes<'a>(documents: &'a [(File<'a>, Document)]) -> Vec<(Home<'a>, &'a Sheet)> {
    let mut homes = Vec::new();
    for (file, document) in documents {
        let mut seen = BTreeMap::new();
        for sheet in &document.sets {
            let nth = seen.entry(sheet.no).or_insert(0);
            homes.push((Home { file: *file, no: sheet.no, nth: *nth }, sheet));
            *nth += 1;
        }
    }
    homes
}

fn head(documents: &[(File<'_>, Document)], faults: &mut Vec<Fault>) -> Option<RubricHead> {
    let mut heads = documents.iter().filter_map(|(file, document)| Some((file, document.head.as_ref()?)));
    let Some((_, head)) = heads.next() else {
        let place = Place::file(documents.first().map_or("", |(file, _)| file.name));
        faults.push(Fault { place, what: FaultKind::MissingValue("head".into()) });
        return None;
    };
    for (file, _) in heads {
        faults.push(Fault { place: Place::file(file.name), what: FaultKind::RepeatedId("head".into()) });
    }
    Some(RubricHead {
        id: head.id.clone(),
        title: head.title.both(),
        decision: text::clean(&head.decision),
        source: head.source.both(),
        in_force: head.in_force.clone(),
        current: head.current,
        lapsed: head.lapsed.clone(),
        minima_unknown: head.minima_unknown.as_ref().map(Pair::both),
        total: head.total,
        bands: head.bands.clone(),
        origin: Origin::File,
        digest: String::new(),
    })
}

/// The notes, each tied to its places, all of which have to exist.
fn notes(documents: &[(File<'_>, Document)], sets: &[ProductSet], faults: &mut Vec<Fault>) -> Vec<Note> {
    let (mut notes, mut count) = (Vec::new(), 0);
    for (file, document) in documents {
        for NoteRow { at, text } in &document.notes {
            let mut places = Vec::new();
            for written in at {
                if faults.len() >= MOST_FAULTS || count > MOST_PLACES {
                    break;
                }
                let bad = |expected: &str| FaultKind::BadValue {
                    field: "at".to_owned(),
                    found: text::clean(written),
                    expected: expected.to_owned(),
                };
                let found = NotePlace::parse(written).ok_or_else(|| bad("9, 9/3.1, 5-14/2.1"));
                count += found.as_ref().map_or(0, Vec::len);
                match found {
                    Ok(_) if count > MOST_PLACES => {
                        faults.push(Fault { place: file.quoted(written), what: bad(&format!("≤ {MOST_PLACES}")) });
                    }
                    Ok(found) if found.iter().all(|place| place.exists_in(sets)) => places.extend(found),
                    Ok(_) => {
                        let what = FaultKind::UnknownReference(written.clone());
                        faults.push(Fault { place: file.quoted(written), what });
                    }
                    Err(what) => faults.push(Fault { place: file.quoted(written), what }),
                }
            }
            notes.push(Note { places, text: text.both() });
        }
    }
    notes
}

/// What is written once, by key.
struct Shared<'a> {
    parts: BTreeMap<&'a str, &'a Named>,
    industries: BTreeMap<&'a str, &'a Named>,
    groups: BTreeMap<&'a str, &'a Named>,
    agencies: BTreeMap<&'a str, &'a Named>,
    headings: BTreeMap<&'a str, &'a Named>,
    grounds: BTreeMap<&'a str, &'a SharedGround>,
    criteria: BTreeMap<&'a str, &'a Wording>,
}

impl<'a> Shared<'a> {
    fn gather(own: &'a [(File<'a>, Document)], lent: &'a [(File<'a>, Document)], faults: &mut Vec<Fault>) -> Self {
        Shared {
            parts: table(own, lent, |document| &document.parts, |entry| &entry.0, faults),
            industries: table(own, lent, |document| &document.industries, |entry| &entry.0, faults),
            groups: table(own, lent, |document| &document.groups, |entry| &entry.0, faults),
            agencies: table(own, lent, |document| &document.agencies, |entry| &entry.0, faults),
            headings: table(own, lent, |document| &document.headings, |entry| &entry.0, faults),
            grounds: table(own, lent, |document| &document.grounds, |entry| &entry.id, faults),
            criteria: table(own, lent, |document| &document.criteria, |entry| &entry.key, faults),
        }
    }

    /// The levels and cases of a wording, its own or those of the one it names; else the key that leads nowhere.
    fn levels(&self, wording: &'a Wording) -> Result<(&'a [Pair], &'a [Case]), &'a str> {
        let source = match &wording.levels_of {
            Some(key) if wording.levels.is_empty() && wording.cases.is_empty() => {
                *self.criteria.get(key.as_str()).ok_or(key.as_str())?
            }
            _ => wording,
        };
        Ok((&source.levels, &source.cases))
    }
}

/// A table of everything written once, by key. Among the own entries no key may stand twice; a lent one only fills a
/// gap.
fn table<'a, T>(
    own: &'a [(File<'a>, Document)],
    lent: &'a [(File<'a>, Document)],
    entries: impl Fn(&'a Document) -> &'a [T],
    key: impl Fn(&'a T) -> &'a str,
    faults: &mut Vec<Fault>,
) -> BTreeMap<&'a str, &'a T> {
    let mut table = BTreeMap::new();
    for (file, document) in own {
        for entry in entries(document) {
            let key = key(entry);
            if !table.contains_key(key) {
                table.insert(key, entry);
            } else if faults.len() < MOST_FAULTS {
                let (line, column) = file.entry(key).unwrap_or_default();
                let what = FaultKind::RepeatedId(key.to_owned());
                faults.push(Fault { place: Place::at(file.name, line, column), what });
            }
        }
    }
    for entry in lent.iter().flat_map(|(_, document)| entries(document)) {
        table.entry(key(entry)).or_insert(entry);
    }
    table
}

/// Builds one set and notes what is missing or does not fit.
struct Builder<'a> {
    shared: &'a Shared<'a>,
    set: usize,
    flaws: Vec<Flaw>,
}

impl Builder<'_> {
    fn set(&mut self, sheet: &Sheet) -> ProductSet {
        let path = vec![sheet.no.to_string()];
        let shared = self.shared;
        let agencies: Vec<Both> = sheet.agencies.iter().map(|key| self.named(&shared.agencies, key, &path)).collect();
        let join = |words: fn(&Both) -> &str| agencies.iter().map(words).collect::<Vec<_>>().join("; ");
        ProductSet {
            no: sheet.no,
            name: sheet.name.both(),
            industry: self.named_if_any(&shared.industries, sheet.industry.as_deref(), &path),
            group: self.named_if_any(&shared.groups, sheet.group.as_deref(), &path),
            agency: Both { vi: join(|both| &both.vi), en: join(|both| &both.en) },
            samples: sheet.samples,
            parts: sheet.parts.iter().map(|part| self.part(part, &path)).collect(),
            grounds: sheet.grounds.iter().filter_map(|row| self.ground(row, &path)).collect(),
            unsound: sheet.unsound.as_ref().map(Pair::both),
        }
    }

    fn part(&mut self, rows: &PartRows, path: &[String]) -> Part {
        let path = below(path, &rows.code);
        let shared = self.shared;
        Part {
            code: rows.code.clone(),
            max: rows.max,
            name: self.named(&shared.parts, &rows.code, &path),
            groups: rows.groups.iter().map(|heading| self.group(heading, &path)).collect(),
        }
    }

    fn group(&mut self, heading: &Heading, path: &[String]) -> Group {
        let path = below(path, &heading.code);
        let shared = self.shared;
        let criteria: Vec<Criterion> =
            heading.criteria.iter().map(|row| self.criterion(row, &heading.code, &path)).collect();
        let name = match (&heading.name, &heading.criteria[..]) {
            (Some(key), _) => self.named(&shared.headings, key, &path),
            (None, [row]) if row.code == heading.code => {
                criteria.first().map(|criterion| criterion.name.clone()).unwrap_or_default()
            }
            (None, _) => {
                self.flaw(&path, FaultKind::MissingValue("name".into()));
                stand_in()
            }
        };
        let groups = heading.groups.iter().map(|inner| self.group(inner, &path)).collect();
        Group { code: Code::new(&heading.code), max: heading.max, name, criteria, groups }
    }

    /// A criterion. Where its words are not to be had, stand-ins let everything else about it be judged all the same.
    fn criterion(&mut self, row: &Row, heading: &str, path: &[String]) -> Criterion {
        let path = if row.code == heading { path.to_vec() } else { below(path, &row.code) };
        let wording = row.uses.as_deref().and_then(|key| {
            let found = self.shared.criteria.get(key).copied();
            if found.is_none() {
                self.flaw(&path, FaultKind::UnknownReference(key.to_owned()));
            }
            found
        });
        let lost = row.uses.is_some() && wording.is_none();
        let name = row.name.as_ref().or(wording.map(|wording| &wording.name)).map(Pair::both);
        if name.is_none() && !lost {
            self.flaw(&path, FaultKind::MissingValue("name".into()));
        }
        let (levels, cases) = match self.words(row, wording) {
            Ok((levels, cases)) if texts(levels, cases).len() == row.points.len() => {
                let texts = texts(levels, cases).into_iter().zip(&row.points);
                let level = |((case, text), points): ((_, &Pair), &u16)| level(*points, text.both(), case);
                (texts.map(level).collect(), cases)
            }
            Ok(_) if !lost => {
                self.flaw(&path, Rule::OnePointsPerLevel.broken(&path));
                (vec![level(0, stand_in(), None), level(row.max, stand_in(), None)], &[][..])
            }
            Ok(_) => (stand_ins(&row.points), &[][..]),
            Err(key) => {
                self.flaw(&path, FaultKind::UnknownReference(key.to_owned()));
                (stand_ins(&row.points), &[][..])
            }
        };
        let levels = if levels.len() == row.points.len() { self.minima(row, levels, &path) } else { levels };
        Criterion {
            code: Code::new(&row.code),
            max: row.max,
            name: name.unwrap_or_else(stand_in),
            note: row.note.as_ref().or(wording.and_then(|wording| wording.note.as_ref())).map(Pair::both),
            needs: row.needs.as_deref().map(Code::new),
            cases: cases.iter().map(|case| case.name.both()).collect(),
            levels,
        }
    }

    /// The words of a row's levels and cases, its own or those it uses; else the key that leads nowhere.
    fn words<'r>(&self, row: &'r Row, wording: Option<&'r Wording>) -> Result<(&'r [Pair], &'r [Case]), &'r str>
    where
        Self: 'r,
    {
        let own = !(row.levels.is_empty() && row.cases.is_empty());
        match wording {
            Some(wording) if !own => self.shared.levels(wording),
            _ => Ok((&row.levels, &row.cases)),
        }
    }

    fn minima(&mut self, row: &Row, mut levels: Vec<Level>, path: &[String]) -> Vec<Level> {
        for (star, at) in &row.minima {
            match levels.get_mut(at.place()) {
                None => self.flaw(path, FaultKind::UnknownReference(below(path, &at.to_string()).join("/"))),
                Some(level) if level.minimum_for.is_some() => {
                    self.flaw(path, Rule::OneMinimumPerLevel.broken(path));
                }
                Some(level) => level.minimum_for = Some(*star),
            }
        }
        levels
    }

    fn ground(&mut self, row: &GroundRow, path: &[String]) -> Option<Ground> {
        let shared = self.shared.grounds.get(row.id.as_str());
        let leads_to = row.leads_to.or(shared.map(|shared| shared.leads_to));
        let text = row.text.as_ref().or(shared.map(|shared| &shared.text));
        let (Some(leads_to), Some(text)) = (leads_to, text) else {
            return self.nothing(path, FaultKind::UnknownReference(row.id.clone()));
        };
        Some(Ground { id: row.id.clone(), leads_to, at: row.at.as_deref().map(Code::new), text: text.both() })
    }

    fn named_if_any(&mut self, table: &BTreeMap<&str, &Named>, key: Option<&str>, path: &[String]) -> Both {
        key.map(|key| self.named(table, key, path)).unwrap_or_default()
    }

    fn named(&mut self, table: &BTreeMap<&str, &Named>, key: &str, path: &[String]) -> Both {
        let Some(named) = table.get(key) else {
            self.flaw(path, FaultKind::UnknownReference(key.to_owned()));
            return stand_in();
        };
        named.both()
    }

    /// Notes why something cannot be built.
    fn nothing<T>(&mut self, path: &[String], what: FaultKind) -> Option<T> {
        self.flaw(path, what);
        None
    }

    fn flaw(&mut self, path: &[String], what: FaultKind) {
        self.flaws.push(Flaw { set: Some(self.set), path: path.to_vec(), what });
    }
}

fn level(points: u16, text: Both, case: Option<u8>) -> Level {
    Level { points, text, minimum_for: None, case }
}

/// Words for words that are not there: what lacks them was noted.
fn stand_in() -> Both {
    Both { vi: "?".to_owned(), en: "?".to_owned() }
}

/// Levels worth these points, without words and in an order no rule objects to.
fn stand_ins(points: &[u16]) -> Vec<Level> {
    let mut points = points.to_vec();
    points.sort_unstable();
    points.into_iter().map(|points| level(points, stand_in(), None)).collect()
}

/// Level texts in the order printed, each with the place of its case.
fn texts<'a>(levels: &'a [Pair], cases: &'a [Case]) -> Vec<(Option<u8>, &'a Pair)> {
    let plain = levels.iter().map(|text| (None, text));
    let by_case = (0..).zip(cases).flat_map(|(at, case)| case.levels.iter().map(move |text| (Some(at), text)));
    plain.chain(by_case).collect()
}

fn below(path: &[String], code: &str) -> Vec<String> {
    [path, &[code.to_owned()]].concat()
}
