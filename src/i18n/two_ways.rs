//! What stands in two ways since copies met: the matter, each way with who recorded it and when, and the key that settles
//! it. The ways out in general, for lists without keys, stand in `carry`.

use super::number::{self, clock};
use super::{Lang, carry, history, short, verdict as say_verdict, why as say_why, words};
use crate::council::{
    Act, Author, Content, DeskAct, Entry, EntryId, Forward, MinimumId, ProductField, ProductId, ResultLine, SeatAct,
    SeatId,
};
use crate::session::{PhaseName, Problem, ProblemKind, Session, TwoWays};
use crate::verdict::Mean;

messages! {
    phase { vi: "hai quyết định khác nhau, chưa có kết quả", en: "two decisions differ, so there is no result" }
    presiding { vi: "giao quyền chủ trì cho hai người khác nhau", en: "two hand-overs of the presiding differ" }
    ruling(what: &str) { vi: "{what}: hai kết luận khác nhau, chưa tính kết luận nào", en: "{what}: two rulings differ, and neither holds" }
    conclusion { vi: "hai lời kết luận khác nhau về sản phẩm", en: "two conclusions on the product differ" }
    field(field: &str) { vi: "“{field}” được đính chính theo hai cách khác nhau", en: "“{field}” was corrected in two ways" }
    field_of(who: &str, field: &str) { vi: "{who}: “{field}” được đính chính theo hai cách khác nhau", en: "{who}: “{field}” was corrected in two ways" }
    attendance(who: &str) { vi: "{who}: điểm danh theo hai cách khác nhau", en: "{who}: stands in two ways on the roll" }
    seat(who: &str) { vi: "{who}: ghế được thêm hai lần, không giống nhau", en: "{who}: the seat was added twice, differently" }
    recusal(who: &str) { vi: "{who}: vừa không tham gia chấm, vừa tham gia; người ấy chọn lại trên phiếu của mình (Ctrl-R)", en: "{who}: recused and not recused; that member says which on the own sheet (Ctrl-R)" }

    own_recusal(ways: &str) { vi: "GHI HAI CÁCH, Ctrl-R chọn một: {ways}", en: "IN TWO WAYS, Ctrl-R chooses: {ways}" }

    phase_key { vi: "Ctrl-O: chọn cách giải quyết, rồi quyết định một lần", en: "Ctrl-O: choose how it is settled, then decide once" }
    ruling_key { vi: "F6 (thảo luận), rồi F6: kết luận lại một lần", en: "F6 (discuss), then F6: rule once more" }
    ruling_later { vi: "Đang chấm lại: mở phiếu lại rồi kết luận một lần", en: "Scoring again: reveal, then rule once" }
    conclusion_key { vi: "Ctrl-E: ghi lại kết luận một lần", en: "Ctrl-E: write the conclusion once more" }
    field_key { vi: "Bảng theo dõi, Ctrl-E: đính chính lại một lần", en: "On the Board, Ctrl-E: correct it once more" }
    attendance_key { vi: "Ghế ngồi, F5–F7: điểm danh lại một lần", en: "On Seats, F5–F7: record it once more" }
    presiding_key { vi: "Bảng theo dõi, Ctrl-P: giao chủ trì lại một lần", en: "On the Board, Ctrl-P: hand over once more" }
    discuss_key { vi: "Bảng theo dõi: đến sản phẩm này, Enter, rồi F6", en: "On the Board: go to this product, Enter, then F6" }
    conclude_key { vi: "Bảng theo dõi: đến sản phẩm này, F8, rồi Ctrl-E", en: "On the Board: go to this product, F8, then Ctrl-E" }

    matter_and_key(matter: &str, key: &str) { vi: "{matter}. {key}.", en: "{matter}. {key}." }
    way(what: &str, who: &str, at: &str) { vi: "{what} ({who}, {at})", en: "{what} ({who}, {at})" }
    or(one: &str, other: &str) { vi: "{one} – hay – {other}", en: "{one} – or – {other}" }
    quoted(said: &str) { vi: "“{said}”", en: "“{said}”" }
    left_blank { vi: "để trống", en: "left blank" }
    locked(mean: &str, star: &str) { vi: "khóa: {mean}, {star}", en: "locked: {mean}, {star}" }
    opened(sheets: usize) { vi: "mở {sheets} phiếu", en: "{sheets} {sheets_word} opened", sheets_word: sheets "sheet" "sheets" }
    opened_without(sheets: usize, who: &str) { vi: "mở {sheets} phiếu, không có {who}", en: "{sheets} {sheets_word} opened, without {who}", sheets_word: sheets "sheet" "sheets" }
    asked(who: &str) { vi: "chấm lại: {who}", en: "scoring again: {who}" }
    reopened(why: &str) { vi: "mở lại: {why}", en: "reopened: {why}" }
    because(what: &str, why: &str) { vi: "{what}: {why}", en: "{what}: {why}" }
    moved(no: u8) { vi: "chuyển sang bộ {no}", en: "moved to set {no}" }
    added(name: &str, no: u8) { vi: "thêm {name}, bộ {no}", en: "added {name}, set {no}" }

    presiding_first { vi: "Giao chủ trì hai cách khác nhau: giao lại ở Bảng theo dõi, Ctrl-P.", en: "Two hand-overs differ: hand over once more on the Board, Ctrl-P." }
    before_the_seal(n: usize) { vi: "{n} việc được ghi theo hai cách khác nhau, phải giải quyết trước khi niêm phong:", en: "{n} {matters} in two ways and {have} to be settled before the seal:", matters: n "matter stands" "matters stand", have: n "has" "have" }
}

/// From where the way out is told: what a key does depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The page of the product itself.
    Product,
    /// The page of the seal.
    Seal,
}

/// Each way of a matter in words, with who presided, or whose act it was, and when.
pub fn ways(lang: Lang, session: &Session, ids: &[EntryId], who: &dyn Fn(&SeatId) -> String) -> Vec<String> {
    ids.iter().filter_map(|id| one_way(lang, session, session.entry(*id)?.0, who)).collect()
}

/// As [`ways`], seats by their titles.
pub fn told(lang: Lang, session: &Session, ids: &[EntryId]) -> Vec<String> {
    ways(lang, session, ids, &|seat| title(lang, session, seat))
}

/// The ways of a matter in one sentence.
pub fn in_one(lang: Lang, session: &Session, ids: &[EntryId]) -> String {
    side_by_side(lang, told(lang, session, ids))
}

/// As [`in_one`], seats by their short titles, for a single line.
pub fn in_short(lang: Lang, session: &Session, ids: &[EntryId]) -> String {
    let seats = session.seats();
    let titles = short::titles(lang, &seats);
    let who = |id: &SeatId| {
        let at = seats.iter().position(|seat| seat.id == *id);
        at.map_or_else(|| id.to_string(), |at| titles[at].clone())
    };
    side_by_side(lang, ways(lang, session, ids, &who))
}

fn side_by_side(lang: Lang, ways: Vec<String>) -> String {
    ways.into_iter().reduce(|one, other| or(lang, &one, &other)).unwrap_or_default()
}

fn one_way(lang: Lang, session: &Session, entry: &Entry, who: &dyn Fn(&SeatId) -> String) -> Option<String> {
    let Content::Known(act) = &entry.content else { return None };
    let (what, whose) = match (&entry.author, &**act) {
        (_, Act::Desk(by, act)) => (value(lang, session, act, who), who(&by.presiding)),
        (Author::Seat(seat), Act::Seat(act)) => (of_seat(lang, act)?, who(seat)),
        (Author::Desk, Act::Seat(_)) => return None,
    };
    Some(way(lang, &what, &whose, clock(&entry.at)))
}

/// What an act of the desk says, without what it is about.
fn value(lang: Lang, session: &Session, act: &DeskAct, who: &dyn Fn(&SeatId) -> String) -> String {
    match act {
        DeskAct::Attendance { presence, sits, .. } => match sits.as_str() {
            "" => words::presence(lang, *presence).to_owned(),
            sits => format!("{}, {}: {sits}", words::presence(lang, *presence), words::stands_in(lang)),
        },
        DeskAct::HandOver { to } => who(to),
        DeskAct::Correct { field: ProductField::Kind, value, .. } => {
            crate::session::product_kind(value).map_or(value.clone(), |kind| words::product_kind(lang, kind).to_owned())
        }
        DeskAct::Correct { value, .. } | DeskAct::CorrectSeat { value, .. } if value.is_empty() => {
            left_blank(lang).to_owned()
        }
        DeskAct::Correct { value, .. } | DeskAct::CorrectSeat { value, .. } => quoted(lang, value),
        DeskAct::Conclude { words, .. } => quoted(lang, words),
        DeskAct::AddSeat { seat, .. } => format!("{}, {}", short::title(lang, seat), words::role(lang, seat.role)),
        DeskAct::AddProduct { product, .. } => added(lang, &product.name, product.set),
        DeskAct::ChangeSet { no, .. } => moved(lang, *no),
        DeskAct::Rule { met, reason, .. } => {
            let found = if *met { say_verdict::met(lang) } else { say_verdict::not_met(lang) };
            because(lang, found, &say_why::reason_words(lang, reason))
        }
        DeskAct::Reveal { sheets, without, .. } => match &names(without.iter().map(|(seat, _)| seat), who)[..] {
            "" => opened(lang, sheets.len()),
            without => opened_without(lang, sheets.len(), without),
        },
        DeskAct::Rescore { seats, .. } => asked(lang, &names(seats.iter(), who)),
        DeskAct::Lock { result, forward, .. } => lock(lang, session, result, *forward),
        DeskAct::Close { product, how, ground } => {
            let set = session.set(product);
            let named = set.as_ref().and_then(|set| set.ground(ground)).map(|found| lang.of(&found.text));
            because(lang, words::closed_as(lang, *how), named.unwrap_or(ground))
        }
        DeskAct::Reopen { reason, .. } => reopened(lang, reason),
        other => history::desk_act(lang, session, other),
    }
}

fn lock(lang: Lang, session: &Session, result: &ResultLine, forward: Option<Forward>) -> String {
    let charter = session.charter();
    let mean = Mean { num: result.sum, den: result.counted };
    let mean = number::decimal(lang, &mean.text(charter.rules.decimals, &charter.rubric.bands));
    let said = locked(lang, &mean, &say_verdict::star(lang, result.star));
    match forward {
        None => said,
        Some(Forward::Yes) => format!("{said}, {}", lower(say_verdict::forwarded_yes(lang))),
        Some(Forward::No) => format!("{said}, {}", lower(say_verdict::forwarded_no(lang))),
    }
}

fn of_seat(lang: Lang, act: &SeatAct) -> Option<String> {
    match act {
        SeatAct::Recuse { reason, .. } => Some(history::recuse(lang, reason)),
        SeatAct::Unrecuse { .. } => Some(history::unrecuse(lang).to_owned()),
        _ => None,
    }
}

fn names<'a>(seats: impl Iterator<Item = &'a SeatId>, who: &dyn Fn(&SeatId) -> String) -> String {
    seats.map(who).collect::<Vec<_>>().join("; ")
}

fn title(lang: Lang, session: &Session, seat: &SeatId) -> String {
    session.seat(seat).map_or_else(|| seat.to_string(), |seat| short::title(lang, &seat))
}

fn lower(said: &str) -> String {
    let mut rest = said.chars();
    rest.next().map(|first| first.to_lowercase().collect::<String>() + rest.as_str()).unwrap_or_default()
}

/// What `carry::way` says of a matter, and which field or minimum it is.
pub fn way_of(lang: Lang, session: &Session, problem: &Problem) -> String {
    let said = carry::way(lang, problem.kind);
    match subject(lang, session, problem) {
        Some(about) => format!("{said} ({about})"),
        None => said.to_owned(),
    }
}

/// The field that was corrected or the minimum that was ruled on in two ways.
fn subject(lang: Lang, session: &Session, problem: &Problem) -> Option<String> {
    match act_of(session, problem)? {
        Act::Desk(_, DeskAct::Rule { minimum, .. }) => Some(format!("{} {}", minimum.criterion, minimum.star)),
        Act::Desk(_, DeskAct::Correct { field, .. }) => Some(words::product_field(lang, *field).to_owned()),
        Act::Desk(_, DeskAct::CorrectSeat { field, .. }) => Some(words::seat_field(lang, *field).to_owned()),
        _ => None,
    }
}

/// The act that says one of the ways.
fn act_of<'s>(session: &'s Session, problem: &Problem) -> Option<&'s Act> {
    match &session.entry(*problem.ways.first()?)?.0.content {
        Content::Known(act) => Some(&**act),
        Content::Unknown => None,
    }
}

/// What a matter is about, in words; nothing for what does not stand in two ways before everyone.
pub fn matter(lang: Lang, session: &Session, problem: &Problem) -> Option<String> {
    let act = act_of(session, problem)?;
    let who = problem.seat.as_ref().map(|seat| title(lang, session, seat)).unwrap_or_default();
    Some(match (problem.kind, act) {
        (ProblemKind::Conflict, _) => recusal(lang, &who),
        (ProblemKind::Contested(TwoWays::Phase), _) => phase(lang).to_owned(),
        (ProblemKind::Contested(TwoWays::Presiding), _) => presiding(lang).to_owned(),
        (_, Act::Desk(_, DeskAct::Rule { product, minimum, .. })) => on_minimum(lang, session, product, minimum),
        (_, Act::Desk(_, DeskAct::Conclude { .. })) => conclusion(lang).to_owned(),
        (_, Act::Desk(_, DeskAct::Correct { field: of, .. })) => field(lang, words::product_field(lang, *of)),
        (_, Act::Desk(_, DeskAct::CorrectSeat { field: of, .. })) => field_of(lang, &who, words::seat_field(lang, *of)),
        (_, Act::Desk(_, DeskAct::Attendance { .. })) => attendance(lang, &who),
        (_, Act::Desk(_, DeskAct::AddSeat { .. })) => seat(lang, &who),
        _ => return None,
    })
}

/// That a minimum is ruled on in two ways.
fn on_minimum(lang: Lang, session: &Session, product: &ProductId, minimum: &MinimumId) -> String {
    let set = session.set(product);
    let found = set.as_ref().and_then(|set| set.criterion(&minimum.criterion));
    let name = found.map(|found| format!(" {}", lang.of(&found.name))).unwrap_or_default();
    ruling(lang, &format!("{}{name} ({})", minimum.criterion, minimum.star))
}

/// The key that settles a matter, or the screen that has it.
fn key(lang: Lang, session: &Session, problem: &Problem, from: From) -> Option<&'static str> {
    let again = problem.product.as_ref().is_some_and(|id| session.phase(id).name() == PhaseName::Rescoring);
    let ProblemKind::Contested(what) = problem.kind else { return None };
    Some(match (what, from) {
        (TwoWays::Phase, From::Product) => phase_key(lang),
        (TwoWays::Ruling, _) if again => ruling_later(lang),
        (TwoWays::Ruling, From::Product) => ruling_key(lang),
        (TwoWays::Phase | TwoWays::Ruling, From::Seal) => discuss_key(lang),
        (TwoWays::Conclusion, From::Product) => conclusion_key(lang),
        (TwoWays::Conclusion, From::Seal) => conclude_key(lang),
        (TwoWays::Field, _) if problem.product.is_some() => field_key(lang),
        (TwoWays::Attendance, _) => attendance_key(lang),
        (TwoWays::Presiding, _) => presiding_key(lang),
        (TwoWays::Field | TwoWays::Seat, _) => return None,
    })
}

/// A matter with the key that settles it, and each way below; in general words where no screen settles it.
fn lines(lang: Lang, session: &Session, problem: &Problem, before: &str, from: From) -> Vec<String> {
    let said = match (matter(lang, session, problem), key(lang, session, problem, from)) {
        (Some(matter), Some(key)) => matter_and_key(lang, &matter, key),
        (Some(matter), None) => matter,
        (None, _) => carry::way(lang, problem.kind).to_owned(),
    };
    let ways = told(lang, session, &problem.ways).into_iter().map(|way| format!("  · {way}"));
    std::iter::once(format!("{before}{said}")).chain(ways).collect()
}

/// What on a product came late or stands in two ways, and who presides where that does: each with the way to settle it.
pub fn on_product(lang: Lang, session: &Session, product: &ProductId) -> Vec<String> {
    let problems = session.problems();
    let is_one = |problem: &&Problem| {
        problem.product.as_ref() == Some(product) || problem.kind == ProblemKind::Contested(TwoWays::Presiding)
    };
    let said = |problem: &Problem| {
        let who = problem.seat.as_ref().filter(|_| problem.ways.is_empty());
        let who = who.map(|seat| format!("{}: ", title(lang, session, seat))).unwrap_or_default();
        lines(lang, session, problem, &format!("! {who}"), From::Product)
    };
    problems.iter().filter(is_one).flat_map(said).collect()
}

/// Everything that stands in two ways before everyone, as the seal waits for it; how many matters, then each.
pub fn before_seal(lang: Lang, session: &Session) -> (usize, Vec<String>) {
    let problems = session.problems();
    let open: Vec<&Problem> =
        problems.iter().filter(|problem| matches!(problem.kind, ProblemKind::Contested(_))).collect();
    let said = |problem: &&Problem| {
        let no = problem.product.as_ref().and_then(|id| session.product_ids().iter().position(|other| other == id));
        let product = problem.product.as_ref().and_then(|id| session.product(id));
        let about = no.zip(product).map(|(no, product)| format!("{} {} · ", no + 1, product.name)).unwrap_or_default();
        lines(lang, session, problem, &format!("! {about}"), From::Seal)
    };
    (open.len(), open.iter().flat_map(said).collect())
}

/// Whether something on a product that the desk recorded in two ways holds up the seal, though not the lock.
pub fn bars_the_seal(session: &Session, product: &ProductId) -> bool {
    let is_one = |problem: &Problem| {
        problem.product.as_ref() == Some(product) && matches!(problem.kind, ProblemKind::Contested(_))
    };
    session.problems().iter().any(is_one)
}

/// What a member reads on the own sheet of a product: decisions and rulings that differ, and the own recusal made and
/// not made, the ways side by side, a sentence each.
pub fn on_sheet(lang: Lang, session: &Session, seat: &SeatId, product: &ProductId) -> Vec<String> {
    // The banner above says that there are two decisions.
    let decisions = session.decided_two_ways(product);
    let mut said: Vec<String> =
        Some(in_one(lang, session, &decisions)).filter(|ways| !ways.is_empty()).into_iter().collect();
    said.extend(session.minima_ruled_two_ways(product).iter().map(|minimum| {
        let ways = in_one(lang, session, &session.ruled_two_ways(product, minimum));
        format!("{}: {ways}", on_minimum(lang, session, product, minimum))
    }));
    let recusal = session.recused_two_ways(seat, product);
    if !recusal.is_empty() {
        said.push(own_recusal(lang, &in_one(lang, session, &recusal)));
    }
    said
}
