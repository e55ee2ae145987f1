//! The only place that names concrete adapters, addresses and key stores.

use crate::broker_access::BrokerAccess;
use crate::desktop::{Desktop, UpdateSource};
use crate::engine::Engine;
use crate::files::Opened;
use crate::live_profile::Parts;
use crate::login::PATIENCE;
use crate::register_access::RegisterAccess;
use crate::remembered;
use app::Input;
use app::model::{PracticeEntry, PracticeWorld, QueryId, Services, Update};
use delivery::Endpoint;
use domain::cvr::CvrNumber;
use domain::problem::Problem;
use domain::{Environment, Language, Timestamp};
use evidence::TrustAnchors;
use identity::{BrokerProfile, Browser, Clock, GoOn};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;
use vault::KeyStore;

/// The outside world as this program reaches it.
pub struct World {
    /// Which world it is.
    pub environment: Environment,
    /// Where the cases are kept.
    pub folder: PathBuf,
    /// The operating system's key store.
    pub key_store: Box<dyn KeyStore>,
    /// Who tells who a person is, where there is one.
    pub broker: Option<BrokerAccess>,
    /// Where organisations are looked up.
    pub register: RegisterAccess,
    /// Where approved cases go, where there is such a place.
    pub receiver: Option<Endpoint>,
    /// Where the official text of the terms is; in practice, the text that is opened in its place.
    pub terms: String,
    /// Where newer versions come from; none unless a live profile names it.
    pub update: Option<UpdateSource>,
    /// The members of the profile that are missing or cannot be used; the profile where it cannot
    /// be read.
    pub unusable: Vec<String>,
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

impl WorldDeps {
    /// What this machine has.
    pub fn of_this_machine(folder: &Path, environment: Environment) -> Self {
        Self {
            folder: folder.to_owned(),
            key_store: vault::system_key_store(environment),
            clock: Box::new(SystemClock),
            patience: PATIENCE,
        }
    }
}

/// Why a world could not be wired.
#[derive(Debug, thiserror::Error)]
pub enum StartupError {
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
        let profile = BrokerProfile::practice(practice.issuer());
        let parts = Parts {
            register: RegisterAccess::practice(practice.register()).map_err(|_| unusable())?,
            broker: Some(BrokerAccess::new(profile, deps.key_store.as_ref())),
            receiver: Some(Endpoint::new(practice.receiver()).map_err(|_| unusable())?),
            ..Parts::default()
        };
        let (environment, terms) = (Environment::Practice, practice.terms().to_owned());
        Ok(Self { _practice: Some(practice), ..Self::of(environment, parts, terms, deps, desktop) })
    }

    /// Live: what a profile names, and beside it what needs no setup. A part that is not whole is
    /// left out and named, and the others are used.
    pub fn live(profile: Option<&Path>, deps: WorldDeps, desktop: Arc<dyn Desktop>) -> Self {
        let parts = profile.map(|file| Parts::read(file, deps.key_store.as_ref()));
        let terms = domain::terms::CURRENT.address.to_owned();
        Self::of(Environment::Live, parts.unwrap_or_default(), terms, deps, desktop)
    }

    fn of(
        environment: Environment,
        parts: Parts,
        terms: String,
        deps: WorldDeps,
        desktop: Arc<dyn Desktop>,
    ) -> Self {
        let Parts { register, broker, receiver, update, unusable } = parts;
        let WorldDeps { folder, key_store, clock, patience } = deps;
        Self {
            environment,
            opened: Opened::new(folder.join(format!("opened-{}", environment.word()))),
            folder,
            key_store,
            broker,
            register,
            receiver,
            terms,
            update,
            unusable,
            patience,
            listening: tokio::sync::Mutex::default(),
            exports: Exports::default(),
            cancel: Mutex::default(),
            go_on: Mutex::default(),
            desktop,
            clock,
            _practice: None,
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

    /// What evidence is verified against; of live evidence nothing where there is no broker.
    pub fn anchors(&self) -> TrustAnchors {
        match &self.broker {
            Some(broker) => broker.anchors(),
            None => TrustAnchors {
                environment: self.environment,
                anchors: Vec::new(),
                time_stamps: Vec::new(),
            },
        }
    }

    /// What the window may know of the services.
    pub fn services(&self) -> Services {
        Services {
            register: self.register.state(),
            broker: self.broker.as_ref().map(BrokerAccess::state).unwrap_or_default(),
            approves: self.broker.is_some() && self.receiver.is_some(),
            unusable: self.unusable.clone(),
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

/// How the outside world of each environment is wired.
pub struct Wiring {
    /// The profile file that was named at the start, for live.
    pub profile: Option<PathBuf>,
    /// What a world is made of beside the services.
    pub deps: Box<dyn Fn(Environment) -> WorldDeps + Send + Sync>,
}

impl Wiring {
    fn world(&self, engine: &Engine, environment: Environment) -> Result<World, StartupError> {
        let (deps, desktop) = ((self.deps)(environment), engine.desktop());
        match environment {
            Environment::Live => Ok(World::live(self.profile.as_deref(), deps, desktop)),
            Environment::Practice => engine.runtime().block_on(World::practice(deps, desktop)),
        }
    }
}

/// Wires the world beside the window, so that the window is there at once, and opens the cases. At
/// the very first start nothing is wired: the person chooses an environment first.
pub fn start(engine: &Engine, wiring: Wiring, environment: Option<Environment>) {
    engine.set_wiring(wiring);
    if let Some(environment) = environment {
        wire(engine.of_this_environment(), environment);
    }
}

/// Wires the world of the other environment in the place of this one, and remembers it.
pub fn use_environment(engine: &Engine, environment: Environment) {
    wire(engine.of_next_environment(), environment);
}

fn wire(engine: Engine, environment: Environment) {
    let Some(wiring) = engine.wiring() else { return };
    std::thread::spawn(move || {
        let wired = wiring.world(&engine, environment);
        if let Ok(world) = &wired {
            // What is not remembered is asked for again at the next start.
            remembered::remember(&world.folder, environment).ok();
        }
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
        Err(StartupError::Machine(_)) => Err(Problem::LoopbackNotOpened),
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
