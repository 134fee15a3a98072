//! Faults and failures as sentences: what, where, what to do. One sentence for every kind there is.

use std::io::ErrorKind;

use super::Lang;
use crate::trouble::{Doing, Failure, Fault, FaultKind, Trouble};

messages! {
    syntax(said: &str) { vi: "không đọc được nội dung ({said}); sửa lại chỗ này", en: "cannot be read ({said}); correct this place" }
    not_text { vi: "không phải tệp chữ UTF-8; lưu lại tệp với mã UTF-8", en: "not UTF-8 text; save the file again as UTF-8" }
    too_large(limit: u64) { vi: "tệp lớn hơn {limit} byte; chia nhỏ hoặc chọn tệp khác", en: "larger than {limit} bytes; split it or choose another file" }
    newer_format(format: u32) { vi: "thuộc định dạng {format} của bản chương trình mới hơn; hãy cập nhật chương trình", en: "format {format} of a newer program; update this program" }
    empty { vi: "tệp rỗng; chọn tệp có nội dung", en: "nothing in the file; choose one with content" }
    missing_column(column: &str) { vi: "thiếu cột “{column}”; thêm cột này vào dòng đầu", en: "column “{column}” is missing; add it to the first line" }
    unknown_column(found: &str, known: &str) { vi: "không có cột tên “{found}”; các cột dùng được: {known}", en: "no column is called “{found}”; the columns are: {known}" }
    repeated_column(column: &str) { vi: "cột “{column}” có hai lần; bỏ bớt một", en: "column “{column}” stands twice; remove one" }
    missing_value(field: &str) { vi: "ô “{field}” đang trống; điền vào", en: "“{field}” is empty; fill it in" }
    bad_value(field: &str, found: &str, expected: &str) { vi: "“{field}” ghi “{found}”, cần {expected}", en: "“{field}” says “{found}” where {expected} is needed" }
    repeated_id(id: &str) { vi: "mã “{id}” dùng hai lần; mỗi mã chỉ dùng một lần", en: "the id “{id}” is used twice; each may be used once" }
    unknown_set(found: &str, known: &str) { vi: "không có bộ sản phẩm “{found}”; các bộ hiện có: {known}", en: "there is no product set “{found}”; the sets are: {known}" }
    unknown_product(id: &str) { vi: "phiên này không có sản phẩm mã “{id}”; xem lại danh sách", en: "this session has no product “{id}”; check the list" }
    unknown_criterion(found: &str, set: u8) { vi: "bộ {set} không có tiêu chí {found}; xem lại mã tiêu chí", en: "set {set} has no criterion {found}; check the code" }
    no_such_points(criterion: &str, found: &str, known: &str) { vi: "tiêu chí {criterion} không có mức {found} điểm; các mức: {known}", en: "no level of {criterion} is worth {found}; the levels are worth: {known}" }
    ambiguous_points(criterion: &str, found: u16, levels: &str) { vi: "tiêu chí {criterion} có nhiều mức {found} điểm; ghi rõ mức: {levels}", en: "several levels of {criterion} are worth {found}; give the level: {levels}" }
    chair_count(count: usize) { vi: "danh sách có {count} chủ tịch hội đồng; phải có đúng một", en: "{count} chairs in the list; there must be exactly one" }
    too_few_scorers(have: usize, need: usize) { vi: "chỉ có {have} ghế chấm điểm, quy chế cần ít nhất {need}; thêm ghế hoặc đổi quy chế", en: "only {have} scoring seats where the rules need {need}; add seats or change the rules" }
    does_not_add_up(what: &str, printed: u32, added: u32) { vi: "{what} in là {printed} nhưng cộng lại được {added}; sửa một trong hai", en: "{what} is printed as {printed} but adds up to {added}; correct one of them" }
    unknown_reference(to: &str) { vi: "nhắc đến “{to}” nhưng không có; sửa lại tên", en: "refers to “{to}”, which does not exist; correct the name" }
    unsound(what: &str) { vi: "bộ tiêu chí không hợp lệ: {what}; sửa lại bộ tiêu chí", en: "the rubric is not sound: {what}; correct it" }
    at_place(what: &str, place: &str) { vi: "{what} (ở {place})", en: "{what} (at {place})" }
    empty_text { vi: "có chỗ để trống chữ", en: "a text is empty" }
    unclean_text { vi: "có ký tự điều khiển hoặc chữ chưa chuẩn hóa", en: "a text has control characters or is not normalised" }
    bad_code { vi: "mã tiêu chí phải gồm các số cách nhau bằng dấu chấm", en: "a code must be numbers apart by points" }
    bad_id { vi: "mã chỉ được gồm chữ thường, số và dấu gạch", en: "an id may have small letters, digits and dashes only" }
    bad_date { vi: "ngày không có thật", en: "a date is not real" }
    bands_out_of_order { vi: "các ngưỡng sao không tăng dần", en: "the star bands do not increase" }
    nothing_inside { vi: "một mục không có gì bên trong", en: "a heading has nothing in it" }
    criteria_or_groups { vi: "một mục vừa có tiêu chí vừa có mục con", en: "a heading has both criteria and headings" }
    too_many_levels { vi: "một tiêu chí có quá 26 mức", en: "a criterion has more than 26 levels" }
    points_and_levels_differ { vi: "số điểm và số mức không khớp", en: "points and levels differ in number" }
    points_decrease { vi: "điểm của các mức giảm dần", en: "the points of the levels decrease" }
    two_minima_on_a_level { vi: "một mức mang hai dấu sao", en: "one level is the minimum of two stars" }
    two_minima_for_a_star { vi: "một sao có hai mức tối thiểu ở cùng tiêu chí", en: "one star has two minima on a criterion" }
    minima_out_of_order { vi: "mức tối thiểu của sao cao hơn lại thấp hơn", en: "a higher star's minimum is lower" }
    cases_broken { vi: "các trường hợp của tiêu chí không trọn vẹn", en: "the cases of a criterion are not whole" }
    needs_no_earlier_zero { vi: "điều kiện phải là tiêu chí đứng trước và có thể bằng 0", en: "a condition must be an earlier criterion that can be worth 0" }

    reading(path: &str, why: &str) { vi: "không đọc được {path}: {why}", en: "cannot read {path}: {why}" }
    writing(path: &str, why: &str) { vi: "không ghi được {path}: {why}", en: "cannot write {path}: {why}" }
    syncing(path: &str, why: &str) { vi: "máy không xác nhận đã ghi xuống đĩa {path}: {why}", en: "the machine does not confirm {path} is on disk: {why}" }
    creating(path: &str, why: &str) { vi: "không tạo được {path}: {why}", en: "cannot create {path}: {why}" }
    renaming(path: &str, why: &str) { vi: "không đặt được {path} vào chỗ: {why}", en: "cannot put {path} in place: {why}" }
    locking(path: &str, why: &str) { vi: "chương trình khác đang dùng {path}: {why}", en: "another program is using {path}: {why}" }
    existing(path: &str) { vi: "đã có {path}; chọn tên khác", en: "{path} already exists; choose another name" }
    removing(path: &str, why: &str) { vi: "không xóa được {path}: {why}", en: "cannot remove {path}: {why}" }
    terminal(why: &str) { vi: "cửa sổ dòng lệnh không đáp ứng: {why}; mở cửa sổ khác rồi chạy lại", en: "the terminal does not answer: {why}; start again in another one" }

    not_found { vi: "không có ở đó; kiểm tra lại đường dẫn hoặc cắm lại USB", en: "it is not there; check the path or plug the stick in again" }
    denied { vi: "không được phép; chọn thư mục khác hoặc nhờ quản trị cấp quyền", en: "not permitted; choose another folder or ask for the right" }
    full { vi: "đĩa đầy; giải phóng chỗ rồi thử lại", en: "the disk is full; free some room and try again" }
    read_only { vi: "đĩa chỉ cho đọc; chọn thư mục khác", en: "the disk is read-only; choose another folder" }
    busy { vi: "đang bị giữ; đóng chương trình kia rồi thử lại", en: "it is held; close the other program and try again" }
    said(said: &str) { vi: "{said}; thử lại hoặc chọn thư mục khác", en: "{said}; try again or choose another folder" }
    and_more(n: usize) { vi: " (và {n} chỗ nữa)", en: " (and {n} more)" }
}

/// A fault as one sentence, its place in front.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    format!("{}: {}", fault.place, kind(lang, &fault.what))
}

/// What a fault is and what to do about it.
pub fn kind(lang: Lang, kind: &FaultKind) -> String {
    match kind {
        FaultKind::Syntax(said) => syntax(lang, said),
        FaultKind::NotText => not_text(lang).to_owned(),
        FaultKind::TooLarge { limit } => too_large(lang, *limit),
        FaultKind::NewerFormat(format) => newer_format(lang, *format),
        FaultKind::Empty => empty(lang).to_owned(),
        FaultKind::MissingColumn(column) => missing_column(lang, column),
        FaultKind::UnknownColumn { found, known } => unknown_column(lang, found, known),
        FaultKind::RepeatedColumn(column) => repeated_column(lang, column),
        FaultKind::MissingValue(field) => missing_value(lang, field),
        FaultKind::BadValue { field, found, expected } => bad_value(lang, field, found, expected),
        FaultKind::RepeatedId(id) => repeated_id(lang, id),
        FaultKind::UnknownSet { found, known } => unknown_set(lang, found, known),
        FaultKind::UnknownProduct(id) => unknown_product(lang, id),
        FaultKind::UnknownCriterion { found, set } => unknown_criterion(lang, found, *set),
        FaultKind::NoSuchPoints { criterion, found, known } => no_such_points(lang, criterion, found, known),
        FaultKind::AmbiguousPoints { criterion, found, levels } => ambiguous_points(lang, criterion, *found, levels),
        FaultKind::ChairCount(count) => chair_count(lang, *count),
        FaultKind::TooFewScorers { have, need } => too_few_scorers(lang, *have, *need),
        FaultKind::DoesNotAddUp { what, printed, added } => does_not_add_up(lang, what, *printed, *added),
        FaultKind::UnknownReference(to) => unknown_reference(lang, to),
        FaultKind::Unsound(what) => unsound(lang, &broken_rule(lang, what)),
    }
}

/// A broken rule of a rubric in words: its word and its place, as `rubric::check` names them.
fn broken_rule(lang: Lang, what: &str) -> String {
    let (word, place) = what.split_once(' ').unwrap_or((what, ""));
    let said = match word {
        "empty-text" => empty_text(lang),
        "unclean-text" => unclean_text(lang),
        "bad-code" => bad_code(lang),
        "bad-id" => bad_id(lang),
        "bad-date" => bad_date(lang),
        "bands-out-of-order" => bands_out_of_order(lang),
        "nothing-inside" => nothing_inside(lang),
        "criteria-or-groups" => criteria_or_groups(lang),
        "too-many-levels" => too_many_levels(lang),
        "points-and-levels-differ" => points_and_levels_differ(lang),
        "points-decrease" => points_decrease(lang),
        "two-minima-on-a-level" => two_minima_on_a_level(lang),
        "two-minima-for-a-star" => two_minima_for_a_star(lang),
        "minima-out-of-order" => minima_out_of_order(lang),
        "cases-broken" => cases_broken(lang),
        "needs-no-earlier-zero" => needs_no_earlier_zero(lang),
        _ => return what.to_owned(),
    };
    if place.is_empty() { said.to_owned() } else { at_place(lang, said, place) }
}

/// A failure of the machine as one sentence.
pub fn failure(lang: Lang, failure: &Failure) -> String {
    let path = failure.path.display().to_string();
    let why = match failure.source.kind() {
        ErrorKind::NotFound => not_found(lang).to_owned(),
        ErrorKind::PermissionDenied => denied(lang).to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => full(lang).to_owned(),
        ErrorKind::ReadOnlyFilesystem => read_only(lang).to_owned(),
        ErrorKind::WouldBlock | ErrorKind::ResourceBusy => busy(lang).to_owned(),
        _ => said(lang, &crate::text::clean(&failure.source.to_string())),
    };
    match failure.doing {
        Doing::Reading => reading(lang, &path, &why),
        Doing::Writing => writing(lang, &path, &why),
        Doing::Syncing => syncing(lang, &path, &why),
        Doing::Creating => creating(lang, &path, &why),
        Doing::Renaming => renaming(lang, &path, &why),
        Doing::Locking => locking(lang, &path, &why),
        Doing::Existing => existing(lang, &path),
        Doing::Removing => removing(lang, &path, &why),
        Doing::Terminal => terminal(lang, &why),
    }
}

/// Any trouble as one sentence: the first fault, and how many more there are.
pub fn trouble(lang: Lang, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Failure(found) => failure(lang, found),
        Trouble::Faults(faults) => match faults.split_first() {
            None => String::new(),
            Some((first, [])) => fault(lang, first),
            Some((first, rest)) => fault(lang, first) + &and_more(lang, rest.len()),
        },
    }
}
