//! The only place that names concrete adapters, addresses and key stores.

use crate::broker_access::BrokerAccess;
use crate::desktop::{Desktop, UpdateSource};
use crate::engine::Engine;
use crate::files::Opened;
use crate::login::PATIENCE;
use crate::options::Options;
use crate::register_access::RegisterAccess;
use app::Input;
use app::input::Unusable;
use app::model::{PracticeEntry, PracticeWorld, QueryId, Services, Update};
use delivery::Endpoint;
use domain::cvr::CvrNumber;
use domain::problem::Problem;
use domain::{Environment, Language, Timestamp, encoding};
use identity::{BrokerProfile, Browser, Clock, GoOn};
use register::RegisterProfile;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;
use url::Url;
use vault::KeyStore;

/// The outside world as this program reaches it.
pub struct World {
    /// Which world it is.
    pub environment: Environment,
    /// Where the cases are kept.
    pub folder: PathBuf,
    /// The operating system's key store.
    pub key_store: Box<dyn KeyStore>,
    /// Who tells who a person is.
    pub broker: BrokerAccess,
    /// Where organisations are looked up.
    pub register: RegisterAccess,
    /// Where approved cases go.
    pub receiver: Endpoint,
    /// Where the official text of the terms is; in practice, the text that is opened in its place.
    pub terms: String,
    /// Where newer versions come from; none unless a live profile names it.
    pub update: Option<UpdateSource>,
    /// Files that another program shows.
    pub opened: Opened,
    /// How long a login is waited for.
    pub patience: Duration,
    /// Held by the login that listens for its answer: a broker may send the browser back to one
    /// port only.
    pub listening: tokio::sync::Mutex<()>,
    /// The exports that were cancelled.
    pub exports: Exports,
    /// Cancels the login in progress.
    cancel: Mutex<Option<oneshot::Sender<()>>>,
    /// Goes on with it although the computer's clock is wrong.
    go_on: Mutex<Option<GoOn>>,
    desktop: Arc<dyn Desktop>,
    clock: Box<dyn Clock>,
    // Kept alive: dropping it stops the pretend services.
    _practice: Option<practice::Practice>,
}

/// What a world is made of beside the services: the tests bring their own.
pub struct WorldDeps {
    /// Where the cases are kept.
    pub folder: PathBuf,
    /// The key store.
    pub key_store: Box<dyn KeyStore>,
    /// The clock.
    pub clock: Box<dyn Clock>,
    /// How long a login is waited for.
    pub patience: Duration,
}

/// Why a world could not be wired.
#[derive(Debug, thiserror::Error)]
pub enum StartupError {
    /// The live profile lacks something, or has something that cannot be used: the names, or where
    /// it cannot be read.
    #[error("the profile is not whole: {0}")]
    Profile(String),
    /// No loopback port of this machine could be had.
    #[error("this machine refused a port")]
    Machine(#[source] io::Error),
}

/// The clock of this machine.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl World {
    /// Practice: pretend services on loopback, started here.
    pub async fn practice(
        deps: WorldDeps,
        desktop: Arc<dyn Desktop>,
    ) -> Result<Self, StartupError> {
        let practice = practice::Practice::start().await.map_err(StartupError::Machine)?;
        let unusable = || StartupError::Machine(io::ErrorKind::InvalidInput.into());
        Ok(Self {
            environment: Environment::Practice,
            opened: Opened::new(deps.folder.join("opened-practice")),
            folder: deps.folder,
            broker: BrokerAccess::new(
                BrokerProfile::practice(practice.issuer()),
                deps.key_store.as_ref(),
            ),
            key_store: deps.key_store,
            register: RegisterAccess::practice(practice.register()).map_err(|_| unusable())?,
            receiver: Endpoint::new(practice.receiver()).map_err(|_| unusable())?,
            terms: practice.terms().to_owned(),
            update: None,
            patience: deps.patience,
            listening: tokio::sync::Mutex::default(),
            exports: Exports::default(),
            cancel: Mutex::default(),
            go_on: Mutex::default(),
            desktop,
            clock: deps.clock,
            _practice: Some(practice),
        })
    }

    /// Live: what the profile file names.
    pub fn live(
        profile: &Path,
        deps: WorldDeps,
        desktop: Arc<dyn Desktop>,
    ) -> Result<Self, StartupError> {
        let bytes = std::fs::read(profile)
            .map_err(|_| StartupError::Profile(profile.display().to_string()))?;
        let text = encoding::text(&bytes)
            .map_err(|why| StartupError::Profile(format!("{}: {why}", profile.display())))?;
        let settings: toml::Table = text.parse().unwrap_or_default();
        let text_at =
            |table: &str, name: &str| settings.get(table)?.get(name)?.as_str().map(str::to_owned);
        let mut missing = Vec::new();
        let file = profile.display().to_string();
        let (broker, register) =
            (BrokerProfile::from_toml(&text), RegisterProfile::from_toml(&text));
        missing.extend(
            broker
                .as_ref()
                .err()
                .cloned()
                .into_iter()
                .chain(register.as_ref().err().cloned())
                .flat_map(|why| why.places(&file)),
        );
        // What cannot be read at all is not read by either.
        missing.dedup();
        let receiver = text_at("delivery", "url").and_then(|url| Endpoint::new(&url).ok());
        let update = match (text_at("update", "url"), text_at("update", "key")) {
            (None, None) => None,
            (url, key) => {
                let source = url
                    .and_then(|url| Url::parse(&url).ok())
                    .zip(key)
                    .map(|(address, key)| UpdateSource { address, key });
                if source.is_none() {
                    missing.extend(["update.url".to_owned(), "update.key".to_owned()]);
                }
                source
            }
        };
        if receiver.is_none() {
            missing.push("delivery.url".to_owned());
        }
        match (broker, register, receiver) {
            (Ok(broker), Ok(register), Some(receiver)) if missing.is_empty() => Ok(Self {
                environment: Environment::Live,
                opened: Opened::new(deps.folder.join("opened-live")),
                folder: deps.folder,
                register: RegisterAccess::live(register, deps.key_store.as_ref()),
                broker: BrokerAccess::new(broker, deps.key_store.as_ref()),
                key_store: deps.key_store,
                receiver,
                terms: domain::terms::CURRENT.address.to_owned(),
                update,
                patience: deps.patience,
                listening: tokio::sync::Mutex::default(),
                exports: Exports::default(),
                cancel: Mutex::default(),
                go_on: Mutex::default(),
                desktop,
                clock: deps.clock,
                _practice: None,
            }),
            _ => Err(StartupError::Profile(missing.join(", "))),
        }
    }

    /// The moment, by this world's clock.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A login begins: what it hears when it is cancelled. The one before is cancelled by this.
    pub fn begin_login(&self) -> oneshot::Receiver<()> {
        let (cancel, cancelled) = oneshot::channel();
        *lock(&self.cancel) = Some(cancel);
        cancelled
    }

    /// Cancels the login in progress. It may have ended in this very moment; then there is nothing
    /// left to cancel.
    pub fn cancel_login(&self) {
        drop(lock(&self.cancel).take());
    }

    /// The login in progress waits for a word about the clock.
    pub fn ask_about_clock(&self, go_on: GoOn) {
        *lock(&self.go_on) = Some(go_on);
    }

    /// That word: it goes on.
    pub fn go_on_despite_clock(&self) {
        if let Some(go_on) = lock(&self.go_on).take() {
            go_on.anyway();
        }
    }

    /// What the window may know of the services.
    pub fn services(&self) -> Services {
        Services {
            register: self.register.state(),
            broker: self.broker.state(),
            update: if self.update.is_some() { Update::NotAsked } else { Update::NotConfigured },
            practice: practice_world(self.environment),
        }
    }
}

/// The exports that were cancelled. There is one at a time, so the newest is enough.
#[derive(Default)]
pub struct Exports {
    cancelled: Mutex<Option<QueryId>>,
}

impl Exports {
    /// Stops an export before its next receipt.
    pub fn cancel(&self, query: QueryId) {
        *lock(&self.cancelled) = Some(query);
    }

    /// It was stopped.
    pub fn is_cancelled(&self, query: QueryId) -> bool {
        *lock(&self.cancelled) == Some(query)
    }
}

/// Each lock holds one value that is replaced whole, so a panic elsewhere leaves it usable.
fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Clock for World {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

impl Browser for World {
    fn open(&self, link: &str) -> io::Result<()> {
        self.desktop.open_link(link)
    }
}

/// Wires the world beside the window, so that the window is there at once, and opens the cases.
pub fn start(engine: Engine, folder: PathBuf, options: Options) {
    std::thread::spawn(move || {
        let key_store = vault::system_key_store(options.environment());
        let deps =
            WorldDeps { folder, key_store, clock: Box::new(SystemClock), patience: PATIENCE };
        let wired = match &options.live {
            Some(profile) => World::live(profile, deps, engine.desktop()),
            None => engine.runtime().block_on(World::practice(deps, engine.desktop())),
        };
        begin(&engine, wired);
    });
}

/// Takes a world into use and opens the cases.
pub fn begin(engine: &Engine, wired: Result<World, StartupError>) {
    let services = match wired {
        Ok(world) => {
            let services = world.services();
            engine.set_world(world);
            Ok(Box::new(services))
        }
        Err(StartupError::Profile(detail)) => {
            Err(Unusable { problem: Problem::ProfileIncomplete, detail: Some(detail) })
        }
        Err(StartupError::Machine(_)) => {
            Err(Unusable { problem: Problem::LoopbackNotOpened, detail: None })
        }
    };
    engine.notify(Input::Wired(services));
}

fn practice_world(environment: Environment) -> PracticeWorld {
    if environment == Environment::Live {
        return PracticeWorld::default();
    }
    let entry = |name: &str, cvr: Option<&str>, shows: &practice::Words| PracticeEntry {
        name: name.to_owned(),
        cvr: cvr.and_then(|cvr| CvrNumber::parse(cvr).ok()),
        danish: shows.in_language(Language::Danish).to_owned(),
        english: shows.in_language(Language::English).to_owned(),
    };
    PracticeWorld {
        organisations: practice::organisations()
            .iter()
            .map(|o| entry(o.name, Some(o.cvr), &o.shows))
            .collect(),
        persons: practice::persons().iter().map(|p| entry(p.name, None, &p.shows)).collect(),
    }
}
