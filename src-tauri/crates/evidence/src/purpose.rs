//! How the purpose of a login is written: in the request, in the claim and in the text that MitID
//! shows.

use crate::wire::Text;
pub use domain::approval::Purpose;

/// `ctx` of the client instance claim; a claim of another protocol, or for another purpose, never
/// passes for one of ours.
pub fn context(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Approval => "tilslut/approval/v1",
        Purpose::HandOver => "tilslut/handover/v1",
    }
}

/// The word that the text in the MitID app begins with.
pub(crate) fn word(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Approval => "Godkend",
        Purpose::HandOver => "Overdrag",
    }
}

/// The version of a request. What was written in an older one is read as it was written, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    /// Its `terms.opened` says when Tilslut's own summary of the terms was shown: nothing tells
    /// whether anybody opened the official text.
    V1,
    /// Tells the summary from the official text.
    V2,
}

/// The `type` of a request: what it is for, and its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RequestType {
    pub(crate) purpose: Purpose,
    pub(crate) version: Version,
}

impl Text for RequestType {
    fn write(&self) -> String {
        match (self.purpose, self.version) {
            (Purpose::Approval, Version::V1) => "tilslut/approval-request/v1",
            (Purpose::HandOver, Version::V1) => "tilslut/hand-over-request/v1",
            (Purpose::Approval, Version::V2) => "tilslut/approval-request/v2",
            (Purpose::HandOver, Version::V2) => "tilslut/hand-over-request/v2",
        }
        .to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        let known = [Purpose::Approval, Purpose::HandOver].into_iter().flat_map(|purpose| {
            [Version::V1, Version::V2].map(|version| Self { purpose, version })
        });
        known.into_iter().find(|kind| kind.write() == text)
    }
}
