//! What is wrong with files of a session, and what a check found. Which is which is the command's to say.

messages! {
    branch { vi: "sổ ghi tiếp theo hai hướng (máy sao chép hoặc thư mục khôi phục); cả hai phần đều được tính", en: "the log goes on in two ways (a cloned machine or a restored folder); both count" }
    damage { vi: "một dòng bị hỏng; các dòng khác vẫn tính; lấy bản sao lành rồi nhập vào (merge)", en: "a line is damaged; the others count; bring a sound copy and merge it" }
    made_good { vi: "một dòng bị hỏng, nhưng đã có bản lành ở tệp khác; không thiếu gì", en: "a line is damaged, but a sound copy of it is here; nothing is missing" }
    foreign { vi: "sổ ghi của phiên khác, bỏ qua", en: "a log of another session, ignored" }
    stray { vi: "không phải sổ ghi, bỏ qua", en: "no log, ignored" }
    damaged_log { vi: "sổ ghi hỏng ngay dòng đầu; lấy bản sao lành rồi nhập vào (merge)", en: "the log is damaged from its first line; bring a sound copy and merge it" }
    unsaved { vi: "chưa lưu", en: "not saved" }

    verified { vi: "Toàn vẹn: mọi tệp khớp với nhau.", en: "Sound: the files agree with each other." }
    verified_identity { vi: "Toàn vẹn và đúng là bản đã niêm phong ấy.", en: "Sound, and the very session that was sealed." }
    not_verified { vi: "KHÔNG KHỚP: có chỗ đã khác so với lúc ghi.", en: "NOT SOUND: something differs from what was recorded." }
    not_sealed_yet { vi: "Phiên chưa niêm phong.", en: "The session is not sealed." }
    seal(seal: &str) { vi: "Mã niêm phong: {seal}", en: "Seal: {seal}" }
    stand_two_ways(n: usize) { vi: "Còn {n} việc được ghi theo hai cách khác nhau, chờ giải quyết; xem danh sách bằng lệnh status.", en: "{n} {matters} in two ways and {wait} to be settled; status lists them.", matters: n "matter stands" "matters stand", wait: n "waits" "wait" }
    only_consistency { vi: "Để chắc là đúng bản đã ký, so với mã trên biên bản: verify … --against MÃ", en: "To know that it is the one signed, compare with the minutes: verify … --against SEAL" }
    after_seal(count: usize) { vi: "{count} việc đến sau khi niêm phong, không thay đổi gì.", en: "{count} {entries} arrived after the seal; the results do not change.", entries: count "entry" "entries" }
    line(record: u64) { vi: "dòng {record}", en: "line {record}" }
    sealed_part_missing(log: &str) { vi: "thiếu phần đã niêm phong của sổ ghi {log}", en: "the sealed part of the log {log} is missing" }
    no_seal { vi: "không có dấu niêm phong nguyên vẹn cho tệp này", en: "no intact seal names this file" }
    no_session_file { vi: "phiên đã niêm phong nhưng ở đây thiếu tệp session.ron; nhập (merge) một bản sao có tệp ấy", en: "the session was sealed, but its session.ron is not here; merge a copy that has it" }
    seal_elsewhere(seal: &str) { vi: "một bản sao khác đã niêm phong khác (mã {seal}); không bản nào thay bản nào: so cả hai mã với mã trên biên bản đã ký", en: "another copy was sealed otherwise (seal {seal}); neither replaces the other: compare both with the seal in the signed minutes" }
    field(field: &str) { vi: "mục {field} khác với kết quả tính lại", en: "{field} differs from what the logs give" }
    other_seal(seal: &str) { vi: "mã niêm phong khác với mã đã cho {seal}", en: "the seal is another one than {seal}" }
}
