//! What was carried, in sentences: what a merge brought, what a handed file holds and what to do next, what a copy came
//! to. The commands print them, the screens show them.

use std::io::ErrorKind;
use std::path::Path;

use super::{Lang, number, trouble, two_ways};
use crate::council::{
    Author, Copied, CopyHow, Found, FoundKind, Handed, Kept, LineFault, Merged, NotTaken, ProductId, Refused, SeatId,
    Spot, Way,
};
use crate::session::{After, Problem, ProblemKind, Session, TwoWays};
use crate::trouble::{Doing, FaultKind, Trouble};

messages! {
    brought(n: u64) { vi: "Đã nhập {n} việc mới.", en: "{n} new {entries} taken in.", entries: n "entry was" "entries were" }
    nothing_new(n: u64) { vi: "Không có gì mới: cả {n} việc trong đó đã có ở đây.", en: "0 new entries: all {n} in it {were} here already.", were: n "was" "were" }
    nothing { vi: "Không có gì của phiên này trong những gì đã đưa.", en: "Nothing of this session is in what was given." }
    from_heading { vi: "Đã nhập từ:", en: "It came from:" }
    desk { vi: "Bàn chủ trì", en: "Presiding table" }
    of_author(who: &str, new: u64) { vi: "{who}: {new} việc mới", en: "{who}: {new} new" }
    on_products(list: &str, n: usize) { vi: "sản phẩm {list}", en: "{products} {list}", products: n "product" "products" }
    and_known(n: u64) { vi: "{n} đã có", en: "{n} known" }
    known(list: &str) { vi: "Đã có từ trước: {list}.", en: "Known before: {list}." }

    seal_taken(seal: &str) {
        vi: "Bản kia đã niêm phong: tệp session.ron được lấy về đúng từng byte (mã {seal}…). Phiên không nhận thêm việc nào nữa.",
        en: "The other copy was sealed: its session.ron is here now, byte for byte (seal {seal}…). The session takes no more acts.",
    }
    seal_after(n: usize) {
        vi: "{n} việc ghi ở đây không nằm trong phần đã niêm phong: còn trong lịch sử, không tính vào kết quả.",
        en: "{n} {entries} not covered by the seal: {they} on the record and {count} in no result.",
        entries: n "entry here is" "entries here are", they: n "it stays" "they stay", count: n "counts" "count",
    }
    sealed_already { vi: "Phiên đã niêm phong: những gì đến sau không thay đổi kết quả.", en: "The session is sealed: what came after the seal changes nothing." }
    sealed_part(n: u64) {
        vi: "{n} việc trong đó thuộc phần đã niêm phong mà bản này còn thiếu; nay đã có.",
        en: "{n} of them {belong} to what was sealed and {were} missing here; {now}.",
        belong: n "belongs" "belong", were: n "was" "were", now: n "it is here now" "they are here now",
    }

    missing_heading { vi: "Còn thiếu:", en: "Still missing:" }
    missing(who: &str, n: usize, of: usize) { vi: "{who}: chưa có {n}/{of} phiếu", en: "{who}: {n} of {of} {sheets} not in", sheets: of "sheet" "sheets" }
    none_missing { vi: "Không còn chờ phiếu nào.", en: "No sheet is waited for." }

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

    refused_heading(n: usize) { vi: "Không nhận ({n}):", en: "Not taken ({n}):" }
    beside_heading(n: usize) { vi: "Bỏ qua, không phải của phiên này ({n}):", en: "Left alone, not of this session ({n}):" }
    foreign { vi: "của một phiên khác", en: "belongs to another session" }
    no_log { vi: "không phải sổ ghi", en: "is no log" }
    nothing_there { vi: "ở đó không có gì của phiên này", en: "nothing of this session lies there" }
    not_looked { vi: "không tìm trong thư mục này (không đọc được, hoặc quá sâu); nếu cần, đưa đúng đường dẫn ấy", en: "this folder was not looked into (unreadable, or too deep); give its path if need be" }
    link { vi: "là liên kết; chỉ nhận tệp thật", en: "is a link; only real files are taken" }
    damage { vi: "dòng này bị hỏng; hãy lấy bản sao lành", en: "this line is damaged; bring a sound copy" }
    behind_damage(n: u64) { vi: "{n} việc đứng sau chỗ hỏng, không kiểm được", en: "{n} {entries} behind the damage and cannot be checked", entries: n "entry stands" "entries stand" }
    torn { vi: "dòng cuối ghi dở, không nhận dòng ấy", en: "the last line is cut short; that line is not taken" }
    not_theirs(log: &str) { vi: "mang theo sổ ghi {log} không phải của người giao", en: "carries the log {log}, which is not theirs" }
    other_charter { vi: "hồ sơ phiên họp ở đó khác bản ở đây; chỉ nhận các việc đã ghi", en: "its charter differs from the one here; only entries are taken" }
    other_seal(seal: &str) { vi: "bản kia niêm phong khác (mã {seal}…); không ghi đè, hãy so với mã trên biên bản", en: "that copy was sealed otherwise (seal {seal}…); nothing is overwritten, compare with the seal in the minutes" }
    seal_unnamed { vi: "không có việc niêm phong nào nêu tên tệp này", en: "no seal on record names this file" }
    other_seal_way { vi: "một bản sao khác đã niêm phong khác; so cả hai mã với mã trên biên bản đã ký", en: "another copy was sealed otherwise; compare both seals with the signed minutes" }
    seal_incomplete(log: &str) { vi: "thiếu phần đã niêm phong của sổ ghi {log}; nhập thêm bản sao đủ", en: "the sealed part of the log {log} is not here; bring a whole copy too" }
    seal_unsound { vi: "tệp này không khớp với các việc đã ghi", en: "the file does not follow from what is on record" }
    and_others(n: usize) { vi: "và {n} chỗ nữa", en: "and {n} more" }

    out_to(who: &str, file: &str, size: &str) { vi: "Tệp giao cho {who}: {file} ({size})", en: "File to hand out to {who}: {file} ({size})" }
    out_to_all(file: &str, size: &str) { vi: "Tệp giao chung cho mọi người: {file} ({size})", en: "File to hand out to everybody: {file} ({size})" }
    in_from(who: &str, file: &str, size: &str) { vi: "Tệp nộp của {who}: {file} ({size})", en: "File handed in by {who}: {file} ({size})" }
    lies_in(folder: &str) { vi: "Nằm ở: {folder}", en: "It lies in: {folder}" }
    out_holds(desk: u64, own: u64) { vi: "Có: danh sách sản phẩm, bộ tiêu chí, {desk} việc của bàn chủ trì, điểm của chính ghế ấy ({own} việc).", en: "Contains: the list of products, the rubric, {desk} {acts} of the presiding table, the seat's own marks ({own} {entries}).", acts: desk "act" "acts", entries: own "entry" "entries" }
    out_holds_all(desk: u64) { vi: "Có: danh sách sản phẩm, bộ tiêu chí, {desk} việc của bàn chủ trì.", en: "Contains: the list of products, the rubric, {desk} {acts} of the presiding table.", acts: desk "act" "acts" }
    out_leaves { vi: "Không có: điểm của bất kỳ ai khác.", en: "Does not contain: anyone else's marks." }
    out_leaves_all { vi: "Không có: điểm của bất kỳ ai.", en: "Does not contain: anyone's marks." }
    out_next { vi: "Làm tiếp: gửi tệp cho thành viên; mở bằng Ctrl-O ở trang đầu, hoặc: ocop-council open TỆP.", en: "Next: send it to the member, who opens it with Ctrl-O on the first screen, or: ocop-council open FILE." }
    in_holds(own: u64) { vi: "Có: hồ sơ phiên họp, phiếu và điểm của chính ghế này ({own} việc).", en: "Contains: the charter, this seat's own sheets and marks ({own} {entries}).", entries: own "entry" "entries" }
    in_leaves { vi: "Không có: điểm của bất kỳ ai khác, việc của bàn chủ trì.", en: "Does not contain: anyone else's marks, the acts of the presiding table." }
    in_next { vi: "Làm tiếp: mang hoặc gửi tệp về bàn chủ trì; ở đó nhập bằng Ctrl-Y, hoặc: ocop-council merge THƯ_MỤC TỆP.", en: "Next: bring or send it to the presiding table, where Ctrl-Y takes it in, or: ocop-council merge DIR FILE." }
    in_unfinished(n: usize, of: usize) { vi: "Lưu ý: còn {n}/{of} phiếu của ghế này chưa nộp (F8 ở màn hình chấm).", en: "Note: {n} of {of} {sheets} of this seat {are} not handed in yet (F8 while scoring).", sheets: of "sheet" "sheets", are: n "is" "are" }
    out_many(n: usize, folder: &str) { vi: "Đã ghi {n} tệp giao, mỗi ghế một tệp, ở: {folder}", en: "{n} {files} to hand out {are} written, one a seat, in: {folder}", files: n "file" "files", are: n "is" "are" }
    out_one(file: &str, size: &str, who: &str) { vi: "  {file} ({size}) – {who}", en: "  {file} ({size}) – {who}" }
    out_many_holds { vi: "Mỗi tệp có: danh sách sản phẩm, bộ tiêu chí, việc của bàn chủ trì, điểm của chính ghế ấy.", en: "Each contains: the list of products, the rubric, the acts of the presiding table, the seat's own marks." }
    in_empty { vi: "Tệp chưa có điểm nào: ghế này chưa chấm gì trên máy này.", en: "There are no marks in it yet: this seat has scored nothing on this machine." }

    opened_out(who: &str, n: u64) { vi: "Tệp này giao cho {who}; đã nhận {n} việc mới.", en: "This file was handed out to {who}; {n} new {entries} taken in.", entries: n "entry was" "entries were" }
    opened_out_all(n: u64) { vi: "Tệp này giao chung cho mọi người; đã nhận {n} việc mới.", en: "This file was handed out to everybody; {n} new {entries} taken in.", entries: n "entry was" "entries were" }
    opened_in(who: &str, n: u64) { vi: "Tệp này do {who} nộp về bàn chủ trì; đã nhận {n} việc mới.", en: "{who} handed this file in to the presiding table; {n} new {entries} taken in.", entries: n "entry was" "entries were" }
    opened_out_next { vi: "Làm tiếp: ngồi vào ghế của mình (Enter), chấm và nộp phiếu (F8); xong thì Ctrl-Y rồi F8 để ghi tệp mang về bàn chủ trì.", en: "Next: take your seat (Enter), score and hand your sheets in (F8); then Ctrl-Y and F8 write the file to bring to the presiding table." }
    opened_in_next { vi: "Làm tiếp: xem bảng theo dõi; muốn nhập thêm tệp khác thì Ctrl-Y.", en: "Next: look at the board; Ctrl-Y takes in more files." }
    lies_at(path: &str) { vi: "Phiên trên máy này nằm ở: {path}", en: "On this machine the session lies at: {path}" }

    copied(path: &str) { vi: "Đã chép và kiểm tra: {path}", en: "Copied and checked: {path}" }
    copied_damaged(places: &str) { vi: "CHÚ Ý: bản ấy có chỗ hỏng mà ở đó không có bản lành: {places}. Mọi dòng đọc được đều đã chép. Làm tiếp: tìm bản lành ở máy khác, nhập vào đây (Ctrl-Y, hoặc merge), rồi chép lại.", en: "NOTE: that copy is damaged where it holds no sound copy: {places}. Every line that can be read was copied. Next: find a sound copy on another machine, take it in here (Ctrl-Y, or merge), then copy again." }
    stick_out { vi: "Đọc lại thấy đúng; có thể rút USB.", en: "It reads back the same; the stick may be taken out." }
    copied_size(files: usize, size: &str) { vi: "{files} tệp, {size}.", en: "{files} {files_word}, {size}.", files_word: files "file" "files" }
    updated(n: u64) { vi: "Ở đó có bản cũ của phiên này: đã thêm {n} việc còn thiếu, không bỏ gì.", en: "An older copy of this session lay there: {n} {entries} added, nothing was taken away.", entries: n "entry it lacked was" "entries it lacked were" }
    up_to_date { vi: "Bản ở đó đã có đủ mọi việc.", en: "The copy there had everything already." }
    ahead(n: u64) { vi: "Bản ở đó có {n} việc mà ở đây chưa có; nhập về đây (Ctrl-Y, hoặc merge) kẻo sót.", en: "The copy there has {n} {entries} not here; take {them} in (Ctrl-Y, or merge) lest {they} be missed.", entries: n "entry that is" "entries that are", them: n "it" "them", they: n "it" "they" }
    not_copied { vi: "CHƯA chép được: đừng dùng bản ở đó.", en: "NOT copied: do not rely on what lies there." }

    kept_line(at: &str, entries: u64) { vi: "{at} · {entries} việc", en: "{at} · {entries} {entries_word}", entries_word: entries "entry" "entries" }
    kept_sealed { vi: "đã niêm phong", en: "sealed" }
    no_kept { vi: "Chưa có bản lưu nào trên máy này.", en: "No copies are kept on this machine yet." }
    kept_how { vi: "Lấy lại một bản: ocop-council restore BẢN THƯ_MỤC (không xóa gì trong thư mục).", en: "To put one back: ocop-council restore COPY DIR (takes nothing away from the folder)." }
    restored(path: &str) { vi: "Đã lấy bản lưu về và kiểm tra: {path}", en: "The kept copy is back and checked: {path}" }
    restored_nothing { vi: "Thư mục ấy đã có đủ mọi việc của bản lưu.", en: "The folder had everything of the kept copy already." }
    restored_into(n: u64) { vi: "Thư mục ấy đang có phiên này: đã thêm {n} việc còn thiếu, không bỏ gì.", en: "The folder held this session: {n} {entries} added, nothing was taken away.", entries: n "entry it lacked was" "entries it lacked were" }
    not_kept(why: &str) { vi: "Chưa lưu được bản dự phòng trên máy này ({why}); công việc vẫn tiếp tục bình thường.", en: "No backup could be kept on this machine ({why}); the work goes on as usual." }

    kind_folder { vi: "thư mục phiên", en: "session folder" }
    kind_sealed { vi: "thư mục phiên, đã niêm phong", en: "session folder, sealed" }
    kind_log(who: &str) { vi: "sổ ghi: {who}", en: "log: {who}" }
    kind_out(who: &str) { vi: "giao: {who}", en: "out to {who}" }
    kind_out_all { vi: "giao chung", en: "out to all" }
    kind_in(who: &str) { vi: "nộp: {who}", en: "in from {who}" }
    spot_removable { vi: "USB", en: "stick" }
    spot_downloads { vi: "Tải về", en: "downloads" }
    spot_desktop { vi: "màn hình nền", en: "desktop" }
    spot_sessions { vi: "các phiên", en: "sessions" }
    would_bring(new: u64) { vi: "{new} việc mới", en: "{new} new" }
    brings_nothing { vi: "đã có cả", en: "all known" }
}

/// How a sentence weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What it comes to.
    Heading,
    /// A detail.
    Plain,
    /// A heading of what needs a person.
    Alarm,
    /// Done, checked.
    Good,
    /// To look at.
    Warning,
    /// Known before, or beside the point.
    Quiet,
}

/// A line of a report.
pub type Line = (Weight, String);

/// Most places listed one by one; a stick may hold thousands of files.
const MOST: usize = 6;

/// An author by the seat's title.
pub fn author(lang: Lang, session: &Session, author: &Author) -> String {
    match author {
        Author::Desk => desk(lang).to_owned(),
        Author::Seat(seat) => seat_title(session, seat),
    }
}

fn seat_title(session: &Session, seat: &SeatId) -> String {
    session.seat(seat).map_or_else(|| seat.to_string(), |seat| seat.title)
}

/// What a merge brought, what was known, what was refused, and what is still missing after it.
pub fn merged(lang: Lang, session: &Session, merged: &Merged) -> Vec<Line> {
    let known: u64 = merged.logs.values().map(|counted| counted.known).sum();
    let mut lines = vec![match (merged.is_nothing(), merged.new_entries()) {
        (true, _) => (Weight::Warning, nothing(lang).to_owned()),
        (false, 0) if merged.seal.is_none() => (Weight::Heading, nothing_new(lang, known)),
        (false, new) => (Weight::Heading, brought(lang, new)),
    }];
    // What needs a person comes first: on a small screen the rest may be below its edge.
    let goes_on = !merged.is_nothing() && session.sealed().is_none();
    if goes_on {
        lines.extend(to_be_settled(lang, session));
    }
    if let Some(brought) = merged.seal {
        lines.push((Weight::Good, seal_taken(lang, &short(&brought.seal.to_string()))));
        if brought.after > 0 {
            lines.push((Weight::Warning, seal_after(lang, brought.after)));
        }
    } else if merged.sealed {
        if merged.sealed_part > 0 {
            lines.push((Weight::Good, sealed_part(lang, merged.sealed_part)));
        }
        if merged.new_entries() > merged.sealed_part {
            lines.push((Weight::Warning, sealed_already(lang).to_owned()));
        }
    }
    lines.extend(costly(lang, &merged.refused));
    let from = by_author(lang, session, merged);
    if lines.len() > 1 && !from.is_empty() {
        lines.push((Weight::Heading, from_heading(lang).to_owned()));
    }
    lines.extend(from);
    if goes_on {
        lines.extend(still_missing(lang, session));
    }
    lines.extend(beside(lang, &merged.refused));
    lines
}

fn by_author(lang: Lang, session: &Session, merged: &Merged) -> Vec<Line> {
    let order: Vec<_> = session.products().into_iter().map(|product| product.id).collect();
    let (mut lines, mut old) = (Vec::new(), Vec::new());
    for (of, counted) in merged.by_author() {
        let who = author(lang, session, &of);
        if counted.new == 0 {
            old.push(format!("{who} {}", counted.known));
            continue;
        }
        let mut line = of_author(lang, &who, counted.new);
        let numbers: Vec<usize> =
            (1..=order.len()).filter(|no| counted.products.contains_key(&order[no - 1])).collect();
        if !numbers.is_empty() {
            line = format!("{line} ({})", on_products(lang, &number::runs(&numbers), numbers.len()));
        }
        if counted.known > 0 {
            line = format!("{line}, {}", and_known(lang, counted.known));
        }
        lines.push((Weight::Plain, line));
    }
    if !old.is_empty() && merged.new_entries() > 0 {
        lines.push((Weight::Quiet, known(lang, &old.join(", "))));
    }
    lines
}

/// What was not taken, a sentence each: what may have cost entries before what never held any.
pub fn refused(lang: Lang, refused: &[Refused]) -> Vec<Line> {
    let mut lines = costly(lang, refused);
    lines.extend(beside(lang, refused));
    lines
}

/// What was not taken and may have cost entries.
fn costly(lang: Lang, refused: &[Refused]) -> Vec<Line> {
    let costly: Vec<&Refused> = refused.iter().filter(|one| !is_beside(one)).collect();
    not_taken_lines(lang, (Weight::Alarm, refused_heading(lang, costly.len())), &costly)
}

/// What was left alone because it never was part of this session.
fn beside(lang: Lang, refused: &[Refused]) -> Vec<Line> {
    let beside: Vec<&Refused> = refused.iter().filter(|one| is_beside(one)).collect();
    not_taken_lines(lang, (Weight::Heading, beside_heading(lang, beside.len())), &beside)
}

fn is_beside(one: &Refused) -> bool {
    matches!(
        one.why,
        NotTaken::Foreign | NotTaken::NoLog | NotTaken::NothingThere | NotTaken::NotLooked | NotTaken::Link
    )
}

fn not_taken_lines(lang: Lang, (weight, heading): Line, refused: &[&Refused]) -> Vec<Line> {
    if refused.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![(weight, heading)];
    let sentence = |one: &&Refused| (Weight::Plain, format!("  {}: {}", one.place, not_taken(lang, &one.why)));
    lines.extend(refused.iter().take(MOST).map(sentence));
    if refused.len() > MOST {
        lines.push((Weight::Quiet, format!("  {}", and_others(lang, refused.len() - MOST))));
    }
    lines
}

/// Why something was not taken.
pub fn not_taken(lang: Lang, why: &NotTaken) -> String {
    match why {
        NotTaken::Foreign => foreign(lang).to_owned(),
        NotTaken::NoLog => no_log(lang).to_owned(),
        NotTaken::NothingThere => nothing_there(lang).to_owned(),
        NotTaken::NotLooked => not_looked(lang).to_owned(),
        NotTaken::Link => link(lang).to_owned(),
        NotTaken::Damage(LineFault::Shape | LineFault::Chain | LineFault::Record) => damage(lang).to_owned(),
        NotTaken::BehindDamage(count) => behind_damage(lang, *count),
        NotTaken::Torn => torn(lang).to_owned(),
        NotTaken::NotTheirs(log) => not_theirs(lang, log.as_str()),
        NotTaken::OtherCharter => other_charter(lang).to_owned(),
        NotTaken::OtherSeal(seal) => other_seal(lang, &short(&seal.to_string())),
        NotTaken::SealUnnamed => seal_unnamed(lang).to_owned(),
        NotTaken::SealIncomplete(log) => seal_incomplete(lang, log.as_str()),
        NotTaken::SealUnsound => seal_unsound(lang).to_owned(),
        NotTaken::Unread(why) => trouble::kind(lang, why),
    }
}

/// The first digits of a seal.
fn short(seal: &str) -> String {
    seal.get(..8).unwrap_or(seal).to_owned()
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
        ProblemKind::MadeGood => super::cli::files::made_good(lang),
        ProblemKind::Foreign => foreign(lang),
        ProblemKind::Stray => no_log(lang),
        // The record does not know of either; the files do, and name the seal.
        ProblemKind::OtherSeal => other_seal_way(lang),
        ProblemKind::NoSessionFile => super::cli::files::no_session_file(lang),
        ProblemKind::Unsaved => super::cli::files::unsaved(lang),
    }
}

/// Whose sheets are still not in.
pub fn still_missing(lang: Lang, session: &Session) -> Vec<Line> {
    let owed = session.owed();
    if owed.is_empty() {
        return vec![(Weight::Good, none_missing(lang).to_owned())];
    }
    let line =
        |seat: &SeatId, n, of| (Weight::Plain, format!("  {}", missing(lang, &seat_title(session, seat), n, of)));
    let mut lines = vec![(Weight::Heading, missing_heading(lang).to_owned())];
    lines.extend(owed.iter().map(|owed| line(&owed.seat, owed.missing, owed.of)));
    lines
}

/// A handed file: its name and size, where it lies, what it holds and leaves out, and what to do next.
pub fn handed(lang: Lang, session: &Session, file: &Handed) -> Vec<Line> {
    let mut lines = handed_file(lang, session, file);
    let next = if matches!(file.way, Way::In(_)) { in_next(lang) } else { out_next(lang) };
    lines.push((Weight::Heading, next.to_owned()));
    lines
}

/// Several handed files, a line each.
pub fn all_handed(lang: Lang, session: &Session, files: &[Handed]) -> Vec<Line> {
    let (first, several) = match files {
        [] => return Vec::new(),
        [one] => return handed(lang, session, one),
        [first, ..] => (first, files),
    };
    let mut lines = vec![(Weight::Good, out_many(lang, several.len(), &folder_of(&first.path)))];
    lines.extend(several.iter().map(|file| {
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        let who = match &file.way {
            Way::Out(Some(seat)) | Way::In(seat) => seat_title(session, seat),
            Way::Out(None) => String::new(),
        };
        (Weight::Plain, out_one(lang, &name, &number::size(lang, file.bytes), &who))
    }));
    lines.push((Weight::Plain, out_many_holds(lang).to_owned()));
    lines.push((Weight::Plain, out_leaves(lang).to_owned()));
    lines.push((Weight::Heading, out_next(lang).to_owned()));
    lines
}

/// That something was not carried, and why.
pub fn failed(lang: Lang, copying: bool, why: &Trouble) -> Vec<Line> {
    let before = (copying && may_have_written(why)).then(|| (Weight::Warning, not_copied(lang).to_owned()));
    before.into_iter().chain(std::iter::once((Weight::Warning, trouble::trouble(lang, why)))).collect()
}

/// Whether a copy that did not come about may have left something behind; not where its place was refused before.
fn may_have_written(why: &Trouble) -> bool {
    match why {
        Trouble::Faults(faults) => faults.iter().any(|fault| fault.what == FaultKind::NotAsWritten),
        Trouble::Failure(failure) => !matches!(
            (failure.doing, failure.source.kind()),
            (Doing::Creating | Doing::Existing, ErrorKind::NotFound | ErrorKind::AlreadyExists)
                | (_, ErrorKind::NotADirectory | ErrorKind::InvalidFilename)
        ),
    }
}

/// As [`handed`], without what to do next.
pub fn handed_file(lang: Lang, session: &Session, file: &Handed) -> Vec<Line> {
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let size = number::size(lang, file.bytes);
    let (heading, holds, leaves) = match &file.way {
        Way::Out(Some(seat)) => (
            out_to(lang, &seat_title(session, seat), &name, &size),
            out_holds(lang, file.desk, file.own),
            out_leaves(lang),
        ),
        Way::Out(None) => (out_to_all(lang, &name, &size), out_holds_all(lang, file.desk), out_leaves_all(lang)),
        Way::In(seat) => {
            (in_from(lang, &seat_title(session, seat), &name, &size), in_holds(lang, file.own), in_leaves(lang))
        }
    };
    let mut lines = vec![
        (Weight::Good, heading),
        (Weight::Quiet, lies_in(lang, &folder_of(&file.path))),
        (Weight::Plain, holds),
        (Weight::Plain, leaves.to_owned()),
    ];
    if let Way::In(seat) = &file.way {
        match session.owed().into_iter().find(|owed| owed.seat == *seat) {
            _ if file.own == 0 => lines.push((Weight::Warning, in_empty(lang).to_owned())),
            Some(owed) => lines.push((Weight::Warning, in_unfinished(lang, owed.missing, owed.of))),
            None => {}
        }
    }
    lines
}

/// Whose a handed file was that was just opened, and what to do next.
pub fn opened(lang: Lang, session: &Session, way: &Way, new: u64, folder: &Path) -> Vec<Line> {
    let (whose, next) = match way {
        Way::Out(Some(seat)) => (opened_out(lang, &seat_title(session, seat), new), opened_out_next(lang)),
        Way::Out(None) => (opened_out_all(lang, new), opened_out_next(lang)),
        Way::In(seat) => (opened_in(lang, &seat_title(session, seat), new), opened_in_next(lang)),
    };
    vec![
        (Weight::Good, whose),
        (Weight::Quiet, lies_at(lang, &folder.display().to_string())),
        (Weight::Heading, next.to_owned()),
    ]
}

/// A copy that was written, read back and compared.
pub fn copy(lang: Lang, copy: &Copied) -> Vec<Line> {
    let mut lines = vec![(Weight::Good, copied(lang, &copy.path.display().to_string()))];
    lines.push(size_of(lang, copy));
    if let CopyHow::Updated { new, ahead: more } = copy.how {
        lines.push((Weight::Plain, if new == 0 { up_to_date(lang).to_owned() } else { updated(lang, new) }));
        if more > 0 {
            lines.push((Weight::Warning, ahead(lang, more)));
        }
    }
    lines.extend(what_it_lacks(lang, copy));
    lines.push((Weight::Good, stick_out(lang).to_owned()));
    lines
}

/// A kept copy that was put back.
pub fn restore(lang: Lang, copy: &Copied) -> Vec<Line> {
    let mut lines = vec![(Weight::Good, restored(lang, &copy.path.display().to_string()))];
    lines.push(size_of(lang, copy));
    // That the session went on since the copy was kept is nothing to be told.
    if let CopyHow::Updated { new, .. } = copy.how {
        let said = if new == 0 { restored_nothing(lang).to_owned() } else { restored_into(lang, new) };
        lines.push((Weight::Plain, said));
    }
    lines.extend(what_it_lacks(lang, copy));
    lines
}

fn size_of(lang: Lang, copy: &Copied) -> Line {
    (Weight::Quiet, copied_size(lang, copy.files, &number::size(lang, copy.bytes)))
}

/// What could not be carried, and what of the copy is damaged.
fn what_it_lacks(lang: Lang, copy: &Copied) -> Vec<Line> {
    let mut lines = refused(lang, &copy.refused);
    if !copy.damaged.is_empty() {
        let places = copy.damaged.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        lines.push((Weight::Warning, copied_damaged(lang, &places)));
    }
    lines
}

/// A kept copy in one line.
pub fn kept(lang: Lang, kept: &Kept) -> String {
    let at = format!("{} {}", number::date(&kept.at), number::clock(&kept.at));
    let line = kept_line(lang, &at, kept.entries);
    if kept.sealed { format!("{line} · {}", kept_sealed(lang)) } else { line }
}

/// What something found is.
pub fn found_kind(lang: Lang, session: &Session, found: &Found) -> String {
    match &found.what {
        FoundKind::Folder => kind_folder(lang).to_owned(),
        FoundKind::SealedFolder => kind_sealed(lang).to_owned(),
        FoundKind::Log(of) => kind_log(lang, &author(lang, session, of)),
        FoundKind::Hand(Way::Out(Some(seat))) => kind_out(lang, &seat_title(session, seat)),
        FoundKind::Hand(Way::Out(None)) => kind_out_all(lang).to_owned(),
        FoundKind::Hand(Way::In(seat)) => kind_in(lang, &seat_title(session, seat)),
    }
}

/// Where something found lies.
pub fn spot(lang: Lang, spot: Spot) -> &'static str {
    match spot {
        Spot::Removable => spot_removable(lang),
        Spot::Downloads => spot_downloads(lang),
        Spot::Desktop => spot_desktop(lang),
        Spot::Sessions => spot_sessions(lang),
    }
}

fn folder_of(path: &Path) -> String {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.display().to_string(),
        _ => ".".to_owned(),
    }
}
