//! Reconcile: the things to discuss, what explains them, what settles them.

use super::{Lang, words};
use crate::council::{DisputeKind, SeatId};
use crate::session::{PhaseName, Thing, ThingState};
use crate::verdict::Verdict;

messages! {
    rescore { vi: "chấm lại", en: "re-score" }
    rescore_help { vi: "Đề nghị một số ghế chấm lại một số tiêu chí, có lý do.", en: "Asks some seats to score some criteria again, with a reason." }
    settle { vi: "kết luận", en: "rule" }
    settle_ground { vi: "trả lời căn cứ", en: "answer ground" }
    settle_decisions { vi: "chọn quyết định", en: "settle decisions" }
    settle_rulings { vi: "chọn kết luận", en: "settle rulings" }
    settle_aside { vi: "mở, để riêng ghế", en: "set seat aside" }
    settle_help { vi: "Kết luận nội dung đang chọn: yêu cầu đạt hay không, trả lời căn cứ, giải quyết hai quyết định, mở phiếu lại.", en: "Rules on the thing chosen: a minimum met or not, a ground answered, two decisions settled, a new reveal." }
    accept { vi: "giữ nguyên", en: "accept" }
    accept_help { vi: "Để nguyên nội dung đang chọn, có lý do ghi vào biên bản.", en: "Lets the thing chosen stand, with a reason for the minutes." }
    lock { vi: "kết quả, khóa", en: "verdict, lock" }
    lock_help { vi: "Sang kết quả và khóa.", en: "On to the verdict and the lock." }
    withdraw { vi: "rút chấm lại", en: "withdraw" }
    withdraw_help { vi: "Rút đề nghị chấm lại của ghế chưa trả lời.", en: "Takes a re-scoring back for seats that have not answered." }
    reveal { vi: "mở phiếu lại", en: "reveal again" }
    reveal_help { vi: "Mở phiếu lần nữa khi các ghế được đề nghị đã chấm lại.", en: "Opens the sheets again once the seats asked have answered." }
    rows { vi: "xem hết / chỉ chỗ lệch", en: "all / differing rows" }
    rows_help { vi: "Xem mọi tiêu chí, hay chỉ tiêu chí có ý kiến khác nhau.", en: "Every criterion, or only those that differ." }
    next { vi: "sản phẩm sau", en: "next product" }
    next_help { vi: "Sang sản phẩm sau còn việc.", en: "To the next product with things to settle." }
    previous { vi: "sản phẩm trước", en: "previous product" }
    previous_help { vi: "Về sản phẩm trước còn việc.", en: "To the previous product with things to settle." }
    conclude { vi: "kết luận chung", en: "conclusion" }
    conclude_help { vi: "Ghi kết luận của hội đồng về sản phẩm này.", en: "Writes the council's conclusion on this product." }
    explain_up { vi: "giải thích, lên", en: "explanation up" }
    explain_down { vi: "giải thích, xuống", en: "explanation down" }
    explain_help { vi: "Cuộn phần giải thích.", en: "Scrolls the explanation." }
    no_more { vi: "Không còn sản phẩm nào có việc.", en: "No other product has things to settle." }

    heading { vi: "CẦN THẢO LUẬN", en: "TO DISCUSS" }
    to_settle(n: usize) { vi: "{n} phải xử lý", en: "{n} to settle" }
    none_to_settle { vi: "không còn việc ✓", en: "all settled ✓" }
    nothing { vi: "Không có nội dung nào cần thảo luận.", en: "There is nothing to discuss." }
    same_rows(n: usize) { vi: "… {n} tiêu chí không lệch (Tab xem hết)", en: "… {n} {criteria} (Tab shows all)", criteria: n "criterion agrees" "criteria agree" }
    all_rows(n: usize) { vi: "cả {n} tiêu chí (Tab: chỉ chỗ lệch)", en: "all {n} {criteria} (Tab: differing only)", criteria: n "criterion" "criteria" }
    all_more(n: usize) { vi: "… {n} dòng nữa: PgDn (Tab: chỉ chỗ lệch)", en: "… {n} more {rows}: PgDn (Tab: differing)", rows: n "row" "rows" }
    total { vi: "Tổng", en: "Total" }
    same_more(n: usize, same: usize) { vi: "… {n} dòng nữa, {same} không lệch (Tab)", en: "… {n} more {rows}, {same} agree (Tab)", rows: n "row" "rows" }
    legend { vi: "▼▲ dưới, trên đa số · ! dưới yêu cầu đang xét · ✗ không đạt mức nào", en: "▼▲ below, above most · ! below the minimum in question · ✗ none met · o not applicable" }
    bar_heading { vi: "0 – hết", en: "0 – all" }
    legend_changed { vi: "1→2 vòng này đổi · ▼▲ dưới, trên đa số · ! dưới yêu cầu · ✗ không đạt mức nào", en: "1→2 changed in this round · ▼▲ below, above most · ! below the minimum · ✗ none met" }
    legend_short { vi: "▼▲ dưới, trên đa số · ! dưới yêu cầu · ✗ không đạt mức nào", en: "▼▲ below, above most · ! below the minimum · ✗ none met" }
    blind { vi: "Đang chấm kín: chưa có gì để thảo luận.", en: "Scoring is blind: there is nothing to discuss yet." }

    ground(who: &str) { vi: "căn cứ loại do {who} nêu", en: "a ground raised by {who}" }
    conflict(who: &str) { vi: "{who}: hai phiếu khác nhau", en: "{who}: two different sheets" }
    late(who: &str) { vi: "{who}: đến sau khi mở phiếu", en: "{who}: came after the reveal" }
    late_ruling(about: &str) { vi: "kết luận {about} đến sau khi khóa", en: "ruling on {about} came after the lock" }
    contested_ruling(about: &str) { vi: "{about}: hai kết luận khác nhau", en: "{about}: two rulings differ" }
    contested { vi: "hai quyết định khác nhau về sản phẩm", en: "two different decisions on the product" }
    spread(n: u16, low: &str, least: u16, high: &str, most: u16) { vi: "lệch tổng {n}: {low} {least}, {high} {most}", en: "totals {n} apart: {low} {least}, {high} {most}" }
    spread_bare(n: u16) { vi: "lệch tổng {n}", en: "totals {n} apart" }
    star_differs(n: usize) { vi: "sao tùy phiếu ({n} phiếu)", en: "star varies by sheet ({n})" }
    criterion_spread(code: &str, n: u16) { vi: "{code}: lệch {n} điểm", en: "{code}: {n} {points} apart", points: n "point" "points" }
    outlier(who: &str, n: u16) { vi: "{who}: cách trung vị {n} điểm", en: "{who}: {n} from the median" }
    splits(n: usize) { vi: "{n} yêu cầu còn khác ý kiến", en: "{n} other {minima} split", minima: n "minimum is" "minima are" }

    state_open { vi: "chưa xử lý", en: "open" }
    state_rescored { vi: "đang chấm lại", en: "re-scoring" }
    state_ruled { vi: "đã kết luận", en: "ruled" }
    state_accepted { vi: "giữ nguyên", en: "stands" }
    reason(state: &str, reason: &str) { vi: "{state}: {reason}", en: "{state}: {reason}" }

    asked(who: &str) { vi: "Chấm lại: {who}", en: "Scoring again: {who}" }
    answered(who: &str) { vi: "đã nộp: {who}", en: "handed in: {who}" }
    figures_stay { vi: "số liệu lần mở phiếu trước", en: "figures of the last reveal" }
    if_met(code: &str, then: &str) { vi: "Nếu {code} đạt: {then}", en: "If {code} is met: {then}" }
    if_not(code: &str, then: &str) { vi: "Nếu không: {then}", en: "If not ({code}): {then}" }
    all_if(then_met: &str, then_not: &str) { vi: "Đạt cả → {then_met} · không → {then_not}", en: "All met → {then_met} · not → {then_not}" }
    minimum_is(code: &str, name: &str, star: &str, points: u16) { vi: "{code} {name}: yêu cầu tối thiểu {star} từ {points} điểm", en: "{code} {name}: the minimum of {star} starts at {points}" }
    yes_side(n: usize, who: &str) { vi: "{n} đạt: {who}", en: "{n} met: {who}" }
    no_side(n: usize, who: &str) { vi: "{n} không: {who}", en: "{n} not: {who}" }
    level(points: u16, text: &str) { vi: "Mức {points}: {text}", en: "Level {points}: {text}" }
    level_star(points: u16, star: &str, text: &str) { vi: "Mức {points} ({star}): {text}", en: "Level {points} ({star}): {text}" }
    who_marks(points: &str, who: &str) { vi: "{points} điểm: {who}", en: "{points} points: {who}" }
    none_met_by(who: &str) { vi: "không đạt mức nào: {who}", en: "none met: {who}" }
    rule_says(met: &str) { vi: "Theo quy tắc của phiên: {met}. F6 kết luận, F5 chấm lại, F7 giữ nguyên.", en: "By the session's rule: {met}. F6 rule, F5 re-score, F7 accept." }
    spread_means(limit: u16) { vi: "Quy chế: chênh lệch tổng điểm không quá {limit}. F5 chấm lại hoặc F7 giữ nguyên, có lý do.", en: "The rules: totals no more than {limit} apart. F5 re-score or F7 accept, with a reason." }
    spread_parts { vi: "Lệch nhiều nhất giữa hai phiếu ấy:", en: "Where those two sheets are furthest apart:" }
    part_line(code: &str, low: &str, least: u16, high: &str, most: u16) { vi: "{code}: {low} {least} · {high} {most}", en: "{code}: {low} {least} · {high} {most}" }
    late_means { vi: "Không tính vào số liệu đang hiện. F6 mở phiếu lại để tính vào, hoặc F7 không tính, có lý do.", en: "It is not in the figures shown. F6 reveals again and takes it in, or F7 leaves it out, with a reason." }
    late_locked { vi: "Đến sau khi khóa. F7 không tính, có lý do; hoặc Ctrl-O mở lại sản phẩm.", en: "It came after the lock. F7 leaves it out with a reason, or Ctrl-O reopens the product." }
    conflict_means { vi: "Hai bản của cùng một ghế đều được giữ. Thành viên chọn một bản; hoặc F6 mở phiếu, để riêng ghế này.", en: "Both versions of this seat are kept. The member chooses one; or F6 reveals with the seat set aside." }
    contested_means { vi: "Hai bàn chủ trì đã quyết định khác nhau khi chưa gộp. Chưa có sao cho đến khi giải quyết (F6).", en: "Two desks decided differently before their copies met. There is no star until it is settled (F6)." }
    revealed_sheets(n: usize) { vi: "mở {n} phiếu", en: "{n} {sheets} opened", sheets: n "sheet" "sheets" }
    decision(what: &str, who: &str, at: &str) { vi: "· {what} ({who}, {at})", en: "· {what} ({who}, {at})" }
    contested_ruling_means { vi: "Hai bàn chủ trì đã kết luận khác nhau khi chưa gộp; chưa tính kết luận nào. F6 kết luận lại một lần.", en: "Two desks ruled differently before their copies met, and neither ruling holds. F6 rules once more." }
    ground_means { vi: "Chưa khóa được cho đến khi trả lời (F6).", en: "The lock waits until it is answered (F6)." }
    star_means { vi: "Để biết: số sao riêng của phiếu khác kết quả chung, hoặc kết quả dựa vào phiếu ấy.", en: "To know: the sheet's own star differs from the result, or the result rests on it." }
    outlier_means { vi: "Để biết: tổng điểm cách xa trung vị của các phiếu khác. Có thể F5 chấm lại.", en: "To know: the total is far from the median of the others. F5 asks to score again." }
    splits_means { vi: "Để biết: đủ phiếu thống nhất, hoặc còn yêu cầu khác quyết định số sao. F6 vẫn kết luận được.", en: "To know: enough sheets agree, or other minima decide the star. F6 can still rule." }
    round(no: u16) { vi: "vòng {no}", en: "round {no}" }
}

/// Where a thing stands.
pub fn state(lang: Lang, state: ThingState) -> &'static str {
    match state {
        ThingState::Open => state_open(lang),
        ThingState::Rescored => state_rescored(lang),
        ThingState::Ruled => state_ruled(lang),
        ThingState::Accepted => state_accepted(lang),
    }
}

/// What it means that something stands in two versions or came late, and the way out; nothing for disagreements of the
/// sheets.
pub fn beside(lang: Lang, thing: &Thing, phase: PhaseName) -> Option<&'static str> {
    Some(match thing.key.kind {
        DisputeKind::Late if phase == PhaseName::Locked => late_locked(lang),
        DisputeKind::Late => late_means(lang),
        DisputeKind::Conflict => conflict_means(lang),
        DisputeKind::Contested if thing.key.criterion.is_some() => contested_ruling_means(lang),
        DisputeKind::Contested => contested_means(lang),
        _ => return None,
    })
}

/// A thing in one line; `who` names seats in short.
pub fn thing(lang: Lang, thing: &Thing, verdict: Option<&Verdict>, who: impl Fn(&[SeatId]) -> String) -> String {
    let seat = || who(thing.key.seat.as_slice());
    let minimum = thing.key.criterion.as_ref().zip(thing.key.star).map(|(code, star)| format!("{code} ({star})"));
    match thing.key.kind {
        DisputeKind::Conflict => conflict(lang, &seat()),
        DisputeKind::Late => minimum.map_or_else(|| late(lang, &seat()), |about| late_ruling(lang, &about)),
        DisputeKind::Contested => {
            minimum.map_or_else(|| contested(lang).to_owned(), |about| contested_ruling(lang, &about))
        }
        DisputeKind::Outlier => outlier(lang, &seat(), thing.size),
        DisputeKind::StarDiffers => star_differs(lang, thing.seats.len()),
        DisputeKind::CriterionSpread => {
            criterion_spread(lang, thing.key.criterion.as_ref().map_or("", |code| code.as_str()), thing.size)
        }
        DisputeKind::MinimumSplit => verdict
            .and_then(|verdict| {
                verdict.minima.iter().find(|found| {
                    Some(&found.minimum.criterion) == thing.key.criterion.as_ref()
                        && Some(found.minimum.star) == thing.key.star
                })
            })
            .map_or_else(|| words::minimum_split(lang).to_owned(), |found| super::verdict::split_line(lang, found)),
        DisputeKind::Spread => {
            verdict.and_then(|verdict| extremes(lang, verdict, &who)).unwrap_or_else(|| spread_bare(lang, thing.size))
        }
    }
}

/// The spread with one sheet at either end.
fn extremes(lang: Lang, verdict: &Verdict, who: impl Fn(&[SeatId]) -> String) -> Option<String> {
    let low = verdict.sheets.iter().min_by_key(|sheet| sheet.total)?;
    let high = verdict.sheets.iter().rev().max_by_key(|sheet| sheet.total)?;
    let name = |seat: &SeatId| who(std::slice::from_ref(seat));
    Some(spread(lang, verdict.spread, &name(&low.seat), low.total, &name(&high.seat), high.total))
}
