//! Holds the desk and the vault: lets the core decide, saves, and only then lets the shell act.
//!
//! A crash between saving and acting loses nothing: at the next start every case is told [`Event::Restored`] and asks
//! again for what its stored state still wants. Every outgoing act carries an id made once, so a repeat is harmless.

use crate::desktop::Desktop;
use crate::wiring::World;
use crate::{copies, documents, effects, intents, numbering, verification};
use contract::{Intent, ThemeName, View};
use domain::case::{Case, CaseId, Delivery, Effect, Event, Now, Purpose, Refusal, Stage, Token, step};
use domain::desk::{Access, Desk, Place, Preview, Saved};
use domain::documents::MediaType;
use domain::draft::{Draft, Role};
use domain::problem::Problem;
use domain::{Environment, Language, Timestamp, day_in_denmark};
use register::{Continue, Quota};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::runtime::Runtime;
use vault::Vault;

/// The program without its window. Cheap to clone; every clone is the same engine.
#[derive(Clone)]
pub struct Engine {
    inner: Arc<Inner>,
}

struct Inner {
    state: Mutex<State>,
    runtime: Option<Runtime>,
    desktop: Arc<dyn Desktop>,
    tell: Box<dyn Fn(View) + Send + Sync>,
    version: String,
}

/// What the engine holds, behind one lock.
pub struct State {
    /// What the window can show.
    pub desk: Desk,
    /// The encrypted cases, while they are open: saving while locked cannot be written.
    pub vault: Option<Vault>,
    /// The outside world, once it is wired.
    pub world: Option<Arc<World>>,
    /// Gives the login under way up.
    pub cancel: Option<tokio::sync::oneshot::Sender<()>>,
    /// Where the next page of the search begins.
    pub search_after: Option<Continue>,
    /// The hand-over file that was chosen: its path need not be text, as the one that is shown must.
    pub chosen: Option<PathBuf>,
    /// Light, dark or the system's.
    pub theme: ThemeName,
    revision: u32,
}

impl Engine {
    /// An engine with nothing open yet. `tell` gets every view that comes from something else than an intent.
    pub fn new(
        environment: Environment,
        version: String,
        desktop: Arc<dyn Desktop>,
        tell: impl Fn(View) + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let state = State {
            desk: Desk::new(environment),
            vault: None,
            world: None,
            cancel: None,
            search_after: None,
            chosen: None,
            theme: ThemeName::System,
            revision: 0,
        };
        Ok(Self { inner: Arc::new(Inner { state: Mutex::new(state), runtime: Some(runtime), desktop, tell: Box::new(tell), version }) })
    }

    /// What the window shows now.
    pub fn view(&self) -> View {
        let mut state = self.lock();
        self.make_view(&mut state)
    }

    /// Does what the person wants, as far as it goes; what the window shows then.
    pub fn send(&self, intent: Intent) -> View {
        let mut state = self.lock();
        intents::carry_out(self, &mut state, intent);
        self.make_view(&mut state)
    }

    /// Something came from outside: changes the state and tells the window.
    pub fn happened(&self, change: impl FnOnce(&mut State)) {
        let view = {
            let mut state = self.lock();
            change(&mut state);
            self.make_view(&mut state)
        };
        (self.inner.tell)(view);
    }

    /// What the state says, to somebody beside the window who changes nothing.
    pub fn look<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.lock())
    }

    /// Closes the cases: what could not be saved is tried once more, the key is wiped, the file is let go, and what another
    /// program was shown is removed.
    pub fn close(&self) {
        let mut state = self.lock();
        state.save_failed();
        state.cancel = None;
        state.vault = None;
        if let Some(world) = &state.world {
            world.opened.clear();
        }
    }

    /// True while something typed or approved is only in memory.
    pub fn has_unsaved(&self) -> bool {
        let mut state = self.lock();
        !state.save_failed()
    }

    /// A picture of the case whose page is open.
    pub fn picture(&self, document: &str) -> Option<(MediaType, Vec<u8>)> {
        documents::picture(&self.lock(), document)
    }

    /// A file is being dragged over the window, or not any more.
    pub fn dragged(&self, over: bool) {
        self.happened(|state| state.desk.dragging = over && state.vault.is_some());
    }

    /// A file was dropped on the window.
    pub fn dropped(&self, file: PathBuf) {
        self.happened(|state| {
            state.desk.dragging = false;
            verification::check(self, state, file);
        });
    }

    /// Runs something beside the window.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.runtime().spawn(task);
    }

    /// Runs something that blocks beside the window.
    pub fn spawn_blocking(&self, task: impl FnOnce() + Send + 'static) {
        self.runtime().spawn_blocking(task);
    }

    /// The runtime of the outside world.
    #[expect(clippy::expect_used, reason = "it is taken only when the last engine is dropped")]
    pub fn runtime(&self) -> &Runtime {
        self.inner.runtime.as_ref().expect("the engine is there")
    }

    /// What the desktop does for us.
    pub fn desktop(&self) -> Arc<dyn Desktop> {
        Arc::clone(&self.inner.desktop)
    }

    /// Moves a case: decide, save, act. A refusal changes nothing but what the page says.
    pub fn apply(&self, state: &mut State, id: &CaseId, event: Event) {
        let Some(old) = state.desk.cases.get(id) else { return };
        match step(old, event, state.now()) {
            Ok((case, effects)) => self.commit(state, case, effects),
            Err(Refusal::Incomplete(problems)) => state.desk.field_problems = problems,
            Err(Refusal::NotAllowedHere) => {}
        }
    }

    /// Saves a case and then carries out what follows from it. While locked there is nothing to save into, and nothing happens.
    pub fn commit(&self, state: &mut State, case: Case, effects: Vec<Effect>) {
        let Some(vault) = state.vault.as_mut() else { return };
        let id = case.id.clone();
        match numbering::save(vault, &mut state.desk.chain, &case) {
            Ok(()) => {
                state.desk.saved.insert(id.clone(), Saved::At(case.changed));
                follow(&mut state.desk, &case);
                state.desk.cases.insert(id.clone(), case);
                for effect in effects {
                    effects::carry_out(self, state, &id, effect);
                }
                copies::follow(self, state, &id);
            }
            Err(problem) => {
                if let Some(kept) = kept_unsaved(state.desk.cases.get(&id), case, !effects.is_empty()) {
                    state.desk.saved.insert(id.clone(), Saved::Failed(problem));
                    follow(&mut state.desk, &kept);
                    state.desk.cases.insert(id, kept);
                }
                state.desk.problem = Some(problem);
            }
        }
    }

    fn make_view(&self, state: &mut State) -> View {
        let now = state.now();
        state.desk.preview = preview(&state.desk, now);
        state.revision = state.revision.wrapping_add(1);
        contract::view(&state.desk, state.revision, state.theme, &self.inner.version, now.today)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere must not take the person's cases away; the desk is replaced whole, never half.
        self.inner.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Inner {
    /// The last engine may be dropped by one of its own tasks, where waiting for the others would never end.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl State {
    /// The moment, and the day in Denmark.
    pub fn now(&self) -> Now {
        let at = self.world.as_ref().map_or_else(Timestamp::now, |world| world.now());
        Now { at, today: day_in_denmark(at) }
    }

    /// A number for a question to the register. It names the question only until it is answered, so the time it was asked is
    /// enough.
    pub fn ask(&self) -> u64 {
        u64::try_from(self.now().at.as_microsecond()).unwrap_or_default()
    }

    /// The answers of a case that is being written; none once it was handed over or approved.
    pub fn draft(&self, id: &CaseId) -> Option<&Draft> {
        match &self.desk.cases.get(id)?.stage {
            Stage::Drafting(draft) => Some(draft),
            Stage::HandedOver(_) | Stage::Reviewing(_) | Stage::Approving(_) | Stage::Confirming(_) | Stage::Approved(_) => None,
        }
    }

    /// The cases have been opened: reads them back and lets each ask for what it still wants.
    pub fn open(&mut self, engine: &Engine, mut vault: Vault) {
        let kept = vault.cases().and_then(|cases| Ok((cases, vault.links()?)));
        let (cases, links) = match kept.and_then(|kept| copies::open(self, &vault).map(|()| kept)) {
            Ok(kept) => kept,
            Err(problem) => {
                self.desk.access = Access::Stopped { problem, detail: None };
                return;
            }
        };
        // Only what was stored overrides: a language chosen before the cases were open is kept.
        match vault.setting("language").as_deref() {
            Some("english") => self.desk.language = Language::English,
            Some(_) => self.desk.language = Language::Danish,
            None => {}
        }
        match vault.setting("theme").as_deref() {
            Some("light") => self.theme = ThemeName::Light,
            Some("dark") => self.theme = ThemeName::Dark,
            Some(_) => self.theme = ThemeName::System,
            None => {}
        }
        self.desk.retention = intents::retention(&vault).unwrap_or_default();
        if let (Some(world), Some(quota)) = (&self.world, vault.setting(QUOTA).and_then(|kept| quota_of(&kept))) {
            world.register.resume(quota);
        }
        self.desk.cases.clear();
        self.desk.saved.clear();
        if let Some(world) = &self.world {
            world.opened.clear();
        }
        self.desk.access = Access::Open { by: vault.opened_by(), recovery: vault.has_recovery() };
        self.desk.go(Place::Cases);
        self.vault = Some(vault);
        let ids: Vec<CaseId> = cases.iter().map(|case| case.id.clone()).collect();
        for case in cases {
            self.desk.saved.insert(case.id.clone(), Saved::At(case.changed));
            self.desk.cases.insert(case.id.clone(), case);
        }
        self.desk.chain = links.into_iter().collect();
        numbering::number_earlier(self);
        for id in ids {
            documents::forget_unnamed(self, &id);
            engine.apply(self, &id, Event::Restored);
        }
        copies::make_all(engine, self);
        self.desk.go(Place::Cases);
    }

    /// Keeps how many look-ups were used today, so that a restart does not forget it.
    pub fn keep_quota(&mut self) {
        let (Some(world), Some(vault)) = (&self.world, self.vault.as_mut()) else { return };
        let quota = world.register.quota();
        if quota != Quota::default() {
            // A count that was not kept only means that the service refuses what Tilslut would have refused.
            vault.set_setting(QUOTA, &format!("{} {}", quota.day, quota.used)).ok();
        }
    }

    /// Tries again to save what could not be saved; true when nothing is left.
    pub fn save_failed(&mut self) -> bool {
        let failed = |saved: &Saved| matches!(saved, Saved::Failed(_));
        let Some(vault) = self.vault.as_mut() else { return true };
        for (id, saved) in self.desk.saved.iter_mut().filter(|(_, saved)| failed(saved)) {
            let Some(case) = self.desk.cases.get(id) else { continue };
            match numbering::save(vault, &mut self.desk.chain, case) {
                Ok(()) => {
                    *saved = Saved::At(case.changed);
                    self.desk.problem = None;
                }
                Err(problem) => self.desk.problem = Some(problem),
            }
        }
        !self.desk.saved.values().any(failed)
    }

    /// Forgets the cases and wipes the key.
    pub fn shut(&mut self, access: Access) {
        self.cancel = None;
        self.vault = None;
        if let Some(world) = &self.world {
            world.opened.clear();
        }
        let (practice, update) = (std::mem::take(&mut self.desk.practice), std::mem::take(&mut self.desk.update));
        let lists_organisations = self.desk.lists_organisations;
        let (register, broker) = (self.desk.register, std::mem::take(&mut self.desk.broker));
        let fresh = Desk {
            language: self.desk.language,
            access,
            practice,
            update,
            register,
            broker,
            lists_organisations,
            ..Desk::new(self.desk.environment)
        };
        self.desk = fresh;
    }
}

/// The setting that counts the day's look-ups, for a register that gives only so many: the day and the number.
const QUOTA: &str = "register-quota";

fn quota_of(kept: &str) -> Option<Quota> {
    let (day, used) = kept.split_once(' ')?;
    Some(Quota { day: day.parse().ok()?, used: used.parse().ok()? })
}

/// 128 random bits in hexadecimal, for ids that are made once.
pub fn fresh_id() -> Result<String, Problem> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| Problem::NotSaved)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// [`fresh_id`] as a token.
pub fn fresh_token() -> Result<Token, Problem> {
    fresh_id().map(Token)
}

/// When a case moves to another stage while its page is open, the page follows.
fn follow(desk: &mut Desk, case: &Case) {
    let here = desk.place.case() == Some(&case.id);
    let stage_changed =
        desk.cases.get(&case.id).is_some_and(|old| std::mem::discriminant(&old.stage) != std::mem::discriminant(&case.stage));
    if here && stage_changed {
        desk.go(home(case));
    }
}

/// The page where a case of this stage is looked at.
pub fn home(case: &Case) -> Place {
    let id = case.id.clone();
    match &case.stage {
        Stage::Drafting(_) if case.problem.is_some() => Place::Check(id),
        Stage::Drafting(_) => Place::Tasks(id),
        Stage::HandedOver(_) => Place::HandOver(id),
        Stage::Reviewing(_) => Place::Review(id),
        Stage::Approving(_) | Stage::Confirming(_) => Place::Approve(id),
        Stage::Approved(_) => Place::Done(id),
    }
}

/// What stays in memory when a case could not be saved: everything typed, and an approval that has happened. A move that
/// would act is not made, since acting without having saved could not be taken up again after a crash.
fn kept_unsaved(old: Option<&Case>, new: Case, would_act: bool) -> Option<Case> {
    let was_approving = old.is_some_and(|old| matches!(old.stage, Stage::Approving(_)));
    match new.stage {
        Stage::Approved(mut approved) if would_act && was_approving => {
            if let Some(id) = approved.delivery.id().cloned() {
                approved.delivery = Delivery::NotSent { id };
            }
            Some(Case { stage: Stage::Approved(approved), ..new })
        }
        // A login to hand over that could not be saved is made again.
        Stage::Drafting(draft) if was_approving => Some(Case { stage: Stage::Drafting(draft), ..new }),
        stage if !would_act => Some(Case { stage, ..new }),
        _ => None,
    }
}

/// What would be signed, for the pages that show it.
fn preview(desk: &Desk, now: Now) -> Option<Preview> {
    let (Place::Check(id) | Place::Review(id) | Place::Approve(id)) = &desk.place else { return None };
    let case = desk.cases.get(id)?;
    let (connection, purpose) = match &case.stage {
        Stage::Drafting(draft) => {
            // What a reporter sees is the hand-over: the code of the approval is another one, and only the representative's.
            let purpose = if draft.role == Some(Role::Reporter) { Purpose::HandOver } else { Purpose::Approval };
            (domain::connection::Connection::parse(draft, now.today).ok()?, purpose)
        }
        Stage::Reviewing(received) => (received.whole().ok()?, Purpose::Approval),
        Stage::Approving(approving) => (approving.connection.clone(), approving.purpose()),
        Stage::HandedOver(_) | Stage::Confirming(_) | Stage::Approved(_) => return None,
    };
    let request = evidence::ApprovalRequest::of(&connection, desk.environment, &case.id).meant_for(purpose);
    Some(Preview { code: request.control_code(), reference_text: request.reference_text(), exact: request.for_reading() })
}
