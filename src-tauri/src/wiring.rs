//! The only place that names concrete adapters, addresses and key stores.

use crate::broker_access::BrokerAccess;
use crate::desktop::{Desktop, UpdateSource};
use crate::engine::{Engine, State};
use crate::files::Opened;
use crate::login::PATIENCE;
use crate::options::Options;
use crate::register_access::RegisterAccess;
use delivery::Endpoint;
use domain::cvr::CvrNumber;
use domain::desk::{Access, PracticeEntry, PracticeWorld, Update};
use domain::problem::Problem;
use domain::{Environment, Language, Timestamp};
use identity::{BrokerProfile, Browser, Clock};
use register::RegisterProfile;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use url::Url;
use vault::{KeyStore, Opening, Secret, Vault};

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
    /// Held by the login that listens for its answer: a broker may send the browser back to one port only.
    pub listening: tokio::sync::Mutex<()>,
    desktop: Arc<dyn Desktop>,
    clock: Box<dyn Clock>,
    // Kept alive: dropping it stops the pretend services.
    _practice: Option<practice::Practice>,
}

/// What a world is made of beside the services: the tests bring their own.
pub struct Means {
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
pub enum Unwired {
    /// The live profile lacks something, or has something that cannot be used: the names, or where it cannot be read.
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
    pub async fn practice(means: Means, desktop: Arc<dyn Desktop>) -> Result<Self, Unwired> {
        let practice = practice::Practice::start().await.map_err(Unwired::Machine)?;
        let unusable = || Unwired::Machine(io::ErrorKind::InvalidInput.into());
        Ok(Self {
            environment: Environment::Practice,
            opened: Opened::new(means.folder.join("opened-practice")),
            folder: means.folder,
            broker: BrokerAccess::new(BrokerProfile::practice(practice.issuer()), means.key_store.as_ref()),
            key_store: means.key_store,
            register: RegisterAccess::practice(practice.register()).map_err(|_| unusable())?,
            receiver: Endpoint::new(practice.receiver()).map_err(|_| unusable())?,
            terms: practice.terms().to_owned(),
            update: None,
            patience: means.patience,
            listening: tokio::sync::Mutex::default(),
            desktop,
            clock: means.clock,
            _practice: Some(practice),
        })
    }

    /// Live: what the profile file names.
    pub fn live(profile: &Path, means: Means, desktop: Arc<dyn Desktop>) -> Result<Self, Unwired> {
        let text = std::fs::read_to_string(profile).map_err(|_| Unwired::Profile(profile.display().to_string()))?;
        let settings: toml::Table = text.parse().unwrap_or_default();
        let text_at = |table: &str, name: &str| settings.get(table)?.get(name)?.as_str().map(str::to_owned);
        let mut missing = Vec::new();
        let file = profile.display().to_string();
        let (broker, register) = (BrokerProfile::from_toml(&text), RegisterProfile::from_toml(&text));
        missing
            .extend(broker.as_ref().err().cloned().into_iter().chain(register.as_ref().err().cloned()).flat_map(|why| why.places(&file)));
        // What cannot be read at all is not read by either.
        missing.dedup();
        let receiver = text_at("delivery", "url").and_then(|url| Endpoint::new(&url).ok());
        let update = match (text_at("update", "url"), text_at("update", "key")) {
            (None, None) => None,
            (url, key) => {
                let source = url.and_then(|url| Url::parse(&url).ok()).zip(key).map(|(address, key)| UpdateSource { address, key });
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
                opened: Opened::new(means.folder.join("opened-live")),
                folder: means.folder,
                register: RegisterAccess::live(register, means.key_store.as_ref()),
                broker: BrokerAccess::new(broker, means.key_store.as_ref()),
                key_store: means.key_store,
                receiver,
                terms: domain::terms::CURRENT.address.to_owned(),
                update,
                patience: means.patience,
                listening: tokio::sync::Mutex::default(),
                desktop,
                clock: means.clock,
                _practice: None,
            }),
            _ => Err(Unwired::Profile(missing.join(", "))),
        }
    }

    /// The moment, by this world's clock.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
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
        let means = Means { folder, key_store, clock: Box::new(SystemClock), patience: PATIENCE };
        let wired = match &options.live {
            Some(profile) => World::live(profile, means, engine.desktop()),
            None => engine.runtime().block_on(World::practice(means, engine.desktop())),
        };
        begin(&engine, wired);
    });
}

/// Takes a world into use and opens the cases.
pub fn begin(engine: &Engine, wired: Result<World, Unwired>) {
    engine.happened(|state| match wired {
        Ok(world) => {
            state.desk.practice = practice_world(world.environment);
            state.desk.register = world.register.state();
            state.desk.lists_organisations = world.broker.lists_organisations();
            state.desk.broker = world.broker.state();
            state.desk.update = if world.update.is_some() { Update::NotAsked } else { Update::NotConfigured };
            state.world = Some(Arc::new(world));
            open_cases(engine, state);
        }
        Err(Unwired::Profile(detail)) => {
            state.desk.access = Access::Stopped { problem: Problem::ProfileIncomplete, detail: Some(detail) };
        }
        Err(Unwired::Machine(_)) => state.desk.access = Access::Stopped { problem: Problem::LoopbackNotOpened, detail: None },
    });
}

/// Opens the cases with the key of the key store, or says what stands in the way. Beside the window: a key store may
/// take its time, or ask the person something.
pub fn open_cases(engine: &Engine, state: &mut State) {
    let Some(world) = state.world.clone() else { return };
    state.desk.access = Access::Opening;
    state.desk.problem = None;
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let opening = Vault::open(&world.folder, world.environment, world.key_store.as_ref());
        task.happened(|state| match opening {
            Opening::Open(vault) => state.open(&task, vault),
            Opening::ChoosePassphrase => state.desk.access = Access::ChoosePassphrase,
            Opening::Closed { problem, passphrase, recovery } => state.desk.access = Access::Closed { problem, passphrase, recovery },
            Opening::Stopped(problem) => state.desk.access = Access::Stopped { problem, detail: None },
        });
    });
}

/// Protects the cases with a passphrase where no key store answers.
pub fn choose_passphrase(engine: &Engine, state: &State, passphrase: Secret) {
    unlock(engine, state, move |world| Vault::create_with_passphrase(&world.folder, world.environment, &passphrase));
}

/// Opens the cases with the person's passphrase.
pub fn unlock_with_passphrase(engine: &Engine, state: &State, passphrase: Secret) {
    unlock(engine, state, move |world| Vault::unlock_with_passphrase(&world.folder, world.environment, &passphrase));
}

/// Opens the cases with the recovery code.
pub fn unlock_with_recovery_code(engine: &Engine, state: &State, code: Secret) {
    unlock(engine, state, move |world| {
        Vault::unlock_with_recovery_code(&world.folder, world.environment, code.text().unwrap_or_default(), world.key_store.as_ref())
    });
}

/// Stretching what a person knows takes a while on purpose, so it happens beside the window.
fn unlock(engine: &Engine, state: &State, way: impl FnOnce(&World) -> Result<Vault, Problem> + Send + 'static) {
    let Some(world) = state.world.clone() else { return };
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let opened = way(&world);
        task.happened(|state| match opened {
            Ok(vault) => {
                state.desk.problem = None;
                state.open(&task, vault);
            }
            Err(problem) => state.desk.problem = Some(problem),
        });
    });
}

/// Closes the cases until the person opens them again. A login under way is given up.
///
/// What is only in memory is not thrown away: then the page says that it could not be saved.
pub fn lock(state: &mut State) {
    if !state.save_failed() {
        return;
    }
    let (passphrase, recovery) = match state.vault.as_ref() {
        Some(vault) => (vault.has_passphrase(), vault.has_recovery()),
        None => return,
    };
    state.shut(Access::Closed { problem: Problem::Locked, passphrase, recovery });
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
        organisations: practice::organisations().iter().map(|o| entry(o.name, Some(o.cvr), &o.shows)).collect(),
        persons: practice::persons().iter().map(|p| entry(p.name, None, &p.shows)).collect(),
    }
}
