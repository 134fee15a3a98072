//! What was carried, in sentences: what a merge brought, what a handed file holds and what to do next, what a copy came
//! to. The commands print them, the screens show them.

pub mod refused;
pub mod settle;

use std::io::ErrorKind;
use std::path::Path;

use super::{Lang, number, trouble};
use crate::council::{Author, Copied, CopyHow, Found, FoundKind, Handed, Kept, Merged, SeatId, Spot, Way};
use crate::session::Session;
use crate::trouble::{Doing, FaultKind, Trouble};
use refused::{beside, costly};
pub use refused::{not_taken, refused};
pub use settle::{to_be_settled, to_settle_on_sheet, way};

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

/// The first digits of a seal.
fn short(seal: &str) -> String {
    seal.get(..8).unwrap_or(seal).to_owned()
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
