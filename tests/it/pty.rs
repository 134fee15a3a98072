//! The program in a real terminal: started, typed at, resized, killed.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a terminal does beside showing cells, as far as no honest screen of ours asks for it: titles of others, the bell,
/// the clipboard, another window size, commands nobody knows.
#[derive(Default)]
struct Heard(Vec<String>);

/// The one title there is.
const TITLE: &[u8] = b"ocop-council";

impl vt100::Callbacks for Heard {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.0.push("a bell".to_owned());
    }
    fn visual_bell(&mut self, _: &mut vt100::Screen) {
        self.0.push("a flash".to_owned());
    }
    fn resize(&mut self, _: &mut vt100::Screen, to: (u16, u16)) {
        self.0.push(format!("the window made {to:?}"));
    }
    fn set_window_icon_name(&mut self, _: &mut vt100::Screen, name: &[u8]) {
        self.title(name);
    }
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.title(title);
    }
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], _: &[u8]) {
        self.0.push("something copied".to_owned());
    }
    fn paste_from_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8]) {
        self.0.push("the clipboard read".to_owned());
    }
    fn unhandled_char(&mut self, _: &mut vt100::Screen, c: char) {
        // Stands where something was that a terminal is not sent.
        if c != '\u{fffd}' {
            self.0.push(format!("the character {c:?}"));
        }
    }
    fn unhandled_control(&mut self, _: &mut vt100::Screen, byte: u8) {
        self.0.push(format!("the control character {byte:#x}"));
    }
    fn unhandled_osc(&mut self, _: &mut vt100::Screen, words: &[&[u8]]) {
        self.0.push(format!("the command {words:?}"));
    }
}

impl Heard {
    fn title(&mut self, title: &[u8]) {
        if title != TITLE {
            self.0.push(format!("the title {:?}", String::from_utf8_lossy(title)));
        }
    }
}

/// The binary in a pseudo terminal.
pub(crate) struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    screen: Arc<Mutex<vt100::Parser<Heard>>>,
    raw: Arc<Mutex<Vec<u8>>>,
}

impl Pty {
    /// Starts the program with arguments and environment at 80×24, in a home of its own.
    pub(crate) fn start(args: &[&str], env: &[(&str, &str)]) -> Pty {
        Pty::run(crate::program::program().as_os_str(), args, env)
    }

    /// Starts any program so: another build of ours, or one that runs ours.
    pub(crate) fn run(program: &std::ffi::OsStr, args: &[&str], env: &[(&str, &str)]) -> Pty {
        let pair = native_pty_system()
            .openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 })
            .expect("a pseudo terminal");
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "vi_VN.UTF-8");
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let screen = Arc::new(Mutex::new(vt100::Parser::new_with_callbacks(cells(24), cells(80), 0, Heard::default())));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let parser = Arc::clone(&screen);
        let raw = Arc::new(Mutex::new(Vec::new()));
        let sent = Arc::clone(&raw);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                sent.lock().expect("no panic while keeping").extend(&bytes[..read]);
                parser.lock().expect("no panic while parsing").process(&bytes[..read]);
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        Pty { master: pair.master, writer, child, screen, raw }
    }

    /// Sends bytes as a keyboard does.
    pub(crate) fn send(&mut self, bytes: &str) -> &mut Pty {
        self.writer.write_all(bytes.as_bytes()).and_then(|()| self.writer.flush()).expect("the program reads");
        self
    }

    /// Reads something off the terminal.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.screen.lock().expect("no panic while parsing").screen())
    }

    /// What the terminal was made to do so far that no honest screen asks for.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.screen.lock().expect("no panic while parsing").callbacks().0.clone()
    }

    /// Everything the terminal was sent so far.
    pub(crate) fn raw(&self) -> String {
        String::from_utf8_lossy(&self.raw.lock().expect("no panic while keeping")).into_owned()
    }

    /// Waits until a condition holds, and fails with the screen if it never does.
    pub(crate) fn wait_until(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) -> &mut Pty {
        let begun = Instant::now();
        while !self.look(&holds) {
            assert!(begun.elapsed() < PATIENCE, "never came: {what}\n{}", self.look(vt100::Screen::contents));
            // Looking again at once would take the time of the program that is being waited for.
            std::thread::sleep(Duration::from_millis(2));
        }
        self
    }

    /// Waits for a text on screen.
    pub(crate) fn wait_for(&mut self, text: &str) -> &mut Pty {
        self.wait_until(text, |screen| screen.contents().contains(text))
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Pty {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("the terminal resizes");
        self.screen.lock().expect("no panic while parsing").screen_mut().set_size(cells(rows), cells(columns));
        self
    }

    /// Whether the program has ended.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("it was started").is_some()
    }

    /// Ends the program without a word, as a power cut does.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("it was running");
        self.child.wait().expect("it ends");
    }

    /// Waits for the program's own end; its exit code.
    pub(crate) fn end(&mut self) -> u32 {
        self.child.wait().expect("it ends").exit_code()
    }
}

fn cells(number: u16) -> NonZero<u16> {
    NonZero::new(number).expect("a window has cells")
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

#[test]
fn the_terminal_is_given_back_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Pty::start(&[], &[("OCOP_COUNCIL_HOME", home.path().to_str().unwrap())]);
    program.wait_for("Hội đồng").wait_until("the alternate screen", vt100::Screen::alternate_screen);
    program.send("\x11").wait_for("Đóng chương trình?").send("\r");
    assert_eq!(program.end(), 0);
    program.wait_until("the screen as before", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    });
}

#[test]
fn an_input_methods_burst_arrives_whole() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Pty::start(&[], &[("OCOP_COUNCIL_HOME", home.path().to_str().unwrap())]);
    program.wait_for("Hội đồng").send("\x0f").wait_for("Đường dẫn");
    program.send("tieeng").send("\x7f\x7f\x7f\x7fếng").wait_for("tiếng");
    program.send("\x1b[200~ mật\nong\x1b[201~").wait_for("tiếng mật ong");
    program.resize(60, 20).wait_for("80×24").resize(100, 30).wait_for("tiếng mật ong");
    program.kill();
}

/// The whole way on the real machine: typed, a list pasted as a terminal pastes a dropped file, made, opened, found again.
#[test]
fn a_session_is_made_on_screen_and_is_there() {
    let home = tempfile::tempdir().unwrap();
    let list = home.path().join("sản phẩm.csv");
    std::fs::write(&list, "name,producer\nNước mắm Bến Mây,HTX\n").unwrap();
    let mut program = Pty::start(&[], &[("OCOP_COUNCIL_HOME", home.path().to_str().unwrap())]);
    // F4, the title, F8, the preset of nine, F8, from a file.
    program.wait_for("F4").send("\x1bOS").wait_for("Tên phiên họp").send("Phiên đợt 2").wait_for("Phiên đợt 2");
    program.send("\x1b[19~").wait_for("Cấp tỉnh").send("1").wait_for("Sở Công Thương");
    program.send("\x1b[19~").wait_for("Gõ từng sản phẩm").send("2").wait_for("dán đường dẫn");
    program.send(&format!("\x1b[200~'{}'\x1b[201~", list.display())).wait_for("sản phẩm.csv").send("\r");
    program.wait_for("Chưa nhận gì").send("\r").wait_for("Đã nhận 1 bộ");
    program.send("\x1b[19~").wait_for("quá nửa").send("\x1b[19~").wait_for("Đủ mọi thứ").wait_for("phien-dot-2");
    program.send("\r").wait_for("Đã lập phiên").wait_for("Ghế ngồi");
    let (charter, _) =
        ocop_council::store::read_charter(&home.path().join("sessions/phien-dot-2/charter.ron")).unwrap();
    assert_eq!((charter.title.as_str(), charter.seats.len()), ("Phiên đợt 2", 9));
    assert_eq!((charter.products[0].set, charter.products[0].producer.as_str()), (9, "HTX"));
    assert_eq!(charter.nonce.len(), 32);
}

#[test]
fn after_a_kill_everything_said_to_be_saved_is_there() {
    let home = tempfile::tempdir().unwrap();
    let session = home.path().join("sessions/phien-28-11");
    ocop_council::store::create(&session, &crate::sample::charter()).unwrap();
    let env = [("OCOP_COUNCIL_HOME", home.path().to_str().unwrap())];
    let mut program = Pty::start(&[], &env);
    program.wait_for("Phiên 28/11").send("\r").wait_for("thư mục tạm").send("2").wait_for("Có mặt 9/9");
    program.send("\r").wait_for("ai ghi việc").send("1").wait_for("Bàn chủ trì ·");
    // F3, down twice, F6: the second seat is absent.
    program.send("\x1bOR").wait_for("Có mặt 9/9").send("\x1b[B\x1b[B").send("\x1b[17~");
    program.wait_for("Có mặt 8/9").wait_for("đã lưu").kill();
    let mut again = Pty::start(&[], &env);
    again.wait_for("Phiên 28/11").send("\r").wait_for("thư mục tạm").send("2").wait_for("Có mặt 8/9");
}
