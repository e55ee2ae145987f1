//! Which organisation: asks a register and reads its answer into what the rest of the program
//! knows.
//!
//! A register is another party's machine, so everything it sends is doubted: its size, its time,
//! its shape, and the characters of every text. [`read()`] and [`read_any`] are the pure half;
//! [`Virk`], [`Datafordeler`] and [`Cvrapi`] the half with the network, and [`Register`] the one
//! that a live profile chooses among them. What a source does not tell is left open in the
//! organisation's `origins`, never guessed.

mod address;
mod answer;
mod candidates;
mod cvrapi;
mod datafordeler;
mod endpoint;
mod lenient;
mod participant;
mod profile;
mod quota;
mod read;
mod secret;
mod text;
mod virk;

pub use cvrapi::Cvrapi;
pub use datafordeler::Datafordeler;
pub use endpoint::Patience;
pub use profile::{Kind, Needs, RegisterProfile};
pub use quota::{PER_DAY, Quota};
pub use read::{ANSWER_MAX, read, read_any};
pub use secret::{ApiKey, Credential, Secrets};
pub use virk::{Continue, Hit, PlainHttp, SearchResults, Virk};

use domain::Timestamp;
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, Source};
use domain::problem::Problem;

/// The register that is asked. Look-ups are given up by dropping their future.
#[derive(Debug, Clone)]
pub enum Register {
    /// The CVR system-to-system service, or practice's.
    Virk(Virk),
    /// Datafordeler.
    Datafordeler(Datafordeler),
    /// cvrapi.dk.
    Cvrapi(Cvrapi),
}

/// Why there is no organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Error {
    /// The register knows no organisation with the number: compare the number.
    #[error("the register does not know the number")]
    Unknown,
    /// The register cannot be reached, broke off, or says that it cannot answer now: try again
    /// later.
    #[error("the register cannot be reached")]
    Down,
    /// The register did not answer in time: try again.
    #[error("the register did not answer in time")]
    Slow,
    /// The answer is not one of this register: the address is wrong, or Tilslut is too old.
    #[error("the register's answer cannot be read")]
    Nonsense,
    /// There is nothing at the address: it is wrong, or of a version of the service that was
    /// withdrawn.
    #[error("nothing answers at the register's address")]
    Gone,
    /// The credential or the key is missing, wrong or without access: give the right one.
    #[error("the register refused the credential")]
    Refused,
    /// No look-ups are left for now: wait, or type by hand.
    #[error("the register gives no more look-ups for now")]
    Quota,
    /// The service has shut the caller out: ask it why.
    #[error("the register has shut the caller out")]
    Banned,
    /// The service turns the caller away for the day, or from this address of the internet, without
    /// a word: try again tomorrow.
    #[error("the register turns the caller away")]
    Blocked,
    /// The service does not take the contact that the profile names: correct it.
    #[error("the register does not take the contact")]
    Anonymous,
}

/// Why a register cannot be asked at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unconfigured {
    /// The address is not `http` or `https` with a host, or it carries a query or a credential.
    #[error("not the address of a register")]
    Address,
    /// What opens the register would travel where anybody on the way can read it, and nobody
    /// accepted that.
    #[error("the credential would travel in the open")]
    PlainHttp,
    /// The user name or the password cannot be sent.
    #[error("the credential cannot be sent")]
    Credential,
    /// There is no key, or it cannot be sent.
    #[error("there is no key that can be sent")]
    Key,
    /// The contact does not say who asks and how to reach them.
    #[error("the contact does not say who asks")]
    Contact,
}

impl Register {
    /// Asks for the organisation with the number. `now` is kept as the time of the look-up; `quota`
    /// is counted only for the source that has one.
    pub async fn look_up(
        &self,
        cvr: CvrNumber,
        now: Timestamp,
        quota: &mut Quota,
    ) -> Result<Organisation, Error> {
        match self {
            Self::Virk(virk) => virk.look_up(cvr, now).await,
            Self::Datafordeler(datafordeler) => datafordeler.look_up(cvr, now).await,
            Self::Cvrapi(cvrapi) => cvrapi.look_up(cvr, now, quota).await,
        }
    }

    /// Searches by name ([`Virk::search`]); none where the source cannot.
    pub async fn search(
        &self,
        name: &str,
        after: Option<&Continue>,
        now: Timestamp,
    ) -> Option<Result<SearchResults, Error>> {
        match self.searchable() {
            Some(virk) => Some(virk.search(name, after, now).await),
            None => None,
        }
    }

    /// Whether names can be searched for. Datafordeler knows exact names only, and cvrapi one best
    /// guess: neither is a search.
    pub fn can_search(&self) -> bool {
        self.searchable().is_some()
    }

    /// Who is named as the source of what it tells.
    pub fn source(&self) -> Source {
        match self {
            Self::Virk(virk) => virk.source(),
            Self::Datafordeler(_) => Source::Datafordeler,
            Self::Cvrapi(_) => Source::Cvrapi,
        }
    }

    /// Whether it tells who may represent an organisation; otherwise the person has to know.
    pub fn provides_management(&self) -> bool {
        matches!(self, Self::Virk(_))
    }

    fn searchable(&self) -> Option<&Virk> {
        match self {
            Self::Virk(virk) => Some(virk),
            Self::Datafordeler(_) | Self::Cvrapi(_) => None,
        }
    }
}

impl From<Error> for Problem {
    fn from(trouble: Error) -> Self {
        match trouble {
            Error::Unknown => Self::CvrUnknown,
            Error::Down => Self::RegisterDown,
            Error::Slow => Self::RegisterSlow,
            Error::Nonsense | Error::Gone => Self::RegisterNonsense,
            Error::Refused | Error::Anonymous => Self::RegisterRefused,
            Error::Banned | Error::Blocked => Self::RegisterBlocked,
            Error::Quota => Self::RegisterQuota,
        }
    }
}
