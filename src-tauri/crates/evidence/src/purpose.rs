//! How the purpose of a login is written: in the request, in the claim and in the text that MitID shows.

use crate::wire::Text;
pub use domain::approval::Purpose;

/// `ctx` of the client instance claim; a claim of another protocol, or for another purpose, never passes for one of ours.
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

/// The `type` of the request.
impl Text for Purpose {
    fn write(&self) -> String {
        match self {
            Self::Approval => "tilslut/approval-request/v1".to_owned(),
            Self::HandOver => "tilslut/hand-over-request/v1".to_owned(),
        }
    }

    fn read(text: &str) -> Option<Self> {
        [Self::Approval, Self::HandOver].into_iter().find(|purpose| purpose.write() == text)
    }
}
