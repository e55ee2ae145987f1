//! Is this ID token the answer to this login? OpenID Connect Core §3.1.3.7, step by step as
//! `oidc.md` §4 lists it.
//!
//! Every claim is read here and none by a library that knows its type: a name that is `null`, a
//! number that is a text or an address that nobody asked for must not cost a person an approval
//! that is right in all that matters. What the tokens beside it say is checked in `beside`, by the
//! same rules as far as they have the claims; when they were made, in `clock`.

use crate::Error;
use crate::clock::Clocks;
use crate::profile::BrokerProfile;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Timestamp;
use evidence::json;
use jiff::SignedDuration;
use openidconnect::core::{CoreJsonWebKey, CoreJwsSigningAlgorithm};
use openidconnect::{AccessToken, AccessTokenHash, JsonWebKey as _};
use serde_json::{Map, Value};
use subtle::ConstantTimeEq;

/// The algorithms that are accepted, whatever a broker advertises: no MAC, no `none`.
pub(crate) const ALGORITHMS: [(&str, CoreJwsSigningAlgorithm); 2] = [
    ("RS256", CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256),
    ("ES256", CoreJwsSigningAlgorithm::EcdsaP256Sha256),
];

/// What the token must say.
pub(crate) struct Expected<'a> {
    /// Issuer, client, claims and levels.
    pub(crate) profile: &'a BrokerProfile,
    /// The commitment's nonce.
    pub(crate) nonce: &'a str,
    /// The reference text that was sent.
    pub(crate) text: &'a str,
    /// When the login was, as far as any clock tells.
    pub(crate) clocks: Clocks,
}

/// A token whose header and payload have been read, and nothing more.
pub(crate) struct Unverified {
    /// The compact form, letter for letter.
    compact: String,
    header: Map<String, Value>,
    pub(crate) claims: Map<String, Value>,
}

impl Unverified {
    /// Takes a token apart; refuses doubled members, critical headers, other types and every
    /// algorithm that is not accepted.
    pub(crate) fn read(compact: &str, types: &[&str]) -> Result<Self, Error> {
        let mut parts = compact
            .split('.')
            .map(|part| URL_SAFE_NO_PAD.decode(part).ok().and_then(|bytes| json::object(&bytes)));
        let (Some(Some(header)), Some(Some(claims))) = (parts.next(), parts.next()) else {
            return Err(Error::NotTrusted);
        };
        let read = Self { compact: compact.to_owned(), header, claims };
        // RFC 7519 §5.1: a type is compared in any case.
        let is_type = |typ: &Value| {
            typ.as_str()
                .is_some_and(|typ| types.iter().any(|known| known.eq_ignore_ascii_case(typ)))
        };
        let refused = read.algorithm().is_none()
            || read.header.contains_key("crit")
            || read.header.contains_key("cty")
            || read.header.get("typ").is_some_and(|typ| !is_type(typ));
        if refused { Err(Error::NotTrusted) } else { Ok(read) }
    }

    /// The one key of the set that the header names. `None` when there is none, or more than one
    /// could be meant.
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
        let (Some((input, signature)), Some((_, algorithm))) =
            (self.compact.rsplit_once('.'), self.algorithm())
        else {
            return false;
        };
        let Ok(signature) = URL_SAFE_NO_PAD.decode(signature) else { return false };
        key.verify_signature(algorithm, input.as_bytes(), &signature).is_ok()
    }

    /// Everything that the ID token must say by itself: steps 2 to 7, 9 to 11 and 13, `at_hash`
    /// (§3.1.3.8), and the claims that the profile requires. One that holds but for those, and
    /// tells of an identity from work, is told apart: the person can do something about it.
    pub(crate) fn is_id_token(
        &self,
        key: &Value,
        access: Option<&AccessToken>,
        expected: &Expected<'_>,
    ) -> Result<(), Error> {
        let profile = expected.profile;
        let nonce = self
            .text("nonce")
            .is_some_and(|sent| bool::from(sent.as_bytes().ct_eq(expected.nonce.as_bytes())));
        let holds = self.is_signed_by(key)
            && self.text("iss") == Some(&profile.issuer)
            && self.claims.get("aud").is_some_and(|audience| is_for(audience, &profile.client_id))
            && self.claims.get("azp").is_none_or(|azp| *azp == profile.client_id)
            && nonce
            && self.text("sub").is_some_and(is_subject)
            && self.is_of_now(&profile.login_time, expected)
            && access.is_none_or(|access| self.is_beside(access, key));
        let others: Vec<_> = profile
            .required
            .iter()
            .filter(|(claim, value)| self.text(claim) != Some(value))
            .collect();
        if !holds {
            Err(Error::NotTrusted)
        } else if others.is_empty() {
            Ok(())
        } else if others.iter().any(|(claim, _)| self.text(claim).is_some_and(is_from_work)) {
            Err(Error::NotPrivate)
        } else {
            Err(Error::NotTrusted)
        }
    }

    /// It says when it was made and until when it holds, both fit this login, and the person has
    /// logged in for it. When the person did is not told by every broker, and not always in a form
    /// that can be read: that costs nothing.
    fn is_of_now(&self, time: &str, expected: &Expected<'_>) -> bool {
        let (Some(issued), Some(until)) = (self.moment("iat"), self.moment("exp")) else {
            return false;
        };
        let logged_in = self.moment(time).is_none_or(|at| expected.clocks.is_login(at, issued));
        until >= issued
            && expected.clocks.may_be_now(issued)
            && expected.clocks.may_hold(until)
            && logged_in
    }

    /// `at_hash`, where it is there, is of this access token.
    fn is_beside(&self, access: &AccessToken, key: &Value) -> bool {
        let Some(sent) = self.claims.get("at_hash") else { return true };
        let key = serde_json::from_value::<CoreJsonWebKey>(key.clone()).ok();
        let ours = key.zip(self.algorithm()).and_then(|(key, (_, algorithm))| {
            AccessTokenHash::from_token(access, algorithm, &key).ok()
        });
        ours.is_some_and(|ours| *sent == *ours.as_str())
    }

    /// The compact form, letter for letter.
    pub(crate) fn into_compact(self) -> String {
        self.compact
    }

    /// A claim that is a text.
    pub(crate) fn text(&self, claim: &str) -> Option<&str> {
        self.claims.get(claim).and_then(Value::as_str)
    }

    /// Seconds since 1970 as OpenID Connect Core §2 has it, with or without a fraction (RFC 7519
    /// §2), or RFC 3339 as some brokers have it.
    pub(crate) fn moment(&self, claim: &str) -> Option<Timestamp> {
        match self.claims.get(claim)? {
            Value::Number(seconds) => match seconds.as_i64() {
                Some(seconds) => Timestamp::from_second(seconds).ok(),
                None => Timestamp::UNIX_EPOCH
                    .checked_add(SignedDuration::try_from_secs_f64(seconds.as_f64()?).ok()?)
                    .ok(),
            },
            Value::String(text) => text
                .parse::<i64>()
                .ok()
                .and_then(|s| Timestamp::from_second(s).ok())
                .or_else(|| text.parse().ok()),
            _ => None,
        }
    }

    fn algorithm(&self) -> Option<&'static (&'static str, CoreJwsSigningAlgorithm)> {
        let named = self.header.get("alg")?.as_str()?;
        ALGORITHMS.iter().find(|(name, _)| *name == named)
    }
}

/// An identity from work, as each broker spells it: `professional`, `mitid_erhverv`, or an URN that
/// ends in `business`.
fn is_from_work(identity: &str) -> bool {
    let identity = identity.to_lowercase();
    ["professional", "erhverv", "business", "employee"].iter().any(|word| identity.contains(word))
}

/// A person who can be told from others (OpenID Connect Core §2: at most 255 ASCII characters).
fn is_subject(subject: &str) -> bool {
    let length = 1..=255;
    subject.is_ascii() && length.contains(&subject.len()) && !subject.trim().is_empty()
}

/// The client alone: a stranger in a list could use the token for itself.
pub(crate) fn is_for(audience: &Value, client: &str) -> bool {
    match audience {
        Value::String(one) => one == client,
        Value::Array(several) => !several.is_empty() && several.iter().all(|one| one == client),
        _ => false,
    }
}
