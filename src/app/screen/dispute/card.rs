//! What a dispute card says, line by line: the question, what each answer does to the star, the levels marked in full
//! with who stands on each, notes and evidence, what a round changed. Facts only; no word on who is strict or gave way.

use super::Topic;
use crate::council::{Cell, DisputeKind, Marks, MinimumId, ProductId, Scored, SeatId};
use crate::i18n::{
    Lang, dispute as say, reconcile as say_reconcile, short, two_ways, verdict as say_verdict, why as say_why, words,
};
use crate::rubric::{Code, Criterion, ProductSet};
use crate::session::{Change, Session, Thing};
use crate::text::{cut, pad, width, wrap};
use crate::verdict::Verdict;

/// Rows above the card's lines: its number with the clock, and a rule.
pub const HEAD: usize = 2;
/// From so many columns the members stand beside the levels.
pub const ROOMY: usize = 110;
/// Columns of the right side.
pub const RIGHT: usize = 46;
/// Most criteria named where totals are apart.
const FARTHEST: usize = 8;
/// Longest bar of a level.
const BAR: usize = 15;

/// A card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Its lines; in a narrow window all of them.
    pub left: Vec<Line>,
    /// What stands beside them in a wide one.
    pub right: Vec<Line>,
}

/// A line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is for.
    pub kind: Kind,
    /// Its words, wrapped already.
    pub text: String,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The question.
    Question,
    /// What an answer leads to.
    Outcome,
    /// A heading.
    Heading,
    /// A level, with how many chose it and who.
    Level,
    /// The edge of a minimum.
    Edge,
    /// Plain words.
    Words,
    /// Less important words.
    Aside,
    /// A change by the last round.
    Changed,
}

impl Card {
    /// The card of a thing to discuss; of one that is gone, what the last round changed.
    pub fn of(lang: Lang, session: &Session, product: &ProductId, topic: Option<&Topic>, cells: usize) -> Card {
        let wide = cells >= ROOMY;
        let left = if wide { cells - RIGHT - 7 } else { cells.saturating_sub(4) };
        let writer = Writer { lang, session, product, verdict: session.verdict(product), cells: left };
        let mut card = Card::default();
        let Some(topic) = topic else {
            writer.put(&mut card.left, Kind::Question, say::gone(lang));
            writer.changed(&mut card.left, None);
            return card;
        };
        writer.topic(&mut card.left, topic);
        let beside = Writer { cells: if wide { RIGHT } else { left }, ..writer };
        let mut members = Vec::new();
        if let Some(code) = topic.criteria().first().filter(|_| topic.criteria().len() == 1) {
            if wide {
                beside.members(&mut members, code);
            } else {
                beside.notes(&mut members, code);
            }
            beside.changed(&mut members, Some(code));
        } else {
            beside.changed(&mut members, None);
        }
        if wide {
            card.right = members;
        } else {
            if !members.is_empty() {
                card.left.push(Line { kind: Kind::Words, text: String::new() });
            }
            card.left.extend(members);
        }
        card
    }
}

/// Writes lines of a card.
#[derive(Clone)]
struct Writer<'a> {
    lang: Lang,
    session: &'a Session,
    product: &'a ProductId,
    verdict: Option<std::sync::Arc<Verdict>>,
    cells: usize,
}

impl Writer<'_> {
    fn put(&self, lines: &mut Vec<Line>, kind: Kind, text: &str) {
        self.put_from(lines, kind, 0, text);
    }

    /// As [`Writer::put`], set in by so many cells.
    fn put_from(&self, lines: &mut Vec<Line>, kind: Kind, indent: usize, text: &str) {
        let room = self.cells.saturating_sub(indent).max(8);
        let wrapped = wrap(text, room).into_iter();
        lines.extend(wrapped.map(|line| Line { kind, text: format!("{}{line}", " ".repeat(indent)) }));
    }

    fn gap(lines: &mut Vec<Line>) {
        lines.push(Line { kind: Kind::Words, text: String::new() });
    }

    fn name(&self, seat: &SeatId) -> String {
        self.session.seat(seat).map_or_else(|| seat.to_string(), |seat| short::title(self.lang, &seat))
    }

    fn names(&self, seats: &[SeatId]) -> String {
        // Titles of offices have commas of their own.
        seats.iter().map(|seat| self.name(seat)).collect::<Vec<_>>().join("; ")
    }

    fn topic(&self, lines: &mut Vec<Line>, topic: &Topic) {
        let lang = self.lang;
        match topic {
            Topic::Ground { seat, ground, words, .. } => {
                self.put(lines, Kind::Question, &say::ask_ground(lang, &self.name(seat)));
                let set = self.session.set(self.product);
                if let Some(named) = set.as_ref().and_then(|set| set.ground(ground)) {
                    self.put(lines, Kind::Outcome, lang.of(&named.text));
                }
                self.put(lines, Kind::Words, words);
                self.put(lines, Kind::Aside, say_reconcile::ground_means(lang));
            }
            Topic::Splits(_) => {
                self.put(lines, Kind::Question, say::ask_splits(lang));
                let minima = topic.minima();
                let found = self.verdict.iter().flat_map(|verdict| &verdict.minima);
                for finding in found.filter(|finding| minima.contains(&finding.minimum)) {
                    self.put_from(lines, Kind::Words, 2, &say_verdict::split_line(lang, finding));
                }
                self.put(lines, Kind::Aside, say_reconcile::splits_means(lang));
            }
            Topic::Thing(thing) => self.thing(lines, topic, thing),
        }
    }

    fn thing(&self, lines: &mut Vec<Line>, topic: &Topic, thing: &Thing) {
        let lang = self.lang;
        match thing.key.kind {
            DisputeKind::MinimumSplit => {
                for minimum in topic.minima() {
                    self.minimum(lines, &minimum);
                }
            }
            DisputeKind::CriterionSpread => {
                let (Some(code), Some(set)) = (&thing.key.criterion, self.session.set(self.product)) else { return };
                let name = set.criterion(code).map(|criterion| lang.of(&criterion.name)).unwrap_or_default();
                self.put(lines, Kind::Question, &say::ask_criterion(lang, code.as_str(), name, thing.size));
                self.ends(lines, thing);
                self.levels(lines, &set, code, None);
            }
            DisputeKind::Spread => {
                let limit = self.session.charter().rules.widest_spread();
                self.put(lines, Kind::Question, &say::ask_spread(lang, thing.size, limit));
                self.ends(lines, thing);
                self.apart(lines);
                self.stability(lines);
            }
            DisputeKind::Outlier => {
                let totals = self.verdict.iter().flat_map(|verdict| &verdict.sheets);
                for sheet in totals.filter(|sheet| thing.seats.contains(&sheet.seat)) {
                    let asked = say::ask_outlier(lang, &self.name(&sheet.seat), sheet.total, thing.size);
                    self.put(lines, Kind::Question, &asked);
                }
                self.ends(lines, thing);
                self.put(lines, Kind::Aside, say_reconcile::outlier_means(lang));
                self.stability(lines);
            }
            DisputeKind::StarDiffers => {
                let hangs = self.verdict.iter().any(|verdict| !verdict.stability.without.is_empty());
                let asked = if hangs { say::ask_star_hangs } else { say::ask_star_alone };
                self.put(lines, Kind::Question, asked(lang));
                self.put(lines, Kind::Outcome, &say::these_sheets(lang, &self.names(&thing.seats)));
                self.ends(lines, thing);
                self.stability(lines);
                self.put(lines, Kind::Aside, say_reconcile::star_means(lang));
            }
            DisputeKind::Late | DisputeKind::Conflict | DisputeKind::Contested => {
                let who = |seats: &[SeatId]| self.names(seats);
                let asked = say_reconcile::thing(lang, thing, self.verdict.as_deref(), who);
                self.put(lines, Kind::Question, &asked);
                let phase = self.session.phase(self.product).name();
                if let Some(means) = say_reconcile::beside(lang, thing, phase) {
                    self.put(lines, Kind::Words, means);
                }
                self.ways(lines, topic);
            }
        }
    }

    /// Each of the decisions or rulings that differ, with who made it; then the question that is to be ruled on once more.
    fn ways(&self, lines: &mut Vec<Line>, topic: &Topic) {
        for way in two_ways::told(self.lang, self.session, &topic.ways(self.session, self.product)) {
            self.put(lines, Kind::Outcome, &format!("· {way}"));
        }
        for minimum in topic.minima() {
            Writer::gap(lines);
            self.minimum(lines, &minimum);
        }
    }

    /// What the thing does to the star at either end of the marks given.
    fn ends(&self, lines: &mut Vec<Line>, thing: &Thing) {
        if let Some(prospect) = self.session.prospect(self.product, &thing.key) {
            for sentence in say::ends(self.lang, prospect) {
                self.put(lines, Kind::Outcome, &sentence);
            }
        }
    }

    /// A minimum on which the sheets differ: the question, both answers, the rule's own, then the levels.
    fn minimum(&self, lines: &mut Vec<Line>, minimum: &MinimumId) {
        let lang = self.lang;
        let (Some(verdict), Some(set)) = (&self.verdict, self.session.set(self.product)) else { return };
        let Some(found) = verdict.minima.iter().find(|found| found.minimum == *minimum) else { return };
        let code = &minimum.criterion;
        let name = set.criterion(code).map(|criterion| lang.of(&criterion.name)).unwrap_or_default();
        let star = minimum.star.to_string();
        self.put(lines, Kind::Question, &say::ask_minimum(lang, code.as_str(), name, &star, found.points));
        let then = |met| {
            let then = self.session.with_ruling(self.product, minimum, met);
            then.map(|then| say_verdict::outcome(lang, &then)).unwrap_or_default()
        };
        self.put(lines, Kind::Outcome, &say::met_then(lang, &then(true)));
        self.put(lines, Kind::Outcome, &say::not_then(lang, &then(false)));
        let by_rule = if found.by_rule { say::by_rule_met } else { say::by_rule_not };
        self.put(lines, Kind::Aside, &by_rule(lang, found.met_by, found.of));
        self.levels(lines, &set, code, Some((found.points, &star)));
    }

    /// Who stands on each level that was marked, highest first, with the level's words in full; the edge of a minimum
    /// between those that reach it and those that do not.
    fn levels(&self, lines: &mut Vec<Line>, set: &ProductSet, code: &Code, minimum: Option<(u16, &str)>) {
        let Some(criterion) = set.criterion(code) else { return };
        Writer::gap(lines);
        self.put(lines, Kind::Heading, say::heading_levels(self.lang));
        let mut marked: Vec<(Scored, Vec<SeatId>)> = Vec::new();
        for (seat, marks) in self.session.counted(self.product) {
            let scored = marks.scored_on(set, criterion);
            match marked.iter_mut().find(|(other, _)| *other == scored) {
                Some((_, seats)) => seats.push(seat),
                None => marked.push((scored, vec![seat])),
            }
        }
        marked.sort_by_key(|(scored, _)| std::cmp::Reverse((scored.points(), *scored != Scored::NoneMet)));
        let reaches = |scored: &Scored, least: u16| scored.points().unwrap_or(0) >= least;
        let longest = marked.iter().map(|(_, seats)| seats.len().min(BAR)).max().unwrap_or(0);
        for (at, (scored, seats)) in marked.iter().enumerate() {
            if let Some((least, star)) = minimum
                && !reaches(scored, least)
                && (at == 0 || reaches(&marked[at - 1].0, least))
            {
                self.edge(lines, star);
            }
            let value = match scored {
                Scored::Level(_, points) => say::points(self.lang, *points),
                other => say_why::value(self.lang, *other),
            };
            let bar = "█".repeat(seats.len().min(BAR)) + &" ".repeat(longest - seats.len().min(BAR));
            let head = format!("{value:<7} {bar} {:>2}  ", seats.len());
            let indent = width(&head);
            let mut who = wrap(&self.names(seats), self.cells.saturating_sub(indent).max(12)).into_iter();
            lines.push(Line { kind: Kind::Level, text: format!("{head}{}", who.next().unwrap_or_default()) });
            lines.extend(who.map(|more| Line { kind: Kind::Level, text: format!("{}{more}", " ".repeat(indent)) }));
            self.put_from(lines, Kind::Words, 2, &self.level_words(criterion, *scored));
        }
    }

    fn level_words(&self, criterion: &Criterion, scored: Scored) -> String {
        match scored {
            Scored::Level(id, _) => {
                criterion.level(id).map(|level| self.lang.of(&level.text).to_owned()).unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    fn edge(&self, lines: &mut Vec<Line>, star: &str) {
        let words = format!("▲ {} ", say::from_here(self.lang, star));
        let rest = self.cells.saturating_sub(width(&words)).min(40);
        lines.push(Line { kind: Kind::Edge, text: words + &"─".repeat(rest) });
    }

    /// The lowest and the highest sheet, and the criteria on which they are furthest apart.
    fn apart(&self, lines: &mut Vec<Line>) {
        let lang = self.lang;
        let (Some(verdict), Some(set)) = (&self.verdict, self.session.set(self.product)) else { return };
        let low = verdict.sheets.iter().min_by_key(|sheet| sheet.total);
        let high = verdict.sheets.iter().rev().max_by_key(|sheet| sheet.total);
        let (Some(low), Some(high)) = (low, high) else { return };
        self.put(lines, Kind::Outcome, &say::lowest(lang, &self.name(&low.seat), low.total));
        self.put(lines, Kind::Outcome, &say::highest(lang, &self.name(&high.seat), high.total));
        let counted = self.session.counted(self.product);
        let points =
            |seat: &SeatId| counted.iter().find(|(other, _)| other == seat).map(|(_, marks)| marks.points(&set));
        let (Some(least), Some(most)) = (points(&low.seat), points(&high.seat)) else { return };
        let mut apart: Vec<(&Criterion, u16, u16)> = set
            .criteria()
            .into_iter()
            .zip(least.iter().zip(&most))
            .map(|(criterion, (a, b))| (criterion, a.unwrap_or(0), b.unwrap_or(0)))
            .filter(|(_, a, b)| a != b)
            .collect();
        apart.sort_by_key(|(_, a, b)| std::cmp::Reverse(a.abs_diff(*b)));
        Writer::gap(lines);
        self.put(lines, Kind::Heading, say::heading_apart(lang));
        let points = |a: &u16, b: &u16| usize::from(a.abs_diff(*b)).min(BAR);
        let longest = apart.iter().map(|(_, a, b)| points(a, b)).max().unwrap_or(0);
        for (criterion, a, b) in apart.iter().take(FARTHEST) {
            let bar = pad(&"█".repeat(points(a, b)), longest);
            let line = say::apart_line(lang, criterion.code.as_str(), lang.of(&criterion.name), *a, *b);
            let room = self.cells.saturating_sub(longest + 2);
            lines.push(Line { kind: Kind::Words, text: format!("{bar}  {}", cut(&line, room)) });
        }
        if apart.len() > FARTHEST {
            self.put_from(lines, Kind::Aside, 2, &say::apart_more(lang, apart.len() - FARTHEST));
        }
    }

    fn stability(&self, lines: &mut Vec<Line>) {
        let Some(verdict) = &self.verdict else { return };
        Writer::gap(lines);
        for sentence in say_verdict::stability(self.lang, verdict, |seats| self.names(seats)) {
            self.put(lines, Kind::Words, &sentence);
        }
    }

    fn cells_of(&self, code: &Code) -> Vec<(SeatId, Scored, Cell)> {
        let Some(set) = self.session.set(self.product) else { return Vec::new() };
        let of = |(seat, marks): (SeatId, &Marks)| (seat, marks.scored(&set, code), marks.cell(code));
        self.session.counted(self.product).into_iter().map(of).collect()
    }

    /// Every member with the mark, note and evidence.
    fn members(&self, lines: &mut Vec<Line>, code: &Code) {
        self.put(lines, Kind::Heading, say::heading_members(self.lang));
        for (seat, scored, cell) in self.cells_of(code) {
            let value = match scored {
                Scored::Level(_, points) => say::points(self.lang, points),
                other => say_why::value(self.lang, other),
            };
            self.put(lines, Kind::Level, &say::member(self.lang, &self.name(&seat), &value));
            self.words_of(lines, &cell);
        }
    }

    /// The members that left a note or named evidence.
    fn notes(&self, lines: &mut Vec<Line>, code: &Code) {
        self.put(lines, Kind::Heading, say::heading_notes(self.lang));
        let mut any = false;
        for (seat, scored, cell) in self.cells_of(code) {
            if cell.note.is_empty() && cell.evidence.is_empty() {
                continue;
            }
            any = true;
            let member = say::member(self.lang, &self.name(&seat), &say_why::value(self.lang, scored));
            self.put(lines, Kind::Level, &member);
            self.words_of(lines, &cell);
        }
        if !any {
            self.put(lines, Kind::Aside, say::no_notes(self.lang));
        }
    }

    fn words_of(&self, lines: &mut Vec<Line>, cell: &Cell) {
        if !cell.note.is_empty() {
            self.put_from(lines, Kind::Words, 2, &say::note(self.lang, &cell.note.replace('\n', " ")));
        }
        if !cell.evidence.is_empty() {
            self.put_from(lines, Kind::Words, 2, &say::evidence(self.lang, &cell.evidence.replace('\n', " ")));
        }
        if cell.unsure {
            self.put_from(lines, Kind::Aside, 2, words::unsure(self.lang));
        }
    }

    /// What the last round changed, on one criterion or on all.
    fn changed(&self, lines: &mut Vec<Line>, only: Option<&Code>) {
        let lang = self.lang;
        let about = |change: &Change| only.is_none_or(|code| change.criterion == *code);
        let changes: Vec<Change> = self.session.changes(self.product).into_iter().filter(about).collect();
        if changes.is_empty() {
            return;
        }
        Writer::gap(lines);
        self.put(lines, Kind::Heading, say::heading_changed(lang));
        for change in &changes {
            let (before, after) = (say_why::value(lang, change.before), say_why::value(lang, change.after));
            let seat = self.name(&change.seat);
            let line = match only {
                Some(_) => say::changed(lang, &seat, &before, &after),
                None => say::changed_on(lang, &seat, change.criterion.as_str(), &before, &after),
            };
            self.put(lines, Kind::Changed, &line);
        }
        if let (Some(before), Some(after)) = (self.session.verdict_before(self.product), &self.verdict) {
            let mean = |verdict: &Verdict| say_verdict::mean(lang, self.session, verdict);
            self.put(lines, Kind::Changed, &say::mean_changed(lang, &mean(&before), &mean(after)));
        }
    }
}
