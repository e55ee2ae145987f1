//! Which services are used.

use crate::answers::cut;
use crate::services::ServiceName;
use app::intent as of;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// Which services are used.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum ServicesIntent {
    /// Choose a profile file, and look at it; at the start, use it in the place of one that cannot
    /// be read.
    Choose,
    /// Go on without the profile that cannot be read.
    GoOnWithout,
    /// Ask the services of the profile that is looked at whether they are there.
    Ask,
    /// Take its parts into use, as far as they can be.
    Take,
    /// Put it away: everything stays as it is.
    Leave,
    /// Put away what was taken into use before.
    PutAway { service: ServiceName },
    /// Ask cvrapi from now on, where no profile names a register.
    AllowCvrapi { who: String, email: String },
    /// Ask it no more.
    WithdrawCvrapi,
}

impl From<ServicesIntent> for of::ServicesIntent {
    fn from(intent: ServicesIntent) -> Self {
        match intent {
            ServicesIntent::Choose => Self::Choose,
            ServicesIntent::GoOnWithout => Self::GoOnWithout,
            ServicesIntent::Ask => Self::Ask,
            ServicesIntent::Take => Self::Take,
            ServicesIntent::Leave => Self::Leave,
            ServicesIntent::PutAway { service } => Self::PutAway(service.into()),
            ServicesIntent::AllowCvrapi { who, email } => {
                Self::AllowCvrapi { who: cut(who), email: cut(email) }
            }
            ServicesIntent::WithdrawCvrapi => Self::WithdrawCvrapi,
        }
    }
}
