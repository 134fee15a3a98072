//! Every screen that shows words of others, in a real terminal: titles, names, notes, opinions, reasons, names of files
//! and the messages that quote them. Nothing of them reaches the terminal as anything but harmless cells: no title, no
//! bell, no colour, no clipboard, nothing that reorders or hides what stands beside.

use std::path::{Path, PathBuf};

use super::fuzz::harm;
use super::words::{NASTY, session};
use crate::cli::Desk;
use crate::pty::Pty;

const ENTER: &str = "\r";
const TAB: &str = "\t";
const DOWN: &str = "\x1b[B";
const BACK: &str = F3;
const F3: &str = "\x1bOR";
const F4: &str = "\x1bOS";
const F5: &str = "\x1b[15~";
const F6: &str = "\x1b[17~";
const F7: &str = "\x1b[18~";
const F8: &str = "\x1b[19~";
const F9: &str = "\x1b[20~";
const F12: &str = "\x1b[24~";

/// A control chord.
fn ctrl(letter: char) -> String {
    char::from(letter as u8 & 0x1f).to_string()
}

/// As a terminal pastes.
fn pasted(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

/// A program on screen that is looked at after every key.
struct Looked {
    program: Pty,
    looks: usize,
}

impl Looked {
    fn at(home: &Path, arguments: &[&str]) -> Looked {
        // Elsewhere than where temporary files are, so that nobody is warned of that.
        let env = [("OCOP_COUNCIL_HOME", home.to_str().unwrap()), ("TMPDIR", "/nowhere")];
        Looked { program: Pty::start(&[arguments, &["--lang", "vi"]].concat(), &env), looks: 0 }
    }

    /// Presses keys, waits for what shows then, and looks at every cell and at everything the terminal was told.
    fn see(&mut self, keys: &str, shows: &str) -> &mut Looked {
        self.program.send(keys).wait_for(shows);
        self.looks += 1;
        let screen = self.program.look(vt100::Screen::contents);
        let (heard, raw) = (self.program.heard(), self.program.raw());
        assert!(heard.is_empty(), "at {shows:?} the terminal was told: {heard:?}\n{screen}");
        assert!(self.program.look(is_harmless), "{shows:?}\n{screen}");
        if let Some(found) = sent(&raw) {
            panic!("at {shows:?} the terminal was sent {found:?}\n{screen}");
        }
        // Blinking, from a note; the red of the title is one of ours.
        assert!(!raw.contains("\x1b[5m"), "at {shows:?} something blinks\n{screen}");
        self
    }
}

/// What the emulator passes over in silence and another terminal would heed. Those that every program draws with are no
/// harm in themselves.
fn sent(raw: &str) -> Option<char> {
    let own = |c: &char| matches!(c, '\x1b' | '\x07' | '\r' | '\n' | '\x08');
    raw.chars().find(|c| !own(c) && harm(c.encode_utf8(&mut [0; 4])).is_some())
}

/// Whether nothing on the screen hides or reorders what stands beside it.
fn is_harmless(screen: &vt100::Screen) -> bool {
    let (rows, columns) = screen.size();
    let cells = (0..rows.into()).flat_map(|row| (0..columns.into()).map(move |column| (row, column)));
    !cells.filter_map(|(row, column)| screen.cell(row, column)).any(|cell| harm(cell.contents()).is_some())
}

/// A name for a file or folder as nobody means well gives it, where the system takes such names.
fn crooked(name: &str) -> String {
    if cfg!(unix) { format!("{name}\u{1b}]0;x\u{7}\u{202e}\u{9b}31m") } else { name.to_owned() }
}

/// The home of a person who has the nasty session, and a stick with crooked names in it.
fn home(desk: &Desk) -> PathBuf {
    let home = desk.path("home");
    copy(&desk.path("s"), &home.join("sessions").join(crooked("phien")));
    let stick = home.join("media").join(crooked("USB"));
    copy(&desk.path("s"), &stick.join(crooked("ban sao")));
    desk.done(&["opinion", "s", "--seat", "m3", "--product", "p01", "--words", NASTY]);
    desk.done(&["hand-in", "s", "hand", "--seat", "m3"]);
    std::fs::copy(desk.path("hand"), stick.join(crooked("nop"))).unwrap();
    home
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        match entry.path() {
            path if path.is_dir() => copy(&path, &to.join(entry.file_name())),
            path => _ = std::fs::copy(path, to.join(entry.file_name())).unwrap(),
        }
    }
}

/// That a screen which is steered would be noticed: a program that says it all as it is.
#[cfg(unix)]
#[test]
fn a_terminal_that_is_steered_is_noticed() {
    let mut rude = Pty::run("printf".as_ref(), &["%s.", NASTY], &[]);
    rude.wait_for("H.");
    let heard = rude.heard().join("\n");
    for what in ["the title \"ĐÃ CHIẾM\"", "character 0x9b", "character 0x85"] {
        assert!(heard.contains(what), "{what}: {heard}");
    }
    assert!(sent(&rude.raw()).is_some());
}

#[test]
fn no_screen_of_the_table_is_steered_by_what_stands_in_the_session() {
    let desk = session();
    let mut at = Looked::at(&home(&desk), &[]);
    at.see("", "ĐÃ CHIẾM").see(ENTER, "Có mặt");
    // The table: who writes it down, then its screens one after another.
    at.see(ENTER, "ai ghi việc").see("1", "Bảng theo dõi").see("", "tệp hỏng");
    at.see(ENTER, "CẦN THẢO LUẬN").see(ENTER, "đã thảo luận").see(BACK, "CẦN THẢO LUẬN");
    at.see(&ctrl('w'), "PHIẾU ĐÁNH GIÁ").see("\x1b[6~", "Ctrl-N sản phẩm sau").see(BACK, "CẦN THẢO LUẬN");
    at.see(F8, "ĐIỀU KIỆN KHÓA").see("", "Kết luận:").see(F12, "NIÊM PHONG").see(TAB, "ĐIỀU KIỆN KHÓA");
    at.see(BACK, "CẦN THẢO LUẬN")
        .see(BACK, "Bảng theo dõi")
        .see(F9, "Lịch sử")
        .see(&ctrl('f'), "Lọc")
        .see(ENTER, "Lịch sử");
    at.see(BACK, "Bảng theo dõi");
    at.see(&ctrl('d'), "ảnh hưởng").see(F4, "phần chênh lệch").see(BACK, "ảnh hưởng").see(BACK, "Bảng theo dõi");
    // A ground that was answered, and one product that was rejected for a reason.
    at.see(DOWN, "▸   2").see(F8, "ĐIỀU KIỆN KHÓA").see(BACK, "Bảng theo dõi");
    at.see(DOWN, "▸   3").see(F8, "ĐÃ KẾT THÚC").see(BACK, "Bảng theo dõi");
    // Questions that begin with what is there.
    at.see(&ctrl('e'), "ính chính").see("1", "Enter").see(F3, "Bảng theo dõi");
    assert!(at.looks > 25, "{}", at.looks);
}

#[test]
fn no_screen_of_what_is_carried_is_steered_by_the_names_of_files() {
    let desk = session();
    let mut at = Looked::at(&home(&desk), &[]);
    at.see("", "ĐÃ CHIẾM").see(ENTER, "Có mặt").see(&ctrl('y'), "Của phiên này").see("", "việc mới");
    at.see(F6, "Đã nhập").see(ENTER, "Của phiên này");
    // A whole folder, with files of crooked names among its logs.
    let folder = pasted(desk.path("s").to_str().unwrap());
    at.see(&folder, "Nhập theo đường dẫn")
        .see(ENTER, "Bỏ qua, không phải của phiên này")
        .see("", "không phải sổ ghi")
        .see(ENTER, "Của phiên này");
    at.see(F4, "đường dẫn").see(&pasted(&crooked("/khong co")), "/khong co").see(ENTER, "không");
    assert!(at.looks > 8, "{}", at.looks);
}

#[test]
fn no_screen_of_a_member_is_steered_by_what_it_or_others_wrote() {
    let desk = session();
    let home = home(&desk);
    let path = desk.path("s");
    let mut at = Looked::at(&home, &["open", path.to_str().unwrap(), "--seat", "m1"]);
    // On the product that is still blind: words pasted into a note, evidence and an opinion.
    at.see("", "đã lưu ✓").see("", "2/3").see(TAB, "ĐÃ CHIẾM").see(TAB, "ĐÃ CHIẾM");
    for (key, shows) in [(F5, "Ghi chú"), (F6, "inh chứng"), (&*ctrl('o'), "kiến")] {
        at.see(key, shows).see(&pasted(NASTY), "ĐÃ CHIẾM").see(ENTER, "đã lưu ✓");
    }
    at.see(&ctrl('p'), "ĐÃ CHIẾM").see(ENTER, "Esc mọi lệnh");
    // On the one that is open, with what was written at it.
    at.see("\x1b[5;5~", "1/3").see(&ctrl('w'), "PHIẾU ĐÁNH GIÁ").see("\x1b[6~", "ĐÃ CHIẾM").see(BACK, "1/3");
    assert!(at.looks > 15, "{}", at.looks);
}

#[test]
fn no_screen_of_a_new_session_is_steered_by_the_list_it_is_made_of() {
    let desk = session();
    let home = home(&desk);
    let mut at = Looked::at(&home, &[]);
    at.see("", "ĐÃ CHIẾM")
        .see(F4, "Tên phiên họp")
        .see(&pasted(NASTY), "ĐÃ CHIẾM")
        .see(F8, "Cấp tỉnh")
        .see("1", "Sở Công Thương");
    at.see(F8, "Gõ từng sản phẩm").see("2", "dán đường dẫn");
    let list = home.join("danh sach.csv");
    std::fs::write(&list, format!("name,set\n\"{NASTY}\",\"{NASTY}\"\n")).unwrap();
    at.see(&pasted(list.to_str().unwrap()), "danh sach").see(ENTER, "chỗ phải sửa");
}

#[test]
fn no_message_on_screen_repeats_what_steers_a_terminal() {
    let desk = session();
    let home = home(&desk);
    let mut at = Looked::at(&home, &[]);
    at.see("", "ĐÃ CHIẾM").see(F7, "Bản lưu").see(F3, "ĐÃ CHIẾM");
    at.see(&ctrl('o'), "Đường dẫn")
        .see(&pasted(&format!("/{}", NASTY.replace('\n', ""))), "ĐÃ CHIẾM")
        .see(ENTER, "không");
    // A charter that nobody can read, its faulty word quoted.
    let folder = home.join("sessions/hong");
    std::fs::create_dir_all(folder.join("logs")).unwrap();
    let charter = std::fs::read_to_string(desk.path("s/charter.ron")).unwrap();
    let bent = charter.replacen("title: ", &format!("{}: ", NASTY.replace('\n', "")), 1);
    std::fs::write(folder.join("charter.ron"), bent).unwrap();
    let mut at = Looked::at(&home, &["open", folder.to_str().unwrap()]);
    at.see("", "charter.ron");
}
