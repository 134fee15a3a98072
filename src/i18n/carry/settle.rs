//! What copies that went on apart leave to settle, and the way out of each.

use super::refused::{damage, foreign, no_log};
use super::{Line, MOST, Weight, and_others, seat_title};
use crate::council::{ProductId, SeatId};
use crate::i18n::{Lang, cli, two_ways};
use crate::session::{After, Problem, ProblemKind, Session, TwoWays};

messages! {
    to_settle { vi: "Cần giải quyết:", en: "To settle:" }
    product_no(no: usize) { vi: "sản phẩm {no}", en: "product {no}" }
    conflict_way { vi: "có hai bản khác nhau; thành viên ấy mở phiếu của mình và chọn một bản", en: "two versions differ; that member opens the sheet and chooses one" }
    late_way { vi: "đến sau khi mở phiếu, chưa tính vào kết quả nào; bàn chủ trì cho chấm lại hoặc mở phiếu lần nữa để tính, hay giữ nguyên có lý do", en: "came after the reveal and is in no figure; the desk takes it in by a re-scoring or a new reveal, or lets it stand with a reason" }
    late_locked_way { vi: "đến sau khi khóa, không đổi kết quả đã khóa; bàn chủ trì mở lại để tính, hay giữ nguyên có lý do", en: "came after the lock and changes no locked figure; the desk reopens the product to take it in, or lets it stand with a reason" }
    contested_way { vi: "có hai quyết định khác nhau, chưa có kết quả; bàn chủ trì mở lại, rồi quyết định một lần", en: "two decisions differ, so there is no result; the desk reopens it and decides once" }
    presiding_way { vi: "quyền chủ trì được giao theo hai cách khác nhau; giao lại một lần", en: "two hand-overs of the presiding differ; hand it over once more" }
    ruling_way { vi: "có hai kết luận khác nhau về một yêu cầu tối thiểu, chưa tính kết luận nào; bàn chủ trì kết luận lại một lần", en: "two rulings on a star minimum differ, so neither holds; the desk rules once more" }
    conclusion_way { vi: "có hai lời kết luận khác nhau; bàn chủ trì ghi lại một lần", en: "two conclusions differ; the desk records it once more" }
    field_way { vi: "được đính chính theo hai cách khác nhau; bàn chủ trì đính chính lại một lần", en: "was corrected in two ways; the desk corrects it once more" }
    attendance_way { vi: "được điểm danh theo hai cách khác nhau; bàn chủ trì điểm danh lại ghế này", en: "stands in two ways on the roll; the desk takes this seat's attendance once more" }
    seat_way { vi: "được thêm hai lần, không giống nhau; bàn chủ trì thêm lại một lần", en: "was added twice, differently; the desk adds it once more" }
    waiting_way { vi: "có việc dựa trên một tệp chưa có ở đây; nhập thêm bản sao còn lại", en: "rests on something not here yet; bring the other copies too" }
    newer_way { vi: "do bản chương trình mới hơn ghi; cập nhật chương trình ở máy này", en: "recorded by a newer program; update this one" }
    branch_way { vi: "sổ ghi đi tiếp theo hai hướng (máy sao chép hoặc thư mục khôi phục); cả hai phần đều được tính", en: "the log goes on in two ways (a cloned machine or a restored folder); both count" }
    other_seal_way { vi: "một bản sao khác đã niêm phong khác; so cả hai mã với mã trên biên bản đã ký", en: "another copy was sealed otherwise; compare both seals with the signed minutes" }
}

/// What copies that went on apart leave to settle, each with the way.
pub fn to_be_settled(lang: Lang, session: &Session) -> Vec<Line> {
    let problems = session.problems();
    let mut lines: Vec<Line> =
        problems.iter().map(|problem| (Weight::Warning, format!("  {}", settle(lang, session, problem)))).collect();
    lines.dedup();
    let more = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    if more > 0 {
        lines.push((Weight::Quiet, format!("  {}", and_others(lang, more))));
    }
    if !lines.is_empty() {
        lines.insert(0, (Weight::Alarm, to_settle(lang).to_owned()));
    }
    lines
}

fn settle(lang: Lang, session: &Session, problem: &Problem) -> String {
    let no = problem.product.as_ref().and_then(|id| session.product_ids().iter().position(|other| other == id));
    let product = no.map(|no| product_no(lang, no + 1));
    let seat = problem.seat.as_ref().map(|seat| seat_title(session, seat));
    let about: Vec<String> = product.into_iter().chain(seat).collect();
    let way = two_ways::way_of(lang, session, problem);
    if about.is_empty() { way } else { format!("{}: {way}", about.join(", ")) }
}

/// What on one seat's sheet came late or stands in two versions, each with the way to settle it; for that seat's eyes.
pub fn to_settle_on_sheet(lang: Lang, session: &Session, seat: &SeatId, product: &ProductId) -> Vec<String> {
    let decided_twice = ProblemKind::Contested(TwoWays::Phase);
    let is_one = |problem: &&Problem| {
        problem.product.as_ref() == Some(product)
            && (problem.seat.as_ref() == Some(seat) || problem.kind == decided_twice)
    };
    session.problems().iter().filter(is_one).map(|problem| format!("! {}", way(lang, problem.kind))).collect()
}

/// What a matter of the record is, and the way to settle it, in one sentence.
pub fn way(lang: Lang, kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Conflict => conflict_way(lang),
        ProblemKind::Late(After::Reveal) => late_way(lang),
        ProblemKind::Late(After::Lock) => late_locked_way(lang),
        ProblemKind::Contested(two_ways) => match two_ways {
            TwoWays::Phase => contested_way(lang),
            TwoWays::Presiding => presiding_way(lang),
            TwoWays::Ruling => ruling_way(lang),
            TwoWays::Conclusion => conclusion_way(lang),
            TwoWays::Field => field_way(lang),
            TwoWays::Attendance => attendance_way(lang),
            TwoWays::Seat => seat_way(lang),
        },
        ProblemKind::Waiting => waiting_way(lang),
        ProblemKind::UnknownAct => newer_way(lang),
        ProblemKind::Branch => branch_way(lang),
        ProblemKind::Damage => damage(lang),
        ProblemKind::MadeGood => cli::files::made_good(lang),
        ProblemKind::Foreign => foreign(lang),
        ProblemKind::Stray => no_log(lang),
        // The record does not know of either; the files do, and name the seal.
        ProblemKind::OtherSeal => other_seal_way(lang),
        ProblemKind::NoSessionFile => cli::files::no_session_file(lang),
        ProblemKind::Unsaved => cli::files::unsaved(lang),
    }
}
