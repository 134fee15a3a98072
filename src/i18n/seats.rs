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
    go_on { vi: "tiếp tục", en: "go on" }
    go_on_help { vi: "Sang phiếu chấm hoặc bảng theo dõi.", en: "On to the sheets or the board." }
}
