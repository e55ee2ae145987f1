//! The state of the program. What only an open program has is in [`Open`] and nowhere else, so that
//! closing the cases leaves nothing to reset and nothing to forget.

use crate::route::Route;
use domain::case::{Case, CaseId, Stage};
use domain::closing::Closing;
use domain::draft::{Draft, ReporterAnswers};
use domain::folder::FolderAdvice;
use domain::keys::KeyWay;
use domain::problem::Problem;
use domain::profile::UnreadProfile;
use domain::retention::Retention;
use domain::{Environment, Language, Timestamp};
use jiff::civil::Date;
use std::collections::{BTreeMap, VecDeque};

pub use crate::state::backups::{Backups, ChosenBackup, FoundBackup, LastBackup};
pub use crate::state::copied_value::CopiedValue;
pub use crate::state::damaged::{BackupAt, Damaged, DamagedStep};
pub use crate::state::held::{Copied, InMemory, PaperId, Recorded, Saved};
pub use crate::state::leaving::{ClosingFor, Leaving};
pub use crate::state::locked::{LockedCases, OpenFor};
pub use crate::state::log::{LogPage, LogRead};
pub use crate::state::login::{Login, LoginReason};
pub use crate::state::notice::{Moved, MovedTo, Notice};
pub use crate::state::older::{Older, Restores};
pub use crate::state::pending::Pending;
pub use crate::state::query::QueryId;
pub use crate::state::received::{NotOpened, Received};
pub use crate::state::saving::{NewlyReceived, Saving, Then};
pub use crate::state::services::{
    BrokerState, PracticeEntry, PracticeWorld, RegisterState, Services, Update,
};
pub use crate::state::settings::{LockAfter, Notify, Theme, WindowShape};
pub use crate::state::unlocking::{Closed, Unlocking, Ways};

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
    /// The cases were locked when the program began, and why: nothing opens them before the person
    /// asks for it.
    pub locked: Option<Problem>,
    /// The program is being started anew in the place of this one.
    pub starts_anew: bool,
    /// The page of the log, while it lies over the one that it was opened from.
    pub log: Option<LogPage>,
}

/// Whether the cases can be read.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// The program was never started here: practice or live is to be chosen.
    ChooseEnvironment,
    /// A live profile that is managed, or that was named at the start, cannot be read: the person
    /// chooses another or goes on without. `Services::profiles` says which and why.
    ProfileUnread,
    /// They are being opened; what the person was told meanwhile.
    Opening(Option<Problem>),
    /// No key store answers and there are no cases yet: a passphrase is to be chosen.
    ChoosePassphrase(Unlocking),
    /// Cases exist, and their key must come from the person.
    Closed(Closed),
    /// What lies here is not what was here last: it is opened when the person says so.
    Older(Older),
    /// The database cannot be read as it is: what can still be read of it can be had.
    Damaged(Damaged),
    /// Nothing can be done from here but to read what is wrong.
    Stopped(Problem),
    /// They are open.
    Open(Box<Open>),
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
    /// How long nobody may be at the window before the cases are locked.
    pub lock_after: LockAfter,
    /// The cases are to be locked, and the page was asked for what was typed.
    pub locking: Option<QueryId>,
    /// How the backups stand.
    pub backups: Backups,
    /// Pages of the database are damaged, as the last check has found.
    pub has_damaged_pages: bool,
    /// What the person has to know of the folder of the cases, until they have read it.
    pub folder_advice: Option<FolderAdvice>,
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
            locked: None,
            starts_anew: false,
            log: None,
        };
        Self { common, phase: Phase::Opening(None) }
    }

    /// The state when the program was never started here: nothing is opened before the person has
    /// chosen an environment.
    pub fn first_start() -> Self {
        Self { phase: Phase::ChooseEnvironment, ..Self::new(Environment::Live) }
    }

    /// The state at a start of which it is known that the cases are locked.
    pub fn locked(cases: LockedCases) -> Self {
        let mut app = Self::new(cases.environment);
        app.common.language = cases.language;
        app.common.theme = cases.theme;
        app.common.locked = Some(cases.problem());
        app
    }

    /// What there is while the cases are open.
    pub fn open(&self) -> Option<&Open> {
        match &self.phase {
            Phase::Open(open) => Some(open),
            Phase::ChooseEnvironment
            | Phase::ProfileUnread
            | Phase::Opening(_)
            | Phase::ChoosePassphrase(_)
            | Phase::Closed(_)
            | Phase::Older(_)
            | Phase::Damaged(_)
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
