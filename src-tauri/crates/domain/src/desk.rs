//! Everything that the window can show: the cases on this machine, where the person is, what is under way.

use crate::case::{Case, CaseId, Token};
use crate::chain::Chain;
use crate::connection::Part;
use crate::control_code::ControlCode;
use crate::cvr::CvrNumber;
use crate::organisation::{Source, Status};
use crate::problem::{FieldProblem, Problem};
use crate::retention::Retention;
use crate::verification::Verification;
use crate::{Environment, Hidden, Language, Timestamp};
use std::collections::BTreeMap;

/// The state of the program. Only the cases are kept; the rest is where the person is looking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Which world the program runs in.
    pub environment: Environment,
    /// The language of the window.
    pub language: Language,
    /// Can the cases be read?
    pub access: Access,
    /// The cases, by id.
    pub cases: BTreeMap<CaseId, Case>,
    /// The receipt numbers that were given on this machine.
    pub chain: Chain,
    /// How long receipts are kept.
    pub retention: Retention,
    /// The folder that gets a copy of every receipt, when the person has chosen one.
    pub copy_folder: Option<String>,
    /// What became of the copy of a receipt.
    pub copies: BTreeMap<CaseId, Copied>,
    /// The file that was checked last, while its page is open.
    pub verification: Option<Verification>,
    /// A file is being dragged over the window.
    pub dragging: bool,
    /// The page that is open.
    pub place: Place,
    /// Problems at fields of the page that is open.
    pub field_problems: Vec<FieldProblem>,
    /// A problem of the page that is open and of no field.
    pub problem: Option<Problem>,
    /// What would be signed, while the page that is open shows it.
    pub preview: Option<Preview>,
    /// The search for an organisation by its name, while its page shows it.
    pub search: Option<Search>,
    /// The login that is under way.
    pub login: Option<Login>,
    /// The code with which the broker ended a login of a case, where its profile does not name it. Only while the program runs.
    pub login_code: Option<(CaseId, String)>,
    /// The broker tells which organisations a person may represent.
    pub lists_organisations: bool,
    /// What came of asking it, until the person has chosen or put it away.
    pub listing: Option<Listing>,
    /// When each case was last saved, and whether the last attempt failed.
    pub saved: BTreeMap<CaseId, Saved>,
    /// The file that was written last, to be told once.
    pub written: Option<String>,
    /// Whether there is a newer Tilslut, as far as the person has asked.
    pub update: Update,
    /// The register that is asked, as far as the window may know.
    pub register: RegisterState,
    /// The MitID service that is asked, as far as the window may know.
    pub broker: BrokerState,
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

impl Default for RegisterState {
    fn default() -> Self {
        Self { source: Source::Practice, wants: None, has_key: false, in_the_open: false, searches: false }
    }
}

/// What opens a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegisterKey {
    /// User name and password.
    Credential,
    /// A key.
    Key,
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
}

/// What an organisation proves itself with at its broker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BrokerKey {
    /// A secret that the broker has given it.
    Secret,
    /// A private key of its own.
    PrivateKey,
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

/// Whether the encrypted cases can be read, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// Being opened.
    Opening,
    /// Open.
    Open {
        /// How the key was found.
        by: KeyWay,
        /// A recovery code was made and typed back.
        recovery: bool,
    },
    /// No key store answers and there are no cases yet: a passphrase is to be chosen.
    ChoosePassphrase,
    /// Cases exist, and the key must come from the person. The problem says why.
    Closed {
        /// Why the key store did not open them.
        problem: Problem,
        /// A passphrase can open them.
        passphrase: bool,
        /// A recovery code can open them.
        recovery: bool,
    },
    /// Nothing can be done from here but to read what is wrong.
    Stopped {
        /// What is wrong.
        problem: Problem,
        /// Names what is missing, e.g. in a live profile.
        detail: Option<String>,
    },
}

/// How the key of the cases was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyWay {
    /// The operating system's key store.
    KeyStore,
    /// The person's passphrase.
    Passphrase,
    /// The recovery code.
    RecoveryCode,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The cases on this machine.
    Cases,
    /// A case's tasks.
    Tasks(CaseId),
    /// A part of a case's draft.
    Part(CaseId, Part),
    /// All answers, before approval or hand-over.
    Check(CaseId),
    /// Every rule that was tried on a case.
    Rules(CaseId),
    /// Handing a case over.
    HandOver(CaseId),
    /// A case that came in a hand-over file.
    Review(CaseId),
    /// The login under way, or the name that it brought, while that has to be explained.
    Approve(CaseId),
    /// An approved case.
    Done(CaseId),
    /// Opening a hand-over file: the path, once chosen.
    OpenHandOver(Option<String>),
    /// Every receipt on this machine.
    Receipts,
    /// Checking a file.
    Verify,
    /// The administrators of an organisation, approval by approval.
    Timeline(CvrNumber),
    /// The practice mailbox.
    Mailbox,
    /// What practice means.
    AboutPractice,
    /// Help.
    Help,
    /// Settings; with a new recovery code while it is shown.
    Settings(Option<Hidden>),
}

/// A search for an organisation by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// The case that it is for.
    pub case: CaseId,
    /// What is looked for.
    pub words: String,
    /// The question that the register has not answered yet; tells it from earlier ones.
    pub asking: Option<u64>,
    /// What was found so far.
    pub found: Vec<Found>,
    /// There is more.
    pub more: bool,
    /// Why the register did not answer the last question.
    pub problem: Option<Problem>,
}

/// An organisation that a search has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// CVR number.
    pub cvr: CvrNumber,
    /// Name.
    pub name: String,
    /// The address in one line.
    pub address: String,
    /// CVR's own description of the form.
    pub form: String,
    /// What the status means for the connection.
    pub status: Status,
}

/// What would be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The control code.
    pub code: ControlCode,
    /// The text that MitID shows.
    pub reference_text: String,
    /// The exact content, laid out for reading.
    pub exact: String,
}

/// A login by which a person asks the broker which organisations they may represent. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The case that it is for.
    pub case: CaseId,
    /// The attempt.
    pub attempt: Token,
    /// What came of it; none while it is under way.
    pub outcome: Option<Result<Vec<Represented>, Problem>>,
}

/// An organisation that a person may represent, as the broker says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Represented {
    /// CVR number.
    pub cvr: CvrNumber,
    /// Its name, where the broker tells it.
    pub name: Option<String>,
}

/// A login that is under way, as far as the window may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// The case.
    pub case: CaseId,
    /// The attempt.
    pub attempt: Token,
    /// The link, once there is one, for the button that copies it.
    pub link: Option<Hidden>,
    /// The host that the browser shows.
    pub host: String,
    /// When it began.
    pub since: Timestamp,
    /// When the app stops waiting.
    pub until: Timestamp,
    /// No browser could be opened: the link must be copied.
    pub browser_failed: bool,
    /// An answer came that does not belong to this login.
    pub other_answer: bool,
    /// A browser tried to come back encrypted, which it cannot.
    pub https: bool,
    /// The computer's clock is wrong, and the person has not said to go on: by how many seconds it is behind the broker's, negative where
    /// it is ahead.
    pub clock_behind: Option<i64>,
}

/// What became of the copy of a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copied {
    /// It lies here.
    At {
        /// The file.
        path: String,
        /// It tells of the receiver's answer.
        accepted: bool,
    },
    /// It could not be written.
    Failed(Problem),
}

/// Whether a case is safe on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Saved at this time.
    At(Timestamp),
    /// The last attempt failed; what was typed is only in memory.
    Failed(Problem),
}

impl Place {
    /// The case that the page belongs to, when it belongs to one.
    pub fn case(&self) -> Option<&CaseId> {
        match self {
            Self::Tasks(id)
            | Self::Part(id, _)
            | Self::Check(id)
            | Self::Rules(id)
            | Self::HandOver(id)
            | Self::Review(id)
            | Self::Approve(id)
            | Self::Done(id) => Some(id),
            Self::Cases
            | Self::OpenHandOver(_)
            | Self::Receipts
            | Self::Verify
            | Self::Timeline(_)
            | Self::Mailbox
            | Self::AboutPractice
            | Self::Help
            | Self::Settings(_) => None,
        }
    }
}

impl Desk {
    /// The desk at the start: nothing is open yet.
    pub fn new(environment: Environment) -> Self {
        Self {
            environment,
            language: Language::default(),
            access: Access::Opening,
            cases: BTreeMap::new(),
            chain: Chain::default(),
            retention: Retention::default(),
            copy_folder: None,
            copies: BTreeMap::new(),
            verification: None,
            dragging: false,
            place: Place::Cases,
            field_problems: Vec::new(),
            problem: None,
            preview: None,
            search: None,
            login: None,
            login_code: None,
            lists_organisations: false,
            listing: None,
            saved: BTreeMap::new(),
            written: None,
            update: Update::default(),
            register: RegisterState::default(),
            broker: BrokerState::default(),
            practice: PracticeWorld::default(),
        }
    }

    /// Opens a page; what was said on the one before is over.
    pub fn go(&mut self, place: Place) {
        self.place = place;
        self.field_problems.clear();
        self.problem = None;
        self.written = None;
        self.search = None;
        self.verification = None;
    }
}
