//! What each page shows. Times are RFC 3339 in UTC, dates `YYYY-MM-DD`: the window writes them in
//! the person's language.

use crate::answers::{Administrators, BoardMember, Need, Organisation, Representative};
use crate::intent::{CaseQuery, LockAfterName, NotifyName};
use crate::names;
use domain::folder::{FolderAdvice, SyncedBy};
use serde::Serialize;

pub use crate::agreement::{Agreement, AgreementAdministrator, AgreementEventName, StatedEvent};
pub use crate::approval::{
    Approval, AuthorityName, DiscardedApproval, ExplanationName, LevelName, LoginName, NameMatch,
    ReporterLogin,
};
pub use crate::backups::{Backup, BackupFound, BackupsState, MergePlan, RestoreView};
pub use crate::bin::{AwayRow, BinRow, Deletion, Keeping, MovedCase, MovedToName};
pub use crate::broker::Broker;
pub use crate::carried::{Carried, CarriedMarkName};
pub use crate::cases::{CaseRow, RowDeadline, UnreadableRow};
pub use crate::documents::{Expected, File, Limits, MediaName, Needed, Point};
pub use crate::follow_up::{DuePaper, DueWhen, FollowUpRow, Remind, SetUpCount};
pub use crate::guide::*;
pub use crate::history::{HistoryRow, HistoryValueName, HistoryWhat};
pub use crate::log::{LogRow, LogValue};
pub use crate::mail_draft::{MailDraft, MailTo, RepresentativeMail, SetUpRow};
pub use crate::official_mail::*;
pub use crate::older::{MissingSaves, RollbackName};
pub use crate::organisation::*;
pub use crate::pieces::*;
pub use crate::preflight::RuleRow;
pub use crate::progress::*;
pub use crate::receipts::{Copied, ExportProgress, Period, ReceiptRow, RecordState, Retention};
pub use crate::salvage::{BackupAt, DamagedCases, MissingDocuments, Salvaged};
pub use crate::search::{Listing, Register, Represented, Search, SearchHit};
pub use crate::services::{
    Answered, CameFrom, Contact, Offered, OfferedService, ProfileFile, ProfileSourceName, Said,
    ServiceName, ServiceRow, ServicesInUse, ServicesUsed, UnreadProfile,
};
pub use crate::timeline::TimelineApproval;
pub use crate::verification::{ConclusionName, PagesName, Verification};

names! {
    /// How the key of the cases was found.
    KeyWayName = domain::keys::KeyWay { KeyStore, Passphrase, RecoveryCode }
}

/// What is to be known of the folder of the cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FolderAdviceName {
    /// It is on a disk of another machine.
    Network,
    /// OneDrive synchronises it.
    OneDrive,
    /// iCloud does.
    ICloud,
    /// Dropbox does.
    Dropbox,
    /// Google Drive does.
    GoogleDrive,
    /// Nextcloud does.
    Nextcloud,
    /// Syncthing does.
    Syncthing,
    /// Another program does.
    Other,
}

impl From<FolderAdvice> for FolderAdviceName {
    fn from(advice: FolderAdvice) -> Self {
        match advice {
            FolderAdvice::Network => Self::Network,
            FolderAdvice::Synced(SyncedBy::OneDrive) => Self::OneDrive,
            FolderAdvice::Synced(SyncedBy::ICloud) => Self::ICloud,
            FolderAdvice::Synced(SyncedBy::Dropbox) => Self::Dropbox,
            FolderAdvice::Synced(SyncedBy::GoogleDrive) => Self::GoogleDrive,
            FolderAdvice::Synced(SyncedBy::Nextcloud) => Self::Nextcloud,
            FolderAdvice::Synced(SyncedBy::Syncthing) => Self::Syncthing,
            FolderAdvice::Synced(SyncedBy::Other) => Self::Other,
        }
    }
}

/// The page that is open, with what it shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Page {
    /// The program was never started here: practice or live.
    ChooseEnvironment,
    /// The cases are being opened.
    Opening,
    /// No key store answers and there are no cases: choose a passphrase.
    ChoosePassphrase { unlocking: bool },
    /// The cases are closed, and why (the code of a problem); `View::problem` is that, or what was
    /// wrong with the last attempt. What can open them: where nothing can, both
    /// files of the key slots are lost, and a backup has what they had. Unlocking takes a second on
    /// purpose.
    Closed { why: String, key_store: bool, passphrase: bool, recovery: bool, unlocking: bool },
    /// What lies here is not what was here last: it is opened when the person says so.
    Older { missing: MissingSaves, opening: bool },
    /// The database is damaged: what can still be read of it can be had.
    Damaged { damaged: DamagedCases },
    /// Nothing can be done but to read `View::problem`.
    Stopped,
    /// The cases on this machine: those rows of the list that are shown, of how many that match
    /// what was asked for, of how many there are, and how many come at once; the first of those
    /// that need attention, and how many do; the cases that cannot be read; and the members of the
    /// live profile that are missing or cannot be used; how many cases lie in the bin; what is to be
    /// known of the folder of the cases, until it was read.
    Cases {
        query: CaseQuery,
        rows: Vec<CaseRow>,
        matching: u32,
        total: u32,
        step: u32,
        attention: Vec<CaseRow>,
        attention_total: u32,
        unreadable: Vec<UnreadableRow>,
        recovery_missing: bool,
        ask_backup_place: bool,
        folder_advice: Option<FolderAdviceName>,
        unusable: Vec<String>,
        approves: bool,
        binned: u32,
    },
    /// A draft's tasks, and in live the services that it goes through.
    Tasks { tasks: Vec<Task>, reporter: bool, used: Option<ServicesUsed> },
    /// The need check; the rule that says what to do when the organisation is connected already.
    Need { answers: Need, asks_signs_alone: bool, outcome: NeedName, already: Option<ReasonRule> },
    /// CVR number and role; whether the person is to say the status of an organisation that a
    /// register found and told none of; whether the reporter's answers are those of an earlier
    /// case.
    Organisation {
        answers: Organisation,
        lookup: Lookup,
        forms: Vec<FormChoice>,
        statuses: Vec<StatusChoice>,
        asks_status: bool,
        search: Option<Search>,
        register: Register,
        listing: Listing,
        reporter_remembered: bool,
        others: Vec<SameOrganisation>,
    },
    /// The representative; who may represent the organisation, when the person is to say whether
    /// CVR names the representative so.
    Representative {
        answers: Representative,
        candidates: Vec<Candidate>,
        reporter: bool,
        asks_in_cvr: Option<String>,
    },
    /// The documents that are needed.
    Documents {
        needed: Vec<Needed>,
        board: Vec<BoardMember>,
        expected: Option<Expected>,
        limits: Limits,
    },
    /// The terms; whether they are part of an approval in Tilslut.
    Terms { terms: Terms, reporter: bool, approves: bool },
    /// The administrators.
    Administrators {
        answers: Administrators,
        representative_name: String,
        representative_email: String,
    },
    /// All answers of a draft; what is missing is in `View::field_problems`; whether it can be
    /// approved with MitID in Tilslut.
    Check {
        draft: DraftSummary,
        preview: Option<Preview>,
        reporter: bool,
        missing: Vec<Missing>,
        approves: bool,
    },
    /// Every rule that was tried.
    Rules { rules: Vec<RuleRow> },
    /// Handing a case over; whether the reporter can log in first, and the login that was made for
    /// a file that could not be written.
    HandOver { to: String, written: Option<HandedOver>, logs_in: bool, kept: Option<ReporterLogin> },
    /// A case that came in a hand-over file: read-only.
    Review {
        connection: ConnectionSummary,
        handed_over: String,
        terms: Terms,
        preview: Option<Preview>,
        login: Option<ReporterLogin>,
        approves: bool,
    },
    /// The login under way: to approve, or to hand over.
    Approve {
        login: Option<Login>,
        clock: Option<ClockOff>,
        preview: Option<Preview>,
        hands_over: bool,
    },
    /// The login is over, and another name than the representative's has to be explained before the
    /// approval is used.
    Confirm { connection: ConnectionSummary, approval: Approval },
    /// The companion beside the official site.
    Guide { companion: Box<Companion> },
    /// The question how it went there.
    Outcome { question: Box<OutcomeQuestion> },
    /// What was stated of it, and what follows.
    Stated { after: Box<AfterOutcome> },
    /// An official mail: the one that is looked at, whether a file is being read, whether one is
    /// being dragged over the window, and those that the case keeps.
    Mail {
        organisation: String,
        mail: Option<Box<ShownMail>>,
        reading: bool,
        dragging: bool,
        kept: Vec<KeptMail>,
    },
    /// The draft of a mail about the case.
    MailDraft { draft: Box<MailDraft> },
    /// An approved case, with the agreement once the receiver has it; whether a new one can be
    /// begun with its answers, and the one that was; the administrators who are to set up; the
    /// official mails that it keeps; whether it can be stated how it went on the official site,
    /// the screen that was reached there, and whether anything was stated.
    Done {
        connection: ConnectionSummary,
        approval: Approval,
        delivery: Delivery,
        setup_deadline: String,
        expected: Option<String>,
        keep_until: String,
        receipt: Option<u64>,
        copied: Option<Copied>,
        agreement: Option<Agreement>,
        can_use_again: bool,
        copied_as: Option<String>,
        set_up: Vec<SetUpRow>,
        mails: Vec<KeptMail>,
        states: bool,
        reached: Option<ScreenChoice>,
        stated: bool,
    },
    /// What happened to a case, newest first: the rows from one on, of how many, how many come at
    /// once; until when there were older changes that are gone, and how many a case keeps.
    History {
        rows: Vec<HistoryRow>,
        from: u32,
        total: u32,
        step: u32,
        gone: Option<String>,
        most: u32,
    },
    /// Opening a hand-over file: its path, once chosen, and whether it is being opened.
    OpenHandOver { file: Option<String>, opening: bool, administrator: Option<u32> },
    /// The dates of all cases, the earliest first, and whether there are more than are shown.
    FollowUp { rows: Vec<FollowUpRow>, more: bool },
    /// The receipts, newest first: the rows from one on, of how many, and how many come at once;
    /// the last numbers whose receipts were deleted, and how many were;
    /// the folder that gets copies; the financial year that today lies in; an export in progress.
    Receipts {
        rows: Vec<ReceiptRow>,
        from: u32,
        total: u32,
        away: Vec<AwayRow>,
        away_total: u32,
        step: u32,
        folder: Option<String>,
        period: Period,
        export: Option<ExportProgress>,
    },
    /// Checking a file: what came of the last one, whether one is being dragged over the window,
    /// and whether one is being read.
    Verify { verification: Option<Verification>, dragging: bool, checking: bool, asking: bool },
    /// The administrators of an organisation: approval by approval, newest first.
    Timeline { organisation: String, cvr: String, approvals: Vec<TimelineApproval> },
    /// The practice mailbox, newest first.
    Mailbox { mails: Vec<Mail> },
    /// What practice means, and who and what there is to try.
    AboutPractice { organisations: Vec<PracticeEntry>, persons: Vec<PracticeEntry> },
    /// Help: what Tilslut says of itself when somebody asks for help, and what was noted of screens
    /// of the official site.
    Help { version: String, system: String, rules: String, guide: String, notes: Vec<NoteRow> },
    /// The services that are used; a profile that is looked at before it is taken into use, whether
    /// one is being read or a change made, whether a file is being dragged over the window, and the
    /// line at which the last file could not be read.
    Services {
        services: ServicesInUse,
        version: String,
        offered: Option<Offered>,
        reading: bool,
        changing: bool,
        dragging: bool,
        line: Option<u32>,
        from: Option<CameFrom>,
    },
    /// The backups: how they stand; whether pages of the database are damaged; whether there is a recovery code that opens them elsewhere; the
    /// one that was made by hand, and the words that open it, while they are shown; one that is to
    /// be taken in, and what became of one that was.
    Backups {
        state: BackupsState,
        damaged: bool,
        recovery: bool,
        saved: Option<String>,
        words: Option<Hidden>,
        restore: Option<RestoreView>,
        taken: Option<MergePlan>,
    },
    /// The bin: the rows from one on, of how many, how many come at once, and how many days a case
    /// rests in it.
    Bin { rows: Vec<BinRow>, from: u32, total: u32, step: u32, rest: u32 },
    /// The log of the program: the lines from one on, the newest first, of how many, how many come at
    /// once, and how many cannot be read; where the file lies; the report that can be saved, to the
    /// letter, while it is shown; whether it is being read; whether the cases are not open, so that
    /// the page stands alone; and how many days a line is kept.
    Log {
        rows: Vec<LogRow>,
        from: u32,
        total: u32,
        step: u32,
        unread: u32,
        place: String,
        report: Option<String>,
        reading: bool,
        alone: bool,
        days: u32,
    },
    /// A live profile that is managed, or that was named at the start, cannot be read.
    ProfileUnread { profiles: Vec<UnreadProfile> },
    /// Settings; whether a passphrase is asked for; the recovery code only while it is shown for the first time; the reporter whose
    /// answers are remembered; what the system may show; when the cases are locked, and whether
    /// the system tells when it locks the screen or goes to sleep.
    Settings {
        key: KeyWayName,
        passphrase: PassphraseState,
        recovery: bool,
        recovery_code: Option<Hidden>,
        version: String,
        folder: Option<String>,
        uncopied: u32,
        retention: Retention,
        reporter: Option<Reporter>,
        notify: NotifyName,
        lock_after: LockAfterName,
        system_tells: bool,
    },
}

/// Whether the cases are opened by a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PassphraseState {
    /// There is one.
    pub is_set: bool,
    /// Nothing opens the cases without it but the recovery code.
    pub is_needed: bool,
    /// It has to be typed before it is changed or removed.
    pub asks_current: bool,
    /// It is being changed.
    pub changing: bool,
    /// It was just changed, or removed.
    pub changed: bool,
}

/// The case that a page belongs to, for the side of the window.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CaseHead {
    /// Its id.
    pub id: String,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// The CVR number in pairs, when sound.
    pub cvr: Option<String>,
    /// The four official steps.
    pub steps: Vec<Step>,
    /// Whether what was typed is safe.
    pub saved: Saved,
    /// Who prepared it, when a reporter did.
    pub reporter: Option<Reporter>,
    /// Whether the case can be deleted.
    pub deletion: Deletion,
    /// The receiver's case number.
    pub number: Option<String>,
    /// Approvals that were made and not used.
    #[serde(rename = "setAside")]
    pub discarded_approvals: Vec<DiscardedApproval>,
    /// What went wrong before with these answers.
    pub earlier: Option<EarlierOutcome>,
    /// The parts that came along from another case and were not looked at yet.
    pub carried: Vec<Carried>,
    /// The documents that came along and are to be replaced, by their ids.
    pub replaced: Vec<String>,
}

/// One of the four steps that MitID Erhverv names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Which.
    pub step: StepName,
    /// How far.
    pub state: StepState,
    /// The page of the step is open.
    pub current: bool,
    /// How many administrators are appointed, at that step.
    pub count: u32,
    /// When: the official text of the terms was opened, the login or the approval happened.
    pub at: Option<String>,
}

/// The four steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum StepName {
    /// Log ind med privat MitID.
    LogIn,
    /// Accepter vilkår.
    Terms,
    /// Vælg organisationsadministrator.
    Administrators,
    /// Godkend og bekræft.
    Approve,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum StepState {
    /// Cannot be begun yet.
    Later,
    /// Only the representative can, and this is the reporter's case.
    ForRepresentative,
    /// Can be begun.
    Open,
    /// Under way.
    Active,
    /// Ready.
    Ready,
    /// Something must be corrected.
    Wrong,
    /// Happened.
    Done,
    /// Happened on the official site, as somebody has stated.
    Stated,
    /// Is done on the official site, and nobody has said yet that it was.
    There,
    /// Approved, and on its way to the receiver.
    Sending,
    /// Approved, and not sent.
    NotSent,
    /// Approved, and nobody knows whether the receiver has it.
    Unknown,
    /// Approved, and refused by the receiver.
    Refused,
}

/// Whether what was typed is safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Saved {
    /// Nothing has been answered yet.
    Not,
    /// Saved.
    At { at: String },
    /// Not saved: the code says why. What was typed is only in memory.
    Failed { code: String },
}

/// The reporter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Reporter {
    /// Full name.
    pub name: String,
    /// First name.
    pub first_name: String,
    /// Firm.
    pub organisation: Option<String>,
    /// E-mail address.
    pub email: String,
}
