//! Tilslut, running: what it is sent, what its window shows, and waiting for it.

use super::PATIENCE;
use super::desktop::ScriptedDesktop;
use app::App;
use contract::{Intent, View};
use shell::effects;
use shell::engine::Engine;
use shell::log::{self, Log};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Instant;
use tempfile::TempDir;

/// Tilslut, running.
pub struct Tilslut {
    pub engine: Engine,
    pub desktop: Arc<ScriptedDesktop>,
    views: Arc<Views>,
    /// The place of its data folder, which stays as long as it runs.
    pub(super) place: Option<Arc<TempDir>>,
}

impl Tilslut {
    /// Tilslut in this state, with nothing wired.
    pub(super) fn new(app: App) -> Self {
        let views = Arc::new(Views::default());
        let desktop = Arc::new(ScriptedDesktop::default());
        let tell = {
            let views = Arc::clone(&views);
            move |view: View| views.set(view)
        };
        let engine =
            Engine::new(app, "0.0.0".into(), desktop.clone(), effects::ADAPTERS, tell).unwrap();
        views.set(engine.view());
        Self { engine, desktop, views, place: None }
    }

    /// Notes what happens in this data folder, as the program does.
    pub(super) fn keep_log(&self, folder: &Path) {
        let log = Log::start(folder, |before| log::began("0.0.0", before)).unwrap();
        let environment = self.engine.read(|app| app.common.environment);
        self.engine.set_log(log, Some(environment));
    }

    /// Sends an intent, as the window does.
    pub fn send(&self, intent: Intent) -> View {
        let view = self.engine.send(intent);
        self.views.set(view.clone());
        view
    }

    /// What the window shows now.
    pub fn view(&self) -> View {
        self.views.last.lock().unwrap().clone().expect("a view has come")
    }

    /// Everything that the window was told since the start, as it was told.
    pub fn told(&self) -> String {
        serde_json::to_string(&*self.views.all.lock().unwrap()).unwrap()
    }

    /// Waits until the window shows what is wanted.
    pub fn wait(&self, what: &str, wanted: impl Fn(&View) -> bool) -> View {
        let deadline = Instant::now() + PATIENCE;
        let mut last = self.views.last.lock().unwrap();
        loop {
            if let Some(view) = last.as_ref().filter(|view| wanted(view)) {
                return view.clone();
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited in vain for {what}; the window shows {last:#?}");
            last = self.views.changed.wait_timeout(last, left).unwrap().0;
        }
    }

    /// Waits until the browser was told to open this link. Opening it is answered with a view.
    pub fn wait_for_link(&self, link: &str) {
        self.wait("the browser", |_| {
            self.desktop.links.lock().unwrap().iter().any(|it| it == link)
        });
    }

    /// Waits until the desktop was asked for something, which happens beside the window and not in
    /// a view.
    pub fn wait_for_desktop(&self, what: &str, wanted: impl Fn(&ScriptedDesktop) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !wanted(&self.desktop) {
            assert!(Instant::now() < deadline, "waited in vain for {what}");
            std::thread::yield_now();
        }
    }

    /// Waits until the window was closed.
    pub fn wait_closed(&self) {
        self.wait_for_desktop("the window to be closed", |desktop| {
            desktop.closed.load(Ordering::SeqCst) > 0
        });
    }

    /// The next dialog of the system that asks for a file or a folder is answered with this.
    pub fn will_choose(&self, path: impl Into<PathBuf>) {
        self.desktop.choices.lock().unwrap().push_back(path.into());
    }

    /// The file that is saved there when this is asked for.
    pub fn saved(&self, intent: Intent, path: &Path) -> Vec<u8> {
        self.will_choose(path);
        self.send(intent);
        let shown = path.display().to_string();
        self.wait("the file to be written", |view| view.written.as_ref() == Some(&shown));
        std::fs::read(path).unwrap()
    }

    /// Waits until another program was shown a file, and takes it.
    pub fn shown_file(&self) -> PathBuf {
        self.wait_for_desktop("a file to be shown", |desktop| {
            !desktop.opened.lock().unwrap().is_empty()
        });
        self.desktop.opened.lock().unwrap().pop().unwrap()
    }

    /// How often the window was asked to come to the front.
    pub fn came_forward(&self) -> usize {
        self.desktop.forward.load(Ordering::SeqCst)
    }

    /// The id of the case whose page is open.
    pub fn case(&self) -> String {
        self.view().case.expect("a case is open").id
    }

    /// The problem at a field.
    pub fn problem_at(&self, field: &str) -> Option<String> {
        self.view().field_problems.into_iter().find(|p| p.field == field).map(|p| p.code)
    }

    /// Closes Tilslut as a person does.
    pub fn close(self) {
        effects::end(&self.engine);
    }
}

/// A test ends its process when it is done. The database is let go before that, as the program
/// does, but nothing of a case is saved that a kill would not have saved.
impl Drop for Tilslut {
    fn drop(&mut self) {
        self.engine.let_go();
        // Its threads stand until the process ends, as the program's do: OpenSSL frees what it keeps
        // for a thread that ends, and once more when the process takes it down in that moment.
        std::mem::forget(self.engine.clone());
    }
}

#[derive(Default)]
struct Views {
    last: Mutex<Option<View>>,
    all: Mutex<Vec<View>>,
    changed: Condvar,
}

impl Views {
    fn set(&self, view: View) {
        self.all.lock().unwrap().push(view.clone());
        let mut last = self.last.lock().unwrap();
        if last.as_ref().is_none_or(|old| old.revision < view.revision) {
            *last = Some(view);
        }
        self.changed.notify_all();
    }
}
