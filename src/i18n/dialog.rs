//! Questions the program asks: their keys and fixed words.

messages! {
    accept { vi: "đồng ý", en: "accept" }
    accept_help { vi: "Trả lời câu hỏi hoặc chọn dòng đang trỏ.", en: "Answers the question, or takes the line chosen." }
    dismiss { vi: "thôi", en: "cancel" }
    dismiss_help { vi: "Đóng lại, không làm gì.", en: "Closes it; nothing is done." }
    digit { vi: "chọn theo số", en: "by number" }
    digit_help { vi: "Chọn dòng mang số ấy.", en: "Takes the line of that number." }
    tick { vi: "đánh dấu", en: "tick" }
    tick_help { vi: "Đánh dấu hoặc bỏ dấu dòng đang trỏ.", en: "Ticks the line, or takes the tick away." }
    tick_all { vi: "tất cả", en: "all" }
    tick_all_help { vi: "Đánh dấu mọi dòng; lần nữa thì bỏ hết.", en: "Ticks every line; once more, none." }
    ticked(n: usize, of: usize) { vi: "Đã đánh dấu {n}/{of}", en: "{n} of {of} ticked" }
    more_below(n: usize) { vi: "▼ còn {n} dòng bên dưới", en: "▼ {n} more {lines} below", lines: n "line" "lines" }
    tick_needed { vi: "Chưa đánh dấu dòng nào (Space).", en: "No line is ticked (Space)." }
    menu_title { vi: "Làm được lúc này", en: "What can be done now" }
    menu_filter { vi: "Gõ để lọc:", en: "Type to narrow:" }
    nothing_found { vi: "Không có lệnh nào khớp.", en: "Nothing matches." }
    reason_words { vi: "Ghi rõ:", en: "In words:" }
    words_needed { vi: "Cần ghi rõ bằng chữ.", en: "Words are needed here." }
    count_wrong(want: usize) { vi: "Chưa khớp: cần gõ đúng số {want}.", en: "Not the same: type the number {want}." }
    count_prompt(want: usize) { vi: "Gõ số {want} rồi Enter:", en: "Type the number {want}, then Enter:" }
    text_needed { vi: "Ô còn trống: gõ vào rồi Enter; Esc để thôi.", en: "The field is empty: type into it, then Enter; Esc cancels." }
    path_needed(example: &str) { vi: "Ô còn trống: gõ đường dẫn (như {example}), dán vào, hoặc kéo tệp hay thư mục vào cửa sổ, rồi Enter; Esc để thôi.", en: "The field is empty: type a path (such as {example}), paste it, or drag the file or folder into the window, then Enter; Esc cancels." }
    quit_title { vi: "Đóng chương trình?", en: "End the program?" }
    quit_body { vi: "Mọi việc đã lưu vẫn còn.", en: "Everything saved stays." }
    quit_half_made { vi: "Mọi việc đã lưu vẫn còn. PHIÊN ĐANG LẬP DỞ SẼ MẤT nếu đóng bây giờ.", en: "Everything saved stays. THE SESSION YOU ARE MAKING WILL BE LOST if you end now." }
    quit_unsaved(n: usize) { vi: "CÒN {n} VIỆC CHƯA LƯU sẽ mất nếu đóng bây giờ.", en: "{n} {things} NOT SAVED and will be lost if you end now.", things: n "THING IS" "THINGS ARE" }
    quit_saving { vi: "Đang lưu. Chương trình sẽ lưu xong rồi mới đóng.", en: "Still saving. The program ends when that is done." }
}
