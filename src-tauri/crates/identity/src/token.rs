//! Is this ID token the answer to this login? OpenID Connect Core §3.1.3.7, step by step as `oidc.md` §4 lists it.
//!
//! `openidconnect` checks the signature, `iss`, `aud`, `exp` and the header; what it leaves to its user is checked here:
//! `azp`, `at_hash`, `auth_time`, doubled members. What the tokens beside it say is checked in `beside`, by the same rules as far as
//! they have the claims.

use crate::Trouble;
use crate::profile::BrokerProfile;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Timestamp;
use evidence::json;
use jiff::SignedDuration;
use openidconnect::core::{CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm};
use openidconnect::{AccessToken, AccessTokenHash, ClientId, IssuerUrl, JsonWebKey as _, JsonWebTokenType, Nonce};
use serde_json::{Map, Value};
use std::time::SystemTime;
use subtle::ConstantTimeEq;

/// How much two clocks may differ.
pub(crate) const SKEW: SignedDuration = SignedDuration::from_secs(60);

/// The algorithms that are accepted, whatever a broker advertises: no MAC, no `none`.
pub(crate) const ALGORITHMS: [(&str, CoreJwsSigningAlgorithm); 2] =
    [("RS256", CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256), ("ES256", CoreJwsSigningAlgorithm::EcdsaP256Sha256)];

/// What the token must say.
pub(crate) struct Expected<'a> {
    /// Issuer, client, claims and levels.
    pub(crate) profile: &'a BrokerProfile,
    /// The commitment's nonce.
    pub(crate) nonce: &'a str,
    /// The reference text that was sent.
    pub(crate) text: &'a str,
    /// When the login began.
    pub(crate) started: Timestamp,
    /// When the token came.
    pub(crate) now: Timestamp,
}

impl Expected<'_> {
    /// True for a moment of this login, as far as clocks agree.
    pub(crate) fn is_now(&self, at: Timestamp) -> bool {
        at >= self.started - SKEW && at <= self.now + SKEW
    }
}

/// A token whose header and payload have been read, and nothing more.
pub(crate) struct Unverified {
    /// The compact form, letter for letter.
    compact: String,
    header: Map<String, Value>,
    pub(crate) claims: Map<String, Value>,
}

impl Unverified {
    /// Takes a token apart; refuses doubled members, critical headers, other types and every algorithm that is not accepted.
    pub(crate) fn read(compact: &str, types: &[&str]) -> Result<Self, Trouble> {
        let mut parts = compact.split('.').map(|part| URL_SAFE_NO_PAD.decode(part).ok().and_then(|bytes| json::object(&bytes)));
        let (Some(Some(header)), Some(Some(claims))) = (parts.next(), parts.next()) else {
            return Err(Trouble::NotTrusted);
        };
        let read = Self { compact: compact.to_owned(), header, claims };
        // RFC 7519 §5.1: a type is compared in any case.
        let is_type = |typ: &Value| typ.as_str().is_some_and(|typ| types.iter().any(|known| known.eq_ignore_ascii_case(typ)));
        let refused = read.algorithm().is_none()
            || read.header.contains_key("crit")
            || read.header.contains_key("cty")
            || read.header.get("typ").is_some_and(|typ| !is_type(typ));
        if refused { Err(Trouble::NotTrusted) } else { Ok(read) }
    }

    /// The one key of the set that the header names. `None` when there is none, or more than one could be meant.
    pub(crate) fn key<'k>(&self, keys: &'k [Value]) -> Option<&'k Value> {
        let (name, _) = self.algorithm()?;
        let kind = if *name == "ES256" { "EC" } else { "RSA" };
        let kid = self.header.get("kid");
        let fits = |key: &&Value| {
            key.get("kty").is_some_and(|kty| kty == kind)
                && (kid.is_none() || key.get("kid") == kid)
                && key.get("use").is_none_or(|used| used == "sig")
                && key.get("alg").is_none_or(|alg| alg == name)
        };
        let mut meant = keys.iter().filter(fits);
        let key = meant.next()?;
        meant.next().is_none().then_some(key)
    }

    /// True when this key has signed exactly this text.
    pub(crate) fn is_signed_by(&self, key: &Value) -> bool {
        let Ok(key) = serde_json::from_value::<CoreJsonWebKey>(key.clone()) else { return false };
        let (Some((input, signature)), Some((_, algorithm))) = (self.compact.rsplit_once('.'), self.algorithm()) else { return false };
        let Ok(signature) = URL_SAFE_NO_PAD.decode(signature) else { return false };
        key.verify_signature(algorithm, input.as_bytes(), &signature).is_ok()
    }

    /// Everything that the ID token must say by itself.
    pub(crate) fn is_id_token(&self, token: &CoreIdToken, key: &Value, access: &AccessToken, expected: &Expected<'_>) -> bool {
        let key = serde_json::from_value(key.clone());
        key.is_ok_and(|key| self.is_signed(token, &key, access, expected)) && self.says(expected)
    }

    /// The compact form, letter for letter.
    pub(crate) fn into_compact(self) -> String {
        self.compact
    }

    /// Steps 2, 3, 6, 7, 9, 10 and 11, and `at_hash` (§3.1.3.8).
    fn is_signed(&self, token: &CoreIdToken, key: &CoreJsonWebKey, access: &AccessToken, expected: &Expected<'_>) -> bool {
        let (Ok(issuer), Ok(jwt)) = (IssuerUrl::new(expected.profile.issuer.clone()), JsonWebTokenType::new("JWT".to_owned()).normalize())
        else {
            return false;
        };
        let client = ClientId::new(expected.profile.client_id.clone());
        let (earliest, latest) = (expected.started - SKEW, expected.now + SKEW);
        let verifier = CoreIdTokenVerifier::new_public_client(client, issuer, CoreJsonWebKeySet::new(vec![key.clone()]))
            .set_allowed_algs(ALGORITHMS.map(|(_, algorithm)| algorithm))
            .set_allowed_jose_types([jwt])
            .set_time_fn(|| SystemTime::from(expected.now - SKEW).into())
            .set_issue_time_verifier_fn(|issued| match Timestamp::try_from(SystemTime::from(issued)) {
                Ok(issued) if issued >= earliest && issued <= latest => Ok(()),
                Ok(_) | Err(_) => Err(String::new()),
            });
        let nonce = |nonce: Option<&Nonce>| match nonce {
            Some(nonce) if bool::from(nonce.secret().as_bytes().ct_eq(expected.nonce.as_bytes())) => Ok(()),
            Some(_) | None => Err(String::new()),
        };
        let Ok(claims) = token.claims(&verifier, nonce) else { return false };
        claims.access_token_hash().is_none_or(|sent| self.hash(access, key).is_some_and(|ours| ours == *sent))
    }

    fn hash(&self, access: &AccessToken, key: &CoreJsonWebKey) -> Option<AccessTokenHash> {
        let (_, algorithm) = self.algorithm()?;
        AccessTokenHash::from_token(access, algorithm, key).ok()
    }

    /// Steps 2 (letter by letter), 5 and 13, and the claims that the profile requires.
    fn says(&self, expected: &Expected<'_>) -> bool {
        let profile = expected.profile;
        self.text("iss") == Some(&profile.issuer)
            && self.claims.get("azp").is_none_or(|azp| *azp == profile.client_id)
            && self.moment(&profile.claims.time).is_some_and(|at| expected.is_now(at))
            && profile.claims.required.iter().all(|(claim, value)| self.text(claim) == Some(value))
    }

    /// A claim that is a text.
    pub(crate) fn text(&self, claim: &str) -> Option<&str> {
        self.claims.get(claim).and_then(Value::as_str)
    }

    /// Seconds since 1970 as OpenID Connect Core §2 has it, or RFC 3339 as some brokers have it.
    pub(crate) fn moment(&self, claim: &str) -> Option<Timestamp> {
        match self.claims.get(claim)? {
            Value::Number(seconds) => Timestamp::from_second(seconds.as_i64()?).ok(),
            Value::String(text) => text.parse::<i64>().ok().and_then(|s| Timestamp::from_second(s).ok()).or_else(|| text.parse().ok()),
            _ => None,
        }
    }

    fn algorithm(&self) -> Option<&'static (&'static str, CoreJwsSigningAlgorithm)> {
        let named = self.header.get("alg")?.as_str()?;
        ALGORITHMS.iter().find(|(name, _)| *name == named)
    }
}
