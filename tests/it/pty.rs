//! The program in a real terminal: started, typed at, resized, killed.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// The binary in a pseudo terminal.
pub(crate) struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    screen: Arc<Mutex<vt100::Parser>>,
}

impl Pty {
    /// Starts the program with arguments and environment at 80×24, in a home of its own.
    pub(crate) fn start(args: &[&str], env: &[(&str, &str)]) -> Pty {
        let pair = native_pty_system()
            .openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 })
            .expect("a pseudo terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ocop-council"));
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "vi_VN.UTF-8");
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(24), cells(80), 0)));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let parser = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                parser.lock().expect("no panic while parsing").process(&bytes[..read]);
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        Pty { master: pair.master, writer, child, screen }
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
