//! Why this star: each statement of the page as one plain sentence.

use super::number::{self, clock};
use super::{Lang, agenda, history, refusal, verdict as say_verdict, words};
use crate::council::{Author, MinimaRule, ProductId, Reason, ReasonKind, Scored, SeatId};
use crate::rubric::Star;
use crate::session::{Change, Chapter, Event, Firmness, Lateness, Session, Standing, Statement, What};
use crate::text::capital;
use crate::verdict::{Mean, MinimumFinding, Outcome};

messages! {
    why { vi: "vì sao?", en: "why?" }
    why_help { vi: "Vì sao sản phẩm có số sao này: một trang từ điểm đầu tiên đến lúc khóa.", en: "Why the product has this star: one page from the first mark to the lock." }
    title { vi: "Vì sao số sao này?", en: "Why this star?" }
    next { vi: "sản phẩm sau", en: "next product" }
    next_help { vi: "Sang sản phẩm sau theo thứ tự trình.", en: "To the next product in the order of presentation." }
    previous { vi: "sản phẩm trước", en: "previous product" }
    previous_help { vi: "Về sản phẩm trước theo thứ tự trình.", en: "To the product before in the order of presentation." }
    read { vi: "đọc tiếp", en: "read on" }
    status(from: usize, to: usize, of: usize) { vi: "dòng {from}–{to} trên {of}", en: "lines {from}–{to} of {of}" }

    chapter_result { vi: "KẾT QUẢ", en: "RESULT" }
    chapter_sheets { vi: "PHIẾU ĐÁNH GIÁ", en: "SHEETS" }
    chapter_minima { vi: "YÊU CẦU TỐI THIỂU", en: "STAR MINIMA" }
    chapter_safety { vi: "SỐ SAO CÓ VỮNG KHÔNG", en: "IS THE STAR SAFE" }
    chapter_course { vi: "DIỄN BIẾN", en: "WHAT HAPPENED" }

    blind { vi: "Sản phẩm đang chấm kín: chưa có gì để giải thích.", en: "The product is scored blind: there is nothing to explain yet." }
    contested(n: usize) { vi: "Chưa có sao: {n} quyết định khác nhau đang đứng cạnh nhau, chờ bàn chủ trì giải quyết.", en: "There is no star: {n} different decisions stand side by side and wait for the desk." }
    closed(how: &str) { vi: "Không xếp sao: {how}.", en: "No star: {how}." }
    closed_ground(how: &str, ground: &str) { vi: "Không xếp sao: {how}. Căn cứ: {ground}.", en: "No star: {how}. The ground: {ground}." }
    is_locked(outcome: &str) { vi: "Kết quả đã khóa: {outcome}.", en: "The result is locked: {outcome}." }
    is_open(outcome: &str) { vi: "Theo các phiếu đã mở, chưa khóa: {outcome}.", en: "By the open sheets, not locked yet: {outcome}." }
    is_rescoring(outcome: &str) { vi: "Theo lần mở phiếu trước, đang chấm lại: {outcome}.", en: "By the last reveal, while some score again: {outcome}." }
    recognised(star: &str) { vi: "công nhận {star}", en: "recognised, {star}" }
    proposed { vi: "đề nghị Bộ công nhận 5★", en: "proposed to the Ministry for 5★" }
    too_few(star: &str) { vi: "không công nhận, {star} theo điểm", en: "not recognised, {star} by points" }
    minima_missed { vi: "không công nhận, thiếu yêu cầu tối thiểu của 3★", en: "not recognised, 3★ minima missing" }
    mean(sums: &str, sum: u32, sheets: u32, printed: &str) { vi: "Cộng {sheets} phiếu: {sums} = {sum} điểm. Trung bình {sum}/{sheets} = {printed}.", en: "{sheets} {sheets_word} added up: {sums} = {sum} {points}. The mean is {sum}/{sheets} = {printed}.", sheets_word: sheets "sheet" "sheets", points: sum "point" "points" }
    band_under(star: &str, least: u16, under: u16) { vi: "Điểm trung bình từ {least} đến dưới {under} là {star} theo điểm.", en: "A mean from {least} to under {under} is {star} by points." }
    band_top(star: &str, least: u16) { vi: "Điểm trung bình từ {least} trở lên là {star} theo điểm.", en: "A mean of {least} and more is {star} by points." }
    band_lowest(star: &str, under: u16) { vi: "Điểm trung bình dưới {under} là {star} theo điểm.", en: "A mean under {under} is {star} by points." }
    held_by(by_points: &str, star: &str, codes: &str) { vi: "Không được {by_points} mà là {star}, vì chưa đạt yêu cầu tối thiểu ở {codes}.", en: "It is {star} and not {by_points}, because minima are missing at {codes}." }
    held_none(by_points: &str, codes: &str) { vi: "Đủ điểm của {by_points}, nhưng chưa đạt yêu cầu tối thiểu của 3★ ở {codes}: không được công nhận.", en: "It has the points of {by_points}, but 3★ minima are missing at {codes}: it is not recognised." }
    spread_within(spread: u16, limit: u16) { vi: "Phiếu cao nhất và thấp nhất cách nhau {spread} điểm; quy chế cho phép đến {limit}.", en: "The highest and the lowest sheet are {spread} {points} apart; the rules allow {limit}.", points: spread "point" "points" }
    spread_over(spread: u16, limit: u16) { vi: "Phiếu cao nhất và thấp nhất cách nhau {spread} điểm, quá mức {limit} của quy chế: phải thảo luận.", en: "The highest and the lowest sheet are {spread} {points} apart, more than the {limit} of the rules: to be discussed.", points: spread "point" "points" }
    left_out(seat: &str, why: &str) { vi: "{seat} không có phiếu: {why}.", en: "{seat} has no sheet in it: {why}." }
    left_out_reason(seat: &str, why: &str, reason: &str) { vi: "{seat} không có phiếu: {why} ({reason}).", en: "{seat} has no sheet in it: {why} ({reason})." }
    rule_majority { vi: "Quy tắc của phiên: một yêu cầu tối thiểu là đạt khi hơn nửa số phiếu đạt.", en: "The session's rule: a minimum is met when more than half of the sheets meet it." }
    rule_mean { vi: "Quy tắc của phiên: một yêu cầu tối thiểu là đạt khi điểm trung bình của tiêu chí đạt mức ấy.", en: "The session's rule: a minimum is met when the mean of the criterion reaches it." }
    rule_every { vi: "Quy tắc của phiên: một yêu cầu tối thiểu là đạt khi mọi phiếu đều đạt.", en: "The session's rule: a minimum is met when every sheet meets it." }
    all_meet(star: &str, count: usize) { vi: "{star}: {count} yêu cầu được mọi phiếu đạt.", en: "{star}: every sheet meets {count} minima." }
    minimum_met(what: &str, by: &str) { vi: "{what}: {by}, nên đạt.", en: "{what}: {by}, so it is met." }
    minimum_not(what: &str, by: &str) { vi: "{what}: {by}, nên chưa đạt.", en: "{what}: {by}, so it is not met." }
    minimum_ruled_met(what: &str, by: &str) { vi: "{what}: {by}; bàn chủ trì kết luận là đạt.", en: "{what}: {by}; the desk ruled that it is met." }
    minimum_ruled_not(what: &str, by: &str) { vi: "{what}: {by}; bàn chủ trì kết luận là không đạt.", en: "{what}: {by}; the desk ruled that it is not met." }
    because(said: &str, reason: &str) { vi: "{said} Lý do: {reason}.", en: "{said} The reason: {reason}." }
    minimum_of(star: &str, code: &str, name: &str, points: u16) { vi: "{star}, {code} {name} từ {points} điểm", en: "{star}, {code} {name}, {points} {points_word} or more", points_word: points "point" "points" }
    met_by(yes: usize, of: usize) { vi: "{yes} trên {of} phiếu đạt", en: "{yes} of {of} {sheets} meet it", sheets: of "sheet" "sheets" }
    met_by_mean(yes: usize, of: usize, sum: u32, least: u32) { vi: "{yes} trên {of} phiếu đạt, tổng {sum} điểm so với {least}", en: "{yes} of {of} {sheets} meet it, {sum} {points} in all against {least}", sheets: of "sheet" "sheets", points: sum "point" "points" }

    began(at: &str) { vi: "{at} Bắt đầu chấm kín.", en: "{at} Blind scoring began." }
    handed_in(at: &str, seats: &str) { vi: "{at} Nộp phiếu: {seats}.", en: "{at} Sheets handed in: {seats}." }
    answered(at: &str, seat: &str) { vi: "{at} {seat} nộp phiếu chấm lại; phiếu này chưa mở.", en: "{at} {seat} handed in again; that sheet is not open." }
    answered_same(at: &str, seat: &str, total: u16) { vi: "{at} {seat} chấm lại, giữ nguyên mọi điểm (tổng {total}).", en: "{at} {seat} looked again and left everything as it was (total {total})." }
    answered_changed(at: &str, seat: &str, changes: &str, before: u16, after: u16) { vi: "{at} {seat} chấm lại: {changes}; tổng {before} → {after}.", en: "{at} {seat} scored again: {changes}; total {before} → {after}." }
    change(code: &str, before: &str, after: &str) { vi: "{code}: {before} → {after}", en: "{code}: {before} → {after}" }
    opened(sheets: usize, round: u16) { vi: "Mở {sheets} phiếu, vòng {round}", en: "{sheets} {sheets_word} opened, round {round}", sheets_word: sheets "sheet" "sheets" }
    opened_without(opened: &str, who: &str) { vi: "{opened}; không có phiếu: {who}", en: "{opened}; without a sheet: {who}" }
    by_seat(at: &str, seat: &str, what: &str) { vi: "{at} {seat}: {what}.", en: "{at} {seat}: {what}." }
    by_desk(at: &str, what: &str, who: &str) { vi: "{at} {what} (chủ trì: {who}).", en: "{at} {what} (presiding: {who})." }
    by_order(at: &str, what: &str, who: &str, entered: &str) { vi: "{at} {what} (chủ trì: {who}; {entered} ghi).", en: "{at} {what} (presiding: {who}; entered by {entered})." }
    late_open(said: &str) { vi: "{said} Đến muộn: không tính vào số liệu, bàn chủ trì chưa trả lời.", en: "{said} Late: it is in no figure, and the desk has not answered it." }
    late_left_out(said: &str, reason: &str) { vi: "{said} Đến muộn: để ngoài, không tính. Lý do: {reason}.", en: "{said} Late: left out. The reason: {reason}." }
    void(said: &str, why: &str) { vi: "{said} Việc này không có hiệu lực: {why}", en: "{said} This did not take effect: {why}" }
    waiting(said: &str) { vi: "{said} Còn chờ phần chưa nhận được.", en: "{said} It waits for what has not come yet." }
    reason_in_words(kind: &str, said: &str) { vi: "{kind} – {said}", en: "{kind} – {said}" }
}

/// The heading of a chapter.
pub fn chapter(lang: Lang, chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Result => chapter_result(lang),
        Chapter::Sheets => chapter_sheets(lang),
        Chapter::Minima => chapter_minima(lang),
        Chapter::Safety => chapter_safety(lang),
        Chapter::Course => chapter_course(lang),
    }
}

/// A statement about a product as one sentence, or a few.
pub fn sentence(lang: Lang, session: &Session, product: &ProductId, statement: &Statement) -> String {
    match statement {
        Statement::Blind => blind(lang).to_owned(),
        Statement::Contested(decisions) => contested(lang, *decisions),
        Statement::Closed { how, ground } => {
            let set = session.set(product);
            let named = set.as_ref().and_then(|set| set.ground(ground)).map(|found| lang.of(&found.text));
            match named.unwrap_or(ground).trim_end_matches('.') {
                "" => closed(lang, words::closed_as(lang, *how)),
                ground => closed_ground(lang, words::closed_as(lang, *how), ground),
            }
        }
        Statement::Outcome { outcome, star, firmness } => {
            let outcome = outcome_words(lang, *outcome, *star);
            match firmness {
                Firmness::Open => is_open(lang, &outcome),
                Firmness::LookedAtAgain => is_rescoring(lang, &outcome),
                Firmness::Locked => is_locked(lang, &outcome),
            }
        }
        Statement::Mean { totals, mean } => mean_sentence(lang, session, totals, *mean),
        Statement::Band { star, least, under } => match under {
            Some(under) if *least == 0 => band_lowest(lang, &star.to_string(), *under),
            Some(under) => band_under(lang, &star.to_string(), *least, *under),
            None => band_top(lang, &star.to_string(), *least),
        },
        Statement::HeldBy { by_points, star, because } => {
            let codes = say_verdict::codes(because);
            match star {
                Some(star) => held_by(lang, &by_points.to_string(), &star.to_string(), &codes),
                None => held_none(lang, &by_points.to_string(), &codes),
            }
        }
        Statement::Spread { spread, limit, over: false } => spread_within(lang, *spread, *limit),
        Statement::Spread { spread, limit, over: true } => spread_over(lang, *spread, *limit),
        Statement::LeftOut { seat, why, reason } => {
            let (seat, why) = (name(session, seat), words::left_out(lang, *why));
            match reason.as_str() {
                "" => left_out(lang, &seat, why),
                reason => left_out_reason(lang, &seat, why, reason),
            }
        }
        Statement::Rule(MinimaRule::Majority) => rule_majority(lang).to_owned(),
        Statement::Rule(MinimaRule::Mean) => rule_mean(lang).to_owned(),
        Statement::Rule(MinimaRule::Every) => rule_every(lang).to_owned(),
        Statement::AllMeet { star, count } => all_meet(lang, &star.to_string(), *count),
        Statement::Minimum { found, sum, ruled_because } => {
            let said = minimum(lang, session, product, found, *sum);
            match ruled_because {
                Some(reason) => because(lang, &said, &reason_words(lang, reason)),
                None => said,
            }
        }
        Statement::StillOpen(outcomes) => agenda::open(lang, *outcomes),
        Statement::Stable { pairs } => say_verdict::is_stable(lang, *pairs).to_owned(),
        Statement::Without { seats, star, by } => {
            say_verdict::without_one(lang, &names(session, seats), seats.len(), *star, by)
        }
        Statement::WithoutTwo(pairs) => {
            say_verdict::without_pairs(lang, pairs, |seats| names(session, seats)).join(" ")
        }
        Statement::Event(event) => event_sentence(lang, session, event),
    }
}

fn star_words(lang: Lang, star: Option<Star>) -> String {
    star.map_or_else(|| history::no_star(lang).to_owned(), |star| star.to_string())
}

fn outcome_words(lang: Lang, outcome: Outcome, star: Option<Star>) -> String {
    match outcome {
        Outcome::Recognised => recognised(lang, &star_words(lang, star)),
        Outcome::Proposed => proposed(lang).to_owned(),
        Outcome::TooFewPoints => too_few(lang, &star_words(lang, star)),
        Outcome::MinimaMissed => minima_missed(lang).to_owned(),
    }
}

fn mean_sentence(lang: Lang, session: &Session, totals: &[(SeatId, u16)], exact: Mean) -> String {
    let sums = totals.iter().map(|(seat, total)| format!("{} {total}", name(session, seat)));
    let sums = sums.collect::<Vec<_>>().join(" + ");
    let charter = session.charter();
    let printed = number::decimal(lang, &exact.text(charter.rules.decimals, &charter.rubric.bands));
    mean(lang, &sums, exact.num, exact.den, &printed)
}

fn minimum(lang: Lang, session: &Session, product: &ProductId, found: &MinimumFinding, sum: u32) -> String {
    let set = session.set(product);
    let criterion = set.as_ref().and_then(|set| set.criterion(&found.minimum.criterion));
    let named = criterion.map(|criterion| lang.of(&criterion.name)).unwrap_or_default();
    let what = minimum_of(lang, &found.minimum.star.to_string(), found.minimum.criterion.as_str(), named, found.points);
    let by = match session.charter().rules.minima {
        MinimaRule::Mean => {
            let least = u32::from(found.points) * u32::try_from(found.of).unwrap_or(u32::MAX);
            met_by_mean(lang, found.met_by, found.of, sum, least)
        }
        MinimaRule::Majority | MinimaRule::Every => met_by(lang, found.met_by, found.of),
    };
    let say = match (found.ruled, found.met) {
        (false, true) => minimum_met,
        (false, false) => minimum_not,
        (true, true) => minimum_ruled_met,
        (true, false) => minimum_ruled_not,
    };
    say(lang, &what, &by)
}

fn event_sentence(lang: Lang, session: &Session, event: &Event) -> String {
    let at = clock(&event.at);
    let said = match &event.what {
        What::Began => began(lang, at),
        What::HandedIn(seats) => handed_in(lang, at, &names(session, seats)),
        What::Answered { seat, opened: None } => answered(lang, at, &name(session, seat)),
        What::Answered { seat, opened: Some((changes, (before, after))) } => {
            let seat = name(session, seat);
            if changes.is_empty() {
                answered_same(lang, at, &seat, *after)
            } else {
                let changes = changes.iter().map(|one| change_words(lang, one)).collect::<Vec<_>>().join(", ");
                answered_changed(lang, at, &seat, &changes, *before, *after)
            }
        }
        What::Opened { round, sheets, without } => {
            let mut said = opened(lang, *sheets, *round);
            if !without.is_empty() {
                let who = without
                    .iter()
                    .map(|(seat, why)| format!("{} ({})", name(session, seat), words::left_out(lang, *why)));
                said = opened_without(lang, &said, &who.collect::<Vec<_>>().join("; "));
            }
            signed(lang, session, event, &said)
        }
        What::Done { author: Author::Seat(seat), act } => {
            let act = history::act(lang, session, act);
            by_seat(lang, at, &name(session, seat), act.trim_end_matches('.'))
        }
        What::Done { author: Author::Desk, act } => {
            signed(lang, session, event, &capital(history::act(lang, session, act).trim_end_matches('.')))
        }
    };
    let said = match &event.late {
        Lateness::No => said,
        Lateness::Open => late_open(lang, &said),
        Lateness::LeftOut(reason) => late_left_out(lang, &said, &reason_words(lang, reason)),
    };
    match &event.standing {
        Standing::Effective | Standing::Unknown => said,
        Standing::Waiting => waiting(lang, &said),
        Standing::Void(refused) => void(lang, &said, &refusal::refusal_in(lang, session, refused)),
    }
}

/// A sentence part with who signed it.
fn signed(lang: Lang, session: &Session, event: &Event, said: &str) -> String {
    let at = clock(&event.at);
    match &event.signed {
        Some(by) if by.entered != by.presiding => {
            by_order(lang, at, said, &name(session, &by.presiding), &name(session, &by.entered))
        }
        Some(by) => by_desk(lang, at, said, &name(session, &by.presiding)),
        None => format!("{at} {said}."),
    }
}

/// A mark before and after, as `3.5: 1 → 2`.
pub fn change_words(lang: Lang, one: &Change) -> String {
    change(lang, one.criterion.as_str(), &value(lang, one.before), &value(lang, one.after))
}

/// A mark in a sentence: its points, or what stands for them.
pub fn value(lang: Lang, scored: Scored) -> String {
    match scored {
        Scored::Unscored => words::not_scored(lang).to_owned(),
        Scored::NoneMet => words::none_met(lang).to_owned(),
        Scored::NotApplicable => words::not_applicable(lang).to_owned(),
        Scored::Level(_, points) => points.to_string(),
    }
}

/// A reason in a sentence.
pub fn reason_words(lang: Lang, reason: &Reason) -> String {
    let kind = words::reason(lang, reason.kind).trim_end_matches([' ', '…']);
    match (reason.kind, reason.words.trim_end_matches('.')) {
        (_, "") => kind.to_owned(),
        (ReasonKind::Other, said) => said.to_owned(),
        (ReasonKind::DossierPage, said) => format!("{kind} {said}"),
        (_, said) => reason_in_words(lang, kind, said),
    }
}

fn name(session: &Session, seat: &SeatId) -> String {
    session.seat(seat).map_or_else(|| seat.to_string(), |seat| seat.title)
}

fn names(session: &Session, seats: &[SeatId]) -> String {
    // Titles of offices have commas of their own.
    seats.iter().map(|seat| name(session, seat)).collect::<Vec<_>>().join("; ")
}
