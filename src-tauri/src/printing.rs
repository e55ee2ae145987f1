//! Printing a PDF through the operating system: its own dialog where the system has one for files,
//! else the program that shows PDFs.
//!
//! The webview's `print()` prints the window's page and not a file, so it is no way to print a
//! receipt. Each system has its own way, in a file of its own.

#[cfg(target_os = "linux")]
pub mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(target_os = "macos")]
use macos as system;
#[cfg(windows)]
use windows as system;

use std::io;
use std::path::Path;

/// What came of wanting to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printing {
    /// The system has asked the person, or prints; it is the system's matter from here.
    Asked,
    /// There is no such dialog here: the file was opened in the program that the system has for it,
    /// to be printed from there.
    Opened,
}

/// Prints a PDF. Blocks until the person has answered the dialog.
pub fn print(file: &Path, title: &str) -> io::Result<Printing> {
    match system::ask(file, title) {
        Ok(()) => Ok(Printing::Asked),
        Err(_) => open::that_detached(file).map(|()| Printing::Opened),
    }
}
