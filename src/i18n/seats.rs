//! Seats: who sits here, who is present.

messages! {
    sit { vi: "ngồi vào", en: "sit down" }
    sit_help { vi: "Ngồi vào ghế đang chọn.", en: "Sits down at the seat chosen." }
    present { vi: "có mặt", en: "present" }
    present_help { vi: "Ghi ghế đang chọn có mặt.", en: "Records the seat as present." }
    absent { vi: "vắng", en: "absent" }
    absent_help { vi: "Ghi ghế đang chọn vắng mặt.", en: "Records the seat as absent." }
    left { vi: "về sớm", en: "left" }
    left_help { vi: "Ghi ghế đang chọn đã về sớm.", en: "Records the seat as gone early." }
    stand_in { vi: "đi thay", en: "stand-in" }
    stand_in_help { vi: "Ghi tên người đi thay.", en: "Names who sits for the seat." }
    seat { vi: "Ghế", en: "Seat" }
    holder { vi: "Người ngồi", en: "Who sits" }
    role { vi: "Vai trò", en: "Role" }
    presence { vi: "Điểm danh", en: "Presence" }
    sheets { vi: "Đã nộp", en: "Sheets" }
    nothing_here { vi: "chưa có", en: "none" }
    nothing_here_means { vi: "chưa có: chưa thấy gì trên máy này", en: "none: nothing of theirs is here" }
    presided_by(who: &str) { vi: "chủ trì: {who}", en: "presiding: {who}" }
    presiding_contested { vi: "có hai người chủ trì !", en: "two seats preside !" }
    presence_two_ways { vi: "2 cách !", en: "2 ways !" }
    presence_ways(ways: &str) { vi: "F5–F7 điểm danh lại: {ways}", en: "F5–F7 record it again: {ways}" }
    quorum(present: usize, of: usize, needed: usize) { vi: "Có mặt {present}/{of} thành viên · cần ít nhất {needed}", en: "{present} of {of} {members} present · {needed} needed", members: of "member" "members" }
    choose_next { vi: "Người tiếp theo: chọn ghế của mình rồi Enter.", en: "Next person: choose your seat, then Enter." }
    sit_title(title: &str) { vi: "Ngồi vào ghế {title}?", en: "Sit down at {title}?" }
    sit_body_unnamed { vi: "Phiếu chấm của ghế này sẽ hiện ra.", en: "The sheets of this seat will show." }
    sit_body(name: &str) { vi: "Phiếu chấm của ghế này sẽ hiện ra. Người ngồi: {name}", en: "The sheets of this seat will show. Who sits: {name}" }
    desk_title { vi: "Bàn chủ trì: ai ghi việc?", en: "The presiding table: who records?" }
    desk_body { vi: "Mọi việc của bàn chủ trì đều ghi tên người chủ trì và người ghi.", en: "Everything done here names who presides and who recorded it." }
    presides_here(title: &str, name: &str) { vi: "{title} {name} (chủ trì)", en: "{title} {name} (presiding)" }
    enters_here(title: &str, name: &str) { vi: "{title} {name} (ghi theo lệnh)", en: "{title} {name} (by order)" }
    scores_not { vi: "Ghế này không chấm điểm. F9: lịch sử phiên họp.", en: "This seat does not score. F9: history of the session." }
    stand_in_title(title: &str) { vi: "Ai đi thay ở ghế {title}?", en: "Who sits for {title}?" }
    stand_in_body(name: &str) { vi: "Để trống nếu chính người giữ ghế có mặt: {name}", en: "Leave empty if the holder is here: {name}" }
    go_on { vi: "tiếp tục", en: "go on" }
    go_on_help { vi: "Sang phiếu chấm hoặc bảng theo dõi.", en: "On to the sheets or the board." }
}
