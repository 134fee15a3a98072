//! What was not taken of what people brought, and why.

use super::{Line, MOST, Weight, and_others, short};
use crate::council::{LineFault, NotTaken, Refused};
use crate::i18n::{Lang, trouble};

messages! {
    refused_heading(n: usize) { vi: "Không nhận ({n}):", en: "Not taken ({n}):" }
    beside_heading(n: usize) { vi: "Bỏ qua, không phải của phiên này ({n}):", en: "Left alone, not of this session ({n}):" }
    foreign { vi: "của một phiên khác", en: "belongs to another session" }
    no_log { vi: "không phải sổ ghi", en: "is no log" }
    nothing_there { vi: "ở đó không có gì của phiên này", en: "nothing of this session lies there" }
    not_looked { vi: "không tìm trong thư mục này (không đọc được, hoặc quá sâu); nếu cần, đưa đúng đường dẫn ấy", en: "this folder was not looked into (unreadable, or too deep); give its path if need be" }
    link { vi: "là liên kết; chỉ nhận tệp thật", en: "is a link; only real files are taken" }
    damage { vi: "dòng này bị hỏng; hãy lấy bản sao lành", en: "this line is damaged; bring a sound copy" }
    behind_damage(n: u64) { vi: "{n} việc đứng sau chỗ hỏng, không kiểm được", en: "{n} {entries} behind the damage and cannot be checked", entries: n "entry stands" "entries stand" }
    torn { vi: "dòng cuối ghi dở, không nhận dòng ấy", en: "the last line is cut short; that line is not taken" }
    not_theirs(log: &str) { vi: "mang theo sổ ghi {log} không phải của người giao", en: "carries the log {log}, which is not theirs" }
    other_charter { vi: "hồ sơ phiên họp ở đó khác bản ở đây; chỉ nhận các việc đã ghi", en: "its charter differs from the one here; only entries are taken" }
    other_seal(seal: &str) { vi: "bản kia niêm phong khác (mã {seal}…); không ghi đè, hãy so với mã trên biên bản", en: "that copy was sealed otherwise (seal {seal}…); nothing is overwritten, compare with the seal in the minutes" }
    seal_unnamed { vi: "không có việc niêm phong nào nêu tên tệp này", en: "no seal on record names this file" }
    seal_incomplete(log: &str) { vi: "thiếu phần đã niêm phong của sổ ghi {log}; nhập thêm bản sao đủ", en: "the sealed part of the log {log} is not here; bring a whole copy too" }
    seal_unsound { vi: "tệp này không khớp với các việc đã ghi", en: "the file does not follow from what is on record" }
}

/// What was not taken, a sentence each: what may have cost entries before what never held any.
pub fn refused(lang: Lang, refused: &[Refused]) -> Vec<Line> {
    let mut lines = costly(lang, refused);
    lines.extend(beside(lang, refused));
    lines
}

/// What was not taken and may have cost entries.
pub(super) fn costly(lang: Lang, refused: &[Refused]) -> Vec<Line> {
    let costly: Vec<&Refused> = refused.iter().filter(|one| !is_beside(one)).collect();
    not_taken_lines(lang, (Weight::Alarm, refused_heading(lang, costly.len())), &costly)
}

/// What was left alone because it never was part of this session.
pub(super) fn beside(lang: Lang, refused: &[Refused]) -> Vec<Line> {
    let beside: Vec<&Refused> = refused.iter().filter(|one| is_beside(one)).collect();
    not_taken_lines(lang, (Weight::Heading, beside_heading(lang, beside.len())), &beside)
}

fn is_beside(one: &Refused) -> bool {
    matches!(
        one.why,
        NotTaken::Foreign | NotTaken::NoLog | NotTaken::NothingThere | NotTaken::NotLooked | NotTaken::Link
    )
}

fn not_taken_lines(lang: Lang, (weight, heading): Line, refused: &[&Refused]) -> Vec<Line> {
    if refused.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![(weight, heading)];
    let sentence = |one: &&Refused| (Weight::Plain, format!("  {}: {}", one.place, not_taken(lang, &one.why)));
    lines.extend(refused.iter().take(MOST).map(sentence));
    if refused.len() > MOST {
        lines.push((Weight::Quiet, format!("  {}", and_others(lang, refused.len() - MOST))));
    }
    lines
}

/// Why something was not taken.
pub fn not_taken(lang: Lang, why: &NotTaken) -> String {
    match why {
        NotTaken::Foreign => foreign(lang).to_owned(),
        NotTaken::NoLog => no_log(lang).to_owned(),
        NotTaken::NothingThere => nothing_there(lang).to_owned(),
        NotTaken::NotLooked => not_looked(lang).to_owned(),
        NotTaken::Link => link(lang).to_owned(),
        NotTaken::Damage(LineFault::Shape | LineFault::Chain | LineFault::Record) => damage(lang).to_owned(),
        NotTaken::BehindDamage(count) => behind_damage(lang, *count),
        NotTaken::Torn => torn(lang).to_owned(),
        NotTaken::NotTheirs(log) => not_theirs(lang, log.as_str()),
        NotTaken::OtherCharter => other_charter(lang).to_owned(),
        NotTaken::OtherSeal(seal) => other_seal(lang, &short(&seal.to_string())),
        NotTaken::SealUnnamed => seal_unnamed(lang).to_owned(),
        NotTaken::SealIncomplete(log) => seal_incomplete(lang, log.as_str()),
        NotTaken::SealUnsound => seal_unsound(lang).to_owned(),
        NotTaken::Unread(why) => trouble::kind(lang, why),
    }
}
