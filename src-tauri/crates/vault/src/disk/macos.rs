//! macOS: whether the disk is on this machine (`statfs(2)`, `MNT_LOCAL`).

use std::path::Path;

/// The disk is on this machine.
const LOCAL: u32 = 0x0000_1000;

/// True when the folder is on a disk of another machine.
pub(crate) fn is_network(folder: &Path) -> bool {
    rustix::fs::statfs(folder).is_ok_and(|found| found.f_flags & LOCAL == 0)
}
