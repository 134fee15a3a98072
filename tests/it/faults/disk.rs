//! A real file system in a file, mounted: filled, cut off as by a power cut, pulled out, put back.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::tools::python;

/// What reached the disk when the power went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// Names and sizes, but no data that was not synced.
    KeepsNames = 1,
    /// Nothing that was not synced.
    LosesAll = 2,
}

/// The system call that ends a file system as a power cut does (`FS_IOC_SHUTDOWN`), made from a program that waits for
/// a line, so that nothing passes between the wish and the cut. This crate forbids what calling it here would need.
const SHUTDOWN: &str = "
import fcntl, os, struct, sys
folder = os.open(sys.argv[1], os.O_RDONLY)
print('armed', flush=True)
sys.stdin.readline()
fcntl.ioctl(folder, 0x8004587D, struct.pack('I', int(sys.argv[2])))
print('cut', flush=True)
";

/// A mounted file system, taken away when dropped.
pub(super) struct Disk {
    place: tempfile::TempDir,
    tmpfs: Option<String>,
}

/// A power cut that waits.
pub(super) struct Armed(Child, BufReader<std::process::ChildStdout>);

fn must(program: &str, arguments: &[&str]) {
    let ran = Command::new(program).args(arguments).output().unwrap();
    assert!(ran.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

impl Disk {
    /// An ext4 of so many MiB, which by itself writes nothing back before it must.
    pub(super) fn ext4(mebibytes: u64) -> Disk {
        let disk = Disk { place: tempfile::tempdir().unwrap(), tmpfs: None };
        std::fs::File::create(disk.image()).unwrap().set_len(mebibytes << 20).unwrap();
        must("mkfs.ext4", &["-q", "-m", "0", &disk.image().display().to_string()]);
        std::fs::create_dir(disk.path()).unwrap();
        disk.plug_in();
        disk
    }

    /// A tmpfs of so many KiB.
    pub(super) fn tmpfs(kibibytes: u64) -> Disk {
        let disk = Disk { place: tempfile::tempdir().unwrap(), tmpfs: Some(format!("size={kibibytes}k")) };
        std::fs::create_dir(disk.path()).unwrap();
        disk.plug_in();
        disk
    }

    fn image(&self) -> PathBuf {
        self.place.path().join("image")
    }

    /// Where it is mounted.
    pub(super) fn path(&self) -> PathBuf {
        self.place.path().join("disk")
    }

    /// Mounts it; an ext4 replays its journal then.
    pub(super) fn plug_in(&self) {
        let (image, path) = (self.image().display().to_string(), self.path().display().to_string());
        match &self.tmpfs {
            Some(size) => must("mount", &["-t", "tmpfs", "-o", size, "tmpfs", &path]),
            None => must("mount", &["-o", "loop,commit=600", &image, &path]),
        }
    }

    /// Takes it away from under whatever has it open.
    pub(super) fn pull_out(&self) {
        must("umount", &["-l", &self.path().display().to_string()]);
    }

    /// Unmounts it and mounts it again, as the next morning does.
    pub(super) fn next_morning(&self) {
        must("umount", &[&self.path().display().to_string()]);
        self.plug_in();
    }

    /// From now on it can be read only, or written again.
    pub(super) fn allow(&self, what: &str) {
        must("mount", &["-o", &format!("remount,{what}"), &self.path().display().to_string()]);
    }

    /// Fills it but for so many bytes.
    pub(super) fn fill_but(&self, room: u64) {
        let mut filler = std::fs::File::create(self.path().join("filler")).unwrap();
        let block = vec![b'x'; 4096];
        while filler.write_all(&block).is_ok() {}
        let _ = filler.sync_all();
        let length = filler.metadata().unwrap().len();
        filler.set_len(length.saturating_sub(room)).unwrap();
        let _ = filler.sync_all();
    }

    /// Frees what was filled.
    pub(super) fn free(&self) {
        std::fs::remove_file(self.path().join("filler")).unwrap();
    }

    /// A power cut that waits for [`Armed::cut`].
    pub(super) fn arm(&self, cut: Cut) -> Armed {
        let mut child = Command::new(python())
            .args(["-c", SHUTDOWN])
            .arg(self.path())
            .arg((cut as u8).to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        said.read_line(&mut String::new()).unwrap();
        Armed(child, said)
    }
}

impl Armed {
    /// Now.
    pub(super) fn cut(mut self) {
        self.0.stdin.take().unwrap().write_all(b"\n").unwrap();
        let mut said = String::new();
        self.1.read_line(&mut said).unwrap();
        assert_eq!(said, "cut\n", "the file system knows no shutdown");
        self.0.wait().unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).output();
    }
}

/// Whether a folder is really gone, and not another one shown in its place.
pub(super) fn is_empty(path: &Path) -> bool {
    std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}
