//! A disk that is really full: a small file system of its own, for root and, by a user namespace,
//! for whoever else runs the tests.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How a test that was started again is to try.
pub const WAY: &str = "TILSLUT_TEST_SMALL_DISK";

/// A file system of two megabytes, gone when it is dropped.
pub struct SmallDisk(PathBuf);

/// Mounts one over a folder; none where that is not allowed.
pub fn mount(folder: &Path) -> Option<SmallDisk> {
    let mounted =
        Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]).arg(folder).output();
    mounted.is_ok_and(|output| output.status.success()).then(|| SmallDisk(folder.to_owned()))
}

/// Runs a test of this program again, alone: in a namespace where its user may mount, or where no
/// file may grow when it says so.
pub fn again(test: &str) {
    let namespace = ["unshare", "--user", "--map-root-user", "--mount"];
    let mut probe = Command::new(namespace[0]);
    probe.args(&namespace[1..]).args(["mount", "-t", "tmpfs", "tmpfs"]).arg(std::env::temp_dir());
    let may_mount = probe.output().is_ok_and(|output| output.status.success());
    if may_mount { again_with("namespace", &namespace, test) } else { limited(test) }
}

/// Runs a test of this program again, alone, where no file may grow when it says so.
pub fn limited(test: &str) {
    // A file that may not grow sends a signal that ends the program, unless it is ignored.
    again_with("limit", &["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"], test);
}

fn again_with(way: &str, words: &[&str], test: &str) {
    let this = std::env::current_exe().unwrap();
    let output = Command::new(words[0])
        .args(&words[1..])
        .arg(this)
        .args(["--exact", test])
        .env(WAY, way)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "with a {way}: {said}");
}

/// From now on no file of this program grows beyond a page.
pub fn forbid() {
    limit("4096:");
}

/// Files may grow again.
pub fn allow() {
    limit("unlimited:");
}

fn limit(size: &str) {
    let this = std::process::id().to_string();
    let status =
        Command::new("prlimit").args(["--pid", &this]).arg(format!("--fsize={size}")).status();
    assert!(status.expect("prlimit is installed").success());
}

impl SmallDisk {
    fn ballast(&self) -> PathBuf {
        self.join("ballast")
    }

    /// Takes every byte that is left.
    pub fn fill(&self) {
        let ballast = self.ballast();
        let mut room = 4 << 20;
        while room > 0 {
            let mut bytes = fs::read(&ballast).unwrap_or_default();
            bytes.resize(bytes.len() + room, 1);
            if fs::write(&ballast, &bytes).is_err() {
                bytes.truncate(bytes.len() - room);
                fs::write(&ballast, &bytes).unwrap();
            }
            room /= 2;
        }
    }

    /// Gives them back.
    pub fn empty(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }
}

impl Deref for SmallDisk {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
