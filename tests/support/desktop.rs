//! A desktop that answers from a script, so that no test shows a dialog or opens a browser.

use super::PATIENCE;
use app::model::{LockAfter, LockedCases, WindowShape};
use profile::UpdateSource;
use shell::desktop::{Desktop, FileQuestion, NoUpdate};
use shell::printing::Printing;
use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// A desktop that does as the test says and remembers what it was asked.
#[derive(Default)]
pub struct ScriptedDesktop {
    pub no_browser: Mutex<bool>,
    pub links: Mutex<Vec<String>>,
    pub opened: Mutex<Vec<PathBuf>>,
    pub choices: Mutex<VecDeque<PathBuf>>,
    pub questions: Mutex<Vec<FileQuestion>>,
    /// What comes of printing; nothing is no printer at all.
    pub printing: Mutex<Option<Printing>>,
    pub printed: Mutex<Vec<PathBuf>>,
    pub forward: AtomicUsize,
    pub closed: AtomicUsize,
    /// What lies in the clipboard.
    pub clipboard: Mutex<Option<String>>,
    /// Everything that was copied.
    pub copied: Mutex<Vec<String>>,
    /// The clipboard does not answer.
    pub no_clipboard: Mutex<bool>,
    /// How long a copied value stays in it; the program's own time when there is none.
    pub clipboard_time: Mutex<Option<Duration>>,
    /// The shape that the window was given last.
    pub shape: Mutex<WindowShape>,
    /// How long the page may take to send what was typed; the program's own time when there is
    /// none.
    pub page_patience: Mutex<Option<Duration>>,
    /// How long nobody may be at the window; as the person has set it when there is none.
    pub lock_time: Mutex<Option<Duration>>,
    /// Each time the program was started anew: what the other one was told, and its profile.
    pub anew: Mutex<Vec<(LockedCases, Option<PathBuf>)>>,
    /// Called while it starts; whether it shows its window. Without any it cannot be started.
    pub starts: Mutex<Option<Starts>>,
    /// How often the other one was ended.
    pub other_ended: AtomicUsize,
    /// What the system calls when it goes away from the person.
    went_away: (Mutex<Option<Told>>, Condvar),
    /// What the system was asked to show: title and text.
    pub notified: Mutex<Vec<(String, String)>>,
    /// Nothing shows it.
    pub no_notifications: Mutex<bool>,
}

/// What happens while the program starts anew, and what comes of it.
pub type Starts = Box<dyn Fn() -> bool + Send>;

/// Who is told when nobody is at the window any more.
type Told = Box<dyn Fn() + Send + Sync>;

impl ScriptedDesktop {
    /// What the system calls when it goes away from the person, once it was asked to.
    pub fn wait_for_session_watch(&self) -> Box<dyn Fn() + Send + Sync> {
        let (held, asked) = &self.went_away;
        let held = held.lock().unwrap();
        let (mut held, _) = asked.wait_timeout_while(held, PATIENCE, |it| it.is_none()).unwrap();
        held.take().expect("the system is asked")
    }
}

impl Desktop for ScriptedDesktop {
    fn open_link(&self, link: &str) -> io::Result<()> {
        let fails = *self.no_browser.lock().unwrap();
        self.links.lock().unwrap().push(link.to_owned());
        if fails { Err(io::ErrorKind::NotFound.into()) } else { Ok(()) }
    }
    fn open_file(&self, file: &Path) -> io::Result<()> {
        self.opened.lock().unwrap().push(file.to_owned());
        Ok(())
    }
    fn choose_new_file(&self, question: FileQuestion) -> Option<PathBuf> {
        self.questions.lock().unwrap().push(question);
        self.choices.lock().unwrap().pop_front()
    }
    fn choose_file(&self, question: FileQuestion) -> Option<PathBuf> {
        self.choose_new_file(question)
    }
    fn choose_folder(&self) -> Option<PathBuf> {
        self.choices.lock().unwrap().pop_front()
    }
    fn print(&self, file: &Path, _: &str) -> io::Result<Printing> {
        self.printed.lock().unwrap().push(file.to_owned());
        self.printing.lock().unwrap().ok_or(io::ErrorKind::NotFound.into())
    }
    fn notify(&self, title: &str, text: &str) -> io::Result<()> {
        self.notified.lock().unwrap().push((title.to_owned(), text.to_owned()));
        match *self.no_notifications.lock().unwrap() {
            true => Err(io::ErrorKind::NotFound.into()),
            false => Ok(()),
        }
    }
    fn come_forward(&self) {
        self.forward.fetch_add(1, Ordering::SeqCst);
    }
    fn close_window(&self) {
        self.closed.fetch_add(1, Ordering::SeqCst);
    }
    fn start_anew(&self, cases: &LockedCases, profile: Option<&Path>) -> io::Result<()> {
        self.anew.lock().unwrap().push((*cases, profile.map(Path::to_owned)));
        let is_there = self.starts.lock().unwrap().as_ref().is_some_and(|starts| starts());
        if is_there { Ok(()) } else { Err(io::ErrorKind::NotFound.into()) }
    }
    fn end_other(&self) {
        self.other_ended.fetch_add(1, Ordering::SeqCst);
    }
    fn page_patience(&self) -> Duration {
        self.page_patience.lock().unwrap().unwrap_or(PATIENCE)
    }
    fn watch_session(&self, went_away: Box<dyn Fn() + Send + Sync>) {
        *self.went_away.0.lock().unwrap() = Some(went_away);
        self.went_away.1.notify_all();
    }
    fn session_watch_delay(&self) -> Duration {
        Duration::ZERO
    }
    fn lock_time(&self, after: LockAfter) -> Option<Duration> {
        after.time().map(|time| self.lock_time.lock().unwrap().unwrap_or(time))
    }
    fn copy_text(&self, text: &str) -> io::Result<()> {
        if *self.no_clipboard.lock().unwrap() {
            return Err(io::ErrorKind::NotFound.into());
        }
        self.copied.lock().unwrap().push(text.to_owned());
        *self.clipboard.lock().unwrap() = Some(text.to_owned());
        Ok(())
    }
    fn clear_text(&self, text: &str) -> io::Result<()> {
        self.clipboard.lock().unwrap().take_if(|there| there == text);
        Ok(())
    }
    fn clipboard_time(&self) -> Duration {
        self.clipboard_time.lock().unwrap().unwrap_or(PATIENCE)
    }
    fn shape_window(&self, shape: WindowShape) {
        *self.shape.lock().unwrap() = shape;
    }
    fn newer_version(&self, _: &UpdateSource) -> Result<Option<String>, NoUpdate> {
        Err(NoUpdate)
    }
    fn install_newer(&self, _: &UpdateSource) -> Result<(), NoUpdate> {
        Err(NoUpdate)
    }
}
