//! The `[broker]` table as TOML has it, before anything is missed in it or checked.

use super::Unconfirmed;
use super::values::{ClientProof, ErrorMeaning, Host, IssPolicy, Pushed, RequestForm, Userinfo};
use domain::Environment;
use evidence::anchors::{ClaimPlace, TokenKind};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub(super) struct File {
    pub(super) broker: Option<RawBroker>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct RawBroker {
    pub(super) environment: Option<World>,
    pub(super) id: Option<String>,
    pub(super) version: Option<u32>,
    pub(super) issuer: Option<String>,
    pub(super) client_id: Option<String>,
    #[serde(default)]
    pub(super) client: ClientProof,
    #[serde(default)]
    pub(super) host: Host,
    pub(super) redirect_path: Option<String>,
    pub(super) ports: Option<RawPorts>,
    pub(super) scopes: Option<Vec<String>>,
    pub(super) iss: Option<IssPolicy>,
    #[serde(default)]
    pub(super) request: RequestForm,
    #[serde(default)]
    pub(super) pushed: Pushed,
    #[serde(default)]
    pub(super) userinfo: Userinfo,
    #[serde(default)]
    pub(super) transaction_token: bool,
    pub(super) shows_text: Option<bool>,
    pub(super) authorize: Option<BTreeMap<String, String>>,
    pub(super) claims: Option<RawClaims>,
    pub(super) organisations: Option<RawOrganisations>,
    #[serde(default)]
    pub(super) errors: BTreeMap<String, ErrorMeaning>,
    pub(super) keys: Option<Vec<String>>,
    #[serde(default)]
    pub(super) certificates: Vec<RawCertificate>,
    #[serde(default)]
    pub(super) unconfirmed: Vec<Unconfirmed>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub(super) enum World {
    Live,
    Practice,
}

impl From<World> for Environment {
    fn from(world: World) -> Self {
        match world {
            World::Live => Self::Live,
            World::Practice => Self::Practice,
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum RawPorts {
    Any(Any),
    List(Vec<u16>),
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Any {
    Any,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct RawClaims {
    pub(super) text: Option<RawPlace>,
    #[serde(default)]
    pub(super) text_base64: bool,
    pub(super) level: Option<RawPlace>,
    pub(super) levels: Option<Vec<String>>,
    pub(super) name: Option<RawPlace>,
    pub(super) uuid: Option<RawPlace>,
    pub(super) protection: Option<RawYes>,
    pub(super) authority: Option<RawAuthority>,
    pub(super) time: Option<String>,
    #[serde(default)]
    pub(super) required: BTreeMap<String, String>,
}

/// A claim of the ID token by its name, or of another token.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum RawPlace {
    OfId(String),
    Of(Of),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Of {
    pub(super) token: Token,
    pub(super) claim: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Token {
    Id,
    Userinfo,
    Transaction,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAuthority {
    pub(super) place: RawPlace,
    /// The values that mean yes; without them the claim is the CVR number itself.
    pub(super) yes: Option<Vec<String>>,
    /// The claim with the CVR number, beside a yes.
    pub(super) cvr: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOrganisations {
    pub(super) scopes: Option<Vec<String>>,
    pub(super) authorize: Option<BTreeMap<String, String>>,
    #[serde(default)]
    pub(super) required: BTreeMap<String, String>,
    pub(super) cvr: Option<RawPlace>,
    pub(super) name: Option<RawPlace>,
    pub(super) may: Option<RawYes>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawYes {
    pub(super) place: RawPlace,
    pub(super) yes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCertificate {
    pub(super) pem: String,
    pub(super) subject: BTreeMap<String, String>,
}

impl RawPlace {
    /// True when it names a claim.
    pub(super) fn is_filled(&self) -> bool {
        let (Self::OfId(claim) | Self::Of(Of { claim, .. })) = self;
        !claim.trim().is_empty()
    }
}

impl From<RawPlace> for ClaimPlace {
    fn from(place: RawPlace) -> Self {
        match place {
            RawPlace::OfId(claim) => Self { token: TokenKind::Id, claim },
            RawPlace::Of(Of { token: Token::Id, claim }) => Self { token: TokenKind::Id, claim },
            RawPlace::Of(Of { token: Token::Userinfo, claim }) => {
                Self { token: TokenKind::Userinfo, claim }
            }
            RawPlace::Of(Of { token: Token::Transaction, claim }) => {
                Self { token: TokenKind::Transaction, claim }
            }
        }
    }
}
