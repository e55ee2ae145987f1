//! The only place that names concrete adapters, addresses and key stores.

use crate::backup_state::AtWork;
use crate::broker_access::BrokerAccess;
use crate::desktop::Desktop;
use crate::files::Opened;
use crate::kept_profile::Kept;
use crate::live_profile::{Parts, Places};
use crate::mutex::lock;
use crate::register_access::RegisterAccess;
use crate::salvaging::HeldDamaged;
use app::model::{PracticeEntry, PracticeWorld, QueryId, Services, Update};
use delivery::Endpoint;
use domain::cvr::CvrNumber;
use domain::{Environment, Language, Timestamp};
use evidence::TrustAnchors;
use identity::{BrokerProfile, Browser, Clock, GoOn};
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use vault::{KeyStore, OlderVault};

/// How long the program waits for a login: longer than the five minutes that MitID gives (`oidc.md`
/// §6.2).
pub const PATIENCE: Duration = Duration::from_secs(600);

/// The outside world as this program reaches it.
pub struct World {
    /// Which world it is.
    pub environment: Environment,
    /// Where the cases are kept.
    pub folder: PathBuf,
    /// The operating system's key store.
    pub key_store: Box<dyn KeyStore>,
    /// The pages of MitID Erhverv that are opened in the browser.
    pub official: OfficialPages,
    /// Files that another program shows.
    pub opened: Opened,
    /// How long a login is waited for.
    pub patience: Duration,
    /// Who is asked for the key of a mail's signature in the place of the system's name servers.
    pub name_server: Option<SocketAddr>,
    /// Held by the login that listens for its answer: a broker may send the browser back to one
    /// port only.
    pub listening: tokio::sync::Mutex<()>,
    /// The exports that were cancelled.
    pub exports: Exports,
    /// What is being done about backups.
    pub backups: AtWork,
    /// Cases that are not what was here last, until the person has said what is to become of them.
    pub older: Mutex<Option<OlderVault>>,
    /// Cases that are damaged, until then.
    pub damaged: Mutex<Option<HeldDamaged>>,
    /// The newest number of a receipt that the key store remembers, since the program began.
    pub remembered: AtomicU64,
    /// The services. They change while the world stands, so whoever asks one holds its own.
    parts: Mutex<Arc<Parts>>,
    /// Where the live profiles lie.
    places: Places,
    /// Cancels the login in progress.
    cancel: Mutex<Option<oneshot::Sender<()>>>,
    /// Goes on with it although the computer's clock is wrong.
    go_on: Mutex<Option<GoOn>>,
    desktop: Arc<dyn Desktop>,
    clock: Box<dyn Clock>,
    // Kept alive: dropping it stops the pretend services.
    _practice: Option<practice::Practice>,
}

/// The pages of MitID Erhverv that are opened in the browser; in practice, those that stand in for
/// them.
pub struct OfficialPages {
    /// The official text of the terms.
    pub terms: String,
    /// Where an agreement is concluded.
    pub connection: String,
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
    /// Who is asked for the key of a mail's signature in the place of the system's name servers.
    pub name_server: Option<SocketAddr>,
}

impl WorldDeps {
    /// What this machine has.
    pub fn of_this_machine(folder: &Path, environment: Environment) -> Self {
        Self {
            folder: folder.to_owned(),
            key_store: vault::system_key_store(environment),
            clock: Box::new(SystemClock),
            patience: PATIENCE,
            name_server: None,
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
    /// Lets cases go that are not what was here last, or that are damaged: everything lies as it was found.
    pub fn let_closed_go(&self) {
        drop(lock(&self.older).take());
        drop(lock(&self.damaged).take());
    }

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
        let official = OfficialPages {
            terms: practice.terms().to_owned(),
            connection: practice.site().to_owned(),
        };
        let environment = Environment::Practice;
        let world = Self::of(environment, parts, Places::default(), official, deps, desktop);
        Ok(Self { _practice: Some(practice), ..world })
    }

    /// Live: what the profiles name, and beside it what needs no setup. A part that is not whole is
    /// left out and named, and the others are used. What lies in the vault is not known before that
    /// is open: [`World::use_kept`].
    pub fn live(places: Places, deps: WorldDeps, desktop: Arc<dyn Desktop>) -> Self {
        let parts = Parts::live(&places, &Kept::default(), deps.key_store.as_ref());
        let official = OfficialPages {
            terms: domain::terms::CURRENT.address.to_owned(),
            connection: "https://mitid-erhverv.dk/tilslutning".to_owned(),
        };
        Self::of(Environment::Live, parts, places, official, deps, desktop)
    }

    fn of(
        environment: Environment,
        parts: Parts,
        places: Places,
        official: OfficialPages,
        deps: WorldDeps,
        desktop: Arc<dyn Desktop>,
    ) -> Self {
        let WorldDeps { folder, key_store, clock, patience, name_server } = deps;
        Self {
            environment,
            opened: Opened::new(folder.join(format!("opened-{}", environment.word()))),
            folder,
            key_store,
            official,
            patience,
            name_server,
            listening: tokio::sync::Mutex::default(),
            exports: Exports::default(),
            backups: AtWork::default(),
            older: Mutex::default(),
            damaged: Mutex::default(),
            remembered: AtomicU64::default(),
            parts: Mutex::new(Arc::new(parts)),
            places,
            cancel: Mutex::default(),
            go_on: Mutex::default(),
            desktop,
            clock,
            _practice: None,
        }
    }

    /// The services, as they are now. Who asks one of them asks that one to the end.
    pub fn parts(&self) -> Arc<Parts> {
        Arc::clone(&lock(&self.parts))
    }

    /// The same world with other services.
    #[must_use]
    pub fn with_parts(self, change: impl FnOnce(&mut Parts)) -> Self {
        let mut parts = std::mem::take(&mut *lock(&self.parts));
        if let Some(parts) = Arc::get_mut(&mut parts) {
            change(parts);
        }
        *lock(&self.parts) = parts;
        self
    }

    /// Forgets what the vault kept, and what opens the services: the vault is locked. What is on
    /// its way holds its own service.
    pub fn lock(&self) {
        if self.environment == Environment::Live {
            *lock(&self.parts) = Arc::new(Parts { is_locked: true, ..Parts::default() });
        }
    }

    /// Uses what is kept in the vault too, from now on; only live has such. It asks the key store,
    /// so never while the state is held.
    pub fn use_kept(&self, kept: &Kept) {
        if self.environment == Environment::Live {
            let parts = Parts::live(&self.places, kept, self.key_store.as_ref());
            *lock(&self.parts) = Arc::new(parts);
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

    /// What evidence is verified against; of live evidence nothing where there never was a broker.
    pub fn anchors(&self) -> TrustAnchors {
        let parts = self.parts();
        let used = parts.broker.as_ref().map(BrokerAccess::anchors);
        let former = parts.former.iter().map(BrokerProfile::anchors);
        let none = TrustAnchors {
            environment: self.environment,
            anchors: Vec::new(),
            time_stamps: Vec::new(),
        };
        used.into_iter().chain(former).fold(none, |mut all, more| {
            all.anchors.extend(more.anchors);
            all.time_stamps.extend(more.time_stamps);
            all
        })
    }

    /// What the window may know of the services.
    pub fn services(&self) -> Services {
        let parts = self.parts();
        let Parts { register, broker, receiver, update, profiles, contact, .. } = &*parts;
        Services {
            register: register.state(),
            broker: broker.as_ref().map(BrokerAccess::state).unwrap_or_default(),
            approves: broker.is_some(),
            delivers: receiver.is_some(),
            profiles: profiles.clone(),
            contact: contact.clone(),
            update: if update.is_some() { Update::NotAsked } else { Update::NotConfigured },
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
    /// Where the live profiles lie.
    places: Mutex<Places>,
    /// What a world is made of beside the services.
    deps: Box<dyn Fn(Environment) -> WorldDeps + Send + Sync>,
}

impl Wiring {
    /// With live profiles at these places.
    pub fn new(
        places: Places,
        deps: impl Fn(Environment) -> WorldDeps + Send + Sync + 'static,
    ) -> Self {
        Self { places: Mutex::new(places), deps: Box::new(deps) }
    }

    /// Takes this live profile in the place of the one that was named at the start.
    pub fn name_profile(&self, file: PathBuf) {
        lock(&self.places).named = Some(file);
    }

    /// The live profile that was named at the start, or chosen in its place.
    pub fn named(&self) -> Option<PathBuf> {
        lock(&self.places).named.clone()
    }

    /// The world of an environment. It waits until the pretend services of practice listen.
    pub fn world(
        &self,
        environment: Environment,
        desktop: Arc<dyn Desktop>,
        runtime: &Runtime,
    ) -> Result<World, StartupError> {
        let deps = (self.deps)(environment);
        match environment {
            Environment::Live => {
                let places = lock(&self.places).clone();
                Ok(World::live(places, deps, desktop))
            }
            Environment::Practice => runtime.block_on(World::practice(deps, desktop)),
        }
    }
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
