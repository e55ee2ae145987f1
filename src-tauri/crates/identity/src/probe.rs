//! Asking a broker, before anybody logs in, whether it does what its profile says: for `tilslut-cli
//! profile check --online`.
//!
//! Only metadata and keys are read, which everybody may. What comes out is data; who asked puts it
//! into words.

use crate::broker::{self, Metadata};
use crate::clock::{self, Clock, SKEW};
use crate::profile::{BrokerProfile, IssPolicy, Pushed, Userinfo};
use domain::Timestamp;
use openidconnect::core::CoreJsonWebKey;
use openidconnect::{JsonWebKey as _, http};
use serde_json::Value;

use crate::token::ALGORITHMS;

/// Something that a login needs of the broker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// The metadata can be read (OpenID Connect Discovery 1.0 §4).
    Metadata,
    /// They name the issuer of the profile, letter by letter.
    Issuer,
    /// Every endpoint that the profile needs is there, in its environment.
    Endpoints,
    /// PKCE with `S256` is not left out.
    Pkce,
    /// An accepted algorithm signs ID tokens.
    Algorithms,
    /// An answer with a code names its issuer (RFC 9207).
    IssuerNamed,
    /// The key set can be read.
    Keys,
    /// Every key that can sign is anchored in the profile.
    Anchored,
    /// The clocks agree, as far as a login needs it: within a minute.
    Clock,
}

impl Point {
    /// Stable, in kebab case.
    pub fn code(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::Issuer => "issuer",
            Self::Endpoints => "endpoints",
            Self::Pkce => "pkce",
            Self::Algorithms => "algorithms",
            Self::IssuerNamed => "issuer-named",
            Self::Keys => "keys",
            Self::Anchored => "anchored",
            Self::Clock => "clock",
        }
    }
}

/// What was found at one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The point.
    pub point: Point,
    /// It holds; it does not; or the broker does not say.
    pub holds: Option<bool>,
    /// The technical value that was looked at, e.g. a thumbprint or a number of seconds. Never an
    /// answer as it came.
    pub detail: String,
}

/// Asks the broker, point by point, and stops where nothing more can be asked.
pub async fn probe(profile: &BrokerProfile, clock: &dyn Clock) -> Vec<Observation> {
    let mut found = Observations(Vec::new());
    let asked = clock.now();
    let Ok((client, response)) = broker::read_metadata(profile).await else {
        found.note(Point::Metadata, Some(false), profile.issuer.clone());
        return found.0;
    };
    found.clock(&response, asked, clock.now());
    let Some((said, metadata)) =
        broker::read::<Value>(response.body()).zip(broker::read::<Metadata>(response.body()))
    else {
        found.note(Point::Metadata, Some(false), profile.issuer.clone());
        return found.0;
    };
    found.note(Point::Metadata, Some(true), profile.issuer.clone());
    found.note(Point::Issuer, Some(metadata.issuer == profile.issuer), metadata.issuer.clone());
    found.endpoints(profile, &metadata);
    found.words(&said);
    let named = match (profile.iss, metadata.sends_iss) {
        (_, true) => Some(true),
        (IssPolicy::Required, false) => Some(false),
        (IssPolicy::AsAdvertised, false) => None,
    };
    found.note(Point::IssuerNamed, named, String::new());
    match broker::read_keys(&client, &metadata, profile).await {
        Ok(keys) => found.keys(profile, &keys),
        Err(_) => found.note(Point::Keys, Some(false), String::new()),
    }
    found.0
}

struct Observations(Vec<Observation>);

impl Observations {
    fn note(&mut self, point: Point, holds: Option<bool>, detail: String) {
        self.0.push(Observation { point, holds, detail });
    }

    /// How far the clocks are apart, where the broker's answer tells.
    fn clock(&mut self, response: &http::Response<Vec<u8>>, asked: Timestamp, heard: Timestamp) {
        let Some(offset) = clock::offset(response.headers(), asked, heard) else {
            return self.note(Point::Clock, None, String::new());
        };
        self.note(
            Point::Clock,
            Some(offset.abs() <= SKEW),
            format!("{} s", offset.abs().as_secs()),
        );
    }

    fn endpoints(&mut self, profile: &BrokerProfile, metadata: &Metadata) {
        let needed = [
            ("authorization_endpoint", true, Some(&metadata.authorization_endpoint)),
            ("token_endpoint", true, Some(&metadata.token_endpoint)),
            ("jwks_uri", true, Some(&metadata.jwks_uri)),
            (
                "userinfo_endpoint",
                profile.userinfo == Userinfo::Signed,
                metadata.userinfo_endpoint.as_ref(),
            ),
            (
                "pushed_authorization_request_endpoint",
                profile.pushed != Pushed::None,
                metadata.pushed_endpoint.as_ref(),
            ),
        ];
        let unusable = needed.iter().filter(|(_, needed, place)| {
            *needed && !place.is_some_and(|place| broker::may_call(place, profile.environment))
        });
        let names: Vec<&str> = unusable.map(|(name, _, _)| *name).collect();
        self.note(Point::Endpoints, Some(names.is_empty()), names.join(", "));
    }

    /// What the metadata say in lists of words.
    fn words(&mut self, said: &Value) {
        let words = |name: &str| {
            said.get(name)
                .and_then(Value::as_array)
                .map(|words| words.iter().filter_map(Value::as_str).collect::<Vec<_>>())
        };
        let methods = words("code_challenge_methods_supported");
        let detail = methods.as_ref().map(|methods| methods.join(", ")).unwrap_or_default();
        self.note(Point::Pkce, methods.map(|methods| methods.contains(&"S256")), detail);
        let algorithms = words("id_token_signing_alg_values_supported");
        let detail =
            algorithms.as_ref().map(|algorithms| algorithms.join(", ")).unwrap_or_default();
        let accepted =
            |algorithms: Vec<&str>| ALGORITHMS.iter().any(|(name, _)| algorithms.contains(name));
        self.note(Point::Algorithms, algorithms.map(accepted), detail);
    }

    fn keys(&mut self, profile: &BrokerProfile, keys: &[Value]) {
        let signing: Vec<&Value> =
            keys.iter().filter(|key| key.get("use").is_none_or(|used| used == "sig")).collect();
        self.note(Point::Keys, Some(!signing.is_empty()), signing.len().to_string());
        let unknown: Vec<String> = signing
            .into_iter()
            .filter_map(thumbprint)
            .filter(|thumbprint| !profile.keys.contains(thumbprint))
            .collect();
        self.note(Point::Anchored, Some(unknown.is_empty()), unknown.join(", "));
    }
}

/// RFC 7638, of a key that could sign for us.
fn thumbprint(key: &Value) -> Option<String> {
    use base64::Engine as _;
    use sha2::{Digest as _, Sha256};
    let kept: &[&str] = match key.get("kty")?.as_str()? {
        "RSA" => &["e", "kty", "n"],
        "EC" => &["crv", "kty", "x", "y"],
        _ => return None,
    };
    // Read as a key first, so that what is no key has no thumbprint.
    serde_json::from_value::<CoreJsonWebKey>(key.clone()).ok()?.key_type();
    let members: Option<Vec<String>> = kept
        .iter()
        .map(|name| Some(format!("\"{name}\":{}", key.get(*name).filter(|v| v.is_string())?)))
        .collect();
    let canonical = format!("{{{}}}", members?.join(","));
    Some(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(Sha256::digest(canonical)))
}
