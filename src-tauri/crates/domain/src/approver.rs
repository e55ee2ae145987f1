//! Who logged in, against whom the case names: found when the login has ended, shown to the person,
//! kept with the approval.
//!
//! MitID tells the name that stands in the civil register; a case has what somebody typed, and the
//! register has its own spelling. So a name that is only spelled differently says nothing, and
//! another name says only that somebody has to tell how it comes. Nothing here decides whether a
//! person may represent the organisation: that is MitID Erhverv's.

mod name;

pub use crate::approval::{Authority, LoginName};
pub use name::{Likeness, normalised_name};

use crate::Timestamp;
use crate::approval::Evidence;
use crate::connection::Connection;
use crate::control_code::ControlCode;
use crate::organisation::{Candidate, ParticipantKind};

/// What is kept about the person who approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approver {
    /// The name of the login against the case and its register.
    pub found: NameMatch,
    /// What the broker says about whom the person may represent.
    pub authority: Authority,
    /// How the person explains the difference, when there is one that asks for it.
    pub explanation: Option<Explanation>,
}

/// The name of the login against the case's representative and the register's candidates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameMatch {
    /// The representative of the case, letter by letter.
    Same,
    /// The representative of the case, spelled in another way.
    Spelled,
    /// Somebody else whom the register names as one who may represent the organisation: the name
    /// there.
    OtherCandidate {
        /// As the register spells it.
        name: String,
    },
    /// Nobody whom the register names.
    NotListed,
    /// Somebody else; the register that was asked does not tell who may represent the organisation.
    NotTold,
    /// MitID told no name, so there is none to compare.
    NoName,
}

/// How a person explains that somebody else than the representative of the case seems to have
/// logged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Explanation {
    /// It is the representative, under another name.
    SamePerson,
    /// It is somebody else, who may represent the organisation.
    MayRepresent,
}

/// An approval that was made in MitID and never used: the person said that it was not meant so. The
/// evidence itself is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscardedApproval {
    /// Who logged in, as the broker says.
    pub approver: LoginName,
    /// When, as the broker says.
    pub approved_at: Timestamp,
    /// The control code of what was approved.
    pub control_code: ControlCode,
    /// When it was set aside.
    pub at: Timestamp,
}

impl Approver {
    /// Who logged in, against the case that was approved. Nothing is explained yet.
    pub fn of(evidence: &Evidence, connection: &Connection) -> Self {
        let found =
            evidence.approver.given().map_or(NameMatch::NoName, |name| compare(name, connection));
        Self { found, authority: evidence.authority, explanation: None }
    }

    /// Somebody has to explain who it was before the approval is used: another name, or none. A
    /// spelling never asks.
    pub fn asks(&self) -> bool {
        !matches!(self.found, NameMatch::Same | NameMatch::Spelled)
            || self.authority == Authority::Other
    }
}

impl DiscardedApproval {
    /// An approval that is not used after all.
    pub fn of(evidence: &Evidence, at: Timestamp) -> Self {
        let Evidence { approver, approved_at, control_code, .. } = evidence;
        Self {
            approver: approver.clone(),
            approved_at: *approved_at,
            control_code: control_code.clone(),
            at,
        }
    }
}

/// Compares the name of a login with the case's representative and the register's candidates.
///
/// When a name fits the representative only by its spelling, and the register has both a person of
/// exactly that name and another of the representative's name, it is the other person: a father and
/// a son differ by a middle name.
pub fn compare(name: &str, connection: &Connection) -> NameMatch {
    let representative = connection.representative.name.as_str();
    let organisation = &connection.organisation;
    let persons =
        || organisation.named().filter(|candidate| candidate.kind != ParticipantKind::Organisation);
    let exactly = |name: &str| {
        persons().find(|candidate| Likeness::of(name, &candidate.name) == Likeness::Same)
    };
    let other = |candidate: &Candidate| NameMatch::OtherCandidate { name: candidate.name.clone() };
    match Likeness::of(name, representative) {
        Likeness::Same => NameMatch::Same,
        Likeness::Spelled => match (exactly(name), exactly(representative)) {
            (Some(candidate), Some(_)) => other(candidate),
            _ => NameMatch::Spelled,
        },
        Likeness::Other if organisation.origins.candidates.is_none() => NameMatch::NotTold,
        Likeness::Other => {
            let spelled = || {
                persons().find(|candidate| Likeness::of(name, &candidate.name) == Likeness::Spelled)
            };
            // Who holds a role without being named may be anybody.
            let nobody = if organisation.unnamed().next().is_some() {
                NameMatch::NotTold
            } else {
                NameMatch::NotListed
            };
            exactly(name).or_else(spelled).map_or(nobody, other)
        }
    }
}
