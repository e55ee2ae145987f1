//! What the log says of this machine: versions, and nothing that tells one machine from another of
//! the same kind.

use diagnostics::{Before, Event, Machine, Program, System, Version};

/// The program on this machine.
pub fn program(version: &str) -> Program {
    Program {
        version: Version::parse(version),
        system: System::of_this_program(),
        machine: Machine::of_this_program(),
        release: release(),
        webview: tauri::webview_version().ok().as_deref().and_then(Version::parse),
    }
}

/// The first line.
pub fn began(version: &str, before: Before) -> Event {
    let Program { version, system, machine, release, webview } = program(version);
    Event::Began { version, system, machine, release, webview, before }
}

/// The version of the kernel.
#[cfg(target_os = "linux")]
fn release() -> Option<Version> {
    std::fs::read_to_string("/proc/sys/kernel/osrelease").ok().as_deref().and_then(Version::parse)
}

/// As the system says it in a file of its own.
#[cfg(target_os = "macos")]
fn release() -> Option<Version> {
    let said = std::fs::read_to_string("/System/Library/CoreServices/SystemVersion.plist").ok()?;
    let (_, after) = said.split_once("<key>ProductVersion</key>")?;
    Version::parse(after.split_once("<string>")?.1)
}

/// Windows tells it by no file.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn release() -> Option<Version> {
    None
}
