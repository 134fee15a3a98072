//! What a rubric says beside its own words: as a sheet to read, and as a file to begin from.

messages! {
    file_about(id: &str) { vi: "Bộ tiêu chí {id}, viết trong một tệp để sửa thành bộ tiêu chí của mình. Lời văn ở đây là của chương trình, ngắn gọn; có thể thay bằng lời văn của văn bản đã ký. Văn bản đã ký có giá trị quyết định.", en: "Rubric {id} in one file, to be changed into one's own. The words here are the program's, and short; they may be replaced by those of the signed text. The signed text prevails." }
    file_pairs { vi: "Mỗi lời văn viết hai lần: tiếng Việt, rồi tiếng Anh. Dòng bắt đầu bằng hai dấu gạch chéo là lời giải thích, chương trình bỏ qua.", en: "All words stand twice: Vietnamese, then English. A line that begins with two slashes explains, and is passed over." }
    file_check { vi: "Sửa xong, chạy “ocop-council rubric check TỆP”: mọi lỗi được nêu cùng lúc với dòng và cột. Lập phiên bằng “ocop-council new … --rubric TỆP”.", en: "When done, run “ocop-council rubric check FILE”: every fault is told at once, with line and column. Make a session with “ocop-council new … --rubric FILE”." }
    file_source { vi: "Điều, phụ lục, ngày; và văn bản nào có giá trị quyết định.", en: "Article, annex, date; and which text prevails." }
    file_current { vi: "true: đang có hiệu lực. Quyết định đã hết hiệu lực ghi false và lapsed: (on: \"năm-tháng-ngày\", replaced_by: \"số quyết định\").", en: "true: in force. One that has lapsed has false, and lapsed: (on: \"year-month-day\", replaced_by: \"number of the decision\")." }
    file_total { vi: "Điểm tối đa của một phiếu, và điểm trung bình ít nhất của 2, 3, 4, 5 sao.", en: "The most a sheet can reach, and the least mean total of 2, 3, 4 and 5 stars." }
    file_notes { vi: "Những chỗ khác thường của văn bản và cách đã xử lý. at: bộ và tiêu chí liên quan; \"5-14/2.1\" là tiêu chí 2.1 của các bộ 5 đến 14; để trống là nói về toàn bộ.", en: "What looks like a slip in the source, and what was done about it. at: the sets and criteria concerned; \"5-14/2.1\" is criterion 2.1 of sets 5 to 14; empty is about the whole." }
    file_tables { vi: "Các bảng dùng chung: tên khóa, tiếng Việt, tiếng Anh. Các bộ nhắc đến bằng tên khóa; phần thì bằng mã phần.", en: "Tables shared by all sets: key, Vietnamese, English. Sets refer to an entry by its key, to a part by its code." }
    file_grounds { vi: "Căn cứ loại hồ sơ (Reject) và dừng đánh giá (Stop).", en: "Grounds on which a dossier is rejected (Reject) or its assessment stops (Stop)." }
    file_criteria { vi: "Lời văn của các tiêu chí, mỗi tiêu chí viết một lần. Các mức theo thứ tự in; điểm nằm ở từng bộ. levels_of: dùng các mức của tiêu chí có khóa đó.", en: "The words of the criteria, each written once. Levels in the order printed; their points stand with each set. levels_of: takes the levels of the wording with that key." }
    file_sets { vi: "Các bộ sản phẩm. Mỗi tiêu chí một dòng: mã, điểm tối đa, lời văn (uses), điểm của từng mức. Điểm tối đa phải bằng mức cao nhất; tiêu chí cộng thành mục, mục thành phần, phần thành tổng điểm.", en: "The product sets. A criterion is one line: code, maximum, words (uses), points of each level. The maximum is its best level; criteria add up to headings, headings to parts, parts to the total." }
    file_minima { vi: "minima: [(3, 'a'), (4, 'b')] – mức a là yêu cầu tối thiểu của 3 sao, mức b của 4 sao. needs: \"5.1\" – chỉ chấm khi 5.1 trên 0 điểm. Mức đầu tiên là a. Một bộ có thể tự ghi name, note, levels cho riêng mình.", en: "minima: [(3, 'a'), (4, 'b')] – level a is the least for 3 stars, level b for 4 stars. needs: \"5.1\" – scored only if 5.1 is above 0. The first level is a. A line may also write its own name, note or levels." }
    remark(text: &str) { vi: "Lưu ý: {text}", en: "Note: {text}" }

    sheet_of(decision: &str, no: u8) { vi: "Quyết định {decision} · bộ {no}", en: "Decision {decision} · set {no}" }
    decision(decision: &str) { vi: "Quyết định {decision}", en: "Decision {decision}" }
    points(points: u16) { vi: "{points} điểm", en: "{points} pts" }
    industry { vi: "Ngành", en: "Industry" }
    group { vi: "Nhóm", en: "Group" }
    agency { vi: "Cơ quan quản lý", en: "Managing agency" }
    samples { vi: "Có nộp mẫu sản phẩm.", en: "Samples are handed in." }
    part(code: &str, name: &str) { vi: "PHẦN {code} · {name}", en: "PART {code} · {name}" }
    needs(code: &str) { vi: "Chỉ chấm khi tiêu chí {code} trên 0 điểm.", en: "Scored only if {code} is worth more than 0." }
    case(letter: char, name: &str) { vi: "Trường hợp {letter}: {name}", en: "Case {letter}: {name}" }
    rejected_if(ground: &str) { vi: "Loại hồ sơ: {ground}", en: "Rejected: {ground}" }
    stopped_if(ground: &str) { vi: "Dừng đánh giá: {ground}", en: "Assessment stops: {ground}" }
    not_to_choose(why: &str) { vi: "Bộ này không chọn được cho phiên mới: {why}.", en: "This set cannot be chosen for a new session: {why}." }
    no_criteria { vi: "Chưa có tiêu chí nào của bộ này.", en: "None of its criteria is here." }
    legend { vi: "★★★ mức tối thiểu cho 3 sao · ★★★★ cho 4 sao · ★★★★★ cho 5 sao. Chữ cái là thứ tự của mức.", en: "★★★ the least level for 3 stars · ★★★★ for 4 · ★★★★★ for 5. The letter is the place of the level." }
    bands(three: u16, four: u16, five: u16) { vi: "Điểm trung bình: từ {five} là 5 sao · từ {four} là 4 sao · từ {three} là 3 sao, nếu đạt các yêu cầu tối thiểu.", en: "Mean total: {five} and more is 5 stars · {four} and more 4 · {three} and more 3, where the star minima are met." }
    lapsed(date: &str, by: &str) { vi: "Đã hết hiệu lực từ {date}, thay bằng {by}.", en: "Lapsed since {date}, replaced by {by}." }
    minima_unknown(why: &str) { vi: "Không rõ các yêu cầu tối thiểu (dấu sao): {why}. Chỉ dùng để tập dượt; số sao chỉ theo điểm.", en: "The star minima are not known: {why}. For rehearsals only; the star follows from the points alone." }
    in_force(decision: &str, date: &str) { vi: "{decision}, có hiệu lực từ {date}.", en: "{decision}, in force from {date}." }
    prevails { vi: "Văn bản đã ký có giá trị quyết định.", en: "The signed text prevails." }
    own_file { vi: "Bộ tiêu chí này đọc từ tệp riêng, không phải bản có sẵn trong chương trình.", en: "This rubric was read from a file of one's own; it is not the one built into the program." }
    digest(id: &str, digest: &str) { vi: "{id} · mã kiểm tra {digest}", en: "{id} · digest {digest}" }
    notes_at_sets(count: usize) { vi: "{count} chỗ khác thường của văn bản được ghi tại từng bộ (rubric show … BỘ).", en: "{count} {notes} on blemishes of the source {stand} at the sets {they_are} about (rubric show … SET).", notes: count "note" "notes", stand: count "stands" "stand", they_are: count "it is" "they are" }
}
