//! What the desktop does for us: opens links and files in other programs, asks the person where a file is or should be.
//! A trait, because no pretend service can stand in for it in tests.

use std::io;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FilePath};

/// A file that the person is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileQuestion {
    /// The suggested name; empty when a file is to be opened.
    pub name: String,
    /// What kind of file it is, in the person's language.
    pub kind: String,
    /// The ending, without the dot.
    pub ending: &'static str,
}

/// What the desktop does for us. Every call may block until the person has answered.
pub trait Desktop: Send + Sync {
    /// Opens a link in the system browser.
    fn open_link(&self, link: &str) -> io::Result<()>;
    /// Opens a file in the program that the system has for it.
    fn open_file(&self, file: &Path) -> io::Result<()>;
    /// Asks where to save a file. The system's dialog asks before it lets an existing one be replaced.
    fn choose_new_file(&self, question: FileQuestion) -> Option<PathBuf>;
    /// Asks for an existing file.
    fn choose_file(&self, question: FileQuestion) -> Option<PathBuf>;
    /// Brings the window to the front.
    fn come_forward(&self);
}

/// The desktop that Tauri knows.
pub struct TauriDesktop {
    app: AppHandle,
}

impl TauriDesktop {
    /// The desktop of this program.
    pub fn new(app: AppHandle) -> Self {
        Self { app }
    }
}

impl Desktop for TauriDesktop {
    fn open_link(&self, link: &str) -> io::Result<()> {
        open::that_detached(link)
    }

    fn open_file(&self, file: &Path) -> io::Result<()> {
        open::that_detached(file)
    }

    fn choose_new_file(&self, question: FileQuestion) -> Option<PathBuf> {
        let dialog = self.app.dialog().file().set_file_name(question.name).add_filter(question.kind, &[question.ending]);
        dialog.blocking_save_file().and_then(path)
    }

    fn choose_file(&self, question: FileQuestion) -> Option<PathBuf> {
        let dialog = self.app.dialog().file().add_filter(question.kind, &[question.ending]);
        dialog.blocking_pick_file().and_then(path)
    }

    fn come_forward(&self) {
        if let Some(window) = self.app.get_webview_window("main") {
            // Not every window manager lets a program do this; the browser's page says to go back as well.
            window.unminimize().ok();
            window.set_focus().ok();
        }
    }
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}
