//! Tilslut without its window: the shell library, a desktop that answers from a script, and a
//! person at the broker's pages.

#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod guided;
pub mod mails;
pub mod name_server;

use app::App;
use app::model::LockAfter;
use app::model::WindowShape;
use contract::answers::{
    Administrator, Administrators, Answers, Born, Need, Organisation, Representative,
};
use contract::answers::{AnswerName, PeopleName, RoleName};
use contract::{CaseIntent, CasesIntent, HandOverIntent, Intent, Navigation, Page, PartName, View};
use domain::Environment;
use identity::BrokerProfile;
use profile::UpdateSource;
use shell::broker_access::BrokerAccess;
use shell::desktop::{Desktop, FileQuestion, NoUpdate};
use shell::engine::Engine;
use shell::live_profile::Places;
use shell::printing::Printing;
use shell::remembered;
use shell::wiring::{SystemClock, Wiring, World, WorldDeps};
use shell::{effects, environments};
use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use vault::testing::MemoryKeyStore;
use vault::{KeyStore, KeyStoreError, Secret};

/// Longer than anything here may take; a test that reaches it has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// The main practice example: an ApS whose director is Mette Lindegaard Krogh.
pub const NORDLYS: &str = "13748136";

/// Its director, whom MitID practice lets log in as `mette`.
pub const METTE: &str = "Mette Lindegaard Krogh";

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
    _folder: Option<TempDir>,
}

/// Tilslut, running.
pub struct Tilslut {
    pub engine: Engine,
    pub desktop: Arc<ScriptedDesktop>,
    views: Arc<Views>,
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

/// Who is told when nobody is at the window any more.
type Told = Box<dyn Fn() + Send + Sync>;

/// A desktop that does as the test says and remembers what it was asked.
#[derive(Default)]
pub struct ScriptedDesktop {
    pub no_browser: Mutex<bool>,
    pub links: Mutex<Vec<String>>,
    pub opened: Mutex<Vec<PathBuf>>,
    pub choices: Mutex<VecDeque<PathBuf>>,
    pub questions: Mutex<Vec<FileQuestion>>,
    /// What comes of printing; nothing is no printer at all.
    pub printing: Mutex<Option<Printing>>,
    pub printed: Mutex<Vec<PathBuf>>,
    pub forward: AtomicUsize,
    pub closed: AtomicUsize,
    /// What lies in the clipboard.
    pub clipboard: Mutex<Option<String>>,
    /// Everything that was copied.
    pub copied: Mutex<Vec<String>>,
    /// The clipboard does not answer.
    pub no_clipboard: Mutex<bool>,
    /// How long a copied value stays in it; the program's own time when there is none.
    pub clipboard_time: Mutex<Option<Duration>>,
    /// The shape that the window was given last.
    pub shape: Mutex<WindowShape>,
    /// How long the page may take to send what was typed; the program's own time when there is
    /// none.
    pub page_patience: Mutex<Option<Duration>>,
    /// How long nobody may be at the window; as the person has set it when there is none.
    pub lock_time: Mutex<Option<Duration>>,
    /// What the system calls when it goes away from the person.
    went_away: (Mutex<Option<Told>>, Condvar),
    /// What the system was asked to show: title and text.
    pub notified: Mutex<Vec<(String, String)>>,
    /// Nothing shows it.
    pub no_notifications: Mutex<bool>,
}

struct Shared(Arc<MemoryKeyStore>, Arc<Question>);

/// What a key store asks the person before it answers.
#[derive(Default)]
pub struct Question {
    is_asked: Mutex<bool>,
    changed: Condvar,
}

impl Question {
    /// From now on key stores wait for the person.
    pub fn ask(&self) {
        *self.is_asked.lock().unwrap() = true;
    }

    /// The person answers.
    pub fn answer(&self) {
        *self.is_asked.lock().unwrap() = false;
        self.changed.notify_all();
    }

    fn wait(&self) {
        let asked = self.is_asked.lock().unwrap();
        drop(self.changed.wait_while(asked, |asked| *asked).unwrap());
    }
}

impl KeyStore for Shared {
    fn read(&self, account: &str) -> Result<Option<Secret>, KeyStoreError> {
        self.1.wait();
        self.0.read(account)
    }
    fn write(&self, account: &str, secret: &Secret) -> Result<(), KeyStoreError> {
        self.0.write(account, secret)
    }
    fn delete(&self, account: &str) -> Result<(), KeyStoreError> {
        self.0.delete(account)
    }
}

impl ScriptedDesktop {
    /// What the system calls when it goes away from the person, once it was asked to.
    pub fn wait_for_session_watch(&self) -> Box<dyn Fn() + Send + Sync> {
        let (held, asked) = &self.went_away;
        let held = held.lock().unwrap();
        let (mut held, _) = asked.wait_timeout_while(held, PATIENCE, |it| it.is_none()).unwrap();
        held.take().expect("the system is asked")
    }
}

impl Desktop for ScriptedDesktop {
    fn open_link(&self, link: &str) -> io::Result<()> {
        let fails = *self.no_browser.lock().unwrap();
        self.links.lock().unwrap().push(link.to_owned());
        if fails { Err(io::ErrorKind::NotFound.into()) } else { Ok(()) }
    }
    fn open_file(&self, file: &Path) -> io::Result<()> {
        self.opened.lock().unwrap().push(file.to_owned());
        Ok(())
    }
    fn choose_new_file(&self, question: FileQuestion) -> Option<PathBuf> {
        self.questions.lock().unwrap().push(question);
        self.choices.lock().unwrap().pop_front()
    }
    fn choose_file(&self, question: FileQuestion) -> Option<PathBuf> {
        self.choose_new_file(question)
    }
    fn choose_folder(&self) -> Option<PathBuf> {
        self.choices.lock().unwrap().pop_front()
    }
    fn print(&self, file: &Path, _: &str) -> io::Result<Printing> {
        self.printed.lock().unwrap().push(file.to_owned());
        self.printing.lock().unwrap().ok_or(io::ErrorKind::NotFound.into())
    }
    fn notify(&self, title: &str, text: &str) -> io::Result<()> {
        self.notified.lock().unwrap().push((title.to_owned(), text.to_owned()));
        match *self.no_notifications.lock().unwrap() {
            true => Err(io::ErrorKind::NotFound.into()),
            false => Ok(()),
        }
    }
    fn come_forward(&self) {
        self.forward.fetch_add(1, Ordering::SeqCst);
    }
    fn close_window(&self) {
        self.closed.fetch_add(1, Ordering::SeqCst);
    }
    fn page_patience(&self) -> Duration {
        self.page_patience.lock().unwrap().unwrap_or(PATIENCE)
    }
    fn watch_session(&self, went_away: Box<dyn Fn() + Send + Sync>) {
        *self.went_away.0.lock().unwrap() = Some(went_away);
        self.went_away.1.notify_all();
    }
    fn session_watch_delay(&self) -> Duration {
        Duration::ZERO
    }
    fn lock_time(&self, after: LockAfter) -> Option<Duration> {
        after.time().map(|time| self.lock_time.lock().unwrap().unwrap_or(time))
    }
    fn copy_text(&self, text: &str) -> io::Result<()> {
        if *self.no_clipboard.lock().unwrap() {
            return Err(io::ErrorKind::NotFound.into());
        }
        self.copied.lock().unwrap().push(text.to_owned());
        *self.clipboard.lock().unwrap() = Some(text.to_owned());
        Ok(())
    }
    fn clear_text(&self, text: &str) -> io::Result<()> {
        self.clipboard.lock().unwrap().take_if(|there| there == text);
        Ok(())
    }
    fn clipboard_time(&self) -> Duration {
        self.clipboard_time.lock().unwrap().unwrap_or(PATIENCE)
    }
    fn shape_window(&self, shape: WindowShape) {
        *self.shape.lock().unwrap() = shape;
    }
    fn newer_version(&self, _: &UpdateSource) -> Result<Option<String>, NoUpdate> {
        Err(NoUpdate)
    }
    fn install_newer(&self, _: &UpdateSource) -> Result<(), NoUpdate> {
        Err(NoUpdate)
    }
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
            _folder: Some(folder),
        }
    }

    /// A fresh machine whose data folder is the one given.
    pub fn at(folder: PathBuf) -> Self {
        let (store, live_store, question) = Default::default();
        Self { folder, store, live_store, name_server: None, question, _folder: None }
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
        let tilslut = Tilslut::new(environment.map_or_else(App::first_start, App::new));
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
        tilslut: Tilslut,
        patience: Duration,
        change: impl FnOnce(World) -> World,
    ) -> Tilslut {
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
        let mut bytes = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path)
                } else {
                    bytes.extend(std::fs::read(path).unwrap())
                }
            }
        }
        bytes
    }
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

impl Tilslut {
    /// Tilslut in this state, with nothing wired.
    fn new(app: App) -> Self {
        let views = Arc::new(Views::default());
        let desktop = Arc::new(ScriptedDesktop::default());
        let tell = {
            let views = Arc::clone(&views);
            move |view: View| views.set(view)
        };
        let engine =
            Engine::new(app, "0.0.0".into(), desktop.clone(), effects::ADAPTERS, tell).unwrap();
        views.set(engine.view());
        Self { engine, desktop, views }
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

    /// The id of the case whose page is open.
    pub fn case(&self) -> String {
        self.view().case.expect("a case is open").id
    }

    /// Begins a connection and answers everything for the main practice example.
    pub fn prepare(&self, cvr: &str, representative: &str, role: RoleName) -> String {
        self.send(Intent::Cases { intent: CasesIntent::Begin });
        let case = self.case();
        self.answer(
            &case,
            Answers::Need(Need {
                people: Some(PeopleName::Several),
                kind: None,
                signs_alone: None,
                connected: None,
            }),
        );
        self.proceed(&case, PartName::Need);
        self.answer(&case, Answers::Organisation(organisation(cvr, Some(role))));
        self.wait("the register", |view| found(view).is_some());
        self.proceed(&case, PartName::Organisation);
        self.answer(
            &case,
            Answers::Representative(Representative {
                name: representative.into(),
                title: "direktør".into(),
                email: "repraesentant@kanariefugl.example".into(),
                has_mitid: Some(AnswerName::Yes),
            }),
        );
        self.proceed(&case, PartName::Representative);
        self.open_terms(&case);
        // Practice's own text; what is opened after it is a login.
        let opened = self.desktop.links.lock().unwrap().pop();
        assert!(opened.is_some_and(
            |link| link.starts_with("http://127.0.0.1:") && link.ends_with("/vilkaar")
        ));
        if role == RoleName::Representative {
            self.send(Intent::Case {
                case: case.clone(),
                intent: CaseIntent::AcceptTerms { tick: true },
            });
        }
        self.proceed(&case, PartName::Terms);
        self.answer(&case, Answers::Administrators(administrators()));
        self.proceed(&case, PartName::Administrators);
        let view = self.view();
        assert!(
            matches!(&view.page, Page::Check { missing, .. } if missing.is_empty()),
            "{view:#?}"
        );
        case
    }

    /// Opens the official text of the terms, and waits until the browser has taken the link.
    pub fn open_terms(&self, case: &str) -> View {
        self.send(Intent::Case { case: case.into(), intent: CaseIntent::OpenTerms });
        self.wait("the terms", |view| {
            let steps = view.case.as_ref().map(|case| case.steps.as_slice()).unwrap_or_default();
            steps
                .iter()
                .any(|step| step.step == contract::pages::StepName::Terms && step.at.is_some())
        })
    }

    /// Keeps the answers of a page.
    pub fn answer(&self, case: &str, answers: Answers) -> View {
        self.send(Intent::Case { case: case.into(), intent: CaseIntent::Answer { answers } })
    }

    /// Presses "Fortsæt" and expects it to go on.
    pub fn proceed(&self, case: &str, part: PartName) -> View {
        let view =
            self.send(Intent::Case { case: case.into(), intent: CaseIntent::Continue { part } });
        assert!(view.field_problems.is_empty(), "{view:#?}");
        view
    }

    /// Presses "Godkend med MitID" and waits for the link.
    pub fn approve(&self, case: &str) -> contract::pages::Login {
        self.send(Intent::Case { case: case.into(), intent: CaseIntent::Approve });
        let view = self.wait("the login link", |view| login(view).is_some());
        login(&view).unwrap().clone()
    }

    /// Waits until the window was closed.
    pub fn wait_closed(&self) {
        self.wait_for_desktop("the window to be closed", |desktop| {
            desktop.closed.load(Ordering::SeqCst) > 0
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

    /// Approves with a practice person and waits for what comes of it.
    pub fn approve_as(&self, case: &str, person: &str) -> View {
        let login = self.approve(case);
        at_the_broker(login.link.read(), person, "approve");
        self.wait("the approval", |view| matches!(view.page, Page::Done { .. }))
    }

    /// Waits until the delivery of the case that is open has ended.
    pub fn delivered(&self) -> View {
        self.wait("the delivery to end", |view| match &view.page {
            Page::Done { delivery, .. } => *delivery != contract::pages::Delivery::Sending,
            _ => false,
        })
    }

    /// Hands a reporter's case over in a file there; the words that open it.
    pub fn hand_over(&self, case: &str, path: &Path) -> String {
        self.desktop.choices.lock().unwrap().push_back(path.to_owned());
        self.go(Navigation::HandOver { case: case.into() });
        self.send(Intent::Case {
            case: case.into(),
            intent: CaseIntent::HandOver { logged_in: false },
        });
        let shown = path.display().to_string();
        let written = |view: &View| match &view.page {
            Page::HandOver { written: Some(written), .. } if written.path == shown => {
                Some(written.clone())
            }
            _ => None,
        };
        let view = self.wait("the hand-over file", |view| written(view).is_some());
        written(&view).unwrap().words.iter().map(|word| word.read()).collect::<Vec<_>>().join(" ")
    }

    /// Hands a reporter's case over after a login, and waits for its link.
    pub fn log_in_to_hand_over(&self, case: &str, path: &Path) -> contract::pages::Login {
        self.desktop.choices.lock().unwrap().push_back(path.to_owned());
        self.go(Navigation::HandOver { case: case.into() });
        self.send(Intent::Case {
            case: case.into(),
            intent: CaseIntent::HandOver { logged_in: true },
        });
        let view = self.wait("the login link", |view| login(view).is_some());
        login(&view).unwrap().clone()
    }

    /// Chooses a hand-over file and types words; what comes of it is to be waited for.
    pub fn open_hand_over(&self, path: &Path, words: &str) {
        self.desktop.choices.lock().unwrap().push_back(path.to_owned());
        self.go(Navigation::OpenHandOver);
        self.send(Intent::HandOver { intent: HandOverIntent::Choose });
        self.wait("the chosen file", |view| {
            matches!(&view.page, Page::OpenHandOver { file: Some(_), .. })
        });
        self.send(Intent::HandOver { intent: HandOverIntent::Open { words: words.into() } });
    }

    /// Opens a page.
    pub fn go(&self, to: Navigation) -> View {
        self.send(Intent::Navigation { intent: to })
    }

    /// Closes Tilslut as a person does.
    pub fn close(self) {
        effects::end(&self.engine);
    }

    /// The problem at a field.
    pub fn problem_at(&self, field: &str) -> Option<String> {
        self.view().field_problems.into_iter().find(|p| p.field == field).map(|p| p.code)
    }
}

/// The answers of the organisation page.
pub fn organisation(cvr: &str, role: Option<RoleName>) -> Organisation {
    Organisation {
        cvr: cvr.into(),
        by_hand: false,
        typed_name: String::new(),
        typed_form: None,
        role,
        reporter_name: "Jens Aagaard Kanariefugl".into(),
        reporter_organisation: "Holm & Bjerre Revision ApS".into(),
        reporter_email: "jens@kanariefugl.example".into(),
    }
}

/// Two administrators: the representative and another.
pub fn administrators() -> Administrators {
    Administrators {
        representative_too: true,
        representative_born: born(14, 3, 1981),
        representative_has_cpr: Some(AnswerName::Yes),
        others: vec![Administrator {
            name: "Søren Kanariefugl".into(),
            email: "soren@kanariefugl.example".into(),
            born: born(30, 11, 1987),
            has_cpr: Some(AnswerName::Yes),
            has_mitid: Some(AnswerName::Yes),
        }],
    }
}

/// A date as typed.
pub fn born(day: u8, month: u8, year: u16) -> Born {
    Born { day: day.to_string(), month: month.to_string(), year: year.to_string() }
}

/// The organisation that the register answered with, when the page shows one.
pub fn found(view: &View) -> Option<&contract::pages::OrganisationSummary> {
    match &view.page {
        Page::Organisation {
            lookup: contract::pages::Lookup::Found { organisation, .. }, ..
        } => Some(organisation),
        _ => None,
    }
}

fn login(view: &View) -> Option<&contract::pages::Login> {
    match &view.page {
        Page::Approve { login, .. } => login.as_ref(),
        _ => None,
    }
}

/// Opens the login link, chooses a practice person and presses a button. Answers with the text page
/// and the last page.
pub fn at_the_broker(link: &str, person: &str, act: &str) -> (String, String) {
    answer_at_the_broker(link, person, ("act", act))
}

/// Plays a practice person who presses this on the second page.
pub fn answer_at_the_broker(
    link: &str,
    person: &str,
    pressed: (&'static str, &str),
) -> (String, String) {
    let (link, person, pressed) =
        (link.to_owned(), person.to_owned(), (pressed.0, pressed.1.to_owned()));
    let browse = async move {
        let browser = reqwest::Client::new();
        let list = browser.get(&link).send().await.unwrap();
        let origin = list.url().clone();
        let action = origin.join(&action(&list.text().await.unwrap())).unwrap();
        let text = browser
            .post(action)
            .form(&[("person", person)])
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        let answer = origin.join(&self::action(&text)).unwrap();
        let last =
            browser.post(answer).form(&[pressed]).send().await.unwrap().text().await.unwrap();
        (text, last)
    };
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(browse)
}

/// Fetches a page: its status and its text.
pub fn fetch(address: &str) -> reqwest::Result<(u16, String)> {
    let call = async move {
        let answer = reqwest::get(address).await?;
        Ok((answer.status().as_u16(), answer.text().await?))
    };
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(call)
}

/// Where the broker sends the browser in the end.
pub fn redirect_of(link: &str) -> String {
    reqwest::Url::parse(link)
        .unwrap()
        .query_pairs()
        .find(|(name, _)| name == "redirect_uri")
        .unwrap()
        .1
        .into_owned()
}

/// What a page of somebody else could send to the waiting port: a callback that belongs to another
/// login.
pub fn callback_with_another_state(link: &str) -> reqwest::Response {
    let redirect = redirect_of(link);
    let call = async move {
        reqwest::get(format!("{redirect}?code=abc&state=another&iss=x")).await.unwrap()
    };
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(call)
}

fn action(page: &str) -> String {
    let after = page.split_once("action=\"").expect("the page has a form").1;
    after.split_once('"').expect("the form's action ends").0.to_owned()
}

/// The name that a login told; empty where it told none.
pub fn given(name: &contract::pages::LoginName) -> &str {
    match name {
        contract::pages::LoginName::Given { name } => name,
        contract::pages::LoginName::Protected | contract::pages::LoginName::NotGiven => "",
    }
}
