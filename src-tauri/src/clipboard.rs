//! The system's clipboard. No history of it is to keep what we put there, and nothing is taken out
//! of it that somebody else has put there since.

use std::io;
use std::sync::{Mutex, PoisonError};

/// The system's clipboard. On Linux what was copied is there for as long as somebody holds this.
#[derive(Default)]
pub struct Clipboard(Mutex<Option<arboard::Clipboard>>);

impl Clipboard {
    /// Puts a text into it. Where the system keeps a history of what was copied, it is asked to
    /// leave this out.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        self.with(|clipboard| unkept(clipboard.set()).text(text))
    }

    /// Empties it, when this text still lies in it.
    pub fn clear(&self, text: &str) -> io::Result<()> {
        self.with(|clipboard| match clipboard.get_text() {
            Ok(there) if there == text => clipboard.clear(),
            // Something else, or nothing that is a text.
            Ok(_) | Err(arboard::Error::ContentNotAvailable) => Ok(()),
            Err(why) => Err(why),
        })
    }

    fn with(
        &self,
        act: impl FnOnce(&mut arboard::Clipboard) -> Result<(), arboard::Error>,
    ) -> io::Result<()> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match held.take() {
            Some(clipboard) => clipboard,
            None => arboard::Clipboard::new().map_err(io::Error::other)?,
        };
        act(held.insert(clipboard)).map_err(io::Error::other)
    }
}

/// Asks the clipboards that have a history to leave the next text out of it.
#[cfg(target_os = "linux")]
fn unkept(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

/// Asks the clipboards that have a history to leave the next text out of it, and out of the cloud.
#[cfg(windows)]
fn unkept(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtWindows as _;
    set.exclude_from_history().exclude_from_cloud()
}

/// Asks the clipboards that have a history to leave the next text out of it.
#[cfg(target_os = "macos")]
fn unkept(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}
