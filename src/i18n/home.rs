//! Home: the sessions there are.

messages! {
    open { vi: "mở", en: "open" }
    open_help { vi: "Mở phiên đang chọn; phiên mẫu được sao ra một bản để làm việc.", en: "Opens the session chosen; a sample is copied first." }
    new { vi: "phiên mới", en: "new" }
    new_help { vi: "Lập một phiên họp mới: hội đồng, sản phẩm, quy chế.", en: "Makes a new session: council, products, rules." }
    open_path { vi: "mở nơi khác", en: "open elsewhere" }
    open_path_help { vi: "Mở một thư mục hoặc tệp theo đường dẫn.", en: "Opens a folder or file by its path." }
    refresh { vi: "xem lại", en: "refresh" }
    refresh_help { vi: "Đọc lại các thư mục.", en: "Reads the folders again." }

    path_title { vi: "Mở phiên ở nơi khác", en: "Open a session elsewhere" }
    path_body { vi: "Đường dẫn của thư mục phiên, hoặc của tệp được giao:", en: "The path of the session's folder, or of a file handed out:" }

    folder { vi: "Thư mục:", en: "Folder:" }
    date { vi: "Ngày", en: "Date" }
    session { vi: "Phiên họp", en: "Session" }
    state { vi: "Tình trạng", en: "State" }
    looking { vi: "Đang tìm các phiên họp …", en: "Looking for sessions …" }
    opening { vi: "Đang mở phiên …", en: "Opening the session …" }
    nothing { vi: "Chưa có phiên họp nào ở đây. F4: lập phiên mới · Ctrl-O: mở phiên ở nơi khác.", en: "There is no session here yet. F4: make one · Ctrl-O: open one elsewhere." }
    at_work(settled: usize, of: usize) { vi: "đang mở · đã khóa {settled}/{of}", en: "open · {settled}/{of} locked" }
    sealed { vi: "đã niêm phong ✓", en: "sealed ✓" }
    failing(n: usize) { vi: "niêm phong KHÔNG khớp: {n} chỗ !", en: "seal does NOT hold: {n} {places} !", places: n "place" "places" }
    sample { vi: "mẫu", en: "sample" }
    damaged { vi: "không đọc được !", en: "cannot be read !" }
    damaged_title(name: &str) { vi: "Không đọc được phiên “{name}”", en: "The session “{name}” cannot be read" }
    sample_copied { vi: "Phiên mẫu: Enter sao ra một bản riêng để làm việc.", en: "A sample: Enter makes a copy of your own to work in." }
}
