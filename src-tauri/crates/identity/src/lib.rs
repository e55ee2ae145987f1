//! Who approves: OpenID Connect in the system browser.
//!
//! # Flow
//! [`approve`] leads one login from beginning to end (DESIGN §3, steps 5 to 8): the loopback
//! listener is bound, the system browser is opened, the one right callback is taken, the code is
//! exchanged at once, the ID token is validated, the commitment is sealed, and the bundle is
//! verified by the evidence crate's own code before anyone is told that it holds. What differs
//! between brokers is data: [`BrokerProfile`].
//!
//! Nothing here keeps a token, and nothing that is returned, printed or logged holds a code, a
//! state or a token: see `secret`. The facts and traps behind each check are in the reference page
//! on OpenID Connect (`oidc.md`).

mod attempt;
mod broker;
mod callback;
mod client;
mod clock;
mod exchange;
mod listener;
mod login;
mod page;
mod probe;
mod profile;
mod progress;
mod response;
mod secret;
#[cfg(feature = "testing")]
pub mod testing;
mod token;
mod token_set;

pub use client::{Client, Credential, NotAKey};
pub use clock::Clock;
pub use exchange::Approval;
pub use login::{Browser, approve, organisations};
pub use probe::{Observation, Point, probe};
pub use profile::{
    BrokerProfile, ClientProof, ErrorMeaning, Host, IssPolicy, Organisations, Ports, Pushed,
    Reading, RequestForm, Unconfirmed, Userinfo, Yes,
};
pub use progress::{ClockOff, GoOn, Progress, Waiting};

use domain::problem::Problem;

/// How a login ended without an approval. Each is something else that the person can do about it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Error {
    /// No loopback port could be opened, so no browser was opened either.
    #[error("no loopback port could be opened{}", listed(ports))]
    LoopbackNotOpened {
        /// Those of the profile, all taken or forbidden; none where any port would have done.
        ports: Vec<u16>,
    },
    /// The profile wants a secret or a key of the organisation's own, and it is not there.
    #[error("the broker wants a credential that is not there")]
    CredentialMissing,
    /// The broker does not take the secret or the key that it was given.
    #[error("the broker refused the credential")]
    CredentialRefused,
    /// The broker cannot be reached, or says that it cannot work now.
    #[error("the broker cannot be reached")]
    Down,
    /// The broker answered something that cannot be read.
    #[error("the broker's answer cannot be read")]
    Nonsense,
    /// The person refused the login, or broke it off at the broker.
    #[error("the login was refused")]
    Refused,
    /// The broker ended the login with an error that its profile does not name.
    #[error("the login did not come about: {code}")]
    NotMade {
        /// The broker's code, made fit to be shown.
        code: String,
    },
    /// The login was at level Low.
    #[error("the login was at level Low")]
    LevelLow,
    /// The login was made with an identity from work, and the profile requires private MitID.
    #[error("the login was not made with private MitID")]
    NotPrivate,
    /// The person gave the login up in Tilslut.
    #[error("the login was cancelled")]
    Cancelled,
    /// The answer did not come in time.
    #[error("the login did not come back in time")]
    TimedOut,
    /// The answer came and does not hold: wrong issuer, key, nonce, audience, level or text.
    #[error("the answer of the login does not hold")]
    NotTrusted,
    /// The evidence that was made does not verify.
    #[error("the evidence does not verify")]
    EvidenceInvalid,
}

impl From<Error> for Problem {
    fn from(trouble: Error) -> Self {
        match trouble {
            Error::LoopbackNotOpened { .. } => Self::LoopbackNotOpened,
            Error::CredentialMissing => Self::CredentialMissing,
            Error::CredentialRefused => Self::CredentialRefused,
            Error::Down => Self::BrokerDown,
            Error::Nonsense => Self::BrokerNonsense,
            Error::Refused => Self::LoginRefused,
            Error::NotMade { .. } => Self::LoginNotMade,
            Error::LevelLow => Self::LoginLevelLow,
            Error::NotPrivate => Self::LoginNotPrivate,
            Error::Cancelled => Self::LoginCancelled,
            Error::TimedOut => Self::LoginTimedOut,
            Error::NotTrusted => Self::LoginNotTrusted,
            Error::EvidenceInvalid => Self::EvidenceInvalid,
        }
    }
}

fn listed(ports: &[u16]) -> String {
    let ports: Vec<String> = ports.iter().map(u16::to_string).collect();
    if ports.is_empty() { String::new() } else { format!(" (tried {})", ports.join(", ")) }
}
