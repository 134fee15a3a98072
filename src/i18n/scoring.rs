//! Scoring: one's own sheet, its review, the list of products.

use super::Lang;
use crate::rubric::{Consequence, Star};
use crate::session::PhaseName;

messages! {
    digit { vi: "số", en: "digit" }
    digit_version { vi: "chọn bản", en: "version" }
    digit_help { vi: "Chọn mức bằng số điểm (hoặc sản phẩm bằng số thứ tự).", en: "Takes the level worth that much (or the product's number)." }
    choose_help { vi: "Lấy mức hoặc dòng đang trỏ.", en: "Takes the level or line highlighted." }
    hand_in { vi: "nộp", en: "hand in" }
    hand_in_help { vi: "Xem lại rồi nộp phiếu; phiếu đã nộp thì rút lại.", en: "Looks over and hands in; or takes the sheet back." }
    unscored { vi: "còn sót", en: "unscored" }
    unscored_help { vi: "Đến tiêu chí chưa chấm tiếp theo.", en: "To the next criterion without a mark." }
    minimum { vi: "thiếu tối thiểu", en: "minimum missing" }
    minimum_help { vi: "Đến tiêu chí chưa đạt yêu cầu tối thiểu tiếp theo.", en: "To the next criterion below a star minimum." }
    take { vi: "nhận", en: "take" }
    up_help { vi: "Mức trên (hoặc dòng trên).", en: "One level (or line) up." }
    down_help { vi: "Mức dưới (hoặc dòng dưới).", en: "One level (or line) down." }
    turn { vi: "bảng/thẻ", en: "sheet/card" }
    turn_help { vi: "Đổi giữa bảng và thẻ; từ danh sách thì về phiếu.", en: "From sheet to card and back; from a list to the sheet." }
    next { vi: "tiếp", en: "next" }
    next_help { vi: "Tiêu chí sau (hoặc trang sau).", en: "The next criterion (or page)." }
    previous { vi: "trước", en: "previous" }
    previous_help { vi: "Tiêu chí trước (hoặc trang trước).", en: "The criterion (or page) before." }
    first { vi: "đầu phiếu", en: "first" }
    first_help { vi: "Về tiêu chí (hoặc dòng) đầu.", en: "To the first criterion (or line)." }
    last { vi: "cuối phiếu", en: "last" }
    last_help { vi: "Đến tiêu chí (hoặc dòng) cuối.", en: "To the last criterion (or line)." }
    products { vi: "sản phẩm", en: "products" }
    products_help { vi: "Danh sách sản phẩm; bấm lại để về phiếu.", en: "The list of products; again to go back to the sheet." }
    next_product { vi: "sản phẩm sau", en: "next product" }
    next_product_help { vi: "Sang phiếu của sản phẩm sau.", en: "To the sheet of the next product." }
    previous_product { vi: "sản phẩm trước", en: "product before" }
    previous_product_help { vi: "Sang phiếu của sản phẩm trước.", en: "To the sheet of the product before." }
    undo { vi: "lấy lại", en: "undo" }
    undo_help { vi: "Lấy lại việc vừa làm trên phiếu này (nhiều bước).", en: "Takes back your last act on this sheet (several)." }
    note { vi: "ghi chú", en: "note" }
    note_help { vi: "Ghi chú cho tiêu chí này.", en: "A note on this criterion." }
    evidence { vi: "minh chứng", en: "evidence" }
    evidence_help { vi: "Ghi trang hồ sơ có minh chứng.", en: "Where in the dossier the evidence stands." }
    unsure { vi: "chưa chắc", en: "unsure" }
    unsure_help { vi: "Đánh dấu chưa chắc để xem lại, hoặc bỏ dấu.", en: "Marks the criterion unsure, or takes that off." }
    clear { vi: "xóa điểm", en: "clear" }
    clear_help { vi: "Xóa điểm: trở lại chưa chấm.", en: "Clears this mark: not scored again." }
    ground { vi: "nêu lý do loại", en: "raise a ground" }
    ground_help { vi: "Nêu lý do loại hoặc dừng đánh giá, hoặc rút lại.", en: "Raises a ground for rejection, or takes one back." }
    opinion { vi: "ý kiến", en: "opinion" }
    opinion_help { vi: "Ý kiến về sản phẩm, cho phiếu và biên bản.", en: "An opinion, for the sheet and the minutes." }
    recuse { vi: "không tham gia chấm", en: "recuse" }
    recuse_help { vi: "Không tham gia chấm sản phẩm này, hoặc tham gia lại.", en: "Not to score this product, or to score it after all." }
}

messages! {
    done_so_far(scored: usize, of: usize, total: u16) { vi: "Đã chấm {scored}/{of} · tổng {total}", en: "Scored {scored}/{of} · total {total}" }
    last_mark(what: &str) { vi: "vừa chấm {what}", en: "last: {what}" }
    last_undone(what: &str) { vi: "đã lấy lại {what}", en: "taken back: {what}" }
    take_it_back { vi: "(Ctrl-Z lấy lại)", en: "(Ctrl-Z undoes)" }
    points(n: u16) { vi: "{n} điểm", en: "{n} {points}", points: n "point" "points" }
    none_met_zero { vi: "không đạt mức nào – 0 điểm", en: "none of the levels met – 0 points" }
    noted { vi: "ghi chú", en: "note" }
    evidence_noted { vi: "minh chứng", en: "evidence" }
    sure_again { vi: "hết chưa chắc", en: "sure again" }

    range(most: u16) { vi: "0–{most} đ", en: "0–{most} pts" }
    none_met_level { vi: "Không đạt mức nào", en: "None of the levels is met" }
    case(letter: char, text: &str) { vi: "Trường hợp {letter}: {text}", en: "Case {letter}: {text}" }
    rejects(text: &str) { vi: "Bị loại: {text}", en: "Rejected: {text}" }
    stops(text: &str) { vi: "Dừng đánh giá: {text}", en: "Stops: {text}" }
    own_elsewhere(code: &str) { vi: "Của tôi ở {code}:", en: "Mine at {code}:" }
    product_short { vi: "SP", en: "no." }
    lacking(star: Star) { vi: "Còn thiếu cho {star}:", en: "Missing for {star}:" }
    none_lacking { vi: "Đạt mọi yêu cầu tối thiểu", en: "Every star minimum met" }
    has(n: u16) { vi: "(có {n})", en: "(has {n})" }
    own_note(text: &str) { vi: "Ghi chú: {text}", en: "Note: {text}" }
    own_evidence(text: &str) { vi: "Minh chứng: {text}", en: "Evidence: {text}" }
    is_unsure { vi: "? Chưa chắc – xem lại", en: "? Unsure – look again" }
    old_points(n: u16) { vi: "Trước khi chấm lại: {n} điểm", en: "Before the re-scoring: {n} {points}", points: n "point" "points" }
    needs(needed: &str) { vi: "Không áp dụng: {needed} đang là 0 điểm.", en: "Not applicable: {needed} is worth 0." }
    versions(n: usize) { vi: "{n} BẢN KHÁC NHAU: gõ 1–{n} để chọn", en: "{n} VERSIONS: type 1–{n} to choose" }
    so_far(total: u16, star: Star) { vi: "Đến nay {total} đ ({star} theo điểm)", en: "So far {total} pts ({star} by points)" }
    could_be(most: u16, star: Star) { vi: "còn có thể tới {most} đ ({star})", en: "could still reach {most} ({star})" }
    complete(total: u16, star: Star) { vi: "Phiếu này: {total} đ – {star} theo điểm", en: "This sheet: {total} pts – {star} by points" }

    no_such_worth(code: &str, typed: u16, known: &str) { vi: "{code} không có mức {typed} điểm. Các mức: {known}.", en: "No level of {code} is worth {typed}. The levels: {known}." }
    or_none_met(known: &str) { vi: "{known}; 0 = không đạt mức nào", en: "{known}; 0 = none met" }
    several_fit(n: usize, points: u16) { vi: "{n} mức cùng {points} điểm: ↑↓ để chuyển, Enter để chọn.", en: "{n} levels are worth {points}: ↑↓ to move, Enter to choose." }
    waits(typed: u16, longer: &str) { vi: "Đã gõ {typed}: gõ tiếp cho {longer} điểm", en: "Typed {typed}: go on for {longer} points" }
    waits_or(typed: u16) { vi: ", hoặc Enter lấy {typed} điểm.", en: ", or Enter takes {typed}." }
    no_version_chosen(n: usize) { vi: "Gõ 1–{n} để chọn bản đúng, hoặc ↑↓ đến một mức rồi Enter.", en: "Type 1–{n} for the right version, or move to a level with ↑↓, then Enter." }
    nothing_chosen { vi: "Gõ số điểm, hoặc ↑↓ đến một mức rồi Enter.", en: "Type the points, or move to a level with ↑↓, then Enter." }
    not_asked(code: &str) { vi: "Không chấm lại {code}: điểm giữ nguyên.", en: "{code} is not re-scored: its mark stays." }
    no_such_version(n: usize) { vi: "Chỉ có bản 1 đến {n}.", en: "There are versions 1 to {n}." }
    all_scored { vi: "Đã chấm đủ mọi tiêu chí. F8: xem lại và nộp phiếu.", en: "Every criterion is scored. F8: look over and hand in." }
    still_unscored(n: usize) { vi: "Hết phiếu; còn {n} tiêu chí chưa chấm. F4: đến đó.", en: "The end; {n} {criteria} not scored. F4: go there.", criteria: n "criterion is" "criteria are" }
    no_lack { vi: "Không còn yêu cầu tối thiểu nào thiếu.", en: "No star minimum is missing." }
    changed_since(code: &str) { vi: "{code} đã đổi ở nơi khác sau đó: không lấy lại được.", en: "{code} has changed elsewhere since: it cannot be taken back." }
    nothing_to_clear(code: &str) { vi: "{code} chưa có điểm.", en: "{code} has no mark." }
}

messages! {
    note_title(code: &str, name: &str) { vi: "Ghi chú cho {code} {name}", en: "Note on {code} {name}" }
    note_body { vi: "Enter: ghi · Ctrl-J: xuống dòng · để trống: xóa ghi chú.", en: "Enter: keep · Ctrl-J: new line · empty: removes the note." }
    evidence_title(code: &str, name: &str) { vi: "Minh chứng cho {code} {name}", en: "Evidence for {code} {name}" }
    evidence_body { vi: "Trang hoặc tài liệu trong hồ sơ:", en: "Page or paper in the dossier:" }
    opinion_title { vi: "Ý kiến về sản phẩm", en: "Opinion on the product" }
    opinion_body { vi: "Ghi vào phiếu và biên bản. Enter: ghi · Ctrl-J: xuống dòng.", en: "For the sheet and the minutes. Enter: keep · Ctrl-J: new line." }
    recuse_title { vi: "Không tham gia chấm sản phẩm này?", en: "Not to score this product?" }
    recuse_body(name: &str) { vi: "{name}. Điểm đã chấm vẫn được giữ nhưng không tính. Lý do:", en: "{name}. Marks already given are kept but not counted. The reason:" }
    recusal_title { vi: "Có tham gia chấm sản phẩm này không?", en: "Does this seat score the product?" }
    recusal_stays { vi: "Không tham gia chấm", en: "No, it is recused" }
    recusal_ends { vi: "Tham gia chấm", en: "Yes, it scores" }
    unrecuse_title { vi: "Tham gia chấm trở lại?", en: "Score it after all?" }
    unrecuse_body(name: &str) { vi: "{name}: phiếu của tôi lại được chấm và nộp như thường.", en: "{name}: my sheet can be scored and handed in again." }
    ground_title { vi: "Nêu lý do loại hoặc dừng đánh giá", en: "Raise a ground for rejection or stopping" }
    ground_body { vi: "Bàn chủ trì thấy ngay; chưa mở phiếu được cho đến khi bàn chủ trì trả lời.", en: "The presiding table sees it at once; the reveal waits for its answer." }
    ground_other { vi: "Lý do khác, ghi bằng lời", en: "Another ground, in words" }
    ground_back(text: &str) { vi: "RÚT LẠI lý do đã nêu: {text}", en: "TAKE BACK: {text}" }
    ground_words { vi: "Lý do:", en: "The ground:" }
    ground_raised(text: &str) { vi: "Tôi đã nêu: {text} – chờ bàn chủ trì (Ctrl-G rút lại)", en: "I raised: {text} – the presiding table answers (Ctrl-G takes it back)" }
    raised_ok { vi: "Đã nêu với bàn chủ trì.", en: "Raised with the presiding table." }

    names_unscored(n: usize, codes: &str) { vi: "Chưa nộp được: còn {n} tiêu chí chưa chấm: {codes}.", en: "Not yet: {n} {criteria} not scored: {codes}.", criteria: n "criterion is" "criteria are" }
    names_torn(n: usize, codes: &str) { vi: "Chưa nộp được: {n} ô có hai bản khác nhau, hãy chọn: {codes}.", en: "Not yet: {n} {marks} in two versions, choose first: {codes}.", marks: n "mark stands" "marks stand" }
    take_back_title { vi: "Rút lại phiếu đã nộp?", en: "Take the sheet back?" }
    take_back_body(name: &str) { vi: "{name}. Điểm vẫn giữ nguyên để sửa; phải nộp lại trước khi mở phiếu.", en: "{name}. The marks stay, to be changed; it has to be handed in again before the reveal." }
    handed_in_now(number: usize, total: u16) { vi: "Đã nộp phiếu sản phẩm {number}: {total} điểm. Ctrl-PgDn: sản phẩm sau.", en: "Product {number} is handed in: {total} {points}. Ctrl-PgDn: next product.", points: total "point" "points" }
    taken_back { vi: "Đã rút lại phiếu: sửa được, nhớ nộp lại.", en: "Taken back: change it and hand it in again." }

    review_title { vi: "XEM LẠI TRƯỚC KHI NỘP", en: "LOOK OVER BEFORE HANDING IN" }
    review_product(number: usize, name: &str) { vi: "Sản phẩm {number}: {name}", en: "Product {number}: {name}" }
    review_part(code: &str, got: u16, most: u16) { vi: "Phần {code}: {got}/{most}", en: "Part {code}: {got}/{most}" }
    review_send { vi: "NỘP PHIẾU NÀY", en: "HAND IN THIS SHEET" }
    review_unsure(what: &str) { vi: "? Chưa chắc: {what}", en: "? Unsure: {what}" }
    review_lack(what: &str, least: u16, have: u16, star: Star) { vi: "! Thiếu cho {star}: {what} cần {least}, có {have}", en: "! Missing for {star}: {what} needs {least}, has {have}" }
    review_nothing { vi: "Không có gì chưa chắc; đạt mọi yêu cầu tối thiểu.", en: "Nothing unsure; every star minimum met." }
    review_look { vi: "Xem lại (Enter: đến tiêu chí ấy):", en: "To look at again (Enter: go there):" }
    review_status { vi: "Enter: nộp, hoặc đến tiêu chí đang trỏ · Tab: trở lại phiếu", en: "Enter: hand in, or go to the criterion · Tab: back to the sheet" }
    review_note { vi: "Sao theo yêu cầu tối thiểu và điểm trung bình chỉ tính khi mở phiếu.", en: "Star by minima and mean is decided only at the reveal." }

    list_no { vi: "STT", en: "no." }
    list_name { vi: "Sản phẩm", en: "Product" }
    list_set { vi: "Bộ", en: "Set" }
    list_progress { vi: "Đã chấm", en: "Scored" }
    list_state { vi: "Phiếu của tôi", en: "My sheet" }
    list_phase { vi: "Bước", en: "Phase" }
    list_status { vi: "Gõ số thứ tự hoặc ↑↓, Enter mở phiếu, Tab trở lại phiếu đang chấm", en: "Type the number or ↑↓, Enter opens, Tab goes back to the sheet" }
    list_typed(typed: usize) { vi: "Số {typed}: Enter mở phiếu", en: "No. {typed}: Enter opens" }
    list_missing(typed: usize, of: usize) { vi: "Không có sản phẩm số {typed}: có từ 1 đến {of}.", en: "There is no product {typed}: 1 to {of}." }
    first_product { vi: "Đây là sản phẩm đầu tiên.", en: "This is the first product." }
    last_product { vi: "Đây là sản phẩm cuối cùng.", en: "This is the last product." }
    no_products { vi: "Phiên này chưa có sản phẩm.", en: "This session has no products." }
    no_seat { vi: "Chưa chọn ghế.", en: "No seat is chosen." }

    torn_sheet { vi: "PHIẾU ĐÃ NỘP Ở HAI NƠI, KHÁC NHAU. Chọn lại từng ô có dấu ! rồi F8 nộp lại.", en: "HANDED IN TWICE, DIFFERENTLY. Choose again each mark signed !, then F8 hands in." }
    torn_cells(n: usize) { vi: "{n} ô có hai bản khác nhau (dấu !): hãy chọn bản đúng.", en: "{n} {marks} in two versions (sign !): choose the right one.", marks: n "mark stands" "marks stand" }
    asked_all(why: &str) { vi: "CHẤM LẠI cả phiếu. Lý do: {why}. Xong thì F8 nộp lại.", en: "RE-SCORING the whole sheet. Reason: {why}. Then F8 hands in." }
    asked_some(codes: &str, why: &str) { vi: "CHẤM LẠI {codes}. Lý do: {why}. Dấu = giữ nguyên. Xong thì F8 nộp lại.", en: "RE-SCORING {codes}. Reason: {why}. Sign =: stays as it is. Then F8 hands in." }
    as_last_opened(said: &str) { vi: "Lần mở phiếu trước: {said}", en: "As last opened: {said}" }
    result_own(mean: &str, outcome: &str, own: u16, low: u16, high: u16) { vi: "Trung bình {mean}: {outcome}. Phiếu này {own}, thấp nhất {low}, cao nhất {high}. Ctrl-W: vì sao", en: "Mean {mean}: {outcome}. This sheet {own}, lowest {low}, highest {high}. Ctrl-W: why" }
    result(mean: &str, outcome: &str, low: u16, high: u16) { vi: "Trung bình {mean}: {outcome}. Phiếu thấp nhất {low}, cao nhất {high}. Ctrl-W: vì sao", en: "Mean {mean}: {outcome}. Lowest sheet {low}, highest {high}. Ctrl-W: why" }
    handed_in_banner { vi: "ĐÃ NỘP PHIẾU – chỉ xem. F8: rút lại để sửa khi chưa mở phiếu.", en: "HANDED IN – to read only. F8 takes it back, before the reveal." }
    recused_banner(why: &str) { vi: "KHÔNG THAM GIA CHẤM sản phẩm này: {why}. Ctrl-R: tham gia trở lại.", en: "RECUSED from this product: {why}. Ctrl-R: score it after all." }
    absent_banner { vi: "Ghế này đang ghi là không có mặt: phiếu chưa nộp sẽ không được tính.", en: "This seat is marked as not present: a sheet not handed in will not count." }
    shut_sealed { vi: "CHỈ XEM: phiên họp đã niêm phong.", en: "READ ONLY: the session is sealed." }
    shut_not_scoring { vi: "CHỈ XEM: ghế này không chấm điểm.", en: "READ ONLY: this seat does not score." }
    shut_not_asked { vi: "CHỈ XEM: đang chấm lại, nhưng ghế này không được yêu cầu chấm lại.", en: "READ ONLY: others were asked to re-score; this seat was not." }
    shut_revealed { vi: "CHỈ XEM: đã mở phiếu, điểm không sửa được nữa.", en: "READ ONLY: the sheets are open; marks cannot change." }
    shut_locked { vi: "CHỈ XEM: kết quả đã khóa.", en: "READ ONLY: the result is locked." }
    shut_closed { vi: "CHỈ XEM: sản phẩm đã kết thúc, không xếp sao (bị loại, dừng, rút hoặc để lại).", en: "READ ONLY: the product is closed without a star (rejected, stopped, withdrawn or put off)." }
    shut_contested { vi: "CHỈ XEM: có hai quyết định khác nhau về sản phẩm này; bàn chủ trì phải giải quyết.", en: "READ ONLY: two different decisions stand on this product; the presiding table settles it." }
    closed { vi: "đã kết thúc", en: "closed" }
    late_banner { vi: "Phiếu này đến sau khi mở phiếu nên chưa tính; bàn chủ trì cho chấm lại thì mới được tính.", en: "This sheet came after the reveal and does not count; it will if the desk asks for a re-scoring." }
    shut_other { vi: "CHỈ XEM: lúc này không chấm được.", en: "READ ONLY: it cannot be scored now." }
}

/// Why a product in this phase is read only for a member.
pub fn shut_phase(lang: Lang, phase: PhaseName) -> &'static str {
    match phase {
        PhaseName::Blind => shut_other(lang),
        PhaseName::Revealed => shut_revealed(lang),
        PhaseName::Rescoring => shut_not_asked(lang),
        PhaseName::Locked => shut_locked(lang),
        PhaseName::Closed => shut_closed(lang),
        PhaseName::Contested => shut_contested(lang),
    }
}

/// A ground with what follows from it.
pub fn ground_of(lang: Lang, leads_to: Consequence, text: &str) -> String {
    match leads_to {
        Consequence::Reject => rejects(lang, text),
        Consequence::Stop => stops(lang, text),
    }
}
