//! What each page shows. Times are RFC 3339 in UTC, dates `YYYY-MM-DD`: the window writes them in the person's language.

use crate::answers::{Administrators, BoardMember, Need, Organisation, Representative};
use crate::{PartName, names};
use serde::Serialize;

pub use crate::approval::{Approval, AuthorityName, ExplanationName, FoundName, ReporterLogin, SetAside};
pub use crate::broker::Broker;
pub use crate::documents::{Expected, File, Limits, MediaName, Needed, Point};
pub use crate::pieces::*;
pub use crate::preflight::RuleRow;
pub use crate::receipts::{Copied, ReceiptRow, Retention};
pub use crate::search::{Found, Listing, Register, Represented, Search};
pub use crate::timeline::TimelineApproval;
pub use crate::verification::Verification;

names! {
    /// How the key of the cases was found.
    KeyWayName = domain::desk::KeyWay { KeyStore, Passphrase, RecoveryCode }
}

/// The page that is open, with what it shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Page {
    /// The cases are being opened.
    Opening,
    /// No key store answers and there are no cases: choose a passphrase.
    ChoosePassphrase,
    /// The cases are closed; `View::problem` says why.
    Closed { passphrase: bool, recovery: bool },
    /// Nothing can be done but to read `View::problem`; `detail` names what is missing in a live profile.
    Stopped { detail: Option<String> },
    /// The cases on this machine.
    Cases { cases: Vec<CaseRow>, recovery_missing: bool },
    /// A draft's tasks.
    Tasks { tasks: Vec<Task>, reporter: bool },
    /// The need check.
    Need { answers: Need, asks_signs_alone: bool, outcome: NeedName },
    /// CVR number and role.
    Organisation {
        answers: Organisation,
        lookup: Lookup,
        forms: Vec<FormChoice>,
        search: Option<Search>,
        register: Register,
        listing: Listing,
    },
    /// The representative.
    Representative { answers: Representative, candidates: Vec<Candidate>, reporter: bool },
    /// The documents that are needed.
    Documents { needed: Vec<Needed>, board: Vec<BoardMember>, expected: Option<Expected>, limits: Limits },
    /// The terms.
    Terms { terms: Terms, reporter: bool },
    /// The administrators.
    Administrators { answers: Administrators, representative_name: String, representative_email: String },
    /// All answers of a draft; what is missing is in `View::field_problems`.
    Check { draft: DraftSummary, preview: Option<Preview>, reporter: bool, missing: Vec<Missing> },
    /// Every rule that was tried.
    Rules { rules: Vec<RuleRow> },
    /// Handing a case over.
    HandOver { to: String, written: Option<HandedOver> },
    /// A case that came in a hand-over file: read-only.
    Review { connection: ConnectionSummary, handed_over: String, terms: Terms, preview: Option<Preview>, login: Option<ReporterLogin> },
    /// The login under way: to approve, or to hand over.
    Approve { login: Option<Login>, preview: Option<Preview>, hands_over: bool },
    /// The login is over, and another name than the representative's has to be explained before the approval is used.
    Confirm { connection: ConnectionSummary, approval: Approval },
    /// An approved case.
    Done {
        connection: ConnectionSummary,
        approval: Approval,
        delivery: Delivery,
        setup_deadline: String,
        expected: Option<String>,
        keep_until: String,
        receipt: Option<u64>,
        copied: Option<Copied>,
    },
    /// Opening a hand-over file: its path, once chosen.
    OpenHandOver { file: Option<String> },
    /// Every receipt, newest first; the folder that gets copies; the financial year that today lies in.
    Receipts { receipts: Vec<ReceiptRow>, folder: Option<String>, from: String, to: String },
    /// Checking a file: what came of the last one, and whether one is being dragged over the window.
    Verify { verification: Option<Verification>, dragging: bool },
    /// The administrators of an organisation: approval by approval, newest first. The case is the one that was approved last.
    Timeline { case: String, organisation: String, cvr: String, approvals: Vec<TimelineApproval> },
    /// The practice mailbox, newest first.
    Mailbox { mails: Vec<Mail> },
    /// What practice means, and who and what there is to try.
    AboutPractice { organisations: Vec<PracticeEntry>, persons: Vec<PracticeEntry> },
    /// Help.
    Help,
    /// Settings; the recovery code only while it is shown for the first time.
    Settings {
        key: KeyWayName,
        recovery: bool,
        recovery_code: Option<Hidden>,
        version: String,
        update: Update,
        register: Register,
        broker: Broker,
        folder: Option<String>,
        uncopied: u32,
        retention: Retention,
    },
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
    /// The case can be deleted.
    pub deletable: bool,
    /// The receiver's case number.
    pub number: Option<String>,
    /// Approvals that were made and not used.
    pub set_aside: Vec<SetAside>,
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
}

/// Whether what was typed is safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Saved {
    /// Nothing to save yet.
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

/// A row of the front page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    /// The case.
    pub id: String,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// The CVR number in pairs, when sound.
    pub cvr: Option<String>,
    /// Where the case is.
    pub state: CaseState,
    /// What to do next.
    pub next: NextName,
    /// How many tasks of a draft are done.
    pub done: u32,
    /// When it last changed.
    pub changed: String,
    /// The representative's name, when known.
    pub representative: Option<String>,
    /// Something went wrong that waits for the person.
    pub problem: Option<String>,
}

/// Where a case is, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CaseState {
    /// Kladde.
    Draft,
    /// Behøver ikke tilslutning.
    NotNeeded,
    /// Overdraget: venter på repræsentanten.
    HandedOver,
    /// Modtaget: venter på din godkendelse.
    Received,
    /// Login under vejs.
    Approving,
    /// Godkendt i MitID under et andet navn: mangler en forklaring.
    Confirming,
    /// Godkendt, ikke leveret.
    Approved,
    /// Udfald ukendt.
    Unknown,
    /// Afvist af modtageren.
    Refused,
    /// Leveret.
    Delivered,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum NextName {
    /// Answer the need check.
    Need,
    /// Give the organisation.
    Organisation,
    /// Give the representative.
    Representative,
    /// Attach the documents.
    Documents,
    /// Read the terms.
    Terms,
    /// Appoint administrators.
    Administrators,
    /// Check and approve.
    Approve,
    /// Check and hand over.
    HandOver,
    /// Nothing: "MitID privat til erhverv" is enough.
    Nothing,
    /// The representative must open the file.
    WaitForRepresentative,
    /// Read and approve what was handed over.
    Review,
    /// Finish the login in the browser.
    FinishLogin,
    /// Say how it comes that another name logged in.
    ExplainApprover,
    /// The receiver has not answered yet.
    WaitForReceiver,
    /// Send again.
    SendAgain,
    /// Ask the receiver.
    AskReceiver,
    /// Read why the receiver refused.
    ReadRefusal,
    /// The administrators set up.
    SetUp,
}

/// A task of the task list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Task {
    /// Which part; none for the last one, "approve" or "hand over".
    pub part: Option<PartName>,
    /// How far.
    pub state: TaskState,
    /// How many persons, for the administrators.
    pub count: u32,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum TaskState {
    /// Nothing answered.
    NotBegun,
    /// Something is missing.
    Begun,
    /// Whole.
    Done,
    /// Cannot be begun yet.
    Later,
}

/// What the need check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum NeedName {
    /// Not all that matters is answered.
    Open,
    /// Needed: several persons act.
    SeveralPeople,
    /// Needed: the one who acts may not sign alone.
    NotAlone,
    /// Needed: the kind is not covered by "MitID privat til erhverv".
    KindNotCovered,
    /// Needed, as far as can be said.
    NotRuledOut,
    /// Not needed: the owner alone acts.
    OwnerAlone,
    /// Not needed: one person acts and signs alone.
    SignsAlone,
    /// Not needed: a registered association representative alone acts.
    AssociationRepresentative,
}
