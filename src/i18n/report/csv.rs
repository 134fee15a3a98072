//! Heads of the columns of `results` and `status` as spreadsheets, and outcomes in the law's words.

use crate::i18n::Lang;
use crate::verdict::Outcome;

messages! {
    id { vi: "Mã", en: "Id" }
    name { vi: "Tên sản phẩm", en: "Product" }
    code { vi: "Mã hồ sơ", en: "Product code" }
    producer { vi: "Chủ thể", en: "Producer" }
    set { vi: "Bộ sản phẩm", en: "Set" }
    phase { vi: "Trạng thái", en: "Phase" }
    sheets { vi: "Số phiếu", en: "Sheets" }
    sum { vi: "Tổng các phiếu", en: "Sum" }
    mean { vi: "Điểm trung bình", en: "Mean" }
    spread { vi: "Chênh lệch", en: "Spread" }
    by_points { vi: "Sao theo điểm", en: "Stars by points" }
    by_minima { vi: "Sao theo yêu cầu tối thiểu", en: "Stars by minima" }
    star { vi: "Xếp hạng sao", en: "Stars" }
    outcome { vi: "Kết luận", en: "Outcome" }
    because { vi: "Thiếu yêu cầu tối thiểu ở", en: "Minima missed at" }
    seat { vi: "Ghế", en: "Seat" }
    state { vi: "Phiếu", en: "Sheet" }
    scored { vi: "Đã chấm", en: "Scored" }
    of { vi: "Trên", en: "Of" }
    recognised { vi: "đề nghị công nhận", en: "recognised" }
    proposed { vi: "đề nghị trình Bộ", en: "proposed to the Ministry" }
    too_few_points { vi: "không công nhận (chưa đủ điểm)", en: "not recognised (points)" }
    minima_missed { vi: "không công nhận (thiếu yêu cầu tối thiểu)", en: "not recognised (minima)" }
}

/// An outcome in the law's words.
pub fn of_outcome(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Recognised => recognised(lang),
        Outcome::Proposed => proposed(lang),
        Outcome::TooFewPoints => too_few_points(lang),
        Outcome::MinimaMissed => minima_missed(lang),
    }
}
