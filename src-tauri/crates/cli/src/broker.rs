//! What `approve` and `profile` need of the machine: the profile's text, a clock, something that
//! waits for the network.

use crate::input::Input;
use crate::outcome::Error;
use crate::words::Words;
use domain::{Timestamp, encoding};
use identity::{Browser, Clock};
use std::borrow::Cow;
use std::io;
use std::path::Path;
use tokio::runtime::{Builder, Runtime};

/// More than any profile.
const LIMIT: usize = 1_000_000;

/// The clock of this machine.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The browser of this machine, unless the address is wanted instead.
pub struct SystemBrowser {
    /// It is to be opened; otherwise the person gets the address.
    pub asked: bool,
}

impl Browser for SystemBrowser {
    fn open(&self, link: &str) -> io::Result<()> {
        if self.asked { open::that_detached(link) } else { Err(io::ErrorKind::Unsupported.into()) }
    }
}

/// The text of a profile, or of another small file.
pub fn text(path: &Path, words: &Words) -> Result<String, Error> {
    let bytes = Input::open(path)?.document(LIMIT)?;
    let unreadable = |why: String| Error::Unreadable { path: path.to_owned(), why };
    if bytes.len() > LIMIT {
        return Err(unreadable(words.get("cli-profile-too-large")));
    }
    encoding::text(&bytes).map(Cow::into_owned).map_err(|why| unreadable(words.not_text(why)))
}

/// The profile cannot be read at a line.
pub fn unreadable_at(path: &Path, line: usize, words: &Words) -> Error {
    let why = words.with("cli-profile-unreadable", &[("line", &line.to_string())]);
    Error::Unreadable { path: path.to_owned(), why }
}

/// Waits for the network.
pub fn runtime() -> Result<Runtime, Error> {
    Ok(Builder::new_multi_thread().worker_threads(1).enable_all().build()?)
}
