//! A rubric as one RON file: where a person begins who writes a rubric of their own or lays the official wording over
//! ours. Read again it is the same rubric; the same rubric always gives the same bytes.

use std::collections::BTreeMap;

use super::keys::{Keys, Levels, Wording, agencies, needs_name};
use crate::i18n::Lang;
use crate::i18n::report::rubric as say;
use crate::rubric::{
    Both, Consequence, Criterion, Ground, Group, LevelId, Note, NotePlace, ProductSet, Rubric, RubricHead,
};
use crate::text::{width, wrap};

/// Longest line that words are written on without being broken up, in cells.
const LINE: usize = 120;
/// Width of a comment, in cells.
const COMMENT: usize = 100;

/// The file, with comments that guide in the language.
pub fn file(lang: Lang, rubric: &Rubric) -> String {
    let keys = Keys::of(rubric);
    let mut out = Writer { lang, text: String::new(), depth: 0 };
    out.comment(&say::file_about(lang, &rubric.head.id));
    out.comment(say::file_pairs(lang));
    out.comment(say::file_check(lang));
    out.block("(", ")", |out| {
        out.line("format: 1,");
        out.head(&rubric.head);
        out.comment(say::file_notes(lang));
        out.block("notes: [", "],", |out| rubric.notes.iter().for_each(|note| out.note(note)));
        out.tables(&keys);
        out.comment(say::file_criteria(lang));
        out.block("criteria: [", "],", |out| out.wordings(&keys));
        out.comment(say::file_sets(lang));
        out.comment(say::file_minima(lang));
        out.block("sets: [", "],", |out| {
            rubric.sets.iter().for_each(|set| out.block("(", "),", |out| out.set(rubric, &keys, set)));
        });
    });
    out.text
}

struct Writer {
    lang: Lang,
    text: String,
    depth: usize,
}

impl Writer {
    fn line(&mut self, line: &str) {
        self.text.extend(std::iter::repeat_n("    ", self.depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, words: &str) {
        wrap(words, COMMENT).iter().for_each(|line| self.line(&format!("// {line}")));
    }

    fn block(&mut self, open: &str, close: &str, inside: impl FnOnce(&mut Writer)) {
        self.line(open);
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line(close);
    }

    /// Words in both languages behind `before`, on one line where they fit.
    fn words(&mut self, before: &str, words: &Both) {
        let line = format!("{before}({:?}, {:?}),", words.vi, words.en);
        if self.depth * 4 + width(&line) <= LINE {
            return self.line(&line);
        }
        self.block(&format!("{before}("), "),", |out| {
            out.line(&format!("{:?},", words.vi));
            out.line(&format!("{:?},", words.en));
        });
    }

    fn head(&mut self, head: &RubricHead) {
        let lang = self.lang;
        self.block("head: (", "),", |out| {
            out.line(&format!("id: {:?},", head.id));
            out.words("title: ", &head.title);
            out.line(&format!("decision: {:?},", head.decision));
            out.comment(say::file_source(lang));
            out.words("source: ", &head.source);
            out.line(&format!("in_force: {:?},", head.in_force));
            out.comment(say::file_current(lang));
            out.line(&format!("current: {},", head.current));
            if let Some(lapse) = &head.lapsed {
                out.line(&format!("lapsed: (on: {:?}, replaced_by: {:?}),", lapse.on, lapse.replaced_by));
            }
            if let Some(why) = &head.minima_unknown {
                out.words("minima_unknown: ", why);
            }
            out.comment(say::file_total(lang));
            out.line(&format!("total: {},", head.total));
            let bands = &head.bands;
            let (two, three, four, five) = (bands.two, bands.three, bands.four, bands.five);
            out.line(&format!("bands: (two: {two}, three: {three}, four: {four}, five: {five}),"));
        });
    }

    fn note(&mut self, note: &Note) {
        self.block("(", "),", |out| {
            let at: Vec<String> = runs(&note.places).iter().map(|place| format!("{place:?}")).collect();
            out.line(&format!("at: [{}],", at.join(", ")));
            out.words("text: ", &note.text);
        });
    }

    fn tables(&mut self, keys: &Keys) {
        self.comment(say::file_tables(self.lang));
        self.table("parts", &keys.parts);
        self.table("industries", &keys.industries.entries);
        self.table("groups", &keys.groups.entries);
        self.table("agencies", &keys.agencies.entries);
        self.table("headings", &keys.headings.entries);
        self.comment(say::file_grounds(self.lang));
        self.block("grounds: [", "],", |out| {
            for ground in &keys.grounds {
                out.block("(", "),", |out| {
                    out.line(&format!("id: {:?},", ground.id));
                    out.ground_words(ground);
                });
            }
        });
    }

    fn ground_words(&mut self, ground: &Ground) {
        let leads_to = match ground.leads_to {
            Consequence::Reject => "Reject",
            Consequence::Stop => "Stop",
        };
        self.line(&format!("leads_to: {leads_to},"));
        self.words("text: ", &ground.text);
    }

    fn table(&mut self, name: &str, entries: &[(String, Both)]) {
        self.block(&format!("{name}: ["), "],", |out| {
            for (key, words) in entries {
                out.line(&format!("({key:?}, {:?}, {:?}),", words.vi, words.en));
            }
        });
    }

    fn wordings(&mut self, keys: &Keys) {
        let mut written: BTreeMap<String, &str> = BTreeMap::new();
        for (key, wording) in &keys.wordings.entries {
            let levels = format!("{:?}", wording.levels);
            let lent = written.get(&levels).copied();
            self.block("(", "),", |out| {
                out.line(&format!("key: {key:?},"));
                out.wording(wording, lent);
            });
            if lent.is_none() {
                written.insert(levels, key);
            }
        }
    }

    fn wording(&mut self, wording: &Wording, lent: Option<&str>) {
        self.words("name: ", &wording.name);
        if let Some(note) = &wording.note {
            self.words("note: ", note);
        }
        let Levels { cases, texts } = &wording.levels;
        match lent {
            Some(key) => self.line(&format!("levels_of: {key:?},")),
            None if cases.is_empty() => {
                self.block("levels: [", "],", |out| texts.iter().for_each(|(_, text)| out.words("", text)));
            }
            None => self.block("cases: [", "],", |out| {
                for (at, name) in (0..).zip(cases) {
                    out.block("(", "),", |out| {
                        out.words("name: ", name);
                        let texts = texts.iter().filter(|(case, _)| *case == Some(at));
                        out.block("levels: [", "],", |out| texts.for_each(|(_, text)| out.words("", text)));
                    });
                }
            }),
        }
    }

    fn set(&mut self, rubric: &Rubric, keys: &Keys, set: &ProductSet) {
        let whole = |place: &NotePlace| place.set == set.no && place.code.is_none();
        self.remarks(rubric, |note| note.places.iter().any(whole));
        self.line(&format!("no: {},", set.no));
        self.words("name: ", &set.name);
        if !set.industry.is_empty() {
            self.line(&format!("industry: {:?},", keys.industries.name(&set.industry)));
        }
        if !set.group.is_empty() {
            self.line(&format!("group: {:?},", keys.groups.name(&set.group)));
        }
        let agencies = agencies(&set.agency);
        if !agencies.is_empty() {
            let names: Vec<String> =
                agencies.iter().map(|agency| format!("{:?}", keys.agencies.name(agency))).collect();
            self.line(&format!("agencies: [{}],", names.join(", ")));
        }
        if set.samples {
            self.line("samples: true,");
        }
        if let Some(why) = &set.unsound {
            self.words("unsound: ", why);
        }
        if !set.grounds.is_empty() {
            self.block("grounds: [", "],", |out| set.grounds.iter().for_each(|ground| out.ground(keys, ground)));
        }
        self.block("parts: [", "],", |out| {
            for part in &set.parts {
                out.block(&format!("(code: {:?}, max: {}, groups: [", part.code, part.max), "]),", |out| {
                    part.groups.iter().for_each(|group| out.group(rubric, keys, set, group));
                });
            }
        });
    }

    fn ground(&mut self, keys: &Keys, ground: &Ground) {
        let at = ground.at.as_ref().map(|code| format!(", at: {:?}", code.as_str())).unwrap_or_default();
        let shared = Ground { at: None, ..ground.clone() };
        if keys.grounds.contains(&shared) {
            return self.line(&format!("(id: {:?}{at}),", ground.id));
        }
        self.block("(", "),", |out| {
            out.line(&format!("id: {:?}{at},", ground.id));
            out.ground_words(ground);
        });
    }

    fn group(&mut self, rubric: &Rubric, keys: &Keys, set: &ProductSet, group: &Group) {
        let scored = matches!(&group.criteria[..], [one] if one.code == group.code);
        if !scored {
            self.remarks(rubric, |note| note.is_at(set, &group.code));
        }
        let name = match needs_name(group) {
            true => format!(", name: {:?}", keys.headings.name(&group.name)),
            false => String::new(),
        };
        let open = format!("(code: {:?}, max: {}{name}", group.code.as_str(), group.max);
        let criteria = |out: &mut Writer| {
            group.criteria.iter().for_each(|criterion| out.criterion(rubric, keys, set, criterion));
        };
        let groups = |out: &mut Writer| group.groups.iter().for_each(|inner| out.group(rubric, keys, set, inner));
        match (group.criteria.is_empty(), group.groups.is_empty()) {
            (_, true) => self.block(&format!("{open}, criteria: ["), "]),", criteria),
            (true, false) => self.block(&format!("{open}, groups: ["), "]),", groups),
            // Only in a set that is not sound.
            (false, false) => self.block(&format!("{open},"), "),", |out| {
                out.block("criteria: [", "],", criteria);
                out.block("groups: [", "],", groups);
            }),
        }
    }

    /// One line: whoever has the signed text settles a blemish by changing it.
    fn criterion(&mut self, rubric: &Rubric, keys: &Keys, set: &ProductSet, criterion: &Criterion) {
        self.remarks(rubric, |note| note.is_at(set, &criterion.code));
        let uses = keys.wordings.name(&Wording::of(criterion));
        let points: Vec<String> = criterion.levels.iter().map(|level| level.points.to_string()).collect();
        let levels = (0..).map_while(LevelId::at).zip(&criterion.levels);
        let minima: Vec<String> =
            levels.filter_map(|(id, level)| Some(format!("({}, '{id}')", level.minimum_for?.number()))).collect();
        let (code, max) = (criterion.code.as_str(), criterion.max);
        let points = format!("(code: {code:?}, max: {max}, uses: {uses:?}, points: [{}]", points.join(", "));
        let minima = (!minima.is_empty()).then(|| format!("minima: [{}]", minima.join(", ")));
        let needs = criterion.needs.as_ref().map(|code| format!("needs: {:?}", code.as_str()));
        let fields: Vec<String> = [points].into_iter().chain(minima).chain(needs).collect();
        self.line(&format!("{}),", fields.join(", ")));
    }

    /// Notes on blemishes, above what they are about.
    fn remarks(&mut self, rubric: &Rubric, about: impl Fn(&Note) -> bool) {
        let lang = self.lang;
        for note in rubric.notes.iter().filter(|note| about(note)) {
            self.comment(&say::remark(lang, lang.of(&note.text)));
        }
    }
}

/// Places as they are written: `5-14/2.1` where the sets of one code stand in a row.
fn runs(places: &[NotePlace]) -> Vec<String> {
    let mut runs: Vec<(&NotePlace, u8)> = Vec::new();
    for place in places {
        match runs.last_mut() {
            Some((first, last)) if first.code == place.code && last.checked_add(1) == Some(place.set) => {
                *last = place.set;
            }
            _ => runs.push((place, place.set)),
        }
    }
    let written = |(first, last): &(&NotePlace, u8)| match &first.code {
        _ if *last == first.set => first.to_string(),
        Some(code) => format!("{}-{last}/{code}", first.set),
        None => format!("{}-{last}", first.set),
    };
    runs.iter().map(written).collect()
}

#[cfg(test)]
mod tests;
