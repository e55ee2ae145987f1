//! macOS: Preview is asked, through AppleScript, to print the file with its dialog.

use std::io;
use std::path::Path;
use std::process::Command;

/// The path is an argument of the script, so nothing in it is read as script.
const SCRIPT: &str = "on run argv
  tell application id \"com.apple.Preview\"
    activate
    print (POSIX file (item 1 of argv)) print dialog true
  end tell
end run";

/// Shows the dialog. An error when the person does not let Tilslut control Preview.
pub fn ask(file: &Path, _title: &str) -> io::Result<()> {
    let asked = Command::new("/usr/bin/osascript").arg("-e").arg(SCRIPT).arg(file).status()?;
    if asked.success() { Ok(()) } else { Err(io::ErrorKind::PermissionDenied.into()) }
}
