//! Opening and saving: working copies, writes that failed, ways out.

messages! {
    created(path: &str) { vi: "Đã lập phiên, lưu ở {path}.", en: "The session is made, in {path}." }
    copied(path: &str) { vi: "Đã sao mẫu ra bản để làm việc: {path}", en: "The sample was copied to work in: {path}" }
    temporary_title { vi: "Phiên này nằm trong thư mục tạm", en: "This session lies in a temporary folder" }
    temporary(path: &str) {
        vi: "Những gì chấm ở đây có thể mất khi máy dọn thư mục tạm:\n{path}\nNên sao cả phiên ra nơi khác (ví dụ Tài liệu).",
        en: "What is scored here may vanish when the machine clears it:\n{path}\nBetter copy the whole session elsewhere (to Documents, say).",
    }
    temporary_copy { vi: "Sao sang thư mục khác rồi làm việc ở đó", en: "Copy it to another folder and work there" }
    temporary_stay { vi: "Cứ mở ở đây", en: "Open it here all the same" }
    moved(path: &str) { vi: "Phiên nay ở: {path}", en: "The session is now at: {path}" }
    file_problem(place: &crate::trouble::Place, what: &str) { vi: "{place}: {what}", en: "{place}: {what}" }
    damaged(places: &str) { vi: "Có tệp hỏng, chưa niêm phong được: {places}", en: "Files are damaged; it cannot be sealed: {places}" }
    title(n: usize) { vi: "CHƯA LƯU {n} việc", en: "{n} {things} {are} NOT SAVED", things: n "thing" "things", are: n "is" "are" }
    body(why: &str) {
        vi: "Máy từ chối ghi: {why}\nĐiểm trên màn hình vẫn còn nhưng chưa nằm trên đĩa.",
        en: "The machine refused to write: {why}\nThe marks are still on screen but not on disk.",
    }
    retry { vi: "Thử ghi lại (sau khi cắm lại USB, giải phóng chỗ …)", en: "Try again (after plugging in the stick, freeing room …)" }
    elsewhere { vi: "Lưu cả phiên sang thư mục khác", en: "Save the whole session to another folder" }
    later { vi: "Để sau (đừng đóng chương trình)", en: "Later (do not end the program)" }
    elsewhere_title { vi: "Lưu phiên sang thư mục khác", en: "Save the session elsewhere" }
    elsewhere_body { vi: "Đường dẫn của thư mục mới (sẽ được tạo):", en: "The path of a new folder (it will be made):" }
    not_ready { vi: "Chưa có ai ngồi ở đây: chọn ghế trước (F3).", en: "Nobody sits here yet: choose a seat first (F3)." }
    settle_first { vi: "Còn việc chưa lưu: hãy lưu trước (Ctrl-S).", en: "Something is not saved: settle that first (Ctrl-S)." }
    save { vi: "lưu lại", en: "save" }
    save_help { vi: "Ghi lại những gì chưa lưu được. Bình thường mọi việc được lưu ngay.", en: "Saves what could not be saved. Normally everything is saved at once." }
    all_saved { vi: "Mọi việc đã được lưu.", en: "Everything is saved." }
}
