//! Windows: the shell's verb "print", which the program that shows PDFs answers with its own dialog
//! or prints at once. Edge, which shows them on a fresh Windows, has no such verb: then the file is
//! opened there instead.

use std::io;
use std::os::windows::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// `CREATE_NO_WINDOW` (winbase.h): no console flashes up.
const NO_WINDOW: u32 = 0x0800_0000;

/// The path comes in a variable, so nothing in it is read as script.
const SCRIPT: &str =
    "$ErrorActionPreference = 'Stop'; Start-Process -FilePath $env:TILSLUT_PRINT -Verb Print";

/// Asks the shell to print. An error when no program answers the verb.
pub fn ask(file: &Path, _title: &str) -> io::Result<()> {
    let system =
        std::env::var_os("SystemRoot").map_or_else(|| PathBuf::from(r"C:\Windows"), PathBuf::from);
    let shell = system.join(r"System32\WindowsPowerShell\v1.0\powershell.exe");
    let asked = Command::new(shell)
        .args(["-NoProfile", "-NonInteractive", "-Command", SCRIPT])
        .env("TILSLUT_PRINT", file)
        .creation_flags(NO_WINDOW)
        .status()?;
    if asked.success() { Ok(()) } else { Err(io::ErrorKind::NotFound.into()) }
}
