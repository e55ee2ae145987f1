//! Is this ID token the answer to this login? OpenID Connect Core §3.1.3.7, step by step as `oidc.md` §4 lists it.
//!
//! `openidconnect` checks the signature, `iss`, `aud`, `exp` and the header; what it leaves to its user is checked here:
//! `azp`, `at_hash`, `auth_time`, the level, the echo of the reference text, doubled members.

use crate::Trouble;
use crate::profile::BrokerProfile;
use crate::unique;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use domain::Timestamp;
use jiff::SignedDuration;
use openidconnect::core::{CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm};
use openidconnect::{AccessToken, AccessTokenHash, ClientId, IssuerUrl, JsonWebTokenType, Nonce};
use serde_json::{Map, Value};
use std::time::SystemTime;
use subtle::ConstantTimeEq;

/// How much two clocks may differ.
const SKEW: SignedDuration = SignedDuration::from_secs(60);

/// The algorithms that are accepted, whatever a broker advertises: no MAC, no `none`.
const ALGORITHMS: [(&str, CoreJwsSigningAlgorithm); 2] =
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

/// A token whose header and payload have been read, and nothing more.
pub(crate) struct Unverified {
    token: CoreIdToken,
    header: Map<String, Value>,
    claims: Map<String, Value>,
}

impl Unverified {
    /// Takes the token apart; refuses doubled members, critical headers and every algorithm that is not accepted.
    pub(crate) fn read(token: &CoreIdToken) -> Result<Self, Trouble> {
        let compact = token.to_string();
        let mut parts = compact.split('.').map(|part| URL_SAFE_NO_PAD.decode(part).ok().and_then(|bytes| unique::object(&bytes)));
        let (Some(Some(header)), Some(Some(claims))) = (parts.next(), parts.next()) else {
            return Err(Trouble::NotTrusted);
        };
        let read = Self { token: token.clone(), header, claims };
        let refused =
            read.algorithm().is_none() || read.header.contains_key("crit") || read.header.get("typ").is_some_and(|typ| !is_jwt(typ));
        if refused { Err(Trouble::NotTrusted) } else { Ok(read) }
    }

    /// The one key of the set that the header names. `None` when there is none, or more than one could be meant.
    pub(crate) fn key<'k>(&self, keys: &'k [Value]) -> Option<&'k Value> {
        let (name, _) = self.algorithm()?;
        let kind = if *name == "ES256" { "EC" } else { "RSA" };
        let kid = self.header.get("kid");
        let mut meant = keys.iter().filter(|key| key.get("kty").is_some_and(|kty| kty == kind) && (kid.is_none() || key.get("kid") == kid));
        let key = meant.next()?;
        meant.next().is_none().then_some(key)
    }

    /// Checks everything, and gives back the token in its compact form, letter for letter.
    pub(crate) fn verified(self, key: &Value, access: &AccessToken, expected: &Expected<'_>) -> Result<String, Trouble> {
        let key: CoreJsonWebKey = serde_json::from_value(key.clone()).map_err(|_| Trouble::NotTrusted)?;
        if self.is_signed(&key, access, expected) && self.says(expected) { Ok(self.token.to_string()) } else { Err(Trouble::NotTrusted) }
    }

    /// Steps 2, 3, 6, 7, 9, 10 and 11, and `at_hash` (§3.1.3.8).
    fn is_signed(&self, key: &CoreJsonWebKey, access: &AccessToken, expected: &Expected<'_>) -> bool {
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
        let Ok(claims) = self.token.claims(&verifier, nonce) else { return false };
        claims.access_token_hash().is_none_or(|sent| self.hash(access, key).is_some_and(|ours| ours == *sent))
    }

    fn hash(&self, access: &AccessToken, key: &CoreJsonWebKey) -> Option<AccessTokenHash> {
        let (_, algorithm) = self.algorithm()?;
        AccessTokenHash::from_token(access, algorithm, key).ok()
    }

    /// Steps 2 (letter by letter), 5, 12 and 13, the echo of the text, and the claims that the profile requires.
    fn says(&self, expected: &Expected<'_>) -> bool {
        let profile = expected.profile;
        self.text("iss") == Some(&profile.issuer)
            && self.claims.get("azp").is_none_or(|azp| *azp == profile.client_id)
            && self.text(&profile.claims.level).is_some_and(|level| profile.claims.levels.iter().any(|accepted| accepted == level))
            && self.logged_in(&profile.claims.time).is_some_and(|at| at >= expected.started - SKEW && at <= expected.now + SKEW)
            && self.shows(expected)
            && self.text(&profile.claims.name).is_some_and(|name| !name.trim().is_empty())
            && profile.claims.required.iter().all(|(claim, value)| self.text(claim) == Some(value))
    }

    fn text(&self, claim: &str) -> Option<&str> {
        self.claims.get(claim).and_then(Value::as_str)
    }

    /// Seconds since 1970 as OpenID Connect Core §2 has it, or RFC 3339 as some brokers have it.
    fn logged_in(&self, claim: &str) -> Option<Timestamp> {
        match self.claims.get(claim)? {
            Value::Number(seconds) => Timestamp::from_second(seconds.as_i64()?).ok(),
            Value::String(text) => text.parse::<i64>().ok().and_then(|s| Timestamp::from_second(s).ok()).or_else(|| text.parse().ok()),
            _ => None,
        }
    }

    /// A token that echoes another text is not the answer to this login. One without any echo may be: its evidence says
    /// by its level that what was shown is not proven (DESIGN §3, level C).
    fn shows(&self, expected: &Expected<'_>) -> bool {
        let claims = &expected.profile.claims;
        match self.claims.get(&claims.text) {
            None => true,
            Some(Value::String(echo)) if claims.text_base64 => STANDARD.decode(echo).is_ok_and(|text| text == expected.text.as_bytes()),
            Some(echo) => *echo == expected.text,
        }
    }

    fn algorithm(&self) -> Option<&'static (&'static str, CoreJwsSigningAlgorithm)> {
        let named = self.header.get("alg")?.as_str()?;
        ALGORITHMS.iter().find(|(name, _)| *name == named)
    }
}

/// RFC 7519 §5.1: `JWT`, in any case.
fn is_jwt(typ: &Value) -> bool {
    typ.as_str().is_some_and(|typ| typ.eq_ignore_ascii_case("JWT"))
}
