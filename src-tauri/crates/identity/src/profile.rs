//! What differs between MitID brokers, as data: `oidc.md` §8.2.
//!
//! Every broker speaks OpenID Connect, and each has its own way to be told which text to show,
//! which level to demand and where it says so in the signed token. A profile holds exactly that, so
//! a new broker is a file and not a branch.

mod file;
mod organisations;
mod raw;
mod values;

pub use organisations::{Organisations, Yes};
pub use values::{
    ClientProof, ErrorMeaning, Host, IssPolicy, Ports, Pushed, RequestForm, Userinfo,
};

use domain::keys::BrokerKey;
use domain::profile::ProfileIncomplete;
use domain::{Environment, Language};
use evidence::CertificateAnchor;
use evidence::anchors::{self, Anchor, AnchoredKey, ClaimPlace, Claims, TrustAnchors};
use serde::Deserialize;
use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

/// One broker, as one organisation may use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokerProfile {
    /// Which world it belongs to.
    pub environment: Environment,
    /// Names the profile in the evidence.
    pub id: String,
    /// Tells editions of the profile apart in the evidence.
    pub version: u32,
    /// The issuer identifier, compared letter by letter.
    pub issuer: String,
    /// The client that is registered at the broker.
    pub client_id: String,
    /// How the client proves that it is the one.
    pub client: ClientProof,
    /// The host of the redirect URI.
    pub host: Host,
    /// The path of the redirect URI: empty, or beginning with `/`.
    pub redirect_path: String,
    /// The loopback ports that the broker accepts.
    pub ports: Ports,
    /// The scopes that are asked for; `openid` always is.
    pub scopes: Vec<String>,
    /// When a response must name its issuer.
    pub iss: IssPolicy,
    /// How the authorization request travels.
    pub request: RequestForm,
    /// Whether the request is pushed to the broker before the browser goes there.
    pub pushed: Pushed,
    /// Where a signed answer about the person is.
    pub userinfo: Userinfo,
    /// The answer with the ID token must have a long-lived transaction token too (`oidc.md` §0,
    /// fact 4).
    pub transaction_token: bool,
    /// The broker shows the reference text. Where it does not, the evidence proves nothing of what
    /// was shown (level C).
    pub shows_text: bool,
    /// What else the authorization request carries: how text, action, level and language are sent.
    /// In the values `{text}` is the reference text, `{text-base64}` and `{text-base64url}` its
    /// UTF-8 in base64, `{language}` `da` or `en`.
    pub authorize: BTreeMap<String, String>,
    /// Which token says what.
    pub claims: Claims,
    /// Says when the person logged in: a claim of the ID token, in seconds since 1970 or as RFC
    /// 3339. It shows whether an old session was reused; where it is missing or written otherwise,
    /// nothing is concluded from it.
    pub login_time: String,
    /// Claims of the ID token that must have exactly this value, e.g. `identityscheme`.
    pub required: BTreeMap<String, String>,
    /// How the broker tells which organisations a person may represent, where it does.
    pub organisations: Option<Organisations>,
    /// What the broker's own error codes mean (`error_description` or `error`).
    pub errors: BTreeMap<String, ErrorMeaning>,
    /// The evidence anchor: RFC 7638 thumbprints of the keys that the broker signs ID tokens with.
    pub keys: Vec<String>,
    /// Who may certify the key of a transaction token.
    pub certificates: Vec<CertificateAnchor>,
    /// What nobody has confirmed yet. It is used as it stands, and shown for what it is.
    pub unconfirmed: Vec<Unconfirmed>,
}

/// A profile as far as it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it says; empty where it says nothing.
    pub profile: BrokerProfile,
    /// The fields that are missing, such as `broker.issuer`.
    pub missing: Vec<String>,
    /// The fields with values that cannot be used, alone or together.
    pub unusable: Vec<String>,
}

/// A fact of a profile that must be asked of the broker.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unconfirmed {
    /// The field, e.g. `ports`.
    pub field: String,
    /// What is not known, and what to ask.
    pub why: String,
}

impl BrokerProfile {
    /// The pretended broker at `issuer`, e.g. `http://127.0.0.1:49152/mitid`. It speaks as Idura
    /// does (`oidc.md` §1.2).
    pub fn practice(issuer: &str) -> Self {
        let anchor = anchors::practice().anchors.into_iter().next();
        let (client_id, claims, keys) =
            anchor.map(|a| (a.client_id, a.claims, a.keys)).unwrap_or_default();
        let authorize = [
            ("acr_values", "urn:grn:authn:dk:mitid:substantial"),
            ("login_hint", "message:{text-base64} action:approve"),
            ("ui_locales", "{language}"),
        ];
        Self {
            environment: Environment::Practice,
            id: "tilslut-practice".to_owned(),
            version: 1,
            issuer: issuer.to_owned(),
            client_id,
            client: ClientProof::Public,
            host: Host::V4,
            redirect_path: "/callback".to_owned(),
            ports: Ports::Any,
            scopes: vec!["openid".to_owned()],
            iss: IssPolicy::AsAdvertised,
            request: RequestForm::Query,
            pushed: Pushed::None,
            userinfo: Userinfo::None,
            transaction_token: false,
            shows_text: true,
            authorize: authorize.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            claims,
            login_time: "auth_time".to_owned(),
            required: [("identityscheme".to_owned(), "dkmitid".to_owned())].into(),
            errors: [
                ("mitid_user_aborted", ErrorMeaning::Refused),
                ("mitid_user_refused", ErrorMeaning::Refused),
                ("mitid_timeout", ErrorMeaning::TimedOut),
            ]
            .map(|(code, meaning)| (code.to_owned(), meaning))
            .into(),
            organisations: Some(Organisations::practice()),
            keys: keys.into_iter().map(|key| key.thumbprint).collect(),
            certificates: vec![],
            unconfirmed: vec![],
        }
    }

    /// Reads the `[broker]` table of a live profile; other tables are somebody else's. Every field
    /// is in `docs/live-profile.md`.
    ///
    /// # Errors
    /// A half-configured profile names everything that is missing, not only the first thing. One of
    /// the practice environment is not a live profile: its `broker.environment` cannot be used.
    pub fn from_toml(text: &str) -> Result<Self, ProfileIncomplete> {
        let profile = Self::read(text)?;
        match profile.environment {
            Environment::Live => Ok(profile),
            Environment::Practice => Err(ProfileIncomplete::Fields {
                missing: vec![],
                unusable: vec!["broker.environment".to_owned()],
            }),
        }
    }

    /// Reads the `[broker]` table of a profile of either environment: `environment` says which, and
    /// live is the default.
    ///
    /// # Errors
    /// As [`BrokerProfile::from_toml`].
    pub fn read(text: &str) -> Result<Self, ProfileIncomplete> {
        let Reading { profile, missing, unusable } = file::read(text)?;
        if missing.is_empty() && unusable.is_empty() {
            Ok(profile)
        } else {
            Err(ProfileIncomplete::Fields { missing, unusable })
        }
    }

    /// Reads a profile that need not be whole, to tell what it has and what it lacks.
    ///
    /// # Errors
    /// When the text is no profile at all: not TOML, or a field has another type or name than a
    /// profile has.
    pub fn examine(text: &str) -> Result<Reading, ProfileIncomplete> {
        file::read(text)
    }

    /// What evidence from this broker is verified against.
    pub fn anchors(&self) -> TrustAnchors {
        TrustAnchors {
            environment: self.environment,
            anchors: vec![Anchor {
                issuer: self.issuer.clone(),
                // The practice broker has another port at every start.
                any_loopback_port: self.environment == Environment::Practice,
                client_id: self.client_id.clone(),
                keys: self.keys.iter().map(|key| AnchoredKey::always(key)).collect(),
                certificates: self.certificates.clone(),
                claims: self.claims.clone(),
            }],
            time_stamps: vec![],
        }
    }

    /// The redirect URIs to register at the broker. `PORT` stands for any port, where the broker
    /// allows any.
    pub fn redirect_uris(&self) -> Vec<String> {
        let ports = match &self.ports {
            Ports::Any => vec!["PORT".to_owned()],
            Ports::List(ports) => ports.iter().map(u16::to_string).collect(),
        };
        ports
            .iter()
            .map(|port| format!("http://{}:{port}{}", self.host.name(), self.redirect_path))
            .collect()
    }

    /// True when a key of the organisation's own is needed, to sign requests or to prove who asks.
    pub fn needs_key(&self) -> bool {
        self.request == RequestForm::Signed || self.client == ClientProof::PrivateKey
    }

    /// What the organisation must prove itself with at this broker; none for a public client.
    pub fn required_key(&self) -> Option<BrokerKey> {
        match self.client {
            _ if self.needs_key() => Some(BrokerKey::PrivateKey),
            ClientProof::Secret => Some(BrokerKey::Secret),
            ClientProof::Public | ClientProof::PrivateKey => None,
        }
    }

    /// The places that are read, with the field that names each.
    pub(crate) fn places(&self) -> Vec<(&'static str, &ClaimPlace)> {
        let claims = &self.claims;
        let fixed = [
            ("claims.text", &claims.text),
            ("claims.level", &claims.level),
            ("claims.name", &claims.name),
        ];
        let uuid = claims.uuid.as_ref().map(|place| ("claims.uuid", place));
        let protection =
            claims.protection.as_ref().map(|protection| ("claims.protection", &protection.place));
        let authority =
            claims.authority.as_ref().map(|authority| ("claims.authority", &authority.place));
        let organisations = self.organisations.iter().flat_map(Organisations::places);
        fixed
            .into_iter()
            .chain(uuid)
            .chain(protection)
            .chain(authority)
            .chain(organisations)
            .collect()
    }

    /// The extra parameters of the authorization request, filled in.
    pub(crate) fn parameters(&self, text: &str, language: Language) -> Vec<(String, String)> {
        let language = match language {
            Language::Danish => "da",
            Language::English => "en",
        };
        let places = [
            ("{text}", text.to_owned()),
            ("{text-base64}", STANDARD.encode(text)),
            ("{text-base64url}", URL_SAFE_NO_PAD.encode(text)),
            ("{language}", language.to_owned()),
        ];
        let fill = |value: &String| {
            places.iter().fold(value.clone(), |filled, (place, with)| filled.replace(place, with))
        };
        self.authorize.iter().map(|(name, value)| (name.clone(), fill(value))).collect()
    }
}
