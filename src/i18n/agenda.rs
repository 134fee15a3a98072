//! Things to discuss over all products: what each could do to the star, and why it stands where it stands.

use super::{Lang, reconcile, verdict, words};
use crate::rubric::Star;
use crate::session::{Class, Matter, ThingState};
use crate::verdict::{Flip, Flips, Interval, Prospect};

messages! {
    title { vi: "Nội dung cần thảo luận", en: "Things to discuss" }
    agenda { vi: "thảo luận", en: "to discuss" }
    agenda_help { vi: "Nội dung cần thảo luận của mọi sản phẩm, xếp theo mức ảnh hưởng đến số sao.", en: "The things to discuss over all products, by what they could do to the star." }
    open_key { vi: "thảo luận", en: "discuss" }
    open_help { vi: "Sang thảo luận sản phẩm, đúng nội dung này.", en: "To the discussion of the product, on this thing." }
    filter { vi: "lọc", en: "filter" }
    filter_help { vi: "Còn mở, phải xử lý, đổi được sao, hay tất cả.", en: "Open, blocking, could flip a star, or all." }
    readings { vi: "cách hiểu", en: "readings" }
    readings_help { vi: "Mỗi tiêu chí gây bao nhiêu chênh lệch, và cách hiểu đã thống nhất.", en: "What each criterion carries of the differences, and the readings agreed." }
    head_rank { vi: " TT", en: "rank" }
    head_product { vi: "sản phẩm", en: "product" }
    head_what { vi: "nội dung", en: "what" }
    head_ends { vi: "ảnh hưởng", en: "outcomes" }
    nothing_at_all { vi: "Không có nội dung nào cần thảo luận ở các sản phẩm đã mở phiếu.", en: "There is nothing to discuss on the products opened so far." }
    nothing_here { vi: "Không có nội dung nào như vậy (Tab: lọc khác).", en: "There is nothing of this kind (Tab: another filter)." }
    count_open(n: usize) { vi: "{n} còn mở", en: "{n} open" }
    count_blocking(n: usize) { vi: "{n} phải xử lý", en: "{n} blocking" }
    count_deciding(n: usize) { vi: "{n} đổi được sao", en: "{n} could flip" }
    count_all(n: usize) { vi: "{n} tất cả", en: "{n} in all" }

    none_short { vi: "không đạt", en: "no star" }
    swings(low: &str, high: &str) { vi: "{low} ↔ {high}", en: "{low} ↔ {high}" }
    stays(star: &str) { vi: "vẫn {star}", en: "stays {star}" }
    unknown { vi: "chưa rõ", en: "not known" }

    comes_first { vi: "Phải xử lý trước khi khóa; chưa xử lý thì chưa biết hết số liệu của sản phẩm.", en: "The lock waits for it; until it is settled the product's figures are not all known." }
    blocks(what: &str) { vi: "Phải xử lý trước khi khóa; {what}.", en: "The lock waits for it; {what}." }
    looked_at_again(what: &str) { vi: "Các ghế được đề nghị đang chấm lại; {what}.", en: "The seats asked are looking at it again; {what}." }
    advisory(what: &str) { vi: "Không chặn khóa; {what}.", en: "The lock does not wait for it; {what}." }
    by_the_lock(what: &str) { vi: "Sản phẩm đã khóa; {what}.", en: "The product is locked; {what}." }
    settled(what: &str) { vi: "Đã xử lý; {what}.", en: "Settled; {what}." }
    could_flip(outcomes: &str, cells: usize, points: u32) { vi: "{outcomes}: đổi {cells} ô, {points} điểm là đủ", en: "{outcomes}: changing {cells} {cells_word} enough (points moved: {points})", cells_word: cells "cell is" "cells is" }
    could_flip_one(outcomes: &str, points: u32) { vi: "{outcomes}: đổi một ô, {points} điểm là đủ", en: "{outcomes}: changing one cell is enough (points moved: {points})" }
    could_end(outcomes: &str) { vi: "kết quả có thể từ {outcomes}", en: "it could end anywhere in {outcomes}" }
    cannot_flip(star: &str) { vi: "ý kiến theo mức nào đã cho thì vẫn {star}", en: "whichever mark given holds, it stays {star}" }
    nothing_open { vi: "Không nội dung nào còn mở của sản phẩm này đổi được số sao.", en: "Nothing open on this product can change its star." }
    open_could(low: &str, high: &str) { vi: "Các nội dung còn mở có thể đưa kết quả từ {low} đến {high}.", en: "What is open could take the outcome anywhere from {low} to {high}." }

    working { vi: "Đang tính thay đổi nhỏ nhất làm đổi số sao …", en: "Working out the smallest change that flips the star …" }
    flip_up(star: &str, moves: &str) { vi: "Lên {star} khi: {moves}.", en: "Up to {star} if: {moves}." }
    figures_open {
        vi: "Số liệu còn có thể thay đổi (đang chấm lại, căn cứ chưa trả lời, việc đến sau hoặc ghi hai cách): chưa nói được sao có giữ hay không.",
        en: "The figures may still change (a re-scoring, an open ground, something late or told in two ways): whether the star holds cannot be said yet.",
    }
    flip_down(star: &str, moves: &str) { vi: "Xuống {star} khi: {moves}.", en: "Down to {star} if: {moves}." }
    flip_none(moves: &str) { vi: "Không được công nhận khi: {moves}.", en: "Not recognised if: {moves}." }
    flip_move(who: &str, criterion: &str, from: &str, to: &str) { vi: "{who} {criterion}: {from} → {to}", en: "{who} {criterion}: {from} → {to}" }
    flip_more(n: usize) { vi: "và {n} ô nữa", en: "and {n} {cells} more", cells: n "cell" "cells" }
    flip_sum(cells: usize, points: u32) { vi: "{cells} ô, {points} điểm", en: "{cells} {cells_word}, {points} {points_word}", cells_word: cells "cell" "cells", points_word: points "point" "points" }
    flip_bound { vi: " (có thể còn cách nhỏ hơn)", en: " (there may be a smaller one)" }
}

/// That nothing is listed: nothing at all, or nothing the filter takes.
pub fn nothing(lang: Lang, all_shown: bool) -> &'static str {
    if all_shown { nothing_at_all(lang) } else { nothing_here(lang) }
}

/// A star in a narrow column; words for none.
pub fn star(lang: Lang, star: Option<Star>) -> String {
    star.map_or_else(|| none_short(lang).to_owned(), |star| star.to_string())
}

/// What could come of it, `3★ ↔ 4★`, or `vẫn 4★`.
pub fn outcomes(lang: Lang, outcomes: Interval) -> String {
    match outcomes.is_settled() {
        true => stays(lang, &star(lang, outcomes.lowest)),
        false => swings(lang, &star(lang, outcomes.lowest), &star(lang, outcomes.highest)),
    }
}

/// The consequence column of a matter.
pub fn consequence(lang: Lang, matter: &Matter) -> String {
    matter.prospect.map_or_else(|| unknown(lang).to_owned(), |prospect| outcomes(lang, prospect.outcomes))
}

/// Why a matter stands where it stands, in one sentence.
pub fn why(lang: Lang, matter: &Matter) -> String {
    let Some(prospect) = matter.prospect else { return comes_first(lang).to_owned() };
    let what = could(lang, prospect);
    match matter.class() {
        Class::Blocks => blocks(lang, &what),
        Class::LookedAtAgain => looked_at_again(lang, &what),
        Class::Advisory => advisory(lang, &what),
        Class::Settled if passed(matter) => by_the_lock(lang, &what),
        Class::Settled => settled(lang, &what),
    }
}

/// How a matter stands, in a word or two.
pub fn state(lang: Lang, matter: &Matter) -> &'static str {
    if passed(matter) { words::locked(lang) } else { reconcile::state(lang, matter.thing.state) }
}

/// Whether it was left as it was by the lock.
fn passed(matter: &Matter) -> bool {
    matter.class() == Class::Settled && matter.thing.state == ThingState::Open
}

/// What a disagreement could do, without a full stop.
pub fn could(lang: Lang, prospect: Prospect) -> String {
    match prospect.nearest {
        _ if prospect.outcomes.is_settled() => cannot_flip(lang, &star(lang, prospect.outcomes.lowest)),
        None => could_end(lang, &outcomes(lang, prospect.outcomes)),
        Some(nearest) if nearest.cells == 1 => could_flip_one(lang, &outcomes(lang, prospect.outcomes), nearest.points),
        Some(nearest) => could_flip(lang, &outcomes(lang, prospect.outcomes), nearest.cells, nearest.points),
    }
}

/// What everything still open on a product could do together, as a sentence.
pub fn open(lang: Lang, outcomes_of_all: Interval) -> String {
    match outcomes_of_all.is_settled() {
        true => nothing_open(lang).to_owned(),
        false => open_could(lang, &star(lang, outcomes_of_all.lowest), &star(lang, outcomes_of_all.highest)),
    }
}

/// Cells of a flip said one by one.
const MOVES_SAID: usize = 4;

/// The smallest changes that flip the star, one sentence each; `who` names a seat.
pub fn flips(lang: Lang, flips: &Flips, who: impl Fn(&crate::council::SeatId) -> String) -> Vec<String> {
    let moves = |flip: &Flip| {
        let points =
            |scored: crate::council::Scored| scored.points().map_or("·".to_owned(), |points| points.to_string());
        let named = flip.moves.iter().take(MOVES_SAID);
        let mut said: Vec<String> = named
            .map(|one| flip_move(lang, &who(&one.seat), one.criterion.as_str(), &points(one.from), &points(one.to)))
            .collect();
        let more = flip.moves.len().saturating_sub(MOVES_SAID);
        if more > 0 {
            said.push(flip_more(lang, more));
        }
        let mut said = said.join("; ");
        if flip.moves.len() > 1 {
            said = format!("{} – {said}", flip_sum(lang, flip.moves.len(), flip.points));
        }
        if !flip.exact {
            said.push_str(flip_bound(lang));
        }
        said
    };
    let up = flips.up.iter().map(|flip| flip_up(lang, &verdict::star(lang, flip.to), &moves(flip)));
    let down = flips.down.iter().map(|flip| match flip.to {
        Some(star) => flip_down(lang, &star.to_string(), &moves(flip)),
        None => flip_none(lang, &moves(flip)),
    });
    up.chain(down).collect()
}
