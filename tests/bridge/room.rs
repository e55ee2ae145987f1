//! One running core behind a bridge: a fresh installation of practice with a vault of its own, and the named states that
//! can be put into it. The only file of the bridge that knows the engine.

use crate::states::{self, Fixture};
use contract::{Intent, ThemeName, View};
use domain::desk::{Access, Desk};
use domain::{Environment, Language, Timestamp};
use identity::Clock;
use shell::desktop::{Desktop, FileQuestion, NoUpdate, UpdateSource};
use shell::engine::Engine;
use shell::printing::Printing;
use shell::wiring::{self, Means, SystemClock, World};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::watch;
use vault::testing::MemoryKeyStore;

/// How long a login is waited for, and how long the vault may take to open.
const PATIENCE: Duration = Duration::from_secs(60);

/// A core that is running.
pub struct Room {
    engine: Engine,
    views: watch::Receiver<Option<View>>,
    _folder: TempDir,
}

/// A desktop without windows: nothing is opened, chosen or printed.
struct NoDesktop;

/// The moment of the named states.
struct Stopped;

impl Room {
    /// A fresh installation; with a named state's clock when one is to be shown.
    pub async fn open(named: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder of its own");
        let (sender, views) = watch::channel(None);
        let desktop = Arc::new(NoDesktop);
        let tell = move |view| {
            sender.send_replace(Some(view));
        };
        let environment = Environment::Practice;
        let engine = Engine::new(environment, "0.1.0".into(), desktop.clone(), tell).expect("an engine");
        let clock: Box<dyn Clock> = if named { Box::new(Stopped) } else { Box::new(SystemClock) };
        let (path, key_store) = (folder.path().join("tilslut"), Box::new(MemoryKeyStore::new()));
        let means = Means { folder: path, key_store, clock, patience: PATIENCE };
        wiring::begin(&engine, World::practice(means, desktop).await);
        let mut opened = views.clone();
        let open = |_: &Option<View>| engine.look(|state| state.desk.access != Access::Opening);
        let waited = tokio::time::timeout(PATIENCE, opened.wait_for(open)).await;
        waited.expect("the vault opens in time").expect("the engine is there");
        Self { engine, views, _folder: folder }
    }

    /// What the window shows now.
    pub fn view(&self) -> View {
        self.engine.view()
    }

    /// Carries an intent out. It may block, as in the window.
    pub fn send(&self, intent: Intent) -> View {
        self.engine.send(intent)
    }

    /// Every view that no intent asked for.
    pub fn views(&self) -> watch::Receiver<Option<View>> {
        self.views.clone()
    }

    /// A picture of the case whose page is open: its media type and its bytes.
    pub fn picture(&self, document: &str) -> Option<(&'static str, Vec<u8>)> {
        self.engine.picture(document).map(|(media, bytes)| (media.name(), bytes))
    }

    /// Puts a named state into the core, as if everything in it had happened.
    pub fn show(&self, fixture: &Fixture, language: Language, theme: ThemeName) {
        self.engine.happened(|state| {
            let practice = std::mem::take(&mut state.desk.practice);
            state.desk = Desk { practice, language, ..fixture.desk() };
            state.theme = theme;
        });
    }
}

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        states::now()
    }
}

impl Desktop for NoDesktop {
    fn open_link(&self, _: &str) -> io::Result<()> {
        Ok(())
    }
    fn open_file(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
    fn choose_new_file(&self, _: FileQuestion) -> Option<PathBuf> {
        None
    }
    fn choose_file(&self, _: FileQuestion) -> Option<PathBuf> {
        None
    }
    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }
    fn print(&self, _: &Path, _: &str) -> io::Result<Printing> {
        Err(io::ErrorKind::NotFound.into())
    }
    fn come_forward(&self) {}
    fn newer_version(&self, _: &UpdateSource) -> Result<Option<String>, NoUpdate> {
        Err(NoUpdate)
    }
    fn install_newer(&self, _: &UpdateSource) -> Result<(), NoUpdate> {
        Err(NoUpdate)
    }
}
