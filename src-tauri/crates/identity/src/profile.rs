//! What differs between MitID brokers, as data: `oidc.md` §8.2.
//!
//! Every broker speaks OpenID Connect, and each has its own way to be told which text to show, which level to demand and
//! where it says so in the signed token. A profile holds exactly that, so a new broker is a file and not a branch.

use crate::callback::DONE;
use domain::profile::ProfileIncomplete;
use domain::{Environment, Language};
use evidence::anchors::{self, Anchor, AnchoredKey, ClaimPlace, TrustAnchors};
use serde::Deserialize;
use std::collections::BTreeMap;
use url::Url;

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
    /// The public client that is registered at the broker.
    pub client_id: String,
    /// The path of the redirect URI: empty, or beginning with `/`.
    pub redirect_path: String,
    /// The loopback ports that the broker accepts.
    pub ports: Ports,
    /// The scopes that are asked for; `openid` always is.
    pub scopes: Vec<String>,
    /// When a response must name its issuer.
    pub iss: IssPolicy,
    /// What else the authorization request carries: how text, action, level and language are sent. In the values `{text}`
    /// is the reference text, `{text-base64}` and `{text-base64url}` its UTF-8 in base64, `{language}` `da` or `en`.
    pub authorize: BTreeMap<String, String>,
    /// Where the ID token says what.
    pub claims: Claims,
    /// What the broker's own error codes mean (`error_description` or `error`).
    pub errors: BTreeMap<String, ErrorMeaning>,
    /// The evidence anchor: RFC 7638 thumbprints of the keys that the broker signs ID tokens with.
    pub keys: Vec<String>,
}

/// Which loopback ports may be in the redirect URI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ports {
    /// Any, as RFC 8252 §7.3 wants.
    Any,
    /// Only these, in this order: many brokers compare the port too.
    List(Vec<u16>),
}

/// RFC 9207, with the deviation of `oidc.md` §4: it is asked of answers with a code only, because an error can never lead to an
/// approval and at least one broker leaves `iss` out there. An `iss` beside a code is always compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IssPolicy {
    /// Required when the broker's metadata says that it is sent.
    AsAdvertised,
    /// Always required.
    Required,
}

/// Where the ID token says what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// Echoes the reference text.
    pub text: String,
    /// The echo is base64, as it was sent.
    pub text_base64: bool,
    /// Says the level.
    pub level: String,
    /// The values that mean Substantial or higher.
    pub levels: Vec<String>,
    /// Says who logged in.
    pub name: String,
    /// Says when: seconds since 1970, or RFC 3339.
    pub time: String,
    /// Claims that must have exactly this value, e.g. `identityscheme`.
    pub required: BTreeMap<String, String>,
}

/// What a broker's error code means for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorMeaning {
    /// The person refused, or broke it off.
    Refused,
    /// The person did not answer in time.
    TimedOut,
    /// The broker cannot work now.
    Down,
}

impl BrokerProfile {
    /// The pretended broker at `issuer`, e.g. `http://127.0.0.1:49152/mitid`. It speaks as Idura does (`oidc.md` §1.2).
    pub fn practice(issuer: &str) -> Self {
        let anchor = anchors::practice().anchors.into_iter().next();
        let (client_id, claims, keys) = anchor.map(|a| (a.client_id.clone(), Claims::of(&a), a.keys)).unwrap_or_default();
        let keys = keys.into_iter().map(|key| key.thumbprint).collect();
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
            redirect_path: "/callback".to_owned(),
            ports: Ports::Any,
            scopes: vec!["openid".to_owned()],
            iss: IssPolicy::AsAdvertised,
            authorize: authorize.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            claims,
            errors: [
                ("mitid_user_aborted", ErrorMeaning::Refused),
                ("mitid_user_refused", ErrorMeaning::Refused),
                ("mitid_timeout", ErrorMeaning::TimedOut),
            ]
            .map(|(code, meaning)| (code.to_owned(), meaning))
            .into(),
            keys,
        }
    }

    /// Reads the `[broker]` table of a live profile; other tables are somebody else's. The shape is in the crate's tests.
    ///
    /// A half-configured profile names everything that is missing, not only the first thing.
    pub fn from_toml(text: &str) -> Result<Self, ProfileIncomplete> {
        let file: File = toml::from_str(text).map_err(|wrong| {
            let before = wrong.span().map_or(0, |span| span.start);
            ProfileIncomplete::unreadable_from(text, before)
        })?;
        let mut reader = Reader::default();
        let broker = file.broker.unwrap_or_default();
        let claims = broker.claims.unwrap_or_default();
        let profile = Self {
            environment: Environment::Live,
            id: reader.text("id", broker.id),
            version: reader.present("version", broker.version),
            issuer: reader.fitting("issuer", broker.issuer, |issuer| is_https(issuer)),
            client_id: reader.text("client-id", broker.client_id),
            redirect_path: reader.fitting("redirect-path", broker.redirect_path, |path| is_path(path)),
            ports: reader.ports(broker.ports),
            scopes: reader.filled("scopes", broker.scopes),
            iss: broker.iss.unwrap_or(IssPolicy::AsAdvertised),
            authorize: reader.authorize(broker.authorize),
            claims: Claims {
                text: reader.text("claims.text", claims.text),
                text_base64: claims.text_base64,
                level: reader.text("claims.level", claims.level),
                levels: reader.filled("claims.levels", claims.levels),
                name: reader.text("claims.name", claims.name),
                time: claims.time.unwrap_or_else(|| "auth_time".to_owned()),
                required: claims.required,
            },
            errors: broker.errors,
            keys: reader.keys(broker.keys),
        };
        reader.finish(profile)
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
                certificates: vec![],
                text: ClaimPlace::id(&self.claims.text),
                text_base64: self.claims.text_base64,
                level: ClaimPlace::id(&self.claims.level),
                levels: self.claims.levels.clone(),
                name: ClaimPlace::id(&self.claims.name),
                uuid: None,
                authority: None,
            }],
            time_stamps: vec![],
        }
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
        let fill = |value: &String| places.iter().fold(value.clone(), |filled, (place, with)| filled.replace(place, with));
        self.authorize.iter().map(|(name, value)| (name.clone(), fill(value))).collect()
    }
}

impl Claims {
    fn of(anchor: &Anchor) -> Self {
        Self {
            text: anchor.text.claim.clone(),
            text_base64: anchor.text_base64,
            level: anchor.level.claim.clone(),
            levels: anchor.levels.clone(),
            name: anchor.name.claim.clone(),
            time: "auth_time".to_owned(),
            required: [("identityscheme".to_owned(), "dkmitid".to_owned())].into(),
        }
    }
}

impl Default for Claims {
    /// The names that OpenID Connect Core gives, and no accepted level.
    fn default() -> Self {
        Self {
            text: String::new(),
            text_base64: false,
            level: "acr".to_owned(),
            levels: Vec::new(),
            name: "name".to_owned(),
            time: "auth_time".to_owned(),
            required: BTreeMap::new(),
        }
    }
}

#[derive(Deserialize)]
struct File {
    broker: Option<RawBroker>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawBroker {
    id: Option<String>,
    version: Option<u32>,
    issuer: Option<String>,
    client_id: Option<String>,
    redirect_path: Option<String>,
    ports: Option<RawPorts>,
    scopes: Option<Vec<String>>,
    iss: Option<IssPolicy>,
    authorize: Option<BTreeMap<String, String>>,
    claims: Option<RawClaims>,
    #[serde(default)]
    errors: BTreeMap<String, ErrorMeaning>,
    keys: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawPorts {
    Any(Any),
    List(Vec<u16>),
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Any {
    Any,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawClaims {
    text: Option<String>,
    #[serde(default)]
    text_base64: bool,
    level: Option<String>,
    levels: Option<Vec<String>>,
    name: Option<String>,
    time: Option<String>,
    #[serde(default)]
    required: BTreeMap<String, String>,
}

/// Parameters that the flow itself sets; a profile that set one could undo PKCE, `state` or `prompt=login`.
const RESERVED: [&str; 11] = [
    "client_id",
    "redirect_uri",
    "response_type",
    "response_mode",
    "scope",
    "state",
    "nonce",
    "prompt",
    "code_challenge",
    "code_challenge_method",
    "request",
];

/// Collects what is wrong, so that a person is told everything at once.
#[derive(Default)]
struct Reader {
    missing: Vec<String>,
    unusable: Vec<String>,
}

impl Reader {
    fn present<T: Default>(&mut self, field: &str, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.missing.push(format!("broker.{field}"));
            T::default()
        })
    }

    fn fitting<T: Default>(&mut self, field: &str, value: Option<T>, fits: impl Fn(&T) -> bool) -> T {
        if value.as_ref().is_some_and(|value| !fits(value)) {
            self.unusable.push(format!("broker.{field}"));
        }
        self.present(field, value)
    }

    fn text(&mut self, field: &str, value: Option<String>) -> String {
        self.present(field, value.filter(|text| !text.trim().is_empty()))
    }

    fn filled(&mut self, field: &str, values: Option<Vec<String>>) -> Vec<String> {
        self.present(field, values.filter(|values| !values.is_empty()))
    }

    fn ports(&mut self, ports: Option<RawPorts>) -> Ports {
        match ports {
            Some(RawPorts::Any(Any::Any)) => Ports::Any,
            Some(RawPorts::List(list)) => {
                Ports::List(self.fitting("ports", Some(list), |list| !list.is_empty() && list.iter().all(|p| *p >= 1024)))
            }
            None => Ports::List(self.present("ports", None)),
        }
    }

    fn authorize(&mut self, parameters: Option<BTreeMap<String, String>>) -> BTreeMap<String, String> {
        let parameters = parameters.unwrap_or_default();
        let reserved = parameters.keys().filter(|name| RESERVED.contains(&name.as_str()));
        self.unusable.extend(reserved.map(|name| format!("broker.authorize.{name}")));
        if !parameters.values().any(|value| value.contains("{text")) {
            self.missing.push("broker.authorize {text}".to_owned());
        }
        parameters
    }

    fn keys(&mut self, keys: Option<Vec<String>>) -> Vec<String> {
        let is_thumbprint = |key: &String| URL_SAFE_NO_PAD.decode(key).is_ok_and(|bytes| bytes.len() == 32);
        let keys = self.filled("keys", keys);
        if !keys.iter().all(is_thumbprint) {
            self.unusable.push("broker.keys".to_owned());
        }
        keys
    }

    fn finish(self, profile: BrokerProfile) -> Result<BrokerProfile, ProfileIncomplete> {
        let Self { missing, unusable } = self;
        if missing.is_empty() && unusable.is_empty() { Ok(profile) } else { Err(ProfileIncomplete::Fields { missing, unusable }) }
    }
}

fn is_https(issuer: &str) -> bool {
    Url::parse(issuer).is_ok_and(|url| url.scheme() == "https" && url.query().is_none() && url.fragment().is_none())
}

fn is_path(path: &str) -> bool {
    path.is_empty() || (path != DONE && path.starts_with('/') && path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~".contains(&b)))
}
