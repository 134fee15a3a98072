//! What the commands say when they are done, and the lines they list.

messages! {
    created(title: &str, path: &str, products: usize, seats: usize) { vi: "Đã lập phiên “{title}” ở {path}: {products} sản phẩm, {seats} ghế.", en: "Session “{title}” is in {path}: {products} products, {seats} seats." }
    next(command: &str) { vi: "Làm tiếp: {command}", en: "Go on with: {command}" }
    temporary(path: &str) { vi: "Lưu ý: {path} nằm trong thư mục tạm, có thể bị xóa; hãy chép phiên ra chỗ khác.", en: "Note: {path} is below the temporary folder and may vanish; copy the session elsewhere." }
    recorded(marks: usize, sheets: usize) { vi: "Đã lưu {marks} điểm chấm, nộp {sheets} phiếu.", en: "Saved {marks} marks, handed in {sheets} sheets." }
    nothing_new { vi: "Không có gì mới để ghi.", en: "Nothing new to record." }
    done(what: &str) { vi: "Đã lưu: {what}.", en: "Saved: {what}." }
    submitted(seat: &str, product: &str) { vi: "ghế {seat} nộp phiếu {product}", en: "{seat} hands in the sheet for {product}" }
    taken_back(seat: &str, product: &str) { vi: "ghế {seat} rút lại phiếu {product}", en: "{seat} takes the sheet for {product} back" }
    recused(seat: &str, product: &str) { vi: "ghế {seat} không tham gia chấm {product}", en: "{seat} does not score {product}" }
    unrecused(seat: &str, product: &str) { vi: "ghế {seat} lại tham gia chấm {product}", en: "{seat} scores {product} after all" }
    raised(seat: &str, product: &str) { vi: "ghế {seat} nêu căn cứ loại {product}", en: "{seat} raises a ground against {product}" }
    unraised(seat: &str, product: &str) { vi: "ghế {seat} rút căn cứ đã nêu với {product}", en: "{seat} takes the ground against {product} back" }
    opinion(seat: &str, product: &str) { vi: "ý kiến của ghế {seat} về {product}", en: "{seat}'s opinion on {product}" }
    attendance(seat: &str, presence: &str) { vi: "ghế {seat}: {presence}", en: "{seat}: {presence}" }
    handed_over(seat: &str) { vi: "ghế {seat} chủ trì từ nay", en: "{seat} presides from now on" }
    revealed(products: &str) { vi: "mở phiếu {products}", en: "sheets open for {products}" }
    locked(products: &str) { vi: "khóa {products}", en: "locked {products}" }
    left(product: &str, why: &str) { vi: "Để lại {product}: {why}", en: "Left {product}: {why}" }
    none_to_do { vi: "Không có sản phẩm nào để làm việc này.", en: "There is no product for this." }
    reopened(product: &str) { vi: "mở lại {product}", en: "{product} reopened" }
    closed(product: &str, how: &str) { vi: "{product}: {how}", en: "{product}: {how}" }
    rescoring(product: &str, seats: &str) { vi: "chấm lại {product}: {seats}", en: "{product} looked at again by {seats}" }
    withdrawn(product: &str, seats: &str) { vi: "thôi chấm lại {product}: {seats}", en: "{product} not looked at again by {seats}" }
    ruled(product: &str, criterion: &str, star: u8, met: &str) { vi: "kết luận {product}, tiêu chí {criterion}, yêu cầu {star}★: {met}", en: "ruling on {product}, {criterion} for {star}★: {met}" }
    met { vi: "đạt", en: "met" }
    not_met { vi: "không đạt", en: "not met" }
    accepted(product: &str, count: usize) { vi: "giữ nguyên {count} nội dung của {product}", en: "{count} things on {product} let stand" }
    corrected(product: &str, field: &str) { vi: "sửa {field} của {product}", en: "{field} of {product} corrected" }
    added(products: &str) { vi: "thêm {products}", en: "{products} added" }
    set_changed(product: &str, no: u8) { vi: "{product} chuyển sang bộ {no}", en: "{product} is of set {no} now" }
    dismissed(product: &str, seat: &str) { vi: "không chấp nhận căn cứ ghế {seat} nêu với {product}", en: "the ground {seat} raised against {product} does not hold" }
    concluded(product: &str) { vi: "kết luận về {product}", en: "the conclusion on {product}" }
    remarked { vi: "ghi chú cho biên bản", en: "a remark for the minutes" }
    sealed(seal: &str) { vi: "Đã niêm phong. Ghi mã này vào biên bản: {seal}", en: "Sealed. Write this on the minutes: {seal}" }
    not_sealed_damage(file: &str) { vi: "không niêm phong: {file} bị hỏng; lấy bản sao lành của tệp này (lệnh merge) rồi làm lại", en: "not sealed: {file} is damaged; bring a sound copy of it (merge), then try again" }

    handed_out(file: &str) { vi: "Đã ghi tệp giao {file}.", en: "The file to hand out is {file}." }
    handed_in(file: &str) { vi: "Đã ghi tệp nộp {file}; gửi tệp này về bàn chủ trì.", en: "The file to hand in is {file}; bring it to the desk." }
    merged(log: &str, new: u64, known: u64) { vi: "{log}: {new} việc mới, {known} đã có", en: "{log}: {new} new, {known} known" }
    merged_sealed { vi: "Phiên đã niêm phong: những gì đến sau khi niêm phong không thay đổi gì.", en: "The session is sealed: what came after the seal changes nothing." }
    merged_nothing { vi: "không có gì của phiên này trong các tệp đã nêu", en: "nothing of this session is in what was given" }

    waits_sheet(seat: &str, scored: usize, of: usize) { vi: "{seat} {scored}/{of}", en: "{seat} {scored}/{of}" }
    waits_choice(seat: &str) { vi: "{seat} chọn một trong hai bản", en: "{seat} to choose between two versions" }
    waits_ground(seat: &str) { vi: "trả lời căn cứ {seat} nêu", en: "an answer to the ground {seat} raised" }
    waits_reveal { vi: "mở phiếu", en: "the reveal" }
    waits_things(count: usize) { vi: "{count} việc phải xử lý", en: "{count} things to settle" }
    waits_lock { vi: "khóa", en: "the lock" }
    waits_settling { vi: "bàn chủ trì giải quyết hai quyết định khác nhau", en: "the desk, to settle two decisions" }
    waits_late(seat: &str) { vi: "việc đến muộn của {seat}", en: "what came late from {seat}" }
    waits_for(what: &str) { vi: "chờ: {what}", en: "waits for: {what}" }
    settled { vi: "xong", en: "settled" }
    problems(count: usize) { vi: "Cần xem lại ({count}):", en: "To look at ({count}):" }
    no_problems { vi: "Không có gì bất thường.", en: "Nothing unusual." }

    session_line(title: &str, products: usize, settled: usize) { vi: "{title}: xong {settled}/{products} sản phẩm", en: "{title}: {settled} of {products} products settled" }
    rehearsal { vi: "TẬP DƯỢT – điểm bịa ra", en: "REHEARSAL – invented scores" }
    sealed_note { vi: "đã niêm phong", en: "sealed" }
    by_points(star: u8) { vi: "theo điểm {star}★", en: "{star}★ by points" }
    because(codes: &str) { vi: "thiếu yêu cầu tối thiểu ở {codes}", en: "minima missed at {codes}" }
    spread(points: u16) { vi: "chênh lệch {points}", en: "spread {points}" }
    sheets(count: u32) { vi: "{count} phiếu", en: "{count} sheets" }
    blocking { vi: "phải xử lý", en: "blocks" }
    advisory { vi: "nên xem", en: "to know" }
    open { vi: "chưa xử lý", en: "open" }
    rescored { vi: "đang chấm lại", en: "looked at again" }
    was_ruled { vi: "đã kết luận", en: "ruled" }
    was_accepted { vi: "giữ nguyên", en: "let stand" }
    no_disputes { vi: "Không có gì cần thảo luận.", en: "Nothing to discuss." }
    total(points: u16) { vi: "Tổng: {points}", en: "Total: {points}" }
    scored_of(scored: usize, of: usize) { vi: "đã chấm {scored}/{of}", en: "{scored} of {of} scored" }

    no_sessions { vi: "Chưa có phiên nào.", en: "There are no sessions yet." }
    sessions_in(path: &str) { vi: "Các phiên trong {path}:", en: "Sessions in {path}:" }
    how_to_go_on { vi: "Mở trên màn hình: ocop-council open THƯ_MỤC · lập phiên mới: ocop-council new --help · tập dượt: ocop-council rehearse THƯ_MỤC", en: "On the screen: ocop-council open DIR · a new session: ocop-council new --help · a rehearsal: ocop-council rehearse DIR" }
    no_terminal { vi: "lệnh này cần cửa sổ dòng lệnh thật; chạy lại trong một cửa sổ, không qua ống dẫn", en: "this needs a real terminal; run it in one, not through a pipe" }

    rubric_line(id: &str, title: &str, date: &str) { vi: "{id}  {title} (hiệu lực từ {date})", en: "{id}  {title} (in force from {date})" }
    rubric_sound(file: &str, sets: usize) { vi: "{file}: hợp lệ, {sets} bộ sản phẩm.", en: "{file}: sound, {sets} product sets." }
    least_for(star: u8) { vi: "tối thiểu cho {star}★", en: "the least for {star}★" }
    case_name(letter: &str, name: &str) { vi: "Trường hợp {letter}: {name}", en: "Case {letter}: {name}" }
    max_points(points: u16) { vi: "{points} điểm", en: "{points} points" }
}
