//! The dispute card: one thing to discuss, in words fit to be read aloud.

use super::Lang;
use crate::rubric::Star;
use crate::verdict::{Interval, Prospect};

messages! {
    title { vi: "Nội dung thảo luận", en: "Thing to discuss" }
    card { vi: "đọc to", en: "read aloud" }
    card_help { vi: "Mở nội dung đang chọn trên một trang riêng để đọc trước hội đồng.", en: "Opens the thing chosen on a page of its own, to be read aloud." }
    next { vi: "nội dung sau", en: "next thing" }
    next_help { vi: "Sang nội dung sau của sản phẩm này.", en: "To the next thing to discuss on this product." }
    previous { vi: "nội dung trước", en: "previous thing" }
    previous_help { vi: "Về nội dung trước của sản phẩm này.", en: "To the previous thing to discuss on this product." }

    number(at: usize, of: usize) { vi: "NỘI DUNG {at}/{of}", en: "THING {at} OF {of}" }
    gone { vi: "Nội dung này không còn nữa.", en: "This is no longer to be discussed." }
    to_settle { vi: "PHẢI XỬ LÝ", en: "TO BE SETTLED" }
    to_know { vi: "để biết", en: "to know" }
    settled { vi: "đã xử lý ✓", en: "settled ✓" }
    clock(minutes: u64) { vi: "đã thảo luận {minutes} phút", en: "discussed for {minutes} min" }

    ask_minimum(code: &str, name: &str, star: &str, points: u16) { vi: "{code} {name}: có đạt yêu cầu tối thiểu của {star}, từ {points} điểm, không?", en: "{code} {name}: is the minimum of {star}, {points} {points_word} or more, met?", points_word: points "point" "points" }
    ask_criterion(code: &str, name: &str, apart: u16) { vi: "{code} {name}: các phiếu cách nhau {apart} điểm.", en: "{code} {name}: the sheets are {apart} {points} apart.", points: apart "point" "points" }
    ask_spread(apart: u16, limit: u16) { vi: "Tổng điểm các phiếu cách nhau {apart} điểm, quá mức {limit} của quy chế.", en: "The totals are {apart} {points} apart, more than the {limit} of the rules.", points: apart "point" "points" }
    lowest(seat: &str, total: u16) { vi: "Thấp nhất: {seat}, {total} điểm.", en: "Lowest: {seat}, {total} {points}.", points: total "point" "points" }
    highest(seat: &str, total: u16) { vi: "Cao nhất: {seat}, {total} điểm.", en: "Highest: {seat}, {total} {points}.", points: total "point" "points" }
    ask_outlier(seat: &str, total: u16, apart: u16) { vi: "{seat}: tổng {total} điểm, cách trung vị của các phiếu khác {apart} điểm.", en: "{seat}: total {total}, {apart} {points} from the median of the others.", points: apart "point" "points" }
    ask_star_alone { vi: "Xét riêng từng phiếu thì số sao không giống nhau.", en: "Judged sheet by sheet, the star is not the same." }
    ask_star_hangs { vi: "Bỏ một phiếu thì số sao thành khác.", en: "Without one of the sheets the star would be another." }
    these_sheets(seats: &str) { vi: "Phiếu của: {seats}.", en: "The sheets of: {seats}." }
    ask_splits { vi: "Những yêu cầu tối thiểu còn khác ý kiến, nhưng không quyết định số sao lúc này:", en: "Minima on which the sheets differ, though they do not decide the star now:" }
    ask_ground(who: &str) { vi: "{who} nêu căn cứ để loại hoặc dừng đánh giá.", en: "{who} raised a ground for rejection or stopping." }
    met_then(then: &str) { vi: "Nếu đạt: {then}", en: "If met: {then}" }
    not_then(then: &str) { vi: "Nếu không: {then}", en: "If not met: {then}" }
    lowest_then(then: &str) { vi: "Nếu theo các mức thấp nhất đã chấm: {then}.", en: "If the lowest marks given hold: {then}." }
    highest_then(then: &str) { vi: "Nếu theo các mức cao nhất đã chấm: {then}.", en: "If the highest marks given hold: {then}." }
    either_way(then: &str) { vi: "Theo mức nào đã chấm thì kết quả vẫn là {then}.", en: "Whichever of the marks given holds, it stays {then}." }
    not_recognised { vi: "không được công nhận (thiếu yêu cầu 3★)", en: "not recognised (3★ minima missing)" }
    by_rule_met(yes: usize, of: usize) { vi: "Theo quy tắc của phiên: {yes}/{of} phiếu đạt, nên là đạt.", en: "By the session's rule: {yes} of {of} {sheets} meet it, so it is met.", sheets: of "sheet" "sheets" }
    by_rule_not(yes: usize, of: usize) { vi: "Theo quy tắc của phiên: {yes}/{of} phiếu đạt, nên là chưa đạt.", en: "By the session's rule: {yes} of {of} {sheets} meet it, so it is not met.", sheets: of "sheet" "sheets" }
    from_here(star: &str) { vi: "từ đây trở lên đạt {star}", en: "from here up {star} is met" }
    points(points: u16) { vi: "{points} điểm", en: "{points} pts" }
    heading_levels { vi: "CÁC MỨC ĐÃ CHẤM", en: "THE LEVELS MARKED" }
    heading_members { vi: "TỪNG THÀNH VIÊN", en: "EACH MEMBER" }
    heading_notes { vi: "GHI CHÚ VÀ MINH CHỨNG", en: "NOTES AND EVIDENCE" }
    heading_apart { vi: "CÁCH NHAU Ở ĐÂU", en: "WHERE THEY ARE APART" }
    heading_changed { vi: "VÒNG NÀY ĐÃ ĐỔI", en: "CHANGED IN THIS ROUND" }
    apart_line(code: &str, name: &str, low: u16, high: u16) { vi: "{code} {name}: {low} và {high}", en: "{code} {name}: {low} and {high}" }
    apart_more(n: usize) { vi: "… và {n} tiêu chí khác", en: "… and {n} other criteria" }
    no_notes { vi: "Không ai ghi chú hay dẫn minh chứng.", en: "Nobody left a note or named evidence." }
    note(words: &str) { vi: "ghi chú: {words}", en: "note: {words}" }
    evidence(words: &str) { vi: "minh chứng: {words}", en: "evidence: {words}" }
    member(seat: &str, value: &str) { vi: "{seat} – {value}", en: "{seat} – {value}" }
    changed(seat: &str, before: &str, after: &str) { vi: "{seat}: {before} → {after}", en: "{seat}: {before} → {after}" }
    changed_on(seat: &str, code: &str, before: &str, after: &str) { vi: "{seat}, {code}: {before} → {after}", en: "{seat}, {code}: {before} → {after}" }
    mean_changed(before: &str, after: &str) { vi: "Trung bình {before} → {after}", en: "Mean {before} → {after}" }
    rescore_who(who: &str) { vi: "F5 đề nghị chấm lại: {who}", en: "F5 asks to score again: {who}" }
}

/// What a disagreement does to the star at either end of the marks given, a sentence each; one where both are the same.
pub fn ends(lang: Lang, prospect: Prospect) -> Vec<String> {
    let Interval { lowest, highest } = prospect.outcomes;
    let then = |star: Option<Star>| star.map_or_else(|| not_recognised(lang).to_owned(), |star| star.to_string());
    match prospect.outcomes.is_settled() {
        true => vec![either_way(lang, &then(lowest))],
        false => vec![highest_then(lang, &then(highest)), lowest_then(lang, &then(lowest))],
    }
}
