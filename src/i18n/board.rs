//! Board: what is waited for, the table of products, its filters and orders.

use super::{Lang, words};
use crate::council::SeatId;
use crate::session::{Phase, Session, SheetState, Waiting};

messages! {
    open { vi: "mở", en: "open" }
    open_help { vi: "Chấm kín: xem còn thiếu phiếu nào; đã mở phiếu: thảo luận; đã khóa: kết quả.", en: "Blind: who is missing; revealed: the discussion; locked: the verdict." }
    find { vi: "tìm", en: "find" }
    find_help { vi: "Tìm theo tên hoặc số; gõ không dấu cũng được. Esc bỏ tìm.", en: "Finds by name or number, with or without marks. Esc ends it." }
    find_number { vi: "tìm theo số", en: "by number" }
    find_number_help { vi: "Gõ số thứ tự của sản phẩm.", en: "Type the number of a product." }
    filter { vi: "lọc", en: "filter" }
    filter_help { vi: "Bộ lọc kế tiếp.", en: "The next filter." }
    filter_back { vi: "lọc trước", en: "filter back" }
    filter_back_help { vi: "Bộ lọc trước.", en: "The filter before." }
    sort { vi: "sắp xếp", en: "sort" }
    sort_help { vi: "Xếp theo số, tên, số sao hoặc số việc còn lại; sản phẩm chấm kín luôn theo số, ở sau.", en: "By number, name, star or open things; blind products always come after, by number." }
    refresh { vi: "đọc lại", en: "read again" }
    refresh_help { vi: "Đọc lại thư mục phiên họp ngay bây giờ.", en: "Reads the session's folder now." }
    reveal { vi: "mở phiếu", en: "reveal" }
    reveal_help { vi: "Mở phiếu sản phẩm đang chọn.", en: "Opens the sheets of the product chosen." }
    reveal_many { vi: "mở phiếu loạt", en: "reveal all" }
    reveal_many_help { vi: "Mở phiếu mọi sản phẩm đã sẵn sàng, sau khi xem danh sách và gõ số lượng.", en: "Reveals all that are ready, after a list to look at and their number." }
    set_aside { vi: "để riêng ghế", en: "set aside" }
    set_aside_help { vi: "Mở phiếu mà không tính một số ghế, lần này thôi.", en: "Reveals with some seats left out, this once." }
    answer { vi: "trả lời căn cứ", en: "answer ground" }
    answer_help { vi: "Trả lời căn cứ loại hoặc dừng mà thành viên đã nêu.", en: "Answers a ground for rejection that a member raised." }
    verdict { vi: "kết quả", en: "verdict" }
    verdict_help { vi: "Kết quả và khóa sản phẩm đang chọn.", en: "Verdict and lock of the product chosen." }
    close { vi: "kết thúc", en: "end" }
    close_help { vi: "Kết thúc không xếp sao: bị loại, dừng, rút hồ sơ, để lại kỳ sau.", en: "Ends without a star: rejected, stopped, withdrawn, put off." }
    correct { vi: "đính chính", en: "correct" }
    correct_help { vi: "Đính chính tên, chủ thể, địa chỉ, mã … có lý do.", en: "Puts name, producer, address, code … right, with a reason." }
    add { vi: "thêm sản phẩm", en: "add product" }
    add_help { vi: "Thêm một sản phẩm đến sau, có lý do.", en: "Adds a product that came later, with a reason." }
    change_set { vi: "đổi bộ", en: "change set" }
    change_set_help { vi: "Đổi bộ sản phẩm khi còn chấm kín; các phiếu bắt đầu lại.", en: "Another product set while blind; the sheets begin anew." }
    hand_over { vi: "giao chủ trì", en: "hand over" }
    hand_over_help { vi: "Giao quyền chủ trì cho chủ tịch hoặc phó chủ tịch.", en: "Hands the presiding over to the chair or a deputy." }
    remark { vi: "ghi chú", en: "remark" }
    remark_help { vi: "Ghi chú cho biên bản.", en: "A remark for the minutes." }
    seal { vi: "niêm phong", en: "seal" }
    seal_help { vi: "Sang trang niêm phong: còn thiếu gì, và mã niêm phong.", en: "To the page of the seal: what is missing, and the seal." }
    seats_left { vi: "ghế bên trái", en: "seats to the left" }
    seats_right { vi: "ghế bên phải", en: "seats to the right" }
    seats_help { vi: "Cuộn các cột ghế.", en: "Scrolls the columns of seats." }

    all { vi: "tất cả", en: "all" }
    waiting { vi: "đang chờ phiếu", en: "waiting" }
    to_discuss { vi: "cần thảo luận", en: "to discuss" }
    ready_to_reveal { vi: "mở phiếu được", en: "ready to reveal" }
    ready_to_lock { vi: "khóa được", en: "ready to lock" }
    done { vi: "đã xong", en: "done" }
    by_number { vi: "số", en: "number" }
    by_name { vi: "tên", en: "name" }
    by_star { vi: "số sao", en: "star" }
    by_open { vi: "việc còn lại", en: "open things" }
    filter_line(filter: &str, n: usize, sort: &str) { vi: "{filter}: {n} · xếp theo {sort}", en: "{filter}: {n} · by {sort}" }
    finding { vi: "Tìm:", en: "Find:" }
    nothing { vi: "Không có sản phẩm nào ở đây.", en: "No product here." }

    presiding(who: &str) { vi: "chủ trì: {who}", en: "presiding: {who}" }
    presiding_contested { vi: "chủ trì: hai lần giao khác nhau ! (Ctrl-P)", en: "presiding: two hand-overs differ ! (Ctrl-P)" }
    quorum(present: usize, of: usize, needed: usize) { vi: "có mặt {present}/{of}, cần {needed}", en: "{present} of {of} present, {needed} needed" }

    number { vi: "Số", en: "No" }
    product { vi: "Sản phẩm", en: "Product" }
    set { vi: "Bộ", en: "Set" }
    phase { vi: "Pha", en: "Phase" }
    mean { vi: "TB", en: "Mean" }
    spread { vi: "Lệch", en: "Sprd" }
    star { vi: "★", en: "★" }
    open_things { vi: "Việc", en: "Open" }

    blind_short { vi: "kín", en: "blind" }
    revealed_short { vi: "mở", en: "open" }
    rescoring_short { vi: "lại", en: "again" }
    locked_short { vi: "khóa", en: "lock" }
    contested_short { vi: "2QĐ!", en: "two!" }
    rejected_short { vi: "loại", en: "rej." }
    stopped_short { vi: "dừng", en: "stop" }
    withdrawn_short { vi: "rút", en: "wdrn" }
    put_off_short { vi: "hoãn", en: "later" }
    absent_sign { vi: "v", en: "a" }
    legend { vi: "✓ đã nộp · 45 % đã chấm · ? chấm lại · – không tham gia · v vắng · / để riêng · ! hai bản", en: "✓ handed in · 45 % scored · ? scores again · – recused · a absent · / set aside · ! two versions" }

    waits_ground(no: usize, who: &str) { vi: "! SP {no}: {who} nêu căn cứ (F7)", en: "! no {no}: {who} raises a ground (F7)" }
    waits_grounds(n: usize) { vi: "! {n} sản phẩm có căn cứ loại chưa trả lời (F7)", en: "! {n} {products} with a ground unanswered (F7)", products: n "product" "products" }
    file_damaged(file: &str) { vi: "! tệp hỏng: {file}", en: "! damaged: {file}" }
    files_damaged(n: usize) { vi: "! {n} tệp hỏng", en: "! {n} damaged {files}", files: n "file" "files" }
    seal_in_doubt { vi: "có hai dấu niêm phong khác nhau, hoặc thiếu session.ron", en: "sealed in two ways, or session.ron is missing" }
    files_ignored(n: usize) { vi: "{n} tệp lạ", en: "{n} foreign {files}", files: n "file" "files" }
    waits_late(n: usize) { vi: "! {n} SP có phiếu đến sau khi khóa (Enter)", en: "! {n} with a sheet come after the lock (Enter)" }
    waits_contested(n: usize) { vi: "! {n} sản phẩm có hai quyết định khác nhau (Enter, F6)", en: "! {n} {products} with two different decisions (Enter, F6)", products: n "product" "products" }
    waits_two_ways(n: usize) { vi: "! {n} mục ghi hai cách khác nhau (F12)", en: "! {n} recorded in two ways (F12)" }
    waits_for(who: &str) { vi: "chờ: {who}", en: "waiting for: {who}" }
    waits_sheets(who: &str, n: usize) { vi: "{who} {n} phiếu", en: "{who} {n} {sheets}", sheets: n "sheet" "sheets" }
    waits_more(n: usize) { vi: "{n} ghế nữa", en: "{n} more" }
    waits_choice(who: &str) { vi: "{who} chọn một trong hai bản", en: "{who} to choose between two versions" }
    waits_things(n: usize) { vi: "{n} SP còn việc", en: "{n} to settle" }
    waits_reveal(n: usize) { vi: "{n} mở phiếu được", en: "{n} ready to reveal" }
    waits_lock(n: usize) { vi: "{n} khóa được", en: "{n} ready to lock" }
    waits_seal { vi: "chờ niêm phong: mọi sản phẩm đã xong (F12)", en: "waiting for the seal: every product is settled (F12)" }
    waits_nothing { vi: "chờ: chưa có sản phẩm nào", en: "waiting for products: there are none yet" }
    sealed { vi: "đã niêm phong: không còn chờ gì (F12 xem mã)", en: "sealed: nothing is waited for (F12 shows the seal)" }

    missing_title(no: usize, name: &str) { vi: "{no} {name}", en: "{no} {name}" }
    missing_line(who: &str, state: &str) { vi: "{who}: {state}", en: "{who}: {state}" }
    missing_progress(who: &str, state: &str, scored: usize, of: usize) { vi: "{who}: {state} {scored}/{of}", en: "{who}: {state} {scored} of {of}" }
    handed_in(n: usize, of: usize) { vi: "Đã nộp {n}/{of} phiếu.", en: "{n} of {of} {sheets} handed in.", sheets: of "sheet is" "sheets are" }

    wait_sheet(who: &str, scored: usize, of: usize) { vi: "{who} {scored}/{of}", en: "{who} {scored}/{of}" }
    wait_unheard(who: &str) { vi: "chưa thấy gì ở đây: {who}", en: "nothing here from: {who}" }
    nothing_here { vi: "ở đây chưa có gì", en: "nothing of it here" }
    wait_choice(who: &str) { vi: "{who} chọn một trong hai bản ở phiếu của mình", en: "{who} to choose one of two versions on the own sheet" }
    wait_ground(who: &str) { vi: "trả lời căn cứ của {who}", en: "answer the ground of {who}" }
    wait_reveal { vi: "mở phiếu", en: "the reveal" }
    wait_things(n: usize) { vi: "{n} việc phải xử lý", en: "{n} {things} to settle", things: n "thing" "things" }
    wait_lock { vi: "khóa", en: "the lock" }
    wait_settling { vi: "bàn chủ trì mở lại rồi quyết định một lần (có hai quyết định khác nhau)", en: "the desk to reopen it and decide once (two decisions differ)" }
    wait_late(who: &str) { vi: "phiếu đến sau của {who}: giữ nguyên có lý do, hoặc mở lại để tính", en: "what came late from {who}: let it stand with a reason, or reopen to count it" }
}

/// A phase in at most five cells.
pub fn phase_short(lang: Lang, phase: &Phase) -> &'static str {
    use crate::council::ClosedAs;
    match phase {
        Phase::Blind { .. } => blind_short(lang),
        Phase::Revealed { .. } => revealed_short(lang),
        Phase::Rescoring { .. } => rescoring_short(lang),
        Phase::Locked { .. } => locked_short(lang),
        Phase::Contested(_) => contested_short(lang),
        Phase::Closed { how, .. } => match how {
            ClosedAs::Rejected => rejected_short(lang),
            ClosedAs::Stopped => stopped_short(lang),
            ClosedAs::Withdrawn => withdrawn_short(lang),
            ClosedAs::PutOff => put_off_short(lang),
        },
    }
}

/// The sign of a sheet's state; a draft shows its percentage instead.
pub fn sheet_sign(lang: Lang, state: SheetState) -> &'static str {
    match state {
        SheetState::Missing | SheetState::Draft => "·",
        SheetState::Submitted => "✓",
        SheetState::Returned => "?",
        SheetState::Recused => "–",
        SheetState::Absent => absent_sign(lang),
        SheetState::SetAside => "/",
        SheetState::Conflict => "!",
    }
}

/// What a product waits for, in one line, the seats of which nothing is here together at the end: how far they are
/// cannot be told. `who` names a seat.
pub fn waits(lang: Lang, session: &Session, waiting: &[Waiting], who: impl Fn(&SeatId) -> String) -> String {
    let (known, unheard) = session.told_apart(waiting);
    let known = known.into_iter().map(|one| wait(lang, one, &who)).collect::<Vec<_>>().join(", ");
    let unheard = unheard.into_iter().map(&who).collect::<Vec<_>>().join(", ");
    let unheard = if unheard.is_empty() { unheard } else { wait_unheard(lang, &unheard) };
    let parts: Vec<String> = [known, unheard].into_iter().filter(|part| !part.is_empty()).collect();
    waits_for(lang, &parts.join("; "))
}

fn wait(lang: Lang, waiting: &Waiting, who: impl Fn(&SeatId) -> String) -> String {
    match waiting {
        Waiting::Sheet { seat, scored, of } => wait_sheet(lang, &who(seat), *scored, *of),
        Waiting::Choice(seat) => wait_choice(lang, &who(seat)),
        Waiting::Ground { seat, .. } => wait_ground(lang, &who(seat)),
        Waiting::Reveal => wait_reveal(lang).to_owned(),
        Waiting::Things(n) => wait_things(lang, *n),
        Waiting::Lock => wait_lock(lang).to_owned(),
        Waiting::Settling => wait_settling(lang).to_owned(),
        Waiting::Late(seat) => wait_late(lang, &who(seat)),
    }
}

/// Who has handed in a blind product and who has not, a line each.
pub fn missing(lang: Lang, session: &Session, product: &crate::council::ProductId) -> String {
    let seats = session.scoring_seats();
    let mut lines = Vec::new();
    let mut handed = 0;
    for id in &seats {
        let progress = session.progress(id, product);
        let title = session.seat(id).map_or_else(|| id.to_string(), |seat| super::short::title(lang, &seat));
        let state = words::sheet_state(lang, progress.state);
        match progress.state {
            SheetState::Submitted => handed += 1,
            SheetState::Draft | SheetState::Returned | SheetState::Conflict => {
                lines.push(missing_progress(lang, &title, state, progress.scored, progress.of));
            }
            SheetState::Missing if !session.hears_of(id) => {
                lines.push(missing_line(lang, &title, nothing_here(lang)));
            }
            _ => lines.push(missing_line(lang, &title, state)),
        }
    }
    lines.insert(0, handed_in(lang, handed, seats.len()));
    lines.join("\n")
}
