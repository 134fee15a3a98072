//! What the commands say when they are done, and the lines they list.

messages! {
    created(title: &str, path: &str, products: usize, seats: usize) { vi: "Đã lập phiên “{title}” ở {path}: {products} sản phẩm, {seats} ghế.", en: "Session “{title}” is in {path}: {products} {products_word}, {seats} {seats_word}.", products_word: products "product" "products", seats_word: seats "seat" "seats" }
    next(command: &str) { vi: "Làm tiếp: {command}", en: "Go on with: {command}" }
    temporary(path: &str) { vi: "Lưu ý: {path} nằm trong thư mục tạm, có thể bị xóa; hãy chép phiên ra chỗ khác.", en: "Note: {path} is below the temporary folder and may vanish; copy the session elsewhere." }
    uses_lapsed(decision: &str, date: &str, by: &str) { vi: "Phiên dùng Quyết định {decision}, đã hết hiệu lực từ {date}, thay bằng {by}; hồ sơ phiên có ghi.", en: "The session uses Decision {decision}, lapsed since {date}, replaced by {by}; its charter says so." }
    recorded(marks: usize, sheets: usize) { vi: "Đã lưu {marks} điểm chấm, nộp {sheets} phiếu.", en: "Saved {marks} {marks_word}, handed in {sheets} {sheets_word}.", marks_word: marks "mark" "marks", sheets_word: sheets "sheet" "sheets" }
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
    accepted(product: &str, count: usize) { vi: "giữ nguyên {count} nội dung của {product}", en: "{count} {things} on {product} let stand", things: count "thing" "things" }
    corrected(product: &str, field: &str) { vi: "sửa {field} của {product}", en: "{field} of {product} corrected" }
    added(products: &str) { vi: "thêm {products}", en: "{products} added" }
    set_changed(product: &str, no: u8) { vi: "{product} chuyển sang bộ {no}", en: "{product} is of set {no} now" }
    dismissed(product: &str, seat: &str) { vi: "không chấp nhận căn cứ ghế {seat} nêu với {product}", en: "the ground {seat} raised against {product} does not hold" }
    concluded(product: &str) { vi: "kết luận về {product}", en: "the conclusion on {product}" }
    reading_agreed(criterion: &str) { vi: "cách hiểu đã thống nhất cho tiêu chí {criterion}", en: "the reading agreed on criterion {criterion}" }
    remarked { vi: "ghi chú cho biên bản", en: "a remark for the minutes" }
    sealed(seal: &str) { vi: "Đã niêm phong. Ghi mã này vào biên bản: {seal}", en: "Sealed. Write this on the minutes: {seal}" }
    not_sealed_damage(file: &str) { vi: "không niêm phong: {file} bị hỏng; lấy bản sao lành của tệp này (lệnh merge) rồi làm lại", en: "not sealed: {file} is damaged; bring a sound copy of it (merge), then try again" }

    waits_sheet(seat: &str, scored: usize, of: usize) { vi: "{seat} {scored}/{of}", en: "{seat} {scored}/{of}" }
    waits_unheard(seats: &str) { vi: "chưa thấy gì ở đây: {seats}", en: "nothing here from: {seats}" }
    waits_choice(seat: &str) { vi: "{seat} chọn một trong hai bản", en: "{seat} to choose between two versions" }
    waits_ground(seat: &str) { vi: "trả lời căn cứ {seat} nêu", en: "an answer to the ground {seat} raised" }
    waits_reveal { vi: "mở phiếu", en: "the reveal" }
    waits_things(count: usize) { vi: "{count} việc phải xử lý", en: "{count} {things} to settle", things: count "thing" "things" }
    waits_lock { vi: "khóa", en: "the lock" }
    waits_settling { vi: "bàn chủ trì giải quyết hai quyết định khác nhau", en: "the desk, to settle two decisions" }
    waits_late(seat: &str) { vi: "việc đến muộn của {seat}", en: "what came late from {seat}" }
    waits_for(what: &str) { vi: "chờ: {what}", en: "waits for: {what}" }
    settled { vi: "xong", en: "settled" }
    problems(count: usize) { vi: "Cần xem lại ({count}):", en: "To look at ({count}):" }
    no_problems { vi: "Không có gì bất thường.", en: "Nothing unusual." }

    as_of(code: &str, time: &str, who: &str, what: &str) { vi: "NHƯ LÚC {time}, sau việc {code} ({who}: {what}) – KHÔNG PHẢI HIỆN TẠI", en: "AS OF {time}, after entry {code} ({who}: {what}) – NOT THE PRESENT" }
    no_such_entry(code: &str) { vi: "không có việc nào có mã bắt đầu bằng {code} mà bạn xem được; xem lệnh history", en: "no entry that may be seen has a code beginning with {code}; see history" }
    several_entries(code: &str, count: usize) { vi: "{count} việc có mã bắt đầu bằng {code}; ghi thêm chữ số", en: "{count} {entries} codes beginning with {code}; give more digits", entries: count "entry has" "entries have" }
    no_history { vi: "Chưa có việc nào được ghi.", en: "Nothing is on record." }
    no_past_csv { vi: "csv không có chỗ ghi rằng đây là lúc trước; dùng text hoặc json với --at", en: "csv has no place to say that this is the past; use text or json with --at" }
    session_line(title: &str, products: usize, settled: usize) { vi: "{title}: xong {settled}/{products} sản phẩm", en: "{title}: {settled} of {products} {products_word} settled", products_word: products "product" "products" }
    rehearsal { vi: "TẬP DƯỢT – điểm bịa ra", en: "REHEARSAL – invented scores" }
    one_rule { vi: "phiên họp thật chỉ có quy chế đã chọn khi lập phiên; muốn so các quy tắc, dùng phiên tập dượt (rehearse)", en: "a real session has the one rule chosen when it was made; to compare rules use a rehearsal (rehearse)" }
    sealed_note { vi: "đã niêm phong", en: "sealed" }
    by_points(star: u8) { vi: "theo điểm {star}★", en: "{star}★ by points" }
    because(codes: &str) { vi: "thiếu yêu cầu tối thiểu ở {codes}", en: "minima missed at {codes}" }
    spread(points: u16) { vi: "chênh lệch {points}", en: "spread {points}" }
    sheets(count: u32) { vi: "{count} phiếu", en: "{count} {sheets}", sheets: count "sheet" "sheets" }
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
    rubric_sound(file: &str, sets: usize) { vi: "{file}: hợp lệ, {sets} bộ sản phẩm.", en: "{file}: sound, {sets} product {sets_word}.", sets_word: sets "set" "sets" }
    rubric_lapsed(date: &str, by: &str) { vi: "    hết hiệu lực từ {date}, thay bằng {by}", en: "    lapsed since {date}, replaced by {by}" }
    rubric_archived { vi: "    chỉ để tập dượt, hoặc cho phiên thật khi nêu --archived", en: "    for rehearsals, or for a real session with --archived" }
    rubric_minima_unknown { vi: "    không rõ các yêu cầu tối thiểu (dấu sao): chỉ để tập dượt", en: "    its star minima are not known: for rehearsals only" }
    rubric_sets(count: usize) { vi: "    {count} bộ sản phẩm dùng được", en: "    {count} product {sets} to choose from", sets: count "set" "sets" }
    rubric_unsound(sets: &str) { vi: "    không dùng được vì dữ liệu chưa đủ: bộ {sets}", en: "    not to be chosen, for lack of sound data: sets {sets}" }
    rubric_digest(digest: &str) { vi: "    mã kiểm tra {digest}", en: "    digest {digest}" }
    rubric_prevails { vi: "Văn bản đã ký có giá trị quyết định.", en: "The signed text prevails." }
    rubric_faults(file: &str, count: usize) { vi: "{file}: {count} lỗi; sửa rồi kiểm tra lại", en: "{file}: {count} {faults}; correct {them} and check again", faults: count "fault" "faults", them: count "it" "them" }
    rubric_written(file: &str) { vi: "Đã ghi {file}.", en: "Written to {file}." }
}
