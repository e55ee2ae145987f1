//! The MitID service: which one is asked, and what the organisation proves itself with there.

use crate::names;
use app::model::BrokerState;
use serde::Serialize;

names! {
    /// What an organisation proves itself with.
    BrokerKeyName = domain::keys::BrokerKey { Secret, PrivateKey }
}

/// The MitID service that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Broker {
    /// The host that a person knows it by; none in practice.
    pub host: Option<String>,
    /// What the organisation has to prove itself with there, when it has to.
    pub wants: Option<BrokerKeyName>,
    /// The key store holds that.
    pub has_key: bool,
}

/// The service as the window shows it.
pub fn broker(state: &BrokerState) -> Broker {
    Broker { host: state.host.clone(), wants: state.wants.map(Into::into), has_key: state.has_key }
}
