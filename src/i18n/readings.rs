//! Reading a criterion alike: what each criterion carries of the disagreement, and the reading agreed on it.

use super::{Lang, words};
use crate::rubric::{Criterion, LevelId};

messages! {
    title { vi: "Cách hiểu tiêu chí", en: "Reading the criteria" }
    agree { vi: "ghi cách hiểu thống nhất", en: "record the reading agreed" }
    agree_help { vi: "Ghi cách hiểu mà hội đồng thống nhất; từ đó hiện ở tiêu chí ấy khi chấm, và vào biên bản.", en: "Records the reading the council agreed on; from then on it is shown on that criterion while scoring, and goes into the minutes." }
    agree_title(criterion: &str) { vi: "Cách hiểu thống nhất cho tiêu chí {criterion}", en: "The reading agreed on criterion {criterion}" }
    agree_body { vi: "Hiện ở tiêu chí này khi chấm mọi sản phẩm có tiêu chí ấy, và vào biên bản.", en: "Shown on this criterion while scoring every product that has it, and printed in the minutes." }
    nothing { vi: "Chưa mở phiếu sản phẩm nào: chưa có gì để so.", en: "No product's sheets are open yet: there is nothing to compare." }
    status { vi: "Tính trên mọi cặp phiếu của sản phẩm đã mở; không nêu tên ghế.", en: "Over all pairs of sheets of the opened products; no seats are named." }
    head_criterion { vi: "tiêu chí", en: "criterion" }
    head_share { vi: "phần chênh lệch", en: "share of the differences" }
    head_products { vi: "sản phẩm", en: "products" }
    differ(n: usize, of: usize) { vi: "{n}/{of}", en: "{n}/{of}" }
    differ_long(n: usize, of: usize, points: u64, all: u64) { vi: "Khác nhau ở {n}/{of} sản phẩm đã mở; {points} trên {all} điểm chênh lệch giữa các cặp phiếu.", en: "The sheets differ on {n} of {of} opened {products}; {points} of the {all} {points_word} between pairs of sheets.", products: of "product" "products", points_word: all "point" "points" }
    between(low: &str, high: &str, pairs: usize) { vi: "{low} ↔ {high}: {pairs} cặp phiếu", en: "{low} ↔ {high}: {pairs} {pairs_word} of sheets", pairs_word: pairs "pair" "pairs" }
    level(letter: char, points: u16) { vi: "mức {letter} ({points} đ)", en: "level {letter} ({points})" }
    sets(sets: &str) { vi: "bộ {sets}", en: "set {sets}" }
    agreed(words: &str) { vi: "Thống nhất: {words}", en: "Agreed: {words}" }
    none_agreed { vi: "Chưa ghi cách hiểu thống nhất.", en: "No reading has been agreed yet." }
    has_agreed { vi: "✓", en: "✓" }
}

/// A level of a criterion in short, or *none met*.
pub fn level_or_none(lang: Lang, criterion: &Criterion, place: Option<LevelId>) -> String {
    place
        .and_then(|id| Some((id, criterion.level(id)?)))
        .map_or_else(|| words::none_met(lang).to_owned(), |(id, found)| level(lang, id.letter(), found.points))
}
