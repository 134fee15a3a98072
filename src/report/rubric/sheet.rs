//! A product set as a sheet to read, and a rubric's contents: plain lines of a given width, points in one column.
//! Which set is shown, and how wide, is the asker's to say.

use crate::i18n::report::rubric as say;
use crate::i18n::{Lang, number};
use crate::rubric::{
    Both, Consequence, Criterion, Ground, Group, Level, LevelId, Note, Origin, Part, ProductSet, Rubric,
};
use crate::text::{pad, width, wrap};

/// The narrowest sheet, in cells.
pub const NARROWEST: usize = 60;
/// The widest, in cells: longer lines are hard to read.
pub const WIDEST: usize = 110;
/// Where the stars of a minimum stand, in cells.
const STARS: usize = 5;

/// One set of a rubric.
pub fn sheet(lang: Lang, rubric: &Rubric, set: &ProductSet, cells: usize) -> String {
    let mut out = Page::new(lang, cells);
    out.between(0, &say::sheet_of(lang, &rubric.head.decision, set.no), &say::points(lang, rubric.head.total));
    out.words(0, &set.name);
    out.rule('═');
    out.status(rubric);
    if let Some(why) = &set.unsound {
        out.hanging(0, "! ", &say::not_to_choose(lang, lang.of(why)));
    }
    for (label, words) in
        [(say::industry(lang), &set.industry), (say::group(lang), &set.group), (say::agency(lang), &set.agency)]
    {
        if !words.is_empty() && *words != set.name {
            out.hanging(0, &format!("{label}: "), lang.of(words));
        }
    }
    if set.samples {
        out.hanging(0, "", say::samples(lang));
    }
    set.grounds.iter().filter(|ground| ground.at.is_none()).for_each(|ground| out.ground(0, ground));
    rubric.notes_about(set).filter(|note| note.is_only_on(set)).for_each(|note| out.note(0, note));
    if set.criteria().is_empty() {
        out.hanging(0, "", say::no_criteria(lang));
    }
    set.parts.iter().for_each(|part| out.part(rubric, set, part));
    out.blank();
    if !set.minima().is_empty() {
        out.hanging(0, "", say::legend(lang));
    }
    out.provenance(rubric);
    out.text
}

/// What a rubric holds: its head, its sets, and the notes on the whole.
pub fn contents(lang: Lang, rubric: &Rubric, cells: usize) -> String {
    let mut out = Page::new(lang, cells);
    let head = &rubric.head;
    out.between(0, &say::decision(lang, &head.decision), &say::points(lang, head.total));
    out.words(0, &head.title);
    out.rule('═');
    out.status(rubric);
    let bands = &head.bands;
    out.hanging(0, "", &say::bands(lang, bands.three, bands.four, bands.five));
    out.blank();
    let mut last = ("", "");
    for set in &rubric.sets {
        let under = (lang.of(&set.industry), lang.of(&set.group));
        if under != last && !(under.0.is_empty() && under.1.is_empty()) {
            let heading = if under.0 == under.1 || under.1.is_empty() {
                under.0.to_owned()
            } else {
                format!("{} · {}", under.0, under.1)
            };
            out.hanging(0, "", &heading);
        }
        last = under;
        out.hanging(2, &format!("{:>2}  ", set.no), lang.of(&set.name));
        if let Some(why) = &set.unsound {
            out.hanging(6, "! ", &say::not_to_choose(lang, lang.of(why)));
        }
    }
    out.blank();
    rubric.notes_on_the_whole().for_each(|note| out.note(0, note));
    let tied = rubric.notes.iter().filter(|note| !note.places.is_empty()).count();
    if tied > 0 {
        out.hanging(0, "", &say::notes_at_sets(lang, tied));
    }
    out.provenance(rubric);
    out.text
}

struct Page {
    lang: Lang,
    cells: usize,
    text: String,
}

impl Page {
    fn new(lang: Lang, cells: usize) -> Page {
        Page { lang, cells: cells.clamp(NARROWEST, WIDEST), text: String::new() }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn blank(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn rule(&mut self, sign: char) {
        self.line(&sign.to_string().repeat(self.cells));
    }

    /// Words behind a lead, later lines below the first of its words.
    fn hanging(&mut self, indent: usize, lead: &str, words: &str) {
        let behind = indent + width(lead);
        for (at, line) in wrap(words, self.cells.saturating_sub(behind)).iter().enumerate() {
            let before = if at == 0 { format!("{}{lead}", " ".repeat(indent)) } else { " ".repeat(behind) };
            self.line(&format!("{before}{line}"));
        }
    }

    fn words(&mut self, indent: usize, words: &Both) {
        let words = self.lang.of(words).to_owned();
        self.hanging(indent, "", &words);
    }

    /// Words on the left, wrapped, and a short one at the right end of their first line.
    fn between(&mut self, indent: usize, left: &str, right: &str) {
        let code = left.split_once(' ').map_or(0, |(code, _)| width(code) + 1);
        let room = self.cells.saturating_sub(indent + width(right) + 2);
        let mut lines = wrap(left, room);
        // Later lines stand below the name, not below its code.
        if lines.len() > 1 {
            let (code_words, name) = left.split_once(' ').unwrap_or(("", left));
            lines = wrap(name, room.saturating_sub(code));
            lines[0] = format!("{code_words} {}", lines[0]);
            lines[1..].iter_mut().for_each(|line| *line = format!("{}{line}", " ".repeat(code)));
        }
        for (at, line) in lines.iter().enumerate() {
            let right = if at == 0 { right } else { "" };
            self.line(&format!("{}{}  {right}", " ".repeat(indent), pad(line, room)));
        }
    }

    /// What a person must know before relying on the rubric at all.
    fn status(&mut self, rubric: &Rubric) {
        let (lang, head) = (self.lang, &rubric.head);
        if let Some(lapse) = &head.lapsed {
            self.hanging(0, "! ", &say::lapsed(lang, &number::date(&lapse.on), &lapse.replaced_by));
        }
        if let Some(why) = &head.minima_unknown {
            self.hanging(0, "! ", &say::minima_unknown(lang, lang.of(why)));
        }
    }

    /// Decision, article, annex, date; which text prevails; whose words these are.
    fn provenance(&mut self, rubric: &Rubric) {
        let (lang, head) = (self.lang, &rubric.head);
        self.rule('─');
        self.hanging(0, "", &say::in_force(lang, &head.decision, &number::date(&head.in_force)));
        self.words(0, &head.source);
        self.hanging(0, "", say::prevails(lang));
        if head.origin == Origin::File {
            self.hanging(0, "", say::own_file(lang));
        }
        self.hanging(0, "", &say::digest(lang, &head.id, &head.digest));
    }

    fn part(&mut self, rubric: &Rubric, set: &ProductSet, part: &Part) {
        self.blank();
        let lang = self.lang;
        self.between(0, &say::part(lang, &part.code, lang.of(&part.name)), &say::points(lang, part.max));
        self.rule('─');
        part.groups.iter().for_each(|group| self.group(rubric, set, group));
    }

    fn group(&mut self, rubric: &Rubric, set: &ProductSet, group: &Group) {
        let scored = matches!(&group.criteria[..], [one] if one.code == group.code);
        if !scored {
            let lang = self.lang;
            self.between(0, &format!("{} {}", group.code, lang.of(&group.name)), &say::points(lang, group.max));
            rubric.notes.iter().filter(|note| note.is_at(set, &group.code)).for_each(|note| self.note(4, note));
        }
        group.criteria.iter().for_each(|criterion| self.criterion(rubric, set, criterion));
        group.groups.iter().for_each(|inner| self.group(rubric, set, inner));
        if group.groups.is_empty() {
            self.blank();
        }
    }

    fn criterion(&mut self, rubric: &Rubric, set: &ProductSet, criterion: &Criterion) {
        let lang = self.lang;
        let name = format!("{} {}", criterion.code, lang.of(&criterion.name));
        self.between(2, &name, &say::points(lang, criterion.max));
        criterion.note.iter().for_each(|note| self.words(6, note));
        if let Some(needed) = &criterion.needs {
            self.hanging(6, "", &say::needs(lang, needed.as_str()));
        }
        let mut case = None;
        for (id, level) in (0..).map_while(LevelId::at).zip(&criterion.levels) {
            if level.case != case {
                case = level.case;
                self.case(criterion, level);
            }
            self.level(id, level);
        }
        let here = |ground: &&Ground| ground.at.as_ref() == Some(&criterion.code);
        set.grounds.iter().filter(here).for_each(|ground| self.ground(6, ground));
        rubric.notes.iter().filter(|note| note.is_at(set, &criterion.code)).for_each(|note| self.note(6, note));
    }

    fn case(&mut self, criterion: &Criterion, level: &Level) {
        let Some(at) = level.case.map(usize::from) else { return };
        let (Some(letter), Some(name)) = (LevelId::at(at), criterion.cases.get(at)) else { return };
        let lang = self.lang;
        self.hanging(6, "", &say::case(lang, letter.letter(), lang.of(name)));
    }

    fn level(&mut self, id: LevelId, level: &Level) {
        let stars = "★".repeat(level.minimum_for.map_or(0, |star| usize::from(star.number())));
        let words = self.lang.of(&level.text).to_owned();
        self.hanging(6, &format!("{id} {:>3}  {} ", level.points, pad(&stars, STARS)), &words);
    }

    fn ground(&mut self, indent: usize, ground: &Ground) {
        let lang = self.lang;
        let words = lang.of(&ground.text);
        let said = match ground.leads_to {
            Consequence::Reject => say::rejected_if(lang, words),
            Consequence::Stop => say::stopped_if(lang, words),
        };
        self.hanging(indent, "✗ ", &said);
    }

    fn note(&mut self, indent: usize, note: &Note) {
        let lang = self.lang;
        self.hanging(indent, "※ ", &say::remark(lang, lang.of(&note.text)));
    }
}

#[cfg(test)]
mod tests;
