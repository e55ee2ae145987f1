//! The pages. What only one page has lives in its route, so that leaving the page ends it.

use crate::state::backups::{ChosenBackup, FoundBackup};
use crate::state::held::Copied;
use crate::state::query::QueryId;
use domain::bin::{AwayPaper, Binned};
use domain::case::{Belonging, Case, CaseId, Mail, MailSignature, OfficialMail, Stage, Token};
use domain::cvr::CvrNumber;
use domain::history::Log;
use domain::mail_draft::MailTo;
use domain::merge::Plan;
use domain::official_mail::MailReading;
use domain::organisation::{Represented, Status};
use domain::outcome::ScreenNote;
use domain::parts::Part;
use domain::problem::Problem;
use domain::profile::{PartAnswer, ProfileReading, ServicePart};
use domain::summary::{CaseState, DueDeadline, Paper, Query, Rows, UnreadableCase};
use domain::verification::Verification;
use domain::{Secret, Timestamp};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub enum Route {
    /// The cases on this machine.
    Cases(CaseList),
    /// A page of a case.
    Case {
        /// The case.
        id: CaseId,
        /// Which of its pages.
        page: CasePage,
    },
    /// Opening a hand-over file.
    OpenHandOver(OpenHandOver),
    /// The dates of all cases.
    FollowUp(FollowUp),
    /// Every receipt on this machine.
    Receipts(Receipts),
    /// Checking a file.
    Verify(Verify),
    /// The administrators of an organisation, approval by approval.
    Timeline {
        /// The organisation.
        cvr: CvrNumber,
        /// Its approved cases.
        cases: Vec<Case>,
    },
    /// The practice mailbox: the newest mails, newest first, each with its case.
    Mailbox(Vec<(CaseId, Mail)>),
    /// What practice means.
    AboutPractice,
    /// Help, with what was noted of screens of the official site.
    Help(Vec<ScreenNote>),
    /// Settings; with a new recovery code while it is shown.
    Settings(SettingsPage),
    /// The services that are used.
    Services(ServicesPage),
    /// The backups.
    Backups(BackupsPage),
    /// The bin.
    Bin(BinPage),
}

/// A page of a case.
#[derive(Debug, Clone, PartialEq)]
pub enum CasePage {
    /// Its tasks.
    Tasks,
    /// The page of its organisation.
    Organisation(Box<OrganisationPage>),
    /// Another part of its draft.
    Part(Part),
    /// All answers, before approval or hand-over.
    Check,
    /// Every rule that was tried on it.
    Rules,
    /// Handing it over.
    HandOver,
    /// A case that came in a hand-over file.
    Review,
    /// The login in progress, or the name that it brought, while that has to be explained.
    Approve,
    /// The companion beside the official site.
    Guide(GuidePage),
    /// The question how it went there.
    Outcome,
    /// What was stated of it, and what follows.
    Stated,
    /// An official mail: looked at before it is kept, or kept.
    Mail(Box<MailPage>),
    /// The draft of a mail.
    MailDraft(MailTo),
    /// An approved case: the approval and its receipt.
    Done,
    /// What happened to it.
    History(Box<HistoryPage>),
}

/// What only the page of the history has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryPage {
    /// The first row, from 0.
    pub from: u32,
    /// What changed, beside what the case itself says.
    pub log: Log,
}

/// What only the page of an official mail has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailPage {
    /// The file that is being read.
    pub query: Option<QueryId>,
    /// The mail that is looked at.
    pub shown: Option<ShownMail>,
    /// A file is being dragged over the window.
    pub dragging: bool,
}

/// A mail that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownMail {
    /// As it is kept, or would be.
    pub mail: OfficialMail,
    /// The file, while it is not kept.
    pub bytes: Option<FileBytes>,
    /// What was read of it.
    pub reading: MailReading,
    /// The organisation that it speaks of instead has a case here.
    pub elsewhere: Option<OtherCase>,
    /// The keys of its signatures are being asked for.
    pub asking: Option<QueryId>,
}

/// A case of another organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherCase {
    /// The case.
    pub case: CaseId,
    /// The organisation's name.
    pub name: String,
    /// Whether the mail belongs to it.
    pub belonging: Belonging,
}

/// The bytes of a file, which a log shows nothing of.
#[derive(Clone, PartialEq, Eq)]
pub struct FileBytes(pub Arc<[u8]>);

impl fmt::Debug for FileBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileBytes({})", self.0.len())
    }
}

impl ShownMail {
    /// There is a key to ask for: one that nobody has asked for, or that was not there.
    pub fn can_be_checked(&self) -> bool {
        !self.reading.signature.missing.is_empty()
            || self.reading.signature.signature == MailSignature::KeyGone
    }
}

/// What only the companion has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GuidePage {
    /// The administrator whose values are shown, from 0.
    pub administrator: usize,
}

/// What only the page of the organisation has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganisationPage {
    /// The search for an organisation by its name.
    pub search: Option<Search>,
    /// The question to the broker which organisations a person may represent.
    pub listing: Option<Listing>,
    /// The other cases of the organisation with this number, as far as it has been asked for.
    pub others: Option<(CvrNumber, Vec<SameOrganisation>)>,
}

/// Another case of the same organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameOrganisation {
    /// The case.
    pub case: CaseId,
    /// Where it is.
    pub state: CaseState,
    /// When it last changed.
    pub changed: Timestamp,
}

/// A search for an organisation by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// What is looked for.
    pub words: String,
    /// The question that the register has not answered yet.
    pub query: Option<QueryId>,
    /// What was found so far.
    pub hits: Vec<SearchHit>,
    /// The question that was answered last: the next goes on from there.
    pub last: Option<QueryId>,
    /// There is more.
    pub more: bool,
    /// Why the register did not answer the last question.
    pub problem: Option<Problem>,
}

/// An organisation that a search has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
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
    /// The register's own word for the status.
    pub status_text: String,
}

/// A login by which a person asks the broker which organisations they may represent. Nothing of it
/// is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The attempt.
    pub attempt: Token,
    /// What came of it; none while it is in progress.
    pub outcome: Option<Result<Vec<Represented>, Problem>>,
}

/// The dates of all cases, the earliest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FollowUp {
    /// Those that are shown.
    pub due: Vec<DueDeadline>,
    /// There are more.
    pub more: bool,
}

/// How many dates the page of the follow-up shows.
pub const DATES: u32 = 500;

/// Opening a hand-over file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OpenHandOver {
    /// The file, once chosen. It need not be text.
    pub file: Option<PathBuf>,
    /// The attempt to open it: stretching the words takes about a second on purpose.
    pub query: Option<QueryId>,
    /// The administrator, from one on, with a text that is not accepted.
    pub administrator: Option<u32>,
}

/// A window of the list of cases: what to show of how many.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseList {
    /// What is asked for.
    pub query: Query,
    /// What the database answered.
    pub rows: Rows,
    /// The first of all cases that need attention, whatever is asked for, and how many there are.
    pub attention: Rows,
    /// The cases that are kept and cannot be read.
    pub unreadable: Vec<UnreadableCase>,
    /// How many cases lie in the bin.
    pub binned: u32,
}

/// How many rows of a list cross to the window at once.
pub const ROWS: u32 = 60;
/// How many cases that need attention are named before the list.
const ATTENTION: u32 = 5;

impl CaseList {
    /// What is asked beside the query of the person: the cases that need attention, those that
    /// changed last first.
    pub fn attention_query() -> Query {
        Query { needs_attention: true, limit: ATTENTION, ..Query::default() }
    }
}

/// The list as it is seen when nothing was asked for.
impl Default for CaseList {
    fn default() -> Self {
        let query = Query { limit: ROWS, ..Query::default() };
        let none = Rows { rows: Vec::new(), matching: 0, total: 0 };
        Self { query, rows: none.clone(), attention: none, unreadable: Vec::new(), binned: 0 }
    }
}

/// The list of receipts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Receipts {
    /// The first row, from 0.
    pub from: u32,
    /// The rows from there on, newest first.
    pub rows: Vec<ReceiptRow>,
    /// How many receipts there are.
    pub total: u32,
    /// The numbers whose receipts or records were deleted.
    pub away: Vec<AwayPaper>,
    /// An export in progress.
    pub export: Option<Export>,
}

/// A receipt or a record in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ReceiptRow {
    /// It, and its case.
    pub paper: Paper,
    /// Its copy in the folder.
    pub copied: Option<Copied>,
}

/// An export in progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Export {
    /// Tells it from an earlier one.
    pub query: QueryId,
    /// The period, both days included.
    pub period: (Date, Date),
    /// How many receipts are made.
    pub done: u32,
    /// Of how many; none before that is known.
    pub of: Option<u32>,
}

/// Checking a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verify {
    /// The file that is being read.
    pub query: Option<QueryId>,
    /// What came of the last one.
    pub verification: Option<Box<Verification>>,
    /// The DNS is being asked for the keys of a record.
    pub asking: bool,
    /// A file is being dragged over the window.
    pub dragging: bool,
}

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsPage {
    /// A new recovery code, while it is shown.
    pub code: Option<Secret>,
    /// How many receipts have no copy in the folder.
    pub uncopied: u32,
    /// The passphrase is being set, changed or removed.
    pub changing: Option<QueryId>,
    /// It was, since the page was opened.
    pub changed: bool,
}

/// The bin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BinPage {
    /// The first row, from 0.
    pub from: u32,
    /// The rows from there on, the last deleted first, and how many there are.
    pub binned: Binned,
}

/// The backups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BackupsPage {
    /// Where the backup lies that was made by hand.
    pub saved: Option<String>,
    /// The words that open it on another computer, while they are shown.
    pub words: Option<Secret>,
    /// A backup that is to be taken in.
    pub restore: Option<Restore>,
    /// What became of one that was taken in.
    pub taken: Option<Plan>,
}

/// A backup that is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restore {
    /// Which.
    pub chosen: ChosenBackup,
    /// How far that is.
    pub step: RestoreStep,
}

/// How far taking a backup in has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RestoreStep {
    /// It waits for what opens it.
    Chosen {
        /// It is being opened.
        opening: Option<QueryId>,
    },
    /// It is open: what is in it, and what would become of it.
    Found(Box<FoundBackup>),
}

/// The services that are used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ServicesPage {
    /// The profile file that is being read.
    pub query: Option<QueryId>,
    /// A file is being dragged over the window.
    pub dragging: bool,
    /// A profile that is looked at and not taken into use.
    pub offered: Option<Box<Offered>>,
    /// The line at which the last file could not be read.
    pub line: Option<usize>,
    /// The change that is being made.
    pub changing: Option<QueryId>,
    /// The draft from which the person came, and goes back.
    pub from: Option<CameFrom>,
}

/// The page of a draft from which the person came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameFrom {
    /// The draft.
    pub case: CaseId,
    /// From the page of its organisation; otherwise from its tasks.
    pub organisation: bool,
}

impl ServicesPage {
    /// The page as it is opened, with the way back of this one.
    pub(crate) fn anew(&self) -> Self {
        Self { from: self.from.clone(), ..Self::default() }
    }
}

/// A profile that is looked at before it is taken into use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// What it says.
    pub reading: ProfileReading,
    /// Its text. Nobody knows what else somebody wrote into it.
    pub text: Secret,
    /// Its services are being asked.
    pub asking: Option<QueryId>,
    /// What they answered.
    pub answers: BTreeMap<ServicePart, PartAnswer>,
}

impl Offered {
    /// As it was read.
    pub fn new(reading: ProfileReading, text: Secret) -> Self {
        Self { reading, text, asking: None, answers: BTreeMap::new() }
    }
}

impl Route {
    /// The case that the page belongs to, when it belongs to one.
    pub fn case(&self) -> Option<&CaseId> {
        match self {
            Self::Case { id, .. } => Some(id),
            Self::Cases(_)
            | Self::OpenHandOver(_)
            | Self::FollowUp(_)
            | Self::Receipts(_)
            | Self::Verify(_)
            | Self::Timeline { .. }
            | Self::Mailbox(_)
            | Self::AboutPractice
            | Self::Help(_)
            | Self::Settings(_)
            | Self::Services(_)
            | Self::Backups(_)
            | Self::Bin(_) => None,
        }
    }

    /// The page of a part of a case's draft.
    pub fn part(id: CaseId, part: Part) -> Self {
        let page = match part {
            Part::Organisation => CasePage::Organisation(Box::default()),
            part => CasePage::Part(part),
        };
        Self::Case { id, page }
    }

    /// The page where a case of this stage is looked at.
    pub fn home(case: &Case) -> Self {
        let page = match &case.stage {
            Stage::Drafting(_) => CasePage::Tasks,
            Stage::HandedOver(_) => CasePage::HandOver,
            Stage::Reviewing(_) => CasePage::Review,
            Stage::Approving(_) | Stage::Confirming(_) => CasePage::Approve,
            Stage::Guided(_) | Stage::Approved(_) if case.outcome().is_some() => CasePage::Stated,
            Stage::Guided(_) => CasePage::Outcome,
            Stage::Approved(_) => CasePage::Done,
        };
        Self::Case { id: case.id.clone(), page }
    }

    /// The page of the organisation, when it is open for this case.
    pub fn organisation(&mut self, case: &CaseId) -> Option<&mut OrganisationPage> {
        match self {
            Self::Case { id, page: CasePage::Organisation(page) } if id == case => Some(page),
            _ => None,
        }
    }
}
