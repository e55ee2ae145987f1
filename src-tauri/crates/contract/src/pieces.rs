//! The pieces that pages are made of: an organisation, a connection, the terms, an approval, a
//! delivery, an e-mail.

use crate::answers::{Administrators, Organisation, Representative};
use crate::pages::{NeedName, ReporterLogin};
use crate::{PartName, names};
use serde::Serialize;

names! {
    /// What an organisation's status means for the connection.
    StatusName = domain::organisation::Status { Active, Dissolving, Ceased, Uncertain }
}
names! {
    /// How much the evidence proves.
    LevelName = domain::case::Level { A, B, C, D }
}
names! {
    /// A part of a register's answer.
    AnswerPart = domain::organisation::Part { Name, Address, Form, Status, Participants, SigningRule }
}
names! {
    /// Why a part of an answer was not kept.
    WhyLeftOutName = domain::organisation::WhyLeftOut { Unreadable, PersonalNumber }
}
names! {
    /// What kind of participant a candidate is.
    ParticipantName = domain::organisation::ParticipantKind { Person, PersonWithoutCpr, Organisation, Unknown }
}
names! {
    /// Who said what is known of an organisation.
    SourceName = domain::organisation::Source { Virk, Datafordeler, Cvrapi, Practice, Typed }
}
names! {
    /// The two kinds of e-mail.
    MailName = domain::case::MailKind { Receipt, SetUpLink }
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
    /// The register answered; what is otherwise than it answered before.
    Found { organisation: OrganisationSummary, changes: Vec<Change> },
    /// The person typed it.
    Typed { organisation: OrganisationSummary },
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
    /// The status in words; the register's own in quotation marks where Tilslut does not know it.
    pub status_text: String,
    /// Who may be representative.
    pub candidates: Vec<Candidate>,
    /// The signing rule.
    pub signing_rule: Option<String>,
    /// When the register answered.
    pub looked_up: String,
    /// Who said so.
    pub source: SourceName,
    /// The source tells who may be representative.
    pub tells_management: bool,
    /// What of the answer was not kept.
    pub left_out: Vec<LeftOut>,
}

/// Something of a register's answer that was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// What it belonged to.
    pub part: AnswerPart,
    /// Why it is not there.
    pub why: WhyLeftOutName,
}

/// Somebody who may be representative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// Name; empty when the register says that somebody has the role and not who.
    pub name: String,
    /// CVR's own word for the role.
    pub role: String,
    /// Since when, where the register tells.
    pub since: Option<String>,
    /// Person with or without CPR number, organisation, or not known.
    pub kind: ParticipantName,
}

/// What an answer of the register says otherwise than the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// What changed.
    pub what: ChangeName,
    /// As it was; none for what is new.
    pub before: Option<String>,
    /// As it is; empty for what is gone.
    pub now: String,
}

/// What changed in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ChangeName {
    /// The name.
    Name,
    /// The address.
    Address,
    /// The form.
    Form,
    /// The status.
    Status,
    /// The signing rule.
    SigningRule,
    /// Somebody may represent the organisation who could not before.
    Joined,
    /// Somebody may not represent it any more.
    Left,
    /// Somebody's name or roles.
    Candidate,
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
    /// When Tilslut's own summary of them was shown.
    pub summary_shown: Option<String>,
    /// When the official text was opened in the browser.
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
    /// The documents that are needed.
    pub documents: Vec<crate::documents::Needed>,
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
    /// The question it belongs to.
    pub asked: Option<crate::Asked>,
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
    /// The documents that are enclosed.
    pub enclosed: Vec<crate::documents::EnclosedSummary>,
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
    pub words: Vec<Hidden>,
    /// When.
    pub at: String,
    /// The login that the reporter made for it.
    pub login: Option<ReporterLogin>,
}

/// A login under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Login {
    /// The link, for the button that copies it.
    pub link: Hidden,
    /// The host that the browser shows.
    pub host: String,
    /// When it began.
    pub since: String,
    /// When the app stops waiting.
    pub until: String,
    /// No browser could be opened.
    pub browser_failed: bool,
    /// An answer came that does not belong to this login.
    pub other_answer: bool,
    /// A browser tried to come back encrypted, which it cannot.
    pub https: bool,
}

/// The computer's clock is wrong, and nothing is opened before the person says to go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClockOff {
    /// By how many seconds it is behind MitID's; negative where it is ahead.
    pub behind: i32,
    /// The operating system, which says how a clock is set: `windows`, `macos` or `linux`.
    pub system: String,
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

/// Something that the window shows and nothing else may: it cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Hidden(
    #[serde(serialize_with = "shown")]
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    domain::Secret,
);

impl From<&domain::Secret> for Hidden {
    fn from(secret: &domain::Secret) -> Self {
        Self(secret.clone())
    }
}

impl Hidden {
    /// What is hidden, for tests that play the person who reads it.
    pub fn read(&self) -> &str {
        self.0.expose()
    }
}

fn shown<S: serde::Serializer>(secret: &domain::Secret, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose())
}

/// Whether there is a newer Tilslut.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Update {
    /// No address is configured.
    NotConfigured,
    /// Nobody has been asked.
    NotAsked,
    /// The address is being asked.
    Asking,
    /// This is the newest.
    Newest,
    /// There is a newer one.
    Newer { version: String },
    /// It is being fetched and put in place.
    Installing,
    /// It could not be fetched, or was not signed with the right key.
    Failed,
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

/// A form that an organisation may have, for who types it by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FormChoice {
    /// CVR's form code.
    pub code: u16,
    /// The form's name.
    pub name: String,
}
