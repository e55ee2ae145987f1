//! A Tilslut on a desktop of its own: a journey begins with nothing that another has left.

use crate::processes;
use crate::session::Session;
use crate::window::Window;
use crate::{DISPLAY, folder};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::sync::MutexGuard;

/// The display, a desktop, and a folder for cases of its own.
pub struct Installation {
    pub session: Session,
    pictures: PathBuf,
    data: PathBuf,
    scratch: TempDir,
    _display: MutexGuard<'static, ()>,
}

impl Installation {
    /// Waits for the display. Pictures lie under the name of the journey.
    pub async fn new(name: &str) -> Self {
        let display = DISPLAY.lock().await;
        let pictures = folder(name);
        let scratch = tempfile::tempdir().unwrap();
        let session = Session::new(scratch.path());
        let data = session.other_data_home();
        Self { session, pictures, data, scratch, _display: display }
    }

    /// Opens the window with words on the command line; without any, in practice.
    pub async fn open(&self, words: &[&str]) -> Window {
        let window = Window::open_with(&self.pictures, words, &self.surroundings()).await;
        window.page("cases").await;
        window
    }

    /// Opens the window, and leaves the person at whatever it shows first.
    pub async fn start(&self) -> Window {
        Window::start(&self.pictures, &[], &self.surroundings()).await
    }

    /// The same, with other surroundings than the session's.
    pub async fn start_with(&self, more: &[(&str, &OsStr)]) -> Window {
        let surroundings: Vec<_> =
            self.surroundings().into_iter().chain(more.iter().copied()).collect();
        Window::start(&self.pictures, &[], &surroundings).await
    }

    /// Where the program keeps its folder.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Where the journey's pictures lie.
    pub fn pictures(&self) -> &Path {
        &self.pictures
    }

    /// A folder for the person's own files.
    pub fn scratch(&self) -> &Path {
        self.scratch.path()
    }

    fn surroundings(&self) -> [(&str, &OsStr); 1] {
        [("XDG_DATA_HOME", self.data.as_os_str())]
    }
}

/// A program that was started in the place of the first is not its driver's.
impl Drop for Installation {
    fn drop(&mut self) {
        processes::end_all();
    }
}
