//! What a login is for. It stands in the request, in the claim and in the text that MitID shows, so that a login for one thing never
//! passes for a login for another.

use serde::{Deserialize, Serialize};

/// What the person who logs in does with it. In JSON it is the `type` of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Purpose {
    /// The management representative approves the connection.
    #[serde(rename = "tilslut/approval-request/v1")]
    Approval,
    /// The reporter hands over what was prepared, and shows who that is. It approves nothing.
    #[serde(rename = "tilslut/hand-over-request/v1")]
    HandOver,
}

impl Purpose {
    /// `ctx` of the client instance claim; a claim of another protocol, or for another purpose, never passes for one of ours.
    pub fn context(self) -> &'static str {
        match self {
            Self::Approval => "tilslut/approval/v1",
            Self::HandOver => "tilslut/handover/v1",
        }
    }

    /// The word that the text in the MitID app begins with.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Approval => "Godkend",
            Self::HandOver => "Overdrag",
        }
    }
}
