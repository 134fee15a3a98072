//! Shared vocabulary: the nouns of the council's world, one word for one thing on every screen and paper.

use super::Lang;
use crate::council::{
    ClosedAs, DisputeKind, Left, MinimaRule, Presence, ProductField, ProductKind, ReasonKind, Role, SeatField,
};
use crate::session::{Phase, SheetState};

messages! {
    council { vi: "hội đồng", en: "council" }
    desk { vi: "Bàn chủ trì", en: "Presiding table" }
    session { vi: "Phiên", en: "Session" }
    product { vi: "sản phẩm", en: "product" }
    product_set(no: u8) { vi: "bộ {no}", en: "set {no}" }
    rehearsal { vi: "TẬP DƯỢT", en: "REHEARSAL" }
    points_short { vi: "đ", en: "pts" }
    total { vi: "tổng", en: "total" }
    mean { vi: "điểm trung bình", en: "mean" }
    spread { vi: "chênh lệch", en: "spread" }
    round(no: usize) { vi: "vòng {no}", en: "round {no}" }

    blind { vi: "chấm kín", en: "blind" }
    revealed { vi: "đã mở phiếu", en: "revealed" }
    rescoring { vi: "chấm lại", en: "re-scoring" }
    locked { vi: "đã khóa", en: "locked" }
    closed { vi: "đã kết thúc", en: "closed" }
    contested { vi: "tranh chấp trạng thái", en: "contested" }
    sealed { vi: "đã niêm phong", en: "sealed" }
    reopened { vi: "mở lại", en: "reopened" }

    rejected { vi: "bị loại", en: "rejected" }
    stopped { vi: "dừng đánh giá", en: "stopped" }
    withdrawn { vi: "rút hồ sơ", en: "withdrawn" }
    put_off { vi: "để lại kỳ sau", en: "put off" }

    sheet_missing { vi: "chưa chấm", en: "not begun" }
    sheet_draft { vi: "đang chấm", en: "draft" }
    sheet_submitted { vi: "đã nộp", en: "handed in" }
    sheet_returned { vi: "chấm lại", en: "returned" }
    sheet_recused { vi: "không tham gia chấm", en: "recused" }
    sheet_absent { vi: "vắng mặt", en: "absent" }
    sheet_set_aside { vi: "để riêng", en: "set aside" }
    sheet_conflict { vi: "hai bản khác nhau", en: "two versions" }

    not_scored { vi: "chưa chấm", en: "not scored" }
    none_met { vi: "không đạt mức nào", en: "none met" }
    not_applicable { vi: "không áp dụng", en: "not applicable" }
    unsure { vi: "chưa chắc", en: "unsure" }

    present { vi: "có mặt", en: "present" }
    absent { vi: "vắng mặt", en: "absent" }
    left { vi: "về sớm", en: "left" }
    stands_in { vi: "đi thay", en: "stands in" }
    presides { vi: "chủ trì", en: "presiding" }

    chair { vi: "chủ tịch", en: "chair" }
    deputy { vi: "phó chủ tịch", en: "deputy" }
    secretary { vi: "thư ký", en: "secretary" }
    member { vi: "thành viên", en: "member" }
    advisory { vi: "tổ tư vấn", en: "advisory team" }

    understood { vi: "hiểu tiêu chí khác nhau", en: "understood differently" }
    evidence { vi: "có thêm minh chứng", en: "further evidence" }
    slip { vi: "chấm nhầm", en: "slip" }
    difference { vi: "khác biệt chuyên môn, giữ nguyên", en: "professional difference, stands" }
    dossier_page { vi: "xem trang hồ sơ …", en: "dossier page …" }
    other { vi: "khác, ghi rõ", en: "other, in words" }

    conflict { vi: "hai phiếu khác nhau của một người", en: "two different sheets of one seat" }
    late { vi: "đến sau khi mở phiếu", en: "came after the reveal" }
    phase_contested { vi: "hai quyết định khác nhau về trạng thái", en: "two different decisions on the phase" }
    minimum_split { vi: "ý kiến khác nhau về yêu cầu tối thiểu", en: "sheets differ on a minimum" }
    total_spread { vi: "chênh lệch tổng điểm", en: "spread of totals" }
    star_differs { vi: "số sao tùy phiếu", en: "the star varies by sheet" }
    criterion_spread { vi: "chênh lệch ở tiêu chí", en: "spread on a criterion" }
    outlier { vi: "tổng điểm cách xa các phiếu khác", en: "a total far from the others" }

    by_mean { vi: "theo điểm trung bình của tiêu chí", en: "by the criterion's mean" }
    by_majority { vi: "theo đa số phiếu", en: "by the majority of sheets" }
    by_every { vi: "mọi phiếu đều đạt", en: "every sheet" }

    first_time { vi: "lần đầu", en: "first time" }
    upgrade { vi: "nâng hạng", en: "upgrade" }
    reassess { vi: "đánh giá lại", en: "re-assessment" }

    field_name { vi: "tên", en: "name" }
    field_producer { vi: "chủ thể", en: "producer" }
    field_address { vi: "địa chỉ", en: "address" }
    field_phone { vi: "điện thoại", en: "phone" }
    field_code { vi: "mã sản phẩm", en: "product code" }
    field_kind { vi: "loại đánh giá", en: "kind of assessment" }
    field_title { vi: "chức danh", en: "title" }
    field_holder { vi: "người giữ ghế", en: "holder" }
    field_seats { vi: "ghế", en: "seats" }
    field_organisation { vi: "cơ quan", en: "organisation" }
}

/// How a product ended without a star.
pub fn closed_as(lang: Lang, how: ClosedAs) -> &'static str {
    match how {
        ClosedAs::Rejected => rejected(lang),
        ClosedAs::Stopped => stopped(lang),
        ClosedAs::Withdrawn => withdrawn(lang),
        ClosedAs::PutOff => put_off(lang),
    }
}

/// Where a member is.
pub fn presence(lang: Lang, presence: Presence) -> &'static str {
    match presence {
        Presence::Present => present(lang),
        Presence::Absent => absent(lang),
        Presence::Left => left(lang),
    }
}

/// Why a seat has no sheet in a reveal.
pub fn left_out(lang: Lang, why: Left) -> &'static str {
    match why {
        Left::Absent => sheet_absent(lang),
        Left::Recused => sheet_recused(lang),
        Left::SetAside => sheet_set_aside(lang),
    }
}

/// The phase of a product, a closed one by how it ended.
pub fn phase(lang: Lang, phase: &Phase) -> &'static str {
    match phase {
        Phase::Blind { .. } => blind(lang),
        Phase::Revealed { .. } => revealed(lang),
        Phase::Rescoring { .. } => rescoring(lang),
        Phase::Locked { .. } => locked(lang),
        Phase::Closed { how, .. } => closed_as(lang, *how),
        Phase::Contested(_) => contested(lang),
    }
}

/// A seat's role.
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Chair => chair(lang),
        Role::Deputy => deputy(lang),
        Role::Secretary => secretary(lang),
        Role::Member => member(lang),
        Role::Advisory => advisory(lang),
    }
}

/// A reason of the closed list.
pub fn reason(lang: Lang, kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::Understood => understood(lang),
        ReasonKind::Evidence => evidence(lang),
        ReasonKind::Slip => slip(lang),
        ReasonKind::Difference => difference(lang),
        ReasonKind::DossierPage => dossier_page(lang),
        ReasonKind::Other => other(lang),
    }
}

/// How a seat stands to a product.
pub fn sheet_state(lang: Lang, state: SheetState) -> &'static str {
    match state {
        SheetState::Missing => sheet_missing(lang),
        SheetState::Draft => sheet_draft(lang),
        SheetState::Submitted => sheet_submitted(lang),
        SheetState::Returned => sheet_returned(lang),
        SheetState::Recused => sheet_recused(lang),
        SheetState::Absent => sheet_absent(lang),
        SheetState::SetAside => sheet_set_aside(lang),
        SheetState::Conflict => sheet_conflict(lang),
    }
}

/// A kind of disagreement.
pub fn dispute(lang: Lang, kind: DisputeKind) -> &'static str {
    match kind {
        DisputeKind::Conflict => conflict(lang),
        DisputeKind::Late => late(lang),
        DisputeKind::Contested => phase_contested(lang),
        DisputeKind::MinimumSplit => minimum_split(lang),
        DisputeKind::Spread => total_spread(lang),
        DisputeKind::StarDiffers => star_differs(lang),
        DisputeKind::CriterionSpread => criterion_spread(lang),
        DisputeKind::Outlier => outlier(lang),
    }
}

/// How minima are judged.
pub fn minima_rule(lang: Lang, rule: MinimaRule) -> &'static str {
    match rule {
        MinimaRule::Mean => by_mean(lang),
        MinimaRule::Majority => by_majority(lang),
        MinimaRule::Every => by_every(lang),
    }
}

/// Why a product is assessed.
pub fn product_kind(lang: Lang, kind: ProductKind) -> &'static str {
    match kind {
        ProductKind::First => first_time(lang),
        ProductKind::Upgrade => upgrade(lang),
        ProductKind::Reassess => reassess(lang),
    }
}

/// A product's field.
pub fn product_field(lang: Lang, field: ProductField) -> &'static str {
    match field {
        ProductField::Name => field_name(lang),
        ProductField::Producer => field_producer(lang),
        ProductField::Address => field_address(lang),
        ProductField::Phone => field_phone(lang),
        ProductField::Code => field_code(lang),
        ProductField::Kind => field_kind(lang),
    }
}

/// A seat's field.
pub fn seat_field(lang: Lang, field: SeatField) -> &'static str {
    match field {
        SeatField::Title => field_title(lang),
        SeatField::Name => field_holder(lang),
        SeatField::Organisation => field_organisation(lang),
    }
}
