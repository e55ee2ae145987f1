//! How a broker speaks: what it wants to be told, and which of its tokens says what. Shaped as the
//! recordings of real logins are (`oidc.md` §1), with their oddities, because a client must survive
//! those.

mod idura;
mod nets_eid;
mod signicat;

use crate::authorization::{Malformed, Prompt, Sent};
use crate::claims::{Claims, LoginFacts};
use serde_json::Value;

/// Which real broker the pretended one speaks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokerFlavour {
    /// Idura Verify: everything in the ID token, the text in `login_hint`.
    Idura,
    /// Nets eID Broker: name and text in tokens of their own, the text in `idp_params`.
    NetsEid,
    /// Signicat: everything in the ID token, the text in a signed request.
    Signicat,
}

impl BrokerFlavour {
    /// Members of the metadata that this broker has beside or instead of the common ones.
    pub(crate) fn metadata(self, issuer: &str) -> Value {
        match self {
            Self::Idura => idura::metadata(issuer),
            Self::NetsEid => nets_eid::metadata(issuer),
            Self::Signicat => signicat::metadata(issuer),
        }
    }

    /// What MitID is to show, where this broker is told it.
    pub(crate) fn prompt(self, sent: &Sent) -> Result<Prompt, Malformed> {
        match self {
            Self::Idura => idura::prompt(sent),
            Self::NetsEid => nets_eid::prompt(sent),
            Self::Signicat => signicat::prompt(sent),
        }
    }

    /// What the tokens say.
    pub(crate) fn claims(self, facts: &LoginFacts<'_>) -> Claims {
        match self {
            Self::Idura => idura::claims(facts),
            Self::NetsEid => nets_eid::claims(facts),
            Self::Signicat => signicat::claims(facts),
        }
    }

    /// The host that a registered redirect address may name, as it stands in an address.
    pub(crate) fn redirect_hosts(self) -> &'static [&'static str] {
        match self {
            Self::Idura | Self::NetsEid => &["127.0.0.1", "[::1]"],
            // "HTTP when it points at localhost" (`oidc.md` §1.3).
            Self::Signicat => &["localhost"],
        }
    }

    /// What comes back with a code beside code, state and issuer, and behind the whole address.
    pub(crate) fn noise(self) -> (&'static [(&'static str, &'static str)], &'static str) {
        match self {
            Self::Idura => (&[], ""),
            Self::NetsEid => (&[("session_state", "prøve.0"), ("scope", "openid mitid")], "#_"),
            Self::Signicat => (&[("session_state", "prøve.1"), ("scope", "openid profile")], ""),
        }
    }
}
