//! What the desktop does for us: opens links and files in other programs, asks the person where a
//! file is or should be. A trait, because no pretend service can stand in for it in tests.

use crate::anew::Other;
use crate::clipboard::Clipboard;
use crate::companion::Companion;
use crate::notifying::Notifier;
use crate::options::Options;
use crate::printing::{self, Printing};
use crate::session_events;
use app::model::{LockAfter, LockedCases, WindowShape};
use profile::UpdateSource;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;
use tauri::{AppHandle, Manager, UserAttentionType, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tauri_plugin_updater::{Update, UpdaterBuilder, UpdaterExt};

/// A file that the person is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileQuestion {
    /// The suggested name; empty when a file is to be opened.
    pub name: String,
    /// What kind of file it is, in the person's language.
    pub kind: String,
    /// The endings that fit, without the dot; the first is that of a new file.
    pub endings: &'static [&'static str],
}

/// The newer version could not be had: nobody answered, or what came was not signed with the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no newer version could be fetched")]
pub struct NoUpdate;

/// What the desktop does for us. Every call may block until the person has answered.
pub trait Desktop: Send + Sync {
    /// Opens a link in the system browser.
    fn open_link(&self, link: &str) -> io::Result<()>;
    /// Opens a file in the program that the system has for it.
    fn open_file(&self, file: &Path) -> io::Result<()>;
    /// Asks where to save a file. The system's dialog asks before it lets an existing one be
    /// replaced.
    fn choose_new_file(&self, question: FileQuestion) -> Option<PathBuf>;
    /// Asks for an existing file.
    fn choose_file(&self, question: FileQuestion) -> Option<PathBuf>;
    /// Asks for an existing folder.
    fn choose_folder(&self) -> Option<PathBuf>;
    /// Shows the system's print dialog for a PDF, under this title.
    fn print(&self, file: &Path, title: &str) -> io::Result<Printing>;
    /// Brings the window to the front.
    fn come_forward(&self);
    /// Puts a text into the clipboard, so that no history of it keeps the text where the system knows
    /// how to say so.
    fn copy_text(&self, text: &str) -> io::Result<()>;
    /// Takes a text out of the clipboard when it still lies there. An error when nobody can tell
    /// whether it does.
    fn clear_text(&self, text: &str) -> io::Result<()>;
    /// How long a copied value stays in the clipboard.
    fn clipboard_time(&self) -> Duration {
        Duration::from_secs(app::guide::COPIED_SECONDS.unsigned_abs())
    }
    /// Shows a notification of the system. An error when it is known that none is shown.
    fn notify(&self, title: &str, text: &str) -> io::Result<()>;
    /// Gives the window this shape; what it was before is what it is again when it is whole.
    fn shape_window(&self, shape: WindowShape);
    /// How long nobody may be at the window before the cases are locked.
    fn lock_time(&self, after: LockAfter) -> Option<Duration> {
        after.time()
    }
    /// How long after its start the program asks the system to tell that.
    fn session_watch_delay(&self) -> Duration {
        Duration::from_secs(10)
    }
    /// Calls it each time the system goes away from the person, from now on. Asked once.
    fn watch_session(&self, went_away: Box<dyn Fn() + Send + Sync>);
    /// Closes the window, and with it the program, without asking anybody.
    fn close_window(&self);
    /// Starts the program anew where this window is, with this profile where one was named, and waits
    /// until it shows its own window. An error when it does not.
    fn start_anew(&self, cases: &LockedCases, profile: Option<&Path>) -> io::Result<()>;
    /// Ends the one that was started, when there is one.
    fn end_other(&self);
    /// How long the page may take to send what was typed before the window closes: far more than it
    /// needs, and not so long that a page that hangs is killed by hand.
    fn page_patience(&self) -> Duration {
        Duration::from_secs(3)
    }
    /// Asks the source for a newer version than this one.
    fn newer_version(&self, source: &UpdateSource) -> Result<Option<String>, NoUpdate>;
    /// Fetches the newer version, puts it in place and starts it.
    fn install_newer(&self, source: &UpdateSource) -> Result<(), NoUpdate>;
}

/// The desktop that Tauri knows.
pub struct TauriDesktop {
    app: AppHandle,
    asking: Mutex<()>,
    printing: Mutex<()>,
    clipboard: Clipboard,
    companion: Companion,
    notifier: Notifier,
    other: Other,
}

impl TauriDesktop {
    /// The desktop of this program.
    pub fn new(app: AppHandle) -> Self {
        let (asking, printing) = (Mutex::new(()), Mutex::new(()));
        let (clipboard, companion) = (Clipboard::default(), Companion::default());
        let (notifier, other) = (Notifier::default(), Other::default());
        Self { app, asking, printing, clipboard, companion, notifier, other }
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
        let _asking = self.asking.try_lock().ok()?;
        self.dialog(&question).set_file_name(question.name).blocking_save_file().and_then(path)
    }

    fn choose_file(&self, question: FileQuestion) -> Option<PathBuf> {
        let _asking = self.asking.try_lock().ok()?;
        self.dialog(&question).blocking_pick_file().and_then(path)
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        let _asking = self.asking.try_lock().ok()?;
        let dialog = self.app.dialog().file();
        let dialog = match self.app.get_webview_window("main") {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        };
        dialog.blocking_pick_folder().and_then(path)
    }

    fn print(&self, file: &Path, title: &str) -> io::Result<Printing> {
        // One dialog at a time here, too: a second press shows the first.
        let Ok(_printing) = self.printing.try_lock() else { return Ok(Printing::Asked) };
        printing::print(file, title)
    }

    fn come_forward(&self) {
        if let Some(window) = self.app.get_webview_window("main") {
            window.unminimize().ok();
            window.show().ok();
            window.set_focus().ok();
            // Not every system lets a program do this. Then the window is marked where the person
            // looks for it: in the task bar or the dock. The browser's page says to go back as
            // well.
            if !window.is_focused().unwrap_or(false) {
                window.request_user_attention(Some(UserAttentionType::Informational)).ok();
            }
        }
    }

    fn copy_text(&self, text: &str) -> io::Result<()> {
        self.clipboard.copy(text)
    }

    fn clear_text(&self, text: &str) -> io::Result<()> {
        self.clipboard.clear(text)
    }

    fn notify(&self, title: &str, text: &str) -> io::Result<()> {
        self.notifier.show(&self.app, title, text)
    }

    fn shape_window(&self, shape: WindowShape) {
        if let Some(window) = self.app.get_webview_window("main") {
            // A window that cannot be given its shape shows the same page.
            self.companion.shape(&window, shape).ok();
        }
    }

    fn watch_session(&self, went_away: Box<dyn Fn() + Send + Sync>) {
        session_events::watch(went_away);
    }

    fn close_window(&self) {
        if let Some(window) = self.app.get_webview_window("main") {
            window.destroy().ok();
        }
    }

    fn start_anew(&self, cases: &LockedCases, profile: Option<&Path>) -> io::Result<()> {
        let window = self.app.get_webview_window("main");
        // Where it is not known, the other one stands where the system puts a new window.
        let place = window.and_then(|window| self.companion.place(&window).ok());
        let program = tauri::process::current_binary(&self.app.env())?;
        let words = Options::of_other(cases, place, profile);
        self.other.start(Command::new(program).args(words))
    }

    fn end_other(&self) {
        self.other.end();
    }

    fn newer_version(&self, source: &UpdateSource) -> Result<Option<String>, NoUpdate> {
        let newer = tauri::async_runtime::block_on(self.newer(source))?;
        Ok(newer.map(|update| update.version))
    }

    fn install_newer(&self, source: &UpdateSource) -> Result<(), NoUpdate> {
        tauri::async_runtime::block_on(async {
            let update = self.newer(source).await?.ok_or(NoUpdate)?;
            update.download_and_install(|_, _| {}, || {}).await.map_err(|_| NoUpdate)
        })?;
        self.app.request_restart();
        Ok(())
    }
}

impl TauriDesktop {
    /// A dialog that belongs to the window. One at a time: a second press shows the first.
    fn dialog(&self, question: &FileQuestion) -> FileDialogBuilder<Wry> {
        let dialog = self.app.dialog().file().add_filter(&question.kind, question.endings);
        match self.app.get_webview_window("main") {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }

    async fn newer(&self, source: &UpdateSource) -> Result<Option<Update>, NoUpdate> {
        let updater =
            self.app.updater_builder().pubkey(&source.key).timeout(Duration::from_secs(10));
        let updater = updater
            .endpoints(vec![source.address.clone()])
            .and_then(UpdaterBuilder::build)
            .map_err(|_| NoUpdate)?;
        updater.check().await.map_err(|_| NoUpdate)
    }
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}
