//! Help: headings and the short guide to the procedure.

use super::Lang;

messages! {
    turn { vi: "phím / trình tự", en: "keys / guide" }
    turn_help { vi: "Chuyển giữa danh sách phím và trình tự phiên họp.", en: "From the keys to the guide and back." }

    open_heading { vi: "1 · Mở phiên", en: "1 · Open the session" }
    open_text {
        vi: "Chọn phiên ở màn hình đầu. Mỗi người chọn ghế của mình; một máy có thể chuyền tay (F2), hoặc mỗi người một máy rồi gộp các bản lại: gộp theo thứ tự nào cũng ra một kết quả.",
        en: "Choose the session on the first screen. Everyone chooses their own seat; one machine can be passed round (F2), or everyone has their own and the copies are merged: in any order the result is the same.",
    }
    score_heading { vi: "2 · Chấm kín", en: "2 · Score blind" }
    score_text {
        vi: "Mỗi thành viên chấm từng tiêu chí bằng phím số rồi nộp phiếu. Trước khi mở phiếu không ai, kể cả bàn chủ trì, thấy điểm của người khác; chỉ thấy ai đã chấm được bao nhiêu tiêu chí.",
        en: "Every member scores each criterion by a digit, then hands in the sheet. Before the reveal nobody, the presiding table included, sees another's marks; only how many criteria each has scored.",
    }
    reveal_heading { vi: "3 · Mở phiếu", en: "3 · Reveal" }
    reveal_text {
        vi: "Bàn chủ trì mở phiếu khi đủ số thành viên và các phiếu đã nộp. Từ đó phiếu không sửa được nữa; điểm trung bình, chênh lệch và số sao hiện ra.",
        en: "The presiding table opens the sheets once there is a quorum and they are handed in. From then on sheets cannot be changed; mean, spread and star appear.",
    }
    discuss_heading { vi: "4 · Thảo luận", en: "4 · Reconcile" }
    discuss_text {
        vi: "Các nội dung cần thảo luận được xếp theo mức ảnh hưởng đến số sao. Mỗi nội dung: chấm lại, kết luận về yêu cầu tối thiểu, hoặc giữ nguyên, kèm lý do ghi vào biên bản.",
        en: "Things to discuss are ranked by what they could do to the star. Each is re-scored, ruled on (a minimum) or left to stand, with a reason for the minutes.",
    }
    lock_heading { vi: "5 · Khóa kết quả và in", en: "5 · Lock and print" }
    lock_text {
        vi: "Khi không còn việc phải xử lý, khóa kết quả từng sản phẩm rồi niêm phong phiên họp. Kết quả đã khóa mà bị thay đổi thì chương trình nhận ra. Chép mã niêm phong vào biên bản để ký.",
        en: "When nothing has to be settled any more, lock each product, then seal the session. A locked result cannot change without it showing. Write the seal into the minutes to be signed.",
    }
    law_heading { vi: "Số sao được tính thế nào", en: "How the star is found" }
    law_text {
        vi: "Điểm trung bình chính xác (không làm tròn): từ 90 là 5 sao, từ 70 là 4 sao, từ 50 là 3 sao. Đồng thời phải đạt yêu cầu tối thiểu (dấu sao) của bộ sản phẩm. Chưa đạt yêu cầu tối thiểu của 3 sao thì không được công nhận.",
        en: "By the exact mean, never rounded: 5 stars from 90, 4 from 70, 3 from 50. The star minima of the product set must be met as well. A product that misses a minimum of 3 stars is not recognised.",
    }

    page_keys { vi: "phím", en: "keys" }
    page_guide { vi: "trình tự một phiên họp", en: "the course of a session" }
    more { vi: "còn nữa ↓", en: "more below ↓" }
    end { vi: "hết", en: "end" }
}

/// The course of a session, heading and text.
pub fn guide(lang: Lang) -> [(&'static str, &'static str); 6] {
    [
        (open_heading(lang), open_text(lang)),
        (score_heading(lang), score_text(lang)),
        (reveal_heading(lang), reveal_text(lang)),
        (discuss_heading(lang), discuss_text(lang)),
        (lock_heading(lang), lock_text(lang)),
        (law_heading(lang), law_text(lang)),
    ]
}
