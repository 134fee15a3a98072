//! Questions and answers of the presiding table: reveal, re-score, rule, accept, lock, close, reopen, correct, seal.

messages! {
    product_no(no: usize, name: &str) { vi: "{no} {name}", en: "{no} {name}" }

    reveal_title(no: usize) { vi: "Mở phiếu sản phẩm {no}?", en: "Reveal product {no}?" }
    reveal_body(name: &str, sheets: usize, without: &str) {
        vi: "{name}\nSố phiếu được mở: {sheets}. {without}\nMở rồi thì các phiếu không sửa được nữa.",
        en: "{name}\nSheets opened: {sheets}. {without}\nOnce opened, sheets can no longer be changed.",
    }
    without(who: &str) { vi: "Không có phiếu: {who}.", en: "Without a sheet: {who}." }
    everyone { vi: "Mọi ghế chấm đều có phiếu.", en: "Every scoring seat has a sheet." }
    set_aside_title(no: usize) { vi: "Mở phiếu sản phẩm {no}, để riêng ghế nào?", en: "Reveal product {no}; set aside which seats?" }
    set_aside_body { vi: "Ghế được đánh dấu không tính trong lần mở phiếu này. Việc để riêng được ghi vào biên bản.", en: "The seats ticked do not count in this reveal. It is recorded in the minutes." }
    reveal_many_title { vi: "Mở phiếu các sản phẩm đã sẵn sàng", en: "Reveal all that are ready" }
    reveal_many_body { vi: "Xem lại danh sách; bỏ dấu sản phẩm chưa muốn mở.", en: "Look through the list; untick what is not to be revealed yet." }
    reveal_count_title { vi: "Mở phiếu", en: "Reveal" }
    reveal_count_body(n: usize) { vi: "Mở phiếu {n} sản phẩm. Mở rồi thì các phiếu không sửa được nữa.", en: "Reveals {n} {products}. Once opened, sheets can no longer be changed.", products: n "product" "products" }
    none_ready { vi: "Chưa sản phẩm nào sẵn sàng mở phiếu.", en: "No product is ready to be revealed." }

    lock_many_title { vi: "Khóa các sản phẩm không còn việc", en: "Lock all that are clear" }
    lock_many_body { vi: "Xem lại kết quả; bỏ dấu sản phẩm chưa muốn khóa.", en: "Look through the results; untick what is not to be locked yet." }
    lock_many_asks(n: usize) { vi: "{n} sản phẩm từ 90 điểm thiếu yêu cầu 5★ phải khóa riêng (hỏi về việc trình Bộ).", en: "{n} {products} of 90 points and more with a 5★ minimum missing {are} locked one by one (the Ministry is asked about).", products: n "product" "products", are: n "is" "are" }
    lock_count_title { vi: "Khóa kết quả", en: "Lock" }
    lock_count_body(n: usize) { vi: "Khóa kết quả {n} sản phẩm.", en: "Locks the results of {n} {products}.", products: n "product" "products" }
    none_clear { vi: "Chưa sản phẩm nào khóa được.", en: "No product can be locked yet." }
    result_line(mean: &str, star: &str) { vi: "{mean} · {star}", en: "{mean} · {star}" }
    forward_title { vi: "Hồ sơ có trình Bộ không?", en: "Does the file go to the Ministry?" }
    forward_body { vi: "Điểm trung bình từ 90 nhưng còn thiếu yêu cầu tối thiểu của 5★. Câu trả lời được ghi vào biên bản.", en: "The mean is 90 or more but a 5★ minimum is missing. The answer is recorded in the minutes." }
    forward_yes { vi: "Trình Bộ", en: "It goes to the Ministry" }
    forward_no { vi: "Không trình, tỉnh công nhận theo kết quả", en: "It stays; the province recognises the result" }

    ground_title(no: usize) { vi: "Căn cứ loại, dừng đối với sản phẩm {no}", en: "A ground for rejecting or stopping product {no}" }
    ground_body(who: &str, what: &str) { vi: "{who} nêu: {what}", en: "{who} raises: {what}" }
    ground_dismiss { vi: "Không chấp nhận căn cứ này, đánh giá tiếp", en: "Dismiss it; the assessment goes on" }
    ground_reject { vi: "Chấp nhận: sản phẩm bị loại", en: "It holds: the product is rejected" }
    ground_stop { vi: "Chấp nhận: dừng đánh giá", en: "It holds: the assessment stops" }
    why_dismiss { vi: "Lý do không chấp nhận", en: "Why it is dismissed" }
    to_minutes { vi: "Ghi vào biên bản:", en: "For the minutes:" }
    close_title(no: usize) { vi: "Kết thúc đánh giá sản phẩm {no} như thế nào?", en: "How does the assessment of product {no} end?" }
    close_ground { vi: "Căn cứ, ghi vào biên bản:", en: "The ground, for the minutes:" }
    reopen_title(no: usize) { vi: "Mở lại sản phẩm {no}", en: "Reopen product {no}" }
    reopen_body { vi: "Kết quả trước vẫn còn trong lịch sử. Lý do mở lại, ghi vào biên bản:", en: "The earlier result stays in the history. Why it is reopened, for the minutes:" }

    correct_title(no: usize) { vi: "Đính chính sản phẩm {no}", en: "Correct product {no}" }
    correct_which { vi: "Đính chính nội dung nào?", en: "What is put right?" }
    correct_line(field: &str, value: &str) { vi: "{field}: {value}", en: "{field}: {value}" }
    correct_value(field: &str) { vi: "Nội dung đúng của “{field}”:", en: "The right “{field}”:" }
    reason_title { vi: "Lý do", en: "Reason" }
    add_title { vi: "Thêm sản phẩm", en: "Add a product" }
    add_name { vi: "Tên sản phẩm:", en: "Name of the product:" }
    add_producer { vi: "Chủ thể (có thể để trống):", en: "Producer (may stay empty):" }
    add_set { vi: "Số của bộ sản phẩm (1–26):", en: "Number of the product set (1–26):" }
    set_title(no: usize) { vi: "Đổi bộ sản phẩm của sản phẩm {no}", en: "Another product set for product {no}" }
    set_body { vi: "Các phiếu đang chấm sẽ bắt đầu lại theo bộ mới. Số của bộ (1–26):", en: "Sheets begin anew under the other set. Its number (1–26):" }

    hand_over_title { vi: "Giao quyền chủ trì cho ai?", en: "Who presides from now on?" }
    hand_over_body { vi: "Được ghi vào biên bản; có hiệu lực ngay.", en: "It is recorded in the minutes and holds at once." }
    remark_title { vi: "Ghi chú cho biên bản", en: "A remark for the minutes" }
    remark_product(no: usize) { vi: "Ghi chú cho biên bản, về sản phẩm {no}", en: "A remark for the minutes, on product {no}" }
    remark_body { vi: "Ctrl-J xuống dòng, Enter ghi.", en: "Ctrl-J breaks the line, Enter records it." }
    conclude_title(no: usize) { vi: "Kết luận về sản phẩm {no}", en: "The conclusion on product {no}" }

    rescore_title { vi: "Đề nghị ghế nào chấm lại?", en: "Which seats score again?" }
    rescore_seats { vi: "Điểm trước vẫn còn trong lịch sử; mở phiếu lại thì điểm mới mới được tính.", en: "Earlier marks stay in the history; new ones count from the next reveal." }
    rescore_criteria_title { vi: "Chấm lại tiêu chí nào?", en: "Which criteria?" }
    rescore_criteria { vi: "Không đánh dấu tiêu chí nào: được chấm lại cả phiếu.", en: "None ticked: the whole sheet may be scored again." }
    whole_sheet { vi: "CẢ PHIẾU", en: "the WHOLE sheet" }
    rescore_reason { vi: "Lý do chấm lại", en: "Why it is scored again" }
    withdraw_title { vi: "Rút đề nghị chấm lại của ghế nào?", en: "Take the re-scoring back for which seats?" }
    withdraw_body { vi: "Phiếu đã mở của ghế ấy giữ nguyên.", en: "The sheet opened earlier stands." }
    withdraw_reason { vi: "Lý do rút", en: "Why it is taken back" }

    rule_which { vi: "Kết luận về yêu cầu nào?", en: "Which minimum is ruled on?" }
    rule_title(criterion: &str, points: u16, star: &str) { vi: "{criterion} có đạt yêu cầu tối thiểu {star} (từ {points} điểm) không?", en: "Does {criterion} meet the minimum of {star} (from {points} {points_word})?", points_word: points "point" "points" }
    rule_body { vi: "Kết luận chỉ quyết định yêu cầu này đạt hay không; không đổi điểm của ai.", en: "It decides only whether this minimum is met; nobody's marks change." }
    rule_met(then: &str) { vi: "Đạt → {then}", en: "Met → {then}" }
    rule_not(then: &str) { vi: "Không đạt → {then}", en: "Not met → {then}" }
    rule_reason_met(criterion: &str) { vi: "{criterion}: đạt. Lý do", en: "{criterion}: met. Why" }
    rule_reason_not(criterion: &str) { vi: "{criterion}: không đạt. Lý do", en: "{criterion}: not met. Why" }
    accept_reason { vi: "Giữ nguyên. Lý do", en: "It stands. Why" }
    late_reason { vi: "Không tính phiếu đến sau. Lý do", en: "The late sheet is left out. Why" }

    settle_title(no: usize) { vi: "Hai quyết định khác nhau về sản phẩm {no}", en: "Two different decisions on product {no}" }
    settle_body { vi: "Hai bàn chủ trì đã quyết định khác nhau khi chưa gộp. Chọn cách giải quyết:", en: "Two desks decided differently before their copies met. Choose how it is settled:" }
    way_sheets(n: usize) { vi: "Về {n} phiếu đã mở, thảo luận lại", en: "Back to the {n} open {sheets}", sheets: n "sheet" "sheets" }
    reopen_where { vi: "Trở về đâu?", en: "Back to where?" }
    way_blind { vi: "Về chấm kín", en: "Back to scoring" }

    seal_title { vi: "Niêm phong phiên họp", en: "Seal the session" }
    seal_body(n: usize) { vi: "Niêm phong {n} sản phẩm. Sau đó không ghi thêm gì vào phiên này được nữa.", en: "Seals {n} {products}. Nothing can be added to this session afterwards.", products: n "product" "products" }
}
