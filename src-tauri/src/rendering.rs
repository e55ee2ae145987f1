//! Linux: how WebKitGTK is told to draw by itself. With NVIDIA's own driver, and without a graphics
//! card, it shows an empty window otherwise. It reads that from the environment before GTK starts,
//! and changing one's own environment is `unsafe`: so the program starts itself anew with the
//! variable, once, in the same process.

use std::ffi::OsStr;
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

/// What WebKitGTK reads.
pub const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// The program that runs, also when its file was replaced by an update meanwhile.
const ITSELF: &str = "/proc/self/exe";

/// Whether the program starts anew with the variable. `said` is what the environment says already:
/// what the person has set counts, whatever it is, and what was set here ends it after once. `root`
/// is the machine's `/`.
pub fn starts_anew(said: Option<&OsStr>, root: &Path) -> bool {
    said.is_none() && (root.join("proc/driver/nvidia").exists() || !root.join("dev/dri").exists())
}

/// Starts the program anew where that is needed, with the same arguments; otherwise, or when the
/// system refuses, returns, and the program goes on as it is.
pub fn start_anew(root: &Path) -> io::Result<()> {
    if !starts_anew(std::env::var_os(VARIABLE).as_deref(), root) {
        return Ok(());
    }
    let mut words = std::env::args_os();
    let mut itself = Command::new(ITSELF);
    if let Some(name) = words.next() {
        itself.arg0(name);
    }
    Err(itself.args(words).env(VARIABLE, "1").exec())
}
