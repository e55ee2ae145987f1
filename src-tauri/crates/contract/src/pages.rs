//! What each page shows. Times are RFC 3339 in UTC, dates `YYYY-MM-DD`: the window writes them in the person's language.

use crate::answers::{Administrators, Need, Organisation, Representative};
use crate::{PartName, names};
use serde::Serialize;

names! { /// What an organisation's status means for the connection.
StatusName = domain::organisation::Status { Active, Dissolving, Ceased, Uncertain } }
names! { /// How much the evidence proves.
LevelName = domain::case::Level { A, B, C, D } }
names! { /// What kind of participant a candidate is.
ParticipantName = domain::organisation::ParticipantKind { Person, PersonWithoutCpr, Organisation } }
names! { /// The two kinds of e-mail.
MailName = domain::case::MailKind { Receipt, SetUpLink } }
names! { /// How the key of the cases was found.
KeyWayName = domain::desk::KeyWay { KeyStore, Passphrase, RecoveryCode } }

/// The page that is open, with what it shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
#[expect(clippy::large_enum_variant, reason = "there is one page at a time")]
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
    Tasks { tasks: Vec<Task>, outlook: Vec<OutlookLine>, reporter: bool },
    /// The need check.
    Need { answers: Need, asks_signs_alone: bool, outcome: NeedName },
    /// CVR number and role.
    Organisation { answers: Organisation, lookup: Lookup },
    /// The representative.
    Representative { answers: Representative, candidates: Vec<Candidate>, listed: Option<bool>, reporter: bool },
    /// The terms.
    Terms { terms: Terms, reporter: bool },
    /// The administrators.
    Administrators { answers: Administrators, representative_name: String, representative_email: String },
    /// All answers of a draft; what is missing is in `View::field_problems`.
    Check { draft: DraftSummary, preview: Option<Preview>, reporter: bool, missing: Vec<Missing>, outlook: Vec<OutlookLine> },
    /// Handing a case over.
    HandOver { to: String, written: Option<HandedOver> },
    /// A case that came in a hand-over file: read-only.
    Review { connection: ConnectionSummary, handed_over: String, terms: Terms, preview: Option<Preview> },
    /// The login under way.
    Approve { login: Option<Login>, preview: Option<Preview> },
    /// An approved case.
    Done { connection: ConnectionSummary, approval: Approval, delivery: Delivery, setup_deadline: String, keep_until_year: i16 },
    /// Opening a hand-over file: its path, once chosen.
    OpenHandOver { file: Option<String> },
    /// The practice mailbox, newest first.
    Mailbox { mails: Vec<Mail> },
    /// What practice means, and who and what there is to try.
    AboutPractice { organisations: Vec<PracticeEntry>, persons: Vec<PracticeEntry> },
    /// Help.
    Help,
    /// Settings; the recovery code only while it is shown for the first time.
    Settings { key: KeyWayName, recovery: bool, recovery_code: Option<String>, version: String },
}

/// An organisation or person to try in practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PracticeEntry {
    /// The name.
    pub name: String,
    /// The CVR number of an organisation, in pairs.
    pub cvr: Option<String>,
    /// What trying it shows.
    pub shows: String,
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
    /// When: the terms were opened, the login or the approval happened.
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

/// One thing that is known, or not known yet, about whether the connection will go through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OutlookLine {
    /// What it is about; the key of a text.
    pub about: OutlookName,
    /// True: holds. False: does not. None: not known yet.
    pub holds: Option<bool>,
}

/// What an outlook line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum OutlookName {
    /// The organisation is active in CVR.
    Active,
    /// The representative stands in CVR in a role that may represent.
    Listed,
    /// The representative has private MitID.
    Mitid,
    /// More than one administrator.
    Several,
    /// Every administrator has CPR number and MitID at level Substantial.
    AdministratorsReady,
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

/// What is known of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Lookup {
    /// Not looked up yet.
    NotYet,
    /// The register has been asked.
    Asked,
    /// The register answered.
    Found { organisation: OrganisationSummary },
    /// The register could not be asked, or had no answer.
    Failed { code: String, at: String },
}

/// An organisation as the register showed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OrganisationSummary {
    /// CVR number in pairs.
    pub cvr: String,
    /// Name.
    pub name: String,
    /// Address lines.
    pub address: Vec<String>,
    /// CVR's own word for the form.
    pub form: String,
    /// What the status means.
    pub status: StatusName,
    /// CVR's own text of the status.
    pub status_text: String,
    /// Who may be representative.
    pub candidates: Vec<Candidate>,
    /// The signing rule.
    pub signing_rule: Option<String>,
    /// When the register answered.
    pub looked_up: String,
}

/// Somebody who may be representative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// Name.
    pub name: String,
    /// CVR's own word for the role.
    pub role: String,
    /// Person with or without CPR number, or organisation.
    pub kind: ParticipantName,
}

/// The terms, and what the person has done with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Terms {
    /// Official Danish title.
    pub title: String,
    /// Date of publication.
    pub published: String,
    /// The annexes.
    pub annexes: Vec<String>,
    /// When they were opened.
    pub opened: Option<String>,
    /// Approving includes them.
    pub accepted: bool,
}

/// The answers of a draft as the check page lists them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DraftSummary {
    /// What the need check says.
    pub need: NeedName,
    /// The CVR number as typed.
    pub cvr_typed: String,
    /// What is known of the organisation.
    pub lookup: Lookup,
    /// CVR number, role and reporter.
    pub organisation: Organisation,
    /// The representative.
    pub representative: Representative,
    /// The administrators.
    pub administrators: Administrators,
    /// The terms.
    pub terms: Terms,
}

/// Something missing, with the page where it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// The page.
    pub part: PartName,
    /// The field.
    pub field: String,
    /// A code of the catalogue.
    pub code: String,
}

/// What will be signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// The control code, three groups of four.
    pub code: Vec<String>,
    /// The text that MitID shows.
    pub reference_text: String,
    /// The exact content that is signed (RFC 8785 JSON, laid out for reading).
    pub exact: String,
}

/// A whole connection.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConnectionSummary {
    /// The organisation.
    pub organisation: OrganisationSummary,
    /// The representative's name.
    pub representative_name: String,
    /// The representative's title.
    pub representative_title: String,
    /// The representative's e-mail address.
    pub representative_email: String,
    /// The administrators.
    pub administrators: Vec<Appointed>,
}

/// An appointed administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Appointed {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Date of birth.
    pub born: String,
    /// The representative too.
    pub is_representative: bool,
    /// The reporter too, by e-mail address.
    pub is_reporter: bool,
    /// When the set-up link was sent.
    pub link_sent: Option<String>,
}

/// A hand-over file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HandedOver {
    /// Where.
    pub path: String,
    /// The words to tell by phone.
    pub words: Vec<String>,
    /// When.
    pub at: String,
}

/// A login under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Login {
    /// The link, for the button that copies it.
    pub link: String,
    /// The host that the browser shows.
    pub host: String,
    /// When it began.
    pub since: String,
    /// When the app stops waiting.
    pub until: String,
    /// No browser could be opened.
    pub browser_failed: bool,
}

/// An approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    /// Who logged in.
    pub approver: String,
    /// The name differs from the representative of the case.
    pub other_name: bool,
    /// When.
    pub at: String,
    /// How much the evidence proves.
    pub level: LevelName,
    /// The control code.
    pub code: Vec<String>,
}

/// What has become of the delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Delivery {
    /// On its way.
    Sending,
    /// The receiver could not be reached.
    NotSent,
    /// It is not known whether the receiver has it.
    Unknown { since: String },
    /// The receiver refused it.
    Refused { reason: String },
    /// The receiver has it.
    Accepted { case_number: String, at: String },
}

/// An e-mail in the practice mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Mail {
    /// The case.
    pub case: String,
    /// What it is.
    pub kind: MailName,
    /// To whom.
    pub to: String,
    /// When.
    pub at: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub body: String,
}
