//! Labels and help lines of the keys that several places share, and the names of the places.

messages! {
    everywhere { vi: "Mọi màn hình", en: "Every screen" }
    home { vi: "Các phiên họp", en: "Sessions" }
    seats { vi: "Ghế ngồi", en: "Seats" }
    scoring { vi: "Chấm điểm", en: "Scoring" }
    board { vi: "Bảng theo dõi", en: "Board" }
    agenda { vi: "Nội dung cần thảo luận", en: "Things to discuss" }
    readings { vi: "Cách hiểu tiêu chí", en: "Readings" }
    reconcile { vi: "Thảo luận", en: "Reconcile" }
    verdict { vi: "Kết quả và khóa", en: "Verdict and lock" }
    history { vi: "Lịch sử", en: "History" }
    help { vi: "Trợ giúp", en: "Help" }
    settings { vi: "Cài đặt", en: "Settings" }
    dialog { vi: "Hộp hỏi đáp", en: "Questions" }

    menu { vi: "mọi lệnh", en: "all keys" }
    menu_help { vi: "Danh sách mọi việc làm được lúc này; gõ vài chữ để lọc.", en: "The list of all that can be done now; type to narrow it." }
    help_help { vi: "Trợ giúp: phím của từng màn hình và trình tự một phiên họp.", en: "Help: the keys of each screen and the course of a session." }
    pass_on { vi: "chuyển ghế", en: "pass on" }
    pass_on_help { vi: "Che màn hình và chuyển máy cho người khác chọn ghế.", en: "Hides the screen and passes the machine on to another seat." }
    back { vi: "quay lại", en: "back" }
    back_help { vi: "Về màn hình trước.", en: "To the screen before." }
    history_help { vi: "Mọi việc đã ghi trong phiên.", en: "Everything on the record of the session." }
    settings_help { vi: "Ngôn ngữ, màu sắc và ký hiệu.", en: "Language, colours and signs." }
    language { vi: "English", en: "Tiếng Việt" }
    language_help { vi: "Đổi sang tiếng Anh.", en: "Switches to Vietnamese." }
    quit { vi: "thoát", en: "quit" }
    quit_help { vi: "Đóng chương trình; mọi việc đã lưu vẫn còn.", en: "Ends the program; everything saved stays." }

    choose { vi: "chọn", en: "choose" }
    scroll { vi: "cuộn", en: "scroll" }
    page { vi: "trang", en: "page" }
    page_up { vi: "trang trước", en: "page up" }
    page_down { vi: "trang sau", en: "page down" }
    first { vi: "đầu danh sách", en: "first" }
    last { vi: "cuối danh sách", en: "last" }
    up_help { vi: "Lên một dòng.", en: "One line up." }
    down_help { vi: "Xuống một dòng.", en: "One line down." }
    page_up_help { vi: "Lên một trang.", en: "One page up." }
    page_down_help { vi: "Xuống một trang.", en: "One page down." }
    first_help { vi: "Về dòng đầu.", en: "To the first line." }
    last_help { vi: "Đến dòng cuối.", en: "To the last line." }
}
