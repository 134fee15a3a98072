//! Every way in which a rule says no, as one sentence: why, and what to do.

use super::{Lang, short, words};
use crate::council::{ProductId, SeatId};
use crate::rubric::Code;
use crate::session::{PhaseName, Refusal, Session};

messages! {
    sealed { vi: "Phiên đã niêm phong: không ghi thêm được nữa.", en: "The session is sealed: nothing more can be recorded." }
    looking_back { vi: "Đang xem lại lúc trước: chỉ xem, không ghi được gì. F3 về hiện tại.", en: "This is the session as it stood earlier: to be looked at only. F3 goes back to the present." }
    newer_program { vi: "Có phần do bản chương trình mới hơn ghi; hãy làm việc này bằng bản mới.", en: "Something here was recorded by a newer program; do this with that one." }
    unknown_seat(seat: &str) { vi: "Phiên không có ghế “{seat}”.", en: "The session has no seat “{seat}”." }
    unknown_product(product: &str) { vi: "Phiên không có sản phẩm “{product}”.", en: "The session has no product “{product}”." }
    unknown_criterion(code: &str) { vi: "Bộ sản phẩm này không có tiêu chí {code}.", en: "This product set has no criterion {code}." }
    unknown_level(code: &str) { vi: "Tiêu chí {code} không có mức ấy.", en: "Criterion {code} has no such level." }
    unknown_set(no: u8) { vi: "Không có bộ sản phẩm số {no} trong quyết định của phiên.", en: "The session's decision has no product set {no}." }
    unknown_ground { vi: "Cần chọn một căn cứ hoặc ghi rõ bằng chữ.", en: "Choose a ground, or put it in words." }
    taken_id(id: &str) { vi: "Mã “{id}” đã có người dùng; chọn mã khác.", en: "The id “{id}” is taken; choose another." }
    bad_value(field: &str) { vi: "Giá trị của “{field}” không hợp lệ.", en: "The value of “{field}” cannot be." }
    reason_needed { vi: "Cần ghi lý do.", en: "A reason has to be given." }
    already_so { vi: "Đã như vậy rồi.", en: "It is so already." }
    does_not_score(seat: &str) { vi: "Ghế {seat} không chấm điểm.", en: "Seat {seat} does not score." }
    is_recused(seat: &str) { vi: "Ghế {seat} không tham gia chấm sản phẩm này.", en: "Seat {seat} does not score this product." }
    handed_in { vi: "Phiếu đã nộp; rút lại phiếu trước khi sửa.", en: "The sheet is handed in; take it back first." }
    not_handed_in { vi: "Phiếu chưa nộp.", en: "The sheet is not handed in." }
    incomplete(n: usize, codes: &str) { vi: "Còn {n} tiêu chí chưa chấm: {codes}.", en: "{n} {criteria} not scored yet: {codes}.", criteria: n "criterion is" "criteria are" }
    not_applicable(criterion: &str, needs: &str) { vi: "Tiêu chí {criterion} chỉ chấm khi tiêu chí {needs} có điểm.", en: "{criterion} is scored only when {needs} is worth more than 0." }
    conflict(seat: &str) { vi: "Phiếu của ghế {seat} có hai bản khác nhau; người chấm chọn một bản trước.", en: "There are two versions of {seat}'s sheet; that member chooses one first." }
    not_asked(seat: &str) { vi: "Lần chấm lại này không yêu cầu ghế {seat} hoặc tiêu chí ấy.", en: "The re-scoring did not ask {seat}, or not about this." }
    wrong_phase(product: &str, phase: &str) { vi: "Sản phẩm {product} đang ở trạng thái “{phase}”, chưa làm việc này được.", en: "Product {product} is “{phase}”; this cannot be done now." }
    contested(product: &str) { vi: "Sản phẩm {product} có hai quyết định khác nhau; bàn chủ trì giải quyết trước.", en: "Two decisions on product {product} differ; the presiding table settles that first." }
    not_presiding(seat: &str) { vi: "Hiện ghế {seat} đang chủ trì; chỉ ghế ấy được làm việc này.", en: "Seat {seat} presides now; only that seat can do this." }
    presiding_contested { vi: "Có hai lần giao chủ trì khác nhau; giải quyết việc đó trước.", en: "Two hand-overs differ; settle that first." }
    cannot_preside(seat: &str) { vi: "Ghế {seat} không chủ trì được: chỉ chủ tịch hoặc phó chủ tịch.", en: "Seat {seat} cannot preside: only the chair or a deputy." }
    presiding_absent(seat: &str) { vi: "Ghế chủ trì {seat} không có mặt; giao chủ trì trước.", en: "The presiding seat {seat} is not present; hand over first." }
    no_quorum(present: usize, needed: usize) { vi: "Mới có {present} thành viên có mặt, cần ít nhất {needed}.", en: "{present} {members} present where {needed} {are} needed.", members: present "member is" "members are", are: needed "is" "are" }
    too_few_sheets(have: usize, needed: usize) { vi: "Mới có {have} phiếu, cần ít nhất {needed}.", en: "{have} {sheets} handed in where {needed} {are} needed.", sheets: have "sheet is" "sheets are", are: needed "is" "are" }
    waits_for(seats: &str) { vi: "Còn chờ phiếu của: {seats}.", en: "Sheets are waited for from: {seats}." }
    ground_open(seat: &str) { vi: "Ghế {seat} đã nêu căn cứ loại; bàn chủ trì trả lời trước.", en: "{seat} raised a ground for rejection; the presiding table answers first." }
    nothing_new { vi: "Không có gì mới từ lần mở phiếu trước.", en: "Nothing has changed since the last reveal." }
    no_disagreement(code: &str) { vi: "Các phiếu đã thống nhất về yêu cầu tối thiểu ở {code}; không có gì để kết luận.", en: "The sheets agree on the minimum at {code}; there is nothing to rule on." }
    rulings_contradict(code: &str, star: u8) {
        vi: "Trái với kết luận về yêu cầu {star} sao ở {code} (đạt mức cao thì đạt cả mức thấp): kết luận lại mức ấy trước.",
        en: "It contradicts the ruling on {code} for {star} stars (what meets a higher one meets a lower one): rule on that again first.",
    }
    unknown_dispute { vi: "Không còn nội dung cần thảo luận ấy.", en: "There is no such thing to discuss any more." }
    blocked(n: usize) { vi: "Còn {n} việc phải xử lý trước khi khóa.", en: "{n} {things} to be settled before locking.", things: n "thing has" "things have" }
    forward_needed { vi: "Cần ghi có chuyển hồ sơ lên Bộ hay không.", en: "Say whether the file goes to the Ministry." }
    forward_not_asked { vi: "Sản phẩm này không thuộc diện chuyển lên Bộ.", en: "The question of the Ministry does not arise here." }
    wrong_result { vi: "Tính lại cho kết quả khác; mở lại sản phẩm rồi khóa.", en: "Recomputing gives another result; look at the product again, then lock." }
    unsettled(n: usize, products: &str) { vi: "Còn {n} sản phẩm chưa khóa hoặc còn việc: {products}.", en: "{n} {products_word} not locked or {have} something open: {products}.", products_word: n "product is" "products are", have: n "has" "have" }
    field_contested { vi: "Một mục sửa hoặc điểm danh có hai giá trị khác nhau; ghi lại cho rõ.", en: "A correction or attendance stands in two versions; record it again." }
    rests_on_void { vi: "Việc này dựa trên một việc không có hiệu lực.", en: "It rests on something that does not hold." }
    wrong_roll { vi: "Danh sách phiếu không khớp với các ghế chấm điểm.", en: "The sheets named do not match the scoring seats." }
}

/// A refusal as one sentence, seats and products by the ids that commands are given.
pub fn refusal(lang: Lang, refusal: &Refusal) -> String {
    named(lang, refusal, &|seat| seat.to_string(), &|product| product.to_string())
}

/// A refusal as one sentence, seats by their titles, products by number and name.
pub fn refusal_in(lang: Lang, session: &Session, refusal: &Refusal) -> String {
    let seat = |id: &SeatId| session.seat(id).map_or_else(|| id.to_string(), |seat| short::title(lang, &seat));
    let product = |id: &ProductId| {
        let no = session.product_ids().iter().position(|other| other == id);
        let name = session.product(id).map(|product| product.name);
        no.zip(name).map_or_else(|| id.to_string(), |(no, name)| format!("{} {name}", no + 1))
    };
    named(lang, refusal, &seat, &product)
}

fn named(
    lang: Lang,
    refusal: &Refusal,
    name: &dyn Fn(&SeatId) -> String,
    product_name: &dyn Fn(&ProductId) -> String,
) -> String {
    match refusal {
        Refusal::Sealed => sealed(lang).to_owned(),
        Refusal::LookingBack => looking_back(lang).to_owned(),
        Refusal::NewerProgram => newer_program(lang).to_owned(),
        Refusal::UnknownSeat(seat) => unknown_seat(lang, &name(seat)),
        Refusal::UnknownProduct(product) => unknown_product(lang, product.as_str()),
        Refusal::UnknownCriterion(code) => unknown_criterion(lang, code.as_str()),
        Refusal::UnknownLevel(code) => unknown_level(lang, code.as_str()),
        Refusal::UnknownSet(no) => unknown_set(lang, *no),
        Refusal::UnknownGround => unknown_ground(lang).to_owned(),
        Refusal::TakenId(id) => taken_id(lang, id),
        Refusal::BadValue(field) => bad_value(lang, field_name(lang, field)),
        Refusal::ReasonNeeded => reason_needed(lang).to_owned(),
        Refusal::AlreadySo => already_so(lang).to_owned(),
        Refusal::DoesNotScore(seat) => does_not_score(lang, &name(seat)),
        Refusal::IsRecused(seat) => is_recused(lang, &name(seat)),
        Refusal::HandedIn => handed_in(lang).to_owned(),
        Refusal::NotHandedIn => not_handed_in(lang).to_owned(),
        Refusal::Incomplete(codes) => incomplete(lang, codes.len(), &few(codes.iter().map(Code::to_string))),
        Refusal::NotApplicable { criterion, needs } => not_applicable(lang, criterion.as_str(), needs.as_str()),
        Refusal::Conflict(seat) => conflict(lang, &name(seat)),
        Refusal::NotAsked(seat) => not_asked(lang, &name(seat)),
        Refusal::WrongPhase(product, phase) => wrong_phase(lang, &product_name(product), phase_name(lang, *phase)),
        Refusal::Contested(product) => contested(lang, &product_name(product)),
        Refusal::NotPresiding(seat) => not_presiding(lang, &name(seat)),
        Refusal::PresidingContested => presiding_contested(lang).to_owned(),
        Refusal::CannotPreside(seat) => cannot_preside(lang, &name(seat)),
        Refusal::PresidingAbsent(seat) => presiding_absent(lang, &name(seat)),
        Refusal::NoQuorum { present, needed } => no_quorum(lang, *present, *needed),
        Refusal::TooFewSheets { have, needed } => too_few_sheets(lang, *have, *needed),
        Refusal::WaitsFor(seats) => waits_for(lang, &few(seats.iter().map(name))),
        Refusal::GroundOpen(seat) => ground_open(lang, &name(seat)),
        Refusal::NothingNew => nothing_new(lang).to_owned(),
        Refusal::NoDisagreement(code) => no_disagreement(lang, code.as_str()),
        Refusal::RulingsContradict(other) => rulings_contradict(lang, other.criterion.as_str(), other.star.number()),
        Refusal::UnknownDispute => unknown_dispute(lang).to_owned(),
        Refusal::Blocked(n) => blocked(lang, *n),
        Refusal::ForwardNeeded => forward_needed(lang).to_owned(),
        Refusal::ForwardNotAsked => forward_not_asked(lang).to_owned(),
        Refusal::WrongResult => wrong_result(lang).to_owned(),
        Refusal::Unsettled(products) => unsettled(lang, products.len(), &few(products.iter().map(product_name))),
        Refusal::FieldContested => field_contested(lang).to_owned(),
        Refusal::RestsOnVoid => rests_on_void(lang).to_owned(),
        Refusal::WrongRoll => wrong_roll(lang).to_owned(),
    }
}

/// What a value is of, in words.
fn field_name(lang: Lang, field: &'static str) -> &'static str {
    match field {
        "name" => words::field_name(lang),
        "kind" => words::field_kind(lang),
        "title" => words::field_title(lang),
        "seats" => words::field_seats(lang),
        other => other,
    }
}

/// A phase by name.
pub fn phase_name(lang: Lang, phase: PhaseName) -> &'static str {
    match phase {
        PhaseName::Blind => words::blind(lang),
        PhaseName::Revealed => words::revealed(lang),
        PhaseName::Rescoring => words::rescoring(lang),
        PhaseName::Locked => words::locked(lang),
        PhaseName::Closed => words::closed(lang),
        PhaseName::Contested => words::contested(lang),
    }
}

/// The first few of a list, and `…`.
fn few(items: impl Iterator<Item = String>) -> String {
    const FEW: usize = 5;
    let mut items: Vec<String> = items.take(FEW + 1).collect();
    if items.len() > FEW {
        items.truncate(FEW);
        items.push("…".to_owned());
    }
    items.join(", ")
}
