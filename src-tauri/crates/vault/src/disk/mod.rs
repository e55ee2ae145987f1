//! What kind of disk a folder is on. The log of the database has an index in memory that all its
//! readers share, and there is no such memory between the machines of a network: there the database
//! is held by one process alone, and keeps the index to itself.

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(target_os = "windows")]
#[path = "windows.rs"]
mod system;

use std::path::Path;

/// Where a folder lies, as far as it matters to the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disk {
    /// On this machine, or not known to be elsewhere.
    Local,
    /// On another machine: memory cannot be shared, so no process shares the database.
    Network,
}

impl Disk {
    /// The disk of a folder. One that cannot be asked about is taken for a local one; whether
    /// memory is shared there shows when it is tried.
    pub(crate) fn of(folder: &Path) -> Self {
        if system::is_network(folder) { Self::Network } else { Self::Local }
    }
}
