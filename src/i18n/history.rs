//! History: every act of the council as one sentence.

use super::number::clock;
use super::{Lang, refusal, why as say_why, words};
use crate::council::{
    Act, Author, Content, DeskAct, DisputeKind, Entry, Forward, ProductId, Reason, SeatAct, SeatId, Value,
};
use crate::session::{Lateness, Session, Standing};

messages! {
    mark(code: &str, what: &str) { vi: "chấm {code}: {what}", en: "scored {code}: {what}" }
    points(points: u16) { vi: "{points} điểm", en: "{points} {points_word}", points_word: points "point" "points" }
    a_level(letter: char) { vi: "mức {letter}", en: "level {letter}" }
    cleared { vi: "bỏ chọn", en: "cleared" }
    submit { vi: "nộp phiếu", en: "handed the sheet in" }
    submit_again { vi: "nộp lại phiếu", en: "handed the sheet in again" }
    take_back { vi: "rút lại phiếu", en: "took the sheet back" }
    recuse(why: &str) { vi: "không tham gia chấm: {why}", en: "does not score: {why}" }
    unrecuse { vi: "tham gia chấm trở lại", en: "scores after all" }
    raise(ground: &str) { vi: "nêu căn cứ loại: {ground}", en: "raised a ground for rejection: {ground}" }
    unraise { vi: "rút lại căn cứ đã nêu", en: "took the ground back" }
    opinion(said: &str) { vi: "ý kiến: {said}", en: "opinion: {said}" }
    attendance(seat: &str, how: &str) { vi: "điểm danh {seat}: {how}", en: "{seat}: {how}" }
    attendance_by(seat: &str, how: &str, sits: &str) { vi: "điểm danh {seat}: {how}, đi thay: {sits}", en: "{seat}: {how}, {sits} stands in" }
    hand_over(seat: &str) { vi: "giao chủ trì cho {seat}", en: "handed the presiding to {seat}" }
    correct(field: &str, value: &str, reason: &str) { vi: "sửa {field} thành “{value}”: {reason}", en: "corrected {field} to “{value}”: {reason}" }
    add_product(name: &str, reason: &str) { vi: "thêm sản phẩm {name}: {reason}", en: "added product {name}: {reason}" }
    add_seat(title: &str, reason: &str) { vi: "thêm ghế {title}: {reason}", en: "added seat {title}: {reason}" }
    change_set(no: u8, reason: &str) { vi: "chuyển sang bộ {no}: {reason}", en: "moved to set {no}: {reason}" }
    reveal(sheets: usize) { vi: "mở {sheets} phiếu", en: "opened {sheets} {sheets_word}", sheets_word: sheets "sheet" "sheets" }
    rescore(seats: &str, why: &str) { vi: "yêu cầu chấm lại {seats}: {why}", en: "asked {seats} to look again: {why}" }
    rescore_withdraw(seats: &str, why: &str) { vi: "thôi yêu cầu chấm lại {seats}: {why}", en: "no longer asks {seats}: {why}" }
    rule_met(code: &str, star: u8, why: &str) { vi: "kết luận {code} đạt yêu cầu {star} sao: {why}", en: "ruled {code} met for {star} stars: {why}" }
    rule_not_met(code: &str, star: u8, why: &str) { vi: "kết luận {code} không đạt yêu cầu {star} sao: {why}", en: "ruled {code} not met for {star} stars: {why}" }
    accept(what: &str, why: &str) { vi: "giữ nguyên {what}: {why}", en: "let stand {what}: {why}" }
    dismiss(why: &str) { vi: "trả lời căn cứ đã nêu, tiếp tục đánh giá: {why}", en: "answered the ground raised, goes on: {why}" }
    lock(star: &str) { vi: "khóa kết quả: {star}", en: "locked the result: {star}" }
    lock_not_forward(star: &str) { vi: "khóa kết quả: {star}; không chuyển hồ sơ lên Bộ", en: "locked the result: {star}; the file does not go to the Ministry" }
    lock_forward(star: &str) { vi: "khóa kết quả: {star}; chuyển hồ sơ lên Bộ", en: "locked the result: {star}; the file goes to the Ministry" }
    no_star { vi: "không được công nhận", en: "not recognised" }
    close(how: &str, ground: &str) { vi: "kết thúc, {how}: {ground}", en: "closed, {how}: {ground}" }
    reopen(why: &str) { vi: "mở lại: {why}", en: "reopened: {why}" }
    conclude(said: &str) { vi: "kết luận: {said}", en: "conclusion: {said}" }
    reading(criterion: &str, words: &str) { vi: "thống nhất cách hiểu tiêu chí {criterion}: {words}", en: "reading agreed on {criterion}: {words}" }
    remark(said: &str) { vi: "ghi biên bản: {said}", en: "for the minutes: {said}" }
    seal { vi: "niêm phong phiên họp", en: "sealed the session" }
    newer { vi: "việc do bản chương trình mới hơn ghi", en: "recorded by a newer program" }
    void(why: &str) { vi: "không có hiệu lực: {why}", en: "does not hold: {why}" }
    waiting { vi: "chờ phần chưa nhận được", en: "waits for what has not come yet" }
    late_open { vi: "đến muộn, không tính; bàn chủ trì chưa trả lời", en: "late, in no figure; the desk has not answered it" }
    late_left_out(why: &str) { vi: "đến muộn, để ngoài: {why}", en: "late, left out: {why}" }
    left_out(who: &str, why: &str) { vi: "để ngoài phần đến muộn của {who}: {why}", en: "left out what came late from {who}: {why}" }
    nothing { vi: "Chưa có việc nào được ghi.", en: "Nothing is on record yet." }
    when { vi: "Lúc", en: "When" }
    whose { vi: "Ai", en: "Who" }
    what { vi: "Việc", en: "What" }
    board_then { vi: "bảng lúc ấy", en: "board then" }
    board_then_help { vi: "Xem bảng theo dõi như lúc có việc đang chọn; chỉ xem, không ghi được.", en: "Shows the board as it stood at the act chosen; to be looked at only." }
    only_product { vi: "chỉ sản phẩm này", en: "this product" }
    only_product_help { vi: "Chỉ hiện việc của sản phẩm ở dòng đang chọn; bấm lại để hiện hết.", en: "Shows only acts on the product of the line chosen; again for all." }
    only_seat { vi: "chỉ ghế này", en: "this seat" }
    only_seat_help { vi: "Chỉ hiện việc của ghế ở dòng đang chọn; bấm lại để hiện hết.", en: "Shows only acts of the seat of the line chosen; again for all." }
    only_odd { vi: "chỉ việc vướng", en: "what does not hold" }
    only_odd_help { vi: "Chỉ hiện việc không có hiệu lực, còn chờ hoặc đến muộn; bấm lại để hiện hết.", en: "Shows only what does not hold, waits or came late; again for all." }
    holds { vi: "có hiệu lực", en: "holds" }
    odd_only { vi: "chỉ việc vướng", en: "what does not hold" }
    no_odd { vi: "Mọi việc đều có hiệu lực, không có gì đến muộn.", en: "Everything holds, and nothing came late." }
    as_of(time: &str, act: &str, who: &str) { vi: "NHƯ LÚC {time} · {act} ({who})", en: "AS OF {time} · {act} ({who})" }
    look_only { vi: "CHỈ XEM, F3 VỀ HIỆN TẠI", en: "LOOK ONLY, F3: BACK TO THE PRESENT" }
    shown(n: usize, of: usize) { vi: "{n}/{of} việc · điểm của người khác hiện sau khi mở phiếu", en: "{n} of {of} · others' marks show after the reveal" }
    filter { vi: "lọc", en: "filter" }
    filter_help { vi: "Chỉ hiện những việc có các chữ này; bỏ trống để hiện hết.", en: "Shows only what has these words; leave empty for all." }
    filter_title { vi: "Lọc lịch sử", en: "Filter the history" }
    filter_body { vi: "Tên sản phẩm, ghế, tiêu chí … (không cần dấu):", en: "Product, seat, criterion … (marks not needed):" }
    filtered(search: &str) { vi: "lọc: {search}", en: "filter: {search}" }
}

/// Day and time of an entry, as short as it goes.
pub fn time(at: &str) -> String {
    format!("{} {}", super::number::day(at), clock(at)).trim().to_owned()
}

/// An entry in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Claimed day and time.
    pub time: String,
    /// Whose act.
    pub who: String,
    /// The product it is about, by name.
    pub product: Option<String>,
    /// What was done.
    pub what: String,
    /// Why it does not hold, not yet, or not in the figures.
    pub standing: Option<String>,
}

/// Tells an entry that may be seen.
pub fn told(lang: Lang, session: &Session, entry: &Entry, standing: &Standing, late: Option<&Lateness>) -> Told {
    let name = |seat: &SeatId| session.seat(seat).map_or_else(|| seat.to_string(), |seat| seat.title);
    let named = |id: &ProductId| session.product(id).map(|product| product.name);
    let (product, what) = match &entry.content {
        Content::Unknown => (None, newer(lang).to_owned()),
        Content::Known(said) => (said.product().and_then(named), act(lang, session, said)),
    };
    let standing = match (standing, late) {
        (Standing::Waiting, _) => Some(waiting(lang).to_owned()),
        (Standing::Void(refused), _) => Some(void(lang, &refusal::refusal_in(lang, session, refused))),
        (Standing::Effective | Standing::Unknown, Some(Lateness::Open)) => Some(late_open(lang).to_owned()),
        (Standing::Effective | Standing::Unknown, Some(Lateness::LeftOut(reason))) => {
            Some(late_left_out(lang, &say_why::reason_words(lang, reason)))
        }
        (Standing::Effective | Standing::Unknown, Some(Lateness::No) | None) => None,
    };
    let who = match &entry.author {
        Author::Desk => words::desk(lang).to_owned(),
        Author::Seat(seat) => name(seat),
    };
    Told { time: time(&entry.at), who, product, what, standing }
}

/// An act as a sentence without its subject.
pub fn act(lang: Lang, session: &Session, act: &Act) -> String {
    match act {
        Act::Seat(act) => seat_act(lang, session, act),
        Act::Desk(_, act) => desk_act(lang, session, act),
    }
}

fn seat_act(lang: Lang, session: &Session, act: &SeatAct) -> String {
    match act {
        SeatAct::Mark { product, criterion, cell, .. } => {
            let what = match cell.value {
                Value::Unscored => cleared(lang).to_owned(),
                Value::NoneMet => words::none_met(lang).to_owned(),
                Value::Level(level) => {
                    let set = session.set(product);
                    let found = set.as_ref().and_then(|set| set.criterion(criterion)?.level(level).cloned());
                    found.map_or_else(|| a_level(lang, level.letter()), |level| points(lang, level.points))
                }
            };
            mark(lang, criterion.as_str(), &what)
        }
        SeatAct::Submit { answers: None, .. } => submit(lang).to_owned(),
        SeatAct::Submit { answers: Some(_), .. } => submit_again(lang).to_owned(),
        SeatAct::TakeBack { .. } => take_back(lang).to_owned(),
        SeatAct::Recuse { reason, .. } => recuse(lang, reason),
        SeatAct::Unrecuse { .. } => unrecuse(lang).to_owned(),
        SeatAct::Raise { product, ground, words: said, .. } => {
            let set = session.set(product);
            let known = set.as_ref().and_then(|set| set.ground(ground)).map(|ground| lang.of(&ground.text).to_owned());
            raise(lang, &joined(known.as_deref().unwrap_or(ground), said))
        }
        SeatAct::Unraise { .. } => unraise(lang).to_owned(),
        SeatAct::Opinion { words: said, .. } => opinion(lang, said),
    }
}

/// An act of the desk as a sentence without its subject.
pub(super) fn desk_act(lang: Lang, session: &Session, act: &DeskAct) -> String {
    let name = |seat: &SeatId| session.seat(seat).map_or_else(|| seat.to_string(), |seat| seat.title);
    let names = |seats: &[SeatId]| seats.iter().map(name).collect::<Vec<_>>().join(", ");
    match act {
        DeskAct::Attendance { seat, presence, sits } if sits.is_empty() => {
            attendance(lang, &name(seat), words::presence(lang, *presence))
        }
        DeskAct::Attendance { seat, presence, sits } => {
            attendance_by(lang, &name(seat), words::presence(lang, *presence), sits)
        }
        DeskAct::HandOver { to } => hand_over(lang, &name(to)),
        DeskAct::Correct { field, value, reason, .. } => {
            correct(lang, words::product_field(lang, *field), value, reason)
        }
        DeskAct::CorrectSeat { field, value, reason, .. } => {
            correct(lang, words::seat_field(lang, *field), value, reason)
        }
        DeskAct::AddProduct { product, reason, .. } => add_product(lang, &product.name, reason),
        DeskAct::AddSeat { seat, reason } => add_seat(lang, &seat.title, reason),
        DeskAct::ChangeSet { no, reason, .. } => change_set(lang, *no, reason),
        DeskAct::Reveal { sheets, .. } => reveal(lang, sheets.len()),
        DeskAct::Rescore { seats, reason, .. } => rescore(lang, &names(seats), &why(lang, reason)),
        DeskAct::RescoreWithdraw { seats, reason, .. } => rescore_withdraw(lang, &names(seats), reason),
        DeskAct::Rule { minimum, met, reason, .. } => {
            let say = if *met { rule_met } else { rule_not_met };
            say(lang, minimum.criterion.as_str(), minimum.star.number(), &why(lang, reason))
        }
        DeskAct::Accept { dispute, reason, .. }
            if dispute.kind == DisputeKind::Late
                && let Some(seat) = &dispute.seat =>
        {
            left_out(lang, &name(seat), &why(lang, reason))
        }
        DeskAct::Accept { dispute, reason, .. } => {
            let code = dispute.criterion.as_ref().map(ToString::to_string).unwrap_or_default();
            accept(lang, &joined(words::dispute(lang, dispute.kind), &code), &why(lang, reason))
        }
        DeskAct::Dismiss { reason, .. } => dismiss(lang, reason),
        DeskAct::Lock { result, forward, .. } => {
            let star = result.star.map_or_else(|| no_star(lang).to_owned(), |star| star.to_string());
            match forward {
                Some(Forward::Yes) => lock_forward(lang, &star),
                Some(Forward::No) => lock_not_forward(lang, &star),
                None => lock(lang, &star),
            }
        }
        DeskAct::Close { how, ground, .. } => close(lang, words::closed_as(lang, *how), ground),
        DeskAct::Reopen { reason, .. } => reopen(lang, reason),
        DeskAct::Conclude { words: said, .. } => conclude(lang, said),
        DeskAct::Remark { criterion: Some(about), words: said, .. } => reading(lang, about.code.as_str(), said),
        DeskAct::Remark { words: said, .. } => remark(lang, said),
        DeskAct::Seal { .. } => seal(lang).to_owned(),
    }
}

fn why(lang: Lang, reason: &Reason) -> String {
    say_why::reason_words(lang, reason)
}

fn joined(first: &str, second: &str) -> String {
    match (first, second) {
        ("", only) | (only, "") => only.to_owned(),
        (first, second) => format!("{first} · {second}"),
    }
}
