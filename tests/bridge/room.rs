//! One running core behind a bridge: a fresh installation of practice with a vault of its own, and
//! the named states that can be put into it. The only file of the bridge that knows the engine.

use crate::states::{self, Fixture};
use app::model::{Common, LockedCases, Services, WindowShape};
use app::{App, Phase};
use contract::{Intent, ThemeName, View};
use domain::case::Case;
use domain::{Environment, Language, Timestamp};
use identity::Clock;
use profile::UpdateSource;
use shell::desktop::{Desktop, FileQuestion, NoUpdate};
use shell::engine::Engine;
use shell::printing::Printing;
use shell::wiring::{SystemClock, World, WorldDeps};
use shell::{documents, effects, environments};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::watch;
use vault::testing::MemoryKeyStore;
use vault::{Opening, Vault};

/// How long a login is waited for, and how long the vault may take to open.
const PATIENCE: Duration = Duration::from_secs(60);

/// A core that is running.
pub struct Room {
    engine: Engine,
    views: watch::Receiver<Option<View>>,
    /// What lies on this machine, and the folder of its vault.
    kept: Mutex<(Vec<Case>, Vec<Case>, TempDir)>,
}

/// A desktop without windows: nothing is opened, chosen or printed.
struct NoDesktop;

/// The moment of the named states.
struct Stopped;

impl Drop for Room {
    /// As the program does when it ends: SQLCipher takes itself down with the process, and what is
    /// still opening or checking the database then would read freed memory.
    fn drop(&mut self) {
        self.engine.let_go();
        // Its threads stand until the process ends, as the program's do: OpenSSL frees what it keeps
        // for a thread that ends, and once more when the process takes it down in that moment.
        std::mem::forget(self.engine.clone());
    }
}

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
        let engine = Engine::new(
            app::App::new(environment),
            "0.1.0".into(),
            desktop.clone(),
            effects::ADAPTERS,
            tell,
        )
        .expect("an engine");
        let clock: Box<dyn Clock> = if named { Box::new(Stopped) } else { Box::new(SystemClock) };
        let (path, key_store) = (folder.path().join("tilslut"), Box::new(MemoryKeyStore::new()));
        let deps =
            WorldDeps { folder: path, key_store, clock, patience: PATIENCE, name_server: None };
        environments::begin(&engine, World::practice(deps, desktop).await);
        let mut opened = views.clone();
        let open = |_: &Option<View>| engine.read(|app| !matches!(app.phase, Phase::Opening(_)));
        let waited = tokio::time::timeout(PATIENCE, opened.wait_for(open)).await;
        waited.expect("the vault opens in time").expect("the engine is there");
        Self { engine, views, kept: Mutex::new((Vec::new(), Vec::new(), folder)) }
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

    /// A picture of the case whose page is open, as a PNG.
    pub fn picture(&self, document: &str) -> Option<Vec<u8>> {
        documents::picture(&self.engine, document)
    }

    /// Puts a named state into the core, as if everything in it had happened.
    pub fn show(&self, fixture: &Fixture, language: Language, theme: ThemeName) {
        self.keep(fixture);
        let practice = self.engine.read(|app| app.common.services.practice.clone());
        let app = fixture.app();
        let services = Services { practice, ..app.common.services };
        self.engine.replace(App {
            common: Common { language, theme: theme.into(), services, ..app.common },
            ..app
        });
    }

    /// The cases of a named state lie in a vault, so that the pages can go on from there.
    fn keep(&self, fixture: &Fixture) {
        let mut kept = self.kept.lock().expect("nobody panics with it");
        if (&kept.0, &kept.1) == (&fixture.cases, &fixture.binned) {
            return;
        }
        let folder = tempfile::tempdir().expect("a folder of its own");
        let Opening::Open(mut vault) =
            Vault::open(folder.path(), Environment::Practice, &MemoryKeyStore::new())
        else {
            panic!("a new vault opens")
        };
        let links = fixture.links();
        for case in &fixture.cases {
            let saved = match links.iter().find(|link| link.case == case.id) {
                Some(link) => vault.save_with_link(case, link),
                None => vault.save(case),
            };
            saved.expect("the case can be saved");
        }
        let today = domain::day_in_denmark(states::now());
        for case in &fixture.binned {
            let binned = vault.save(case).and_then(|()| vault.bin(&case.id, today));
            binned.expect("the case can be deleted");
        }
        self.engine.set_vault(Some(vault));
        *kept = (fixture.cases.clone(), fixture.binned.clone(), folder);
    }
}

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        states::now()
    }
}

impl Desktop for NoDesktop {
    fn watch_session(&self, _: Box<dyn Fn() + Send + Sync>) {}
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
    fn notify(&self, _: &str, _: &str) -> io::Result<()> {
        Ok(())
    }
    fn come_forward(&self) {}
    fn close_window(&self) {}
    fn start_anew(&self, _: &LockedCases, _: Option<&Path>) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    fn end_other(&self) {}
    fn copy_text(&self, _: &str) -> io::Result<()> {
        Ok(())
    }
    fn clear_text(&self, _: &str) -> io::Result<()> {
        Ok(())
    }
    fn shape_window(&self, _: WindowShape) {}
    fn newer_version(&self, _: &UpdateSource) -> Result<Option<String>, NoUpdate> {
        Err(NoUpdate)
    }
    fn install_newer(&self, _: &UpdateSource) -> Result<(), NoUpdate> {
        Err(NoUpdate)
    }
}
