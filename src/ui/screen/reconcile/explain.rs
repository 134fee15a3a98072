//! Explaining the thing chosen: what it would do to the star, who stands where, the levels in full, what settles it.
//! Facts only: no word on who is strict or who gave way.

use ratatui::layout::Rect;

use super::{Topic, View};
use crate::app::flips::Sought;
use crate::app::screen::reconcile::Rows;
use crate::council::{DisputeKey, DisputeKind, MinimumId, Scored, SeatId};
use crate::i18n::{agenda, reconcile as say, two_ways, verdict as say_verdict, words};
use crate::rubric::{Code, Criterion};
use crate::session::{Thing, ThingState};
use crate::text::wrap;
use crate::ui::{Page, Role};

/// Most criteria named below a spread.
const FARTHEST: usize = 5;

pub(super) fn draw(page: &mut Page<'_, '_>, view: &View<'_>, area: Rect) {
    let Some(topic) = view.chosen() else {
        let lines = stability(view);
        return put(page, view, area, lines);
    };
    let lines = match topic {
        Topic::Ground { ground, words, .. } => raised(view, ground, words),
        Topic::Splits(_) => splits(view, &topic.minima()),
        Topic::Thing(thing) => of_thing(view, topic, thing),
    };
    put(page, view, area, lines);
}

type Lines = Vec<(Role, String)>;

/// Wraps the lines and draws those that fit from where it is scrolled to.
fn put(page: &mut Page<'_, '_>, view: &View<'_>, area: Rect, lines: Lines) {
    let width = usize::from(area.width).saturating_sub(1);
    let wrapped: Lines = lines
        .into_iter()
        .flat_map(|(role, text)| wrap(&text, width).into_iter().map(move |line| (role, line)))
        .collect();
    let rows = usize::from(area.height);
    let wanted = if view.state.rows() == Rows::Differing { view.state.scrolled() } else { 0 };
    let top = wanted.min(wrapped.len().saturating_sub(rows));
    for (row, (role, line)) in wrapped.iter().skip(top).take(rows).enumerate() {
        page.put(area, row, &[(*role, line)]);
    }
    if top + rows < wrapped.len() {
        page.put_right(area, rows.saturating_sub(1), &[(Role::Key, "▼")]);
    }
    if top > 0 {
        page.put_right(area, 0, &[(Role::Key, "▲")]);
    }
}

fn raised(view: &View<'_>, ground: &str, words: &str) -> Lines {
    let set = view.session.set(view.product);
    let named = set.as_ref().and_then(|set| set.ground(ground)).map(|found| view.lang.of(&found.text).to_owned());
    let mut lines: Lines = named.into_iter().map(|text| (Role::Own, text)).collect();
    if !words.is_empty() {
        lines.push((Role::Plain, words.to_owned()));
    }
    lines.push((Role::Dim, say::ground_means(view.lang).to_owned()));
    lines
}

fn splits(view: &View<'_>, minima: &[MinimumId]) -> Lines {
    let mut lines: Lines = minima
        .iter()
        .filter_map(|minimum| view.verdict?.minima.iter().find(|found| found.minimum == *minimum))
        .map(|found| (Role::Plain, say_verdict::split_line(view.lang, found)))
        .collect();
    lines.push((Role::Dim, say::splits_means(view.lang).to_owned()));
    lines
}

fn of_thing(view: &View<'_>, topic: &Topic, thing: &Thing) -> Lines {
    let lang = view.lang;
    let mut lines = match thing.key.kind {
        DisputeKind::MinimumSplit => topic.minima().iter().flat_map(|minimum| split(view, thing, minimum)).collect(),
        DisputeKind::Spread => spread(view),
        DisputeKind::CriterionSpread => thing.key.criterion.as_ref().map(|code| marks(view, code)).unwrap_or_default(),
        DisputeKind::StarDiffers => vec![(Role::Dim, say::star_means(lang).to_owned())],
        DisputeKind::Outlier => {
            let mut lines = totals(view, &thing.seats);
            lines.push((Role::Dim, say::outlier_means(lang).to_owned()));
            lines
        }
        DisputeKind::Late | DisputeKind::Conflict | DisputeKind::Contested => {
            let means = say::beside(lang, thing, view.session.phase(view.product).name());
            let mut lines: Lines = means.into_iter().map(|means| (Role::Plain, means.to_owned())).collect();
            lines.extend(decisions(view, topic));
            lines
        }
    };
    if let Some(reason) = reason(view, &thing.key, thing.state) {
        lines.insert(0, (Role::Good, reason));
    }
    if matches!(thing.key.kind, DisputeKind::MinimumSplit | DisputeKind::Spread | DisputeKind::StarDiffers) {
        lines.extend(stability(view));
    }
    lines
}

/// Decisions or rulings that differ: each in words, with who presided and when.
fn decisions(view: &View<'_>, topic: &Topic) -> Lines {
    let who = |seat: &SeatId| view.who(std::slice::from_ref(seat));
    let ways = two_ways::ways(view.lang, view.session, &topic.ways(view.session, view.product), &who);
    ways.into_iter().map(|way| (Role::Own, format!("· {way}"))).collect()
}

/// What settled a thing, with the reason given.
fn reason(view: &View<'_>, key: &DisputeKey, state: ThingState) -> Option<String> {
    let reveal = view.session.phase(view.product).reveal()?;
    let id = match state {
        ThingState::Accepted => view.session.acceptances(reveal).into_iter().find(|(_, other)| other == key)?.0,
        ThingState::Ruled => {
            let of = |minimum: &MinimumId| {
                Some(&minimum.criterion) == key.criterion.as_ref() && Some(minimum.star) == key.star
            };
            view.session.rulings(reveal).into_iter().find(|(_, minimum)| of(minimum))?.0
        }
        ThingState::Rescored => return Some(say::state(view.lang, state).to_owned()),
        ThingState::Open => return None,
    };
    let reason = view.session.reason_of(id)?;
    let said = [words::reason(view.lang, reason.kind), reason.words.as_str()].join(" ");
    Some(say::reason(view.lang, say::state(view.lang, state), said.trim_end()))
}

/// A split on a minimum: what either ruling leads to, who stands where, the levels.
fn split(view: &View<'_>, thing: &Thing, minimum: &MinimumId) -> Lines {
    let lang = view.lang;
    let code = minimum.criterion.as_str();
    let then = |met| {
        let then = view.session.with_ruling(view.product, minimum, met);
        then.map(|then| say_verdict::outcome(lang, &then)).unwrap_or_default()
    };
    let mut lines: Lines = Vec::new();
    if thing.state != ThingState::Ruled {
        lines.push((Role::Own, say::if_met(lang, code, &then(true))));
        lines.push((Role::Own, say::if_not(lang, code, &then(false))));
    }
    let Some(found) = view.verdict.and_then(|verdict| verdict.minima.iter().find(|found| found.minimum == *minimum))
    else {
        return lines;
    };
    let set = view.session.set(view.product);
    let name = set.as_ref().and_then(|set| set.criterion(&minimum.criterion)).map(|found| lang.of(&found.name));
    let star = minimum.star.to_string();
    lines.push((Role::Heading, say::minimum_is(lang, code, name.unwrap_or_default(), &star, found.points)));
    let (yes, no): (Vec<_>, Vec<_>) =
        points(view, &minimum.criterion).into_iter().partition(|(_, points)| *points >= found.points);
    let side = |side: &[(SeatId, u16)]| view.who(&side.iter().map(|(seat, _)| seat.clone()).collect::<Vec<_>>());
    lines.push((Role::Plain, say::yes_side(lang, yes.len(), &side(&yes))));
    lines.push((Role::Plain, say::no_side(lang, no.len(), &side(&no))));
    if thing.state == ThingState::Open {
        let by_rule = if found.by_rule { say_verdict::met(lang) } else { say_verdict::not_met(lang) };
        lines.push((Role::Dim, say::rule_says(lang, by_rule)));
    }
    lines.extend(levels(view, &minimum.criterion, Some(found.points)));
    lines
}

/// Points of every counted sheet on a criterion.
fn points(view: &View<'_>, code: &Code) -> Vec<(SeatId, u16)> {
    scored(view, code).into_iter().map(|(seat, scored)| (seat, scored.points().unwrap_or(0))).collect()
}

fn scored(view: &View<'_>, code: &Code) -> Vec<(SeatId, Scored)> {
    let Some(set) = view.session.set(view.product) else { return Vec::new() };
    view.session.counted(view.product).into_iter().map(|(seat, marks)| (seat, marks.scored(&set, code))).collect()
}

/// Who marks what on a criterion, highest first, and the levels at both ends in full.
fn marks(view: &View<'_>, code: &Code) -> Lines {
    let lang = view.lang;
    let set = view.session.set(view.product);
    let name = set.as_ref().and_then(|set| set.criterion(code)).map(|found| lang.of(&found.name).to_owned());
    let mut lines = vec![(Role::Heading, format!("{code} {}", name.unwrap_or_default()))];
    let mut kinds: Vec<(Scored, Vec<SeatId>)> = Vec::new();
    for (seat, scored) in scored(view, code) {
        match kinds.iter_mut().find(|(other, _)| *other == scored) {
            Some((_, seats)) => seats.push(seat),
            None => kinds.push((scored, vec![seat])),
        }
    }
    kinds.sort_by_key(|(scored, _)| std::cmp::Reverse(scored.points()));
    lines.extend(kinds.iter().map(|(scored, seats)| {
        let who = view.who(seats);
        let line = match scored {
            Scored::NoneMet => say::none_met_by(lang, &who),
            other => say::who_marks(lang, &other.points().unwrap_or(0).to_string(), &who),
        };
        (Role::Plain, line)
    }));
    lines.extend(levels(view, code, None));
    lines
}

/// The levels at both ends of what was marked, in full; the level that a minimum asks for before them.
fn levels(view: &View<'_>, code: &Code, minimum: Option<u16>) -> Lines {
    let Some(set) = view.session.set(view.product) else { return Vec::new() };
    let Some(criterion) = set.criterion(code) else { return Vec::new() };
    let mut chosen: Vec<Scored> = scored(view, code).into_iter().map(|(_, scored)| scored).collect();
    chosen.sort_by_key(|scored| scored.points());
    let (Some(low), Some(high)) = (chosen.first(), chosen.last()) else { return Vec::new() };
    let least = minimum.and_then(|points| {
        let id = criterion.worth(points).first().copied()?;
        Some(Scored::Level(id, points))
    });
    let mut told: Vec<Scored> = least.into_iter().chain([*low, *high]).collect();
    let mut seen: Vec<Scored> = Vec::new();
    told.retain(|scored| {
        let new = !seen.contains(scored);
        seen.push(*scored);
        new
    });
    told.into_iter().map(|scored| level(view, criterion, scored)).collect()
}

fn level(view: &View<'_>, criterion: &Criterion, scored: Scored) -> (Role, String) {
    let lang = view.lang;
    let text = match scored {
        Scored::Level(id, points) => criterion.level(id).map_or_else(String::new, |level| {
            let text = lang.of(&level.text);
            match level.minimum_for {
                Some(star) => say::level_star(lang, points, &star.to_string(), text),
                None => say::level(lang, points, text),
            }
        }),
        Scored::NoneMet => say::level(lang, 0, words::none_met(lang)),
        Scored::NotApplicable => say::level(lang, 0, words::not_applicable(lang)),
        Scored::Unscored => words::not_scored(lang).to_owned(),
    };
    (Role::Plain, text)
}

/// A spread: the rule, and the criteria on which the two ends are furthest apart.
fn spread(view: &View<'_>) -> Lines {
    let lang = view.lang;
    let limit = view.session.charter().rules.widest_spread();
    let mut lines = vec![(Role::Dim, say::spread_means(lang, limit))];
    let Some(verdict) = view.verdict else { return lines };
    let low = verdict.sheets.iter().min_by_key(|sheet| sheet.total).map(|sheet| sheet.seat.clone());
    let high = verdict.sheets.iter().rev().max_by_key(|sheet| sheet.total).map(|sheet| sheet.seat.clone());
    let (Some(low), Some(high), Some(set)) = (low, high, view.session.set(view.product)) else { return lines };
    let counted = view.session.counted(view.product);
    let sheet = |seat: &SeatId| counted.iter().find(|(other, _)| other == seat).map(|(_, marks)| marks.points(&set));
    let (Some(least), Some(most)) = (sheet(&low), sheet(&high)) else { return lines };
    let mut apart: Vec<(usize, u16, u16)> = least
        .iter()
        .zip(&most)
        .enumerate()
        .map(|(at, (a, b))| (at, a.unwrap_or(0), b.unwrap_or(0)))
        .filter(|(_, a, b)| a != b)
        .collect();
    apart.sort_by_key(|(at, a, b)| (std::cmp::Reverse(a.abs_diff(*b)), *at));
    lines.push((Role::Plain, say::spread_parts(lang).to_owned()));
    let criteria = set.criteria();
    let who = |seat: &SeatId| view.who(std::slice::from_ref(seat));
    lines.extend(apart.into_iter().take(FARTHEST).map(|(at, a, b)| {
        (Role::Plain, say::part_line(lang, criteria[at].code.as_str(), &who(&low), a, &who(&high), b))
    }));
    lines
}

fn totals(view: &View<'_>, seats: &[SeatId]) -> Lines {
    let Some(verdict) = view.verdict else { return Vec::new() };
    let sheets = verdict.sheets.iter().filter(|sheet| seats.contains(&sheet.seat));
    sheets
        .map(|sheet| {
            let who = view.who(std::slice::from_ref(&sheet.seat));
            (Role::Plain, say::who_marks(view.lang, &sheet.total.to_string(), &who))
        })
        .collect()
}

/// Is this star safe? What is open could do, what happens without some sheets, the smallest change that flips it.
fn stability(view: &View<'_>) -> Lines {
    let Some(verdict) = view.verdict else { return Vec::new() };
    let open = match view.session.open_outcomes(view.product) {
        Some(open) => Some(agenda::open(view.lang, open)).filter(|_| !view.topics.is_empty()),
        None => Some(agenda::figures_open(view.lang).to_owned()),
    };
    let mut sentences: Vec<String> = open.into_iter().collect();
    sentences.extend(say_verdict::stability(view.lang, verdict, |seats| view.who(seats)));
    let mut lines: Lines = sentences.into_iter().map(|sentence| (Role::Plain, sentence)).collect();
    match view.flips {
        Sought::Nothing => {}
        Sought::Working => lines.push((Role::Dim, agenda::working(view.lang).to_owned())),
        Sought::Found(flips) => {
            let who = |seat: &SeatId| view.who(std::slice::from_ref(seat));
            lines.extend(agenda::flips(view.lang, flips, who).into_iter().map(|said| (Role::Plain, said)));
        }
    }
    lines
}
