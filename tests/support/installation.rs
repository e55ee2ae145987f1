//! An installation of Tilslut, and each way in which a test starts it.

use super::PATIENCE;
use super::key_store::{Question, Shared};
use super::running::Tilslut;
use app::App;
use contract::Page;
use domain::Environment;
use identity::BrokerProfile;
use shell::broker_access::BrokerAccess;
use shell::environments;
use shell::live_profile::Places;
use shell::log::FILE;
use shell::remembered;
use shell::wiring::{SystemClock, Wiring, World, WorldDeps};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use vault::testing::MemoryKeyStore;

/// One installation of Tilslut: a folder and a key store that outlive the program.
pub struct Installation {
    pub folder: PathBuf,
    pub store: Arc<MemoryKeyStore>,
    /// The key store of live.
    pub live_store: Arc<MemoryKeyStore>,
    /// Who is asked for the key of a mail's signature.
    pub name_server: Option<SocketAddr>,
    /// Whether the key stores answer, or ask the person something first.
    pub question: Arc<Question>,
    place: Option<Arc<TempDir>>,
}

impl Installation {
    /// A fresh machine.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            folder: folder.path().join("tilslut"),
            store: Arc::default(),
            live_store: Arc::default(),
            name_server: None,
            question: Arc::default(),
            place: Some(Arc::new(folder)),
        }
    }

    /// A fresh machine whose data folder is the one given.
    pub fn at(folder: PathBuf) -> Self {
        let (store, live_store, question) = Default::default();
        Self { folder, store, live_store, name_server: None, question, place: None }
    }

    /// Starts Tilslut in the practice environment and waits until the cases have been opened, or
    /// cannot be.
    pub fn start(&self) -> Tilslut {
        self.start_patient(PATIENCE)
    }

    /// As [`Self::start`], with a login that is given up after this time.
    pub fn start_patient(&self, patience: Duration) -> Tilslut {
        self.start_in(patience, |world| world)
    }

    /// As [`Self::start`], logging in at another broker than practice's own.
    pub fn start_at(&self, broker: BrokerProfile) -> Tilslut {
        self.start_in(PATIENCE, |world| {
            let broker = BrokerAccess::new(broker, world.key_store.as_ref());
            world.with_parts(|parts| parts.broker = Some(broker))
        })
    }

    /// Starts Tilslut as the program does: in this environment, else in the one that was used last;
    /// without either a person has to choose first.
    pub fn start_first(&self, environment: Option<Environment>) -> Tilslut {
        let environment = environment.or_else(|| remembered::environment(&self.folder));
        self.start_as(environment, Places::default())
    }

    /// Starts Tilslut in live, with this profile.
    pub fn start_live(&self, profile: Option<PathBuf>) -> Tilslut {
        self.start_at_places(Places { named: profile, ..Places::default() })
    }

    /// Starts Tilslut in live, with live profiles at these places.
    pub fn start_at_places(&self, places: Places) -> Tilslut {
        self.start_as(Some(Environment::Live), places)
    }

    fn start_as(&self, environment: Option<Environment>, places: Places) -> Tilslut {
        let mut tilslut = Tilslut::new(environment.map_or_else(App::first_start, App::new));
        tilslut.place = self.place.clone();
        tilslut.keep_log(&self.folder);
        let (folder, store, live) =
            (self.folder.clone(), Arc::clone(&self.store), Arc::clone(&self.live_store));
        let (question, name_server) = (Arc::clone(&self.question), self.name_server);
        let deps = move |environment| WorldDeps {
            folder: folder.clone(),
            key_store: {
                let store = match environment {
                    Environment::Practice => &store,
                    Environment::Live => &live,
                };
                Box::new(Shared(Arc::clone(store), Arc::clone(&question)))
            },
            clock: Box::new(SystemClock),
            patience: PATIENCE,
            name_server,
        };
        environments::start(&tilslut.engine, Wiring::new(places, deps), environment);
        tilslut.wait("the cases to be opened", |view| view.page != Page::Opening);
        tilslut
    }

    /// As [`Self::start`], with nowhere to send an approved case.
    pub fn start_without_receiver(&self) -> Tilslut {
        self.start_in(PATIENCE, |world| world.with_parts(|parts| parts.receiver = None))
    }

    /// As [`Self::start`], with cases that lock themselves after this time.
    pub fn start_locking_after(&self, time: Duration) -> Tilslut {
        let tilslut = Tilslut::new(App::new(Environment::Practice));
        *tilslut.desktop.lock_time.lock().unwrap() = Some(time);
        self.begin(tilslut, PATIENCE, |world| world)
    }

    fn start_in(&self, patience: Duration, change: impl FnOnce(World) -> World) -> Tilslut {
        self.begin(Tilslut::new(App::new(Environment::Practice)), patience, change)
    }

    fn begin(
        &self,
        mut tilslut: Tilslut,
        patience: Duration,
        change: impl FnOnce(World) -> World,
    ) -> Tilslut {
        tilslut.place = self.place.clone();
        tilslut.keep_log(&self.folder);
        let key_store = Box::new(Shared(Arc::clone(&self.store), Arc::clone(&self.question)));
        let deps = WorldDeps {
            folder: self.folder.clone(),
            key_store,
            clock: Box::new(SystemClock),
            patience,
            name_server: self.name_server,
        };
        let engine = &tilslut.engine;
        let world = engine.runtime().block_on(World::practice(deps, tilslut.desktop.clone()));
        environments::begin(&engine.of_this_environment(), world.map(change));
        tilslut.wait("the cases to be opened", |view| view.page != Page::Opening);
        tilslut
    }

    /// Every byte that lies in the data folder.
    pub fn bytes_on_disk(&self) -> Vec<u8> {
        self.bytes_of(|_| true)
    }

    /// Every byte that lies there but those of the log, which each start goes on with, and whose
    /// times and sizes have any digits.
    pub fn bytes_but_of_the_log(&self) -> Vec<u8> {
        self.bytes_of(|path| !path.ends_with(FILE))
    }

    fn bytes_of(&self, wanted: impl Fn(&Path) -> bool) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path)
                } else if wanted(&path) {
                    bytes.extend(std::fs::read(path).unwrap())
                }
            }
        }
        bytes
    }
}
