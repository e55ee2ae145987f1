//! An organisation as it is known: what was found or typed, who may represent it, what changed.

use crate::names;
use crate::progress::CaseState;
use serde::Serialize;

names! {
    /// What an organisation's status means for the connection.
    StatusName = domain::organisation::Status { Active, Dissolving, Ceased, Uncertain }
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

/// Another case of the same organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SameOrganisation {
    /// The case.
    pub case: String,
    /// Where it is.
    pub state: CaseState,
    /// When it last changed.
    pub changed: String,
}

/// A status that an organisation may have, for who reads it in CVR.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StatusChoice {
    /// CVR's word for it.
    pub word: String,
    /// What it is called.
    pub name: String,
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
