//! Verdict and lock: figures and outcomes in the law's words, the checklist, the seal.

use super::{Lang, number};
use crate::council::SeatId;
use crate::rubric::{Code, Star};
use crate::session::Session;
use crate::verdict::{Decider, MinimumFinding, Outcome, PAIRS_FROM, Stability, Verdict, Without, alike};

messages! {
    lock { vi: "khóa", en: "lock" }
    lock_help { vi: "Khóa kết quả sản phẩm này.", en: "Locks this product's result." }
    seal_help { vi: "Sang trang niêm phong; ở đó: niêm phong phiên họp.", en: "To the page of the seal; there: seals the session." }
    lock_many { vi: "khóa loạt", en: "lock all" }
    lock_many_help { vi: "Khóa mọi sản phẩm không còn việc, sau khi xem danh sách và gõ số lượng.", en: "Locks all that are clear, after a list to look at and their number." }
    discuss { vi: "thảo luận", en: "discuss" }
    discuss_help { vi: "Sang màn hình thảo luận sản phẩm này.", en: "To the discussion of this product." }
    reopen { vi: "mở lại", en: "reopen" }
    reopen_help { vi: "Mở lại sản phẩm đã khóa hoặc đã kết thúc, có lý do; chỉ khi chưa niêm phong.", en: "Reopens a locked or closed product with a reason, while the session is not sealed." }
    turn { vi: "sản phẩm / niêm phong", en: "product / seal" }
    turn_help { vi: "Chuyển giữa kết quả sản phẩm và trang niêm phong.", en: "From the product to the page of the seal and back." }
    next { vi: "sản phẩm sau", en: "next product" }
    next_help { vi: "Sang sản phẩm sau chưa khóa.", en: "To the next product that is not locked." }
    previous { vi: "sản phẩm trước", en: "previous product" }
    previous_help { vi: "Về sản phẩm trước chưa khóa.", en: "To the previous product that is not locked." }
    scroll { vi: "cuộn", en: "scroll" }

    recognised(star: &str) { vi: "công nhận {star}", en: "recognised, {star}" }
    proposed { vi: "đề nghị Bộ công nhận 5★", en: "proposed to the Ministry for 5★" }
    too_few(star: &str) { vi: "không công nhận: {star} theo điểm", en: "not recognised: {star} by points" }
    missed(codes: &str) { vi: "không công nhận: thiếu yêu cầu 3★ ({codes})", en: "not recognised: 3★ minima missing ({codes})" }
    below(codes: &str) { vi: "vì chưa đạt yêu cầu tối thiểu: {codes}", en: "because these minima are missing: {codes}" }
    no_star { vi: "không sao", en: "no star" }
    split(criterion: &str, points: u16, star: &str, yes: usize, no: usize) { vi: "{criterion} ≥ {points} ({star}): {yes} đạt, {no} không", en: "{criterion} ≥ {points} ({star}): {yes} met, {no} not" }

    heading_checks { vi: "ĐIỀU KIỆN KHÓA", en: "BEFORE THE LOCK" }
    heading_figures { vi: "KẾT QUẢ", en: "RESULT" }
    heading_minima { vi: "YÊU CẦU TỐI THIỂU", en: "STAR MINIMA" }
    heading_seal { vi: "NIÊM PHONG PHIÊN HỌP", en: "SEAL OF THE SESSION" }
    check_revealed { vi: "Đã mở phiếu", en: "Sheets are open" }
    check_not_revealed { vi: "Chưa mở phiếu", en: "Sheets are not open yet" }
    check_roll(sheets: usize) { vi: "{sheets} phiếu được tính", en: "{sheets} {sheets_word}", sheets_word: sheets "sheet counts" "sheets count" }
    check_roll_few(sheets: usize, needed: usize) { vi: "{sheets} phiếu được tính, cần {needed}", en: "{sheets} {sheets_word}, {needed} are needed", sheets_word: sheets "sheet counts" "sheets count" }
    left_out(who: &str) { vi: "không có phiếu: {who}", en: "without a sheet: {who}" }
    check_things { vi: "Không còn nội dung phải xử lý", en: "Nothing is left to be settled" }
    check_things_open(n: usize) { vi: "Còn {n} nội dung phải xử lý (F6)", en: "{n} {things} left to be settled (F6)", things: n "thing is" "things are" }
    check_grounds { vi: "Không có căn cứ loại chưa trả lời", en: "No raised ground is unanswered" }
    check_grounds_open(n: usize) { vi: "Còn {n} căn cứ loại chưa trả lời (F6)", en: "{n} raised grounds are unanswered (F6)" }
    check_rescoring { vi: "Không ai đang chấm lại", en: "Nobody is scoring again" }
    check_rescoring_open(who: &str) { vi: "Đang chấm lại: {who}", en: "Scoring again: {who}" }
    check_forward { vi: "Từ 90 điểm, thiếu yêu cầu 5★: khi khóa sẽ hỏi có trình Bộ không", en: "90 points and more, a 5★ minimum missing: the lock asks about the Ministry" }
    forwarded_yes { vi: "Hồ sơ trình Bộ", en: "The file goes to the Ministry" }
    forwarded_no { vi: "Hồ sơ không trình Bộ", en: "The file does not go to the Ministry" }
    check_locked { vi: "ĐÃ KHÓA", en: "LOCKED" }
    check_closed(how: &str) { vi: "ĐÃ KẾT THÚC: {how}", en: "ENDED: {how}" }
    ready { vi: "Khóa được: Enter", en: "Can be locked: Enter" }
    ready_not_to_seal { vi: "Khóa được: Enter; nhưng mục ghi hai cách ở trên còn cản niêm phong", en: "Can be locked: Enter; but what stands in two ways above holds up the seal" }

    sum(num: u32, den: u32) { vi: "tổng {num} / {den} phiếu", en: "sum {num} over {den} {sheets}", sheets: den "sheet" "sheets" }
    mean_is(mean: &str) { vi: "điểm trung bình {mean}", en: "mean {mean}" }
    spread(n: u16) { vi: "chênh lệch {n}", en: "spread {n}" }
    spread_over(n: u16, limit: u16) { vi: "chênh lệch {n} ! (quá {limit})", en: "spread {n} ! (over {limit})" }
    by_points(star: &str) { vi: "{star} theo điểm", en: "{star} by points" }
    by_minima(star: &str) { vi: "{star} theo yêu cầu tối thiểu", en: "{star} by minima" }
    minima_unknown { vi: "không rõ yêu cầu tối thiểu", en: "star minima not known" }
    by_minima_none { vi: "chưa đạt yêu cầu 3★", en: "3★ minima not met" }
    blind_none { vi: "Đang chấm kín: chưa có kết quả nào.", en: "Scoring is blind: there is no result yet." }
    contested_none { vi: "Chưa có kết quả: hai quyết định ở trên còn chờ giải quyết.", en: "There is no result: the decisions above wait to be settled." }
    rule_is(rule: &str) { vi: "xét {rule}", en: "judged {rule}" }
    met { vi: "đạt", en: "met" }
    not_met { vi: "chưa đạt", en: "not met" }
    ruled_met { vi: "đạt (kết luận)", en: "met (ruled)" }
    ruled_not { vi: "không đạt (kết luận)", en: "not met (ruled)" }
    minima_all(star: &str, n: usize) { vi: "{star}: đạt cả {n} yêu cầu", en: "{star}: all {n} met" }
    minima_some(star: &str, met: usize, n: usize) { vi: "{star}: đạt {met}/{n} yêu cầu", en: "{star}: {met} of {n} met" }
    minimum(criterion: &str, points: u16, met_by: usize, of: usize) { vi: "{criterion} ≥ {points}: {met_by}/{of} phiếu", en: "{criterion} ≥ {points}: {met_by} of {of} {sheets}", sheets: of "sheet" "sheets" }
    conclusion(words: &str) { vi: "Kết luận: {words}", en: "Conclusion: {words}" }
    ground(words: &str) { vi: "Căn cứ: {words}", en: "Ground: {words}" }

    stable { vi: "Số sao vững: bỏ bất kỳ một phiếu nào cũng không đổi.", en: "The star is stable: it stays without any one sheet." }
    stable_two { vi: "Số sao vững: bỏ bất kỳ một hay hai phiếu nào cũng không đổi.", en: "The star is stable: it stays without any one sheet, and without any two." }
    without(who: &str, star: &str, by: &str) { vi: "Bỏ phiếu của {who}: {star} (do {by}).", en: "Without the sheet of {who}: {star} (by {by})." }
    any_of(who: &str, star: &str, by: &str) { vi: "Bỏ một trong các phiếu {who}: {star} (do {by}).", en: "Without any one of {who}: {star} (by {by})." }
    without_two(who: &str, star: &str, by: &str) { vi: "Bỏ cả hai phiếu {who}: {star} (do {by}).", en: "Without both {who}: {star} (by {by})." }
    more_pairs(n: usize) { vi: "Còn {n} cặp phiếu khác cũng quyết định số sao.", en: "{n} more pairs of sheets decide the star as well." }
    by_total { vi: "điểm trung bình", en: "the mean" }
    by_minimum(criterion: &str, star: &str) { vi: "tiêu chí {criterion} cho {star}", en: "{criterion} for {star}" }

    settled(n: usize, of: usize) { vi: "Đã xong {n}/{of} sản phẩm.", en: "{n} of {of} {products} settled.", products: of "product is" "products are" }
    missing_heading { vi: "Còn thiếu:", en: "Still missing:" }
    can_seal { vi: "Mọi sản phẩm đã xong. F12: niêm phong.", en: "Every product is settled. F12: seal." }
    seal_is { vi: "Phiên đã niêm phong. Mã niêm phong để ghi vào biên bản:", en: "The session is sealed. The seal, to be written on the minutes:" }
    no_product { vi: "Chưa chọn sản phẩm.", en: "No product is chosen." }
}

/// A mean as the charter's rules print it, in the language.
pub fn mean(lang: Lang, session: &Session, verdict: &Verdict) -> String {
    let charter = session.charter();
    number::decimal(lang, &verdict.mean.text(charter.rules.decimals, &charter.rubric.bands))
}

/// A star in two cells, a dash for none.
pub fn star_short(star: Option<Star>) -> String {
    star.map_or_else(|| "–".to_owned(), |star| star.to_string())
}

/// A star in a sentence.
pub fn star(lang: Lang, star: Option<Star>) -> String {
    star.map_or_else(|| no_star(lang).to_owned(), |star| star.to_string())
}

/// Codes in a row.
pub fn codes(codes: &[Code]) -> String {
    codes.iter().map(Code::as_str).collect::<Vec<_>>().join(", ")
}

/// The outcome in the law's words.
pub fn outcome(lang: Lang, verdict: &Verdict) -> String {
    match verdict.outcome {
        Outcome::Recognised => recognised(lang, &star(lang, verdict.star)),
        Outcome::Proposed => proposed(lang).to_owned(),
        Outcome::TooFewPoints => too_few(lang, &verdict.by_points.to_string()),
        Outcome::MinimaMissed => missed(lang, &codes(&verdict.because)),
    }
}

/// What the minima allow.
pub fn minima_allow(lang: Lang, session: &Session, verdict: &Verdict) -> String {
    match verdict.by_minima {
        _ if session.charter().rubric.minima_unknown.is_some() => minima_unknown(lang).to_owned(),
        Some(star) => by_minima(lang, &star.to_string()),
        None => by_minima_none(lang).to_owned(),
    }
}

/// The spread, and the limit where it is over it.
pub fn spread_line(lang: Lang, session: &Session, verdict: &Verdict) -> String {
    let limit = session.charter().rules.widest_spread();
    if verdict.spread_over { spread_over(lang, verdict.spread, limit) } else { spread(lang, verdict.spread) }
}

/// A minimum with who meets it.
pub fn split_line(lang: Lang, found: &MinimumFinding) -> String {
    let no = found.of - found.met_by;
    split(lang, found.minimum.criterion.as_str(), found.points, &found.minimum.star.to_string(), found.met_by, no)
}

/// Is this star safe? One sentence for each star it would be and what decides it; `who` names seats.
pub fn stability(lang: Lang, verdict: &Verdict, who: impl Fn(&[SeatId]) -> String) -> Vec<String> {
    let Stability { without, pairs } = &verdict.stability;
    let mut said: Vec<String> =
        alike(without).iter().map(|(to, by, seats)| without_one(lang, &who(seats), seats.len(), *to, by)).collect();
    said.extend(without_pairs(lang, pairs, who));
    if said.is_empty() && verdict.mean.den > 1 {
        said.push(is_stable(lang, verdict.sheets.len() >= PAIRS_FROM).to_owned());
    }
    said
}

/// That no sheet decides the star, nor, where that was tried, any pair.
pub fn is_stable(lang: Lang, pairs_too: bool) -> &'static str {
    if pairs_too { stable_two(lang) } else { stable(lang) }
}

/// What the star would be without any one of so many sheets, and what decides that.
pub fn without_one(lang: Lang, who: &str, count: usize, to: Option<Star>, by: &[Decider]) -> String {
    let say = if count == 1 { without } else { any_of };
    say(lang, who, &star(lang, to), &deciders(lang, by))
}

/// Pairs said one by one.
const PAIRS_SAID: usize = 3;

/// What the star would be without both sheets of a pair: the first pairs one by one, and how many more there are.
pub fn without_pairs(lang: Lang, pairs: &[Without], who: impl Fn(&[SeatId]) -> String) -> Vec<String> {
    let first = pairs.iter().take(PAIRS_SAID);
    let mut said: Vec<String> = first
        .map(|pair| without_two(lang, &who(&pair.seats), &star(lang, pair.star), &deciders(lang, &pair.by)))
        .collect();
    let more = pairs.len().saturating_sub(PAIRS_SAID);
    if more > 0 {
        said.push(more_pairs(lang, more));
    }
    said
}

/// What decides: the mean of the totals, minima by criterion and star.
pub fn deciders(lang: Lang, by: &[Decider]) -> String {
    let one = |decider: &Decider| match decider {
        Decider::Total => by_total(lang).to_owned(),
        Decider::Minimum(minimum) => by_minimum(lang, minimum.criterion.as_str(), &minimum.star.to_string()),
    };
    by.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The digits of a seal in groups of four, eight groups a line.
pub fn seal_groups(digits: &str) -> Vec<String> {
    let groups: Vec<&str> = (0..digits.len()).step_by(4).filter_map(|at| digits.get(at..at + 4)).collect();
    groups.chunks(8).map(|line| line.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_written_in_groups_of_four() {
        let digits: String = "0123456789abcdef".repeat(4);
        let lines = seal_groups(&digits);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], "0123 4567 89ab cdef 0123 4567 89ab cdef");
        assert_eq!(lines.concat().replace(' ', "").len(), 64);
    }
}
