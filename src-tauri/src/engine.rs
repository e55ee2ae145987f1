//! Holds the state and the vault: lets the core decide, saves, and only then lets the shell act.
//!
//! A crash between saving and acting loses nothing: at the next start every case that has something
//! to take up again is told [`domain::case::Event::Restored`]. Every outgoing act carries an id
//! made once, so a repeat is harmless.
//!
//! Two locks: one for the state, held for as long as it takes to decide; one for the vault, held
//! for one word to the database. What takes time runs beside the window and holds neither while it
//! works. Who holds the vault never asks for the state.

use crate::desktop::Desktop;
use crate::holds::{Hold, Holds};
use crate::in_order::InOrder;
use crate::log::{Log, Noted};
use crate::mutex::lock;
use crate::presence::Presence;
use crate::wiring::{Wiring, World};
use app::effect::Store;
use app::input::{CaseInput, CloseInput, Stored, VerificationInput};
use app::{App, Effect, Input, update};
use contract::view::{Shown, ToSign};
use contract::{Intent, View};
use diagnostics::Event as LogEvent;
use domain::case::{CaseId, Event, Now, Purpose, Stage, Token};
use domain::draft::Role;
use domain::problem::Problem;
use domain::{Environment, Language, Secret, Timestamp, day_in_denmark};
use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::time::Duration;
use tokio::runtime::Runtime;
use vault::Vault;

/// How long the end of the program waits for whoever holds the database's file: reading every page
/// of a gigabyte takes about as long. A key store that asks the person something has no connection
/// yet, and is not waited for longer.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long a thread that has nothing to do is kept: longer than a person works. OpenSSL frees what it
/// keeps for a thread that ends, and once more when the process ends in that very moment.
const THREADS_KEPT: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What carries out the core's words. The engine decides when and knows none of the adapters, since
/// each of them knows the engine.
#[derive(Clone, Copy)]
pub struct Adapters {
    /// Says a word to the database, at once, and hears the answer.
    pub store: fn(&Engine, &App, Store) -> Stored,
    /// Carries out any other effect, beside the window.
    pub effect: fn(&Engine, Language, Effect),
}

/// The program without its window. Cheap to clone; every clone is the same engine.
///
/// One that was made for an environment ([`Engine::of_this_environment`]) is of no use any more
/// once the person has gone over to the other: what came of an effect there is not told here, and
/// the vault that it asks is closed.
#[derive(Clone)]
pub struct Engine {
    inner: Arc<Inner>,
    /// The change of environment that it was made after; none is of every one.
    epoch: Option<u64>,
}

/// An engine that its holder does not keep alive: for what runs now and then, as long as the
/// program does.
pub struct WeakEngine {
    inner: Weak<Inner>,
    epoch: Option<u64>,
}

impl WeakEngine {
    /// The engine, while somebody keeps it.
    pub fn upgrade(&self) -> Option<Engine> {
        self.inner.upgrade().map(|inner| Engine { inner, epoch: self.epoch })
    }
}

struct Inner {
    state: Mutex<State>,
    /// The encrypted cases, while they are open.
    vault: Mutex<Option<Vault>>,
    /// Who uses the database's file beside that lock.
    holds: Holds,
    /// What is kept and forgotten in the key store.
    in_order: InOrder,
    /// The value that was copied last and may lie in the clipboard.
    copied: Mutex<Option<Secret>>,
    /// Held by whoever does something to the desktop of which only the last counts.
    turn: Mutex<()>,
    /// The outside world, once it is wired.
    world: Mutex<Option<Arc<World>>>,
    /// How that of an environment is wired.
    wiring: Mutex<Option<Arc<Wiring>>>,
    /// Whether somebody is at the window.
    presence: Arc<Presence>,
    /// Counts the changes of environment.
    epoch: AtomicU64,
    runtime: Option<Runtime>,
    desktop: Arc<dyn Desktop>,
    adapters: Adapters,
    tell: Box<dyn Fn(View) + Send + Sync>,
    version: String,
    log: OnceLock<Log>,
}

struct State {
    app: App,
    revision: u32,
    noted: Noted,
}

impl Engine {
    /// An engine with nothing open yet. `tell` gets every view that comes from something else than
    /// an intent.
    pub fn new(
        app: App,
        version: String,
        desktop: Arc<dyn Desktop>,
        adapters: Adapters,
        tell: impl Fn(View) + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .thread_keep_alive(THREADS_KEPT)
            .enable_all()
            .build()?;
        let inner = Inner {
            state: Mutex::new(State { app, revision: 0, noted: Noted::default() }),
            vault: Mutex::new(None),
            holds: Holds::default(),
            in_order: InOrder::default(),
            copied: Mutex::new(None),
            turn: Mutex::new(()),
            world: Mutex::new(None),
            wiring: Mutex::new(None),
            presence: Arc::default(),
            epoch: AtomicU64::new(0),
            runtime: Some(runtime),
            desktop,
            adapters,
            tell: Box::new(tell),
            version,
            log: OnceLock::new(),
        };
        Ok(Self { inner: Arc::new(inner), epoch: None })
    }

    /// What the window shows now.
    pub fn view(&self) -> View {
        self.make_view(&mut lock(&self.inner.state))
    }

    /// Does what the person wants, as far as it goes at once; what the window shows then.
    pub fn send(&self, intent: Intent) -> View {
        self.inner.presence.note();
        let mut state = lock(&self.inner.state);
        let input = match fresh_token() {
            Ok(fresh) => Input::Intent { intent: intent.into(), fresh },
            Err(problem) => Input::Shown(Err(problem)),
        };
        self.advance(&mut state, input);
        self.make_view(&mut state)
    }

    /// Something came from outside: takes it in and notifies the window.
    pub fn notify(&self, input: Input) {
        let view = {
            let mut state = lock(&self.inner.state);
            if !self.is_current() {
                return;
            }
            self.advance(&mut state, input);
            self.make_view(&mut state)
        };
        (self.inner.tell)(view);
    }

    /// What came of an effect of a case: as [`Engine::notify`].
    pub fn notify_case(&self, case: CaseId, event: Event) {
        self.notify(Input::Case(case, CaseInput::Event(Box::new(event))));
    }

    /// This engine for what is done in the environment that is used now.
    pub fn of_this_environment(&self) -> Self {
        let now = self.inner.epoch.load(Ordering::Acquire);
        Self { inner: Arc::clone(&self.inner), epoch: Some(self.epoch.unwrap_or(now)) }
    }

    /// This engine for what is done in whichever environment is used.
    pub fn of_every_environment(&self) -> Self {
        Self { inner: Arc::clone(&self.inner), epoch: None }
    }

    /// This engine for the other environment: what is still done in this one is not heard any more.
    pub fn of_next_environment(&self) -> Self {
        let next = self.inner.epoch.fetch_add(1, Ordering::AcqRel) + 1;
        if let Some(world) = lock(&self.inner.world).take() {
            world.let_closed_go();
        }
        Self { inner: Arc::clone(&self.inner), epoch: Some(next) }
    }

    /// True while the environment that it was made for is used.
    fn is_current(&self) -> bool {
        self.epoch.is_none_or(|epoch| epoch == self.inner.epoch.load(Ordering::Acquire))
    }

    /// Puts another state in the place of this one, as if everything in it had happened, and
    /// notifies the window: a page can be looked at in a state that takes a person long to reach.
    pub fn replace(&self, app: App) {
        let view = {
            let mut state = lock(&self.inner.state);
            state.app = app;
            self.make_view(&mut state)
        };
        (self.inner.tell)(view);
    }

    /// What the state says, to somebody beside the window who changes nothing.
    pub fn read<T>(&self, read: impl FnOnce(&App) -> T) -> T {
        read(&lock(&self.inner.state).app)
    }

    /// Says a word to the vault; none while the cases are closed.
    pub fn with_vault<T>(&self, word: impl FnOnce(&mut Vault) -> T) -> Option<T> {
        let mut vault = lock(&self.inner.vault);
        vault.as_mut().filter(|_| self.is_current()).map(word)
    }

    /// [`Engine::with_vault`] for a word that may fail: [`Problem::NotAllowedHere`] while the cases
    /// are closed.
    pub fn ask_vault<T>(
        &self,
        word: impl FnOnce(&mut Vault) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.with_vault(word).unwrap_or(Err(Problem::NotAllowedHere))
    }

    /// Takes the open cases into keeping, or wipes their key and lets the file go.
    pub fn set_vault(&self, vault: Option<Vault>) {
        drop(self.replace_vault(vault));
    }

    /// Takes the open cases out of the engine: nobody uses them any more when this returns.
    pub fn take_vault(&self) -> Option<Vault> {
        self.replace_vault(None)
    }

    fn replace_vault(&self, vault: Option<Vault>) -> Option<Vault> {
        let mut held = lock(&self.inner.vault);
        if !self.is_current() {
            return None;
        }
        let before = std::mem::replace(&mut *held, vault);
        drop(held);
        if let Some(world) = self.world() {
            world.opened.clear();
        }
        before
    }

    /// The outside world, once it is wired.
    pub fn world(&self) -> Option<Arc<World>> {
        lock(&self.inner.world).clone()
    }

    /// Takes an outside world into use.
    pub fn set_world(&self, world: World) {
        let mut held = lock(&self.inner.world);
        if self.is_current() {
            *held = Some(Arc::new(world));
        }
    }

    /// How the outside world of an environment is wired.
    pub fn wiring(&self) -> Option<Arc<Wiring>> {
        lock(&self.inner.wiring).clone()
    }

    /// Sets how it is wired.
    pub fn set_wiring(&self, wiring: Wiring) {
        *lock(&self.inner.wiring) = Some(Arc::new(wiring));
    }

    /// Takes the database's file into use beside the vault's lock; none when the program is ending.
    pub fn hold_file(&self) -> Option<Hold<'_>> {
        self.inner.holds.hold()
    }

    /// The program ends: what could not be saved is tried once more.
    pub fn end(&self) {
        self.advance(&mut lock(&self.inner.state), Input::Ending);
    }

    /// Notes what may lie in the clipboard; what was noted before.
    pub fn set_copied(&self, text: Option<Secret>) -> Option<Secret> {
        std::mem::replace(&mut *lock(&self.inner.copied), text)
    }

    /// Does something to the desktop of which only the last counts, while nobody else does. What is
    /// done has to look by itself whether it is still wanted.
    pub fn in_turn(&self, act: impl FnOnce()) {
        let _turn = lock(&self.inner.turn);
        act();
    }

    /// Lets the database's file go, for good: nobody uses it any more when this returns.
    pub fn let_go(&self) {
        self.inner.holds.end();
        self.set_vault(None);
        self.inner.holds.wait(PATIENCE);
        // Who was opening the cases may have brought them in the meantime.
        self.set_vault(None);
        if let Some(world) = self.world() {
            world.let_closed_go();
        }
    }

    /// The person wants to close the window. It is closed once the page has sent what was typed, or
    /// has had its time.
    pub fn close_requested(&self) {
        self.notify(Input::Close(CloseInput::Requested));
    }

    /// A file is being dragged over the window, or not any more.
    pub fn dragged(&self, over: bool) {
        self.notify(Input::Verification(VerificationInput::Dragged(over)));
    }

    /// A file was dropped on the window.
    pub fn dropped(&self, file: PathBuf) {
        self.notify(Input::Verification(VerificationInput::File(file)));
    }

    /// Runs something beside the window.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.runtime().spawn(task);
    }

    /// Runs something that blocks beside the window.
    pub fn spawn_blocking(&self, task: impl FnOnce() + Send + 'static) {
        self.runtime().spawn_blocking(task);
    }

    /// Runs something that blocks beside the window, after what was asked for in this way before.
    pub fn in_order(&self, task: impl FnOnce(&Self) + Send + 'static) {
        let worker = self.clone();
        if self.inner.in_order.push(move || task(&worker)) {
            let worker = self.clone();
            self.spawn_blocking(move || worker.inner.in_order.run());
        }
    }

    /// The runtime of the outside world.
    #[expect(clippy::expect_used, reason = "it is taken only when the last engine is dropped")]
    pub fn runtime(&self) -> &Runtime {
        self.inner.runtime.as_ref().expect("the engine is there")
    }

    /// This engine, without keeping it alive.
    pub fn downgrade(&self) -> WeakEngine {
        WeakEngine { inner: Arc::downgrade(&self.inner), epoch: self.epoch }
    }

    /// Whether somebody is at the window.
    pub fn presence(&self) -> Arc<Presence> {
        Arc::clone(&self.inner.presence)
    }

    /// Notes from now on what happens; in which environment, once one was chosen.
    pub fn set_log(&self, log: Log, environment: Option<Environment>) {
        if self.inner.log.set(log).is_ok()
            && let Some(environment) = environment
        {
            self.note(LogEvent::EnvironmentUsed { environment });
        }
    }

    /// The log, where there is one.
    pub fn log(&self) -> Option<Log> {
        self.inner.log.get().cloned()
    }

    /// Notes something, without waiting.
    pub fn note(&self, event: LogEvent) {
        if let Some(log) = self.inner.log.get() {
            log.note(event);
        }
    }

    /// The version of the program.
    pub fn version(&self) -> &str {
        &self.inner.version
    }

    /// What the desktop does for us.
    pub fn desktop(&self) -> Arc<dyn Desktop> {
        Arc::clone(&self.inner.desktop)
    }

    /// The moment, by this world's clock, and the day in Denmark.
    pub fn now(&self) -> Now {
        let at = self.world().map_or_else(Timestamp::now, |world| world.now());
        Now { at, today: day_in_denmark(at) }
    }

    /// Decides, saves, acts: a word to the database is carried out at once, and its answer taken in
    /// before anything else; every other effect runs beside the window.
    fn advance(&self, state: &mut State, input: Input) {
        let mut inputs = VecDeque::from([input]);
        let mut effects = VecDeque::new();
        while let Some(input) = inputs.pop_front() {
            let noted = state.noted.of_input(&state.app, &input);
            let decided = update(&mut state.app, input, self.now());
            let noted = noted.into_iter().chain(state.noted.of_decision(&state.app, &decided));
            noted.for_each(|event| self.note(event));
            for effect in decided.into_iter().rev() {
                effects.push_front(effect);
            }
            while let Some(effect) = effects.pop_front() {
                match effect {
                    Effect::Store(word) => {
                        let stored = (self.inner.adapters.store)(self, &state.app, word);
                        inputs.push_front(Input::Stored(stored));
                        break;
                    }
                    effect => {
                        (self.inner.adapters.effect)(self, state.app.common.language, effect);
                    }
                }
            }
        }
    }

    fn make_view(&self, state: &mut State) -> View {
        let today = self.now().today;
        state.revision = state.revision.wrapping_add(1);
        let (revision, version) = (state.revision, self.inner.version.as_str());
        contract::view(
            &state.app,
            Shown { revision, version, today, to_sign: to_sign(&state.app, today) },
        )
    }
}

impl Drop for Inner {
    /// The last engine may be dropped by one of its own tasks, where waiting for the others would
    /// never end.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// 128 random bits in hexadecimal, for ids that are made once.
pub fn fresh_id() -> Result<String, Problem> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| Problem::NotSaved)?;
    Ok(base16ct::lower::encode_string(&bytes))
}

/// [`fresh_id`] as a token.
pub fn fresh_token() -> Result<Token, Problem> {
    fresh_id().map(Token)
}

/// What would be signed, for the pages that show it.
fn to_sign(app: &App, today: jiff::civil::Date) -> Option<ToSign> {
    use app::{CasePage, Route};
    let open = app.open()?;
    let Route::Case { id, page: CasePage::Check | CasePage::Review | CasePage::Approve } =
        &open.route
    else {
        return None;
    };
    let (connection, purpose) = match &open.case(id)?.stage {
        Stage::Drafting(draft) => {
            // What a reporter sees is the hand-over: the code of the approval is another one, and
            // only the representative's.
            let purpose = if draft.role == Some(Role::Reporter) {
                Purpose::HandOver
            } else {
                Purpose::Approval
            };
            (domain::connection::Connection::parse(draft, today).ok()?, purpose)
        }
        Stage::Reviewing(received) => (received.whole().ok()?, Purpose::Approval),
        Stage::Approving(approving) => (approving.connection.clone(), approving.purpose()),
        Stage::HandedOver(_) | Stage::Confirming(_) | Stage::Guided(_) | Stage::Approved(_) => {
            return None;
        }
    };
    let request =
        evidence::ApprovalRequest::of(&connection, app.common.environment, id).meant_for(purpose);
    Some(ToSign {
        code: request.control_code(),
        reference_text: request.reference_text(),
        exact: request.for_reading(),
    })
}
