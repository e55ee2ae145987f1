//! The evidence bundle: one file with everything that is needed to check an approval years later
//! without the network (`oidc.md` §8.3). `docs/evidence.md` describes it member by member.

use crate::claim::Claim;
use crate::json::{self, base64url, canonical};
use crate::one_time_key::OneTimeKey;
use crate::request::ApprovalRequest;
use crate::wire::{self, Der};
use domain::Timestamp;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// What a login gave, to be kept in the bundle.
pub struct Login {
    /// The ID token in its compact form, verbatim.
    pub id_token: String,
    /// The signed answer of the userinfo endpoint, or the broker's `userinfo_token`: compact,
    /// verbatim.
    pub userinfo_token: Option<String>,
    /// The broker's long-lived token about the transaction: compact, verbatim.
    pub transaction_token: Option<String>,
    /// The OCSP response (RFC 6960, DER) about the certificate that the transaction token is signed
    /// with.
    pub transaction_ocsp: Option<Vec<u8>>,
    /// A JWK set (`{"keys":[…]}`) with every key that a token is signed with, and no other; each
    /// verbatim.
    pub jwks: Value,
    /// The issuer that discovery named.
    pub issuer: String,
    /// Where the keys came from.
    pub jwks_uri: String,
    /// When the keys were fetched, as the computer's clock had it.
    pub fetched_at: Timestamp,
    /// The broker profile that was used.
    pub profile_id: String,
    /// Its version.
    pub profile_version: u32,
    /// How far the broker's clock was ahead of the computer's when the login began, in whole
    /// seconds; `None` where it did not tell.
    pub clock_offset: Option<SignedDuration>,
}

/// A sealed bundle. Holding one says that it has the right form, not that it is valid: that is for
/// [`crate::verify()`].
#[derive(Clone, PartialEq)]
pub struct Bundle {
    pub(crate) rest: Rest,
    pub(crate) seal: String,
}

/// The bytes are not an evidence bundle that this version of Tilslut can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an evidence bundle")]
pub struct NotABundle;

/// Everything but the seal, which is over the canonical form of this.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Rest {
    r#type: Type,
    pub(crate) request: ApprovalRequest,
    pub(crate) cic: Claim,
    pub(crate) cic_signature: String,
    pub(crate) id_token: String,
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub(crate) userinfo_token: Option<String>,
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub(crate) transaction_token: Option<String>,
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    pub(crate) transaction_ocsp: Option<Der>,
    /// RFC 3161 tokens over [`Unsealed::imprint`].
    #[serde(default, with = "wire::list", skip_serializing_if = "Vec::is_empty")]
    timestamps: Vec<Der>,
    pub(crate) jwks: Value,
    discovery: Discovery,
    pub(crate) reference_text: String,
    profile: Profile,
}

/// The version of the form. A bundle that is made has the newest; the older ones are read for ever.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
enum Type {
    /// Before the computer's clock was compared: has no `clockOffset`.
    #[serde(rename = "tilslut/evidence/v1")]
    V1,
    #[serde(rename = "tilslut/evidence/v2")]
    V2,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Discovery {
    issuer: String,
    jwks_uri: String,
    #[serde(with = "wire")]
    fetched_at: Timestamp,
    /// Whole seconds that the broker's clock was ahead of the computer's.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    clock_offset: Option<i64>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    id: String,
    version: u32,
}

/// The protected header of the seal. No `kid`: the key is in the claim, which the seal covers.
const SEAL_HEADER: &str = r#"{"alg":"ES256","typ":"osm"}"#;

/// A bundle that waits for its seal, so that a time-stamping authority can be asked first. The
/// one-time key is still there.
pub struct Unsealed {
    rest: Rest,
    key: OneTimeKey,
}

impl Unsealed {
    pub(crate) fn new(
        request: ApprovalRequest,
        reference_text: String,
        cic: Claim,
        login: Login,
        key: OneTimeKey,
    ) -> Self {
        let payload = login.id_token.split('.').nth(1).unwrap_or_default();
        let cic_signature = key.sign(cic.signing_input(payload).as_bytes());
        let rest = Rest {
            r#type: Type::V2,
            request,
            cic,
            cic_signature,
            id_token: login.id_token,
            userinfo_token: login.userinfo_token,
            transaction_token: login.transaction_token,
            transaction_ocsp: login.transaction_ocsp.map(Der),
            timestamps: vec![],
            jwks: login.jwks,
            discovery: Discovery {
                issuer: login.issuer,
                jwks_uri: login.jwks_uri,
                fetched_at: login.fetched_at,
                clock_offset: login.clock_offset.map(|offset| offset.as_secs()),
            },
            reference_text,
            profile: Profile { id: login.profile_id, version: login.profile_version },
        };
        Self { rest, key }
    }

    /// What a time-stamp must be over: SHA-256 of the canonical bundle without `timestamps` and
    /// `seal`.
    pub fn imprint(&self) -> [u8; 32] {
        Sha256::digest(canonical(&self.rest)).into()
    }

    /// Signs everything, with the time-stamps (RFC 3161 tokens, DER) that were got, and wipes the
    /// key. Checks nothing: [`crate::verify()`] does, by another path, before anything is called
    /// approved.
    pub fn seal(self, timestamps: Vec<Vec<u8>>) -> Bundle {
        let rest = Rest { timestamps: timestamps.into_iter().map(Der).collect(), ..self.rest };
        // A detached JWS (RFC 7515 appendix F): the payload part is left out.
        let header = base64url(SEAL_HEADER);
        let signature =
            self.key.sign(format!("{header}.{}", base64url(canonical(&rest))).as_bytes());
        Bundle { rest, seal: format!("{header}..{signature}") }
    }
}

impl Bundle {
    /// The canonical bytes, as they are stored, sent and verified.
    pub fn to_bytes(&self) -> Vec<u8> {
        #[derive(Serialize)]
        struct Whole<'a> {
            #[serde(flatten)]
            rest: &'a Rest,
            seal: &'a str,
        }
        canonical(&Whole { rest: &self.rest, seal: &self.seal })
    }

    /// Reads a bundle; members named twice are refused.
    pub fn parse(bytes: &[u8]) -> Result<Self, NotABundle> {
        let whole = json::parse(bytes).ok_or(NotABundle)?;
        let mut rest = whole.clone();
        let seal = match rest.as_object_mut().and_then(|members| members.remove("seal")) {
            Some(Value::String(seal)) => seal,
            _ => return Err(NotABundle),
        };
        let bundle = Self { rest: serde_json::from_value(rest).map_err(|_| NotABundle)?, seal };
        let as_its_version =
            bundle.rest.r#type == Type::V2 || bundle.rest.discovery.clock_offset.is_none();
        (as_its_version && bundle.to_bytes() == canonical(&whole))
            .then_some(bundle)
            .ok_or(NotABundle)
    }

    /// The request that the bundle is about.
    pub fn request(&self) -> &ApprovalRequest {
        &self.rest.request
    }
}

/// Shows nothing: a bundle is personal, and holds a token.
impl fmt::Debug for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bundle(…)")
    }
}

/// Shows nothing: neither token nor key.
impl fmt::Debug for Unsealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unsealed(…)")
    }
}

/// Shows nothing of the token.
impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(…)")
    }
}
