//! Faults and failures as sentences: what, where, what to do. One sentence for every kind there is.

use std::io::ErrorKind;

use super::Lang;
use super::number::date;
use crate::text::{cut, shown};
use crate::trouble::{Doing, Failure, Fault, FaultKind, Trouble};

messages! {
    syntax(said: &str) { vi: "không đọc được nội dung ({said}); sửa lại chỗ này", en: "cannot be read ({said}); correct this place" }
    unknown_field(found: &str, known: &str) { vi: "không có mục tên “{found}”; ở đây dùng được: {known}", en: "nothing is called “{found}” here; what may stand here: {known}" }
    missing_field(field: &str) { vi: "thiếu mục “{field}”; thêm vào", en: "“{field}” is missing; add it" }
    repeated_field(field: &str) { vi: "mục “{field}” có hai lần; bỏ bớt một", en: "“{field}” stands twice; remove one" }
    wrong_shape(found: &str, expected: &str) { vi: "ghi sai kiểu ({found}), cần {expected}", en: "{found} where {expected} is needed" }
    not_text { vi: "không phải tệp chữ UTF-8; lưu lại tệp với mã UTF-8", en: "not UTF-8 text; save the file again as UTF-8" }
    too_large(limit: u64) { vi: "tệp lớn hơn {limit} byte; chia nhỏ hoặc chọn tệp khác", en: "larger than {limit} bytes; split it or choose another file" }
    too_many_lines(most: usize) { vi: "danh sách dài hơn {most} dòng; chia thành nhiều tệp", en: "the list has more than {most} {lines}; split it", lines: most "line" "lines" }
    too_many_entries(field: &str, most: usize) { vi: "“{field}” có hơn {most} mục; chia nhỏ ra", en: "“{field}” has more than {most} {entries}; split it", entries: most "entry" "entries" }
    newer_format(format: u32) { vi: "thuộc định dạng {format} của bản chương trình mới hơn; hãy cập nhật chương trình", en: "format {format} of a newer program; update this program" }
    empty { vi: "tệp rỗng; chọn tệp có nội dung", en: "nothing in the file; choose one with content" }
    no_session { vi: "không phải thư mục phiên họp (không có charter.ron); chọn thư mục có tệp charter.ron", en: "no session lies here (there is no charter.ron); choose a folder that has one" }
    other_session { vi: "ở đó đã có một phiên khác; không ghi gì; chọn thư mục khác", en: "another session lies there; nothing was written; choose another folder" }
    into_itself { vi: "đây là chính thư mục của phiên này; chọn nơi khác để chép", en: "this is the folder of the session itself; choose another place for a copy" }
    not_as_written { vi: "đọc lại thấy khác với những gì đã ghi; đừng dùng bản sao này, hãy thử USB khác", en: "does not read back as it was written; do not rely on this copy, try another stick" }
    missing_column(column: &str) { vi: "thiếu cột “{column}”; thêm cột này vào dòng đầu", en: "column “{column}” is missing; add it to the first line" }
    unknown_column(found: &str, known: &str) { vi: "không có cột tên “{found}”; các cột dùng được: {known}", en: "no column is called “{found}”; the columns are: {known}" }
    repeated_column(column: &str) { vi: "cột “{column}” có hai lần; bỏ bớt một", en: "column “{column}” stands twice; remove one" }
    missing_value(field: &str) { vi: "ô “{field}” đang trống; điền vào", en: "“{field}” is empty; fill it in" }
    bad_value(field: &str, found: &str, expected: &str) { vi: "“{field}” ghi “{found}”, cần {expected}", en: "“{field}” says “{found}” where {expected} is needed" }
    repeated_id(id: &str) { vi: "mã “{id}” dùng hai lần; mỗi mã chỉ dùng một lần", en: "the id “{id}” is used twice; each may be used once" }
    unknown_set(found: &str, known: &str) { vi: "không có bộ sản phẩm “{found}”; các bộ hiện có: {known}", en: "there is no product set “{found}”; the sets are: {known}" }
    unsound_set(set: u8, why: &str) { vi: "bộ {set} không dùng được cho phiên mới: {why}; chọn bộ khác hoặc quyết định khác", en: "set {set} cannot be used in a new session: {why}; choose another set or decision" }
    lapsed_decision(id: &str, date: &str, by: &str) { vi: "{id} hết hiệu lực từ {date}, thay bằng {by}; dùng quyết định đang có hiệu lực, lập phiên tập dượt, hoặc xác nhận dùng quyết định cũ (--archived)", en: "{id} lapsed on {date}, replaced by {by}; use the decision in force, make a rehearsal, or confirm the lapsed one (--archived)" }
    minima_unknown(id: &str) { vi: "{id} không có yêu cầu tối thiểu (dấu sao) trong dữ liệu nên không xếp sao được cho phiên thật; chỉ dùng để tập dượt (--rehearsal)", en: "the star minima of {id} are not known, so no star can be decided in a real session; it is for rehearsals only (--rehearsal)" }
    unknown_product(id: &str) { vi: "phiên này không có sản phẩm mã “{id}”; xem lại danh sách", en: "this session has no product “{id}”; check the list" }
    unknown_criterion(found: &str, set: u8) { vi: "bộ {set} không có tiêu chí {found}; xem lại mã tiêu chí", en: "set {set} has no criterion {found}; check the code" }
    no_such_points(criterion: &str, found: &str, known: &str) { vi: "tiêu chí {criterion} không có mức {found} điểm; các mức: {known}", en: "no level of {criterion} is worth {found}; the levels are worth: {known}" }
    ambiguous_points(criterion: &str, found: u16, levels: &str) { vi: "tiêu chí {criterion} có nhiều mức {found} điểm; ghi rõ mức: {levels}", en: "several levels of {criterion} are worth {found}; give the level: {levels}" }
    chair_count(count: usize) { vi: "danh sách có {count} chủ tịch hội đồng; phải có đúng một", en: "{count} {chairs} in the list; there must be exactly one", chairs: count "chair" "chairs" }
    too_few_scorers(have: usize, need: usize) { vi: "chỉ có {have} ghế chấm điểm, quy chế cần ít nhất {need}; thêm ghế hoặc đổi quy chế", en: "only {have} scoring {seats} where the rules need {need}; add seats or change the rules", seats: have "seat" "seats" }
    quorum_over(seats: usize, need: usize) { vi: "hội đồng có {seats} ghế mà quy chế cần {need} có mặt; thêm ghế hoặc đổi quy chế", en: "{seats} {seats_word} where the rules need {need} present; add seats or change the rules", seats_word: seats "seat" "seats" }
    no_set(name: &str) { vi: "“{name}” chưa có bộ sản phẩm và tên không gợi ra bộ nào; ghi số hoặc tên bộ vào cột set", en: "“{name}” has no product set and its name points to none; put a set's number or name in the column set" }
    no_set_but(name: &str, proposed: &str) { vi: "“{name}” chưa có bộ sản phẩm; theo tên có thể là {proposed}; ghi số bộ vào cột set", en: "“{name}” has no product set; by its name perhaps {proposed}; put the number in the column set" }
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
    bad_digest { vi: "mã kiểm tra của bộ tiêu chí phải gồm 64 chữ số thập lục phân", en: "a digest must be 64 hexadecimal digits" }
    lapsed_yet_current { vi: "quyết định vừa hết hiệu lực vừa đang có hiệu lực", en: "a decision has lapsed and is current too" }
    minima_of_unknown { vi: "quyết định nói không rõ yêu cầu tối thiểu nhưng có mức mang dấu sao", en: "a decision says its star minima are not known, yet a level is one" }
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
    no_plain_file { vi: "không phải một tệp thường; chọn tệp khác hoặc chép tệp thật vào đó", en: "it is not a plain file; choose another, or put the file itself there" }
    full { vi: "đĩa đầy; giải phóng chỗ rồi thử lại", en: "the disk is full; free some room and try again" }
    read_only { vi: "đĩa chỉ cho đọc; chọn thư mục khác", en: "the disk is read-only; choose another folder" }
    busy { vi: "đang bị giữ; đóng chương trình kia rồi thử lại", en: "it is held; close the other program and try again" }
    not_a_folder { vi: "trên đường dẫn có chỗ là tệp, không phải thư mục; xem lại đường dẫn", en: "part of the path is a file, not a folder; check the path" }
    is_a_folder { vi: "đó là thư mục, không phải tệp; ghi thêm tên tệp hoặc chọn tệp", en: "it is a folder, not a file; add a file's name, or choose a file" }
    bad_name { vi: "tên dài quá hoặc có ký tự không dùng được ở đó; chọn tên ngắn, không dấu", en: "the name is too long or has signs that cannot stand there; choose a short, plain name" }
    loops { vi: "liên kết trên đường dẫn chạy vòng tròn; chọn đường dẫn thật", en: "links on the path go round in a circle; give the real path" }
    too_big { vi: "ổ đĩa này không nhận tệp lớn như vậy; chọn ổ khác", en: "this disk takes no file of that size; choose another" }
    too_many_links { vi: "hệ thống không nhận thêm liên kết ở đó; chọn thư mục khác", en: "the system takes no more links there; choose another folder" }
    crosses_devices { vi: "không chuyển thẳng được sang ổ khác; chọn thư mục cùng ổ", en: "it cannot be moved to another disk in one step; choose a folder on the same disk" }
    not_seekable { vi: "không phải tệp trên đĩa (một ống dẫn hay thiết bị); chọn tệp thật", en: "it is no file on a disk (a pipe or a device); choose a real file" }
    went_away { vi: "thư mục mạng đã mất kết nối hoặc đổi khác; kết nối lại rồi thử lại", en: "the network folder went away or changed; connect it again, then try again" }
    no_network { vi: "không tới được máy ở đầu kia của mạng; kiểm tra mạng hoặc chọn thư mục trên máy này", en: "the machine at the other end cannot be reached; check the network or choose a folder on this machine" }
    too_slow { vi: "chờ quá lâu không thấy trả lời; thử lại hoặc chọn thư mục khác", en: "no answer came in time; try again or choose another folder" }
    in_use { vi: "tệp chương trình ấy đang chạy; đóng nó rồi thử lại", en: "that program is running; close it, then try again" }
    not_empty { vi: "thư mục ở đó không trống; chọn thư mục khác", en: "the folder there is not empty; choose another" }
    exists_there { vi: "ở đó đã có một tệp hoặc thư mục cùng tên; chọn tên khác", en: "something of that name is there already; choose another name" }
    cut_short { vi: "tệp ngắn hơn phải có hoặc không ghi tiếp được; USB có thể lỏng hoặc hỏng, hãy thử lại", en: "the file ends early or takes no more; the stick may be loose or broken, try again" }
    not_as_expected { vi: "đọc được nội dung khác với nội dung phải có; đừng dùng tệp này, thử USB khác", en: "what is read is not what should be there; do not rely on it, try another stick" }
    cannot_there { vi: "ổ đĩa hoặc hệ thống ở đó không làm được việc này; chọn thư mục khác", en: "the disk or system there cannot do this; choose another folder" }
    out_of_memory { vi: "máy thiếu bộ nhớ; đóng bớt chương trình rồi thử lại", en: "the machine is out of memory; close other programs, then try again" }
    deadlocked { vi: "hai chương trình đang chờ nhau; đóng chương trình kia rồi thử lại", en: "two programs wait for each other; close the other one, then try again" }
    broken { vi: "ổ đĩa hoặc USB báo lỗi khi đọc, ghi; rút ra cắm lại, hoặc thử USB khác", en: "the disk or stick reports an error; plug it in again or try another" }
    too_many_open { vi: "máy đang mở quá nhiều tệp; đóng bớt chương trình rồi thử lại", en: "too many files are open on this machine; close other programs, then try again" }
    vanished { vi: "ổ đĩa hoặc USB không còn ở đó; cắm lại rồi thử lại", en: "the disk or stick is gone; plug it in again, then try again" }
    said(said: &str) { vi: "hệ thống từ chối; thử lại hoặc chọn thư mục khác (máy báo: {said})", en: "the system refuses; try again or choose another folder (it says: {said})" }
    and_more(n: usize) { vi: " (và {n} chỗ nữa)", en: " (and {n} more)" }
}

/// A fault as one sentence, its place in front.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    format!("{}: {}", shown(&fault.place.to_string()), kind(lang, &fault.what))
}

/// What is quoted from a file, no longer than a person reads.
fn quoted(text: &str) -> String {
    cut(&shown(text), 120)
}

/// What a fault is and what to do about it, as a sentence that stands alone.
pub fn sentence(lang: Lang, what: &FaultKind) -> String {
    let said = kind(lang, what);
    let mut rest = said.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// What a fault is and what to do about it, behind its place.
pub fn kind(lang: Lang, kind: &FaultKind) -> String {
    match kind {
        FaultKind::Syntax(said) => syntax(lang, &quoted(said)),
        FaultKind::UnknownField { found, known } => unknown_field(lang, &quoted(found), known),
        FaultKind::MissingField(field) => missing_field(lang, &quoted(field)),
        FaultKind::RepeatedField(field) => repeated_field(lang, &quoted(field)),
        FaultKind::WrongShape { found, expected } => wrong_shape(lang, &quoted(found), expected),
        FaultKind::NotText => not_text(lang).to_owned(),
        FaultKind::TooLarge { limit } => too_large(lang, *limit),
        FaultKind::TooManyLines { most } => too_many_lines(lang, *most),
        FaultKind::TooManyEntries { field, most } => too_many_entries(lang, &quoted(field), *most),
        FaultKind::NewerFormat(format) => newer_format(lang, *format),
        FaultKind::Empty => empty(lang).to_owned(),
        FaultKind::NoSession => no_session(lang).to_owned(),
        FaultKind::OtherSession => other_session(lang).to_owned(),
        FaultKind::IntoItself => into_itself(lang).to_owned(),
        FaultKind::NotAsWritten => not_as_written(lang).to_owned(),
        FaultKind::MissingColumn(column) => missing_column(lang, column),
        FaultKind::UnknownColumn { found, known } => unknown_column(lang, &quoted(found), known),
        FaultKind::RepeatedColumn(column) => repeated_column(lang, &quoted(column)),
        FaultKind::MissingValue(field) => missing_value(lang, field),
        FaultKind::BadValue { field, found, expected } => {
            bad_value(lang, &quoted(field), &quoted(found), &quoted(expected))
        }
        FaultKind::RepeatedId(id) => repeated_id(lang, &quoted(id)),
        FaultKind::UnknownSet { found, known } => unknown_set(lang, &quoted(found), &quoted(known)),
        FaultKind::UnsoundSet { set, vi, en } => unsound_set(lang, *set, if lang == Lang::Vi { vi } else { en }),
        FaultKind::LapsedDecision { id, on, replaced_by } => lapsed_decision(lang, id, &date(on), replaced_by),
        FaultKind::MinimaUnknown(id) => minima_unknown(lang, id),
        FaultKind::UnknownProduct(id) => unknown_product(lang, &quoted(id)),
        FaultKind::UnknownCriterion { found, set } => unknown_criterion(lang, &quoted(found), *set),
        FaultKind::NoSuchPoints { criterion, found, known } => {
            no_such_points(lang, &quoted(criterion), &quoted(found), &quoted(known))
        }
        FaultKind::AmbiguousPoints { criterion, found, levels } => {
            ambiguous_points(lang, &quoted(criterion), *found, levels)
        }
        FaultKind::ChairCount(count) => chair_count(lang, *count),
        FaultKind::TooFewScorers { have, need } => too_few_scorers(lang, *have, *need),
        FaultKind::QuorumOver { seats, need } => quorum_over(lang, *seats, *need),
        FaultKind::NoSet { name, proposed: [vi, en] } => match lang {
            _ if vi.is_empty() => no_set(lang, &quoted(name)),
            Lang::Vi => no_set_but(lang, &quoted(name), vi),
            Lang::En => no_set_but(lang, &quoted(name), en),
        },
        FaultKind::DoesNotAddUp { what, printed, added } => does_not_add_up(lang, &quoted(what), *printed, *added),
        FaultKind::UnknownReference(to) => unknown_reference(lang, &quoted(to)),
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
        "bad-digest" => bad_digest(lang),
        "lapsed-yet-current" => lapsed_yet_current(lang),
        "minima-of-unknown" => minima_of_unknown(lang),
        _ => return quoted(what),
    };
    if place.is_empty() { said.to_owned() } else { at_place(lang, said, &quoted(place)) }
}

/// A failure of the machine as one sentence.
pub fn failure(lang: Lang, failure: &Failure) -> String {
    let path = shown(&failure.path.display().to_string()).into_owned();
    let why = why(lang, &failure.source);
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

/// What the system said in a person's words, and what to do; what has no words of ours keeps the system's, in brackets.
fn why(lang: Lang, source: &std::io::Error) -> String {
    let why = match source.kind() {
        // Ours to say: no system call was refused.
        ErrorKind::InvalidInput if source.raw_os_error().is_none() => no_plain_file(lang),
        ErrorKind::NotFound => not_found(lang),
        ErrorKind::PermissionDenied => denied(lang),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => full(lang),
        ErrorKind::ReadOnlyFilesystem => read_only(lang),
        ErrorKind::WouldBlock | ErrorKind::ResourceBusy => busy(lang),
        ErrorKind::NotADirectory => not_a_folder(lang),
        ErrorKind::IsADirectory => is_a_folder(lang),
        ErrorKind::InvalidFilename => bad_name(lang),
        ErrorKind::FileTooLarge => too_big(lang),
        ErrorKind::TooManyLinks => too_many_links(lang),
        ErrorKind::CrossesDevices => crosses_devices(lang),
        ErrorKind::NotSeekable => not_seekable(lang),
        ErrorKind::StaleNetworkFileHandle | ErrorKind::NotConnected | ErrorKind::ConnectionReset => went_away(lang),
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => no_network(lang),
        ErrorKind::TimedOut => too_slow(lang),
        ErrorKind::ExecutableFileBusy => in_use(lang),
        ErrorKind::DirectoryNotEmpty => not_empty(lang),
        ErrorKind::AlreadyExists => exists_there(lang),
        ErrorKind::UnexpectedEof | ErrorKind::WriteZero => cut_short(lang),
        ErrorKind::InvalidData => not_as_expected(lang),
        ErrorKind::Unsupported => cannot_there(lang),
        ErrorKind::OutOfMemory => out_of_memory(lang),
        ErrorKind::Deadlock => deadlocked(lang),
        // The library has no stable name for these.
        _ => match source.raw_os_error().and_then(by_number) {
            Some(words) => words(lang),
            None => return said(lang, &crate::text::clean(&source.to_string())),
        },
    };
    why.to_owned()
}

/// Words for what only the system's own number tells.
fn by_number(number: i32) -> Option<fn(Lang) -> &'static str> {
    match number {
        // EIO, ENXIO, ENODEV, EMFILE and ENFILE, ELOOP.
        5 if cfg!(unix) => Some(broken),
        6 | 19 if cfg!(unix) => Some(vanished),
        23 | 24 if cfg!(unix) => Some(too_many_open),
        40 if cfg!(target_os = "linux") => Some(loops),
        62 if cfg!(target_os = "macos") => Some(loops),
        // ERROR_NOT_READY, ERROR_DEV_NOT_EXIST, ERROR_DEVICE_NOT_CONNECTED; ERROR_CRC, ERROR_IO_DEVICE.
        21 | 55 | 1167 if cfg!(windows) => Some(vanished),
        23 | 1117 if cfg!(windows) => Some(broken),
        // ERROR_TOO_MANY_OPEN_FILES, ERROR_CANT_RESOLVE_FILENAME.
        4 if cfg!(windows) => Some(too_many_open),
        1921 if cfg!(windows) => Some(loops),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Error;

    fn said(lang: Lang, source: Error) -> String {
        failure(lang, &Failure::new(Doing::Creating, "/usb/a", source))
    }

    #[test]
    fn what_the_system_says_reaches_people_in_their_language() {
        let kinds = [
            ErrorKind::NotADirectory,
            ErrorKind::IsADirectory,
            ErrorKind::InvalidFilename,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::StorageFull,
            ErrorKind::QuotaExceeded,
            ErrorKind::FileTooLarge,
            ErrorKind::ResourceBusy,
            ErrorKind::TooManyLinks,
            ErrorKind::CrossesDevices,
            ErrorKind::NotSeekable,
            ErrorKind::StaleNetworkFileHandle,
            ErrorKind::HostUnreachable,
            ErrorKind::NetworkUnreachable,
            ErrorKind::TimedOut,
            ErrorKind::DirectoryNotEmpty,
            ErrorKind::WriteZero,
        ];
        for lang in [Lang::Vi, Lang::En] {
            for kind in kinds {
                let said = said(lang, kind.into());
                assert!(!said.contains(&kind.to_string()) && !said.contains("os error"), "{kind:?}: {said}");
            }
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn numbers_without_a_name_in_the_library_have_words_too_and_unknown_ones_stay_in_brackets() {
        // ENOTDIR, EIO, ENODEV, EMFILE, ELOOP.
        for number in [20, 5, 19, 24, 40] {
            let said = said(Lang::Vi, Error::from_raw_os_error(number));
            assert!(!said.contains("os error"), "{number}: {said}");
        }
        // EXFULL.
        let said = said(Lang::En, Error::from_raw_os_error(54));
        assert!(said.contains("(it says: ") && said.contains("os error 54"), "{said}");
    }
}
