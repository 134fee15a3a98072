//! From the documents of a rubric to the rubric: keys become words, rows become criteria.
//! Whether the result adds up is asked at the end and answered in `rubric::check`.

use std::collections::BTreeMap;

use super::super::check::{self, Flaw, Rule};
use super::super::{Both, Code, Criterion, Ground, Group, Level, Part, ProductSet, Rubric, RubricHead};
use super::{Case, Document, File, GroundRow, Heading, Named, Pair, PartRows, Row, SharedGround, Sheet, Wording};
use crate::text;
use crate::trouble::{Fault, FaultKind, Place};

/// Faults of a rubric that are placed and reported; each costs a search of the text, and more would help nobody.
const MOST_FAULTS: usize = 100;

/// The rubric these files hold together, checked; or what is wrong with them, each with its place.
pub(in crate::rubric) fn assemble(files: &[File<'_>]) -> Result<Rubric, Vec<Fault>> {
    let mut documents = Vec::new();
    let mut faults = Vec::new();
    for file in files {
        match file.read() {
            Ok(document) => documents.push((*file, document)),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let shared = Shared::gather(&documents, &mut faults);
    let head = head(&documents, &mut faults);
    let homes = homes(&documents);
    let mut sets = Vec::new();
    for (at, (home, sheet)) in homes.iter().enumerate() {
        let mut builder = Builder { shared: &shared, set: at, flaws: Vec::new() };
        sets.push(builder.set(sheet));
        let room = MOST_FAULTS.saturating_sub(faults.len());
        faults.extend(builder.flaws.into_iter().take(room).map(|flaw| home.place(flaw)));
    }
    let Some(head) = head.filter(|_| faults.is_empty()) else { return Err(faults) };
    let notes = documents.iter().flat_map(|(_, document)| document.notes.iter().map(Pair::both)).collect();
    let rubric = Rubric { head, sets, notes };
    let whole = documents.iter().find(|(_, document)| document.head.is_some()).map_or("", |(file, _)| file.name);
    let faults: Vec<Fault> = check::flaws(&rubric)
        .into_iter()
        .take(MOST_FAULTS)
        .map(|flaw| match flaw.set.and_then(|at| homes.get(at)) {
            Some((home, _)) => home.place(flaw),
            None => flaw.at(Place::file(whole)),
        })
        .collect();
    if faults.is_empty() { Ok(rubric) } else { Err(faults) }
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
        total: head.total,
        bands: head.bands.clone(),
    })
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
    fn gather(documents: &'a [(File<'a>, Document)], faults: &mut Vec<Fault>) -> Shared<'a> {
        Shared {
            parts: table(documents, |document| &document.parts, |entry| &entry.0, faults),
            industries: table(documents, |document| &document.industries, |entry| &entry.0, faults),
            groups: table(documents, |document| &document.groups, |entry| &entry.0, faults),
            agencies: table(documents, |document| &document.agencies, |entry| &entry.0, faults),
            headings: table(documents, |document| &document.headings, |entry| &entry.0, faults),
            grounds: table(documents, |document| &document.grounds, |entry| &entry.id, faults),
            criteria: table(documents, |document| &document.criteria, |entry| &entry.key, faults),
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

fn table<'a, T>(
    documents: &'a [(File<'a>, Document)],
    entries: impl Fn(&'a Document) -> &'a [T],
    key: impl Fn(&'a T) -> &'a str,
    faults: &mut Vec<Fault>,
) -> BTreeMap<&'a str, &'a T> {
    let mut table = BTreeMap::new();
    for (file, document) in documents {
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
            industry: self.named(&shared.industries, &sheet.industry, &path),
            group: self.named(&shared.groups, &sheet.group, &path),
            agency: Both { vi: join(|both| &both.vi), en: join(|both| &both.en) },
            samples: sheet.samples,
            parts: sheet.parts.iter().map(|part| self.part(part, &path)).collect(),
            grounds: sheet.grounds.iter().filter_map(|row| self.ground(row, &path)).collect(),
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
            heading.criteria.iter().filter_map(|row| self.criterion(row, &heading.code, &path)).collect();
        let name = match (&heading.name, &heading.criteria[..]) {
            (Some(key), _) => self.named(&shared.headings, key, &path),
            (None, [row]) if row.code == heading.code => {
                criteria.first().map(|criterion| criterion.name.clone()).unwrap_or_default()
            }
            (None, _) => {
                self.flaw(&path, FaultKind::MissingValue("name".into()));
                Both::default()
            }
        };
        let groups = heading.groups.iter().map(|inner| self.group(inner, &path)).collect();
        Group { code: Code::new(&heading.code), max: heading.max, name, criteria, groups }
    }

    fn criterion(&mut self, row: &Row, heading: &str, path: &[String]) -> Option<Criterion> {
        let path = if row.code == heading { path.to_vec() } else { below(path, &row.code) };
        let wording = match &row.uses {
            None => None,
            Some(key) => match self.shared.criteria.get(key.as_str()) {
                Some(wording) => Some(*wording),
                None => return self.nothing(&path, FaultKind::UnknownReference(key.clone())),
            },
        };
        let Some(name) = row.name.as_ref().or(wording.map(|wording| &wording.name)) else {
            return self.nothing(&path, FaultKind::MissingValue("name".into()));
        };
        let own = !(row.levels.is_empty() && row.cases.is_empty());
        let (levels, cases) = match wording {
            Some(wording) if !own => match self.shared.levels(wording) {
                Ok(levels) => levels,
                Err(key) => return self.nothing(&path, FaultKind::UnknownReference(key.to_owned())),
            },
            _ => (&row.levels[..], &row.cases[..]),
        };
        let texts = texts(levels, cases);
        if texts.len() != row.points.len() {
            return self.nothing(&path, Rule::OnePointsPerLevel.broken(&path));
        }
        let mut levels: Vec<Level> = texts
            .into_iter()
            .zip(&row.points)
            .map(|((case, text), points)| Level { points: *points, text: text.both(), minimum_for: None, case })
            .collect();
        for (star, at) in &row.minima {
            match levels.get_mut(at.place()) {
                None => {
                    return self.nothing(&path, FaultKind::UnknownReference(below(&path, &at.to_string()).join("/")));
                }
                Some(level) if level.minimum_for.is_some() => {
                    return self.nothing(&path, Rule::OneMinimumPerLevel.broken(&path));
                }
                Some(level) => level.minimum_for = Some(*star),
            }
        }
        Some(Criterion {
            code: Code::new(&row.code),
            max: row.max,
            name: name.both(),
            note: row.note.as_ref().or(wording.and_then(|wording| wording.note.as_ref())).map(Pair::both),
            needs: row.needs.as_deref().map(Code::new),
            cases: cases.iter().map(|case| case.name.both()).collect(),
            levels,
        })
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

    fn named(&mut self, table: &BTreeMap<&str, &Named>, key: &str, path: &[String]) -> Both {
        let Some(named) = table.get(key) else {
            self.flaw(path, FaultKind::UnknownReference(key.to_owned()));
            return Both::default();
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

/// Level texts in the order printed, each with the place of its case.
fn texts<'a>(levels: &'a [Pair], cases: &'a [Case]) -> Vec<(Option<u8>, &'a Pair)> {
    let plain = levels.iter().map(|text| (None, text));
    let by_case = (0..).zip(cases).flat_map(|(at, case)| case.levels.iter().map(move |text| (Some(at), text)));
    plain.chain(by_case).collect()
}

fn below(path: &[String], code: &str) -> Vec<String> {
    [path, &[code.to_owned()]].concat()
}
