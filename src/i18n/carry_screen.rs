//! The screens of carrying: what is asked, step by step. What came of it stands in `carry`.

messages! {
    carry { vi: "nhập, giao tệp", en: "carry" }
    carry_help { vi: "Nhập tệp người khác mang đến, giao tệp cho thành viên, nộp tệp, chép ra USB.", en: "Takes in what people bring, hands files out and in, copies to a stick." }
    title { vi: "Nhập, giao, chép", en: "Carrying" }
    told_title { vi: "Kết quả", en: "What came of it" }
    kept_title { vi: "Bản lưu trên máy này", en: "Copies kept on this machine" }

    take { vi: "nhập", en: "take in" }
    take_help { vi: "Nhập tệp hoặc thư mục đang chọn; chỉ lấy các việc chưa có.", en: "Takes the file or folder chosen in; only entries that are not here yet." }
    take_all { vi: "nhập mọi tệp mới", en: "take all new" }
    take_all_help { vi: "Nhập mọi tệp có việc mới.", en: "Takes in everything that brings something new." }
    path { vi: "đường dẫn", en: "by path" }
    path_help { vi: "Nhập theo đường dẫn: gõ, dán, hoặc kéo tệp vào cửa sổ.", en: "Takes in by a path: typed, pasted, or dragged into the window." }
    look { vi: "tìm lại", en: "look again" }
    look_help { vi: "Tìm lại ở USB, Tải về, màn hình nền, thư mục phiên.", en: "Looks again at sticks, downloads, the desktop, the sessions." }
    hand_out { vi: "giao tệp", en: "hand out" }
    hand_out_help { vi: "Bàn chủ trì ghi tệp giao cho thành viên chấm trên máy riêng.", en: "The presiding table writes files for members' own machines." }
    hand_in { vi: "nộp tệp", en: "hand in a file" }
    hand_in_help { vi: "Thành viên ghi một tệp điểm của mình để mang về bàn chủ trì.", en: "A member writes one file of the own sheets to bring to the presiding table." }
    stick { vi: "chép ra USB", en: "copy to stick" }
    stick_help { vi: "Chép cả phiên ra USB hoặc thư mục khác, rồi đọc lại và so.", en: "Copies the session to a stick or another folder, reads it back and compares." }
    kept { vi: "bản lưu", en: "kept copies" }
    kept_help { vi: "Các bản chương trình tự giữ trên máy này; lấy lại được.", en: "The copies the program keeps on this machine; each can be put back." }
    restore { vi: "lấy lại", en: "put back" }
    restore_help { vi: "Lấy bản lưu đang chọn về một thư mục; không xóa gì trong thư mục ấy.", en: "Puts the copy chosen back into a folder; nothing there is taken away." }
    read { vi: "đã đọc", en: "read" }
    read_help { vi: "Về màn hình trước.", en: "To the screen before." }

    around { vi: "Của phiên này, thấy ở USB, Tải về, màn hình nền, thư mục phiên:", en: "Of this session, on sticks, in downloads, on the desktop, among sessions:" }
    looking { vi: "Đang tìm ở USB, Tải về, màn hình nền, thư mục phiên …", en: "Looking at sticks, downloads, the desktop, the sessions …" }
    none_around {
        vi: "Không thấy tệp nào của phiên này.\nCắm USB rồi nhấn F5, hoặc F4 để gõ đường dẫn; cũng có thể kéo tệp vào cửa sổ này.",
        en: "Nothing of this session was found.\nPlug the stick in and press F5, or F4 to type a path; a file can be dragged into this window, too.",
    }
    drag { vi: "Có thể kéo tệp vào cửa sổ này, hoặc dán đường dẫn.", en: "A file can be dragged into this window, or its path pasted." }
    what { vi: "Tệp hoặc thư mục", en: "File or folder" }
    latest { vi: "Việc cuối", en: "Latest" }
    brings { vi: "Mang đến", en: "Brings" }
    place { vi: "Nơi", en: "Where" }
    size { vi: "Cỡ", en: "Size" }
    file_problems(n: usize) { vi: "Tệp trong phiên cần xem ({n}):", en: "Files of the session to look at ({n}):" }
    taking { vi: "Đang nhập …", en: "Taking in …" }
    writing { vi: "Đang ghi và kiểm tra …", en: "Writing and checking …" }
    wait_for_saving { vi: "Còn việc chưa nằm trên đĩa; đợi “đã lưu ✓” rồi làm lại.", en: "Something is not on disk yet; wait for “saved ✓”, then try again." }

    why_one_line { vi: "danh sách không có dòng nào khác", en: "the list has no other line" }
    why_desk_only { vi: "chỉ bàn chủ trì giao tệp; ngồi vào bàn chủ trì trước", en: "only the presiding table does; sit down there first" }
    why_member_only { vi: "thành viên tự nộp tệp ở ghế của mình", en: "members do, each from the own seat" }
    why_nobody { vi: "chưa ai ngồi vào ghế; ngồi vào ghế của mình trước", en: "nobody sits here; take your seat first" }
    why_looking { vi: "còn đang tìm, chờ một chút", en: "still looking, wait a moment" }
    why_none_around { vi: "chưa thấy tệp nào; cắm USB rồi F5, hoặc F4", en: "nothing was found; plug the stick in, then F5, or F4" }
    why_nothing_new { vi: "không tệp nào ở đây mang việc mới", en: "nothing here brings anything new" }
    why_reading_kept { vi: "còn đang đọc, chờ một chút", en: "still reading, wait a moment" }
    why_no_kept { vi: "máy này chưa giữ bản lưu nào", en: "no copy is kept on this machine" }
    why_at_the_top { vi: "đã ở đầu trang", en: "this is the top" }
    why_at_the_end { vi: "đã ở cuối trang", en: "this is the end" }

    path_title { vi: "Nhập theo đường dẫn", en: "Take in by path" }
    path_body { vi: "Đường dẫn của tệp, thư mục phiên hoặc USB (gõ, dán, hoặc kéo vào đây):", en: "Path of a file, a session folder or a stick (typed, pasted, or dragged here):" }
    who_title { vi: "Giao tệp cho ai?", en: "Hand out to whom?" }
    who_body { vi: "Mỗi tệp có danh sách sản phẩm, bộ tiêu chí và điểm của chính ghế ấy; không có điểm của người khác.", en: "Each file has the list of products, the rubric and the seat's own marks; not anyone else's." }
    who_all(n: usize) { vi: "Mọi ghế chấm điểm: mỗi ghế một tệp ({n} tệp)", en: "Every scoring seat: one file each ({n} {files})", files: n "file" "files" }
    who_seat(who: &str) { vi: "{who}", en: "{who}" }
    where_title { vi: "Ghi vào đâu?", en: "Write it where?" }
    where_out { vi: "Tệp ghi xong thì gửi cho thành viên, hoặc mang đi bằng USB.", en: "Once written, send the file to the member or take it along on the stick." }
    where_in { vi: "Tệp có phiếu và điểm của ghế này, không có của ai khác; ghi xong thì mang về bàn chủ trì.", en: "The file has this seat's sheets and marks and nobody else's; once written, bring it to the presiding table." }
    where_stick { vi: "Bản cũ của phiên này ở đó được thêm phần thiếu; phiên khác không bị đụng đến.", en: "An older copy of this session there is brought up to date; another session is not touched." }
    elsewhere { vi: "Thư mục khác …", en: "Another folder …" }
    elsewhere_title { vi: "Ghi vào thư mục", en: "The folder to write to" }
    elsewhere_body { vi: "Đường dẫn của thư mục (đã có sẵn):", en: "Path of a folder that is there:" }

    kept_body { vi: "Chương trình tự giữ vài bản gần nhất của mỗi phiên mỗi khi mở phiên.", en: "The program keeps the last few copies of each session, made when it is opened." }
    kept_none { vi: "Chưa có bản lưu nào trên máy này.", en: "No copy is kept on this machine yet." }
    kept_looking { vi: "Đang đọc các bản lưu …", en: "Reading the kept copies …" }
    restore_title { vi: "Lấy bản lưu về thư mục", en: "Put the copy back into a folder" }
    restore_body {
        vi: "Thư mục mới, hoặc thư mục đang có chính phiên này (khi ấy chỉ thêm phần thiếu, không bỏ gì):",
        en: "A new folder, or one that holds this very session (then only what is missing is added, nothing is taken away):",
    }
    session { vi: "Phiên họp", en: "Session" }
    kept_at { vi: "Lưu lúc", en: "Kept at" }
    held { vi: "Số việc", en: "Entries" }
    entries(n: u64) { vi: "{n} việc", en: "{n} {entries}", entries: n "entry" "entries" }
    opened_title { vi: "Đã nhận tệp được giao", en: "The file was taken in" }
}
