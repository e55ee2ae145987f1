//! An approval as the window shows it: who logged in, and how that name stands to the case.

use crate::clock::moment;
use crate::names;
use crate::values::{code, named, seconds};
use domain::approver::{self, Approver, Likeness};
use domain::case::Evidence;
use domain::connection::{Connection, Reporter};
use serde::Serialize;

names! {
    /// How much the evidence proves.
    LevelName = domain::case::Level { A, B, C, D }
}
names! {
    /// What the broker says about whom a person may represent.
    AuthorityName = domain::approver::Authority { Untold, Confirmed, Other }
}
names! {
    /// How it is explained that another name logged in.
    ExplanationName = domain::approver::Explanation { SamePerson, MayRepresent }
}

/// Who logged in, as far as MitID tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum LoginName {
    /// The name in MitID.
    Given { name: String },
    /// No name: the person's name and address are protected.
    Protected,
    /// No name.
    NotGiven,
}

impl From<&domain::approver::LoginName> for LoginName {
    fn from(name: &domain::approver::LoginName) -> Self {
        match name {
            domain::approver::LoginName::Given(name) => Self::Given { name: name.clone() },
            domain::approver::LoginName::Protected => Self::Protected,
            domain::approver::LoginName::NotGiven => Self::NotGiven,
        }
    }
}

/// An approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    /// Who logged in.
    pub approver: LoginName,
    /// That name against the case and its register.
    pub found: NameMatch,
    /// The candidate of the register that it is, with the role.
    pub candidate: Option<String>,
    /// What the broker says about whom the person may represent.
    pub authority: AuthorityName,
    /// How a difference was explained.
    pub explanation: Option<ExplanationName>,
    /// When.
    pub at: String,
    /// How much the evidence proves.
    pub level: LevelName,
    /// How many seconds the computer's clock was behind MitID's when the login began, where that
    /// was found; negative where it was ahead.
    pub clock_behind: Option<i32>,
    /// The control code.
    pub code: Vec<String>,
}

/// The name of a login against the case and its register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum NameMatch {
    /// The representative.
    Same,
    /// The representative, spelled in another way.
    Spelled,
    /// Somebody else whom the register names.
    OtherCandidate,
    /// Nobody whom the register names.
    NotListed,
    /// Somebody else; the register does not tell who may represent the organisation.
    NotTold,
    /// MitID told no name.
    NoName,
}

/// The login with which a reporter handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum ReporterLogin {
    /// Who logged in, when, how much it proves, whether the case names the reporter so, in whatever
    /// spelling, and the hand-over code.
    Proven { name: LoginName, at: String, level: LevelName, is_reporter: bool, code: Vec<String> },
    /// There is one that proves nothing here.
    Unproven,
}

/// The login of the evidence, beside the reporter of the case.
pub fn reporter_login(evidence: &Evidence, connection: &Connection) -> ReporterLogin {
    let named = |reporter: &Reporter| {
        evidence
            .approver
            .given()
            .is_some_and(|name| Likeness::of(name, reporter.name.as_str()) != Likeness::Other)
    };
    ReporterLogin::Proven {
        name: (&evidence.approver).into(),
        at: moment(evidence.approved_at),
        level: evidence.level.into(),
        is_reporter: connection.reporter.as_ref().is_some_and(named),
        code: code(&evidence.control_code),
    }
}

/// An approval that was not used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DiscardedApproval {
    /// Who had logged in.
    pub approver: LoginName,
    /// When.
    pub at: String,
    /// The control code.
    pub code: Vec<String>,
}

/// An approval.
pub fn approval(evidence: &Evidence, approver: &Approver, connection: &Connection) -> Approval {
    let (found, candidate) = match &approver.found {
        approver::NameMatch::Same => (NameMatch::Same, None),
        approver::NameMatch::Spelled => (NameMatch::Spelled, None),
        approver::NameMatch::OtherCandidate { name } => {
            (NameMatch::OtherCandidate, connection.organisation.candidate_named(name))
        }
        approver::NameMatch::NotListed => (NameMatch::NotListed, None),
        approver::NameMatch::NotTold => (NameMatch::NotTold, None),
        approver::NameMatch::NoName => (NameMatch::NoName, None),
    };
    Approval {
        approver: (&evidence.approver).into(),
        found,
        candidate: candidate.map(named),
        authority: approver.authority.into(),
        explanation: approver.explanation.map(Into::into),
        at: moment(evidence.approved_at),
        level: evidence.level.into(),
        clock_behind: evidence.clock_offset.map(seconds),
        code: code(&evidence.control_code),
    }
}

/// An approval that was not used.
pub fn discarded(approval: &domain::approver::DiscardedApproval) -> DiscardedApproval {
    let domain::approver::DiscardedApproval { approver, approved_at, control_code, at: _ } =
        approval;
    DiscardedApproval {
        approver: approver.into(),
        at: moment(*approved_at),
        code: code(control_code),
    }
}
