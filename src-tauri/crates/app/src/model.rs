//! The state of the program. What only an open program has is in [`Open`] and nowhere else, so that
//! closing the cases leaves nothing to reset and nothing to forget.

use crate::closing::Leaving;
use crate::input::CaseInput;
use crate::intent::CaseIntent;
use crate::notification::Notify;
use crate::route::{CasePage, Route};
use crate::saving::Saving;
use domain::case::{Case, CaseId, Event, Stage, Token};
use domain::chain::Link;
use domain::closing::Closing;
use domain::contact::Contact;
use domain::cvr::CvrNumber;
use domain::draft::{Draft, ReporterAnswers};
use domain::guided::ValueKind;
use domain::keys::{BrokerKey, KeyWay, RegisterKey};
use domain::organisation::Source;
use domain::problem::{FieldProblem, Problem};
use domain::profile::{Profiles, UnreadProfile};
use domain::retention::Retention;
use domain::{Environment, Language, Secret, Timestamp};
use jiff::civil::Date;
use std::collections::{BTreeMap, VecDeque};

/// The whole state.
#[derive(Debug, Clone, PartialEq)]
pub struct App {
    /// What is so whether the cases are open or not.
    pub common: Common,
    /// Whether the cases can be read, with what there is only then.
    pub phase: Phase,
}

/// What is so in every phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// Which world the program runs in.
    pub environment: Environment,
    /// The language of the window.
    pub language: Language,
    /// Light, dark or the system's.
    pub theme: Theme,
    /// The services that are asked, as far as the window may know.
    pub services: Services,
    /// The managed profiles that cannot be read and that the person was told of, when they chose a
    /// file beside them.
    pub told_unread: Vec<UnreadProfile>,
    /// Whether the window is about to close.
    pub closing: Closing,
    /// The window is to be closed once everything is saved.
    pub leaving: Option<Leaving>,
    /// The newest question; see [`Common::next_query_id`].
    pub last_query: QueryId,
    /// The shape that the window is to have.
    pub window: WindowShape,
}

/// The shape of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WindowShape {
    /// As the person has it.
    #[default]
    Whole,
    /// Narrow, at the right edge, as high as the screen: beside the browser.
    Companion {
        /// Above the other windows.
        on_top: bool,
    },
}

/// Light, dark or the system's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the operating system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Names a question that takes time; an answer to an older one is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct QueryId(pub u64);

/// Whether the cases can be read.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// The program was never started here: practice or live is to be chosen.
    ChooseEnvironment,
    /// A live profile that is managed, or that was named at the start, cannot be read: the person
    /// chooses another or goes on without. `Services::profiles` says which and why.
    ProfileUnread,
    /// They are being opened.
    Opening,
    /// No key store answers and there are no cases yet: a passphrase is to be chosen.
    ChoosePassphrase(Unlocking),
    /// Cases exist, and their key must come from the person.
    Closed(Closed),
    /// Nothing can be done from here but to read what is wrong.
    Stopped(Problem),
    /// They are open.
    Open(Box<Open>),
}

/// An attempt to open the cases with what the person knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unlocking {
    /// The attempt under way: stretching a passphrase takes about a second on purpose.
    pub query: Option<QueryId>,
    /// Why the last one failed.
    pub problem: Option<Problem>,
}

/// Cases whose key must come from the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed {
    /// Why the key store did not open them.
    pub problem: Problem,
    /// What opens them.
    pub ways: Ways,
    /// What the person has tried.
    pub unlocking: Unlocking,
}

/// The ways to the key beside the operating system's key store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ways {
    /// A passphrase opens the cases.
    pub passphrase: bool,
    /// A recovery code was made and typed back.
    pub recovery: bool,
}

/// An open program.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// How the key was found.
    pub by: KeyWay,
    /// The other ways to it.
    pub ways: Ways,
    /// How many cases there are.
    pub total: u32,
    /// The cases that are in memory: that of the open page, those that do something, those not
    /// saved yet.
    pub cases: BTreeMap<CaseId, InMemory>,
    /// What waits for a case to be read.
    pub waiting: Vec<(CaseId, Pending)>,
    /// The cases that are being saved, in the order in which that was asked for. See [`crate::saving`].
    pub saving: VecDeque<Saving>,
    /// The cases are to be closed once everything is saved, and why.
    pub closing: Option<ClosingFor>,
    /// The page that is open, with what only it has.
    pub route: Route,
    /// What the page says beside its content.
    pub notice: Notice,
    /// The login in progress.
    pub login: Option<Login>,
    /// The code with which the broker ended a login of a case, where its profile does not name it.
    pub login_code: Option<(CaseId, String)>,
    /// What the last reporter on this machine said of themselves, so that it need not be typed in
    /// the next case.
    pub reporter: Option<ReporterAnswers>,
    /// How long receipts are kept, when the person has said so ([`Open::retention`]).
    pub retention_set: Option<Retention>,
    /// The folder that gets a copy of every receipt, when the person has chosen one.
    pub copy_folder: Option<String>,
    /// Receipts whose copy could not be written since the cases were opened.
    pub copy_failures: BTreeMap<CaseId, Problem>,
    /// The companion is kept above the other windows.
    pub on_top: bool,
    /// The value that lies in the clipboard, or is being put there.
    pub copied: Option<CopiedValue>,
    /// What the system may show of the dates that are near.
    pub notify: Notify,
    /// The day of the last notification.
    pub notified: Option<Date>,
}

/// A value that was copied beside the official site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedValue {
    /// Names the copying.
    pub query: QueryId,
    /// The case.
    pub case: CaseId,
    /// What was copied.
    pub what: ValueKind,
    /// The administrator whose it is, from 0.
    pub administrator: usize,
    /// When it is taken out of the clipboard; none before it lies there.
    pub until: Option<Timestamp>,
}

/// Why the cases are to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosingFor {
    /// The person locks them.
    Lock,
    /// The person goes over to the other environment.
    Environment(Environment),
}

/// A case in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct InMemory {
    /// The case as it was last decided.
    pub case: Case,
    /// Whether that is safe on disk.
    pub saved: Saved,
    /// Its link in the chain of receipts, once it was approved and saved.
    pub link: Option<Link>,
    /// Its receipt's copy in the folder.
    pub copied: Option<Copied>,
    /// Its newest record, where it has one.
    pub record: Option<Recorded>,
}

/// The newest record of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its number.
    pub number: u64,
    /// When it was made.
    pub made: Timestamp,
    /// It still says what is known of the case.
    pub is_current: bool,
    /// The numbers of those before it, newest first.
    pub earlier: Vec<u64>,
}

/// A receipt or a record, to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperId {
    /// The receipt of a case.
    Receipt(CaseId),
    /// The record with this number.
    Record(u64),
}

/// What waits for a case to be read.
#[derive(Debug, Clone, PartialEq)]
pub enum Pending {
    /// Show this page of it, or wherever it is.
    Show(Option<CasePage>),
    /// Show the administrators of its organisation, approval by approval.
    Timeline,
    /// Something the person wants.
    Intent(Box<CaseIntent>, Token),
    /// Something that happened to it.
    Event(Box<Event>),
    /// Something came of one of its effects.
    Input(Box<CaseInput>),
    /// A hand-over file of the same case was opened.
    Received(Box<crate::handover::Received>),
}

/// Whether a case is safe on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing has been answered yet, so there is nothing to keep.
    Not,
    /// Saved at this time.
    At(Timestamp),
    /// The last attempt failed; what was typed is only in memory.
    Failed(Problem),
}

/// What a page says beside its content. Going to another page ends it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notice {
    /// A problem of the page and of no field.
    pub problem: Option<Problem>,
    /// Problems at fields, in the order of the page.
    pub field_problems: Vec<FieldProblem>,
    /// The file that was written last, to be told once.
    pub written: Option<String>,
}

/// A login in progress, as far as the window may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// The case.
    pub case: CaseId,
    /// The attempt.
    pub attempt: Token,
    /// What it is for.
    pub reason: LoginReason,
    /// The link, once there is one, for the button that copies it.
    pub link: Option<Secret>,
    /// The host that the browser shows.
    pub host: String,
    /// When it began.
    pub since: Timestamp,
    /// When the program stops waiting.
    pub until: Timestamp,
    /// No browser could be opened: the link must be copied.
    pub browser_failed: bool,
    /// An answer came that does not belong to this login.
    pub other_answer: bool,
    /// A browser tried to come back encrypted, which it cannot.
    pub https: bool,
    /// The computer's clock is wrong, and the person has not said to go on: by how many seconds it
    /// is behind the broker's, negative where it is ahead.
    pub clock_behind: Option<i64>,
}

/// What a login is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginReason {
    /// The case asked for it: to approve or to hand over.
    Case,
    /// To learn which organisations the person may represent.
    ListOrganisations,
}

/// What became of the copy of a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The file.
    pub path: String,
    /// It tells of the receiver's answer.
    pub accepted: bool,
}

/// The services that are asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Services {
    /// The register.
    pub register: RegisterState,
    /// Whether the representative can approve with MitID in Tilslut: that takes a MitID service and
    /// a receiver. Without them the agreement is concluded on the official site.
    pub approves: bool,
    /// Whether an approved case can be sent to a receiver.
    pub delivers: bool,
    /// Which live profiles decide about which service, and which of them cannot be read.
    pub profiles: Profiles,
    /// Who asks cvrapi, where the person has allowed that.
    pub contact: Option<Contact>,
    /// The MitID service.
    pub broker: BrokerState,
    /// Whether there is a newer Tilslut, as far as the person has asked.
    pub update: Update,
    /// Who and what there is to try in practice; empty in live.
    pub practice: PracticeWorld,
}

/// Whether there is a newer Tilslut. Nobody is asked before the person wants it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Update {
    /// No address is configured: practice, or a live profile without one.
    #[default]
    NotConfigured,
    /// Nobody has been asked.
    NotAsked,
    /// The address is being asked.
    Asking,
    /// This is the newest.
    Newest,
    /// There is a newer one.
    Newer {
        /// Its version.
        version: String,
    },
    /// The newer one is being fetched and put in place.
    Installing,
    /// The address could not be reached, or what it sent was not signed with the right key.
    Failed,
}

/// The register that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisterState {
    /// Which it is.
    pub source: Source,
    /// What it has to be opened with, when it has to be.
    pub wants: Option<RegisterKey>,
    /// The key store holds that.
    pub has_key: bool,
    /// What is sent to it can be read on the way.
    pub in_the_open: bool,
    /// It can be searched by name.
    pub searches: bool,
}

impl RegisterState {
    /// There is a register that can be asked; without one the person types what it says.
    pub fn can_be_asked(self) -> bool {
        self.source != Source::Typed
    }
}

impl Default for RegisterState {
    fn default() -> Self {
        Self {
            source: Source::Practice,
            wants: None,
            has_key: false,
            in_the_open: false,
            searches: false,
        }
    }
}

/// The MitID service that is asked who a person is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BrokerState {
    /// The host that a person knows it by; none in practice.
    pub host: Option<String>,
    /// What the organisation has to prove itself with there, when it has to.
    pub wants: Option<BrokerKey>,
    /// The key store holds that.
    pub has_key: bool,
    /// It tells which organisations a person may represent.
    pub lists_organisations: bool,
}

/// Who and what there is to try in practice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PracticeWorld {
    /// The organisations of the practice register.
    pub organisations: Vec<PracticeEntry>,
    /// The persons at the practice broker.
    pub persons: Vec<PracticeEntry>,
}

/// One organisation or person of the practice world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeEntry {
    /// The name.
    pub name: String,
    /// The CVR number of an organisation.
    pub cvr: Option<CvrNumber>,
    /// What trying it shows, in Danish.
    pub danish: String,
    /// What trying it shows, in English.
    pub english: String,
}

impl App {
    /// The state at the start: nothing is open yet.
    pub fn new(environment: Environment) -> Self {
        let common = Common {
            environment,
            language: Language::default(),
            theme: Theme::default(),
            services: Services::default(),
            told_unread: Vec::new(),
            closing: Closing::default(),
            leaving: None,
            last_query: QueryId::default(),
            window: WindowShape::default(),
        };
        Self { common, phase: Phase::Opening }
    }

    /// The state when the program was never started here: nothing is opened before the person has
    /// chosen an environment.
    pub fn first_start() -> Self {
        Self { phase: Phase::ChooseEnvironment, ..Self::new(Environment::Live) }
    }

    /// What there is while the cases are open.
    pub fn open(&self) -> Option<&Open> {
        match &self.phase {
            Phase::Open(open) => Some(open),
            Phase::ChooseEnvironment
            | Phase::ProfileUnread
            | Phase::Opening
            | Phase::ChoosePassphrase(_)
            | Phase::Closed(_)
            | Phase::Stopped(_) => None,
        }
    }

    /// True while something typed or approved is only in memory.
    pub fn has_unsaved(&self) -> bool {
        self.open().is_some_and(|open| open.unsaved().next().is_some() || !open.saving.is_empty())
    }
}

impl Common {
    /// A name for a question. It grows with every question, and over a restart with the time, since
    /// a stored case may still wait for the answer to one that an earlier run asked.
    pub fn next_query_id(&mut self, at: Timestamp) -> QueryId {
        let by_clock = u64::try_from(at.as_microsecond()).unwrap_or_default();
        self.last_query = QueryId(by_clock.max(self.last_query.0.saturating_add(1)));
        self.last_query
    }
}

impl Open {
    /// How long receipts are kept: what the person has set, else what Tilslut suggests. That is in
    /// the rule book, which no start reads before something asks for it.
    pub fn retention(&self) -> Retention {
        self.retention_set.unwrap_or_default()
    }

    /// The case, when it is in memory.
    pub fn case(&self, id: &CaseId) -> Option<&Case> {
        self.cases.get(id).map(|held| &held.case)
    }

    /// The answers of a case that is being written; none once it was handed over or approved.
    pub fn draft(&self, id: &CaseId) -> Option<&Draft> {
        match &self.case(id)?.stage {
            Stage::Drafting(draft) => Some(draft),
            Stage::HandedOver(_)
            | Stage::Reviewing(_)
            | Stage::Approving(_)
            | Stage::Confirming(_)
            | Stage::Guided(_)
            | Stage::Approved(_) => None,
        }
    }

    /// The cases whose last save failed.
    pub fn unsaved(&self) -> impl Iterator<Item = &Case> {
        self.cases
            .values()
            .filter(|held| matches!(held.saved, Saved::Failed(_)))
            .map(|held| &held.case)
    }

    /// Opens a page; what was said on the one before is over.
    pub fn go(&mut self, route: Route) {
        self.route = route;
        self.notice = Notice::default();
    }

    /// Says what went wrong, on the page that is open.
    pub fn tell(&mut self, problem: Problem) {
        self.notice.problem = Some(problem);
    }
}
